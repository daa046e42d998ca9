"""The life of a version: draft → proposed → in notice → adopted → retired, and who said what on the way.

Every function takes ``seen``, the count of events that the person had before the eyes: where more has
happened since, nothing is done and the person is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data import clock
from data.database import Cursor, Database
from data.stores import scheme_store
from scoring.periods import Period, period_of
from scoring.scheme import Authorisation, SchemeReference
from workflow import schemes
from workflow.adoption import gate, impact
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.schemes import SchemeInfo

OPEN = ("draft", "proposed", "in-notice")
UNDER_DISCUSSION = ("proposed", "in-notice")


@dataclass(frozen=True)
class Comment:
    """What somebody said about a version."""

    at: dt.datetime
    by: str
    name: str
    role: str
    text: str


def propose(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    effective_from: Period,
    why: str,
    *,
    seen: int | None = None,
) -> None:
    """Put a draft before the committee and the staff, with the period it is to begin with and the run of
    what it does to everybody."""
    require(actor, Action.DRAFT_SCHEME)
    info = _open(actor, db, reference, ("draft",), seen)
    needed(why)
    # A beginning that would be refused at the end is refused now.
    cycle = next(r for r in gate.requirements(actor, db, info, effective_from) if r.name == "cycle")
    if not cycle.met:
        raise WorkflowError("errors-propose-refused", count=len(cycle.obstacles), obstacles=cycle.obstacles)
    _happens(actor, db, info, "proposed", effective_from=effective_from, why=why)
    impact.run(actor, db, reference)


def withdraw(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Take a proposal back; it is a draft again, and votes begin anew when it is next proposed."""
    require(actor, Action.DRAFT_SCHEME)
    info = _open(actor, db, reference, UNDER_DISCUSSION, seen)
    needed(why)
    _happens(actor, db, info, "draft", why=why)


def comment(actor: Actor, db: Database, reference: SchemeReference, text: str) -> None:
    """Say something about a version that is under discussion or in force."""
    require(actor, Action.COMMENT_SCHEME)
    info = schemes.scheme(actor, db, reference)
    needed(text)
    detail = {"name": actor.display_name or actor.username, "role": actor.role}

    def work(cursor: Cursor) -> None:
        scheme_store.add_event(
            cursor, info.reference, "comment", actor.username, audit.now(), detail=detail, why=text.strip()
        )
        audit.append(cursor, actor, "comment-scheme", info.key, {})

    db.write(work)


def comments(actor: Actor, db: Database, reference: SchemeReference) -> tuple[Comment, ...]:
    """What was said, oldest first; managers read their own words and the committee's, not each other's."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        events = scheme_store.events(cursor, reference)
    found = [
        Comment(e.at, e.by, e.detail.get("name", e.by), e.detail.get("role", ""), e.why)
        for e in events
        if e.kind == "comment"
    ]
    if allowed(actor, Action.SIMULATE):
        return tuple(found)
    return tuple(c for c in found if c.by == actor.username or c.role in ("committee", "president"))


def vote(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    *,
    approve: bool,
    why: str = "",
    seen: int | None = None,
) -> None:
    """Approve a proposal or object to it (with a reason). Never the author; the last word holds."""
    require(actor, Action.APPROVE_SCHEME)
    info = _open(actor, db, reference, UNDER_DISCUSSION, seen)
    if info.created_by == actor.username:
        raise WorkflowError("errors-approve-own", by=actor.display_name or actor.username)
    if not approve:
        needed(why)
    kept = impact.latest(actor, db, reference)
    detail = {"run": kept.run_id if kept else None, "name": actor.display_name or actor.username}
    _happens(actor, db, info, "approved" if approve else "objected", detail=detail, why=why)


def authorise(
    actor: Actor, db: Database, reference: SchemeReference, leave: Authorisation, *, seen: int | None = None
) -> None:
    """Record the head office's authorisation of a version that is not adopted yet."""
    require(actor, Action.ADOPT_SCHEME)
    info = _open(actor, db, reference, OPEN, seen)
    if not (leave.reference.strip() and _is_day(leave.issued_on) and leave.scope.strip()):
        raise WorkflowError("errors-authorisation-incomplete")
    detail = {"reference": leave.reference, "issued_on": leave.issued_on, "scope": leave.scope}
    _happens(actor, db, info, "authorised", detail=detail)


