"""Stability intervals: how far one weight may move before the ranking changes.

While one weight goes to t, the others keep their proportions: ``w_j(t) = w_j·(W − t)/(W − w_k)``. A total
is then a straight line in t (before caps), and the bounds are where lines cross: no search. The first
crossing is always between neighbours, so a ranking of n people needs n − 1 pairs, not n².
One weight at a time as in E. Triantaphyllou and A. Sánchez, Decision Sciences 28 (1997),
with proportional instead of equal compensation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.sheet import RANKED, ScoreSheet

Floats = NDArray[np.float64]


class Interval(NamedTuple):
    """Lowest and highest value of a weight, in the unit of the weights; the weight itself lies within."""

    low: float
    high: float


def intervals(
    scores: ArrayLike,
    weights: ArrayLike,
    *,
    top: int | None = None,
    offsets: ArrayLike = 0.0,
    ceilings: ArrayLike = np.inf,
    floor: float = -np.inf,
) -> list[Interval]:
    """For each weight the exact range in which the order (or who is in the top k) stays as it is.

    Totals are ``min(max(Σ w_j·s_ij/W + offset_i, floor), ceiling_i)``, before rounding; two people who draw
    level end the range. People who are level at the start are left as they are only while they stay level.

    Parameters
    ----------
    scores : (n, m) indicator scores, complete. weights : (m,) ≥ 0, in any unit.
    top : k, to ask who is among the first k instead of for the whole order.
    offsets, ceilings : (n,) or numbers: additions less deductions, and the highest total.

    Raises
    ------
    AnalysisError : a missing score, or fewer than two people.
    """
    matrix, base = np.asarray(scores, dtype=float), np.asarray(weights, dtype=float)
    if matrix.ndim != 2 or matrix.shape[1] != len(base) or len(matrix) < 2:
        raise AnalysisError([Fault("matrix-shape", params={"shape": matrix.shape})])
    if np.isnan(matrix).any():
        raise AnalysisError([Fault("scores-incomplete")])
    n, total = len(matrix), float(base.sum())
    plus = np.broadcast_to(np.asarray(offsets, dtype=float), (n,))
    caps = np.broadcast_to(np.asarray(ceilings, dtype=float), (n,))
    means = matrix @ base / total
    now = np.clip(means + plus, floor, caps)
    pairs = _pairs(now, top)
    return [_interval(k, matrix, base, total, means, plus, caps, floor, pairs) for k in range(len(base))]


def sheet_intervals(sheet: ScoreSheet, *, top: int | None = None) -> Mapping[str, Interval]:
    """:func:`intervals` for the ranked people of a sheet, by indicator, in points of 100.

    Missing indicators are given the score that leaves the person's total as it is (the mean of what is
    there, by the scheme's policy); people with gaps are therefore followed along the line that touches
    their curve at the present weights. With no gaps the result is exact.

    Raises
    ------
    AnalysisError : a geometric scheme, whose totals are not straight lines, or fewer than two people.
    """
    if sheet.scheme.aggregation == "geometric":
        raise AnalysisError([Fault("geometric-no-lines")])
    who = sheet.status_index == RANKED
    scheme = sheet.scheme
    ceiling = np.where(sheet.vetoed, min(scheme.veto.ceiling, scheme.cap), scheme.cap)
    found = intervals(
        filled_scores(sheet)[who],
        scheme.weights,
        top=top,
        offsets=(sheet.additions - sheet.deductions)[who],
        ceilings=ceiling[who],
        floor=0.0,
    )
    return dict(zip(scheme.codes, found, strict=True))


def filled_scores(sheet: ScoreSheet) -> Floats:
    """(n, m) scores with gaps filled so that ``scores @ weights/100`` is each person's weighted mean.

    A gap whose weight went to the other indicators of its class gets their mean; then what is left over
    is spread evenly over the gaps.
    """
    weights = sheet.scheme.weights
    # With what the policy put in the place of a gap (zero, the median), where it puts something.
    scores = sheet.weighting.filled
    gaps = np.isnan(scores)
    if not gaps.any():
        return scores
    rates = sheet.class_rates()[:, sheet.scheme.class_index]
    base = sheet.base[:, None]
    filled = np.where(gaps, np.where(np.isnan(rates), base, rates), scores)
    missed = sheet.base - filled @ weights / weights.sum()
    held = gaps @ weights / weights.sum()
    correction = np.divide(missed, held, out=np.zeros(len(held)), where=held > 0)
    return np.asarray(np.where(gaps, filled + correction[:, None], filled))


def _pairs(now: Floats, top: int | None) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(upper, lower) people between whom the first change must happen."""
    order = np.argsort(-now, kind="stable")
    if top is None:
        return order[:-1], order[1:]
    if not 0 < top < len(now):
        raise AnalysisError([Fault("top-range", params={"value": top, "count": len(now)})])
    upper, lower = np.meshgrid(order[:top], order[top:], indexing="ij")
    return upper.ravel(), lower.ravel()


