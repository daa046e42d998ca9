"""The score sheet: the result of one scheme for one cohort in one period.

Steps, in this order, each on record: weighted mean of the indicator scores with effective weights →
sections, conditions → additions → deductions → overall cap and floor 0 → veto → what is kept of an earlier
result after a granted appeal. One rounding at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.held import AT_LEAST, EXACTLY, Held
from scoring.cohort.measurements import Measurements
from scoring.cohort.presence import protected
from scoring.formula import evaluate as evaluate_formula
from scoring.ranking import assign_grades, ranks_of_keys
from scoring.rounding import scaled_half_up
from scoring.scheme import Scheme
from scoring.scheme.parts import ENTRY
from scoring.sheet.evaluate import Evaluated, evaluate
from scoring.sheet.explain import Explanation, explain
from scoring.sheet.missing import Weighting, weigh
from scoring.sheet.results import (
    BLOCKED,
    EXCLUDED,
    LOW_COVERAGE,
    NO_DATA,
    PROTECTED,
    RANKED,
    STATUS,
    Bools,
    Floats,
    SheetResults,
)
from scoring.sheet.sections import Combined, combined
from scoring.thresholds import lowest_at

_TIE_RANGE = 1e6
GEOMETRIC_FLOOR = 1.0
"""Scores are floored here before a geometric mean, so that one zero does not erase the rest."""


@dataclass(frozen=True, eq=False)
class ScoreSheet(SheetResults):
    """A scored cohort: its figures, the same cohort under other weights, and every total explained."""

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
    weighting = weigh(scheme, evaluated)
    base = weighted_mean(scheme, weighting)
    status = np.zeros(n, dtype=np.int8)
    status[protected(measurements.tenure_months, scheme.protection, n)] = PROTECTED
    if minimum_coverage:
        status[weighting.coverage < lowest_at(scheme.minimum_coverage)] = LOW_COVERAGE
        if scheme.missing == "block" and evaluated.any_missing:
            status[(evaluated.due & ~evaluated.available).any(axis=1)] = BLOCKED
    status[np.isnan(base)] = NO_DATA
    kept = measurements.held
    unscored = status >= LOW_COVERAGE
    if kept is not None:
        base, unscored = _with_totals_kept(kept, base, unscored)
    if unscored.any():
        base = np.where(unscored, np.nan, base)

    parts = combined(scheme, weighting, base, evaluated.read)

    additions = _bounded(measurements.additions, scheme.additions_limit, n)
    deductions = _bounded(measurements.deductions, scheme.deductions_limit, n)
    vetoed = np.zeros(n, dtype=bool) if measurements.vetoes is None else measurements.vetoes
    running = base + parts.section_step + parts.condition_step + additions - deductions
    capped = np.clip(running, 0.0, scheme.cap)
    after_veto = np.where(vetoed, np.minimum(capped, scheme.veto.ceiling), capped)
    exact = after_veto if kept is None else kept.totals(after_veto)
    if kept is not None and (without := np.isnan(exact) & ~unscored).any():
        # Who had no total keeps having none.
        base, unscored = np.where(without, np.nan, base), unscored | without
        status[without] = NO_DATA

    on_entry = parts.on_entry(tuple(c for c in scheme.conditions if c.on == ENTRY), exact)
    for condition in on_entry:
        status[condition.holds & (status < LOW_COVERAGE)] = EXCLUDED

    finite = np.where(unscored, 0.0, exact) if unscored.any() else exact
    keys = scaled_half_up(finite, scheme.decimals)
    totals = keys / 10.0**scheme.decimals
    if unscored.any():
        totals[unscored] = np.nan
    best_allowed = None
    if vetoed.any() and scheme.grades:
        names = [grade.name for grade in scheme.grades]
        best_allowed = np.where(vetoed, names.index(scheme.veto.grade), 0)
    held = _grade_conditions(scheme, parts, exact)
    if kept is not None:
        status[kept.totals_kept & (status >= LOW_COVERAGE)] = RANKED
    ranks = np.full(n, np.nan)
    grades, moved = np.full(n, -1, dtype=np.int64), np.zeros(n, dtype=bool)
    for group in [slice(None)] if evaluated.posts is None else evaluated.posts.groups:
        ranks[group] = _ranks(scheme, evaluated.scores[group], keys[group], status[group] == RANKED)
        allowed = None if best_allowed is None else best_allowed[group]
        grades[group], moved[group] = assign_grades(
            totals[group], ranks[group], scheme.grades, allowed, None if held is None else held[group]
        )
    if kept is not None:
        ranks = kept.places(ranks)
        grades = kept.grade_index(grades, [grade.name for grade in scheme.grades])
        status = _status_kept(kept, status, ranks)
    return ScoreSheet(
        scheme=scheme,
        measurements=measurements,
        evaluated=evaluated,
        weighting=weighting,
        base=base,
        combined=parts,
        applied=(*evaluated.applied, *parts.applied, *on_entry),
        additions=additions,
        deductions=deductions,
        vetoed=vetoed,
        cap_step=capped - running,
        veto_step=after_veto - capped,
        held_step=exact - after_veto,
        exact=exact,
        totals=totals,
        ranks=ranks,
        grade_index=grades,
        quota_moved=moved,
        status_index=status,
        grade_conditions=held,
    )


def _with_totals_kept(kept: Held, base: Floats, unscored: Bools) -> tuple[Floats, Bools]:
    """The mean, and who has no total, where some keep one though none could be made."""
    saved = kept.totals_kept & unscored
    return np.where(saved & np.isnan(base), 0.0, base), unscored & ~saved


def _status_kept(kept: Held, status: NDArray[np.int8], ranks: Floats) -> NDArray[np.int8]:
    """(n,) status that agrees with the ranks that are kept."""
    was = np.array([list(STATUS).index(name) if name else NO_DATA for name in kept.status], dtype=np.int8)
    exactly = np.where(kept.how == EXACTLY, was, status)
    return np.where((kept.how == AT_LEAST) & ~np.isnan(ranks), RANKED, exactly).astype(np.int8)


def _grade_conditions(scheme: Scheme, parts: Combined, exact: Floats) -> Bools | None:
    """(n, g) whether what each grade asks besides its threshold holds; None where no grade asks anything."""
    read = parts.ended(exact)
    if read is None or all(grade.when is None for grade in scheme.grades):
        return None
    columns = [True if g.when is None else evaluate_formula(g.when, read) == 1 for g in scheme.grades]
    return np.column_stack([np.broadcast_to(column, len(exact)) for column in columns])


def weighted_mean(scheme: Scheme, weighting: Weighting) -> Floats:
    """(n,) weighted mean of the scores; NaN where no weight is left."""
    weights, scores = weighting.weights, weighting.filled
    mean: Floats
    geometric = scheme.aggregation == "geometric"
    # A geometric mean lies between the scores, on whatever scale its weights are.
    whole = scheme.points if geometric else 100.0
    if geometric:
        with np.errstate(invalid="ignore"):
            scores = np.log(np.maximum(scores, GEOMETRIC_FLOOR))
    if len(weights) == 1 and len(scores) != 1:
        used = weights[0] > 0
        mean = scores @ (weights[0] / whole) if used.all() else scores[:, used] @ (weights[0][used] / whole)
        if not used.any():
            mean = np.full(len(scores), np.nan)
    else:
        mean = (weights * np.where(weights > 0, scores, 0.0)).sum(axis=1) / whole
        mean = np.where(weights.sum(axis=1) > 0, mean, np.nan)
    if geometric:
        mean = np.exp(mean) * (scheme.points / 100.0)
    return mean


def _bounded(points: Floats | None, limit: float, n: int) -> Floats:
    if points is None:
        return np.zeros(n)
    return np.clip(np.nan_to_num(points), 0.0, limit)


def _ranks(scheme: Scheme, indicators: Floats, keys: NDArray[np.int64], ranked: Bools) -> Floats:
    """Competition ranks of those who are ranked, ties broken by indicator scores where asked."""
    columns = [keys]
    for code in scheme.tie_breakers:
        scores = indicators[:, scheme.codes.index(code)]
        # Scores without a cap may be longer than whole numbers hold; so far up all are alike.
        column = np.clip(np.where(np.isnan(scores), -_TIE_RANGE, scores), -_TIE_RANGE, _TIE_RANGE)
        columns.append(scaled_half_up(column, scheme.decimals))
    if ranked.all():
        return ranks_of_keys(columns)
    ranks = np.full(len(keys), np.nan)
    ranks[ranked] = ranks_of_keys([column[ranked] for column in columns])
    return ranks
