"""From whom the provider vouches for to an account of the branch, with the role that the claims give."""

from __future__ import annotations

from access import audit
from access.actor import Actor, holder, operator
from access.single_sign_on.claims import Vouched
from access.single_sign_on.errors import Refused
from access.single_sign_on.identities import IDENTITY, holder_of, identity
from access.single_sign_on.rules import Rules
from data.database import Cursor, Database
from data.stores import account_store, identity_store, people_store, sign_in_store
from data.stores.account_store import ROLE, Account

PROVIDER = operator("single-sign-on")
"""Who acts in the trail when claims make an account or change its role."""


def joined(db: Database, rules: Rules, said: Vouched) -> Actor:
    """The actor who signs in. The role is what the claims give now; where that is another than before, the
    change stands in the trail and every sign-in that stands is over.

    Raises
    ------ Refused : nobody is linked to the identity and no account may be made, the account is disabled, or
    it belongs
        to another manager than the claims name.
    """
    username = holder_of(db, said.issuer, said.subject)
    if username is None:
        if rules.accounts == "linked":
            raise Refused("errors-sso-unknown", issuer=said.issuer, subject=said.subject)
        db.write(lambda cursor: _make(cursor, said))
        username = said.user_name
    with db.read() as cursor:
        account = account_store.account(cursor, username)
    _require_same_person(account, said)
    if account is not None and account.role != said.role:
        db.write(lambda cursor: _change_role(cursor, username, said))
        with db.read() as cursor:
            account = account_store.account(cursor, username)
    if account is None:
        raise Refused("errors-sso-unknown", issuer=said.issuer, subject=said.subject)
    return holder(account)


def _require_same_person(account: Account | None, said: Vouched) -> None:
    """No account passes from a manager to somebody else, nor from somebody else to a manager: what was signed
    under a name stays that person's."""
    if account is None:
        return
    if not account.in_use:
        raise Refused("errors-sso-disabled")
    if account.manager_id != said.manager_id:
        raise Refused("errors-sso-other-manager", username=account.username)


def _make(cursor: Cursor, said: Vouched) -> None:
    """An account at the first sign-in, without a password."""
    if not said.user_name:
        raise Refused("errors-sso-no-name")
    if identity(said.issuer, said.subject) in identity_store.identities(cursor).values():
        return
    if account_store.exists(cursor, said.user_name):
        raise Refused("errors-sso-taken", username=said.user_name)
    if said.manager_id is not None:
        if not people_store.recorded(cursor, said.manager_id):
            raise Refused("errors-sso-manager-unknown", manager=said.manager_id)
        others = (a for a in account_store.accounts(cursor) if a.manager_id == said.manager_id and a.in_use)
        if other := next(others, None):
            raise Refused("errors-sso-manager-taken", manager=said.manager_id, username=other.username)
    at = audit.now()
    account_store.add(cursor, said.user_name, said.display_name or said.user_name, said.manager_id, at)
    for kind, value in ((ROLE, said.role), (IDENTITY, identity(said.issuer, said.subject))):
        account_store.add_event(cursor, said.user_name, kind, value, at, PROVIDER.username)
    detail = {"role": said.role, IDENTITY: identity(said.issuer, said.subject)}
    audit.append(cursor, PROVIDER, "add-account", said.user_name, detail)


def _change_role(cursor: Cursor, username: str, said: Vouched) -> None:
    at = audit.now()
    account_store.add_event(cursor, username, ROLE, said.role, at, PROVIDER.username)
    sign_in_store.end_all(cursor, username, ROLE, at)
    audit.append(cursor, PROVIDER, "account-role", username, {"role": said.role})
