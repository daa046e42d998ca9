"""Everybody who should have a result in a period and of whom nothing is there yet."""

from __future__ import annotations

from data import arrays
from data.cache import remembered
from data.database import Database
from data.period_facts import period_facts
from scoring.periods import parse_period
from workflow.results import period_sheets
from workflow.results.period_sheets import PeriodSheet, PersonInfo


def without_data(db: Database, found: PeriodSheet) -> tuple[PersonInfo, ...]:
    """Who was due in a scored period and is not on its sheet, by id, as of its end; for workflow modules that
    have asked `access`. A sheet holds the people of whom something was measured."""

    def make() -> tuple[PersonInfo, ...]:
        period = parse_period(found.period)
        with db.read() as cursor:
            known = period_facts(cursor, ())
        there = set(found.sheet.people)
        missing = [who for who in arrays.due(known.facts, period) if who not in there]
        staff = known.staff(period.last_day).index
        return period_sheets.persons(known, period, [who for who in missing if who in staff])

    return remembered(db, "without-data", (found.period, found.sha256), make)
