"""Deferred pay leaves the ledger's held account by two people's word, once, and not before its day."""

import datetime as dt

import pytest

from data import clock
from tests.branch import GAO, NING, refused
from tests.workflow.rewards.steps import COLLEAGUE, LONG_AGO, PERSON, balances, granted
from workflow.rewards import holding
from workflow.rewards.holding import FORFEIT, POSTPONE, RELEASE

pytestmark = pytest.mark.usefixtures("unpaid")

SAID = ("未发现新增不良", "审计函〔2026〕2号")


def checked(db, verdict=RELEASE, until=None, instalment=1, actor=GAO) -> int:
    return holding.check(actor, db, PERSON, LONG_AGO, instalment, verdict, *SAID, until)


def test_equal_yearly_parts_come_due_after_their_period(db):
    granted(db)
    first = holding.due(GAO, db, dt.date(2024, 3, 31))
    assert [(one.key, one.of) for one in first] == [((PERSON, LONG_AGO, 1), 3)]
    assert holding.due(GAO, db, dt.date(2024, 3, 30)) == ()
    every = holding.due(GAO, db, dt.date(2030, 1, 1))
    assert [one.amount for one in every] == [133_333, 133_333, 133_334]
    assert [one.due_on.year for one in every] == [2024, 2025, 2026]


def test_a_second_person_releases_and_it_is_paid_once(db):
    granted(db)
    number = checked(db)
    assert balances(db)["paid"] == 600_000
    assert refused(holding.approve, GAO, db, number) == "errors-check-same-person"
    assert refused(checked, db) == "errors-check-waits"
    holding.approve(NING, db, number)
    assert balances(db) == {"paid": 733_333, "held": 266_667, "forfeited": 0, "clawed-back": 0}
    assert refused(holding.approve, NING, db, number) == "errors-check-ended"
    assert refused(checked, db) == "errors-check-nothing"


def test_an_instalment_can_be_forfeited_or_postponed(db):
    granted(db)
    holding.approve(NING, db, checked(db, FORFEIT))
    assert balances(db)["forfeited"] == 133_333
    later = clock.today() + dt.timedelta(days=90)
    assert refused(checked, db, POSTPONE, clock.today(), 2) == "errors-check-until"
    holding.approve(NING, db, checked(db, POSTPONE, later, 2))
    assert refused(checked, db, RELEASE, None, 2) == "errors-check-early"
    assert [one.due_on for one in holding.due(GAO, db, later)][-1] == later
    assert holding.coming(GAO, db) == {later: (1, 133_333)}


def test_what_speaks_against_is_said_beside_each(db):
    """Something pending against any of a person's pay; what counts only against pay of earlier periods."""
    for person in ("CM08", PERSON, COLLEAGUE):
        granted(db, person)
    granted(db, PERSON, "2030-01")
    found = {
        (one.manager_id, one.period): {phrase.key for phrase in one.against}
        for one in holding.due(GAO, db, dt.date(2040, 1, 1))
    }
    assert "release-against-pending" in found["CM08", LONG_AGO]
    assert "release-against-deduction" in found[PERSON, LONG_AGO]
    assert "release-against-deduction" not in found[PERSON, "2030-01"]
    assert found[COLLEAGUE, LONG_AGO] <= {"release-against-plan"}


def test_what_moved_since_the_check_is_checked_anew(db):
    granted(db)
    number = checked(db)
    granted(db, line="OTHER")
    assert refused(holding.approve, NING, db, number) == "errors-check-moved"
    holding.turn_down(NING, db, number, "金额有变")
    number = checked(db)
    assert refused(holding.withdraw, NING, db, number) == "errors-check-not-own"
    holding.withdraw(GAO, db, number)
    assert [one.end.kind for one in holding.checks(GAO, db)] == ["withdrawn", "turned-down"]


def test_a_check_says_what_it_rests_on(db):
    granted(db)
    place = (GAO, db, PERSON, LONG_AGO, 1)
    assert refused(holding.check, *place, RELEASE, " ", "x") == "errors-reason-needed"
    assert refused(holding.check, *place, RELEASE, "x", " ") == "errors-check-evidence"
    assert refused(holding.check, *place, "pay", "x", "x") == "errors-check-verdict"
