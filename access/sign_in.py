"""Signing in with a local account: who it is, and whether there may be a try."""

from __future__ import annotations

from access import passwords
from access.accounts import named
from access.actor import Actor, holder
from access.errors import SignInFailed
from access.local import names, tries
from access.local.brake import Key
from access.single_sign_on import identities
from data.database import Database
from data.stores import account_store, sign_in_store

LONGEST_NAME = 1_000
"""Characters of a name that is looked at."""


def authenticate(db: Database, username: str, password: str, browser: str | None = None) -> Actor:
    """The actor behind a user name and password. A name that does not exist, a disabled account and a wrong
    password cannot be told apart, neither by the answer nor by its time.

    Parameters
    ----------
    browser : the hashed secret of the browser that asks, where it has signed somebody in before.

    Raises
    ------
    SignInFailed : wrong, disabled, or too many tries.
    """
    if len(username) > LONGEST_NAME or not passwords.can_be_one(password) or names.is_broken(username):
        raise SignInFailed("errors-signin-wrong")
    name = named(db, username) or names.alike(username)
    key = Key(tries.hashed(name), _known(db, name, browser))
    tries.require_try(db, key)
    with db.read() as cursor:
        account = account_store.account(cursor, name)
        stored = account_store.password_hash(cursor, name)
    right = passwords.matches(stored, password)
    if not right or account is None or not account.in_use or name in identities.linked(db):
        tries.was_wrong(db, key)
        raise SignInFailed("errors-signin-wrong")
    tries.was_right(db, key)
    return holder(account)


def require_right(db: Database, username: str, password: str, browser: str) -> None:
    """Whoever is signed in says the own password again, as before a new one is chosen. Tries are counted
    for this browser alone.

    Raises
    ------
    SignInFailed : wrong, or too many tries.
    """
    key = Key(tries.hashed(username), browser or "signed-in")
    tries.require_try(db, key)
    with db.read() as cursor:
        stored = account_store.password_hash(cursor, username)
    if not passwords.can_be_one(password) or not passwords.matches(stored, password):
        raise SignInFailed("errors-password-old")
    tries.was_right(db, key)


def _known(db: Database, name: str, browser: str | None) -> str:
    """The browser, where it is known for the name; "" for a stranger."""
    if not browser:
        return ""
    with db.read() as cursor:
        return browser if sign_in_store.knows(cursor, browser, name) else ""
