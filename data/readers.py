"""Tidy files (people, indicators, events, judgements) in whatever form offices save them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.errors import UnreadableFile
from data.reading.grids import Grid, read_grids
from data.reading.text import compact

SEARCHED = 40


@dataclass(frozen=True)
class Table:
    """A sheet: its name ("" for csv) and its cells as text, indexed by the row the person sees."""

    file_name: str
    sheet: str
    cells: pd.DataFrame


def read_table(path: Path, sheet: str | None = None, headings: Collection[str] = ()) -> Table:
    """Read the first visible (or the named) sheet of a file.

    The heading is the row that holds most of `headings`; without them the first row that is not empty.

    Raises
    ------
    UnreadableFile : missing, damaged, no text in a known encoding, no such sheet, no rows.
    """
    grids = read_grids(path, sheet)
    known = {compact(h) for h in headings}
    grid = max(grids, key=lambda g: _best(g, known)[0], default=None) if known else next(iter(grids), None)
    if grid is None:
        raise UnreadableFile("errors-file-empty", file=path.name)
    return _table(path.name, grid, _best(grid, known)[1])


def read_rows(path: Path, sheet: str | None = None) -> tuple[str, list[list[str]]]:
    """The name of the sheet ("" for csv) and every row as texts, headings or not.

    Raises
    ------
    UnreadableFile : missing, no text in a known encoding, no such sheet.
    """
    grids = read_grids(path, sheet)
    return (grids[0].sheet, grids[0].rows) if grids else ("", [])


def _best(grid: Grid, known: set[str]) -> tuple[int, int]:
    """How many known headings the best row holds, and which row it is."""
    best = (0, 0)
    for i, row in enumerate(grid.rows[:SEARCHED]):
        hits = len({compact(cell) for cell in row} & known)
        if hits > best[0]:
            best = (hits, i)
    return best


def _table(file_name: str, grid: Grid, heading: int) -> Table:
    rows = enumerate(grid.rows[heading:], start=heading + 1)
    body = [(number, row) for number, row in rows if any(c.strip() for c in row)]
    if len(body) < 2:
        raise UnreadableFile("errors-file-empty", file=file_name)
    headings = [text.strip() for text in body[0][1]]
    width = len(headings)
    cells = pd.DataFrame(
        [[cell.strip() for cell in row[:width]] + [""] * (width - len(row)) for _, row in body[1:]],
        columns=headings,
        index=[number for number, _ in body[1:]],
        dtype=str,
    )
    return Table(file_name, grid.sheet, cells)
