"""A value that turns for the worse: by more than it usually moves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.thresholds import highest_at

Floats = NDArray[np.float64]
TIMES, LEAST = 3.0, 4
"""A turn is a last change for the worse of more than so many times the usual one, which is the median size of
the changes before it; of fewer than so many changes nothing is usual."""


def turned(values: Floats, *, higher_is_better: bool) -> Floats:
    """By how many times the usual change values have last changed for the worse.

    Parameters
    ----------
    values : (periods, n), earliest first; NaN where nothing is known. Changes are those from one period to
        the next.
    higher_is_better : which way is worse.

    Returns
    -------
    (n,) more than `TIMES` of those that turned, infinite where nothing changed before; NaN of the others.
    """
    n = values.shape[1]
    changes = np.diff(values, axis=0)
    if not len(changes):
        return np.full(n, np.nan)
    worse = -changes[-1] if higher_is_better else changes[-1]
    before = np.abs(changes[:-1])
    known = (~np.isnan(before)).sum(axis=0) >= LEAST
    usual = np.full(n, np.nan)
    if known.any():
        usual[known] = np.nanmedian(before[:, known], axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.where(worse > 0, worse / usual, np.nan)
    return np.where(times > highest_at(TIMES), times, np.nan)
