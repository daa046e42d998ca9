"""Talks, plans and training in the invented branch; those that the newest result asks for are still due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from access.actor import Actor
from access.demo import STAFF
from access.permissions import Action, require
from data import clock
from data.database import Database
from data.demo import growth as said
from scoring.periods import Period
from workflow.growth import due, plans, reach, talks, training
from workflow.growth.plans import Wanted
from workflow.growth.talks import Agreed, Came

_PRESIDENT = STAFF[0]
_GOALS = 2
_LEARNERS = 6
"""So many people have done courses in the last year."""


def load(actor: Actor, db: Database, periods: Sequence[Period]) -> None:
    """What followed from the results before the newest; its own talks are still to be held."""
    require(actor, Action.MANAGE_ACCOUNTS)
    courses = _courses(db, periods)
    if len(periods) < 4:
        return
    asked = {one.person.manager_id for one in due.due(_PRESIDENT, db, periods[-1])}
    people = [m for m in _weakest(db, periods[-3]) if m not in asked]
    with_plan, with_change, unconfirmed = people[:3]
    _talk(db, with_plan, periods[-3], 0, courses, came=True)
    _talk(db, with_change, periods[-2], 1, courses)
    _talk(db, unconfirmed, periods[-2], 2, courses, confirmed=False)
    _running(db, with_plan, periods[-3], periods[-1])
    _paused(db, with_change, periods[-2])
    training.decline(_own(unconfirmed), db, unconfirmed, courses[2], said.WHY_DECLINED)


def _courses(db: Database, periods: Sequence[Period]) -> list[int]:
    """The catalogue, and what people have done of it."""
    at = _moment(periods[0].first_day)
    names = [training.add_course(_PRESIDENT, db, *course, at=at) for course in said.COURSES]
    staff = reach.people(_PRESIDENT, db, periods[-1])[:_LEARNERS]
    for k, person in enumerate(staff):
        for back in range(min(k % 4 + 1, len(periods) - 1)):
            day = periods[-2 - back].first_day + dt.timedelta(days=9 + k)
            course = names[(k + 3 * back) % len(names)]
            training.done(_PRESIDENT, db, person.manager_id, course, day, at=_moment(day))
    return names


def _weakest(db: Database, period: Period) -> list[str]:
    """Who has a result in a period, those with the most points to win first."""
    staff = [p.manager_id for p in reach.people(_PRESIDENT, db, period)]
    lost = {m: sum(c.lost for c in plans.candidates(_PRESIDENT, db, m, period)) for m in staff}
    return sorted(lost, key=lambda m: -lost[m])


def _talk(
    db: Database,
    manager_id: str,
    period: Period,
    which: int,
    courses: Sequence[int],
    *,
    came: bool = False,
    confirmed: bool = True,
) -> None:
    """A talk twelve days after the period's end, in the words of `which`."""
    held, words = period.last_day + dt.timedelta(days=12), said.TALKS[which]
    until = held + dt.timedelta(days=30)
    number = talks.record(
        *(_PRESIDENT, db, manager_id, period, held, words.points, words.advice),
        [Agreed(what, "superior" if who == "superior" else "manager", until) for what, who in words.actions],
        [courses[which]],
        until,
        at=_moment(held),
    )
    if confirmed:
        talks.confirm(_own(manager_id), db, number, at=_moment(held + dt.timedelta(days=1)))
    if came:
        told = [Came("done" if how == "done" else "partly", says) for how, says in said.CAME]
        talks.follow_up(_PRESIDENT, db, number, told, at=_moment(until))


def _running(db: Database, manager_id: str, period: Period, last: Period) -> None:
    """A plan that both sides have signed, with data up to `last`."""
    begins, number = _drawn_up(db, manager_id, period, last.shift(2).last_day)
    for who in (_own(manager_id), _PRESIDENT):
        plans.sign(who, db, number, 1, at=_moment(begins))


def _paused(db: Database, manager_id: str, period: Period) -> None:
    """A plan that ran until the superior asked for another date; the manager has not signed that yet."""
    begins, number = _drawn_up(db, manager_id, period, period.shift(3).last_day)
    for who in (_own(manager_id), _PRESIDENT):
        plans.sign(who, db, number, 1, at=_moment(begins))
    (held,) = plans.plans(_PRESIDENT, db, manager_id)
    later = period.shift(4).last_day
    goals = [Wanted(g.indicator_code, g.target, g.begins_on, later) for g in held.revision.goals]
    day = begins + dt.timedelta(days=14)
    plans.change(_PRESIDENT, db, number, 1, goals, said.WHY_CHANGED, at=_moment(day))
    plans.sign(_PRESIDENT, db, number, 2, at=_moment(day))


def _drawn_up(db: Database, manager_id: str, period: Period, ends: dt.date) -> tuple[dt.date, int]:
    """A plan on the weakest indicators two weeks after a period: the day it begins, its number."""
    begins = period.last_day + dt.timedelta(days=14)
    weak = plans.candidates(_PRESIDENT, db, manager_id, period)[:_GOALS]
    goals = [Wanted(one.indicator.code, one.target, begins, ends) for one in weak]
    talk = talks.talks(_PRESIDENT, db, manager_id)[0].talk_id
    return begins, plans.draw_up(_PRESIDENT, db, manager_id, period, goals, talk, at=_moment(begins))


def _own(manager_id: str) -> Actor:
    return Actor(manager_id.lower(), "manager", manager_id)


def _moment(day: dt.date) -> dt.datetime:
    """Ten in the morning of a day, as it is stored."""
    return clock.stored(dt.datetime.combine(day, dt.time(10)))
