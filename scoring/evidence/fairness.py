"""Fairness and trust in the numbers: what drives the scores besides the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.sheet import ScoreSheet
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]


class VarianceSplit(NamedTuple):
    """Variance of totals between teams and inside them; ``between_share`` (η²) is between / total."""

    between: float
    within: float
    between_share: float
    teams: int


@dataclass(frozen=True, eq=False)
class IndicatorTrust:
    """One indicator in a sheet, over the ``people`` who have a score.

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


def variance_split(sheet: ScoreSheet, teams: Sequence[str | None]) -> VarianceSplit:
    """One-way decomposition ``Σ(y − ȳ)² = Σ n_t(ȳ_t − ȳ)² + Σ(y − ȳ_t)²``, divided by n (R. A. Fisher, 1925).

    Parameters
    ----------
    teams : (n,) team of each person of the sheet; people without total or team are left out.
    """
    used = [k for k, team in enumerate(teams) if team is not None and not np.isnan(sheet.totals[k])]
    totals = sheet.exact[used]
    groups: dict[str, list[float]] = {}
    for k, total in zip(used, totals, strict=True):
        groups.setdefault(str(teams[k]), []).append(float(total))
    if not groups:
        return VarianceSplit(np.nan, np.nan, np.nan, 0)
    n, middle = len(totals), totals.mean()
    between = sum(len(g) * (np.mean(g) - middle) ** 2 for g in groups.values()) / n
    within = sum(((np.array(g) - np.mean(g)) ** 2).sum() for g in groups.values()) / n
    whole = between + within
    share = between / whole if whole > 0 else np.nan
    return VarianceSplit(float(between), float(within), float(share), len(groups))


def indicator_trust(sheet: ScoreSheet) -> list[IndicatorTrust]:
    """Discrimination, share at the cap, item–rest correlation and effective weight of each indicator.

    ``effective_j = Cov(c_j, Σc)/Var(Σc)`` with c the contributions: the shares add up to 1, and one below 0
    says that the indicator works against the rest. M. Saisana and A. Saltelli; W. Becker et al., Ecological
    Indicators 80 (2017); item–rest: L. J. Cronbach.
    """
    who = ~np.isnan(sheet.base)
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
        cap = indicator.rule.highest
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


def correlations(sheet: ScoreSheet) -> Floats:
    """(m, m) Pearson correlations between indicator scores, over the people who have both; NaN where one
    of the two tells nobody apart."""
    scores = sheet.scores
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
