"""Training: the catalogue, what was offered to whom, declined or done, and what would help somebody most."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import indicator_store
from data.stores.growth import course_store
from data.stores.growth.course_store import CourseEvent, EventKind, StoredCourse
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.growth import reach
from workflow.reasons import needed

OFFERED: EventKind = "offered"
DECLINED: EventKind = "declined"
DONE: EventKind = "done"
WITHDRAWN: EventKind = "withdrawn"
MOST_HOURS = 1000.0


@dataclass(frozen=True)
class Course:
    """A course of the catalogue; ``indicators`` are the codes of what it is to strengthen."""

    course_id: int
    name: str
    name_en: str
    hours: float
    indicators: tuple[str, ...]
    retired: bool


@dataclass(frozen=True)
class Training:
    """A course in somebody's record. ``state``: "offered", "declined" or "done"; ``on_day`` when it was done,
    ``why`` it was declined, ``talk_id`` with which talk it was offered; ``since`` in the branch's time."""

    course: Course
    state: str
    since: dt.datetime
    by: str
    talk_id: int | None
    on_day: dt.date | None
    why: str


@dataclass(frozen=True)
class Suggestion:
    """A course that would help: the codes in which most points were lost, and how many together."""

    course: Course
    indicators: tuple[str, ...]
    lost: float


def catalogue(actor: Actor, db: Database) -> tuple[Course, ...]:
    """The courses that are on offer; retired ones only stay in people's records."""
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    return tuple(course for course in _courses(db) if not course.retired)


def add_course(
    actor: Actor,
    db: Database,
    name: str,
    name_en: str,
    hours: float,
    indicators: Sequence[str],
    *,
    at: dt.datetime | None = None,
) -> int:
    """Put a course into the catalogue; its number. Who has no English name for it leaves it empty.

    Raises
    ------
    WorkflowError : no name, no hours, the name is taken, an indicator that there is not.
    """
    require(actor, Action.KEEP_COURSES)
    called = name.strip()
    if not called or not 0 < hours <= MOST_HOURS:
        raise WorkflowError("errors-course-fields", most=MOST_HOURS)

    def work(cursor: Cursor) -> int:
        if any(c.name == called and not c.retired for c in _catalogue(cursor)):
            raise WorkflowError("errors-course-name", name=called)
        if unknown := set(indicators) - set(indicator_store.codes(cursor)):
            raise WorkflowError("errors-plan-indicator", indicator=min(unknown))
        names = (called, name_en.strip() or called)
        number = course_store.add(cursor, names, hours, indicators, actor.username, at or audit.now())
        detail = {"hours": hours, "indicators": list(indicators)}
        audit.append(cursor, actor, "add-course", f"course {number}", detail)
        return number

    return db.write(work)


def retire(actor: Actor, db: Database, course_id: int, why: str) -> None:
    """Take a course out of the catalogue. WorkflowError: no reason, or no such course on offer."""
    require(actor, Action.KEEP_COURSES)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        on_offer(cursor, course_id)
        course_store.add_event(cursor, course_id, "retired", actor.username, audit.now(), why=reason)
        audit.append(cursor, actor, "retire-course", f"course {course_id}", {})

    db.write(work)


def record(actor: Actor, db: Database, manager_id: str) -> tuple[Training, ...]:
    """Somebody's training, the latest first; what was done several times stands there each time."""
    reach.see(actor, db, manager_id)

    def make() -> tuple[Training, ...]:
        with db.read() as cursor:
            return tuple(reversed(_record(cursor, manager_id)))

    return remembered(db, "training", manager_id, make)


def hours_done(held: Sequence[Training], after: dt.date = dt.date.min) -> float:
    """Hours of training that were done (after a day)."""
    return math.fsum(t.course.hours for t in held if t.on_day is not None and t.on_day > after)


def suggested(actor: Actor, db: Database, manager_id: str, period: Period) -> tuple[Suggestion, ...]:
    """The courses that strengthen what cost somebody most points in a posted result, most first; without what
    is offered or was done.

    Raises
    ------
    WorkflowError : no posted result of the person.
    """
    reach.see(actor, db, manager_id)
    found = reach.posted(db, actor, manager_id, period)
    steps = found.sheet.explain(manager_id).indicators
    lost = {step.indicator.code: step.lost for step in steps if step.lost}
    had = {t.course.course_id for t in record(actor, db, manager_id) if t.state in (OFFERED, DONE)}
    result = []
    for course in catalogue(actor, db):
        codes = sorted((c for c in course.indicators if c in lost), key=lambda c: -lost[c])
        if codes and course.course_id not in had:
            result.append(Suggestion(course, tuple(codes), sum(lost[c] for c in codes)))
    return tuple(sorted(result, key=lambda one: -one.lost))


def offer(
    actor: Actor, db: Database, manager_id: str, course_id: int, *, at: dt.datetime | None = None
) -> None:
    """Offer a course to somebody. WorkflowError: none on offer, or offered already."""
    reach.coach(actor, db, manager_id)

    def work(cursor: Cursor) -> None:
        on_offer(cursor, course_id)
        if _state(cursor, manager_id, course_id) == OFFERED:
            raise WorkflowError("errors-course-offered")
        _happens(cursor, actor, manager_id, course_id, OFFERED, at=at)

    db.write(work)


