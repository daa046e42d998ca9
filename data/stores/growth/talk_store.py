"""Coaching talks as stored: what was recorded is never changed, what became of it are events."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from data.database import Cursor
from data.rows import Local, first, insert, next_number, rows

_COLUMNS = "talk_id, manager_id, period, held_on, held_by, points, advice, actions, follow_up_on, recorded_at"
EventKind = Literal["confirmed", "viewed-otherwise", "followed-up", "withdrawn"]


@dataclass(frozen=True)
class StoredTalk:
    """A talk as it was recorded; ``actions`` are tables of what, who and until."""

    talk_id: int
    manager_id: str
    period: str
    held_on: dt.date
    held_by: str
    points: str
    advice: str
    actions: Annotated[list[dict[str, str]], json.loads]
    follow_up_on: dt.date | None
    recorded_at: Local


@dataclass(frozen=True)
class TalkEvent:
    """What became of a talk."""

    talk_id: int
    kind: EventKind
    says: str | None
    happened_at: Local
    actor: str


def add(
    cursor: Cursor,
    manager_id: str,
    period: str,
    held: tuple[dt.date, str],
    says: tuple[str, str],
    actions: Sequence[dict[str, str]],
    follow_up_on: dt.date | None,
    at: dt.datetime,
) -> int:
    """Store a talk: `held` on a day by a user name; `says` its points and the advice. Its number."""
    number = next_number(cursor, "talk", "talk_id")
    insert(
        *(cursor, "talk"),
        **{"talk_id": number, "manager_id": manager_id, "period": period},
        **{"held_on": held[0], "held_by": held[1], "points": says[0], "advice": says[1]},
        actions=json.dumps(list(actions), ensure_ascii=False),
        **{"follow_up_on": follow_up_on, "recorded_at": at},
    )
    return number


def add_event(
    cursor: Cursor, talk_id: int, kind: EventKind, says: str | None, actor: str, at: dt.datetime
) -> None:
    """Store what became of a talk."""
    insert(cursor, "talk_event", talk_id=talk_id, kind=kind, says=says, happened_at=at, actor=actor)


def talk(cursor: Cursor, talk_id: int) -> StoredTalk | None:
    """One talk; None where there is no such number."""
    return first(cursor.execute(f"SELECT {_COLUMNS} FROM talk WHERE talk_id = ?", [talk_id]), StoredTalk)


def talks(cursor: Cursor, manager_id: str | None = None) -> list[StoredTalk]:
    """Every talk (with one person), the latest recorded last."""
    found = cursor.execute(
        f"SELECT {_COLUMNS} FROM talk WHERE $1 IS NULL OR manager_id = $1 ORDER BY talk_id", [manager_id]
    )
    return rows(found, StoredTalk)


def events(cursor: Cursor, talk_ids: Sequence[int]) -> list[TalkEvent]:
    """What became of these talks, in order."""
    found = cursor.execute(
        "SELECT talk_id, kind, says, happened_at, actor FROM talk_event"
        " WHERE list_contains($1::INTEGER[], talk_id) ORDER BY event_id",
        [list(talk_ids)],
    )
    return rows(found, TalkEvent)
