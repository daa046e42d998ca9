"""Questions to the database. Every function takes a cursor and reads only what was asked for."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from data.facts import holding
from data.reading.known import EventKey
from data.stores.sheet_store import PUBLISHED
from scoring.periods import parse_period


def periods_with_data(cursor: Any) -> list[tuple[str, str, int]]:
    """(period, state, people) of every period that holds values or is published, earliest first. A value
    that was withdrawn does not count."""
    rows = cursor.execute(
        """
        SELECT m.period, coalesce(any_value(s.state), 'collecting') AS state,
            count(DISTINCT m.manager_id) FILTER (m.value IS NOT NULL) AS people
        FROM (
            SELECT manager_id, period, last(value ORDER BY measurement_id) AS value
            FROM measurement GROUP BY manager_id, period, indicator_code
        ) m
        LEFT JOIN (
            SELECT period, last(state ORDER BY event_id) AS state FROM period_event GROUP BY period
        ) s USING (period)
        GROUP BY m.period
        HAVING people > 0 OR list_contains($1::VARCHAR[], state)
        """,
        [list(PUBLISHED)],
    ).fetchall()
    return sorted(rows, key=lambda row: parse_period(row[0]))


def people(cursor: Any) -> pd.DataFrame:
    """manager_id, name, name_en, position, joined_on, left_on, email, as they are known now."""
    return cursor.execute("SELECT * FROM person ORDER BY manager_id").df()


def teams(cursor: Any) -> dict[str, tuple[str, str]]:
    """team_id → (name, English name), as they are called now."""
    rows = cursor.execute("SELECT team_id, name, name_en FROM team ORDER BY team_id").fetchall()
    return {team: (name, english) for team, name, english in rows}


def team_names(cursor: Any) -> dict[str, str]:
    """Every id and every name that a team has had → its id."""
    rows = cursor.execute(f"SELECT team_id, name FROM {holding('team_record')} ORDER BY from_on").fetchall()
    return {text: team for team, name in rows for text in (team, name)}


def events_known(cursor: Any) -> dict[EventKey, tuple[float, str]]:
    """What is stored of events: (points, finding) by what makes them one."""
    rows = cursor.execute(
        "SELECT manager_id, period, kind, identity, coalesce(points, 0), coalesce(finding, '')"
        f" FROM {holding('event')}"
    ).fetchall()
    return {tuple(row[:4]): (row[4], row[5]) for row in rows}


def events(cursor: Any) -> list[tuple[int, dict[str, Any]]]:
    """(number, what it says by column) of every event that holds."""
    columns = ("manager_id", "period", "kind", "identity", "points", "reason", "document", "finding")
    rows = cursor.execute(f"SELECT fact_id, {', '.join(columns)} FROM {holding('event')}").fetchall()
    return [(number, dict(zip(columns, values, strict=True))) for number, *values in rows]


def standing(cursor: Any) -> dict[str, tuple[str, str]]:
    """manager_id → (name of the team, position) as they are known now; "" where there is none."""
    rows = cursor.execute(
        f"""
        SELECT p.manager_id, coalesce(t.name, ''), coalesce(p.position, '') FROM person p LEFT JOIN (
            SELECT manager_id, last(team_id ORDER BY starts_on) AS team_id
            FROM {holding("membership")} GROUP BY manager_id
        ) USING (manager_id) LEFT JOIN team t USING (team_id)
        """
    ).fetchall()
    return {person: (team, position) for person, team, position in rows}


def setting(cursor: Any, key: str) -> str | None:
    """One setting of the branch."""
    row = cursor.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
    return None if row is None else str(row[0])


def indicator_codes(cursor: Any) -> set[str]:
    """The codes of the indicator library."""
    return {row[0] for row in cursor.execute(f"SELECT code FROM {holding('indicator')}").fetchall()}


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
        f"""
        SELECT code, name_zh, name_en, coalesce(unit, ''), coalesce(measure, ''), coalesce(aliases, '')
        FROM {holding("indicator")} ORDER BY code
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
