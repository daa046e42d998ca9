"""Pay runs as stored: what was proposed, never changed, and the life of each as events."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from data.database import Cursor
from data.rows import Local, insert, next_number, rows, scalar

APPROVED, TURNED_DOWN, WITHDRAWN, POSTED = "approved", "turned-down", "withdrawn", "posted"
OVER = (TURNED_DOWN, WITHDRAWN, POSTED)
"""The kinds of events after which nothing more happens."""


@dataclass(frozen=True)
class NewRun:
    """A run as it is proposed; ``number``: the how many-th of its period; ``content``: its frozen text."""

    period: str
    number: int
    sheet_id: int
    code: str
    version: int
    content: str
    sha256: str
    proposed_by: str
    note: str


@dataclass(frozen=True)
class StoredRun(NewRun):
    """A run as it was proposed, with its number among all; ``proposed_at`` in the branch's time."""

    run_id: int
    proposed_at: Local


@dataclass(frozen=True)
class RunEvent:
    """Something that happened to a run; ``at`` in the branch's time."""

    run_id: int
    kind: str
    at: Local
    by: str
    why: str


_FIELDS = ", ".join(StoredRun.__dataclass_fields__)


def add(cursor: Cursor, run: NewRun, at: dt.datetime) -> int:
    """Store a proposed run; its number."""
    number = next_number(cursor, "pay_run", "run_id")
    insert(cursor, "pay_run", run_id=number, proposed_at=at, **asdict(run))
    return number


def next_of(cursor: Cursor, period: str) -> int:
    """The number that a period's next run has among the period's."""
    found = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM pay_run WHERE period = ?", [period])
    return int(scalar(found))


def runs(cursor: Cursor, *, run_id: int | None = None, period: str | None = None) -> list[StoredRun]:
    """Every run (one, those of a period), oldest first."""
    return rows(
        cursor.execute(
            f"SELECT {_FIELDS} FROM pay_run WHERE ($1 IS NULL OR run_id = $1)"
            " AND ($2 IS NULL OR period = $2) ORDER BY run_id",
            [run_id, period],
        ),
        StoredRun,
    )


def add_event(cursor: Cursor, run_id: int, kind: str, at: dt.datetime, by: str, why: str = "") -> None:
    """Something happens to a run."""
    insert(cursor, "pay_run_event", run_id=run_id, kind=kind, happened_at=at, actor=by, why=why or None)


def events(cursor: Cursor, run_id: int | None = None) -> list[RunEvent]:
    """What happened (to one run), oldest first."""
    return rows(
        cursor.execute(
            "SELECT run_id, kind, happened_at AS at, actor AS by, coalesce(why, '') AS why FROM pay_run_event"
            " WHERE $1 IS NULL OR run_id = $1 ORDER BY event_id",
            [run_id],
        ),
        RunEvent,
    )
