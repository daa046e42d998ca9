"""Cells that were measured but that their rule cannot take: left out one by one, each with its reason.

One stray figure takes nothing from anybody else: the cell is missing, the rest of the period stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.reading import Read, read
from scoring.errors import Fault
from scoring.scheme import Indicator
from scoring.thresholds import LARGEST, highest_at

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Refused(NamedTuple):
    """A cell that cannot be scored and is treated as missing.

    ``reason`` is the key of the sentence that says why: ``measurement-large`` (no such number is meant),
    ``measurement-scale`` (outside the rule's domain, ``low`` to ``high``), ``target-needed`` (no target),
    ``measurement-target`` (a target that is not above 0, divided by) or ``measurement-undefined`` (what the
    rule divides by is 0). ``value`` is the figure it is about, what is scored or the target; None where that
    is what lacks.
    """

    person: str
    indicator: str
    value: float | None
    reason: str
    low: float | None = None
    high: float | None = None

    @property
    def fault(self) -> Fault:
        """The cell and the reason as a sentence names them."""
        return Fault(
            self.reason,
            self.indicator,
            {"person": self.person, "value": self.value, "low": self.low, "high": self.high},
        )


def refuse(
    indicator: Indicator, people: Sequence[str], value: Floats, target: Floats, *, any_large: bool
) -> tuple[Floats, Read, list[Refused]]:
    """The quantities that the indicator's rule can take, NaN for the rest; what the rule reads of them; and
    what was refused.

    Parameters
    ----------
    value, target : (n,) of the cohort. any_large : whether any figure of the cohort may be beyond LARGEST.
    """
    rule = indicator.rule
    found: dict[int, Refused] = {}

    def leave_out(bad: Bools | None, reason: str, figures: Floats) -> None:
        nonlocal value
        if bad is None or not bad.any():
            return
        low, high = (rule.domain if reason == "measurement-scale" else None) or (None, None)
        for i in np.flatnonzero(bad).tolist():
            figure = None if np.isnan(figures[i]) else float(figures[i])
            found[i] = Refused(people[i], indicator.code, figure, reason, low, high)
        value = np.where(bad, np.nan, value)

    if any_large:
        leave_out(np.abs(value) >= LARGEST, "measurement-large", value)
    if indicator.reads_target:
        unusable = ~usable(indicator, target)
        if unusable.any():
            unusable &= ~np.isnan(value)
            none = np.isnan(target)
            leave_out(unusable & (target >= LARGEST), "measurement-large", target)
            if indicator.without_target == "refuse":
                leave_out(unusable & none, "target-needed", target)
            leave_out(unusable & ~none & (target < LARGEST), "measurement-target", target)
    seen = read(indicator, value, target)
    outside = rule.outside(seen.x)
    if outside is not None and outside.any():
        leave_out(outside, "measurement-scale", seen.x)
        seen = read(indicator, value, target)
    return value, seen, [found[i] for i in sorted(found)]


def undefined(indicator: Indicator, people: Sequence[str], x: Floats, scores: Floats) -> list[Refused]:
    """Cells that the rule gives no score for though there is something to read."""
    if not indicator.rule.peer:
        return []
    bad = np.isnan(scores) & ~np.isnan(x)
    if not bad.any():
        return []
    return [
        Refused(people[i], indicator.code, float(x[i]), "measurement-undefined")
        for i in np.flatnonzero(bad).tolist()
    ]


def usable(indicator: Indicator, target: Floats) -> Bools:
    """Which targets the indicator can be scored against: above 0 where it divides by them."""
    least = highest_at(0.0) if indicator.divides else -LARGEST
    return (target > least) & (target < LARGEST)
