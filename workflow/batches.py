"""Batches between the two people: what waits, what it would change, undoing and correcting."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import batch_store, import_store, queries
from data.arrays import measurements_for
from data.batch_store import BatchRow
from data.database import Database
from data.reading.judged import Judged
from data.reading.problems import Problem
from data.sheet_store import PUBLISHED
from scoring import score
from scoring.periods import parse_period
from workflow import clock, schemes, scores
from workflow.errors import WorkflowError
from workflow.memo import remembered

NEW, CHANGED, SAME = "new", "changed", "same"
CORRECTION, UNDOING = "correction", "undo-"


@dataclass(frozen=True)
class Preview:
    """A batch beside what is stored: rows with manager_id, period, indicator, before, value, state."""

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


@dataclass(frozen=True)
class Effect:
    """What a batch does to one person's result in a period; ``published`` where it would need reopening."""

    period: str
    published: bool
    manager_id: str
    name: str
    name_en: str
    before_total: float
    after_total: float
    before_rank: float
    after_rank: float


@dataclass(frozen=True)
class Held:
    """One value that was stored, with where it came from; ``at`` in the branch's time."""

    value: float
    batch: int | None
    file_name: str
    by: str
    approved_by: str
    at: dt.datetime
    why: str


def people(actor: Actor, db: Database) -> dict[str, tuple[str, str]]:
    """Whose values there can be: id → (name, English name)."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        found = queries.people(cursor)
    return {p.manager_id: (p.name, p.name_en) for p in found.itertuples(index=False)}


def library(actor: Actor, db: Database) -> dict[str, tuple[str, str]]:
    """What can be measured: code → (name, English name)."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return {row.code: (row.name, row.name_en) for row in queries.indicators(cursor)}


def batches(actor: Actor, db: Database) -> tuple[BatchRow, ...]:
    """The last batches, newest first."""
    require(actor, Action.IMPORT)

    def make() -> tuple[BatchRow, ...]:
        with db.read() as cursor:
            return tuple(batch_store.batches(cursor))

    return remembered(db, "batches", (), make)


