"""Runs: what a period pays is worked out, compared, and proposed.

A run pays differences only. It is worked out from what holds of a final period, as published with what was
posted on it since, and stored as one text, whose hash two others approve (``approving.py``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from access import audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import people_store, period_store, setting_store, sheet_store
from data.stores.pay import ledger_store, run_store
from data.stores.pay.run_store import APPROVED, OVER, POSTED, RunEvent, StoredRun
from data.stores.people_store import Colleague
from data.stores.period_store import PUBLISHED
from scoring.pay import ledger, pay
from scoring.pay.ledger import Entry, Terms
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results.period_sheets import PersonInfo
from workflow.results.what_if import ripple
from workflow.rewards import content, figures
from workflow.rewards.content import Content
from workflow.rewards.figures import Figures

State = Literal["proposed", "approved", "posted", "turned-down", "withdrawn"]
_LAST: tuple[State, ...] = ("posted", "turned-down", "withdrawn", "approved")
"""The kinds of events that a run's state is told by, the last first."""
INDIVIDUALS = "pay_individuals"
"""The setting by which the president is shown what single people are paid."""
LONGEST_NOTE = 500
"""Characters of a note or a reason."""


@dataclass(frozen=True)
class Approval:
    """Somebody's yes; ``at`` in the branch's time."""

    by: str
    at: dt.datetime
    why: str


@dataclass(frozen=True)
class RunInfo:
    """A run as it stands: "proposed", "approved" by one of two, "posted", "turned-down" or "withdrawn".

    ``number``: the how many-th of its period; ``sha256``: of what is approved; ``ended_by`` and ``why``: who
    turned it down or withdrew it, "" where nobody did. Times are the branch's.
    """

    run_id: int
    period: Period
    number: int
    reference: SchemeReference
    sha256: str
    state: State
    proposed_by: str
    proposed_at: dt.datetime
    note: str
    approvals: tuple[Approval, ...]
    ended_by: str
    why: str

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.state not in OVER


@dataclass(frozen=True)
class Run:
    """A run with what it pays: against the ledger as it is now while the run is open, as it was posted
    after."""

    info: RunInfo
    figures: Figures


@dataclass(frozen=True)
class WorkedOut:
    """What a period pays now: the sheet that holds by its number, the scheme, the content of a run; by head,
    the number of the last change that it knows of."""

    sheet_id: int
    reference: SchemeReference
    content: Content
    head: int


def can_see_people(actor: Actor, db: Database) -> bool:
    """Whether the actor is shown what single people are paid: the committee is, the president where the
    setting lets."""
    if allowed(actor, Action.VIEW_PAY):
        return True
    return allowed(actor, Action.VIEW_PAY_TOTALS) and _let(db)


def president_sees(actor: Actor, db: Database) -> bool:
    """Whether the branch lets its president see what single people are paid."""
    require(actor, Action.VIEW_PAY_TOTALS)
    return _let(db)


def _let(db: Database) -> bool:
    return setting_store.remembered(db).get(INDIVIDUALS) == "1"


def payable(actor: Actor, db: Database) -> tuple[Period, ...]:
    """The final periods whose scheme has lines of pay, latest first."""
    require(actor, Action.RUN_PAY)

    def make() -> tuple[Period, ...]:
        with db.read() as cursor:
            final = [p.code for p in period_store.periods_with_data(cursor) if p.state == PUBLISHED[-1]]
            sheets = sheet_store.current(cursor, final)
        paying = {info.reference for info in schemes.stored(db) if info.scheme.pay}
        found = (s for s in sheets if SchemeReference(s.scheme_code, s.scheme_version) in paying)
        return tuple(sorted((parse_period(sheet.period) for sheet in found), reverse=True))

    return remembered(db, "payable", None, make)


def preview(actor: Actor, db: Database, period: Period) -> Figures:
    """What a run of a period would pay now.

    Raises
    ------
    WorkflowError : the period is not final, its scheme has no lines of pay, or its facts do not give any more
        what was published. SteelyardError : a line cannot be worked out.
    """
    require(actor, Action.RUN_PAY)
    found = worked_out(db, period)
    with db.read() as cursor:
        entries = granting(cursor, "run:0", found.content)
        return _figures(cursor, found.reference, found.content, entries)


def propose(actor: Actor, db: Database, period: Period, note: str = "") -> int:
    """Store what a run of a period pays now, for two others to approve; its number.

    Raises
    ------
    WorkflowError : as :func:`preview`; a run of the period is open; nothing differs from what was posted; a
        note of more than 500 characters; something was stored meanwhile.
    """
    require(actor, Action.RUN_PAY)
    said = noted(note)
    found = worked_out(db, period)

    def work(cursor: Cursor) -> int:
        unmoved(cursor, found)
        for one in infos(cursor, period=period.code):
            if one.is_open:
                raise WorkflowError("errors-pay-run-open", period=period.code, run=one.run_id)
        if not granting(cursor, "run:0", found.content):
            raise WorkflowError("errors-pay-nothing", period=period.code)
        new = run_store.NewRun(
            period=period.code,
            number=run_store.next_of(cursor, period.code),
            sheet_id=found.sheet_id,
            code=found.reference.code,
            version=found.reference.version,
            content=found.content.text,
            sha256=found.content.sha256,
            proposed_by=actor.username,
            note=said,
        )
        run_id = run_store.add(cursor, new, audit.now())
        detail: dict[str, object] = {"run": run_id, "sha256": new.sha256, "people": len(found.content.people)}
        audit.append(cursor, actor, "propose-pay", period.code, detail)
        return run_id

    return db.write(work)


