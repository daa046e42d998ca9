"""From whom the provider vouches for to an account: linked, made, refused; and what ends a sign-in."""

import datetime as dt

import pytest

from access import accounts, audit, browsers
from access.actor import Actor
from access.browsers import Over
from access.errors import AccessDenied, AccountError, SignInFailed
from access.local import keeping
from access.sessions import Session
from access.sign_in import authenticate
from access.single_sign_on import identities
from access.single_sign_on.claims import vouched
from access.single_sign_on.errors import Refused
from access.single_sign_on.joining import joined
from access.single_sign_on.standing import Standing, Word, standing
from data.cache import remembered
from data.stores import people_store
from tests.access.single_sign_on.said import ISSUER, NOW, claims, given
from tests.access.who import ROOT, SECRET

HOUR = dt.timedelta(hours=1)
LINKED, MADE = given(), given(accounts="made")


@pytest.fixture(autouse=True)
def nothing_stands():
    standing.clear()


@pytest.fixture
def managers(monkeypatch):
    """CM01 and CM02 are customer managers of the branch."""
    monkeypatch.setattr(people_store, "exists", lambda cursor, person: person in ("CM01", "CM02"))


def join(db, rules, *roles, **others):
    return joined(db, rules, vouched(rules, claims(*roles, **others), NOW))


def refusal(db, rules, *roles, **others):
    before = trail(db)
    with pytest.raises(Refused) as refused:
        join(db, rules, *roles, **others)
    assert trail(db) == before, "who is refused changes nothing"
    return refused.value.key.removeprefix("errors-sso-")


def trail(db):
    with db.read() as cursor:
        return cursor.execute("SELECT actor, action, subject FROM audit ORDER BY seq").fetchall()


def signed_in(db, actor, lasts=HOUR):
    return browsers.hashed(
        browsers.begin_vouched(db, actor, Word(audit.now() + lasts, "the provider's token"))
    )


def test_nobody_comes_in_before_an_administrator_has_linked_the_account(db):
    assert refusal(db, LINKED, "jx-president", preferred_username="zhao", email="zhao@bank") == "unknown"
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    assert join(db, LINKED, "jx-president").username == "zhao"


def test_the_same_subject_of_another_issuer_is_somebody_else(db):
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    assert refusal(db, LINKED, "jx-president", iss=f"{ISSUER}2") == "unknown"
    assert refusal(db, LINKED, "jx-president", sub="8F2C") == "unknown"


def test_an_account_is_made_once_where_the_branch_allows_it(db):
    actor = join(db, MADE, "jx-president")
    assert (actor.username, actor.role, actor.display_name) == ("li", "president", "李行长")
    made = trail(db)
    assert made[-1] == ("single-sign-on", "add-account", "li")
    assert join(db, MADE, "jx-president", preferred_username="renamed") == actor
    assert trail(db) == made, "coming in writes nothing but the sign-in"


def test_an_account_of_the_same_name_is_not_taken_over(db):
    assert refusal(db, MADE, "jx-president", preferred_username="zhao") == "taken"
    assert refusal(db, MADE, "jx-president", preferred_username="Zhao") == "taken"
    assert refusal(db, MADE, "jx-president", preferred_username=None) == "no-name"
    assert refusal(db, MADE, "jx-president", preferred_username="li@bank.example") == "bad-name"


def test_a_manager_without_a_record_gets_no_account(db):
    assert refusal(db, MADE, "jx-manager", employee_number="CM99") == "manager-unknown"


def test_a_disabled_account_stays_out(db):
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    accounts.disable(ROOT, db, "zhao")
    assert refusal(db, LINKED, "jx-president") == "disabled"


def test_a_manager_is_known_in_the_branch_and_has_one_account(db, managers):
    assert join(db, MADE, "jx-manager", employee_number="CM01").manager_id == "CM01"
    other = {"sub": "other", "preferred_username": "second", "employee_number": "CM01"}
    assert refusal(db, MADE, "jx-manager", **other) == "manager-taken"


def test_no_account_passes_from_one_manager_to_another(db, managers):
    join(db, MADE, "jx-manager", employee_number="CM01")
    assert refusal(db, MADE, "jx-manager", employee_number="CM02") == "other-manager"
    promoted = join(db, MADE, "jx-president")
    assert (promoted.role, promoted.manager_id) == ("president", None)
    assert refusal(db, MADE, "jx-manager", employee_number="CM02") == "other-manager", (
        "not by a detour, either"
    )
    assert join(db, MADE, "jx-manager", employee_number="CM01").manager_id == "CM01"


def test_the_last_administrator_with_a_password_is_not_linked(db):
    accounts.add(ROOT, db, "boss", "admin", SECRET)
    with pytest.raises(AccountError) as last:
        identities.link(ROOT, db, "boss", ISSUER, "8f2c")
    assert last.value.key == "errors-sso-last-local"
    accounts.add(ROOT, db, "deputy", "admin", SECRET)
    identities.link(ROOT, db, "boss", ISSUER, "8f2c")


