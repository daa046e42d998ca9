"""Scores by the place among the others of the cohort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import scipy

from scoring.errors import Fault, Phrase
from scoring.scheme.rules.base import Floats, Rule, endless, wrong


@dataclass(frozen=True)
class PeerMinMax(Rule):
    """The cohort's worst gets `lo`, its best `hi`; all equal: everybody gets `hi`."""

    type: ClassVar[str] = "peer-minmax"
    peer: ClassVar[bool] = True
    range: tuple[float, float] = (0.0, 100.0)

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        lo, hi = self.range
        if not len(x):
            return x.copy()
        smallest, largest = x.min(), x.max()
        if np.isnan(smallest):
            if np.isnan(x).all():
                return x.copy()
            smallest, largest = np.nanmin(x), np.nanmax(x)
        if smallest == largest:
            return np.where(np.isnan(x), np.nan, hi)
        share: Floats = (x - smallest) if higher else (largest - x)
        share *= (hi - lo) / (largest - smallest)
        if lo:
            share += lo
        return share

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        lo, hi = self.range
        smallest, largest = float(np.nanmin(x)), float(np.nanmax(x))
        if smallest == largest:
            return Phrase("working-all-equal", {"score": hi})
        worst, best = (smallest, largest) if higher else (largest, smallest)
        figures = {"value": float(x[i]), "worst": worst, "best": best, "low": lo, "span": hi - lo}
        return Phrase("working-minmax" if higher else "working-minmax-lower", figures)

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.range[0] < self.range[1]:
            yield wrong("range-order")


@dataclass(frozen=True)
class PeerZScore(Rule):
    """``mean ± sd·z`` with the cohort's mean and standard deviation; all equal: `mean`."""

    type: ClassVar[str] = "peer-zscore"
    peer: ClassVar[bool] = True
    mean: float = 75.0
    sd: float = 10.0
    ddof: int = 0
    floor: float | None = None
    cap: float | None = endless(None)

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        present = x[~np.isnan(x)]
        if not len(present):
            return x.copy()
        if present.min() == present.max():
            return np.where(np.isnan(x), np.nan, self.mean)
        z: Floats = (x - present.mean()) / present.std(ddof=self.ddof)
        return self.mean + (self.sd if higher else -self.sd) * z

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        present = x[~np.isnan(x)]
        if present.min() == present.max():
            return Phrase("working-all-equal", {"score": self.mean})
        figures = {
            "value": float(x[i]),
            "average": float(present.mean()),
            "deviation": float(present.std(ddof=self.ddof)),
            "mean": self.mean,
            "sd": self.sd,
        }
        return Phrase("working-zscore" if higher else "working-zscore-lower", figures)

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        return self.floor, self.cap

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.sd > 0:
            yield wrong("sd")
        if self.ddof not in (0, 1):
            yield wrong("ddof")
        if self.floor is not None and self.cap is not None and not self.floor < self.cap:
            yield wrong("floor-cap")


@dataclass(frozen=True)
class PeerPercentile(Rule):
    """``100·(rank − 0.5)/n`` with average ranks, the best highest."""

    type: ClassVar[str] = "peer-percentile"
    peer: ClassVar[bool] = True

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        present = ~np.isnan(x)
        score = np.full(len(x), np.nan)
        ranks = scipy.stats.rankdata(x[present] if higher else -x[present])
        score[present] = 100.0 * (ranks - 0.5) / max(1, len(ranks))
        return score

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        present = x[~np.isnan(x)]
        # The rank from the worst upwards, the mean of the ranks among equals.
        worse = (present < x[i]).sum() if higher else (present > x[i]).sum()
        place = float(worse + ((present == x[i]).sum() + 1) / 2)
        return Phrase("working-percentile", {"place": place, "people": float(len(present))})
