"""Random samples of stored values and what their source documents say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.database import Cursor
from data.facts import holding
from data.rows import Local, insert, insert_all, next_number, rows


@dataclass(frozen=True)
class Sample:
    """A sample that was drawn, from so many values; ``at`` in the branch's time."""

    sample_id: int
    period: str
    population: int
    at: Local
    by: str


def population(cursor: Cursor, period: str, day: dt.date) -> pd.DataFrame:
    """Every value that holds in a period: indicator, team (on `day`; "" for none), manager_id, value; in the
    order of these columns."""
    return cursor.execute(
        f"""
        SELECT m.indicator_code AS indicator, coalesce(t.team_id, '') AS team, m.manager_id, m.value FROM (
            SELECT manager_id, indicator_code, last(value ORDER BY measurement_id) AS value
            FROM measurement WHERE period = ? GROUP BY ALL
        ) m LEFT JOIN (
            SELECT manager_id, last(team_id ORDER BY starts_on) AS team_id
            FROM {holding("membership")} WHERE starts_on <= ? GROUP BY manager_id
        ) t USING (manager_id)
        WHERE m.value IS NOT NULL ORDER BY ALL
        """,
        [period, day],
    ).df()


def add(
    cursor: Cursor,
    period: str,
    seed: int,
    population_size: int,
    drawn: pd.DataFrame,
    when: dt.datetime,
    by: str,
) -> int:
    """Store a sample with its items (rows of :func:`population`); its number."""
    number = next_number(cursor, "audit_sample", "sample_id")
    insert(
        cursor,
        "audit_sample",
        sample_id=number,
        period=period,
        seed=seed,
        population=population_size,
        drawn_at=when,
        drawn_by=by,
    )
    insert_all(
        cursor,
        "sample_item",
        [
            {
                **{"sample_id": number, "item": k, "team": row.team, "manager_id": row.manager_id},
                **{"indicator_code": row.indicator, "value": row.value},
            }
            for k, row in enumerate(drawn.itertuples(index=False), start=1)
        ],
    )
    return number


def samples(cursor: Cursor) -> list[Sample]:
    """Every sample, newest first."""
    return rows(
        cursor.execute(
            """
            SELECT sample_id, period, population, drawn_at AS at, drawn_by AS by
            FROM audit_sample ORDER BY sample_id DESC
            """
        ),
        Sample,
    )


def items(cursor: Cursor, sample_id: int) -> pd.DataFrame:
    """item, team, manager_id, indicator, value, and the latest check: found (NaN: none yet), note."""
    return cursor.execute(
        """
        SELECT i.item, i.team, i.manager_id, i.indicator_code AS indicator, i.value, c.found, c.note
        FROM sample_item i LEFT JOIN (
            SELECT sample_id, item, last(found ORDER BY check_id) AS found,
                last(note ORDER BY check_id) AS note
            FROM sample_check GROUP BY ALL
        ) c USING (sample_id, item)
        WHERE i.sample_id = ? ORDER BY i.item
        """,
        [sample_id],
    ).df()


def check(
    cursor: Cursor, sample_id: int, found: Sequence[tuple[int, float, str]], when: dt.datetime, by: str
) -> None:
    """Record what the source documents say: (item, value, note)."""
    insert_all(
        cursor,
        "sample_check",
        [
            {
                **{"sample_id": sample_id, "item": item, "found": value, "note": note or None},
                **{"checked_at": when, "checked_by": by},
            }
            for item, value, note in found
        ],
    )
