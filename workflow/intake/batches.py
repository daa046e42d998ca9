"""Batches between the two people: what waits, what it would change, undoing and correcting."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock, facts
from data.cache import remembered
from data.changes import Change
from data.database import Cursor, Database
from data.facts import TABLES, Fact
from data.reading.problems import Problem
from data.stores import indicator_store, people_store
from data.stores.intake import batch_store, import_store, value_store
from data.stores.intake.batch_store import BatchRow
from scoring.periods import parse_period
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.intake import bearing
from workflow.intake.imports import standing
from workflow.reasons import needed
from workflow.results import moves
from workflow.results.moves import PeriodMoves
from workflow.results.what_if import ripple
from workflow.results.what_if.tried import TRIED, tried

NEW, CHANGED, SAME = "new", "changed", "same"
CORRECTION, BY_HAND, UNDOING = "correction", "by-hand", "undo-"
"""What stands in the place of a file's name where people brought something without one."""
OF_PEOPLE = ("people", "leave", "handovers")
"""Kinds that say who works where, and no result."""


@dataclass(frozen=True)
class Preview:
    """A batch of measured values beside what is stored: rows with manager_id, period, indicator, before,
    value, before_target, target, says_value, says_target, state."""

    rows: pd.DataFrame

    def totals(self) -> dict[str, tuple[int, float]]:
        """Control totals: by indicator how many values there are and their sum, to be held against the
        source's own."""
        known = self.rows[self.rows["value"].notna()]
        groups = known.groupby("indicator")["value"]
        return {str(code): (len(values), math.fsum(values)) for code, values in groups}

    def count(self, state: str) -> int:
        """How many rows are new, changed or the same."""
        return int((self.rows["state"] == state).sum())


Held = value_store.Held


def people(actor: Actor, db: Database) -> dict[str, tuple[str, str]]:
    """Whose values there can be: id → (name, English name)."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        found = people_store.people(cursor)
    pairs = zip(found["name"], found["name_en"], strict=True)
    return dict(zip(found["manager_id"], pairs, strict=True))


def library(actor: Actor, db: Database) -> dict[str, tuple[str, str]]:
    """What can be measured: code → (name, English name)."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return {row.code: (row.name, row.name_en) for row in indicator_store.indicators(cursor)}


def batches(actor: Actor, db: Database) -> tuple[BatchRow, ...]:
    """The last batches, newest first."""
    require(actor, Action.IMPORT)

    def make() -> tuple[BatchRow, ...]:
        with db.read() as cursor:
            return tuple(batch_store.batches(cursor))

    return remembered(db, "batches", (), make)


def batch_of(actor: Actor, db: Database, batch: int) -> BatchRow:
    """One batch. WorkflowError where there is none."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        found = batch_store.batches(cursor, batch=batch)
    if not found:
        raise WorkflowError("errors-batch-unknown", batch=batch)
    return found[0]


def problems(actor: Actor, db: Database, batch: int) -> tuple[Problem, ...]:
    """What was said about a batch's file."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return tuple(batch_store.problems(cursor, batch))


def preview(actor: Actor, db: Database, batch: int) -> Preview:
    """A batch of measured values as new, changed and same."""
    require(actor, Action.IMPORT)

    def make() -> Preview:
        with db.read() as cursor:
            rows = batch_store.staged_values(cursor, batch)
        numbers = {
            name: rows[name].to_numpy(dtype=float, na_value=np.nan)
            for name in ("value", "before", "target", "before_target")
        }
        says, says_target, there, there_target = (
            rows.pop(name).fillna(False).to_numpy(dtype=bool)
            for name in ("says_value", "says_target", "there", "there_target")
        )
        same = ~says | _alike(numbers["value"], numbers["before"])
        same &= ~says_target | _alike(numbers["target"], numbers["before_target"])
        new = (~says | ~there) & (~says_target | ~there_target)
        state = np.where(new, NEW, np.where(same, SAME, CHANGED))
        return Preview(rows.assign(**numbers, says_value=says, says_target=says_target, state=state))

    return remembered(db, "preview", batch, make)