def runs(actor: Actor, db: Database) -> tuple[RunInfo, ...]:
    """Every run, latest first."""
    require(actor, Action.VIEW_PAY_TOTALS)

    def make() -> tuple[RunInfo, ...]:
        with db.read() as cursor:
            return infos(cursor)[::-1]

    return remembered(db, "pay-runs", None, make)


def run(actor: Actor, db: Database, run_id: int) -> Run:
    """A run with what it pays; without single people for those who are not shown them.

    Raises
    ------
    WorkflowError : there is none.
    """
    require(actor, Action.VIEW_PAY_TOTALS)

    def make() -> Run:
        with db.read() as cursor:
            info = one(cursor, run_id)
            (stored,) = run_store.runs(cursor, run_id=run_id)
            found = content.read(stored.content)
            if info.is_open:
                entries = granting(cursor, f"run:{run_id}", found)
            else:
                entries = tuple(ledger_store.entries(cursor, document=f"run:{run_id}"))
            return Run(info, _figures(cursor, info.reference, found, entries))

    found = remembered(db, "pay-run", run_id, make)
    return found if can_see_people(actor, db) else Run(found.info, figures.without_people(found.figures))


def worked_out(db: Database, period: Period) -> WorkedOut:
    """What a period pays now, for modules that have asked `access`; errors as :func:`preview`."""

    def make() -> WorkedOut:
        head = db.head()
        with db.read() as cursor:
            if period_store.state(cursor, period.code) != PUBLISHED[-1]:
                raise WorkflowError("errors-pay-not-final", period=period.code)
        standing = ripple.standing(db, period)
        scheme = standing.found.scheme
        if not scheme.pay:
            raise WorkflowError("errors-pay-no-lines", period=period.code)
        made = content.made(standing, pay(standing.found.sheet))
        return WorkedOut(standing.sheet.sheet_id, scheme.reference, made, head)

    return remembered(db, "pay-worked-out", period, make)


def unmoved(cursor: Cursor, found: WorkedOut) -> None:
    """Refuse where something was stored since it was worked out."""
    if audit.last_number(cursor) != found.head:
        raise WorkflowError("errors-pay-moved")


def granting(cursor: Cursor, document: str, found: Content) -> tuple[Entry, ...]:
    """What a run posts on the ledger as it is, for modules that have asked `access`."""
    so_far = ledger.position(ledger_store.entries(cursor, period=found.period))
    terms = Terms(parse_period(found.period), found.years)
    return ledger.granting(document, found.grants, so_far, terms)


def infos(cursor: Cursor, *, run_id: int | None = None, period: str | None = None) -> tuple[RunInfo, ...]:
    """Runs as they stand, oldest first, for modules that have asked `access`."""
    events: dict[int, list[RunEvent]] = {}
    for event in run_store.events(cursor, run_id):
        events.setdefault(event.run_id, []).append(event)
    stored = run_store.runs(cursor, run_id=run_id, period=period)
    return tuple(_info(one, events.get(one.run_id, [])) for one in stored)


def one(cursor: Cursor, run_id: int) -> RunInfo:
    """A run as it stands, for modules that have asked `access`; a WorkflowError where there is none."""
    found = infos(cursor, run_id=run_id)
    if not found:
        raise WorkflowError("errors-pay-run-unknown", run=run_id)
    return found[0]


def last_posted(cursor: Cursor) -> Mapping[Period, Content]:
    """By period the content of the run that was posted last, for modules that have asked `access`."""
    posted = {event.run_id for event in run_store.events(cursor) if event.kind == POSTED}
    found: dict[Period, StoredRun] = {}
    for stored in run_store.runs(cursor):
        if stored.run_id in posted:
            found[parse_period(stored.period)] = stored
    return {period: content.read(stored.content) for period, stored in found.items()}


def noted(note: str) -> str:
    """A note without blanks around it; a WorkflowError where it is too long."""
    said = note.strip()
    if len(said) > LONGEST_NOTE:
        raise WorkflowError("errors-pay-note", most=LONGEST_NOTE)
    return said


def _info(stored: StoredRun, events: list[RunEvent]) -> RunInfo:
    kinds = {event.kind for event in events}
    state: State = next((state for state in _LAST if state in kinds), "proposed")
    ended = next((event for event in events if event.kind in OVER and event.kind != POSTED), None)
    return RunInfo(
        run_id=stored.run_id,
        period=parse_period(stored.period),
        number=stored.number,
        reference=SchemeReference(stored.code, stored.version),
        sha256=stored.sha256,
        state=state,
        proposed_by=stored.proposed_by,
        proposed_at=stored.proposed_at,
        note=stored.note,
        approvals=tuple(Approval(e.by, e.at, e.why) for e in events if e.kind == APPROVED),
        ended_by="" if ended is None else ended.by,
        why="" if ended is None else ended.why,
    )


def _figures(
    cursor: Cursor, reference: SchemeReference, found: Content, entries: tuple[Entry, ...]
) -> Figures:
    period = parse_period(found.period)
    paid = last_posted(cursor)
    earlier = [one for one in paid if one.kind == period.kind and one < period]
    colleagues = people_store.colleagues(cursor, clock.today())
    known = {one.manager_id: _person(one) for one in colleagues}
    if period in paid:
        known |= {one.person.manager_id: one.person for one in paid[period].people}
    left = frozenset(one.manager_id for one in colleagues if not one.employed)
    before = paid[max(earlier)] if earlier else None
    return figures.figures(period, reference, found, entries, before, known, left)


def _person(one: Colleague) -> PersonInfo:
    return PersonInfo(one.manager_id, one.name, one.name_en, one.team_id, one.team, one.team_en, one.position)
