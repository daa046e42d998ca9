"""Steelyard's command line: ``python manage.py --help``."""

from cli.app import run

if __name__ == "__main__":
    run()
