"""Weights derived from a period's scores, as a mirror beside those that people judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from access.actor import Actor
from access.permissions import Action, require
from scoring.weights import DerivedWeights, critic, entropy, standard_deviation
from workflow.errors import WorkflowError
from workflow.weighing.simulation import LabStart

Floats = NDArray[np.float64]
_METHODS: dict[str, Callable[[Floats, tuple[str, ...]], DerivedWeights]] = {
    "entropy": entropy,
    "critic": lambda matrix, names: critic(matrix, names=names),
    "standard-deviation": standard_deviation,
}
METHODS = ("equal", *_METHODS)


@dataclass(frozen=True)
class Derived:
    """Weights in points by indicator, from so many people's scores; ``constant`` are indicators on which
    all are alike (weight 0), ``kept`` those without scores in the period, which keep the scheme's weight."""

    weights: Mapping[str, float]
    people: int
    constant: tuple[str, ...]
    kept: tuple[str, ...]


def derived(actor: Actor, begun: LabStart, method: str) -> Derived:
    """Weights by one of METHODS from the scores of the last period that a trial looks at.

    Scores, not raw values: they are all better when higher, and in one unit. People with a gap are left out.

    Raises
    ------
    WorkflowError : no such method, or too few people with all scores.
    AnalysisError : no indicator tells anybody apart.
    """
    require(actor, Action.SIMULATE)
    scheme, sheet = begun.scheme, begun.sheets[-1].sheet
    if method == "equal":
        share = scheme.points / len(scheme.codes)
        return Derived(dict.fromkeys(scheme.codes, share), 0, (), ())
    if method not in _METHODS:
        raise WorkflowError("errors-weights-method", method=method, methods=", ".join(METHODS))
    ranked = sheet.scores[~np.isnan(sheet.ranks)]
    judged = np.array([len(ranked) > 0 and not np.isnan(column).all() for column in ranked.T], dtype=bool)
    matrix = ranked[:, judged]
    matrix = matrix[~np.isnan(matrix).any(axis=1)]
    if min(matrix.shape) < 2:
        raise WorkflowError("errors-derived-few", people=len(matrix))
    names = tuple(code for code, known in zip(scheme.codes, judged, strict=True) if known)
    found = _METHODS[method](matrix, names)
    kept = {i.code: i.weight for i in scheme.indicators if i.code not in found.by_name}
    room = scheme.points - sum(kept.values())
    weights = kept | {code: room * share for code, share in found.by_name.items()}
    return Derived({code: weights[code] for code in scheme.codes}, len(matrix), found.constant, tuple(kept))
