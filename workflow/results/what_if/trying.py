"""Try it yourself: other figures of one's own, and what they would give. Nothing is stored."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from data.stores import indicator_store
from scoring.change import trying
from scoring.change.trying import Movable
from scoring.periods import Period
from scoring.scheme import Indicator, Scheme
from workflow.errors import WorkflowError
from workflow.results import shown
from workflow.results.card.peers import FEWEST_PEERS
from workflow.results.period_sheets import PeriodSheet, PersonInfo


@dataclass(frozen=True)
class Figure:
    """A figure that can be moved, with its names by language. ``shut``: it is not, as its score would tell
    the figures of a few others."""

    movable: Movable
    name: Mapping[str, str]
    shut: bool


@dataclass(frozen=True)
class Line:
    """An indicator of the person's: its score and the points it brings, NaN where there is none.
    ``others``: others' figures move its score."""

    indicator: Indicator
    score: float
    points: float
    others: bool


@dataclass(frozen=True)
class Outcome:
    """What a set of figures gives: total and grade (None where there is none), the next better grade with the
    points that are missing and whether what it asks besides holds; each indicator's line."""

    total: float
    grade: str | None
    better: str | None
    gap: float
    asks: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Trial:
    """A person's figures of a period to be moved, and the ``present`` outcome by the same arithmetic.

    ``posted`` are total and grade as they are shown; the grade is None while the period is not settled.
    ``quotas``: the scheme limits how many may have a grade, which is left aside. ``vetoed``: a veto holds.
    """

    person: PersonInfo
    period: Period
    scheme: Scheme
    figures: tuple[Figure, ...]
    present: Outcome
    posted: tuple[float, str | None]
    vetoed: bool
    quotas: bool


def trial(actor: Actor, db: Database, manager_id: str, period: Period) -> Trial:
    """What a person can move in a period, and where it stands.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the person has no result in the period, or the actor is not shown the period yet.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    found, i = _sheet(actor, db, manager_id, period)
    settled = shown.is_settled(db, found)

    def names() -> dict[str, dict[str, str]]:
        with db.read() as cursor:
            return {
                one.code: {"zh": one.name, "en": one.name_en} for one in indicator_store.indicators(cursor)
            }

    known = remembered(db, "library-names", None, names)
    scheme = found.scheme
    peers = int((~np.isnan(found.sheet.ranks)).sum())
    figures = []
    for one in trying.movable(found.sheet, manager_id):
        own = scheme.by_code.get(one.code)
        name = own.name if own is not None else known.get(one.code, {"zh": one.code, "en": one.code})
        figures.append(Figure(one, name, _tells(scheme, one.code) and peers < FEWEST_PEERS))
    sheet = found.sheet
    return Trial(
        person=found.people[i],
        period=period,
        scheme=scheme,
        figures=tuple(figures),
        present=_outcome(found, manager_id, {}),
        posted=(float(sheet.totals[i]), sheet.grades[i] if settled else None),
        vetoed=bool(sheet.vetoed[i]),
        quotas=any(grade.quota is not None for grade in scheme.grades),
    )


def outcome(
    actor: Actor, db: Database, manager_id: str, period: Period, values: Mapping[str, float]
) -> Outcome:
    """What would come out with other values of the person's figures, everybody else being as they are.

    Raises
    ------
    AccessDenied, WorkflowError : as :func:`trial`; a code that cannot be moved, or a value that is no number.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    found, _ = _sheet(actor, db, manager_id, period)
    open_ = {f.movable.code for f in trial(actor, db, manager_id, period).figures if not f.shut}
    for code, value in values.items():
        if code not in open_ or not math.isfinite(value):
            raise WorkflowError("errors-try-figure", indicator=code)
    return _outcome(found, manager_id, values)


def _sheet(actor: Actor, db: Database, manager_id: str, period: Period) -> tuple[PeriodSheet, int]:
    (found,) = shown.sheets(db, actor, [period])
    row = found.sheet.measurements.row.get(manager_id)
    if row is None:
        raise WorkflowError("errors-person-unknown", period=period.code, manager=manager_id)
    return found, row


def _tells(scheme: Scheme, code: str) -> bool:
    """Whether a score that rests on others' figures too is read off this one."""
    return any(
        scheme.others_move(i) and code in {i.code, *(c for _, f in i.formulas for c in scheme.reads(f))}
        for i in scheme.indicators
    )


def _outcome(found: PeriodSheet, manager_id: str, values: Mapping[str, float]) -> Outcome:
    scheme, made = found.scheme, trying.tried(found.sheet, manager_id, values)
    i = found.sheet.measurements.row[manager_id]
    weighs = found.sheet.effective_weights[i] > 0
    lines = tuple(
        Line(indicator, float(score), float(points), scheme.others_move(indicator))
        for indicator, score, points, counts in zip(
            scheme.indicators, made.scores, made.points, weighs, strict=True
        )
        if counts or not math.isnan(score)
    )
    return Outcome(made.total, made.grade, made.better, made.gap, made.asks, lines)