def decline(actor: Actor, db: Database, manager_id: str, course_id: int, why: str) -> None:
    """The manager declines what was offered, with a reason.

    Raises
    ------
    AccessDenied : by anybody else. WorkflowError : no reason, or not offered.
    """
    reach.own(actor, db, manager_id)
    _answer(actor, db, manager_id, course_id, DECLINED, needed(why))


def take_back(actor: Actor, db: Database, manager_id: str, course_id: int, why: str) -> None:
    """Take an offer back, with a reason. WorkflowError: no reason, or not offered."""
    reach.coach(actor, db, manager_id)
    _answer(actor, db, manager_id, course_id, WITHDRAWN, needed(why))


def done(
    actor: Actor,
    db: Database,
    manager_id: str,
    course_id: int,
    on_day: dt.date,
    *,
    at: dt.datetime | None = None,
) -> None:
    """Record as a superior that a course was done on a day, offered or not.

    Raises
    ------
    AccessDenied : of somebody else's people.
    WorkflowError : a day to come, done on that day already, no such course.
    """
    reach.coach(actor, db, manager_id)
    if on_day > clock.today():
        raise WorkflowError("errors-course-day")

    def work(cursor: Cursor) -> None:
        if course_id not in {course.course_id for course in _catalogue(cursor)}:
            raise WorkflowError("errors-course-unknown", course=course_id)
        for one in _record(cursor, manager_id):
            if (one.course.course_id, one.on_day) == (course_id, on_day):
                raise WorkflowError("errors-course-done")
        _happens(cursor, actor, manager_id, course_id, DONE, on_day=on_day, at=at)

    db.write(work)


def hours(db: Database, manager_id: str) -> tuple[tuple[dt.date, float], ...]:
    """On which days somebody did how many hours; for workflow modules that have asked `access`."""
    with db.read() as cursor:
        found = _record(cursor, manager_id)
    return tuple((t.on_day, t.course.hours) for t in found if t.on_day is not None)


def _answer(actor: Actor, db: Database, manager_id: str, course_id: int, kind: EventKind, why: str) -> None:
    def work(cursor: Cursor) -> None:
        if _state(cursor, manager_id, course_id) != OFFERED:
            raise WorkflowError("errors-course-not-offered")
        _happens(cursor, actor, manager_id, course_id, kind, why=why)

    db.write(work)


def _happens(
    cursor: Cursor,
    actor: Actor,
    manager_id: str,
    course_id: int,
    kind: EventKind,
    *,
    why: str | None = None,
    on_day: dt.date | None = None,
    at: dt.datetime | None = None,
) -> None:
    course_store.add_event(
        *(cursor, course_id, kind, actor.username, at or audit.now()),
        manager_id=manager_id,
        on_day=on_day,
        why=why,
    )
    audit.append(cursor, actor, f"course-{kind}", f"{manager_id}/course {course_id}", {})


def _courses(db: Database) -> tuple[Course, ...]:
    def make() -> tuple[Course, ...]:
        with db.read() as cursor:
            return tuple(_catalogue(cursor))

    return remembered(db, "courses", (), make)


def _catalogue(cursor: Cursor) -> list[Course]:
    retired = {e.course_id for e in course_store.events(cursor) if e.kind == "retired"}
    return [_course(stored, retired) for stored in course_store.courses(cursor)]


def _course(stored: StoredCourse, retired: set[int]) -> Course:
    said = (stored.course_id, stored.name, stored.name_en, stored.hours, tuple(stored.indicators))
    return Course(*said, stored.course_id in retired)


def on_offer(cursor: Cursor, course_id: int) -> None:
    """Raise WorkflowError unless the catalogue offers a course."""
    if not any(c.course_id == course_id and not c.retired for c in _catalogue(cursor)):
        raise WorkflowError("errors-course-unknown", course=course_id)


def _record(cursor: Cursor, manager_id: str) -> list[Training]:
    """What stands in somebody's record: everything that was done, and the rest as it last was."""
    courses = {course.course_id: course for course in _catalogue(cursor)}
    mine = [e for e in course_store.events(cursor, manager_id) if e.manager_id == manager_id]
    found = []
    for event, last in _last(mine):
        if event.kind == DONE or (last and event.kind in (OFFERED, DECLINED)):
            said = (event.happened_at, event.actor, event.talk_id, event.on_day, event.why or "")
            found.append(Training(courses[event.course_id], event.kind, *said))
    return found


def _last(events: Sequence[CourseEvent]) -> Iterable[tuple[CourseEvent, bool]]:
    """Events in order, each with whether it is the last one with its course."""
    last = {event.course_id: place for place, event in enumerate(events)}
    return ((event, last[event.course_id] == place) for place, event in enumerate(events))


def _state(cursor: Cursor, manager_id: str, course_id: int) -> str | None:
    """What happened last with a course and a person."""
    mine = [e for e in course_store.events(cursor, manager_id) if e.manager_id == manager_id]
    return next((e.kind for e in reversed(mine) if e.course_id == course_id), None)
