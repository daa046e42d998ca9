"""Keeping accounts while the branch works: enabling, names, managers' ids, signing out, own passwords."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from access import audit, browsers, passwords
from access.accounts import about, called, change, require_manager
from access.actor import Actor
from access.errors import AccountError
from access.local import names, tries
from access.permissions import Action, require
from access.sessions import Session
from access.sign_in import require_right
from access.single_sign_on.identities import linked
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.rows import Local
from data.stores import account_store, sign_in_store
from data.stores.account_store import (
    ENABLED,
    MANAGER,
    MUST_CHANGE,
    NAME,
    NO,
    PASSWORD,
    Account,
)


@dataclass(frozen=True)
class Standing:
    """An account with what of it is no fact of record; moments in the branch's time.

    ``signed_in_at``: the last time somebody did (None: never); ``browsers``: at how many it stands;
    ``waits_until``: until when strangers have to wait after wrong tries (None: they need not).
    """

    account: Account
    signed_in_at: dt.datetime | None
    browsers: int
    waits_until: dt.datetime | None


@dataclass(frozen=True)
class Happened:
    """What happened to an account, when (branch time) and by whom, as the trail has it."""

    at: Local
    by: str
    action: str
    detail: Annotated[dict[str, object], json.loads]


def standing(actor: Actor, db: Database) -> list[Standing]:
    """Every account as it stands now, in order of the user names."""
    require(actor, Action.MANAGE_ACCOUNTS)
    since = audit.now() - browsers.idle_limit(db)
    with db.read() as cursor:
        stored = account_store.accounts(cursor)
        seen = {one.username: one for one in sign_in_store.last_seen(cursor, since)}
    found = []
    for account in stored:
        last, until = seen.get(account.username), tries.waiting_until(db, account.username)
        found.append(
            Standing(
                account,
                clock.local(last.began_at) if last else None,
                last.browsers if last else 0,
                clock.local(until) if until else None,
            )
        )
    return found


def history(actor: Actor, db: Database, username: str) -> list[Happened]:
    """What happened to an account, by the trail, newest first."""
    require(actor, Action.MANAGE_ACCOUNTS)
    with db.read() as cursor:
        return audit.of_account(cursor, username, Happened)


def enable(actor: Actor, db: Database, username: str) -> None:
    """Undo that an account was disabled; its password and role are those that it had.

    Raises
    ------
    AccountError : it is unknown or in use, or somebody else has its manager's id by now.
    """
    require(actor, Action.MANAGE_ACCOUNTS)

    def allows(cursor: Cursor, found: Account, stored: Sequence[Account]) -> None:
        if found.in_use:
            raise AccountError("errors-account-is-on", username=username)
        require_manager(cursor, stored, username, found.role, found.manager_id)

    change(actor, db, username, ENABLED, None, allows=allows)


def set_name(actor: Actor, db: Database, username: str, display_name: str) -> None:
    """What the holder is called from now on.

    Raises
    ------
    AccountError : it is no name, or the account is unknown.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    name = names.called(display_name)
    if not name:
        raise AccountError("errors-display-name", most=names.LONGEST_CALLED)
    change(actor, db, username, NAME, name, {"name": name})


def set_manager(actor: Actor, db: Database, username: str, manager_id: str) -> None:
    """Another manager's id, as where the first was a slip; whoever is signed in signs in again.

    Raises
    ------
    AccountError : the account is unknown or no manager's, or the id is unknown or somebody else's.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    wanted = manager_id.strip() or None

    def allows(cursor: Cursor, found: Account, stored: Sequence[Account]) -> None:
        require_manager(cursor, stored, username, found.role, wanted)

    change(actor, db, username, MANAGER, wanted, {"manager": wanted}, ends="manager", allows=allows)


def sign_out(actor: Actor, db: Database, username: str) -> None:
    """Sign the holder out at every browser.

    Raises
    ------
    AccountError : the account is unknown.
    """
    require(actor, Action.MANAGE_ACCOUNTS)

    def work(cursor: Cursor) -> None:
        if not account_store.exists(cursor, username):
            raise AccountError("errors-account-unknown", username=username)
        sign_in_store.end_all(cursor, username, "administrator", audit.now())
        audit.append(cursor, actor, "account-signed-out", username, {})

    db.write(work)


def own(db: Database, actor: Actor) -> Account | None:
    """The local account of whoever is signed in, where the password is theirs to change; None where there is
    none, as in a demonstration or at the single sign-on."""

    def make() -> Account | None:
        with db.read() as cursor:
            found = account_store.account(cursor, actor.username)
        by_password = found is not None and found.has_password and found.username not in linked(db)
        return found if by_password else None

    return remembered(db, "own-account", actor.username, make)


def must_change(db: Database, actor: Actor) -> bool:
    """Whether the person has to choose a password before anything else."""
    found = own(db, actor)
    return found is not None and found.must_change


def change_own(session: Session, db: Database, old: str, new: str, again: str) -> None:
    """Choose the own password anew; every other browser of the person is signed out.

    Raises
    ------
    SignInFailed : the old one is wrong, or was too many times.
    AccountError : the new ones differ, or it is the old one or too easy to guess.
    """
    username = session.actor.username
    if own(db, session.actor) is None:
        raise AccountError("errors-account-unknown", username=username)
    if new != again:
        raise AccountError("errors-password-again")
    require_right(db, username, old, session.token_sha256 or "")
    if passwords.normal(new) == passwords.normal(old):
        raise AccountError("errors-password-same")
    passwords.require_acceptable(new, about(db, username, called(db, username)))
    change(
        *(session.actor, db, username, PASSWORD, passwords.hashed(new), {"own": True}),
        ends="password",
        spares=session.token_sha256,
        also=[(MUST_CHANGE, NO)],
    )
