"""Facts: rows that are never changed. Each has a number, a key whose latest row holds, and may be withdrawn.

Everything that is brought, corrected or undone goes through here, whatever kind of fact it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from data.database import Cursor
from data.rows import records

BEGINNING = dt.date(1900, 1, 1)
"""The day from which something holds that has no other."""


class FactTable(NamedTuple):
    """A table of facts: its number's column, the key, and what is said under the key."""

    name: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    number: str = "fact_id"
    withdrawn: str = "withdrawn"
    """How a withdrawn row is told: by its own column, or by its value being NULL."""
    base: str = ""
    """The table under the view `name`, whose keys are numbers; "" where the table itself is meant."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Key and values."""
        return (*self.key, *self.values)

    @property
    def stored(self) -> tuple[str, ...]:
        """What a row is told by besides: its number, the batch that brought it, whether it withdraws."""
        own = ("withdrawn",) if self.withdrawn == "withdrawn" else ()
        return (self.number, *self.columns, "batch_id", *own)


_MEASURED = ("manager_id", "period", "indicator_code")
TABLES = {
    table.name: table
    for table in (
        FactTable(
            *("measurement", _MEASURED, ("value", "own_value"), "measurement_id", "value IS NULL"), "measured"
        ),
        FactTable("target", _MEASURED, ("value",), "target_id", "value IS NULL", "targeted"),
        FactTable(
            "event",
            ("manager_id", "period", "kind", "identity"),
            ("points", "reason", "document", "finding"),
        ),
        FactTable("person_record", ("manager_id", "from_on"), ("name", "name_en", "position", "email")),
        FactTable("employment", ("manager_id", "spell"), ("joined_on", "left_on")),
        FactTable("membership", ("manager_id", "starts_on"), ("team_id",)),
        FactTable("team_record", ("team_id", "from_on"), ("name", "name_en")),
        FactTable("leave_of_absence", ("manager_id", "from_on"), ("to_on", "kind")),
        FactTable("handover", ("receiver_id", "giver_id", "on_date"), ("note",)),
        FactTable(
            "outcome",
            ("manager_id", "outcome", "period", "observed_on"),
            ("direction", "unit", "value"),
        ),
        FactTable(
            "indicator",
            ("code",),
            ("name_zh", "name_en", "unit", "direction", "measure", "kind", "aliases"),
        ),
    )
}


NUMBERED = ("person_no", "period_no", "indicator_no")
"""The key of measured values in their own tables, in the order in which a file's rows are stored."""
_DICTIONARIES = (
    ("person_key", "person_no", "manager_id"),
    ("period_key", "period_no", "period"),
    ("indicator_key", "indicator_no", "indicator_code"),
)
WITH_NUMBERS = " ".join(f"LEFT JOIN {table} USING ({text})" for table, _, text in _DICTIONARIES)
"""SQL that sets the numbers of keys beside rows that have them written out."""
WITH_KEYS = " ".join(f"JOIN {table} USING ({number})" for table, number, _ in _DICTIONARIES)
"""SQL that sets the keys beside rows of a table that has their numbers."""


class Fact(NamedTuple):
    """A row to be added. ``values`` of a withdrawn one are those that it takes back."""

    table: str
    values: Mapping[str, Any]
    withdrawn: bool = False


KNOWN = "(recorded_at <= $1 OR list_contains($2::INTEGER[], batch_id))"
"""SQL of what was known at the moment that is parameter ``$1``, and what the batches ``$2`` brought since."""


def holding(name: str, as_of: bool = False) -> str:
    """SQL of the rows that hold; with `as_of` as they stood with `KNOWN` alone."""
    table = TABLES[name]
    known = f" WHERE {KNOWN}" if as_of else ""
    return (
        f"(SELECT * FROM (SELECT * FROM {name}{known} QUALIFY row_number() OVER ("
        f"PARTITION BY {', '.join(table.key)} ORDER BY {table.number} DESC) = 1) WHERE NOT {table.withdrawn})"
    )


def learn(cursor: Cursor, relation: str) -> None:
    """Give the people, periods and indicators of a relation numbers, those that have none yet."""
    for table, number, text in _DICTIONARIES:
        cursor.execute(
            f"INSERT INTO {table} ({number}, {text})"
            f" SELECT (SELECT coalesce(max({number}), 0) FROM {table}) + row_number() OVER (ORDER BY {text}),"
            f" {text} FROM (SELECT DISTINCT {text}::VARCHAR AS {text} FROM {relation}"
            f" WHERE {text} IS NOT NULL AND {text} NOT IN (SELECT {text} FROM {table})) ORDER BY {text}"
        )


