"""Which period a cell means; what could mean two things is not decided here."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from data.reading.text import plain
from scoring.errors import SteelyardError
from scoring.periods import parse_period

_YEAR_MONTH = re.compile(r"^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*(月份?)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})$")
_DAY = re.compile(
    r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$"
)
_COMPACT_DAY = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_QUARTER = re.compile(r"^(\d{4})\s*年?\s*(?:第\s*)?([1-4一二三四])\s*季度?$|^(\d{4})\s*-?\s*[Qq]([1-4])$")
_SHORT_YEAR = re.compile(r"^'?\d{2}\s*[-/.年]\s*\d{1,2}\s*月?$")
_NO_YEAR = re.compile(r"^\d{1,2}\s*月(份)?$")
_DOUBTFUL = re.compile(r"^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}$")
_CHINESE = re.compile(r"[〇○零一二三四五六七八九十]+年|^[一二三四五六七八九十]+月(份)?$")
_SERIAL = re.compile(r"^(\d{5})(\.0+)?$")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_EPOCH = dt.date(1899, 12, 30)


class Reading(NamedTuple):
    """The period's code ("" where it is held back), and the rule to tell ("" where nothing is)."""

    code: str
    rule: str


def read_period(raw: str) -> Reading:
    """Read one cell."""
    text = plain(raw).removeprefix("'")
    if not text:
        return Reading("", "period_empty")
    if _CHINESE.search(text) and not text[:1].isdigit():
        return Reading("", "chinese_numerals")
    if match := _YEAR_MONTH.match(text):
        plainly = match[2] == "-" and len(match[3]) == 2
        rule = "" if plainly else "cn_month" if match[2] == "年" else "month_other_format"
        return _month(int(match[1]), int(match[3]), rule)
    if match := _COMPACT.match(text):
        return _month(int(match[1]), int(match[2]), "")
    if (match := _DAY.match(text)) or (match := _COMPACT_DAY.match(text)):
        return _of_day(int(match[1]), int(match[2]), int(match[3]))
    if match := _QUARTER.match(text):
        year, part = match[1] or match[3], match[2] or match[4]
        number = part if part.isdigit() else str("一二三四".index(part) + 1)
        canonical = f"{year}Q{number}"
        return Reading(canonical, "" if text == canonical else "quarter_other_format")
    if match := _SERIAL.match(text):
        serial = int(match[1])
        if _FIRST_SERIAL <= serial <= _LAST_SERIAL:
            day = _EPOCH + dt.timedelta(days=serial)
            return Reading(f"{day.year:04d}-{day.month:02d}", "excel_serial")
    if _SHORT_YEAR.match(text):
        return Reading("", "two_digit_year")
    if _NO_YEAR.match(text):
        return Reading("", "missing_year")
    if _DOUBTFUL.match(text):
        return Reading("", "day_month_in_doubt")
    try:
        return Reading(parse_period(text).code, "")
    except SteelyardError:
        return Reading("", "period")


def _month(year: int, month: int, rule: str) -> Reading:
    if not 1 <= month <= 12 or not 1900 <= year <= 2200:
        return Reading("", "impossible_month")
    return Reading(f"{year:04d}-{month:02d}", rule)


def _of_day(year: int, month: int, day: int) -> Reading:
    try:
        dt.date(year, month, day)
    except ValueError:
        return Reading("", "impossible_month")
    return Reading(f"{year:04d}-{month:02d}", "date_as_month")
