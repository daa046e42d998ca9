"""Tables that weights are derived from: judgements, or alternatives × criteria."""

from __future__ import annotations

import math
import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np

from data.reading.grids.opening import read_grids
from scoring import weights
from scoring.errors import Phrase
from scoring.weights import BestWorst, DerivedWeights, PairwiseWeights
from workflow.errors import WorkflowError

METHODS = ("ahp", "best-worst", "entropy", "critic", "standard-deviation")
_LOWER = {"lower", "min", "cost", "-1", "越低越好", "低"}
_HIGHER = {"higher", "max", "benefit", "1", "+1", "越高越好", "高"}


class Grid(NamedTuple):
    """Figures, the names of columns and rows (None where there are none) and the rows' numbers in it."""

    file: str
    columns: list[str] | None
    rows: list[str] | None
    numbers: list[int]
    cells: list[list[str]]


def derive(method: str, path: Path) -> DerivedWeights:
    """Weights from a file by one of METHODS.

    Raises
    ------
    WorkflowError : unknown method, a table of another shape, or a cell that is no number.
    UnreadableFile : no such file. AnalysisError : figures that the method cannot work on.
    """
    if method not in METHODS:
        raise WorkflowError("errors-weights-method", method=method, methods=", ".join(METHODS))
    grid = _grid(path)
    if method == "ahp":
        return _ahp(grid)
    if method == "best-worst":
        return _best_worst(grid)
    matrix, names, directions = _alternatives(grid)
    if method == "critic":
        return weights.critic(matrix, directions, names)
    return (weights.entropy if method == "entropy" else weights.standard_deviation)(matrix, names)


def _grid(path: Path) -> Grid:
    """Tell headings and row names from figures: a first row or column without a single figure is names."""
    grids = read_grids(path)
    rows = [
        (k, [_plain(cell) for cell in row])
        for k, row in enumerate(grids[0].rows if grids else [], start=1)
        if any(c.strip() for c in row)
    ]
    width = max((len(row) for _, row in rows), default=0)
    numbers = [k for k, _ in rows]
    cells = [row + [""] * (width - len(row)) for _, row in rows]
    columns = None
    if cells and not any(_is_number(cell) for cell in cells[0]):
        columns, cells, numbers = cells[0], cells[1:], numbers[1:]
    labels = None
    if cells and any(row[0] for row in cells) and not all(_is_number(row[0]) for row in cells):
        labels = [row[0] for row in cells]
        cells = [row[1:] for row in cells]
        columns = None if columns is None else columns[1:]
    return Grid(path.name, columns, labels, numbers, cells)


def _ahp(grid: Grid) -> PairwiseWeights:
    matrix = _figures(grid, "criteria-square", gaps=True)
    if matrix.shape[0] != matrix.shape[1]:
        raise WorkflowError("errors-criteria-shape", file=grid.file, expected=Phrase("criteria-square"))
    names = grid.columns or grid.rows
    if grid.columns and grid.rows and grid.columns != grid.rows:
        if sorted(grid.columns) != sorted(grid.rows):
            raise WorkflowError("errors-criteria-labels", file=grid.file)
        matrix = matrix[[grid.rows.index(name) for name in grid.columns]]
    return weights.ahp(matrix, names)


def _best_worst(grid: Grid) -> BestWorst:
    matrix = _figures(grid, "criteria-best-worst", gaps=True)
    if matrix.shape[0] == 2 and matrix.shape[1] > 2:
        swapped = bool(grid.rows and ("worst" in grid.rows[0].lower() or "最劣" in grid.rows[0]))
        over, under = matrix[::-1] if swapped else matrix
        return weights.best_worst(over, under, grid.columns)
    full = matrix >= 1
    best, worst = np.flatnonzero(full.all(axis=1)), np.flatnonzero(full.all(axis=0))
    if matrix.shape[0] != matrix.shape[1] or not len(best) or not len(worst):
        raise WorkflowError("errors-criteria-shape", file=grid.file, expected=Phrase("criteria-best-worst"))
    return weights.best_worst(matrix[best[0]], matrix[:, worst[0]], grid.columns or grid.rows)


def _alternatives(grid: Grid) -> tuple[np.ndarray, list[str], list[bool]]:
    if grid.columns is None:
        raise WorkflowError("errors-criteria-shape", file=grid.file, expected=Phrase("criteria-alternatives"))
    names = list(grid.columns)
    directions = [True] * len(names)
    for k, label in enumerate(grid.rows or []):
        if label.lower() in ("direction", "方向"):
            words = [cell.lower() for cell in grid.cells[k]]
            wrong = next((j for j, word in enumerate(words) if word not in _LOWER | _HIGHER), None)
            if wrong is not None:
                _refuse(grid, k, wrong, grid.cells[k][wrong])
            directions = [word not in _LOWER for word in words]
            keep = [i for i in range(len(grid.cells)) if i != k]
            grid = grid._replace(
                rows=None, cells=[grid.cells[i] for i in keep], numbers=[grid.numbers[i] for i in keep]
            )
            break
    return _figures(grid, "criteria-alternatives", gaps=False), names, directions


def _figures(grid: Grid, expected: str, *, gaps: bool) -> np.ndarray:
    if not grid.cells or not grid.cells[0]:
        raise WorkflowError("errors-criteria-shape", file=grid.file, expected=Phrase(expected))
    matrix = np.full((len(grid.cells), len(grid.cells[0])), np.nan)
    for i, row in enumerate(grid.cells):
        for j, cell in enumerate(row):
            if _is_number(cell):
                matrix[i, j] = _number(cell)
            elif cell or not gaps:
                _refuse(grid, i, j, cell)
    return matrix


def _refuse(grid: Grid, i: int, j: int, raw: str) -> None:
    column = grid.columns[j] if grid.columns else str(j + 1)
    raise WorkflowError("errors-criteria-cell", file=grid.file, row=grid.numbers[i], column=column, raw=raw)


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip()


def _is_number(cell: str) -> bool:
    try:
        return math.isfinite(_number(cell))
    except (ValueError, ZeroDivisionError):
        return False


def _number(cell: str) -> float:
    """A figure as people write judgements: 3, 0.33, 1/3."""
    text = cell.replace(",", "")
    return float(Fraction(text)) if "/" in text else float(text)
