"""Scored periods: stored facts put through the engine under the scheme in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data import past
from data.arrays import measurements_for
from data.cache import remembered
from data.database import Database
from data.period_facts import period_facts
from data.stores import period_store
from data.stores.period_store import COLLECTING, PUBLISHED
from scoring import Comparison, Scheme, ScoreSheet, compare, score
from scoring.periods import Period, parse_period
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import frozen, period_sheets
from workflow.results.period_sheets import PeriodSheet


@dataclass(frozen=True)
class PeriodInfo:
    """A period with data; ``scored`` whether there is a result: it is published, or something is measured
    that the scheme in force makes results of."""

    period: Period
    state: str
    people: int
    scored: bool

    @property
    def code(self) -> str:
        """The period's code."""
        return self.period.code

    @property
    def published(self) -> bool:
        """Whether its results are posted and frozen."""
        return self.state in PUBLISHED


def periods(actor: Actor, db: Database) -> tuple[PeriodInfo, ...]:
    """Every period with data, earliest first. The list itself says nothing about anybody."""
    require(actor, Action.VIEW_SCHEMES)

    def make() -> tuple[PeriodInfo, ...]:
        with db.read() as cursor:
            found = period_store.periods_with_data(cursor)
        return tuple(_info(db, stored) for stored in found)

    return remembered(db, "periods", (), make)


def _info(db: Database, stored: period_store.StoredPeriod) -> PeriodInfo:
    period = parse_period(stored.code)
    scored = stored.state in PUBLISHED
    if not scored and schemes.is_in_force(db, period):
        scored = not schemes.in_force(db, period).scored_from.isdisjoint(stored.measured)
    return PeriodInfo(period, stored.state, stored.people, scored)


def offered(actor: Actor, db: Database) -> tuple[PeriodInfo, ...]:
    """The periods to choose from where results are shown, earliest first: those with a result, and those
    without one whose cycle is one that a scheme was adopted for (all of them while none is)."""
    found = periods(actor, db)
    cycles = {i.scheme.cycle for i in schemes.stored(db) if i.adopted}
    return tuple(p for p in found if p.scored or not cycles or p.period.kind in cycles)


def period_sheet(actor: Actor, db: Database, period: Period, scheme: Scheme | None = None) -> PeriodSheet:
    """The scored period, under the scheme in force or under `scheme`; a published one as it was frozen.

    Raises
    ------
    WorkflowError : no data in the period, or no scheme in force.
    """
    require(actor, Action.VIEW_BRANCH)
    if scheme is None:
        return scored(db, [period])[0]
    return _score(db, [period], scheme)[0]


def history(actor: Actor, db: Database, period: Period, count: int = 12) -> tuple[PeriodSheet, ...]:
    """The scored periods up to `period`, earliest first, at most `count`."""
    require(actor, Action.VIEW_BRANCH)
    return scored(db, up_to(actor, db, period, count))


def between(actor: Actor, db: Database, text: str) -> list[Period]:
    """The periods that are meant: one (``2026-03``), or those with data of a range (``2026-01..2026-08``).

    Raises
    ------
    WorkflowError : a range from later to earlier, of two kinds of period, or without any data in it.
    """
    first, dots, last = text.partition("..")
    if not dots:
        return [parse_period(text)]
    start, end = parse_period(first.strip()), parse_period(last.strip())
    known = (info.period for info in periods(actor, db))
    found = [p for p in known if p.kind == start.kind and start <= p <= end]
    if start.kind != end.kind or not found:
        raise WorkflowError("errors-period-range", text=text)
    return found


def up_to(
    actor: Actor, db: Database, period: Period, count: int, *, any_scheme: bool = False
) -> list[Period]:
    """The last `count` periods with data up to `period`, of the same kind. Periods without a result are left
    out, save `period` itself; with `any_scheme` they count, for scoring under a scheme that is given."""
    wanted = (p for p in periods(actor, db) if p.scored or any_scheme or p.period == period)
    return [p.period for p in wanted if p.period.kind == period.kind and p.period <= period][-count:]


