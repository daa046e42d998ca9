"""What every derivation of weights gives, and the checks that all of them need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class DerivedWeights:
    """(m,) weights as shares of 1; ``constant`` names the criteria that told nothing apart."""

    method: str
    names: tuple[str, ...]
    weights: Floats
    constant: tuple[str, ...] = ()

    @property
    def by_name(self) -> Mapping[str, float]:
        """The weights by the criteria's names."""
        return dict(zip(self.names, self.weights.tolist(), strict=True))


def named(names: Sequence[str] | None, count: int) -> tuple[str, ...]:
    """The names given, or 1, 2, 3 …; refused where there are not as many as criteria."""
    if names is None:
        return tuple(str(k + 1) for k in range(count))
    if len(names) != count or len(set(names)) != count:
        raise AnalysisError([Fault("criteria-names", params={"given": len(names), "count": count})])
    return tuple(names)


def complete_matrix(matrix: ArrayLike, names: Sequence[str] | None) -> tuple[Floats, tuple[str, ...]]:
    """Alternatives × criteria without gaps, at least two of each side, and the criteria's names."""
    values = np.asarray(matrix, dtype=float)
    if values.ndim != 2 or min(values.shape) < 2:
        raise AnalysisError([Fault("matrix-shape", params={"shape": values.shape})])
    labels = named(names, values.shape[1])
    if not np.isfinite(values).all():
        i, j = np.argwhere(~np.isfinite(values))[0]
        raise AnalysisError([Fault("matrix-gap", labels[j], {"row": int(i) + 1})])
    refuse_beyond(values)
    return values, labels
