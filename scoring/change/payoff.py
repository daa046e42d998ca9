"""What a weight pays: the total for one more unit of what people can move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import (
    felt_by_others,
    measures,
    on_scale,
    score_with,
    scored,
    scored_with,
    scores_of,
    uncapped,
)
from scoring.sheet import ScoreSheet
from scoring.thresholds import highest_at, lowest_at

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Payoff:
    """What one more unit of an indicator, in the better direction, adds to a person's total; of a measure
    that is no indicator, what a unit more does to it.

    ``points`` is NaN where there is no value; ``to_cliff`` the distance to the next cliff ahead, in units
    (None: there is none), and ``cliff_points`` what stepping over it adds beyond the slope.
    """

    indicator: str
    unit: str
    points: float
    to_cliff: float | None
    cliff_points: float


def payoffs(sheet: ScoreSheet, person: str, *, step: float = 1.0) -> list[Payoff]:
    """For everything that a person can move what `step` more units would have added to the total.

    ``Δ = Σ effective weight · (s(x ± step) − s(x)) / 100`` with everybody else as they were; the direction is
    the better one. Where a scheme works out what it scores, it is the measures that it reads which move, and
    the sheet is scored again; of those that are no indicators it is `step` units more. The cap and vetoes on
    the total are not applied, so that the price is that of the weight.

    Raises
    ------
    KeyError : when the person is not in the sheet.
    """
    i = sheet.measurements.row[person]
    if sheet.scheme.formulas:
        return [_of_measure(sheet, i, code, step) for code in measures(sheet)]
    return [_of_indicator(sheet, i, j, step) for j in range(len(sheet.scheme.indicators))]


def _of_indicator(sheet: ScoreSheet, i: int, j: int, step: float) -> Payoff:
    indicator = sheet.scheme.indicators[j]
    value, weight = sheet.values[i, j], sheet.effective_weights[i, j]
    sign = indicator.rule.better(float(sheet.evaluated.cells.read[i, j]), indicator.higher)
    gain = score_with(sheet, i, j, value + sign * step) - sheet.scores[i, j]
    ahead, worth = _next_cliff(sheet, i, j)
    points = float(gain * weight / 100.0)
    return Payoff(indicator.code, indicator.unit, points, ahead, worth * float(weight) / 100.0)


def _of_measure(sheet: ScoreSheet, i: int, code: str, step: float) -> Payoff:
    indicator = sheet.scheme.by_code.get(code)
    value = float(sheet.measurements.column(sheet.measurements.values, code)[i])
    if indicator is None or indicator.quantity is not None:
        other, row = scored_with(sheet, i, {code: value + step})
        return Payoff(code, "", float(uncapped(other)[row] - uncapped(sheet)[i]), None, 0.0)
    j = sheet.indicators.index(code)
    sign = indicator.rule.better(float(sheet.evaluated.cells.read[i, j]), indicator.higher)
    to = on_scale(indicator, np.array([value + sign * step]))
    other, row = scored_with(sheet, i, {code: float(to[0])})
    ahead, worth = _next_cliff(sheet, i, j)
    gain = float(uncapped(other)[row] - uncapped(sheet)[i])
    return Payoff(code, indicator.unit, gain, ahead, worth * float(sheet.effective_weights[i, j]) / 100.0)


def typical_payoffs(sheet: ScoreSheet, *, step: float = 1.0) -> dict[str, float]:
    """For each code of :func:`payoffs` the median over all people of what `step` more units add to the total.

    NaN for what moves others too, where the answer depends on who moves.
    """
    if sheet.scheme.formulas:
        return {code: _typical_of_measure(sheet, code, step) for code in measures(sheet)}
    found = {}
    for j, indicator in enumerate(sheet.scheme.indicators):
        if indicator.rule.peer:
            found[indicator.code] = float("nan")
            continue
        moved = sheet.values[:, j] + (step if indicator.higher else -step)
        scores = scores_of(indicator, moved, sheet.targets[:, j])
        found[indicator.code] = _median((scores - sheet.scores[:, j]) * sheet.effective_weights[:, j] / 100.0)
    return found


def _typical_of_measure(sheet: ScoreSheet, code: str, step: float) -> float:
    """With everybody moved at once, as nobody's figures have a part in another's total."""
    if code in felt_by_others(sheet.scheme):
        return float("nan")
    indicator = sheet.scheme.by_code.get(code)
    by, bounds = step, (-np.inf, np.inf)
    if indicator is not None and indicator.quantity is None:
        by, bounds = step if indicator.higher else -step, indicator.rule.domain or bounds
    other = scored(sheet.scheme, sheet.measurements.with_moved(code, by, *bounds))
    return _median(uncapped(other) - uncapped(sheet))


def _median(gains: Floats) -> float:
    known = gains[~np.isnan(gains)]
    return float(np.median(known)) if len(known) else float("nan")


def _next_cliff(sheet: ScoreSheet, i: int, j: int) -> tuple[float | None, float]:
    """(units to the next jump in the better direction, how many points of score it is)."""
    indicator, cells = sheet.scheme.indicators[j], sheet.evaluated.cells
    value, mark = float(cells.read[i, j]), float(cells.marks[i, j])
    sign = indicator.rule.better(value, indicator.higher)
    # A completion rises by 100 per cent for as many units as the target has.
    unit = float(cells.targets[i, j]) / 100.0 if indicator.on == "completion" else 1.0
    best: tuple[float | None, float] = (None, 0.0)
    for place, before, after, beyond in indicator.rule.jumps(indicator.higher):
        at = place * mark if indicator.rule.uses_target else place
        # A step belongs to the value at it (or just beyond): from below it lies ahead until it is reached,
        # from above as long as it is.
        reached = value > highest_at(at) if beyond else value >= lowest_at(at)
        ahead = reached != indicator.higher
        distance = max(0.0, sign * (at - value)) * unit
        gain = sign * (after - before)
        if gain > 0 and ahead and (best[0] is None or distance < best[0]):
            best = (float(distance), float(gain))
    return best
