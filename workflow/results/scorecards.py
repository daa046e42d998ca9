"""A manager's questions: where do I stand, why, what changed, what can I do? And how it went over time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from access.actor import Actor
from access.permissions import Action, allowed, require
from data.cache import remembered
from data.database import Database
from data.stores import indicator_store
from scoring import Comparison, Scheme
from scoring.change.lift import Lift, lift
from scoring.change.steps import TotalChange, total_change
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from scoring.scheme.rules import Rule
from scoring.sheet.explain import Explanation, IndicatorStep
from workflow.errors import WorkflowError
from workflow.results import due, scores, shown
from workflow.results.card.adjustments import Adjustments, adjustments
from workflow.results.card.origins import Origin, Presence, origins, presence
from workflow.results.card.peers import NO_BAND, Band, Halves, halves, middle_half
from workflow.results.period_sheets import PeriodSheet, PersonInfo


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator of a scorecard; ``lost`` are the points under full marks, peers by position.
    ``alike``: of each period whether its scores were made by the rule of this one, so that they compare."""

    step: IndicatorStep
    lost: float
    peer_low: float
    peer_high: float
    scores: tuple[float, ...]
    values: tuple[float, ...]
    targets: tuple[float, ...]
    value_bands: tuple[tuple[float, float], ...]
    score_bands: tuple[tuple[float, float], ...]
    alike: tuple[bool, ...]
    origin: Origin | None


@dataclass(frozen=True)
class Change:
    """Why the total changed: the steps of the total, the same by factor, and the names of indicators that
    only the earlier scheme has."""

    steps: TotalChange
    parts: dict[str, float]
    names: Mapping[str, Mapping[str, str]]
    scheme_changed: bool


Uncompared = Literal["earliest", "not-there", "no-total-then", "no-total-now", "not-additive"]
"""Why there is no comparison with the period before: none is known, the person has no result in it, or either
result has no total; or the scheme does not add up contributions."""


@dataclass(frozen=True)
class Scorecard:
    """One person's result in one period with what led to it; ``sha256`` is the frozen result's hash, None
    while it is provisional. Rank, grade and coefficient are withheld while the period is not ``settled``.
    ``change`` or ``uncompared`` is None. ``exact`` is the total before rounding. ``measures`` are the names
    of what the scheme's expressions may read, by language."""

    person: PersonInfo
    period: str
    scheme: Scheme
    state: str
    sha256: str | None
    settled: bool
    periods: tuple[str, ...]
    total: float
    exact: float
    vetoed: bool
    class_contributions: tuple[float, ...]
    kind_contributions: tuple[float, ...]
    """Points of the quantitative and of the qualitative indicators."""
    after_mean: tuple[float, ...]
    adjustments: Adjustments
    presence: Presence
    rank: float
    ranked: int
    grade: str | None
    coefficient: float | None
    coverage: float
    status: str
    total_change: float
    rank_change: float
    lift: Lift
    lines: tuple[IndicatorLine, ...]
    explanation: Explanation
    measures: Mapping[str, Mapping[str, str]]
    change: Change | None
    uncompared: Uncompared | None
    totals: tuple[float, ...]
    peer_low: tuple[float, ...]
    peer_high: tuple[float, ...]
    schemes: tuple[SchemeReference, ...]

    @property
    def when(self) -> Period:
        """The period of the result."""
        return parse_period(self.period)


def people(actor: Actor, db: Database, period: Period) -> tuple[PersonInfo, ...]:
    """Whose scorecards the actor may open in a period, also of whom nothing is there yet."""
    if actor.role == "manager":
        require(actor, Action.VIEW_SCORECARD, actor.manager_id)
        (found,) = shown.sheets(db, actor, [period])
        return tuple(p for p in found.people if p.manager_id == actor.manager_id)
    require(actor, Action.VIEW_SCORECARD)
    return shown.sheets(db, actor, [period])[0].people + without_data(actor, db, period)


def without_data(actor: Actor, db: Database, period: Period) -> tuple[PersonInfo, ...]:
    """Who is due in a period and has nothing in it yet, of those whose scorecards the actor may open."""
    if not allowed(actor, Action.VIEW_SCORECARD):
        return ()
    return due.without_data(db, shown.sheets(db, actor, [period])[0])


