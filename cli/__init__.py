"""The command line, one module a subject; `manage.py` only starts it."""
