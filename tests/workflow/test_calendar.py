"""Keeping the calendar: the state's notice as it is, lines of days, changes and what takes them back."""

import datetime as dt

import pytest

from access.errors import AccessDenied
from data.reading.holidays import read
from tests.branch import GAO, LI, MANAGER, refused
from tests.workflow.reviews.campaign import WANG, ZHAO
from workflow import calendar

NOTICE = """各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日"""
LINES = "2027-02-05..2027-02-12 休 春节\n2027-02-14 班 春节\n\n2027/10/1 至 10/8 off 国庆节 / National Day"
FEBRUARY = dt.date(2027, 2, 5)


def test_the_notice_of_2026_pasted_as_it_is_says_what_every_branch_begins_with(empty):
    found = read(NOTICE, 2026)
    assert found.faults == ()
    began = [(d.day, d.kind, d.name, d.name_en) for d in calendar.days(ZHAO, empty, 2026)]
    assert [tuple(day) for day in found.days] == began and len(began) == 39


def test_lines_of_days_are_taken_over_with_the_notice_that_they_come_from(empty):
    assert calendar.held(empty).unannounced(FEBRUARY, FEBRUARY) == (2027,)
    assert calendar.announce(ZHAO, empty, 2027, " 国办发明电〔2026〕9号 ", LINES) == 17
    held = calendar.held(empty)
    assert held.unannounced(FEBRUARY, FEBRUARY) == ()
    assert held.after(dt.date(2027, 2, 4), 1) == dt.date(2027, 2, 14)  # a Sunday that is worked
    october = next(d for d in calendar.days(ZHAO, empty, 2027) if d.day == dt.date(2027, 10, 1))
    said = (october.name, october.name_en, october.why, october.by)
    assert said == ("国庆节", "National Day", "国办发明电〔2026〕9号", ZHAO.username)
    calendar.withdraw(ZHAO, empty, 2027, "登错年份")
    assert calendar.held(empty).unannounced(FEBRUARY, FEBRUARY) == (2027,)
    assert refused(calendar.withdraw, ZHAO, empty, 2027, "登错年份") == "errors-calendar-not-announced"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("2027-02-05 春节", "no-kind"),
        ("休 春节", "no-day"),
        ("2月5日、12日 休 春节", "unread"),
        ("2027-02-30 休 春节", "not-a-day"),
        ("2026-02-16 休 春节", "other-year"),
        ("2027-02-12..2027-02-05 休 春节", "span"),
        ("2027-02-05..2027-12-05 休 春节", "span"),
        ("2027-02-05 休", "no-name"),
        ("2月5日至12日放假，共8天。", "no-name"),
        ("2027-02-09 班 春节", "worked-anyway"),
        ("2027-02-14 休 春节\n2027-02-14 班 春节", "twice"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_and_nothing_is_stored(empty, line, fault):
    text = f"2027-01-01 休 元旦\n{line}"
    (found,) = read(text, 2027).faults
    assert found.key == f"holiday-{fault}" and int(found.where) == 1 + len(line.splitlines())
    with pytest.raises(calendar.NoticeError) as caught:
        calendar.announce(ZHAO, empty, 2027, "国办发明电", text)
    assert caught.value.faults == (found,)
    assert calendar.days(ZHAO, empty, 2027) == () and 2027 not in calendar.held(empty).announced


def test_a_day_is_what_was_said_of_it_last(empty):
    days = [(FEBRUARY, "off", "停业", "")]
    calendar.set_days(ZHAO, empty, days, "台风")
    (held,) = calendar.days(ZHAO, empty, 2027)
    assert (held.kind, held.name_en) == ("off", "停业") and not calendar.held(empty).is_working(FEBRUARY)
    calendar.set_days(WANG, empty, [(FEBRUARY, "usual", "", "")], "台风改道")
    assert calendar.days(ZHAO, empty, 2027) == () and calendar.held(empty).is_working(FEBRUARY)
    with empty.read() as cursor:
        told = cursor.execute("SELECT actor, action, subject FROM audit ORDER BY seq DESC LIMIT 2").fetchall()
    assert told == [(a.username, "calendar-days", "2027-02-05") for a in (WANG, ZHAO)]


@pytest.mark.parametrize(
    ("given", "why", "error"),
    [
        ([(FEBRUARY, "off", "春节", "")], " ", "errors-reason-needed"),
        ([], "补录", "errors-calendar-no-days"),
        ([(FEBRUARY, "off", " ", "")], "补录", "errors-calendar-name"),
        ([(FEBRUARY, "holiday", "春节", "")], "补录", "errors-calendar-kind"),
        ([(FEBRUARY, "working", "春节", "")], "补录", "errors-calendar-worked-anyway"),
        ([(FEBRUARY, "off", "春节", "")] * 2, "补录", "errors-calendar-twice"),
        ([(dt.date(1999, 1, 1), "off", "元旦", "")], "补录", "errors-calendar-year"),
    ],
)
def test_days_that_cannot_be_are_refused(empty, given, why, error):
    assert refused(calendar.set_days, ZHAO, empty, given, why) == error


def test_a_span_of_days_is_one_or_up_to_a_month():
    last = dt.date(2027, 2, 12)
    assert len(calendar.spread(FEBRUARY, last, "off", "春节", "")) == 8
    assert len(calendar.spread(FEBRUARY, None, "off", "春节", "")) == 1
    assert refused(calendar.spread, None, last, "off", "", "") == "errors-calendar-no-days"
    assert refused(calendar.spread, last, FEBRUARY, "off", "", "") == "errors-calendar-span"


@pytest.mark.parametrize("actor", [LI, GAO, MANAGER], ids=lambda a: a.role)
def test_those_who_do_not_keep_it_neither_change_nor_list_it(empty, actor):
    days = [(FEBRUARY, "off", "春节", "")]
    for call, *given in (
        (calendar.set_days, days, "补录"),
        (calendar.announce, 2027, "国办发明电"),
        (calendar.withdraw, 2026, "登错"),
        (calendar.days, 2026),
        (calendar.years,),
        (calendar.offered,),
        (calendar.counted,),
    ):
        with pytest.raises(AccessDenied):
            call(actor, empty, *given)
    assert calendar.held(empty).is_working(FEBRUARY)
