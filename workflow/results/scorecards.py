"""A manager's questions: where do I stand, why, what changed, what can I do? And how it went over time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, allowed, require
from data.database import Database
from data.stores.intake import value_store
from data.stores.intake.value_store import Source
from scoring import compare
from scoring.change.lift import Lift, lift
from scoring.periods import Period
from scoring.scheme import SchemeReference
from scoring.sheet.explain import Explanation, IndicatorStep
from workflow.errors import WorkflowError
from workflow.results import due, shown
from workflow.results.period_sheets import PeriodSheet, PersonInfo

FEWEST_PEERS = 5
"""A band over fewer people would show single ones."""


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator of a scorecard; ``lost`` are the points under full marks, peers by position."""

    step: IndicatorStep
    lost: float
    peer_low: float
    peer_high: float
    scores: tuple[float, ...]
    values: tuple[float, ...]
    targets: tuple[float, ...]
    value_bands: tuple[tuple[float, float], ...]
    score_bands: tuple[tuple[float, float], ...]
    batch: int | None
    source: str
    approved_by: str


@dataclass(frozen=True)
class Change:
    """Why the total changed: parts by factor, effects by indicator (largest first)."""

    parts: dict[str, float]
    by_indicator: tuple[tuple[str, float], ...]
    scheme_changed: bool


@dataclass(frozen=True)
class Scorecard:
    """One person's result in one period with what led to it; ``sha256`` is the frozen result's hash, None
    while it is provisional. Rank, grade and coefficient are withheld while the period is not ``settled``."""

    person: PersonInfo
    period: str
    state: str
    sha256: str | None
    settled: bool
    periods: tuple[str, ...]
    total: float
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
    change: Change | None
    totals: tuple[float, ...]
    peer_low: tuple[float, ...]
    peer_high: tuple[float, ...]
    schemes: tuple[SchemeReference, ...]


def people(actor: Actor, db: Database, period: Period) -> tuple[PersonInfo, ...]:
    """Whose scorecards the actor may open in a period, also of whom nothing is there yet."""
    if actor.role == "manager":
        require(actor, Action.VIEW_SCORECARD, actor.manager_id)
        (found,) = shown.sheets(actor, db, [period])
        return tuple(p for p in found.people if p.manager_id == actor.manager_id)
    require(actor, Action.VIEW_SCORECARD)
    return shown.sheets(actor, db, [period])[0].people + without_data(actor, db, period)


def without_data(actor: Actor, db: Database, period: Period) -> tuple[PersonInfo, ...]:
    """Who is due in a period and has nothing in it yet, of those whose scorecards the actor may open."""
    if not allowed(actor, Action.VIEW_SCORECARD):
        return ()
    return due.without_data(db, shown.sheets(actor, db, [period])[0])


