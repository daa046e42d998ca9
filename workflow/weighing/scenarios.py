"""Scenarios: weights that somebody tried and kept under a name, to be looked at again and side by side."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.stores import round_store
from scoring import Scheme
from workflow.errors import WorkflowError


@dataclass(frozen=True)
class Scenario:
    """Weights by indicator, in points, and the version they are compared with."""

    scenario_id: int
    code: str
    version: int
    name: str
    weights: Mapping[str, float]
    note: str
    created_at: dt.datetime
    created_by: str


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

    def work(cursor) -> int:  # type: ignore[no-untyped-def]
        taken = "SELECT created_by FROM scenario WHERE code = ? AND name = ?"
        if row := cursor.execute(taken, [scheme.code, name]).fetchone():
            raise WorkflowError("errors-scenario-taken", name=name, by=row[0])
        number = cursor.execute("SELECT coalesce(max(scenario_id), 0) + 1 FROM scenario").fetchone()[0]
        cursor.execute(
            "INSERT INTO scenario VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(number, scheme.code, scheme.version, name, json.dumps(points), note or None),
                *(audit.now(), actor.username),
            ],
        )
        if round_id is not None:
            round_store.add_scenario(cursor, round_id, int(number))
        audit.append(cursor, actor, "keep-scenario", str(number), {"name": name, "code": scheme.code})
        return int(number)

    return db.write(work)


def kept(actor: Actor, db: Database) -> tuple[Scenario, ...]:
    """Every scenario, newest first."""
    require(actor, Action.SIMULATE)
    with db.read() as cursor:
        rows = cursor.execute(
            """
            SELECT scenario_id, code, version, name, weights, coalesce(note, ''), created_at, created_by
            FROM scenario ORDER BY scenario_id DESC
            """
        ).fetchall()
    return tuple(Scenario(*row[:4], json.loads(row[4]), *row[5:]) for row in rows)
