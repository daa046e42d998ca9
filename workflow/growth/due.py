"""Who is to be talked with after a result, why, and until when: by the rule of the scheme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Database
from data.stores import period_store
from data.stores.growth import talk_store
from data.stores.period_store import PUBLISHED
from scoring.periods import Period, parse_period
from scoring.scheme.result_use import talk_grades
from scoring.working_days import Lapse, lapse
from workflow import calendar
from workflow.growth import falling
from workflow.results import scores, shown, superiors
from workflow.results.period_sheets import PeriodSheet, PersonInfo

State = Literal["open", "done", "overdue"]
_FALLS_LOOKED_AT = 12


@dataclass(frozen=True)
class Reason:
    """Why a talk is due: a "grade" that asks for one, or a total "falling" so many periods running."""

    kind: Literal["grade", "falling"]
    grade: str = ""
    falls: int = 0


@dataclass(frozen=True)
class Due:
    """A talk that the result of a period asks for. ``until`` is the last working day for it, ``late`` how
    many working days that is ago (0 before it); ``unannounced`` the years on the way to it whose holidays the
    state has not announced. A talk held after the posting about this or a later period settles it; ``took``
    is how many working days after the posting that was, None while there is none."""

    person: PersonInfo
    period: Period
    reasons: tuple[Reason, ...]
    posted_on: dt.date
    until: dt.date
    state: State
    late: int
    talk_id: int | None
    unannounced: tuple[int, ...]
    took: int | None = None


def newest(actor: Actor, db: Database) -> Period | None:
    """The newest period with posted results that the actor is shown; None where there is none."""
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    return next((p.period for p in reversed(shown.offered(actor, db)) if p.published), None)


def due(actor: Actor, db: Database, period: Period) -> tuple[Due, ...]:
    """The talks that a period's posted results ask for, of the actor's people, by who should be first; none
    while it is not posted.

    Raises
    ------
    WorkflowError : the period is not shown to the actor; no data, no scheme.
    """
    require(actor, Action.VIEW_GROWTH, actor.manager_id)
    (found,) = shown.sheets(db, actor, [period])
    if found.sha256 is None:
        return ()
    before = scores.up_to(actor, db, period, _FALLS_LOOKED_AT)
    people, today = superiors.people(db, actor), clock.today()

    def make() -> tuple[Due, ...]:
        every = _asked(db, scores.scored(db, before), found)
        return tuple(sorted(every, key=lambda one: (one.state == "done", one.until, one.person.manager_id)))

    every = remembered(db, "talks-due", (period, today), make)
    return tuple(one for one in every if people is None or one.person.manager_id in people)


def _asked(db: Database, sheets: Sequence[PeriodSheet], found: PeriodSheet) -> list[Due]:
    use, period = found.scheme.result_use, parse_period(found.period)
    low, falls = talk_grades(use, found.scheme.grades), falling.falls(db, sheets)
    days, today = calendar.held(db), clock.today()
    with db.read() as cursor:
        events = period_store.period_events(cursor, period.code)
        held = {talk.talk_id: talk for talk in talk_store.talks(cursor)}
        gone = {e.talk_id for e in talk_store.events(cursor, list(held)) if e.kind == "withdrawn"}
    posted_on = next(e.at.date() for e in reversed(events) if e.state == PUBLISHED[0])
    until = days.after(posted_on, use.talk_days)
    result = []
    for person, grade in zip(found.people, found.sheet.grades, strict=True):
        reasons = [Reason("grade", grade=grade)] if grade is not None and grade in low else []
        if (ran := falls.get(person.manager_id, 0)) >= use.falling:
            reasons.append(Reason("falling", falls=ran))
        if not reasons:
            continue
        talk = next(
            (
                number
                for number, one in held.items()
                if one.manager_id == person.manager_id
                and number not in gone
                and parse_period(one.period) >= period
            ),
            None,
        )
        late = 0 if talk is not None else max(days.between(until, today), 0) if today > until else 0
        state: State = "done" if talk is not None else "overdue" if today > until else "open"
        unannounced = days.unannounced(posted_on, until)
        took = None if talk is None else days.between(posted_on, held[talk].held_on)
        said = (person, period, tuple(reasons), posted_on, until, state, late, talk, unannounced, took)
        result.append(Due(*said))
    return result


def feedback(found: Sequence[Due]) -> Lapse:
    """How many working days it took from the posting to the talks that were held."""
    return lapse([one.took for one in found if one.took is not None])
