"""What the career ladder reads of one person: posted results, period by period, as an expression asks."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from access.actor import Actor
from data.database import Database
from data.stores.growth import plan_store
from scoring.formula import Surroundings
from scoring.periods import Period, parse_period
from workflow.growth import following, reach, training
from workflow.results import scores, shown
from workflow.results.period_sheets import PeriodSheet


def _place(found: PeriodSheet, i: int) -> float:
    names = [grade.name for grade in found.scheme.grades]
    grade = found.sheet.grades[i]
    return float(names.index(grade) + 1) if grade in names else math.nan


def _at(column: np.ndarray | None, i: int, absent: float) -> float:
    return absent if column is None else float(column[i])


_OF_A_SHEET: Mapping[str, Callable[[PeriodSheet, int], float]] = {
    "TOTAL": lambda found, i: float(found.sheet.totals[i]),
    "RESULTS": lambda found, i: float(not math.isnan(found.sheet.totals[i])),
    "GRADE_PLACE": _place,
    "RANK_SHARE": lambda found, i: float(
        100 * found.sheet.ranks[i] / max(np.count_nonzero(found.sheet.ranks > 0), 1)
    ),
    "SERVICE_MONTHS": lambda found, i: _at(found.sheet.measurements.tenure_months, i, math.nan),
    "DEDUCTIONS": lambda found, i: _at(found.sheet.measurements.deductions, i, 0.0),
    "VETOES": lambda found, i: _at(found.sheet.measurements.vetoes, i, 0.0),
}


def posted(actor: Actor, db: Database) -> list[Period]:
    """The periods with posted results that the actor is shown, of the kind of the newest, earliest first."""
    found = [p.period for p in shown.offered(actor, db) if p.published]
    return [p for p in found if p.kind == found[-1].kind]


def surroundings(
    actor: Actor, db: Database, manager_id: str, codes: Sequence[str], depth: int
) -> Surroundings | None:
    """What expressions read of one person (n = 1) by `codes`, up to `depth` periods back from the newest
    posted result; None while nothing of the person is posted."""
    reach.see(actor, db, manager_id)
    periods = posted(actor, db)
    if not periods:
        return None
    now = periods[-1]
    back = {now.shift(-k).code: k for k in range(depth + 1)}
    sheets = scores.scored(db, [p for p in periods if p.code in back])
    rows = {
        back[found.period]: (found, found.sheet.measurements.row[manager_id])
        for found in sheets
        if manager_id in found.sheet.measurements.row
    }
    if not rows:
        return None
    deepest = max(rows)
    events = _by_period(db, manager_id, now.kind)

    def one(code: str, k: int) -> float:
        if code in events:
            return events[code].get(now.shift(-k).code, 0.0)
        if k not in rows:
            return 0.0 if code == "RESULTS" else math.nan
        found, i = rows[k]
        if code in _OF_A_SHEET:
            return _OF_A_SHEET[code](found, i)
        if code in found.scheme.by_code:
            return following.value(found.sheet.measurements, found.scheme, code, manager_id)
        return float(found.sheet.measurements.column(found.sheet.measurements.values, code)[i])

    values = {(code, k): np.array([one(code, k)]) for code in codes for k in range(deepest + 1)}
    nothing = np.array([math.nan])
    return Surroundings(
        people=1,
        period=now,
        value=lambda code, k: values.get((code, k), nothing),
        target=lambda code, k: nothing,
        past=np.array([deepest], dtype=np.int64),
        team=np.array([-1], dtype=np.int64),
        position=("",),
    )


def _by_period(db: Database, manager_id: str, kind: str) -> dict[str, dict[str, float]]:
    """Hours of training and plans that were met, by code and period."""
    found: dict[str, dict[str, float]] = {"TRAINING_HOURS": {}, "PLANS_MET": {}}

    def count(code: str, period: Period, amount: float) -> None:
        found[code][period.code] = found[code].get(period.code, 0.0) + amount

    for day, hours in training.hours(db, manager_id):
        count("TRAINING_HOURS", parse_period(f"{day:%Y-%m}").as_kind(kind), hours)
    with db.read() as cursor:
        mine = [plan.plan_id for plan in plan_store.plans(cursor, manager_id)]
        events = plan_store.events(cursor, mine)
    for event in events:
        if event.kind == "met":
            count("PLANS_MET", parse_period(f"{event.happened_at:%Y-%m}").as_kind(kind), 1.0)
    return found
