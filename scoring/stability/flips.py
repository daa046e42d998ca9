"""The smallest change of weights that makes somebody draw level with the person above."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Literal

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.sheet import ScoreSheet
from scoring.stability.sheets import SheetTotals, sheet_totals

Floats = NDArray[np.float64]
Norm = Literal["l1", "l2"]
_ROUNDS = 30
_STEP = 1e-4


@dataclass(frozen=True, eq=False)
class Flip:
    """``weights`` (m,) nearest to the present ones at which the two are level; None where no weights
    within the bounds make them so. ``size`` is the distance in the norm asked for, ``l1`` the sum of all
    changes (twice what changes hands), both in the unit of the weights."""

    weights: Floats | None
    size: float
    l1: float


def smallest_flip(
    upper: ArrayLike,
    lower: ArrayLike,
    weights: ArrayLike,
    *,
    norm: Norm = "l1",
    head_start: float = 0.0,
    bounds: tuple[ArrayLike, ArrayLike] | None = None,
) -> Flip:
    """Weights w' nearest to w with ``Σ w'_j·(u_j − l_j)/W + head_start = 0``, Σw' = Σw, low ≤ w' ≤ high.

    In L1 this is a linear programme; it is solved exactly by passing weight from where the upper person
    leads most to where the lower one does, until they are level. In L2 it is a projection,
    ``w' = clip(w − λ·d − μ, low, high)``. E. Triantaphyllou and A. Sánchez, Decision Sciences 28 (1997),
    look for such changes one weight at a time; here all may move.

    Parameters
    ----------
    upper, lower : (m,) indicator scores of the two. weights : (m,) in any unit.
    head_start : what the upper has more in additions less deductions.
    bounds : (low, high) for the weights, each (m,) or a number; default 0 to the sum.

    Raises
    ------
    AnalysisError : a missing score, or an upper person who is not ahead.
    """
    base = np.asarray(weights, dtype=float)
    total = float(base.sum())
    lead = np.asarray(upper, dtype=float) - np.asarray(lower, dtype=float)
    if lead.shape != base.shape:
        raise AnalysisError([Fault("matrix-shape", params={"shape": lead.shape})])
    if np.isnan(lead).any():
        raise AnalysisError([Fault("scores-incomplete")])
    refuse_beyond(lead)
    refuse_beyond(base)
    # Only the proportions of the leads matter; scores of a million would drown the tolerances below.
    scale = max(1.0, float(np.abs(lead).max()) / 100.0)
    lead, head_start = lead / scale, head_start / scale
    low, high = (np.broadcast_to(np.asarray(b, dtype=float), base.shape) for b in bounds or (0.0, total))
    low, high = np.minimum(np.maximum(low, 0.0), base), np.maximum(np.minimum(high, total), base)
    gap = float(lead @ base) + head_start * total
    if gap < -1e-9:
        raise AnalysisError([Fault("flip-not-ahead")])
    moved = _pass_on(lead, base, low, high, gap) if norm == "l1" else _project(lead, base, low, high, gap)
    if moved is None:
        return Flip(None, np.inf, np.inf)
    change = moved - base
    l1 = float(np.abs(change).sum())
    return Flip(moved, l1 if norm == "l1" else float(np.sqrt(change @ change)), l1)


def neighbour_flips(
    scores: ArrayLike, weights: ArrayLike, offsets: ArrayLike = 0.0, *, norm: Norm = "l1"
) -> list[tuple[int, int, Flip]]:
    """(upper, lower, flip) for every pair of neighbours, from the top of the order down."""
    matrix, base = np.asarray(scores, dtype=float), np.asarray(weights, dtype=float)
    plus = np.broadcast_to(np.asarray(offsets, dtype=float), (len(matrix),))
    order = np.argsort(-(matrix @ base / base.sum() + plus), kind="stable")
    return [
        (
            int(u),
            int(v),
            smallest_flip(matrix[u], matrix[v], base, norm=norm, head_start=float(plus[u] - plus[v])),
        )
        for u, v in itertools.pairwise(order)
    ]


def sheet_flips(sheet: ScoreSheet, *, norm: Norm = "l1") -> list[tuple[str, str, Flip]]:
    """(upper, lower, flip) for neighbours among the ranked people of a sheet, from the top down.

    Where one of the two has gaps the total is no straight line: the programme is then solved again at the
    weights it found until it stays, so that the two are level exactly and the change is the nearest to that
    accuracy. Caps are left aside.

    Raises
    ------
    AnalysisError : totals that are no straight lines in the weights, or fewer than two ranked people.
    """
    totals, order = _ordered(sheet)
    return [_flip(totals, u, v, norm) for u, v in itertools.pairwise(order)]


def nearest_flip(sheet: ScoreSheet) -> tuple[str, str, Flip] | None:
    """Of :func:`sheet_flips` the one with the least sum of changes; None where nobody can draw level.

    A point of weight that passes from one indicator to another moves two people without gaps by no more than
    the range of their lead: whoever is too far apart for that is not looked at.

    Raises
    ------
    AnalysisError : as :func:`sheet_flips`.
    """
    totals, order = _ordered(sheet)
    upper, lower = order[:-1], order[1:]
    now = totals.means(totals.weights[None])[0] + totals.offsets
    lead = totals.scores[upper] - totals.scores[lower]
    whole: NDArray[np.bool_] = np.asarray(totals.there.all(axis=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        least = 2 * 100.0 * (now[upper] - now[lower]) / (lead.max(axis=1) - lead.min(axis=1))
    least = np.where(whole[upper] & whole[lower], np.nan_to_num(least, nan=np.inf), 0.0)
    best = None
    for k in np.argsort(least, kind="stable"):
        if best is not None and least[k] > best[2].l1:
            break
        found = _flip(totals, upper[k], lower[k], "l1")
        if found[2].weights is not None and (best is None or found[2].l1 < best[2].l1):
            best = found
    return best


def _ordered(sheet: ScoreSheet) -> tuple[SheetTotals, NDArray[np.intp]]:
    """The ranked people, and their order from the top down."""
    if not sheet.scheme.straight:
        raise AnalysisError([Fault("no-straight-lines")])
    totals = sheet_totals(sheet)
    now = totals.means(totals.weights[None])[0] + totals.offsets
    return totals, np.argsort(-now, kind="stable")


def _flip(totals: SheetTotals, upper: int, lower: int, norm: Norm) -> tuple[str, str, Flip]:
    head = float(totals.offsets[upper] - totals.offsets[lower])
    flip = _settled(totals, np.array([upper, lower]), head, norm)
    return totals.people[upper], totals.people[lower], flip


def _settled(totals: SheetTotals, two: NDArray[np.intp], head: float, norm: Norm) -> Flip:
    """Newton's method with a programme in the place of the division: the difference of the two is replaced
    by its tangent at the weights found last."""
    base = totals.weights
    if totals.there[two].all():
        upper, lower = totals.scores[two]
        return smallest_flip(upper, lower, base, norm=norm, head_start=head)

    pair = totals.of(two)

    def difference(weights: Floats) -> Floats:
        means = pair.means(weights)
        return np.asarray(means[:, 0] - means[:, 1] + head)

    here, flip = base, Flip(None, np.inf, np.inf)
    for _ in range(_ROUNDS):
        gap = float(difference(here[None])[0])
        # Towards each indicator in turn, from all others in proportion: the sum stays.
        towards = here + _STEP * (np.eye(len(here)) * 100.0 - here) / 100.0
        back = here - _STEP * (np.eye(len(here)) * 100.0 - here) / 100.0
        slope = (difference(towards) - difference(back)) / (2 * _STEP)
        lead, rest = 100.0 * slope, gap - float(slope @ here)
        if float(slope @ base) + rest < 0:
            lead, rest = -lead, -rest
        flip = smallest_flip(lead, np.zeros(len(base)), base, norm=norm, head_start=rest)
        if flip.weights is None or np.abs(flip.weights - here).max() < 1e-9:
            return flip
        here = flip.weights
    return flip


def _pass_on(lead: Floats, base: Floats, low: Floats, high: Floats, gap: float) -> Floats | None:
    """Take weight where the lead is largest, give it where it is smallest, as long as that closes the gap."""
    moved = base.copy()
    order = np.argsort(-lead, kind="stable")
    first, last = 0, len(order) - 1
    while gap > 1e-12 and first < last:
        take, give = order[first], order[last]
        gain = lead[take] - lead[give]
        if gain <= 0:
            break
        amount = min(moved[take] - low[take], high[give] - moved[give], gap / gain)
        moved[take] -= amount
        moved[give] += amount
        gap -= amount * gain
        if moved[take] - low[take] <= 0:
            first += 1
        if high[give] - moved[give] <= 0:
            last -= 1
        elif amount <= 0:
            first += 1
    return moved if gap <= 1e-9 else None


def _project(lead: Floats, base: Floats, low: Floats, high: Floats, gap: float) -> Floats | None:
    """The nearest point of the box where the sum is kept and the lead is gone."""
    if gap <= 0:
        return base.copy()
    total = base.sum()

    def at(force: float) -> Floats:
        """The nearest point with the right sum when the lead is pushed down with `force`."""
        aim = base - force * lead
        ends = np.concatenate([aim - low, aim - high])
        shift = scipy.optimize.brentq(
            lambda mu: float(np.clip(aim - mu, low, high).sum() - total),
            float(ends.min()) - 1.0,
            float(ends.max()) + 1.0,
            xtol=1e-14,
            rtol=1e-15,
        )
        return np.clip(aim - shift, low, high)

    def remaining(force: float) -> float:
        return float(lead @ at(force)) - float(lead @ base) + gap

    strongest = 1.0
    while remaining(strongest) > 0:
        strongest *= 4.0
        if strongest > 1e12:
            return None
    force = scipy.optimize.brentq(remaining, 0.0, strongest, xtol=1e-15, rtol=1e-15)
    return _polished(at(force), lead, base, low, high, gap)


def _polished(near: Floats, lead: Floats, base: Floats, low: Floats, high: Floats, gap: float) -> Floats:
    """The exact projection, now that it is known which weights stand at a bound."""
    free = (near > low + 1e-9) & (near < high - 1e-9)
    moved = np.where(free, base, np.where(near <= low + 1e-9, low, high))
    constraints = np.stack([np.ones(free.sum()), lead[free]])
    target = np.array([base.sum() - moved.sum(), float(lead @ base) - gap - float(lead @ moved)])
    correction = np.linalg.lstsq(constraints, target, rcond=None)[0]
    moved[free] += correction
    worse = abs(float(lead @ moved) - float(lead @ base) + gap) > 1e-6 or (moved < low - 1e-9).any()
    return near if worse else moved
