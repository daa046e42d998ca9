"""From raters' answers to one result per person.

The order is part of the contract: an answer is put on 0–100, then averaged per rater, then per group
over raters, then over groups by group weight. These are exact means, for whoever holds the answers anyway;
what may leave a campaign is rounded first (`scoring.reviews.release`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MINIMUM_RATERS = {"superior": 1, "peers": 3, "customers": 5}
TRIM_FROM = 6
"""Trimming needs so many raters in the group."""


@dataclass(frozen=True, eq=False)
class Reviewed:
    """(n,) results on 0–100 (NaN: no group left), and per group (n, g) means, numbers of raters,
    whether the group counted, and whether it has raters enough to be shown. A group that has not is in no
    total, so that nothing else needs to be held back in its name."""

    ratees: tuple[str, ...]
    groups: tuple[str, ...]
    results: Floats
    group_means: Floats
    raters: NDArray[np.int64]
    counted: Bools
    shown: Bools


def combine(
    ratees: Sequence[str],
    raters: Sequence[str],
    groups: Sequence[str],
    answers: ArrayLike,
    group_weights: Mapping[str, float],
    *,
    scale: tuple[float, float] = (1.0, 5.0),
    minimum: Mapping[str, int] | None = None,
    trim: int = 0,
) -> Reviewed:
    """Combine answers given in long form, one entry per ratee, rater and item.

    Parameters
    ----------
    ratees, raters, groups : (k,) who was rated, by whom, as a member of which group.
    answers : (k,) on `scale`; NaN = not answered.
    group_weights : weight of each group; a group without one (self) is shown, never counted.
    minimum : fewest raters per group (superior 1, peers 3, customers 5 unless given).
    trim : 1 drops the highest and the lowest rater of a group of six or more.
    """
    lo, hi = scale
    needed = {**MINIMUM_RATERS, **(minimum or {})}
    points = 100.0 * (np.asarray(answers, dtype=float) - lo) / (hi - lo)
    people = tuple(dict.fromkeys(ratees))
    names = tuple(dict.fromkeys((*group_weights, *groups)))
    per_rater: dict[tuple[str, str, str], list[float]] = {}
    for ratee, rater, group, point in zip(ratees, raters, groups, points, strict=True):
        if not np.isnan(point):
            per_rater.setdefault((ratee, group, rater), []).append(float(point))
    means = np.full((len(people), len(names)), np.nan)
    counts = np.zeros((len(people), len(names)), dtype=np.int64)
    by_group: dict[tuple[str, str], list[float]] = {}
    for (ratee, group, _), given in per_rater.items():
        by_group.setdefault((ratee, group), []).append(float(np.mean(given)))
    row = {person: i for i, person in enumerate(people)}
    for (ratee, group), values in by_group.items():
        i, g = row[ratee], names.index(group)
        counts[i, g] = len(values)
        kept = sorted(values)[trim : len(values) - trim] if len(values) >= TRIM_FROM else values
        means[i, g] = float(np.mean(kept))
    weights = np.array([group_weights.get(name, 0.0) for name in names])
    enough = counts >= np.array([needed.get(name, 1) for name in names])
    counted = enough & (weights > 0) & (counts > 0)
    held = counted @ weights
    total = (np.where(counted, means, 0.0) * weights).sum(axis=1)
    results = np.full(len(people), np.nan)
    np.divide(total, held, out=results, where=held > 0)
    return Reviewed(people, names, results, means, counts, counted, enough & (counts > 0))
