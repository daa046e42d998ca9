"""What else a correction of a past fact bears on besides results: open appeals, posted differences."""

from __future__ import annotations

from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.stores.appeals import appeal_store, difference_store
from data.stores.appeals.difference_store import Difference
from data.stores.growth import plan_store
from scoring.periods import Period
from workflow.intake import bearing


@dataclass(frozen=True)
class Follows:
    """What a batch bears on besides results, by number: open appeals of people whose facts it changes in a
    period that it changes, and improvement plans under way of these people whose goals are figures of it."""

    appeals: tuple[int, ...]
    plans: tuple[int, ...]


def follows(actor: Actor, db: Database, batch: int) -> Follows:
    """What a batch bears on besides results; numbers alone, for whoever may bring or approve it."""
    require(actor, Action.IMPORT)
    touched = bearing.touched(db, batch)
    codes = bearing.codes(db, batch)
    with db.read() as cursor:
        left = appeal_store.appeals(cursor, undecided=True)
        drawn_up = plan_store.under_way(cursor, sorted(touched.people), sorted(codes))
    hit = (
        one.appeal_id
        for one in left
        if one.manager_id in touched.people and (touched.labels is None or one.period in touched.labels)
    )
    return Follows(tuple(hit), tuple(drawn_up))


def posted(actor: Actor, db: Database, period: Period) -> tuple[Difference, ...]:
    """The differences that corrections made to a period's published results, oldest first."""
    require(actor, Action.VIEW_BRANCH)
    with db.read() as cursor:
        found = difference_store.posted(cursor)
    return tuple(one for one in found if one.period == period.code and one.moved)
