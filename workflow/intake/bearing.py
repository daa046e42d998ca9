"""What a batch bears on: the periods and the people whose results it may change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from data import clock
from data.arrays import COUNTED_FINDINGS
from data.database import Database
from data.facts import TABLES, Fact
from data.reading.columns.kinds import MEASURED
from data.stores.intake import batch_store, import_store
from scoring.change import redress
from workflow.errors import WorkflowError
from workflow.results.what_if.ripple import Settle, Touched


def touched(db: Database, batch: int) -> Touched:
    """What a batch bears on, for modules that have asked `access`."""
    with db.read() as cursor:
        found = import_store.standing(cursor, batch)
        if found is None:
            raise WorkflowError("errors-batch-unknown", batch=batch)
        kind = found.kind
        if kind in MEASURED:
            labels = batch_store.named(cursor, batch, "period")
            return Touched(labels, batch_store.named(cursor, batch, "person"))
        changes = import_store.changes(cursor, batch, kind, clock.today())
    return touched_by([change.fact for change in changes])


def touched_by(found: Sequence[Fact]) -> Touched:
    """What facts bear on. Outcomes and what a measure is called are not scored."""
    scored = [fact for fact in found if fact.table not in ("outcome", "indicator")]
    people = frozenset(str(fact.values[TABLES[fact.table].key[0]]) for fact in scored)
    if any("period" not in fact.values for fact in scored):
        return Touched(None, people)
    return Touched(frozenset(str(fact.values["period"]) for fact in scored), people)


def codes(db: Database, batch: int) -> frozenset[str]:
    """The measures that a batch says something of, for modules that have asked `access`."""
    with db.read() as cursor:
        return batch_store.named(cursor, batch, "indicator")


def settling(db: Database, batch: int) -> Settle | None:
    """How published results are settled where a batch does nothing but lessen deductions and vetoes: nobody
    whose they are may end lower than before. None for any other batch, which counts as it comes. For modules
    that have asked `access`."""
    with db.read() as cursor:
        found = import_store.standing(cursor, batch)
        if found is None or found.kind != "events":
            return None
        changes = import_store.changes(cursor, batch, found.kind, clock.today())
    weights = [
        (_weight(change.before), _weight(None if change.fact.withdrawn else change.fact.values))
        for change in changes
    ]
    if not changes or any(after > before for before, after in weights):
        return None
    people = frozenset(str(change.fact.values["manager_id"]) for change in changes)
    return partial(redress.eased, people=people)


def _weight(event: Mapping[str, Any] | None) -> float:
    """How heavily an event weighs on its person; an addition below 0."""
    if event is None or (event.get("finding") or "") not in ("", *COUNTED_FINDINGS):
        return 0.0
    points = float(event.get("points") or 0.0)
    return {"veto": 1.0, "deduction": points, "addition": -points}[event["kind"]]