def scored(db: Database, periods: Sequence[Period]) -> tuple[PeriodSheet, ...]:
    """Scored periods for workflow modules that have asked `access` themselves."""
    return remembered(db, "scored", tuple(periods), lambda: _score(db, periods, None))


def scored_under(db: Database, periods: Sequence[Period], scheme: Scheme) -> tuple[PeriodSheet, ...]:
    """The same under one given scheme."""
    key = (tuple(periods), scheme.canonical_hash())
    return remembered(db, "scored-under", key, lambda: _score(db, periods, scheme))


def _score(db: Database, periods: Sequence[Period], scheme: Scheme | None) -> tuple[PeriodSheet, ...]:
    published = frozen.published(db, [p.code for p in periods]) if scheme is None else {}
    order = [p for p in periods if p.code not in published]
    live = {s.period: s for s in _live(db, order, scheme)} if order else {}
    return tuple(published.get(p.code) or live[p.code] for p in periods)


def live(db: Database, period: Period, as_of: dt.datetime | None = None) -> PeriodSheet:
    """The period on today's facts (or as they stood at `as_of`, UTC), published or not, for workflow modules
    that have asked `access`."""
    return remembered(db, "live", (period, as_of), lambda: _live(db, [period], None, as_of)[0])


def _live(
    db: Database, order: Sequence[Period], scheme: Scheme | None, as_of: dt.datetime | None = None
) -> list[PeriodSheet]:
    under = {p.code: scheme or schemes.in_force(db, p) for p in order}
    with db.read() as cursor:
        known = period_facts(cursor, periods_read(order, under), as_of)
    result = []
    for period in order:
        measured = measurements_for(under[period.code], period, known.facts)
        if not measured.people:
            raise WorkflowError("errors-no-data", period=period.code)
        sheet = score(under[period.code], measured)
        if np.isnan(sheet.values).all():
            raise WorkflowError("errors-no-data", period=period.code)
        result.append(period_sheets.of_facts(period, known.states.get(period.code, COLLECTING), sheet, known))
    return result


def compared(db: Database, before: PeriodSheet, after: PeriodSheet) -> Comparison:
    """Two scored periods side by side, one split for everybody, for workflow modules that asked `access`.

    Where their schemes differ, each knows of its past what the expressions of the other read, as it stands
    today: what a scheme asks for is no change of the data.
    """

    def make() -> Comparison:
        return compare(_knowing(db, before, after.scheme), _knowing(db, after, before.scheme))

    return remembered(db, "comparison", (before.period, after.period), make)


def _knowing(db: Database, found: PeriodSheet, scheme: Scheme) -> ScoreSheet:
    """The sheet with what the expressions of another scheme read besides."""
    if scheme == found.scheme or not scheme.expressions:
        return found.sheet
    period, measured = parse_period(found.period), found.sheet.measurements
    with db.read() as cursor:
        known = period_facts(cursor, periods_read([period], {period.code: scheme}))
    more = measurements_for(scheme, period, known.facts)
    return replace(found.sheet, measurements=measured.knowing(more))


def periods_read(order: Sequence[Period], under: dict[str, Scheme]) -> list[str]:
    """The periods whose values are read: those asked for, and earlier ones that may be carried; for workflow
    modules that score facts of their own."""
    codes = {p.code for p in order}
    for period in order:
        codes |= {period.shift(-k).code for k in range(1, past.depth(under[period.code]) + 1)}
        for indicator in under[period.code].indicators:
            if indicator.frequency is None:
                continue
            longer = period.as_kind(indicator.frequency)
            codes |= {longer.code, longer.previous().code}
            codes |= {period.shift(-k).code for k in range(1, 2 * longer.length // period.length + 1)}
    return sorted(codes)
