"""Scored periods: stored facts put through the engine under the scheme in force."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data import queries
from data.arrays import measurements_for
from data.database import Database
from scoring import Scheme, ScoreSheet, score
from scoring.periods import Period, parse_period
from scoring.ranking import competition_ranks, round_half_up
from scoring.teams import team_totals
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.memo import remembered


@dataclass(frozen=True)
class PeriodInfo:
    """A period with data."""

    code: str
    state: str
    people: int


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


@dataclass(frozen=True)
class TeamScore:
    """A team's result; ``class_contributions`` is the mean of its ranked members'."""

    team_id: str
    name: str
    name_en: str
    total: float
    rank: float
    people: int
    class_contributions: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class PeriodSheet:
    """A scored period: the sheet, its people in the sheet's order, and the teams, best first."""

    period: str
    state: str
    sheet: ScoreSheet
    people: tuple[PersonInfo, ...]
    teams: tuple[TeamScore, ...]
    branch_total: float

    @property
    def scheme(self) -> Scheme:
        """The scheme that the period is scored by."""
        return self.sheet.scheme


def periods(actor: Actor, db: Database) -> tuple[PeriodInfo, ...]:
    """Every period with data, earliest first. The list itself says nothing about anybody."""

    def make() -> tuple[PeriodInfo, ...]:
        with db.read() as cursor:
            return tuple(PeriodInfo(*row) for row in queries.periods_with_data(cursor))

    return remembered(db, "periods", (), make)


def period_sheet(actor: Actor, db: Database, period: str, scheme: Scheme | None = None) -> PeriodSheet:
    """The scored period, under the scheme in force or under `scheme`.

    Raises
    ------
    WorkflowError : no data in the period, or no scheme in force.
    """
    require(actor, Action.VIEW_BRANCH)
    if scheme is None:
        return scored(db, [period])[0]
    return _score(db, [period], scheme)[0]


def history(actor: Actor, db: Database, period: str, count: int = 12) -> tuple[PeriodSheet, ...]:
    """The scored periods up to `period`, earliest first, at most `count`."""
    require(actor, Action.VIEW_BRANCH)
    return scored(db, codes_up_to(actor, db, period, count))


def codes_up_to(actor: Actor, db: Database, period: str, count: int) -> list[str]:
    """The last `count` periods with data up to `period`, of the same kind."""
    last = parse_period(period)
    same = [p.code for p in periods(actor, db) if parse_period(p.code).kind == last.kind]
    return [code for code in same if parse_period(code) <= last][-count:]


def scored(db: Database, codes: Sequence[str]) -> tuple[PeriodSheet, ...]:
    """Scored periods for workflow modules that have asked `access` themselves."""
    return remembered(db, "scored", tuple(codes), lambda: _score(db, codes, None))


def scored_under(db: Database, codes: Sequence[str], scheme: Scheme) -> tuple[PeriodSheet, ...]:
    """The same under one given scheme."""
    key = (tuple(codes), scheme.canonical_hash())
    return remembered(db, "scored-under", key, lambda: _score(db, codes, scheme))


def _score(db: Database, codes: Sequence[str], scheme: Scheme | None) -> tuple[PeriodSheet, ...]:
    order = [parse_period(code) for code in codes]
    under = {p.code: scheme or schemes.in_force(db, p) for p in order}
    with db.read() as cursor:
        facts = queries.facts(cursor, _periods_read(order, under))
        states = {code: state for code, state, _ in queries.periods_with_data(cursor)}
        names = facts.people.set_index("manager_id") if facts.people is not None else None
        teams = queries.teams(cursor)
        days = {p.code: queries.team_days(cursor, p) for p in order}
    result = []
    for period in order:
        sheet = score(under[period.code], measurements_for(under[period.code], period, facts))
        if not sheet.people:
            raise WorkflowError("errors-no-data", period=period.code)
        people = tuple(_person(p, names, days[period.code], teams) for p in sheet.people)
        scores, branch = _teams(sheet, people, days[period.code], teams)
        result.append(
            PeriodSheet(period.code, states.get(period.code, "collecting"), sheet, people, scores, branch)
        )
    return tuple(result)


def _periods_read(order: Sequence[Period], under: dict[str, Scheme]) -> list[str]:
    """The periods whose values are read: those asked for, and earlier ones that may be carried."""
    codes = {p.code for p in order}
    for period in order:
        for indicator in under[period.code].indicators:
            if indicator.frequency is None:
                continue
            longer = period.as_kind(indicator.frequency)
            codes |= {longer.code, longer.previous().code}
            codes |= {period.shift(-k).code for k in range(1, 2 * longer.length // period.length + 1)}
    return sorted(codes)


def _person(manager_id: str, names, days, teams) -> PersonInfo:  # type: ignore[no-untyped-def]
    mine = {team: share for (person, team), share in days.items() if person == manager_id}
    team = max(mine, key=mine.__getitem__, default="")
    team_name, team_en = teams.get(team, (team, team))
    row = names.loc[manager_id]
    position = row["position"] if isinstance(row["position"], str) else ""
    return PersonInfo(manager_id, row["name"], row["name_en"], team, team_name, team_en, position)


def _teams(sheet, people, days, teams) -> tuple[tuple[TeamScore, ...], float]:  # type: ignore[no-untyped-def]
    """Team totals by days of their ranked members, and the branch's over all of them."""
    ids = [team for team in teams if any(p.team_id == team for p in people)]
    shares = np.array([[days.get((p.manager_id, team), 0.0) for team in ids] for p in people])
    shares = shares.reshape(len(people), len(ids))
    counted = np.where(np.isnan(sheet.ranks), np.nan, sheet.exact)
    totals = team_totals(counted, shares) if ids else np.empty(0)
    classes = sheet.class_contributions()
    ranks = competition_ranks(round_half_up(totals, sheet.scheme.decimals))
    result = []
    for k, team in enumerate(ids):
        members = (shares[:, k] > 0) & ~np.isnan(counted)
        points = classes[members].mean(axis=0) if members.any() else np.zeros(classes.shape[1])
        result.append(
            TeamScore(
                *(team, *teams[team], float(totals[k]), float(ranks[k])),
                people=int(members.sum()),
                class_contributions=tuple(points.tolist()),
            )
        )
    branch = float(np.nanmean(counted)) if (~np.isnan(counted)).any() else math.nan
    return tuple(sorted(result, key=lambda t: (np.isnan(t.rank), t.rank))), branch
