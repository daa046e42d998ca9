"""Which row is the heading, and what each column is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from data.reading.columns.kinds import KINDS
from data.reading.grids.opening import Grid
from data.reading.values.customers import refuse_customers
from data.reading.values.months import read_period
from data.reading.values.numbers import COUNTED, Unit
from data.reading.values.text import compact

ROLES: dict[str, tuple[str, ...]] = {
    "id" if column.name == "manager_id" else column.name: column.headings
    for column in KINDS["metrics"].fields
}
"""The columns of measured values by heading; in mapping files the one of people is called ``id``."""
SINGLE = ("value", "target", "own_value")
"""Roles whose columns hold figures: of two of them nobody knows which is meant."""
SEARCHED = 40
NO_UNIT = Unit("")
CLOSE = 0.72
_SHOWN = 20
_COMPARED = 100
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
    hidden: bool = False

    @property
    def name(self) -> str:
        """What the column is: two of one name are two for the same thing."""
        return self.role or self.indicator or self.period


@dataclass(frozen=True)
class Heading:
    """Where the heading stands (rows from 0, last one inclusive), what was found, and what was not.

    ``doubled`` are columns of figures for one and the same thing, none of which is among ``columns``;
    ``hidden`` are columns that the file hides, read or (where a visible one says the same) not.
    ``unmapped`` are headings that are not read, each with the nearest one that is known ("" for none).
    """

    first: int
    last: int
    columns: tuple[Column, ...]
    unmapped: tuple[tuple[str, str], ...]
    doubled: tuple[tuple[Column, ...], ...] = ()
    hidden: tuple[Column, ...] = ()

    def role(self, name: str) -> Column | None:
        """The column of a role."""
        return next((c for c in self.columns if c.role == name), None)


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
            heading = _read(texts, first, last, mapping, grid.hidden_columns)
            if heading is None:
                continue
            merit = 2 * (len(heading.columns) + len(heading.doubled)) - (last - first)
            if best is None or merit > best[0]:
                best = (merit, heading)
    if best is None:
        return None
    known = {*_names(mapping), *_roles(mapping), *mapping.confirmed}
    heading = best[1]
    refuse_customers(grid.file_name, _joined(grid, heading.first, heading.last), known)
    unmapped = tuple((text, nearest(text, mapping)) for text, _ in heading.unmapped[:_COMPARED])
    return replace(heading, unmapped=(*unmapped, *heading.unmapped[_COMPARED:]))


def nearest(text: str, mapping: Mapping_) -> str:
    """The indicator or the usual name of a column that a heading is probably meant for; "" for none."""
    names, roles = _names(mapping), _roles(mapping)
    close = get_close_matches(bare(text)[0], [*names, *roles], n=1, cutoff=CLOSE)
    if not close:
        return ""
    return names[close[0]][0] if close[0] in names else mapping.roles[roles[close[0]][0]][0]


def likely(grids: Iterable[Grid], mapping: Mapping_) -> list[tuple[str, str]]:
    """Where no heading was found: the texts of the row that looks most like one, each with the nearest
    heading that is known ("" for none)."""
    known = {*_names(mapping), *_roles(mapping)}
    rows = [[t.strip() for t in row if t.strip()] for grid in grids for row in grid.rows[:SEARCHED]]
    best = max(rows, key=lambda texts: _merit(texts, known), default=[])
    return [(t, "" if bare(t)[0] in known else nearest(t, mapping)) for t in best[:_SHOWN]]


def _merit(texts: Sequence[str], known: Collection[str]) -> tuple[int, int]:
    """How much a row looks like a heading: names that are known, then words rather than numbers."""
    return sum(bare(t)[0] in known for t in texts), sum(not any(c.isdigit() for c in t) for t in texts)


def _names(mapping: Mapping_) -> dict[str, tuple[str, int]]:
    """Compact name → indicator, and which of its names it is."""
    return {
        compact(alias): (code, k)
        for code, aliases in mapping.indicators.items()
        for k, alias in enumerate((*aliases, code))
    }


def _roles(mapping: Mapping_) -> dict[str, tuple[str, int]]:
    """Compact heading → role, and which of its headings it is."""
    return {compact(h): (role, k) for role, hs in mapping.roles.items() for k, h in enumerate(hs)}


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


def _read(
    texts: Sequence[str], first: int, last: int, mapping: Mapping_, hidden: frozenset[int]
) -> Heading | None:
    roles, names = _roles(mapping), _names(mapping)
    found: dict[str, list[Column]] = {}
    unmapped: list[tuple[str, str]] = []
    for place, text in enumerate(texts):
        name, unit = bare(text)
        confirmed = mapping.confirmed.get(name)
        if not name or confirmed == "":
            continue
        column = None
        if confirmed is None and name in roles and (name not in names or roles[name][0] not in found):
            role, k = roles[name]
            synonym = k > 0 and not text.isascii()
            column = Column(place, text, role=role, unit=Unit("", unit), synonym=synonym)
        elif confirmed or name in names:
            code, k = (confirmed, 0) if confirmed else names[name]
            kept = Unit(mapping.units.get(str(code), ""), unit)
            column = Column(place, text, indicator=str(code), unit=kept, synonym=k >= mapping.usual)
        elif len(name) >= 5 and (month := read_period(text)).code:
            column = Column(place, text, period=month.code)
        if column is None:
            unmapped.append((text, ""))
        else:
            column = replace(column, hidden=place in hidden)
            found.setdefault(column.name, []).append(column)
    return _sorted(found, Heading(first, last, (), tuple(unmapped)))


def _sorted(found: Mapping[str, list[Column]], place: Heading) -> Heading | None:
    """Which of the columns are read; None where these make no table of measured values."""
    columns: list[Column] = []
    doubled: list[tuple[Column, ...]] = []
    unmapped = list(place.unmapped)
    for same in found.values():
        # What people see counts; a hidden column is read only where no visible one says the same.
        seen = [c for c in same if not c.hidden] or same
        if len(seen) > 1 and (seen[0].role in SINGLE or not seen[0].role):
            doubled.append(tuple(seen))
        else:
            columns.append(seen[0])
            unmapped += [(c.heading, "") for c in seen[1:]]
    given = {*(c.name for c in columns), *(same[0].name for same in doubled)}
    months = "indicator" in given and any(same[0].period for same in found.values())
    tidy = "indicator" in given and ("value" in given or "target" in given)
    wide = any(c.indicator for c in columns) or any(same[0].indicator for same in doubled)
    if "id" not in given or not (tidy or months or wide):
        return None
    columns = sorted((c for c in columns if months or not c.period), key=lambda c: c.place)
    doubled = [same for same in doubled if months or not same[0].period]
    hidden = tuple(c for same in found.values() for c in same if c.hidden)
    return replace(
        place, columns=tuple(columns), unmapped=tuple(unmapped), doubled=tuple(doubled), hidden=hidden
    )
