"""Appeals as stored: what was filed, never changed, and the life of each as events."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from data.database import Cursor
from data.rows import Local, first, insert, next_number, rows, scalar

OVER = ("granted", "turned-down", "withdrawn")
"""The kinds of events after which nothing more happens."""
LIFE = ("taken", "handed-on", "proposed", "sent-back", *OVER)
"""The kinds of events that move an appeal on; questions and answers do not."""
Json = Annotated[dict[str, Any], json.loads]


@dataclass(frozen=True)
class NewAppeal:
    """An appeal as it is filed; the tables' comments say what each field is."""

    manager_id: str
    period: str
    sheet_id: int
    kind: str
    subject: str
    key: Json
    says: str
    wanted: float | None
    copied: Json
    decide_by: dt.date
    filed_by: str


@dataclass(frozen=True)
class StoredAppeal(NewAppeal):
    """An appeal as it was filed, with its number; ``filed_at`` in the branch's time."""

    appeal_id: int
    filed_at: Local


@dataclass(frozen=True)
class AppealEvent:
    """Something that happened to an appeal; ``at`` in the branch's time."""

    appeal_id: int
    kind: str
    detail: Annotated[dict[str, Any] | None, json.loads]
    at: Local
    by: str
    why: str


@dataclass(frozen=True)
class Attachment:
    """A file that was added to an appeal, without its content; ``at`` in the branch's time."""

    attachment_id: int
    appeal_id: int
    name: str
    media: str
    size: int
    at: Local
    by: str


@dataclass(frozen=True)
class Content:
    """A file that was added to an appeal, to be handed out."""

    appeal_id: int
    name: str
    media: str
    content: bytes


_FIELDS = ", ".join(StoredAppeal.__dataclass_fields__)


def add(cursor: Cursor, appeal: NewAppeal, at: dt.datetime) -> int:
    """File an appeal; its number."""
    number = next_number(cursor, "appeal", "appeal_id")
    said = {name: getattr(appeal, name) for name in NewAppeal.__dataclass_fields__}
    texts = {name: json.dumps(said[name], ensure_ascii=False) for name in ("key", "copied")}
    insert(cursor, "appeal", appeal_id=number, filed_at=at, **(said | texts))
    return number


_OPEN = (
    "NOT EXISTS (SELECT 1 FROM appeal_event e WHERE e.appeal_id = a.appeal_id"
    f" AND e.kind IN ({', '.join(repr(kind) for kind in OVER)}))"
)


def appeals(
    cursor: Cursor, *, manager_id: str | None = None, period: str | None = None, undecided: bool = False
) -> list[StoredAppeal]:
    """Every appeal (of one person, in one period; those that are not decided), oldest first."""
    fields = ", ".join(f"a.{name}" for name in StoredAppeal.__dataclass_fields__)
    return rows(
        cursor.execute(
            f"SELECT {fields} FROM appeal a WHERE ($1 IS NULL OR a.manager_id = $1)"
            f" AND ($2 IS NULL OR a.period = $2){f' AND {_OPEN}' if undecided else ''} ORDER BY a.appeal_id",
            [manager_id, period],
        ),
        StoredAppeal,
    )


def appeal(cursor: Cursor, appeal_id: int) -> StoredAppeal | None:
    """One appeal; None where there is none."""
    return first(
        cursor.execute(f"SELECT {_FIELDS} FROM appeal WHERE appeal_id = ?", [appeal_id]), StoredAppeal
    )


def add_event(
    cursor: Cursor,
    appeal_id: int,
    kind: str,
    at: dt.datetime,
    by: str,
    *,
    why: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Something happens to an appeal."""
    text = None if detail is None else json.dumps(detail, ensure_ascii=False)
    insert(
        cursor,
        "appeal_event",
        appeal_id=appeal_id,
        kind=kind,
        detail=text,
        happened_at=at,
        actor=by,
        why=why,
    )


def events(cursor: Cursor, appeal_id: int | None = None) -> list[AppealEvent]:
    """What happened (to one appeal), oldest first."""
    return rows(
        cursor.execute(
            "SELECT appeal_id, kind, detail, happened_at AS at, actor AS by, coalesce(why, '') AS why"
            " FROM appeal_event WHERE $1 IS NULL OR appeal_id = $1 ORDER BY event_id",
            [appeal_id],
        ),
        AppealEvent,
    )


def open_in(cursor: Cursor, period: str) -> int:
    """How many appeals of a period are not over."""
    found = cursor.execute(f"SELECT count(*) FROM appeal a WHERE a.period = ? AND {_OPEN}", [period])
    return int(scalar(found))


def attach(
    cursor: Cursor,
    appeal_id: int,
    name: str,
    media: str,
    content: bytes,
    sha256: str,
    at: dt.datetime,
    by: str,
) -> int:
    """Add a file to an appeal; its number."""
    number = next_number(cursor, "appeal_attachment", "attachment_id")
    insert(
        cursor,
        "appeal_attachment",
        attachment_id=number,
        appeal_id=appeal_id,
        name=name,
        media=media,
        content=content,
        sha256=sha256,
        added_at=at,
        actor=by,
    )
    return number


def attachments(cursor: Cursor, appeal_id: int) -> list[Attachment]:
    """The files of an appeal, in the order in which they were added."""
    return rows(
        cursor.execute(
            "SELECT attachment_id, appeal_id, name, media, octet_length(content) AS size, added_at AS at,"
            " actor AS by FROM appeal_attachment WHERE appeal_id = ? ORDER BY attachment_id",
            [appeal_id],
        ),
        Attachment,
    )


def content(cursor: Cursor, attachment_id: int) -> Content | None:
    """A file with its content; None where there is none."""
    return first(
        cursor.execute(
            "SELECT appeal_id, name, media, content FROM appeal_attachment WHERE attachment_id = ?",
            [attachment_id],
        ),
        Content,
    )
