"""Do the scores mean anything, and are they fair? What the committee looks at before and after a change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring.change.backtest import BackTest, back_test
from scoring.evidence.correlation import Evidence, spearman
from scoring.evidence.fairness import (
    IndicatorTrust,
    VarianceSplit,
    correlations,
    indicator_trust,
    variance_split,
)
from scoring.lint import LintSettings
from scoring.periods import Period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.results import scores

OVERLAP = 0.7
"""Two indicators correlated more strongly than this say much the same."""


@dataclass(frozen=True)
class Trust:
    """One period: each indicator, pairs that overlap (strongest first), teams against persons, and what the
    totals depend on besides the work."""

    people: int
    indicators: tuple[IndicatorTrust, ...]
    overlaps: tuple[tuple[str, str, float], ...]
    teams: VarianceSplit
    tenure: Evidence

    @property
    def flat(self) -> int:
        """Indicators that tell hardly anybody apart."""
        least = LintSettings().least_discrimination
        return sum(t.discrimination < least for t in self.indicators)

    @property
    def soft(self) -> int:
        """Indicators at whose cap most people stand."""
        return sum(t.at_cap > LintSettings().most_at_cap for t in self.indicators)


def trust(actor: Actor, db: Database, period: Period) -> Trust:
    """What the scores of a period are made of and what they depend on."""
    require(actor, Action.VIEW_BRANCH)

    def make() -> Trust:
        scored = scores.scored(db, [period])[0]
        sheet = scored.sheet
        matrix = correlations(sheet)
        pairs = [
            (a, b, float(matrix[i, j]))
            for i, a in enumerate(sheet.indicators)
            for j, b in enumerate(sheet.indicators[:i])
            if abs(matrix[i, j]) >= OVERLAP
        ]
        tenure = sheet.measurements.tenure_months
        months = np.full(len(sheet.people), np.nan) if tenure is None else tenure
        return Trust(
            int((~np.isnan(sheet.ranks)).sum()),
            tuple(indicator_trust(sheet)),
            tuple(sorted(pairs, key=lambda pair: -abs(pair[2]))),
            variance_split(sheet, [p.team_id or None for p in scored.people]),
            spearman(np.where(np.isnan(sheet.ranks), np.nan, sheet.exact), months),
        )

    return remembered(db, "trust", (period,), make)


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
        return back_test(
            {s.period: s.sheet for s in past},
            candidate,
            again=again,
        )

    return remembered(db, "back-test", (reference, period, count), make)
