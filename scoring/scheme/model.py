"""What a scheme consists of: its fields, its indicators and grades, and the arrays the engine asks for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Fault, SchemeError
from scoring.scheme.reference import SchemeReference
from scoring.scheme.rules import Rule
from scoring.thresholds import highest_at

Direction = Literal["higher", "lower"]

FIVE_CLASSES = ("compliance", "risk", "efficiency", "transformation", "social")
"""The supervisory classes of 银监发〔2012〕34号, art. 5."""

DIRECTIONS = ("higher", "lower")
BETWEEN = ("carry", "not-due")
CYCLES = ("month", "quarter", "half-year", "year")
AGGREGATIONS = ("arithmetic", "geometric")
MISSING_POLICIES = ("redistribute-in-class", "redistribute", "zero", "cohort-median", "block")
DIMENSIONS = ("results", "capability", "attitude")
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

SUM_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Indicator:
    """One indicator of a scheme with its weight (points of 100) and its rule."""

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

    @property
    def higher(self) -> bool:
        """Whether a higher value is better."""
        return self.direction == "higher"

    @property
    def scaled_by_days(self) -> bool:
        """Whether joining and leave scale the target: additive, higher is better, by attainment."""
        return self.higher and self.measure in ADDITIVE_MEASURES and self.rule.uses_target


@dataclass(frozen=True)
class Grade:
    """A grade from a total upwards; `quota` limits the share of people who may have it."""

    name: str
    from_: float
    coefficient: float | None = None
    quota: float | None = None


@dataclass(frozen=True)
class Veto:
    """What a veto does: a ceiling on the total and the best grade that is left."""

    ceiling: float = 59.0
    grade: str = "D"


@dataclass(frozen=True)
class Authorisation:
    """The head office's leave to use the scheme."""

    reference: str
    issued_on: str
    scope: str


@dataclass(frozen=True)
class Protection:
    """New joiners: months shown but not ranked, then the target factors of the months after."""

    unranked_months: int = 3
    target_factors: tuple[float, ...] = (0.5, 0.7, 0.85)


@dataclass(frozen=True)
class SchemeModel:
    """What a version of the appraisal rules says; :class:`scoring.Scheme` adds reading, writing and changing.

    Weights are points and sum to 100.
    """

    code: str
    version: int
    indicators: tuple[Indicator, ...]
    name: Mapping[str, str] = field(default_factory=dict)
    cycle: str = "month"
    aggregation: str = "arithmetic"
    missing: str = "redistribute-in-class"
    minimum_coverage: float = 0.6
    decimals: int = 2
    cap: float = 120.0
    additions_limit: float = 5.0
    deductions_limit: float = 10.0
    veto: Veto = Veto()
    grades: tuple[Grade, ...] = ()
    classes: tuple[str, ...] = FIVE_CLASSES
    authorisation: Authorisation | None = None
    tie_breakers: tuple[str, ...] = ()
    protection: Protection = Protection()
    handover_months: int = 12

    def __getstate__(self) -> dict[str, object]:
        """The fields alone: a copy remembers nothing that was worked out, and not everything remembered
        (``by_code``) can be copied."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @property
    def reference(self) -> SchemeReference:
        """What the version is named by."""
        return SchemeReference(self.code, self.version)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The indicators' codes, in the scheme's order."""
        return tuple(indicator.code for indicator in self.indicators)

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """(m,) the indicators' weights, in points of 100; read-only."""
        weights = np.array([indicator.weight for indicator in self.indicators], dtype=float)
        weights.flags.writeable = False
        return weights

    @cached_property
    def class_index(self) -> NDArray[np.intp]:
        """(m,) for each indicator the position of its class in ``classes``."""
        position = {name: i for i, name in enumerate(self.classes)}
        return np.array([position[i.class_] for i in self.indicators], dtype=np.intp)

    @cached_property
    def by_code(self) -> Mapping[str, Indicator]:
        """The indicators by code."""
        return MappingProxyType({indicator.code: indicator for indicator in self.indicators})

    def indicator(self, code: str) -> Indicator:
        """The indicator `code`; raises SchemeError when the scheme has none."""
        try:
            return self.by_code[code]
        except KeyError:
            raise SchemeError([Fault("unknown-indicator", code)]) from None

    def class_weights(self) -> dict[str, float]:
        """The sum of weights in each class, zeros included."""
        return {
            name: math.fsum(i.weight for i in self.indicators if i.class_ == name) for name in self.classes
        }


def weight_faults(indicators: tuple[Indicator, ...]) -> list[Fault]:
    """Negative or non-finite weights, and a sum other than 100."""
    faults = [
        Fault("weight-negative", i.code, {"value": i.weight})
        for i in indicators
        if not i.weight >= 0 or math.isinf(i.weight)
    ]
    total = math.fsum(i.weight for i in indicators)
    if indicators and not abs(total - 100) <= SUM_TOLERANCE:
        faults.append(Fault("weight-sum", params={"total": round(total, 6)}))
    return faults


def target_fault(indicator: Indicator) -> Fault | None:
    """A target that is not above 0 where the rule divides by it."""
    target = indicator.target
    if indicator.rule.uses_target and target is not None and not target > highest_at(0.0):
        return Fault("target-positive", indicator.code, {"value": target})
    return None
