"""Acting for somebody: what is let, for how long, what stands in the trail, and that two people stay two."""

import datetime as dt
import json

import pytest

from access import accounts, delegation, passwords
from access.actor import Actor
from access.delegation import Wanted
from access.errors import AccessDenied, DelegationError
from access.permissions import PERSONAL, ROLES, TABLE, Action, Reason, allowed, why
from data import clock
from data.database import Database
from tests.access.who import ROOT, SECRET
from tests.branch import bring, person
from tests.stored import on_roll
from workflow import calendar
from workflow.errors import WorkflowError
from workflow.intake import imports

TODAY = dt.date(2026, 11, 20)
GAO, ZHAO, WANG, SUN, LI = (
    Actor(name, role, display_name=name)
    for name, role in (
        *(("gao", "committee"), ("zhao", "data-officer"), ("wang", "data-officer"), ("sun", "hr")),
        ("li", "president"),
    )
)


@pytest.fixture
def branch(tmp_path, monkeypatch):
    """Seven people with accounts, on a fixed day; nobody signs in, so no password has to be slow."""
    monkeypatch.setattr(passwords, "hashed", lambda password: "none")
    db = Database.open(tmp_path / "b.duckdb", create=True)
    for one in (GAO, ZHAO, WANG, SUN, LI):
        accounts.add(ROOT, db, one.username, one.role, SECRET)
    accounts.add(ROOT, db, "yan", "data-officer", SECRET)
    on_roll(db, 1)
    accounts.add(ROOT, db, "cm01", "manager", SECRET, manager_id="CM01")
    on(monkeypatch, TODAY)
    yield db
    db.close()


def on(monkeypatch, day):
    monkeypatch.setattr(clock, "today", lambda: day)


def lets(db, giver, taker, *actions, days=7, first=TODAY):
    """The number of a delegation from `first` on."""
    last = first + dt.timedelta(days=days - 1)
    return delegation.give(giver, db, Wanted(taker.username, actions, first, last, "away"))


def test_a_stand_in_may_what_was_named_and_nothing_else(branch):
    number = lets(branch, LI, GAO, Action.PUBLISH, Action.VIEW_BRANCH)
    acting = delegation.stand_in(branch, GAO, number)
    assert (acting.username, acting.role, acting.acts_for) == ("gao", "president", "li")
    may = {action for action in Action if allowed(acting, action)}
    assert may == {Action.PUBLISH, Action.VIEW_BRANCH, Action.VIEW_SCHEMES}
    assert why(acting, Action.PUBLISH).reason is Reason.DELEGATED
    assert why(acting, Action.APPROVE_PAY).reason is Reason.NOT_DELEGATED
    assert delegation.stand_in(branch, WANG, number) is None, "somebody else cannot take the place"


def test_it_holds_on_both_days_and_on_no_other(branch, monkeypatch):
    first = TODAY + dt.timedelta(days=2)
    number = lets(branch, LI, GAO, Action.PUBLISH, days=3, first=first)
    for days, holds in ((1, False), (2, True), (3, True), (4, True), (5, False)):
        on(monkeypatch, TODAY + dt.timedelta(days=days))
        assert (delegation.stand_in(branch, GAO, number) is not None) == holds, days


@pytest.mark.parametrize("by", [LI, GAO])
def test_giver_and_taker_end_it_at_once_and_others_cannot(branch, by):
    number = lets(branch, LI, GAO, Action.PUBLISH)
    with pytest.raises(AccessDenied):
        delegation.end(SUN, branch, number, "why not")
    with pytest.raises(DelegationError):
        delegation.end(by, branch, number, "  ")
    delegation.end(by, branch, number, "back")
    assert delegation.stand_in(branch, GAO, number) is None
    with pytest.raises(DelegationError, match="errors-delegation-over"):
        delegation.end(by, branch, number, "again")


def test_it_lasts_no_longer_than_the_givers_account_and_role(branch):
    number = lets(branch, LI, GAO, Action.PUBLISH)
    accounts.set_role(ROOT, branch, "li", "hr")
    assert not allowed(delegation.stand_in(branch, GAO, number), Action.PUBLISH)
    accounts.disable(ROOT, branch, "li")
    assert delegation.stand_in(branch, GAO, number) is None


