"""Where each figure of a scorecard came from, and for how many days somebody was there."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from access import accounts
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.intake import value_store
from data.stores.intake.value_store import Source
from data.stores.people_store import Leave
from scoring.periods import Period
from scoring.sheet.explain import IndicatorStep
from scoring.thresholds import hair


@dataclass(frozen=True)
class Origin:
    """The file that brought a value: its batch, name, and the people who brought and approved it, as they are
    called."""

    batch: int | None
    file_name: str
    brought_by: str
    approved_by: str


@dataclass(frozen=True)
class Presence:
    """A person's time in a period: days there of its days, the leave that took the others (empty where what
    is recorded is not what counted), and when the person joined."""

    days: int
    of: int
    leave: tuple[Leave, ...]
    joined_on: dt.date | None


def origins(
    cursor: Cursor, db: Database, manager_id: str, period: Period, steps: tuple[IndicatorStep, ...]
) -> Mapping[str, Origin]:
    """Where the values that counted came from, by indicator: the latest row with that very value."""
    carried = {step.carried_from for step in steps if step.carried_from}
    longer = {period.as_kind(step.indicator.frequency).code for step in steps if step.indicator.frequency}
    found = value_store.sources(cursor, manager_id, sorted({period.code} | carried | longer))
    called = accounts.names(db)
    result = {}
    for step in steps:
        rows = [s for s in found if s.indicator == step.indicator.code and _is(s, step)]
        if rows:
            source = rows[-1]
            result[step.indicator.code] = Origin(
                source.batch,
                source.file_name,
                called.get(source.by, source.by),
                called.get(source.approved_by, source.approved_by),
            )
    return result


def _is(source: Source, step: IndicatorStep) -> bool:
    """Whether a row holds the value that counted."""
    if step.value is None or (step.carried_from and source.period != step.carried_from):
        return False
    held = source.own_value if step.without_inherited else source.value
    return abs(held - step.value) <= hair(held)


def presence(cursor: Cursor, manager_id: str, period: Period, share: float) -> Presence:
    """How a person's `share` of the period's days came about."""
    days = round(period.days * share)
    leave = tuple(people_store.leave_of(cursor, manager_id, period.first_day, period.last_day))
    away: set[int] = set()
    for spell in leave:
        start = max((spell.from_on - period.first_day).days, 0)
        away |= set(range(start, min((spell.to_on - period.first_day).days + 1, period.days)))
    agree = len(away) == period.days - days and math.isclose(days / period.days, share, abs_tol=1e-9)
    joined = people_store.joined_on(cursor, manager_id, period.last_day)
    return Presence(days, period.days, leave if agree else (), joined)
