"""Scores laid down value by value: between points, and by bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Floats, Jump, Rule, against, usual, wrong
from scoring.thresholds import steps_exceeded, steps_reached


@dataclass(frozen=True)
class Piecewise(Rule):
    """Linear between `points` (x, score), flat outside; at an x given twice the later score holds."""

    type: ClassVar[str] = "piecewise"
    points: tuple[tuple[float, float], ...]

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        xs, scores = np.array(self.points, dtype=float).T
        left = steps_reached(x, xs) - 1
        inside = (left >= 0) & (left < len(xs) - 1)
        i = np.clip(left, 0, len(xs) - 2)
        # Outside the points the width may be that of a jump; those places are overwritten below.
        width = np.where(xs[i + 1] > xs[i], xs[i + 1] - xs[i], 1.0)
        result = scores[i] + (x - xs[i]) / width * (scores[i + 1] - scores[i])
        result = np.where(inside, result, np.where(left < 0, scores[0], scores[-1]))
        return np.where(np.isnan(x), np.nan, result)

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        xs, scores = zip(*self.points, strict=True)
        left = int(steps_reached(x[i], xs)) - 1
        if left < 0:
            return Phrase("working-up-to", {"edge": xs[0], "score": scores[0]})
        if left >= len(xs) - 1:
            return Phrase("working-from", {"edge": xs[-1], "score": scores[-1]})
        start, end = scores[left], scores[left + 1]
        figures = {
            "value": float(x[i]),
            "left": xs[left],
            "right": xs[left + 1],
            "start": start,
            "span": abs(end - start),
        }
        return Phrase("working-falling" if end < start else "working-rising", figures)

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        return {"points": [[80, 60], [100, 100]] if higher else [[80, 100], [100, 60]]}

    @property
    def bends(self) -> tuple[float, ...]:
        return tuple(x for x, _ in self.points)

    @property
    def highest(self) -> float | None:
        return max((score for _, score in self.points), default=None)

    def jumps(self, higher: bool) -> list[Jump]:
        return [Jump(x, a, b) for (x, a), (y, b) in pairwise(self.points) if x == y and a != b]

    def faults(self, higher: bool) -> Iterator[Fault]:
        xs = [x for x, _ in self.points]
        if len(xs) < 2:
            yield wrong("points-few")
        elif any(b < a for a, b in pairwise(xs)):
            yield wrong("points-order")
        elif max(Counter(xs).values()) > 2:
            yield wrong("points-thrice")
        yield from _against_direction([score for _, score in self.points], higher)


@dataclass(frozen=True)
class Bands(Rule):
    """Steps: the score of the band with ``edges[j-1] ≤ x < edges[j]``; closed on the right, of that with
    ``edges[j-1] < x ≤ edges[j]``."""

    type: ClassVar[str] = "bands"
    edges: tuple[float, ...]
    scores: tuple[float, ...]
    closed: Literal["left", "right"] = usual("left")

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        result = np.array(self.scores, dtype=float)[self._band(x)]
        return np.where(np.isnan(x), np.nan, result)

    def _band(self, x: ArrayLike) -> NDArray[np.intp]:
        return (steps_exceeded if self.closed == "right" else steps_reached)(x, self.edges)

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        band = int(self._band(x[i]))
        score, right = self.scores[band], self.closed == "right"
        if not self.edges:
            return Phrase("working-any", {"score": score})
        if band == 0:
            shape = "working-at-most" if right else "working-below"
            return Phrase(shape, {"edge": self.edges[0], "score": score})
        if band == len(self.edges):
            shape = "working-above" if right else "working-from"
            return Phrase(shape, {"edge": self.edges[-1], "score": score})
        lower, upper = self.edges[band - 1], self.edges[band]
        shape = "working-within-right" if right else "working-within"
        return Phrase(shape, {"lower": lower, "upper": upper, "score": score})

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        scores = [60, 80, 100, 120]
        return {"edges": [80, 100, 120], "scores": scores if higher else scores[::-1]}

    @property
    def bends(self) -> tuple[float, ...]:
        return self.edges

    @property
    def highest(self) -> float | None:
        return max(self.scores, default=None)

    def jumps(self, higher: bool) -> list[Jump]:
        steps = zip(self.edges, pairwise(self.scores), strict=True)
        return [Jump(x, a, b, self.closed == "right") for x, (a, b) in steps if a != b]

    def faults(self, higher: bool) -> Iterator[Fault]:
        if len(self.scores) != len(self.edges) + 1:
            yield wrong("bands-scores")
        elif any(b <= a for a, b in pairwise(self.edges)):
            yield wrong("bands-order")
        yield from _against_direction(self.scores, higher)


def _against_direction(scores: Sequence[float], higher: bool) -> Iterator[Fault]:
    """A fault where the scores do not run with the direction."""
    if any((b < a) if higher else (b > a) for a, b in pairwise(scores)):
        yield against("scores-fall" if higher else "scores-rise")
