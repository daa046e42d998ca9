"""How much of the differences lies between teams, and how much of that chance alone would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.evidence.correlation import CONFIDENCE, FEWEST

Floats = NDArray[np.float64]

SHUFFLES = 4_000


@dataclass(frozen=True)
class TeamRow:
    """One team: its people, the mean and the sample standard deviation of their totals, and the 95 %
    interval of the mean (NaN with a single member)."""

    team: str
    people: int
    mean: float
    spread: float
    low: float
    high: float


@dataclass(frozen=True)
class TeamShare:
    """The share of the variance of totals between teams, over ``people`` in ``teams``; NaN where it cannot
    be had.

    ``share`` is η²; ``by_chance`` what it would be on average, and ``chance_high`` what it would stay under
    in 95 of 100 cases, if people had been put into teams at random; ``p`` how often it would then be as
    large. ``icc`` is the share beyond chance, ICC(1), with its interval; it may be below 0. Rows: the highest
    mean first.
    """

    people: int
    teams: int
    share: float
    by_chance: float
    chance_high: float
    p: float
    icc: float
    icc_low: float
    icc_high: float
    rows: tuple[TeamRow, ...]

    @property
    def enough(self) -> bool:
        """Whether teams differ more than chance would have it."""
        return self.people >= FEWEST and self.p < 1 - CONFIDENCE


def team_share(totals: ArrayLike, teams: Sequence[str | None], *, seed: int = 0) -> TeamShare:
    """η² of totals by team with its permutation test, and ICC(1) with the interval of the F test.

    ``η² = Σn_t(ȳ_t − ȳ)²/Σ(y − ȳ)²``, by chance ``(k − 1)/(n − 1)`` (R. A. Fisher, 1925); permutation test:
    P. Good, Permutation Tests (2000), ``p = (1 + hits)/(1 + shuffles)``. ``ICC(1) = (MSB − MSW)/(MSB +
    (n₀ − 1)·MSW)`` with ``n₀ = (n − Σn_t²/n)/(k − 1)``, interval by F/F_crit as P. E. Shrout and J. L. Fleiss
    (1979), for unequal teams after A. Donner (1979). Not by bootstrap: people drawn with replacement bring
    differences between teams of their own, so that its interval lies too high.

    Parameters
    ----------
    totals : (n,) totals, NaN = left out. teams : (n,) the team of each, None = left out.
    """
    given = np.asarray(totals, dtype=float)
    # In a settled order, so that the shuffles do not depend on the order of people.
    pairs = zip(teams, given.tolist(), strict=True)
    used = sorted((team, total) for team, total in pairs if team and total == total)
    names = sorted({team for team, _ in used})
    y = np.array([total for _, total in used])
    member = np.array([[team == name for name in names] for team, _ in used], dtype=float)
    member = member.reshape(len(used), len(names))
    size = member.sum(axis=0)
    rows = tuple(sorted((_row(name, y[member[:, k] > 0]) for k, name in enumerate(names)), key=_order))
    n, k = len(y), len(names)
    whole = float(((y - y.mean()) ** 2).sum()) if n else 0.0
    if k < 2 or n <= k or not whole > 0:
        nan = np.nan
        return TeamShare(n, k, nan, nan, nan, nan, nan, nan, nan, rows)
    centred = y - y.mean()
    between = float(((centred @ member) ** 2 / size).sum())
    drawn = np.random.default_rng(seed).permuted(np.tile(centred, (SHUFFLES, 1)), axis=1)
    shuffled = ((drawn @ member) ** 2 / size).sum(axis=1) / whole
    # Shuffles that are the same arrangement count as hits whatever the last binary digit says.
    hits = int((shuffled >= between / whole - 1e-12).sum())
    msb, msw = between / (k - 1), (whole - between) / (n - k)
    each = (n - float((size**2).sum()) / n) / (k - 1)
    tail = 1 - (1 - CONFIDENCE) / 2
    f = msb / msw if msw > 0 else np.inf
    bounds = (f / scipy.stats.f.ppf(tail, k - 1, n - k), f * scipy.stats.f.ppf(tail, n - k, k - 1))
    return TeamShare(
        people=n,
        teams=k,
        share=between / whole,
        by_chance=(k - 1) / (n - 1),
        chance_high=float(np.quantile(shuffled, CONFIDENCE)),
        p=(1 + hits) / (1 + SHUFFLES),
        icc=_icc(f, each),
        icc_low=_icc(bounds[0], each),
        icc_high=_icc(bounds[1], each),
        rows=rows,
    )


def _row(team: str, y: Floats) -> TeamRow:
    n, mean = len(y), float(y.mean())
    if n < 2:
        return TeamRow(team, n, mean, np.nan, np.nan, np.nan)
    spread = float(y.std(ddof=1))
    half = float(scipy.stats.t.ppf(1 - (1 - CONFIDENCE) / 2, n - 1)) * spread / n**0.5
    return TeamRow(team, n, mean, spread, mean - half, mean + half)


def _order(row: TeamRow) -> tuple[float, str]:
    return -row.mean, row.team


def _icc(f: float, each: float) -> float:
    return float((f - 1) / (f + each - 1)) if np.isfinite(f) else 1.0
