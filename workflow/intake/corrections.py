"""Putting right what is stored: one value, one target, one event, one leave, one book, whatever it is.

A correction is a batch of its own: it says why, a second person approves it, and it can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from access.actor import Actor
from access.permissions import Action, require
from data import facts
from data.database import Database
from data.facts import TABLES, Fact
from data.reading.columns.kinds import KINDS
from data.reading.known import identity
from data.stores.intake import event_store, import_store
from scoring.periods import parse_period
from workflow.errors import WorkflowError
from workflow.intake import batches, imports

KIND_OF = {
    "measurement": "metrics",
    "target": "targets",
    "event": "events",
    "person_record": "people",
    "employment": "people",
    "membership": "people",
    "team_record": "people",
    "leave_of_absence": "leave",
    "handover": "handovers",
    "outcome": "outcomes",
    "indicator": "indicators",
}
"""The kind of batch that carries the facts of a table."""
FINDINGS = ("", *KINDS["events"].field("finding").choices)
"""States of the accountability finding of an event; "" where none is needed."""


@dataclass(frozen=True)
class StoredEvent:
    """An event that holds: its number, what it says, and the row as a file would have it."""

    number: int
    manager_id: str
    period: str
    kind: str
    points: float
    reason: str
    finding: str
    row: dict[str, Any]


def events(actor: Actor, db: Database) -> tuple[StoredEvent, ...]:
    """Every addition, deduction and veto that holds, latest period first."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        stored = event_store.events(cursor)
    found = [
        StoredEvent(
            number=event.number,
            manager_id=event.manager_id,
            period=event.period,
            kind=event.kind,
            points=event.points or 0.0,
            reason=event.reason or event.document or "",
            finding=event.finding or "",
            row={column: getattr(event, column) for column in TABLES["event"].columns},
        )
        for event in stored
    ]
    return tuple(sorted(found, key=lambda e: (parse_period(e.period), e.number), reverse=True))


def value(
    actor: Actor, db: Database, manager_id: str, period: str, indicator: str, number: float | None, why: str
) -> int:
    """Bring one corrected value (None: withdrawn); the batch's number.

    Raises
    ------
    WorkflowError : no reason, a value that was never there, or one that the rule in force cannot take.
    """
    return _measured(actor, db, "measurement", (manager_id, period, indicator), number, why)


def target(
    actor: Actor, db: Database, manager_id: str, period: str, indicator: str, number: float | None, why: str
) -> int:
    """Bring one corrected personal target (None: withdrawn, the scheme's own holds again); the batch's
    number.

    Raises
    ------
    WorkflowError : no reason, a target that was never there, or one that the rule in force cannot take.
    """
    return _measured(actor, db, "target", (manager_id, period, indicator), number, why)


def _measured(
    actor: Actor, db: Database, table: str, place: tuple[str, str, str], number: float | None, why: str
) -> int:
    require(actor, Action.IMPORT)
    person, period, indicator = place[0], parse_period(place[1]).code, place[2]
    key = {"manager_id": person, "period": period, "indicator_code": indicator}
    with db.read() as cursor:
        known = facts.ever_stored(cursor, Fact(table, key))
    if not known:
        raise WorkflowError("errors-value-unknown", manager=person, period=period, indicator=indicator)
    _fits(db, table, period, indicator, number)
    found = Fact(table, {**key, "value": None if number is None else float(number)}, withdrawn=number is None)
    rows = import_store.rows_of_facts([found])
    return batches.bring(actor, db, KIND_OF[table], rows, why, dict(found.values))


def _fits(db: Database, table: str, period: str, indicator: str, number: float | None) -> None:
    """Refuse what the rule of the scheme in force cannot take, as a file's cell would be."""
    rule = imports.takes(db, period).get(indicator)
    if rule is None or number is None:
        return
    if table == "target" and rule.divides and number <= 0:
        raise WorkflowError("errors-correct-target", value=number)
    if table == "measurement" and rule.domain and not rule.domain[0] <= number <= rule.domain[1]:
        raise WorkflowError("errors-correct-scale", value=number, low=rule.domain[0], high=rule.domain[1])


def fact(actor: Actor, db: Database, found: Fact, why: str) -> int:
    """Bring one corrected fact of any table, or withdraw it; what is not said of it stays. The batch's
    number.

    Raises
    ------
    WorkflowError : no reason, or nothing is stored under the fact's key.
    """
    require(actor, Action.IMPORT)
    table = TABLES[found.table]
    with db.read() as cursor:
        held = facts.held(cursor, found)
    if held is None:
        key = ", ".join(str(found.values.get(column)) for column in table.key)
        raise WorkflowError("errors-fact-unknown", fact=key)
    whole = {c: found.values[c] if c in found.values else held[c] for c in table.columns}
    detail = {"table": found.table, "withdrawn": found.withdrawn, **whole}
    rows = import_store.rows_of_facts([found._replace(values=whole)])
    return batches.bring(actor, db, KIND_OF[found.table], rows, why, detail)


def event(row: Mapping[str, Any], *, withdrawn: bool = False) -> Fact:
    """The fact of an event, keyed by its document or reason."""
    key = row.get("identity") or identity(row.get("document"), row.get("reason"))
    return Fact("event", {**row, "identity": key}, withdrawn)