def reason(
    actor: Actor, db: Database, reference: SchemeReference, rule: str, why: str, *, seen: int | None = None
) -> None:
    """Write down why a warning is accepted. `rule` is the warning's mark (see `gate.mark`)."""
    require(actor, Action.ADOPT_SCHEME)
    info = _open(actor, db, reference, UNDER_DISCUSSION, seen)
    needed(why)
    found = gate.findings(actor, db, info, gate.beginning(info))
    known = {gate.mark(f) for f in found if f.severity == "warning"}
    if rule not in known | {gate.NOTICE_RULE}:
        raise WorkflowError("errors-warning-unknown", rule=rule, known=", ".join(sorted(known)))
    _happens(actor, db, info, "reasoned", detail={"rule": rule}, why=why)


def give_notice(actor: Actor, db: Database, reference: SchemeReference, *, seen: int | None = None) -> None:
    """Post a proposal that meets everything but the notice itself for the staff to read.

    Raises
    ------
    WorkflowError : ``errors-notice-refused`` with the obstacles.
    """
    require(actor, Action.ADOPT_SCHEME)
    info = _open(actor, db, reference, ("proposed",), seen)
    head = db.head()
    against = [
        obstacle
        for requirement in gate.requirements(actor, db, info, gate.beginning(info))
        if requirement.name not in ("notice", "second-person")
        for obstacle in requirement.obstacles
    ]
    if against:
        raise WorkflowError("errors-notice-refused", count=len(against), obstacles=tuple(against))
    _happens(actor, db, info, "in-notice", head=head)


def adopt(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    effective_from: Period,
    why: str,
    *,
    at: dt.datetime | None = None,
    seen: int | None = None,
) -> None:
    """Adopt a version from the start of a period on.

    Raises
    ------
    WorkflowError : ``errors-adopt-refused`` with the obstacles in ``params["obstacles"]``.
    """
    require(actor, Action.ADOPT_SCHEME)
    needed(why)
    head = db.head()
    info = schemes.scheme(actor, db, reference)
    _still(info, seen)
    against = gate.obstacles(actor, db, reference, effective_from)
    if against:
        raise WorkflowError("errors-adopt-refused", count=len(against), obstacles=against)
    _happens(actor, db, info, "adopted", effective_from=effective_from, why=why, at=at, head=head)


def retire(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Lay a version aside: one that was never adopted, has not begun, or has been replaced. The periods
    that were scored by it keep it.

    Raises
    ------
    WorkflowError : it is in force, so that periods to come would have no scheme.
    """
    require(actor, Action.ADOPT_SCHEME)
    info = _open(actor, db, reference, (*OPEN, "adopted"), seen)
    needed(why)
    if info.adopted and info.effective_from is not None:
        now = period_of(clock.today(), info.scheme.cycle)
        if info.effective_from <= now:
            held = schemes.in_force(db, now)
            if held.reference == info.reference:
                raise WorkflowError("errors-retire-in-force", **reference._asdict())
    _happens(actor, db, info, "retired", why=why)


def _open(
    actor: Actor, db: Database, reference: SchemeReference, states: tuple[str, ...], seen: int | None
) -> SchemeInfo:
    """The version, where it is in one of `states` and nothing has happened that the person did not see."""
    info = schemes.scheme(actor, db, reference)
    _still(info, seen)
    if info.status not in states:
        raise WorkflowError("errors-scheme-state", **reference._asdict(), status=info.status)
    return info


def _still(info: SchemeInfo, seen: int | None) -> None:
    if seen is not None and seen != info.events:
        raise WorkflowError("errors-scheme-moved", **info.reference._asdict())


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _happens(
    actor: Actor,
    db: Database,
    info: SchemeInfo,
    kind: str,
    *,
    effective_from: Period | None = None,
    detail: Mapping[str, object] | None = None,
    why: str = "",
    at: dt.datetime | None = None,
    head: int | None = None,
) -> None:
    """Add to the version's life, unless something happened to it (or, with `head`, to anything stored)
    since it was looked at."""
    begins = None if effective_from is None else effective_from.code

    def work(cursor: Cursor) -> None:
        moved = scheme_store.count_events(cursor, info.reference) != info.events
        if moved or (head is not None and audit.last_number(cursor) != head):
            raise WorkflowError("errors-scheme-moved", **info.reference._asdict())
        scheme_store.add_event(
            cursor,
            info.reference,
            kind,
            actor.username,
            at or audit.now(),
            effective_from=begins,
            detail=detail,
            why=why.strip() or None,
        )
        told: dict[str, object] = {"effective_from": begins, "why": why, **(detail or {})}
        audit.append(cursor, actor, f"scheme-{kind}", info.key, told)

    db.write(work)
