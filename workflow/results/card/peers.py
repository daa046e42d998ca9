"""The middle half of the people beside somebody: from the 25th to the 75th percentile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workflow.results.period_sheets import PeriodSheet

FEWEST_PEERS = 5
"""Of fewer people a middle half would give single ones away."""

Band = tuple[float, float]
NO_BAND: Band = (np.nan, np.nan)


class Halves(NamedTuple):
    """The middle halves of everybody in one period: of the totals that are ranked, and by indicator of what
    was measured and of the scores."""

    totals: Band
    values: Mapping[str, Band]
    scores: Mapping[str, Band]


def halves(period: PeriodSheet) -> Halves:
    """The middle halves of a period."""
    sheet, measured = period.sheet, period.sheet.measurements
    return Halves(
        middle_half(sheet.totals[~np.isnan(sheet.ranks)]),
        dict(zip(measured.indicators, middle_halves(measured.values), strict=True)),
        dict(zip(sheet.indicators, middle_halves(sheet.scores), strict=True)),
    )


def middle_half(values: NDArray[np.float64]) -> Band:
    """p25 and p75 of one column; NaN where too few people would stand behind them."""
    return middle_halves(values[:, None])[0]


def middle_halves(columns: NDArray[np.float64]) -> list[Band]:
    """p25 and p75 of each of (n, k) columns, each over those who have something in it."""
    found = [NO_BAND] * columns.shape[1]
    enough = np.flatnonzero((~np.isnan(columns)).sum(axis=0) >= FEWEST_PEERS)
    if enough.size:
        low, high = np.nanpercentile(columns[:, enough], [25, 75], axis=0)
        for k, j in enumerate(enough):
            found[j] = (float(low[k]), float(high[k]))
    return found
