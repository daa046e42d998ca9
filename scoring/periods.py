"""Periods as people write them: 2026-03, 2026Q1, 2026H1, 2026, and the other usual spellings of these."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from scoring.errors import SteelyardError

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_FORMS = (
    ("month", re.compile(r"(\d{4})-(0[1-9]|1[0-2])")),
    ("quarter", re.compile(r"(\d{4})Q([1-4])")),
    ("half-year", re.compile(r"(\d{4})H([12])")),
    ("year", re.compile(r"(\d{4})()")),
)
"""The codes that periods are kept by."""
_SPELLINGS = (
    # 2026.1 is no spelling: a sheet that keeps 2026.10 as a number shows the same.
    ("month", re.compile(r"(\d{4})\s*(?:[-/年]\s*|\.(?!1$))(0?[1-9]|1[0-2])\s*(?:月份?)?")),
    ("month", re.compile(r"(\d{4})(0[1-9]|1[0-2])")),
    ("quarter", re.compile(r"(\d{4})\s*-?\s*[Qq]([1-4])")),
    ("quarter", re.compile(r"(\d{4})\s*年?\s*第?\s*([1-4一二三四])\s*季度?")),
    ("half-year", re.compile(r"(\d{4})\s*-?\s*[Hh]([12])")),
    ("half-year", re.compile(r"(\d{4})\s*年?\s*([上下])半年度?")),
    ("year", re.compile(r"(\d{4})\s*年度?()")),
)
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "": 1}
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
"""Digits are taken for a year of another spelling only between these."""


@dataclass(frozen=True, order=True)
class Period:
    """A month, quarter, half-year or year; as text its code. Ordered by the last day, the shorter first."""

    last_day: dt.date
    length: int
    kind: str
    code: str

    def __str__(self) -> str:
        return self.code

    @property
    def first_day(self) -> dt.date:
        """The first day of the period."""
        return _first_of_month(self.last_day, 1 - self.length)

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last_day - self.first_day).days + 1

    def elapsed(self, day: dt.date) -> float:
        """The share of the period's days that has gone by at the end of `day`, 0 to 1."""
        return min(max(((day - self.first_day).days + 1) / self.days, 0.0), 1.0)

    def shift(self, periods: int) -> Period:
        """The period so many later (earlier where negative) of the same kind."""
        return period_of(_first_of_month(self.last_day, periods * self.length), self.kind)

    def next(self) -> Period:
        """The period after this one."""
        return self.shift(1)

    def previous(self) -> Period:
        """The period before this one."""
        return self.shift(-1)

    def as_kind(self, kind: str) -> Period:
        """The period of `kind` that holds this one's last day."""
        return period_of(self.last_day, kind)


@lru_cache(maxsize=4096)
def parse_period(code: str) -> Period:
    """Read a period: its code, or another usual spelling (2026/3, 202603, 2026年3月, 2026-Q1, 2026年上半年).

    Raises
    ------
    SteelyardError : ``errors-period`` when `code` is no period.
    """
    text = unicodedata.normalize("NFKC", code).strip()
    for kind, form in (*_FORMS, *_SPELLINGS):
        match = form.fullmatch(text) if text.isprintable() else None
        if match is None or not match[1].isascii():
            continue
        year = int(match[1])
        if _FIRST_YEAR <= year <= _LAST_YEAR or (year and code == text and (kind, form) in _FORMS):
            number = _NUMBERS.get(match[2]) or int(match[2])
            return period_of(dt.date(year, number * MONTHS[kind], 1), kind)
    raise SteelyardError("errors-period", period=code)


def period_of(day: dt.date, kind: str) -> Period:
    """The period of `kind` in which `day` falls."""
    length = MONTHS[kind]
    number = (day.month - 1) // length + 1
    last_month = dt.date(day.year, number * length, 1)
    last_day = _first_of_month(last_month, 1) - dt.timedelta(days=1)
    code = {
        "month": f"{day.year:04}-{number:02}",
        "quarter": f"{day.year:04}Q{number}",
        "half-year": f"{day.year:04}H{number}",
        "year": f"{day.year:04}",
    }[kind]
    return Period(last_day, length, kind, code)


def is_due(frequency: str | None, period: Period) -> bool:
    """Whether an indicator measured every `frequency` falls due in `period`.

    It does when the longer period ends with this one; None means every period.
    """
    if frequency is None or MONTHS[frequency] <= period.length:
        return True
    return period.as_kind(frequency).last_day == period.last_day


def month_of_service(joined_on: dt.date, period: Period) -> int:
    """Which month of service the period's last month is; 1 = the month of joining."""
    last = period.last_day
    return (last.year - joined_on.year) * 12 + last.month - joined_on.month + 1


def _first_of_month(day: dt.date, months: int) -> dt.date:
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, 1)
