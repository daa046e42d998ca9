"""Signed-in browsers as stored: a row each, and another once it is over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import first, rows


@dataclass(frozen=True)
class SignIn:
    """A signed-in browser; moments in UTC, as they are stored. ``ended`` says why it is over, None while
    it stands."""

    username: str
    began_at: dt.datetime
    seen_at: dt.datetime
    ended: str | None


@dataclass(frozen=True)
class Seen:
    """When (UTC) somebody last signed in, and at how many browsers they are signed in now."""

    username: str
    began_at: dt.datetime
    browsers: int


@dataclass(frozen=True)
class Waiting:
    """A name that waits after wrong tries: hashed, how many times in a row it had to, until when (UTC)."""

    name_sha256: str
    pauses: int
    until: dt.datetime


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


def end_all(cursor: Cursor, username: str, why: str, at: dt.datetime, spares: str | None = None) -> None:
    """Store that every sign-in of a person that stands is over, but for that of the hashed token `spares`."""
    cursor.execute(
        """
        INSERT INTO sign_in_end (token_sha256, happened_at, why)
        SELECT token_sha256, ?, ? FROM sign_in ANTI JOIN sign_in_end USING (token_sha256)
        WHERE username = ? AND token_sha256 IS DISTINCT FROM ?
        """,
        [at, why, username, spares],
    )


def last_seen(cursor: Cursor, since: dt.datetime) -> list[Seen]:
    """Everybody who ever signed in; sign-ins that were not seen after `since` no longer stand."""
    found = cursor.execute(
        """
        SELECT username, max(began_at) AS began_at, count(*) FILTER (why IS NULL AND seen_at > ?) AS browsers
        FROM sign_in LEFT JOIN sign_in_end USING (token_sha256) GROUP BY username ORDER BY username
        """,
        [since],
    )
    return rows(found, Seen)


def know(cursor: Cursor, browser_sha256: str, username: str, at: dt.datetime, most: int) -> None:
    """Store that a person has signed in in a browser; the `most` browsers seen last are kept of a person."""
    cursor.execute(
        """
        INSERT INTO known_browser (browser_sha256, username, seen_at) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at
        """,
        [browser_sha256, username, at],
    )
    cursor.execute(
        """
        DELETE FROM known_browser WHERE username = $1 AND browser_sha256 NOT IN (
            SELECT browser_sha256 FROM known_browser WHERE username = $1 ORDER BY seen_at DESC LIMIT $2
        )
        """,
        [username, most],
    )


def knows(cursor: Cursor, browser_sha256: str, username: str) -> bool:
    """Whether the person has signed in in that browser."""
    found = cursor.execute(
        "SELECT 1 FROM known_browser WHERE browser_sha256 = ? AND username = ?", [browser_sha256, username]
    )
    return bool(found.fetchall())


def waits(cursor: Cursor, waiting: Waiting, forgotten: dt.datetime) -> None:
    """Store that a name waits; those that waited until before `forgotten` are no longer kept."""
    cursor.execute("DELETE FROM waiting_name WHERE until < ?", [forgotten])
    cursor.execute(
        """
        INSERT INTO waiting_name (name_sha256, pauses, until) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET pauses = excluded.pauses, until = excluded.until
        """,
        [waiting.name_sha256, waiting.pauses, waiting.until],
    )


def waits_no_more(cursor: Cursor, name_sha256: str) -> None:
    """Forget that a name waits."""
    cursor.execute("DELETE FROM waiting_name WHERE name_sha256 = ?", [name_sha256])


def waiting(cursor: Cursor) -> list[Waiting]:
    """Every name that waits or has waited of late."""
    found = cursor.execute("SELECT name_sha256, pauses, until FROM waiting_name ORDER BY until")
    return rows(found, Waiting)
