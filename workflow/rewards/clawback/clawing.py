"""Recovering what a period paid (追索扣回): opened with what a court asks for, approved by a second person.

It is posted to the ledger with the approval; from then on the person sees it and may object.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from access import audit, delegation
from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import Action, allowed, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.pay import clawback_store, ledger_store
from data.stores.pay.clawback_store import ClawbackEvent, Content, Evidence, StoredClawback
from scoring.errors import Phrase
from scoring.pay import ledger
from scoring.periods import Period, parse_period
from workflow import calendar
from workflow.appeals import filing
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.rewards import holding
from workflow.rewards.clawback import checklist
from workflow.rewards.clawback.checklist import Claim, Item

PROPOSED, APPROVED, OBJECTED = "proposed", "approved", "objected"
UPHELD, DISMISSED, TURNED_DOWN, WITHDRAWN = "upheld", "dismissed", "turned-down", "withdrawn"
File = tuple[str, bytes]
"""Name and content."""


@dataclass(frozen=True)
class Clawback(StoredClawback):
    """A clawback with what has happened to it, and the person's name (and English name)."""

    name: str
    name_en: str
    events: tuple[ClawbackEvent, ...]

    @property
    def state(self) -> str:
        """Where it stands: `PROPOSED`, or the kind of what happened last."""
        return self.events[-1].kind if self.events else PROPOSED

    @property
    def approved(self) -> ClawbackEvent | None:
        """Its approval, from which on it counts."""
        return next((event for event in self.events if event.kind == APPROVED), None)

    @property
    def items(self) -> tuple[Item, ...]:
        """Its checklist as it was when it was opened."""
        return tuple(Item(name, self.checklist[name], "") for name in checklist.ITEMS)

    @property
    def days(self) -> int:
        """For how many working days after its approval the person can object."""
        return int(self.checklist["appeal"]["days"])


@dataclass(frozen=True)
class Recoverable:
    """Somebody of whose pay something is paid or held, and of which periods, the latest first."""

    manager_id: str
    name: str
    name_en: str
    periods: tuple[Period, ...]


@dataclass(frozen=True)
class Preview:
    """What a clawback would come to: the checklist, and the fen that would be recovered."""

    items: tuple[Item, ...]
    amount: int


def recoverable(actor: Actor, db: Database) -> tuple[Recoverable, ...]:
    """Of whose pay something is paid or held, by name."""
    require(actor, Action.CLAW_BACK)

    def make() -> tuple[Recoverable, ...]:
        with db.read() as cursor:
            stands = ledger_store.balances(cursor)
            known = {one.manager_id: one for one in people_store.colleagues(cursor, clock.today())}
        left: defaultdict[str, set[Period]] = defaultdict(set)
        for one in stands:
            if one.manager_id in known and one.balance.paid + one.balance.held > 0:
                left[one.manager_id].add(parse_period(one.period))
        return tuple(
            Recoverable(who, known[who].name, known[who].name_en, tuple(sorted(periods, reverse=True)))
            for who, periods in sorted(left.items())
        )

    return remembered(db, "recoverable", clock.today(), make)


def preview(actor: Actor, db: Database, manager_id: str, period: Period, claim: Claim) -> Preview:
    """What is missing, and what would be recovered, before anything is opened.

    Raises
    ------
    WorkflowError : the period is not published.
    """
    require(actor, Action.CLAW_BACK)
    found = checklist.items(db, manager_id, period, claim)
    if not 0 < claim.ratio <= 1:
        return Preview(found, 0)
    with db.read() as cursor:
        return Preview(found, _amount(cursor, manager_id, period.code, claim.ratio))


