"""The audit chain: every change leaves a trace, and each trace carries the hash of the one before."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from access.actor import Actor
from data.database import Cursor

_ENTRY = "seq, happened_at, actor, action, subject, detail, previous_hash"
"""What an entry's hash is made from, in this order."""


def now() -> dt.datetime:
    """The moment of recording, in UTC without zone (DuckDB TIMESTAMP)."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def append(cursor: Cursor, actor: Actor, action: str, subject: str, detail: Mapping[str, object]) -> None:
    """Add an entry, within the caller's transaction."""
    last = cursor.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, "")
    at = now()
    text = json.dumps(detail, ensure_ascii=False, sort_keys=True, default=str)
    entry = [seq, at, actor.username, action, subject, text, previous]
    cursor.execute(
        f"INSERT INTO audit ({_ENTRY}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*entry, _hash(entry)]
    )


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


def latest(cursor: Cursor, action: str) -> tuple[dt.datetime, str] | None:
    """When (UTC) an action was last done, and by whom; None where it never was."""
    return cursor.execute(
        "SELECT happened_at, actor FROM audit WHERE action = ? ORDER BY seq DESC LIMIT 1", [action]
    ).fetchone()


def broken_at(cursor: Cursor) -> int | None:
    """The number of the first entry that does not fit the chain; None when all do."""
    previous, expected = "", 1
    for *entry, found in cursor.execute(f"SELECT {_ENTRY}, hash FROM audit ORDER BY seq").fetchall():
        if entry[0] != expected or entry[-1] != previous or _hash(entry) != found:
            return expected
        previous, expected = found, expected + 1
    return None


def _hash(entry: list[Any]) -> str:
    return hashlib.sha256(json.dumps(entry, ensure_ascii=False, default=str).encode()).hexdigest()
