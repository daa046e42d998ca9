"""How firm a ranking on files is, what a scheme pays, and derived weights, as documents to rely on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from scoring import ScoreSheet, stability
from scoring.change.cliffs import cliffs
from scoring.change.payoff import typical_payoffs
from scoring.stability.sampled import SampledFlip
from scoring.stability.sheets import sheet_totals
from scoring.weights import BestWorst, DerivedWeights, PairwiseWeights

Ranges = Mapping[str, tuple[float, float]]


def stability_document(
    sheet: ScoreSheet,
    *,
    draws: int,
    seed: int,
    top: int,
    progress: Callable[[float], None] | None = None,
) -> dict[str, object]:
    """Stability intervals in points, smallest flips of neighbours, and rank acceptability of a sheet. Where
    totals are no straight lines in the weights, "exact" is false, and intervals and flips are those that the
    draws show.

    Raises
    ------
    AnalysisError : fewer than two ranked people.
    """
    people = sheet_totals(sheet).people
    codes = sheet.scheme.codes
    top = max(1, min(top, len(people) - 1))
    whole, first, flips = _firmness(sheet, draws, seed, top)
    shares = stability.sheet_acceptability(sheet, draws=draws, seed=seed, top=top, progress=progress)
    names = [grade.name for grade in sheet.scheme.grades]
    return {
        "exact": sheet.scheme.straight,
        "intervals": {code: list(interval) for code, interval in whole.items()},
        "top_intervals": {code: list(interval) for code, interval in first.items()},
        "top": top,
        "flips": [
            {
                "upper": u,
                "lower": v,
                "l1": l1,
                "weights": None if weights is None else dict(zip(codes, weights.tolist(), strict=True)),
            }
            for u, v, l1, weights in flips
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


def payoff_document(sheet: ScoreSheet) -> dict[str, object]:
    """What one more unit is worth to the person in the middle (null: it depends on who moves), and where
    totals jump, in points: of a rule at a value, a completion in percent or an excess over the target,
    `every` so much up to `last` for whole steps; of a condition at what it compares (`value` null: with
    another figure)."""
    return {
        "units": {
            code: None if points != points else points for code, points in typical_payoffs(sheet).items()
        },
        "cliffs": [
            {
                "on": one.on,
                "reads": one.reads if one.asked is None else None,
                "asked": None if one.asked is None else str(one.asked),
                "value": one.value,
                "every": one.every,
                "last": one.last,
                "effect": None if one.condition is None else one.condition.effect,
                "points": one.points,
                "most": one.most,
                "people": one.people,
            }
            for one in cliffs(sheet)
        ],
    }


def _firmness(
    sheet: ScoreSheet, draws: int, seed: int, top: int
) -> tuple[Ranges, Ranges, Sequence[SampledFlip]]:
    """Ranges of the weights for the whole order and for the first `top`, and the nearest flips."""
    if not sheet.scheme.straight:
        whole = stability.sheet_sampled(sheet, draws=draws, seed=seed)
        return (
            whole.ranges,
            stability.sheet_sampled(sheet, draws=draws, seed=seed, top=top).ranges,
            whole.flips,
        )
    flips = [
        SampledFlip(u, v, None if flip.weights is None else flip.l1, flip.weights)
        for u, v, flip in stability.sheet_flips(sheet)
    ]
    return stability.sheet_intervals(sheet), stability.sheet_intervals(sheet, top=top), flips


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
