"""Local accounts: making, changing and listing them, and what people are called."""

from __future__ import annotations

from collections.abc import Sequence

from access import audit, demo, passwords
from access.actor import Actor, holder
from access.errors import AccountError
from access.permissions import ROLES, Action, require
from access.sign_in import lock_out
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import account_store, setting_store, sign_in_store
from data.stores.account_store import DISABLED, PASSWORD, ROLE, Account


def any_account(db: Database) -> bool:
    """Whether there is an account at all."""
    with db.read() as cursor:
        return account_store.any_account(cursor)


def exists(db: Database, username: str) -> bool:
    """Whether there is an account of that name, for workflow modules that have asked `access`."""
    with db.read() as cursor:
        return account_store.exists(cursor, username)


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
    _require_role(role)
    passwords.require_acceptable(password)
    _require_manager_id(role, manager_id)
    events = ((ROLE, role), (PASSWORD, passwords.hashed(password)))

    def work(cursor: Cursor) -> None:
        if account_store.exists(cursor, username):
            raise AccountError("errors-account-exists", username=username)
        at = audit.now()
        account_store.add(cursor, username, display_name or username, manager_id, at)
        for kind, value in events:
            account_store.add_event(cursor, username, kind, value, at, actor.username)
        audit.append(cursor, actor, "add-account", username, {"role": role})

    db.write(work)


def disable(actor: Actor, db: Database, username: str) -> None:
    """Nobody signs in with the account from now on, and whoever is signed in with it is signed out; its name
    stays in the trail. AccountError when it is unknown."""
    require(actor, Action.MANAGE_ACCOUNTS)
    _change(actor, db, username, DISABLED, None, {}, ends="disabled")


def set_password(actor: Actor, db: Database, username: str, password: str) -> None:
    """A new password; whoever is signed in with the old one is signed out. AccountError when it is short
    or the account unknown."""
    require(actor, Action.MANAGE_ACCOUNTS)
    passwords.require_acceptable(password)
    _change(actor, db, username, PASSWORD, passwords.hashed(password), {}, ends="password")
    lock_out.forgive(username)


def set_role(actor: Actor, db: Database, username: str, role: str) -> None:
    """Another role. AccountError when it is none, the account is unknown, or it lacks (or carries) the
    manager's id that the role needs (must not have)."""
    require(actor, Action.MANAGE_ACCOUNTS)
    _require_role(role)
    with db.read() as cursor:
        found = account_store.account(cursor, username)
    if found:
        _require_manager_id(role, found.manager_id)
    _change(actor, db, username, ROLE, role, {"role": role})


def listed(actor: Actor, db: Database) -> list[Account]:
    """Every account, in order of the user names."""
    require(actor, Action.MANAGE_ACCOUNTS)
    with db.read() as cursor:
        return account_store.accounts(cursor)


def names(db: Database) -> dict[str, str]:
    """What people are called who act in the branch, by user name."""

    def make() -> dict[str, str]:
        with db.read() as cursor:
            stored = account_store.display_names(cursor)
        return {a.username: a.display_name for a in demo.STAFF} | stored

    return remembered(db, "names", (), make)


def called(db: Database, username: str) -> str:
    """What one of them is called; the user name where nobody has it any more."""
    return names(db).get(username, username)


def with_role(db: Database, roles: Sequence[str]) -> tuple[Actor, ...]:
    """Everybody in use who has one of `roles`, for workflow modules that have asked `access` themselves."""
    with db.read() as cursor:
        if setting_store.is_demo(cursor):
            return tuple(a for a in demo.STAFF if a.role in roles)
        stored = account_store.accounts(cursor)
    return tuple(holder(account) for account in stored if account.in_use and account.role in roles)


def everybody(db: Database) -> dict[str, Actor]:
    """Whoever may sign in, by user name, with the present role; for modules that have asked `access`."""

    def make() -> dict[str, Actor]:
        with db.read() as cursor:
            stored = account_store.accounts(cursor)
        held = [holder(account) for account in stored if account.in_use]
        return {actor.username: actor for actor in (*demo.actors(db), *held)}

    return remembered(db, "in-use", (), make)


def in_use(db: Database, username: str) -> Actor | None:
    """Whoever may sign in under that name, with the present role; None where nobody may (any more)."""
    return everybody(db).get(username)


def behind(db: Database, actor: Actor) -> Actor:
    """Who acts: for the command line's operator the person who has that name here, with that person's role;
    the operator where there is none. For workflow modules, whose answer depends on who it is."""
    if actor.role != "operator":
        return actor
    with db.read() as cursor:
        found = account_store.account(cursor, actor.username)
    if found is not None and found.in_use:
        return holder(found)
    return next((a for a in demo.actors(db) if a.username == actor.username), actor)


def _require_role(role: str) -> None:
    if role not in ROLES:
        raise AccountError("errors-role-unknown", role=role, roles=", ".join(ROLES))


def _require_manager_id(role: str, manager_id: str | None) -> None:
    if (role == "manager") != bool(manager_id):
        raise AccountError("errors-manager-id")


def _change(
    actor: Actor,
    db: Database,
    username: str,
    kind: str,
    value: str | None,
    detail: dict[str, str],
    ends: str | None = None,
) -> None:
    def work(cursor: Cursor) -> None:
        if not account_store.exists(cursor, username):
            raise AccountError("errors-account-unknown", username=username)
        account_store.add_event(cursor, username, kind, value, audit.now(), actor.username)
        if ends:
            sign_in_store.end_all(cursor, username, ends, audit.now())
        audit.append(cursor, actor, f"account-{kind}", username, detail)

    db.write(work)


def manager_of(db: Database, username: str) -> str | None:
    """The manager whose user name it is, in use or not; None where it is nobody's who is appraised. No
    account passes from a manager to somebody else."""

    def make() -> str | None:
        with db.read() as cursor:
            stored = account_store.account(cursor, username)
        if stored is not None:
            return stored.manager_id
        found = in_use(db, username)
        return None if found is None else found.manager_id

    return remembered(db, "manager-of", username, make)
