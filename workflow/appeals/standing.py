"""An appeal as it stands, and who sees it: the person, and those who decide appeals; nobody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from access.actor import Actor
from access.errors import AccessDenied
from access.permissions import Action, allowed
from data import clock
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.appeals import appeal_store
from data.stores.appeals.appeal_store import LIFE, OVER, AppealEvent, Attachment, StoredAppeal
from scoring.periods import Period, parse_period
from scoring.working_days import Calendar
from workflow import calendar
from workflow.errors import WorkflowError

FILED, TAKEN, PROPOSED, GRANTED, TURNED_DOWN, WITHDRAWN = (
    "filed",
    "taken",
    "proposed",
    "granted",
    "turned-down",
    "withdrawn",
)
_STATE = {
    "taken": TAKEN,
    "handed-on": TAKEN,
    "sent-back": TAKEN,
    "proposed": PROPOSED,
    **{k: k for k in OVER},
}


@dataclass(frozen=True)
class Appeal(StoredAppeal):
    """An appeal with what has happened to it, and the person's name (and English name)."""

    name: str
    name_en: str
    events: tuple[AppealEvent, ...]

    @property
    def when(self) -> Period:
        """The period of the result."""
        return parse_period(self.period)

    @property
    def state(self) -> str:
        """Where it stands: "filed", "taken" (by a reviewer), "proposed" (to be granted), or how it ended."""
        last = next((event.kind for event in reversed(self.events) if event.kind in LIFE), None)
        return FILED if last is None else _STATE.get(last, last)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return self.state not in OVER

    @property
    def reviewer(self) -> str:
        """Who reviews it, by user name; "" where nobody does yet."""
        found = (e.detail["reviewer"] for e in reversed(self.events) if e.detail and "reviewer" in e.detail)
        return str(next(found, ""))

    @property
    def proposal(self) -> AppealEvent | None:
        """The last proposal to grant it."""
        return next((event for event in reversed(self.events) if event.kind == "proposed"), None)

    @property
    def value(self) -> float | None:
        """The number that was proposed last; None where none was, or the figure is to be taken back."""
        proposal = self.proposal
        return None if proposal is None or proposal.detail is None else proposal.detail.get("value")

    @property
    def end(self) -> AppealEvent | None:
        """How it ended."""
        return next((event for event in self.events if event.kind in OVER), None)

    def days_left(self, counted: Calendar, today: dt.date) -> int:
        """Working days until it has to be decided; below 0 it is late by so many."""
        late = today > self.decide_by
        return -counted.between(self.decide_by, today) if late else counted.between(today, self.decide_by)


def days_left(actor: Actor, db: Database, held: Appeal) -> int:
    """Working days until an appeal that the actor may see has to be decided; below 0 it is late."""
    appeal(actor, db, held.appeal_id)
    return held.days_left(calendar.held(db), clock.today())


def appeals(actor: Actor, db: Database, period: Period | None = None) -> tuple[Appeal, ...]:
    """The appeals that the actor may see (of one period), newest first: one's own, or everybody's for those
    who decide."""
    owner = None if allowed(actor, Action.VIEW_APPEALS) else _own(actor)
    with db.read() as cursor:
        found = appeal_store.appeals(cursor, manager_id=owner, period=None if period is None else period.code)
        return tuple(reversed(_whole(cursor, found)))


def appeal(actor: Actor, db: Database, appeal_id: int) -> Appeal:
    """One appeal.

    Raises
    ------
    AccessDenied : somebody else's, for whom does not decide; or there is none, which is not told apart.
    """
    with db.read() as cursor:
        found = appeal_store.appeal(cursor, appeal_id)
        if found is None or not may_see(actor, found.manager_id):
            raise AccessDenied("errors-access-denied", actor=actor.username, action="appeal")
        return _whole(cursor, [found])[0]


def may_see(actor: Actor, manager_id: str) -> bool:
    """Whether the actor sees a person's appeals."""
    return allowed(actor, Action.VIEW_APPEALS) or allowed(actor, Action.FILE_APPEAL, manager_id)


def attachments(actor: Actor, db: Database, appeal_id: int) -> tuple[Attachment, ...]:
    """The files of an appeal that the actor may see."""
    appeal(actor, db, appeal_id)
    with db.read() as cursor:
        return tuple(appeal_store.attachments(cursor, appeal_id))


def content(actor: Actor, db: Database, attachment_id: int) -> appeal_store.Content:
    """A file of an appeal that the actor may see, to be handed out.

    Raises
    ------
    AccessDenied : of an appeal that the actor may not see; or there is none, which is not told apart.
    """
    with db.read() as cursor:
        found = appeal_store.content(cursor, attachment_id)
    if found is None:
        raise AccessDenied("errors-access-denied", actor=actor.username, action="appeal")
    appeal(actor, db, found.appeal_id)
    return found


def now(cursor: Cursor, appeal_id: int, *states: str) -> Appeal:
    """An appeal within a transaction, for modules that have asked `access`.

    Raises
    ------
    WorkflowError : it is in none of `states` any more.
    """
    found = appeal_store.appeal(cursor, appeal_id)
    if found is None:
        raise WorkflowError("errors-appeal-unknown", appeal=appeal_id)
    (whole,) = _whole(cursor, [found])
    if whole.state not in states:
        raise WorkflowError("errors-appeal-state", appeal=appeal_id, state=whole.state)
    return whole


def _own(actor: Actor) -> str:
    if actor.manager_id is None or not allowed(actor, Action.FILE_APPEAL, actor.manager_id):
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(Action.FILE_APPEAL))
    return actor.manager_id


def _whole(cursor: Cursor, found: list[StoredAppeal]) -> list[Appeal]:
    if not found:
        return []
    one = found[0].appeal_id if len(found) == 1 else None
    happened = appeal_store.events(cursor, one)
    staff = people_store.people(cursor).set_index("manager_id")
    whole = []
    for stored in found:
        said = {name: getattr(stored, name) for name in StoredAppeal.__dataclass_fields__}
        name, name_en = stored.manager_id, stored.manager_id
        if stored.manager_id in staff.index:
            name, name_en = (str(staff.at[stored.manager_id, c]) for c in ("name", "name_en"))
        events = tuple(event for event in happened if event.appeal_id == stored.appeal_id)
        whole.append(Appeal(**said, name=name, name_en=name_en, events=events))
    return whole
