"""What a person can move to be scored higher, each with what the total gains by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.measurements import Measurements
from scoring.cohort.reading import by_rule, held, read
from scoring.scheme import Indicator, Scheme
from scoring.sheet import ScoreSheet
from scoring.sheet.evaluate import evaluate
from scoring.sheet.sheet import assemble

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

COUNTED = frozenset({"count"})
"""Measures that come in whole units."""
WITHIN_REACH = 0.9
"""Nobody is asked for more than this quantile of the colleagues has done (or the own target)."""


@dataclass(frozen=True, eq=False)
class Lever:
    """A measure of a person: where it stands, which way is better (``sign`` 1 up, −1 down), how far good
    colleagues (or the target) are, and their spread. ``points`` says what the total gains at another value.
    """

    code: str
    unit: str
    value: float
    sign: float
    limit: float
    spread: float
    counted: bool
    points: Callable[[float], float]


def levers(sheet: ScoreSheet, i: int) -> Iterator[Lever]:
    """What the person in row i can move: the indicators that count, or, where a scheme works out what it
    scores or joins the scores otherwise than by adding them up, the measures that it reads."""
    scheme = sheet.scheme
    added_up = scheme.combine == "sum" and all(section.cap is None for section in scheme.sections)
    yield from _indicators(sheet, i) if added_up and not scheme.formulas else _measures(sheet, i)


def total_with(sheet: ScoreSheet, i: int, values: Mapping[str, float]) -> tuple[float, bool]:
    """The unrounded total of the person in row i with other values of some measures, everybody else being as
    they were; and whether what the next better grade asks besides its threshold holds."""
    other, row = scored_with(sheet, i, values)
    position = int(sheet.grade_index[i]) - 1
    open_ = other.grade_conditions is None or bool(other.grade_conditions[row, position])
    return float(other.exact[row]), open_


def scored_with(sheet: ScoreSheet, i: int, values: Mapping[str, float]) -> tuple[ScoreSheet, int]:
    """The sheet scored again with other values of the person in row i, and where in it the person stands:
    alone, where nobody else's figures have a part in the total."""
    person = sheet.people[i]
    measured, row = sheet.measurements, i
    if _stands_alone(sheet, i):
        measured, row = measured.alone(person), 0
    if measured.held is not None:
        measured = measured.holding(measured.held.loosened(row))
    for code, value in values.items():
        measured = measured.with_value(person, code, value)
    return scored(sheet.scheme, measured), row


def scored(scheme: Scheme, measured: Measurements) -> ScoreSheet:
    """A cohort scored without asking whether there is a target for each indicator."""
    return assemble(scheme, measured, evaluate(scheme, measured, insist=False))


def uncapped(sheet: ScoreSheet) -> Floats:
    """(n,) totals before additions, the cap and vetoes."""
    return sheet.base + sheet.rule_step


def measures(sheet: ScoreSheet) -> tuple[str, ...]:
    """The measures that the scheme scores or that its expressions read, and that somebody was measured at."""
    scheme = sheet.scheme
    own = [indicator.code for indicator in scheme.indicators if indicator.quantity is None]
    codes = dict.fromkeys((*own, *(c for _, f in scheme.formulas for c in f.codes())))
    return tuple(code for code in codes if code in sheet.measurements.position)


def felt_by_others(scheme: Scheme) -> frozenset[str]:
    """The measures whose figures have a part in other people's totals."""
    found: set[str] = set()
    for indicator in scheme.indicators:
        if scheme.others_move(indicator):
            own = {indicator.code} if indicator.quantity is None else set()
            on = [f for c in scheme.conditions if c.on == indicator.code for _, f in c.formulas]
            found |= own.union(*(scheme.reads(f) for f in (*(f for _, f in indicator.formulas), *on)))
    for condition in scheme.conditions:
        for _, formula in condition.formulas:
            if scheme.reads_others(formula):
                found |= scheme.reads(formula)
    return frozenset(found)


