"""The branch over a quarter or a year: the mean of its published months, and the order of those means."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring.periods import MONTHS, Period
from scoring.sheet.longer import mean_of_periods, ranks_over_periods
from workflow.errors import WorkflowError
from workflow.results import scores
from workflow.results.period_sheets import PeriodSheet, PersonInfo

KINDS = ("month", "quarter", "half-year", "year")
"""Kinds of periods, the shortest first."""
MOST_COLUMNS = 6
"""Up to so many parts each has a column of its own; more are a line."""


@dataclass(frozen=True)
class Mean:
    """Somebody's (or a team's) mean of the months that count; ``rank`` is NaN where fewer than half do.

    ``totals`` are those of the months, NaN where one does not count.
    """

    id: str
    name: str
    name_en: str
    team_name: str
    team_name_en: str
    mean: float
    rank: float
    counted: int
    totals: tuple[float, ...]


@dataclass(frozen=True)
class LongerBoard:
    """A longer period: its published parts out of ``expected``, means of people and teams, best first.

    ``scheme_changed`` : the parts are scored by different schemes, so that they do not compare.
    """

    period: Period
    parts: tuple[str, ...]
    expected: int
    scheme_changed: bool
    branch: float
    branch_totals: tuple[float, ...]
    people: tuple[Mean, ...]
    teams: tuple[Mean, ...]


def offered(actor: Actor, db: Database, kind: str) -> tuple[Period, ...]:
    """The periods of `kind` that have a published part of a shorter kind, earliest first."""
    require(actor, Action.VIEW_BRANCH)
    found = {
        p.period.as_kind(kind)
        for p in scores.periods(actor, db)
        if p.published and MONTHS[p.period.kind] < MONTHS[kind]
    }
    return tuple(sorted(found))


def longer(actor: Actor, db: Database, period: Period) -> LongerBoard:
    """A longer period from its published parts of the shortest kind there is.

    Raises
    ------
    WorkflowError : no part of it is published.
    """
    require(actor, Action.VIEW_BRANCH)
    published = [
        p.period
        for p in scores.periods(actor, db)
        if p.published
        and MONTHS[p.period.kind] < MONTHS[period.kind]
        and p.period.as_kind(period.kind) == period
    ]
    if not published:
        raise WorkflowError("errors-no-data", period=period.code)
    kind = min((p.kind for p in published), key=MONTHS.__getitem__)
    parts = [p for p in published if p.kind == kind]
    return remembered(db, "longer", period, lambda: _make(period, scores.scored(db, parts)))


def _make(period: Period, sheets: tuple[PeriodSheet, ...]) -> LongerBoard:
    last = sheets[-1]
    decimals, expected = last.scheme.decimals, period.length // _length(last)
    people: dict[str, PersonInfo] = {p.manager_id: p for sheet in sheets for p in sheet.people}
    ranked = [
        {
            who: total
            for who, total, rank in zip(s.sheet.people, s.sheet.totals.tolist(), s.sheet.ranks, strict=True)
            if rank == rank
        }
        for s in sheets
    ]
    teams = {t.team_id: t for sheet in sheets for t in sheet.teams}
    by_team = [{t.team_id: t.total for t in sheet.teams} for sheet in sheets]
    branch = np.array([[sheet.branch_total for sheet in sheets]])
    return LongerBoard(
        period,
        tuple(sheet.period for sheet in sheets),
        expected,
        any(sheet.scheme != last.scheme for sheet in sheets),
        float(mean_of_periods(branch, decimals)[0][0]),
        tuple(branch[0].tolist()),
        _means(
            [(p.manager_id, p.name, p.name_en, p.team_name, p.team_name_en) for p in people.values()],
            ranked,
            decimals,
        ),
        _means([(t.team_id, t.name, t.name_en, "", "") for t in teams.values()], by_team, decimals),
    )


def _length(sheet: PeriodSheet) -> int:
    return MONTHS[sheet.scheme.cycle]


def _means(
    who: list[tuple[str, str, str, str, str]], by_part: list[dict[str, float]], decimals: int
) -> tuple[Mean, ...]:
    totals = np.array([[part.get(one[0], math.nan) for part in by_part] for one in who])
    means, counted = mean_of_periods(totals, decimals)
    ranks = ranks_over_periods(means, counted, len(by_part))
    columns = zip(who, means.tolist(), ranks.tolist(), counted.tolist(), totals.tolist(), strict=True)
    found = [Mean(*one, mean, rank, n, tuple(row)) for one, mean, rank, n, row in columns]
    return tuple(sorted(found, key=lambda m: (math.isnan(m.rank), m.rank, -m.mean if m.counted else 0)))
