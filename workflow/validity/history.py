"""Reliability: does a period's result come again in the next, and what would another version have said?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring.change.backtest import BackTest, back_test
from scoring.evidence.panel import Persistence, persistence
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.results import scores
from workflow.results.period_sheets import PeriodSheet

Floats = NDArray[np.float64]

PERIODS = 24
"""So far back reliability looks."""


@dataclass(frozen=True)
class Stretch:
    """Neighbouring periods under one scheme, or across a change (then ``before`` is not ``after``): how
    steady totals are from one to the next."""

    before: SchemeReference
    after: SchemeReference
    totals: Persistence


@dataclass(frozen=True)
class IndicatorSteadiness:
    """How steady an indicator's scores are under the scheme of the last period, over pairs in which it was
    measured anew; ``repeated`` pairs carried the same values over and say nothing. ``review``: whether people
    rate it."""

    indicator: str
    review: bool
    repeated: int
    scores: Persistence


@dataclass(frozen=True)
class Steadiness:
    """Reliability over ``periods`` up to one. ``totals`` is None where no two neighbouring periods share the
    last period's scheme."""

    periods: int
    first: str
    last: str
    stretches: tuple[Stretch, ...]
    indicators: tuple[IndicatorSteadiness, ...]

    @property
    def totals(self) -> Persistence | None:
        """Of the last period's scheme, without its changes."""
        if not self.stretches:
            return None
        last = self.stretches[-1]
        return last.totals if last.before == last.after else None


def steadiness(actor: Actor, db: Database, period: Period, count: int = PERIODS) -> Steadiness:
    """How far results come again from one period to the next, in the last `count` periods up to `period`."""
    require(actor, Action.VIEW_BRANCH)

    def make() -> Steadiness:
        sheets = scores.scored(db, scores.up_to(actor, db, period, count))
        return _steadiness(sheets)

    return remembered(db, "steadiness", (period, count), make)


def _steadiness(sheets: Sequence[PeriodSheet]) -> Steadiness:
    order = people_of(sheets)
    totals = np.stack([ranked_totals(s, order) for s in sheets])
    pairs: dict[tuple[SchemeReference, SchemeReference], list[tuple[int, int]]] = {}
    for k, (one, then) in enumerate(pairwise(sheets)):
        if parse_period(one.period).next() == parse_period(then.period):
            pairs.setdefault((one.scheme.reference, then.scheme.reference), []).append((k, k + 1))
    stretches = [Stretch(*key, persistence(totals, own)) for key, own in pairs.items()]
    last = sheets[-1].scheme
    rows = pairs.get((last.reference, last.reference), [])
    found = []
    for j, indicator in enumerate(last.indicators):
        figures = np.full(totals.shape, np.nan)
        values = np.full(totals.shape, np.nan)
        for k in sorted({k for pair in rows for k in pair}):
            sheet = sheets[k].sheet
            place = [order[p] for p in sheet.people]
            figures[k, place] = np.where(np.isnan(sheet.ranks), np.nan, sheet.scores[:, j])
            values[k, place] = sheet.values[:, j]
        fresh = [(a, b) for a, b in rows if not _alike(values[a], values[b])]
        found.append(
            IndicatorSteadiness(
                *(indicator.code, indicator.measure == "rating", len(rows) - len(fresh)),
                persistence(figures, fresh),
            )
        )
    return Steadiness(len(sheets), sheets[0].period, sheets[-1].period, tuple(stretches), tuple(found))


def _alike(a: Floats, b: Floats) -> bool:
    both = ~np.isnan(a) & ~np.isnan(b)
    return bool((a[both] == b[both]).all())


def people_of(sheets: Sequence[PeriodSheet]) -> dict[str, int]:
    """Everybody who is in any of the sheets, with a place of their own."""
    return {person: k for k, person in enumerate(sorted({p for s in sheets for p in s.sheet.people}))}


def ranked_totals(scored: PeriodSheet, order: dict[str, int]) -> Floats:
    """(n,) totals of the ranked people by their place in `order`, NaN for the others."""
    found = np.full(len(order), np.nan)
    sheet = scored.sheet
    place = [order[p] for p in sheet.people]
    found[place] = np.where(np.isnan(sheet.ranks), np.nan, sheet.exact)
    return found


def tested(
    actor: Actor, db: Database, reference: SchemeReference, period: Period, count: int = 12
) -> BackTest:
    """The last `count` periods up to `period`, as they were decided, beside a stored version."""
    require(actor, Action.SIMULATE)
    candidate = schemes.scheme(actor, db, reference).scheme

    def make() -> BackTest:
        periods = scores.up_to(actor, db, period, count)
        past = scores.scored(db, periods)
        # Each period again from the facts: a version may use indicators that the one in force does not.
        again = {s.period: s.sheet for s in scores.scored_under(db, periods, candidate)}
        return back_test({s.period: s.sheet for s in past}, candidate, again=again)

    return remembered(db, "back-test", (reference, period, count), make)
