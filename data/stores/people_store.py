"""People and teams: as they are known now, and everything that was recorded of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.clock import local
from data.database import Cursor
from data.facts import TABLES, holding
from data.rows import records, rows

_TABLES = {
    "person_record": ("manager_id", "from_on"),
    "employment": ("manager_id", "joined_on"),
    "membership": ("manager_id", "starts_on"),
    "leave_of_absence": ("manager_id", "from_on"),
    "handover": ("receiver_id", "on_date"),
}
"""Which column names the person, and from which day a row holds."""


@dataclass(frozen=True)
class Recorded:
    """A row: its table, from when it holds, what it says (by column), whether it still holds, and who brought
    and approved it ("" where that is not known); ``at`` in the branch's time."""

    what: str
    from_on: dt.date | None
    says: dict[str, Any]
    holds: bool
    batch: int | None
    by: str
    approved_by: str
    at: dt.datetime


@dataclass(frozen=True)
class Place:
    """Where a person stands in the branch now: the team's name and the position, "" where there is none."""

    manager_id: str
    team: str
    position: str


@dataclass(frozen=True)
class Colleague:
    """Somebody of the branch, as known now; ``team_id`` and the team's names are "" where there is none."""

    manager_id: str
    name: str
    name_en: str
    position: str
    team_id: str
    team: str
    team_en: str
    employed: bool


@dataclass(frozen=True)
class Leave:
    """A spell of leave, both days included."""

    from_on: dt.date
    to_on: dt.date
    kind: str


def leave_of(cursor: Cursor, manager_id: str, first: dt.date, last: dt.date) -> list[Leave]:
    """A person's leave that falls into the days from `first` to `last`."""
    found = cursor.execute(
        f"SELECT from_on, to_on, kind FROM {holding('leave_of_absence')}"
        " WHERE manager_id = ? AND from_on <= ? AND to_on >= ? ORDER BY from_on",
        [manager_id, last, first],
    )
    return rows(found, Leave)


def gone(cursor: Cursor, day: dt.date) -> dict[str, dt.date]:
    """Who has left before a day, with the last day of each."""
    found = cursor.execute("SELECT manager_id, left_on FROM person WHERE left_on < ?", [day]).fetchall()
    return {str(person): left for person, left in found}


def joined_on(cursor: Cursor, manager_id: str, day: dt.date) -> dt.date | None:
    """When a person last joined the branch up to a day; None where that is not known."""
    found = cursor.execute(
        f"SELECT max(joined_on) FROM {holding('employment')} WHERE manager_id = ? AND joined_on <= ?",
        [manager_id, day],
    ).fetchone()
    return found[0] if found else None


def people(cursor: Cursor) -> pd.DataFrame:
    """manager_id, name, name_en, position, joined_on, left_on, email, as they are known now."""
    return cursor.execute(
        "SELECT manager_id, name, name_en, position, joined_on, left_on, email FROM person"
        " ORDER BY manager_id"
    ).df()


def exists(cursor: Cursor, manager_id: str) -> bool:
    """Whether there is a person of that id, in the branch or gone."""
    return bool(cursor.execute("SELECT 1 FROM person WHERE manager_id = ?", [manager_id]).fetchall())


def teams(cursor: Cursor) -> dict[str, tuple[str, str]]:
    """team_id → (name, English name), as they are called now."""
    found = cursor.execute("SELECT team_id, name, name_en FROM team ORDER BY team_id").fetchall()
    return {team: (name, english) for team, name, english in found}


def team_names(cursor: Cursor) -> dict[str, str]:
    """Every id and every name that a team has had → its id."""
    found = cursor.execute(f"SELECT team_id, name FROM {holding('team_record')} ORDER BY from_on").fetchall()
    return {text: team for team, name in found for text in (team, name)}


def places(cursor: Cursor) -> dict[str, Place]:
    """Where everybody stands now, by manager_id."""
    found = rows(
        cursor.execute(
            f"""
            SELECT p.manager_id, coalesce(t.name, '') AS team, coalesce(p.position, '') AS position
            FROM person p LEFT JOIN (
                SELECT manager_id, last(team_id ORDER BY starts_on) AS team_id
                FROM {holding("membership")} GROUP BY manager_id
            ) USING (manager_id) LEFT JOIN team t USING (team_id)
            """
        ),
        Place,
    )
    return {place.manager_id: place for place in found}


def colleagues(cursor: Cursor, day: dt.date) -> list[Colleague]:
    """Everybody that the branch has had, by manager_id, in the teams of a day; whether employed on it."""
    return rows(
        cursor.execute(
            f"""
            SELECT p.manager_id, p.name, coalesce(p.name_en, '') AS name_en,
                coalesce(p.position, '') AS position, coalesce(m.team_id, '') AS team_id,
                coalesce(t.name, m.team_id, '') AS team, coalesce(t.name_en, '') AS team_en,
                coalesce(p.joined_on, $1) <= $1 AND coalesce(p.left_on, $1) >= $1 AS employed
            FROM person p LEFT JOIN (
                SELECT manager_id, last(team_id ORDER BY starts_on) AS team_id
                FROM {holding("membership")} WHERE starts_on <= $1 GROUP BY manager_id
            ) m USING (manager_id) LEFT JOIN team t USING (team_id)
            ORDER BY p.manager_id
            """,
            [day],
        ),
        Colleague,
    )


def recorded(cursor: Cursor, manager_id: str) -> list[Recorded]:
    """Everything that was recorded of a person, oldest first in each table."""
    found = []
    for name, (person, day) in _TABLES.items():
        table = TABLES[name]
        columns = ", ".join(f"t.{column}" for column in table.columns)
        statement = cursor.execute(
            f"""
            SELECT {columns}, t.batch_id, t.recorded_at, coalesce(b.imported_by, '') AS imported_by,
                coalesce(e.actor, '') AS approved_by, row_number() OVER (
                    PARTITION BY {", ".join(table.key)} ORDER BY t.{table.number} DESC
                ) = 1 AND NOT t.withdrawn AS holds
            FROM {name} t LEFT JOIN import_batch b USING (batch_id)
            LEFT JOIN batch_event e ON e.batch_id = t.batch_id AND e.status = 'approved'
            WHERE t.{person} = ? ORDER BY t.{table.number}
            """,
            [manager_id],
        )
        for row in records(statement):
            says = {c: row[c] for c in table.columns if c not in (person, "spell") and row[c] is not None}
            found.append(
                Recorded(
                    what=name,
                    from_on=row[day],
                    says=says,
                    holds=row["holds"],
                    batch=row["batch_id"],
                    by=row["imported_by"],
                    approved_by=row["approved_by"],
                    at=local(row["recorded_at"]),
                )
            )
    return found


def receivers(cursor: Cursor, first: dt.date, last: dt.date) -> frozenset[str]:
    """Who took over somebody's book from `first` to `last`, both included, as it stands today."""
    found = cursor.execute(
        """
        SELECT DISTINCT receiver_id FROM (
            SELECT receiver_id, giver_id, on_date, last(withdrawn ORDER BY fact_id) AS withdrawn
            FROM handover GROUP BY receiver_id, giver_id, on_date
        ) WHERE NOT withdrawn AND on_date BETWEEN ? AND ?
        """,
        [first, last],
    )
    return frozenset(str(receiver) for (receiver,) in found.fetchall())
