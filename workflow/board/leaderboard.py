"""The president's first question: how is the branch doing, who needs me?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from data.stores.intake import import_store
from scoring import Scheme
from scoring.periods import Period
from workflow.results import scores
from workflow.results.period_sheets import PeriodSheet, PersonInfo, TeamScore


@dataclass(frozen=True)
class ManagerRow:
    """One manager's line; ``sparkline`` holds up to twelve totals, NaN where there was none."""

    person: PersonInfo
    total: float
    rank: float
    rank_change: float
    total_change: float
    grade: str | None
    status: str
    coverage: float
    quota_moved: bool
    class_contributions: tuple[float, ...]
    class_rates: tuple[float, ...]
    sparkline: tuple[float, ...]
    falls: int
    """How many periods running the total has fallen."""


@dataclass(frozen=True)
class TeamRow:
    """One team's line."""

    team: TeamScore
    rank_change: float
    total_change: float
    sparkline: tuple[float, ...]


@dataclass(frozen=True)
class Leaderboard:
    """Everything the page shows; managers by rank, who has none last."""

    period: str
    previous: str | None
    state: str
    sha256: str | None
    scheme: Scheme
    branch_total: float
    branch_change: float
    managers: tuple[ManagerRow, ...]
    teams: tuple[TeamRow, ...]
    waiting_batches: int

    @property
    def ranked(self) -> int:
        """People with a rank."""
        return sum(not math.isnan(m.rank) for m in self.managers)

    @property
    def protected(self) -> int:
        """New joiners who are shown but not ranked."""
        return sum(m.status == "protected" for m in self.managers)

    @property
    def steepest_fall(self) -> ManagerRow | None:
        """Who lost most against the period before."""
        fallen = [m for m in self.managers if m.total_change < 0 and not math.isnan(m.rank)]
        return min(fallen, key=lambda m: m.total_change, default=None)

    @property
    def biggest_rise(self) -> TeamRow | None:
        """The team that gained most."""
        risen = [t for t in self.teams if t.total_change > 0]
        return max(risen, key=lambda t: t.total_change, default=None)


def leaderboard(actor: Actor, db: Database, period: Period) -> Leaderboard:
    """The leaderboard of a period, with up to eleven periods before it."""
    require(actor, Action.VIEW_BRANCH)
    sheets = scores.history(actor, db, period, 12)
    return remembered(db, "leaderboard", period, lambda: _make(db, sheets))


def _make(db: Database, sheets: tuple[PeriodSheet, ...]) -> Leaderboard:
    now = sheets[-1]
    before = sheets[-2] if len(sheets) > 1 else None
    by_person = [dict(zip(s.sheet.people, s.sheet.totals.tolist(), strict=True)) for s in sheets]
    ranks_before = dict(zip(before.sheet.people, before.sheet.ranks, strict=True)) if before else {}
    contributions, rates = now.sheet.class_contributions(), now.sheet.class_rates()
    managers = []
    for i, person in enumerate(now.people):
        totals = [period.get(person.manager_id, math.nan) for period in by_person]
        rank = float(now.sheet.ranks[i])
        managers.append(
            ManagerRow(
                person=person,
                total=float(now.sheet.totals[i]),
                rank=rank,
                rank_change=float(ranks_before.get(person.manager_id, math.nan)) - rank,
                total_change=_change(totals),
                grade=now.sheet.grades[i],
                status=now.sheet.status[i],
                coverage=float(now.sheet.coverage[i]),
                quota_moved=bool(now.sheet.quota_moved[i]),
                class_contributions=tuple(contributions[i].tolist()),
                class_rates=tuple(rates[i].tolist()),
                sparkline=tuple(totals),
                falls=_falls(totals),
            )
        )
    with db.read() as cursor:
        waiting = import_store.waiting(cursor)
    return Leaderboard(
        period=now.period,
        previous=before.period if before else None,
        state=now.state,
        sha256=now.sha256,
        scheme=now.scheme,
        branch_total=now.branch_total,
        branch_change=now.branch_total - before.branch_total if before else math.nan,
        managers=tuple(sorted(managers, key=lambda m: (math.isnan(m.rank), m.rank))),
        teams=tuple(_team(team, sheets) for team in now.teams),
        waiting_batches=waiting,
    )


def _team(team: TeamScore, sheets: tuple[PeriodSheet, ...]) -> TeamRow:
    lines = [{t.team_id: t for t in s.teams}.get(team.team_id) for s in sheets]
    totals = [math.nan if line is None else line.total for line in lines]
    earlier = lines[-2].rank if len(lines) > 1 and lines[-2] is not None else math.nan
    return TeamRow(team, earlier - team.rank, _change(totals), tuple(totals))


def _change(totals: list[float]) -> float:
    return totals[-1] - totals[-2] if len(totals) > 1 else math.nan


def _falls(totals: list[float]) -> int:
    falls = 0
    for change in reversed(np.diff(totals).tolist()):
        if not change < 0:
            break
        falls += 1
    return falls
