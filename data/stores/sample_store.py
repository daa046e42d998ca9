"""Random samples of stored values and what their source documents say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.facts import holding


def population(cursor: Any, period: str, day: dt.date) -> list[tuple[str, str, str, float]]:
    """(indicator, team on `day`, person, value) of every value that holds in a period, in that order."""
    return cursor.execute(
        f"""
        SELECT m.indicator_code, coalesce(t.team_id, ''), m.manager_id, m.value FROM (
            SELECT manager_id, indicator_code, last(value ORDER BY measurement_id) AS value
            FROM measurement WHERE period = ? GROUP BY ALL
        ) m LEFT JOIN (
            SELECT manager_id, last(team_id ORDER BY starts_on) AS team_id
            FROM {holding("membership")} WHERE starts_on <= ? GROUP BY manager_id
        ) t USING (manager_id)
        WHERE m.value IS NOT NULL ORDER BY ALL
        """,
        [period, day],
    ).fetchall()


def add(
    cursor: Any,
    period: str,
    seed: int,
    population_size: int,
    items: Sequence[tuple[str, str, str, float]],
    when: dt.datetime,
    by: str,
) -> int:
    """Store a sample with its items (team, person, indicator, value); its number."""
    number = int(cursor.execute("SELECT coalesce(max(sample_id), 0) + 1 FROM audit_sample").fetchone()[0])
    cursor.execute(
        "INSERT INTO audit_sample VALUES (?, ?, ?, ?, ?, ?)",
        [number, period, seed, population_size, when, by],
    )
    rows = [[number, k, *item] for k, item in enumerate(items, start=1)]
    cursor.executemany("INSERT INTO sample_item VALUES (?, ?, ?, ?, ?, ?)", rows)
    return number


def samples(cursor: Any) -> list[tuple[int, str, int, dt.datetime, str]]:
    """(number, period, population, when, who) of every sample, newest first."""
    return cursor.execute(
        "SELECT sample_id, period, population, drawn_at, drawn_by FROM audit_sample ORDER BY sample_id DESC"
    ).fetchall()


def items(cursor: Any, sample_id: int) -> pd.DataFrame:
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
    cursor: Any, sample_id: int, found: Sequence[tuple[int, float, str]], when: dt.datetime, by: str
) -> None:
    """Record what the source documents say: (item, value, note)."""
    cursor.executemany(
        "INSERT INTO sample_check (sample_id, item, found, note, checked_at, checked_by)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [[sample_id, item, value, note or None, when, by] for item, value, note in found],
    )
