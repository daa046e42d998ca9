"""Talks: recorded once, confirmed or seen otherwise by the person, followed up; due by the scheme's rule."""

import datetime as dt
from dataclasses import replace

import pytest

from access.errors import AccessDenied
from scoring import Scheme
from scoring.scheme.result_use import ResultUse, talk_grades
from scoring.working_days import Lapse
from tests.branch import refused
from tests.places import ROOT
from tests.workflow.growth.steps import BAD, LAST, LI, NING, TODAY, WHO, measured, own, posted, talk
from workflow.calendar import held as calendar
from workflow.growth import due, talks, training
from workflow.growth.talks import Agreed, Came
from workflow.results import publishing

DAY = dt.timedelta(days=1)


def test_a_talk_is_recorded_confirmed_and_followed_up(db):
    number = talk(db)
    (found,) = talks.talks(own(), db, WHO)
    assert (found.talk_id, found.state, found.held_by) == (number, talks.RECORDED, LI.username)
    assert [a.who for a in found.actions] == ["manager", "superior"] and found.came == ()
    talks.confirm(own(), db, number)
    talks.follow_up(NING, db, number, [Came("done", "all\nten"), Came("not-done", "")])
    (found,) = talks.talks(LI, db, WHO)
    assert found.state == talks.CONFIRMED
    assert found.came == (Came("done", "all ten"), Came("not-done", ""))
    assert found.followed_up is not None and found.followed_up.by == NING.username
    assert refused(talks.confirm, own(), db, number) == "errors-talk-confirmed"
    assert refused(talks.follow_up, LI, db, number, found.came) == "errors-talk-followed-up"


def test_another_view_stands_beside_what_was_recorded(db):
    number = talk(db)
    before = talks.talks(LI, db, WHO)[0]
    talks.view_otherwise(own(), db, number, "the book was handed over")
    talks.confirm(own(), db, number)
    talks.view_otherwise(own(), db, number, "in May")
    found = talks.talks(LI, db, WHO)[0]
    assert [view.says for view in found.views] == ["the book was handed over", "in May"]
    assert found.state == talks.OTHERWISE
    assert replace(found, state=before.state, views=()) == before


def test_a_record_is_withdrawn_by_who_made_it_and_stays_on_file(db):
    number = talk(db, by=NING)
    assert refused(talks.withdraw, LI, db, number, "wrong person") == "errors-talk-held-by"
    assert refused(talks.withdraw, NING, db, number, " ") == "errors-reason-needed"
    talks.withdraw(NING, db, number, "wrong person")
    (found,) = talks.talks(own(), db, WHO)
    assert found.state == talks.WITHDRAWN and found.withdrawn is not None
    for act in (lambda: talks.confirm(own(), db, number), lambda: talks.withdraw(NING, db, number, "x")):
        assert refused(act) == "errors-talk-withdrawn"


def test_what_is_refused(db):
    tomorrow, until = TODAY + DAY, TODAY + 30 * DAY

    def told(period=LAST, day=TODAY, says=("a", "b"), actions=(), follow=None, courses=()):
        return refused(talks.record, LI, db, WHO, period, day, *says, actions, courses, follow)

    assert told(says=("a", " ")) == "errors-talk-empty"
    assert told(day=tomorrow) == told(day=LAST.first_day - DAY) == "errors-talk-day"
    assert told(actions=[Agreed(" ", "manager", until)]) == "errors-talk-action"
    assert told(actions=[Agreed("a", "manager", TODAY - DAY)]) == "errors-talk-action"
    assert told(follow=TODAY) == "errors-talk-follow-up"
    assert told(courses=[99]) == "errors-course-unknown"
    assert talks.talks(LI, db, WHO) == ()  # nor is half of it stored
    publishing.reopen(LI, db, LAST, "a mistake")
    assert told() == "errors-growth-not-posted"


def test_the_trail_says_that_there_was_a_talk_and_not_what_was_said(db):
    number = talk(db)
    talks.view_otherwise(own(), db, number, "a private reason")
    with db.read() as cursor:
        trail = str(cursor.execute("SELECT action, subject, detail FROM audit").fetchall())
    assert f"{WHO}/talk {number}" in trail
    assert not any(text in trail for text in ("deposits", "visit more", "call ten", "private reason"))


