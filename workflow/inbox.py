"""The inbox: a folder beside the database into which other systems drop files at night.

A file is taken once it has stopped growing, judged like any other, and waits for a person's review. It is
moved to ``taken`` or ``refused`` with a report beside it, so that nothing is read twice and nothing is lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.reading.problems import ERROR, Problem
from scoring.errors import SteelyardError
from workflow import clock, imports

TAKEN, REFUSED = "taken", "refused"
SETTLED = dt.timedelta(seconds=10)
"""A file that was written to less long ago may still be growing."""
ENDINGS = (".xlsx", ".xls", ".csv", ".tsv", ".txt", ".html", ".htm")


@dataclass(frozen=True)
class Arrival:
    """What became of a dropped file: its batch, or why it was refused."""

    file_name: str
    batch: int | None
    problems: tuple[Problem, ...]
    error: SteelyardError | None


def folder(db: Database) -> Path:
    """Where files are dropped: ``<database>.inbox`` beside the database file."""
    return db.path.with_name(f"{db.path.name}.inbox")


def look(
    actor: Actor, db: Database, say: Callable[[Arrival], str], *, settled: dt.timedelta = SETTLED
) -> tuple[Arrival, ...]:
    """Take every file that lies in the inbox and has stopped growing.

    The name says what a file holds: ``people…``, ``targets…``, ``events…``, ``indicators…``; everything
    else holds measured values. Good rows are staged, the others told; nothing counts before a person has
    approved. `say` writes the report that is left beside the file.
    """
    require(actor, Action.IMPORT)
    place = folder(db)
    if not place.is_dir():
        return ()
    now = dt.datetime.now().timestamp()
    waiting = sorted(
        path
        for path in place.iterdir()
        if path.is_file()
        and path.suffix.lower() in ENDINGS
        and now - path.stat().st_mtime >= settled.total_seconds()
    )
    return tuple(_take(actor, db, path, say) for path in waiting)


def _take(actor: Actor, db: Database, path: Path, say: Callable[[Arrival], str]) -> Arrival:
    kind = next((k for k in imports.KINDS if path.name.lower().startswith(k)), "metrics")
    try:
        mapping = imports.mapping_for(actor, db, "inbox") if kind in imports.MEASURED else None
        found = imports.read_file(actor, db, kind, path, mapping=mapping, source="inbox")
        done = imports.submit(actor, db, found, accept_valid=True)
        arrival = Arrival(path.name, done.batch, tuple(found.judged.problems), None)
    except SteelyardError as problem:
        arrival = Arrival(path.name, None, (), problem)
    _file_away(path, TAKEN if arrival.batch else REFUSED, say(arrival))
    if arrival.batch is None:
        told = sum(p.severity == ERROR for p in arrival.problems)
        db.write(lambda cursor: audit.append(cursor, actor, "inbox-refused", path.name, {"problems": told}))
    return arrival


def _file_away(path: Path, where: str, report: str) -> None:
    """Move the file with the time in its name, and leave the report beside it."""
    target = path.parent / where
    target.mkdir(exist_ok=True)
    stamp = f"{clock.local(audit.now()):%Y%m%d-%H%M%S-%f}"
    (target / f"{stamp}-{path.name}.txt").write_text(report, encoding="utf-8")
    path.rename(target / f"{stamp}-{path.name}")
