"""The inbox: a folder beside the database into which other systems drop files at night.

A file is taken once it has stopped growing. It is filed away before anything reads it, so that one that
brings the program down is met once; then it is judged like any other. Nobody answers for it yet: one person
takes the batch over, another approves it. A report lies beside every file, in ``taken`` or ``refused``.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Database
from data.reading.columns.kinds import MEASURED
from data.reading.problems import ERROR, Problem
from scoring.errors import SteelyardError
from workflow.errors import WorkflowError
from workflow.intake import imports

WORKING, TAKEN, REFUSED = "working", "taken", "refused"
SETTLED = dt.timedelta(seconds=10)
"""A file that was written to less long ago may still be growing."""
ENDINGS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm")
_log = logging.getLogger("steelyard.inbox")


@dataclass(frozen=True)
class Arrival:
    """What became of a dropped file: its batch, or why it was refused; ``empty``: a heading and no row."""

    file_name: str
    batch: int | None
    problems: tuple[Problem, ...]
    error: SteelyardError | None
    empty: bool = False


def folder(db: Database) -> Path:
    """Where files are dropped: ``<database>.inbox`` beside the database file."""
    return db.path.with_name(f"{db.path.name}.inbox")


def look(
    actor: Actor,
    db: Database,
    say: Callable[[Arrival], str],
    *,
    settled: dt.timedelta = SETTLED,
    answers_for: bool = False,
) -> tuple[Arrival, ...]:
    """Take every file that lies in the inbox and has stopped growing, one after the other, whatever happens
    to the one before.

    The name says what a file holds: ``people…``, ``targets…``, ``events…``, ``indicators…`` and so on;
    everything else holds measured values. Good rows are staged, the others told; nothing counts before a
    person has approved. `say` writes the report that is left beside the file; with `answers_for` the actor
    answers for what lies there.
    """
    require(actor, Action.IMPORT)
    place = folder(db)
    if not place.is_dir():
        return ()
    for name in (WORKING, TAKEN, REFUSED):
        (place / name).mkdir(exist_ok=True)
    stopped = tuple(_stopped(actor, db, path, say) for path in sorted((place / WORKING).iterdir()))
    now = dt.datetime.now().timestamp()
    found = []
    for path in sorted(place.iterdir()):
        try:
            if (
                path.is_file()
                and path.suffix.lower() in ENDINGS
                and now - path.stat().st_mtime >= settled.total_seconds()
            ):
                found.append(_take(actor, db, path, say, answers_for))
        except OSError:
            # It vanished, or may not be moved: it stays where it is, and the others are taken.
            _log.exception("inbox: %s", path.name)
    return (*stopped, *found)


def _take(
    actor: Actor, db: Database, path: Path, say: Callable[[Arrival], str], answers_for: bool
) -> Arrival:
    name, owner = path.name, _owner(path)
    working = path.rename(path.parent / WORKING / _stamped(name))
    kind = next((k for k in imports.KINDS if name.lower().startswith(k)), "metrics")
    try:
        mapping = imports.mapping_for(actor, db, "inbox") if kind in MEASURED else None
        found = imports.read_file(actor, db, kind, working, mapping=mapping, source="inbox", name=name)
        by = owner if owner and accounts.exists(db, owner) else None
        done = imports.submit(actor, db, found, accept_valid=True, answers_for=answers_for, brought_by=by)
        empty = not found.judged.rows_read
        arrival = Arrival(name, done.batch, tuple(found.judged.problems), None, empty)
    except SteelyardError as problem:
        arrival = Arrival(name, None, (), problem)
    except Exception:
        _log.exception("inbox: %s", name)
        arrival = Arrival(name, None, (), WorkflowError("errors-inbox-unexpected", file=name))
    _file_away(actor, db, working, arrival, say)
    return arrival


def _stopped(actor: Actor, db: Database, working: Path, say: Callable[[Arrival], str]) -> Arrival:
    """A file that was being read when the program ended: it is not tried again."""
    name = working.name.split("-", 3)[-1]
    arrival = Arrival(name, None, (), WorkflowError("errors-inbox-stopped", file=name))
    _file_away(actor, db, working, arrival, say)
    return arrival


def _file_away(
    actor: Actor, db: Database, working: Path, arrival: Arrival, say: Callable[[Arrival], str]
) -> None:
    """Into the folder that says what became of it, with the report beside it."""
    target = working.parent.parent / (TAKEN if arrival.batch or arrival.empty else REFUSED)
    (target / f"{working.name}.txt").write_text(say(arrival), encoding="utf-8")
    working.rename(target / working.name)
    if arrival.batch is None and not arrival.empty:
        told = sum(p.severity == ERROR for p in arrival.problems)
        detail = {"problems": told, "kept": working.name}
        db.write(lambda cursor: audit.append(cursor, actor, "inbox-refused", arrival.file_name, detail))


def _stamped(name: str) -> str:
    """The name with the time before it."""
    return f"{clock.local(audit.now()):%Y%m%d-%H%M%S-%f}-{imports.short_name(name)}"


def _owner(path: Path) -> str:
    """Whose file it is to the operating system ("" where it does not say)."""
    try:
        return path.owner()
    except (KeyError, NotImplementedError, OSError):
        return ""