def open_(
    actor: Actor, db: Database, manager_id: str, period: Period, claim: Claim, files: Sequence[File]
) -> int:
    """Open a clawback; its number.

    Raises
    ------
    WorkflowError : an item of the checklist is missing, which is named; nothing to recover; another one of
        the same pay is open; the period is not published; a file of another kind, damaged, too large or too
        many.
    """
    require(actor, Action.CLAW_BACK)
    checked = [filing.checked(name, content) for name, content in files]
    if len(checked) > filing.MOST_FILES:
        raise WorkflowError("errors-appeal-files", most=filing.MOST_FILES)
    claim = replace(claim, files=len(files))
    found = checklist.items(db, manager_id, period, claim)
    missing = next((item for item in found if not item.is_whole), None)
    if missing is not None:
        named = Phrase(f"clawback-missing-{missing.name}-{missing.missing}")
        raise WorkflowError(
            "errors-clawback-missing", item=Phrase(f"clawback-item-{missing.name}"), missing=named
        )
    sheet = checklist.published(db, period)

    def work(cursor: Cursor) -> int:
        for other in _whole(cursor, clawback_store.clawbacks(cursor, manager_id=manager_id)):
            if other.period == period.code and other.state in (PROPOSED, APPROVED, OBJECTED):
                raise WorkflowError("errors-clawback-again", number=other.clawback_id)
        amount = _amount(cursor, manager_id, period.code, claim.ratio)
        if amount <= 0:
            raise WorkflowError("errors-clawback-nothing")
        said = {item.name: dict(item.said) for item in found}
        new = clawback_store.NewClawback(
            manager_id, period.code, claim.ratio, amount, said, sheet.sheet_id, actor.username
        )
        at = audit.now()
        number = clawback_store.add(cursor, new, at)
        for file in checked:
            clawback_store.attach(cursor, number, file, at, actor.username)
        hashes = [sha256 for *_, sha256 in checked]
        detail = {"period": period.code, "sheet": sheet.sheet_id, "files": hashes}
        audit.append(cursor, actor, "clawback-opened", f"clawback {number}", detail)
        return number

    return db.write(work)


def approve(actor: Actor, db: Database, clawback_id: int) -> None:
    """Approve a clawback as the second person: it is posted to the ledger.

    Raises
    ------
    WorkflowError : not proposed any more, one's own; or what is paid and held is not what it was when it was
        opened.
    """
    require(actor, Action.CLAW_BACK)

    def work(cursor: Cursor) -> None:
        found = now(cursor, clawback_id, PROPOSED)
        _another(cursor, actor, found)
        document = f"clawback:{clawback_id}"
        own = holding.positions(cursor, found.manager_id, found.period)
        entries = ledger.clawing(document, own, found.ratio)
        if sum(entry.amount for entry in entries) != found.amount:
            raise WorkflowError("errors-clawback-moved")
        at = audit.now()
        ledger_store.post(cursor, entries, at, actor.username)
        happened(cursor, actor, clawback_id, APPROVED, at, amount=found.amount)

    db.write(work)


def turn_down(actor: Actor, db: Database, clawback_id: int, why: str) -> None:
    """Turn a clawback down as the second person, with the reason."""
    require(actor, Action.CLAW_BACK)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        _another(cursor, actor, now(cursor, clawback_id, PROPOSED))
        happened(cursor, actor, clawback_id, TURNED_DOWN, audit.now(), why=reason)

    db.write(work)


def withdraw(actor: Actor, db: Database, clawback_id: int, why: str) -> None:
    """Take back a clawback that one opened, while it waits, with the reason."""
    require(actor, Action.CLAW_BACK)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        if now(cursor, clawback_id, PROPOSED).made_by != actor.username:
            raise WorkflowError("errors-clawback-not-own")
        happened(cursor, actor, clawback_id, WITHDRAWN, audit.now(), why=reason)

    db.write(work)


def clawbacks(actor: Actor, db: Database) -> tuple[Clawback, ...]:
    """The clawbacks that the actor may see, newest first."""
    with db.read() as cursor:
        found = _whole(cursor, clawback_store.clawbacks(cursor))
    return tuple(one for one in reversed(found) if may_see(actor, one))


def clawback(actor: Actor, db: Database, clawback_id: int) -> Clawback:
    """One clawback.

    Raises
    ------
    AccessDenied : not the actor's to see; or there is none, which is not told apart.
    """
    with db.read() as cursor:
        found = _whole(cursor, clawback_store.clawbacks(cursor, clawback_id=clawback_id))
    if not found or not may_see(actor, found[0]):
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(Action.CLAW_BACK))
    return found[0]


