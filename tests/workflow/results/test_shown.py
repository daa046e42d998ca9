"""Who sees which period: managers what is posted, everybody else also what is not, and told apart."""

import datetime as dt
import importlib
import inspect
import math
import pkgutil

import pytest

import workflow
from access import audit
from access.errors import AccessDenied
from scoring.errors import SteelyardError
from scoring.periods import parse_period
from tests.branch import FIRST, GAO, LI, MANAGER, SECOND_VERSION, drafted, last, measured_in, refused
from tests.stored import drop_values
from tests.workflow.reviews.campaign import ZHAO
from workflow import calendar
from workflow.adoption import impact
from workflow.board import leaderboard
from workflow.results import publishing, scorecards, scores, shown

COMING = parse_period("2026-11")
GIVEN = {
    "period": COMING,
    "start": COMING,
    "latest": COMING,
    "manager_id": MANAGER.manager_id,
    "reference": SECOND_VERSION,
    "code": COMING.code,
    "text": COMING.code,
    "count": 12,
}
"""What a function is asked for, by the name of its parameter."""


@pytest.fixture
def arriving(db):
    """November comes in: nothing of the last two, of CM05 less than half; the others have odd figures, which
    are recognised wherever they turn up."""
    measured_in(db, COMING, last(db))

    def half(cursor) -> None:
        for gone in ("manager_id > 'CM10'", "manager_id = 'CM05' AND indicator_code < 'R'"):
            drop_values(cursor, f"period = '{COMING}' AND {gone}")
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(half)
    return db


def functions():
    """Every public function of the workflow that takes an actor and a database."""
    for module in pkgutil.walk_packages(workflow.__path__, "workflow."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            parameters = list(inspect.signature(function).parameters)
            if (
                function.__module__ == module.name
                and not name.startswith("_")
                and parameters[:2] == ["actor", "db"]
            ):
                yield f"{module.name}.{name}", function


def test_a_manager_gets_a_period_that_is_not_posted_from_no_function(arriving):
    total = scorecards.scorecard(LI, arriving, MANAGER.manager_id, COMING).total
    assert not math.isnan(total)
    answered = set()
    for name, function in functions():
        needed = [
            p.name
            for p in list(inspect.signature(function).parameters.values())[2:]
            if p.default is p.empty and p.kind is not p.VAR_KEYWORD
        ]
        if not set(needed) <= set(GIVEN) or name.rpartition(".")[2] in ("set_notice_days", "show_since"):
            continue
        try:
            found = function(MANAGER, arriving, **{one: GIVEN[one] for one in needed})
        except (AccessDenied, SteelyardError):
            continue
        answered.add(name)
        assert repr(total) not in repr(found), name
        assert f"{total:.2f}" not in repr(found), name
    assert {"workflow.results.shown.offered", "workflow.results.scores.periods"} <= answered


def test_the_newest_posted_month_opens_and_the_coming_one_is_only_told(arriving):
    assert shown.newest(MANAGER, arriving) == last(arriving).previous()
    assert shown.coming(MANAGER, arriving).period == COMING
    assert COMING not in [p.period for p in shown.offered(MANAGER, arriving)]
    assert refused(scorecards.people, MANAGER, arriving, COMING) == "errors-period-not-shown"
    assert refused(scorecards.scorecard, MANAGER, arriving, "CM01", COMING) == "errors-period-not-shown"
    card = scorecards.scorecard(MANAGER, arriving, "CM01", COMING.previous())
    assert card.settled and COMING.code not in card.periods


def test_others_open_on_what_is_settled_and_are_offered_the_rest(arriving):
    assert shown.newest(LI, arriving) == COMING.previous()
    assert shown.coming(LI, arriving) is None
    assert shown.offered(LI, arriving)[-1].period == COMING
    assert not shown.settled(LI, arriving, COMING)
    card = scorecards.scorecard(LI, arriving, "CM01", COMING)
    assert math.isnan(card.rank) and card.grade is None and card.coefficient is None


def test_once_somebody_says_that_the_data_are_in_there_are_provisional_ranks(arriving):
    publishing.advance(GAO, arriving, COMING, "checked")
    board = leaderboard.leaderboard(LI, arriving, COMING)
    assert board.settled and board.provisional
    assert [m.rank for m in board.ranked][:3] == [1, 2, 3]
    assert shown.newest(LI, arriving) == COMING
    assert shown.newest(MANAGER, arriving) == COMING.previous()


def test_a_branch_can_wait_until_results_are_final(db):
    assert shown.since(MANAGER, db) == "notice"
    assert shown.newest(MANAGER, db) == last(db)
    shown.show_since(GAO, db, "final")
    # In the invented branch the last month is in notice, the one before it open to appeals.
    assert shown.newest(MANAGER, db) == last(db).shift(-2)
    assert scores.periods(MANAGER, db)[-1].period == last(db)
    assert refused(shown.show_since, GAO, db, "collecting") == "errors-shown-since"
    with pytest.raises(AccessDenied):
        shown.show_since(MANAGER, db, "notice")
    with db.read() as cursor:
        row = cursor.execute("SELECT actor, subject FROM audit WHERE action = 'managers-see-from'").fetchall()
    assert row == [(GAO.username, "final")]


def test_a_period_that_is_opened_again_is_no_longer_shown(db):
    period = last(db)
    publishing.reopen(GAO, db, period, "口径更正")
    assert shown.newest(MANAGER, db) == period.previous()
    assert shown.coming(MANAGER, db).period == period


def test_a_notice_ends_so_many_working_days_after_it_was_posted(db):
    period, (posted, ends, later) = last(db), (dt.date(2026, 11, day) for day in (8, 13, 17))
    publishing.reopen(GAO, db, period, "重新公示")
    publishing.publish(GAO, db, period, at=dt.datetime.combine(posted, dt.time(1)))  # a Sunday
    notice = publishing.in_notice(LI, db, period, dt.date(2026, 11, 11))
    assert (notice.until, notice.left, notice.over, notice.unannounced) == (ends, 2, False, ())
    assert not publishing.in_notice(LI, db, period, ends).over
    assert publishing.in_notice(LI, db, period, ends + dt.timedelta(days=1)).over
    publishing.set_notice_days(GAO, db, 7)
    assert publishing.in_notice(LI, db, period).until == later
    calendar.set_days(ZHAO, db, [(dt.date(2026, 11, 13), "off", "支行停业", "")], "台风")
    assert publishing.in_notice(LI, db, period).until == later + dt.timedelta(days=1)
    assert publishing.in_notice(LI, db, period.previous()) is None
    assert refused(publishing.set_notice_days, GAO, db, 0) == "errors-notice-days"


def test_what_a_version_would_do_to_a_manager_is_told_of_posted_months_only(arriving):
    reference = drafted(arriving)
    kept = impact.run(FIRST, arriving, reference)
    assert kept.outcome.periods[-1] == COMING.code
    assert impact.on_person(LI, arriving, kept, "CM01") is not None
    assert impact.on_person(MANAGER, arriving, kept, "CM01") is None
