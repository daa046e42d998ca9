"""Why this score: every step from a value to the total, as figures. The words are the reader's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from scoring.cohort.presence import joining_factors, present_shares
from scoring.cohort.reading import reading
from scoring.cohort.refusals import Refused
from scoring.errors import Phrase
from scoring.scheme import Indicator
from scoring.scheme.rules import Limit
from scoring.sheet.results import Floats, SheetResults
from scoring.thresholds import hair

Bound = Literal["lowest", "highest"]
Gap = Literal["missing", "refused", "left-out", "not-due", "absent"]


@dataclass(frozen=True)
class IndicatorStep:
    """One indicator on the way from value to points.

    ``unlimited`` is the score before floor and cap, ``limit`` names the one that took hold;
    ``read`` is what the rule reads of the value, said by ``reading`` where that is not the value itself;
    ``raw`` the score by the rule, ``bound`` names the indicator's own bound that then took hold;
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
    read: float | None
    reading: Phrase | None
    raw: float | None
    bound: Bound | None
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
    "sections",
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
    if indicator.divides and score is not None and value is not None and target is not None:
        completion = value / target
    cells = sheet.evaluated.cells
    column = _column(sheet, i, j)
    held = indicator.rule.held(*column)
    read, raw = _number(cells.read[i, j]), _number(cells.raw[i, j])
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
        working=_working(indicator, column, read, raw),
        unlimited=held.unlimited,
        limit=held.limit,
        read=read,
        reading=reading(indicator, value, target, read),
        raw=raw,
        bound=_bound(indicator, raw, score),
        score=score,
        weight=_weight(sheet, i, j),
        effective_weight=weight,
        contribution=None if contributions is None else _number(contributions[i, j]),
        gap=gap,
        refused=refused,
        stand_in=stand_in,
        full_target=_number(cells.full_targets[i, j]),
        present=present if indicator.scaled_by_days else 1.0,
        joining=joining if indicator.scaled_by_days else 1.0,
        without_inherited=bool(sheet.evaluated.without_inherited[i, j]),
        carried_from=carried,
        others_move_it=indicator.rule.peer,
    )


def _weight(sheet: SheetResults, i: int, j: int) -> float:
    """The weight in the list that holds for the person."""
    posts = sheet.evaluated.posts
    return float(sheet.scheme.weight_lists[0 if posts is None else posts.lists[i], j])


def _column(sheet: SheetResults, i: int, j: int) -> tuple[Floats, Floats, bool, int]:
    """What the rule read of everybody it compares the person with, and the person's row in it."""
    cells, indicator = sheet.evaluated.cells, sheet.scheme.indicators[j]
    x, marks = cells.read[:, j], cells.marks[:, j]
    if sheet.evaluated.posts is None:
        return x, marks, indicator.higher, i
    rows = next(group for group in sheet.evaluated.posts.groups if i in group)
    return x[rows], marks[rows], indicator.higher, int(np.searchsorted(rows, i))


def _working(
    indicator: Indicator, column: tuple[Floats, Floats, bool, int], read: float | None, raw: float | None
) -> Phrase | None:
    if raw is None:
        return None
    if read is None or (np.isnan(column[1][column[3]]) and indicator.reads_target):
        return Phrase(f"working-granted-{indicator.without_target}", {"score": raw})
    return indicator.rule.working(*column)


def _bound(indicator: Indicator, raw: float | None, score: float | None) -> Bound | None:
    if raw is None or score is None or raw == score:
        return None
    return "lowest" if score == indicator.lowest else "highest"


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
        ("sections", float(sheet.section_step[i])),
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
