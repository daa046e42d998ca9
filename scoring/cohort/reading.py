"""What a rule reads of a quantity, and what becomes of the score that the rule gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Phrase
from scoring.scheme import Indicator
from scoring.scheme.indicator import STANDARD

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

_WHOLE = 9
"""A number of steps counts as whole when it is to so many decimals."""


class Read(NamedTuple):
    """(n,) what the rule reads, and the target on the same scale: 100 for a completion, 0 for an excess."""

    x: Floats
    target: Floats


def read(indicator: Indicator, quantity: Floats, target: Floats) -> Read:
    """The quantity, its completion in percent or its excess over the target, cut to whole steps."""
    x, centre = quantity, 0.0
    if indicator.on == "completion":
        centre = 100.0
        with np.errstate(divide="ignore", invalid="ignore"):
            x = 100.0 * quantity / target
    elif indicator.on == "excess":
        x = quantity - target
    if indicator.steps is not None:
        away = x - centre
        x = centre + np.sign(away) * whole_steps(np.abs(away), indicator.steps) * indicator.steps
    return Read(x, target if indicator.on == "value" else np.broadcast_to(centre, x.shape))


def whole_steps(distance: Floats, step: float) -> Floats:
    """How many whole steps fit into a distance ≥ 0; what is whole to 9 decimals is whole."""
    return np.asarray(np.floor(np.round(distance / step, _WHOLE)))


def by_rule(indicator: Indicator, x: Floats, target: Floats, groups: Sequence[Rows] | None = None) -> Floats:
    """(n,) scores by the rule; rules that compare with the others do so inside each of the `groups`."""
    if not indicator.rule.peer or groups is None:
        return indicator.rule.evaluate(x, target, indicator.higher)
    scores = np.full(len(x), np.nan)
    for rows in groups:
        scores[rows] = indicator.rule.evaluate(x[rows], target[rows], indicator.higher)
    return scores


def granted(indicator: Indicator) -> float | None:
    """The score by rule of somebody without a target; None where it is refused or not due."""
    if indicator.without_target == "standard":
        return STANDARD
    return indicator.highest_by_rule if indicator.without_target == "highest" else None


def held(indicator: Indicator, scores: Floats) -> Floats:
    """The scores between the indicator's own lowest and highest."""
    if indicator.lowest is None and indicator.highest is None:
        return scores
    return np.asarray(np.clip(scores, indicator.lowest, indicator.highest))


def reading(
    indicator: Indicator, value: float | None, target: float | None, seen: float | None
) -> Phrase | None:
    """How what the rule reads came of a value and a target: its figures in a shape, ``reading-SHAPE`` in
    the catalogues; None where it is the value itself."""
    if value is None or seen is None or (indicator.on == "value" and indicator.steps is None):
        return None
    figures: dict[str, object] = {"value": value, "read": seen}
    if indicator.on != "value":
        figures["target"] = target
    if indicator.steps is None:
        return Phrase(f"reading-{indicator.on}", figures)
    return Phrase(f"reading-{indicator.on}-steps", figures | {"steps": indicator.steps})
