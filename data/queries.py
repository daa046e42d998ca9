"""Questions to the database. Every function takes a cursor and reads only what was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from data.arrays import Facts
from scoring.periods import Period, parse_period


def periods_with_data(cursor: Any) -> list[tuple[str, str, int]]:
    """(period, state, people) of every period with measurements, earliest first."""
    rows = cursor.execute(
        """
        SELECT m.period, coalesce(any_value(s.state), 'collecting'), count(DISTINCT m.manager_id)
        FROM measurement m
        LEFT JOIN (
            SELECT period, last(state ORDER BY event_id) AS state FROM period_event GROUP BY period
        ) s USING (period)
        GROUP BY m.period
        """
    ).fetchall()
    return sorted(rows, key=lambda row: parse_period(row[0]))


def facts(cursor: Any, periods: Sequence[str], as_of: dt.datetime | None = None) -> Facts:
    """What scoring needs for `periods`, as it stood at `as_of` (None: now)."""
    moment = as_of or dt.datetime(9999, 1, 1)
    history = cursor.execute(
        """
        SELECT coalesce(m.manager_id, t.manager_id) AS manager_id, coalesce(m.period, t.period) AS period,
            coalesce(m.indicator_code, t.indicator_code) AS indicator, m.value, t.value AS target, m.own_value
        FROM (
            SELECT manager_id, period, indicator_code, last(value ORDER BY measurement_id) AS value,
                last(own_value ORDER BY measurement_id) AS own_value
            FROM measurement WHERE recorded_at <= $1 AND list_contains($2::VARCHAR[], period)
            GROUP BY ALL
        ) m
        FULL JOIN (
            SELECT manager_id, period, indicator_code, last(value ORDER BY target_id) AS value
            FROM target WHERE recorded_at <= $1 AND list_contains($2::VARCHAR[], period)
            GROUP BY ALL
        ) t USING (manager_id, period, indicator_code)
        """,
        [moment, list(periods)],
    ).df()
    return Facts(
        history=history,
        people=people(cursor),
        events=cursor.execute("SELECT manager_id, period, kind, points, finding FROM event").df(),
        leave=cursor.execute("SELECT manager_id, from_on, to_on FROM leave_of_absence").df(),
        handovers=cursor.execute("SELECT receiver_id, on_date FROM handover").df(),
    )


def people(cursor: Any) -> pd.DataFrame:
    """manager_id, name, name_en, position, joined_on, left_on, email: the latest row of each."""
    return cursor.execute(
        """
        SELECT manager_id, name, name_en, position, joined_on, left_on, email FROM person
        QUALIFY row_number() OVER (PARTITION BY manager_id ORDER BY recorded_at DESC) = 1
        ORDER BY manager_id
        """
    ).df()


def teams(cursor: Any) -> dict[str, tuple[str, str]]:
    """team_id → (name, English name)."""
    rows = cursor.execute("SELECT team_id, name, name_en FROM team ORDER BY team_id").fetchall()
    return {team: (name, english) for team, name, english in rows}


def memberships(cursor: Any) -> list[tuple[str, str, dt.date]]:
    """(manager_id, team_id, starts_on), in order of start."""
    return cursor.execute(
        "SELECT manager_id, team_id, starts_on FROM membership ORDER BY starts_on, recorded_at"
    ).fetchall()


def standing(cursor: Any) -> dict[str, tuple[str, str]]:
    """manager_id → (name of the team, position) as they are now; "" where there is none."""
    rows = cursor.execute(
        """
        SELECT p.manager_id, coalesce(t.name, ''), coalesce(p.position, '') FROM (
            SELECT manager_id, position FROM person
            QUALIFY row_number() OVER (PARTITION BY manager_id ORDER BY recorded_at DESC) = 1
        ) p LEFT JOIN (
            SELECT manager_id, team_id FROM membership
            QUALIFY row_number() OVER (PARTITION BY manager_id ORDER BY starts_on DESC, recorded_at DESC) = 1
        ) m USING (manager_id) LEFT JOIN team t USING (team_id)
        """
    ).fetchall()
    return {person: (team, position) for person, team, position in rows}


def events(cursor: Any) -> list[tuple[tuple[str, str, str, str | None, str], tuple[float, str]]]:
    """((manager_id, period, kind, document, reason), (points, finding)) of every event."""
    rows = cursor.execute(
        "SELECT manager_id, period, kind, reason, coalesce(points, 0), coalesce(finding, '') FROM event"
    ).fetchall()
    return [
        ((person, period, kind, None, reason or ""), (float(points), finding))
        for person, period, kind, reason, points, finding in rows
    ]


def team_days(cursor: Any, period: Period) -> dict[tuple[str, str], float]:
    """(manager_id, team_id) → share of the period's days in the team."""
    spells: dict[str, list[tuple[dt.date, str]]] = {}
    for person, team, start in memberships(cursor):
        spells.setdefault(person, []).append((start, team))
    shares: dict[tuple[str, str], float] = {}
    for person, starts in spells.items():
        ends = [start for start, _ in starts[1:]] + [period.last_day + dt.timedelta(days=1)]
        for (start, team), end in zip(starts, ends, strict=True):
            first, after = max(start, period.first_day), min(end, period.last_day + dt.timedelta(days=1))
            if (days := (after - first).days) > 0:
                shares[person, team] = shares.get((person, team), 0.0) + days / period.days
    return shares


def setting(cursor: Any, key: str) -> str | None:
    """One setting of the branch."""
    row = cursor.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
    return None if row is None else str(row[0])


def indicator_codes(cursor: Any) -> set[str]:
    """The codes of the indicator library."""
    return {row[0] for row in cursor.execute("SELECT DISTINCT code FROM indicator").fetchall()}


class LibraryRow(NamedTuple):
    """An indicator of the library."""

    code: str
    name: str
    name_en: str
    unit: str
    measure: str
    aliases: tuple[str, ...]


def indicators(cursor: Any) -> list[LibraryRow]:
    """The indicator library: the latest row of each code."""
    rows = cursor.execute(
        """
        SELECT code, name_zh, name_en, coalesce(unit, ''), coalesce(measure, ''), coalesce(aliases, '')
        FROM indicator QUALIFY row_number() OVER (PARTITION BY code ORDER BY recorded_at DESC) = 1
        ORDER BY code
        """
    ).fetchall()
    return [LibraryRow(*row[:5], tuple(a.strip() for a in row[5].split(";") if a.strip())) for row in rows]


def recent_values(cursor: Any, periods: int = 12) -> dict[tuple[str, str], list[float]]:
    """(person, indicator) → the values of the last periods that hold any, for comparing new ones with."""
    rows = cursor.execute(
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
    return {(person, code): values for person, code, values in rows}


def sources(cursor: Any, manager_id: str, period: str) -> dict[str, tuple[int, str, str]]:
    """indicator → (batch, source, who approved it) of a person's values in a period."""
    rows = cursor.execute(
        """
        SELECT m.indicator_code, last(m.batch_id ORDER BY m.measurement_id),
            last(coalesce(b.source, b.file_name) ORDER BY m.measurement_id),
            last(e.actor ORDER BY m.measurement_id)
        FROM measurement m JOIN import_batch b USING (batch_id)
        JOIN batch_event e ON e.batch_id = b.batch_id AND e.status = 'approved'
        WHERE m.manager_id = ? AND m.period = ? GROUP BY m.indicator_code
        """,
        [manager_id, period],
    ).fetchall()
    return {code: (int(batch), str(source), str(actor)) for code, batch, source, actor in rows}
