"""The calibration meeting: blind first, a change only with a reason, an anchor and a second person."""

import datetime as dt
import math

import pytest

from access.errors import AccessDenied
from data import clock
from tests.branch import refused
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import GAO, LI, NING, PERIOD, TANG, WANG, ZHAO
from workflow.intake import imports
from workflow.results import scores
from workflow.reviews import calibration, campaigns, drawing, results

WHO, WHAT = "CM01", "G05"


@pytest.fixture
def drawn(db):
    """A drawn campaign in which CM01 was rated 68.75 for teamwork, by LI as the superior."""
    number = steps.begun(db, ratees={WHO})
    for one, level in zip(steps.asked(db, number, group="peers"), (5, 4, 4, 3), strict=True):
        steps.hand_in(db, one, level)
    for one in steps.asked(db, number, group="superior"):
        steps.hand_in(db, one, 3)
    campaigns.close(ZHAO, db, number, "全部交齐")
    drawing.draw(LI, db, number)
    return number


def deadline():
    return clock.local(dt.datetime.now(dt.UTC).replace(tzinfo=None)) + dt.timedelta(days=1)


def raised(db, number, by=GAO, members=(GAO, NING, TANG), **more):
    names = [m.username for m in members]
    return calibration.raise_case(by, db, number, WHO, WHAT, "给分偏低", deadline(), names, **more)


def voted(db, number, *values):
    case = raised(db, number)
    for who, value in zip((GAO, NING, TANG), values, strict=False):
        calibration.vote(who, db, case, value)
    return case


def test_rated_and_calibrated_by_two_because(db, drawn):
    case = voted(db, drawn, 70, 76, 75)
    found = calibration.votes(TANG, db, case)
    assert (found.median, found.low, found.high) == (75, 70, 76)
    calibration.propose(GAO, db, case, 75, "teamwork", 4, "主动补位，见十月走访记录")
    calibration.confirm(NING, db, case)
    (held,) = calibration.cases(LI, db, drawn)
    assert (held.rated, held.change.value, held.change.state) == (68.75, 75, "confirmed")
    assert (held.change.proposed_by, held.change.decided_by) == (GAO.username, NING.username)
    batch = drawing.release(LI, db, drawn)
    imports.approve(WANG, db, batch)
    sheet = scores.live(db, PERIOD).sheet
    assert sheet.values[sheet.measurements.row[WHO], sheet.scheme.codes.index(WHAT)] == 75
    (own,) = results.own(steps.manager(db, WHO), db, WHO)
    teamwork = next(r for r in own.results if r.measure == WHAT)
    assert teamwork.total == 68.75 and teamwork.calibrated.value == 75
    assert teamwork.calibrated.by == (GAO.username, NING.username)
    assert next(r for r in results.results(LI, db, drawn) if r.measure == WHAT).calibrated == 75


def test_nobody_sees_a_vote_before_all_are_in(db, drawn):
    case = voted(db, drawn, 70, 80)
    assert refused(calibration.votes, GAO, db, case) == "errors-round-blind"
    assert calibration.own(GAO, db, case) == 70 and calibration.own(TANG, db, case) is None
    assert refused(calibration.propose, GAO, db, case, 75, "teamwork", 4, "why") == "errors-round-blind"
    calibration.vote(GAO, db, case, 72)
    calibration.vote(TANG, db, case, 90)
    assert refused(calibration.vote, TANG, db, case, 10) == "errors-round-closed"
    assert calibration.votes(LI, db, case).given[0][1] == 72
    with db.read() as cursor:
        said = cursor.execute("SELECT detail FROM audit WHERE action = 'vote-calibration'").fetchall()
    assert {detail for (detail,) in said} == {"{}"}


def test_a_change_needs_a_reason_an_anchor_of_its_own_and_a_value_that_somebody_voted_for(db, drawn):
    case = voted(db, drawn, 60, 80, 70)
    for value, item, level, why, rule in (
        (70, "teamwork", 4, " ", "errors-reason-needed"),
        (70, "service", 4, "why", "errors-calibration-anchor"),
        (70, "teamwork", 6, "why", "errors-calibration-anchor"),
        (81, "teamwork", 4, "why", "errors-calibration-beyond"),
        (68.75, "teamwork", 4, "why", "errors-calibration-same"),
        (math.nan, "teamwork", 4, "why", "errors-calibration-scale"),
    ):
        assert refused(calibration.propose, GAO, db, case, value, item, level, why) == rule


