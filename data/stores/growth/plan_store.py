"""Improvement plans as stored: revisions of goals, and events of which the state is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from data.database import Cursor
from data.rows import Local, first, insert, insert_all, next_number, rows

EventKind = Literal["drawn-up", "changed", "signed", "met", "partly-met", "not-met", "called-off"]
_PLAN = "plan_id, manager_id, talk_id, period, created_at, created_by"


@dataclass(frozen=True)
class StoredPlan:
    """A plan for a person, after the result of a period."""

    plan_id: int
    manager_id: str
    talk_id: int | None
    period: str
    created_at: Local
    created_by: str


@dataclass(frozen=True)
class StoredGoal:
    """A goal of a revision: where the indicator stood in which period, where it is to be, from when until."""

    plan_id: int
    revision: int
    place: int
    indicator_code: str
    baseline: float
    baseline_period: str
    target: float
    begins_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True)
class PlanEvent:
    """What happened to a revision of a plan."""

    plan_id: int
    revision: int
    kind: EventKind
    happened_at: Local
    actor: str
    why: str | None


def add(
    cursor: Cursor, manager_id: str, period: str, talk_id: int | None, actor: str, at: dt.datetime
) -> int:
    """Store a plan without goals yet; its number."""
    number = next_number(cursor, "plan", "plan_id")
    insert(
        *(cursor, "plan"),
        **{"plan_id": number, "manager_id": manager_id, "talk_id": talk_id, "period": period},
        **{"created_at": at, "created_by": actor},
    )
    return number


def add_goals(cursor: Cursor, goals: Sequence[StoredGoal]) -> None:
    """Store the goals of a revision."""
    insert_all(cursor, "plan_goal", [asdict(goal) for goal in goals])


def add_event(
    cursor: Cursor,
    plan_id: int,
    revision: int,
    kind: EventKind,
    actor: str,
    at: dt.datetime,
    why: str | None = None,
) -> None:
    """Store what happened to a revision."""
    values = {"plan_id": plan_id, "revision": revision, "kind": kind, "happened_at": at}
    insert(cursor, "plan_event", **values, actor=actor, why=why)


def plan(cursor: Cursor, plan_id: int) -> StoredPlan | None:
    """One plan; None where there is no such number."""
    return first(cursor.execute(f"SELECT {_PLAN} FROM plan WHERE plan_id = ?", [plan_id]), StoredPlan)


def plans(cursor: Cursor, manager_id: str | None = None) -> list[StoredPlan]:
    """Every plan (of one person), the latest last."""
    found = cursor.execute(
        f"SELECT {_PLAN} FROM plan WHERE $1 IS NULL OR manager_id = $1 ORDER BY plan_id", [manager_id]
    )
    return rows(found, StoredPlan)


def goals(cursor: Cursor, plan_ids: Sequence[int]) -> list[StoredGoal]:
    """The goals of every revision of these plans, in order."""
    found = cursor.execute(
        "SELECT plan_id, revision, place, indicator_code, baseline, baseline_period, target, begins_on,"
        " ends_on FROM plan_goal WHERE list_contains($1::INTEGER[], plan_id)"
        " ORDER BY plan_id, revision, place",
        [list(plan_ids)],
    )
    return rows(found, StoredGoal)


def events(cursor: Cursor, plan_ids: Sequence[int]) -> list[PlanEvent]:
    """What happened to these plans, in order."""
    found = cursor.execute(
        "SELECT plan_id, revision, kind, happened_at, actor, why FROM plan_event"
        " WHERE list_contains($1::INTEGER[], plan_id) ORDER BY event_id",
        [list(plan_ids)],
    )
    return rows(found, PlanEvent)


def under_way(cursor: Cursor, people: Sequence[str], codes: Sequence[str]) -> list[int]:
    """The plans of some people, not ended, whose goals (of the last revision) are some indicators."""
    found = cursor.execute(
        """
        SELECT DISTINCT p.plan_id FROM plan p JOIN plan_goal g USING (plan_id)
        WHERE list_contains($1::VARCHAR[], p.manager_id) AND list_contains($2::VARCHAR[], g.indicator_code)
            AND g.revision = (SELECT max(revision) FROM plan_goal l WHERE l.plan_id = p.plan_id)
            AND NOT EXISTS (
                SELECT 1 FROM plan_event e WHERE e.plan_id = p.plan_id
                    AND e.kind IN ('met', 'partly-met', 'not-met', 'called-off')
            )
        ORDER BY p.plan_id
        """,
        [list(people), list(codes)],
    ).fetchall()
    return [int(number) for (number,) in found]
