"""Accounts as stored: a row each, and events of which the last of a kind holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import rows

ROLE, PASSWORD, DISABLED, ENABLED = "role", "password", "disabled", "enabled"
"""Kinds of events; their value is the role, the password's hash, nothing, nothing."""
MUST_CHANGE, NAME, MANAGER, IDENTITY = "must-change", "name", "manager", "identity"
"""Their value: `YES` or `NO`; what the holder is called; the manager's id or None; who somebody is at the
single sign-on."""
YES, NO = "1", "0"


@dataclass(frozen=True)
class Account:
    """An account: whose it is, what it may do, whether one can sign in with it; whether by a password, and
    whether that must be changed first."""

    username: str
    display_name: str
    manager_id: str | None
    role: str
    in_use: bool
    has_password: bool = True
    must_change: bool = False


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
    return {account.username: account.display_name for account in _read(cursor, None)}


def accounts(cursor: Cursor) -> list[Account]:
    """Every account, in order of the user names."""
    return _read(cursor, None)


def account(cursor: Cursor, username: str) -> Account | None:
    """The account of that name, if there is one."""
    found = _read(cursor, username)
    return found[0] if found else None


def password_hash(cursor: Cursor, username: str) -> str | None:
    """The hash of the password that holds; None where there is none."""
    row = cursor.execute(
        "SELECT last(value ORDER BY event_id) FROM account_event WHERE username = ? AND kind = ?",
        [username, PASSWORD],
    ).fetchone()
    return None if row is None else row[0]


def manager_ids(cursor: Cursor, username: str) -> set[str]:
    """Every manager's id that the account has or had."""
    found = cursor.execute(
        """
        SELECT manager_id FROM account WHERE username = $1
        UNION SELECT value FROM account_event WHERE username = $1 AND kind = 'manager'
        """,
        [username],
    )
    return {str(manager) for (manager,) in found.fetchall() if manager}


def identified(cursor: Cursor, identity: str) -> str | None:
    """The user name of whoever has that identity at the single sign-on now; None where nobody has it."""
    row = cursor.execute(
        """
        SELECT username FROM account_event WHERE kind = 'identity'
        GROUP BY username HAVING last(value ORDER BY event_id) = ? ORDER BY max(event_id) DESC LIMIT 1
        """,
        [identity],
    ).fetchone()
    return None if row is None else str(row[0])


def _read(cursor: Cursor, username: str | None) -> list[Account]:
    found = cursor.execute(
        """
        SELECT username,
            coalesce(last(value ORDER BY event_id) FILTER (kind = 'name'), account.display_name)
                AS display_name,
            CASE WHEN count(*) FILTER (kind = 'manager') > 0
                THEN last(value ORDER BY event_id) FILTER (kind = 'manager')
                ELSE account.manager_id END AS manager_id,
            last(value ORDER BY event_id) FILTER (kind = 'role') AS role,
            coalesce(last(kind ORDER BY event_id) FILTER (kind IN ('disabled', 'enabled')), '')
                != 'disabled' AS in_use,
            count(*) FILTER (kind = 'password') > 0 AS has_password,
            coalesce(last(value ORDER BY event_id) FILTER (kind = 'must-change'), '0') = '1' AS must_change
        FROM account JOIN account_event USING (username)
        WHERE $1 IS NULL OR username = $1
        GROUP BY username, account.display_name, account.manager_id
        ORDER BY username
        """,
        [username],
    )
    return rows(found, Account)
