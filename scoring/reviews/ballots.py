"""From what raters said on their forms to a mean of each rater, and what a person makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from scoring.reviews.confidentiality import LOWEST, SPAN
from scoring.reviews.release import Figure, total
from scoring.thresholds import lowest_at

APART = 1.0
"""Steps of the scale from which on a person's own view and the others' are told to differ."""
Place = tuple[str, str, str]
"""Person, measure, group."""


@dataclass(frozen=True)
class Ballot:
    """What one rater of a group said about a person: levels 1–5 by item. ``rater`` is "" in a confidential
    group."""

    ratee: str
    group: str
    levels: Mapping[str, int]
    rater: str = ""


def rater_means(
    ballots: Iterable[Ballot], measures: Mapping[str, Sequence[str]]
) -> dict[Place, list[tuple[str, float]]]:
    """For every person, measure and group the mean of each rater over the items of the measure that the rater
    could judge, with who it was ("" where that is not known). Whoever could judge none of them has none."""
    means: dict[Place, list[tuple[str, float]]] = {}
    for ballot in ballots:
        for measure, items in measures.items():
            levels = [ballot.levels[item] for item in items if item in ballot.levels]
            if levels:
                place = (ballot.ratee, measure, ballot.group)
                means.setdefault(place, []).append((ballot.rater, fmean(levels)))
    return means


def others_view(figures: Mapping[str, Figure], weights: Mapping[str, float]) -> float:
    """What the others' figures say together, on the scale 1–5; NaN where none counts. `weights` by group;
    groups count alike where there are none."""
    others = {group: figure for group, figure in figures.items() if group != "self"}
    return LOWEST + SPAN * total(others, weights or dict.fromkeys(others, 1.0)) / 100


def own_view(own: float, others: float) -> Literal["", "blind-spot", "hidden-strength"]:
    """Whether a person thinks at least a step better of oneself than the others do, or worse; "" where
    neither, or where one of the two is not known (NaN)."""
    if own - others >= lowest_at(APART):
        return "blind-spot"
    return "hidden-strength" if others - own >= lowest_at(APART) else ""


def figures_hash(figures: Iterable[tuple[Place, Figure]]) -> str:
    """SHA-256 of figures as they stand, whatever their order: what a certificate is bound to."""
    lines = sorted(f"{tuple(place)} {figure}" for place, figure in figures)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
