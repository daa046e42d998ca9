"""Stability intervals: how far one weight may move before the ranking changes.

While one weight goes to t, the others keep their proportions: ``w_j(t) = w_j·(W − t)/(W − w_k)``. A total
is then a straight line in t (before caps), and the bounds are where lines cross: no search. The first
crossing is always between neighbours, so a ranking of n people needs n − 1 pairs, not n².
One weight at a time as in E. Triantaphyllou and A. Sánchez, Decision Sciences 28 (1997), with proportional
instead of equal compensation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.sheet import ScoreSheet
from scoring.stability.curves import Curves, People, lines, sheet_curves
from scoring.stability.sheets import sheet_totals
from scoring.thresholds import hair

Floats = NDArray[np.float64]
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

    return [
        Interval(0.0, total) if base[k] >= total else _interval(float(base[k]), total, moving(k), pairs)
        for k in range(len(base))
    ]


def sheet_intervals(sheet: ScoreSheet, *, top: int | None = None) -> Mapping[str, Interval]:
    """:func:`intervals` for the ranked people of a sheet, by indicator, in points of 100.

    Exact also for people with gaps: under the scheme's policy their totals are quotients, whose crossings
    are roots of polynomials of degree 4 at most.

    Raises
    ------
    AnalysisError : a geometric scheme, whose totals are neither, or fewer than two ranked people.
    """
    scheme = sheet.scheme
    if scheme.aggregation == "geometric":
        raise AnalysisError([Fault("geometric-no-lines")])
    totals = sheet_totals(sheet)
    pairs = _pairs(sheet.exact[totals.rows], top)
    whole = float(scheme.weights.sum())
    found: dict[str, Interval] = {}
    for k, code in enumerate(scheme.codes):
        here = float(scheme.weights[k])
        if here >= whole:
            found[code] = Interval(0.0, whole)
            continue
        found[code] = _interval(here, whole, sheet_curves(totals, k), pairs)
    return found


def _pairs(now: Floats, top: int | None) -> tuple[People, People]:
    """(upper, lower) people between whom the first change must happen."""
    order = np.argsort(-now, kind="stable")
    if top is None:
        return order[:-1], order[1:]
    if not 0 < top < len(now):
        raise AnalysisError([Fault("top-range", params={"value": top, "count": len(now)})])
    upper, lower = np.meshgrid(order[:top], order[top:], indexing="ij")
    return upper.ravel(), lower.ravel()


def _interval(here: float, total: float, curves: Curves, pairs: tuple[People, People]) -> Interval:
    """The range around `here` in which no pair changes sides."""
    upper, lower = pairs
    still = np.zeros(len(upper))
    now = curves.at(upper, still)
    level = np.abs(now - curves.at(lower, still)) <= hair(now)
    if level.any() and _parts(curves, upper[level], lower[level]):
        return Interval(here, here)
    upper, lower = upper[~level], lower[~level]
    if not len(upper):
        return Interval(0.0, total)
    meetings = curves.meetings(upper, lower)
    with np.errstate(invalid="ignore"):
        within = (meetings > -here) & (meetings < total - here) & (np.abs(meetings) > 1e-15)
    x, pair = meetings[within], np.nonzero(within)[1]
    above = curves.at(upper[pair], x)
    # A crossing beyond a cap is none: only where the two really are level does anything change.
    x = x[np.abs(above - curves.at(lower[pair], x)) <= 1e-9 * (1.0 + np.abs(above))]
    return Interval(
        here + float(x[x < 0].max(initial=-here)), here + float(x[x > 0].min(initial=total - here))
    )


def _parts(curves: Curves, upper: People, lower: People) -> bool:
    """Whether two who are level part as soon as the weight moves either way."""
    for step in (-1e-6, 1e-6):
        x = np.full(len(upper), step)
        moved = curves.at(upper, x)
        if (np.abs(moved - curves.at(lower, x)) > _PARTED * np.maximum(100.0, np.abs(moved))).any():
            return True
    return False
