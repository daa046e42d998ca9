"""Weights: moving one while the sum stays 100."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from scoring.errors import Fault, SchemeError

TOTAL = 100.0


def rebalance(
    weights: Mapping[str, float],
    changed: Mapping[str, float],
    locked: Collection[str] = (),
) -> dict[str, float]:
    """Set some weights; the unlocked others keep their proportions and the sum stays 100.

    Parameters
    ----------
    weights : all weights, in points. changed : the weights that are set. locked : codes that stay.

    Returns
    -------
    All weights; where the others were all 0, what is left is shared equally among them.

    Raises
    ------
    SchemeError : an unknown code, a negative weight, more than 100 set and locked together, or
        nothing left to move.
    """
    faults = [Fault("unknown-indicator", code) for code in changed if code not in weights]
    faults += [
        Fault("weight-negative", code, {"value": value}) for code, value in changed.items() if not value >= 0
    ]
    if faults:
        raise SchemeError(faults)
    fixed = {code: w for code, w in weights.items() if code in locked} | dict(changed)
    others = [code for code in weights if code not in fixed]
    left = TOTAL - math.fsum(fixed.values())
    if left < -1e-9:
        raise SchemeError([Fault("locked-too-high", params={"total": TOTAL - left})])
    if not others and abs(left) > 1e-9:
        raise SchemeError([Fault("nothing-to-move", params={"total": TOTAL - left})])
    left = max(left, 0.0)
    held = math.fsum(weights[code] for code in others)
    share = {c: weights[c] / held if held > 0 else 1 / len(others) for c in others}
    result = {code: fixed.get(code, left * share.get(code, 0.0)) for code in weights}
    if others:
        # The last binary hair goes to the largest of those that moved, where it matters least.
        largest = max(others, key=result.__getitem__)
        result[largest] += TOTAL - math.fsum(result.values())
    return result
