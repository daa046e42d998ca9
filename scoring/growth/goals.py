"""Goals of an improvement plan: how far a value has come from where it stood to where it is to be."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Literal

from scoring.thresholds import highest_at, lowest_at

Standing = Literal["met", "on-course", "behind", "unknown"]
Outcome = Literal["met", "partly-met", "not-met"]
OUTCOMES: tuple[Outcome, ...] = ("met", "partly-met", "not-met")

HALFWAY = 0.5
"""Of the way on average is partly met, where no goal is."""


def is_as_good(value: float, other: float, *, higher: bool) -> bool:
    """Whether `value` is at least as good as `other`, rounding errors aside; a missing one is not."""
    return value >= lowest_at(other) if higher else value <= highest_at(other)


def progress(baseline: float, value: float, target: float, *, higher: bool) -> float:
    """Which share of the way from `baseline` to `target` (in the unit of the indicator) `value` has come: 1
    at the target and beyond it, below 0 where it stands worse than at the beginning, NaN where it is missing.

    Where the baseline is the target there is no way: 1 while the value is as good as that, else 0. `higher`
    says which way is better; elsewhere the two figures say it.
    """
    if math.isnan(value):
        return math.nan
    if baseline == target:
        return float(is_as_good(value, target, higher=higher))
    return min((value - baseline) / (target - baseline), 1.0)


def expected(begins_on: dt.date, ends_on: dt.date, day: dt.date) -> float:
    """The share of the days of a goal that has gone by at the end of `day`, 0 to 1: how far it should be."""
    return min(max(((day - begins_on).days + 1) / ((ends_on - begins_on).days + 1), 0.0), 1.0)


def standing(done: float, wanted: float) -> Standing:
    """Where a goal stands, by its progress and what is expected of it by now."""
    if math.isnan(done):
        return "unknown"
    if done >= lowest_at(1.0):
        return "met"
    return "on-course" if done >= lowest_at(wanted) else "behind"


def outcome(done: Sequence[float]) -> Outcome:
    """What the progress of all goals of a plan suggests: met where each is; partly where one is, or the way
    is half done on average (a goal without a value counts as not begun)."""
    if done and all(share >= lowest_at(1.0) for share in done):
        return "met"
    if any(share >= lowest_at(1.0) for share in done):
        return "partly-met"
    shares = [0.0 if math.isnan(share) else share for share in done]
    return "partly-met" if shares and math.fsum(shares) >= HALFWAY * len(shares) else "not-met"
