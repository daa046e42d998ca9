"""Whose growth somebody sees and works at: the own, or that of the people somebody is the superior of."""

from __future__ import annotations

from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import Action, require
from data.database import Database
from scoring import Scheme
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.results import shown, superiors
from workflow.results.period_sheets import PeriodSheet, PersonInfo


def see(actor: Actor, db: Database, manager_id: str) -> None:
    """Raise AccessDenied unless the actor may see the growth of `manager_id`."""
    require(actor, Action.VIEW_GROWTH, manager_id)
    _reach(actor, db, manager_id, Action.VIEW_GROWTH)


def coach(actor: Actor, db: Database, manager_id: str) -> None:
    """Raise AccessDenied unless the actor is a superior of `manager_id`."""
    require(actor, Action.COACH)
    _reach(actor, db, manager_id, Action.COACH)


def own(actor: Actor, db: Database, manager_id: str) -> None:
    """Raise AccessDenied unless the actor is the manager `manager_id`."""
    see(actor, db, manager_id)
    if actor.manager_id != manager_id:
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(Action.VIEW_GROWTH))


def take_part(actor: Actor, db: Database, manager_id: str) -> None:
    """Raise AccessDenied unless the actor is the manager `manager_id` or a superior of that person."""
    if actor.manager_id == manager_id:
        see(actor, db, manager_id)
    else:
        coach(actor, db, manager_id)


def posted(db: Database, actor: Actor, manager_id: str, period: Period) -> PeriodSheet:
    """The posted results of a period with `manager_id` among them, everybody's; for workflow modules that
    keep to the one of whom they have asked.

    Raises
    ------
    WorkflowError : not shown to the actor, not posted, or without a result of the person.
    """
    see(actor, db, manager_id)
    (found,) = shown.sheets(db, actor, [period])
    if found.sha256 is None:
        raise WorkflowError("errors-growth-not-posted", period=period.code)
    if manager_id not in found.sheet.measurements.row:
        raise WorkflowError("errors-person-unknown", period=period.code, manager=manager_id)
    return found


def scheme(actor: Actor, db: Database, manager_id: str, period: Period) -> Scheme:
    """The scheme by which the posted result of `manager_id` was made. Errors as :func:`posted`."""
    see(actor, db, manager_id)
    return posted(db, actor, manager_id, period).scheme


def people(actor: Actor, db: Database, period: Period) -> tuple[PersonInfo, ...]:
    """Who has a result in a period, of those whose growth the actor sees.

    Raises
    ------
    WorkflowError : not shown to the actor; no data, no scheme.
    """
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    (found,) = shown.sheets(db, actor, [period])
    mine = superiors.people(db, actor)
    return tuple(p for p in found.people if mine is None or p.manager_id in mine)


def _reach(actor: Actor, db: Database, manager_id: str, action: Action) -> None:
    if not superiors.reaches(db, actor, manager_id):
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(action))
