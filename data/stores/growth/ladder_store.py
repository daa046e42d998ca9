"""The career ladder as stored: versions, of which the last holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import Local, insert, rows


@dataclass(frozen=True)
class StoredLadder:
    """A version of the ladder, and why it was made."""

    version: int
    toml: str
    created_at: Local
    created_by: str
    why: str


def versions(cursor: Cursor) -> list[StoredLadder]:
    """Every version, oldest first."""
    found = cursor.execute("SELECT version, toml, created_at, created_by, why FROM ladder ORDER BY version")
    return rows(found, StoredLadder)


def add(cursor: Cursor, version: int, toml: str, actor: str, at: dt.datetime, why: str) -> None:
    """Store a version."""
    values = {"version": version, "toml": toml, "created_at": at, "created_by": actor}
    insert(cursor, "ladder", **values, why=why)