def test_the_second_person_is_another_one_who_did_not_rate(db, drawn):
    case = voted(db, drawn, 70, 76, 75)
    assert refused(calibration.confirm, NING, db, case) == "errors-calibration-nothing-proposed"
    calibration.propose(GAO, db, case, 75, "teamwork", 4, "why")
    assert refused(calibration.confirm, GAO, db, case) == "errors-calibration-own"
    assert refused(calibration.confirm, LI, db, case) == "errors-calibration-rater"
    calibration.turn_down(LI, db, case, "事实不足")
    assert refused(calibration.confirm, NING, db, case) == "errors-calibration-nothing-proposed"
    calibration.propose(NING, db, case, 76, "teamwork", 4, "补充了记录")
    assert (
        refused(calibration.propose, TANG, db, case, 70, "teamwork", 4, "x") == "errors-calibration-decided"
    )
    calibration.confirm(TANG, db, case)
    assert refused(raised, db, drawn) == "errors-calibration-again"


def test_nothing_is_released_while_something_is_undecided_and_nothing_changed_afterwards(db, drawn):
    case = voted(db, drawn, 70, 76)
    assert refused(drawing.release, LI, db, drawn) == "errors-calibration-pending"
    calibration.vote(TANG, db, case, 75)
    calibration.propose(GAO, db, case, 75, "teamwork", 4, "why")
    assert refused(drawing.release, LI, db, drawn) == "errors-calibration-pending"
    calibration.turn_down(NING, db, case, "事实不足")
    drawing.release(LI, db, drawn)
    assert refused(calibration.propose, GAO, db, case, 75, "teamwork", 4, "y") == "errors-review-state"
    assert refused(raised, db, drawn) == "errors-review-state"
    (own,) = results.own(steps.manager(db, WHO), db, WHO)
    assert all(r.calibrated is None for r in own.results)


def test_too_few_votes_leave_the_rating_as_it_is(db, drawn, monkeypatch):
    case = voted(db, drawn, 70)
    late = deadline() + dt.timedelta(days=1)
    monkeypatch.setattr("workflow.blind.audit.now", lambda: clock.stored(late))
    assert refused(calibration.votes, GAO, db, case) == "errors-round-quorum"
    (held,) = calibration.cases(GAO, db, drawn)
    assert (held.state, held.quorate, held.pending) == ("closed", False, False)


def test_what_a_change_does_is_seen_before_it_is_made_and_is_what_it_does(db, drawn):
    case = voted(db, drawn, 10, 100, 75)
    before = scores.live(db, PERIOD).sheet
    effect = calibration.effect(GAO, db, case, 100)
    assert scores.live(db, PERIOD).sheet.totals.tolist() == before.totals.tolist()
    mine = next(m for m in effect.moves if m.manager_id == WHO)
    weight = before.scheme.by_code[WHAT].weight
    assert mine.change == pytest.approx((100 - 68.75) * weight / 100, abs=0.011)
    calibration.propose(GAO, db, case, 100, "teamwork", 5, "why")
    calibration.confirm(NING, db, case)
    imports.approve(WANG, db, drawing.release(LI, db, drawn))
    after = scores.live(db, PERIOD).sheet
    row = after.measurements.row[WHO]
    assert (after.totals[row], after.ranks[row]) == (mine.after_total, mine.after_rank)


def test_only_what_was_drawn_can_be_looked_at_and_only_by_those_who_answer_for_it(db, drawn):
    names = [GAO.username, NING.username]
    ask = calibration.raise_case
    assert refused(ask, GAO, db, drawn, "CM02", WHAT, "q", deadline(), names) == "errors-calibration-nothing"
    assert (
        refused(ask, GAO, db, drawn, WHO, "coaching", "q", deadline(), names) == "errors-calibration-nothing"
    )
    assert refused(ask, GAO, db, drawn, WHO, WHAT, " ", deadline(), names) == "errors-round-question"
    assert refused(ask, GAO, db, drawn, WHO, WHAT, "q", deadline(), [GAO.username]) == "errors-round-few"
    assert (
        refused(ask, GAO, db, drawn, WHO, WHAT, "q", deadline(), ["cm01", GAO.username])
        == "errors-round-member"
    )
    case = raised(db, drawn, members=(GAO, NING))
    assert refused(calibration.vote, TANG, db, case, 50) == "errors-round-not-asked"
    assert refused(calibration.call_off, NING, db, case, "why") == "errors-round-chair"
    for who in (ZHAO, steps.manager(db, WHO)):
        for call in (calibration.votes, calibration.own, calibration.confirm):
            with pytest.raises(AccessDenied):
                call(who, db, case)
    calibration.call_off(GAO, db, case, "重复提出")
    assert calibration.cases(GAO, db, drawn)[0].state == "called-off"
    assert refused(calibration.votes, GAO, db, case) == "errors-round-called-off"
