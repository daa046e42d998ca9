"""What the invented people's pay rests on besides what they achieved: wages, and upheld complaints."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.demo.people import POSITIONS, DemoPerson
from scoring.periods import Period

LIBRARY = pd.DataFrame(
    [
        ("WAGE", "岗位工资", "Post wage", "元", "higher", "flow", "quantitative"),
        ("MIN_WAGE", "当地最低工资", "Minimum wage of the county", "元", "higher", "flow", "quantitative"),
        ("S03", "有责投诉", "Upheld complaints", "件", "lower", "count", "quantitative"),
    ],
    columns=["code", "name_zh", "name_en", "unit", "direction", "measure", "kind"],
)
"""The measures as the indicator library has them."""

_POST = dict(zip(POSITIONS, (3000.0, 3300.0, 3700.0, 4100.0, 4500.0), strict=True))
"""Yuan a month, in the first year."""
_STEP, _STEPS = 30.0, 6
"""Within a post people stand on steps of so many yuan."""
_RISE = 0.015
"""By how much post wages rise each January."""
_FIRST_YEAR, _MINIMUM, _MINIMUM_RISE = 2023, 1850.0, 60.0
_COMPLAINTS = 0.06
"""Upheld complaints a person and month."""


def pay_measures(people: list[DemoPerson], periods: list[Period]) -> dict[str, np.ndarray]:
    """By code (periods, people): monthly post wage, the county's minimum wage, upheld complaints."""
    # Draws of their own: the other figures stay what they are.
    rng = np.random.default_rng([2026, 4])
    posts = np.array([_POST[p.position] for p in people]) + _STEP * rng.integers(0, _STEPS, len(people))
    years = np.array([p.last_day.year - _FIRST_YEAR for p in periods])[:, None]
    minimum = np.maximum(_MINIMUM + _MINIMUM_RISE * years, _MINIMUM)
    shape = (len(periods), len(people))
    return {
        "WAGE": np.round(posts * (1 + _RISE) ** years, -1),
        "MIN_WAGE": np.broadcast_to(minimum, shape),
        "S03": rng.poisson(_COMPLAINTS, shape).astype(float),
    }
