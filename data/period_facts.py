"""Everything that is stored about some periods, as it stood at one moment: one call, every table alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.arrays import Facts, as_of, team_days
from data.database import Cursor
from data.facts import KNOWN, holding
from data.rows import rows
from scoring.periods import Period

NOW = dt.datetime(9999, 1, 1)


@dataclass(frozen=True)
class Membership:
    """A person is in a team from a day on, until the person's next one."""

    manager_id: str
    team_id: str
    starts_on: dt.date


@dataclass(frozen=True)
class TeamRecord:
    """What a team is called from a day on."""

    team_id: str
    from_on: dt.date
    name: str
    name_en: str


@dataclass(frozen=True, eq=False)
class PeriodFacts:
    """What was known at a moment. ``facts`` is what scoring asks for; the rest says who people were.

    ``records``: manager_id, from_on, name, name_en, position, each as it holds from that day on, in order.
    ``memberships`` and ``team_records`` in order of their days. ``states``: period → state.
    """

    facts: Facts
    records: pd.DataFrame
    memberships: tuple[Membership, ...]
    team_records: tuple[TeamRecord, ...]
    states: Mapping[str, str]

    def staff(self, day: dt.date) -> pd.DataFrame:
        """name, name_en and position by manager_id as they hold on a day; of people whose first record is of
        a later day, that one."""
        return as_of(self.records, day)

    def teams(self, day: dt.date) -> dict[str, tuple[str, str]]:
        """team_id → (name, English name) as they hold on a day."""
        found: dict[str, tuple[str, str]] = {}
        for record in self.team_records:
            if record.from_on <= day or record.team_id not in found:
                found[record.team_id] = (record.name, record.name_en)
        return dict(sorted(found.items()))

    def team_days(self, period: Period) -> dict[tuple[str, str], float]:
        """(manager_id, team_id) → share of the period's days in the team."""
        return team_days(self.facts.memberships, period)


def period_facts(
    cursor: Cursor, periods: Sequence[str], as_of: dt.datetime | None = None, besides: Sequence[int] = ()
) -> PeriodFacts:
    """What is known about `periods` and about people, as it stood at the moment `as_of` (UTC; None: now),
    with what the batches `besides` brought since."""
    moment = as_of or NOW
    known = [moment, list(besides)]

    def held(columns: str, table: str, order: str) -> Cursor:
        return cursor.execute(f"SELECT {columns} FROM {holding(table, True)} ORDER BY {order}", known)

    records = _records(cursor, known)
    memberships = tuple(
        rows(held("manager_id, team_id, starts_on", "membership", "starts_on, manager_id"), Membership)
    )
    return PeriodFacts(
        Facts(
            records=records,
            memberships=[(m.manager_id, m.team_id, m.starts_on) for m in memberships],
            codes=tuple(code for (code,) in held("code", "indicator", "code").fetchall()),
            history=_history(cursor, periods, known),
            people=held("manager_id, joined_on, left_on", "employment", "manager_id, spell").df(),
            events=_events(cursor, periods, known),
            leave=held("manager_id, kind, from_on, to_on", "leave_of_absence", "manager_id, from_on").df(),
            handovers=held("receiver_id, on_date", "handover", "receiver_id, on_date").df(),
        ),
        records,
        memberships,
        tuple(rows(held("team_id, from_on, name, name_en", "team_record", "from_on, team_id"), TeamRecord)),
        dict(
            cursor.execute(
                "SELECT period, last(state ORDER BY event_id) FROM period_event WHERE happened_at <= ?"
                " GROUP BY period",
                [moment],
            ).fetchall()
        ),
    )


def _history(cursor: Cursor, periods: Sequence[str], known: list[object]) -> pd.DataFrame:
    return cursor.execute(
        f"""
        SELECT coalesce(m.manager_id, t.manager_id) AS manager_id, coalesce(m.period, t.period) AS period,
            coalesce(m.indicator_code, t.indicator_code) AS indicator, m.value, t.value AS target, m.own_value
        FROM (
            SELECT manager_id, period, indicator_code, last(value ORDER BY measurement_id) AS value,
                last(own_value ORDER BY measurement_id) AS own_value
            FROM measurement WHERE {KNOWN} AND list_contains($3::VARCHAR[], period)
            GROUP BY ALL
        ) m
        FULL JOIN (
            SELECT manager_id, period, indicator_code, last(value ORDER BY target_id) AS value
            FROM target WHERE {KNOWN} AND list_contains($3::VARCHAR[], period)
            GROUP BY ALL
        ) t USING (manager_id, period, indicator_code)
        """,
        [*known, list(periods)],
    ).df()


def _events(cursor: Cursor, periods: Sequence[str], known: list[object]) -> pd.DataFrame:
    return cursor.execute(
        f"SELECT manager_id, period, kind, points, finding FROM {holding('event', True)}"
        " WHERE list_contains($3::VARCHAR[], period) ORDER BY fact_id",
        [*known, list(periods)],
    ).df()


def _records(cursor: Cursor, known: list[object]) -> pd.DataFrame:
    """Records in order of their day, each with what is still said from before."""
    found = cursor.execute(
        f"SELECT manager_id, from_on::DATE AS from_on, name, name_en, position FROM"
        f" {holding('person_record', True)} ORDER BY from_on, manager_id",
        known,
    ).df()
    said = ["name", "name_en", "position"]
    found[said] = found.groupby("manager_id")[said].ffill()
    found["from_on"] = pd.to_datetime(found["from_on"]).dt.date
    return found
