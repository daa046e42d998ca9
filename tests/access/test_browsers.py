"""A browser's sign-in: who it is, what ends it, and that nobody reads it out of the database."""

import datetime as dt

import pytest

from access import accounts, audit, browsers
from access.accounts import in_use
from access.browsers import Over
from access.errors import AccessDenied
from access.local import keeping
from access.sessions import Session
from data.stores import setting_store, sign_in_store
from tests.access.who import ROOT, SECRET
from workflow.branch import setup
from workflow.errors import WorkflowError

SOON, LATE = dt.timedelta(minutes=29), dt.timedelta(minutes=31)


@pytest.fixture
def zhao(db):
    return in_use(db, "zhao")


@pytest.fixture
def clock(monkeypatch):
    """``clock(later)``: so much later than the beginning it is."""
    start = audit.now()
    monkeypatch.setattr(audit, "now", lambda: start)
    return lambda later: monkeypatch.setattr(audit, "now", lambda: start + later)


def test_a_token_says_who_and_the_database_does_not_hold_it(db, zhao):
    token, session = browsers.begin(db, zhao)
    assert session.actor == zhao and browsers.session(db, browsers.hashed(token)) == session
    with db.read() as cursor:
        rows = cursor.execute("SELECT * FROM sign_in").fetchall()
    assert token not in str(rows) and len(token) >= 43  # 256 bits


def test_a_token_that_was_tampered_with_is_nobody(db, zhao):
    token, _ = browsers.begin(db, zhao)
    for other in (token[:-1], token[:-1] + ("a" if token[-1] != "a" else "b"), "", "' OR 1=1 --", "\udc80"):
        assert browsers.session(db, browsers.hashed(other)) == Over(None)
        assert browsers.left(db, browsers.hashed(other)) == 0
    # What a thief of the database would find there is no token either.
    assert browsers.session(db, browsers.hashed(browsers.hashed(token))) == Over(None)


def test_signing_out_ends_this_browser_and_no_other(db, zhao):
    (one, here), (other, _) = browsers.begin(db, zhao), browsers.begin(db, zhao)
    assert browsers.others(db, here) == 1
    browsers.end(db, browsers.hashed(one))
    assert browsers.session(db, browsers.hashed(one)) == Over("left")
    assert isinstance(browsers.session(db, browsers.hashed(other)), Session)
    browsers.end(db, browsers.hashed(one), "idle")
    assert browsers.session(db, browsers.hashed(one)) == Over("left"), "what ended it first stays on record"


def test_signing_out_everywhere_ends_all_of_one_person(db, zhao):
    accounts.add(ROOT, db, "wang", "data-officer", SECRET)
    mine = [browsers.begin(db, zhao) for _ in range(3)]
    somebody, _ = browsers.begin(db, in_use(db, "wang"))
    browsers.end_everywhere(db, mine[0][1])
    assert {browsers.session(db, browsers.hashed(token)).why for token, _ in mine} == {"everywhere"}
    assert isinstance(browsers.session(db, browsers.hashed(somebody)), Session)


def test_nobody_at_it_for_the_time_that_is_set_ends_it(db, zhao, clock):
    token = browsers.hashed(browsers.begin(db, zhao)[0])
    clock(SOON)
    assert browsers.left(db, token) == 60
    assert isinstance(browsers.session(db, token), Session)
    clock(LATE)
    assert browsers.left(db, token, used=True) == 0, "too late: being used does not bring it back"
    assert browsers.session(db, token) == Over("idle")
    clock(SOON)
    assert browsers.session(db, token) == Over("idle")


def test_somebody_at_it_begins_the_time_anew_and_looking_does_not(db, zhao, clock):
    token = browsers.hashed(browsers.begin(db, zhao)[0])
    clock(SOON)
    assert browsers.left(db, token, used=True) == 30 * 60
    clock(SOON + SOON)
    assert isinstance(browsers.session(db, token), Session)
    clock(SOON + LATE)
    assert browsers.session(db, token) == Over("idle")


def test_the_branch_sets_another_time(db, zhao, clock):
    db.write(lambda cursor: setting_store.put(cursor, {browsers.IDLE_SETTING: "5"}))
    token = browsers.hashed(browsers.begin(db, zhao)[0])
    clock(dt.timedelta(minutes=6))
    assert browsers.session(db, token) == Over("idle")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda db: accounts.disable(ROOT, db, "zhao"), "disabled"),
        (lambda db: accounts.set_password(ROOT, db, "zhao", "another long secret"), "password"),
        (lambda db: accounts.set_role(ROOT, db, "zhao", "president"), "role"),
        (lambda db: keeping.sign_out(ROOT, db, "zhao"), "administrator"),
    ],
)
def test_what_happens_to_an_account_ends_its_sign_ins(db, zhao, change, why):
    token = browsers.hashed(browsers.begin(db, zhao)[0])
    change(db)
    assert browsers.session(db, token) == Over(why)


def test_another_name_ends_nothing(db, zhao):
    token = browsers.hashed(browsers.begin(db, zhao)[0])
    keeping.set_name(ROOT, db, "zhao", "赵数据员")
    assert browsers.session(db, token).actor.display_name == "赵数据员"


def test_a_browser_is_known_for_whom_it_signed_in_and_the_oldest_are_forgotten(db, zhao):
    token, _ = browsers.begin(db, zhao)
    for number in range(browsers.KNOWN_MOST + 1):
        browsers.know(db, token, f"secret {number}")

    def known(secret, name="zhao"):
        with db.read() as cursor:
            return sign_in_store.knows(cursor, browsers.hashed(secret), name)

    assert not known("secret 0") and known("secret 1") and known(f"secret {browsers.KNOWN_MOST}")
    assert not known("secret 1", "wang") and not known("secret 99")
    browsers.end(db, browsers.hashed(token))
    browsers.know(db, token, "too late")
    browsers.know(db, "no token", "no token")
    assert not known("too late") and not known("no token")


def test_signing_in_makes_nothing_that_is_remembered_stale(db, zhao):
    before = db.head()
    _, session = browsers.begin(db, zhao)
    browsers.end_everywhere(db, session)
    assert db.head() == before


def test_the_time_is_set_by_whoever_keeps_the_accounts_and_within_reason(db, zhao):
    setup.set_idle(ROOT, db, 5)
    assert browsers.idle_limit(db) == dt.timedelta(minutes=5)
    with pytest.raises(AccessDenied):
        setup.set_idle(zhao, db, 600)
    for minutes in (0, -1, setup.LONGEST_IDLE + 1, float("nan")):
        with pytest.raises(WorkflowError):
            setup.set_idle(ROOT, db, minutes)
