"""A longer period from the results of its parts: a quarter or a year from its months."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.ranking import competition_ranks
from scoring.rounding import round_half_up

Floats = NDArray[np.float64]


def mean_of_periods(totals: Floats, decimals: int) -> tuple[Floats, NDArray[np.intp]]:
    """Everybody's mean over the periods that count.

    Parameters
    ----------
    totals : (n, p) totals of n people or teams in p periods, as they were published; NaN = does not count.
    decimals : of the result.

    Returns
    -------
    ((n,) mean, rounded half up, NaN where nothing counts; (n,) how many periods count)
    """
    counted = (~np.isnan(totals)).sum(axis=1)
    mean = np.full(len(totals), np.nan)
    np.divide(np.nansum(totals, axis=1), counted, out=mean, where=counted > 0)
    return round_half_up(mean, decimals), counted


def ranks_over_periods(means: Floats, counted: NDArray[np.intp], periods: int) -> Floats:
    """(n,) competition ranks of the means, of those for whom at least half of the `periods` count; NaN for
    the others."""
    return competition_ranks(np.where(2 * counted >= periods, means, np.nan))
