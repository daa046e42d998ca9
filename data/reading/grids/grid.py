"""A sheet as texts in rows and columns, and the limits within which one is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from data.errors import UnreadableFile
from data.reading.problems import ERROR, WARNING, Problem
from data.reading.rules import Rule

MOST_ROWS = 300_000
MOST_COLUMNS = 2_000
MOST_CELLS = 3_000_000
"""In all sheets of a file together, empty ones between filled ones included."""
MOST_MERGED = 500_000

FORMULA = "\x01formula"
"""Stands in a grid for a formula whose value the file does not hold."""

_SHOWN_ROWS = 10
_LONGEST_NAME = 100
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Place = tuple[int, int]


@dataclass
class Grid:
    """One sheet ("" for csv): rows of texts, the first row being row 1; which cells a merged cell covers
    (row, column from 0) → the text above all; the columns (from 0) that the file hides; and what is to be
    told of it."""

    file_name: str
    sheet: str
    rows: list[list[str]]
    merged: dict[Place, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_text: bool = False
    hidden_columns: frozenset[int] = frozenset()


def formula_problem(grid: Grid, row: int, column: str) -> Problem:
    """What is told of a formula without a value."""
    return Problem(Rule.FORMULA_WITHOUT_VALUE, ERROR, grid.sheet, row, column)


def printable(name: str) -> str:
    """The name of a file or a sheet as it can be stored and shown: no control characters, not endless."""
    clean = _UNPRINTABLE.sub("\ufffd", name)
    return clean if len(clean) <= _LONGEST_NAME else clean[: _LONGEST_NAME - 1] + "…"


def letters(column: int) -> str:
    """The column (from 0) as a spreadsheet names it: A, B, …, AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


class Room:
    """What one file may still take; asked before anything is built, so that no file can fill the memory."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self._used = 0

    def check(self, rows: int, columns: int, cells: int | None = None) -> None:
        """Refuse a sheet that is as large as this beside the sheets before it; `cells` where its rows are
        of different lengths.

        Raises
        ------
        UnreadableFile : too many rows, columns or cells, by name of the limit.
        """
        if columns > MOST_COLUMNS:
            raise UnreadableFile("errors-file-columns-limit", file=self.file_name, limit=MOST_COLUMNS)
        if rows > MOST_ROWS:
            raise UnreadableFile("errors-file-rows-limit", file=self.file_name, limit=MOST_ROWS)
        if (rows * columns if cells is None else cells) > MOST_CELLS - self._used:
            raise UnreadableFile("errors-file-cells-limit", file=self.file_name, limit=MOST_CELLS)

    def take(self, rows: int, columns: int, cells: int | None = None) -> None:
        """The sheet is as large as this for good."""
        self.check(rows, columns, cells)
        self._used += rows * columns if cells is None else cells


class Builder:
    """A sheet that grows row by row; empty cells and rows count only where something follows them."""

    def __init__(self, room: Room, sheet: str) -> None:
        self.room = room
        self.sheet = printable(sheet)
        self._rows: list[list[str]] = []
        self._width = 0
        self._hidden_rows: list[int] = []
        self._hidden_columns: list[tuple[int, int]] = []
        self._ranges: list[tuple[int, int, int, int]] = []
        self._scaled: dict[int, list[tuple[int, str]]] = {}

    def add(self, i: int, texts: list[str], *, hidden: bool = False) -> None:
        """The texts of row `i` (from 0); a row that comes twice fills its own gaps.

        Raises
        ------
        UnreadableFile : a limit is passed.
        """
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            return
        width = max(self._width, len(texts))
        self.room.check(max(i + 1, len(self._rows)), width)
        self._width = width
        while len(self._rows) < i:
            self._rows.append([])
        if i == len(self._rows):
            self._rows.append(texts)
        else:
            old = self._rows[i]
            old += [""] * (len(texts) - len(old))
            for j, text in enumerate(texts):
                old[j] = text or old[j]
        if hidden:
            self._hidden_rows.append(i)

    def scaled(self, i: int, j: int, shown: str) -> None:
        """Note a number of which people see only thousands."""
        self._scaled.setdefault(j, []).append((i, shown))

    def above(self, j: int) -> Iterator[str]:
        """The texts of column `j` so far, the lowest first."""
        return (row[j] for row in reversed(self._rows) if j < len(row) and row[j])

    def first_texts(self, rows: int) -> Iterator[str]:
        """Every text of the first rows."""
        return (text for row in self._rows[:rows] for text in row if text)

    def hide_columns(self, first: int, last: int) -> None:
        """Columns (from 0, last one inclusive) that the file hides."""
        self._hidden_columns.append((first, last))

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """A range (from 0, ends inclusive) that is one cell to people.

        Raises
        ------
        UnreadableFile : there are more of them than a sheet can use.
        """
        if len(self._ranges) >= MOST_MERGED:
            self._refuse_merged()
        self._ranges.append((top, left, bottom, right))

    def _refuse_merged(self) -> None:
        raise UnreadableFile("errors-file-merged-limit", file=self.room.file_name, limit=MOST_MERGED)

    def grid(self) -> Grid:
        """The sheet, its rows of one length."""
        self.room.take(len(self._rows), self._width)
        for row in self._rows:
            row += [""] * (self._width - len(row))
        hidden: list[int] = []
        for first, last in sorted(self._hidden_columns):
            hidden += range(max(first, hidden[-1] + 1 if hidden else 0), min(last + 1, self._width))
        problems = [*self._tell_hidden(), *self._tell_scaled()]
        return Grid(
            self.room.file_name,
            self.sheet,
            self._rows,
            self._merged(),
            problems,
            hidden_columns=frozenset(hidden),
        )

    def _merged(self) -> dict[Place, str]:
        covered: dict[Place, str] = {}
        visited = 0
        for top, left, bottom, right in self._ranges:
            if not (0 <= top < len(self._rows) and 0 <= left < self._width):
                continue
            text = self._rows[top][left]
            bottom, right = min(bottom, len(self._rows) - 1), min(right, self._width - 1)
            if not text or bottom < top or right < left:
                continue
            visited += (bottom - top + 1) * (right - left + 1)
            if visited > MOST_MERGED:
                self._refuse_merged()
            for i in range(top, bottom + 1):
                for j in range(left, right + 1):
                    if (i, j) != (top, left):
                        covered[i, j] = text
        return covered

    def _tell_hidden(self) -> Iterable[Problem]:
        rows = sorted(set(self._hidden_rows))
        if rows:
            shown = ", ".join(str(i + 1) for i in rows[:_SHOWN_ROWS])
            yield Problem(Rule.HIDDEN_ROWS, WARNING, self.sheet, rows[0] + 1, raw=shown, count=len(rows))

    def _tell_scaled(self) -> Iterable[Problem]:
        for j, cells in sorted(self._scaled.items()):
            i, shown = cells[0]
            params: dict[str, object] = {"shown": shown}
            yield Problem(
                Rule.SCALED_FORMAT,
                WARNING,
                self.sheet,
                i + 1,
                letters(j),
                self._rows[i][j],
                params,
                len(cells),
            )
