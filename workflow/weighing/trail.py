"""The trail of a meeting: what was tried, by whom, what it would have done, and a note; to be tried again.

No decision is in it, so that it is no entry of the audit, and results that are remembered by the audit's
number stay remembered while somebody drags.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.stores.trying import trial_store
from data.stores.trying.trial_store import StoredTrial
from scoring.scheme import SchemeReference
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.weighing.outline import Outline
from workflow.weighing.simulation import LabStart

SHOWN = 20


@dataclass(frozen=True)
class Tried:
    """One line of the trail; ``at`` by the branch's clock."""

    trial_id: int
    reference: SchemeReference
    period: str
    weights: Mapping[str, float]
    outline: Outline
    note: str
    at: dt.datetime
    by: str


def record(
    actor: Actor, db: Database, begun: LabStart, weights: Mapping[str, float], found: Outline, gesture: str
) -> None:
    """Keep what was tried and what it would do; rows of one `gesture` are one line: the last of them."""
    require(actor, Action.SIMULATE)

    def work(cursor: Cursor) -> None:
        trial_store.add(
            cursor,
            begun.scheme.reference,
            begun.sheets[-1].period,
            weights,
            asdict(found),
            gesture,
            None,
            audit.now(),
            actor.username,
        )

    db.write(work)


def annotate(actor: Actor, db: Database, gesture: str, note: str) -> None:
    """Write a note beside one of the actor's own lines.

    Raises
    ------
    WorkflowError : no note, or nothing of the actor's was recorded under that gesture.
    """
    require(actor, Action.SIMULATE)
    text = needed(note)

    def work(cursor: Cursor) -> None:
        held = trial_store.of_gesture(cursor, gesture, actor.username)
        if held is None:
            raise WorkflowError("errors-trail-nothing")
        trial_store.add(
            cursor,
            held.reference,
            held.period,
            held.weights,
            held.outcome,
            gesture,
            text,
            held.tried_at,
            actor.username,
        )

    db.write(work)


def tried(actor: Actor, db: Database, code: str) -> tuple[Tried, ...]:
    """The last lines of a scheme's trail, everybody's, newest first."""
    require(actor, Action.SIMULATE)
    with db.read() as cursor:
        return tuple(map(_read, trial_store.latest(cursor, code, SHOWN)))


def _read(stored: StoredTrial) -> Tried:
    return Tried(
        stored.trial_id,
        stored.reference,
        stored.period,
        stored.weights,
        _outline(stored.outcome),
        stored.note or "",
        clock.local(stored.tried_at),
        stored.tried_by,
    )


def _outline(kept: Mapping[str, Any]) -> Outline:
    """An outline as it was; JSON knows lists only."""
    return Outline(**{name: _tuples(value) for name, value in kept.items()})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
