"""Pay that corrections touch: what a batch would change, and what waits for the next run of its period."""

from __future__ import annotations

from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from scoring.periods import Period
from workflow.intake import batches
from workflow.results.what_if import ripple
from workflow.rewards import runs


@dataclass(frozen=True)
class Waiting:
    """A period that was paid and of which something else holds by now: the batches whose differences were
    posted since, how many people's pay they change, and by how much in all, in fen."""

    period: Period
    batches: tuple[int, ...]
    people: int
    difference: int


@dataclass(frozen=True)
class Payments:
    """A period that was paid, and how many people's pay of it a batch would change."""

    period: Period
    people: int


def payments(actor: Actor, db: Database, batch: int) -> tuple[Payments, ...]:
    """Which pay that was posted a batch would change, latest period first: numbers alone, for whoever may
    bring or approve it."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        posted = runs.last_posted(cursor)
    found = batches.paid_otherwise(db, batch)
    return tuple(
        Payments(period, len(found[period.code]))
        for period in sorted(posted, reverse=True)
        if period.code in found
    )


def waiting(actor: Actor, db: Database) -> tuple[Waiting, ...]:
    """The paid periods whose next run would pay something else, latest first."""
    require(actor, Action.RUN_PAY)
    found = []
    with db.read() as cursor:
        posted = runs.last_posted(cursor)
    rests = ripple.rests_on(db)
    for period in runs.payable(actor, db):
        if period in posted and rests[period] != (posted[period].sheet, posted[period].posted):
            now = runs.worked_out(db, period).content
            if now.grants != posted[period].grants:
                batches = tuple(one for one in now.posted if one not in posted[period].posted)
                sums = runs.preview(actor, db, period).sums
                found.append(Waiting(period, batches, sums.changed, sums.difference))
    return tuple(found)
