"""Stability intervals: how far one weight may move before the ranking changes.

While one weight goes to t, the others keep their proportions: ``w_j(t) = w_j·(W − t)/(W − w_k)``; where some
are locked, the others give way for all. A total is then a straight line in t (before caps), and the bounds
are where lines cross: no search. The first crossing is always between neighbours, so a ranking of n people
needs n − 1 pairs, not n². One weight at a time as in E. Triantaphyllou and A. Sánchez, Decision Sciences 28
(1997), with proportional instead of equal compensation.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.sheet import RANKED, ScoreSheet
from scoring.stability.curves import Curves, People, lines, sheet_curves
from scoring.stability.sheets import covered, rankable
from scoring.thresholds import hair
from scoring.weights import direction

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_PARTED = 1e-15
"""Share of a total beyond which two who were level have parted, and not only in the last digits."""


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
    refuse_beyond(matrix)
    refuse_beyond(base)
    n, total = len(matrix), float(base.sum())
    plus = np.broadcast_to(np.asarray(offsets, dtype=float), (n,))
    caps = np.broadcast_to(np.asarray(ceilings, dtype=float), (n,))
    means = matrix @ base / total
    pairs = _pairs(np.clip(means + plus, floor, caps), top)

    def moving(k: int) -> Curves:
        rest = (means * total - base[k] * matrix[:, k]) / (total - base[k])
        return lines(means, (matrix[:, k] - rest) / total, plus, caps, floor)

    found = []
    for k, here in enumerate(base.tolist()):
        low, high = (-here, 0.0) if here >= total else _interval(-here, total - here, moving(k), pairs)
        found.append(Interval(here + low, here + high))
    return found


def sheet_intervals(
    sheet: ScoreSheet, *, top: int | None = None, locked: Collection[str] = ()
) -> Mapping[str, Interval]:
    """:func:`intervals` for the ranked people of a sheet, by indicator, in points of 100.

    Exact also for people with gaps, whose totals are quotients under the scheme's policy, and for those whom
    the minimum coverage takes out of the ranking or lets into it. The `locked` weights stay where they are
    and have no interval; neither has a weight beside which nothing is free.

    Raises
    ------
    AnalysisError : totals that are no straight lines in the weights, or fewer than two ranked people.
    """
    scheme = sheet.scheme
    if not scheme.straight:
        raise AnalysisError([Fault("no-straight-lines")])
    totals = rankable(sheet)
    ranked = sheet.status_index[totals.rows] == RANKED
    pairs = _pairs(np.where(ranked, sheet.exact[totals.rows], -np.inf), top, int(ranked.sum()))
    weights, still = scheme.weights, np.isin(scheme.codes, list(locked))
    found: dict[str, Interval] = {}
    for k in np.flatnonzero(~still):
        line = direction(weights, int(k), still)
        if line is None:
            continue
        here = float(weights[k])
        room = float(weights[(line < 0) & ~still].sum())
        curves, reach = sheet_curves(totals, line), covered(totals, line)
        low, high = _interval(-here, room, curves, pairs, reach)
        low, high = _coming_and_going((low, high), curves, pairs, (ranked, top), reach)
        found[scheme.codes[k]] = Interval(here + low, here + high)
    return found


def _pairs(now: Floats, top: int | None, ranked: int | None = None) -> tuple[People, People]:
    """(upper, lower) people between whom the first change must happen; `ranked` of them are (or all), the
    others come last and may come in later."""
    order = np.argsort(-now, kind="stable")
    ranked = len(now) if ranked is None else ranked
    if top is None:
        return order[: ranked - 1], order[1:ranked]
    if not 0 < top < ranked:
        raise AnalysisError([Fault("top-range", params={"value": top, "count": ranked})])
    upper, lower = np.meshgrid(order[:top], order[top:], indexing="ij")
    return upper.ravel(), lower.ravel()


def _interval(
    least: float,
    most: float,
    curves: Curves,
    pairs: tuple[People, People],
    reach: tuple[Floats, Floats] | None = None,
) -> tuple[float, float]:
    """The range of x around 0, within `least` and `most`, in which no pair changes sides; a pair counts where
    both are within their `reach`."""
    upper, lower = pairs
    begin, end = reach if reach is not None else (np.full(len(curves.top), s * np.inf) for s in (-1, 1))
    present = (begin[lower] <= 0) & (end[lower] >= 0)
    still = np.zeros(len(upper))
    now = curves.at(upper, still)
    level = present & (np.abs(now - curves.at(lower, still)) <= hair(now))
    if level.any() and _parts(curves, upper[level], lower[level]):
        return 0.0, 0.0
    upper, lower = upper[~level], lower[~level]
    if not len(upper):
        return least, most
    meetings = curves.meetings(upper, lower)
    with np.errstate(invalid="ignore"):
        within = (meetings > least) & (meetings < most) & (np.abs(meetings) > 1e-15)
        within &= (meetings >= begin[lower]) & (meetings <= end[lower])
    x, pair = meetings[within], np.nonzero(within)[1]
    above = curves.at(upper[pair], x)
    # A crossing beyond a cap is none: only where the two really are level does anything change.
    x = x[np.abs(above - curves.at(lower[pair], x)) <= 1e-9 * (1.0 + np.abs(above))]
    return float(x[x < 0].max(initial=least)), float(x[x > 0].min(initial=most))


def _coming_and_going(
    interval: tuple[float, float],
    curves: Curves,
    pairs: tuple[People, People],
    places: tuple[Bools, int | None],
    reach: tuple[Floats, Floats],
) -> tuple[float, float]:
    """The interval, ended where somebody who counts falls under the minimum coverage, or comes to reach it
    with a total that counts; `places` are who is ranked, and how many of them count (None: all)."""
    ranked, top = places
    counting = ranked if top is None else np.isin(np.arange(len(ranked)), pairs[0])
    low, high = interval
    # The ends themselves still reach the minimum.
    low = max(low, float(reach[0][counting].max(initial=-np.inf)))
    high = min(high, float(reach[1][counting].min(initial=np.inf)))
    first = np.flatnonzero(counting)
    for person in np.flatnonzero(~ranked & (reach[0] <= reach[1])):
        x = float(reach[0][person] if reach[0][person] > 0 else reach[1][person])
        if not low < x < high:
            continue
        own = float(curves.at(np.array([person]), x)[0])
        if top is not None and own < float(curves.at(first, np.full(len(first), x)).min()):
            continue
        low, high = (low, min(high, x)) if x > 0 else (max(low, x), high)
    return low, high


def _parts(curves: Curves, upper: People, lower: People) -> bool:
    """Whether two who are level part as soon as the weight moves either way."""
    for step in (-1e-6, 1e-6):
        x = np.full(len(upper), step)
        moved = curves.at(upper, x)
        if (np.abs(moved - curves.at(lower, x)) > _PARTED * np.maximum(100.0, np.abs(moved))).any():
            return True
    return False
