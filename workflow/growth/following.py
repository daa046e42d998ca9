"""The goals of a plan followed in the facts: what was measured since, how far that is and should be.

Nothing of it is typed. Values are read as the engine reads them for a result, from figures that were
approved, whether results of their period are posted yet or not: they are the person's own, and no rank or
grade."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from data import clock
from data.arrays import measurements_for
from data.cache import remembered
from data.database import Database
from data.period_facts import period_facts
from data.stores.growth.plan_store import StoredGoal
from scoring import Measurements, Scheme
from scoring.cohort.presence import effective_value
from scoring.growth.goals import Standing, expected, progress, standing
from scoring.periods import Period, parse_period
from scoring.scheme import Indicator
from workflow.results import scores


@dataclass(frozen=True)
class GoalNow:
    """A goal with where it stands: the last value and its period (NaN and None where nothing was measured
    since), the share of the way that is done and that was expected by the end of that period (0 to 1; `done`
    below 0 where it got worse), and every value since the baseline."""

    indicator: Indicator
    baseline: float
    baseline_period: Period
    target: float
    begins_on: dt.date
    ends_on: dt.date
    value: float
    measured: Period | None
    done: float
    wanted: float
    standing: Standing
    values: tuple[tuple[Period, float], ...]


def value(found: Measurements, scheme: Scheme, code: str, manager_id: str) -> float:
    """The value of an indicator that counts for a person, NaN where it is missing."""
    row = found.row.get(manager_id)
    if row is None:
        return math.nan
    return float(effective_value(scheme.by_code[code], scheme, found)[0][row])


def follow(
    db: Database,
    scheme: Scheme,
    manager_id: str,
    goals: Sequence[StoredGoal],
    as_of: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[GoalNow, ...]:
    """Where goals stand by the facts, or by those that were known at the end of the day `as_of`; for workflow
    modules that have asked `access`. What is measured after the day `until` does not count any more."""
    day = as_of or clock.today()
    moment = None
    if as_of is not None:
        after = dt.datetime.combine(as_of + dt.timedelta(days=1), dt.time())
        moment = clock.stored(after) - dt.timedelta(microseconds=1)
    last = min(day, until or day)
    there = (goal for goal in goals if goal.indicator_code in scheme.by_code)
    return tuple(_now(db, scheme, manager_id, goal, last, moment) for goal in there)


def _now(
    db: Database,
    scheme: Scheme,
    manager_id: str,
    goal: StoredGoal,
    day: dt.date,
    moment: dt.datetime | None,
) -> GoalNow:
    code, since = goal.indicator_code, parse_period(goal.baseline_period)
    values = []
    for period in _periods(goal, since, day):
        found = measured(db, scheme, period, moment)
        if found is None or (manager_id, code) in found.carried_from:
            continue
        one = value(found, scheme, code, manager_id)
        if not math.isnan(one):
            values.append((period, one))
    last, reached = values[-1] if values else (None, math.nan)
    higher = scheme.by_code[code].higher
    done = progress(goal.baseline, reached, goal.target, higher=higher)
    # Figures come after the period that they are of: time since then is not held against the person.
    by = day if last is None else min(last.last_day, day)
    wanted = expected(goal.begins_on, goal.ends_on, by)
    return GoalNow(
        *(scheme.by_code[code], goal.baseline, since, goal.target, goal.begins_on, goal.ends_on),
        *(reached, last, done, wanted, standing(done, wanted), tuple(values)),
    )


def _periods(goal: StoredGoal, since: Period, day: dt.date) -> list[Period]:
    """The periods after the baseline that touch the days of a goal and have begun by `day`."""
    found, period = [], since.next()
    while period.first_day <= min(goal.ends_on, day):
        if period.last_day >= goal.begins_on:
            found.append(period)
        period = period.next()
    return found


def measured(db: Database, scheme: Scheme, period: Period, moment: dt.datetime | None) -> Measurements | None:
    """What everybody was measured at in a period, as it was known at a moment (UTC; None: now); None where
    nothing was. For workflow modules that have asked `access`."""

    def make() -> Measurements | None:
        with db.read() as cursor:
            codes = scores.periods_read([period], {period.code: scheme})
            facts = period_facts(cursor, codes, moment).facts
        if not (facts.history["period"] == period.code).any():
            return None
        return measurements_for(scheme, period, facts)

    key = (period, scheme.reference, moment)
    return remembered(db, "growth-measured", key, make)
