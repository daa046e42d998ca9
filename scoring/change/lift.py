"""What lifts me to the next grade: the cheapest changes, in business units."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import Lever, levers, total_with
from scoring.sheet import ScoreSheet
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]

_STEPS = 60
_GRID = 40


@dataclass(frozen=True)
class Step:
    """Bring one measure from ``value`` to ``needed`` (rounded up to whole units where it is counted),
    which is ``change`` units and adds ``points`` to the total; ``within_reach`` where colleagues have
    got as far. ``indicator`` is its code, that of an indicator or of a measure that the scheme reads."""

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
    are kept. Where a scheme works out what it scores, it is the measures themselves that move, and the sheet
    is scored again for every step; what the better grade asks besides its threshold has to hold too.

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
    for lever in levers(sheet, i):
        alone = _alone(lever, enough)
        if alone is not None and _is_open(sheet, i, [alone]):
            single.append((_effort(lever, alone.change), alone))
        curves.append(_curve(lever))
    single.sort(key=lambda pair: (not pair[1].within_reach, pair[0]))
    together = _together(needed, curves)
    if together and not _reaches(sheet, i, together, enough):
        together = ()
    return Lift(grade, gap, tuple(step for _, step in single), together)


def _is_open(sheet: ScoreSheet, i: int, steps: Sequence[Step]) -> bool:
    """Whether the better grade asks nothing besides its threshold that would not hold then."""
    if sheet.grade_conditions is None:
        return True
    return total_with(sheet, i, {step.indicator: step.needed for step in steps})[1]


def _reaches(sheet: ScoreSheet, i: int, steps: Sequence[Step], enough: float) -> bool:
    """Whether several steps together are really enough, where gains need not add up."""
    if not sheet.scheme.formulas and not sheet.scheme.sections:
        return True
    total, open_ = total_with(sheet, i, {step.indicator: step.needed for step in steps})
    return open_ and total - float(sheet.exact[i]) >= enough


def _next_grade(sheet: ScoreSheet, i: int) -> tuple[str | None, float]:
    grades = sheet.scheme.grades
    position = int(sheet.grade_index[i])
    if position <= 0 or np.isnan(sheet.totals[i]) or sheet.vetoed[i] or sheet.quota_moved[i]:
        return None, 0.0
    better = grades[position - 1]
    return better.name, better.from_


def _effort(lever: Lever, change: float) -> float:
    return abs(change) / lever.spread


def _alone(lever: Lever, enough: float) -> Step | None:
    far = max(abs(lever.value), abs(lever.limit - lever.value), lever.spread) * 4.0
    if lever.sign < 0 and lever.value >= 0:
        # What is counted downwards ends at nothing.
        far = min(far, lever.value)
    if lever.points(lever.value + lever.sign * far) < enough:
        return None
    low, high = 0.0, far
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if lever.points(lever.value + lever.sign * middle) >= enough:
            high = middle
        else:
            low = middle
    return _step(lever, lever.value + lever.sign * high)


def _step(lever: Lever, needed: float) -> Step:
    if lever.counted:
        # A hair's breadth past a whole unit is that unit, unless the unit itself is not enough: a step
        # downwards is only taken beyond it.
        most = lever.points(needed)
        needed = lever.sign * math.ceil(lowest_at(lowest_at(lever.sign * needed)))
        if lever.points(needed) < lowest_at(most):
            needed += lever.sign
        needed += 0.0  # no "−0"
    return Step(
        lever.code,
        lever.unit,
        lever.value,
        float(needed),
        float(needed) - lever.value,
        lever.points(float(needed)),
        lever.sign * lever.limit >= lowest_at(lever.sign * needed),
    )


@dataclass(frozen=True)
class _Curve:
    """The concave hull of what a measure gains over how far it moves (in units)."""

    lever: Lever
    moves: Floats
    gains: Floats


def _curve(lever: Lever) -> _Curve:
    reach = lever.sign * (lever.limit - lever.value)
    if reach <= 0:
        return _Curve(lever, np.zeros(1), np.zeros(1))
    moves = np.linspace(0.0, reach, _GRID + 1)
    if lever.counted:
        moves = np.unique(np.floor(moves))
    gains = np.array([lever.points(lever.value + lever.sign * move) for move in moves])
    keep = [0]
    for k in range(1, len(moves)):
        while len(keep) > 1 and _slope(moves, gains, keep[-2], keep[-1]) <= _slope(moves, gains, keep[-1], k):
            keep.pop()
        keep.append(k)
    return _Curve(lever, moves[keep], gains[keep])


def _slope(moves: Floats, gains: Floats, a: int, b: int) -> float:
    return float((gains[b] - gains[a]) / (moves[b] - moves[a]))


def _together(needed: float, curves: list[_Curve]) -> tuple[Step, ...]:
    pieces = []
    for curve in curves:
        for k in range(1, len(curve.moves)):
            gain = float(curve.gains[k] - curve.gains[k - 1])
            effort = _effort(curve.lever, float(curve.moves[k] - curve.moves[k - 1]))
            if gain > 1e-12:
                pieces.append((gain / effort, gain, curve, k))
    pieces.sort(key=lambda piece: -piece[0])
    moved: dict[str, tuple[Lever, float]] = {}
    left = needed
    for _, gain, curve, k in pieces:
        if left <= 1e-9:
            break
        before, after = float(curve.moves[k - 1]), float(curve.moves[k])
        share = min(1.0, left / gain)
        moved[curve.lever.code] = (curve.lever, before + share * (after - before))
        left -= gain * share
    if left > 1e-9:
        return ()
    steps = [_step(lever, lever.value + lever.sign * move) for lever, move in moved.values()]
    return tuple(sorted(steps, key=lambda step: -step.points))
