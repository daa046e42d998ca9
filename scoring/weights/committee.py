"""Weights given directly, and joining those of a committee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.weights.derived import DerivedWeights, named

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Aggregated(DerivedWeights):
    """A committee's weights with how far its members disagree.

    ``spread`` (m,) is the distance between the quartiles of the members' shares; ``distance`` (k,) the
    part of all weight (0 to 1) that a member would have to move to reach the joint weights;
    ``concordance`` Kendall's W of the members' orders (1 = the same order, 0 = no agreement).
    """

    spread: Floats = field(kw_only=True)
    distance: Floats = field(kw_only=True)
    concordance: float = float("nan")


def equal(names: Sequence[str]) -> DerivedWeights:
    """``w_j = 1/m``: the weights to beat where nothing speaks for one criterion (R. M. Dawes, 1979)."""
    if not names:
        raise AnalysisError([Fault("matrix-shape", params={"shape": (0,)})])
    return DerivedWeights("equal", named(names, len(names)), np.full(len(names), 1 / len(names)))


def points(given: ArrayLike, names: Sequence[str] | None = None) -> DerivedWeights:
    """``w_j = p_j/Σp``: points as a member hands them out, or swing ratings from 0 to 100.

    Swing weighting: D. von Winterfeldt and W. Edwards, Decision Analysis and Behavioral Research (1986).

    Raises
    ------
    AnalysisError : a negative or missing rating, or none above 0.
    """
    values = np.asarray(given, dtype=float)
    if values.ndim != 1 or not len(values):
        raise AnalysisError([Fault("matrix-shape", params={"shape": values.shape})])
    labels = named(names, len(values))
    refuse_beyond(values)
    if not (values >= 0).all() or not np.isfinite(values).all() or not values.sum() > 0:
        raise AnalysisError([Fault("points-negative")])
    return DerivedWeights("points", labels, values / values.sum())


def aggregate(
    members: ArrayLike,
    names: Sequence[str] | None = None,
    *,
    method: Literal["median", "trimmed-mean"] = "median",
) -> Aggregated:
    """Join the weights of a committee so that no single member can pull them far.

    Each member's weights are first made shares of 1; then the median of each criterion, or the mean
    without the highest and the lowest where there are at least five members; then shares again.
    Kendall's W with ties: M. G. Kendall and B. Babington Smith, 1939.

    Parameters
    ----------
    members : (k, m) weights of k members, in any unit.

    Raises
    ------
    AnalysisError : a negative or missing weight, or a member who gave none.
    """
    given = np.asarray(members, dtype=float)
    if given.ndim != 2 or not given.size:
        raise AnalysisError([Fault("matrix-shape", params={"shape": given.shape})])
    labels = named(names, given.shape[1])
    refuse_beyond(given)
    if not (given >= 0).all() or not np.isfinite(given).all() or not (given.sum(axis=1) > 0).all():
        raise AnalysisError([Fault("points-negative")])
    shares = given / given.sum(axis=1, keepdims=True)
    if method == "median":
        joint = np.median(shares, axis=0)
    else:
        ordered = np.sort(shares, axis=0)
        joint = (ordered[1:-1] if len(ordered) >= 5 else ordered).mean(axis=0)
    if not joint.sum() > 0:
        # Nobody's middle: every criterion is 0 for more than half of the members.
        joint = shares.mean(axis=0)
    joint = joint / joint.sum()
    low, high = np.quantile(shares, [0.25, 0.75], axis=0)
    return Aggregated(
        method,
        labels,
        joint,
        spread=high - low,
        distance=np.abs(shares - joint).sum(axis=1) / 2.0,
        concordance=_concordance(shares),
    )


def _concordance(shares: Floats) -> float:
    """Kendall's W over the members' rankings of the criteria, corrected for ties."""
    k, m = shares.shape
    if k < 2 or m < 2:
        return float("nan")
    ranks = scipy.stats.rankdata(shares, axis=1)
    spread = ((ranks.sum(axis=0) - k * (m + 1) / 2) ** 2).sum()
    ties = 0.0
    for row in shares:
        counts = np.unique(row, return_counts=True)[1]
        ties += float((counts**3 - counts).sum())
    room = k * k * (m**3 - m) - k * ties
    return float(12.0 * spread / room) if room > 0 else float("nan")
