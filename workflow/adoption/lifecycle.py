"""The life of a version: draft → proposed → in notice → adopted → retired, and who said what on the way.

Every function takes ``seen``, the count of events that the person had before the eyes: where more has
happened since, nothing is done and the person is told.
"""

from __future__ import annotations

import datetime as dt

from access import delegation
from access.actor import Actor
from access.permissions import Action
from data import clock
from data.database import Database
from data.stores import scheme_store
from scoring.periods import Period
from scoring.scheme import Authorisation, SchemeReference
from workflow.adoption import gate, impact, record, retirement
from workflow.adoption.standing import NOTICE_RULE
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.schemes import SchemeInfo

OPEN = ("draft", "proposed", "in-notice")
UNDER_DISCUSSION = ("proposed", "in-notice")


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
    person, info = record.opened(actor, db, Action.DRAFT_SCHEME, reference, ("draft",), seen)
    needed(why)
    # A beginning that would be refused at the end is refused now.
    cycle = next(r for r in gate.requirements(person, db, info, effective_from) if r.name == "cycle")
    if not cycle.met:
        raise WorkflowError("errors-propose-refused", count=len(cycle.obstacles), obstacles=cycle.obstacles)
    record.add(person, db, info, "proposed", effective_from=effective_from, why=why)
    impact.run(person, db, reference)


