"""The calendar of working days: which days are off or worked for holidays, and which years are announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.reading import holidays
from data.reading.holidays import OFF, USUAL, WORKING, HolidayDay
from data.stores import calendar_store
from data.stores.calendar_store import CalendarDay, CalendarYear
from scoring.errors import FaultError
from scoring.working_days import Calendar
from workflow.errors import WorkflowError
from workflow.reasons import needed

KINDS = (OFF, WORKING, USUAL)
FIRST_YEAR, LAST_YEAR = 2000, 2100


class NoticeError(FaultError):
    """A notice of holidays that cannot be taken over; `faults` holds every reason, by line."""


@dataclass(frozen=True)
class _Held:
    days: tuple[CalendarDay, ...]
    years: tuple[CalendarYear, ...]
    calendar: Calendar


def held(db: Database) -> Calendar:
    """The calendar by which deadlines are counted; for workflow modules that have asked `access`."""
    return _held(db).calendar


def days(actor: Actor, db: Database, year: int) -> tuple[CalendarDay, ...]:
    """The days of a year that are not what their weekday says, earliest first."""
    require(actor, Action.KEEP_CALENDAR)
    return tuple(day for day in _held(db).days if day.day.year == year)


def years(actor: Actor, db: Database) -> tuple[CalendarYear, ...]:
    """The years of which was said whether the state has announced them, earliest first."""
    require(actor, Action.KEEP_CALENDAR)
    return _held(db).years


def counted(actor: Actor, db: Database) -> Calendar:
    """The calendar as deadlines are counted by it, for whoever keeps it."""
    require(actor, Action.KEEP_CALENDAR)
    return held(db)


def offered(actor: Actor, db: Database) -> tuple[int, ...]:
    """The years to choose from: from the first of which anything is held to the one after next."""
    require(actor, Action.KEEP_CALENDAR)
    known = _held(db)
    first = min([this_year(), *(y.year for y in known.years), *(d.day.year for d in known.days)])
    return tuple(range(first, this_year() + 3))


def this_year() -> int:
    """The year it is in the branch."""
    return clock.today().year


def spread(
    first: dt.date | None, last: dt.date | None, kind: str, name: str, name_en: str
) -> list[tuple[dt.date, str, str, str]]:
    """The days from `first` to `last` as :func:`set_days` takes them; one day where there is no `last`.

    Raises
    ------
    WorkflowError : no first day, a last one before it, or more than 31 days.
    """
    if first is None:
        raise WorkflowError("errors-calendar-no-days")
    count = ((last or first) - first).days + 1
    if not 1 <= count <= holidays.LONGEST:
        raise WorkflowError("errors-calendar-span", most=holidays.LONGEST)
    return [(first + dt.timedelta(days=k), kind, name, name_en) for k in range(count)]


def set_days(actor: Actor, db: Database, given: Sequence[tuple[dt.date, str, str, str]], why: str) -> None:
    """Say of days what they are: (day, one of `KINDS`, name, name in English) each; ``usual`` takes back what
    was said of a day. Who has no English name for it leaves it empty.

    Raises
    ------
    WorkflowError : no reason; no day, a day twice or out of 2000–2100; no name of a holiday; a weekday that
        is to be worked, as it is anyway.
    """
    require(actor, Action.KEEP_CALENDAR)
    reason = needed(why)
    entries = _checked(given)

    def work(cursor: Cursor) -> None:
        _add(cursor, actor, entries, reason)
        said = {kind: [str(e.day) for e in entries if e.kind == kind] for kind in KINDS}
        detail: dict[str, object] = {"why": reason} | {kind: found for kind, found in said.items() if found}
        audit.append(cursor, actor, "calendar-days", str(entries[0].day), detail)

    db.write(work)


def announce(actor: Actor, db: Database, year: int, source: str, notice: str = "") -> int:
    """Say that the state has announced a year's holidays, with the notice that says so (`source`); the days
    are those of the `notice` that was pasted, beside what is held already. How many days it said.

    Raises
    ------
    WorkflowError : no source, a year out of 2000–2100.
    NoticeError : what is wrong with the notice, by line.
    """
    require(actor, Action.KEEP_CALENDAR)
    named = _source(year, source)
    read = holidays.read(notice, year)
    if read.faults:
        raise NoticeError("errors-calendar-notice", read.faults)

    def work(cursor: Cursor) -> None:
        when = audit.now()
        _add(cursor, actor, read.days, named)
        calendar_store.add_year(cursor, year, True, named, when, actor.username)
        audit.append(
            cursor, actor, "calendar-announced", str(year), {"source": named, "days": len(read.days)}
        )

    db.write(work)
    return len(read.days)


def withdraw(actor: Actor, db: Database, year: int, why: str) -> None:
    """Say that a year is not announced after all; its days stay what they are.

    Raises
    ------
    WorkflowError : no reason; a year that is not announced.
    """
    require(actor, Action.KEEP_CALENDAR)
    reason = needed(why)
    if year not in held(db).announced:
        raise WorkflowError("errors-calendar-not-announced", year=str(year))

    def work(cursor: Cursor) -> None:
        calendar_store.add_year(cursor, year, False, reason, audit.now(), actor.username)
        audit.append(cursor, actor, "calendar-withdrawn", str(year), {"why": reason})

    db.write(work)


def _held(db: Database) -> _Held:
    def make() -> _Held:
        with db.read() as cursor:
            found, known = calendar_store.days(cursor), calendar_store.years(cursor)
        by_kind = {kind: frozenset(d.day for d in found if d.kind == kind) for kind in (OFF, WORKING)}
        announced = frozenset(year.year for year in known if year.announced)
        return _Held(tuple(found), tuple(known), Calendar(by_kind[OFF], by_kind[WORKING], announced))

    return remembered(db, "calendar", None, make)


def _add(cursor: Cursor, actor: Actor, entries: Sequence[HolidayDay], why: str) -> None:
    calendar_store.add_days(cursor, [e._asdict() for e in entries], audit.now(), actor.username, why)


def _checked(given: Sequence[tuple[dt.date, str, str, str]]) -> list[HolidayDay]:
    entries = [HolidayDay(day, kind, name.strip(), english.strip()) for day, kind, name, english in given]
    if not entries:
        raise WorkflowError("errors-calendar-no-days")
    for entry in entries:
        if not FIRST_YEAR <= entry.day.year <= LAST_YEAR:
            raise WorkflowError("errors-calendar-year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
        if entry.kind not in KINDS:
            raise WorkflowError("errors-calendar-kind", kind=entry.kind)
        if entry.kind != USUAL and not entry.name:
            raise WorkflowError("errors-calendar-name")
        if entry.kind == WORKING and Calendar().is_working(entry.day):
            raise WorkflowError("errors-calendar-worked-anyway", day=entry.day)
    if len({entry.day for entry in entries}) < len(entries):
        raise WorkflowError("errors-calendar-twice")
    return [e if e.name_en else e._replace(name_en=e.name) for e in entries]


def _source(year: int, source: str) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise WorkflowError("errors-calendar-year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if not source.strip():
        raise WorkflowError("errors-calendar-source")
    return source.strip()
