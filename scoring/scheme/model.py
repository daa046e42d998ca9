"""What a scheme consists of: its fields, and the arrays the engine asks for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Fault, SchemeError
from scoring.formula import Formula
from scoring.scheme.indicator import KINDS, Indicator
from scoring.scheme.parts import (
    Authorisation,
    Condition,
    Grade,
    Measure,
    Profile,
    Protection,
    Section,
    Veto,
)
from scoring.scheme.pay import PayLine, Payment
from scoring.scheme.reference import SchemeReference
from scoring.scheme.result_use import ResultUse

FIVE_CLASSES = ("compliance", "risk", "efficiency", "transformation", "social")
"""The supervisory classes of 银监发〔2012〕34号, art. 5."""

CYCLES = ("month", "quarter", "half-year", "year")
AGGREGATIONS = ("arithmetic", "geometric")
COMBINATIONS = ("sum", "product")
MISSING_POLICIES = ("redistribute-in-class", "redistribute", "zero", "cohort-median", "block")

SUM_TOLERANCE = 1e-6
USUAL_CAP = 1.2
"""The cap of the total as a share of the scheme's points, where a scheme file gives none."""


@dataclass(frozen=True)
class SchemeModel:
    """What a version of the appraisal rules says; :class:`scoring.Scheme` adds reading, writing and changing.

    Weights are points and sum to `points`; totals, thresholds, limits and additions are on the same scale.
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
    veto: Veto = field(default_factory=Veto)
    grades: tuple[Grade, ...] = ()
    classes: tuple[str, ...] = FIVE_CLASSES
    authorisation: Authorisation | None = None
    tie_breakers: tuple[str, ...] = ()
    protection: Protection = field(default_factory=Protection)
    handover_months: int = 12
    points: float = 100.0
    combine: str = "sum"
    sections: tuple[Section, ...] = ()
    profiles: tuple[Profile, ...] = ()
    derived: tuple[Measure, ...] = ()
    conditions: tuple[Condition, ...] = ()
    result_use: ResultUse = field(default_factory=ResultUse)
    pay: tuple[PayLine, ...] = ()
    payment: Payment = field(default_factory=Payment)

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
        """(m,) the indicators' weights, in points; read-only."""
        weights = np.array([indicator.weight for indicator in self.indicators], dtype=float)
        weights.flags.writeable = False
        return weights

    @cached_property
    def weight_lists(self) -> NDArray[np.float64]:
        """(1 + p, m) the scheme's own weights, then those of each profile, 0 where an indicator is not
        theirs; read-only."""
        others = [[p.weights.get(code, 0.0) for code in self.codes] for p in self.profiles]
        lists = np.array([self.weights, *others], dtype=float).reshape(1 + len(others), len(self.codes))
        lists.flags.writeable = False
        return lists

    @property
    def has_own_list(self) -> bool:
        """Whether people whom no profile names are scored by the scheme's own weights."""
        return not self.profiles or bool(self.weights.any())

    @cached_property
    def formulas(self) -> tuple[tuple[str, Formula], ...]:
        """Every expression of the scheme that a score sheet reads, with the key that it stands under:
        ``G01.quantity``."""
        found = [(f"{m.code}.formula", m.formula) for m in self.derived]
        found += [(f"{i.code}.{name}", formula) for i in self.indicators for name, formula in i.formulas]
        found += [(f"{c.on}.{name}", formula) for c in self.conditions for name, formula in c.formulas]
        found += [(f"{g.name}.when", g.when) for g in self.grades if g.when is not None]
        return tuple(found)

    @cached_property
    def pay_formulas(self) -> tuple[tuple[str, Formula], ...]:
        """Every expression of its lines of pay and of how they are paid out, with the key that it stands
        under: ``STOCK.quantity``."""
        found = [(f"{line.code}.{name}", formula) for line in self.pay for name, formula in line.formulas]
        out = (("payment.minimum", self.payment.minimum), ("payment.wage", self.payment.wage))
        return (*found, *((key, formula) for key, formula in out if formula is not None))

    @property
    def expressions(self) -> tuple[tuple[str, Formula], ...]:
        """`formulas` and `pay_formulas`: all that asks for measures, targets and a past."""
        return (*self.formulas, *self.pay_formulas)

    @cached_property
    def read(self) -> frozenset[str]:
        """The codes of measures that its expressions read, those of pay too, besides its own indicators and
        derived ones."""
        codes = {
            use.code for _, f in self.expressions for use in f.uses if use.subject in ("value", "target")
        }
        return frozenset(codes - set(self.codes) - {measure.code for measure in self.derived})

    @cached_property
    def scored_from(self) -> frozenset[str]:
        """The codes of the measures that results are made of."""
        return frozenset(self.codes).union(*(self.reads(formula) for _, formula in self.formulas))

    def others_move(self, indicator: Indicator) -> bool:
        """Whether others' figures move the score of an indicator: by its rule, by what is scored or by a
        condition on it."""
        formulas = [formula for _, formula in indicator.formulas]
        formulas += [f for c in self.conditions if c.on == indicator.code for _, f in c.formulas]
        return indicator.rule.peer or any(self.reads_others(formula) for formula in formulas)

    def reads_others(self, formula: Formula) -> bool:
        """Whether others' figures move what an expression gives, the derived measures that it reads
        included."""
        derived = self._derived
        return formula.reads_others or any(
            derived[code].reads_others for code in self.reads(formula) if code in derived
        )

    def reads(self, formula: Formula) -> frozenset[str]:
        """The measures that an expression reads, derived ones and what those read included."""
        found: set[str] = set()
        left = [*formula.codes()]
        while left:
            code = left.pop()
            if code not in found:
                found.add(code)
                left += self._derived[code].codes() if code in self._derived else ()
        return frozenset(found)

    @cached_property
    def _derived(self) -> Mapping[str, Formula]:
        return {measure.code: measure.formula for measure in self.derived}

    @property
    def straight(self) -> bool:
        """Whether everybody's total is a straight line in the weights as long as nothing is missing."""
        capped = any(section.cap is not None for section in self.sections)
        bent = self.aggregation == "geometric" or self.combine == "product" or capped
        bent |= any(condition.on not in self.by_code for condition in self.conditions)
        return not bent and not self.profiles and self.points == SchemeModel.points

    @cached_property
    def section_index(self) -> NDArray[np.intp]:
        """(m,) for each indicator the position of its section, −1 where it stands in none."""
        position = {section.code: k for k, section in enumerate(self.sections)}
        return np.array([position.get(i.section or "", -1) for i in self.indicators], dtype=np.intp)

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

    def kind_weights(self) -> dict[str, float]:
        """The sum of weights of the quantitative and of the qualitative indicators."""
        return {kind: math.fsum(i.weight for i in self.indicators if i.kind == kind) for kind in KINDS}

    def class_weights(self) -> dict[str, float]:
        """The sum of weights in each class, zeros included."""
        return {
            name: math.fsum(i.weight for i in self.indicators if i.class_ == name) for name in self.classes
        }


def weight_faults(scheme: SchemeModel) -> list[Fault]:
    """Negative or non-finite weights, and a sum other than the scheme's points; of the profiles too."""
    lists = [("", [(i.code, i.weight) for i in scheme.indicators])] if scheme.has_own_list else []
    lists += [(p.code, list(p.weights.items())) for p in scheme.profiles]
    return [fault for profile, weights in lists for fault in _list_faults(profile, weights, scheme.points)]


def _list_faults(profile: str, weights: Sequence[tuple[str, float]], points: float) -> list[Fault]:
    faults = [
        Fault("weight-negative", code, {"value": weight})
        for code, weight in weights
        if not weight >= 0 or math.isinf(weight)
    ]
    total = math.fsum(weight for _, weight in weights)
    if weights and not abs(total - points) <= SUM_TOLERANCE:
        params: dict[str, object] = {"total": round(total, 6), "points": points}
        faults.append(Fault("weight-sum-of", profile, params) if profile else Fault("weight-sum", "", params))
    return faults
