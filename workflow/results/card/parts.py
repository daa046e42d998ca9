"""The parts of a total as they are shown, on the screen and on paper: rounded so that they add up."""

from __future__ import annotations

import math

from scoring.apportion import adding_up
from scoring.sheet.explain import Explanation

SHOWN = 0.005
"""What rounding to two decimals may change; a rounding step of more than that is shown as one."""


def shown_parts(found: Explanation, total: float) -> tuple[list[float], list[float]]:
    """The points of the indicators, in the order of the scheme, and the amounts of the total's steps, with
    two decimals: the points are the first step, and all steps are `total`. NaN where there are no points; no
    amounts where there is no total."""
    points = [math.nan if step.contribution is None else step.contribution for step in found.indicators]
    raw = [
        0.0 if step.kind == "rounding" and abs(step.amount) <= SHOWN + 1e-9 else step.amount
        for step in found.totals
    ]
    amounts = adding_up(raw, total) if raw else []
    return adding_up(points, amounts[0] if amounts else math.nan), amounts
