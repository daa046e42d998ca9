"""Everything about a period's validity at once: for the page, the command line and other programs."""

from __future__ import annotations

from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from scoring.evidence.findings import Leading, leading
from scoring.periods import Period
from workflow.validity import history, one_period, outcomes
from workflow.validity.history import PERIODS, Steadiness
from workflow.validity.one_period import Trust
from workflow.validity.outcomes import Told


@dataclass(frozen=True, eq=False)
class Report:
    """What is known of a period's validity; ``findings`` the largest first."""

    period: Period
    trust: Trust
    steadiness: Steadiness
    told: tuple[Told, ...]
    findings: tuple[Leading, ...]


def report(actor: Actor, db: Database, period: Period, count: int = PERIODS) -> Report:
    """The figures of a period, of the `count` periods up to it, and of what came after them."""
    require(actor, Action.VIEW_BRANCH)
    trust = one_period.trust(actor, db, period)
    steadiness = history.steadiness(actor, db, period, count)
    told = outcomes.told(actor, db, period, count)
    found = leading(
        trust.indicators,
        trust.intervals,
        trust.teams,
        trust.tenure,
        steadiness.totals,
        {(one.outcome, str(one.scheme)): one.totals for one in told},
    )
    return Report(period, trust, steadiness, told, found)
