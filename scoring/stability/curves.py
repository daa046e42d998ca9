"""A person's total while one weight moves and the others keep their proportions.

In x, the distance of the weight from where it is, the total before caps is ``N(x)/D(x)`` with N and D of
degree 2 at most; where nothing is missing D is 1 and N a straight line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.stability.sheets import SheetTotals

Floats = NDArray[np.float64]
People = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Curves:
    """``top`` and ``bottom`` (n, 3): coefficients of N and D, constant first, additions included;
    ``straight`` (n,) whether D is 1 and N a line; ``ceilings`` (n,), ``floor``: limits of the total."""

    top: Floats
    bottom: Floats
    straight: NDArray[np.bool_]
    ceilings: Floats
    floor: float

    @cached_property
    def straight_all(self) -> bool:
        """Whether nobody has gaps."""
        return bool(self.straight.all())

    def at(self, people: People, x: Floats | float) -> Floats:
        """Totals of some people, each at its own x."""
        if self.straight_all:
            value = self.top[people, 0] + self.top[people, 1] * x
            return np.asarray(np.clip(value, self.floor, self.ceilings[people]))
        # A crossing far outside may be so large that its square is no number any more: it is out of reach.
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            powers = np.stack([np.ones_like(x), x, np.square(x)], axis=-1)
            value = (self.top[people] * powers).sum(axis=-1) / (self.bottom[people] * powers).sum(axis=-1)
        return np.asarray(np.clip(value, self.floor, self.ceilings[people]))

    def meetings(self, upper: People, lower: People) -> Floats:
        """(c, p) every x at which two people could draw level, or one of them reaches a limit; NaN where
        there is none. Some are no meetings (a crossing beyond a cap): whoever asks has to look."""
        found = [*self._crossings(upper, lower)]
        if np.isfinite(self.floor):
            at_floor = self._reaches(np.full(len(self.top), self.floor))
            found += [row[person] for row in at_floor for person in (upper, lower)]
        if np.isfinite(self.ceilings).any():
            at_ceiling = self._reaches(self.ceilings)
            found += [row[person] for row in at_ceiling for person in (upper, lower)]
        return np.stack(found)

    def _reaches(self, limits: Floats) -> Floats:
        """(2, n) every x at which each person reaches a limit."""
        found = np.full((2, len(self.top)), np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            found[0] = (limits - self.top[:, 0]) / self.top[:, 1]
        bent = np.flatnonzero(~self.straight & np.isfinite(limits))
        if len(bent):
            found[:, bent] = _roots(self.top[bent] - limits[bent, None] * self.bottom[bent])
        return found

    def _crossings(self, upper: People, lower: People) -> Floats:
        found = np.full((1 if self.straight_all else 4, len(upper)), np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            found[0] = (self.top[lower, 0] - self.top[upper, 0]) / (self.top[upper, 1] - self.top[lower, 1])
        if self.straight_all:
            return found
        bent = np.flatnonzero(~(self.straight[upper] & self.straight[lower]))
        a, b = upper[bent], lower[bent]
        if len(bent):
            found[:, bent] = _roots(_times(self.top[b], self.bottom[a]) - _times(self.top[a], self.bottom[b]))
        return found


def lines(means: Floats, slopes: Floats, offsets: Floats, ceilings: Floats, floor: float) -> Curves:
    """Straight lines ``mean + offset + slope·x``."""
    n = len(means)
    top = np.stack([means + offsets, slopes, np.zeros(n)], axis=1)
    return Curves(top, np.tile([1.0, 0.0, 0.0], (n, 1)), np.ones(n, dtype=bool), ceilings, floor)


def sheet_curves(totals: SheetTotals, k: int) -> Curves:
    """Totals of the ranked people of a sheet while weight k moves.

    With w the weight, R the sum of the others, t = w + x and v = R − x, every other weight is proportional
    to v; classes and persons' gaps then give quotients of products of t·R and v.
    """
    weights, groups = totals.weights, totals.sheet.scheme.class_index
    w, rest = float(weights[k]), float(weights.sum() - weights[k])
    t, v = np.array([w * rest, rest]), np.array([rest, -1.0])
    points, there = totals.scores * totals.there, totals.there
    n = len(points)
    own = groups == groups[k]
    others_in_class = own.copy()
    others_in_class[k] = False
    mine, has = points[:, k], there[:, k].astype(float)
    # Everything outside the class of k, which only grows and shrinks as a whole.
    outside_top, outside_bottom = np.zeros(n), np.zeros(n)
    for group in np.unique(groups[~own]):
        j = groups == group
        over, under = points[:, j] @ weights[j], there[:, j] @ weights[j]
        if totals.in_class:
            share = np.divide(over, under, out=np.zeros(n), where=under > 0)
            outside_top += weights[j].sum() * share
            outside_bottom += weights[j].sum() * (under > 0)
        else:
            held = float(weights[j] @ totals.held[j])
            lifted = weights[j].sum() / held if held > 0 else 0.0
            outside_top += lifted * over
            outside_bottom += lifted * under
    over, under = (
        points[:, others_in_class] @ weights[others_in_class],
        there[:, others_in_class] @ weights[others_in_class],
    )
    whole = t + v * float(weights[others_in_class].sum())
    if totals.in_class:
        base_mine, base_rest = has, under
    else:
        base_mine = np.full(n, float(totals.held[k]))
        base_rest = np.full(n, float(weights[others_in_class] @ totals.held[others_in_class]))
    # Within the class: (t·s_k + v·over) / (t·has + v·under), times the class as a whole.
    inside_top = mine[:, None] * t + over[:, None] * v
    inside_bottom = has[:, None] * t + under[:, None] * v
    scale = base_mine[:, None] * t + base_rest[:, None] * v
    empty = (scale == 0).all(axis=1)
    scale[empty] = [1.0, 0.0]
    member_bottom = inside_bottom if not totals.in_class else scale
    top = _times(outside_top[:, None] * v, scale) + np.where(empty, 0, 1)[:, None] * _times(
        np.tile(whole, (n, 1)), inside_top
    )
    bottom = _times(outside_bottom[:, None] * v, scale) + np.where(empty, 0, 1)[:, None] * _times(
        np.tile(whole, (n, 1)), member_bottom
    )
    straight = np.asarray(there.all(axis=1))
    mean = points @ weights / weights.sum()
    slope = (points[:, k] - (mean * weights.sum() - w * points[:, k]) / rest) / weights.sum()
    top[straight] = np.stack([mean, slope, np.zeros(n)], axis=1)[straight]
    bottom[straight] = [1.0, 0.0, 0.0]
    top = top + totals.offsets[:, None] * bottom
    return Curves(top, bottom, straight, totals.ceilings, 0.0)


def _times(a: Floats, b: Floats) -> Floats:
    """Products of polynomials, row by row."""
    result = np.zeros((len(a), a.shape[1] + b.shape[1] - 1))
    for i in range(a.shape[1]):
        for j in range(b.shape[1]):
            result[:, i + j] += a[:, i] * b[:, j]
    return result


def _roots(coefficients: Floats) -> Floats:
    """(d, p) real roots of each row (constant first), NaN where there are fewer than d."""
    count, width = coefficients.shape
    found = np.full((width - 1, count), np.nan)
    scale = np.abs(coefficients).max(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        small = np.abs(coefficients) <= 1e-13 * scale[:, None]
    degree = np.where(small, 0, np.arange(width)).max(axis=1)
    for d in range(1, width):
        rows = np.flatnonzero((degree == d) & (scale > 0))
        if not len(rows):
            continue
        c = coefficients[rows, : d + 1]
        if d == 1:
            found[0, rows] = -c[:, 0] / c[:, 1]
            continue
        companion = np.zeros((len(rows), d, d))
        companion[:, np.arange(1, d), np.arange(d - 1)] = 1.0
        companion[:, :, -1] = -c[:, :d] / c[:, d:]
        roots = np.linalg.eigvals(companion)
        real = np.abs(roots.imag) <= 1e-7 * (1 + np.abs(roots.real))
        found[:d, rows] = np.where(real, _polished(c, np.asarray(roots.real, dtype=float)), np.nan).T
    return found


def _polished(c: Floats, roots: Floats) -> Floats:
    """Roots after three steps of Newton's method."""
    powers = np.arange(c.shape[1])
    for _ in range(3):
        terms = roots[:, :, None] ** powers
        value = (terms * c[:, None, :]).sum(axis=2)
        slope = (terms[:, :, :-1] * (c[:, None, 1:] * powers[1:])).sum(axis=2)
        roots = roots - np.divide(value, slope, out=np.zeros_like(value), where=np.abs(slope) > 1e-12)
    return roots
