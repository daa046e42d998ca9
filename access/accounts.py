"""Accounts: making and stopping them, their passwords and roles, and what people are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from access import audit, demo, passwords
from access.actor import Actor, holder
from access.errors import AccountError
from access.local import names as written
from access.local import tries
from access.permissions import ROLES, Action, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import account_store, people_store, setting_store, sign_in_store
from data.stores.account_store import DISABLED, MANAGER, MUST_CHANGE, NO, PASSWORD, ROLE, YES, Account

ADMIN = "admin"
"""The role that keeps accounts; somebody must always have it."""


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
    password: str | None,
    *,
    display_name: str = "",
    manager_id: str | None = None,
    must_change: bool = True,
) -> str:
    """Make an account; its user name as it is stored.

    Parameters
    ----------
    password : None for whoever signs in at the single sign-on only.
    must_change : whether it has to be changed at the first sign-in, as somebody else knows it.

    Raises
    ------
    AccountError : the name is taken or cannot be one, the role is none, the password is too easy to guess, or
        the manager's id is missing, unknown or somebody else's.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    name, called = written.new(username), written.called(display_name) or written.new(username)
    require_role(role)
    if password is not None:
        passwords.require_acceptable(password, about(db, name, called))
    events: list[tuple[str, str | None]] = [(ROLE, role)]
    if password is not None:
        events += [(PASSWORD, passwords.hashed(password)), (MUST_CHANGE, YES if must_change else NO)]

    def work(cursor: Cursor) -> None:
        store(actor, cursor, name, called, manager_id or None, events)
        audit.append(cursor, actor, "add-account", name, {"role": role})

    db.write(work)
    return name


def store(
    actor: Actor,
    cursor: Cursor,
    username: str,
    called: str,
    manager_id: str | None,
    events: Sequence[tuple[str, str | None]],
) -> None:
    """Store a new account with what happened to it, within a transaction.

    Raises
    ------
    AccountError : the name is taken, or the manager's id is missing, unknown or somebody else's.
    """
    stored = account_store.accounts(cursor)
    if any(written.alike(one.username) == username for one in stored):
        raise AccountError("errors-account-exists", username=username)
    require_manager(cursor, stored, username, str(dict(events)[ROLE]), manager_id)
    at = audit.now()
    account_store.add(cursor, username, called, manager_id, at)
    for kind, value in events:
        account_store.add_event(cursor, username, kind, value, at, actor.username)


def disable(actor: Actor, db: Database, username: str) -> None:
    """Nobody signs in with the account from now on, and whoever is signed in with it is signed out; its name
    stays in the trail.

    Raises
    ------
    AccountError : it is unknown or disabled already, the own one, or the last administrator's.
    """
    require(actor, Action.MANAGE_ACCOUNTS)

    def allows(cursor: Cursor, found: Account, stored: Sequence[Account]) -> None:
        if not found.in_use:
            raise AccountError("errors-account-is-off", username=username)
        _require_other(actor, username)
        _require_administrator(stored, username)

    change(actor, db, username, DISABLED, None, ends="disabled", allows=allows)


def set_password(
    actor: Actor, db: Database, username: str, password: str, *, must_change: bool = True
) -> None:
    """A new password, to be changed at the next sign-in; whoever is signed in with the old one is signed out.

    Raises
    ------
    AccountError : it is too easy to guess, or the account is unknown.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    passwords.require_acceptable(password, about(db, username, called(db, username)))
    events = [(PASSWORD, passwords.hashed(password)), (MUST_CHANGE, YES if must_change else NO)]
    change(actor, db, username, *events[0], ends="password", also=events[1:])
    tries.forgive(db, username)


def set_role(actor: Actor, db: Database, username: str, role: str, manager_id: str | None = None) -> None:
    """Another role; whoever is signed in with the account signs in again, so that no page of the old role
    stays open.

    Parameters
    ----------
    manager_id : for a manager, where the account has none yet. Another role has none any more.

    Raises
    ------
    AccountError : it is no role, the account is unknown, the own one or the last administrator's, or the
        manager's id is missing, unknown or somebody else's.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    require_role(role)
    with db.read() as cursor:
        before = account_store.account(cursor, username)
    held = before.manager_id if before else None
    wanted = (manager_id or held) if role == "manager" else manager_id
    also = [] if wanted == held else [(MANAGER, wanted)]

    def allows(cursor: Cursor, found: Account, stored: Sequence[Account]) -> None:
        _require_other(actor, username)
        if role != ADMIN:
            _require_administrator(stored, username)
        require_manager(cursor, stored, username, role, wanted)

    detail = {"role": role} | ({"manager": wanted} if also else {})
    change(actor, db, username, ROLE, role, detail, ends="role", also=also, allows=allows)


