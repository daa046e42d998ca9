"""Accounts as stored: a row each, and events of which the last of a kind holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import rows

ROLE, PASSWORD, DISABLED = "role", "password", "disabled"
"""Kinds of events; their value is the role, the password's hash, nothing."""


@dataclass(frozen=True)
class Account:
    """A local account: whose it is, what it may do, whether one can sign in with it."""

    username: str
    display_name: str
    manager_id: str | None
    role: str
    in_use: bool


def add(
    cursor: Cursor, username: str, display_name: str, manager_id: str | None, created_at: dt.datetime
) -> None:
    """Store an account; its role and password are events."""
    cursor.execute(
        "INSERT INTO account (username, display_name, manager_id, created_at) VALUES (?, ?, ?, ?)",
        [username, display_name, manager_id, created_at],
    )


def add_event(
    cursor: Cursor, username: str, kind: str, value: str | None, happened_at: dt.datetime, by: str
) -> None:
    """Store what happened to an account; earlier events stay on record."""
    cursor.execute(
        "INSERT INTO account_event (username, kind, value, happened_at, actor) VALUES (?, ?, ?, ?, ?)",
        [username, kind, value, happened_at, by],
    )


def exists(cursor: Cursor, username: str) -> bool:
    """Whether there is an account of that name, in use or not."""
    return bool(cursor.execute("SELECT 1 FROM account WHERE username = ?", [username]).fetchall())


def any_account(cursor: Cursor) -> bool:
    """Whether there is an account at all."""
    return bool(cursor.execute("SELECT 1 FROM account LIMIT 1").fetchall())


def display_names(cursor: Cursor) -> dict[str, str]:
    """What the holders of all accounts are called, by user name."""
    return dict(cursor.execute("SELECT username, display_name FROM account").fetchall())


def accounts(cursor: Cursor) -> list[Account]:
    """Every account, in order of the user names."""
    return _read(cursor, None)


def account(cursor: Cursor, username: str) -> Account | None:
    """The account of that name, if there is one."""
    found = _read(cursor, username)
    return found[0] if found else None


def password_hash(cursor: Cursor, username: str) -> str | None:
    """The hash of the password that holds; None where there is no account of that name."""
    row = cursor.execute(
        "SELECT last(value ORDER BY event_id) FROM account_event WHERE username = ? AND kind = ?",
        [username, PASSWORD],
    ).fetchone()
    return None if row is None else row[0]


def _read(cursor: Cursor, username: str | None) -> list[Account]:
    found = cursor.execute(
        """
        SELECT username, display_name, manager_id,
            last(value ORDER BY event_id) FILTER (kind = 'role') AS role,
            coalesce(last(kind ORDER BY event_id) FILTER (kind IN ('disabled', 'enabled')), '')
                != 'disabled' AS in_use
        FROM account JOIN account_event USING (username)
        WHERE $1 IS NULL OR username = $1
        GROUP BY username, display_name, manager_id
        ORDER BY username
        """,
        [username],
    )
    return rows(found, Account)
