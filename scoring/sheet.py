"""The score sheet: the result of one scheme for one cohort in one period.

Steps, in this order, each on record: weighted mean of the indicator scores with effective weights →
additions → deductions → overall cap and floor 0 → veto. One rounding at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.evaluate import Evaluated, evaluate
from scoring.measurements import Measurements
from scoring.missing import coverage, redistribute, redistribute_in_class
from scoring.presence import protected
from scoring.ranking import assign_grades, ranks_of_keys, scaled_half_up
from scoring.refusals import Refused
from scoring.scheme import Scheme
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RANKED, PROTECTED, LOW_COVERAGE, BLOCKED, NO_DATA = range(5)
STATUS = np.array(["ranked", "protected", "low-coverage", "blocked", "no-data"], dtype=object)

_TIE_RANGE = 1e6
GEOMETRIC_FLOOR = 1.0
"""Scores are floored here before a geometric mean, so that one zero does not erase the rest."""


@dataclass(frozen=True, eq=False)
class ScoreSheet:
    """Results, people in the order of ``people``, indicators in the order of the scheme.

    ``base + additions − deductions + cap_step + veto_step = exact`` for everybody with a total;
    ``totals`` is ``exact`` rounded half up; NaN where there is no total or no rank.
    """

    scheme: Scheme
    measurements: Measurements
    evaluated: Evaluated
    weighting: Weighting
    base: Floats
    additions: Floats
    deductions: Floats
    vetoed: Bools
    cap_step: Floats
    veto_step: Floats
    exact: Floats
    totals: Floats
    ranks: Floats
    grade_index: NDArray[np.int64]
    quota_moved: Bools
    status_index: NDArray[np.int8]

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
        """(n, m) values as they counted (without what was inherited, where that is excluded)."""
        return self.evaluated.values

    @property
    def targets(self) -> Floats:
        """(n, m) targets people were held to; NaN for rules without one."""
        return self.evaluated.targets

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
    def effective_weights(self) -> Floats:
        """(n, m) weights after what is missing was given to the rest; rows sum to 100."""
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
        """(n,) "ranked", "protected", "low-coverage", "blocked" or "no-data"."""
        return STATUS[self.status_index]

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
        weights = self.class_weights()
        points = self.class_contributions()
        rates = np.full(points.shape, np.nan)
        return np.divide(100.0 * points, weights, out=rates, where=weights > 0)

    def _by_class(self, matrix: Floats) -> Floats:
        members = np.eye(len(self.scheme.classes))[self.scheme.class_index]
        return matrix @ members

    def with_weights(self, weights: Mapping[str, float]) -> ScoreSheet:
        """The same cohort under other weights; indicator scores are used again, not made again."""
        scheme = self.scheme.with_weights(weights)
        return assemble(scheme, self.measurements, self.evaluated)

    def explain(self, person: str) -> Explanation:
        """How the person's total came about, step by step.

        Raises
        ------
        KeyError : when the person is not in the sheet.
        """
        return explain(self, person)


@dataclass(frozen=True, eq=False)
class Weighting:
    """Effective weights: (1, m) where nothing is missing, else (n, m), with the scores they meet."""

    weights: Floats
    filled: Floats
    coverage: Floats


def score(scheme: Scheme, measurements: Measurements) -> ScoreSheet:
    """Score a cohort.

    Parameters
    ----------
    scheme : the rules. measurements : the cohort's values and what else counts.

    Raises
    ------
    MeasurementError : a rule divides by targets, the scheme gives none and nobody has one above 0. Any other
        cell that a rule cannot take is left out and named in ``refused``.
    """
    return assemble(scheme, measurements, evaluate(scheme, measurements))


def assemble(
    scheme: Scheme,
    measurements: Measurements,
    evaluated: Evaluated,
    *,
    minimum_coverage: bool = True,
) -> ScoreSheet:
    """From indicator scores to the sheet. Without `minimum_coverage` every total that can be made is
    made, and nobody is blocked: what `compare` needs between two sheets."""
    n = len(measurements.people)
    weighting = _weighting(scheme, evaluated)
    base = _mean(scheme, weighting)
    status = np.zeros(n, dtype=np.int8)
    status[protected(measurements.tenure_months, scheme.protection, n)] = PROTECTED
    if minimum_coverage:
        status[weighting.coverage < lowest_at(scheme.minimum_coverage)] = LOW_COVERAGE
        if scheme.missing == "block" and evaluated.any_missing:
            status[(evaluated.due & ~evaluated.available).any(axis=1)] = BLOCKED
    status[np.isnan(base)] = NO_DATA
    unscored = status >= LOW_COVERAGE
    if unscored.any():
        base = np.where(unscored, np.nan, base)

    additions = _bounded(measurements.additions, scheme.additions_limit, n)
    deductions = _bounded(measurements.deductions, scheme.deductions_limit, n)
    vetoed = np.zeros(n, dtype=bool) if measurements.vetoes is None else measurements.vetoes
    running = base + additions - deductions
    capped = np.clip(running, 0.0, scheme.cap)
    exact = np.where(vetoed, np.minimum(capped, scheme.veto.ceiling), capped)

    finite = np.where(unscored, 0.0, exact) if unscored.any() else exact
    keys = scaled_half_up(finite, scheme.decimals)
    totals = keys / 10.0**scheme.decimals
    if unscored.any():
        totals[unscored] = np.nan
    ranks = _ranks(scheme, evaluated, keys, status == RANKED)
    best_allowed = None
    if vetoed.any() and scheme.grades:
        names = [grade.name for grade in scheme.grades]
        best_allowed = np.where(vetoed, names.index(scheme.veto.grade), 0)
    grades, moved = assign_grades(totals, ranks, scheme.grades, best_allowed)
    return ScoreSheet(
        scheme=scheme,
        measurements=measurements,
        evaluated=evaluated,
        weighting=weighting,
        base=base,
        additions=additions,
        deductions=deductions,
        vetoed=vetoed,
        cap_step=capped - running,
        veto_step=exact - capped,
        exact=exact,
        totals=totals,
        ranks=ranks,
        grade_index=grades,
        quota_moved=moved,
        status_index=status,
    )


def _weighting(scheme: Scheme, evaluated: Evaluated) -> Weighting:
    n, _ = evaluated.scores.shape
    weights = scheme.weights
    if evaluated.complete:
        return Weighting(weights[None, :], evaluated.scores, np.ones(n))
    held = np.isin(scheme.codes, evaluated.left_out + evaluated.not_due, invert=True)
    common = redistribute_in_class(weights, held[None, :], scheme.class_index)[0]
    due = evaluated.due
    share = coverage(weights, evaluated.available, due)
    if not evaluated.any_missing:
        return Weighting(common[None, :], evaluated.scores, share)
    filled = evaluated.scores
    available = evaluated.available
    if scheme.missing in ("zero", "cohort-median"):
        gaps = due & held & ~available
        stand_in = np.zeros(len(held))
        if scheme.missing == "cohort-median":
            stand_in[held] = np.nanmedian(evaluated.scores[:, held], axis=0)
        filled = np.where(gaps, stand_in, evaluated.scores)
        # What is not due for one person is no gap: its weight still goes to the rest.
        available = available | gaps
    if scheme.missing == "redistribute":
        effective = redistribute(common, available)
    else:
        effective = redistribute_in_class(common, available, scheme.class_index)
    return Weighting(effective, filled, share)


def _mean(scheme: Scheme, weighting: Weighting) -> Floats:
    """(n,) weighted mean of the scores; NaN where no weight is left."""
    weights, scores = weighting.weights, weighting.filled
    geometric = scheme.aggregation == "geometric"
    if geometric:
        with np.errstate(invalid="ignore"):
            scores = np.log(np.maximum(scores, GEOMETRIC_FLOOR))
    if len(weights) == 1 and len(scores) != 1:
        used = weights[0] > 0
        mean = scores @ (weights[0] / 100.0) if used.all() else scores[:, used] @ (weights[0][used] / 100.0)
        if not used.any():
            mean = np.full(len(scores), np.nan)
    else:
        mean = (weights * np.where(weights > 0, scores, 0.0)).sum(axis=1) / 100.0
        mean = np.where(weights.sum(axis=1) > 0, mean, np.nan)
    return np.exp(mean) if geometric else mean


def _bounded(points: Floats | None, limit: float, n: int) -> Floats:
    if points is None:
        return np.zeros(n)
    return np.clip(np.nan_to_num(points), 0.0, limit)


def _ranks(scheme: Scheme, evaluated: Evaluated, keys: NDArray[np.int64], ranked: Bools) -> Floats:
    """Competition ranks of those who are ranked, ties broken by indicator scores where asked."""
    columns = [keys]
    for code in scheme.tie_breakers:
        scores = evaluated.scores[:, scheme.codes.index(code)]
        # Scores without a cap may be longer than whole numbers hold; so far up all are alike.
        column = np.clip(np.where(np.isnan(scores), -_TIE_RANGE, scores), -_TIE_RANGE, _TIE_RANGE)
        columns.append(scaled_half_up(column, scheme.decimals))
    if ranked.all():
        return ranks_of_keys(columns)
    ranks = np.full(len(keys), np.nan)
    ranks[ranked] = ranks_of_keys([column[ranked] for column in columns])
    return ranks


from scoring.explain import Explanation, explain  # noqa: E402 - explain reads sheets
