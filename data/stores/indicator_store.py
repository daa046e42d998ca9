"""The indicator library as it holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from data import facts
from data.database import Cursor
from data.facts import Fact, holding
from data.rows import rows


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(";") if word.strip())


@dataclass(frozen=True)
class LibraryIndicator:
    """An indicator of the library, by which headings are known and values are read."""

    code: str
    name: str
    name_en: str
    unit: str
    measure: str
    aliases: Annotated[tuple[str, ...], _words]


def codes(cursor: Cursor) -> set[str]:
    """The codes of the library."""
    return {code for (code,) in cursor.execute(f"SELECT code FROM {holding('indicator')}").fetchall()}


def indicators(cursor: Cursor) -> list[LibraryIndicator]:
    """The library, by code."""
    return rows(
        cursor.execute(
            f"""
            SELECT code, name_zh AS name, name_en, coalesce(unit, '') AS unit,
                coalesce(measure, '') AS measure, coalesce(aliases, '') AS aliases
            FROM {holding("indicator")} ORDER BY code
            """
        ),
        LibraryIndicator,
    )


def add(
    cursor: Cursor,
    *,
    code: str,
    name_zh: str,
    name_en: str,
    unit: str,
    direction: str,
    measure: str,
    kind: str,
    when: dt.datetime,
) -> None:
    """Add an indicator that no file has brought: one that a scheme brings along."""
    values = {
        **{"code": code, "name_zh": name_zh, "name_en": name_en, "unit": unit, "direction": direction},
        **{"measure": measure, "kind": kind, "aliases": ""},
    }
    facts.add(cursor, [Fact("indicator", values)], None, when)


@dataclass(frozen=True)
class LastValues:
    """An indicator of the library with the values of the last period that has any; None where none has."""

    code: str
    name: str
    name_en: str
    unit: str
    direction: str
    measure: str
    kind: str
    period: str | None
    people: int | None
    lowest: float | None
    median: float | None
    highest: float | None


def with_last_values(cursor: Cursor) -> list[LastValues]:
    """The library by code, each with what people were measured at last."""
    return rows(
        cursor.execute(
            f"""
            SELECT i.code, i.name_zh AS name, i.name_en, coalesce(i.unit, '') AS unit,
                coalesce(i.direction, 'higher') AS direction, coalesce(i.measure, 'flow') AS measure,
                coalesce(i.kind, 'quantitative') AS kind, m.period, m.people, m.lowest, m.median, m.highest
            FROM {holding("indicator")} i LEFT JOIN (
                SELECT indicator_code AS code, period, count(value) AS people, min(value) AS lowest,
                    median(value) AS median, max(value) AS highest
                FROM {holding("measurement")} WHERE value IS NOT NULL GROUP BY indicator_code, period
                QUALIFY row_number() OVER (PARTITION BY indicator_code ORDER BY period DESC) = 1
            ) m USING (code)
            ORDER BY i.code
            """
        ),
        LastValues,
    )
