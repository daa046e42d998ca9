"""Trust in the numbers: what drives the totals, over the people who are ranked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.correlation import CONFIDENCE
from scoring.sheet import ScoreSheet
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]

DRAWS = 2_000


@dataclass(frozen=True, eq=False)
class IndicatorTrust:
    """One indicator in a sheet, over the ``people`` who are ranked and have a score.

    ``discrimination`` is the standard deviation over the mean (0: tells nobody apart), ``at_cap`` the share
    of people at the rule's cap, ``with_rest`` the correlation with the rest of the total (contributions less
    its own), ``nominal`` and ``effective`` its shares of the weights and of the variance of the total.
    """

    indicator: str
    people: int
    discrimination: float
    at_cap: float
    with_rest: float
    nominal: float
    effective: float


def indicator_trust(sheet: ScoreSheet) -> list[IndicatorTrust]:
    """Discrimination, share at the cap, item–rest correlation and effective weight of each indicator.

    ``effective_j = Cov(c_j, Σc)/Var(Σc)`` with c the contributions: the shares add up to 1, and one below 0
    says that the indicator works against the rest. M. Saisana and A. Saltelli; W. Becker et al., Ecological
    Indicators 80 (2017); item–rest: L. J. Cronbach.
    """
    who = ~np.isnan(sheet.ranks)
    if sheet.contributions is None or not who.any():
        return []
    points = sheet.contributions[who]
    total = points.sum(axis=1)
    spread = float(total.var())
    weights = sheet.scheme.weights
    found = []
    for j, indicator in enumerate(sheet.scheme.indicators):
        scores = sheet.scores[who, j]
        there = ~np.isnan(scores)
        known = scores[there]
        mean = float(known.mean()) if len(known) else np.nan
        cap = indicator.best
        own = points[:, j]
        found.append(
            IndicatorTrust(
                indicator.code,
                int(there.sum()),
                float(known.std() / abs(mean)) if len(known) and mean else np.nan,
                float((known >= lowest_at(cap)).mean()) if len(known) and cap is not None else np.nan,
                _correlation(own, total - own),
                float(weights[j] / weights.sum()),
                float(((own - own.mean()) * (total - total.mean())).mean() / spread)
                if spread > 0
                else np.nan,
            )
        )
    return found


def effective_intervals(sheet: ScoreSheet, *, seed: int = 0, draws: int = DRAWS) -> Floats:
    """(m, 2) 95 % percentile bootstrap interval of each ``effective`` weight of :func:`indicator_trust`; NaN
    where there is none.

    B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), people drawn with replacement: a
    draw is how often each person counts, so that covariances are matrix products.
    """
    found = np.full((len(sheet.indicators), 2), np.nan)
    who = ~np.isnan(sheet.ranks)
    n = int(who.sum())
    if sheet.contributions is None or n < 3:
        return found
    points = sheet.contributions[who]
    # In a settled order, so that the draws do not depend on the order of people.
    points = points[np.lexsort(points.T)]
    points = points - points.mean(axis=0)
    total = points.sum(axis=1)
    times = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), draws) / n
    mean, of_total = times @ points, times @ total
    together = times @ (points * total[:, None]) - mean * of_total[:, None]
    spread = times @ total**2 - of_total**2
    usable = spread > 1e-12
    if usable.any():
        tail = 50 * (1 - CONFIDENCE)
        shares = together[usable] / spread[usable, None]
        found[:] = np.percentile(shares, [tail, 100 - tail], axis=0).T
    return found


def correlations(sheet: ScoreSheet) -> Floats:
    """(m, m) Pearson correlations between indicator scores, over the ranked people who have both; NaN where
    one of the two tells nobody apart."""
    scores = sheet.scores[~np.isnan(sheet.ranks)]
    m = scores.shape[1]
    result = np.eye(m)
    for a in range(m):
        for b in range(a + 1, m):
            both = ~np.isnan(scores[:, a]) & ~np.isnan(scores[:, b])
            result[a, b] = result[b, a] = _correlation(scores[both, a], scores[both, b])
    return result


def _correlation(a: Floats, b: Floats) -> float:
    if len(a) < 3 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return float("nan")
    return float(np.corrcoef(a, b)[0, 1])
