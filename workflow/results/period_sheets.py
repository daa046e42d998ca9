"""A scored period as pages and documents read it: the sheet, its people, its teams."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

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
_AT_ONCE = 5_000_000
"""People times teams whose totals are one product of matrices."""


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
    return period_sheet(period.code, state, sheet, persons(sheet.people, staff, days, teams), days, teams)


def persons(ids: Sequence[str], names: pd.DataFrame, days: Days, teams: Teams) -> tuple[PersonInfo, ...]:
    """People of the table `names` (by id: name, name_en, position), each in the team of most days."""
    team_of = team_of_most_days(days)
    found = names.loc[list(ids)]
    columns = (found[column].tolist() for column in ("name", "name_en", "position"))
    result = []
    for manager_id, name, name_en, position in zip(ids, *columns, strict=True):
        team = team_of.get(manager_id, "")
        said = position if isinstance(position, str) else ""
        result.append(PersonInfo(manager_id, name, name_en, team, *teams.get(team, (team, team)), said))
    return tuple(result)


def _teams(
    sheet: ScoreSheet, people: tuple[PersonInfo, ...], days: Days, teams: Teams
) -> tuple[tuple[TeamScore, ...], float]:
    """Team totals by days of their ranked members, and the branch's over all of them."""
    there = {p.team_id for p in people}
    ids = [team for team in teams if team in there]
    counted = np.where(np.isnan(sheet.ranks), np.nan, sheet.exact)
    members, shares = _members(people, days, ids)
    totals = _totals(counted, members, shares)
    classes = sheet.class_contributions()
    parts = np.hstack([classes, sheet.after_mean])
    ranks = competition_ranks(round_half_up(totals, sheet.scheme.decimals))
    result = []
    for k, team in enumerate(ids):
        ranked = ~np.isnan(counted[members[k]])
        mine, share = members[k][ranked], shares[k][ranked]
        # By days, as the total is: the parts add up to it.
        points = share @ parts[mine] / share.sum() if len(mine) else np.zeros(parts.shape[1])
        result.append(
            TeamScore(
                *(team, *teams[team], float(totals[k]), float(ranks[k])),
                people=len(mine),
                class_contributions=tuple(points[: classes.shape[1]].tolist()),
                after_mean=tuple(points[classes.shape[1] :].tolist()),
            )
        )
    branch = float(np.nanmean(counted)) if (~np.isnan(counted)).any() else math.nan
    return tuple(sorted(result, key=lambda t: (np.isnan(t.rank), t.rank))), branch


def _members(
    people: Sequence[PersonInfo], days: Days, ids: Sequence[str]
) -> tuple[list[NDArray[np.intp]], list[NDArray[np.float64]]]:
    """Of each team the places of its members among `people`, in order, and their shares of the period."""
    row = {p.manager_id: i for i, p in enumerate(people)}
    found: dict[str, list[tuple[int, float]]] = {team: [] for team in ids}
    for (who, team), share in days.items():
        if team in found and who in row and share > 0:
            found[team].append((row[who], share))
    every = [sorted(found[team]) for team in ids]
    return [np.array([i for i, _ in one], dtype=np.intp) for one in every], [
        np.array([share for _, share in one]) for one in every
    ]


def _totals(
    counted: NDArray[np.float64], members: list[NDArray[np.intp]], shares: list[NDArray[np.float64]]
) -> NDArray[np.float64]:
    """The teams' totals: all at once, or one by one where people times teams would not fit into memory."""
    if len(counted) * len(members) > _AT_ONCE:
        alone = (
            team_totals(counted[who], share[:, None]) for who, share in zip(members, shares, strict=True)
        )
        return np.concatenate(list(alone))
    table = np.zeros((len(counted), len(members)))
    for k, (who, share) in enumerate(zip(members, shares, strict=True)):
        table[who, k] = share
    return team_totals(counted, table) if members else np.empty(0)
