"""The training catalogue as stored, and what happens with its courses."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from data.database import Cursor
from data.rows import Local, insert, next_number, rows

EventKind = Literal["retired", "offered", "declined", "done", "withdrawn"]


@dataclass(frozen=True)
class StoredCourse:
    """A course of so many hours, with the codes of the indicators that it is to strengthen."""

    course_id: int
    name: str
    name_en: str
    hours: float
    indicators: Annotated[list[str], json.loads]
    created_at: Local
    created_by: str


@dataclass(frozen=True)
class CourseEvent:
    """What happened with a course; ``on_day`` when it was done."""

    course_id: int
    kind: EventKind
    manager_id: str | None
    talk_id: int | None
    on_day: dt.date | None
    happened_at: Local
    actor: str
    why: str | None


def add(
    cursor: Cursor,
    names: tuple[str, str],
    hours: float,
    indicators: Sequence[str],
    actor: str,
    at: dt.datetime,
) -> int:
    """Store a course by its Chinese and English name; its number."""
    number = next_number(cursor, "course", "course_id")
    insert(
        *(cursor, "course"),
        **{"course_id": number, "name": names[0], "name_en": names[1], "hours": hours},
        **{"indicators": json.dumps(list(indicators)), "created_at": at, "created_by": actor},
    )
    return number


def add_event(
    cursor: Cursor,
    course_id: int,
    kind: EventKind,
    actor: str,
    at: dt.datetime,
    *,
    manager_id: str | None = None,
    talk_id: int | None = None,
    on_day: dt.date | None = None,
    why: str | None = None,
) -> None:
    """Store what happened with a course."""
    about = {"manager_id": manager_id, "talk_id": talk_id, "on_day": on_day, "why": why}
    insert(cursor, "course_event", course_id=course_id, kind=kind, happened_at=at, actor=actor, **about)


def courses(cursor: Cursor) -> list[StoredCourse]:
    """The whole catalogue, retired courses too, in the order in which they came into it."""
    found = cursor.execute(
        "SELECT course_id, name, name_en, hours, indicators, created_at, created_by FROM course"
        " ORDER BY course_id"
    )
    return rows(found, StoredCourse)


def events(cursor: Cursor, manager_id: str | None = None) -> list[CourseEvent]:
    """What happened with courses, in order: with all of them, or what concerns one person and what concerns
    nobody in particular."""
    found = cursor.execute(
        "SELECT course_id, kind, manager_id, talk_id, on_day, happened_at, actor, why FROM course_event"
        " WHERE $1 IS NULL OR manager_id IS NULL OR manager_id = $1 ORDER BY event_id",
        [manager_id],
    )
    return rows(found, CourseEvent)
