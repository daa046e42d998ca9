"""Scores that people give: a rating as it is, and the result of a 360-degree review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Floats, Rule, against, wrong


@dataclass(frozen=True)
class Direct(Rule):
    """``100·(x − lo)/(hi − lo)``; a value outside the scale is refused."""

    type: ClassVar[str] = "direct"
    scale: tuple[float, float] = (0.0, 100.0)

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        lo, hi = self.scale
        return 100.0 * (x - lo) / (hi - lo)

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        lo, hi = self.scale
        if (lo, hi) == (0.0, 100.0):
            return Phrase("working-as-rated", {"value": float(x[i])})
        return Phrase("working-direct", {"value": float(x[i]), "low": lo, "high": hi})

    @property
    def domain(self) -> tuple[float, float]:
        return self.scale

    @property
    def highest(self) -> float:
        return 100.0

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.scale[0] < self.scale[1]:
            yield wrong("scale-order")
        if not higher:
            yield against("rated-lower")


@dataclass(frozen=True)
class Review(Rule):
    """The 360 result. The measured value is the combined result on 0–100 (`scoring.reviews.combine`).

    `groups` are the weights of the rater groups, `minimum` the fewest raters a group needs,
    `trim` how many of the highest and lowest raters fall away where there are six or more.
    """

    type: ClassVar[str] = "review"
    groups: Mapping[str, float] = field(default_factory=dict)
    scale: tuple[float, float] = (1.0, 5.0)
    minimum: Mapping[str, int] = field(default_factory=dict)
    trim: int = 0

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        return x.copy()

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        return Phrase("working-review", {"value": float(x[i])})

    @property
    def domain(self) -> tuple[float, float]:
        return 0.0, 100.0

    @property
    def highest(self) -> float:
        return 100.0

    @property
    def fewest_raters(self) -> Mapping[str, int]:
        return {group: count for group, count in self.minimum.items() if group in self.groups}

    @property
    def rater_weights(self) -> Mapping[str, float]:
        return self.groups

    @property
    def trimmed_raters(self) -> int:
        return self.trim

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.scale[0] < self.scale[1]:
            yield wrong("scale-order")
        weights = self.groups.values()
        if any(w < 0 for w in weights) or (weights and not sum(weights) > 0):
            yield wrong("rater-weights")
        if self.trim not in (0, 1):
            yield wrong("trim")
        if not higher:
            yield against("rated-lower")