def _stands_alone(sheet: ScoreSheet, i: int) -> bool:
    """Whether nobody else's figures have a part in the person's total."""
    peers = any(indicator.rule.peer for indicator in sheet.scheme.indicators)
    others = any(formula.reads_others for _, formula in sheet.scheme.formulas)
    return not peers and not others and not np.isnan(sheet.scores[i]).any()


def score_with(sheet: ScoreSheet, i: int, j: int, value: float) -> float:
    """The indicator score of person i with another value of indicator j, the others as they were.

    A value outside the rule's scale is moved to its end.
    """
    indicator = sheet.scheme.indicators[j]
    if not indicator.rule.peer:
        return float(scores_of(indicator, np.array([value]), sheet.targets[i : i + 1, j])[0])
    column = sheet.values[:, j].copy()
    column[i] = value
    posts = sheet.evaluated.posts
    scores = scores_of(indicator, column, sheet.targets[:, j], None if posts is None else posts.groups)
    return float(scores[i])


def scores_of(
    indicator: Indicator, quantities: Floats, targets: Floats, groups: Sequence[Rows] | None = None
) -> Floats:
    """(n,) scores of quantities as the sheet makes them, from what the rule reads on."""
    seen = read(indicator, quantities, targets)
    return held(indicator, by_rule(indicator, on_scale(indicator, seen.x), seen.target, groups))


def on_scale(indicator: Indicator, values: Floats) -> Floats:
    """Values moved to the nearer end of what the rule takes."""
    domain = indicator.rule.domain
    return values if domain is None else np.asarray(np.clip(values, *domain))


def _indicators(sheet: ScoreSheet, i: int) -> Iterator[Lever]:
    for j, indicator in enumerate(sheet.scheme.indicators):
        if np.isnan(sheet.scores[i, j]) or not sheet.effective_weights[i, j] > 0:
            continue
        value = float(sheet.values[i, j])
        if np.isnan(value):
            continue

        def points(moved: float, j: int = j) -> float:
            gain = score_with(sheet, i, j, moved) - sheet.scores[i, j]
            return float(gain * sheet.effective_weights[i, j] / 100.0)

        sign = indicator.rule.better(float(sheet.evaluated.cells.read[i, j]), indicator.higher)
        column = sheet.values[:, j]
        if sign:
            yield Lever(
                indicator.code,
                indicator.unit,
                value,
                sign,
                _limit(column, float(sheet.targets[i, j]), sign),
                _spread(column),
                indicator.measure in COUNTED,
                points,
            )


def _measures(sheet: ScoreSheet, i: int) -> Iterator[Lever]:
    scheme, measured = sheet.scheme, sheet.measurements
    for code in measures(sheet):
        j = measured.position[code]
        if np.isnan(measured.values[i, j]):
            continue
        column, value = measured.values[:, j], float(measured.values[i, j])
        spread = _spread(column)

        def points(moved: float, code: str = code) -> float:
            gain = total_with(sheet, i, {code: moved})[0] - float(sheet.exact[i])
            return 0.0 if np.isnan(gain) else gain

        sign = _better(points, value, spread)
        if sign:
            target = float(measured.column(measured.targets, code)[i])
            indicator = scheme.by_code.get(code)
            counted = indicator is not None and indicator.measure in COUNTED
            unit = "" if indicator is None else indicator.unit
            limit = _limit(column, target, sign)
            yield Lever(code, unit, value, sign, limit, spread, counted, points)


def _better(points: Callable[[float], float], value: float, spread: float) -> float:
    """Which way the total rises: 1 up, −1 down, 0 neither."""
    for step in (spread, 4 * spread):
        up, down = points(value + step), points(value - step)
        if max(up, down) > 1e-9:
            return 1.0 if up >= down else -1.0
    return 0.0


def _limit(column: np.ndarray, target: float, sign: float) -> float:
    """The best value worth asking for: what good colleagues reach, or the target where that is better."""
    quantile = float(np.nanquantile(column, WITHIN_REACH if sign > 0 else 1 - WITHIN_REACH))
    better = max if sign > 0 else min
    return better(quantile, target) if target == target else quantile


def _spread(column: np.ndarray) -> float:
    spread = float(np.nanstd(column))
    return spread if spread > 0 else 1.0
