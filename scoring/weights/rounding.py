"""Weights in round numbers whose sum is still what it was."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from scoring.errors import Fault, SchemeError
from scoring.weights.rebalancing import ANY, whole_of

_NEAR = 1e-9


def rounded(
    weights: Mapping[str, float],
    step: float,
    locked: Collection[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, float]:
    """Every unlocked weight as a multiple of `step`, by largest remainders, so that the sum stays.

    Where the locked weights leave no multiple of the step, the rest of it goes to the largest of the others
    that has room for it.

    Parameters
    ----------
    weights : all weights, in points. step : points, above 0. locked : codes that stay as they
    are. bounds : (lowest, highest) points of an indicator, for those that have limits.

    Raises
    ------
    SchemeError : the bounds have no room for multiples of the step that make the sum.
    """
    free = [code for code in weights if code not in locked]
    if not free:
        return dict(weights)
    whole = whole_of(weights)
    left = whole - math.fsum(w for code, w in weights.items() if code in locked)
    limits = bounds or {}
    low = {c: math.ceil(max(0.0, limits.get(c, ANY)[0]) / step - _NEAR) for c in free}
    high = {c: math.floor(min(limits.get(c, ANY)[1], whole) / step + _NEAR) for c in free}
    exact = {c: weights[c] / step for c in free}
    units = {c: min(max(math.floor(exact[c] + _NEAR), low[c]), high[c]) for c in free}
    goal = math.floor(left / step + _NEAR)
    while (lacking := goal - sum(units.values())) != 0:
        way = 1 if lacking > 0 else -1
        open_ = [c for c in free if (units[c] < high[c] if way > 0 else units[c] > low[c])]
        if not open_:
            least, most = (step * sum(side.values()) for side in (low, high))
            raise SchemeError([Fault("bounds-no-room", params={"left": left, "low": least, "high": most})])
        # Whoever is farthest below (or above) the exact weight gives or takes the next unit.
        for code in sorted(open_, key=lambda c: way * (units[c] - exact[c]))[: abs(lacking)]:
            units[code] += way
    result = {code: units[code] * step if code in units else weights[code] for code in weights}
    rest = whole - math.fsum(result.values())
    if abs(rest) > 1e-12:
        roomy = [c for c in free if result[c] + rest <= limits.get(c, ANY)[1] + _NEAR]
        largest = max(roomy or free, key=result.__getitem__)
        result[largest] += rest
    return result


def to_sum(weights: Mapping[str, float], points: float = 100.0, step: float = 0.5) -> dict[str, float]:
    """The weights in proportion, as multiples of `step`, so that all together are `points`; equal ones where
    none is above 0.

    Parameters
    ----------
    weights : ≥ 0, whatever their sum. points : above 0. step : points, above 0.
    """
    held = {code: max(weight, 0.0) for code, weight in weights.items()}
    if not math.fsum(held.values()) > 0:
        held = dict.fromkeys(weights, 1.0)
    whole = math.fsum(held.values())
    return {
        c: round(w, 9) for c, w in rounded({c: points * w / whole for c, w in held.items()}, step).items()
    }
