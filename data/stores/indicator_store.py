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
