"""Customers' links: one answer each, in their own campaign, and nothing is kept of who or when."""

import datetime as dt
import threading

import pytest

from access.errors import AccessDenied
from data import clock
from tests.branch import refused
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import GAO, LI, ZHAO
from workflow.reviews import campaigns, links

TODAY = clock.today()


@pytest.fixture
def number(db):
    return steps.begun(db, ratees={"CM01", "CM02"}, customers=3)


def test_a_link_opens_its_form_and_takes_one_answer(db, number):
    first, second = links.issue(ZHAO, db, number, "CM01", 2)
    assert first.token in first.url_path and first.expires_on == TODAY + 9 * steps.DAY
    shown = links.opened(db, first.token)
    person = steps.people(db)["CM01"]
    assert (shown.ratee, shown.position, shown.until) == (person.name, person.position, first.expires_on)
    assert shown.branch_zh.endswith("X 支行")
    assert [item.code for item in shown.items] == ["service", "competence"]
    given = {"service": 5, "competence": None}
    assert refused(links.answer, db, first.token, given, (), {}) == "errors-review-unanswered"
    head = db.head()
    links.answer(db, first.token, given, ["competence"], {"service": "谢谢"})
    assert db.head() == head  # no entry in the trail, which would say when
    assert links.opened(db, first.token) == links.LinkError("used")
    assert refused(links.answer, db, first.token, given, ["competence"], {}) == "errors-link-used"
    assert isinstance(links.opened(db, second.token), links.CustomerForm)
    assert links.counts(ZHAO, db, number) == (links.LinkCount("CM01", 2, 1, 1),)
    with db.read() as cursor:
        kept = cursor.execute("SELECT happened_at, actor, why FROM review_link_event").fetchall()
        secrets = cursor.execute("SELECT token_sha256 FROM review_link").fetchall()
    assert kept == [(None, None, None)]
    assert first.token not in str(secrets)


@pytest.mark.parametrize("token", ["", "x", "0" * 43, "\ud800", "' OR 1=1 --"])
def test_a_forged_link_opens_nothing(db, number, token):
    links.issue(ZHAO, db, number, "CM01", 1)
    assert links.opened(db, token) == links.LinkError("unknown")
    assert refused(links.answer, db, token, {"service": 5}, (), {}) == "errors-link-unknown"


def test_withdrawn_and_late_links_and_those_of_a_closed_campaign_are_not_taken(db, number, monkeypatch):
    gone, other = (links.issue(ZHAO, db, number, who, 1)[0] for who in ("CM01", "CM02"))
    assert refused(links.withdraw_unused, ZHAO, db, number, "CM01", "") == "errors-reason-needed"
    assert links.withdraw_unused(ZHAO, db, number, "CM01", "寄错了") == 1
    assert links.opened(db, gone.token) == links.LinkError("closed")
    given = steps.answers(db, number, "customers")
    assert refused(links.answer, db, gone.token, given, (), {}) == "errors-link-closed"
    with monkeypatch.context() as patch:
        patch.setattr(clock, "today", lambda: TODAY + dt.timedelta(days=10))
        assert links.opened(db, other.token) == links.LinkError("expired")
        assert refused(links.answer, db, other.token, given, (), {}) == "errors-link-expired"
        patch.setattr(clock, "today", lambda: TODAY - dt.timedelta(days=1))
        assert links.opened(db, other.token) == links.LinkError("closed")
    campaigns.close(ZHAO, db, number, "提前结束")
    assert links.opened(db, other.token) == links.LinkError("closed")
    assert refused(links.answer, db, other.token, given, (), {}) == "errors-link-closed"
    assert refused(links.issue, ZHAO, db, number, "CM01", 1) == "errors-review-state"


def test_a_link_answers_in_its_own_campaign_alone(db, number):
    second = steps.begun(db, ratees={"CM01"})
    (link,) = links.issue(ZHAO, db, number, "CM01", 1)
    links.answer(db, link.token, steps.answers(db, number, "customers"), (), {})
    done = {n: campaigns.progress(LI, db, n).done for n in (number, second)}
    assert done == {number: 1, second: 0}


def test_of_two_with_one_token_exactly_one_answers(db, number):
    (link,) = links.issue(ZHAO, db, number, "CM01", 1)
    given, told = steps.answers(db, number, "customers"), []

    def answer():
        try:
            links.answer(db, link.token, given, (), {})
        except Exception as problem:
            told.append(problem.key)

    threads = [threading.Thread(target=answer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["errors-link-used"] * 3
    with db.read() as cursor:
        assert cursor.execute("SELECT count(*) FROM review_ballot").fetchall() == [(1,)]


def test_links_are_for_the_desk_and_for_people_who_are_there(db, number):
    for actor in (LI, GAO, steps.manager(db, "CM01")):
        with pytest.raises(AccessDenied):
            links.issue(actor, db, number, "CM01", 1)
        with pytest.raises(AccessDenied):
            links.counts(actor, db, number)
    assert refused(links.issue, ZHAO, db, number, "CM99", 1) == "errors-review-ratee"
    assert refused(links.issue, ZHAO, db, 99, "CM01", 1) == "errors-review-unknown"
    for count in (0, -1, 201):
        assert refused(links.issue, ZHAO, db, number, "CM01", count) == "errors-review-customers"
