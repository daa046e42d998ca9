"""Frozen results as stored: published once, never changed; a period that is published again has several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

PUBLISHED = ("notice", "appeals", "final")
"""The states of a period in which its last frozen result is what everybody sees."""


class Frozen(NamedTuple):
    """A stored result without its content; ``state`` is the period's now."""

    sheet_id: int
    period: str
    state: str
    scheme_code: str
    scheme_version: int
    engine: str
    inputs_sha256: str
    sha256: str
    frozen_at: dt.datetime
    frozen_by: str


def rows(cursor: Any, period: str | None = None) -> list[Frozen]:
    """Every frozen result (of one period), oldest first."""
    found = cursor.execute(
        """
        SELECT s.sheet_id, s.period, coalesce(e.state, 'collecting'), s.scheme_code, s.scheme_version,
            s.engine, s.inputs_sha256, s.content_sha256, s.frozen_at, s.frozen_by
        FROM score_sheet s LEFT JOIN (
            SELECT period, last(state ORDER BY event_id) AS state FROM period_event GROUP BY period
        ) e USING (period)
        WHERE $1 IS NULL OR s.period = $1 ORDER BY s.sheet_id
        """,
        [period],
    ).fetchall()
    return [Frozen(*row) for row in found]


def current(cursor: Any, periods: Sequence[str]) -> list[Frozen]:
    """The result that holds for each of the periods that are published now."""
    last = {row.period: row for row in rows(cursor)}
    return [last[p] for p in periods if p in last and last[p].state in PUBLISHED]


def contents(cursor: Any, sheet_ids: Sequence[int]) -> dict[int, str]:
    """The texts of frozen results."""
    if not sheet_ids:
        return {}
    found = cursor.execute(
        "SELECT sheet_id, content::VARCHAR FROM score_sheet WHERE list_contains($1::INTEGER[], sheet_id)",
        [list(sheet_ids)],
    ).fetchall()
    return dict(found)


def add(cursor: Any, row: Sequence[Any]) -> int:
    """Store a result (period, scheme code and version, engine, inputs' hash, when, who, content, its hash);
    its number."""
    number = int(cursor.execute("SELECT coalesce(max(sheet_id), 0) + 1 FROM score_sheet").fetchone()[0])
    cursor.execute("INSERT INTO score_sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [number, *row])
    return number


def add_period_event(
    cursor: Any, period: str, state: str, when: dt.datetime, by: str, why: str | None = None
) -> None:
    """Move a period on (or back)."""
    cursor.execute(
        "INSERT INTO period_event (period, state, happened_at, actor, why) VALUES (?, ?, ?, ?, ?)",
        [period, state, when, by, why],
    )


def period_events(cursor: Any, period: str) -> list[tuple[str, dt.datetime, str, str | None]]:
    """(state, when, who, why) of a period, oldest first."""
    return cursor.execute(
        "SELECT state, happened_at, actor, why FROM period_event WHERE period = ? ORDER BY event_id", [period]
    ).fetchall()


def state(cursor: Any, period: str) -> str:
    """A period's state now."""
    events = period_events(cursor, period)
    return events[-1][0] if events else "collecting"
