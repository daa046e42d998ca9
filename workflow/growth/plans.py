"""Improvement plans: drawn up after a result, signed by both sides, followed in the facts, closed.

A plan runs while manager and superior have signed its present revision. Whatever is changed makes another
revision, and the plan waits until both have signed that one.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores.growth import plan_store, talk_store
from data.stores.growth.plan_store import StoredGoal
from scoring.growth.goals import OUTCOMES, Outcome, is_as_good
from scoring.periods import Period
from scoring.scheme import Indicator
from scoring.thresholds import LARGEST
from workflow.errors import WorkflowError
from workflow.growth import following, reach
from workflow.growth.plan_states import CALLED_OFF, OPEN, RUNNING, Plan, PlanState, every, followed, read
from workflow.growth.talks import Side
from workflow.reasons import needed
from workflow.results import superiors


@dataclass(frozen=True)
class Wanted:
    """A goal as it is asked for: an indicator of the scheme, where it is to be, from when until when."""

    code: str
    target: float
    begins_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True)
class Candidate:
    """An indicator that can be a goal: where the person stood, the target that suggests itself (the scheme's,
    where that is better, else where it stands), and the points lost by it."""

    indicator: Indicator
    value: float
    target: float
    lost: float


def plans(actor: Actor, db: Database, manager_id: str, as_of: dt.date | None = None) -> tuple[Plan, ...]:
    """Somebody's plans, the latest first; their goals by what was known at the end of the day `as_of`."""
    reach.see(actor, db, manager_id)
    return tuple(followed(db, plan, as_of) for plan in every(db) if plan.manager_id == manager_id)


def open_plans(actor: Actor, db: Database) -> tuple[Plan, ...]:
    """The plans of the actor's people that are not closed, the latest first."""
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    people = superiors.people(db, actor)
    mine = (plan for plan in every(db) if people is None or plan.manager_id in people)
    return tuple(followed(db, plan) for plan in mine if plan.state in OPEN)


def draw_up(
    actor: Actor,
    db: Database,
    manager_id: str,
    period: Period,
    goals: Sequence[Wanted],
    talk_id: int | None = None,
    *,
    at: dt.datetime | None = None,
) -> int:
    """Draw up a plan after the posted result of a period, as the manager or as a superior; its number. Where
    each indicator stood is taken from that result. `at` is the moment (UTC) where the past is loaded.

    Raises
    ------
    AccessDenied : about somebody else.
    WorkflowError : no posted result, another plan is open, a talk with somebody else; goals: see
        :func:`goals_from`.
    """
    reach.take_part(actor, db, manager_id)
    when = at or audit.now()
    stored = _goals(actor, db, manager_id, period, goals, {})

    def work(cursor: Cursor) -> int:
        if any(p.state in OPEN for p in read(cursor, db, manager_id)):
            raise WorkflowError("errors-plan-open")
        talk = None if talk_id is None else talk_store.talk(cursor, talk_id)
        if talk_id is not None and (talk is None or talk.manager_id != manager_id):
            raise WorkflowError("errors-talk-unknown", talk=talk_id)
        number = plan_store.add(cursor, manager_id, period.code, talk_id, actor.username, when)
        _store(cursor, number, 1, stored)
        plan_store.add_event(cursor, number, 1, "drawn-up", actor.username, when)
        detail = {"period": period.code, "indicators": [goal.code for goal in goals]}
        audit.append(cursor, actor, "draw-up-plan", _subject(manager_id, number), detail)
        return number

    return db.write(work)


def change(
    actor: Actor,
    db: Database,
    plan_id: int,
    revision: int,
    goals: Sequence[Wanted],
    why: str,
    *,
    at: dt.datetime | None = None,
) -> None:
    """Ask for other goals: a revision after the one that the actor saw. The plan waits until both sides have
    signed it. What was a goal before keeps its baseline.

    Raises
    ------
    AccessDenied : of somebody else. WorkflowError : closed, another revision by now, nothing changed, no
        reason; goals as in :func:`draw_up`.
    """
    reason = needed(why)
    held = _held(actor, db, plan_id)
    reach.take_part(actor, db, held.manager_id)
    kept = {goal.indicator_code: goal for goal in held.revision.goals}
    stored = _goals(actor, db, held.manager_id, held.period, goals, kept)

    def work(cursor: Cursor) -> None:
        now = _present(cursor, db, plan_id, revision)
        if _says(stored) == _says(now.revision.goals):
            raise WorkflowError("errors-plan-same")
        when = at or audit.now()
        _store(cursor, plan_id, revision + 1, stored)
        plan_store.add_event(cursor, plan_id, revision + 1, "changed", actor.username, when, reason)
        detail = {"revision": revision + 1, "indicators": [goal.code for goal in goals]}
        audit.append(cursor, actor, "change-plan", _subject(now.manager_id, plan_id), detail)

    db.write(work)


def sign(actor: Actor, db: Database, plan_id: int, revision: int, *, at: dt.datetime | None = None) -> None:
    """Sign the revision that the actor saw, as the manager whose plan it is or as a superior.

    Raises
    ------
    AccessDenied : of somebody else. WorkflowError : closed, another revision by now, signed already.
    """
    held = _held(actor, db, plan_id)
    reach.take_part(actor, db, held.manager_id)
    side: Side = "manager" if actor.manager_id == held.manager_id else "superior"

    def work(cursor: Cursor) -> None:
        now = _present(cursor, db, plan_id, revision)
        if not now.awaits(side):
            raise WorkflowError("errors-plan-signed")
        plan_store.add_event(cursor, plan_id, revision, "signed", actor.username, at or audit.now())
        detail = {"revision": revision, "side": side}
        audit.append(cursor, actor, "sign-plan", _subject(now.manager_id, plan_id), detail)

    db.write(work)


