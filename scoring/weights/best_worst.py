"""Best–worst method: weights from comparing all criteria with the best one and with the worst one.

J. Rezaei, "Best-worst multi-criteria decision-making method: Some properties and a linear model",
Omega 64 (2016). Consistency of the input: F. Liang, M. Brunelli and J. Rezaei, Omega 96 (2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import ArrayLike

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.weights.derived import DerivedWeights, named

THRESHOLDS = {
    3: (0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667),
    4: (0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683),
    5: (0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960),
    6: (0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262),
    7: (0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403),
    8: (0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657),
    9: (0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662),
}
"""Up to which ratio of the input judgements pass as consistent: a row for each a_BW of 3–9, in it 3–9
criteria (Liang, Brunelli and Rezaei, 2020)."""
FEWEST = 3
"""Criteria from which on judgements can contradict one another."""


@dataclass(frozen=True, eq=False)
class BestWorst(DerivedWeights):
    """Weights with ``xi``, the largest miss of a comparison in the linear model (0 = all agree), and
    ``consistency_ratio`` of the judgements themselves (0 = fully consistent, 1 = worst possible).

    ``acceptable`` is the ratio up to which they pass (None where the source has none: an a_BW other than 3–9,
    fewer than 3 or more than 9 criteria), ``breaks`` the criterion whose two comparisons fit a_BW least
    (None where all fit).
    """

    best: str = ""
    worst: str = ""
    xi: float = 0.0
    consistency_ratio: float = 0.0
    acceptable: float | None = None
    breaks: str | None = None


def best_worst(
    best_to_others: ArrayLike, others_to_worst: ArrayLike, names: Sequence[str] | None = None
) -> BestWorst:
    """Weights by the linear model.

    ``min ξ  subject to  |w_B − a_Bj·w_j| ≤ ξ,  |w_j − a_jW·w_W| ≤ ξ,  Σw = 1,  w ≥ 0``;
    ``CR = max_j |a_Bj·a_jW − a_BW| / (a_BW² − a_BW)``.

    Parameters
    ----------
    best_to_others : (m,) how many times as important the best criterion is as each (1 for itself).
    others_to_worst : (m,) how many times as important each criterion is as the worst (1 for itself).

    Raises
    ------
    AnalysisError : lengths that differ, a judgement below 1, or no criterion that is best or worst.
    """
    over, under = np.asarray(best_to_others, dtype=float), np.asarray(others_to_worst, dtype=float)
    if over.ndim != 1 or over.shape != under.shape or len(over) < 2:
        raise AnalysisError([Fault("best-worst-shape", params={"best": over.shape, "worst": under.shape})])
    labels = named(names, len(over))
    refuse_beyond([over, under])
    low = [labels[k] for k in range(len(over)) if not (over[k] >= 1 and under[k] >= 1)]
    if low:
        raise AnalysisError([Fault("best-worst-below-one", label) for label in low])
    if not (over == 1).any() or not (under == 1).any():
        raise AnalysisError([Fault("best-worst-no-one")])
    # Several may be called equal to the best: the one farthest above the worst speaks for them.
    best = max(np.flatnonzero(over == 1), key=lambda k: under[k])
    worst = max((k for k in np.flatnonzero(under == 1) if k != best), key=lambda k: over[k], default=best)
    m = len(over)
    rows = []
    for j in range(m):
        for plus, minus, times in ((best, j, over[j]), (j, worst, under[j])):
            if plus == minus:
                continue
            row = np.zeros(m + 1)
            row[plus] += 1.0
            row[minus] -= times
            rows += [np.append(row[:-1], -1.0), np.append(-row[:-1], -1.0)]
    solved = scipy.optimize.linprog(
        np.append(np.zeros(m), 1.0),
        A_ub=np.array(rows),
        b_ub=np.zeros(len(rows)),
        A_eq=np.append(np.ones(m), 0.0)[None],
        b_eq=[1.0],
        bounds=[(0, None)] * (m + 1),
        method="highs",
    )
    # Equal weights always satisfy the constraints with some ξ, so there is a solution.
    assert solved.x is not None and solved.fun is not None
    span = over[worst]
    miss = np.abs(over * under - span)
    ratio = float(miss.max() / (span * span - span)) if span > 1 else 0.0
    weights = np.asarray(solved.x[:m], dtype=float)
    return BestWorst(
        "best-worst",
        labels,
        weights / weights.sum(),
        best=labels[best],
        worst=labels[worst],
        xi=float(solved.fun),
        consistency_ratio=ratio,
        acceptable=_acceptable(float(span), m),
        breaks=labels[int(miss.argmax())] if ratio > 0 else None,
    )


def _acceptable(span: float, count: int) -> float | None:
    row = THRESHOLDS.get(int(span)) if span == int(span) else None
    place = count - FEWEST
    return row[place] if row is not None and 0 <= place < len(row) else None