def add(cursor: Cursor, facts: Sequence[Fact], batch_id: int | None, at: dt.datetime) -> None:
    """Store facts in their order, the same table's together."""
    for table in TABLES.values():
        own = [fact for fact in facts if fact.table == table.name]
        if not own:
            continue
        frame = pd.DataFrame(
            [[fact.values.get(column) for column in table.columns] for fact in own],
            columns=list(table.columns),
            dtype=object,
        )
        says = table.withdrawn == "withdrawn"
        if says:
            frame["withdrawn"] = [fact.withdrawn for fact in own]
        names = ", ".join(NUMBERED + table.values if table.base else frame.columns)
        frame["place"] = range(len(frame))
        cursor.register("facts_frame", frame)
        if table.base:
            learn(cursor, "facts_frame")
        cursor.execute(
            f"INSERT INTO {table.base or table.name} ({names}, batch_id, recorded_at)"
            f" SELECT {names}, $1, $2 FROM facts_frame {WITH_NUMBERS if table.base else ''} ORDER BY place",
            [batch_id, at],
        )
        cursor.unregister("facts_frame")
    count(cursor)


_COUNTED = """
    SELECT period_no, max(number) AS through, count(DISTINCT person_no) FILTER (value IS NOT NULL) AS people,
        coalesce(list(DISTINCT indicator_no) FILTER (value IS NOT NULL), []) AS indicators
    FROM (
        SELECT period_no, person_no, indicator_no, arg_max_null(value, number) AS value, max(number) AS number
        FROM measured WHERE list_contains($1::INTEGER[], period_no)
            AND period_no BETWEEN list_min($1::INTEGER[]) AND list_max($1::INTEGER[])
        GROUP BY period_no, person_no, indicator_no
    ) GROUP BY period_no
"""
"""How many people have values in some periods, and of which indicators."""


def counted(cursor: Cursor) -> str:
    """SQL of period_no, people and indicators (their numbers) of every period that holds measured values;
    what nobody has counted yet is counted now."""
    missed = _uncounted(cursor)
    kept = (
        "SELECT period_no, last(people ORDER BY through) AS people,"
        " last(indicators ORDER BY through) AS indicators FROM period_count"
    )
    if not missed:
        return f"({kept} GROUP BY period_no)"
    numbers = f"[{', '.join(map(str, missed))}]"
    return (
        f"({kept} WHERE NOT list_contains({numbers}, period_no) GROUP BY period_no UNION ALL"
        f" SELECT period_no, people, indicators FROM ({_COUNTED.replace('$1', numbers)}))"
    )


def count(cursor: Cursor) -> None:
    """Keep how many people have values in the periods that rows were stored of: pages ask often, and counting
    all periods would read everything."""
    missed = _uncounted(cursor)
    if missed:
        cursor.execute(
            "INSERT INTO period_count (period_no, through, people, indicators)"
            f" SELECT period_no, through, people, indicators FROM ({_COUNTED}) ORDER BY through",
            [missed],
        )


def _uncounted(cursor: Cursor) -> list[int]:
    """The periods, by number, of rows that were stored since periods were counted last."""
    (through,) = cursor.execute("SELECT coalesce(max(through), 0) FROM period_count").fetchone() or (0,)
    found = cursor.execute("SELECT DISTINCT period_no FROM measured WHERE number > ? ORDER BY ALL", [through])
    return [int(number) for (number,) in found.fetchall()]


def reversal(cursor: Cursor, name: str, batch_id: int) -> list[Fact]:
    """What undoes a batch in one table: for every key whose row is the batch's, the fact that brings back
    what held before it. What an undone batch brought back counts as the batch's that brought it first."""
    table = TABLES[name]
    found = cursor.execute(
        f"SELECT {', '.join(f't.{column}' for column in table.stored)}, b.undoes FROM {_alike(table)} t"
        f" LEFT JOIN import_batch b ON b.batch_id = t.batch_id ORDER BY t.{table.number}",
        [batch_id],
    )
    by_key: dict[tuple[Any, ...], Records] = {}
    for record in records(found):
        by_key.setdefault(tuple(record[column] for column in table.key), []).append(record)
    back = (_without(table, stored, batch_id) for stored in by_key.values())
    return [fact for fact in back if fact is not None]


