"""Signed-in browsers as stored: a row each, and another once it is over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import first


@dataclass(frozen=True)
class SignIn:
    """A signed-in browser; moments in UTC, as they are stored. ``ended`` says why it is over, None while
    it stands."""

    username: str
    began_at: dt.datetime
    seen_at: dt.datetime
    ended: str | None


def add(cursor: Cursor, token_sha256: str, username: str, at: dt.datetime) -> None:
    """Store that somebody signed in."""
    cursor.execute(
        "INSERT INTO sign_in (token_sha256, username, began_at, seen_at) VALUES (?, ?, ?, ?)",
        [token_sha256, username, at, at],
    )


def sign_in(cursor: Cursor, token_sha256: str) -> SignIn | None:
    """The sign-in with that token, over or not; None where there never was one."""
    found = cursor.execute(
        """
        SELECT username, began_at, seen_at, why AS ended
        FROM sign_in LEFT JOIN sign_in_end USING (token_sha256) WHERE token_sha256 = ?
        """,
        [token_sha256],
    )
    return first(found, SignIn)


def see(cursor: Cursor, token_sha256: str, at: dt.datetime) -> None:
    """Move the clock of idleness on."""
    cursor.execute("UPDATE sign_in SET seen_at = ? WHERE token_sha256 = ?", [at, token_sha256])


def standing(cursor: Cursor, username: str, since: dt.datetime) -> list[str]:
    """The hashed tokens of a person's sign-ins that stand and were seen after `since`."""
    found = cursor.execute(
        """
        SELECT token_sha256 FROM sign_in ANTI JOIN sign_in_end USING (token_sha256)
        WHERE username = ? AND seen_at > ? ORDER BY began_at
        """,
        [username, since],
    )
    return [str(token) for (token,) in found.fetchall()]


def end(cursor: Cursor, token_sha256: str, why: str, at: dt.datetime) -> None:
    """Store that a sign-in is over; what ended it first stays on record."""
    cursor.execute(
        "INSERT OR IGNORE INTO sign_in_end (token_sha256, happened_at, why) VALUES (?, ?, ?)",
        [token_sha256, at, why],
    )


def end_all(cursor: Cursor, username: str, why: str, at: dt.datetime) -> None:
    """Store that every sign-in of a person that stands is over."""
    cursor.execute(
        """
        INSERT INTO sign_in_end (token_sha256, happened_at, why)
        SELECT token_sha256, ?, ? FROM sign_in ANTI JOIN sign_in_end USING (token_sha256) WHERE username = ?
        """,
        [at, why, username],
    )
