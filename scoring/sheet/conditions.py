"""Conditions: what is done to a result where something holds, each on record for everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.formula import Surroundings, evaluate
from scoring.scheme import Condition

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Applied:
    """A condition applied to a result of everybody.

    ``holds`` (n,) where it held, ``missing`` (n,) where it could not be told, as something that it reads is
    missing (it then does not hold); ``before`` and ``after`` (n,) the result on either side of it; ``read``
    is what its expressions read, as results stood then.
    """

    condition: Condition
    holds: Bools
    missing: Bools
    before: Floats
    after: Floats
    read: Surroundings


def standing(own: str, before: Floats, others: Callable[[str], Floats]) -> Callable[[str], Floats]:
    """Results by code as they stand when a condition on `own` has its turn: `before` for itself."""
    return lambda code: before if code == own else others(code)


def applied(condition: Condition, before: Floats, read: Surroundings) -> Applied:
    """One condition applied to (n,) results as they stand; whoever has none keeps having none."""
    when = evaluate(condition.when, read)
    missing = np.isnan(when)
    amount: Floats = np.full(len(before), condition.amount)
    if condition.per is not None:
        amount = amount * evaluate(condition.per, read)
        missing |= (when == 1) & np.isnan(amount)
    holds = (when == 1) & ~missing
    match condition.effect:
        case "at_least":
            changed = np.maximum(before, amount)
        case "at_most":
            changed = np.minimum(before, amount)
        case "multiply":
            changed = before * amount
        case "add":
            changed = before + amount
        case "exclude":
            changed = before
    return Applied(condition, holds, missing, before, np.where(holds, changed, before), read)
