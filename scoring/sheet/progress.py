"""How far the work has come: what was achieved of what was set, for targets that add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.sheet.results import SheetResults

BEHIND = 0.05
"""Who has met less of the targets than so much under the share of time that has gone by, is behind."""


@dataclass(frozen=True)
class Progress:
    """``completion`` of a cohort as a share of 1, NaN where nothing has a target that adds up; ``behind`` the
    indicator that is furthest behind, with its own share."""

    completion: float
    behind: str
    share: float


def progress(sheet: SheetResults, people: Sequence[str] | None = None) -> Progress:
    """Achieved over set, both summed over the people who have both (of `people` where they are named), for
    each indicator whose target grows with the days (:attr:`Indicator.scaled_by_days`); then the mean by the
    scheme's weights."""
    wanted = np.ones(len(sheet.people), dtype=bool) if people is None else np.isin(sheet.people, people)
    shares, weights, codes = [], [], []
    for j, indicator in enumerate(sheet.scheme.indicators):
        both = wanted & ~np.isnan(sheet.values[:, j]) & (sheet.targets[:, j] > 0)
        if not indicator.scaled_by_days or not both.any() or not indicator.weight:
            continue
        shares.append(float(sheet.values[both, j].sum() / sheet.targets[both, j].sum()))
        weights.append(indicator.weight)
        codes.append(indicator.code)
    if not shares:
        return Progress(np.nan, "", np.nan)
    least = int(np.argmin(shares))
    return Progress(float(np.average(shares, weights=weights)), codes[least], shares[least])


def completions(sheet: SheetResults) -> NDArray[np.float64]:
    """(n,) the same for each person alone; NaN of who has no such target."""
    found = [progress(sheet, [person]).completion for person in sheet.people]
    return np.array(found, dtype=float)
