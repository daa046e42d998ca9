"""A person's total while the weights move along a line.

In x, the distance gone, the total before caps is ``N(x)/D(x)`` with polynomials N and D; where nothing is
missing D is 1 and N a straight line. Each class in which something is missing, while part of it stands still,
adds one to their degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.stability.sheets import SheetTotals

Floats = NDArray[np.float64]
People = NDArray[np.intp]
_TOGETHER = 1e-13
"""Two lines whose coefficients agree so far, relatively, are in proportion."""
_ONE = np.ones((1, 1))
_LEVEL = np.array([1.0, 0.0])


@dataclass(frozen=True, eq=False)
class Curves:
    """``top`` and ``bottom`` (n, d): coefficients of N and D, constant first, additions included;
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
            powers = np.asarray(x)[..., None] ** np.arange(self.top.shape[1])
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
        found = np.full((self.top.shape[1] - 1, len(self.top)), np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            found[0] = (limits - self.top[:, 0]) / self.top[:, 1]
        bent = np.flatnonzero(~self.straight & np.isfinite(limits))
        if len(bent):
            found[:, bent] = _roots(self.top[bent] - limits[bent, None] * self.bottom[bent])
        return found

    def _crossings(self, upper: People, lower: People) -> Floats:
        degree = 2 * (self.top.shape[1] - 1)
        found = np.full((1 if self.straight_all else degree, len(upper)), np.nan)
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
    top = np.stack([means + offsets, slopes], axis=1)
    return Curves(top, np.tile([1.0, 0.0], (n, 1)), np.ones(n, dtype=bool), ceilings, floor)


def sheet_curves(totals: SheetTotals, direction: Floats) -> Curves:
    """Totals of people of a sheet while the weights move along ``w + x·direction``.

    `direction` (m,) sums to 0, in points for each x. What a person lacks stays in its class: the class counts
    ``whole·over/under``, what it weighs times the mean of what is there, all three straight lines in x. It is
    a quotient only where neither pair of them moves together.
    """
    weights = totals.weights
    points, there = totals.scores * totals.there, totals.there
    straight = np.asarray(there.all(axis=1))
    n, whole = len(points), float(weights.sum())
    top, bottom = np.zeros((n, 2)), np.ones((n, 1))
    top[:, 0], top[:, 1] = points @ weights / whole, points @ direction / whole
    bent = np.flatnonzero(~straight)
    if len(bent):
        over, under = _gaps(totals.of(bent), direction)
        simple = (over[:, 2:] == 0).all(axis=1) & (under[:, 1:] == 0).all(axis=1) & (under[:, 0] > 0)
        over[simple] /= under[simple, :1]
        under[simple, 0] = 1.0
        top, bottom = _widened(top, over.shape[1]), _widened(bottom, under.shape[1])
        top[bent], bottom[bent] = over, under
        straight[bent[simple]] = True
    width = max(top.shape[1], bottom.shape[1])
    top, bottom = _widened(top, width), _widened(bottom, width)
    return Curves(top + totals.offsets[:, None] * bottom, bottom, straight, totals.ceilings, 0.0)


def _gaps(totals: SheetTotals, direction: Floats) -> tuple[Floats, Floats]:
    """N and D of people who lack something, without additions; constant first."""
    groups, points = totals.sheet.scheme.class_index, totals.scores * totals.there
    n = len(points)
    # Sums over the classes of what they count and of what they weigh, with the denominators that both share.
    top, bottom, shared = np.zeros((n, 1)), np.zeros((n, 1)), np.ones((n, 1))
    for group in np.unique(groups):
        j = groups == group
        moving = np.stack([totals.weights[j], direction[j]])
        whole = moving.sum(axis=1)[None, :]
        over, under = points[:, j] @ moving.T, totals.there[:, j] @ moving.T
        if totals.in_class:
            there = (under != 0).any(axis=1)[:, None]
            top, shared = _sum(top, shared, *_quotient(whole, over, under))
            bottom = _plus(bottom, np.where(there, whole, 0.0))
            continue
        # What nobody has is spread within its class first, then what a person lacks over all.
        held = (moving @ totals.held[j])[None, :]
        if not held.any():
            continue
        counted, divisor = _quotient(whole, over, held)
        weighed, other = _quotient(whole, under, held)
        if divisor.shape[1] != other.shape[1] or (divisor != other).any():
            counted, weighed, divisor = _times(whole, over), _times(whole, under), held
        top, _ = _sum(top, shared, counted, divisor)
        bottom, shared = _sum(bottom, shared, weighed, divisor)
    return top, (_times(shared, bottom) if totals.in_class else bottom)


def _quotient(whole: Floats, over: Floats, under: Floats) -> tuple[Floats, Floats]:
    """``whole·over/under`` as numerator and denominator, divided out where two of the lines are in
    proportion."""
    steady, share = _in_proportion(whole, under)
    if steady.all():
        return share * over, _ONE
    fixed, mean = _in_proportion(over, under)
    straight = np.where(steady, share * over, mean * whole)
    if (steady | fixed).all():
        return straight, _ONE
    simple = steady | fixed
    return np.where(simple, _widened(straight, 3), _times(whole, over)), np.where(simple, _LEVEL, under)


def _in_proportion(line: Floats, under: Floats) -> tuple[NDArray[np.bool_], Floats]:
    """(n, 1) where two lines are in proportion, and what ``line/under`` is there (0 where both are 0)."""
    across = np.abs(under[:, :1] * line[:, 1:] - under[:, 1:] * line[:, :1])
    size = np.abs(under).max(axis=1, keepdims=True) * np.abs(line).max(axis=1, keepdims=True)
    lead = np.abs(under[:, :1]) >= np.abs(under[:, 1:])
    length, part = (np.where(lead, one[:, :1], one[:, 1:]) for one in (under, line))
    share = np.divide(
        part, length, out=np.zeros(np.broadcast_shapes(part.shape, length.shape)), where=length != 0
    )
    return across <= _TOGETHER * size, share


def _sum(top: Floats, shared: Floats, value: Floats, divisor: Floats) -> tuple[Floats, Floats]:
    """``top/shared + value/divisor`` as numerator and denominator."""
    if divisor.shape[1] == 1:
        return _plus(top, _times(value, shared)), shared
    return _plus(_times(top, divisor), _times(value, shared)), _times(shared, divisor)


def _plus(a: Floats, b: Floats) -> Floats:
    width = max(a.shape[1], b.shape[1])
    return _widened(a, width) + _widened(b, width)


def _widened(a: Floats, width: int) -> Floats:
    """Polynomials with room for higher powers."""
    if a.shape[1] >= width:
        return a
    wide = np.zeros((len(a), width))
    wide[:, : a.shape[1]] = a
    return wide


def _times(a: Floats, b: Floats) -> Floats:
    """Products of polynomials, row by row."""
    if b.shape[1] == 1:
        return a * b
    result = np.zeros((max(len(a), len(b)), a.shape[1] + b.shape[1] - 1))
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
