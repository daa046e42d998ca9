"""A year of the calendar: its months, and its holidays as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from data import clock
from data.stores.calendar_store import CalendarDay
from scoring.working_days import Calendar
from shell.context import Context
from ui import months
from ui.tables import Column, Table
from words import format as fmt


def sentence(ctx: Context, calendar: Calendar, year: int) -> str:
    """How many working days the year has, and whether the state has announced it."""
    t = ctx.t
    worked = calendar.between(dt.date(year - 1, 12, 31), dt.date(year, 12, 31))
    key = "calendar-announced" if year in calendar.announced else "calendar-unannounced"
    return (
        t("calendar-working-days", year=str(year), days=worked) + t("sentence-joint") + t(key, year=str(year))
    )


def draw(ctx: Context, days: Sequence[CalendarDay], year: int) -> None:
    """Twelve months, with what is off and what is worked marked."""
    t, special = ctx.t, {day.day: day for day in days}

    def mark(day: dt.date) -> months.Mark | None:
        found = special.get(day)
        if found is None:
            return None
        name = t.pick(found.name, found.name_en)
        meaning = t("calendar-means", kind=t(f"calendar-kind-{found.kind}"), name=name)
        return months.Mark(found.kind, t(f"calendar-sign-{found.kind}"), meaning)

    names = t("calendar-weekdays").split(" ")
    months.show(year, lambda m: fmt.period(f"{year}-{m:02}", ctx.lang), names, mark, clock.today())


def listed(ctx: Context, days: Sequence[CalendarDay], year: int) -> None:
    """The year's holidays and the days worked for them, with who said so and why."""
    t, names = ctx.t, ctx.names
    weekdays = t("calendar-weekdays").split(" ")
    table = Table(
        [
            Column[CalendarDay]("day", t("calendar-day"), lambda d: d.day.isoformat(), "strong"),
            Column("weekday", t("calendar-weekday"), lambda d: weekdays[d.day.weekday()]),
            Column("kind", t("calendar-kind"), lambda d: t(f"calendar-kind-{d.kind}")),
            Column("name", t("calendar-name"), lambda d: t.pick(d.name, d.name_en)),
            Column("why", t("calendar-why"), lambda d: d.why, wrap=True),
            Column("by", t("calendar-by"), lambda d: f"{names.get(d.by, d.by)} {d.at:%Y-%m-%d}", "muted"),
        ],
        days,
        lambda d: d.day.isoformat(),
    )
    table.show("calendar-days", t("calendar-list", year=str(year)))
    table.download(f"calendar-{year}.xlsx", t, key="calendar-days")
