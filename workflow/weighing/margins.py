"""How much room a trial leaves: how far each weight may still move, and how near the closest neighbours
are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from access.actor import Actor
from access.permissions import Action, require
from scoring import AnalysisError, ScoreSheet, stability
from scoring.stability import Interval
from workflow.weighing.simulation import Simulation

BAND_TOP = 3

Reason = Literal["locked", "alone", "bent", "few"]
"""Why no band can be given: the weight is locked, nothing beside it is free, totals are no straight lines
in the weights, or too few people are ranked."""


@dataclass(frozen=True)
class Margins:
    """By indicator the range of its weight in which the first BAND_TOP stay the first, or why there is
    none."""

    known: Mapping[str, Interval]
    lacking: Mapping[str, Reason]


@dataclass(frozen=True)
class Near:
    """Two neighbours of the ranking, and how many points of weight have to change hands until they draw
    level."""

    upper: str
    lower: str
    points: float


def bands(actor: Actor, outcome: Simulation, locked: Collection[str] = ()) -> Margins:
    """How far each weight of the trial may move before the first BAND_TOP are others, with the unlocked
    weights giving way in proportion as they do under the hand. (The whole order of many people changes with
    the slightest move, which would say nothing.)"""
    require(actor, Action.SIMULATE)
    sheet = outcome.comparisons[-1][1].after
    codes = sheet.scheme.codes
    try:
        known = stability.sheet_intervals(sheet, top=BAND_TOP, locked=locked)
    except AnalysisError:
        return Margins({}, dict.fromkeys(codes, _whole(sheet)))
    lacking: dict[str, Reason] = {
        code: "locked" if code in locked else "alone" for code in codes if code not in known
    }
    return Margins(known, lacking)


def _whole(sheet: ScoreSheet) -> Reason:
    return "few" if sheet.scheme.straight else "bent"


def nearest(actor: Actor, outcome: Simulation) -> Near | None:
    """The neighbours whom the least change of weights brings level; None where there are none such.

    Half the sum of all changes: what one weight loses another gains.
    """
    require(actor, Action.SIMULATE)
    sheet = outcome.comparisons[-1][1].after
    try:
        found = stability.nearest_flip(sheet)
    except AnalysisError:
        return None
    return None if found is None else Near(found[0], found[1], found[2].l1 / 2)
