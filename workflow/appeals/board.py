"""What of appeals waits for somebody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Database
from workflow.appeals import reviewing, standing
from workflow.appeals.standing import FILED, PROPOSED, Appeal


@dataclass(frozen=True)
class WaitingAppeal:
    """An appeal that waits for the actor: to be taken, decided or confirmed (``step``); ``late``: its day is
    over."""

    appeal: Appeal
    step: str
    late: bool


def waiting(actor: Actor, db: Database, today: dt.date | None = None) -> tuple[WaitingAppeal, ...]:
    """The open appeals that the actor can move on, the most urgent first: those that nobody has taken, those
    taken oneself, and proposals of others; nothing on which the actor must not decide."""
    require(actor, Action.DECIDE_APPEALS)
    day = today or clock.today()

    def make() -> tuple[WaitingAppeal, ...]:
        found = []
        for one in standing.appeals(actor, db):
            step = _step(actor, one)
            if step and _may(actor, db, one):
                found.append(WaitingAppeal(one, step, day > one.decide_by))
        return tuple(sorted(found, key=lambda item: item.appeal.decide_by))

    return remembered(db, "appeals-waiting", (actor.username, day), make)


def _step(actor: Actor, one: Appeal) -> str:
    if one.state == FILED:
        return "take"
    if one.state == PROPOSED:
        return "" if one.proposal is not None and one.proposal.by == actor.username else "confirm"
    return "decide" if one.is_open and one.reviewer == actor.username else ""


def _may(actor: Actor, db: Database, one: Appeal) -> bool:
    against = {c.username: c.against for c in reviewing.candidates(actor, db, one.appeal_id)}
    return against.get(actor.username) == ""
