"""A file of measured values as judged rows: every sheet, whatever its layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data.errors import UnreadableFile
from data.reading import headings
from data.reading.body import read_body
from data.reading.grids import Grid, read_grids
from data.reading.headings import Mapping_
from data.reading.judged import Judged
from data.reading.known import Known
from data.reading.metrics import KEY, judge_cells
from data.reading.numbers import Unit
from data.reading.problems import ERROR, WARNING, Problem, gathered

OWN_NAMES = 3
"""Code, name and English name of an indicator; what follows in the library are aliases."""

VALUES = [*KEY, "value", "target", "own_value"]


def mapping_of(known: Known, given: Mapping_ | None = None) -> Mapping_:
    """How headings are read: as `given`, else by the names and aliases of the indicator library."""
    if given is not None:
        return given
    names: dict[str, tuple[str, ...]] = {}
    for alias, code in (known.indicators or {}).items():
        names[code] = (*names.get(code, ()), alias)
    return Mapping_(headings.ROLES, names, known.units, usual=OWN_NAMES)


def read_metrics(
    path: Path,
    known: Known,
    *,
    mapping: Mapping_ | None = None,
    sheet: str | None = None,
    period: str | None = None,
    kind: str = "metrics",
    progress: Callable[[float], None] | None = None,
) -> Judged:
    """Read, tidy and judge a file of measured values (or of targets).

    Parameters
    ----------
    mapping : how the source's headings are read (None: by the library's names and aliases).
    sheet : the one to read (None: every visible one that has a heading).
    period : used where the file names none. progress : told the share that is done.

    Raises
    ------
    UnreadableFile : it cannot be read, no heading was found, or a column looks like a customer's data.
    """
    how = mapping_of(known, mapping)
    tell = progress or (lambda share: None)
    tell(0.02)
    grids = read_grids(path, sheet)
    tell(0.3)
    accepted, problems = [], []
    rows_read = 0
    found_any = False
    for done, grid in enumerate(grids):
        tell(0.3 + 0.65 * done / len(grids))
        found = headings.find(grid, how)
        if found is None:
            problems += grid.problems
            if any(any(cell.strip() for cell in row) for row in grid.rows):
                problems.append(Problem("sheet_without_header", WARNING, grid.sheet))
            continue
        if kind == "targets" and found.role("target") is None:
            continue
        found_any = True
        taken, told, count = _judged(grid, found, known, how, period)
        accepted.append(taken)
        problems += told
        rows_read += count
    if not found_any:
        raise UnreadableFile("errors-file-header", file=path.name)
    if not rows_read:
        raise UnreadableFile("errors-file-empty", file=path.name)
    rows, crossing = _across_sheets(accepted)
    tell(1.0)
    return Judged(kind, rows_read, rows, gathered([*problems, *crossing]))


def _judged(
    grid: Grid, found: headings.Heading, known: Known, how: Mapping_, period: str | None
) -> tuple[pd.DataFrame, list[Problem], int]:
    body = read_body(grid, found, period)
    names = {c.role: c.heading for c in found.columns if c.role}
    columns = {key: names.get(key, key) for key in ("id", "period", "indicator")}
    units: dict[int, Unit] = {c.place: c.unit for c in found.columns if c.indicator}
    taken, told = judge_cells(body.cells, columns, known, grid.sheet, tidy=body.tidy, units=units)
    return taken[VALUES], [*body.problems, *told], body.rows_read


def _across_sheets(accepted: list[pd.DataFrame]) -> tuple[pd.DataFrame, list[Problem]]:
    """The same person, period and indicator on two sheets: equal values count once, others are held back."""
    rows = pd.concat(accepted)
    if len(accepted) < 2 or not rows.duplicated(KEY).any():
        return rows, []
    row_numbers = rows.index
    rows = rows.reset_index(drop=True)
    problems, bad = [], set()
    for key, group in rows[rows.duplicated(KEY, keep=False)].groupby(KEY, sort=False):
        if group["value"].nunique(dropna=False) == 1:
            bad |= set(group.index[1:])
            continue
        bad |= set(group.index)
        problems += [
            Problem(
                "conflicting_duplicate",
                ERROR,
                row=int(row_numbers[i]),
                column=str(key[2]),
                raw=str(rows.at[i, "value"]),
            )
            for i in group.index
        ]
    keep = [i for i in rows.index if i not in bad]
    return rows.loc[keep].set_axis(row_numbers[keep]), problems