def test_courses_are_offered_with_a_talk(db):
    course = training.catalogue(LI, db)[0].course_id
    talks.record(LI, db, WHO, LAST, TODAY, "a", "b", courses=[course, course])
    assert talks.talks(own(), db, WHO)[0].courses == (course,)
    offered = training.record(own(), db, WHO)[0]
    assert (offered.state, offered.talk_id) == ("offered", talks.talks(own(), db, WHO)[0].talk_id)


def test_a_low_grade_asks_for_a_talk_until_so_many_working_days_after_the_posting(db):
    assert due.due(LI, db, LAST) == ()
    measured(db, WHO, LAST, BAD)
    posted(db, LAST)
    (asked,) = due.due(LI, db, LAST)
    assert asked.person.manager_id == WHO and asked.reasons == (due.Reason("grade", grade="E"),)
    assert (asked.state, asked.late) == ("open", 0)
    assert asked.until == calendar(db).after(TODAY, ResultUse().talk_days)
    assert due.due(own(), db, LAST) == (asked,)
    number = talk(db)
    assert [(d.state, d.talk_id) for d in due.due(LI, db, LAST)] == [("done", number)]
    talks.withdraw(LI, db, number, "not held")
    assert [d.state for d in due.due(LI, db, LAST)] == ["open"]


def test_it_is_overdue_by_working_days_and_a_later_talk_settles_it(db):
    before = LAST.previous()
    measured(db, WHO, before, BAD)
    posted(db, before, at=dt.datetime(2026, 10, 9, 2))
    (asked,) = due.due(LI, db, before)
    days = calendar(db)
    assert asked.posted_on == dt.date(2026, 10, 9)
    assert asked.until == dt.date(2026, 10, 22)  # Saturday the 10th is worked for the holidays before
    assert (asked.state, asked.late) == ("overdue", days.between(asked.until, TODAY))
    talk(db, period=LAST)
    (held,) = due.due(LI, db, before)
    assert held.state == "done" and held.took == days.between(asked.posted_on, TODAY) > 0
    assert due.feedback([asked, held]) == Lapse(1, held.took, held.took)
    assert due.feedback([asked]).count == 0


def test_a_total_that_falls_so_many_periods_running_as_the_scheme_says_asks_for_one_too(db):
    for k in range(4):
        worse = {"R01": 1.5 + 0.5 * k, "R02": 2 + 0.8 * k, "E01": 1500 - 400.0 * k, "E02": 1800 - 500.0 * k}
        measured(db, WHO, LAST.shift(k - 3), worse)
        posted(db, LAST.shift(k - 3))
    for back, falls in ((1, None), (0, 3)):
        asked = {d.person.manager_id: d.reasons for d in due.due(LI, db, LAST.shift(-back))}
        found = [r.falls for r in asked.get(WHO, ()) if r.kind == "falling"]
        assert found == ([falls] if falls else [])
    assert ResultUse().falling == 3


def test_nothing_is_due_while_nothing_is_posted(db):
    measured(db, WHO, LAST, BAD)
    publishing.reopen(LI, db, LAST, "figures")
    assert due.due(LI, db, LAST) == ()
    assert due.newest(LI, db) == LAST.previous()


def test_a_manager_is_asked_only_once_results_are_shown(db):
    with pytest.raises(AccessDenied):
        talks.talks(own(), db, "CM03")
    publishing.reopen(LI, db, LAST, "figures")
    assert refused(due.due, own(), db, LAST) == "errors-period-not-shown"


def test_without_a_list_the_grades_below_1_ask_for_a_talk():
    text = (ROOT / "data" / "schemes" / "x-branch-v2.toml").read_text(encoding="utf-8")
    grades = Scheme.from_toml(text).grades
    assert talk_grades(ResultUse(), grades) == ("D", "E")
    assert talk_grades(ResultUse(talk_grades=("E",)), grades) == ("E",)
