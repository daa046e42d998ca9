"""Measured values as stored: where they came from, what was there before them, what people had lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.database import Cursor
from data.facts import TABLES
from data.rows import Local, rows


@dataclass(frozen=True)
class Held:
    """One value (or target) that was stored, NaN where it withdraws; with where it came from, "" where that
    is not known. ``at`` in the branch's time."""

    value: float
    batch: int | None
    file_name: str
    by: str
    approved_by: str
    at: Local
    why: str


@dataclass(frozen=True)
class Source:
    """Where a stored value (NaN: it withdraws) came from: the file of which batch, who brought and who
    approved it; "" where that is not known."""

    indicator: str
    period: str
    value: float
    own_value: float
    batch: int | None
    file_name: str
    by: str
    approved_by: str


def value_history(
    cursor: Cursor, manager_id: str, period: str, indicator: str, name: str = "measurement"
) -> list[Held]:
    """Everything that was stored under one value's (or of the table ``target`` one target's) key, oldest
    first."""
    table = TABLES[name]
    return rows(
        cursor.execute(
            f"""
            SELECT coalesce(m.value, 'nan'::DOUBLE) AS value, m.batch_id AS batch,
                coalesce(b.file_name, '') AS file_name, coalesce(b.imported_by, '') AS by,
                coalesce(e.actor, '') AS approved_by, m.recorded_at AS at, coalesce(m.reason, '') AS why
            FROM {table.name} m LEFT JOIN import_batch b USING (batch_id)
            LEFT JOIN batch_event e ON e.batch_id = m.batch_id AND e.status = 'approved'
            WHERE m.manager_id = ? AND m.period = ? AND m.indicator_code = ? ORDER BY m.{table.number}
            """,
            [manager_id, period, indicator],
        ),
        Held,
    )


def recent_values(cursor: Cursor, periods: int = 12) -> dict[tuple[str, str], list[float]]:
    """(person, indicator) → the values of the last periods that hold any, for comparing new ones with."""
    found = cursor.execute(
        """
        SELECT manager_id, indicator_code, list(value) FROM (
            SELECT manager_id, indicator_code, period, last(value ORDER BY measurement_id) AS value
            FROM measurement WHERE period IN (
                SELECT DISTINCT period FROM measurement ORDER BY period DESC LIMIT ?
            ) GROUP BY ALL
        ) WHERE value IS NOT NULL GROUP BY ALL
        """,
        [periods],
    ).fetchall()
    return {(person, code): values for person, code, values in found}


def sources(cursor: Cursor, manager_id: str, periods: Sequence[str]) -> list[Source]:
    """Where everything came from that was stored of a person in some periods, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT m.indicator_code AS indicator, m.period, coalesce(m.value, 'nan'::DOUBLE) AS value,
                coalesce(m.own_value, 'nan'::DOUBLE) AS own_value, m.batch_id AS batch,
                coalesce(b.file_name, '') AS file_name, coalesce(b.imported_by, '') AS by,
                coalesce(e.actor, '') AS approved_by
            FROM measurement m LEFT JOIN import_batch b USING (batch_id)
            LEFT JOIN batch_event e ON e.batch_id = m.batch_id AND e.status = 'approved'
            WHERE m.manager_id = ? AND list_contains(?::VARCHAR[], m.period) ORDER BY m.measurement_id
            """,
            [manager_id, list(periods)],
        ),
        Source,
    )
