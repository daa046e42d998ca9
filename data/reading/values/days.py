"""Which day a cell means; what could mean two days is not decided here."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from data.reading.rules import Rule
from data.reading.values.text import plain

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DAY = re.compile(rf"^(\d{{4}})\s*(?:[-/.]|年)\s*(\d{{1,2}})\s*(?:[-/.]|月)\s*(\d{{1,2}})\s*[日号]?{_TIME}$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_EPOCH = dt.date(1899, 12, 30)
_YEAR_LAST = re.compile(rf"^(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*(\d{{4}}){_TIME}$")
_SHORT_YEAR = re.compile(r"^'?(\d{2})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号]?$")
_MONTH_ONLY = re.compile(r"^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:月份?)?$|^(\d{4})(\d{2})$")
_YEAR_ONLY = re.compile(r"^\d{4}\s*年?度?$")
_NO_YEAR = re.compile(r"^\d{1,2}\s*(?:[-/.]|月)\s*\d{1,2}\s*[日号]?$")
_CHINESE = re.compile(r"[〇○零一二三四五六七八九十]+\s*[年月日]")
_EARLIEST, _LATEST = 1900, 2200


class DayReading(NamedTuple):
    """The day (None where none is read), the rule to tell (None where nothing is), and, where it is held
    back, the days that it could mean."""

    day: dt.date | None
    rule: Rule | None = None
    could_be: tuple[dt.date, ...] = ()


def read_day(raw: str) -> DayReading:
    """Read one cell that is not empty."""
    text = plain(raw).removeprefix("'")
    if (match := _DAY.match(text)) or (match := _COMPACT.match(text)):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        return DayReading(day, None if day else Rule.DATE)
    if (match := _SERIAL.match(text)) and _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return DayReading(_EPOCH + dt.timedelta(days=int(match[1])), Rule.EXCEL_SERIAL)
    if match := _YEAR_LAST.match(text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        return _held(Rule.DAY_MONTH_IN_DOUBT, _day(year, second, first), _day(year, first, second))
    if match := _SHORT_YEAR.match(text):
        first, second, third = (int(match[k]) for k in (1, 2, 3))
        meant = [_day(2000 + first, second, third)]
        if third >= 10 and "年" not in text:
            meant += [_day(2000 + third, second, first), _day(2000 + third, first, second)]
        return _held(Rule.TWO_DIGIT_YEAR, *meant)
    if match := _MONTH_ONLY.match(text):
        year, month = int(match[1] or match[3]), int(match[2] or match[4])
        return _held(Rule.DAY_MISSING, _day(year, month, 1))
    if _YEAR_ONLY.match(text):
        return DayReading(None, Rule.DAY_MISSING)
    if _NO_YEAR.match(text):
        return DayReading(None, Rule.MISSING_YEAR)
    if _CHINESE.search(text):
        return DayReading(None, Rule.CHINESE_NUMERALS)
    return DayReading(None, Rule.DATE)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


def _held(rule: Rule, *days: dt.date | None) -> DayReading:
    possible = tuple(dict.fromkeys(day for day in days if day))
    return DayReading(None, rule if possible else Rule.DATE, possible)
