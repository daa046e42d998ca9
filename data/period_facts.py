"""Everything that is stored about some periods, as it stood at one moment: one call, every table alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.arrays import Facts
from data.database import Cursor
from data.facts import KNOWN, NUMBERED, holding
from data.rows import rows

NOW = dt.datetime(9999, 1, 1)


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
    ``team_records`` in order of their days. ``states``: period → state.
    """

    facts: Facts
    records: pd.DataFrame
    team_records: tuple[TeamRecord, ...]
    states: Mapping[str, str]

    def staff(self, day: dt.date) -> pd.DataFrame:
        """name, name_en and position by manager_id as they hold on a day; of people whose first record is of
        a later day, that one."""
        return self.facts.staff(day)

    def teams(self, day: dt.date) -> dict[str, tuple[str, str]]:
        """team_id → (name, English name) as they hold on a day."""
        found: dict[str, tuple[str, str]] = {}
        for record in self.team_records:
            if record.from_on <= day or record.team_id not in found:
                found[record.team_id] = (record.name, record.name_en)
        return dict(sorted(found.items()))


def period_facts(
    cursor: Cursor, periods: Sequence[str], as_of: dt.datetime | None = None, besides: Sequence[int] = ()
) -> PeriodFacts:
    """What is known about `periods` and about people, as it stood at the moment `as_of` (UTC; None: now),
    with what the batches `besides` brought since."""
    moment = as_of or NOW
    known = [moment, list(besides)]

    def select(columns: str, table: str, order: str) -> str:
        return f"SELECT {columns} FROM {holding(table, True)} ORDER BY {order}"

    def held(columns: str, table: str, order: str) -> pd.DataFrame:
        return _frame(cursor, select(columns, table, order), known)

    teams = cursor.execute(
        select("team_id, from_on, name, name_en", "team_record", "from_on, team_id"), known
    )
    team_records = tuple(rows(teams, TeamRecord))

    records = _records(cursor, known)
    return PeriodFacts(
        Facts(
            records=records,
            memberships=held("manager_id, team_id, starts_on", "membership", "starts_on, manager_id"),
            codes=tuple(held("code", "indicator", "code")["code"]),
            history=_history(cursor, periods, known),
            people=held("manager_id, joined_on, left_on", "employment", "manager_id, spell"),
            events=_events(cursor, periods, known),
            leave=held("manager_id, kind, from_on, to_on", "leave_of_absence", "manager_id, from_on"),
            handovers=held("receiver_id, on_date", "handover", "receiver_id, on_date"),
        ),
        records,
        team_records,
        dict(
            cursor.execute(
                "SELECT period, last(state ORDER BY event_id) FROM period_event WHERE happened_at <= ?"
                " GROUP BY period",
                [moment],
            ).fetchall()
        ),
    )


def _frame(cursor: Cursor, statement: str, parameters: Sequence[object]) -> pd.DataFrame:
    """The rows of a statement, their texts as the database holds them: without an object for each."""
    found: pd.DataFrame = cursor.columns(statement, parameters).to_pandas(date_as_object=False)
    return found


def _history(cursor: Cursor, periods: Sequence[str], known: list[object]) -> pd.DataFrame:
    """What people were measured at and held to in `periods`, one row per key, with the keys as categories.

    A month of a large bank has millions of rows: they are read by the numbers of their keys, and what holds
    is found on those.
    """
    people, codes, labels = (
        _frame(
            cursor, f"SELECT {number} AS number, {text} AS name FROM {table} {where} ORDER BY {number}", given
        )
        for table, number, text, where, given in (
            ("person_key", "person_no", "manager_id", "", []),
            ("indicator_key", "indicator_no", "indicator_code", "", []),
            (
                *("period_key", "period_no", "period", "WHERE list_contains(?::VARCHAR[], period)"),
                [list(periods)],
            ),
        )
    )
    place = {key: _places(one["number"]) for key, one in zip(NUMBERED, (people, labels, codes), strict=True)}
    shape = (max(len(labels), 1), max(len(people), 1), max(len(codes), 1))

    def read(base: str, columns: str) -> tuple[np.ndarray, pd.DataFrame]:
        sought = ", ".join(map(str, labels["number"])) or "NULL"
        found = _frame(
            cursor,
            f"SELECT number, {', '.join(NUMBERED)}, {columns} FROM {base}"
            f" WHERE {KNOWN} AND period_no IN ({sought})",
            known,
        )
        key = np.ravel_multi_index(
            tuple(place[name][found[name].to_numpy()] for name in ("period_no", "person_no", "indicator_no")),
            shape,
        )
        kept = _latest(key, found["number"].to_numpy())
        return key[kept], found[columns.split(", ")].iloc[kept]

    key, measured = read("measured", "value, own_value")
    held_to, targets = read("targeted", "value")
    every = key if not len(held_to) else np.union1d(key, held_to)
    period, person, code = np.unravel_index(every, shape)
    values = {name: np.full(len(every), np.nan) for name in ("value", "target", "own_value")}
    mine, theirs = np.searchsorted(every, key), np.searchsorted(every, held_to)
    values["value"][mine], values["own_value"][mine] = measured["value"], measured["own_value"]
    values["target"][theirs] = targets["value"]
    return pd.DataFrame(
        {
            "manager_id": pd.Categorical.from_codes(person, pd.Index(people["name"])),
            "period": pd.Categorical.from_codes(period, pd.Index(labels["name"])),
            "indicator": pd.Categorical.from_codes(code, pd.Index(codes["name"])),
            **values,
        }
    )


def _places(numbers: pd.Series) -> np.ndarray:
    """By number, its place among those that are read."""
    found = np.zeros(numbers.max() + 1 if len(numbers) else 1, dtype=np.int64)
    found[numbers] = np.arange(len(numbers))
    return found


def _latest(key: np.ndarray, number: np.ndarray) -> np.ndarray:
    """Of rows with a key and a number each, the places of each key's with the greatest number, by key."""
    if (np.diff(key) > 0).all():
        return np.arange(len(key))
    # Both are runs in order, a file's each, which a stable sort only has to merge.
    order = np.argsort(number, kind="stable")
    order = order[np.argsort(key[order], kind="stable")]
    last = np.append(np.diff(key[order]) > 0, True)
    found: np.ndarray = order[last]
    return found


def _events(cursor: Cursor, periods: Sequence[str], known: list[object]) -> pd.DataFrame:
    return _frame(
        cursor,
        f"SELECT manager_id, period, kind, points, finding FROM {holding('event', True)}"
        " WHERE list_contains($3::VARCHAR[], period) ORDER BY fact_id",
        [*known, list(periods)],
    )


def _records(cursor: Cursor, known: list[object]) -> pd.DataFrame:
    """Records in order of their day, each with what is still said from before."""
    found = _frame(
        cursor,
        f"SELECT manager_id, from_on::DATE AS from_on, name, name_en, position FROM"
        f" {holding('person_record', True)} ORDER BY from_on, manager_id",
        known,
    )
    said = ["name", "name_en", "position"]
    # Most people have one record, and the way there is long for a large bank.
    several = found["manager_id"].duplicated(keep=False)
    if several.any():
        found.loc[several, said] = found[several].groupby("manager_id")[said].ffill()
    days, of = np.unique(found["from_on"].to_numpy(), return_inverse=True)
    found["from_on"] = pd.to_datetime(days).date[of]
    return found
