"""The log of the running dashboard: a line of JSON for whatever an administrator may have to act on.

Nothing in it is about a person: no name, no value, no password, no file's name and no message of an
exception, since all of these may hold what somebody typed. Events and fields stand in ``EVENTS`` and
``FIELDS``; what libraries say is reduced to which of them, where, and the kind of the error.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import orjson

from access import audit
from scoring.errors import SteelyardError

FIELDS: Final = {
    "at": "when, UTC",
    "level": "info, warning or error",
    "event": "what happened: one of ``EVENTS``",
    "role": "the role of whoever was at it",
    "page": "the page's address",
    "ms": "milliseconds that it took",
    "number": "the number that the page showed with an error",
    "error": "the kind of an error",
    "key": "which of our own sentences the error is",
    "where": "the lines of the program that led to an error, innermost last",
    "library": "the part of a library that said something",
    "action": "what was done, as in the trail",
    "entry": "the number of its entry in the trail, where who did it and why stand",
    "memory_mb": "memory of the process",
    "threads": "threads of the process",
    "version": "version of the database's schema",
}
"""Every field that a line may have, and what it says."""

EVENTS: Final = {
    "started": "the server answers",
    "opened": "the database is open, or why it is not (key)",
    "stopped": "the server has ended by itself, not by force",
    "sign-in": "somebody signed in",
    "sign-in-failed": "a wrong name or password, or too many tries (key)",
    "done": "something was stored (import, approval, publishing, backup …), by its entry in the trail",
    "inbox-refused": "a file in the inbox was refused; the report beside it says why",
    "slow-page": "a page took long",
    "error": "something that nobody foresaw; with a number where a page showed one",
    "library": "a library warned or failed",
    "pulse": "the server still runs, every ten minutes",
}
"""Every event, and what it says."""

LARGEST, KEPT = 10 * 2**20, 10
"""A file is closed at so many bytes; so many files are kept, the oldest is deleted."""
OURS: Final = "steelyard.log"
ROOT = Path(__file__).parent.parent.parent
_FRAMES = 12
_log = logging.getLogger(OURS)
_log.addHandler(logging.NullHandler())
Value = str | int | float | list[str] | None


def path(database: Path) -> Path:
    """Where the log is: ``STEELYARD_LOG``, or ``<database>.log`` beside the database."""
    return Path(os.environ.get("STEELYARD_LOG") or f"{database}.log")


def begin(database: Path) -> None:
    """Have this process write the log; to be called once, by the server."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    handlers[0].setLevel(logging.WARNING)
    try:
        handlers.append(
            RotatingFileHandler(path(database), maxBytes=LARGEST, backupCount=KEPT - 1, encoding="utf-8")
        )
    except OSError as problem:
        # A folder that cannot be written must not keep the branch from reading; the journal has it then.
        print(orjson.dumps(_line("warning", "library", library="log", error=kind(problem))).decode())
    logging.setLogRecordFactory(_record)
    # What a handler cannot write (a full disk) is told by the health route, not by a traceback at every line.
    logging.raiseExceptions = False
    threading.excepthook = _thread_failed
    # At every file that is made at a click Streamlit warns that this is done outside of a page's run.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    _log.handlers = handlers
    _log.setLevel(logging.INFO)
    _log.propagate = False


def record(event: str, *, level: str = "info", **fields: Value) -> None:
    """Write a line. `fields` are some of ``FIELDS``: words of the program and numbers, never what people
    typed."""
    if unknown := {event} - set(EVENTS) | set(fields) - set(FIELDS):
        raise ValueError(f"not in the log: {sorted(unknown)}")
    text = orjson.dumps(_line(level, event, **fields)).decode()
    _log.log(logging.getLevelName(level.upper()), "%s", text)


def failed(number: str, problem: BaseException, **fields: Value) -> None:
    """Write that something went wrong: the kind of `problem` and the lines that led to it, not what it
    says."""
    key = problem.key if isinstance(problem, SteelyardError) else None
    record(
        "error",
        level="error",
        number=number,
        error=kind(problem),
        key=key,
        where=where(problem.__traceback__),
        **fields,
    )


def kind(problem: BaseException) -> str:
    """The class of an error with its module."""
    made = type(problem)
    return made.__name__ if made.__module__ == "builtins" else f"{made.__module__}.{made.__name__}"


def where(trace: TracebackType | None) -> list[str]:
    """The lines of the program in a traceback and the innermost one of a library, innermost last."""
    frames = traceback.extract_tb(trace)
    shown = [f for k, f in enumerate(frames) if _is_ours(f.filename) or k == len(frames) - 1]
    return [f"{_place(f.filename)}:{f.lineno} {f.name}" for f in shown[-_FRAMES:]]


def _is_ours(file: str) -> bool:
    return Path(file).is_relative_to(ROOT) and "site-packages" not in file


def _place(file: str) -> str:
    """A file by its path in the program or in a library, without where these are installed."""
    found = Path(file)
    if _is_ours(file):
        return found.relative_to(ROOT).as_posix()
    return "/".join(found.parts[-2:])


def _line(level: str, event: str, **fields: Value) -> dict[str, Value]:
    told: dict[str, Value] = {"at": f"{audit.now().isoformat(timespec='milliseconds')}Z", "level": level}
    return {**told, "event": event, **{name: value for name, value in fields.items() if value is not None}}


def _record(*given: Any, **more: Any) -> logging.LogRecord:
    """A record as the libraries' handlers print it: what it says is left out, as somebody may have typed it.

    They keep loggers that pass nothing on, so this is the one place through which all of them go.
    """
    made = logging.LogRecord(*given, **more)
    if made.name == OURS:
        return made
    problem = made.exc_info[1] if made.exc_info else None
    place = where(problem.__traceback__) if problem else [f"{_place(made.pathname)}:{made.lineno}"]
    made.msg, made.args, made.exc_info, made.exc_text = f"{made.name} {place[-1]}", (), None, None
    if made.levelno >= logging.WARNING:
        level = "error" if made.levelno >= logging.ERROR else "warning"
        error = kind(problem) if problem else None
        record("library", level=level, library=made.name, error=error, where=place)
    return made


def _thread_failed(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
        failed("", told.exc_value)


def lines(file: Iterable[str]) -> list[dict[str, Value]]:
    """The lines of a log, read."""
    return [orjson.loads(line) for line in file]
