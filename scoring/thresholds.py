"""Where a threshold is reached: one answer for every rule, limit, grade and quota.

People decide on decimal numbers: 2.4 of 3 is 80 %, though in binary the quotient lies below 0.8. A number
counts as being at a threshold when the two agree to 9 decimals, as totals do. A large number has no 9
decimals in binary; there they have to agree to 15 significant digits, which still tells apart a cent in 1e12
yuan.
Only the threshold is moved, by a hair, so that a column of values is compared as it is.
"""

from __future__ import annotations

from typing import overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

SNAP_DECIMALS = 9
"""Numbers are told apart to so many decimals; what is finer is binary noise."""
LARGEST = 1e15
"""From here on a number no longer holds its tenths: no amount of money, count or ratio is meant."""

_ABSOLUTE = 0.5 * 10.0**-SNAP_DECIMALS
_RELATIVE = 1e-15


@overload
def hair(size: float) -> float: ...
@overload
def hair(size: Floats) -> Floats: ...
def hair(size: Floats | float) -> Floats | float:
    """By how much numbers of this size may differ and still be the same on paper."""
    if isinstance(size, np.ndarray):
        return np.maximum(_ABSOLUTE, _RELATIVE * np.abs(size))
    return max(_ABSOLUTE, _RELATIVE * abs(size))


@overload
def lowest_at(threshold: float) -> float: ...
@overload
def lowest_at(threshold: Floats) -> Floats: ...
def lowest_at(threshold: Floats | float) -> Floats | float:
    """The lowest number that counts as `threshold`: ``x >= lowest_at(t)`` means that x reaches t."""
    return threshold - hair(threshold)


@overload
def highest_at(threshold: float) -> float: ...
@overload
def highest_at(threshold: Floats) -> Floats: ...
def highest_at(threshold: Floats | float) -> Floats | float:
    """The highest number that counts as `threshold`: ``x > highest_at(t)`` means that x exceeds t."""
    return threshold + hair(threshold)


def steps_reached(x: ArrayLike, thresholds: ArrayLike) -> NDArray[np.intp]:
    """For each x how many of the ascending `thresholds` it reaches (NaN: all of them)."""
    return np.searchsorted(lowest_at(np.asarray(thresholds, dtype=float)), x, side="right")


def steps_exceeded(x: ArrayLike, thresholds: ArrayLike) -> NDArray[np.intp]:
    """For each x how many of the ascending `thresholds` it exceeds (NaN: all of them)."""
    return np.searchsorted(highest_at(np.asarray(thresholds, dtype=float)), x, side="left")


def whole_part(x: float) -> int:
    """The whole units in x ≥ 0: 28.999999999999996 on a machine is 29 on paper."""
    return int(highest_at(x))
