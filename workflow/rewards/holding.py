"""Deferred pay: which instalments are due, what speaks against each, and their release after a risk check.

One person of the committee looks into an instalment and proposes to release, to forfeit or to postpone it; a
second one approves, and it moves in the ledger.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from access import audit, delegation
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.pay import check_store, clawback_store, ledger_store
from data.stores.pay.check_store import APPROVED, TURNED_DOWN, WITHDRAWN, CheckEvent, StoredCheck
from scoring.errors import Phrase
from scoring.pay import ledger
from scoring.pay.ledger import Origin, Position
from scoring.periods import parse_period
from workflow.errors import WorkflowError
from workflow.growth import plan_states
from workflow.reasons import needed
from workflow.rewards import findings

RELEASE, FORFEIT, POSTPONE = VERDICTS = ("release", "forfeit", "postpone")
_Key = tuple[str, str, int]
"""Person, period and instalment."""


@dataclass(frozen=True)
class Check(StoredCheck):
    """A check with how it ended; None while it waits for the second person."""

    end: CheckEvent | None

    @property
    def key(self) -> _Key:
        """Whose instalment of which period it is about."""
        return self.manager_id, self.period, self.instalment


@dataclass(frozen=True)
class DueInstalment:
    """An instalment that is held.

    Parameters
    ----------
    manager_id, name, name_en, left_on : whose it is, and when the person left (None: is there).
    period, instalment, of : which part of what was held back in which period, of how many.
    amount : fen. due_on : when it may be looked into, as it was postponed to last.
    against : what speaks against its release, as sentences. check : a check that waits for approval.
    earlier : checks that ended, oldest first.
    """

    manager_id: str
    name: str
    name_en: str
    left_on: dt.date | None
    period: str
    instalment: int
    of: int
    amount: int
    due_on: dt.date
    against: tuple[Phrase, ...]
    check: Check | None
    earlier: tuple[Check, ...]

    @property
    def key(self) -> _Key:
        """Person, period and instalment."""
        return self.manager_id, self.period, self.instalment


def due(actor: Actor, db: Database, on: dt.date | None = None) -> tuple[DueInstalment, ...]:
    """What is held and due on a day (today), earliest first."""
    require(actor, Action.RELEASE_PAY)
    day = on or clock.today()
    return tuple(one for one in _held(db) if one.due_on <= day)


def coming(actor: Actor, db: Database) -> Mapping[dt.date, tuple[int, int]]:
    """What is held and not due yet: day → how many instalments and what they come to, in fen."""
    require(actor, Action.RELEASE_PAY)
    found: defaultdict[dt.date, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in _held(db):
        if one.due_on > clock.today():
            count, amount = found[one.due_on]
            found[one.due_on] = (count + 1, amount + one.amount)
    return dict(sorted(found.items()))


def checks(actor: Actor, db: Database) -> tuple[Check, ...]:
    """Every check, newest first."""
    require(actor, Action.RELEASE_PAY)
    with db.read() as cursor:
        return tuple(reversed(_checks(cursor)))


def check(
    actor: Actor,
    db: Database,
    manager_id: str,
    period: str,
    instalment: int,
    verdict: str,
    findings: str,
    evidence: str,
    postponed_to: dt.date | None = None,
) -> int:
    """Say what was looked into before an instalment is released, and what is proposed; the check's number.

    Raises
    ------
    WorkflowError : an unknown verdict; nothing of the instalment is held, it is not due yet, or a check of it
        waits; no findings or no evidence; a day of postponement that is missing or not to come.
    """
    require(actor, Action.RELEASE_PAY)
    found, ground = needed(findings), evidence.strip()
    if verdict not in VERDICTS:
        raise WorkflowError("errors-check-verdict")
    if not ground:
        raise WorkflowError("errors-check-evidence")
    until = postponed_to if verdict == POSTPONE else None
    if verdict == POSTPONE and (until is None or until <= clock.today()):
        raise WorkflowError("errors-check-until")
    key = (manager_id, parse_period(period).code, instalment)

    def work(cursor: Cursor) -> int:
        made = _checks(cursor)
        amount, due_on = _standing(cursor, made, key)
        if due_on > clock.today():
            raise WorkflowError("errors-check-early", day=due_on)
        if any(one.key == key and one.end is None for one in made):
            raise WorkflowError("errors-check-waits")
        said = check_store.NewCheck(*key, verdict, until, amount, found, ground, actor.username)
        number = check_store.add(cursor, said, audit.now())
        detail = {"verdict": verdict, "period": key[1], "instalment": instalment}
        audit.append(cursor, actor, "pay-checked", f"check {number}", detail)
        return number

    return db.write(work)


def approve(actor: Actor, db: Database, check_id: int) -> None:
    """Approve a check as the second person: its instalment is released, forfeited or postponed.

    Raises
    ------
    WorkflowError : no such check, it has ended, one's own; or what is held is not what was checked any more.
    """
    require(actor, Action.RELEASE_PAY)

    def work(cursor: Cursor) -> None:
        made = _checks(cursor)
        found = _waiting(made, check_id)
        if delegation.one_hand(cursor, actor, (found.made_by,), found.made_at):
            raise WorkflowError("errors-check-same-person")
        amount, _ = _standing(cursor, made, found.key)
        if amount != found.amount:
            raise WorkflowError("errors-check-moved")
        post = {RELEASE: ledger.releasing, FORFEIT: ledger.forfeiting}.get(found.verdict)
        at = audit.now()
        if post is not None:
            own = positions(cursor, found.manager_id, found.period)
            ledger_store.post(cursor, post(f"check:{check_id}", own, found.instalment), at, actor.username)
        _end(cursor, actor, check_id, APPROVED, "", at)

    db.write(work)


def turn_down(actor: Actor, db: Database, check_id: int, why: str) -> None:
    """Turn a check down as the second person, with the reason; the instalment stays held."""
    require(actor, Action.RELEASE_PAY)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        if _waiting(_checks(cursor), check_id).made_by == actor.username:
            raise WorkflowError("errors-check-same-person")
        _end(cursor, actor, check_id, TURNED_DOWN, reason, audit.now())

    db.write(work)


def withdraw(actor: Actor, db: Database, check_id: int) -> None:
    """Take one's own check back while it waits."""
    require(actor, Action.RELEASE_PAY)

    def work(cursor: Cursor) -> None:
        if _waiting(_checks(cursor), check_id).made_by != actor.username:
            raise WorkflowError("errors-check-not-own")
        _end(cursor, actor, check_id, WITHDRAWN, "", audit.now())

    db.write(work)


