"""Points taken off for each case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Floats, Rule, against, wrong


@dataclass(frozen=True)
class Deduction(Rule):
    """``max(floor, start − per_unit·x)``."""

    type: ClassVar[str] = "deduction"
    per_unit: float
    start: float = 100.0
    floor: float = 0.0

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        return {"per_unit": 10}

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        return self.start - self.per_unit * x

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        return Phrase("working-deduction", {"start": self.start, "each": self.per_unit, "value": float(x[i])})

    @property
    def bounds(self) -> tuple[float, None]:
        return self.floor, None

    @property
    def highest(self) -> float:
        return self.start

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.per_unit > 0:
            yield wrong("per-unit")
        if not self.floor < self.start:
            yield wrong("floor-start")
        if higher:
            yield against("deduction-higher")
