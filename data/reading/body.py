"""From a grid to cells that carry a value, one line each; totals, footers and titles told and left out."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.reading.grids import FORMULA, Grid, formula_problem
from data.reading.headings import Column, Heading
from data.reading.months import read_period
from data.reading.numbers import read_number
from data.reading.problems import ERROR, FIXED, WARNING, Problem
from data.reading.rows import is_footer, total_rule
from data.reading.text import compact, plain

_CUT_OFF = re.compile(r"截止|截至|数据日期")
_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?|\s*月)?")
_CENTS = 0.011
COLUMNS = ("row", "id", "name", "period", "indicator", "raw", "column", "place", "target", "own_value")


@dataclass
class Body:
    """The lines of one grid: a frame with COLUMNS (texts as they stand), how many rows were read, and what
    is to be told."""

    cells: pd.DataFrame
    rows_read: int
    problems: list[Problem]
    tidy: bool


def read_body(grid: Grid, heading: Heading, period: str | None) -> Body:
    """Everything under the heading. `period` is used where the file itself names none."""
    problems = list(grid.problems)
    _tell_heading(grid, heading, problems)
    filled = _fill_merged(grid, heading, problems)
    if heading.role("period") is None and not any(c.period for c in heading.columns):
        period = period or _period_of_titles(grid, heading, problems)
    else:
        period = None
    lines = _lines(grid, heading, filled, problems)
    tidy = heading.role("indicator") is not None and bool(heading.role("value") or heading.role("target"))
    cells = _tidy(lines, heading) if tidy else _wide(lines, heading)
    if heading.role("period") is None and not any(c.period for c in heading.columns):
        cells["period"] = period or ""
    _tell_cut_off(grid, heading, cells, problems)
    return Body(cells, len(lines), problems, tidy)


def _tell_heading(grid: Grid, heading: Heading, problems: list[Problem]) -> None:
    if any(any(c.strip() for c in row) for row in grid.rows[: heading.first]):
        raw = next(c for row in grid.rows[: heading.first] for c in row if c.strip())
        problems.append(
            Problem(
                "title_rows_above_header", FIXED, grid.sheet, 1, raw=raw, params={"header": heading.last + 1}
            )
        )
    if heading.last > heading.first:
        problems.append(Problem("two_level_header", FIXED, grid.sheet, heading.first + 1))
    for column in heading.columns:
        if column.synonym:
            problems.append(Problem("header_synonym", FIXED, grid.sheet, heading.last + 1, column.heading))
        if not column.indicator or not column.unit.heading:
            continue
        unit = column.unit
        if not unit.fits:
            params: dict[str, object] = {"unit": unit.heading, "kept": unit.kept}
            problems.append(
                Problem("unit_mismatch", ERROR, grid.sheet, heading.last + 1, column.heading, params=params)
            )
            continue
        wan = unit.heading in ("万元", "万") and unit.kept == "元"
        rule = "unit_wanyuan" if wan else "unit_suffix_in_header"
        problems.append(Problem(rule, FIXED, grid.sheet, heading.last + 1, column.heading, raw=unit.heading))
    for text, near in heading.unmapped:
        params = {"near": near}
        problems.append(
            Problem("unmapped_column", WARNING, grid.sheet, heading.last + 1, text, params=params)
        )


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
        rule = "merged_team_cells" if wanted[j].role == "team" else "merged_cells"
        problems.append(Problem(rule, FIXED, grid.sheet, start, wanted[j].heading, text))
    return filled


def _lines(
    grid: Grid, heading: Heading, filled: Mapping[tuple[int, int], str], problems: list[Problem]
) -> list[tuple[int, list[str]]]:
    """(row as people count, texts by column) of every row that is about a person."""
    places = [c.place for c in heading.columns]
    labels = [c.place for c in heading.columns if c.role in ("id", "name", "team")]
    repeated = [compact(c.heading) for c in heading.columns]
    sums = _Sums(grid, heading)
    lines = []
    for i in range(heading.last + 1, len(grid.rows)):
        row = grid.rows[i]
        texts = [(row[j] if j < len(row) else "") or filled.get((i, j), "") for j in places]
        if not any(t.strip() for t in row):
            if i + 1 < len(grid.rows):
                problems.append(Problem("blank_row", FIXED, grid.sheet, i + 1))
            continue
        first = next((plain(c) for c in row if plain(c)), "")
        total = next(
            (t for j in labels if (t := total_rule(row[j] if j < len(row) else ""))), ""
        ) or total_rule(first)
        if total:
            problems.append(Problem(total, FIXED, grid.sheet, i + 1, raw=first))
            problems += sums.check(i, row, total)
            continue
        if is_footer(first):
            problems.append(Problem("footer_row", FIXED, grid.sheet, i + 1, raw=first))
            continue
        if [compact(t) for t in texts] == repeated:
            problems.append(Problem("header_repeated", FIXED, grid.sheet, i + 1))
            continue
        for j, text in enumerate(texts):
            if text == FORMULA:
                problems.append(formula_problem(grid, i + 1, heading.columns[j].heading))
        sums.add(row)
        lines.append((i + 1, texts))
    return lines


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

    def check(self, i: int, row: Sequence[str], rule: str) -> list[Problem]:
        """What a total row says that is not so."""
        rows = self.group if rule == "subtotal_row" else self.whole
        name = "subtotal_does_not_add_up" if rule == "subtotal_row" else "total_does_not_add_up"
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
        [texts for _, texts in lines], columns=[c.role or c.heading for c in heading.columns], dtype=object
    )
    out = pd.DataFrame({"row": [row for row, _ in lines]})
    for name in ("id", "name", "period", "indicator", "target", "own_value"):
        out[name] = frame.get(name, "")
    column = heading.role("value")
    out["raw"] = frame["value"] if column else ""
    out["column"] = column.heading if column else ""
    out["place"] = column.place if column else -1
    out["cut_off"] = frame.get("cut_off", "")
    return out


def _wide(lines: list[tuple[int, list[str]]], heading: Heading) -> pd.DataFrame:
    """One line for each cell of an indicator's (or a month's) column."""
    columns = heading.columns
    at = {c.role: k for k, c in enumerate(columns) if c.role}
    rows = []
    for number, texts in lines:
        label = [texts[at[r]] if r in at else "" for r in ("id", "name", "period", "indicator", "cut_off")]
        for k, c in enumerate(columns):
            if c.indicator:
                rows.append(
                    (
                        number,
                        label[0],
                        label[1],
                        label[2],
                        c.indicator,
                        texts[k],
                        c.heading,
                        c.place,
                        label[4],
                    )
                )
            elif c.period:
                rows.append(
                    (number, label[0], label[1], c.period, label[3], texts[k], c.heading, c.place, label[4])
                )
    names = ["row", "id", "name", "period", "indicator", "raw", "column", "place", "cut_off"]
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
    problems.append(Problem("period_from_title", FIXED, grid.sheet, 1, raw=text, params={"period": code}))
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
                    Problem("stale_cut_off", WARNING, grid.sheet, i + 1, raw=text, params={"period": last})
                )
    column = heading.role("cut_off")
    if column is None:
        return
    for number, period, text in cells[["row", "period", "cut_off"]].drop_duplicates().itertuples(index=False):
        drawn, due = read_period(str(text)).code, read_period(str(period)).code
        if drawn and due and drawn < due:
            problems.append(
                Problem(
                    "stale_cut_off",
                    WARNING,
                    grid.sheet,
                    int(number),
                    column.heading,
                    str(text),
                    {"period": due},
                )
            )
