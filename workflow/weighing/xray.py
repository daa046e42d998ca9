"""What a trial's scheme pays people for."""

from __future__ import annotations

from collections.abc import Callable

from access.actor import Actor
from access.permissions import Action, allowed, require
from data.cache import remembered
from data.database import Database
from data.stores import indicator_store
from data.stores.indicator_store import LibraryIndicator
from scoring.change.pay.xray import XRay, xray
from scoring.pay.compared import FEWEST
from workflow.weighing.simulation import Simulation


def pays(
    actor: Actor, db: Database, outcome: Simulation, progress: Callable[[float], None] | None = None
) -> XRay:
    """The picture of a trial whose scheme has pay lines, on its last period; without what tells what one
    person is paid for whoever may not see that.

    Raises
    ------
    SteelyardError : the pay lines cannot be worked out.
    """
    require(actor, Action.SIMULATE)
    key = outcome.scheme.canonical_hash(), outcome.comparisons[-1][0]
    found = remembered(db, "x-ray", key, lambda: xray(outcome.comparisons[-1][1].after, progress))
    return found if allowed(actor, Action.VIEW_PAY) else found.of_groups(FEWEST)


def measures(actor: Actor, db: Database) -> dict[str, LibraryIndicator]:
    """The library by code: what measures that are no indicators of a scheme are called."""
    require(actor, Action.SIMULATE)

    def make() -> dict[str, LibraryIndicator]:
        with db.read() as cursor:
            return {one.code: one for one in indicator_store.indicators(cursor)}

    return remembered(db, "library", (), make)
