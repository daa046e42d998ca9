"""Which period a cell means; what could mean two things is not decided here."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from data.reading.rules import Rule
from data.reading.values.text import plain
from scoring.errors import SteelyardError
from scoring.periods import Period, parse_period

_DAY = re.compile(
    r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$", re.A
)
_COMPACT_DAY = re.compile(r"^(\d{4})(\d{2})(\d{2})$", re.A)
_NO_MONTH = re.compile(r"^\d{4}\s*[-/.年]\s*\d{1,2}\s*(月份?)?$|^\d{6}$", re.A)
_TRAILING_ZERO = re.compile(r"^(\d{4})\.1$", re.A)
_SHORT_YEAR = re.compile(r"^'?(\d{2})\s*[-/.年]\s*(\d{1,2})\s*月?$", re.A)
_NO_YEAR = re.compile(r"^(\d{1,2})\s*月(份)?$", re.A)
_DOUBTFUL = re.compile(r"^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2,4})$", re.A)
_CHINESE = re.compile(r"[〇○零一二三四五六七八九十]+年|^[一二三四五六七八九十]+月(份)?$")
_WEEK = re.compile(r"\d.*[周旬]|(^|[-/年\s\d])w(eek|k)?\s*-?\d{1,2}(-\d)?$", re.I | re.A)
_SERIAL = re.compile(r"^(\d{5})(\.0+)?$", re.A)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_EPOCH = dt.date(1899, 12, 30)


class Reading(NamedTuple):
    """The period's code ("" where it is held back), the rule to tell (None where nothing is), the day where
    the cell names one, and, where it is held back, the periods that it could mean."""

    code: str
    rule: Rule | None = None
    day: dt.date | None = None
    could_be: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def read_period(raw: str, *, today: dt.date | None = None) -> Reading:
    """Read one cell; `today` says which years a month without a year could mean."""
    text = plain(raw).removeprefix("'")
    if not text:
        return Reading("", Rule.PERIOD_EMPTY)
    if _CHINESE.search(text) and not text[:1].isdigit():
        return Reading("", Rule.CHINESE_NUMERALS)
    if (match := _DAY.match(text)) or (match := _COMPACT_DAY.match(text)):
        return _of_day(int(match[1]), int(match[2]), int(match[3]))
    if match := _SERIAL.match(text):
        return _of_serial(int(match[1]))
    if match := _TRAILING_ZERO.match(text):
        return Reading("", Rule.TRAILING_ZERO_IN_DOUBT, could_be=(f"{match[1]}-01", f"{match[1]}-10"))
    try:
        period = parse_period(text)
    except SteelyardError:
        return _held_back(text, today)
    return Reading(period.code, _spelling(text, period))


def serial_day(number: float) -> dt.date | None:
    """The day that a spreadsheet keeps as this number; None where it is no whole number of a usual day."""
    if number != int(number) or not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return _EPOCH + dt.timedelta(days=int(number))


def _spelling(text: str, period: Period) -> Rule | None:
    if text == period.code or (period.kind == "month" and text.isdigit()):
        return None
    if period.kind != "month":
        return Rule.QUARTER_OTHER_FORMAT
    return Rule.CN_MONTH if "年" in text else Rule.MONTH_OTHER_FORMAT


def _held_back(text: str, today: dt.date | None) -> Reading:
    """What is no period as it stands: why, and what it could be."""
    if match := _SHORT_YEAR.match(text):
        first, second = int(match[1]), int(match[2])
        meant = [_code(2000 + first, second)]
        if len(match[2]) == 2 and "年" not in text:
            meant.append(_code(2000 + second, first))
        return Reading("", Rule.TWO_DIGIT_YEAR, could_be=_some(meant))
    if match := _NO_YEAR.match(text):
        years = (today.year, today.year - 1) if today else ()
        codes = [_code(year, int(match[1])) for year in years]
        gone = [c for c in codes if today and c and c <= f"{today:%Y-%m}"]
        return Reading("", Rule.MISSING_YEAR, could_be=_some(gone))
    if match := _DOUBTFUL.match(text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        meant = [
            _code(year, month) if _exists(year, month, day) else ""
            for day, month in ((int(match[1]), int(match[2])), (int(match[2]), int(match[1])))
        ]
        return Reading("", Rule.DAY_MONTH_IN_DOUBT, could_be=_some(meant))
    if _WEEK.search(text):
        return Reading("", Rule.WEEKLY_DATA)
    return Reading("", Rule.IMPOSSIBLE_MONTH if _NO_MONTH.match(text) else Rule.PERIOD)


def _some(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def _code(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}" if 1 <= month <= 12 and 1900 <= year <= 2200 else ""


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _of_day(year: int, month: int, day: int) -> Reading:
    code = _code(year, month)
    if not code or not _exists(year, month, day):
        return Reading("", Rule.IMPOSSIBLE_MONTH)
    return Reading(code, Rule.DATE_AS_MONTH, dt.date(year, month, day))


def _of_serial(number: int) -> Reading:
    day = serial_day(number)
    if day is None:
        return Reading("", Rule.PERIOD)
    return Reading(_code(day.year, day.month), Rule.EXCEL_SERIAL, day)
