"""The calendar on its page: a notice that is pasted, what is wrong with it, days changed and taken back."""

import datetime as dt

from access.demo import STAFF
from tests.pages.visits import words
from workflow import calendar

ZHAO = STAFF[4]
OFF = dt.date(2027, 2, 8)


def test_a_pasted_notice_is_taken_over_once_nothing_is_wrong_with_it(db, visit):
    app = visit(ZHAO, "calendar", year="2027")
    assert not app.exception and "尚未公布 2027 年" in words(app) and "261" in words(app)
    app.text_input("calendar-source").set_value("国办发明电〔2026〕9号")
    app.text_area("calendar-notice").set_value("2027-02-08 休 春节\n2027-02-31 休 春节")
    app.button("calendar-announce-do").click().run()
    assert "第 2 行" in app.error[0].value and calendar.held(db).is_working(OFF)
    assert app.text_area("calendar-notice").value.endswith("2027-02-31 休 春节")
    app.text_area("calendar-notice").set_value("2027-02-08 休 春节")
    app.button("calendar-announce-do").click().run()
    assert not app.exception and not app.error and not calendar.held(db).is_working(OFF)
    assert "尚未公布" not in words(app) and "260" in words(app)
    app.date_input("calendar-first").set_value(OFF)
    app.radio("calendar-kind").set_value("usual")
    app.text_input("calendar-why").set_value("登错")
    app.button("calendar-change-do").click().run()
    assert not app.exception and not app.error and calendar.held(db).is_working(OFF)


def test_both_languages_stand(visit):
    for lang in ("zh", "en"):
        assert not visit(ZHAO, "calendar", lang).exception
