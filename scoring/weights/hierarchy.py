"""Weights judged level by level: classes among themselves, then the indicators of each class."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond


def global_weights(
    classes: Mapping[str, float], within: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """``w_j = W_c·v_j/Σ_c v``: an indicator's share of all weight is its class's share times its share of
    the class (global priorities; T. L. Saaty, The Analytic Hierarchy Process, 1980, ch. 3).

    Parameters
    ----------
    classes : weights of the classes, in any unit. within : by class the weights of its indicators, in any
        unit; a class without indicators is left out, as if it had not been judged.

    Returns
    -------
    Shares of 1 by indicator.

    Raises
    ------
    AnalysisError : a negative weight, a class that was not judged, or nothing above 0.
    """
    held = {name: given for name, given in within.items() if given}
    total = sum(classes.get(name, 0.0) for name in held)
    numbers = [*classes.values(), *(v for given in held.values() for v in given.values())]
    refuse_beyond(numbers)
    if not total > 0 or not all(number >= 0 for number in numbers):
        raise AnalysisError([Fault("points-negative")])
    shares: dict[str, float] = {}
    for name, given in held.items():
        part = sum(given.values())
        if name not in classes or not part > 0:
            raise AnalysisError([Fault("points-negative")])
        shares |= {code: classes[name] / total * weight / part for code, weight in given.items()}
    return shares
