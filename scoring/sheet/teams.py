"""Team results from their members'."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def team_totals(
    totals: Floats,
    shares: Floats,
    team_scores: Floats | None = None,
    team_share: float = 0.0,
) -> Floats:
    """Mean of members' totals weighted by their share of the period in the team.

    Parameters
    ----------
    totals : (n,) unrounded totals, NaN = does not count. shares : (n, t) share of the period, 0 to 1.
    team_scores : (t,) results on team indicators, mixed in with weight `team_share` (0 to 1).

    Returns
    -------
    (t,) team totals; NaN where no member counts.
    """
    counted = np.where(np.isnan(totals), 0.0, 1.0)[:, None] * shares
    weight = counted.sum(axis=0)
    total = np.full(shares.shape[1], np.nan)
    np.divide(np.nan_to_num(totals) @ counted, weight, out=total, where=weight > 0)
    if team_scores is None or not team_share:
        return total
    return np.where(np.isnan(team_scores), total, (1 - team_share) * total + team_share * team_scores)
