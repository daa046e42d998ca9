"""Reviewing an appeal: by somebody who did not make the figure, decided with a reason, granted by two."""

from __future__ import annotations

import math
from dataclasses import dataclass

from access import accounts, audit, delegation
from access.actor import Actor
from access.permissions import Action, holders, require
from data.database import Cursor, Database
from data.stores.appeals import appeal_store
from data.stores.intake import batch_store, event_store, value_store
from data.stores.reviews import assignment_store, calibration_store
from workflow.appeals import effect, figures, standing
from workflow.appeals.standing import FILED, PROPOSED, TAKEN, TURNED_DOWN, Appeal
from workflow.errors import WorkflowError
from workflow.reasons import needed


@dataclass(frozen=True)
class Candidate:
    """Somebody who decides appeals: user name, shown name, and why this one must not ("" where nothing is
    against it): "brought" or "approved" the figure, "rated" the person, "calibrated" the rating."""

    username: str
    name: str
    against: str


def candidates(actor: Actor, db: Database, appeal_id: int) -> tuple[Candidate, ...]:
    """Everybody who decides appeals, with what is against their deciding on this one."""
    require(actor, Action.DECIDE_APPEALS)
    found = standing.appeal(actor, db, appeal_id)
    with db.read() as cursor:
        made_by = _authors(cursor, found)
    deciding = accounts.with_role(db, holders(Action.DECIDE_APPEALS))
    return tuple(
        Candidate(one.username, one.display_name or one.username, made_by.get(one.username, ""))
        for one in deciding
    )


def take(actor: Actor, db: Database, appeal_id: int, reviewer: str | None = None) -> None:
    """Review an appeal, or (`reviewer`) give it to somebody else who decides appeals.

    Raises
    ------
    WorkflowError : it is decided, or who is to review it made the figure.
    """
    chosen = reviewer or actor.username
    independent(actor, db, appeal_id, chosen)

    def work(cursor: Cursor) -> None:
        found = standing.now(cursor, appeal_id, FILED, TAKEN)
        kind = "taken" if found.state == FILED else "handed-on"
        _event(cursor, actor, appeal_id, kind, detail={"reviewer": chosen})

    db.write(work)


def ask(actor: Actor, db: Database, appeal_id: int, text: str) -> None:
    """Ask the person something; only who reviews it."""
    require(actor, Action.DECIDE_APPEALS)
    said = needed(text)

    def work(cursor: Cursor) -> None:
        _mine(actor, standing.now(cursor, appeal_id, TAKEN))
        _event(cursor, actor, appeal_id, "asked", why=said)

    db.write(work)


def answer(actor: Actor, db: Database, appeal_id: int, text: str) -> None:
    """Answer what was asked about one's own appeal, or add something to it."""
    found = standing.appeal(actor, db, appeal_id)
    require(actor, Action.FILE_APPEAL, found.manager_id)
    said = needed(text)

    def work(cursor: Cursor) -> None:
        standing.now(cursor, appeal_id, FILED, TAKEN)
        _event(cursor, actor, appeal_id, "answered", why=said)

    db.write(work)


def propose(
    actor: Actor, db: Database, appeal_id: int, why: str, value: float | None, *, correct: bool = True
) -> None:
    """Propose to grant an appeal, with the number that the figure is to become (None: an event is taken
    back); with `correct` off it is granted without a correction: what was wrong is put on record.

    Raises
    ------
    WorkflowError : no reason; not the reviewer; a number that nothing can be; a correction of the result as a
        whole; or figures that would come to less than what was published: an appeal makes nothing worse.
    """
    require(actor, Action.DECIDE_APPEALS)
    reason = needed(why)
    found = standing.appeal(actor, db, appeal_id)
    if correct:
        if found.subject == figures.RESULT or (value is None and found.subject != figures.EVENT):
            raise WorkflowError("errors-appeal-value")
        if value is not None and not math.isfinite(value):
            raise WorkflowError("errors-appeal-value")
        if effect.effect(actor, db, appeal_id, value).worse:
            raise WorkflowError("errors-appeal-worse")

    def work(cursor: Cursor) -> None:
        _mine(actor, standing.now(cursor, appeal_id, TAKEN))
        _event(cursor, actor, appeal_id, "proposed", why=reason, detail={"value": value, "correct": correct})

    db.write(work)


def send_back(actor: Actor, db: Database, appeal_id: int, why: str) -> None:
    """Send a proposal back to its reviewer, with the reason; whoever could have confirmed it."""
    reason = needed(why)
    independent(actor, db, appeal_id, actor.username)

    def work(cursor: Cursor) -> None:
        another(cursor, actor, standing.now(cursor, appeal_id, PROPOSED))
        _event(cursor, actor, appeal_id, "sent-back", why=reason)

    db.write(work)


def turn_down(actor: Actor, db: Database, appeal_id: int, why: str) -> None:
    """Turn an appeal down, with the reason; only who reviews it. The result stays as it is."""
    require(actor, Action.DECIDE_APPEALS)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        _mine(actor, standing.now(cursor, appeal_id, TAKEN))
        _event(cursor, actor, appeal_id, TURNED_DOWN, why=reason)

    db.write(work)


def another(cursor: Cursor, actor: Actor, found: Appeal) -> None:
    """Refuse that whoever proposed something also confirms it."""
    made = found.proposal
    if made is not None and delegation.one_hand(cursor, actor, (made.by,), made.at):
        raise WorkflowError("errors-appeal-same-person")


def independent(actor: Actor, db: Database, appeal_id: int, username: str) -> None:
    """Refuse that somebody decides who made the figure, or who decides no appeals at all."""
    known = {one.username: one for one in candidates(actor, db, appeal_id)}
    if username not in known:
        raise WorkflowError("errors-appeal-reviewer-unknown", name=username)
    with db.read() as cursor:
        authors = _authors(cursor, standing.appeal(actor, db, appeal_id))
        joined = username == actor.username and delegation.one_hand(cursor, actor, authors)
    if known[username].against or joined:
        raise WorkflowError("errors-appeal-reviewer", name=known[username].name)


def _mine(actor: Actor, found: Appeal) -> None:
    if found.reviewer != actor.username:
        raise WorkflowError("errors-appeal-not-reviewer")


def _event(
    cursor: Cursor,
    actor: Actor,
    appeal_id: int,
    kind: str,
    *,
    why: str | None = None,
    detail: dict[str, object] | None = None,
) -> None:
    appeal_store.add_event(cursor, appeal_id, kind, audit.now(), actor.username, why=why, detail=detail)
    audit.append(cursor, actor, f"appeal-{kind}", f"appeal {appeal_id}", detail or {})


def _authors(cursor: Cursor, found: Appeal) -> dict[str, str]:
    """Who made the figure: user name → how."""
    key = found.key
    if found.subject == figures.RESULT:
        return {}
    if found.subject == figures.EVENT:
        place = (key["manager_id"], key["period"], key["kind"], key["identity"])
        batches = event_store.batches_of(cursor, place)
    else:
        cell = (key["manager_id"], key["period"], key["indicator_code"])
        held = value_store.value_history(cursor, *cell, found.subject)
        batches = {one.batch for one in held if one.batch is not None}
    made: dict[str, str] = {}
    for batch in sorted(batches):
        for name, how in batch_store.authors(cursor, batch):
            made.setdefault(name, how)
    if found.subject == figures.MEASUREMENT:
        rating = (found.manager_id, key["indicator_code"])
        made |= dict.fromkeys(assignment_store.superiors_of(cursor, *rating), "rated")
        made |= dict.fromkeys(calibration_store.deciders(cursor, *rating), "calibrated")
    return made
