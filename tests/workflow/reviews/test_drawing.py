"""Drawing and releasing: who sees what from when on, and that nothing but safe figures leaves the vault."""

import math

import pytest

from access.errors import AccessDenied
from data.stores.reviews.vault import key_file
from scoring.reviews import State
from tests.branch import WANG, refused
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import GAO, LI, NING, PERIOD, ZHAO
from workflow.intake import imports
from workflow.results import scores
from workflow.reviews import assigning, campaigns, drawing, forms, results


def answered(db, *, levels=(5, 4, 4, 3), own=5, superior=3, customers=(5, 5, 4, 5, 4), ratee="CM01", **more):
    """A campaign about one person, answered and closed."""
    number = steps.begun(db, ratees={ratee}, **more)
    for one, level in zip(steps.asked(db, number, group="peers"), levels, strict=False):
        steps.hand_in(db, one, level, {"teamwork": f"comment {level}"})
    for group, level in (("superior", superior), ("self", own)):
        for one in steps.asked(db, number, group=group):
            steps.hand_in(db, one, level, {"coaching": f"from {group}"})
    if customers:
        steps.by_link(db, number, ratee, *customers)
    campaigns.close(ZHAO, db, number, "全部交齐")
    return number


def test_what_is_drawn_are_the_figures_of_the_release_rule_and_their_weighted_total(db):
    number = answered(db)
    found = drawing.draw(LI, db, number)
    by_measure = {r.measure: r for r in results.results(GAO, db, number)}
    assert list(by_measure) == ["G05", "S02", "C03", "G06", "coaching"]
    # Four colleagues, mean 4.0, in cells of half a step of which the highest begins at 3.5: counts as 4.25.
    peers = by_measure["G05"].figures["peers"]
    assert (peers.state, peers.raters, peers.low, peers.high, peers.value) == (State.SHOWN, 4, 3.5, 5, 4.25)
    assert by_measure["G05"].figures["superior"].value == 3
    assert set(by_measure["G05"].figures) == {"peers", "superior", "self"}
    # The weights of G05 are 40 and 60: 0.4·50 + 0.6·81.25.
    assert by_measure["G05"].total == pytest.approx(68.75)
    # S02: superior 50 (50), peers 30 (81.25), customers 20 (five of them, mean 4.6, in 4.0 and above: 4.5).
    assert by_measure["S02"].figures["customers"].low == 4
    assert by_measure["S02"].total == pytest.approx(0.5 * 50 + 0.3 * 81.25 + 0.2 * 87.5)
    assert math.isnan(by_measure["G06"].total) and not by_measure["coaching"].scored
    assert by_measure["G06"].figures["customers"].state is State.SHOWN
    assert (found.asked, found.done) == (
        {"superior": 1, "peers": 4, "self": 1, "customers": 5},
        {"superior": 1, "peers": 4, "self": 1, "customers": 5},
    )
    assert found.figures["peers"] == {"shown": 5} and found.agreement == {}
    assert drawing.certificate(NING, db, number) == found
    assert refused(drawing.draw, LI, db, number) == "errors-review-state"


def test_a_group_below_its_minimum_is_in_no_figure_no_total_and_no_comment(db):
    number = answered(db, levels=(5, 1, 1), customers=(1, 1, 1, 1))
    drawing.draw(LI, db, number)
    drawing.release(LI, db, number)
    (own,) = results.own(steps.manager(db, "CM01"), db, "CM01")
    one = {r.measure: r for r in own.results}
    assert one["G05"].figures["peers"].state is State.TOO_FEW
    assert math.isnan(one["G05"].figures["peers"].value) and one["G05"].figures["peers"].raters == 3
    assert one["G05"].total == one["S02"].total == 50  # the superior's 3 alone
    assert {c.group for c in own.comments} == {"superior", "self"}


def test_nobody_sees_anything_before_it_is_drawn_and_the_person_not_before_it_is_released(db):
    number = answered(db)
    me = steps.manager(db, "CM01")
    for call in (results.results, results.judging, drawing.certificate, drawing.release):
        assert refused(call, LI, db, number) == "errors-review-state"
    assert results.own(me, db, "CM01") == ()
    drawing.draw(GAO, db, number)
    assert results.own(me, db, "CM01") == ()
    batch = drawing.release(LI, db, number)
    (own,) = results.own(me, db, "CM01")
    assert (own.campaign_id, own.period) == (number, PERIOD)
    assert [o.results for o in results.own(LI, db, "CM01")] == [own.results]
    assert refused(drawing.release, LI, db, number) == "errors-review-state"
    # The batch is one of measured values that a data officer approves like any other.
    before = scores.live(db, PERIOD).sheet.measurements
    imports.approve(WANG, db, batch)
    after = scores.live(db, PERIOD).sheet.measurements
    row = after.row["CM01"]
    values = {code: after.values[row, after.position[code]] for code in ("G05", "S02", "C03", "G06")}
    totals = {r.measure: r.total for r in own.results}
    assert all(values[code] == totals[code] for code in ("G05", "S02", "C03"))
    assert values["G06"] == before.values[before.row["CM01"], before.position["G06"]]


def test_only_the_committee_and_the_president_draw_and_everybody_reads_the_own_alone(db):
    number = answered(db)
    me, other = steps.manager(db, "CM01"), steps.manager(db, "CM02")
    for actor in (me, ZHAO):
        for call in (drawing.draw, drawing.release, drawing.certificate, results.results, results.judging):
            with pytest.raises(AccessDenied):
                call(actor, db, number)
    drawing.draw(LI, db, number)
    drawing.release(LI, db, number)
    for actor in (other, ZHAO):
        with pytest.raises(AccessDenied):
            results.own(actor, db, "CM01")
    assert results.own(other, db, "CM02") == ()


