"""Checks of risk before deferred pay is released, as stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from data.database import Cursor
from data.rows import Local, insert, next_number, rows

APPROVED, TURNED_DOWN, WITHDRAWN = OVER = ("approved", "turned-down", "withdrawn")
"""The kinds of events; after any of them nothing more happens."""


@dataclass(frozen=True)
class NewCheck:
    """A check as it is made: whose instalment of which period, what is proposed of it, what was found and
    what it rests on; ``amount`` is what was held of it then, in fen."""

    manager_id: str
    period: str
    instalment: int
    verdict: str
    postponed_to: dt.date | None
    amount: int
    findings: str
    evidence: str
    made_by: str


@dataclass(frozen=True)
class StoredCheck(NewCheck):
    """A check with its number; ``made_at`` in the branch's time."""

    check_id: int
    made_at: Local


@dataclass(frozen=True)
class CheckEvent:
    """How a check ended; ``at`` in the branch's time."""

    check_id: int
    kind: str
    at: Local
    by: str
    why: str


_FIELDS = ", ".join(StoredCheck.__dataclass_fields__)


def add(cursor: Cursor, check: NewCheck, at: dt.datetime) -> int:
    """Store a check; its number."""
    number = next_number(cursor, "risk_check", "check_id")
    insert(cursor, "risk_check", check_id=number, made_at=at, **asdict(check))
    return number


def checks(cursor: Cursor, check_id: int | None = None) -> list[StoredCheck]:
    """Every check (one), oldest first."""
    found = cursor.execute(
        f"SELECT {_FIELDS} FROM risk_check WHERE $1 IS NULL OR check_id = $1 ORDER BY check_id", [check_id]
    )
    return rows(found, StoredCheck)


def add_event(cursor: Cursor, check_id: int, kind: str, at: dt.datetime, by: str, why: str = "") -> None:
    """A check ends."""
    insert(
        cursor, "risk_check_event", check_id=check_id, kind=kind, happened_at=at, actor=by, why=why or None
    )


def events(cursor: Cursor) -> dict[int, CheckEvent]:
    """How checks ended, by their numbers."""
    found = cursor.execute(
        "SELECT check_id, kind, happened_at AS at, actor AS by, coalesce(why, '') AS why"
        " FROM risk_check_event ORDER BY event_id"
    )
    return {event.check_id: event for event in rows(found, CheckEvent)}
