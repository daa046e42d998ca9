"""The columns of figures of a file, whether the library knows them or not: what a scheme can begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.reading.columns import headings
from data.reading.columns.mapping import mapping_of
from data.reading.grids.opening import Grid, read_grids
from data.reading.judged import Judged
from data.reading.known import Known
from data.reading.problems import ERROR
from data.reading.rules import Rule
from data.reading.values.customers import refuse_customers
from data.reading.values.text import compact, plain
from workflow.errors import WorkflowError
from workflow.files import inputs

_ANY_PERIOD = "2000-01"
"""For a file that names none: which one it is makes no difference to the columns."""


@dataclass(frozen=True, eq=False)
class Figures:
    """A column of figures: the library's `code`, "" where it knows none; its heading and the unit that stands
    in it; `rows`: value, target, a row for each cell."""

    code: str
    name: str
    unit: str
    rows: pd.DataFrame


def columns(
    path: Path, library: Mapping[str, str], units: Mapping[str, str], name: str = ""
) -> tuple[tuple[Figures, ...], tuple[inputs.Told, ...]]:
    """The columns in which a file (`name` is what it is called) has figures, those first that the library
    knows; and which cells are none.

    Parameters
    ----------
    library : what indicators are called (compact) → code. units : code → the unit that values are kept in.

    Raises
    ------
    UnreadableFile : it cannot be read, or looks like customers' data. WorkflowError : no column of figures.
    """
    strange = {text: unit for grid in read_grids(path) for text, unit in _strange(grid, library)}
    judged = _read(path, library, {**strange, **units})
    shares = {p.column for p in judged.problems if p.rule == Rule.UNIT_MISMATCH and p.raw.endswith("%")}
    if shares & strange.keys():
        strange |= dict.fromkeys(shares & strange.keys(), "%")
        judged = _read(path, library, {**strange, **units})
    rows = judged.accepted[judged.accepted["value"].notna()]
    codes, kept = set(library.values()), {**strange, **units}
    found = [
        Figures(what if what in codes else "", what, kept.get(what, ""), rows[rows["indicator"] == what])
        for what in dict.fromkeys(map(str, rows["indicator"]))
    ]
    if not found:
        raise WorkflowError("errors-columns-none", file=name or path.name)
    told = (inputs.Told(path.name, problem) for problem in judged.problems if problem.severity == ERROR)
    return tuple(sorted(found, key=lambda one: not one.code)), tuple(told)


def _read(path: Path, library: Mapping[str, str], units: Mapping[str, str]) -> Judged:
    names = {compact(name): name for name in units} | dict(library)
    return inputs.read_whatever(path, Known(None, names, units, history=None), _ANY_PERIOD)


def _strange(grid: Grid, library: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Headings that neither the library nor a usual column knows, each with its unit."""
    how = mapping_of(Known(None, library))
    texts = [text for text, _ in headings.likely([grid], how)]
    # The row that looks most like a heading is enough to find the real one, however wide it is.
    guessed = {compact(text): text for text in texts} | dict(library)
    if found := headings.find(grid, mapping_of(Known(None, guessed))):
        texts = [*texts, *(text for text, _ in found.unmapped)]
    usual = {compact(heading) for role in headings.ROLES.values() for heading in role}
    refuse_customers(grid.file_name, texts, {*usual, *library})
    for text in texts:
        name, unit = headings.bare(text)
        if name and name not in usual and name not in library:
            yield _without_unit(text, unit), unit


def _without_unit(heading: str, unit: str) -> str:
    """The heading as it was typed, up to the unit behind it."""
    shown = plain(heading)
    return re.split(r"[(\[]", shown)[0].removesuffix(unit).strip() if unit else shown
