"""Receipts: every manager signs for the posted result, and superiors see who has not.

A signature is under a sheet. Where another sheet is posted beside it, the signatures of those whose result is
the same there still count; the others are asked anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

import orjson

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store, period_store, sheet_store
from data.stores.following import receipt_store
from data.stores.following.receipt_store import StoredReceipt
from data.stores.sheet_store import Frozen
from scoring.periods import Period
from scoring.working_days import Lapse, lapse
from workflow import calendar
from workflow.errors import WorkflowError
from workflow.results import frozen, moves, shown, superiors
from workflow.results.period_sheets import PeriodSheet, PersonInfo

LONGEST_REMARK = 500


@dataclass(frozen=True)
class Receipt:
    """A manager's signature under a result: ``sha256`` is the hash of the sheet that was signed, ``at`` in
    the branch's time. ``remark`` is "" without one, and for those whose people the manager is not of.
    ``holds``: whether the result is still the one that was signed."""

    manager_id: str
    period: str
    sha256: str
    at: dt.datetime
    by: str
    remark: str
    holds: bool


@dataclass(frozen=True)
class Unread:
    """Somebody whose posted result is not signed for: since when it can be seen, how many working days ago
    that is, and whether an earlier result of the period was signed."""

    person: PersonInfo
    posted_on: dt.date
    days: int
    again: bool


@dataclass(frozen=True)
class Feedback:
    """How long results of a period were unread: of ``due`` people, how many signed and after how many working
    days."""

    due: int
    signed: Lapse


@dataclass(frozen=True)
class _Posted:
    """What of a person's result was posted: on which sheets it is as it is now, and since when it is seen."""

    sheets: frozenset[int]
    on: dt.date


def sign(actor: Actor, db: Database, manager_id: str, period: Period, sha256: str, remark: str = "") -> None:
    """Sign for the posted result of a period, with a remark if there is something to say.

    Raises
    ------
    AccessDenied : somebody else's.
    WorkflowError : not posted, or not shown yet; nothing of the person in it; the sheet that was read
        (`sha256`) is not the one that holds any more; signed already; a remark of more than 500 characters.
    """
    require(actor, Action.SIGN_RECEIPT, manager_id)
    said = remark.strip()
    if len(said) > LONGEST_REMARK:
        raise WorkflowError("errors-receipt-remark", most=LONGEST_REMARK)
    (found,) = shown.sheets(db, actor, [period])
    if found.sha256 is None:
        raise WorkflowError("errors-receipt-not-posted", period=period.code)
    if manager_id not in found.sheet.measurements.row:
        raise WorkflowError("errors-person-unknown", period=period.code, manager=manager_id)

    def work(cursor: Cursor) -> None:
        holding = sheet_store.current(cursor, [period.code])
        if not holding or holding[0].sha256 != sha256:
            raise WorkflowError("errors-receipt-other-sheet", period=period.code)
        sheet_id = holding[0].sheet_id
        given = receipt_store.receipts(cursor, period.code)
        if any(r.manager_id == manager_id and r.sheet_id == sheet_id for r in given):
            raise WorkflowError("errors-receipt-signed", period=period.code)
        put(cursor, actor, holding[0], manager_id, said, audit.now())

    db.write(work)


def put(cursor: Cursor, actor: Actor, sheet: Frozen, manager_id: str, remark: str, when: dt.datetime) -> None:
    """Store a signature; `when` in UTC. For those that have asked `access`, and where the past is loaded."""
    receipt_store.add(cursor, sheet.sheet_id, manager_id, remark or None, when, actor.username)
    detail: dict[str, object] = {"sheet": sheet.sheet_id, "remark": bool(remark)}
    audit.append(cursor, actor, "sign-receipt", f"{manager_id} {sheet.period}", detail)


