"""Weights from judgements of how much more one matters than another: classes first, then within a class."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from scoring import Scheme
from scoring.weights import BestWorst, PairwiseWeights, ahp, best_worst, global_weights

Rows = Sequence[Sequence[float]]
Judged = PairwiseWeights | BestWorst
PAIRS, BEST_WORST = "ahp", "best-worst"
_METHODS: Mapping[str, Callable[[Rows, Sequence[str]], Judged]] = {
    PAIRS: ahp,
    BEST_WORST: lambda rows, names: best_worst(rows[0], rows[1], names),
}
METHODS = tuple(_METHODS)


class Judgements(NamedTuple):
    """What somebody judged by one of METHODS, by group: "" holds the classes that have indicators, in the
    scheme's order, a class its indicators.

    In pairs a group of n is (n, n), how many times as important each is as each; by the best and the worst it
    is (2, n): the best against each, each against the worst.
    """

    method: str
    groups: Mapping[str, Rows]


def weights_of(scheme: Scheme, judged: Judgements) -> tuple[dict[str, float], dict[str, Judged]]:
    """Weights in points from judgements, and what the method says about each group of them.

    A class without judgements keeps the proportions that the scheme gives it.

    Raises
    ------
    AnalysisError : judgements that the method cannot work on.
    """
    solve, groups = _METHODS[judged.method], groups_of(scheme)
    found = {"": solve(judged.groups[""], list(groups))}
    shares: dict[str, Mapping[str, float]] = {}
    for name, codes in groups.items():
        if name in judged.groups and len(codes) > 1:
            found[name] = solve(judged.groups[name], codes)
            shares[name] = found[name].by_name
        else:
            shares[name] = {code: scheme.by_code[code].weight for code in codes}
    joint = global_weights(found[""].by_name, shares)
    return {code: scheme.points * joint[code] for code in scheme.codes}, found


def groups_of(scheme: Scheme) -> dict[str, list[str]]:
    """The scheme's classes that have indicators, each with its indicators."""
    groups = {c: [i.code for i in scheme.indicators if i.class_ == c] for c in scheme.classes}
    return {name: codes for name, codes in groups.items() if codes}
