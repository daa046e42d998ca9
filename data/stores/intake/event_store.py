"""Additions, deductions and vetoes as they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from data.database import Cursor
from data.facts import TABLES, holding
from data.period_facts import NOW
from data.reading.known import EventKey
from data.rows import Local, rows


@dataclass(frozen=True)
class Event:
    """An event that holds: its number, and the row as a file would have it."""

    number: int
    manager_id: str
    period: str
    kind: str
    identity: str
    points: float | None
    reason: str | None
    document: str | None
    finding: str | None

    @property
    def key(self) -> EventKey:
        """What makes it one event."""
        return self.manager_id, self.period, self.kind, self.identity


@dataclass(frozen=True)
class Said(Event):
    """What was once said of an event, by which batch (None: before batches); ``at`` in the branch's time."""

    batch_id: int | None
    at: Local
    withdrawn: bool


def events(cursor: Cursor) -> list[Event]:
    """Every event that holds."""
    columns = ", ".join(TABLES["event"].columns)
    return rows(cursor.execute(f"SELECT fact_id AS number, {columns} FROM {holding('event')}"), Event)


def events_of(
    cursor: Cursor,
    manager_id: str,
    period: str,
    as_of: dt.datetime | None = None,
    besides: Sequence[int] = (),
) -> list[Event]:
    """A person's events in a period as they hold, or as they stood at a moment (UTC) with what the batches
    `besides` brought since, in order of their numbers."""
    columns = ", ".join(TABLES["event"].columns)
    found = cursor.execute(
        f"SELECT fact_id AS number, {columns} FROM {holding('event', True)}"
        " WHERE manager_id = $3 AND period = $4 ORDER BY fact_id",
        [as_of or NOW, list(besides), manager_id, period],
    )
    return rows(found, Event)


def events_known(cursor: Cursor) -> dict[EventKey, tuple[float, str]]:
    """What is stored of events: (points, finding) by what makes them one."""
    return {event.key: (event.points or 0.0, event.finding or "") for event in events(cursor)}


def batches_of(cursor: Cursor, key: EventKey) -> set[int]:
    """The batches that said something of an event."""
    found = cursor.execute(
        "SELECT DISTINCT batch_id FROM event WHERE manager_id = ? AND period = ? AND kind = ?"
        " AND identity = ? AND batch_id IS NOT NULL",
        list(key),
    ).fetchall()
    return {int(batch) for (batch,) in found}


def answered_for(cursor: Cursor) -> list[Said]:
    """Everything that was ever said of deductions and vetoes, oldest first."""
    columns = ", ".join(TABLES["event"].columns)
    found = cursor.execute(
        f"SELECT fact_id AS number, {columns}, batch_id, recorded_at AS at, withdrawn FROM event"
        " WHERE kind IN ('deduction', 'veto') ORDER BY fact_id"
    )
    return rows(found, Said)
