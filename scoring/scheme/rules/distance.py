"""Scores by the distance from a mark: points for each unit above or below it, and a corridor to stay in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Floats, Rule, wrong


@dataclass(frozen=True)
class AroundMark(Rule):
    """``standard + per_unit·(x − reference)``, or ``standard − …`` where lower is better; without a
    `reference` it is the target."""

    type: ClassVar[str] = "around"
    open_ended: ClassVar[bool] = True
    per_unit: float
    standard: float = 100.0
    reference: float | None = None

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        return {"per_unit": 1}

    @property
    def bends(self) -> tuple[float, ...]:
        return () if self.reference is None else (self.reference,)

    @property
    def reads_target(self) -> bool:
        return self.reference is None

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        apart: Floats = x - (target if self.reference is None else self.reference)
        apart *= self.per_unit if higher else -self.per_unit
        apart += self.standard
        return apart

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        figures = {
            "standard": self.standard,
            "each": self.per_unit,
            "value": float(x[i]),
            "reference": float(target[i]) if self.reference is None else self.reference,
        }
        return Phrase("working-around" if higher else "working-around-lower", figures)

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.per_unit > 0:
            yield wrong("per-unit")


@dataclass(frozen=True)
class Corridor(Rule):
    """`score` from `low` to `high`; outside less for each unit away from the nearer bound, down to `floor`.
    The indicator's direction plays no part."""

    type: ClassVar[str] = "corridor"
    monotone: ClassVar[bool] = False
    low: float
    high: float
    per_unit_below: float
    per_unit_above: float
    score: float = 100.0
    floor: float = 0.0

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        return {"low": 90, "high": 110, "per_unit_below": 1, "per_unit_above": 1}

    @property
    def bends(self) -> tuple[float, ...]:
        return self.low, self.high

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        lost = self.per_unit_below * np.maximum(self.low - x, 0.0)
        lost += self.per_unit_above * np.maximum(x - self.high, 0.0)
        return np.asarray(self.score - lost)

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        value = float(x[i])
        if value < self.low:
            figures = {"score": self.score, "each": self.per_unit_below, "bound": self.low, "value": value}
            return Phrase("working-corridor-below", figures)
        if value > self.high:
            figures = {"score": self.score, "each": self.per_unit_above, "bound": self.high, "value": value}
            return Phrase("working-corridor-above", figures)
        return Phrase("working-corridor", {"low": self.low, "high": self.high, "score": self.score})

    @property
    def bounds(self) -> tuple[float, None]:
        return self.floor, None

    @property
    def highest(self) -> float:
        return self.score

    def better(self, x: float, higher: bool) -> float:
        return float(x < self.low) - float(x > self.high)

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.low <= self.high:
            yield wrong("corridor-order")
        if not (self.per_unit_below >= 0 and self.per_unit_above >= 0):
            yield wrong("corridor-per-unit")
        if not self.floor < self.score:
            yield wrong("floor-score")