def scorecard(actor: Actor, db: Database, manager_id: str, period: Period, count: int = 12) -> Scorecard:
    """The scorecard of one person, with up to `count` periods of history.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the person has no result in the period, or the actor is not shown the period yet.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    sheets = shown.up_to(actor, db, period, count)
    now = sheets[-1]
    if manager_id not in now.sheet.measurements.row:
        raise WorkflowError("errors-person-unknown", period=period.code, manager=manager_id)
    i = now.sheet.measurements.row[manager_id]
    before = sheets[-2] if len(sheets) > 1 and manager_id in sheets[-2].sheet.measurements.row else None
    with db.read() as cursor:
        sources = value_store.sources(cursor, manager_id, period.code)
    totals = tuple(_of(s, manager_id, s.sheet.totals) for s in sheets)
    bands = [_band(s.sheet.totals[~np.isnan(s.sheet.ranks)]) for s in sheets]
    settled = shown.is_settled(db, now)
    rank = float(now.sheet.ranks[i]) if settled else math.nan
    grade = now.sheet.grades[i] if settled else None
    coefficients = {g.name: g.coefficient for g in now.scheme.grades}
    explanation = now.sheet.explain(manager_id)
    rank_before = _of(before, manager_id, before.sheet.ranks) if before else math.nan
    return Scorecard(
        person=now.people[i],
        period=period.code,
        state=now.state,
        sha256=now.sha256,
        settled=settled,
        periods=tuple(s.period for s in sheets),
        total=float(now.sheet.totals[i]),
        rank=rank,
        ranked=int((~np.isnan(now.sheet.ranks)).sum()),
        grade=grade,
        coefficient=coefficients.get(grade) if grade else None,
        coverage=float(now.sheet.coverage[i]),
        status=now.sheet.status[i],
        total_change=totals[-1] - totals[-2] if before else math.nan,
        rank_change=rank_before - rank,
        lift=lift(now.sheet, manager_id),
        lines=tuple(_line(step, sheets, i, manager_id, sources) for step in explanation.indicators),
        explanation=explanation,
        change=_change(before, now, manager_id) if before else None,
        totals=totals,
        peer_low=tuple(low for low, _ in bands),
        peer_high=tuple(high for _, high in bands),
        schemes=tuple(s.scheme.reference for s in sheets),
    )


def _of(sheet: PeriodSheet, manager_id: str, column: np.ndarray) -> float:
    row = sheet.sheet.measurements.row.get(manager_id)
    return math.nan if row is None else float(column[row])


def _band(values: np.ndarray) -> tuple[float, float]:
    """p25 and p75; NaN where too few people would stand behind them."""
    present = values[~np.isnan(values)]
    if len(present) < FEWEST_PEERS:
        return math.nan, math.nan
    low, high = np.percentile(present, [25, 75])
    return float(low), float(high)


def _line(
    step: IndicatorStep,
    sheets: tuple[PeriodSheet, ...],
    i: int,
    manager_id: str,
    sources: Mapping[str, Source],
) -> IndicatorLine:
    code = step.indicator.code
    now = sheets[-1]
    position = now.people[i].position
    peers = np.array([p.position == position for p in now.people])
    scores_now = now.sheet.scores[:, now.sheet.indicators.index(code)]
    low, high = _band(scores_now[peers])
    past = [_past(s, code, manager_id) for s in sheets]
    came = sources.get(code)
    lost = step.effective_weight * (100.0 - step.score) / 100.0 if step.score is not None else 0.0
    return IndicatorLine(
        step=step,
        lost=max(0.0, lost),
        peer_low=low,
        peer_high=high,
        scores=tuple(p[0] for p in past),
        values=tuple(p[1] for p in past),
        targets=tuple(p[2] for p in past),
        value_bands=tuple(p[3] for p in past),
        score_bands=tuple(p[4] for p in past),
        batch=came.batch if came else None,
        source=came.source if came else step.indicator.source or "",
        approved_by=came.approved_by if came else "",
    )


_Band = tuple[float, float]


def _past(sheet: PeriodSheet, code: str, manager_id: str) -> tuple[float, float, float, _Band, _Band]:
    """(score, value, target, middle half of values, middle half of scores) in one period."""
    measured = sheet.sheet.measurements.column(sheet.sheet.measurements.values, code)
    nothing = (math.nan, math.nan)
    if code not in sheet.sheet.indicators:
        return math.nan, _of(sheet, manager_id, measured), math.nan, _band(measured), nothing
    j = sheet.sheet.indicators.index(code)
    scores_, targets = sheet.sheet.scores[:, j], sheet.sheet.targets[:, j]
    return (
        _of(sheet, manager_id, scores_),
        _of(sheet, manager_id, measured),
        _of(sheet, manager_id, targets),
        _band(measured),
        _band(scores_),
    )


def _change(before: PeriodSheet, now: PeriodSheet, manager_id: str) -> Change | None:
    comparison = compare(before.sheet, now.sheet)
    k = comparison.people.index(manager_id)
    if math.isnan(comparison.difference[k]) or comparison.by_indicator is None:
        return None
    effects = np.sum([part[k] for part in comparison.by_indicator.values()], axis=0)
    pairs = sorted(zip(comparison.indicators, effects.tolist(), strict=True), key=lambda p: -abs(p[1]))
    return Change(
        parts={name: float(part[k]) for name, part in comparison.parts.items()},
        by_indicator=tuple((code, effect) for code, effect in pairs if abs(effect) > 1e-9),
        scheme_changed=before.scheme != now.scheme,
    )
