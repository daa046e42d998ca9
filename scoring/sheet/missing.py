"""Missing values: whose weight goes where, and how much of the due weight had data."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


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