def _interval(
    k: int,
    scores: Floats,
    weights: Floats,
    total: float,
    means: Floats,
    plus: Floats,
    caps: Floats,
    floor: float,
    pairs: tuple[NDArray[np.intp], NDArray[np.intp]],
) -> Interval:
    """The range of weight k. Lines are f_i(t) = means_i + plus_i + slope_i·(t − w_k)."""
    here = float(weights[k])
    others = total - here
    if others <= 0:
        return Interval(0.0, total)
    rest = (means * total - here * scores[:, k]) / others
    slope = (scores[:, k] - rest) / total
    upper, lower = pairs
    line = means + plus
    with np.errstate(divide="ignore", invalid="ignore"):
        meets = [(line[lower] - line[upper]) / (slope[upper] - slope[lower])]
        # Where a limit takes hold, two may become level without their lines crossing.
        for person in (upper, lower):
            for limit in (caps[person], floor):
                if np.isfinite(limit).any():
                    meets.append((limit - line[person]) / slope[person])
    steps = np.stack(meets)
    level = np.abs(_difference(line, slope, caps, floor, pairs, 0.0)) <= 1e-12
    if level.any():
        # Level from the start: any step that parts them changes the ranking.
        u, v = upper[level], lower[level]
        parted = np.abs(slope[u] - slope[v]) > 1e-15
        free = (line[u] < caps[u]) & (line[v] < caps[v]) & (line[u] > floor) & (line[v] > floor)
        if (parted & free).any():
            return Interval(here, here)
    ends = []
    for sign in (1.0, -1.0):
        room = total - here if sign > 0 else here
        ahead = sign * steps
        ahead = np.where((ahead > 1e-15) & (ahead < room) & ~level, ahead, np.inf)
        ends.append(here + sign * min(room, _first_level(ahead, sign, line, slope, caps, floor, pairs)))
    return Interval(ends[1], ends[0])


def _difference(
    line: Floats,
    slope: Floats,
    caps: Floats,
    floor: float,
    pairs: tuple[NDArray[np.intp], NDArray[np.intp]],
    step: float | Floats,
) -> Floats:
    upper, lower = pairs
    a = np.clip(line[upper] + slope[upper] * step, floor, caps[upper])
    b = np.clip(line[lower] + slope[lower] * step, floor, caps[lower])
    return np.asarray(a - b)


def _first_level(
    ahead: Floats,
    sign: float,
    line: Floats,
    slope: Floats,
    caps: Floats,
    floor: float,
    pairs: tuple[NDArray[np.intp], NDArray[np.intp]],
) -> float:
    """The nearest step at which a pair really is level (a crossing beyond a limit is none)."""
    nearest = np.inf
    for candidates in ahead:
        step = np.where(np.isfinite(candidates), candidates, 0.0)
        gap = np.abs(_difference(line, slope, caps, floor, pairs, sign * step))
        scale = 1.0 + np.abs(line[pairs[0]])
        real = np.isfinite(candidates) & (gap <= 1e-9 * scale)
        if real.any():
            nearest = min(nearest, float(candidates[real].min()))
    return nearest
