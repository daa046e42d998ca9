"""Leniency: who rates higher or lower than others who rated the same people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Leniency:
    """For each rater: ``ratings`` given, ``mean``, ``spread`` (standard deviation, NaN of one), ``apart`` =
    mean difference from what the others gave the same people (NaN where nobody else rated them), and
    ``standardised`` = distance of the rater's mean from the mean of the other raters' means, in their
    standard deviations."""

    raters: tuple[str, ...]
    ratings: NDArray[np.int64]
    mean: Floats
    spread: Floats
    apart: Floats
    standardised: Floats

    def lenient(self, limit: float = 1.0) -> list[str]:
        """Raters whose mean lies more than `limit` standard deviations above the others'."""
        return [self.raters[k] for k in np.flatnonzero(self.standardised > limit)]


def leniency(ratees: Sequence[str], raters: Sequence[str], scores: ArrayLike) -> Leniency:
    """Compare raters, each with the others.

    ``apart_r = mean over r's ratees of (own score − mean of the others' scores)`` is fair to a rater whose
    people are simply better, but needs shared ratees; ``standardised`` does not, and is what the check F03
    looks at. K. R. Murphy and J. N. Cleveland, Understanding Performance Appraisal (1995).

    Parameters
    ----------
    ratees, raters : (k,) who was rated by whom. scores : (k,), NaN = none.
    """
    given = np.asarray(scores, dtype=float)
    rows = [
        (rater, ratee, float(score))
        for rater, ratee, score in zip(raters, ratees, given, strict=True)
        if not np.isnan(score)
    ]
    names = tuple(dict.fromkeys(rater for rater, _, _ in rows))
    by_ratee: dict[str, list[tuple[str, float]]] = {}
    for rater, ratee, score in rows:
        by_ratee.setdefault(ratee, []).append((rater, score))
    apart: dict[str, list[float]] = {name: [] for name in names}
    own: dict[str, list[float]] = {name: [] for name in names}
    for rater, ratee, score in rows:
        own[rater].append(score)
        others = [s for r, s in by_ratee[ratee] if r != rater]
        if others:
            apart[rater].append(score - float(np.mean(others)))
    means = np.array([np.mean(own[name]) for name in names])
    return Leniency(
        names,
        np.array([len(own[name]) for name in names]),
        means,
        np.array([np.std(own[name], ddof=1) if len(own[name]) > 1 else np.nan for name in names]),
        np.array([np.mean(apart[name]) if apart[name] else np.nan for name in names]),
        _from_the_others(means),
    )


def _from_the_others(means: Floats) -> Floats:
    """Distance of each mean from the others' mean, in the others' standard deviations; NaN below three."""
    result = np.full(len(means), np.nan)
    for k in range(len(means)):
        others = np.delete(means, k)
        if len(others) >= 2 and others.std(ddof=1) > 0:
            result[k] = (means[k] - others.mean()) / others.std(ddof=1)
    return result