def positions(cursor: Cursor, manager_id: str, period: str) -> dict[Origin, Position]:
    """Where a person's pay of a period stands, for modules that have asked `access`."""
    return ledger.position(ledger_store.entries(cursor, period=period, manager_id=manager_id))


def _held(db: Database) -> tuple[DueInstalment, ...]:
    """Every instalment of which something is held, earliest first."""
    today = clock.today()

    def make() -> tuple[DueInstalment, ...]:
        with db.read() as cursor:
            made = _checks(cursor)
            held = _amounts(ledger.position(ledger_store.entries(cursor)))
            known = {one.manager_id: one for one in people_store.colleagues(cursor, today)}
            gone = people_store.gone(cursor, today)
            against = _against(cursor, db, {key[0] for key in held})
        by_key: defaultdict[_Key, list[Check]] = defaultdict(list)
        for one in made:
            by_key[one.key].append(one)
        found = []
        for key, (amount, due_on, of) in held.items():
            person, period, instalment = key
            own = by_key[key]
            colleague = known.get(person)
            found.append(
                DueInstalment(
                    person,
                    colleague.name if colleague else person,
                    colleague.name_en if colleague else person,
                    gone.get(person),
                    period,
                    instalment,
                    of,
                    amount,
                    _postponed(own, due_on),
                    tuple(said for on, said in against[person] if on is None or on > _last_day(period)),
                    next((one for one in own if one.end is None), None),
                    tuple(one for one in own if one.end is not None),
                )
            )
        return tuple(sorted(found, key=lambda one: (one.due_on, one.period, one.manager_id)))

    return remembered(db, "held-pay", today, make)


