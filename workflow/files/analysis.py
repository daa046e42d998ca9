"""How firm a ranking on files is, and derived weights, as the documents that others rely on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from scoring import ScoreSheet, stability
from scoring.sheet import RANKED
from scoring.weights import BestWorst, DerivedWeights, PairwiseWeights


def stability_document(
    sheet: ScoreSheet,
    *,
    draws: int,
    seed: int,
    top: int,
    progress: Callable[[float], None] | None = None,
) -> dict[str, object]:
    """Stability intervals in points, smallest flips of neighbours, and rank acceptability of a sheet.

    Raises
    ------
    AnalysisError : totals that are no straight lines in the weights, or fewer than two ranked people.
    """
    who = np.flatnonzero(sheet.status_index == RANKED)
    people = [sheet.people[i] for i in who]
    codes = sheet.scheme.codes
    top = max(1, min(top, len(people) - 1))
    whole = stability.sheet_intervals(sheet)
    first = stability.sheet_intervals(sheet, top=top)
    flips = stability.sheet_flips(sheet)
    shares = stability.sheet_acceptability(sheet, draws=draws, seed=seed, top=top, progress=progress)
    names = [grade.name for grade in sheet.scheme.grades]
    return {
        "intervals": {code: list(interval) for code, interval in whole.items()},
        "top_intervals": {code: list(interval) for code, interval in first.items()},
        "top": top,
        "flips": [
            {
                "upper": u,
                "lower": v,
                "l1": None if flip.weights is None else flip.l1,
                "weights": None
                if flip.weights is None
                else dict(zip(codes, flip.weights.tolist(), strict=True)),
            }
            for u, v, flip in flips
        ],
        "draws": draws,
        "seed": seed,
        "acceptability": dict(zip(people, shares.ranks.tolist(), strict=True)),
        "expected_rank": dict(zip(people, shares.expected_rank.tolist(), strict=True)),
        "top_probability": dict(zip(people, shares.top.tolist(), strict=True)),
        "grades": None
        if shares.grades is None
        else {
            person: dict(zip(names, row, strict=True))
            for person, row in zip(people, shares.grades.tolist(), strict=True)
        },
        "fragile": [
            {"upper": people[u], "lower": people[v], "swaps": share} for u, v, share in shares.fragile()
        ],
    }


def weights_document(found: DerivedWeights) -> dict[str, object]:
    """Derived weights as shares of 1, with what the method says about the input."""
    document: dict[str, object] = {"method": found.method, "weights": dict(found.by_name)}
    if found.constant:
        document["constant"] = list(found.constant)
    if isinstance(found, PairwiseWeights):
        worst = found.worst
        document |= {
            "consistency_ratio": found.consistency_ratio,
            "random_index": found.random_index_table,
            "largest_eigenvalue": found.largest_eigenvalue,
            "missing_judgements": found.missing,
            "worst_judgement": None if worst is None else vars(worst),
        }
    if isinstance(found, BestWorst):
        document |= {
            "consistency_ratio": found.consistency_ratio,
            "acceptable": found.acceptable,
            "xi": found.xi,
            "best": found.best,
            "worst": found.worst,
        }
    return document
