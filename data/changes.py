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
        self._by_first: dict[str, dict[Any, dict[Any, dict[str, Any]]]] = {}
        self._teams: dict[str, tuple[dt.date, str]] = {}

    def rows(self, name: str) -> dict[tuple[Any, ...], dict[str, Any]]:
        """Key → row of a table."""
        if name not in self._tables:
            self._tables[name] = all_held(self._cursor, name)
        return self._tables[name]

    def of(self, name: str, first: str) -> dict[Any, dict[str, Any]]:
        """The rows whose key begins with `first`, by what comes second in it (a day, a number), in order."""
        if name not in self._by_first:
            self._by_first[name] = {}
            for key, row in self.rows(name).items():
                self._by_first[name].setdefault(key[0], {})[key[1]] = row
        return dict(sorted(self._by_first[name].get(first, {}).items()))

    def team(self, text: str) -> str | None:
        """The team that `text` means, by its id or any name it has had; the latest to have it, if several."""
        if not self._teams:
            for key, row in self.rows("team_record").items():
                self._name_team(key, row)
        found = self._teams.get(compact(text))
        return found and found[1]

    def _name_team(self, key: tuple[Any, ...], row: Mapping[str, Any]) -> None:
        team, start = key
        for text in (compact(team), compact(row["name"])):
            if text not in self._teams or self._teams[text][0] < start:
                self._teams[text] = start, str(team)

    def under(self, fact: Fact) -> dict[str, Any] | None:
        """What holds under the fact's key."""
        return self.rows(fact.table).get(_key(fact))

    def take(self, fact: Fact) -> None:
        """From now on the fact holds."""
        key, rows = _key(fact), self.rows(fact.table)
        before = rows.get(key)
        if fact.withdrawn:
            rows.pop(key, None)
        else:
            rows[key] = {c: fact.values.get(c) for c in TABLES[fact.table].columns}
        if fact.table in self._by_first:
            own = self._by_first[fact.table].setdefault(key[0], {})
            if fact.withdrawn:
                own.pop(key[1], None)
            else:
                own[key[1]] = rows[key]
        if fact.table == "team_record":
            if before is not None:
                self._teams.clear()  # A name may be gone; the rest is found anew.
            elif self._teams and not fact.withdrawn:
                self._name_team(key, rows[key])


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

    def _record(self, row: Row) -> list[Fact]:
        held = self.stored.of("person_record", row["manager_id"])
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
        held = self.stored.of("employment", row["manager_id"])
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
        held = self.stored.of("membership", row["manager_id"])
        start = row.get("from_on") or (row.get("joined_on") if comes_back or not held else None)
        start = start or (self.today if held else BEGINNING)
        now = next((held[day]["team_id"] for day in reversed(held) if day <= start), None)
        if now == team:
            return founded
        values = {"manager_id": row["manager_id"], "starts_on": start, "team_id": team}
        return [*founded, Fact("membership", values)]

    def _team(self, row: Row) -> tuple[str, list[Fact]]:
        """The team that is meant, by id or by any name it has had; a new one is founded."""
        if (found := self.stored.team(row["team"])) is not None:
            return found, []
        name = str(row["team"])
        values = {"team_id": name, "from_on": BEGINNING, "name": name, "name_en": row.get("team_en") or name}
        return name, [Fact("team_record", values)]


def _day(value: Any) -> Any:
    return dt.date.fromisoformat(value[:10]) if isinstance(value, str) and value else value or None
