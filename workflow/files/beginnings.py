"""What a scheme can begin with where there is no database: an example, or the columns of a file."""

from __future__ import annotations

import re
from pathlib import Path

from scoring import Scheme
from scoring.lint import LIBRARY_CLASSES
from scoring.scheme import document
from scoring.scheme.document import Document
from scoring.weights import to_sum
from workflow.files import inputs
from workflow.files.columns import Figures, columns

_FIRST = Path(__file__).parents[2] / "data" / "schemes" / "templates" / "first.toml"
_OPEN = "efficiency"
"""The class of an indicator that the library does not know, until somebody says which it is."""
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
    found, told = columns(path, {}, {})
    weights = to_sum(dict.fromkeys((one.name for one in found), 1.0))
    table = document.read(first().to_toml()) | {"code": "scheme", "name": path.stem.strip()}
    table["indicator"] = [
        _indicator(number, one, weights[one.name]) for number, one in enumerate(found, start=1)
    ]
    return Scheme.from_toml(document.write(table)), told


def _indicator(number: int, found: Figures, weight: float) -> Document:
    name, unit, rows = found.name, found.unit, found.rows
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
