"""What a scheme can begin with where there is no database: an example, or the columns of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from data.reading.columns import headings
from data.reading.columns.mapping import mapping_of
from data.reading.grids.opening import read_grids
from data.reading.judged import Judged
from data.reading.known import Known
from data.reading.problems import ERROR
from data.reading.rules import Rule
from data.reading.values.text import compact, plain
from scoring import Scheme
from scoring.lint import LIBRARY_CLASSES
from scoring.scheme import document
from scoring.scheme.document import Document
from scoring.weights import to_sum
from workflow.errors import WorkflowError
from workflow.files import inputs

_FIRST = Path(__file__).parents[2] / "data" / "schemes" / "templates" / "first.toml"
_OPEN = "efficiency"
"""The class of an indicator that the library does not know, until somebody says which it is."""
_ANY_PERIOD = "2000-01"
"""For a file that names none: which one it is makes no difference to the columns."""
_CODE = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


def first() -> Scheme:
    """A scheme of five indicators that can be used at once."""
    return inputs.read_scheme(_FIRST)


def from_metrics(path: Path) -> tuple[Scheme, tuple[inputs.Told, ...]]:
    """A scheme that scores every column of measured values of a file, all of equal weight; and which cells no
    indicator could be made of.

    Where the file has targets, an indicator is held to them; else to the mean of the file's values, or
    between its lowest and its highest where the mean is no target (0 or below).

    Raises
    ------
    UnreadableFile : it cannot be read. WorkflowError : it has no column of figures.
    """
    units = dict(_headings(path))
    judged = _read(path, units)
    shares = {p.column for p in judged.problems if p.rule == Rule.UNIT_MISMATCH and p.raw.endswith("%")}
    if shares & set(units):
        units |= dict.fromkeys(shares & set(units), "%")
        judged = _read(path, units)
    values = judged.accepted[judged.accepted["value"].notna()]
    names = list(dict.fromkeys(map(str, values["indicator"])))
    if not names:
        raise WorkflowError("errors-columns-none", file=path.name)
    weights = to_sum(dict.fromkeys(names, 1.0))
    table = document.read(first().to_toml()) | {"code": "scheme", "name": path.stem.strip()}
    table["indicator"] = [
        _indicator(number, name, units.get(name, ""), values[values["indicator"] == name], weights[name])
        for number, name in enumerate(names, start=1)
    ]
    told = (inputs.Told(path.name, problem) for problem in judged.problems if problem.severity == ERROR)
    return Scheme.from_toml(document.write(table)), tuple(told)


def _read(path: Path, units: Mapping[str, str]) -> Judged:
    known = Known(None, {compact(name): name for name in units}, units, history=None)
    return inputs.read_whatever(path, known, _ANY_PERIOD)


def _headings(path: Path) -> Iterator[tuple[str, str]]:
    """What the columns of a file are called that are none of the usual ones, each with its unit."""
    usual = {compact(heading) for role in headings.ROLES.values() for heading in role}
    for grid in read_grids(path):
        for text, _ in headings.likely([grid], mapping_of(Known(None, None))):
            compacted, unit = headings.bare(text)
            if compacted and compacted not in usual:
                yield _without_unit(text, unit), unit


def _without_unit(heading: str, unit: str) -> str:
    """The heading as it was typed, up to the unit behind it."""
    shown = plain(heading)
    return re.split(r"[(\[]", shown)[0].removesuffix(unit).strip() if unit else shown


def _indicator(number: int, name: str, unit: str, rows: pd.DataFrame, weight: float) -> Document:
    values = rows["value"].astype(float)
    low, high, mean = float(values.min()), float(values.max()), float(f"{values.mean():.3g}")
    personal = bool(rows["target"].notna().any())
    code = name if _CODE.fullmatch(name) else f"M{number}"
    begun: Document = {"code": code, "name": name, "class": LIBRARY_CLASSES.get(code, _OPEN), "unit": unit}
    begun |= {"direction": "higher", "weight": weight}
    if personal:
        return begun | {"rule": {"type": "attainment"}}
    if low >= 0 and mean > 0:
        return begun | {"target": mean, "rule": {"type": "attainment"}}
    points = [[low, 60], [high if high > low else low + 1, 100]]
    return begun | {"rule": {"type": "piecewise", "points": points}}
