"""Objecting to a clawback: by the person, within the days that the rules give, decided by somebody else."""

from __future__ import annotations

from access import audit, delegation
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.stores.pay import ledger_store
from scoring.pay import ledger
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.rewards import holding
from workflow.rewards.clawback import clawing
from workflow.rewards.clawback.clawing import APPROVED, DISMISSED, OBJECTED, UPHELD, Clawback


def object_to(actor: Actor, db: Database, clawback_id: int, says: str) -> None:
    """Object to a clawback of one's own pay, saying why.

    Raises
    ------
    AccessDenied : somebody else's. WorkflowError : no reason, too late, or objected to already.
    """
    held = clawing.clawback(actor, db, clawback_id)
    require(actor, Action.FILE_APPEAL, held.manager_id)
    said = needed(says)
    last = clawing.until(db, held)
    if last is None or clock.today() > last:
        raise WorkflowError("errors-objection-late")

    def work(cursor: Cursor) -> None:
        clawing.now(cursor, clawback_id, APPROVED)
        clawing.happened(cursor, actor, clawback_id, OBJECTED, audit.now(), why=said)

    db.write(work)


def uphold(actor: Actor, db: Database, clawback_id: int, why: str, share: float = 1.0) -> None:
    """Uphold an objection: `share` of what was recovered is returned, as paid or as held as it was before.

    Raises
    ------
    WorkflowError : no reason, nothing objected to, a share that is none; who opened or approved the clawback.
    """
    require(actor, Action.DECIDE_APPEALS)
    reason = needed(why)
    if not 0 < share <= 1:
        raise WorkflowError("errors-objection-share")

    def work(cursor: Cursor) -> None:
        held = _decided_by(cursor, actor, clawing.now(cursor, clawback_id, OBJECTED))
        own = holding.positions(cursor, held.manager_id, held.period)
        entries = ledger.returning(f"clawback:{clawback_id}", own, share)
        at = audit.now()
        ledger_store.post(cursor, entries, at, actor.username)
        amount = sum(entry.amount for entry in entries)
        clawing.happened(cursor, actor, clawback_id, UPHELD, at, amount=amount, why=reason)

    db.write(work)


def dismiss(actor: Actor, db: Database, clawback_id: int, why: str) -> None:
    """Dismiss an objection: the clawback stands.

    Raises
    ------
    WorkflowError : no reason, nothing objected to; who opened or approved the clawback.
    """
    require(actor, Action.DECIDE_APPEALS)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        _decided_by(cursor, actor, clawing.now(cursor, clawback_id, OBJECTED))
        clawing.happened(cursor, actor, clawback_id, DISMISSED, audit.now(), why=reason)

    db.write(work)


def independent(actor: Actor, held: Clawback) -> bool:
    """Whether the actor had nothing to do with a clawback before it was objected to."""
    approved = held.approved
    return actor.username not in {held.made_by, approved.by if approved else ""}


def _decided_by(cursor: Cursor, actor: Actor, held: Clawback) -> Clawback:
    names = {held.made_by, held.approved.by if held.approved else held.made_by}
    if delegation.one_hand(cursor, actor, names, held.made_at):
        raise WorkflowError("errors-objection-same-person")
    return held
