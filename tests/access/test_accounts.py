"""Local accounts: made, changed, stopped; and what the trail keeps of it."""

import pytest

from access import accounts, audit
from access.actor import Actor
from access.errors import AccessDenied, AccountError, SignInFailed
from access.sign_in import authenticate
from data.stores.account_store import Account
from tests.access.who import ROOT, SECRET, people

OTHER = "another long one"


def test_a_new_password_replaces_the_old(db):
    accounts.set_password(ROOT, db, "zhao", OTHER)
    assert authenticate(db, "zhao", OTHER)
    with pytest.raises(SignInFailed):
        authenticate(db, "zhao", SECRET)


def test_a_disabled_account_stays_in_the_list_and_signs_in_no_more(db):
    accounts.disable(ROOT, db, "zhao")
    gone = Account("zhao", "zhao", None, "data-officer", in_use=False, must_change=True)
    assert accounts.listed(ROOT, db) == [gone]
    with pytest.raises(SignInFailed):
        authenticate(db, "zhao", SECRET)


def test_whoever_has_a_role_is_found_among_the_accounts_in_use(db):
    accounts.add(ROOT, db, "gao", "committee", SECRET, display_name="高主任")
    accounts.add(ROOT, db, "ning", "committee", SECRET)
    accounts.disable(ROOT, db, "ning")
    assert accounts.with_role(db, ("committee", "president")) == (
        Actor("gao", "committee", display_name="高主任"),
    )
    assert accounts.names(db)["gao"] == "高主任" and accounts.exists(db, "ning")


def test_a_role_is_changed_and_a_manager_needs_an_id(db):
    accounts.set_role(ROOT, db, "zhao", "admin")
    accounts.add(ROOT, db, "second", "admin", SECRET)
    assert authenticate(db, "zhao", SECRET).role == "admin"
    with pytest.raises(AccountError, match="errors-manager-id"):
        accounts.set_role(ROOT, db, "zhao", "manager")
    with pytest.raises(AccountError, match="errors-account-unknown"):
        accounts.set_role(ROOT, db, "nobody", "admin")
    with pytest.raises(AccountError, match="errors-role-unknown"):
        accounts.set_role(ROOT, db, "zhao", "janitor")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"username": "zhao"}, "errors-account-exists"),
        ({"role": "janitor"}, "errors-role-unknown"),
        ({"username": "ZHAO"}, "errors-account-exists"),
        ({"username": "ｚｈａｏ"}, "errors-account-exists"),
        ({"role": "manager"}, "errors-manager-id"),
        ({"manager_id": "CM01"}, "errors-manager-id"),
        ({"role": "manager", "manager_id": "CM99"}, "errors-manager-unknown"),
        ({"role": "manager", "manager_id": "CM02"}, "errors-manager-taken"),
        ({"password": "nine chrs"}, "errors-password-length"),
        ({"password": "1234567890"}, "errors-password-weak"),
        ({"password": "li hangzhang 1"}, "errors-password-weak"),
        ({"username": "<b>li</b>"}, "errors-username"),
        ({"display_name": "李\u202e行长"}, "errors-display-name"),
    ],
)
def test_an_account_that_cannot_be_made_is_refused_with_the_reason(db, change, key):
    people(db, "CM01", "CM02")
    accounts.add(ROOT, db, "taken", "manager", SECRET, manager_id="CM02")
    whole = {"username": "li", "role": "president", "password": "ten chars!", "display_name": "li hangzhang"}
    with pytest.raises(AccountError) as refused:
        accounts.add(ROOT, db, **(whole | change))
    assert refused.value.key == key and not accounts.exists(db, "li")
    accounts.add(ROOT, db, **whole)


def test_only_the_administrator_keeps_accounts_and_no_password_reaches_the_trail(db):
    for change in (
        lambda a: accounts.set_role(a, db, "zhao", "president"),
        lambda a: accounts.disable(a, db, "zhao"),
        lambda a: accounts.set_password(a, db, "zhao", OTHER),
    ):
        with pytest.raises(AccessDenied):
            change(Actor("cm01", "manager", "CM01"))
        change(Actor("root", "admin"))
    with db.read() as cursor:
        rows = cursor.execute("SELECT action, detail FROM audit ORDER BY seq").fetchall()
        assert audit.broken_at(cursor) is None
    assert [r[0] for r in rows] == ["add-account", "account-role", "account-disabled", "account-password"]
    assert not any(SECRET in r[1] or OTHER in r[1] or "argon2" in r[1] for r in rows)
