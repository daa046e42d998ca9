"""Local accounts, and the people of a demonstration branch."""

from __future__ import annotations

import time
from collections.abc import Sequence

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from access import audit
from access.actor import Actor
from access.errors import AccountError, SignInFailed
from access.permissions import ROLES, Action, require
from data.cache import remembered
from data.database import Database
from data.stores import people_store, setting_store

MINIMUM_LENGTH = 10
_TRIES, _PAUSE = 5, 60.0
_hasher = PasswordHasher()
_failures: dict[str, list[float]] = {}

DEMO_STAFF = (
    Actor("li.hangzhang", "president", display_name="李行长"),
    Actor("committee.gao", "committee", display_name="高主任"),
    Actor("committee.ning", "committee", display_name="宁委员"),
    Actor("committee.tang", "committee", display_name="唐委员"),
    Actor("data.zhao", "data-officer", display_name="赵数据员"),
    Actor("data.wang", "data-officer", display_name="王复核员"),
)


def demo_actors(db: Database) -> list[Actor]:
    """Whom one can be in a demonstration branch; nobody where the branch is a real one."""
    with db.read() as cursor:
        if not setting_store.is_demo(cursor):
            return []
        people = people_store.people(cursor)
    managers = [
        Actor(manager.lower(), "manager", manager, name)
        for manager, name in people[["manager_id", "name"]].itertuples(index=False)
    ]
    return [*DEMO_STAFF, *managers]


def any_account(db: Database) -> bool:
    """Whether there is an account at all."""
    with db.read() as cursor:
        return cursor.execute("SELECT count(*) > 0 FROM account").fetchone()[0]


def exists(db: Database, username: str) -> bool:
    """Whether there is an account of that name, for workflow modules that have asked `access`."""
    with db.read() as cursor:
        return bool(cursor.execute("SELECT 1 FROM account WHERE username = ?", [username]).fetchall())


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
    AccountError : the name is taken, the role is none, the password is short, or a manager's id is
        missing.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if role not in ROLES:
        raise AccountError("errors-role-unknown", role=role, roles=", ".join(ROLES))
    if len(password) < MINIMUM_LENGTH:
        raise AccountError("errors-password-short", length=MINIMUM_LENGTH)
    if (role == "manager") != bool(manager_id):
        raise AccountError("errors-manager-id")

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        if cursor.execute("SELECT 1 FROM account WHERE username = ?", [username]).fetchone():
            raise AccountError("errors-account-exists", username=username)
        at = audit.now()
        cursor.execute(
            "INSERT INTO account VALUES (?, ?, ?, ?)", [username, display_name or username, manager_id, at]
        )
        for kind, value in (("role", role), ("password", _hasher.hash(password))):
            _happened(cursor, actor, username, kind, value)
        audit.append(cursor, actor, "add-account", username, {"role": role})

    db.write(work)


def disable(actor: Actor, db: Database, username: str) -> None:
    """Nobody signs in with the account from now on; its name stays in the trail."""
    require(actor, Action.MANAGE_ACCOUNTS)
    _change(actor, db, username, "disabled", None, {})


def set_password(actor: Actor, db: Database, username: str, password: str) -> None:
    """A new password. AccountError when it is short or the account unknown."""
    require(actor, Action.MANAGE_ACCOUNTS)
    if len(password) < MINIMUM_LENGTH:
        raise AccountError("errors-password-short", length=MINIMUM_LENGTH)
    _change(actor, db, username, "password", _hasher.hash(password), {})
    _failures.pop(username, None)


def set_role(actor: Actor, db: Database, username: str, role: str) -> None:
    """Another role. AccountError when it is none, the account is unknown, or it lacks (or carries) the
    manager's id that the role needs (must not have)."""
    require(actor, Action.MANAGE_ACCOUNTS)
    if role not in ROLES:
        raise AccountError("errors-role-unknown", role=role, roles=", ".join(ROLES))
    with db.read() as cursor:
        row = cursor.execute("SELECT manager_id FROM account WHERE username = ?", [username]).fetchone()
    if row and (role == "manager") != bool(row[0]):
        raise AccountError("errors-manager-id")
    _change(actor, db, username, "role", role, {"role": role})


def _change(
    actor: Actor, db: Database, username: str, kind: str, value: str | None, detail: dict[str, str]
) -> None:
    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        if not cursor.execute("SELECT 1 FROM account WHERE username = ?", [username]).fetchone():
            raise AccountError("errors-account-unknown", username=username)
        _happened(cursor, actor, username, kind, value)
        audit.append(cursor, actor, f"account-{kind}", username, detail)

    db.write(work)


def _happened(cursor, actor: Actor, username: str, kind: str, value: str | None) -> None:  # type: ignore[no-untyped-def]
    row = [username, kind, value, audit.now(), actor.username]
    cursor.execute(
        "INSERT INTO account_event (username, kind, value, happened_at, actor) VALUES (?, ?, ?, ?, ?)", row
    )


def listed(actor: Actor, db: Database) -> list[tuple[str, str, str, bool]]:
    """(user name, shown name, role, whether it is in use) of every account."""
    require(actor, Action.MANAGE_ACCOUNTS)
    with db.read() as cursor:
        return cursor.execute(
            """
            SELECT username, display_name, last(value ORDER BY event_id) FILTER (kind = 'role'),
                count(*) FILTER (kind = 'disabled') = 0
            FROM account JOIN account_event USING (username) GROUP BY ALL ORDER BY username
            """
        ).fetchall()


def names(db: Database) -> dict[str, str]:
    """What people are called who act in the branch, by user name."""

    def make() -> dict[str, str]:
        with db.read() as cursor:
            rows = cursor.execute("SELECT username, display_name FROM account").fetchall()
        return {a.username: a.display_name for a in DEMO_STAFF} | dict(rows)

    return remembered(db, "names", (), make)


def with_role(db: Database, roles: Sequence[str]) -> tuple[Actor, ...]:
    """Everybody in use who has one of `roles`, for workflow modules that have asked `access` themselves."""
    with db.read() as cursor:
        if setting_store.is_demo(cursor):
            return tuple(a for a in DEMO_STAFF if a.role in roles)
        rows = cursor.execute(
            """
            SELECT username, last(value ORDER BY event_id) FILTER (kind = 'role'), manager_id, display_name
            FROM account JOIN account_event USING (username) GROUP BY ALL
            HAVING count(*) FILTER (kind = 'disabled') = 0 ORDER BY username
            """
        ).fetchall()
    return tuple(Actor(*row) for row in rows if row[1] in roles)


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
                last(value ORDER BY event_id) FILTER (kind = 'role'),
                last(value ORDER BY event_id) FILTER (kind = 'password'),
                coalesce(last(kind ORDER BY event_id) FILTER (kind IN ('disabled', 'enabled')), 'enabled')
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
