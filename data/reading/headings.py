"""Which row is the heading, and what each column is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from data.errors import UnreadableFile
from data.reading.customers import refuse_customers
from data.reading.grids import Grid
from data.reading.kinds import KINDS
from data.reading.months import read_period
from data.reading.numbers import COUNTED, Unit
from data.reading.text import compact

ROLES: dict[str, tuple[str, ...]] = {
    "id" if column.name == "manager_id" else column.name: column.headings
    for column in KINDS["metrics"].fields
}
"""The columns of measured values by heading; in mapping files the one of people is called ``id``."""
SEARCHED = 40
NO_UNIT = Unit("")
CLOSE = 0.72
_UNIT_WORDS = ("千元", "百万元", "亿元", "万元", "元", "万", "%", "‰", *COUNTED)
_BRACKETS = re.compile(r"[(\[【]([^()\[\]【】]{1,8})[)\]】]$")
_TRAILING = re.compile(rf"[/,:;、_\-](?:单位:?)?({'|'.join(_UNIT_WORDS)})$")


@dataclass(frozen=True)
class Mapping_:
    """How a source's headings are read: roles by heading, indicators by heading with the unit of values.

    ``units`` gives the unit that an indicator is kept in; ``confirmed`` maps headings that a person has
    matched by hand (compact heading → indicator code, or "" to leave the column out). The first ``usual``
    names of an indicator are its own; the others are synonyms, and told.
    """

    roles: Mapping[str, tuple[str, ...]]
    indicators: Mapping[str, tuple[str, ...]]
    units: Mapping[str, str]
    confirmed: Mapping[str, str] = field(default_factory=dict)
    usual: int = 1


@dataclass(frozen=True)
class Column:
    """A column that is read: its place, the heading as it stands, its role or indicator, its unit."""

    place: int
    heading: str
    role: str = ""
    indicator: str = ""
    unit: Unit = NO_UNIT
    period: str = ""
    synonym: bool = False


@dataclass(frozen=True)
class Heading:
    """Where the heading stands (rows from 0, last one inclusive), what was found, and what was not.

    ``unmapped`` are headings that are nothing known, each with the nearest indicator ("" for none).
    """

    first: int
    last: int
    columns: tuple[Column, ...]
    unmapped: tuple[tuple[str, str], ...]

    def role(self, name: str) -> Column | None:
        """The column of a role."""
        return next((c for c in self.columns if c.role == name), None)


def mapping_file(path: Path) -> Mapping_:
    """Read a mapping file (the format is in the brief's interfaces).

    Raises
    ------
    UnreadableFile : missing, no TOML, or without indicators.
    """
    if not path.is_file():
        raise UnreadableFile("errors-file-missing", file=str(path))
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        indicators = {str(c): tuple(map(str, e["names"])) for c, e in found["indicators"].items()}
        units = {str(c): str(e.get("unit", "")) for c, e in found["indicators"].items()}
        roles = {role: tuple(map(str, found[role])) for role in ROLES if role in found}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError):
        raise UnreadableFile("errors-mapping", file=path.name) from None
    return Mapping_(ROLES | roles, indicators, units)


def bare(heading: str) -> tuple[str, str]:
    """The heading without blanks and without a unit, and the unit ("" where it names none)."""
    text = compact(heading)
    if (match := _BRACKETS.search(text)) and _unit_word(match[1]):
        return text[: match.start()], _unit_word(match[1])
    if match := _TRAILING.search(text):
        return text[: match.start()], match[1]
    return text, ""


def _unit_word(text: str) -> str:
    text = text.removeprefix("单位:").removeprefix("单位")
    return text if text in _UNIT_WORDS else ""


def find(grid: Grid, mapping: Mapping_) -> Heading | None:
    """The heading of a grid: the row (or two rows) that names most; None where no row names an id column.

    Raises
    ------
    UnreadableFile : a column looks like a customer's personal data.
    """
    best: tuple[int, Heading] | None = None
    for first in range(min(SEARCHED, len(grid.rows))):
        for last in (first, first + 1):
            if last >= len(grid.rows) or (best and first > best[1].last):
                continue
            texts = _joined(grid, first, last)
            heading = _read(texts, first, last, mapping)
            if heading is None:
                continue
            merit = 2 * len(heading.columns) - (last - first)
            if best is None or merit > best[0]:
                best = (merit, heading)
    if best is None:
        return None
    refuse_customers(grid.file_name, _joined(grid, best[1].first, best[1].last))
    return best[1]


def _joined(grid: Grid, first: int, last: int) -> list[str]:
    """Headings of one row, or of two where the upper one groups the lower ones."""

    def cell(i: int, j: int) -> str:
        row = grid.rows[i]
        return (row[j] if j < len(row) else "") or grid.merged.get((i, j), "")

    width = max(len(grid.rows[i]) for i in range(first, last + 1))
    if first == last:
        return [cell(first, j) for j in range(width)]
    upper, lower = ([cell(i, j) for j in range(width)] for i in (first, last))
    return [
        u if not w or compact(u) == compact(w) else w if not u else u + w
        for u, w in zip(upper, lower, strict=True)
    ]


def _read(texts: Sequence[str], first: int, last: int, mapping: Mapping_) -> Heading | None:
    roles = {compact(h): (role, k) for role, hs in mapping.roles.items() for k, h in enumerate(hs)}
    known = {
        compact(alias): (code, k)
        for code, aliases in mapping.indicators.items()
        for k, alias in enumerate((*aliases, code))
    }
    columns: list[Column] = []
    unmapped = []
    seen: set[str] = set()
    for place, text in enumerate(texts):
        name, unit = bare(text)
        if not name:
            continue
        confirmed = mapping.confirmed.get(name)
        if confirmed == "":
            continue
        if confirmed is None and name in roles and roles[name][0] not in seen:
            role, k = roles[name]
            seen.add(role)
            columns.append(Column(place, text, role=role, synonym=k > 0 and not text.isascii()))
        elif confirmed or name in known:
            code, k = (confirmed, 0) if confirmed else known[name]
            if code in seen:
                unmapped.append((text, ""))
                continue
            seen.add(str(code))
            kept = Unit(mapping.units.get(str(code), ""), unit)
            columns.append(Column(place, text, indicator=str(code), unit=kept, synonym=k >= mapping.usual))
        elif (month := read_period(text)).code and len(name) >= 5:
            columns.append(Column(place, text, period=month.code))
        else:
            near = get_close_matches(name, known, n=1, cutoff=CLOSE)
            unmapped.append((text, known[near[0]][0] if near else ""))
    if "id" not in seen:
        return None
    tidy = {"indicator", "value"} <= seen or {"indicator", "target"} <= seen
    months = "indicator" in seen and any(c.period for c in columns)
    if not (tidy or months or any(c.indicator for c in columns)):
        return None
    if not months:
        columns = [c for c in columns if not c.period]
    return Heading(first, last, tuple(columns), tuple(unmapped))