def test_a_linked_account_has_no_password_to_change(db):
    assert keeping.must_change(db, accounts.in_use(db, "zhao")), "somebody else knows it"
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    actor = join(db, LINKED, "jx-president")
    assert not keeping.must_change(db, actor) and keeping.own(db, actor) is None


def test_another_role_is_in_the_trail_and_ends_what_stands(db):
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    first = signed_in(db, join(db, LINKED, "jx-president"))
    assert browsers.session(db, first).actor.role == "president"
    actor = join(db, LINKED, "jx-committee")
    assert actor.role == "committee" and trail(db)[-1] == ("single-sign-on", "account-role", "zhao")
    assert browsers.session(db, first) == Over("role")
    assert browsers.left(db, first) == 0
    assert isinstance(browsers.session(db, signed_in(db, actor)), Session)


def test_whoever_is_linked_has_no_other_way_in(db):
    assert authenticate(db, "zhao", SECRET).username == "zhao"
    token = browsers.hashed(browsers.begin(db, accounts.in_use(db, "zhao"))[0])
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    assert browsers.session(db, token) == Over("administrator")
    with pytest.raises(SignInFailed):
        authenticate(db, "zhao", SECRET)
    identities.unlink(ROOT, db, "zhao")
    assert authenticate(db, "zhao", SECRET).username == "zhao"
    assert refusal(db, LINKED, "jx-president") == "unknown"


def test_an_identity_is_one_accounts(db):
    accounts.add(ROOT, db, "wang", "data-officer", SECRET)
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    with pytest.raises(AccountError) as taken:
        identities.link(ROOT, db, "wang", ISSUER, "8f2c")
    assert taken.value.params == {"username": "zhao"}
    for issuer, subject in (("", "8f2c"), ("two words", "8f2c"), (ISSUER, " ")):
        with pytest.raises(AccountError):
            identities.link(ROOT, db, "wang", issuer, subject)
    with pytest.raises(AccountError):
        identities.link(ROOT, db, "nobody", ISSUER, "other")
    with pytest.raises(AccountError):
        identities.unlink(ROOT, db, "wang")
    assert identities.linked(db) == {"zhao": f"{ISSUER} 8f2c"}


@pytest.mark.parametrize("role", ["president", "committee", "manager", "data-officer"])
def test_links_are_the_administrators_alone(db, role):
    other = Actor("x", role, "CM01" if role == "manager" else None)
    with pytest.raises(AccessDenied):
        identities.link(other, db, "zhao", ISSUER, "8f2c")
    with pytest.raises(AccessDenied):
        identities.unlink(other, db, "zhao")


def test_the_providers_word_ends_the_sign_in_whatever_somebody_does(db, monkeypatch):
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    token = signed_in(db, join(db, LINKED, "jx-president"), dt.timedelta(minutes=10))
    start = audit.now()
    assert 0 < browsers.left(db, token) <= 600, "less than the half hour of idleness"
    assert browsers.left(db, token, used=True) <= 600
    monkeypatch.setattr(audit, "now", lambda: start + dt.timedelta(minutes=10))
    assert browsers.left(db, token, used=True) == 0
    assert browsers.session(db, token) == Over("expired")
    monkeypatch.setattr(audit, "now", lambda: start)
    assert browsers.session(db, token) == Over("expired"), "what is over does not come back"


def test_after_a_restart_whoever_came_by_the_provider_comes_by_it_again(db):
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    token = signed_in(db, join(db, LINKED, "jx-president"))
    standing.clear()
    assert browsers.session(db, token) == Over("expired")


def test_nothing_of_the_provider_is_in_the_database(db):
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    signed_in(db, join(db, LINKED, "jx-president", hobby="not to be kept"))
    with db.read() as cursor:
        tables = [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        kept = str([cursor.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables])
    assert "the provider's token" not in kept and "not to be kept" not in kept


def test_what_is_kept_is_bounded_and_the_newest_holds(monkeypatch):
    kept, now = Standing(most=3), audit.now()
    monkeypatch.setattr(audit, "now", lambda: now)
    for number in range(10):
        kept.hold(str(number), Word(now + dt.timedelta(seconds=number), str(number)))
    assert len(kept) == 3 and kept.left("9") == dt.timedelta(seconds=9)
    assert kept.left("0") <= dt.timedelta(0) and kept.take("9") == "9" and kept.take("9") == ""


def test_who_is_linked_is_read_once_until_something_changes(db):
    identities.linked(db)
    assert remembered(db, "identities", (), lambda: pytest.fail("read again")) == {}
    identities.link(ROOT, db, "zhao", ISSUER, "8f2c")
    assert identities.linked(db) != {}
