"""Scores by a figure of the cohort: the ratio to it, and a table by rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, Literal

import numpy as np
import scipy

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Floats, Rule, endless, wrong
from scoring.thresholds import SNAP_DECIMALS

To = Literal["mean", "median", "best", "sum"]


@dataclass(frozen=True)
class PeerRatio(Rule):
    """``100·x/r``, or ``100·(2 − x/r)`` where lower is better, r the mean, median, best or sum of those who
    have x; missing where r is 0."""

    type: ClassVar[str] = "peer-ratio"
    peer: ClassVar[bool] = True
    open_ended: ClassVar[bool] = True
    to: To
    cap: float | None = endless(None)
    floor: float | None = None

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        return {"to": "mean"}

    def _figure(self, x: Floats, higher: bool) -> float:
        """What everybody is held against; NaN where nobody has x."""
        present = x[~np.isnan(x)]
        if not len(present):
            return np.nan
        if self.to == "best":
            return float(present.max() if higher else present.min())
        if self.to == "median":
            return float(np.median(present))
        return float(present.mean() if self.to == "mean" else present.sum())

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        figure = self._figure(x, higher)
        if figure == 0 or np.isnan(figure):
            return np.full(len(x), np.nan)
        percent = 100.0 * x / figure
        return percent if higher else 200.0 - percent

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        shape = "working-ratio" if higher else "working-ratio-lower"
        return Phrase(shape, {"value": float(x[i]), "figure": self._figure(x, higher)})

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        return self.floor, self.cap

    def faults(self, higher: bool) -> Iterator[Fault]:
        if self.floor is not None and self.cap is not None and not self.floor < self.cap:
            yield wrong("floor-cap")


@dataclass(frozen=True)
class RankTable(Rule):
    """The entry of `scores` at the competition rank (1, 2, 2, 4) among those who have x; behind the table's
    end its last entry."""

    type: ClassVar[str] = "rank-table"
    peer: ClassVar[bool] = True
    by_place: ClassVar[bool] = True
    scores: tuple[float, ...]

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        return {"scores": [100, 95, 90, 85, 80, 75, 70, 65, 60]}

    def _ranks(self, x: Floats, higher: bool) -> Floats:
        """Whole ranks from 1 of values without gaps; equal is what agrees to 9 decimals."""
        ordered = np.round(x, SNAP_DECIMALS)
        return np.asarray(scipy.stats.rankdata(-ordered if higher else ordered, method="min"))

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        present = ~np.isnan(x)
        score = np.full(len(x), np.nan)
        places = self._ranks(x[present], higher).astype(np.intp)
        score[present] = np.array(self.scores)[np.minimum(places, len(self.scores)) - 1]
        return score

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        present = ~np.isnan(x)
        place = float(self._ranks(x[present], higher)[int(present[:i].sum())])
        score = self.scores[min(int(place), len(self.scores)) - 1]
        return Phrase("working-place", {"place": place, "people": float(present.sum()), "score": score})

    @property
    def highest(self) -> float | None:
        return max(self.scores, default=None)

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.scores:
            yield wrong("table-empty")
        if any(b > a for a, b in pairwise(self.scores)):
            yield wrong("table-rises")
