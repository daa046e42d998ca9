"""Scenarios: weights that somebody tried and kept under a name, to be looked at again and side by side."""

from __future__ import annotations

from collections.abc import Mapping

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import round_store
from data.stores.trying import scenario_store
from scoring import Scheme
from workflow.errors import WorkflowError

Scenario = scenario_store.Scenario


def keep(
    actor: Actor,
    db: Database,
    base: Scheme,
    weights: Mapping[str, float],
    name: str,
    note: str = "",
    round_id: int | None = None,
) -> int:
    """Keep weights for a version under a name; what is kept never changes. The number of the scenario.

    `round_id` is the committee's round whose median they are.

    Raises
    ------
    WorkflowError : no name, or one that the scheme has a scenario of already.
    SchemeError : weights that the scheme cannot have.
    """
    require(actor, Action.SIMULATE)
    name = name.strip()
    if not name:
        raise WorkflowError("errors-scenario-name")
    scheme = base.with_weights(weights)
    points = dict(zip(scheme.codes, scheme.weights.tolist(), strict=True))

    def work(cursor: Cursor) -> int:
        by = scenario_store.taken_by(cursor, scheme.code, name)
        if by is not None:
            raise WorkflowError("errors-scenario-taken", name=name, by=accounts.called(db, by))
        number = scenario_store.add(cursor, scheme.reference, name, points, note, audit.now(), actor.username)
        if round_id is not None:
            round_store.add_scenario(cursor, round_id, number)
        audit.append(cursor, actor, "keep-scenario", str(number), {"name": name, "code": scheme.code})
        return number

    return db.write(work)


def kept(actor: Actor, db: Database) -> tuple[Scenario, ...]:
    """Every scenario, newest first."""
    require(actor, Action.SIMULATE)

    def read() -> tuple[Scenario, ...]:
        with db.read() as cursor:
            return tuple(scenario_store.scenarios(cursor))

    return remembered(db, "scenarios", None, read)
