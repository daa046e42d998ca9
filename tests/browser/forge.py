"""Starts servers by forking a process that has imported everything: one is up at once for every test, and is
still a process of its own, on a database of its own.

Reads lines ``port<TAB>database<TAB>log<TAB>script`` and answers each with the server's process number; ends
with its input.
"""

import importlib
import os
import pkgutil
import signal
import sys
from pathlib import Path

from streamlit.web import cli

from ui import runtime

ROOMS = ("scoring", "words", "data", "access", "workflow", "documents", "ui", "views", "shell")
SCRIPTS = frozenset({"shell.dashboard"})
"""What runs when it is imported."""


def warm() -> None:
    """Import what the pages will need."""
    for room in ROOMS:
        for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
            if module.name not in SCRIPTS:
                importlib.import_module(module.name)
    runtime.settle()


def serve(port: str, database: str, log: str, script: str) -> None:
    """Become a server; does not come back."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ["STEELYARD_DB"] = database
    with Path(log).open("w") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    sys.argv = ["streamlit", "run", script, "--server.port", port]
    sys.exit(cli.main())


def main() -> None:
    """Fork a server for each line, until there are no more."""
    warm()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # Whoever asked ends them; nothing is left behind.
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            serve(*line.rstrip("\n").split("\t"))
        print(child, flush=True)


if __name__ == "__main__":
    main()
