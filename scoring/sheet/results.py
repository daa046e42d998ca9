"""The figures of a score sheet, and what follows from them without scoring again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.measurements import Measurements
from scoring.cohort.refusals import Refused
from scoring.formula import Surroundings
from scoring.scheme import Scheme
from scoring.scheme.indicator import KINDS
from scoring.sheet.conditions import Applied
from scoring.sheet.evaluate import Evaluated
from scoring.sheet.missing import Weighting
from scoring.sheet.sections import Combined

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RANKED, PROTECTED, EXCLUDED, LOW_COVERAGE, BLOCKED, NO_DATA = range(6)
AFTER_MEAN = ("rules", "additions", "deductions", "limits", "veto", "held")
"""What is done to the weighted mean, the columns of ``after_mean``."""
STATUS = np.array(["ranked", "protected", "excluded", "low-coverage", "blocked", "no-data"], dtype=object)


@dataclass(frozen=True, eq=False)
class SheetResults:
    """Results, people in the order of ``people``, indicators in the order of the scheme.

    ``base + section_step + condition_step + additions − deductions + cap_step + veto_step + held_step =
    exact`` for everybody with a total; ``combined`` has the results of the scheme's sections; ``applied``
    are all conditions of the scheme in the order in which they were applied; ``totals`` is ``exact`` rounded
    half up; NaN where there is no total or no rank. ``grade_conditions`` (n, g): whether what each grade asks
    besides its threshold holds; None where no grade asks anything.
    """

    scheme: Scheme
    measurements: Measurements
    evaluated: Evaluated
    weighting: Weighting
    base: Floats
    combined: Combined
    applied: tuple[Applied, ...]
    additions: Floats
    deductions: Floats
    vetoed: Bools
    cap_step: Floats
    veto_step: Floats
    held_step: Floats
    exact: Floats
    totals: Floats
    ranks: Floats
    grade_index: NDArray[np.int64]
    quota_moved: Bools
    status_index: NDArray[np.int8]
    grade_conditions: Bools | None

    @property
    def sections(self) -> Floats:
        """(n, s) the results of the scheme's sections, in points."""
        return self.combined.sections

    @property
    def section_step(self) -> Floats:
        """(n,) what sections do to the weighted mean: their caps, conditions on them, multiplying them."""
        return self.combined.section_step

    @property
    def condition_step(self) -> Floats:
        """(n,) what conditions on the total do."""
        return self.combined.condition_step

    def standing(self, condition: int | None = None) -> Surroundings | None:
        """What an expression reads of results: as they stand when the condition at that place in the scheme
        has its turn, in the end where none is named; None where the scheme asks nothing of its results."""
        if condition is None:
            return self.combined.ended(self.exact)
        wanted = self.scheme.conditions[condition]
        return next((done.read for done in self.applied if done.condition is wanted), None)

    @property
    def rule_step(self) -> Floats:
        """(n,) what sections and conditions do to the weighted mean."""
        return self.section_step + self.condition_step

    @property
    def people(self) -> tuple[str, ...]:
        """The cohort's ids."""
        return self.measurements.people

    @property
    def indicators(self) -> tuple[str, ...]:
        """The scheme's indicator codes."""
        return self.scheme.codes

    @property
    def scores(self) -> Floats:
        """(n, m) indicator scores, NaN where missing (a median that stands in is not shown here)."""
        return self.evaluated.scores

    @property
    def values(self) -> Floats:
        """(n, m) what was scored (without what was inherited, where that is excluded)."""
        return self.evaluated.cells.quantities

    @property
    def targets(self) -> Floats:
        """(n, m) targets people were held to; NaN for rules without one."""
        return self.evaluated.cells.targets

    @property
    def left_out(self) -> tuple[str, ...]:
        """Due indicators that nobody has; their weight is spread for all."""
        return self.evaluated.left_out

    @property
    def not_due(self) -> tuple[str, ...]:
        """Indicators that are not measured in this period."""
        return self.evaluated.not_due

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Cells that were measured but that their rule cannot take: missing, each with its reason."""
        return self.evaluated.refused

    @property
    def coverage(self) -> Floats:
        """(n,) share of due weight that had data."""
        return self.weighting.coverage

    @cached_property
    def derived(self) -> Mapping[str, Floats]:
        """Derived measure → (n,) what it came to, NaN where missing."""
        read = self.evaluated.read
        return {} if read is None else {m.code: read.value(m.code, 0) for m in self.scheme.derived}

    @cached_property
    def due_weights(self) -> Floats:
        """(n, m) the weights in the list that holds for each person, before anything is missing."""
        posts, shape = self.evaluated.posts, self.scores.shape
        lists = self.scheme.weight_lists
        return np.broadcast_to(lists[0], shape) if posts is None else lists[posts.lists]

    @cached_property
    def effective_weights(self) -> Floats:
        """(n, m) weights after what is missing was given to the rest; rows sum to the scheme's points."""
        return np.broadcast_to(self.weighting.weights, self.scores.shape)

    @cached_property
    def contributions(self) -> Floats | None:
        """(n, m) points of the weighted mean that each indicator brings; None for geometric.

        Missing indicators bring 0; rows add up to ``base``.
        """
        if self.scheme.aggregation == "geometric":
            return None
        filled = np.where(self.effective_weights > 0, np.nan_to_num(self.weighting.filled), 0.0)
        points = self.effective_weights * filled / 100.0
        return np.where(np.isnan(self.base)[:, None], np.nan, points)

    @cached_property
    def grades(self) -> NDArray[np.object_]:
        """(n,) grade names, None where there is none."""
        names = np.array([*(g.name for g in self.scheme.grades), None], dtype=object)
        return names[self.grade_index]

    @cached_property
    def status(self) -> NDArray[np.object_]:
        """(n,) "ranked", "protected", "excluded", "low-coverage", "blocked" or "no-data"."""
        return STATUS[self.status_index]

    @property
    def after_mean(self) -> Floats:
        """(n, 6) what is done to the weighted mean, in points: rules (what sections and conditions do),
        additions (≥ 0), deductions (≤ 0), limits (the cap or the floor), veto (≤ 0), held (what is kept of
        an earlier result after a granted appeal); ``base`` and a row add up to ``exact``. Whole rows of NaN
        where there is no total."""
        limits = (self.cap_step, self.veto_step, self.held_step)
        columns = (self.rule_step, self.additions, -self.deductions, *limits)
        steps = np.column_stack(columns)
        steps[np.isnan(self.exact)] = np.nan
        return steps

    def class_weights(self) -> Floats:
        """(n, k) effective weight of each class, in the scheme's order of classes."""
        return self._by_class(self.effective_weights)

    def class_contributions(self) -> Floats:
        """(n, k) points that each class brings; NaN without total and for geometric sheets."""
        if self.contributions is None:
            return np.full((len(self.people), len(self.scheme.classes)), np.nan)
        return self._by_class(self.contributions)

    def class_rates(self) -> Floats:
        """(n, k) mean indicator score within each class by effective weight; NaN where none."""
        return _rates(self.class_contributions(), self.class_weights())

    def kind_contributions(self) -> Floats:
        """(n, 2) points that the quantitative and the qualitative indicators bring (`KINDS`); NaN without
        total and for geometric sheets."""
        if self.contributions is None:
            return np.full((len(self.people), len(KINDS)), np.nan)
        return self.contributions @ self._kinds

    def kind_rates(self) -> Floats:
        """(n, 2) mean score of the quantitative and of the qualitative indicators by effective weight."""
        return _rates(self.kind_contributions(), self.effective_weights @ self._kinds)

    @property
    def _kinds(self) -> Floats:
        return np.eye(len(KINDS))[[KINDS.index(indicator.kind) for indicator in self.scheme.indicators]]

    def _by_class(self, matrix: Floats) -> Floats:
        members = np.eye(len(self.scheme.classes))[self.scheme.class_index]
        return matrix @ members


def _rates(points: Floats, weights: Floats) -> Floats:
    rates = np.full(points.shape, np.nan)
    np.divide(100.0 * points, weights, out=rates, where=weights > 0)
    return rates