def _alike(table: FactTable) -> str:
    """SQL of all rows under the keys that the batch ``$1`` says something of."""
    if table.base:
        # The numbers are joined, and keys written out for what is left: nothing else is read of a long table.
        keys = ", ".join(NUMBERED)
        columns = ", ".join((f"number AS {table.number}", *table.columns, "batch_id"))
        return (
            f"(SELECT {columns} FROM {table.base} JOIN (SELECT DISTINCT {keys} FROM {table.base}"
            f" WHERE batch_id = $1) USING ({keys}) {WITH_KEYS})"
        )
    same = " AND ".join(f"a.{column} IS NOT DISTINCT FROM k.{column}" for column in table.key)
    columns = ", ".join(f"a.{column}" for column in table.stored)
    return (
        f"(SELECT {columns} FROM {table.name} a JOIN (SELECT DISTINCT {', '.join(table.key)}"
        f" FROM {table.name} WHERE batch_id = $1) k ON {same})"
    )


Records = list[dict[str, Any]]


def _without(table: FactTable, stored: Records, batch_id: int) -> Fact | None:
    """A key's rows in order: the fact that takes `batch_id` back; None where that changes nothing."""
    standing: Records = []
    moved: dict[int, tuple[Records, bool]] = {}
    for record in stored:
        if record["undoes"] is None:
            standing.append(record)
        elif record["batch_id"] not in moved:
            standing, moved[record["batch_id"]] = _take_back(standing, moved, record["undoes"])
    then, _ = _take_back(standing, moved, batch_id)
    if then[-1:] == standing[-1:]:
        return None
    before = then[-1] if then else None
    if before is not None and not _is_withdrawn(table, before):
        return Fact(table.name, {column: before[column] for column in table.columns})
    values = {column: stored[-1][column] for column in table.columns}
    # A row whose value is NULL takes back; others say so and keep what they take back.
    if table.withdrawn != "withdrawn":
        values |= dict.fromkeys(table.values)
    return Fact(table.name, values, withdrawn=True)


def _take_back(
    standing: Records, moved: dict[int, tuple[Records, bool]], batch_id: int
) -> tuple[Records, tuple[Records, bool]]:
    """What stands once a batch is taken back, and the rows that this took away (or, where the batch had taken
    some away itself, brings again)."""
    rows, away = moved.get(batch_id, ([r for r in standing if r["batch_id"] == batch_id], False))
    if away:
        return [*standing, *rows], (rows, False)
    return [r for r in standing if r not in rows], (rows, True)


def held(cursor: Cursor, fact: Fact) -> dict[str, Any] | None:
    """What the row says that holds under the fact's key, by column; None where there is none or it was
    withdrawn."""
    table = TABLES[fact.table]
    where, key = _under(fact)
    found = cursor.execute(
        f"SELECT {', '.join(table.stored)} FROM {table.name} WHERE {where}"
        f" ORDER BY {table.number} DESC LIMIT 1",
        key,
    )
    record = next(iter(records(found)), None)
    return None if record is None or _is_withdrawn(table, record) else record


def all_held(cursor: Cursor, name: str) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Key → what the row says that holds under it, by column, of a whole table."""
    table = TABLES[name]
    found = records(cursor.execute(f"SELECT {', '.join(table.stored)} FROM {holding(name)}"))
    return {tuple(record[column] for column in table.key): record for record in found}


def ever_stored(cursor: Cursor, fact: Fact) -> bool:
    """Whether anything was ever stored under the fact's key, withdrawn or not."""
    where, key = _under(fact)
    return bool(cursor.execute(f"SELECT 1 FROM {fact.table} WHERE {where} LIMIT 1", key).fetchall())


def _under(fact: Fact) -> tuple[str, list[Any]]:
    """SQL of the rows under a fact's key, with its parameters."""
    key = TABLES[fact.table].key
    where = " AND ".join(f"{column} IS NOT DISTINCT FROM ?" for column in key)
    return where, [fact.values.get(column) for column in key]


def _is_withdrawn(table: FactTable, record: Mapping[str, Any]) -> bool:
    return bool(record["withdrawn"]) if table.withdrawn == "withdrawn" else record["value"] is None