def may_see(actor: Actor, held: Clawback) -> bool:
    """Whether the actor sees a clawback: who recovers pay every one; who decides appeals one that is objected
    to; the person once it counts."""
    if allowed(actor, Action.CLAW_BACK):
        return True
    if any(event.kind == OBJECTED for event in held.events) and allowed(actor, Action.DECIDE_APPEALS):
        return True
    return held.approved is not None and allowed(actor, Action.VIEW_PAY, held.manager_id)


def evidence(actor: Actor, db: Database, clawback_id: int) -> tuple[Evidence, ...]:
    """The files of a clawback that the actor may see."""
    clawback(actor, db, clawback_id)
    with db.read() as cursor:
        return tuple(clawback_store.evidence(cursor, clawback_id))


def content(actor: Actor, db: Database, attachment_id: int) -> Content:
    """A file of evidence, to be handed out.

    Raises
    ------
    AccessDenied : of a clawback that is not the actor's to see; or there is none, which is not told apart.
    """
    with db.read() as cursor:
        found = clawback_store.content(cursor, attachment_id)
    if found is None:
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(Action.CLAW_BACK))
    clawback(actor, db, found.clawback_id)
    return found


def last_day(actor: Actor, db: Database, clawback_id: int) -> dt.date | None:
    """The last day on which the person can object to a clawback that the actor may see; None before it was
    approved."""
    return until(db, clawback(actor, db, clawback_id))


def until(db: Database, held: Clawback) -> dt.date | None:
    """The same, for modules that have asked `access`."""
    approved = held.approved
    return None if approved is None else calendar.held(db).after(approved.at.date(), held.days)


def now(cursor: Cursor, clawback_id: int, *states: str) -> Clawback:
    """A clawback within a transaction, for modules that have asked `access`.

    Raises
    ------
    WorkflowError : there is none, or it is in none of `states` any more.
    """
    found = _whole(cursor, clawback_store.clawbacks(cursor, clawback_id=clawback_id))
    if not found:
        raise WorkflowError("errors-clawback-unknown", number=clawback_id)
    if found[0].state not in states:
        raise WorkflowError("errors-clawback-state", number=clawback_id)
    return found[0]


def happened(
    cursor: Cursor,
    actor: Actor,
    clawback_id: int,
    kind: str,
    at: dt.datetime,
    *,
    amount: int | None = None,
    why: str = "",
) -> None:
    """Something happens to a clawback, and stands in the trail; never the amount nor what was said."""
    clawback_store.add_event(cursor, clawback_id, kind, at, actor.username, amount=amount, why=why)
    audit.append(cursor, actor, f"clawback-{kind}", f"clawback {clawback_id}", {})


def _another(cursor: Cursor, actor: Actor, found: Clawback) -> None:
    if delegation.one_hand(cursor, actor, (found.made_by,), found.made_at):
        raise WorkflowError("errors-clawback-same-person")


def _amount(cursor: Cursor, manager_id: str, period: str, ratio: float) -> int:
    """What a ratio of what is paid and held comes to, in fen."""
    own = holding.positions(cursor, manager_id, period)
    return sum(entry.amount for entry in ledger.clawing("clawback:0", own, ratio))


def _whole(cursor: Cursor, found: Iterable[StoredClawback]) -> list[Clawback]:
    stored = list(found)
    if not stored:
        return []
    happened = clawback_store.events(cursor)
    staff = people_store.people(cursor).set_index("manager_id")
    whole = []
    for one in stored:
        known = one.manager_id in staff.index
        name, name_en = (
            (str(staff.at[one.manager_id, c]) for c in ("name", "name_en"))
            if known
            else (one.manager_id,) * 2
        )
        events = tuple(event for event in happened if event.clawback_id == one.clawback_id)
        whole.append(Clawback(**vars(one), name=name, name_en=name_en, events=events))
    return whole
