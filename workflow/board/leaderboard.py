"""The president's first question: how is the branch doing, who needs me?"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring import Scheme, ScoreSheet
from scoring.periods import Period, parse_period
from scoring.sheet.progress import Progress, progress
from workflow.growth import falling
from workflow.results import due, scores, shown
from workflow.results.period_sheets import PeriodSheet, PersonInfo, TeamScore


@dataclass(frozen=True)
class ManagerRow:
    """One manager's line; NaN and None where there is nothing or it is withheld.

    ``sparkline`` holds up to twelve totals; ``values`` and ``scores`` go by the scheme's indicators.
    ``quota_moved`` whether the quota of the best grades took the grade away.
    """

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
    after_mean: tuple[float, ...]
    """What is done to the sum of the contributions, see :class:`scoring.ScoreSheet`."""
    vetoed: bool
    class_rates: tuple[float, ...]
    kind_contributions: tuple[float, ...]
    """Points of the quantitative and of the qualitative indicators; ``kind_rates`` their mean scores."""
    kind_rates: tuple[float, ...]
    values: tuple[float, ...]
    scores: tuple[float, ...]
    sparkline: tuple[float, ...]
    falls: int
    """How many periods running the total has fallen, under one scheme."""


@dataclass(frozen=True)
class TeamRow:
    """One team's line; of its ``due`` members ``team.people`` are ranked."""

    team: TeamScore
    rank: float
    due: int
    rank_change: float
    total_change: float
    sparkline: tuple[float, ...]


@dataclass(frozen=True)
class Leaderboard:
    """Everything the page shows; managers by rank, who has none by total, who has neither last.

    Everybody who is due stands there once, also of whom nothing is there yet (``status`` "no-data").
    While a period is not ``settled`` ranks, grades and movements are withheld. ``breaks`` are the
    places in the sparklines at which another scheme begins.
    """

    period: str
    previous: str | None
    state: str
    sha256: str | None
    settled: bool
    scheme: Scheme
    branch_total: float
    branch_change: float
    managers: tuple[ManagerRow, ...]
    teams: tuple[TeamRow, ...]
    breaks: tuple[int, ...]
    periods: tuple[str, ...]
    progress: Progress
    weakest: tuple[int, float] | None
    """In which class the mean of everybody's scores is lowest, and that mean; None where nobody has any."""

    @property
    def when(self) -> Period:
        """The period."""
        return parse_period(self.period)

    @property
    def provisional(self) -> bool:
        """Whether it is not published, so that everything may still change."""
        return self.sha256 is None

    @property
    def scheme_changed(self) -> bool:
        """Whether the period before was under another scheme."""
        return bool(self.breaks) and self.breaks[-1] == len(self.periods) - 1

    @property
    def ranked(self) -> tuple[ManagerRow, ...]:
        """People who take part in the ranking."""
        return self._with("ranked")

    @property
    def protected(self) -> tuple[ManagerRow, ...]:
        """New joiners who are shown but not ranked."""
        return self._with("protected")

    @property
    def lacking(self) -> tuple[ManagerRow, ...]:
        """People with some data, but too little for a total."""
        return self._with("low-coverage", "blocked")

    @property
    def without(self) -> tuple[ManagerRow, ...]:
        """People of whom nothing is there yet."""
        return self._with("no-data")

    @property
    def falling(self) -> tuple[ManagerRow, ...]:
        """People whose total fell so many periods running that the scheme asks for a talk, most first."""
        found = (m for m in self.managers if m.falls >= self.scheme.result_use.falling)
        return tuple(sorted(found, key=lambda m: -m.falls))

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

    def _with(self, *statuses: str) -> tuple[ManagerRow, ...]:
        return tuple(m for m in self.managers if m.status in statuses)


def leaderboard(actor: Actor, db: Database, period: Period) -> Leaderboard:
    """The leaderboard of a period, with up to eleven periods before it."""
    require(actor, Action.VIEW_BRANCH)
    sheets = scores.history(actor, db, period, 12)
    return remembered(db, "leaderboard", period, lambda: _make(db, sheets))


