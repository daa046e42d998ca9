"""Working days: Monday to Friday, but for what the state has announced otherwise."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: ``off`` are holidays, ``working`` are weekend days that are worked for them, and
    ``announced`` the years whose holidays are known. In other years Monday to Friday count."""

    off: frozenset[dt.date] = frozenset()
    working: frozenset[dt.date] = frozenset()
    announced: frozenset[int] = frozenset()

    def is_working(self, day: dt.date) -> bool:
        """Whether people work on `day`."""
        if day in self.off:
            return False
        return day.weekday() < _SATURDAY or day in self.working

    def after(self, day: dt.date, n: int) -> dt.date:
        """The `n`-th working day after `day`, which itself does not count; `day` where `n` is 0."""
        found = day
        while n > 0:
            found += _DAY
            n -= self.is_working(found)
        return found

    def between(self, first: dt.date, last: dt.date) -> int:
        """How many working days lie after `first` up to and with `last`; below 0 where `last` is the
        earlier one."""
        if last < first:
            return -self.between(last, first)
        return sum(self.is_working(first + k * _DAY) for k in range(1, (last - first).days + 1))

    def unannounced(self, first: dt.date, last: dt.date) -> tuple[int, ...]:
        """The years from `first` to `last` whose holidays are not known yet."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.announced)


@dataclass(frozen=True)
class Lapse:
    """How many working days things took: of how many, half of them no more than ``median``, the longest;
    NaN and 0 where there is none."""

    count: int
    median: float
    longest: int


def lapse(days: Sequence[int]) -> Lapse:
    """The lapse of things that took so many working days each."""
    return Lapse(len(days), statistics.median(days) if days else math.nan, max(days, default=0))
