"""A scored period as pages and documents read it: the sheet, its people, its teams."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from data.arrays import Days
from data.period_facts import PeriodFacts
from data.positions import seniority
from scoring import Scheme, ScoreSheet
from scoring.periods import Period
from scoring.ranking import competition_ranks
from scoring.rounding import round_half_up
from scoring.sheet.teams import team_totals

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
    days, teams = known.facts.team_days(period), known.teams(period.last_day)
    people = persons(known, period, sheet.people)
    return period_sheet(period.code, state, sheet, people, days, teams)


def persons(known: PeriodFacts, period: Period, ids: Sequence[str]) -> tuple[PersonInfo, ...]:
    """People as of a period's end, each in the team of most days."""
    names, teams = known.staff(period.last_day), known.teams(period.last_day)
    row = dict(zip(names.index.tolist(), range(len(names)), strict=True))
    found = names.take([row[manager_id] for manager_id in ids])
    name, name_en = (found[column].tolist() for column in ("name", "name_en"))
    position = [said if isinstance(said, str) else "" for said in found["position"].tolist()]
    team = [team or "" for team in known.facts.teams(period, ids)]
    called = [teams.get(one) or (one, one) for one in team]
    team_name, team_name_en = [zh for zh, _ in called], [en for _, en in called]
    return tuple(map(PersonInfo, ids, name, name_en, team, team_name, team_name_en, position))


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
    ranks = competition_ranks(round_half_up(totals, sheet.scheme.decimals))
    # By days, as the total is: the parts add up to it.
    ranked = ~np.isnan(counted)
    held = _held(members, shares, len(people))[:, ranked]
    points = held @ np.hstack([classes, sheet.after_mean])[ranked]
    sizes = np.diff(held.indptr)
    points[sizes > 0] /= held.sum(axis=1)[sizes > 0, None]
    result = [
        TeamScore(
            *(team, *teams[team], total, rank),
            people=size,
            class_contributions=tuple(parts[: classes.shape[1]]),
            after_mean=tuple(parts[classes.shape[1] :]),
        )
        for team, total, rank, size, parts in zip(
            *(ids, totals.tolist(), ranks.tolist(), sizes.tolist(), points.tolist()), strict=True
        )
    ]
    branch = float(np.nanmean(counted)) if (~np.isnan(counted)).any() else math.nan
    return tuple(sorted(result, key=lambda t: (np.isnan(t.rank), t.rank))), branch


def _held(
    members: list[NDArray[np.intp]], shares: list[NDArray[np.float64]], people: int
) -> scipy.sparse.csr_array:
    """(teams, people) shares of the period."""
    ends = np.cumsum([0, *map(len, members)])
    if not members:
        return scipy.sparse.csr_array((0, people))
    return scipy.sparse.csr_array(
        (np.concatenate(shares), np.concatenate(members), ends), shape=(len(members), people)
    )


def _members(
    people: Sequence[PersonInfo], days: Days, ids: Sequence[str]
) -> tuple[list[NDArray[np.intp]], list[NDArray[np.float64]]]:
    """Of each team the places of its members among `people`, in order, and their shares of the period."""
    row = {p.manager_id: i for i, p in enumerate(people)}
    place = {team: k for k, team in enumerate(ids)}
    found = [
        (place[team], row[who], share)
        for (who, team), share in days.items()
        if share > 0 and team in place and who in row
    ]
    team, who, share = np.array(found).reshape(-1, 3).T
    order = np.lexsort((who, team))
    ends = np.cumsum(np.bincount(team.astype(np.intp), minlength=len(ids)))
    return np.split(who[order].astype(np.intp), ends)[:-1], np.split(share[order], ends)[:-1]


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
