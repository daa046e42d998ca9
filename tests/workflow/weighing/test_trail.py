"""The trail of what was tried: everybody's, append-only, one line a gesture, and no audit entry."""

import pytest

from access.errors import AccessDenied
from tests.branch import FIRST, MANAGER, SECOND, begun, more_risk, refused
from workflow.weighing import pay, simulation, trail
from workflow.weighing.outline import outline


def tried(db, actor, points, gesture):
    start = begun(db)
    weights = more_risk(start, points)
    found = outline(start.scheme, simulation.simulate(actor, start, weights))
    trail.record(actor, db, start, weights, found, gesture)
    return weights, found


def test_what_was_tried_comes_back_as_it_was_whoever_asks(db):
    weights, found = tried(db, FIRST, 10, "a")
    tried(db, SECOND, 5, "b")
    newest, oldest = trail.tried(SECOND, db, "x-branch")
    assert (newest.by, oldest.by) == ("second", "first")
    assert oldest.weights == weights and oldest.outline == found and not found.nothing
    start = begun(db)
    again = simulation.simulate(SECOND, start, oldest.weights)
    assert outline(start.scheme, again) == found
    assert again.moved == found.moved > 0


def test_moves_of_one_gesture_are_one_line_and_a_note_stays_with_it(db):
    for points in (1, 2, 3):
        weights, _ = tried(db, FIRST, points, "keys")
    # Another member's gesture of the same name is another line.
    tried(db, SECOND, 7, "keys")
    trail.annotate(FIRST, db, "keys", "the meeting leans this way")
    mine = [one for one in trail.tried(FIRST, db, "x-branch") if one.by == "first"]
    assert [(one.weights, one.note) for one in mine] == [(weights, "the meeting leans this way")]
    assert len(trail.tried(FIRST, db, "x-branch")) == 2


def test_trying_is_no_decision_and_leaves_what_is_remembered_in_place(db):
    head = db.head()
    tried(db, FIRST, 10, "a")
    trail.annotate(FIRST, db, "a", "note")
    assert db.head() == head


def test_a_note_needs_words_and_a_line_and_managers_see_nothing(db):
    tried(db, FIRST, 10, "a")
    assert refused(trail.annotate, SECOND, db, "a", "not mine") == "errors-trail-nothing"
    assert refused(trail.annotate, FIRST, db, "a", "  ") == "errors-reason-needed"
    for ask in (
        lambda: trail.tried(MANAGER, db, "x-branch"),
        lambda: trail.annotate(MANAGER, db, "a", "x"),
        lambda: tried(db, MANAGER, 1, "m"),
        lambda: pay.base(MANAGER, db),
        lambda: pay.set_base(MANAGER, db, 1.0),
    ):
        with pytest.raises(AccessDenied):
            ask()


def test_the_bonus_base_is_assumed_until_it_is_set_and_turns_coefficients_into_money(db):
    assert pay.base(FIRST, db).assumed
    pay.set_base(FIRST, db, 4_500)
    kept = pay.base(SECOND, db)
    assert (kept.yuan, kept.assumed) == (4_500, False)
    assert kept.wan(40.0) == pytest.approx(18.0)  # 40 × 4 500 yuan = 180 000 yuan
    for wrong in (0, -1, float("nan"), 1e7):
        assert refused(pay.set_base, FIRST, db, wrong) == "errors-pay-base"