def test_blind_spots_and_hidden_strengths_are_a_step_apart(db):
    number = answered(db, levels=(2, 2, 3, 2), own=5, superior=2, customers=())
    drawing.draw(LI, db, number)
    drawing.release(LI, db, number)
    (own,) = results.own(steps.manager(db, "CM01"), db, "CM01")
    assert {r.apart for r in own.results} == {"blind-spot"}
    teamwork = own.results[0]
    # Superior 2 (40 %) and four colleagues below 2.5, of which the middle is 1.75 (60 %).
    assert (teamwork.own, teamwork.others) == (5, pytest.approx(0.4 * 2 + 0.6 * 1.75))
    humble = answered(db, levels=(5, 5, 5, 5), own=3, superior=5, customers=(), ratee="CM02")
    drawing.draw(LI, db, humble)
    drawing.release(LI, db, humble)
    (own,) = results.own(steps.manager(db, "CM02"), db, "CM02")
    assert {r.apart for r in own.results} == {"hidden-strength"}


def test_the_same_colleagues_but_one_carry_the_figure(db):
    first = answered(db)
    drawing.draw(LI, db, first)
    number = steps.begun(db, ratees={"CM01"})
    peers = steps.asked(db, number, group="peers")
    others = sorted(steps.people(db).keys() - {"CM01"} - {a.rater.upper() for a in peers})
    assigning.change(ZHAO, db, peers[0].assignment_id, others[0].lower(), "换人")
    for one in steps.asked(db, number, group="peers"):
        steps.hand_in(db, one, 4)
    campaigns.close(ZHAO, db, number, "x")
    drawing.draw(LI, db, number)
    states = {r.figures["peers"].state for r in results.results(LI, db, number)}
    assert states == {State.CARRIED}


def test_leniency_is_the_own_beside_the_others_of_the_same_people(db):
    number = steps.begun(db, ratees={"CM01", "CM02", "CM03"}, superiors=(LI.username, GAO.username))
    given = {("CM01", LI): 5, ("CM01", GAO): 3, ("CM02", LI): 4, ("CM02", GAO): 3, ("CM03", GAO): 4}
    for one in steps.asked(db, number, group="superior"):
        who = next(a for a in (LI, GAO) if a.username == one.rater)
        if (one.ratee_id, who) in given:
            steps.hand_in(db, one, given[one.ratee_id, who])
    campaigns.close(ZHAO, db, number, "x")
    drawing.draw(LI, db, number)
    assert results.leniency(LI, db, number) is None
    drawing.release(LI, db, number)
    mine = results.leniency(LI, db, number)
    assert (mine.people, mine.mean, mine.apart, mine.shared) == (2, 4.5, 1.5, 2)
    assert mine.spread == pytest.approx(math.sqrt(0.5))
    assert results.leniency(NING, db, number) is None
    judged = results.judging(GAO, db, number)
    assert judged.severity == pytest.approx({GAO.username: -0.75, LI.username: 0.75})
    assert {p.ratee_id: p.adjusted for p in judged.people} == pytest.approx(
        {"CM01": 4.0, "CM02": 3.5, "CM03": 4.75}
    )


def test_nothing_is_drawn_without_answers_or_with_ballots_missing(db):
    number = steps.begun(db, ratees={"CM01"})
    campaigns.close(ZHAO, db, number, "x")
    assert refused(drawing.draw, LI, db, number) == "errors-review-empty"
    other = answered(db)
    db.write(
        lambda c: c.execute(
            "DELETE FROM review_ballot WHERE ballot_id ="
            " (SELECT min(ballot_id) FROM review_ballot WHERE campaign_id = ?)",
            [other],
        )
    )
    assert refused(drawing.draw, LI, db, other) == "errors-review-ballots"


def test_without_the_key_figures_stand_and_comments_are_said_to_be_closed(db):
    number = answered(db)
    drawing.draw(LI, db, number)
    drawing.release(LI, db, number)
    key_file(db.path).unlink()
    (own,) = results.own(steps.manager(db, "CM01"), db, "CM01")
    assert own.comments is None and own.results[0].total == pytest.approx(68.75)


def test_what_breaks_off_while_it_is_drawn_leaves_it_to_be_drawn(db, monkeypatch):
    number = answered(db)
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "_agreement", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            drawing.draw(LI, db, number)
    assert campaigns.campaign(LI, db, number).state == "closed"
    drawing.draw(LI, db, number)


def test_what_others_read_holds_no_answer_but_a_superiors(db):
    """Everything that any role can read of a drawn campaign, searched for ballots and who gave them."""
    number = answered(db, levels=(5, 1, 4, 2))
    drawing.draw(LI, db, number)
    drawing.release(LI, db, number)
    raters = {a.rater for a in steps.asked(db, number, group="peers")}
    read = [
        results.results(LI, db, number),
        results.own(LI, db, "CM01"),
        results.judging(LI, db, number),
        drawing.certificate(LI, db, number),
    ]
    for one in read:
        assert not any(rater in str(one) for rater in raters)
    for result in results.results(LI, db, number):
        for group in forms.CONFIDENTIAL:
            if group in result.figures:
                figure = result.figures[group]
                assert figure.value == (figure.low + figure.high) / 2 and figure.high - figure.low >= 0.5
