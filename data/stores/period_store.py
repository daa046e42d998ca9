"""Periods as stored: which hold data, and the life of each as events."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.facts import counted
from data.rows import Local, insert, rows
from scoring.periods import parse_period

COLLECTING = "collecting"
PUBLISHED = ("notice", "appeals", "final")
"""The states of a period in which its last frozen result is what everybody sees."""


@dataclass(frozen=True)
class StoredPeriod:
    """A period that holds values or is published: its state now, how many people have values in it, and of
    which codes."""

    code: str
    state: str
    people: int
    measured: list[str]


@dataclass(frozen=True)
class PeriodEvent:
    """Something that happened to a period; ``at`` in the branch's time."""

    state: str
    at: Local
    by: str
    why: str


def periods_with_data(cursor: Cursor) -> list[StoredPeriod]:
    """Every period that holds values or is published, earliest first. A value that was withdrawn does not
    count."""
    found = rows(
        cursor.execute(
            f"""
            SELECT k.period AS code, coalesce(s.state, 'collecting') AS state, m.people,
                coalesce((
                    SELECT list(indicator_code ORDER BY indicator_code) FROM indicator_key
                    WHERE list_contains(m.indicators, indicator_no)
                ), []) AS measured
            FROM {counted(cursor)} m JOIN period_key k USING (period_no)
            LEFT JOIN (
                SELECT period, last(state ORDER BY event_id) AS state FROM period_event GROUP BY period
            ) s USING (period)
            WHERE m.people > 0 OR list_contains($1::VARCHAR[], s.state)
            """,
            [list(PUBLISHED)],
        ),
        StoredPeriod,
    )
    return sorted(found, key=lambda period: parse_period(period.code))


def add_period_event(
    cursor: Cursor, period: str, state: str, when: dt.datetime, by: str, why: str | None = None
) -> None:
    """Move a period on (or back)."""
    insert(cursor, "period_event", period=period, state=state, happened_at=when, actor=by, why=why)


def period_events(cursor: Cursor, period: str) -> list[PeriodEvent]:
    """What happened to a period, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT state, happened_at AS at, actor AS by, coalesce(why, '') AS why
            FROM period_event WHERE period = ? ORDER BY event_id
            """,
            [period],
        ),
        PeriodEvent,
    )


def state(cursor: Cursor, period: str) -> str:
    """A period's state now."""
    events = period_events(cursor, period)
    return events[-1].state if events else COLLECTING
