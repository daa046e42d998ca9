"""What is told beside a ranking: who improved most, whose result is the best of one's own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

EARLIER = 3
"""So many earlier totals of one's own make a best of them worth telling."""


def most_improved(totals: Floats, before: Floats, count: int, decimals: int) -> list[tuple[int, float]]:
    """The places of those whose total gained most, each with the gain, the largest first; at least `count`
    where so many gained anything, more where the last of them gained the same.

    Parameters
    ----------
    totals, before : (n,) totals of the same people in a period and the one before, NaN where there is none.
    decimals : to which gains are told apart.
    """
    gains = np.round(totals - before, decimals)
    order = [(int(k), float(gains[k])) for k in np.argsort(-gains, kind="stable") if gains[k] > 0]
    least = order[count - 1][1] if len(order) > count else 0.0
    return [(k, gain) for k, gain in order if gain >= least]


def personal_bests(totals: Floats) -> Bools:
    """(n,) whether the last total of each is above all of one's earlier ones, of which there are at least
    `EARLIER`.

    Parameters
    ----------
    totals : (n, p) totals of n people in p periods, earliest first, NaN where there is none.
    """
    earlier, now = totals[:, :-1], totals[:, -1]
    known = ~np.isnan(earlier)
    best = np.max(np.where(known, earlier, -np.inf), axis=1, initial=-np.inf)
    return np.asarray((known.sum(axis=1) >= EARLIER) & (now > best))