def close(actor: Actor, db: Database, plan_id: int, revision: int, result: Outcome, why: str) -> None:
    """Say as a superior what became of a running plan, with a reason; the facts only propose it.

    Raises
    ------
    AccessDenied : of somebody else's people.
    WorkflowError : not running, another revision by now, no such outcome, no reason.
    """
    require(actor, Action.COACH)
    if result not in OUTCOMES:
        raise WorkflowError("errors-plan-outcome", outcome=result)
    _end(actor, db, plan_id, revision, result, needed(why))


def call_off(actor: Actor, db: Database, plan_id: int, revision: int, why: str) -> None:
    """End an open plan as a superior without an outcome. Errors as :func:`close`; it need not run."""
    _end(actor, db, plan_id, revision, "called-off", needed(why))


def _end(
    actor: Actor, db: Database, plan_id: int, revision: int, kind: plan_store.EventKind, why: str
) -> None:
    held = _held(actor, db, plan_id)
    reach.coach(actor, db, held.manager_id)
    proposed = followed(db, held).proposed

    def work(cursor: Cursor) -> None:
        now = _present(cursor, db, plan_id, revision)
        if kind != CALLED_OFF and now.state != RUNNING:
            raise WorkflowError("errors-plan-not-running")
        plan_store.add_event(cursor, plan_id, revision, kind, actor.username, audit.now(), why)
        detail = {"revision": revision, "proposed": proposed}
        audit.append(cursor, actor, f"plan-{kind}", _subject(now.manager_id, plan_id), detail)

    db.write(work)


def candidates(actor: Actor, db: Database, manager_id: str, period: Period) -> tuple[Candidate, ...]:
    """What can be a goal after a posted result, by points lost, most first.

    Raises
    ------
    WorkflowError : no posted result of the person.
    """
    reach.see(actor, db, manager_id)
    found = reach.posted(db, actor, manager_id, period)
    result = []
    for step in found.sheet.explain(manager_id).indicators:
        value = following.value(found.sheet.measurements, found.scheme, step.indicator.code, manager_id)
        if math.isnan(value):
            continue
        better = step.target is not None and is_as_good(step.target, value, higher=step.indicator.higher)
        suggested = step.target if better and step.target is not None else value
        result.append(Candidate(step.indicator, value, suggested, step.lost))
    return tuple(sorted(result, key=lambda one: -one.lost))


def _goals(
    actor: Actor,
    db: Database,
    manager_id: str,
    period: Period,
    goals: Sequence[Wanted],
    kept: Mapping[str, StoredGoal],
) -> list[StoredGoal]:
    """Goals as they are stored, each with its baseline.

    Raises
    ------
    WorkflowError : none, an indicator twice, one that the scheme has not or the person has no value in, a
        target that is no number or worse than the baseline, days in the wrong order or over already.
    """
    reach.see(actor, db, manager_id)
    found = reach.posted(db, actor, manager_id, period)
    codes = [goal.code for goal in goals]
    if not codes or len(set(codes)) < len(codes):
        raise WorkflowError("errors-plan-goals")
    result = []
    for place, goal in enumerate(goals, start=1):
        indicator = found.scheme.by_code.get(goal.code)
        if indicator is None:
            raise WorkflowError("errors-plan-indicator", indicator=goal.code)
        before = kept.get(goal.code)
        at = (
            before.baseline
            if before
            else following.value(found.sheet.measurements, found.scheme, goal.code, manager_id)
        )
        if math.isnan(at):
            raise WorkflowError("errors-plan-no-baseline", indicator=goal.code, period=period.code)
        if not abs(goal.target) < LARGEST:
            raise WorkflowError("errors-plan-target", indicator=goal.code)
        if not is_as_good(goal.target, at, higher=indicator.higher):
            raise WorkflowError("errors-plan-worse", indicator=goal.code, baseline=at)
        if goal.ends_on < goal.begins_on or goal.ends_on <= period.last_day:
            raise WorkflowError("errors-plan-days", indicator=goal.code)
        since = before.baseline_period if before else period.code
        result.append(
            StoredGoal(0, 0, place, goal.code, at, since, goal.target, goal.begins_on, goal.ends_on)
        )
    return result


def _says(goals: Sequence[StoredGoal]) -> list[tuple[str, float, dt.date, dt.date]]:
    return [(g.indicator_code, g.target, g.begins_on, g.ends_on) for g in goals]


def _store(cursor: Cursor, plan_id: int, revision: int, goals: Sequence[StoredGoal]) -> None:
    numbered = [
        StoredGoal(
            *(plan_id, revision, g.place, g.indicator_code, g.baseline, g.baseline_period),
            *(g.target, g.begins_on, g.ends_on),
        )
        for g in goals
    ]
    plan_store.add_goals(cursor, numbered)


def _held(actor: Actor, db: Database, plan_id: int) -> PlanState:
    """A plan for somebody who works with plans at all; whose it is, is asked next."""
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    found = next((plan for plan in every(db) if plan.plan_id == plan_id), None)
    if found is None:
        raise WorkflowError("errors-plan-unknown", plan=plan_id)
    return found


def _present(cursor: Cursor, db: Database, plan_id: int, revision: int) -> PlanState:
    """An open plan in the revision that somebody saw."""
    now = next(p for p in read(cursor, db) if p.plan_id == plan_id)
    if now.state not in OPEN:
        raise WorkflowError("errors-plan-closed")
    if now.revision.number != revision:
        raise WorkflowError("errors-plan-moved", revision=now.revision.number)
    return now


def _subject(manager_id: str, plan_id: int) -> str:
    return f"{manager_id}/plan {plan_id}"
