"""Days as offices write them: one meaning is read, two are asked about, none is guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reading.rules import Rule
from data.reading.values.days import read_day

MARCH = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-03-01", "2026-3-1", "2026/3/1", "2026.3.1", "2026年3月1日", "2026年03月01号", "20260301"),
        *(
            "46082",
            "46082.0",
            "２０２６－０３－０１",
            " 2026-03-01\u200b",
            "2026-03-01 00:00:00",
            "'2026-03-01",
        ),
    ],
)
def test_one_day_however_it_is_written(text):
    assert read_day(text).day == MARCH


@pytest.mark.parametrize(
    ("text", "rule", "could_be"),
    [
        ("03/04/2026", Rule.DAY_MONTH_IN_DOUBT, ["2026-04-03", "2026-03-04"]),
        ("1.3.2026", Rule.DAY_MONTH_IN_DOUBT, ["2026-03-01", "2026-01-03"]),
        ("13/04/2026", Rule.DAY_MONTH_IN_DOUBT, ["2026-04-13"]),
        ("4/4/2026", Rule.DAY_MONTH_IN_DOUBT, ["2026-04-04"]),
        ("26-3-1", Rule.TWO_DIGIT_YEAR, ["2026-03-01"]),
        ("01.03.26", Rule.TWO_DIGIT_YEAR, ["2001-03-26", "2026-03-01", "2026-01-03"]),
        ("2026-03", Rule.DAY_MISSING, ["2026-03-01"]),
        ("2026年3月", Rule.DAY_MISSING, ["2026-03-01"]),
        ("202603", Rule.DAY_MISSING, ["2026-03-01"]),
        ("2026", Rule.DAY_MISSING, []),
        ("3月1日", Rule.MISSING_YEAR, []),
        ("二〇二六年三月一日", Rule.CHINESE_NUMERALS, []),
        ("2026-02-30", Rule.DATE, []),
        ("31/31/2026", Rule.DATE, []),
        ("soon", Rule.DATE, []),
    ],
)
def test_what_could_mean_two_days_is_not_decided(text, rule, could_be):
    found = read_day(text)
    assert (found.day, found.rule) == (None, rule)
    assert [day.isoformat() for day in found.could_be] == could_be


@given(st.dates(dt.date(1960, 1, 1), dt.date(2100, 12, 31)))
def test_every_spelling_of_a_day_is_that_day(day):
    y, m, d = day.year, day.month, day.day
    serial = (day - dt.date(1899, 12, 30)).days
    spellings = (
        f"{y}-{m}-{d}",
        f"{y}年{m}月{d}日",
        f"{y}.{m:02d}.{d:02d}",
        f"{y}{m:02d}{d:02d}",
        f"{serial}",
    )
    assert {read_day(text).day for text in spellings} == {day}
    for first, second in ((d, m), (m, d)):
        assert day in read_day(f"{first}/{second}/{y}").could_be


@given(st.text(max_size=14))
def test_no_text_is_too_strange(text):
    found = read_day(text)
    assert (found.day is None) == (found.rule not in (None, Rule.EXCEL_SERIAL))
