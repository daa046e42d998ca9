"""谁能看到我: who may see a manager's results, pay or talks, why, since and until when; for the person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from access import accounts, delegation
from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import Action, Reason, require, why
from data import clock
from data.cache import remembered
from data.database import Database
from data.stores.rights import delegation_store
from workflow.results import superiors
from workflow.rewards import runs


@dataclass(frozen=True)
class Seer:
    """Somebody who may see it: by user name, with the role and the reason; for whom, where it is by a
    delegation; days of the branch's time, None where it is not recorded or has no end."""

    username: str
    role: str
    reason: Reason
    acts_for: str
    since: dt.date | None
    until: dt.date | None


ACTIONS = (Action.VIEW_SCORECARD, Action.VIEW_PAY, Action.VIEW_GROWTH)


def seen_by(actor: Actor, db: Database, action: Action, manager_id: str) -> tuple[Seer, ...]:
    """Who else may see what `action` shows of the actor, who must be that person; by role.

    Raises
    ------
    AccessDenied : somebody else's.
    """
    require(actor, action, manager_id)
    if actor.manager_id != manager_id:
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(action))

    def make() -> tuple[Seer, ...]:
        with db.read() as cursor:
            since = delegation_store.roles_since(cursor)
        found = []
        for one in accounts.everybody(db).values():
            found += list(_as_self(db, one, action, manager_id, since))
            found += list(_for_others(db, one, action, manager_id))
        return tuple(found)

    return remembered(db, "seen-by", (action, manager_id, clock.today()), make)


def _as_self(
    db: Database, one: Actor, action: Action, manager_id: str, since: dict[str, dt.datetime]
) -> Iterator[Seer]:
    reason = _sees(db, one, action, manager_id)
    if reason is not None and one.manager_id != manager_id:
        at = since.get(one.username)
        yield Seer(one.username, one.role, reason, "", clock.local(at).date() if at else None, None)


def _for_others(db: Database, one: Actor, action: Action, manager_id: str) -> Iterator[Seer]:
    for held in delegation.open_to(db, one):
        stand_in = delegation.stand_in(db, one, held.delegation_id)
        if stand_in is not None and (reason := _sees(db, stand_in, action, manager_id)) is not None:
            yield Seer(one.username, stand_in.role, reason, held.giver, held.first_day, held.last_day)


def _sees(db: Database, one: Actor, action: Action, manager_id: str) -> Reason | None:
    """Why somebody sees it; None where not."""
    if action is Action.VIEW_PAY and runs.can_see_people(one, db):
        found = why(one, action, manager_id)
        return found.reason if found.allowed else why(one, Action.VIEW_PAY_TOTALS).reason
    verdict = why(one, action, manager_id)
    if not verdict.allowed:
        return None
    if action is Action.VIEW_GROWTH and not superiors.reaches(db, one, manager_id):
        return None
    return verdict.reason
