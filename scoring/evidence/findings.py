"""What a committee should look at first: everything that was found, on one scale, the largest first.

The scale is the share of the differences between totals (or of the weight) that a finding is about, so that
things of different kinds can be set beside each other. What chance alone may have brought is no finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from scoring.evidence.correlation import Evidence
from scoring.evidence.fairness import Floats, IndicatorTrust
from scoring.evidence.panel import Persistence
from scoring.evidence.teams import TeamShare

HEAVY = 1.5
"""An indicator decides more than it should where it has so many times its weight."""
IDLE = 0.5
"""An indicator hardly distinguishes where it has less than this of its weight, or where this share of people
stand at the cap."""
STEADY = 0.8
"""Totals are unsteady where surely less than this carries over to the next period."""


class Kind(StrEnum):
    """What a finding is about."""

    HEAVY = "heavy"
    IDLE = "idle"
    TEAMS = "teams"
    TENURE = "tenure"
    UNSTEADY = "unsteady"
    FORETOLD = "foretold"
    MISLED = "misled"
    UNTOLD = "untold"


@dataclass(frozen=True)
class Leading:
    """A finding: ``about`` names indicators, or what is foretold, ``figures`` what its sentence says,
    ``size`` the share of the differences (0 to 1) that it is about."""

    kind: Kind
    size: float
    about: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


def leading(
    trusts: Sequence[IndicatorTrust],
    intervals: Floats,
    teams: TeamShare,
    tenure: Evidence,
    totals: Persistence | None,
    outcomes: Mapping[tuple[str, ...], Evidence],
) -> tuple[Leading, ...]:
    """Everything that stands out, the largest first; correlations count as their square, and outcomes of
    which totals say nothing come last.

    Parameters
    ----------
    trusts, intervals : of :func:`indicator_trust` and :func:`effective_intervals`. teams : of
        :func:`team_share`. tenure : totals with time in service. totals : how steady totals are, None where
        there is no earlier period. outcomes : by what they are about, totals with
        what came later, positive the right way.
    """
    found = [*_weights(trusts, intervals), *_besides(teams, tenure)]
    if totals is not None and totals.value.high < STEADY:
        r = totals.value
        found.append(
            Leading(Kind.UNSTEADY, 1 - max(r.rho, 0.0), (), {"r": r.rho, "low": r.low, "high": r.high})
        )
    for about, one in outcomes.items():
        said = {"rho": one.rho, "low": one.low, "high": one.high, "people": float(one.people)}
        kind = (Kind.FORETOLD if one.rho > 0 else Kind.MISLED) if one.enough else Kind.UNTOLD
        found.append(Leading(kind, one.rho**2 if one.enough else 0.0, about, said))
    return tuple(sorted(found, key=lambda one: -one.size))


def is_heavy(trust: IndicatorTrust, low: float) -> bool:
    """Whether an indicator surely decides more than its weight, and much more."""
    return low > trust.nominal and trust.effective >= HEAVY * trust.nominal


def is_idle(trust: IndicatorTrust, high: float) -> bool:
    """Whether an indicator hardly distinguishes: surely below half its weight, or half the people at its
    cap."""
    return high < IDLE * trust.nominal or trust.at_cap >= IDLE


def _weights(trusts: Sequence[IndicatorTrust], intervals: Floats) -> list[Leading]:
    heavy = [t for t, (low, _) in zip(trusts, intervals, strict=True) if is_heavy(t, low)]
    idle = [t for t, (_, high) in zip(trusts, intervals, strict=True) if is_idle(t, high)]
    found = []
    for kind, group, sign in ((Kind.HEAVY, heavy, 1), (Kind.IDLE, idle, -1)):
        if not group:
            continue
        nominal, effective = sum(t.nominal for t in group), sum(t.effective for t in group)
        size = float(np.clip(sign * (effective - nominal), 0.0, 1.0))
        about = tuple(t.indicator for t in sorted(group, key=lambda t: -abs(t.effective - t.nominal)))
        found.append(Leading(kind, size, about, {"nominal": nominal, "effective": effective}))
    return found


def _besides(teams: TeamShare, tenure: Evidence) -> list[Leading]:
    """What the totals follow besides the work."""
    found = []
    if teams.enough:
        said = {"share": teams.share, "chance": teams.by_chance, "p": teams.p, "icc": teams.icc}
        found.append(Leading(Kind.TEAMS, max(teams.icc, 0.0), (), said))
    if tenure.enough:
        said = {"rho": tenure.rho, "low": tenure.low, "high": tenure.high}
        found.append(Leading(Kind.TENURE, tenure.rho**2, (), said))
    return found
