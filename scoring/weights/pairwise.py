"""Analytic hierarchy process: weights from judgements "how much more important is this than that".

T. L. Saaty, The Analytic Hierarchy Process (1980). Missing judgements: P. T. Harker, "Incomplete
pairwise comparisons in the analytic hierarchy process", Mathematical Modelling 9 (1987). Groups: the
geometric mean of the members' judgements (J. Aczél and T. L. Saaty, 1983).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.thresholds import LARGEST
from scoring.weights.derived import DerivedWeights, named

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RANDOM_INDEX = (0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""Saaty's random index of 1980, for 1, 2, … 15 criteria."""
RANDOM_INDEX_TABLE = "Saaty 1980"
ACCEPTABLE = 0.1
"""A consistency ratio above this asks for another look at the judgements."""
RECIPROCAL_TOLERANCE = 0.02
"""People write 0.33 for 1/3: so far may a_ij·a_ji be from 1."""


@dataclass(frozen=True)
class Judgement:
    """One comparison: `first` was called `given` times as important as `second`; the rest of the
    judgements imply `implied`."""

    first: str
    second: str
    given: float
    implied: float


@dataclass(frozen=True, eq=False)
class PairwiseWeights(DerivedWeights):
    """Weights with how consistent the judgements are.

    ``consistency_ratio`` is 0 for two criteria and None above 15, where there is no random index; for
    incomplete judgements it leans on the index of complete ones and so reads low. ``worst`` is the
    judgement without which the rest would agree best (None where all agree). ``members`` are the
    ratios of each member of a group.
    """

    largest_eigenvalue: float = 0.0
    consistency_index: float = 0.0
    consistency_ratio: float | None = 0.0
    random_index_table: str = RANDOM_INDEX_TABLE
    missing: int = 0
    worst: Judgement | None = None
    members: tuple[float | None, ...] = ()


def ahp(judgements: ArrayLike | Sequence[ArrayLike], names: Sequence[str] | None = None) -> PairwiseWeights:
    """Weights from pairwise judgements: the principal eigenvector ``A·w = λ·w``, ``Σw = 1``.

    ``CI = (λ − n)/(n − 1)``, ``CR = CI/RI(n)``. A missing judgement counts on the diagonal (Harker), which
    is as if it were the ratio of the weights themselves.

    Parameters
    ----------
    judgements : (n, n), a_ij how many times as important i is as j; NaN = no judgement. A judgement
        given on one side of the diagonal is enough. Or (k, n, n), one matrix for each member.
    names : the criteria.

    Raises
    ------
    AnalysisError : not square, not above 0, not reciprocal, or too few judgements to link all criteria.
    """
    given = np.asarray(judgements, dtype=float)
    if given.ndim not in (2, 3) or given.shape[-1] != given.shape[-2] or given.shape[-1] < 2:
        raise AnalysisError([Fault("judgements-shape", params={"shape": given.shape})])
    labels = named(names, given.shape[-1])
    refuse_beyond(given)
    group = [_reciprocal(matrix, labels) for matrix in (given if given.ndim == 3 else given[None])]
    logs = np.log(np.stack(group))
    known = ~np.isnan(logs)
    counts = known.sum(axis=0)
    total = np.where(known, logs, 0.0).sum(axis=0)
    joined = np.where(counts > 0, np.exp(total / np.maximum(counts, 1)), np.nan)
    result = _solved(joined, labels)
    members = tuple(_solved(m, labels).consistency_ratio for m in group) if len(group) > 1 else ()
    return PairwiseWeights(**{**vars(result), "worst": _worst(joined, labels, result), "members": members})


def _reciprocal(matrix: Floats, labels: tuple[str, ...]) -> Floats:
    """The matrix with a_ji = 1/a_ij throughout; NaN where neither side was judged."""
    faults = [
        Fault("judgement-positive", f"{labels[i]} / {labels[j]}", {"value": float(matrix[i, j])})
        for i, j in np.argwhere(~(matrix > 1 / LARGEST) & ~np.isnan(matrix))
    ]
    if faults:
        raise AnalysisError(faults)
    other = 1.0 / matrix.T
    both = np.where(np.isnan(matrix), other, np.where(np.isnan(other), matrix, np.sqrt(matrix * other)))
    apart = np.abs(matrix * matrix.T - 1.0) > RECIPROCAL_TOLERANCE
    np.fill_diagonal(both, np.where(np.isnan(np.diag(matrix)), 1.0, np.diag(both)))
    faults = [
        Fault(
            "judgement-reciprocal",
            f"{labels[i]} / {labels[j]}",
            {"value": float(matrix[i, j]), "other": float(matrix[j, i])},
        )
        for i, j in np.argwhere(np.triu(apart))
    ]
    if faults:
        raise AnalysisError(faults)
    return np.asarray(both, dtype=float)


def _solved(matrix: Floats, labels: tuple[str, ...]) -> PairwiseWeights:
    n = len(matrix)
    known = ~np.isnan(matrix)
    if not _linked(known):
        raise AnalysisError([Fault("judgements-unlinked")])
    weights, largest = _principal(matrix)
    index = max(0.0, (largest - n) / (n - 1))
    ratio: float | None = None
    if n <= len(RANDOM_INDEX):
        ratio = index / RANDOM_INDEX[n - 1] if n > 2 else 0.0
    return PairwiseWeights(
        "ahp",
        labels,
        weights,
        largest_eigenvalue=largest,
        consistency_index=index,
        consistency_ratio=ratio,
        missing=int((~known).sum() // 2),
    )


def _principal(matrix: Floats) -> tuple[Floats, float]:
    """Principal eigenvector (sum 1) and eigenvalue of a reciprocal matrix, gaps the way of Harker."""
    known = ~np.isnan(matrix)
    filled = np.where(known, matrix, 0.0)
    filled[np.diag_indices(len(matrix))] += (~known).sum(axis=1)
    values, vectors = np.linalg.eig(filled)
    top = int(np.argmax(values.real))
    vector = np.abs(vectors[:, top].real)
    return vector / vector.sum(), float(values[top].real)


def _linked(known: Bools) -> bool:
    """Whether every criterion is compared with every other, directly or through others."""
    reached = np.zeros(len(known), dtype=bool)
    reached[0] = True
    while True:
        further = reached | known[reached].any(axis=0)
        if (further == reached).all():
            return bool(reached.all())
        reached = further


def _as_said(first: str, second: str, given: float, implied: float) -> Judgement:
    """The judgement the way people say it: the more important one first."""
    if given < 1:
        first, second, given, implied = second, first, 1 / given, 1 / implied
    return Judgement(first, second, round(given, 9), implied)


def _worst(matrix: Floats, labels: tuple[str, ...], result: PairwiseWeights) -> Judgement | None:
    """The judgement whose withdrawal brings the rest closest to agreement."""
    if result.consistency_index < 1e-9:
        return None
    n = len(matrix)
    best: tuple[float, float] | None = None
    found = None
    for i in range(n):
        for j in range(i + 1, n):
            if np.isnan(matrix[i, j]):
                continue
            without = matrix.copy()
            without[i, j] = without[j, i] = np.nan
            if not _linked(~np.isnan(without)):
                continue
            weights, largest = _principal(without)
            implied = float(weights[i] / weights[j])
            # Where several would do as well, the one that is farthest off.
            merit = (round(largest, 9), -abs(np.log(matrix[i, j] / implied)))
            if best is None or merit < best:
                best, found = merit, _as_said(labels[i], labels[j], float(matrix[i, j]), implied)
    return found
