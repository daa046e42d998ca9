"""Training: a catalogue tied to indicators, what would help most, what was offered, declined and done."""

import datetime as dt

import pytest

from tests.branch import refused
from tests.workflow.growth.steps import BAD, LAST, LI, NING, TODAY, WHO, measured, own, posted
from workflow.growth import training

DAY = dt.timedelta(days=1)


@pytest.fixture
def course(db):
    """A course that nobody had yet."""
    return training.add_course(NING, db, "存款到期管理", "", 5, ["E01", "R01"])


def states(db):
    """What stands in the person's record of courses that the test made, the latest first."""
    return [one.state for one in training.record(own(), db, WHO) if one.course.name == "存款到期管理"]


def test_a_course_comes_into_the_catalogue_once_and_is_retired_with_a_reason(db, course):
    (found,) = (c for c in training.catalogue(own(), db) if c.course_id == course)
    assert (found.name, found.name_en, found.hours, found.indicators) == (
        *("存款到期管理", "存款到期管理", 5.0),
        ("E01", "R01"),
    )
    assert refused(training.add_course, LI, db, " 存款到期管理 ", "", 5, []) == "errors-course-name"
    assert refused(training.add_course, LI, db, "b", "", 0, []) == "errors-course-fields"
    assert refused(training.add_course, LI, db, "b", "", 5, ["X99"]) == "errors-plan-indicator"
    training.done(LI, db, WHO, course, TODAY)
    training.retire(LI, db, course, "nobody teaches it")
    assert course not in {c.course_id for c in training.catalogue(LI, db)}
    assert states(db) == ["done"]  # what was done stays done
    assert refused(training.offer, LI, db, WHO, course) == "errors-course-unknown"


def test_an_offer_is_declined_with_a_reason_or_taken_back_or_done(db, course):
    training.offer(LI, db, WHO, course)
    assert refused(training.offer, LI, db, WHO, course) == "errors-course-offered"
    assert refused(training.decline, own(), db, WHO, course, " ") == "errors-reason-needed"
    training.decline(own(), db, WHO, course, "on leave that week")
    assert states(db) == ["declined"]
    assert refused(training.decline, own(), db, WHO, course, "again") == "errors-course-not-offered"
    training.offer(NING, db, WHO, course)
    training.take_back(LI, db, WHO, course, "another one fits better")
    assert states(db) == []
    training.offer(NING, db, WHO, course)
    training.done(LI, db, WHO, course, TODAY - DAY)
    assert states(db) == ["done"]
    training.done(LI, db, WHO, course, TODAY)
    assert states(db) == ["done", "done"]
    assert refused(training.done, LI, db, WHO, course, TODAY) == "errors-course-done"
    assert refused(training.done, LI, db, WHO, course, TODAY + DAY) == "errors-course-day"


def test_what_is_suggested_strengthens_what_cost_most_points(db, course):
    measured(db, WHO, LAST, BAD)
    posted(db, LAST)
    found = training.suggested(own(), db, WHO, LAST)
    lost = [one.lost for one in found]
    assert lost == sorted(lost, reverse=True) and lost[0] > 0
    mine = next(one for one in found if one.course.course_id == course)
    # R01 weighs 10, E01 is at 0: both are lost whole.
    assert set(mine.indicators) == {"E01", "R01"}
    training.offer(LI, db, WHO, course)
    assert course not in {one.course.course_id for one in training.suggested(own(), db, WHO, LAST)}
    training.decline(own(), db, WHO, course, "no time")
    assert course in {one.course.course_id for one in training.suggested(own(), db, WHO, LAST)}