def withdraw(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Take a proposal back; it is a draft again, and votes begin anew when it is next proposed."""
    person, info = record.opened(actor, db, Action.DRAFT_SCHEME, reference, UNDER_DISCUSSION, seen)
    needed(why)
    record.add(person, db, info, "draft", why=why)


def vote(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    *,
    approve: bool,
    why: str = "",
    seen: int | None = None,
) -> None:
    """Approve a proposal or object to it (with a reason), on the run that is to be decided on; a new run
    asks again. Never the author; the last word holds.

    Raises
    ------
    WorkflowError : the author, or somebody whose role does not vote.
    """
    person, info = record.opened(actor, db, Action.APPROVE_SCHEME, reference, UNDER_DISCUSSION, seen)
    if _one_hand(db, person, info.created_by, info):
        raise WorkflowError("errors-approve-own", by=person.display_name or person.username)
    held = gate.standing(person, db, info)
    if any(vote.by != person.username and _one_hand(db, person, vote.by, info) for vote in held.votes):
        raise WorkflowError("errors-one-hand")
    detail = {"run": held.run, **record.voter(person)}
    if not approve:
        needed(why)
    record.add(person, db, info, "approved" if approve else "objected", detail=detail, why=why)


def authorise(
    actor: Actor, db: Database, reference: SchemeReference, leave: Authorisation, *, seen: int | None = None
) -> None:
    """Record the head office's authorisation of this version, which is not adopted yet; it counts once
    another person has confirmed it.

    Raises
    ------
    WorkflowError : something is missing, or it is of a day that it cannot be of.
    """
    person, info = record.opened(actor, db, Action.ADOPT_SCHEME, reference, OPEN, seen)
    if not (leave.reference.strip() and _is_day(leave.issued_on) and leave.scope.strip()):
        raise WorkflowError("errors-authorisation-incomplete")
    day, earliest = dt.date.fromisoformat(leave.issued_on), _earliest(person, db, info)
    if day > clock.today():
        raise WorkflowError("errors-authorisation-future", day=leave.issued_on)
    if earliest is not None and day < earliest:
        raise WorkflowError("errors-authorisation-early", day=leave.issued_on, earliest=earliest.isoformat())
    detail = {**vars(leave), "sha256": info.sha256}
    record.add(person, db, info, "authorised", detail=detail)


def confirm_authorisation(
    actor: Actor, db: Database, reference: SchemeReference, *, seen: int | None = None
) -> None:
    """Say that the head office's document was looked at, and that it is about this version; by somebody
    else than the person who recorded it."""
    person, info = record.opened(actor, db, Action.APPROVE_SCHEME, reference, OPEN, seen)
    given = gate.standing(person, db, info).authorised
    if given is None:
        raise WorkflowError("errors-authorisation-none")
    if _one_hand(db, person, given.by, info):
        raise WorkflowError("errors-authorisation-own", by=person.display_name or person.username)
    detail = {"reference": given.leave.reference, "sha256": info.sha256}
    record.add(person, db, info, "authorisation-confirmed", detail=detail)


def _one_hand(db: Database, person: Actor, other: str, info: SchemeInfo) -> bool:
    with db.read() as cursor:
        return delegation.one_hand(cursor, person, (other,), clock.local(info.created_at))


def _earliest(actor: Actor, db: Database, info: SchemeInfo) -> dt.date | None:
    """The day on which the version that is to be replaced was there already: leave to replace it cannot be
    older."""
    base = impact.replaced(actor, db, info)
    if base is None:
        return None
    days = [clock.local(base.created_at).date()]
    if base.effective_from is not None:
        days.append(base.effective_from.first_day)
    return min(days)


def reason(
    actor: Actor, db: Database, reference: SchemeReference, rule: str, why: str, *, seen: int | None = None
) -> None:
    """Write down why a warning is accepted. `rule` is the warning's mark (see `gate.mark`)."""
    person, info = record.opened(actor, db, Action.ADOPT_SCHEME, reference, UNDER_DISCUSSION, seen)
    needed(why)
    found = gate.findings(person, db, info, gate.beginning(info))
    known = {gate.mark(f) for f in found if f.severity == "warning"}
    if rule not in known | {NOTICE_RULE}:
        raise WorkflowError("errors-warning-unknown", rule=rule, known=", ".join(sorted(known)))
    detail = {"rule": rule, "run": gate.standing(person, db, info).run}
    record.add(person, db, info, "reasoned", detail=detail, why=why)


def give_notice(actor: Actor, db: Database, reference: SchemeReference, *, seen: int | None = None) -> None:
    """Post a proposal that meets everything but the notice itself for the staff to read; again, where
    another run has taken the place of the one that was posted.

    Raises
    ------
    WorkflowError : ``errors-notice-refused`` with the obstacles.
    """
    person, info = record.opened(actor, db, Action.ADOPT_SCHEME, reference, UNDER_DISCUSSION, seen)
    head, held = db.head(), gate.standing(person, db, info)
    if info.status == "in-notice" and held.posted is not None and held.posted.run == held.run:
        raise WorkflowError("errors-scheme-state", **reference._asdict(), status=info.status)
    against = [
        obstacle
        for requirement in gate.requirements(person, db, info, gate.beginning(info))
        if requirement.name not in ("notice", "second-person")
        for obstacle in requirement.obstacles
    ]
    if against:
        raise WorkflowError("errors-notice-refused", count=len(against), obstacles=tuple(against))
    record.add(person, db, info, "in-notice", detail={"run": held.run}, head=head)


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
    """Adopt a version from the start of the period on that it was proposed and posted for.

    Raises
    ------
    WorkflowError : ``errors-adopt-refused`` with the obstacles in ``params["obstacles"]``.
    """
    person, info = record.opened(actor, db, Action.ADOPT_SCHEME, reference, scheme_store.STATES, seen)
    needed(why)
    head = db.head()
    against = gate.obstacles(person, db, reference, effective_from)
    if against:
        raise WorkflowError("errors-adopt-refused", count=len(against), obstacles=against)
    detail = {"run": gate.standing(person, db, info).run, "role": person.role}
    record.add(
        *(person, db, info, "adopted"),
        effective_from=effective_from,
        detail=detail,
        why=why,
        at=at,
        head=head,
    )


def retire(
    actor: Actor, db: Database, reference: SchemeReference, why: str, *, seen: int | None = None
) -> None:
    """Lay a version aside: one that was never adopted, or an adopted one for which everything that is asked
    for stands (`retirement`). The periods that were scored by it keep it.

    Raises
    ------
    WorkflowError : ``errors-retire-refused`` with the obstacles.
    """
    person, info = record.opened(actor, db, Action.ADOPT_SCHEME, reference, (*OPEN, "adopted"), seen)
    needed(why)
    if info.adopted:
        against = [o for r in retirement.requirements(person, db, info) for o in r.obstacles]
        if against:
            raise WorkflowError("errors-retire-refused", count=len(against), obstacles=tuple(against))
    record.add(person, db, info, "retired", detail={"role": person.role}, why=why)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
