"""Answering: one's own tasks alone, saved and returned to, handed in once, while the window is open."""

import datetime as dt
import threading

import pytest

from access.errors import AccessDenied
from data import clock
from data.stores.reviews import ballot_store
from tests.branch import refused
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import GAO, LI, ZHAO
from workflow.reviews import answering, assigning, campaigns, forms

TODAY = clock.today()


@pytest.fixture
def one(db):
    """A colleague who is asked about CM01, and the task."""
    number = steps.begun(db, ratees={"CM01"})
    found = steps.asked(db, number, group="peers")[0]
    return steps.who(db, found.rater), found


def test_what_is_saved_is_there_again_and_gone_once_it_is_handed_in(db, one):
    rater, task = one
    (mine,) = answering.mine(rater, db)
    assert (mine.ratee_id, mine.group, mine.open, mine.saved, mine.done) == (
        "CM01",
        "peers",
        True,
        False,
        False,
    )
    assert mine.confidential_only  # four colleagues are asked
    answering.save(rater, db, task.assignment_id, {"teamwork": 4}, ["service"], {"teamwork": " 肯帮忙\n"})
    answering.save(rater, db, task.assignment_id, {"teamwork": 5}, ["service"], {"teamwork": "肯帮忙"})
    form = answering.form(rater, db, task.assignment_id)
    assert [item.code for item in form.items] == [
        "teamwork",
        "service",
        "compliance",
        "competence",
        "coaching",
    ]
    assert form.answers == dict.fromkeys(form.answers) | {"teamwork": 5}
    assert (form.cannot, form.comments, form.task.saved) == ({"service"}, {"teamwork": "肯帮忙"}, True)

    whole = {item.code: 3 for item in form.items}
    left = refused(answering.hand_in, rater, db, task.assignment_id, whole | {"coaching": None}, (), {})
    assert left == "errors-review-unanswered"
    assert answering.mine(rater, db)[0].saved
    answering.hand_in(rater, db, task.assignment_id, whole | {"coaching": None}, ["coaching"], {})
    (mine,) = answering.mine(rater, db)
    assert (mine.done, mine.saved) == (True, False)
    for again in (answering.save, answering.hand_in):
        assert refused(again, rater, db, task.assignment_id, whole, (), {}) == "errors-review-done"
    assert refused(answering.form, rater, db, task.assignment_id) == "errors-review-done"


def test_nobody_answers_or_reads_for_somebody_else(db, one):
    rater, task = one
    answering.save(rater, db, task.assignment_id, {"teamwork": 1}, (), {})
    given = steps.answers(db, task.campaign_id, "peers")
    for actor in (steps.manager(db, "CM01"), LI, GAO):
        for number in (task.assignment_id, 10**6, -1):
            assert refused(answering.form, actor, db, number) == "errors-review-assignment-unknown"
            assert (
                refused(answering.save, actor, db, number, given, (), {})
                == "errors-review-assignment-unknown"
            )
            assert (
                refused(answering.hand_in, actor, db, number, given, (), {})
                == "errors-review-assignment-unknown"
            )
    for call in (answering.form, answering.hand_in):
        with pytest.raises(AccessDenied):
            call(ZHAO, db, task.assignment_id, *([given, (), {}] if call is answering.hand_in else []))


def test_a_withdrawn_task_is_gone_with_what_was_saved(db, one):
    rater, task = one
    answering.save(rater, db, task.assignment_id, {"teamwork": 1}, (), {})
    other = next(
        m for m in steps.people(db) if m.lower() not in {a.rater for a in steps.asked(db, task.campaign_id)}
    )
    new = assigning.change(ZHAO, db, task.assignment_id, other.lower(), "利益冲突")
    assert answering.mine(rater, db) == ()
    assert refused(answering.form, rater, db, task.assignment_id) == "errors-review-assignment-unknown"
    with db.read() as cursor:
        assert cursor.execute("SELECT count(*) FROM review_draft").fetchall() == [(0,)]
    assert [t.assignment_id for t in answering.mine(steps.manager(db, other), db)] == [new]
    steps.hand_in(db, next(a for a in steps.asked(db, task.campaign_id) if a.assignment_id == new))
    assert refused(assigning.withdraw, ZHAO, db, new, "zu spät") == "errors-review-done"


@pytest.mark.parametrize("days", [-1, 10])
def test_outside_the_window_nothing_is_taken(db, one, monkeypatch, days):
    rater, task = one
    given = steps.answers(db, task.campaign_id, "peers")
    monkeypatch.setattr(clock, "today", lambda: TODAY + dt.timedelta(days=days))
    key = "errors-review-not-yet" if days < 0 else "errors-review-state"
    assert refused(answering.hand_in, rater, db, task.assignment_id, given, (), {}) == key
    assert refused(answering.save, rater, db, task.assignment_id, given, (), {}) == key
    assert not answering.mine(rater, db)[0].open


@pytest.mark.parametrize(
    ("answers", "cannot", "comments", "key"),
    [
        ({"teamwork": 6}, (), {}, "errors-review-level"),
        ({"teamwork": True}, (), {}, "errors-review-level"),
        ({"teamwork": 2.5}, (), {}, "errors-review-level"),
        ({"riches": 3}, (), {}, "errors-review-item-unknown"),
        ({}, ["riches"], {}, "errors-review-item-unknown"),
        ({}, (), {"riches": "x"}, "errors-review-item-unknown"),
        ({}, (), {"teamwork": "长" * (forms.LONGEST_COMMENT + 1)}, "errors-review-comment-long"),
    ],
)
def test_what_no_form_holds_is_refused(db, one, answers, cannot, comments, key):
    rater, task = one
    assert refused(answering.save, rater, db, task.assignment_id, answers, cannot, comments) == key


def test_of_two_who_hand_in_at_once_one_is_told(db, one):
    rater, task = one
    given = steps.answers(db, task.campaign_id, "peers")
    told = []

    def answer():
        try:
            answering.hand_in(rater, db, task.assignment_id, given, (), {})
        except Exception as problem:
            told.append(problem.key)

    threads = [threading.Thread(target=answer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["errors-review-done"] * 3
    with db.read() as cursor:
        assert cursor.execute("SELECT count(*) FROM review_ballot").fetchall() == [(1,)]


def test_what_breaks_off_leaves_nothing_half_done(db, one, monkeypatch):
    rater, task = one
    answering.save(rater, db, task.assignment_id, {"teamwork": 2}, (), {})
    head = db.head()

    def broken(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(ballot_store, "cast", broken)
    given = steps.answers(db, task.campaign_id, "peers")
    with pytest.raises(KeyboardInterrupt):
        answering.hand_in(rater, db, task.assignment_id, given, (), {})
    (mine,) = answering.mine(rater, db)
    assert (mine.saved, mine.done, db.head()) == (True, False, head)
    assert answering.form(rater, db, task.assignment_id).answers["teamwork"] == 2
    assert campaigns.progress(LI, db, task.campaign_id).done == 0
