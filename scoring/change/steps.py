"""Why one person's total changed, step by step as the total is made: indicators, what gaps did, what sections
and conditions did, and what was added, taken off, capped and vetoed afterwards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.change.comparison import Comparison
from scoring.sheet import ScoreSheet


@dataclass(frozen=True)
class TotalChange:
    """The parts of the difference of an unrounded total; they add up to it, without a residue.

    ``by_indicator`` is what the indicators' own values, rules and weights changed; ``by_gap`` what the
    missing of values (or their coming back) changed: the points of the missing indicator, and those that its
    weight brought elsewhere. Both in points by code, only what is not 0. The rest are differences of
    ``ScoreSheet.after_mean``; ``rules`` what sections and conditions on them and on the total do, ``held``
    what is kept of an earlier result after a granted appeal.
    """

    by_indicator: dict[str, float]
    by_gap: dict[str, float]
    rules: float
    additions: float
    deductions: float
    limits: float
    veto: float
    held: float


@dataclass(frozen=True)
class _Side:
    """One indicator of a person on one side: weight in the person's list (0: not in it), effective weight,
    score."""

    weight: float
    effective: float
    score: float

    @property
    def missing(self) -> bool:
        return self.weight > 0 and np.isnan(self.score)

    @property
    def gained(self) -> float:
        """What the weight gained as others are missing."""
        return self.effective - self.weight


def total_change(comparison: Comparison, person: str) -> TotalChange | None:
    """Why the total of a person in both sheets changed; None where one side has no total, or does not add up
    contributions.

    The part of a gap is, for an indicator that one side lacks, its whole effect; for the others the gain of
    weight times the mean of the scores on both sides (the Shapley value of weight and score).
    """
    k = comparison.people.index(person)
    effects = comparison.by_indicator
    if effects is None or np.isnan(comparison.difference[k]):
        return None
    whole = np.sum([part[k] for part in effects.values()], axis=0)
    own: dict[str, float] = {}
    gaps: dict[str, float] = {}
    for code, effect in zip(comparison.indicators, whole.tolist(), strict=True):
        gap = _gap(_side(comparison.before, person, code), _side(comparison.after, person, code), effect)
        if abs(gap) > 1e-9:
            gaps[code] = gap
        if abs(effect - gap) > 1e-9:
            own[code] = effect - gap
    before, after = comparison.row_before[k], comparison.row_after[k]
    steps = comparison.after.after_mean[after] - comparison.before.after_mean[before]
    return TotalChange(own, gaps, *steps.tolist())


def _side(sheet: ScoreSheet, person: str, code: str) -> _Side:
    if code not in sheet.indicators:
        return _Side(0.0, 0.0, np.nan)
    i, j = sheet.measurements.row[person], sheet.indicators.index(code)
    return _Side(
        float(sheet.due_weights[i, j]), float(sheet.effective_weights[i, j]), float(sheet.scores[i, j])
    )


def _gap(before: _Side, after: _Side, effect: float) -> float:
    if before.missing or after.missing:
        return effect
    if before.weight > 0 and after.weight > 0:
        return (after.gained - before.gained) * (before.score + after.score) / 200.0
    # In one of the two schemes only: the weight that it gained or lost there.
    gained = after.gained * after.score if after.weight > 0 else -before.gained * before.score
    return 0.0 if np.isnan(gained) else gained / 100.0
