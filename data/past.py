"""The periods before the one that is scored, as the expressions of a scheme read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from scoring import Scheme
from scoring.cohort.history import History
from scoring.formula import reach
from scoring.periods import MONTHS, Period

LONGEST = 20
"""Years back that are read where an expression asks for as far as there is anything."""


def depth(scheme: Scheme) -> int:
    """How many periods of its cycle before the one scored the scheme's expressions read."""
    measures = {measure.code: measure.formula for measure in scheme.derived}
    longest = LONGEST * 12 // MONTHS[scheme.cycle]
    found = [reach(formula, measures, scheme.cycle) for _, formula in scheme.expressions]
    return max((longest if one is None else min(one, longest) for one in found), default=0)


def history(scheme: Scheme, period: Period, facts: pd.DataFrame, people: Sequence[str] | pd.Index) -> History:
    """What `people` were measured at and held to before `period`, as far as the scheme's expressions read it.

    `facts` : manager_id, period, indicator, value, target.
    """
    if not scheme.expressions:
        return History(period, np.zeros(len(people), dtype=np.int64), {}, {})
    back = {period.shift(-k).code: k for k in range(1, depth(scheme) + 1)}
    rows = facts[facts["period"].isin(list(back))]
    person = places(people, rows["manager_id"])
    rows, person = rows[person >= 0], person[person >= 0]
    ago = places([period.code, *back], rows["period"])
    past = np.zeros(len(people), dtype=np.int64)
    known = rows["value"].notna().to_numpy()
    np.maximum.at(past, person[known], ago[known])
    deep = int(ago.max(initial=0))
    return History(
        period,
        past,
        _by_code(scheme, "value", rows, person, ago, (deep, len(people))),
        _by_code(scheme, "target", rows, person, ago, (deep, len(people))),
    )


def places(known: Sequence[str] | pd.Index, column: pd.Series) -> np.ndarray:
    """Of each entry of a column of names its place among `known`; -1 where it is none of them."""
    index = pd.Index(known)
    if isinstance(column.dtype, pd.CategoricalDtype):
        # Each name is looked up once, however many rows have it.
        found = index.get_indexer(column.cat.categories)
        return (
            np.where(column.cat.codes < 0, -1, found[column.cat.codes])
            if len(found)
            else np.full(len(column), -1)
        )
    return index.get_indexer(pd.Index(column))


def _by_code(
    scheme: Scheme,
    column: Literal["value", "target"],
    rows: pd.DataFrame,
    person: np.ndarray,
    ago: np.ndarray,
    shape: tuple[int, int],
) -> dict[str, np.ndarray]:
    """Past values or targets of what the scheme's expressions read, by code."""
    read = {code for _, formula in scheme.expressions for code in formula.codes(column)}
    figures = rows[column].to_numpy(dtype=float, na_value=np.nan)
    there = ~np.isnan(figures)
    wanted = sorted(read)
    place = places(wanted, rows["indicator"])
    found = {}
    for k, code in enumerate(wanted):
        mine = place == k
        if not mine.any():
            continue
        mine &= there
        table = np.full(shape, np.nan)
        table[ago[mine] - 1, person[mine]] = figures[mine]
        found[code] = table
    return found