def problems(actor: Actor, db: Database, batch: int) -> tuple[Problem, ...]:
    """What was said about a batch's file."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        rows = batch_store.problems(cursor, batch)
    return tuple(
        Problem(rule, severity, sheet or "", row, column or "", raw or "", params)
        for sheet, row, column, raw, rule, severity, params in rows
    )


def preview(actor: Actor, db: Database, batch: int) -> Preview:
    """A batch of measured values as new, changed and same."""
    require(actor, Action.IMPORT)

    def make() -> Preview:
        with db.read() as cursor:
            rows = batch_store.staged_values(cursor, batch)
        there = rows.pop("there").fillna(False).to_numpy(dtype=bool)
        value, before = (rows[name].to_numpy(dtype=float, na_value=np.nan) for name in ("value", "before"))
        same = np.isclose(value, before, rtol=1e-12, atol=0, equal_nan=True)
        state = np.where(~there, NEW, np.where(same, SAME, CHANGED))
        return Preview(rows.assign(value=value, before=before, state=state))

    return remembered(db, "preview", batch, make)


def effect(actor: Actor, db: Database, batch: int, most: int = 3) -> tuple[Effect, ...]:
    """Whose totals or ranks a batch would move, in the last `most` periods that it touches."""
    require(actor, Action.IMPORT)

    def make() -> tuple[Effect, ...]:
        rows = preview(actor, db, batch).rows
        moved = rows[rows["state"] != SAME]
        periods = sorted(set(moved["period"]), key=parse_period)[-most:]
        return tuple(e for period in periods for e in _effect(db, period, moved[moved["period"] == period]))

    return remembered(db, "effect", (batch, most), make)


def effect_of(actor: Actor, db: Database, period: str, rows: pd.DataFrame) -> tuple[Effect, ...]:
    """Whose totals or ranks other values would move: rows with manager_id, period, indicator, value, target,
    own_value."""
    require(actor, Action.IMPORT)
    return tuple(_effect(db, period, rows))


def _effect(db: Database, period: str, rows: pd.DataFrame) -> list[Effect]:
    try:
        scheme = schemes.in_force(db, parse_period(period))
    except WorkflowError:
        return []
    with db.read() as cursor:
        facts = queries.facts(cursor, scores.periods_read([parse_period(period)], {period: scheme}))
        states = {code: state for code, state, _ in queries.periods_with_data(cursor)}
    key = ["manager_id", "period", "indicator"]
    coming = rows[[*key, "value", "target", "own_value"]]
    kept = facts.history.merge(coming[key], on=key, how="left", indicator=True)
    history = pd.concat([facts.history[(kept["_merge"] == "left_only").to_numpy()], coming])
    after = score(scheme, measurements_for(scheme, parse_period(period), replace(facts, history=history)))
    before = score(scheme, measurements_for(scheme, parse_period(period), facts))
    people = facts.people.set_index("manager_id") if facts.people is not None else pd.DataFrame()
    found = []
    for k, person in enumerate(after.people):
        was = before.people.index(person) if person in before.people else None
        old = (math.nan, math.nan) if was is None else (float(before.totals[was]), float(before.ranks[was]))
        new = (float(after.totals[k]), float(after.ranks[k]))
        if repr(old) != repr(new):
            names = (str(people.at[person, "name"]), str(people.at[person, "name_en"]))
            published = states.get(period, "") in PUBLISHED
            found.append(Effect(period, published, person, *names, old[0], new[0], old[1], new[1]))
    return sorted(found, key=lambda e: -abs(_change(e)))


def _change(found: Effect) -> float:
    change = found.after_total - found.before_total
    return math.inf if math.isnan(change) else change


def undo(actor: Actor, db: Database, batch: int, why: str) -> int:
    """Bring a batch that takes an approved one back, to be approved by a second person; its number.

    Values that another batch has changed since stay as they are.

    Raises
    ------
    WorkflowError : no reason, no approved batch of measured values, or nothing of it is left.
    """
    require(actor, Action.IMPORT)
    if not why.strip():
        raise WorkflowError("errors-reason-needed")
    held = next((b for b in batches(actor, db) if b.batch_id == batch), None)
    if held is None:
        raise WorkflowError("errors-batch-unknown", batch=batch)
    if held.status != "approved" or held.kind != "metrics":
        raise WorkflowError("errors-batch-undo", batch=batch)
    with db.read() as cursor:
        rows = batch_store.reversal(cursor, batch)
    if rows.empty:
        raise WorkflowError("errors-batch-undone", batch=batch)
    return _stage(actor, db, rows, f"{UNDOING}{batch}", why, {"undo": batch})


def correct(
    actor: Actor, db: Database, manager_id: str, period: str, indicator: str, value: float | None, why: str
) -> int:
    """Bring one corrected value (None: withdrawn), to be approved by a second person; the batch's number.

    Raises
    ------
    WorkflowError : no reason, or a value that was never there.
    """
    require(actor, Action.IMPORT)
    if not why.strip():
        raise WorkflowError("errors-reason-needed")
    code = parse_period(period).code
    if not history(actor, db, manager_id, code, indicator):
        raise WorkflowError("errors-value-unknown", manager=manager_id, period=code, indicator=indicator)
    number = math.nan if value is None else float(value)
    row = {"manager_id": manager_id, "period": code, "indicator": indicator, "value": number}
    return _stage(actor, db, pd.DataFrame([row]), CORRECTION, why, row)


def _stage(
    actor: Actor, db: Database, rows: pd.DataFrame, name: str, why: str, detail: Mapping[str, object]
) -> int:
    frame = rows.assign(target=np.nan, own_value=np.nan)
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    judged = Judged("metrics", len(frame), frame, [])

    def work(cursor: Any) -> int:
        at = audit.now()
        batch = import_store.stage(cursor, judged, name, "", actor.username, at, None, why.strip())
        audit.append(cursor, actor, "import", f"batch {batch}", {**detail, "why": why.strip()})
        return batch

    return db.write(work)


def history(actor: Actor, db: Database, manager_id: str, period: str, indicator: str) -> tuple[Held, ...]:
    """Every value that was stored for one person, period and indicator, oldest first; the last one holds."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        rows = batch_store.value_history(cursor, manager_id, period, indicator)
    return tuple(
        Held(
            math.nan if value is None else float(value),
            batch,
            file or "",
            by or "",
            approved or "",
            clock.local(at),
            why or "",
        )
        for value, batch, file, by, approved, at, why in rows
    )
