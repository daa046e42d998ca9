"""Coaching talks: recorded by whoever held them, confirmed by the manager or seen otherwise, followed up.

What was recorded is never changed; a record that should not be there is withdrawn with a reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores.growth import course_store, talk_store
from data.stores.growth.talk_store import EventKind, StoredTalk, TalkEvent
from scoring.periods import Period, parse_period
from workflow.errors import WorkflowError
from workflow.growth import reach, training
from workflow.reasons import needed

Side = Literal["manager", "superior"]
How = Literal["done", "partly", "not-done"]
SIDES, HOWS = get_args(Side), get_args(How)
RECORDED, CONFIRMED, OTHERWISE, WITHDRAWN = "recorded", "confirmed", "viewed-otherwise", "withdrawn"


@dataclass(frozen=True)
class Agreed:
    """An action that was agreed: what, who does it, until when."""

    what: str
    who: Side
    until: dt.date


@dataclass(frozen=True)
class Came:
    """What came of an agreed action."""

    how: How
    says: str


@dataclass(frozen=True)
class Said:
    """What somebody said afterwards, when (the branch's time) and who (user name)."""

    says: str
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class Talk:
    """A talk about the result of a period. ``state``: "recorded" until the manager has "confirmed" it or
    "viewed-otherwise", or it was "withdrawn". ``came`` goes by ``actions`` and is empty until followed up;
    ``courses`` are numbers of those offered with it."""

    talk_id: int
    manager_id: str
    period: Period
    held_on: dt.date
    held_by: str
    points: str
    advice: str
    actions: tuple[Agreed, ...]
    courses: tuple[int, ...]
    follow_up_on: dt.date | None
    recorded_at: dt.datetime
    state: str
    views: tuple[Said, ...]
    came: tuple[Came, ...]
    followed_up: Said | None
    withdrawn: Said | None


def talks(actor: Actor, db: Database, manager_id: str) -> tuple[Talk, ...]:
    """The talks with somebody, the latest held first."""
    reach.see(actor, db, manager_id)

    def make() -> tuple[Talk, ...]:
        with db.read() as cursor:
            found = _talks(cursor, talk_store.talks(cursor, manager_id))
        return tuple(sorted(found, key=lambda talk: (talk.held_on, talk.talk_id), reverse=True))

    return remembered(db, "talks", manager_id, make)


def record(
    actor: Actor,
    db: Database,
    manager_id: str,
    period: Period,
    held_on: dt.date,
    points: str,
    advice: str,
    actions: Sequence[Agreed] = (),
    courses: Sequence[int] = (),
    follow_up_on: dt.date | None = None,
    *,
    at: dt.datetime | None = None,
) -> int:
    """Record a talk about the posted result of a period; the courses are offered with it. Its number.

    `at` is the moment of recording (UTC) where the past is loaded.

    Raises
    ------
    AccessDenied : of somebody else's people.
    WorkflowError : no posted result of the person, a day to come or before the period, nothing said or
        advised, an action without words or a day, a follow-up before the talk, a course that there is not.
    """
    reach.coach(actor, db, manager_id)
    reach.see(actor, db, manager_id)
    reach.posted(db, actor, manager_id, period)
    says = (points.strip(), advice.strip())
    if not all(says):
        raise WorkflowError("errors-talk-empty")
    if not period.first_day <= held_on <= clock.today():
        raise WorkflowError("errors-talk-day")
    agreed = [Agreed(a.what.strip(), a.who, a.until) for a in actions]
    if any(not a.what or a.who not in SIDES or a.until < held_on for a in agreed):
        raise WorkflowError("errors-talk-action")
    if follow_up_on is not None and follow_up_on <= held_on:
        raise WorkflowError("errors-talk-follow-up")
    when = at or audit.now()

    def work(cursor: Cursor) -> int:
        number = talk_store.add(
            *(cursor, manager_id, period.code, (held_on, actor.username), says),
            [{**asdict(a), "until": a.until.isoformat()} for a in agreed],
            *(follow_up_on, when),
        )
        for course in dict.fromkeys(courses):
            training.on_offer(cursor, course)
            course_store.add_event(
                *(cursor, course, "offered", actor.username, when), manager_id=manager_id, talk_id=number
            )
        detail = {"period": period.code, "actions": len(agreed), "courses": list(courses)}
        audit.append(cursor, actor, "record-talk", _subject(manager_id, number), detail)
        return number

    return db.write(work)


def confirm(actor: Actor, db: Database, talk_id: int, *, at: dt.datetime | None = None) -> None:
    """The manager confirms what was recorded.

    Raises
    ------
    AccessDenied : by anybody else. WorkflowError : confirmed already, or withdrawn.
    """
    _happens(actor, db, talk_id, "confirmed", None, at)


def view_otherwise(actor: Actor, db: Database, talk_id: int, says: str) -> None:
    """The manager says what the record leaves out or sees otherwise; stands beside it. Errors as
    :func:`confirm`, or nothing said."""
    _happens(actor, db, talk_id, "viewed-otherwise", needed(says))


def withdraw(actor: Actor, db: Database, talk_id: int, why: str) -> None:
    """Take back a record that should not be there; it stays on file.

    Raises
    ------
    AccessDenied : of somebody else's people.
    WorkflowError : by anybody but who recorded it, no reason, withdrawn already.
    """
    _happens(actor, db, talk_id, "withdrawn", needed(why))


def follow_up(
    actor: Actor,
    db: Database,
    talk_id: int,
    came: Sequence[Came],
    *,
    at: dt.datetime | None = None,
) -> None:
    """Say what came of each agreed action, in their order.

    Raises
    ------
    AccessDenied : of somebody else's people.
    WorkflowError : not one answer for each action, followed up already, withdrawn.
    """
    # A line for each action, so each is one line.
    lines = [f"{one.how} {' '.join(one.says.split())}".rstrip() for one in came]
    if any(one.how not in HOWS for one in came):
        raise WorkflowError("errors-talk-came")
    _happens(actor, db, talk_id, "followed-up", "\n".join(lines), at, len(came))


def _happens(
    actor: Actor,
    db: Database,
    talk_id: int,
    kind: EventKind,
    says: str | None,
    at: dt.datetime | None = None,
    answers: int | None = None,
) -> None:
    by_manager = kind in (CONFIRMED, OTHERWISE)
    if by_manager:
        reach.own(actor, db, actor.manager_id or "")
    else:
        require(actor, Action.COACH)

    def work(cursor: Cursor) -> None:
        stored = talk_store.talk(cursor, talk_id)
        if stored is None:
            raise WorkflowError("errors-talk-unknown", talk=talk_id)
        (reach.own if by_manager else reach.coach)(actor, db, stored.manager_id)
        (held,) = _talks(cursor, [stored])
        if held.state == WITHDRAWN:
            raise WorkflowError("errors-talk-withdrawn")
        if kind == CONFIRMED and held.state == CONFIRMED:
            raise WorkflowError("errors-talk-confirmed")
        if kind == WITHDRAWN and held.held_by != actor.username:
            raise WorkflowError("errors-talk-held-by")
        if answers is not None and held.followed_up is not None:
            raise WorkflowError("errors-talk-followed-up")
        if answers is not None and answers != len(held.actions):
            raise WorkflowError("errors-talk-came")
        talk_store.add_event(cursor, talk_id, kind, says, actor.username, at or audit.now())
        audit.append(cursor, actor, f"talk-{kind}", _subject(held.manager_id, talk_id), {})

    db.write(work)


def _talks(cursor: Cursor, stored: Sequence[StoredTalk]) -> list[Talk]:
    events: dict[int, list[TalkEvent]] = {talk.talk_id: [] for talk in stored}
    for event in talk_store.events(cursor, list(events)):
        events[event.talk_id].append(event)
    offered: dict[int, list[int]] = {}
    for one in course_store.events(cursor) if stored else ():
        if one.kind == "offered" and one.talk_id is not None:
            offered.setdefault(one.talk_id, []).append(one.course_id)
    return [_talk(talk, events[talk.talk_id], offered) for talk in stored]


def _talk(stored: StoredTalk, events: Sequence[TalkEvent], offered: Mapping[int, list[int]]) -> Talk:
    said: dict[str, list[Said]] = {}
    state = RECORDED
    for event in events:
        said.setdefault(event.kind, []).append(Said(event.says or "", event.happened_at, event.actor))
        if event.kind != "followed-up":
            state = event.kind
    followed = said.get("followed-up")
    actions = tuple(
        Agreed(
            a["what"], "superior" if a["who"] == "superior" else "manager", dt.date.fromisoformat(a["until"])
        )
        for a in stored.actions
    )
    return Talk(
        *(stored.talk_id, stored.manager_id, parse_period(stored.period), stored.held_on, stored.held_by),
        *(stored.points, stored.advice, actions, tuple(offered.get(stored.talk_id, ())), stored.follow_up_on),
        recorded_at=stored.recorded_at,
        state=state,
        views=tuple(said.get(OTHERWISE, ())),
        came=_came(followed[-1].says) if followed and actions else (),
        followed_up=followed[-1] if followed else None,
        withdrawn=said[WITHDRAWN][-1] if WITHDRAWN in said else None,
    )


def _came(lines: str) -> tuple[Came, ...]:
    found = []
    for line in lines.split("\n"):
        how, _, says = line.partition(" ")
        found.append(Came("done" if how == "done" else "partly" if how == "partly" else "not-done", says))
    return tuple(found)


def _subject(manager_id: str, talk_id: int) -> str:
    return f"{manager_id}/talk {talk_id}"
