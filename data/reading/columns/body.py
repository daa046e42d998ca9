"""From a grid to cells that carry a value, one line each; totals, footers and titles told and left out."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.reading.columns.headings import SINGLE, Column, Heading
from data.reading.columns.rows import is_footer, total_rule
from data.reading.grids.opening import FORMULA, Grid, formula_problem
from data.reading.problems import ERROR, FIXED, WARNING, Problem
from data.reading.rules import Rule
from data.reading.values.ids import Ids, shapes
from data.reading.values.months import read_period
from data.reading.values.numbers import read_number
from data.reading.values.text import compact, plain

_CUT_OFF = re.compile(r"截止|截至|数据日期")
_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?|\s*月)?")
_CENTS = 0.011
_LABELS = ("id", "name", "period", "indicator", "cut_off")
_BESIDE = ("target", "own_value")
COLUMNS = ("row", *_LABELS, "raw", "column", "unit", *_BESIDE, "sheet", "tidy")
"""Row as people count, labels, the cell's text, the heading over it and the unit in that, what stands beside
it in a tidy table, the sheet, and whether the table is tidy: one value a row."""


@dataclass
class Body:
    """The lines of one grid: a frame with COLUMNS (texts as they stand), how many rows were read, and what
    is to be told."""

    cells: pd.DataFrame
    rows_read: int
    problems: list[Problem]


def read_body(grid: Grid, heading: Heading, period: str | None, ids: Ids) -> Body:
    """Everything under the heading. `period` is used where the file itself names none; `ids` tell a row
    about a person from a total or a footer."""
    problems = list(grid.problems)
    tidy = heading.role("indicator") is not None and bool(heading.role("value") or heading.role("target"))
    _tell_heading(grid, heading, tidy, problems)
    filled = _fill_merged(grid, heading, problems)
    if heading.role("period") is None and not any(c.period for c in heading.columns):
        period = period or _period_of_titles(grid, heading, problems)
    else:
        period = None
    lines = _lines(grid, heading, filled, ids, problems)
    cells = _tidy(lines, heading) if tidy else _wide(lines, heading)
    cells["sheet"], cells["tidy"] = grid.sheet, tidy
    if heading.role("period") is None and not any(c.period for c in heading.columns):
        cells["period"] = period or ""
    _tell_cut_off(grid, heading, cells, problems)
    return Body(cells[[*COLUMNS]], len(lines), problems)


def _tell_heading(grid: Grid, heading: Heading, tidy: bool, problems: list[Problem]) -> None:
    def tell(rule: Rule, severity: str, column: str = "", raw: str = "", **params: object) -> None:
        problems.append(Problem(rule, severity, grid.sheet, heading.last + 1, column, raw, params))

    titles = [c for row in grid.rows[: heading.first] for c in row if c.strip()]
    if titles:
        params: dict[str, object] = {"header": heading.last + 1}
        problems.append(
            Problem(Rule.TITLE_ROWS_ABOVE_HEADER, FIXED, grid.sheet, 1, raw=titles[0], params=params)
        )
    if heading.last > heading.first:
        problems.append(Problem(Rule.TWO_LEVEL_HEADER, FIXED, grid.sheet, heading.first + 1))
    for column in heading.columns:
        if column.synonym:
            tell(Rule.HEADER_SYNONYM, FIXED, column.heading)
        unit = column.unit
        if not unit.heading or not (column.indicator or column.role in SINGLE):
            continue
        if column.indicator and not unit.fits:
            tell(Rule.UNIT_MISMATCH, ERROR, column.heading, unit=unit.heading, kept=unit.kept)
            continue
        wan = unit.heading in ("万元", "万") and unit.kept == "元"
        rule = Rule.UNIT_WANYUAN if wan else Rule.UNIT_SUFFIX_IN_HEADER
        tell(rule, FIXED, column.heading, unit.heading)
    for column in heading.hidden:
        tell(Rule.HIDDEN_COLUMN, WARNING, column.heading, read="yes" if column in heading.columns else "no")
    # A column of targets says nothing beside indicators in columns, nor an indicator's column beside values.
    idle = [c for c in heading.columns if (c.indicator if tidy else c.role in SINGLE)]
    for text, near in (*heading.unmapped, *((c.heading, "") for c in idle)):
        tell(Rule.UNMAPPED_COLUMN, WARNING, text, near=near or "NONE")


def _fill_merged(grid: Grid, heading: Heading, problems: list[Problem]) -> dict[tuple[int, int], str]:
    """Merged cells under the heading stand for their text in every row; numbers are never multiplied."""
    filled = {}
    wanted = {c.place: c for c in heading.columns if c.role in ("id", "name", "team", "period", "indicator")}
    starts: dict[tuple[int, int], int] = {}
    told: dict[tuple[int, int], str] = {}
    for (i, j), text in grid.merged.items():  # From top to bottom.
        if i <= heading.last or j not in wanted or not text:
            continue
        filled[i, j] = text
        starts[i, j] = starts.get((i - 1, j), i)
        told.setdefault((j, starts[i, j]), text)
    for (j, start), text in told.items():
        rule = Rule.MERGED_TEAM_CELLS if wanted[j].role == "team" else Rule.MERGED_CELLS
        problems.append(Problem(rule, FIXED, grid.sheet, start, wanted[j].heading, text))
    return filled


def _lines(
    grid: Grid,
    heading: Heading,
    filled: Mapping[tuple[int, int], str],
    ids: Ids,
    problems: list[Problem],
) -> list[tuple[int, list[str]]]:
    """(row as people count, texts by column) of every row that is about a person.

    Words of totals and footers count only where the column of ids names nobody: 主管客户经理 is a position.
    """
    places = [c.place for c in heading.columns]
    labels = [c.place for c in heading.columns if c.role in ("id", "name", "team")]
    repeated = [compact(c.heading) for c in heading.columns]
    id_place = next(c.place for c in heading.columns if c.role == "id")
    others = _shapes_of_ids(grid, heading, id_place) if ids.known is None else frozenset()
    sums = _Sums(grid, heading)
    lines = []
    for i in range(heading.last + 1, len(grid.rows)):
        row = grid.rows[i]
        texts = [(row[j] if j < len(row) else "") or filled.get((i, j), "") for j in places]
        if not any(t.strip() for t in row):
            if i + 1 < len(grid.rows):
                problems.append(Problem(Rule.BLANK_ROW, FIXED, grid.sheet, i + 1))
            continue
        first = next((plain(c) for c in row if plain(c)), "")
        total = next((t for j in labels if (t := total_rule(_at(row, j)))), None) or total_rule(first)
        about_nobody = total is not None or is_footer(first)
        if about_nobody and ids.about_a_person(_at(row, id_place), others):
            total = None
        elif total:
            problems.append(Problem(total, FIXED, grid.sheet, i + 1, raw=first))
            problems += sums.check(i, row, total)
            continue
        elif about_nobody:
            problems.append(Problem(Rule.FOOTER_ROW, FIXED, grid.sheet, i + 1, raw=first))
            continue
        if compact(texts[0]) == repeated[0] and [compact(t) for t in texts] == repeated:
            problems.append(Problem(Rule.HEADER_REPEATED, FIXED, grid.sheet, i + 1))
            continue
        for j, text in enumerate(texts):
            if text == FORMULA:
                problems.append(formula_problem(grid, i + 1, heading.columns[j].heading))
        sums.add(row)
        lines.append((i + 1, texts))
    return lines


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _shapes_of_ids(grid: Grid, heading: Heading, place: int) -> frozenset[str]:
    """How ids are written in the rows that no word makes a total or a footer."""
    return shapes(
        _at(row, place)
        for row in grid.rows[heading.last + 1 :]
        if (first := next((plain(c) for c in row if plain(c)), ""))
        and not total_rule(first)
        and not is_footer(first)
    )


class _Sums:
    """Adds up what stands above a total, to tell where the total is another number."""

    def __init__(self, grid: Grid, heading: Heading) -> None:
        self.grid = grid
        self.columns = [c for c in heading.columns if c.indicator]
        self.group: list[Sequence[str]] = []
        self.whole: list[Sequence[str]] = []

    def add(self, row: Sequence[str]) -> None:
        """A row about a person; read only once a total asks for it."""
        self.group.append(row)
        self.whole.append(row)

    def check(self, i: int, row: Sequence[str], rule: Rule) -> list[Problem]:
        """What a total row says that is not so."""
        rows = self.group if rule == Rule.SUBTOTAL_ROW else self.whole
        name = Rule.SUBTOTAL_DOES_NOT_ADD_UP if rule == Rule.SUBTOTAL_ROW else Rule.TOTAL_DOES_NOT_ADD_UP
        found = []
        for column in self.columns:
            said = self._read(row, column)
            if column.unit.kept in ("1", "%", "‰") or math.isnan(said):
                continue
            values = [self._read(r, column) for r in rows]
            total = math.fsum(v for v in values if not math.isnan(v))
            if abs(said - total) > _CENTS + 1e-9 * abs(said):
                params: dict[str, object] = {"sum": round(total, 2)}
                raw = row[column.place] if column.place < len(row) else ""
                found.append(Problem(name, WARNING, self.grid.sheet, i + 1, column.heading, raw, params))
        self.group = []
        return found

    @staticmethod
    def _read(row: Sequence[str], column: Column) -> float:
        return read_number(row[column.place], column.unit).number if column.place < len(row) else math.nan


def _tidy(lines: list[tuple[int, list[str]]], heading: Heading) -> pd.DataFrame:
    frame = pd.DataFrame(
        [texts for _, texts in lines], columns=[c.name for c in heading.columns], dtype=object
    )
    out = pd.DataFrame({"row": [row for row, _ in lines]})
    for name in (*_LABELS, *_BESIDE):
        out[name] = frame.get(name, "")
    value = heading.role("value")
    column = value or heading.role("target")
    out["raw"] = frame["value"] if value else ""
    out["column"] = column.heading if column else ""
    out["unit"] = column.unit.heading if column else ""
    return out


def _wide(lines: list[tuple[int, list[str]]], heading: Heading) -> pd.DataFrame:
    """One line for each cell of an indicator's (or a month's) column."""
    at = {c.role: k for k, c in enumerate(heading.columns) if c.role}
    rows: list[tuple[object, ...]] = []
    for number, texts in lines:
        person, name, period, indicator, cut_off = (texts[at[r]] if r in at else "" for r in _LABELS)
        for k, c in enumerate(heading.columns):
            if c.indicator:
                label = (number, person, name, period, c.indicator, cut_off)
            elif c.period:
                label = (number, person, name, c.period, indicator, cut_off)
            else:
                continue
            rows.append((*label, texts[k], c.heading, c.unit.heading))
    names = ["row", *_LABELS, "raw", "column", "unit"]
    return pd.DataFrame(rows, columns=names, dtype=object).assign(target="", own_value="")


def _period_of_titles(grid: Grid, heading: Heading, problems: list[Problem]) -> str:
    """A sheet for each month: its name, or the title, says which; two different ones are nobody's."""
    found = {}
    titles = [c for row in grid.rows[: heading.first] for c in row if c.strip() and not _CUT_OFF.search(c)]
    for text in (grid.sheet, *titles):
        if re.search(r"制表|打印|报送", text):
            continue
        for match in _DATE.finditer(plain(text)):
            if (reading := read_period(match[0])).code:
                found[reading.code] = text
    if len(found) != 1:
        return ""
    ((code, text),) = found.items()
    problems.append(Problem(Rule.PERIOD_FROM_TITLE, FIXED, grid.sheet, 1, raw=text, params={"period": code}))
    return code


def _tell_cut_off(grid: Grid, heading: Heading, cells: pd.DataFrame, problems: list[Problem]) -> None:
    """Figures that were drawn before their period was over."""
    last = max((r.code for p in cells["period"].unique() if (r := read_period(str(p))).code), default="")
    for i, row in enumerate(grid.rows[: heading.first]):
        for text in row:
            if not _CUT_OFF.search(text):
                continue
            dates = [read_period(m[0]).code for m in _DATE.finditer(plain(text))]
            if last and any(code and code < last for code in dates):
                problems.append(
                    Problem(Rule.STALE_CUT_OFF, WARNING, grid.sheet, i + 1, raw=text, params={"period": last})
                )
    column = heading.role("cut_off")
    if column is None:
        return
    for number, period, text in cells[["row", "period", "cut_off"]].drop_duplicates().itertuples(index=False):
        drawn, due = read_period(str(text)).code, read_period(str(period)).code
        if drawn and due and drawn < due:
            problems.append(
                Problem(
                    Rule.STALE_CUT_OFF,
                    WARNING,
                    grid.sheet,
                    int(number),
                    column.heading,
                    str(text),
                    {"period": due},
                )
            )
