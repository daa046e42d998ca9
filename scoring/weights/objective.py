"""Weights from the data alone: how much each criterion tells people apart.

They describe the data, not the bank's aims: useful as a mirror beside judged weights. A criterion on
which all are alike gets weight 0 and is named.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.weights.derived import DerivedWeights, complete_matrix

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def entropy(matrix: ArrayLike, names: Sequence[str] | None = None) -> DerivedWeights:
    """Shannon entropy: ``p_ij = x_ij/Σ_i x_ij``, ``e_j = −Σ_i p_ij·ln p_ij/ln n``, ``w_j ∝ 1 − e_j``.

    C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981). Works on raw columns (0·ln 0 = 0);
    the direction of a criterion plays no part.

    Parameters
    ----------
    matrix : (n, m) alternatives × criteria, values ≥ 0.

    Raises
    ------
    AnalysisError : a gap, a negative value, or no criterion that differs.
    """
    values, labels = complete_matrix(matrix, names)
    if (values < 0).any():
        i, j = np.argwhere(values < 0)[0]
        params: dict[str, object] = {"row": int(i) + 1, "value": float(values[i, j])}
        raise AnalysisError([Fault("entropy-negative", labels[j], params)])
    varied = _varied(values)
    sums = np.where(varied, values.sum(axis=0), 1.0)
    share = values / sums
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    disorder = -(share * logs).sum(axis=0) / np.log(len(values))
    return _result("entropy", labels, np.where(varied, 1.0 - disorder, 0.0), varied)


def critic(
    matrix: ArrayLike,
    directions: Sequence[bool] | None = None,
    names: Sequence[str] | None = None,
) -> DerivedWeights:
    """CRITIC: ``C_j = σ_j·Σ_k (1 − r_jk)``, ``w_j = C_j/ΣC``: contrast times conflict.

    D. Diakoulaki, G. Mavrotas and L. Papayannakis, Computers & Operations Research 22 (1995). Columns are
    min-max scaled and turned by direction; σ is the sample standard deviation, r Pearson's correlation.

    Parameters
    ----------
    matrix : (n, m) alternatives × criteria. directions : True where higher is better (default: all).

    Raises
    ------
    AnalysisError : a gap, no criterion that differs, or criteria that all say the same.
    """
    values, labels = complete_matrix(matrix, names)
    varied = _varied(values)
    scaled = _scaled(values, varied)
    if directions is not None:
        if len(directions) != len(labels):
            raise AnalysisError(
                [Fault("criteria-names", params={"given": len(directions), "count": len(labels)})]
            )
        scaled = np.where(np.asarray(directions, dtype=bool), scaled, 1.0 - scaled)
    spread = np.where(varied, scaled.std(axis=0, ddof=1), 0.0)
    conflict = np.zeros(len(labels))
    if varied.sum() > 1:
        conflict[varied] = (1.0 - np.corrcoef(scaled[:, varied], rowvar=False)).sum(axis=1)
    elif varied.any():
        # One criterion alone has nobody to disagree with; it takes all the weight.
        conflict[varied] = 1.0
    return _result("critic", labels, spread * conflict, varied)


def standard_deviation(matrix: ArrayLike, names: Sequence[str] | None = None) -> DerivedWeights:
    """``w_j ∝`` standard deviation of the min-max scaled column, so that units do not matter.

    The statistical-variance family of objective weights; the divisor n or n − 1 cancels.

    Parameters
    ----------
    matrix : (n, m) alternatives × criteria.

    Raises
    ------
    AnalysisError : a gap, or no criterion that differs.
    """
    values, labels = complete_matrix(matrix, names)
    varied = _varied(values)
    return _result("standard-deviation", labels, _scaled(values, varied).std(axis=0), varied)


def _varied(values: Floats) -> Bools:
    return np.asarray(values.max(axis=0) > values.min(axis=0))


def _scaled(values: Floats, varied: Bools) -> Floats:
    low = values.min(axis=0)
    span = np.where(varied, values.max(axis=0) - low, 1.0)
    return np.asarray((values - low) / span)


def _result(method: str, labels: tuple[str, ...], merit: Floats, varied: Bools) -> DerivedWeights:
    total = merit.sum()
    if not varied.any():
        raise AnalysisError([Fault("no-variation")])
    if not total > 1e-12:
        raise AnalysisError([Fault("no-conflict")])
    constant = tuple(label for label, differs in zip(labels, varied, strict=True) if not differs)
    return DerivedWeights(method, labels, merit / total, constant)
