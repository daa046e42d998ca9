"""Rank correlation with an honest interval: what the data show, and when they show nothing.

Used for validity (do high scores go with good outcomes?) and for fairness (do scores follow the portfolio,
the area or the time in post?).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault

Floats = NDArray[np.float64]

CONFIDENCE = 0.95
FEWEST = 10
"""With fewer people a bootstrap interval means nothing."""
RESAMPLES = 2_000
_BLOCK = 4_000_000


@dataclass(frozen=True)
class Evidence:
    """Spearman's ρ over ``people`` with a percentile bootstrap interval; NaN where it cannot be had.

    ``enough`` is False where the interval spans 0 or there are fewer than ten people: then the answer is
    "not enough evidence", whatever ρ is.
    """

    rho: float
    low: float
    high: float
    people: int

    @property
    def enough(self) -> bool:
        """Whether the data say which way it goes."""
        return self.people >= FEWEST and (self.low > 0 or self.high < 0)


def spearman(x: ArrayLike, y: ArrayLike, *, seed: int = 0, resamples: int = RESAMPLES) -> Evidence:
    """``ρ = Pearson(rank x, rank y)`` with mean ranks for ties, and its 95 % bootstrap interval.

    C. Spearman, 1904; B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), people drawn
    with replacement, percentiles; a seed makes it repeat. People with a gap on either side are left out.

    Parameters
    ----------
    x, y : (n,) figures of the same people.
    """
    a, b = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if a.shape != b.shape or a.ndim != 1:
        raise AnalysisError([Fault("matrix-shape", params={"shape": (a.shape, b.shape)})])
    both = ~(np.isnan(a) | np.isnan(b))
    a, b = a[both], b[both]
    n = len(a)
    if n < 3 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return Evidence(np.nan, np.nan, np.nan, n)
    rng = np.random.default_rng(seed)
    found: list[Floats] = []
    size = max(1, _BLOCK // n)
    for start in range(0, resamples, size):
        drawn = rng.integers(0, n, (min(size, resamples - start), n))
        found.append(_rows(scipy.stats.rankdata(a[drawn], axis=1), scipy.stats.rankdata(b[drawn], axis=1)))
    # A draw in which all are alike has no correlation and is left out.
    values = np.concatenate(found)
    tail = 50 * (1 - CONFIDENCE)
    low, high = np.nanpercentile(values, [tail, 100 - tail])
    rho = float(_rows(scipy.stats.rankdata(a)[None], scipy.stats.rankdata(b)[None])[0])
    return Evidence(rho, float(low), float(high), n)


def refuse_look_ahead(known_on: Mapping[str, date], decided_on: date) -> None:
    """Refuse inputs that were not known when the decision was made.

    A back-test that scores people on what only became known later proves nothing; an outcome belongs to the
    other side of the comparison.

    Parameters
    ----------
    known_on : for each input the day on which it became known.

    Raises
    ------
    AnalysisError : names every input dated after the decision.
    """
    late = {name: day for name, day in known_on.items() if day > decided_on}
    if late:
        raise AnalysisError(
            [
                Fault("look-ahead", name, {"known": day.isoformat(), "decided": decided_on.isoformat()})
                for name, day in late.items()
            ]
        )


def validity(
    scores: ArrayLike,
    outcome: ArrayLike,
    *,
    decided_on: date,
    outcome_on: date,
    seed: int = 0,
) -> Evidence:
    """Spearman's ρ between totals decided on one day and an outcome that came later.

    Raises
    ------
    AnalysisError : an outcome that is not later than the decision, and so could have been part of it.
    """
    if outcome_on <= decided_on:
        params: dict[str, object] = {"outcome": outcome_on.isoformat(), "decided": decided_on.isoformat()}
        raise AnalysisError([Fault("outcome-too-early", params=params)])
    return spearman(scores, outcome, seed=seed)


def _rows(a: Floats, b: Floats) -> Floats:
    """Pearson's correlation of each row of a with the same row of b; NaN where a row is constant."""
    a = a - a.mean(axis=1, keepdims=True)
    b = b - b.mean(axis=1, keepdims=True)
    size = np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1))
    found = np.full(len(a), np.nan)
    np.divide((a * b).sum(axis=1), size, out=found, where=size > 0)
    return found


def proportion(hits: int, of: int, level: float = 0.95) -> tuple[float, float, float]:
    """A share with its exact interval: ``(hits/of, low, high)``, low and high from the beta distribution.

    C. J. Clopper and E. S. Pearson, Biometrika 26 (1934). Holds the level for any size of sample.

    Raises
    ------
    AnalysisError : nothing was looked at, or more hits than there were.
    """
    if not 0 <= hits <= of or of < 1:
        raise AnalysisError([Fault("matrix-shape", params={"shape": (hits, of)})])
    tail = (1.0 - level) / 2.0
    low = 0.0 if hits == 0 else float(scipy.stats.beta.ppf(tail, hits, of - hits + 1))
    high = 1.0 if hits == of else float(scipy.stats.beta.ppf(1.0 - tail, hits + 1, of - hits))
    return hits / of, low, high
