"""Moving weights while the sum stays 100."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from scoring.errors import Fault, SchemeError

TOTAL = 100.0


def rebalance(
    weights: Mapping[str, float],
    changed: Mapping[str, float],
    locked: Collection[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, float]:
    """Set some weights; the unlocked others keep their proportions and the sum stays 100.

    ``w'_j = c·w_j`` for the free indicators, with the one ``c`` that makes the sum 100. Within
    `bounds` a free weight that reaches a bound stays there and the rest take over its part, in
    proportion.

    Parameters
    ----------
    weights : all weights, in points. changed : the weights that are set. locked : codes that stay.
    bounds : (lowest, highest) points of an indicator, for those that have limits.

    Returns
    -------
    All weights; where the others were all 0, what is left is shared equally among them.

    Raises
    ------
    SchemeError : an unknown code, a negative weight, a set weight outside its bounds, more than 100
        set and locked together, or nothing left that could move.
    """
    limits = dict(bounds or {})
    faults = [Fault("unknown-indicator", code) for code in (*changed, *limits) if code not in weights]
    faults += [
        Fault("weight-negative", code, {"value": value}) for code, value in changed.items() if not value >= 0
    ]
    faults += [
        Fault("weight-bounds", code, {"value": value, "low": limits[code][0], "high": limits[code][1]})
        for code, value in changed.items()
        if code in limits and not limits[code][0] - 1e-9 <= value <= limits[code][1] + 1e-9
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
    shared = _in_proportion({c: weights[c] for c in others}, max(left, 0.0), limits)
    result = {code: fixed.get(code, shared.get(code, 0.0)) for code in weights}
    loose = [c for c in others if limits.get(c, (0.0, TOTAL))[0] < result[c] < limits.get(c, (0.0, TOTAL))[1]]
    if loose:
        # The last binary hair goes to the largest of those that moved, where it matters least.
        largest = max(loose, key=result.__getitem__)
        result[largest] += TOTAL - math.fsum(result.values())
    return result


def _in_proportion(
    weights: Mapping[str, float], total: float, limits: Mapping[str, tuple[float, float]]
) -> dict[str, float]:
    """`total` shared in proportion to `weights`; whoever would cross a limit is held there."""
    low = {c: max(0.0, limits.get(c, (0.0, TOTAL))[0]) for c in weights}
    high = {c: limits.get(c, (0.0, TOTAL))[1] for c in weights}
    least, most = math.fsum(low.values()), math.fsum(high.values())
    if weights and not least - 1e-9 <= total <= most + 1e-9:
        raise SchemeError([Fault("bounds-no-room", params={"left": total, "low": least, "high": most})])
    held: dict[str, float] = {}
    while True:
        free = [c for c in weights if c not in held]
        left = total - math.fsum(held.values())
        base = math.fsum(weights[c] for c in free)
        share = {c: left * (weights[c] / base if base > 0 else 1 / len(free)) for c in free}
        under = {c: low[c] for c in free if share[c] < low[c]}
        over = {c: high[c] for c in free if share[c] > high[c]}
        if not under and not over:
            return held | share
        # Hold the side that is missed by more: the other may come right when its part is given back.
        missing = math.fsum(low[c] - share[c] for c in under)
        beyond = math.fsum(share[c] - high[c] for c in over)
        held |= under if missing >= beyond else over
