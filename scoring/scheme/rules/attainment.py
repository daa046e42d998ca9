"""The share of a target that was attained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Bools, Floats, Jump, Rule, against, endless, wrong
from scoring.thresholds import lowest_at


@dataclass(frozen=True)
class Attainment(Rule):
    """``100·x/T``, or ``100·(2 − x/T)`` where lower is better, within [floor, cap].

    Where x/T is under `zero_below`, the score is the floor; higher is better only. T must be above 0.
    """

    type: ClassVar[str] = "attainment"
    uses_target: ClassVar[bool] = True
    open_ended: ClassVar[bool] = True
    cap: float = endless(120.0)
    floor: float = 0.0
    zero_below: float | None = None

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        percent = 100.0 * x / target
        return percent if higher else 200.0 - percent

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        shape = "working-attainment" if higher else "working-attainment-lower"
        return Phrase(shape, {"value": float(x[i]), "target": float(target[i])})

    @property
    def bounds(self) -> tuple[float, float]:
        return self.floor, self.cap

    def gated(self, x: Floats, target: Floats) -> Bools | None:
        # The product, not the quotient: as large as the amounts themselves, so that a cent still counts.
        return None if self.zero_below is None else x < lowest_at(self.zero_below * target)

    def jumps(self, higher: bool) -> list[Jump]:
        if self.zero_below is None:
            return []
        percent = 100.0 * self.zero_below
        there = min(max(percent if higher else 200.0 - percent, self.floor), self.cap)
        return [Jump(self.zero_below, self.floor, there)] if there != self.floor else []

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.floor < self.cap:
            yield wrong("floor-cap")
        if self.zero_below is not None and self.zero_below < 0:
            yield wrong("zero-below-negative")
        if self.zero_below is not None and not higher:
            yield against("zero-below-lower")
