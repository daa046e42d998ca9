"""Local accounts, and the people of a demonstration branch."""

from __future__ import annotations

import time

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from access import audit
from access.actor import Actor
from access.errors import SignInFailed
from access.permissions import ROLES, Action, require
from data import queries
from data.database import Database
from workflow.errors import WorkflowError

MINIMUM_LENGTH = 10
_TRIES, _PAUSE = 5, 60.0
_hasher = PasswordHasher()
_failures: dict[str, list[float]] = {}

DEMO_STAFF = (
    Actor("li.hangzhang", "president", display_name="李行长"),
    Actor("committee.gao", "committee", display_name="高主任"),
    Actor("committee.ning", "committee", display_name="宁委员"),
    Actor("committee.tang", "committee", display_name="唐委员"),
)


def demo_actors(db: Database) -> list[Actor]:
    """Whom one can be in a demonstration branch; nobody where the branch is a real one."""
    with db.read() as cursor:
        if queries.setting(cursor, "demo") != "1":
            return []
        people = queries.people(cursor)
    managers = [
        Actor(manager.lower(), "manager", manager, name)
        for manager, name in people[["manager_id", "name"]].itertuples(index=False)
    ]
    return [*DEMO_STAFF, *managers]


def any_account(db: Database) -> bool:
    """Whether there is an account at all."""
    with db.read() as cursor:
        return cursor.execute("SELECT count(*) > 0 FROM account").fetchone()[0]


def add(
    actor: Actor,
    db: Database,
    username: str,
    role: str,
    password: str,
    *,
    display_name: str = "",
    manager_id: str | None = None,
) -> None:
    """Make an account.

    Raises
    ------
    WorkflowError : the name is taken, the role is none, the password is short, or a manager's id is
        missing.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if role not in ROLES:
        raise WorkflowError("errors-role-unknown", role=role, roles=", ".join(ROLES))
    if len(password) < MINIMUM_LENGTH:
        raise WorkflowError("errors-password-short", length=MINIMUM_LENGTH)
    if (role == "manager") != bool(manager_id):
        raise WorkflowError("errors-manager-id")

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        if cursor.execute("SELECT 1 FROM account WHERE username = ?", [username]).fetchone():
            raise WorkflowError("errors-account-exists", username=username)
        at = audit.now()
        cursor.execute(
            "INSERT INTO account VALUES (?, ?, ?, ?)", [username, display_name or username, manager_id, at]
        )
        for kind, value in (("role", role), ("password", _hasher.hash(password))):
            row = [username, kind, value, at, actor.username]
            cursor.execute("INSERT INTO account_event VALUES (?, ?, ?, ?, ?)", row)
        audit.append(cursor, actor, "add-account", username, {"role": role})

    db.write(work)


def listed(actor: Actor, db: Database) -> list[tuple[str, str, str]]:
    """(user name, shown name, role) of every account."""
    require(actor, Action.MANAGE_ACCOUNTS)
    with db.read() as cursor:
        return cursor.execute(
            """
            SELECT username, display_name, last(value ORDER BY happened_at) FROM account
            JOIN account_event USING (username) WHERE kind = 'role' GROUP BY ALL ORDER BY username
            """
        ).fetchall()


def sign_in(db: Database, username: str, password: str) -> Actor:
    """The actor behind a user name and password.

    Raises
    ------
    SignInFailed : wrong, disabled, or too many tries within a minute.
    """
    recent = [t for t in _failures.get(username, []) if time.monotonic() - t < _PAUSE]
    if len(recent) >= _TRIES:
        raise SignInFailed("errors-signin-wait")
    with db.read() as cursor:
        row = cursor.execute(
            """
            SELECT display_name, manager_id,
                last(value ORDER BY happened_at) FILTER (kind = 'role'),
                last(value ORDER BY happened_at) FILTER (kind = 'password'),
                coalesce(last(kind ORDER BY happened_at) FILTER (kind IN ('disabled', 'enabled')), 'enabled')
            FROM account JOIN account_event USING (username) WHERE username = ? GROUP BY ALL
            """,
            [username],
        ).fetchone()
    try:
        if row is None or row[4] == "disabled":
            raise VerificationError
        _hasher.verify(row[3], password)
    except VerificationError:
        _failures[username] = [*recent, time.monotonic()]
        raise SignInFailed("errors-signin-wrong") from None
    _failures.pop(username, None)
    return Actor(username, row[2], row[1], row[0])
