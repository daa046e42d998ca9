"""What lifts me to the next grade: the cheapest changes, in business units."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.change.payoff import score_with
from scoring.scheme import Indicator
from scoring.sheet import ScoreSheet
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]

_STEPS = 60
_GRID = 40
COUNTED = frozenset({"count"})
"""Measures that come in whole units."""
WITHIN_REACH = 0.9
"""Nobody is asked for more than this quantile of the colleagues has done (or the own target)."""


@dataclass(frozen=True)
class Step:
    """Bring one indicator from ``value`` to ``needed`` (rounded up to whole units where it is counted),
    which is ``change`` units and adds ``points`` to the total; ``within_reach`` where colleagues have
    got as far."""

    indicator: str
    unit: str
    value: float
    needed: float
    change: float
    points: float
    within_reach: bool


@dataclass(frozen=True)
class Lift:
    """``gap`` points to ``grade``; ``single`` are the indicators that would close it alone, least effort
    first; ``together`` the cheapest combination (empty where even everything within reach is not enough)."""

    grade: str | None
    gap: float
    single: tuple[Step, ...]
    together: tuple[Step, ...]


def lift(sheet: ScoreSheet, person: str) -> Lift:
    """What would have lifted the person to the next grade, everybody else being as they were.

    Alone: the least change of each indicator whose score closes the gap, by bisection on the rule (scores
    never fall when a value gets better). Together: the effort of a change is counted in the colleagues'
    standard deviations of the indicator; each indicator's gain is replaced by its concave hull and the
    steepest pieces are taken first, which is the optimum of the continuous knapsack (G. B. Dantzig, 1957).
    Quotas of grades are left aside, since they depend on what others do; additions, deductions and the cap
    are kept.

    Raises
    ------
    KeyError : when the person is not in the sheet.
    """
    i = sheet.measurements.row[person]
    grade, threshold = _next_grade(sheet, i)
    if grade is None:
        return Lift(None, 0.0, (), ())
    # Rounding helps: 94.995 is written as 95.00.
    needed = threshold - 0.5 * 10.0**-sheet.scheme.decimals - float(sheet.exact[i])
    # Half a hair less counts as enough, and leaves half a hair for the noise of working it out again.
    enough = (needed + lowest_at(needed)) / 2
    gap = max(0.0, threshold - float(sheet.totals[i]))
    single, curves = [], []
    for j, indicator in enumerate(sheet.scheme.indicators):
        if np.isnan(sheet.scores[i, j]) or not sheet.effective_weights[i, j] > 0:
            continue
        limit = _limit(sheet, i, j)
        alone = _alone(sheet, i, j, enough, limit)
        if alone is not None:
            single.append((_effort(sheet, j, alone.change), alone))
        curves.append(_curve(sheet, i, j, indicator, limit))
    single.sort(key=lambda pair: (not pair[1].within_reach, pair[0]))
    return Lift(grade, gap, tuple(step for _, step in single), _together(sheet, i, needed, curves))


def _next_grade(sheet: ScoreSheet, i: int) -> tuple[str | None, float]:
    grades = sheet.scheme.grades
    position = int(sheet.grade_index[i])
    if position <= 0 or np.isnan(sheet.totals[i]) or sheet.vetoed[i] or sheet.quota_moved[i]:
        return None, 0.0
    better = grades[position - 1]
    return better.name, better.from_


def _points(sheet: ScoreSheet, i: int, j: int, value: float) -> float:
    """What the total gains when indicator j of person i becomes `value`."""
    gain = score_with(sheet, i, j, value) - sheet.scores[i, j]
    return float(gain * sheet.effective_weights[i, j] / 100.0)


def _limit(sheet: ScoreSheet, i: int, j: int) -> float:
    """The best value worth asking for: what good colleagues reach, or the target where that is better."""
    indicator = sheet.scheme.indicators[j]
    column = sheet.values[:, j]
    quantile = float(np.nanquantile(column, WITHIN_REACH if indicator.higher else 1 - WITHIN_REACH))
    target = float(sheet.targets[i, j])
    better = max if indicator.higher else min
    return better(quantile, target) if target == target else quantile


def _spread(sheet: ScoreSheet, j: int) -> float:
    spread = float(np.nanstd(sheet.values[:, j]))
    return spread if spread > 0 else 1.0


def _effort(sheet: ScoreSheet, j: int, change: float) -> float:
    return abs(change) / _spread(sheet, j)


def _alone(sheet: ScoreSheet, i: int, j: int, enough: float, limit: float) -> Step | None:
    indicator = sheet.scheme.indicators[j]
    sign = 1.0 if indicator.higher else -1.0
    value = float(sheet.values[i, j])
    far = max(abs(value), abs(limit - value), _spread(sheet, j)) * 4.0
    if not indicator.higher and value >= 0:
        # What is counted downwards ends at nothing.
        far = min(far, value)
    if _points(sheet, i, j, value + sign * far) < enough:
        return None
    low, high = 0.0, far
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _points(sheet, i, j, value + sign * middle) >= enough:
            high = middle
        else:
            low = middle
    return _step(sheet, i, j, value + sign * high, limit)


def _step(sheet: ScoreSheet, i: int, j: int, needed: float, limit: float) -> Step:
    indicator = sheet.scheme.indicators[j]
    value = float(sheet.values[i, j])
    sign = 1.0 if indicator.higher else -1.0
    if indicator.measure in COUNTED:
        # A hair's breadth past a whole unit is that unit, unless the unit itself is not enough: a step
        # downwards is only taken beyond it.
        most = _points(sheet, i, j, needed)
        needed = sign * math.ceil(lowest_at(lowest_at(sign * needed)))
        if _points(sheet, i, j, needed) < lowest_at(most):
            needed += sign
        needed += 0.0  # no "−0"
    return Step(
        indicator.code,
        indicator.unit,
        value,
        float(needed),
        float(needed) - value,
        _points(sheet, i, j, float(needed)),
        sign * limit >= lowest_at(sign * needed),
    )


@dataclass(frozen=True)
class _Curve:
    """The concave hull of what an indicator gains over how far it moves (in units)."""

    j: int
    moves: Floats
    gains: Floats


def _curve(sheet: ScoreSheet, i: int, j: int, indicator: Indicator, limit: float) -> _Curve:
    value = float(sheet.values[i, j])
    reach = limit - value if indicator.higher else value - limit
    if reach <= 0:
        return _Curve(j, np.zeros(1), np.zeros(1))
    sign = 1.0 if indicator.higher else -1.0
    moves = np.linspace(0.0, reach, _GRID + 1)
    if indicator.measure in COUNTED:
        moves = np.unique(np.floor(moves))
    gains = np.array([_points(sheet, i, j, value + sign * move) for move in moves])
    keep = [0]
    for k in range(1, len(moves)):
        while len(keep) > 1 and _slope(moves, gains, keep[-2], keep[-1]) <= _slope(moves, gains, keep[-1], k):
            keep.pop()
        keep.append(k)
    return _Curve(j, moves[keep], gains[keep])


def _slope(moves: Floats, gains: Floats, a: int, b: int) -> float:
    return float((gains[b] - gains[a]) / (moves[b] - moves[a]))


def _together(sheet: ScoreSheet, i: int, needed: float, curves: list[_Curve]) -> tuple[Step, ...]:
    pieces = []
    for curve in curves:
        for k in range(1, len(curve.moves)):
            gain = float(curve.gains[k] - curve.gains[k - 1])
            effort = _effort(sheet, curve.j, float(curve.moves[k] - curve.moves[k - 1]))
            if gain > 1e-12:
                pieces.append((gain / effort, gain, curve, k))
    pieces.sort(key=lambda piece: -piece[0])
    moved: dict[int, float] = {}
    left = needed
    for _, gain, curve, k in pieces:
        if left <= 1e-9:
            break
        before, after = float(curve.moves[k - 1]), float(curve.moves[k])
        share = min(1.0, left / gain)
        moved[curve.j] = before + share * (after - before)
        left -= gain * share
    if left > 1e-9:
        return ()
    steps = []
    for j, move in moved.items():
        sign = 1.0 if sheet.scheme.indicators[j].higher else -1.0
        steps.append(_step(sheet, i, j, float(sheet.values[i, j]) + sign * move, _limit(sheet, i, j)))
    return tuple(sorted(steps, key=lambda step: -step.points))