def receipt(actor: Actor, db: Database, manager_id: str, period: Period) -> Receipt | None:
    """The last signature of a person under a result of a period; None where there is none, or where the
    actor is not shown the period. Remarks are read by the person and the own superiors.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    if not shown.is_shown(actor, db, period):
        return None
    (found,) = shown.sheets(db, actor, [period])
    given = _given(db, period).get(manager_id)
    if given is None or found.sha256 is None:
        return None
    posted = _posted(actor, db, found).get(manager_id)
    read = superiors.reaches(db, actor, manager_id)
    return Receipt(
        manager_id,
        given.period,
        given.sha256,
        given.at,
        given.by,
        given.remark if read else "",
        holds=posted is not None and given.sheet_id in posted.sheets,
    )


def unread(actor: Actor, db: Database, period: Period) -> tuple[Unread, ...]:
    """Who of the actor's people has not signed for the posted result of a period, longest first; nobody
    while managers are not shown it, nor who has left."""
    require(actor, Action.COACH)
    (found,) = shown.sheets(db, actor, [period])
    posted, given = _posted(actor, db, found), _given(db, period)
    counted, today = calendar.held(db), clock.today()
    people = {p.manager_id: p for p in found.people}
    mine = _mine(actor, db, people)
    waiting = [
        Unread(people[who], one.on, counted.between(one.on, today), again=who in given)
        for who, one in posted.items()
        if who in mine and not _signed(given.get(who), one)
    ]
    return tuple(sorted(waiting, key=lambda u: (u.posted_on, u.person.manager_id)))


def feedback(actor: Actor, db: Database, period: Period) -> Feedback:
    """How many working days the actor's people took from the posting of their result to signing for it."""
    require(actor, Action.COACH)
    (found,) = shown.sheets(db, actor, [period])
    posted, given, counted = _posted(actor, db, found), _given(db, period), calendar.held(db)
    mine = _mine(actor, db, {p.manager_id: p for p in found.people})
    days = [
        counted.between(one.on, given[who].at.date())
        for who, one in posted.items()
        if who in mine and _signed(given.get(who), one)
    ]
    return Feedback(sum(who in mine for who in posted), lapse(days))


def _signed(given: StoredReceipt | None, posted: _Posted) -> bool:
    return given is not None and given.sheet_id in posted.sheets


def _mine(actor: Actor, db: Database, people: Mapping[str, PersonInfo]) -> frozenset[str]:
    """Who of the people is still there and the actor's to see to."""
    today = clock.today()

    def make() -> frozenset[str]:
        with db.read() as cursor:
            return frozenset(c.manager_id for c in people_store.colleagues(cursor, today) if c.employed)

    here, reached = remembered(db, "employed", today, make), superiors.people(db, actor)
    return here & frozenset(people if reached is None else reached)


def _given(db: Database, period: Period) -> Mapping[str, StoredReceipt]:
    """The last receipt of everybody who signed for a result of a period."""

    def make() -> Mapping[str, StoredReceipt]:
        with db.read() as cursor:
            return {r.manager_id: r for r in receipt_store.receipts(cursor, period.code)}

    return remembered(db, "receipts", period, make)


def _posted(actor: Actor, db: Database, found: PeriodSheet) -> Mapping[str, _Posted]:
    """Everybody on the sheet that holds, with the sheets on which their result is the same as on it, back to
    the first of them; nobody while managers are not shown it."""
    if found.sha256 is None:
        return {}
    since = shown.since(actor, db)

    def make() -> Mapping[str, _Posted]:
        with db.read() as cursor:
            sheets = sheet_store.sheets(cursor, found.period)[::-1]
            reached = [
                e.at.date() for e in period_store.period_events(cursor, found.period) if e.state == since
            ]
        if not reached:
            return {}
        first = _day(sheets[0])
        result = {who: _Posted(frozenset({sheets[0].sheet_id}), first) for who in found.sheet.people}
        same = set(result)
        for older in sheets[1:]:
            before = _read(db, older).sheet
            moved = {move.manager_id for move in moves.differences(before, found.sheet)}
            same &= set(before.people) - moved
            for who in same:
                result[who] = _Posted(result[who].sheets | {older.sheet_id}, _day(older))
        if since == shown.SINCE[0]:
            return result
        return {who: replace(one, on=max(one.on, reached[-1])) for who, one in result.items()}

    return remembered(db, "posted", (found.period, found.sha256, since), make)


def _day(sheet: Frozen) -> dt.date:
    return clock.local(sheet.frozen_at).date()


def _read(db: Database, sheet: Frozen) -> PeriodSheet:
    """A sheet beside which another one was posted."""
    with db.read() as cursor:
        (content,) = sheet_store.contents(cursor, [sheet.sheet_id]).values()
    return frozen.thaw(orjson.loads(content), sheet.state, sheet.sha256)
