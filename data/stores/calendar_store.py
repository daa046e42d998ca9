"""The calendar as stored: days that are not what their weekday says, and years that are announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.database import Cursor
from data.rows import Local, insert, insert_all, rows


@dataclass(frozen=True)
class CalendarDay:
    """What holds for a day: ``kind`` is off or working; ``at`` in the branch's time, ``by`` a user name."""

    day: dt.date
    kind: str
    name: str
    name_en: str
    at: Local
    by: str
    why: str


@dataclass(frozen=True)
class CalendarYear:
    """Whether the state has announced a year, and with which notice."""

    year: int
    announced: bool
    source: str
    at: Local
    by: str


def days(cursor: Cursor) -> list[CalendarDay]:
    """Every day that is not what its weekday says, earliest first."""
    return rows(
        cursor.execute(
            """
            SELECT day, kind, name, name_en, happened_at AS at, actor AS by, why FROM calendar_day
            QUALIFY row_number() OVER (PARTITION BY day ORDER BY entry_id DESC) = 1 AND kind <> 'usual'
            ORDER BY day
            """
        ),
        CalendarDay,
    )


def years(cursor: Cursor) -> list[CalendarYear]:
    """What holds for each year of which anything was said, earliest first."""
    return rows(
        cursor.execute(
            """
            SELECT year, announced, source, happened_at AS at, actor AS by FROM calendar_year
            QUALIFY row_number() OVER (PARTITION BY year ORDER BY entry_id DESC) = 1 ORDER BY year
            """
        ),
        CalendarYear,
    )


def add_days(
    cursor: Cursor, days: Sequence[Mapping[str, object]], when: dt.datetime, by: str, why: str
) -> None:
    """Say of days (``day``, ``kind``, ``name``, ``name_en`` each) what they are from now on."""
    insert_all(
        cursor, "calendar_day", [{**day, "happened_at": when, "actor": by, "why": why} for day in days]
    )


def add_year(cursor: Cursor, year: int, announced: bool, source: str, when: dt.datetime, by: str) -> None:
    """Say of a year whether the state has announced it."""
    insert(cursor, "calendar_year", year=year, announced=announced, source=source, happened_at=when, actor=by)