def scorecard(actor: Actor, db: Database, manager_id: str, period: Period, count: int = 12) -> Scorecard:
    """The scorecard of one person, with up to `count` periods of history.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the person has no result in the period, or the actor is not shown the period yet.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    sheets = shown.up_to(db, actor, period, count)
    now = sheets[-1]
    if manager_id not in now.sheet.measurements.row:
        raise WorkflowError("errors-person-unknown", period=period.code, manager=manager_id)
    i = now.sheet.measurements.row[manager_id]
    before = sheets[-2] if len(sheets) > 1 and manager_id in sheets[-2].sheet.measurements.row else None
    explanation = now.sheet.explain(manager_id)
    measured = now.sheet.measurements
    share = 1.0 if measured.presence is None else float(measured.presence[i])
    with db.read() as cursor:
        came = origins(cursor, db, manager_id, period, explanation.indicators)
        events = adjustments(cursor, manager_id, period.code, measured)
        there = presence(cursor, manager_id, period, share)
        library = indicator_store.indicators(cursor) if now.scheme.formulas else []
    totals = tuple(_of(s, manager_id, s.sheet.totals) for s in sheets)
    periods = tuple(s.period for s in sheets)
    middle = remembered(db, "middle-halves", periods, lambda: [halves(s) for s in sheets])
    settled = shown.is_settled(db, now)
    rank = float(now.sheet.ranks[i]) if settled else math.nan
    grade = now.sheet.grades[i] if settled else None
    coefficients = {g.name: g.coefficient for g in now.scheme.grades}
    rank_before = _of(before, manager_id, before.sheet.ranks) if before else math.nan
    change = _change(scores.compared(db, before, now), manager_id) if before else None
    return Scorecard(
        person=now.people[i],
        period=period.code,
        scheme=now.scheme,
        state=now.state,
        sha256=now.sha256,
        settled=settled,
        periods=periods,
        total=float(now.sheet.totals[i]),
        exact=float(now.sheet.exact[i]),
        vetoed=bool(now.sheet.vetoed[i]),
        class_contributions=tuple(now.sheet.class_contributions()[i].tolist()),
        kind_contributions=tuple(now.sheet.kind_contributions()[i].tolist()),
        after_mean=tuple(now.sheet.after_mean[i].tolist()),
        adjustments=events,
        presence=there,
        rank=rank,
        ranked=int((~np.isnan(now.sheet.ranks)).sum()),
        grade=grade,
        coefficient=coefficients.get(grade) if grade else None,
        coverage=float(now.sheet.coverage[i]),
        status=now.sheet.status[i],
        total_change=totals[-1] - totals[-2] if before else math.nan,
        rank_change=rank_before - rank,
        lift=lift(now.sheet, manager_id),
        lines=tuple(_line(step, sheets, middle, i, manager_id, came) for step in explanation.indicators),
        explanation=explanation,
        measures={m.code: {"zh": m.name, "en": m.name_en} for m in library},
        change=change,
        uncompared=None if change else _uncompared(sheets, before, totals),
        totals=totals,
        peer_low=tuple(m.totals[0] for m in middle),
        peer_high=tuple(m.totals[1] for m in middle),
        schemes=tuple(s.scheme.reference for s in sheets),
    )


def _of(sheet: PeriodSheet, manager_id: str, column: np.ndarray) -> float:
    row = sheet.sheet.measurements.row.get(manager_id)
    return math.nan if row is None else float(column[row])


def _line(
    step: IndicatorStep,
    sheets: tuple[PeriodSheet, ...],
    middle: Sequence[Halves],
    i: int,
    manager_id: str,
    came: Mapping[str, Origin],
) -> IndicatorLine:
    code = step.indicator.code
    now = sheets[-1]
    position = now.people[i].position
    peers = np.array([p.position == position for p in now.people])
    scores_now = now.sheet.scores[:, now.sheet.indicators.index(code)]
    low, high = middle_half(scores_now[peers])
    past = [_past(s, m, code, manager_id) for s, m in zip(sheets, middle, strict=True)]
    return IndicatorLine(
        step=step,
        lost=step.lost,
        peer_low=low,
        peer_high=high,
        scores=tuple(p[0] for p in past),
        values=tuple(p[1] for p in past),
        targets=tuple(p[2] for p in past),
        value_bands=tuple(p[3] for p in past),
        score_bands=tuple(p[4] for p in past),
        alike=tuple(_rule(s.scheme, code) == step.indicator.rule for s in sheets),
        origin=came.get(code),
    )


def _rule(scheme: Scheme, code: str) -> Rule | None:
    return scheme.by_code[code].rule if code in scheme.by_code else None


def _past(
    sheet: PeriodSheet, middle: Halves, code: str, manager_id: str
) -> tuple[float, float, float, Band, Band]:
    """(score, value, target, middle half of values, middle half of scores) in one period."""
    measured = sheet.sheet.measurements.column(sheet.sheet.measurements.values, code)
    value, values = _of(sheet, manager_id, measured), middle.values.get(code, NO_BAND)
    if code not in sheet.sheet.indicators:
        return math.nan, value, math.nan, values, NO_BAND
    j = sheet.sheet.indicators.index(code)
    score, target = (_of(sheet, manager_id, of[:, j]) for of in (sheet.sheet.scores, sheet.sheet.targets))
    return score, value, target, values, middle.scores[code]


def _change(comparison: Comparison, manager_id: str) -> Change | None:
    steps = total_change(comparison, manager_id)
    if steps is None:
        return None
    k = comparison.people.index(manager_id)
    schemes = (comparison.before.scheme, comparison.after.scheme)
    return Change(
        steps=steps,
        parts={name: float(part[k]) for name, part in comparison.parts.items()},
        names={i.code: i.name for scheme in schemes for i in scheme.indicators},
        scheme_changed=schemes[0] != schemes[1],
    )


def _uncompared(
    sheets: tuple[PeriodSheet, ...], before: PeriodSheet | None, totals: tuple[float, ...]
) -> Uncompared:
    if math.isnan(totals[-1]):
        return "no-total-now"
    if len(sheets) < 2:
        return "earliest"
    if before is None:
        return "not-there"
    return "no-total-then" if math.isnan(totals[-2]) else "not-additive"
