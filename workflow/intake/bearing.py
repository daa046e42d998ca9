"""What a batch bears on: the periods and the people whose results it may change."""

from __future__ import annotations

from collections.abc import Sequence

from data import clock
from data.database import Database
from data.facts import TABLES, Fact
from data.reading.columns.kinds import MEASURED
from data.stores.intake import batch_store, import_store
from workflow.errors import WorkflowError
from workflow.results.what_if.ripple import Touched


def touched(db: Database, batch: int) -> Touched:
    """What a batch bears on, for modules that have asked `access`."""
    with db.read() as cursor:
        found = import_store.standing(cursor, batch)
        if found is None:
            raise WorkflowError("errors-batch-unknown", batch=batch)
        kind = found.kind
        if kind in MEASURED:
            rows = batch_store.staged_values(cursor, batch)
            return Touched(frozenset(rows["period"]), frozenset(rows["manager_id"]))
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
        return frozenset(map(str, batch_store.staged_values(cursor, batch)["indicator"].dropna()))
