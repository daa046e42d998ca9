"""What a batch changes, in words: one line a fact, for the desk and the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from data.changes import Change
from data.facts import BEGINNING, TABLES
from words import format as fmt
from words.text import Text

_HIDDEN = ("identity", "spell")
_WHO = ("manager_id", "receiver_id", "code", "team_id")
_CHOICES = ("kind", "finding", "direction")


class Line(NamedTuple):
    """One fact: the row of the file, whose it is, what it is about, what held and what will."""

    row: int
    who: str
    what: str
    before: str
    after: str


def lines(found: Iterable[Change], names: Mapping[str, str], t: Text) -> list[Line]:
    """The changes of a batch, in its order; `names` are people's by id."""
    return [_line(change, names, t) for change in found]


def _line(change: Change, names: Mapping[str, str], t: Text) -> Line:
    fact = change.fact
    table = TABLES[fact.table]
    owner = next((c for c in _WHO if c in table.key), table.key[0])
    who = str(fact.values.get(owner) or "")
    key = [c for c in table.key if c != owner and c not in _HIDDEN]
    place = t("list-joint").join(value_words(c, fact.values[c], t) for c in key if fact.values.get(c))
    what = t(f"fact-{fact.table}") + (f" {place}" if place else "")
    before = change.before or {}
    moved = [c for c in table.values if fact.withdrawn or before.get(c) != fact.values.get(c)]
    then = t("fact-withdrawn") if fact.withdrawn else said(moved, fact.values, t)
    shown = f"{names[who]} {who}" if who in names else who
    return Line(change.row_no, shown, what, said(moved, before, t), then)


def said(columns: Iterable[str], values: Mapping[str, Any], t: Text) -> str:
    """What is said under some columns, in one line."""
    parts = [
        f"{t(f'field-{c}')} {value_words(c, values[c], t)}" for c in columns if values.get(c) is not None
    ]
    return t("clause-joint").join(parts)


def value_words(column: str, value: Any, t: Text) -> str:
    """A value as people read it."""
    if isinstance(value, dt.date):
        return t("fact-beginning") if value == BEGINNING else value.isoformat()
    if column == "period":
        return fmt.period(str(value), t.lang)
    if column in _CHOICES and t.has(f"{column}-{value}"):
        return t(f"{column}-{value}")
    if column == "position":
        return t.term(str(value))
    return fmt.quantity(value) if isinstance(value, float) else str(value)


def measured(rows: pd.DataFrame, names: Mapping[str, str], t: Text) -> list[Line]:
    """Rows of a batch of measured values (see its `Preview`) that are not as they are stored."""
    found = []
    changed: Iterable[Any] = rows[rows["state"] != "same"].itertuples(index=False)
    for row in changed:
        who = f"{names[row.manager_id]} {row.manager_id}" if row.manager_id in names else row.manager_id
        for says, table, before, after in (
            (row.says_value, "measurement", row.before, row.value),
            (row.says_target, "target", row.before_target, row.target),
        ):
            if says:
                what = f"{t(f'fact-{table}')} {row.indicator} {fmt.period(row.period, t.lang)}"
                found.append(Line(row.row_no, who, what, fmt.quantity(before), fmt.quantity(after)))
    return found
