"""What waits for somebody: decisions of one's own, and what the branch must see, until it is dealt with."""

import datetime as dt

from access.actor import Actor
from tests.branch import COMING as NEXT
from tests.branch import (
    FIRST,
    GAO,
    LI,
    MEMBERS,
    NING,
    SECOND,
    SECOND_VERSION,
    TANG,
    corrected,
    drafted,
    last,
    later,
)
from tests.workflow.reviews.campaign import ZHAO, asked, begun, hand_in
from tests.workflow.rewards import steps
from workflow.adoption import impact, lifecycle
from workflow.asked import comments, questions
from workflow.board import attention
from workflow.board.waiting import waiting
from workflow.results import publishing
from workflow.reviews import campaigns, drawing
from workflow.rewards import holding
from workflow.rewards.clawback import clawing, objecting
from workflow.weighing import rounds


def kinds(db, actor=LI):
    return [item.kind for item in waiting(actor, db)]


def test_a_notice_is_to_be_seen_while_it_runs_and_to_be_ended_afterwards(db):
    until = publishing.in_notice(LI, db, last(db)).until
    (running,) = (w for w in waiting(LI, db, until) if w.kind.startswith("notice"))
    assert (running.kind, running.params["days"], running.asks) == ("notice", 0, False)
    (over,) = (w for w in waiting(LI, db, until + dt.timedelta(days=3)) if w.kind.startswith("notice"))
    assert (over.kind, over.params["until"], over.asks) == ("notice-over", until.isoformat(), True)
    publishing.advance(GAO, db, last(db), "appeals")
    assert not [kind for kind in kinds(db) if kind.startswith("notice")]


def test_a_month_can_be_published_once_it_is_over_and_settled(db):
    publishing.reopen(GAO, db, last(db), "更正")
    assert "publish" in kinds(db)
    publishing.publish(GAO, db, last(db))
    assert "publish" not in kinds(db)


def test_a_version_waits_for_everybody_but_its_author_until_they_voted_on_its_run(db):
    reference = drafted(db)
    assert "vote" not in kinds(db)
    lifecycle.propose(FIRST, db, reference, NEXT, "为什么")
    assert "vote" in kinds(db) and "vote" in kinds(db, SECOND)
    assert "vote" not in kinds(db, FIRST)
    lifecycle.vote(LI, db, reference, approve=True)
    assert "vote" not in kinds(db)
    corrected(db)
    impact.run(FIRST, db, reference)
    assert "vote" in kinds(db)


def test_questions_wait_for_whom_the_staff_asks_and_comments_for_everybody_who_decides(db):
    me = Actor("cm01", "manager", "CM01")
    for waits in questions.unanswered(GAO, db):
        questions.answer(GAO, db, waits.question_id, "答复", for_all=False)
    questions.name_contact(GAO, db, GAO.username)
    assert not {"questions", "comments"} & set(kinds(db, GAO))
    number = questions.ask(me, db, SECOND_VERSION, "怎么算？")
    comments.comment(me, db, SECOND_VERSION, "建议调整")
    for who, asks in ((GAO, True), (LI, False)):
        found = {w.kind: w for w in waiting(who, db)}
        assert (found["questions"].params["count"], found["questions"].asks) == (1, asks)
        assert (found["comments"].address, found["comments"].asks) == ("schemes", True)
    questions.answer(GAO, db, number, "这样算", for_all=True)
    comments.decide(GAO, db, comments.undecided(GAO, db)[0].event_id, "noted", "已阅")
    assert not {"questions", "comments"} & set(kinds(db, GAO))


def test_reviews_wait_for_who_gives_them_then_for_who_draws_and_releases_them(db):
    for held in campaigns.campaigns(ZHAO, db):
        if held.state == "open":
            campaigns.call_off(ZHAO, db, held.campaign_id, "另行组织")
    assert "reviews" not in kinds(db)
    number = begun(db, ratees=("CM05",))
    assert "reviews" in kinds(db) and "reviews" not in kinds(db, GAO)
    for one in asked(db, number):
        hand_in(db, one)
    assert "reviews" not in kinds(db)
    campaigns.close(ZHAO, db, number, "都交齐了")
    assert "reviews-closed" in kinds(db) and "reviews-closed" in kinds(db, GAO)
    drawing.draw(LI, db, number)
    assert "reviews-closed" not in kinds(db) and "reviews-drawn" in kinds(db)
    drawing.release(LI, db, number)
    assert not [kind for kind in kinds(db) if kind.startswith("reviews")]


def test_weights_that_are_asked_for_wait_for_those_who_are_asked(db):
    rounds.open_round(GAO, db, SECOND_VERSION, "风险怎么加", later(), MEMBERS)
    assert "weights" in kinds(db, GAO) and "weights" not in kinds(db)
    assert "weights" not in kinds(db, Actor("somebody", "committee"))


def test_deferred_pay_and_clawbacks_wait_for_who_can_take_the_next_step(db):
    """A check and an approval by two, an objection by a third; the person while it can be objected to."""
    steps.unpaid(db)
    pay = {"pay-check", "pay-release", "clawback", "clawback-objection"}
    steps.granted(db)
    assert pay & set(kinds(db, GAO)) == {"pay-check"} and not pay & set(kinds(db, LI))
    place = (steps.PERSON, steps.LONG_AGO)
    for number in (1, 2, 3):
        holding.check(GAO, db, *place, number, "release", "无", "函")
    assert pay & set(kinds(db, GAO)) == set() and "pay-release" in kinds(db, NING)
    number, me = steps.opened(db), steps.manager(steps.PERSON)
    assert "clawback" in kinds(db, NING) and "clawback" not in kinds(db, GAO)
    assert "own-clawback" not in [w.kind for w in attention.own(me, db)]
    clawing.approve(NING, db, number)
    assert "own-clawback" in [w.kind for w in attention.own(me, db)]
    objecting.object_to(me, db, number, "有异议")
    assert [("clawback-objection" in kinds(db, who)) for who in (GAO, NING, TANG)] == [False, False, True]
    assert "own-clawback" not in [w.kind for w in attention.own(me, db)]
