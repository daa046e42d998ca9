"""Parts that are shown rounded and still add up to the total as it is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scoring.rounding import round_half_up


def adding_up(parts: Sequence[float], total: float, decimals: int = 2) -> list[float]:
    """The parts rounded to `decimals` so that they add up to the rounded `total`, by largest remainders.

    Every part is rounded down, and the units that are lacking go to the largest remainders; a part of
    exactly 0 stays 0 while there are others. NaN parts stay NaN. Where the parts and the total are more than
    one unit apart, the total holds something that is not among the parts: they then add up to their own sum.
    """
    unit = 10.0**decimals
    known = [k for k, part in enumerate(parts) if not math.isnan(part)]
    if not known:
        return list(parts)
    own = math.fsum(parts[k] for k in known)
    apart = math.isnan(total) or abs(own - total) > 1.0 / unit + 1e-9
    goal = round(float(round_half_up([own if apart else total], decimals)[0]) * unit)
    # Snapped to 9 decimals, as totals are: 8.4 in floats must not fall to 8.39.
    exact = {k: round(parts[k] * unit, 9 - decimals) for k in known}
    units = {k: math.floor(exact[k]) for k in known}
    movable = [k for k in known if exact[k] != 0] or known
    order = sorted(movable, key=lambda k: units[k] - exact[k])
    each, left = divmod(goal - sum(units.values()), len(order))
    for place, k in enumerate(order):
        units[k] += each + (place < left)
    return [units[k] / unit if k in units else math.nan for k in range(len(parts))]
