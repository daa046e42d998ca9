"""A scored period as pages and documents read it: the sheet, its people, its teams."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from data.arrays import team_of_most_days
from data.period_facts import PeriodFacts
from data.positions import seniority
from scoring import Scheme, ScoreSheet
from scoring.periods import Period
from scoring.ranking import competition_ranks
from scoring.rounding import round_half_up
from scoring.sheet.teams import team_totals

Days = Mapping[tuple[str, str], float]
"""(person, team) → share of the period's days in the team."""
Teams = Mapping[str, tuple[str, str]]
"""team → (name, English name)."""


@dataclass(frozen=True)
class PersonInfo:
    """A customer manager as of a period."""

    manager_id: str
    name: str
    name_en: str
    team_id: str
    team_name: str
    team_name_en: str
    position: str

    @property
    def seniority(self) -> int | None:
        """The post's place on the ladder, trainees at 0; None where it has none."""
        return seniority(self.position)


@dataclass(frozen=True)
class TeamScore:
    """A team's result; ``class_contributions`` and ``after_mean`` (see :class:`scoring.ScoreSheet`) are the
    means of its ranked members' by days in the team, and add up to its total."""

    team_id: str
    name: str
    name_en: str
    total: float
    rank: float
    people: int
    class_contributions: tuple[float, ...]
    after_mean: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class PeriodSheet:
    """A scored period: the sheet, its people in the sheet's order, and the teams, best first.

    ``sha256`` is the hash of the frozen result that is shown; None while nothing is published. ``days``
    and ``team_names`` are what the teams' results were made from.
    """

    period: str
    state: str
    sheet: ScoreSheet
    people: tuple[PersonInfo, ...]
    teams: tuple[TeamScore, ...]
    branch_total: float
    days: Days
    team_names: Teams
    sha256: str | None = None

    @property
    def scheme(self) -> Scheme:
        """The scheme that the period is scored by."""
        return self.sheet.scheme


def period_sheet(
    period: str,
    state: str,
    sheet: ScoreSheet,
    people: tuple[PersonInfo, ...],
    days: Days,
    teams: Teams,
    sha256: str | None = None,
) -> PeriodSheet:
    """A scored period with its teams, from the sheet and who was in which team for how long."""
    scores, branch = _teams(sheet, people, days, teams)
    return PeriodSheet(period, state, sheet, people, scores, branch, days, teams, sha256)


def of_facts(period: Period, state: str, sheet: ScoreSheet, known: PeriodFacts) -> PeriodSheet:
    """A scored period with the people and teams of the facts that it was scored from."""
    days, teams = known.team_days(period), known.teams(period.last_day)
    staff = known.staff(period.last_day)
    people = tuple(person(p, staff, days, teams) for p in sheet.people)
    return period_sheet(period.code, state, sheet, people, days, teams)


def person(manager_id: str, names: pd.DataFrame, days: Days, teams: Teams) -> PersonInfo:
    """A person of the table `names` (by id: name, name_en, position), in the team of most days."""
    mine = {(who, team): share for (who, team), share in days.items() if who == manager_id}
    team = team_of_most_days(mine).get(manager_id, "")
    team_name, team_en = teams.get(team, (team, team))
    row: Any = names.loc[manager_id]
    position = row["position"] if isinstance(row["position"], str) else ""
    return PersonInfo(manager_id, row["name"], row["name_en"], team, team_name, team_en, position)


def _teams(
    sheet: ScoreSheet, people: tuple[PersonInfo, ...], days: Days, teams: Teams
) -> tuple[tuple[TeamScore, ...], float]:
    """Team totals by days of their ranked members, and the branch's over all of them."""
    ids = [team for team in teams if any(p.team_id == team for p in people)]
    shares = np.array([[days.get((p.manager_id, team), 0.0) for team in ids] for p in people])
    shares = shares.reshape(len(people), len(ids))
    counted = np.where(np.isnan(sheet.ranks), np.nan, sheet.exact)
    totals = team_totals(counted, shares) if ids else np.empty(0)
    classes = sheet.class_contributions()
    parts = np.hstack([classes, sheet.after_mean])
    ranks = competition_ranks(round_half_up(totals, sheet.scheme.decimals))
    result = []
    for k, team in enumerate(ids):
        members = (shares[:, k] > 0) & ~np.isnan(counted)
        # By days, as the total is: the parts add up to it.
        by_days = shares[members, k] @ parts[members]
        points = by_days / shares[members, k].sum() if members.any() else np.zeros(parts.shape[1])
        result.append(
            TeamScore(
                *(team, *teams[team], float(totals[k]), float(ranks[k])),
                people=int(members.sum()),
                class_contributions=tuple(points[: classes.shape[1]].tolist()),
                after_mean=tuple(points[classes.shape[1] :].tolist()),
            )
        )
    branch = float(np.nanmean(counted)) if (~np.isnan(counted)).any() else math.nan
    return tuple(sorted(result, key=lambda t: (np.isnan(t.rank), t.rank))), branch
