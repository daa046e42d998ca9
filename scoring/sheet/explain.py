"""Why this score: every step from a value to the total, as figures. The words are the reader's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from scoring.cohort.presence import joining_factors, present_shares
from scoring.cohort.reading import reading
from scoring.cohort.refusals import Refused
from scoring.errors import Phrase
from scoring.formula import Formula, Worked, working
from scoring.scheme import Condition, Indicator
from scoring.scheme.rules import Limit
from scoring.sheet.conditions import Applied
from scoring.sheet.results import Floats, SheetResults
from scoring.thresholds import hair

Bound = Literal["lowest", "highest"]
Gap = Literal["missing", "refused", "left-out", "not-due", "absent"]


@dataclass(frozen=True)
class ConditionStep:
    """A condition as it met one person: whether it held (None: it could not be told, as something is missing,
    and so did not hold), the result before and after it, and its expressions worked out."""

    condition: Condition
    held: bool | None
    before: float | None
    after: float | None
    when: Worked
    per: Worked | None


@dataclass(frozen=True)
class GradeStep:
    """A grade whose threshold the total reaches, or that is better than the person's own: whether what it
    asks besides holds (None: it could not be told), worked out; ``short`` are the points to its threshold,
    0 where it is reached."""

    grade: str
    held: bool | None
    when: Worked
    short: float


@dataclass(frozen=True)
class IndicatorStep:
    """One indicator on the way from value to points.

    ``unlimited`` is the score before floor and cap, ``limit`` names the one that took hold;
    ``read`` is what the rule reads of the value, said by ``reading`` where that is not the value itself;
    ``raw`` the score by the rule, ``bound`` names the indicator's own bound that then took hold;
    ``gap`` says why there is no score; ``refused`` is the reason where the rule cannot take the value or the
    target (``value`` is then what was measured, though it does not count); ``stand_in`` is the score the
    missing policy put in instead;
    ``quantity`` and ``factor`` are the expressions that gave what is scored and what the score was multiplied
    by, worked out; ``conditions`` are those on the indicator;
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
    quantity: Worked | None
    factor: Worked | None
    conditions: tuple[ConditionStep, ...]
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

    @property
    def lost(self) -> float:
        """The points under full marks, of which there are as many as the weight it has for the person."""
        return 0.0 if self.score is None else max(self.effective_weight * (100.0 - self.score) / 100.0, 0.0)


TotalStepKind = Literal[
    "mean",
    "sections",
    "conditions",
    "additions",
    "additions-limit",
    "deductions",
    "deductions-limit",
    "cap",
    "floor",
    "veto",
    "held",
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
    """All steps for one person; ``totals`` is empty where there is no total; ``conditions`` are those on
    sections, the total and the entry; ``grades`` those that ask something, from the best down to the own."""

    person: str
    indicators: tuple[IndicatorStep, ...]
    totals: tuple[TotalStep, ...]
    conditions: tuple[ConditionStep, ...] = ()
    grades: tuple[GradeStep, ...] = ()


def explain(sheet: SheetResults, person: str) -> Explanation:
    """See :meth:`scoring.ScoreSheet.explain`."""
    i = sheet.measurements.row[person]
    present = float(present_shares(sheet.measurements)[i])
    joining = float(joining_factors(sheet.measurements, sheet.scheme.protection)[i])
    return Explanation(
        person,
        tuple(_indicator_step(sheet, i, j, present, joining) for j in range(len(sheet.indicators))),
        tuple(_total_steps(sheet, i)),
        tuple(_condition(sheet, i, one) for one in sheet.applied if one.condition.on not in sheet.indicators),
        tuple(_grades(sheet, i)),
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
        quantity=_worked(sheet, indicator.quantity, i),
        factor=_worked(sheet, indicator.factor, i),
        conditions=tuple(
            _condition(sheet, i, one) for one in sheet.applied if one.condition.on == indicator.code
        ),
        bound=_bound(indicator, _unheld(sheet, i, j), score),
        score=score,
        weight=float(sheet.due_weights[i, j]),
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
        others_move_it=sheet.scheme.others_move(indicator),
    )


def _worked(sheet: SheetResults, formula: Formula | None, i: int) -> Worked | None:
    """An expression of an indicator, worked out for one person."""
    read = sheet.evaluated.read
    return None if formula is None or read is None else working(formula, read, i)


def _condition(sheet: SheetResults, i: int, one: Applied) -> ConditionStep:
    read = one.read
    per = one.condition.per
    return ConditionStep(
        one.condition,
        None if one.missing[i] else bool(one.holds[i]),
        _number(one.before[i]),
        _number(one.after[i]),
        working(one.condition.when, read, i),
        None if per is None else working(per, read, i),
    )


def _grades(sheet: SheetResults, i: int) -> Iterator[GradeStep]:
    read, total = sheet.combined.read, float(sheet.totals[i])
    own = int(sheet.grade_index[i])
    if read is None or own < 0:
        return
    read = replace(read, total=lambda: sheet.exact)
    for grade in sheet.scheme.grades[: own + 1]:
        if grade.when is not None:
            done = working(grade.when, read, i)
            held = None if np.isnan(done.value) else done.value == 1
            yield GradeStep(grade.name, held, done, max(0.0, grade.from_ - total))


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


def _unheld(sheet: SheetResults, i: int, j: int) -> float | None:
    """The score before the indicator's own bounds: by rule, times the factor, after its conditions."""
    on = [one for one in sheet.applied if one.condition.on == sheet.indicators[j]]
    return _number(on[-1].after[i] if on else sheet.evaluated.cells.multiplied[i, j])


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
        ("conditions", float(sheet.condition_step[i])),
        ("additions", added),
        ("additions-limit", float(sheet.additions[i]) - added),
        ("deductions", -taken),
        ("deductions-limit", taken - float(sheet.deductions[i])),
        ("cap" if cap_step < 0 else "floor", cap_step),
        ("veto", float(sheet.veto_step[i])),
        ("held", float(sheet.held_step[i])),
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
