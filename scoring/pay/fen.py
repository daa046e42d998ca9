"""Whole fen (0.01 yuan): rounding, and sharing a sum out so that nothing is lost."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.rounding import round_half_up

Fen = NDArray[np.int64]
Floats = NDArray[np.float64]

FEN = 100
"""Fen in a yuan: sums are made in fen, and shown in yuan."""
_SNAP = 6
"""Remainders that differ behind so many decimals are equal on paper."""


def fen(yuan: ArrayLike) -> Fen:
    """Yuan of any shape as whole fen, half up; what is missing (NaN) is 0."""
    whole: Fen = np.rint(np.nan_to_num(round_half_up(yuan, 2)) * FEN).astype(np.int64)
    return whole


def in_proportion(total: int, weights: ArrayLike) -> Fen:
    """`total` fen (≥ 0) shared out in proportion to (n,) weights ≥ 0, not all 0, by largest remainder: the
    parts sum to the total, and who has no weight gets nothing. Of equal remainders the first get more."""
    row = np.asarray(weights, dtype=float)[None, :]
    found: Fen = rows_in_proportion(np.array([total], dtype=np.int64), row)[0]
    return found


def rows_in_proportion(totals: Fen, weights: Floats) -> Fen:
    """(n, m) parts: (n,) totals each shared out over a row of (n, m) weights as :func:`in_proportion` does;
    where all weights of a row are 0 nothing is."""
    # The largest weight is taken as 1: sums of very large ones stay finite.
    largest = weights.max(axis=1, initial=0.0)
    scaled = np.divide(weights, largest[:, None], out=np.zeros(weights.shape), where=largest[:, None] > 0)
    sums = scaled.sum(axis=1)
    goal = np.where(sums > 0, totals, 0)
    quotas = goal[:, None] * (scaled / np.where(sums > 0, sums, 1.0)[:, None])
    whole = np.floor(np.round(quotas, _SNAP))
    remainders = np.where(weights > 0, np.round(quotas - whole, _SNAP), -1.0)
    parts: Fen = whole.astype(np.int64)
    left = goal - parts.sum(axis=1)
    if left.any():
        order = np.argsort(-remainders, axis=1, kind="stable")
        place = np.empty_like(order)
        np.put_along_axis(place, order, np.arange(weights.shape[1])[None, :], axis=1)
        # More is left than there are shares only where floats could not tell the fen of a very large sum.
        there = np.maximum((weights > 0).sum(axis=1), 1)
        each, more = np.divmod(left, there)
        parts += np.where(weights > 0, each[:, None] + (place < more[:, None]), 0)
    return parts


def parts(amount: int, years: int) -> tuple[int, ...]:
    """`amount` fen in so many equal parts; the fen that do not divide come last, so that no part is larger
    than a later one."""
    each, more = divmod(abs(amount), years)
    sign = -1 if amount < 0 else 1
    return tuple(sign * (each + (k >= years - more)) for k in range(years))