def _make(db: Database, sheets: tuple[PeriodSheet, ...]) -> Leaderboard:
    now = sheets[-1]
    settled = shown.is_settled(db, now)
    # Places among those who happened to be there first are compared with nothing.
    before = sheets[-2] if len(sheets) > 1 and settled and shown.is_settled(db, sheets[-2]) else None
    breaks = tuple(k for k in range(1, len(sheets)) if sheets[k].scheme != sheets[k - 1].scheme)
    by_person = [dict(zip(s.sheet.people, s.sheet.totals.tolist(), strict=True)) for s in sheets]
    ranks_before = dict(zip(before.sheet.people, before.sheet.ranks, strict=True)) if before else {}
    sheet = now.sheet
    ranks = sheet.ranks if settled else np.full(len(sheet.people), math.nan)
    columns = zip(
        sheet.class_contributions().tolist(),
        sheet.after_mean.tolist(),
        sheet.class_rates().tolist(),
        sheet.kind_contributions().tolist(),
        sheet.kind_rates().tolist(),
        sheet.values.tolist(),
        sheet.scores.tolist(),
        strict=True,
    )
    falls, managers = falling.falls(db, sheets), []
    for i, (person, figures) in enumerate(zip(now.people, columns, strict=True)):
        totals = [period.get(person.manager_id, math.nan) for period in by_person]
        managers.append(
            ManagerRow(
                person,
                total=float(sheet.totals[i]),
                rank=float(ranks[i]),
                rank_change=float(ranks_before.get(person.manager_id, math.nan) - ranks[i]),
                total_change=_change(totals) if before else math.nan,
                grade=sheet.grades[i] if settled else None,
                status=sheet.status[i],
                coverage=float(sheet.coverage[i]),
                quota_moved=bool(sheet.quota_moved[i]) and settled,
                class_contributions=tuple(figures[0]),
                after_mean=tuple(figures[1]),
                vetoed=bool(sheet.vetoed[i]),
                class_rates=tuple(figures[2]),
                kind_contributions=tuple(figures[3]),
                kind_rates=tuple(figures[4]),
                values=tuple(figures[5]),
                scores=tuple(figures[6]),
                sparkline=tuple(totals),
                falls=falls.get(person.manager_id, 0),
            )
        )
    missing = due.without_data(db, now)
    managers += [_nothing(person, now, by_person) for person in missing]
    return Leaderboard(
        period=now.period,
        previous=before.period if before else None,
        state=now.state,
        sha256=now.sha256,
        settled=settled,
        scheme=now.scheme,
        branch_total=now.branch_total,
        branch_change=now.branch_total - before.branch_total if before else math.nan,
        managers=tuple(sorted(managers, key=lambda m: (_last(m.rank), _last(-m.total)))),
        teams=tuple(
            _team(team, sheets, before, settled, missing)
            for team in (*now.teams, *_without_members(now, missing))
        ),
        breaks=breaks,
        periods=tuple(s.period for s in sheets),
        progress=progress(sheet),
        weakest=_weakest(sheet),
    )


def _weakest(sheet: ScoreSheet) -> tuple[int, float] | None:
    rates = sheet.class_rates()
    there = ~np.isnan(rates).all(axis=0)
    if not there.any():
        return None
    means = np.full(rates.shape[1], np.inf)
    means[there] = np.nanmean(rates[:, there], axis=0)
    return int(np.argmin(means)), float(means.min())


def _last(key: float) -> float:
    return math.inf if math.isnan(key) else key


def _nothing(person: PersonInfo, now: PeriodSheet, by_person: list[dict[str, float]]) -> ManagerRow:
    """The line of somebody who is due and of whom nothing is there."""
    nothing = math.nan
    by_class = (nothing,) * len(now.scheme.classes)
    by_indicator = (nothing,) * len(now.scheme.codes)
    totals = tuple(period.get(person.manager_id, nothing) for period in by_person)
    return ManagerRow(
        person,
        *(nothing, nothing, nothing, nothing, None, "no-data", 0.0, False),
        *(by_class, (nothing,) * now.sheet.after_mean.shape[1], False, by_class, *2 * ((nothing, nothing),)),
        *(by_indicator, by_indicator, totals, 0),
    )


def _without_members(now: PeriodSheet, missing: tuple[PersonInfo, ...]) -> list[TeamScore]:
    """The teams of which nobody is on the sheet, by id: without a result."""
    there = {team.team_id for team in now.teams}
    nothing = math.nan
    classes, steps = (nothing,) * len(now.scheme.classes), (nothing,) * now.sheet.after_mean.shape[1]
    names = {p.team_id: (p.team_name, p.team_name_en) for p in missing if p.team_id not in there}
    return [TeamScore(team, *names[team], nothing, nothing, 0, classes, steps) for team in sorted(names)]


def _team(
    team: TeamScore,
    sheets: tuple[PeriodSheet, ...],
    before: PeriodSheet | None,
    settled: bool,
    missing: tuple[PersonInfo, ...],
) -> TeamRow:
    lines = [{t.team_id: t for t in s.teams}.get(team.team_id) for s in sheets]
    totals = [math.nan if line is None else line.total for line in lines]
    earlier = lines[-2].rank if before is not None and lines[-2] is not None else math.nan
    rank = team.rank if settled else math.nan
    status = zip(sheets[-1].people, sheets[-1].sheet.status, strict=True)
    members = sum(person.team_id == team.team_id and how != "protected" for person, how in status)
    return TeamRow(
        team,
        rank,
        due=members + sum(person.team_id == team.team_id for person in missing),
        rank_change=earlier - rank,
        total_change=_change(totals) if before else math.nan,
        sparkline=tuple(totals),
    )


def _change(totals: list[float]) -> float:
    return totals[-1] - totals[-2] if len(totals) > 1 else math.nan
