"""Which account is whose at the provider: linked by an administrator, or made at the first sign-in.

An identity is issuer and subject, which a provider gives to nobody else; names and addresses may pass on, so
that no account is ever found by them. A linked account has no other way in: its password, if it has one, no
longer counts, so that whoever is shut out at the provider is shut out here.
"""

from __future__ import annotations

from access import audit
from access.actor import Actor
from access.errors import AccountError
from access.permissions import Action, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import account_store, identity_store, sign_in_store

IDENTITY = "identity"
UNLINKED = ""
"""The value of an account that is linked to nothing any more."""


def identity(issuer: str, subject: str) -> str:
    """As it is stored: an issuer is an address and has no blank."""
    return f"{issuer} {subject}"


def linked(db: Database) -> dict[str, str]:
    """The identity of every linked account, by user name."""

    def make() -> dict[str, str]:
        with db.read() as cursor:
            return identity_store.identities(cursor)

    return remembered(db, "identities", (), make)


def holder_of(db: Database, issuer: str, subject: str) -> str | None:
    """The user name of whoever that is at the provider; None where nobody is linked to it."""
    wanted = identity(issuer, subject)
    return next((name for name, held in linked(db).items() if held == wanted), None)


def link(actor: Actor, db: Database, username: str, issuer: str, subject: str) -> None:
    """From now on the person signs in as `username` by the provider, and in no other way; sign-ins that stand
    are over.

    Raises
    ------
    AccountError : the account is unknown, the identity is another account's or none, or it is the last
        administrator's who can sign in without the provider.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    if not issuer or " " in issuer or not subject.strip():
        raise AccountError("errors-sso-identity")

    def work(cursor: Cursor) -> None:
        if not account_store.exists(cursor, username):
            raise AccountError("errors-account-unknown", username=username)
        held = identity_store.identities(cursor)
        other = next((name for name, one in held.items() if one == identity(issuer, subject)), None)
        if other is not None:
            raise AccountError("errors-sso-linked", username=other)
        _require_another_way(cursor, username, held)
        _change(cursor, actor, username, identity(issuer, subject))

    db.write(work)


def unlink(actor: Actor, db: Database, username: str) -> None:
    """The provider no longer signs anybody in as `username`; a password is what counts again. AccountError
    where it is not linked."""
    require(actor, Action.MANAGE_ACCOUNTS)

    def work(cursor: Cursor) -> None:
        if username not in identity_store.identities(cursor):
            raise AccountError("errors-sso-not-linked", username=username)
        _change(cursor, actor, username, UNLINKED)

    db.write(work)


def _require_another_way(cursor: Cursor, username: str, held: dict[str, str]) -> None:
    """Raise AccountError where nobody would keep the accounts on the day on which the provider is away."""
    keepers = {
        one.username
        for one in account_store.accounts(cursor)
        if one.in_use and one.role == "admin" and one.has_password and one.username not in held
    }
    if keepers == {username}:
        raise AccountError("errors-sso-last-local", username=username)


def _change(cursor: Cursor, actor: Actor, username: str, value: str) -> None:
    account_store.add_event(cursor, username, IDENTITY, value, audit.now(), actor.username)
    sign_in_store.end_all(cursor, username, "administrator", audit.now())
    audit.append(cursor, actor, f"account-{IDENTITY}", username, {IDENTITY: value})
