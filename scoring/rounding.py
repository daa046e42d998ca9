"""Half up: how a figure is rounded wherever one is."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.thresholds import SNAP_DECIMALS, hair

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SNAPPED_BELOW = 9e6
"""Up to here a number snapped to 9 decimals is whole in binary too, multiplied by 10^9."""


def scaled_half_up(values: Floats, decimals: int) -> Ints:
    """Finite `values` as whole numbers of 10^-`decimals`, snapped to 9 decimals, then half up.

    Half up is away from zero (as the decimal module's ROUND_HALF_UP). Exact for |value| below 9e6: up to
    there the snapped numbers are whole in binary too, so that plain floating point does no harm.
    """
    scaled = values * 10.0**SNAP_DECIMALS
    negative = scaled < 0
    whole = half_up_in_place(np.abs(scaled, out=scaled), decimals).astype(np.int64)
    return np.negative(whole, out=whole, where=negative) if negative.any() else whole


def half_up_in_place(scaled: Floats, decimals: int) -> Floats:
    """Numbers ≥ 0, multiplied by 10^9 before, turned into whole numbers of 10^-`decimals` where they are."""
    unit = 10.0 ** (SNAP_DECIMALS - decimals)
    np.rint(scaled, out=scaled)
    scaled += np.floor(0.5 * unit)
    scaled /= unit
    return np.floor(scaled, out=scaled)


def round_half_up(values: ArrayLike, decimals: int = 2) -> Floats:
    """Round half up after snapping to 9 decimals: 2.675 → 2.68. NaN stays NaN.

    A number of 9e6 or more has no 9 decimals in binary; it is snapped to 15 significant digits.

    Parameters
    ----------
    values : any shape. decimals : 0 to 9.
    """
    given = np.asarray(values, dtype=float)
    array = given.reshape(-1)
    large = np.abs(array) >= _SNAPPED_BELOW
    aside = np.isnan(array) | large
    result = scaled_half_up(np.where(aside, 0.0, array), decimals) / 10**decimals
    result[aside] = np.nan
    if large.any():
        result[large] = _large_half_up(array[large], decimals)
    shaped: Floats = result.reshape(given.shape)
    return shaped


def _large_half_up(array: Floats, decimals: int) -> Floats:
    size = np.abs(array)
    scaled, near = size * 10.0**decimals, hair(size) * 10.0**decimals
    whole = np.floor(scaled)
    rounded = (whole + (scaled - whole >= 0.5 - near)) / 10.0**decimals
    # Where not even the half can be told, there is nothing to round away.
    return np.copysign(np.where(near < 0.5, rounded, size), array)
