"""How improvement plans stand: their revisions, who signed which, where their goals are by the facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields

from access import accounts
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores.growth import plan_store
from data.stores.growth.plan_store import PlanEvent, StoredGoal, StoredPlan
from scoring.growth.goals import OUTCOMES, Outcome, outcome
from scoring.periods import Period, parse_period
from workflow.growth import following
from workflow.growth.following import GoalNow
from workflow.growth.talks import Side
from workflow.results import scores

TO_SIGN, RUNNING, PAUSED, CALLED_OFF = "to-sign", "running", "paused", "called-off"
OPEN = (TO_SIGN, RUNNING, PAUSED)
CLOSED = (*OUTCOMES, CALLED_OFF)


@dataclass(frozen=True)
class Signature:
    """Who signed a revision, as which side, when (the branch's time)."""

    side: Side
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Revision:
    """A revision of a plan: who made it, when and why ("" of the first), its goals and signatures."""

    number: int
    by: str
    at: dt.datetime
    why: str
    goals: tuple[StoredGoal, ...]
    signed: tuple[Signature, ...]

    @property
    def is_signed(self) -> bool:
        """Whether both sides have signed it."""
        return {one.side for one in self.signed} == {"manager", "superior"}


@dataclass(frozen=True)
class PlanState:
    """An improvement plan without what the facts say. ``state``: one of `OPEN` or `CLOSED`; ``closed`` is who
    closed it, when, why."""

    plan_id: int
    manager_id: str
    period: Period
    talk_id: int | None
    state: str
    revisions: tuple[Revision, ...]
    closed: PlanEvent | None

    @property
    def revision(self) -> Revision:
        """The present revision."""
        return self.revisions[-1]

    @property
    def ends_on(self) -> dt.date:
        """The last day of its last goal."""
        return max(goal.ends_on for goal in self.revision.goals)

    def awaits(self, side: Side) -> bool:
        """Whether the signature of a side is still to come."""
        return self.state in OPEN and side not in {one.side for one in self.revision.signed}


@dataclass(frozen=True)
class Plan(PlanState):
    """An improvement plan with where the goals of its present revision stand, and the outcome that this
    suggests."""

    goals: tuple[GoalNow, ...]
    proposed: Outcome

    @property
    def behind(self) -> tuple[GoalNow, ...]:
        """The goals that are behind, while it runs."""
        return tuple(g for g in self.goals if g.standing == "behind") if self.state == RUNNING else ()


def every(db: Database) -> tuple[PlanState, ...]:
    """Every plan, the latest first; for workflow modules that have asked `access`."""

    def make() -> tuple[PlanState, ...]:
        with db.read() as cursor:
            return tuple(reversed(read(cursor, db)))

    return remembered(db, "plans", (), make)


def read(cursor: Cursor, db: Database, manager_id: str | None = None) -> list[PlanState]:
    """The same within a transaction, of everybody or one person, the latest last."""
    stored = plan_store.plans(cursor, manager_id)
    ids = [plan.plan_id for plan in stored]
    goals, events = plan_store.goals(cursor, ids), plan_store.events(cursor, ids)
    return [
        _state(
            db,
            plan,
            [g for g in goals if g.plan_id == plan.plan_id],
            [e for e in events if e.plan_id == plan.plan_id],
        )
        for plan in stored
    ]


def followed(db: Database, plan: PlanState, as_of: dt.date | None = None) -> Plan:
    """A plan with where its goals stand, by the facts or those known at the end of the day `as_of`; for
    workflow modules that have asked `access`."""

    def make() -> Plan:
        scheme = scores.scored(db, [plan.period])[0].scheme
        until = plan.closed.happened_at.date() if plan.closed else None
        now = following.follow(db, scheme, plan.manager_id, plan.revision.goals, as_of, until)
        held = {field.name: getattr(plan, field.name) for field in fields(PlanState)}
        return Plan(**held, goals=now, proposed=outcome([goal.done for goal in now]))

    return remembered(db, "plan", (plan.plan_id, as_of or clock.today(), as_of is None), make)


def _state(
    db: Database,
    stored: StoredPlan,
    goals: Sequence[StoredGoal],
    events: Sequence[PlanEvent],
) -> PlanState:
    revisions = tuple(
        Revision(
            *(made.revision, made.actor, made.happened_at, made.why or ""),
            goals=tuple(g for g in goals if g.revision == made.revision),
            signed=tuple(
                Signature(_side(db, e.actor, stored.manager_id), e.actor, e.happened_at)
                for e in events
                if e.kind == "signed" and e.revision == made.revision
            ),
        )
        for made in events
        if made.kind in ("drawn-up", "changed")
    )
    closed = next((e for e in events if e.kind in CLOSED), None)
    ran = any(one.is_signed for one in revisions)
    waiting = RUNNING if revisions[-1].is_signed else PAUSED if ran else TO_SIGN
    return PlanState(
        *(stored.plan_id, stored.manager_id, parse_period(stored.period), stored.talk_id),
        state=closed.kind if closed else waiting,
        revisions=revisions,
        closed=closed,
    )


def _side(db: Database, username: str, manager_id: str) -> Side:
    return "manager" if manager_id in accounts.managers_of(db, username) else "superior"