def test_nothing_is_handed_on(branch):
    acting = delegation.stand_in(branch, GAO, lets(branch, LI, GAO, Action.PUBLISH))
    with pytest.raises(AccessDenied):
        lets(branch, acting, WANG, Action.PUBLISH)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_said_by_a_person_or_hands_on_rights_is_never_delegated(branch, role):
    offered = set(delegation.delegable(role))
    assert not offered & PERSONAL and not offered & {Action.MANAGE_ACCOUNTS, Action.DELEGATE}
    assert all(TABLE[role, action].scope == "any" for action in offered)
    forged = Actor("x", role, acts_for="y", actions=frozenset(map(str, PERSONAL)))
    assert not any(allowed(forged, action) for action in PERSONAL - {Action.VIEW_SCHEMES})


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"taker": "nobody"}, "taker"),
        ({"taker": "cm01"}, "taker"),
        ({"taker": "li"}, "taker"),
        ({"actions": ()}, "actions"),
        ({"actions": (Action.GIVE_REVIEW,)}, "actions"),
        ({"actions": (Action.IMPORT,)}, "actions"),
        ({"last_day": TODAY - dt.timedelta(days=1)}, "days"),
        ({"last_day": TODAY + dt.timedelta(days=delegation.LONGEST_DAYS)}, "days"),
        ({"why": " "}, "why"),
    ],
)
def test_what_cannot_be_let_is_refused_and_nothing_is_written(branch, change, key):
    whole = {
        "taker": "gao",
        "actions": (Action.PUBLISH,),
        "first_day": TODAY,
        "last_day": TODAY,
        "why": "away",
    }
    head = branch.head()
    with pytest.raises(DelegationError, match=f"errors-delegation-{key}"):
        delegation.give(LI, branch, Wanted(**whole | change))
    assert branch.head() == head and not delegation.every(branch)


def test_who_brings_data_does_not_change_the_scheme_for_somebody_else(branch):
    for giver, taker, action in ((GAO, ZHAO, Action.ADOPT_SCHEME), (ZHAO, GAO, Action.IMPORT)):
        with pytest.raises(DelegationError, match="errors-delegation-apart"):
            lets(branch, giver, taker, action)


@pytest.mark.parametrize("role", ["manager", "auditor", "admin"])
def test_managers_auditors_and_administrators_let_nobody(branch, role):
    with pytest.raises(AccessDenied):
        lets(branch, Actor("x", role, "CM01" if role == "manager" else None), GAO, Action.VIEW_BRANCH)


def test_the_trail_says_who_for_whom_and_why(branch):
    number = lets(branch, ZHAO, SUN, Action.KEEP_CALENDAR)
    acting = delegation.stand_in(branch, SUN, number)
    calendar.set_days(acting, branch, [(dt.date(2027, 5, 4), "off", "青年节", "Youth Day")], "notice")
    with branch.read() as cursor:
        given, done = cursor.execute("SELECT actor, action, detail FROM audit ORDER BY seq").fetchall()[-2:]
    assert given[:2] == ("zhao", "give-delegation")
    assert {"to": "sun", "why": "away", "actions": ["keep-calendar"]}.items() <= json.loads(given[2]).items()
    assert done[:2] == ("sun", "calendar-days") and json.loads(done[2])["for"] == "zhao"


def approves(db, actor, batch):
    """Whether the actor can be the second person."""
    found = None
    try:
        imports.approve(actor, db, batch)
    except WorkflowError as problem:
        found = problem.key
    return {None: True, "errors-batch-same-person": False}[found]


def test_a_delegate_is_never_the_second_person(branch):
    batch = bring(branch, "people", [person(1, joined_on=dt.date(2026, 1, 1))], approve=False)
    acting = delegation.stand_in(branch, WANG, lets(branch, ZHAO, WANG, Action.APPROVE_IMPORT))
    assert not approves(branch, acting, batch), "for the one who brought it"
    assert not approves(branch, WANG, batch), "nor as oneself, while the delegation holds"
    assert not approves(branch, ZHAO, batch)
    assert approves(branch, Actor("yan", "data-officer"), batch)


def test_nor_the_giver_for_what_the_delegate_did(branch):
    number = lets(branch, WANG, ZHAO, Action.IMPORT)
    batch = bring(branch, "people", [person(2, joined_on=dt.date(2026, 1, 1))], approve=False, at=now())
    delegation.end(WANG, branch, number, "back")
    assert not approves(branch, WANG, batch), "it was brought while the delegation held"


def now():
    """The moment, on the day that it is in these tests."""
    return clock.stored(dt.datetime.combine(TODAY, dt.time(10)))


def test_once_it_is_over_both_are_two_people_again(branch, monkeypatch):
    lets(branch, ZHAO, WANG, Action.APPROVE_IMPORT, days=2)
    day = TODAY + dt.timedelta(days=5)
    on(monkeypatch, day)
    at = clock.stored(dt.datetime.combine(day, dt.time(10)))
    batch = bring(branch, "people", [person(3, joined_on=dt.date(2026, 1, 1))], approve=False, at=at)
    assert approves(branch, WANG, batch)
