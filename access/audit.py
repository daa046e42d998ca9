"""The audit chain: every change leaves a trace, and each trace carries the hash of the one before."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from access.actor import Actor
from data.database import Cursor
from data.rows import rows
from data.sealing import trail

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def now() -> dt.datetime:
    """The moment of recording, in UTC without zone (DuckDB TIMESTAMP)."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def append(cursor: Cursor, actor: Actor, action: str, subject: str, detail: Mapping[str, object]) -> None:
    """Add an entry, within the caller's transaction."""
    told = {**detail, "for": actor.acts_for} if actor.acts_for else detail
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    trail.add(cursor, now(), actor.username, action, subject, text)


def last_number(cursor: Cursor) -> int:
    """The number of the last entry; 0 where there is none."""
    ((number,),) = cursor.execute("SELECT coalesce(max(seq), 0) FROM audit").fetchall()
    return int(number)


def last_number_without(cursor: Cursor, actions: Sequence[str]) -> int:
    """The number of the last entry whose action begins with none of `actions`; 0 where there is none."""
    ((number,),) = cursor.execute(
        """
        SELECT coalesce(max(seq), 0) FROM audit
        WHERE len(list_filter($1::VARCHAR[], lambda p: starts_with(action, p))) = 0
        """,
        [list(actions)],
    ).fetchall()
    return int(number)


def details(cursor: Cursor, action: str) -> list[str]:
    """The details (JSON) of every entry of an action, oldest first."""
    found = cursor.execute("SELECT detail FROM audit WHERE action = ? ORDER BY seq", [action]).fetchall()
    return [str(detail) for (detail,) in found]


@dataclass(frozen=True)
class Entry:
    """An entry of the trail; ``at`` in UTC, ``sha256`` its own hash."""

    number: int
    at: dt.datetime
    actor: str
    subject: str
    detail: str
    sha256: str


_READ = "SELECT seq, happened_at, actor, subject, detail, hash FROM audit"


def entries(cursor: Cursor, action: str) -> list[Entry]:
    """Every entry of an action, oldest first."""
    found = cursor.execute(f"{_READ} WHERE action = ? ORDER BY seq", [action]).fetchall()
    return [Entry(*row) for row in found]


def entry(cursor: Cursor, number: int) -> Entry | None:
    """The entry of that number, if there is one."""
    row = cursor.execute(f"{_READ} WHERE seq = ?", [number]).fetchone()
    return None if row is None else Entry(*row)


def latest(cursor: Cursor, action: str) -> tuple[dt.datetime, str] | None:
    """When (UTC) an action was last done, and by whom; None where it never was."""
    return cursor.execute(
        "SELECT happened_at, actor FROM audit WHERE action = ? ORDER BY seq DESC LIMIT 1", [action]
    ).fetchone()


def of_account(cursor: Cursor, username: str, kind: type[T]) -> list[T]:
    """What was done to an account, newest first: entries about it, and the list that it came with."""
    found = cursor.execute(
        """
        SELECT happened_at AS at, actor AS by, action, detail FROM audit
        WHERE (subject = $1 AND (action = 'add-account' OR starts_with(action, 'account-')))
            OR (action = 'import-accounts' AND list_contains(json_keys(detail, '$.accounts'), $1))
        ORDER BY seq DESC
        """,
        [username],
    )
    return rows(found, kind)


def as_hashed(cursor: Cursor, number: int) -> list[object] | None:
    """What an entry's hash is made from: its JSON as :func:`append` writes it, hashed; None where there is no
    such entry."""
    return trail.as_hashed(cursor, number)


def broken_at(cursor: Cursor) -> int | None:
    """The number of the first entry that does not fit the chain; None when all do."""
    return trail.broken_at(cursor)


def actions_since(cursor: Cursor, number: int) -> list[tuple[int, str]]:
    """The entries after that of `number`, oldest first: number and action, not who nor about whom."""
    return cursor.execute("SELECT seq, action FROM audit WHERE seq > ? ORDER BY seq", [number]).fetchall()
