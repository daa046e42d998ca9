"""Reviews to give: filled in, kept, handed in once, and what the giver is told before."""

import pytest

from tests.pages.visits import words
from tests.workflow.reviews.campaign import LI, asked, begun, manager
from words.text import text_for
from workflow.reviews import answering

T = text_for("zh")


@pytest.fixture
def campaign(db):
    return begun(db, ratees=("CM05", "CM06"))


def task(db, actor, group):
    return next(one for one in answering.mine(actor, db) if one.group == group)


def key(one, item, of="level"):
    return f"review-{one.assignment_id}-{item.code}-{of}"


def test_what_was_saved_is_there_in_another_session(db, visit, campaign):
    five = manager(db, "CM05")
    one = task(db, five, "self")
    first, second, *_ = answering.form(five, db, one.assignment_id).items
    app = visit(five, "reviews-to-give", review=str(one.assignment_id))
    app.radio(key(one, first)).set_value(4).run()
    app.radio(key(one, second)).set_value(0)
    app.text_area(key(one, first, "comment")).set_value("补过位").run()
    app.button(f"review-{one.assignment_id}-save").click().run()
    again = visit(five, "reviews-to-give", review=str(one.assignment_id))
    assert again.radio(key(one, first)).value == 4 and again.radio(key(one, second)).value == 0
    assert again.text_area(key(one, first, "comment")).value == "补过位"
    assert task(db, five, "self").saved and not task(db, five, "self").done


def test_it_is_handed_in_once_everything_is_answered_and_then_forgotten(db, visit, campaign):
    one = task(db, LI, "superior")
    items = answering.form(LI, db, one.assignment_id).items
    app = visit(LI, "reviews-to-give", review=str(one.assignment_id))
    for item in items:
        assert not task(db, LI, "superior").done
        app.radio(key(one, item)).set_value(5).run()
    app.button(f"review-{one.assignment_id}-do").click().run()
    assert not app.exception and T("giving-handed-in") in words(app)
    assert next(o for o in answering.mine(LI, db) if o.assignment_id == one.assignment_id).done
    assert not any(key(one, item) in app.session_state for item in items)
    # The next one stands there, and the one that is in cannot be opened any more.
    following = next(o for o in answering.mine(LI, db) if not o.done)
    assert app.radio(key(following, items[0])).value is None
    back = visit(LI, "reviews-to-give", review=str(one.assignment_id))
    assert T("giving-closed-done") in words(back) and not back.radio


def test_the_giver_is_told_who_will_know(db, visit, campaign):
    rater = next(a.rater for a in asked(db, campaign, group="peers", ratee="CM05"))
    peer = manager(db, rater.upper())
    about = task(db, peer, "peers")
    shown = words(visit(peer, "reviews-to-give", review=str(about.assignment_id)))
    assert T("giving-confidential") in shown and T("giving-comments") in shown
    assert T("giving-promise-superior") in words(visit(LI, "reviews-to-give"))


def test_before_eight_peers_it_is_no_longer_a_small_circle(db, visit):
    number = begun(db, ratees=("CM05",), peers=8)
    peer = manager(db, asked(db, number, group="peers")[0].rater.upper())
    shown = words(visit(peer, "reviews-to-give"))
    assert T("giving-promise-peers") in shown and T("giving-confidential") not in shown


def test_another_persons_review_cannot_be_asked_for(db, visit, campaign):
    theirs = task(db, LI, "superior").assignment_id
    app = visit(manager(db, "CM05"), "reviews-to-give", review=str(theirs))
    assert all(k.key and not k.key.startswith(f"review-{theirs}-") for k in app.radio)


def test_whoever_is_asked_nothing_reads_so(db, visit):
    assert T("giving-none") in words(visit(manager(db, "CM05"), "reviews-to-give"))
