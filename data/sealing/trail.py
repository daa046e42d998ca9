"""The chain of the audit trail as stored: each entry carries the hash of the one before, and of what was
sealed with it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from data.sealing.cursor import Cursor

_ENTRY = "seq, happened_at, actor, action, subject, detail, previous_hash"
"""What an entry's hash is made from, in this order, and the hash of its seals where it has any."""


def add(cursor: Cursor, at: dt.datetime, actor: str, action: str, subject: str, detail: str) -> None:
    """Add an entry, within the caller's transaction."""
    last = cursor.execute("SELECT seq, hash FROM audit WHERE seq = (SELECT max(seq) FROM audit)").fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, "")
    entry = [seq, at, actor, action, subject, detail, previous]
    cursor.execute(
        f"INSERT INTO audit ({_ENTRY}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*entry, hashed(entry)]
    )
    cursor.entry = entry


def seal_last(cursor: Cursor, sealed: str) -> None:
    """Put the hash of what was sealed into the last entry that was added on the cursor."""
    if cursor.entry is None:
        raise ValueError("no entry was added on this cursor")
    cursor.execute(
        "UPDATE audit SET sealed = ?, hash = ? WHERE seq = ?",
        [sealed, hashed([*cursor.entry, sealed]), cursor.entry[0]],
    )


def chain(cursor: Cursor) -> Iterator[tuple[list[Any], str | None, str]]:
    """Every entry in order: what its hash is made from, the hash of its seals, its own hash."""
    after = -1
    while True:
        found = cursor.execute(
            f"SELECT {_ENTRY}, sealed, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT 10000", [after]
        ).fetchall()
        if not found:
            return
        for *entry, sealed, own in found:
            yield entry, sealed, own
        after = found[-1][0]


def as_hashed(cursor: Cursor, number: int) -> list[Any] | None:
    """What an entry's hash is made from; None where there is no such entry."""
    found = cursor.execute(f"SELECT {_ENTRY}, sealed FROM audit WHERE seq = ?", [number]).fetchall()
    return [value for value in found[0] if value is not None] if found else None


def broken_at(cursor: Cursor) -> int | None:
    """The number of the first entry that does not fit the chain; None when all do."""
    previous, expected = "", 1
    for entry, sealed, found in chain(cursor):
        whole = entry if sealed is None else [*entry, sealed]
        if entry[0] != expected or entry[-1] != previous or hashed(whole) != found:
            return expected
        previous, expected = found, expected + 1
    return None


def hashed(entry: Sequence[Any]) -> str:
    """The hash of an entry."""
    return hashlib.sha256(json.dumps(list(entry), ensure_ascii=False, default=str).encode()).hexdigest()
