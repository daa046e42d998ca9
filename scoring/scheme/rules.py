"""From value to indicator score: one small class for each rule of a scheme.

A rule turns a column of values (one indicator, the whole cohort) into scores. NaN stays NaN. Every
floor and cap is a parameter of the rule; there are no hidden ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from scoring.thresholds import highest_at, lowest_at, steps_reached

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Rule:
    """What all rules have in common; see the sub-classes for the formulas."""

    type: ClassVar[str]
    uses_target: ClassVar[bool] = False
    peer: ClassVar[bool] = False
    """Whether the result depends on the others in the cohort."""

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        """Scores before floor and cap."""
        raise NotImplementedError

    def evaluate(self, x: Floats, target: Floats, higher: bool) -> Floats:
        """Scores of a column.

        Parameters
        ----------
        x : (n,) values, NaN where missing.
        target : (n,) targets in the same unit; read by rules with ``uses_target`` only.
        higher : True where a higher value is better.
        """
        return self.unlimited(x, target, higher)

    @property
    def domain(self) -> tuple[float, float] | None:
        """Lowest and highest value that the rule takes; None: every number."""
        return None

    def outside(self, x: Floats) -> Bools | None:
        """Which values lie outside the domain; None where every number will do. NaN lies nowhere."""
        if self.domain is None:
            return None
        low, high = self.domain
        return (x < lowest_at(low)) | (x > highest_at(high))

    def gated(self, x: Floats, target: Floats) -> Bools | None:
        """Where the score is the floor because too little was attained; None: the rule has no such gate."""
        return None


@dataclass(frozen=True)
class Attainment(Rule):
    """``100·x/T``, or ``100·(2 − x/T)`` where lower is better, within [floor, cap].

    Where x/T is under `zero_below`, the score is the floor; higher is better only. T must be above 0.
    """

    type: ClassVar[str] = "attainment"
    uses_target: ClassVar[bool] = True
    cap: float = 120.0
    floor: float = 0.0
    zero_below: float | None = None

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        percent = 100.0 * x / target
        return percent if higher else 200.0 - percent

    def evaluate(self, x: Floats, target: Floats, higher: bool) -> Floats:
        score = self.unlimited(x, target, higher)
        np.clip(score, self.floor, self.cap, out=score)
        under = self.gated(x, target)
        if under is not None:
            score[under] = self.floor
        return score

    def gated(self, x: Floats, target: Floats) -> Bools | None:
        # The product, not the quotient: as large as the amounts themselves, so that a cent still counts.
        return None if self.zero_below is None else x < lowest_at(self.zero_below * target)


@dataclass(frozen=True)
class Piecewise(Rule):
    """Linear between `points` (x, score), flat outside; at an x given twice the later score holds."""

    type: ClassVar[str] = "piecewise"
    points: tuple[tuple[float, float], ...] = ()

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


@dataclass(frozen=True)
class Bands(Rule):
    """Left-closed steps: the score of the band with ``edges[j-1] ≤ x < edges[j]``."""

    type: ClassVar[str] = "bands"
    edges: tuple[float, ...] = ()
    scores: tuple[float, ...] = ()

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        result = np.array(self.scores, dtype=float)[steps_reached(x, self.edges)]
        return np.where(np.isnan(x), np.nan, result)


@dataclass(frozen=True)
class Deduction(Rule):
    """``max(floor, start − per_unit·x)``."""

    type: ClassVar[str] = "deduction"
    per_unit: float
    start: float = 100.0
    floor: float = 0.0

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        return self.start - self.per_unit * x

    def evaluate(self, x: Floats, target: Floats, higher: bool) -> Floats:
        return np.maximum(self.floor, self.unlimited(x, target, higher))


@dataclass(frozen=True)
class Direct(Rule):
    """``100·(x − lo)/(hi − lo)``; a value outside the scale is refused."""

    type: ClassVar[str] = "direct"
    scale: tuple[float, float] = (0.0, 100.0)

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        lo, hi = self.scale
        return 100.0 * (x - lo) / (hi - lo)

    @property
    def domain(self) -> tuple[float, float]:
        return self.scale


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
        share = (x - smallest) if higher else (largest - x)
        share *= (hi - lo) / (largest - smallest)
        if lo:
            share += lo
        return share


@dataclass(frozen=True)
class PeerZScore(Rule):
    """``mean ± sd·z`` with the cohort's mean and standard deviation; all equal: `mean`."""

    type: ClassVar[str] = "peer-zscore"
    peer: ClassVar[bool] = True
    mean: float = 75.0
    sd: float = 10.0
    ddof: int = 0
    floor: float | None = None
    cap: float | None = None

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        present = x[~np.isnan(x)]
        if not len(present):
            return x.copy()
        if present.min() == present.max():
            return np.where(np.isnan(x), np.nan, self.mean)
        z = (x - present.mean()) / present.std(ddof=self.ddof)
        return self.mean + (self.sd if higher else -self.sd) * z

    def evaluate(self, x: Floats, target: Floats, higher: bool) -> Floats:
        score = self.unlimited(x, target, higher)
        if self.floor is None and self.cap is None:
            return score
        return np.clip(score, self.floor, self.cap)


@dataclass(frozen=True)
class PeerPercentile(Rule):
    """``100·(rank − 0.5)/n`` with average ranks, the best highest."""

    type: ClassVar[str] = "peer-percentile"
    peer: ClassVar[bool] = True

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        present = ~np.isnan(x)
        score = np.full(len(x), np.nan)
        ranks = rankdata(x[present] if higher else -x[present])
        score[present] = 100.0 * (ranks - 0.5) / max(1, len(ranks))
        return score


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

    @property
    def domain(self) -> tuple[float, float]:
        return 0.0, 100.0


RULES: dict[str, type[Rule]] = {
    rule.type: rule
    for rule in (
        Attainment,
        Piecewise,
        Bands,
        Deduction,
        Direct,
        PeerMinMax,
        PeerZScore,
        PeerPercentile,
        Review,
    )
}
