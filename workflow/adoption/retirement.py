"""Laying an adopted version aside: what it was adopted with is asked for again. Somebody proposes it, two
others approve, the staff is told, and another person than the one who proposed it carries it out."""

from __future__ import annotations

import datetime as dt

from access import accounts, delegation
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Database
from scoring.periods import period_of
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.adoption import gate, record
from workflow.adoption import standing as standings
from workflow.adoption.gate import APPROVALS, Obstacle, Requirement
from workflow.adoption.standing import NOTICE_RULE, Retirement
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.schemes import SchemeInfo

ADOPTED = ("adopted",)


def under_way(actor: Actor, db: Database, info: SchemeInfo) -> Retirement | None:
    """What was said since it was proposed to lay a version aside; None where nobody proposes it."""
    return standings.retirement(gate.life(actor, db, info))


def requirements(
    actor: Actor, db: Database, info: SchemeInfo, *, today: dt.date | None = None
) -> tuple[Requirement, ...]:
    """Every requirement of laying an adopted version aside. While a branch sets up its first schemes nobody
    is touched: another version must hold, and that is all."""
    require(actor, Action.VIEW_SCHEMES)
    cover = Requirement("retire-cover", _cover(db, info))
    if gate.setting_up(actor, db):
        return (cover,)
    held = under_way(actor, db, info)
    if held is None:
        return (cover, Requirement("retire-proposed", (Obstacle("errors-retire-proposed", {}),)))
    approvals = held.approvals
    votes = (
        ()
        if approvals >= APPROVALS
        else (Obstacle("errors-approvals", {"count": approvals, "needed": APPROVALS}),)
    )
    own: tuple[Obstacle, ...] = ()
    if _one_hand(db, actor, held, held.proposed.by):
        name = accounts.called(db, actor.username)
        own = (Obstacle("errors-retire-own", {"by": name}),)
    return (
        cover,
        Requirement("retire-proposed", ()),
        Requirement("approvals", votes),
        Requirement("notice", _notice(held, today or clock.today())),
        Requirement("retire-second-person", own),
    )


def _cover(db: Database, info: SchemeInfo) -> tuple[Obstacle, ...]:
    """Whether periods to come would have a scheme without it."""
    now = period_of(clock.today(), info.scheme.cycle)
    begins = now if info.effective_from is None else max(now, info.effective_from)
    try:
        if schemes.in_force(db, begins).reference != info.reference:
            return ()
        if begins > now and schemes.in_force(db, begins, without=info.reference):
            return ()
    except WorkflowError:
        pass
    return (Obstacle("errors-retire-in-force", info.reference._asdict()),)


def _notice(held: Retirement, day: dt.date) -> tuple[Obstacle, ...]:
    if held.posted is None:
        return (Obstacle("errors-notice-missing", {}),)
    ends = gate.notice_ends(held.posted)
    if day < ends and held.urgent is None:
        return (Obstacle("errors-retire-notice-running", {"until": ends}, rule=NOTICE_RULE),)
    return ()


def propose(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Propose to lay an adopted version aside; votes begin anew."""
    person, info = record.opened(actor, db, Action.DRAFT_SCHEME, reference, ADOPTED, seen)
    if under_way(person, db, info) is not None:
        raise WorkflowError("errors-retire-under-way", **reference._asdict())
    if cover := _cover(db, info):
        raise WorkflowError(cover[0].key, **cover[0].params)
    record.add(person, db, info, "retirement-proposed", why=needed(why))


def withdraw(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Take the proposal back; the version stays adopted."""
    person, info, _ = _opened(actor, db, Action.DRAFT_SCHEME, reference, seen)
    record.add(person, db, info, "retirement-withdrawn", why=needed(why))


def _one_hand(db: Database, person: Actor, held: Retirement, other: str) -> bool:
    with db.read() as cursor:
        return delegation.one_hand(cursor, person, (other,), clock.local(held.proposed.at))


def vote(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    *,
    approve: bool,
    why: str = "",
    seen: int | None = None,
) -> None:
    """Approve laying a version aside, or object (with a reason). Never the person who proposed it."""
    person, info, held = _opened(actor, db, Action.APPROVE_SCHEME, reference, seen)
    if _one_hand(db, person, held, held.proposed.by):
        raise WorkflowError("errors-retire-own", by=person.display_name or person.username)
    others = [vote.by for vote in held.votes if vote.by != person.username]
    if any(_one_hand(db, person, held, other) for other in others):
        raise WorkflowError("errors-one-hand")
    if not approve:
        needed(why)
    kind = "retirement-approved" if approve else "retirement-objected"
    record.add(person, db, info, kind, detail=record.voter(person), why=why)


def give_notice(actor: Actor, db: Database, reference: SchemeReference, *, seen: int | None = None) -> None:
    """Tell the staff, once two others have approved.

    Raises
    ------
    WorkflowError : ``errors-notice-refused`` with the obstacles.
    """
    person, info, held = _opened(actor, db, Action.ADOPT_SCHEME, reference, seen)
    if held.posted is not None:
        raise WorkflowError("errors-retire-posted", **reference._asdict())
    against = [
        obstacle
        for requirement in requirements(person, db, info)
        if requirement.name not in ("notice", "retire-second-person")
        for obstacle in requirement.obstacles
    ]
    if against:
        raise WorkflowError("errors-notice-refused", count=len(against), obstacles=tuple(against))
    record.add(person, db, info, "retirement-in-notice")


def reason(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Write down why the notice need not run to its end."""
    person, info, held = _opened(actor, db, Action.ADOPT_SCHEME, reference, seen)
    if held.posted is None:
        raise WorkflowError("errors-notice-missing")
    record.add(person, db, info, "reasoned", detail={"rule": NOTICE_RULE}, why=needed(why))


def _opened(
    actor: Actor, db: Database, action: Action, reference: SchemeReference, seen: int | None
) -> tuple[Actor, SchemeInfo, Retirement]:
    person, info = record.opened(actor, db, action, reference, ADOPTED, seen)
    held = under_way(person, db, info)
    if held is None:
        raise WorkflowError("errors-retire-proposed")
    return person, info, held
