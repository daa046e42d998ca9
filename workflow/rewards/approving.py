"""Approving a run: two people who did not propose it say yes, and the second yes posts it to the ledger."""

from __future__ import annotations

from access import audit, delegation
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores.pay import ledger_store, run_store
from data.stores.pay.run_store import APPROVED, POSTED, TURNED_DOWN, WITHDRAWN
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.rewards import runs
from workflow.rewards.runs import RunInfo

APPROVALS = 2
"""So many people approve a run before it is posted."""


def approve(actor: Actor, db: Database, run_id: int, sha256: str, why: str = "") -> bool:
    """Approve a run as it was read (`sha256`), after it was worked out again and came to the same; whether
    this was the second approval, which posts it.

    Raises
    ------
    WorkflowError : it is not open; another content was read; the actor proposed or approved it; the facts
        give something else by now; it breaks a bound of the law; a reason of more than 500 characters;
        something was stored meanwhile.
    """
    require(actor, Action.APPROVE_PAY)
    said = runs.noted(why)
    with db.read() as cursor:
        info = _open(cursor, run_id)
    if sha256 != info.sha256:
        raise WorkflowError("errors-pay-run-other", run=run_id)
    with db.read() as cursor:
        names = (info.proposed_by, *(one.by for one in info.approvals))
        again = delegation.one_hand(cursor, actor, names, info.proposed_at)
    if again:
        raise WorkflowError("errors-pay-same-person", run=run_id)
    found = runs.worked_out(db, info.period)
    if found.content.sha256 != info.sha256:
        raise WorkflowError("errors-pay-facts-moved", run=run_id, period=info.period.code)
    if found.content.blocked:
        rules = sorted({one.rule for one in found.content.guards if one.severity == "error"})
        raise WorkflowError("errors-pay-guarded", run=run_id, rules=", ".join(rules))

    def work(cursor: Cursor) -> bool:
        runs.unmoved(cursor, found)
        run_store.add_event(cursor, run_id, APPROVED, audit.now(), actor.username, said)
        posts = len(info.approvals) + 1 == APPROVALS
        detail: dict[str, object] = {"period": info.period.code, "sha256": sha256}
        audit.append(cursor, actor, "post-pay" if posts else "approve-pay", f"run {run_id}", detail)
        if posts:
            entries = runs.granting(cursor, f"run:{run_id}", found.content)
            ledger_store.post(cursor, entries, audit.now(), actor.username)
            run_store.add_event(cursor, run_id, POSTED, audit.now(), actor.username)
        return posts

    return db.write(work)


def turn_down(actor: Actor, db: Database, run_id: int, why: str) -> None:
    """Turn an open run down, for a reason.

    Raises
    ------
    WorkflowError : it is not open, the actor proposed it, no reason or a long one.
    """
    require(actor, Action.APPROVE_PAY)
    _end(actor, db, run_id, TURNED_DOWN, runs.noted(needed(why)))


def withdraw(actor: Actor, db: Database, run_id: int, why: str) -> None:
    """Withdraw an open run that the actor proposed, for a reason.

    Raises
    ------
    WorkflowError : it is not open, somebody else proposed it, no reason or a long one.
    """
    require(actor, Action.RUN_PAY)
    _end(actor, db, run_id, WITHDRAWN, runs.noted(needed(why)))


def _end(actor: Actor, db: Database, run_id: int, kind: str, why: str) -> None:
    def work(cursor: Cursor) -> None:
        info = _open(cursor, run_id)
        if (info.proposed_by == actor.username) != (kind == WITHDRAWN):
            raise WorkflowError(
                "errors-pay-not-proposer" if kind == WITHDRAWN else "errors-pay-same-person", run=run_id
            )
        run_store.add_event(cursor, run_id, kind, audit.now(), actor.username, why)
        audit.append(cursor, actor, f"pay-{kind}", f"run {run_id}", {"period": info.period.code})

    db.write(work)


def _open(cursor: Cursor, run_id: int) -> RunInfo:
    info = runs.one(cursor, run_id)
    if not info.is_open:
        raise WorkflowError("errors-pay-run-over", run=run_id)
    return info
