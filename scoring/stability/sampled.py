"""What sampling gives where totals are no straight lines in the weights: ranges and flips that were seen, no
bounds."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.ranking import competition_ranks
from scoring.rounding import round_half_up
from scoring.sheet import ScoreSheet
from scoring.stability.sampling import draw_weights
from scoring.stability.sheets import sheet_totals

Floats = NDArray[np.float64]


class SampledFlip(NamedTuple):
    """Two neighbours of the ranking and the nearest weights drawn that put the lower one level or ahead, with
    their distance in points (sum of absolute differences); None where no draw has it."""

    upper: str
    lower: str
    l1: float | None
    weights: Floats | None


class Sampled(NamedTuple):
    """``ranges``: for each weight the lowest and highest drawn under which the first are the same, or the
    whole order; ``flips`` of neighbours; ``draws`` how many there were."""

    ranges: Mapping[str, tuple[float, float]]
    flips: tuple[SampledFlip, ...]
    draws: int


def sheet_sampled(sheet: ScoreSheet, *, draws: int = 1_000, seed: int = 0, top: int | None = None) -> Sampled:
    """Weights drawn around the scheme's own (see :func:`sheet_acceptability`), every total made as the sheet
    makes it. Without `top` the whole order is what has to stay.

    Raises
    ------
    AnalysisError : fewer than two people are ranked.
    """
    totals = sheet_totals(sheet)
    present = totals.weights
    drawn = np.vstack([present, draw_weights(present, draws, np.random.default_rng(seed))])
    found = np.clip(totals.means(drawn) + totals.offsets, 0.0, totals.ceilings)
    ranks = np.stack([competition_ranks(round_half_up(row, sheet.scheme.decimals)) for row in found])
    compared = ranks if top is None else np.where(ranks <= top, 1.0, 2.0)
    same = (compared == compared[0]).all(axis=1)
    ranges = {
        code: (float(drawn[same, j].min()), float(drawn[same, j].max()))
        for j, code in enumerate(sheet.scheme.codes)
    }
    distance = np.abs(drawn - present).sum(axis=1)
    order = np.argsort(-found[0], kind="stable")
    flips = []
    for upper, lower in pairwise(order.tolist()):
        level = np.flatnonzero(found[:, lower] >= found[:, upper])
        pair = (totals.people[upper], totals.people[lower])
        if len(level):
            nearest = level[distance[level].argmin()]
            flips.append(SampledFlip(*pair, float(distance[nearest]), drawn[nearest]))
        else:
            flips.append(SampledFlip(*pair, None, None))
    return Sampled(ranges, tuple(flips), draws)
