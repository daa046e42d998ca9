"""What a weight pays: the total for one more unit of each indicator, and the cliffs where a rule jumps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.reading import by_rule, held, read
from scoring.scheme import Indicator, Scheme
from scoring.sheet import ScoreSheet
from scoring.thresholds import highest_at, lowest_at

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


class Cliff(NamedTuple):
    """A place where a hair's breadth of value changes the score: at ``value`` (the share of the target for
    attainment) it goes from ``before`` to ``after``; ``points`` is what that is worth in the total."""

    indicator: str
    value: float
    before: float
    after: float
    points: float


@dataclass(frozen=True)
class Payoff:
    """What one more unit of an indicator, in the better direction, adds to a person's total.

    ``points`` is NaN where there is no value; ``to_cliff`` the distance to the next cliff ahead, in units
    (None: there is none), and ``cliff_points`` what stepping over it adds beyond the slope.
    """

    indicator: str
    unit: str
    points: float
    to_cliff: float | None
    cliff_points: float


def cliffs(scheme: Scheme) -> list[Cliff]:
    """Every jump of every rule, in the order of the scheme.

    Steps of bands, an x given twice in a piecewise rule, and the threshold under which attainment counts
    as the floor. What a cliff invites is known from bonus plans: effort, or dates, moved to get just over it
    (M. C. Jensen, "Paying people to lie", European Financial Management 9, 2003).
    """
    found = []
    for indicator in scheme.indicators:
        for value, before, after, _ in indicator.rule.jumps(indicator.higher):
            points = abs(after - before) * indicator.weight / 100.0
            found.append(Cliff(indicator.code, value, before, after, points))
    return found


def payoffs(sheet: ScoreSheet, person: str, *, step: float = 1.0) -> list[Payoff]:
    """For each indicator of the sheet what `step` more units would have added to the person's total.

    ``Δ = Σ effective weight · (s(x ± step) − s(x)) / 100`` with everybody else as they were; the direction is
    the better one. Caps and vetoes on the total are not applied, so that the price is that of the weight.

    Raises
    ------
    KeyError : when the person is not in the sheet.
    """
    i = sheet.measurements.row[person]
    result = []
    for j, indicator in enumerate(sheet.scheme.indicators):
        value, weight = sheet.values[i, j], sheet.effective_weights[i, j]
        sign = indicator.rule.better(float(sheet.evaluated.cells.read[i, j]), indicator.higher)
        gain = score_with(sheet, i, j, value + sign * step) - sheet.scores[i, j]
        ahead, worth = _next_cliff(sheet, i, j)
        result.append(
            Payoff(
                indicator.code,
                indicator.unit,
                float(gain * weight / 100.0),
                ahead,
                worth * float(weight) / 100.0,
            )
        )
    return result


def typical_payoffs(sheet: ScoreSheet, *, step: float = 1.0) -> dict[str, float]:
    """For each indicator the median over all people of what `step` more units add to the total.

    As :func:`payoffs`; NaN for rules that compare with the cohort, where the answer depends on who moves.
    """
    found = {}
    for j, indicator in enumerate(sheet.scheme.indicators):
        if indicator.rule.peer:
            found[indicator.code] = float("nan")
            continue
        moved = sheet.values[:, j] + (step if indicator.higher else -step)
        scores = _scores(indicator, moved, sheet.targets[:, j])
        gain = (scores - sheet.scores[:, j]) * sheet.effective_weights[:, j] / 100.0
        known = gain[~np.isnan(gain)]
        found[indicator.code] = float(np.median(known)) if len(known) else float("nan")
    return found


def score_with(sheet: ScoreSheet, i: int, j: int, value: float) -> float:
    """The indicator score of person i with another value of indicator j, the others as they were.

    A value outside the rule's scale is moved to its end.
    """
    indicator = sheet.scheme.indicators[j]
    if not indicator.rule.peer:
        return float(_scores(indicator, np.array([value]), sheet.targets[i : i + 1, j])[0])
    column = sheet.values[:, j].copy()
    column[i] = value
    posts = sheet.evaluated.posts
    scores = _scores(indicator, column, sheet.targets[:, j], None if posts is None else posts.groups)
    return float(scores[i])


def _scores(
    indicator: Indicator, quantities: Floats, targets: Floats, groups: Sequence[Rows] | None = None
) -> Floats:
    """(n,) scores of quantities as the sheet makes them, from what the rule reads on."""
    seen = read(indicator, quantities, targets)
    return held(indicator, by_rule(indicator, _on_scale(indicator, seen.x), seen.target, groups))


def _on_scale(indicator: Indicator, values: Floats) -> Floats:
    """Values moved to the nearer end of what the rule takes."""
    domain = indicator.rule.domain
    return values if domain is None else np.asarray(np.clip(values, *domain))


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
