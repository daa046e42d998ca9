"""Moving weights while the sum stays what it is: 100, or the points of the scheme."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Fault, SchemeError

ANY = (0.0, math.inf)
"""The bounds of a weight that has none."""
_DECIMALS = 6


def whole_of(weights: Mapping[str, float]) -> float:
    """What the weights are together, in points, without the binary hairs of single ones."""
    return round(math.fsum(weights.values()), _DECIMALS)


def rebalance(
    weights: Mapping[str, float],
    changed: Mapping[str, float],
    locked: Collection[str] = (),
    bounds: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, float]:
    """Set some weights; the unlocked others keep their proportions and the sum stays what it is.

    ``w'_j = c·w_j`` for the free indicators, with the one ``c`` that keeps the sum. Within
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
    SchemeError : an unknown code, a negative weight, a set weight outside its bounds, more than
        the sum set and locked together, or nothing left that could move.
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
    whole = whole_of(weights)
    left = whole - math.fsum(fixed.values())
    if left < -1e-9:
        raise SchemeError([Fault("locked-too-high", params={"total": whole - left})])
    if not others and abs(left) > 1e-9:
        raise SchemeError([Fault("nothing-to-move", params={"total": whole - left})])
    shared = _in_proportion({c: weights[c] for c in others}, max(left, 0.0), limits)
    result = {code: fixed.get(code, shared.get(code, 0.0)) for code in weights}
    loose = [c for c in others if limits.get(c, ANY)[0] < result[c] < limits.get(c, ANY)[1]]
    if loose:
        # The last binary hair goes to the largest of those that moved, where it matters least.
        largest = max(loose, key=result.__getitem__)
        result[largest] += whole - math.fsum(result.values())
    return result


def set_group(
    weights: Mapping[str, float], group: Collection[str], points: float, locked: Collection[str] = ()
) -> dict[str, float]:
    """Set the sum of a `group` (a class, or one weight): its unlocked weights keep their proportions among
    them, and so do the unlocked others, which give way.

    Parameters
    ----------
    weights : all weights, in points. points : the group's together. locked : codes that stay, in the group
    too.

    Raises
    ------
    SchemeError : as :func:`rebalance`; less than what is locked in the group, or nothing in it that could
    move.
    """
    own = {code: weights[code] for code in group if code not in locked}
    still = math.fsum(weights[code] for code in group if code in locked)
    if not own:
        raise SchemeError([Fault("nothing-to-move", params={"total": math.fsum(weights.values())})])
    if points - still < -1e-9:
        raise SchemeError([Fault("weight-negative", next(iter(own)), {"value": points - still})])
    return rebalance(weights, _in_proportion(own, max(points - still, 0.0), {}), locked)


def direction(weights: NDArray[np.float64], k: int, locked: NDArray[np.bool_]) -> NDArray[np.float64] | None:
    """The line along which :func:`rebalance` moves all weights when weight k moves, for each point of it.

    Parameters
    ----------
    weights : (m,) in points. locked : (m,) which ones stay; k counts as free.

    Returns
    -------
    (m,) with 1 at k and a sum of 0; None where nothing else is free.
    """
    free = ~locked
    free[k] = False
    if not free.any():
        return None
    left = float(weights[free].sum())
    line = np.where(free, -weights / left if left > 0 else -1.0 / free.sum(), 0.0)
    line[k] = 1.0
    return line


def _in_proportion(
    weights: Mapping[str, float], total: float, limits: Mapping[str, tuple[float, float]]
) -> dict[str, float]:
    """`total` shared in proportion to `weights`; whoever would cross a limit is held there."""
    low = {c: max(0.0, limits.get(c, ANY)[0]) for c in weights}
    high = {c: limits.get(c, ANY)[1] for c in weights}
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
