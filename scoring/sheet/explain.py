"""Why this score: every step from a value to the total, as figures. The words are the reader's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from scoring.errors import Phrase
from scoring.scheme import Indicator
from scoring.scheme.rules import Limit
from scoring.sheet.presence import effective_target, joining_factors, present_shares
from scoring.sheet.refusals import Refused
from scoring.sheet.results import Floats, SheetResults
from scoring.thresholds import hair

Gap = Literal["missing", "refused", "left-out", "not-due", "absent"]


@dataclass(frozen=True)
class IndicatorStep:
    """One indicator on the way from value to points.

    ``unlimited`` is the score before floor and cap, ``limit`` names the one that took hold;
    ``gap`` says why there is no score; ``refused`` is the reason where the rule cannot take the value or the
    target (``value`` is then what was measured, though it does not count); ``stand_in`` is the score the
    missing policy put in instead;
    ``working`` is the rule's arithmetic up to ``unlimited``; ``full_target`` is the target before it was
    multiplied by the share of days ``present`` and by the scheme's factor for those who joined lately
    (``joining``; each 1 = not at all).
    """

    indicator: Indicator
    value: float | None
    target: float | None
    completion: float | None
    working: Phrase | None
    unlimited: float | None
    limit: Limit | None
    score: float | None
    weight: float
    effective_weight: float
    contribution: float | None
    gap: Gap | None
    refused: Refused | None
    stand_in: float | None
    full_target: float | None
    present: float
    joining: float
    without_inherited: bool
    carried_from: str | None
    others_move_it: bool


TotalStepKind = Literal[
    "mean",
    "additions",
    "additions-limit",
    "deductions",
    "deductions-limit",
    "cap",
    "floor",
    "veto",
    "rounding",
]


@dataclass(frozen=True)
class TotalStep:
    """One step of the total: what it adds and where the total stands after it. Additions and deductions are
    all that count; what is beyond the scheme's limit of either is taken back in a step of its own."""

    kind: TotalStepKind
    amount: float
    running: float


@dataclass(frozen=True)
class Explanation:
    """All steps for one person; ``totals`` is empty where there is no total."""

    person: str
    indicators: tuple[IndicatorStep, ...]
    totals: tuple[TotalStep, ...]


def explain(sheet: SheetResults, person: str) -> Explanation:
    """See :meth:`scoring.ScoreSheet.explain`."""
    i = sheet.measurements.row[person]
    present = float(present_shares(sheet.measurements)[i])
    joining = float(joining_factors(sheet.measurements, sheet.scheme.protection)[i])
    return Explanation(
        person,
        tuple(_indicator_step(sheet, i, j, present, joining) for j in range(len(sheet.indicators))),
        tuple(_total_steps(sheet, i)),
    )


def _indicator_step(sheet: SheetResults, i: int, j: int, present: float, joining: float) -> IndicatorStep:
    indicator = sheet.scheme.indicators[j]
    person = sheet.people[i]
    refused = next((r for r in sheet.refused if r[:2] == (person, indicator.code)), None)
    value = _number(sheet.values[i, j])
    if refused is not None:
        value = _number(sheet.measurements.column(sheet.measurements.values, indicator.code)[i])
    target = _number(sheet.targets[i, j])
    score = _number(sheet.scores[i, j])
    weight = float(sheet.effective_weights[i, j])
    contributions = sheet.contributions
    completion = None
    if indicator.rule.uses_target and score is not None and value is not None and target is not None:
        completion = value / target
    column = (sheet.values[:, j], sheet.targets[:, j], indicator.higher, i)
    held = indicator.rule.held(*column)
    gap: Gap | None = "refused" if refused is not None else _gap(sheet, i, j)
    stand_in = None
    if score is None and weight > 0:
        stand_in = _number(sheet.weighting.filled[i, j])
    carried = sheet.measurements.carried_from.get((person, indicator.code))
    return IndicatorStep(
        indicator=indicator,
        value=value,
        target=target,
        completion=completion,
        working=None if score is None else indicator.rule.working(*column),
        unlimited=held.unlimited,
        limit=held.limit,
        score=score,
        weight=indicator.weight,
        effective_weight=weight,
        contribution=None if contributions is None else _number(contributions[i, j]),
        gap=gap,
        refused=refused,
        stand_in=stand_in,
        full_target=_number(effective_target(indicator, sheet.measurements, None)[i]),
        present=present if indicator.scaled_by_days else 1.0,
        joining=joining if indicator.scaled_by_days else 1.0,
        without_inherited=bool(sheet.evaluated.without_inherited[i, j]),
        carried_from=carried,
        others_move_it=indicator.rule.peer,
    )


def _gap(sheet: SheetResults, i: int, j: int) -> Gap | None:
    code = sheet.indicators[j]
    if code in sheet.not_due:
        return "not-due"
    if code in sheet.left_out:
        return "left-out"
    if not np.isnan(sheet.scores[i, j]):
        return None
    return "missing" if sheet.evaluated.due[i, j] else "absent"


def _total_steps(sheet: SheetResults, i: int) -> list[TotalStep]:
    if np.isnan(sheet.exact[i]):
        return []
    running = float(sheet.base[i])
    steps = [TotalStep("mean", running, running)]
    cap_step = float(sheet.cap_step[i])
    added = _given(sheet.measurements.additions, i)
    taken = _given(sheet.measurements.deductions, i)
    later: tuple[tuple[TotalStepKind, float], ...] = (
        ("additions", added),
        ("additions-limit", float(sheet.additions[i]) - added),
        ("deductions", -taken),
        ("deductions-limit", taken - float(sheet.deductions[i])),
        ("cap" if cap_step < 0 else "floor", cap_step),
        ("veto", float(sheet.veto_step[i])),
    )
    for kind, amount in later:
        if abs(amount) > hair(running) or (kind == "veto" and sheet.vetoed[i]):
            running += amount
            steps.append(TotalStep(kind, amount, running))
    total = float(sheet.totals[i])
    steps.append(TotalStep("rounding", total - running, total))
    return steps


def _given(points: Floats | None, i: int) -> float:
    return 0.0 if points is None or np.isnan(points[i]) else float(points[i])


def _number(value: np.floating | float) -> float | None:
    return None if np.isnan(value) else float(value)
