"""Trying other figures of one person: what would come out, everybody else being as they are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import COUNTED, felt_by_others, measures, scored_with
from scoring.ranking import assign_grades
from scoring.scheme import Scheme
from scoring.sheet import ScoreSheet

Floats = NDArray[np.float64]

_STEPS = 200
"""How finely a range is parted, about."""
_NOTHING = 1e-6
_WHOLE = 100.0
"""Shares in percent end there, where what is known of them does."""


@dataclass(frozen=True)
class Movable:
    """A measured figure of a person that may be moved: where it stands (NaN where it is missing), its target
    (NaN where there is none), from where to where it is sensible to move it, and by how much at a time.

    The range rests on the person's own figures and the rule, so that it tells nothing of others.
    ``felt`` whether the figure has a part in other people's totals.
    """

    code: str
    unit: str
    value: float
    target: float
    low: float
    high: float
    step: float
    counted: bool
    felt: bool


@dataclass(frozen=True)
class Tried:
    """What comes out: the total as it would be shown and unrounded, the grade by threshold, the veto and what
    grades ask besides (None where there is none; quotas, which rest on the others, are left aside), the next
    better grade, how many points it is away and whether what it asks besides holds; per indicator the score
    and the points it brings (NaN: none).
    """

    total: float
    exact: float
    grade: str | None
    better: str | None
    gap: float
    asks: bool
    scores: Floats
    points: Floats


def movable(sheet: ScoreSheet, person: str) -> tuple[Movable, ...]:
    """The figures that a person can try: what the scheme scores or reads of the person, in its order.

    Raises
    ------
    KeyError : when the person is not in the sheet.
    """
    i, scheme, measured = sheet.measurements.row[person], sheet.scheme, sheet.measurements
    weighs = dict(zip(scheme.codes, _weights(sheet, i).tolist(), strict=True))
    felt = felt_by_others(scheme)
    found = []
    for code in measures(sheet):
        indicator = scheme.by_code.get(code)
        direct = indicator is not None and indicator.quantity is None
        value = float(measured.values[i, measured.position[code]])
        if direct:
            value = float(sheet.values[i, sheet.indicators.index(code)])
        if indicator is not None and not weighs[code] > 0 and math.isnan(value):
            continue
        if indicator is None and math.isnan(value):
            continue
        targets = measured.column(measured.targets, code)
        target = float(targets[i])
        if direct:
            target = float(sheet.targets[i, sheet.indicators.index(code)])
        unit = "" if indicator is None else indicator.unit
        counted = indicator is not None and indicator.measure in COUNTED
        low, high, step = _range(scheme, code, value, target, unit, counted)
        found.append(Movable(code, unit, value, target, low, high, step, counted, code in felt))
    return tuple(found)


def _weights(sheet: ScoreSheet, i: int) -> Floats:
    """(m,) the weights that the person's list gives, before gaps are made up for."""
    posts = sheet.evaluated.posts
    lists = sheet.scheme.weight_lists
    return np.asarray(lists[0] if posts is None else lists[posts.lists[i]])


def tried(sheet: ScoreSheet, person: str, values: Mapping[str, float]) -> Tried:
    """What would come out with other values of some measures of a person, everybody else being as they are.

    Raises
    ------
    KeyError : when the person is not in the sheet, or was not measured at one of the codes.
    """
    i = sheet.measurements.row[person]
    scheme = sheet.scheme
    other, row = scored_with(sheet, i, values)
    total = float(other.totals[row])
    scores = np.asarray(other.scores[row], dtype=float)
    parts = other.contributions
    points = np.full(len(scores), np.nan) if parts is None else np.where(np.isnan(scores), np.nan, parts[row])
    place = -1 if math.isnan(float(sheet.ranks[i])) else _grade(other, row)
    if place < 0:
        return Tried(total, float(other.exact[row]), None, None, math.nan, True, scores, points)
    names = [grade.name for grade in scheme.grades]
    grade, better, gap, asks = names[place], None, math.nan, True
    if place > 0 and not sheet.vetoed[i]:
        better = names[place - 1]
        gap = max(0.0, scheme.grades[place - 1].from_ - total)
        asks = other.grade_conditions is None or bool(other.grade_conditions[row, place - 1])
    return Tried(total, float(other.exact[row]), grade, better, gap, asks, scores, points)


def _grade(sheet: ScoreSheet, row: int) -> int:
    """The grade by everything that rests on the person alone."""
    scheme = sheet.scheme
    if not scheme.grades:
        return -1
    names = [grade.name for grade in scheme.grades]
    allowed = np.array([names.index(scheme.veto.grade) if sheet.vetoed[row] else 0])
    held = None if sheet.grade_conditions is None else sheet.grade_conditions[row : row + 1]
    free = [replace(grade, quota=None) for grade in scheme.grades]
    index, _ = assign_grades(sheet.totals[row : row + 1], [1.0], free, allowed, held)
    return int(index[0])


def _range(
    scheme: Scheme, code: str, value: float, target: float, unit: str, counted: bool
) -> tuple[float, float, float]:
    """From where to where a figure is moved, and by how much."""
    indicator = scheme.by_code.get(code)
    known = [abs(figure) for figure in (value, target) if abs(figure) > _NOTHING]
    direct = indicator is not None and indicator.quantity is None
    if indicator is not None and direct and not known:
        known += [abs(x) for x in indicator.rule.bends if _NOTHING < abs(x) < math.inf]
    reach = 2.0 * max(known, default=0.0) or (5.0 if counted else 1.0)
    low = -reach if value < 0 or target < 0 else 0.0
    high = min(reach, _WHOLE) if unit == "%" and max(known, default=0.0) <= _WHOLE else reach
    if indicator is not None and direct and indicator.rule.domain is not None and indicator.on == "value":
        low, high = (float(end) for end in np.clip((low, high), *indicator.rule.domain))
        if not low < high:
            low, high = indicator.rule.domain
    step = 10.0 ** math.floor(math.log10((high - low) / _STEPS))
    step = max(1.0, round(step)) if counted else step
    return math.floor(low / step) * step, math.ceil(high / step) * step, step
