"""From whom the provider vouches for to an account of the branch, with the role that the claims give."""

from __future__ import annotations

from collections.abc import Sequence

from access import accounts, audit
from access.actor import Actor, holder, operator
from access.errors import AccountError
from access.local import names
from access.single_sign_on.claims import Vouched
from access.single_sign_on.errors import Refused
from access.single_sign_on.identities import IDENTITY, holder_of, identity
from access.single_sign_on.rules import Rules
from data.database import Cursor, Database
from data.stores import account_store
from data.stores.account_store import MANAGER, ROLE, Account

PROVIDER = operator("single-sign-on")
"""Who acts in the trail when claims make an account or change its role."""
_SAID_OF_ACCOUNTS = {
    "errors-account-exists": "errors-sso-taken",
    "errors-manager-unknown": "errors-sso-manager-unknown",
    "errors-manager-taken": "errors-sso-manager-taken",
}
"""What is wrong with an account, as it is told to whoever wants to sign in."""


def joined(db: Database, rules: Rules, said: Vouched) -> Actor:
    """The actor who signs in. The role is what the claims give now; where that is another than before, the
    change stands in the trail and every sign-in that stands is over.

    Raises
    ------ Refused : nobody is linked to the identity and no account may be made, the account is disabled, or
    it is or
        was another manager's than the claims name.
    """
    username = holder_of(db, said.issuer, said.subject)
    if username is None and rules.accounts == "linked":
        raise Refused("errors-sso-unknown", issuer=said.issuer, subject=said.subject)
    try:
        if username is None:
            username = _made(db, said)
        account = _account(db, username)
        if not account.in_use:
            raise Refused("errors-sso-disabled")
        if said.manager_id and accounts.managers_of(db, username) - {said.manager_id}:
            raise Refused("errors-sso-other-manager", username=username)
        if (account.role, account.manager_id) != (said.role, said.manager_id):
            _change_role(db, account, said)
    except AccountError as problem:
        key = _SAID_OF_ACCOUNTS.get(problem.key, "errors-sso-other-manager")
        raise Refused(key, **{"username": username or said.user_name, **problem.params}) from None
    return holder(_account(db, username))


def _account(db: Database, username: str) -> Account:
    with db.read() as cursor:
        found = account_store.account(cursor, username)
    if found is None:
        raise Refused("errors-sso-disabled")
    return found


def _made(db: Database, said: Vouched) -> str:
    """The user name of an account that is made at the first sign-in, without a password."""
    if not said.user_name:
        raise Refused("errors-sso-no-name")
    try:
        username = names.new(said.user_name)
        called = names.called(said.display_name) or username
    except AccountError:
        raise Refused("errors-sso-bad-name", username=said.user_name) from None
    who = identity(said.issuer, said.subject)

    def work(cursor: Cursor) -> str:
        known = account_store.identified(cursor, who)
        if known is not None:
            # Somebody came from two tabs at once.
            return known
        events = [(ROLE, said.role), (IDENTITY, who)]
        accounts.store(PROVIDER, cursor, username, called, said.manager_id, events)
        audit.append(cursor, PROVIDER, "add-account", username, {"role": said.role, IDENTITY: who})
        return username

    return db.write(work)


def _change_role(db: Database, account: Account, said: Vouched) -> None:
    moved = account.manager_id != said.manager_id

    def allows(cursor: Cursor, found: Account, stored: Sequence[Account]) -> None:
        accounts.require_manager(cursor, stored, found.username, said.role, said.manager_id)

    accounts.change(
        PROVIDER,
        db,
        account.username,
        ROLE,
        said.role,
        {"role": said.role} | ({"manager": said.manager_id} if moved else {}),
        ends="role",
        also=[(MANAGER, said.manager_id)] if moved else [],
        allows=allows,
    )
