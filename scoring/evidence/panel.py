"""The same people over several periods: correlations in which every person counts once.

A person's months are alike, so months are no independent observations: intervals come from drawing people
with all their periods (A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, 1997, 3.8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.evidence.correlation import CONFIDENCE, Evidence

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

DRAWS = 1_000
FEWEST_PAIRS = 3
"""A period with fewer people who have both figures says nothing."""


@dataclass(frozen=True)
class Persistence:
    """How far one period's figures are those of the next: correlation of the ranks and of the values, over
    ``pairs`` of neighbouring periods."""

    pairs: int
    rank: Evidence
    value: Evidence


@dataclass(frozen=True)
class Foretold:
    """What became of the work, told by the figures of its time: each with interval; positive says that high
    figures went with good outcomes. ``other`` are the figures of another scheme for the same people and
    periods, ``gain`` how much better the first ones tell it."""

    periods: int
    own: Evidence
    other: Evidence | None = None
    gain: Evidence | None = None


def panel_correlation(
    x: ArrayLike, y: ArrayLike, *, ranks: bool = True, seed: int = 0, draws: int = DRAWS
) -> Evidence:
    """The mean over periods of the correlation between two figures of the same people, each period weighted
    by its people, with a 95 % percentile interval over people drawn with all their periods.

    Within a period ``ρ = Pearson(rank x, rank y)`` (C. Spearman, 1904); in the draws, people keep the ranks
    that they have among all, so that a draw costs a matrix product. ``people`` counts everybody who is in
    any period.

    Parameters
    ----------
    x, y : (t, n) figures of n people in t periods, NaN = missing. ranks : False for Pearson's r of the
        values.
    """
    found = _panel([np.asarray(x, dtype=float)], np.asarray(y, dtype=float), ranks, seed, draws)
    return _evidence(found.figures[0], found.people)


def foretold(
    x: ArrayLike, outcome: ArrayLike, other: ArrayLike | None = None, *, seed: int = 0, draws: int = DRAWS
) -> Foretold:
    """How well figures told what came later, and how much better than others did (E. J. G. Pitman's paired
    comparison by the bootstrap: both correlations from the same draws of people).

    Parameters
    ----------
    x : (t, n) figures. outcome : (t, n) what became of it, turned so that more is better. other : (t, n)
        figures to compare with; then only people with both count.
    """
    sides = [np.asarray(x, dtype=float)]
    if other is not None:
        sides.append(np.asarray(other, dtype=float))
    found = _panel(sides, np.asarray(outcome, dtype=float), True, seed, draws)
    own = _evidence(found.figures[0], found.people)
    if other is None:
        return Foretold(found.periods, own)
    first, second = found.figures
    return Foretold(
        found.periods,
        own,
        _evidence(second, found.people),
        _evidence((first[0] - second[0], first[1] - second[1]), found.people),
    )


def persistence(
    figures: ArrayLike, pairs: Sequence[tuple[int, int]], *, seed: int = 0, draws: int = DRAWS
) -> Persistence:
    """Retest correlation of neighbouring periods (L. Crocker and J. Algina, Introduction to Classical and
    Modern Test Theory, 1986, 7): 1 says that the next period repeats this one, 0 that it is drawn anew.

    Parameters
    ----------
    figures : (t, n) figures of n people in t periods. pairs : (earlier, later) rows that count.
    """
    matrix = np.asarray(figures, dtype=float)
    before = np.array([a for a, _ in pairs], dtype=int)
    after = np.array([b for _, b in pairs], dtype=int)
    x, y = matrix[before], matrix[after]
    return Persistence(
        len(pairs),
        panel_correlation(x, y, seed=seed, draws=draws),
        panel_correlation(x, y, ranks=False, seed=seed, draws=draws),
    )


@dataclass(frozen=True)
class _Found:
    """For each side the figure and its (draws,) values; how many people and periods are in them."""

    figures: list[tuple[float, Floats]]
    people: int
    periods: int


def _panel(sides: Sequence[Floats], y: Floats, ranks: bool, seed: int, draws: int) -> _Found:
    if y.ndim != 2 or any(side.shape != y.shape for side in sides):
        shape = tuple(side.shape for side in (*sides, y))
        raise AnalysisError([Fault("matrix-shape", params={"shape": shape})])
    there = ~np.isnan(y)
    for side in sides:
        there &= ~np.isnan(side)
    told = [
        t
        for t in np.flatnonzero(there.sum(axis=1) >= FEWEST_PAIRS)
        if all(np.ptp(one[t][there[t]]) > 0 for one in (*sides, y))
    ]
    everybody = there[told].any(axis=0)
    n = int(everybody.sum())
    if not told:
        return _Found([(np.nan, np.full(draws, np.nan)) for _ in sides], n, 0)
    order = np.flatnonzero(everybody)
    # In a settled order, so that the draws do not depend on the order of people.
    order = order[np.lexsort(np.nan_to_num(np.vstack([*sides, y])[:, order], nan=-np.inf))]
    use = np.ix_(told, order)
    who = there[use]
    of_outcome = _turned(y[use], who, ranks)
    times = _counts(n, draws, seed)
    return _Found(
        [_means(times, who, _turned(side[use], who, ranks), of_outcome) for side in sides], n, len(told)
    )


@lru_cache(maxsize=4)
def _counts(n: int, draws: int, seed: int) -> Floats:
    """(draws + 1, n) how often each person counts: once in the first row, then as drawn."""
    rng = np.random.default_rng(seed)
    return np.vstack([np.ones(n), rng.multinomial(n, np.full(n, 1 / n), draws)])


def _turned(values: Floats, who: Bools, ranks: bool) -> Floats:
    """Ranks or values within each period, centred and on the scale of 1, which spares digits; 0 for who is
    not in it."""
    if ranks:
        values = scipy.stats.rankdata(np.where(who, values, np.inf), axis=1)
    size = who.sum(axis=1, keepdims=True)
    centred = np.where(who, values, 0.0)
    centred = np.where(who, centred - centred.sum(axis=1, keepdims=True) / size, 0.0)
    return np.asarray(centred / np.sqrt((centred**2).sum(axis=1, keepdims=True) / size))


def _means(times: Floats, who: Bools, a: Floats, b: Floats) -> tuple[float, Floats]:
    """The mean over periods of Pearson's r of a and b, weighted by people: as everybody counts once, and in
    each draw. A period in which a draw tells nobody apart is left out of that draw."""
    sums = np.stack([who, a, b, a * a, b * b, a * b], axis=2).swapaxes(0, 1).reshape(who.shape[1], -1)
    n, sa, sb, aa, bb, ab = (times @ sums).reshape(len(times), len(who), 6).transpose(2, 0, 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        va, vb = aa / n - (sa / n) ** 2, bb / n - (sb / n) ** 2
        r = (ab / n - sa * sb / n**2) / np.sqrt(va * vb)
        known = (va > 1e-12) & (vb > 1e-12)
        size = known * who.sum(axis=1)
        means = np.where(known, r * size, 0.0).sum(axis=1) / size.sum(axis=1)
    return float(means[0]), means[1:]


def _evidence(found: tuple[float, Floats], people: int) -> Evidence:
    figure, values = found
    if np.isnan(figure) or np.isnan(values).all():
        return Evidence(np.nan, np.nan, np.nan, people)
    tail = 50 * (1 - CONFIDENCE)
    low, high = np.nanpercentile(values, [tail, 100 - tail])
    return Evidence(figure, float(low), float(high), people)
