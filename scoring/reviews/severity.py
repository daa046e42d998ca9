"""Severity adjustment: what a ratee would have got if all raters were equally strict.

The additive two-way model of unbalanced designs (H. Scheffé, The Analysis of Variance, 1959); offered only
where the rating graph is connected, shown beside the plain result, off by default.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SeverityAdjusted:
    """``adjusted`` (n,) is μ + ratee effect; ``severity`` (r,) the raters' effects (below 0 = strict), which
    sum to zero; ``residuals`` (k,) what the model leaves of each rating; ``plain`` (n,) the simple means."""

    ratees: tuple[str, ...]
    raters: tuple[str, ...]
    adjusted: Floats
    severity: Floats
    residuals: Floats
    plain: Floats


def severity_adjusted(ratees: Sequence[str], raters: Sequence[str], scores: ArrayLike) -> SeverityAdjusted:
    """Ordinary least squares of ``y = μ + ratee + rater`` with rater effects summing to zero.

    Parameters
    ----------
    ratees, raters : (k,) who was rated by whom. scores : (k,) one score for each, NaN = none.

    Raises
    ------
    AnalysisError : no rating, or groups of raters and ratees that share nobody with the rest, whose
        strictness cannot be compared.
    """
    given = np.asarray(scores, dtype=float)
    there = ~np.isnan(given)
    if not there.any():
        raise AnalysisError([Fault("ratings-none")])
    people, i = _coded([name for name, ok in zip(ratees, there, strict=True) if ok])
    judges, j = _coded([name for name, ok in zip(raters, there, strict=True) if ok])
    y = given[there]
    if not _connected(i, j, len(people), len(judges)):
        raise AnalysisError([Fault("ratings-unconnected")])
    # Ratees are eliminated first: the normal equations of the raters, of which few rate the same person.
    counts = scipy.sparse.coo_array((np.ones(len(y)), (i, j)), shape=(len(people), len(judges))).tocsr()
    sums_i, sums_j = np.bincount(i, y, len(people)), np.bincount(j, y, len(judges))
    held = np.bincount(i, minlength=len(people)).astype(float)
    share = scipy.sparse.diags_array(1.0 / held) @ counts
    left = np.diag(np.bincount(j, minlength=len(judges)).astype(float)) - (counts.T @ share).toarray()
    # The effects are known up to a constant; the ones make them sum to zero, and the matrix definite.
    severity = scipy.linalg.solve(left + 1.0, sums_j - share.T @ sums_i, assume_a="pos")
    adjusted = sums_i / held - share @ severity
    residuals = np.full(len(given), np.nan)
    residuals[there] = y - adjusted[i] - severity[j]
    return SeverityAdjusted(people, judges, adjusted, severity, residuals, sums_i / held)


def connected(ratees: Sequence[str], raters: Sequence[str]) -> bool:
    """Whether raters and ratees form one network, so that strictness can be compared at all."""
    people, i = _coded(ratees)
    judges, j = _coded(raters)
    return _connected(i, j, len(people), len(judges))


def _coded(names: Sequence[str]) -> tuple[tuple[str, ...], NDArray[np.intp]]:
    distinct = tuple(dict.fromkeys(names))
    position = {name: k for k, name in enumerate(distinct)}
    return distinct, np.array([position[name] for name in names], dtype=np.intp)


def _connected(i: NDArray[np.intp], j: NDArray[np.intp], people: int, judges: int) -> bool:
    if not len(i):
        return False
    reached_i, reached_j = np.zeros(people, dtype=bool), np.zeros(judges, dtype=bool)
    reached_i[i[0]] = True
    while True:
        before = reached_i.sum() + reached_j.sum()
        reached_j[j[reached_i[i]]] = True
        reached_i[i[reached_j[j]]] = True
        if reached_i.sum() + reached_j.sum() == before:
            return bool(reached_i.all() and reached_j.all())
