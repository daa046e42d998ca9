"""A rule as a line: what it scores over a range, for drawing."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from scoring.scheme.rules.base import Floats, Rule

POINTS = 241
WHOLE = 100.0
"""The target in percent of itself."""
_ROOM = 0.08
_USUAL = (0.0, 160.0)


class Curve(NamedTuple):
    """Points (k,) of a line; `x` is the value, of a rule that divides by the target its percent of it, of one
    that takes the difference to it that difference."""

    x: Floats
    score: Floats


def read(rule: Rule, x: Floats, target: Floats) -> Floats:
    """(n,) where values stand on the axis of :func:`curve`."""
    if rule.uses_target:
        return np.asarray(WHOLE * x / target)
    return np.asarray(x - target if rule.reads_target else x)


def curve(rule: Rule, higher: bool, x: Floats) -> Curve | None:
    """The line over a range in which `x` (n,) lies, read as :func:`read` does, and all of the rule's bends;
    None where others' figures move the score, so that there is no line. Jumps stand upright.
    """
    if rule.peer:
        return None
    places = _jumps(rule, higher)
    low, high = _range(rule, np.concatenate([x[np.isfinite(x)], places]))
    inside = places[(places > low) & (places < high)]
    beside = np.concatenate([np.nextafter(inside, low), inside, np.nextafter(inside, high)])
    grid = np.unique(np.concatenate([np.linspace(low, high, POINTS), beside]))
    mark = np.full(len(grid), WHOLE if rule.uses_target else 0.0)
    # A hair's breadth counts as reached: from a place a little further off the score is surely that before.
    step = (high - low) * 1e-6
    scores = rule.evaluate(grid, mark, higher)
    for place in inside:
        before, after = np.searchsorted(grid, place) - 1, np.searchsorted(grid, place) + 1
        for k, off in ((before, place - step), (after, place + step)):
            if 0 <= k < len(grid):
                scores[k] = rule.evaluate(np.array([off]), mark[:1], higher)[0]
    return Curve(grid, scores)


def _jumps(rule: Rule, higher: bool) -> Floats:
    found = [jump.value * WHOLE if rule.uses_target else jump.value for jump in rule.jumps(higher)]
    return np.array([*found, *rule.bends], dtype=float)


def _range(rule: Rule, held: Floats) -> tuple[float, float]:
    if rule.domain is not None:
        return rule.domain
    if not len(held):
        return (-50.0, 50.0) if rule.reads_target and not rule.uses_target else _USUAL
    if rule.uses_target:
        held = np.concatenate([held, [0.0, WHOLE]])
    low, high = float(held.min()), float(held.max())
    room = (high - low) * _ROOM or max(abs(high), 1.0) * 0.5
    # What is never below 0 is not drawn below it.
    return (max(low - room, 0.0) if low >= 0 else low - room), high + room
