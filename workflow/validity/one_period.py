"""What the totals of one period are made of, and what they follow besides the work."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring.evidence import findings
from scoring.evidence.correlation import Evidence, spearman
from scoring.evidence.fairness import IndicatorTrust, correlations, effective_intervals, indicator_trust
from scoring.evidence.teams import TeamShare, team_share
from scoring.periods import Period
from workflow.results import scores

Floats = NDArray[np.float64]

OVERLAP = 0.7
"""Two indicators correlated more strongly than this say much the same."""


@dataclass(frozen=True, eq=False)
class Trust:
    """One period over its ranked ``people`` (of ``due`` who should have a total).

    ``intervals``: (m, 2) of the effective weights; ``matrix``: (m, m) correlations of the indicators, in the
    order of ``indicators``; ``teams`` names teams by their ids, ``team_names`` has (Chinese, English).
    """

    people: int
    due: int
    indicators: tuple[IndicatorTrust, ...]
    intervals: Floats
    matrix: Floats
    teams: TeamShare
    team_names: dict[str, tuple[str, str]]
    tenure: Evidence

    @property
    def overlaps(self) -> tuple[tuple[str, str, float], ...]:
        """Pairs of indicators that say much the same, the strongest first."""
        codes = [one.indicator for one in self.indicators]
        pairs = [
            (a, b, float(self.matrix[i, j]))
            for i, a in enumerate(codes)
            for j, b in enumerate(codes[:i])
            if abs(self.matrix[i, j]) >= OVERLAP
        ]
        return tuple(sorted(pairs, key=lambda pair: -abs(pair[2])))

    @property
    def heavy(self) -> int:
        """Indicators that decide much more than their weight."""
        both = zip(self.indicators, self.intervals, strict=True)
        return sum(findings.is_heavy(one, low) for one, (low, _) in both)

    @property
    def idle(self) -> int:
        """Indicators that hardly distinguish."""
        both = zip(self.indicators, self.intervals, strict=True)
        return sum(findings.is_idle(one, high) for one, (_, high) in both)


def trust(actor: Actor, db: Database, period: Period) -> Trust:
    """What the totals of a period are made of and what they depend on."""
    require(actor, Action.VIEW_BRANCH)

    def make() -> Trust:
        scored = scores.scored(db, [period])[0]
        sheet = scored.sheet
        ranked = np.where(np.isnan(sheet.ranks), np.nan, sheet.exact)
        tenure = sheet.measurements.tenure_months
        months = np.full(len(sheet.people), np.nan) if tenure is None else tenure
        indicators = tuple(indicator_trust(sheet))
        return Trust(
            people=int((~np.isnan(ranked)).sum()),
            due=len(sheet.people),
            indicators=indicators,
            intervals=effective_intervals(sheet)[: len(indicators)],
            matrix=correlations(sheet)[: len(indicators), : len(indicators)],
            teams=team_share(ranked, [p.team_id or None for p in scored.people]),
            team_names=dict(scored.team_names),
            tenure=spearman(ranked, months),
        )

    return remembered(db, "trust", period, make)