def _alike(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.isclose(one, other, rtol=1e-12, atol=0, equal_nan=True)


def changes(actor: Actor, db: Database, batch: int) -> tuple[Change, ...]:
    """What a batch of another kind than measured values would change, each beside what holds."""
    require(actor, Action.IMPORT)

    def make() -> tuple[Change, ...]:
        with db.read() as cursor:
            kind = standing(cursor, batch).kind
            return tuple(import_store.changes(cursor, batch, kind, clock.today()))

    return remembered(db, "changes", (batch, clock.today()), make)


def brought(actor: Actor, db: Database, batch: int) -> tuple[tuple[int, Mapping[str, Any]], ...]:
    """The rows of a batch of another kind as they were brought: (row of the file, what it says)."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return tuple((row.row_no, row.says) for row in batch_store.payloads(cursor, batch))


def effect(actor: Actor, db: Database, batch: int) -> tuple[PeriodMoves, ...]:
    """The ripple of a batch: whose results it would change, in every period that it bears on, earliest first;
    published ones against the facts as they stood when they were published."""
    require(actor, Action.IMPORT)
    return tuple(moves for moves, _ in _ripple(db, batch) if moves.moves)


def paid_otherwise(db: Database, batch: int) -> Mapping[str, frozenset[str]]:
    """By published period whose pay a batch would change, for modules that have asked `access`."""
    return {moves.period: people for moves, people in _ripple(db, batch) if moves.published and people}


def _ripple(db: Database, batch: int) -> tuple[tuple[PeriodMoves, frozenset[str]], ...]:
    """Whose results a batch moves, and whose pay, in every period that it bears on."""

    def make() -> tuple[tuple[PeriodMoves, frozenset[str]], ...]:
        with db.read() as cursor:
            kind = standing(cursor, batch).kind

        def made(cursor: Cursor) -> None:
            import_store.make_facts(cursor, batch, kind, audit.now(), clock.today())

        settle = bearing.settling(db, batch)
        found = ripple.recomputed(db, bearing.touched(db, batch), made, batch, settle)
        return tuple((one.moves(), one.paid_otherwise()) for one in found)

    return remembered(db, "effect", (batch, clock.today()), make)


def brought_later(actor: Actor, db: Database, batch: int) -> int:
    """How many cells of a batch hold what a batch that was brought after it says."""
    require(actor, Action.IMPORT)

    def make() -> int:
        with db.read() as cursor:
            kind = standing(cursor, batch).kind
            return import_store.brought_later(cursor, batch, kind, clock.today())

    return remembered(db, "brought-later", (batch, clock.today()), make)


def effect_of(actor: Actor, db: Database, period: str, other: Sequence[Fact]) -> PeriodMoves | None:
    """Whose results other facts would change in a period; None where nobody's."""
    require(actor, Action.IMPORT)
    return _effect(db, period, lambda cursor: facts.add(cursor, other, TRIED, audit.now()))


def _effect(db: Database, period: str, change: Callable[[Cursor], None]) -> PeriodMoves | None:
    """The period scored as it stands, and after `change`; None where nothing differs."""
    parsed = parse_period(period)
    if not schemes.is_in_force(db, parsed):
        return None
    now, then = tried(db, parsed), tried(db, parsed, change)
    found = moves.differences(now.sheet, then.sheet)
    called = {m.manager_id: then.called(m.manager_id) for m in found}
    return PeriodMoves(period, now.published, found, called) if found else None


def undo(actor: Actor, db: Database, batch: int, why: str) -> int:
    """Bring what was there before a batch, as a batch of its own that a second person approves; cells that
    later batches changed stay as they are. Gives the new batch's number.

    Raises
    ------
    WorkflowError : no reason, no such batch, not approved, or nothing of it holds any longer.
    """
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        found = standing(cursor, batch)
        if found.state != import_store.APPROVED:
            raise WorkflowError("errors-batch-undo", batch=batch)
        # A team that a batch founded stays: others may have been put into it since.
        tables = [name for name in TABLES if name != "team_record"]
        back = [fact for name in tables for fact in facts.reversal(cursor, name, batch)]
    if not back:
        raise WorkflowError("errors-batch-undone", batch=batch)
    name = f"{UNDOING}{batch}"
    rows = import_store.rows_of_facts(back)
    return bring(actor, db, found.kind, rows, why, {"undo": batch}, name=name, undoes=batch)


def bring(
    actor: Actor,
    db: Database,
    kind: str,
    rows: pd.DataFrame,
    why: str,
    detail: Mapping[str, object],
    *,
    name: str = CORRECTION,
    undoes: int | None = None,
) -> int:
    """Bring rows (as they are staged) that nobody's file holds, with a reason, to be approved by a second
    person; the batch's number. Who works where may be brought by whoever keeps people, too."""
    require(actor, Action.KEEP_PEOPLE if kind in OF_PEOPLE else Action.IMPORT)
    header = import_store.Header(kind, name, "", None, len(rows), needed(why), undoes)
    return db.write(lambda cursor: put(cursor, actor, header, rows, {**detail, "why": header.why}))


def put(
    cursor: Cursor,
    actor: Actor,
    header: import_store.Header,
    rows: pd.DataFrame,
    detail: Mapping[str, object],
) -> int:
    """The same within a transaction, for modules that have asked `access`."""
    batch = import_store.stage(cursor, header, rows, (), actor.username, audit.now())
    audit.append(cursor, actor, "import", f"batch {batch}", detail)
    return batch


def history(
    actor: Actor, db: Database, manager_id: str, period: str, indicator: str, table: str = "measurement"
) -> tuple[Held, ...]:
    """Every value (or, of the table ``target``, every personal target) that was stored for one person, period
    and indicator, oldest first; the last one holds."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return tuple(value_store.value_history(cursor, manager_id, period, indicator, table))
