"""Clawbacks as stored: what was opened, never changed, and the life of each as events."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from data.database import Cursor
from data.rows import Local, first, insert, next_number, rows


@dataclass(frozen=True)
class NewClawback:
    """A clawback as it is opened: ``ratio`` 0 to 1 of what the period paid and still holds back, ``amount``
    what that came to, in fen; ``sheet_id``: the result that it is about."""

    manager_id: str
    period: str
    ratio: float
    amount: int
    checklist: Annotated[Mapping[str, Any], json.loads]
    sheet_id: int
    made_by: str


@dataclass(frozen=True)
class StoredClawback(NewClawback):
    """A clawback with its number; ``made_at`` in the branch's time."""

    clawback_id: int
    made_at: Local


@dataclass(frozen=True)
class ClawbackEvent:
    """Something that happened to a clawback; ``amount`` in fen, where some moved; ``at`` in the branch's
    time."""

    clawback_id: int
    kind: str
    amount: int | None
    at: Local
    by: str
    why: str


@dataclass(frozen=True)
class Evidence:
    """A file of evidence, without its content."""

    attachment_id: int
    clawback_id: int
    name: str
    media: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Content:
    """A file of evidence, to be handed out."""

    clawback_id: int
    name: str
    media: str
    content: bytes


_FIELDS = ", ".join(StoredClawback.__dataclass_fields__)


def add(cursor: Cursor, clawback: NewClawback, at: dt.datetime) -> int:
    """Store a clawback; its number."""
    number = next_number(cursor, "clawback", "clawback_id")
    text = json.dumps(clawback.checklist, ensure_ascii=False)
    insert(cursor, "clawback", clawback_id=number, made_at=at, **(asdict(clawback) | {"checklist": text}))
    return number


def clawbacks(
    cursor: Cursor, *, manager_id: str | None = None, clawback_id: int | None = None
) -> list[StoredClawback]:
    """Every clawback (of one person; one), oldest first."""
    return rows(
        cursor.execute(
            f"SELECT {_FIELDS} FROM clawback WHERE ($1 IS NULL OR manager_id = $1)"
            " AND ($2 IS NULL OR clawback_id = $2) ORDER BY clawback_id",
            [manager_id, clawback_id],
        ),
        StoredClawback,
    )


def add_event(
    cursor: Cursor,
    clawback_id: int,
    kind: str,
    at: dt.datetime,
    by: str,
    *,
    amount: int | None = None,
    why: str = "",
) -> None:
    """Something happens to a clawback."""
    said = {"kind": kind, "amount": amount, "happened_at": at, "actor": by, "why": why or None}
    insert(cursor, "clawback_event", clawback_id=clawback_id, **said)


def events(cursor: Cursor, clawback_id: int | None = None) -> list[ClawbackEvent]:
    """What happened (to one clawback), oldest first."""
    return rows(
        cursor.execute(
            "SELECT clawback_id, kind, amount, happened_at AS at, actor AS by, coalesce(why, '') AS why"
            " FROM clawback_event WHERE $1 IS NULL OR clawback_id = $1 ORDER BY event_id",
            [clawback_id],
        ),
        ClawbackEvent,
    )


def attach(
    cursor: Cursor,
    clawback_id: int,
    file: tuple[str, str, bytes, str],
    at: dt.datetime,
    by: str,
) -> int:
    """Add a file of evidence (its name, media type, content and SHA-256); its number."""
    number = next_number(cursor, "clawback_attachment", "attachment_id")
    name, media, content, sha256 = file
    said = {"name": name, "media": media, "content": content, "sha256": sha256, "added_at": at, "actor": by}
    insert(cursor, "clawback_attachment", attachment_id=number, clawback_id=clawback_id, **said)
    return number


def evidence(cursor: Cursor, clawback_id: int) -> list[Evidence]:
    """The files of a clawback, oldest first."""
    found = cursor.execute(
        "SELECT attachment_id, clawback_id, name, media, octet_length(content) AS size, sha256"
        " FROM clawback_attachment WHERE clawback_id = ? ORDER BY attachment_id",
        [clawback_id],
    )
    return rows(found, Evidence)


def content(cursor: Cursor, attachment_id: int) -> Content | None:
    """A file; None where there is none."""
    found = cursor.execute(
        "SELECT clawback_id, name, media, content FROM clawback_attachment WHERE attachment_id = ?",
        [attachment_id],
    )
    return first(found, Content)
