"""One indicator of a scheme: what is measured, what of it is scored, by which rule, and what it weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scoring.errors import Fault
from scoring.formula import Formula
from scoring.scheme.rules import Rule
from scoring.thresholds import highest_at

Direction = Literal["higher", "lower"]

DIRECTIONS = ("higher", "lower")
BETWEEN = ("carry", "not-due")
DIMENSIONS = ("results", "capability", "attitude")
FAMILIES = ("business", "new-customers", "compliance", "satisfaction", "risk-control", "teamwork")
"""Families that have names; a scheme may have others."""
KINDS = ("quantitative", "qualitative")
MEASURES = (
    "flow",
    "daily-average",
    "point-in-time",
    "ratio",
    "rating",
    "count",
    "rank",
    "share",
)
ADDITIVE_MEASURES = frozenset({"flow", "daily-average", "count"})
"""Measures that grow with the days worked, so that leave and joining scale their targets."""
ON = ("value", "completion", "excess")
WITHOUT_TARGET = ("refuse", "standard", "highest", "not-due")
TARGET_FROM = ("person", "scheme")
STANDARD = 100.0
"""The score of a person without a target where the scheme grants the standard."""


@dataclass(frozen=True)
class Indicator:
    """One indicator of a scheme with its weight (in points of the scheme) and its rule.

    The rule reads the quantity, its `on` "completion" in percent of the target, or its "excess" over it, cut
    to whole `steps` where those are given. The quantity is the measured value, or what `quantity` gives; the
    target of the scheme a number, or what `target_formula` gives; the score by rule is multiplied by
    `factor`. `without_target` says what somebody without one gets;
    `target_from` "scheme" leaves personal targets aside. `lowest` and `highest` hold the score in the end.
    """

    code: str
    name: Mapping[str, str]
    weight: float
    rule: Rule
    class_: str
    direction: Direction = "higher"
    family: str = "business"
    dimension: str = "results"
    kind: str = "quantitative"
    unit: str = ""
    measure: str = "flow"
    target: float | None = None
    frequency: str | None = None
    between: Literal["carry", "not-due"] = "carry"
    source: str | None = None
    owner: str | None = None
    cut_off: str | None = None
    anchors: tuple[str, ...] = ()
    on: str = "value"
    steps: float | None = None
    without_target: str = "refuse"
    target_from: str = "person"
    lowest: float | None = None
    highest: float | None = None
    section: str | None = None
    quantity: Formula | None = None
    target_formula: Formula | None = None
    factor: Formula | None = None

    @property
    def higher(self) -> bool:
        """Whether a higher value is better."""
        return self.direction == "higher"

    @property
    def reads_target(self) -> bool:
        """Whether the score asks for a target."""
        return self.on != "value" or self.rule.reads_target

    @property
    def divides(self) -> bool:
        """Whether the score divides by the target, which must then be above 0."""
        return self.on == "completion" or (self.on == "value" and self.rule.uses_target)

    @property
    def scaled_by_days(self) -> bool:
        """Whether joining and leave scale the target: additive, higher is better, held to a target."""
        return self.higher and self.measure in ADDITIVE_MEASURES and self.reads_target

    @property
    def has_target(self) -> bool:
        """Whether the scheme gives a target."""
        return self.target is not None or self.target_formula is not None

    @property
    def formulas(self) -> tuple[tuple[str, Formula], ...]:
        """Its formulas by the key of the scheme file."""
        given = (("quantity", self.quantity), ("target", self.target_formula), ("factor", self.factor))
        return tuple((name, formula) for name, formula in given if formula is not None)

    @property
    def highest_by_rule(self) -> float | None:
        """What somebody without a target is granted as the highest score by the rule, before factor and
        conditions: that of the rule, else the indicator's own bound; None where there is neither."""
        by_rule = self.rule.highest
        return by_rule if by_rule is not None and by_rule < math.inf else self.highest

    @property
    def best(self) -> float | None:
        """The highest score that any number of people may reach together; None where there is none."""
        by_rule = self.rule.highest if self.factor is None else None
        ends = [end for end in (by_rule, self.highest) if end is not None and end < math.inf]
        return min(ends, default=None)


def target_fault(indicator: Indicator) -> Fault | None:
    """A target that is not above 0 where the score divides by it."""
    target = indicator.target
    if indicator.divides and target is not None and not target > highest_at(0.0):
        return Fault("target-positive", indicator.code, {"value": target})
    return None