def _amounts(found: Mapping[Origin, Position]) -> dict[_Key, tuple[int, dt.date, int]]:
    """By instalment what of it is held (nothing where it is none), when it is due, and of how many it is
    one."""
    held: dict[_Key, tuple[int, dt.date, int]] = {}
    for origin, own in found.items():
        numbered = [number for number in own.parts if number]
        for number in numbered:
            part = own.parts[number]
            amount, key = part.on("held"), (origin.manager_id, origin.period, number)
            if amount and part.due_on is not None:
                before = held.get(key, (0, part.due_on, 0))
                held[key] = (before[0] + amount, part.due_on, max(before[2], *numbered))
    return {key: one for key, one in held.items() if one[0]}


def _standing(cursor: Cursor, made: Sequence[Check], key: _Key) -> tuple[int, dt.date]:
    """What is held of an instalment, and when it is due."""
    person, period, _ = key
    held = _amounts(positions(cursor, person, period))
    if key not in held:
        raise WorkflowError("errors-check-nothing")
    amount, due_on, _ = held[key]
    return amount, _postponed([one for one in made if one.key == key], due_on)


def _postponed(own: Sequence[Check], due_on: dt.date) -> dt.date:
    """When an instalment is due that may have been postponed."""
    days = [one.postponed_to for one in own if one.end is not None and one.end.kind == APPROVED]
    return next((day for day in reversed(days) if day is not None), due_on)


def _against(
    cursor: Cursor, db: Database, people: Iterable[str]
) -> Mapping[str, list[tuple[dt.date | None, Phrase]]]:
    """By person what speaks against releasing deferred pay, each with the last day of the period that it came
    up in: it speaks against pay of earlier ones (None: against any)."""
    found: defaultdict[str, list[tuple[dt.date | None, Phrase]]] = defaultdict(list)
    for one in findings.every(db):
        said = {"period": one.period, "reason": one.reason}
        if one.state == findings.PENDING:
            found[one.manager_id].append((None, Phrase("release-against-pending", said)))
        elif one.counts:
            phrase = Phrase(f"release-against-{one.kind}", said | {"points": one.points})
            found[one.manager_id].append((_last_day(one.period), phrase))
    for plan in plan_states.every(db):
        if plan.state in plan_states.OPEN:
            found[plan.manager_id].append((None, Phrase("release-against-plan", {"number": plan.plan_id})))
    ended = ("turned-down", "withdrawn", "upheld")
    over = {event.clawback_id for event in clawback_store.events(cursor) if event.kind in ended}
    for clawback in clawback_store.clawbacks(cursor):
        if clawback.clawback_id not in over:
            which = {"number": clawback.clawback_id, "period": clawback.period}
            found[clawback.manager_id].append((None, Phrase("release-against-clawback", which)))
    return found


def _last_day(period: str) -> dt.date:
    return parse_period(period).last_day


def _checks(cursor: Cursor) -> list[Check]:
    """Every check, oldest first."""
    ends = check_store.events(cursor)
    return [Check(**vars(one), end=ends.get(one.check_id)) for one in check_store.checks(cursor)]


def _waiting(made: Sequence[Check], check_id: int) -> Check:
    found = next((one for one in made if one.check_id == check_id), None)
    if found is None:
        raise WorkflowError("errors-check-unknown", number=check_id)
    if found.end is not None:
        raise WorkflowError("errors-check-ended", number=check_id)
    return found


def _end(cursor: Cursor, actor: Actor, check_id: int, kind: str, why: str, at: dt.datetime) -> None:
    check_store.add_event(cursor, check_id, kind, at, actor.username, why)
    audit.append(cursor, actor, f"pay-check-{kind}", f"check {check_id}", {})
