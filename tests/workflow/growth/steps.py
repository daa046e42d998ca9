"""Who acts in these tests, and the steps that bring a person to where a test begins."""

import datetime as dt

from access import audit
from access.actor import Actor
from data import clock
from data.database import Database
from scoring.periods import Period, parse_period
from tests.branch import GAO, LI, NING, TANG
from tests.stored import put_values
from workflow.growth import plans, talks
from workflow.growth.plans import Wanted
from workflow.growth.talks import Agreed
from workflow.results import publishing

LAST = parse_period("2026-10")
WHO, COLLEAGUE, OTHER = "CM02", "CM03", "CM05"
"""Two of the teams that NING heads, one of those that TANG heads; nothing is recorded of them in the demo."""
TODAY = clock.today()

__all__ = ["GAO", "LI", "NING", "TANG"]


def own(manager_id: str = WHO) -> Actor:
    """The manager."""
    return Actor(manager_id.lower(), "manager", manager_id)


def measured(db: Database, manager_id: str, period: Period, values: dict[str, float | None]) -> None:
    """Other figures of somebody in a period, from now on."""

    def work(cursor) -> None:
        for code, value in values.items():
            put_values(
                cursor,
                "VALUES (?, ?, ?, ?, 1, ?)",
                [manager_id, code, period.code, value, audit.now()],
            )
        audit.append(cursor, GAO, "measured", manager_id, {})

    db.write(work)


BAD = {
    "R01": 6.0,
    "R02": 9.0,
    "R03": 80.0,
    "C01": 9.0,
    "E01": 0.0,
    "E02": 0.0,
    "E03": 0.0,
    "E04": 0.0,
    "G01": 0.0,
}
"""Figures that make a grade E."""


def posted(db: Database, period: Period, at: dt.datetime | None = None) -> None:
    """The period published anew on the figures there are."""
    publishing.reopen(GAO, db, period, "figures")
    publishing.publish(GAO, db, period, at=at)


def talk(db: Database, manager_id: str = WHO, by: Actor = LI, period: Period = LAST) -> int:
    """A talk held today with two actions, one for each side."""
    until = TODAY + dt.timedelta(days=20)
    actions = [Agreed("call ten customers", "manager", until), Agreed("come along", "superior", until)]
    return talks.record(by, db, manager_id, period, TODAY, "deposits", "visit more", actions)


def goal(db: Database, code: str = "E01", by: float = 100.0, days: int = 90, who: str = WHO) -> Wanted:
    """A goal `by` so much above where somebody stood, from today."""
    found = {c.indicator.code: c for c in plans.candidates(LI, db, who, LAST)}[code]
    way = by if found.indicator.higher else -by
    return Wanted(code, found.value + way, TODAY, TODAY + dt.timedelta(days=days))


def signed(db: Database, *goals: Wanted, who: str = WHO) -> int:
    """A plan that both sides have signed."""
    number = plans.draw_up(LI, db, who, LAST, goals or [goal(db, who=who)])
    plans.sign(own(who), db, number, 1)
    plans.sign(LI, db, number, 1)
    return number