def listed(actor: Actor, db: Database) -> list[Account]:
    """Every account, in order of the user names."""
    require(actor, Action.VIEW_ACCOUNTS)
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


def managers_of(db: Database, username: str) -> frozenset[str]:
    """The ids under which whoever has that user name is or was appraised, in use or not."""

    def make() -> frozenset[str]:
        with db.read() as cursor:
            held = account_store.manager_ids(cursor, username)
        found = None if held else in_use(db, username)
        return frozenset(held) if found is None or found.manager_id is None else frozenset({found.manager_id})

    return remembered(db, "managers-of", username, make)


def named(db: Database, typed: str) -> str | None:
    """The user name that somebody means who types it in another case or width; None where nobody has it."""

    def make() -> dict[str, str]:
        with db.read() as cursor:
            stored = [account.username for account in account_store.accounts(cursor)]
        return {written.alike(name): name for name in stored} | {name: name for name in stored}

    known = remembered(db, "named", (), make)
    return known.get(typed) or known.get(written.alike(typed))


def about(db: Database, *known: str) -> list[str]:
    """Words that others would try first as a person's password: what they and the branch are called."""
    held = setting_store.remembered(db)
    return [*known, held.get("name_zh", ""), held.get("name_en", "")]


def require_role(role: str) -> None:
    """Raise AccountError where there is no such role."""
    if role not in ROLES:
        raise AccountError("errors-role-unknown", role=role, roles=", ".join(ROLES))


def require_manager(
    cursor: Cursor, stored: Sequence[Account], username: str, role: str, manager_id: str | None
) -> None:
    """Raise AccountError unless a manager has an id, of a person of the branch, with which nobody else signs
    in, and the others have none."""
    if (role == "manager") != bool(manager_id):
        raise AccountError("errors-manager-id")
    if manager_id is None:
        return
    if not people_store.exists(cursor, manager_id):
        raise AccountError("errors-manager-unknown", manager=manager_id)
    for one in stored:
        if one.in_use and one.manager_id == manager_id and one.username != username:
            raise AccountError("errors-manager-taken", manager=manager_id, username=one.username)


Allows = Callable[[Cursor, Account, Sequence[Account]], None]
"""Raises AccountError unless what is asked for may be done to an account, beside all that are stored."""


def change(
    actor: Actor,
    db: Database,
    username: str,
    kind: str,
    value: str | None,
    detail: Mapping[str, object] | None = None,
    *,
    ends: str | None = None,
    spares: str | None = None,
    also: Sequence[tuple[str, str | None]] = (),
    allows: Allows | None = None,
) -> None:
    """Store what happens to an account, for those that have asked whether it may.

    Parameters
    ----------
    ends : why its sign-ins are over; `spares` : but for that of this hashed token. also : more that happens.

    Raises
    ------
    AccountError : there is no such account, or what `allows` raises.
    """

    def work(cursor: Cursor) -> None:
        stored = account_store.accounts(cursor)
        found = next((one for one in stored if one.username == username), None)
        if found is None:
            raise AccountError("errors-account-unknown", username=username)
        if allows:
            allows(cursor, found, stored)
        at = audit.now()
        for what, said in ((kind, value), *also):
            account_store.add_event(cursor, username, what, said, at, actor.username)
        if ends:
            sign_in_store.end_all(cursor, username, ends, at, spares)
        audit.append(cursor, actor, f"account-{kind}", username, detail or {})

    db.write(work)


def _require_other(actor: Actor, username: str) -> None:
    if actor.username == username:
        raise AccountError("errors-account-own")


def _require_administrator(stored: Sequence[Account], username: str) -> None:
    """Raise AccountError where nobody else in use keeps the accounts."""
    keepers = {one.username for one in stored if one.in_use and one.role == ADMIN}
    if keepers == {username}:
        raise AccountError("errors-last-administrator", username=username)
