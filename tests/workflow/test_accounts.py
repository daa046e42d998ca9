"""Local accounts: made, changed, stopped; and what the trail keeps of it."""

import pytest

from access import accounts, audit
from access.actor import Actor, operator
from access.errors import AccessDenied, AccountError, SignInFailed

ROOT, SECRET, OTHER = operator("root"), "a long secret", "another long one"


@pytest.fixture
def db(empty):
    accounts.add(ROOT, empty, "zhao", "data-officer", SECRET)
    return empty


@pytest.fixture(autouse=True)
def fresh_counters():
    accounts._failures.clear()


def test_the_right_password_opens_and_a_wrong_one_does_not(db):
    assert accounts.sign_in(db, "zhao", SECRET).role == "data-officer"
    with pytest.raises(SignInFailed):
        accounts.sign_in(db, "zhao", "wrong")


def test_a_new_password_replaces_the_old(db):
    accounts.set_password(ROOT, db, "zhao", OTHER)
    assert accounts.sign_in(db, "zhao", OTHER)
    with pytest.raises(SignInFailed):
        accounts.sign_in(db, "zhao", SECRET)


def test_a_disabled_account_stays_in_the_list_and_signs_in_no_more(db):
    accounts.disable(ROOT, db, "zhao")
    assert accounts.listed(ROOT, db) == [("zhao", "zhao", "data-officer", False)]
    with pytest.raises(SignInFailed):
        accounts.sign_in(db, "zhao", SECRET)


def test_a_role_is_changed_and_a_manager_needs_an_id(db):
    accounts.set_role(ROOT, db, "zhao", "admin")
    assert accounts.sign_in(db, "zhao", SECRET).role == "admin"
    with pytest.raises(AccountError):
        accounts.set_role(ROOT, db, "zhao", "manager")
    with pytest.raises(AccountError):
        accounts.set_role(ROOT, db, "nobody", "admin")


def test_five_wrong_tries_make_even_the_right_password_wait(db):
    for _ in range(5):
        with pytest.raises(SignInFailed):
            accounts.sign_in(db, "zhao", "wrong")
    with pytest.raises(SignInFailed) as late:
        accounts.sign_in(db, "zhao", SECRET)
    assert late.value.key == "errors-signin-wait"


def test_only_the_administrator_keeps_accounts_and_no_password_reaches_the_trail(db):
    for change in (
        lambda a: accounts.disable(a, db, "zhao"),
        lambda a: accounts.set_role(a, db, "zhao", "admin"),
        lambda a: accounts.set_password(a, db, "zhao", OTHER),
    ):
        with pytest.raises(AccessDenied):
            change(Actor("cm01", "manager", "CM01"))
        change(Actor("admin", "admin"))
    with db.read() as cursor:
        rows = cursor.execute("SELECT action, detail FROM audit ORDER BY seq").fetchall()
        assert audit.broken_at(cursor) is None
    assert [r[0] for r in rows] == ["add-account", "account-disabled", "account-role", "account-password"]
    assert not any(SECRET in r[1] or OTHER in r[1] or "argon2" in r[1] for r in rows)
