"""Missing values: whose weight goes where, and how much of the due weight had data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.scheme import Scheme
from scoring.sheet.evaluate import Evaluated

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Weighting:
    """Effective weights: (1, m) where nothing is missing, else (n, m), with the scores they meet."""

    weights: Floats
    filled: Floats
    coverage: Floats


def weigh(scheme: Scheme, evaluated: Evaluated) -> Weighting:
    """The weights of what is there: what is missing has given its own to the rest, as the scheme says."""
    posts = evaluated.posts
    if posts is None:
        return _weigh(scheme, evaluated, scheme.weights, slice(None), slice(None))
    n, m = evaluated.scores.shape
    weights, filled, share = np.zeros((n, m)), np.full((n, m), np.nan), np.full(n, np.nan)
    for number, rows in posts.members():
        peers = next(group for group in posts.groups if rows[0] in group)
        part = _weigh(scheme, evaluated, scheme.weight_lists[number], rows, peers)
        weights[rows], filled[rows], share[rows] = part.weights, part.filled, part.coverage
    return Weighting(weights, filled, share)


def redistribute_in_class(weights: Floats, available: Bools, class_index: NDArray[np.intp]) -> Floats:
    """Give missing weight to the other indicators of its class in proportion.

    A class with nothing left is spread over the other classes in proportion.

    Parameters
    ----------
    weights : (m,) weights. available : (n, m). class_index : (m,) class of each indicator.

    Returns
    -------
    (n, m) weights with the same sum as `weights`; a row is 0 where nothing is available.
    """
    present = available * weights
    result = np.zeros(available.shape, order="F")
    for k in np.unique(class_index):
        members = class_index == k
        held = present[:, members].sum(axis=1)
        due = weights[members].sum()
        result[:, members] = present[:, members] * _ratio(due, held)[:, None]
    return result * _ratio(weights.sum(), result.sum(axis=1))[:, None]


def redistribute(weights: Floats, available: Bools) -> Floats:
    """Scale the weights of what is there up to the full sum; (n, m), 0 where nothing is there."""
    present = available * weights
    return present * _ratio(weights.sum(), present.sum(axis=1))[:, None]


def coverage(weights: Floats, available: Bools, due: Bools) -> Floats:
    """(n,) share of due weight that had data; NaN where nothing was due."""
    due_weight = due @ weights
    return (available & due) @ weights * _ratio(1.0, due_weight, otherwise=np.nan)


def _ratio(numerator: float, denominator: Floats, otherwise: float = 0.0) -> Floats:
    result = np.full(len(denominator), otherwise)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result


def _weigh(
    scheme: Scheme,
    evaluated: Evaluated,
    weights: Floats,
    rows: slice | NDArray[np.intp],
    peers: slice | NDArray[np.intp],
) -> Weighting:
    """For the people in `rows`, whose weights these are; a median that stands in is that of `peers`."""
    scores, due, available = evaluated.scores[rows], evaluated.due[rows], evaluated.available[rows]
    if evaluated.complete:
        return Weighting(weights[None, :], scores, np.ones(len(scores)))
    held = np.isin(scheme.codes, evaluated.left_out + evaluated.not_due, invert=True)
    common = redistribute_in_class(weights, held[None, :], scheme.class_index)[0]
    share = coverage(weights, available, due)
    if not evaluated.any_missing:
        return Weighting(common[None, :], scores, share)
    filled = scores
    if scheme.missing in ("zero", "cohort-median"):
        gaps = due & held & ~available
        stand_in = np.zeros(len(held))
        if scheme.missing == "cohort-median":
            known = held & evaluated.available[peers].any(axis=0)
            stand_in[held & ~known] = np.nan
            stand_in[known] = np.nanmedian(evaluated.scores[peers][:, known], axis=0)
            gaps &= ~np.isnan(stand_in)
        filled = np.where(gaps, stand_in, scores)
        # What is not due for one person is no gap: its weight still goes to the rest.
        available = available | gaps
    if scheme.missing == "redistribute":
        effective = redistribute(common, available)
    else:
        effective = redistribute_in_class(common, available, scheme.class_index)
    return Weighting(effective, filled, share)
