"""What approved rows change: rows as they were brought become facts, each beside what held before it.

People's rows say several things at once (name, position, team, employment), each from a day on; what a row
does not say stays as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from data.database import Cursor
from data.facts import BEGINNING, TABLES, Fact, all_held
from data.reading.known import identity
from data.reading.values.text import compact

Row = Mapping[str, Any]
_DAYS = ("from_on", "starts_on", "joined_on", "left_on", "to_on", "on_date", "observed_on")
_RECORD = ("name", "name_en", "position", "email")


class Change(NamedTuple):
    """A fact that a row makes, and what holds under its key until then (None: nothing)."""

    row_no: int
    fact: Fact
    before: Mapping[str, Any] | None


def planned(cursor: Cursor, kind: str, rows: Sequence[tuple[int, Row]], today: dt.date) -> list[Change]:
    """What the rows of a batch would make, in their order; rows that change nothing make nothing.

    A row with ``table`` is a fact itself (what undoes another batch); the others are as their kind of file
    has them. `today` is the day from which a change of team holds that gives none.
    """
    stored = _Stored(cursor)
    read: Callable[[Row], list[Fact]] = {
        "people": _People(stored, today).facts,
        "events": lambda row: _simple(stored, "event", _event(row)),
        "leave": lambda row: _simple(stored, "leave_of_absence", row),
        "handovers": lambda row: _simple(stored, "handover", row),
        "outcomes": lambda row: _simple(stored, "outcome", row),
        "indicators": lambda row: _simple(stored, "indicator", row),
    }[kind]
    changes = []
    for number, row in rows:
        # An empty cell says nothing, whatever the reader makes of it.
        row = {c: _day(v) if c in _DAYS else None if v == "" else v for c, v in row.items()}
        for fact in [_given(row)] if "table" in row else read(row):
            changes.append(Change(number, fact, stored.under(fact)))
            stored.take(fact)
    return changes


class _Stored:
    """The rows that hold, by table and key; goes along with what is planned."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._tables: dict[str, dict[tuple[Any, ...], dict[str, Any]]] = {}

    def rows(self, name: str) -> dict[tuple[Any, ...], dict[str, Any]]:
        """Key → row of a table."""
        if name not in self._tables:
            self._tables[name] = all_held(self._cursor, name)
        return self._tables[name]

    def under(self, fact: Fact) -> dict[str, Any] | None:
        """What holds under the fact's key."""
        return self.rows(fact.table).get(_key(fact))

    def take(self, fact: Fact) -> None:
        """From now on the fact holds."""
        if fact.withdrawn:
            self.rows(fact.table).pop(_key(fact), None)
        else:
            columns = TABLES[fact.table].columns
            self.rows(fact.table)[_key(fact)] = {c: fact.values.get(c) for c in columns}


def _key(fact: Fact) -> tuple[Any, ...]:
    return tuple(fact.values.get(column) for column in TABLES[fact.table].key)


def _given(row: Row) -> Fact:
    values = {c: _day(v) if c in _DAYS else v for c, v in row["values"].items()}
    return Fact(row["table"], values, bool(row.get("withdrawn")))


def _simple(stored: _Stored, table: str, row: Row) -> list[Fact]:
    """One fact a row; columns that the file does not have stay as they were."""
    known = TABLES[table]
    before = stored.under(Fact(table, row)) or {}
    values = {c: row[c] if c in row else before.get(c) for c in known.columns}
    same = before and all(before[c] == values[c] for c in known.columns)
    return [] if same else [Fact(table, values)]


def _event(row: Row) -> Row:
    return {**row, "identity": identity(row.get("document"), row.get("reason"))}


class _People:
    """Rows of a list of people."""

    def __init__(self, stored: _Stored, today: dt.date) -> None:
        self.stored, self.today = stored, today

    def facts(self, row: Row) -> list[Fact]:
        """What a row changes of a person: the record, the employment, the team."""
        spell, comes_back = self._spell(row)
        found = [*self._record(row), *spell]
        return [*found, *self._membership(row, comes_back)]

    def _own(self, table: str, manager_id: str) -> dict[Any, dict[str, Any]]:
        """A person's rows by day or number, in order."""
        rows = self.stored.rows(table)
        return {key[1]: rows[key] for key in sorted(k for k in rows if k[0] == manager_id)}

    def _record(self, row: Row) -> list[Fact]:
        held = self._own("person_record", row["manager_id"])
        start = row.get("from_on") or (max(held) if held else BEGINNING)
        now: dict[str, Any] = {}
        for day, record in held.items():
            if day <= start:
                now |= {c: record[c] for c in _RECORD if record[c] is not None}
        said = {c: row[c] for c in _RECORD if row.get(c) is not None}
        if "name_en" not in said and said.get("name", now.get("name")) != now.get("name"):
            said["name_en"] = said["name"]
        changed = {c: value for c, value in said.items() if now.get(c) != value}
        if not changed:
            return []
        base = {c: held[start][c] for c in _RECORD} if start in held else {}
        return [Fact("person_record", {"manager_id": row["manager_id"], "from_on": start, **base, **changed})]

    def _spell(self, row: Row) -> tuple[list[Fact], bool]:
        """The spell of employment that a row is about, and whether the person comes back with it."""
        held = self._own("employment", row["manager_id"])
        joined, left = row.get("joined_on"), row.get("left_on")
        if not held:
            return [self._employed(row, 1, joined, left)], False
        last = max(held)
        if joined and held[last]["left_on"] and joined > held[last]["left_on"]:
            return [self._employed(row, last + 1, joined, left)], True
        # A joining day that is there already says which spell is meant; another one corrects the last.
        number = next((n for n, spell in held.items() if joined and spell["joined_on"] == joined), last)
        now = (held[number]["joined_on"], held[number]["left_on"])
        cleared = row.get("clear") or ()
        then = (joined or now[0], None if "left_on" in cleared else left or now[1])
        return ([] if then == now else [self._employed(row, number, *then)]), False

    @staticmethod
    def _employed(row: Row, number: int, joined: dt.date | None, left: dt.date | None) -> Fact:
        values = {"manager_id": row["manager_id"], "spell": number, "joined_on": joined, "left_on": left}
        return Fact("employment", values)

    def _membership(self, row: Row, comes_back: bool) -> list[Fact]:
        if not row.get("team"):
            return []
        team, founded = self._team(row)
        held = self._own("membership", row["manager_id"])
        start = row.get("from_on") or (row.get("joined_on") if comes_back or not held else None)
        start = start or (self.today if held else BEGINNING)
        now = next((held[day]["team_id"] for day in reversed(held) if day <= start), None)
        if now == team:
            return founded
        values = {"manager_id": row["manager_id"], "starts_on": start, "team_id": team}
        return [*founded, Fact("membership", values)]

    def _team(self, row: Row) -> tuple[str, list[Fact]]:
        """The team that is meant, by id or by any name it has had; a new one is founded."""
        text = compact(row["team"])
        records = self.stored.rows("team_record")
        for key in sorted(records, key=lambda k: k[1], reverse=True):
            if text in (compact(key[0]), compact(records[key]["name"])):
                return str(key[0]), []
        name = str(row["team"])
        values = {"team_id": name, "from_on": BEGINNING, "name": name, "name_en": row.get("team_en") or name}
        return name, [Fact("team_record", values)]


def _day(value: Any) -> Any:
    return dt.date.fromisoformat(value[:10]) if isinstance(value, str) and value else value or None
