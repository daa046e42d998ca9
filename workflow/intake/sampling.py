"""Audits: a random sample of stored values is held against the source documents by a person."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.facts import Fact
from data.stores.intake import sample_store
from scoring.evidence.correlation import proportion
from scoring.periods import parse_period
from workflow.errors import WorkflowError
from workflow.intake import batches
from workflow.results.moves import PeriodMoves

Sample = sample_store.Sample


@dataclass(frozen=True, eq=False)
class Findings:
    """What a sample has shown so far: so many checked, so many wrong, the error rate with its 95 %
    interval (None before anything is checked), and whose results the errors found change (None: nobody's)."""

    items: pd.DataFrame
    checked: int
    errors: int
    rate: float | None
    low: float | None
    high: float | None
    effect: PeriodMoves | None


def draw(actor: Actor, db: Database, period: str, size: int, *, seed: int | None = None) -> int:
    """Draw a random sample of a period's values, spread over indicators and teams; its number.

    Every value has the same chance: the values are put in order of indicator and team, and every k-th is
    taken from a random start (systematic sampling; W. G. Cochran, Sampling Techniques, 1977, ch. 8).

    Raises
    ------
    WorkflowError : no values, or a size below 1.
    """
    require(actor, Action.IMPORT)
    code = parse_period(period).code
    with db.read() as cursor:
        everything = sample_store.population(cursor, code, parse_period(period).last_day)
    if everything.empty or size < 1:
        raise WorkflowError("errors-no-data", period=code)
    chosen = secrets.randbelow(2**31) if seed is None else seed
    step = max(len(everything) / size, 1.0)
    start = np.random.default_rng(chosen).uniform(0, step)
    places = np.unique(np.floor(np.arange(start, len(everything), step)).astype(int))
    drawn = everything.iloc[places]

    def work(cursor: Cursor) -> int:
        number = sample_store.add(cursor, code, chosen, len(everything), drawn, audit.now(), actor.username)
        audit.append(cursor, actor, "draw-sample", str(number), {"period": code, "seed": chosen})
        return number

    return db.write(work)


def samples(actor: Actor, db: Database) -> tuple[Sample, ...]:
    """Every sample, newest first."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return tuple(sample_store.samples(cursor))


def check(actor: Actor, db: Database, sample_id: int, found: Sequence[tuple[int, float, str]]) -> None:
    """Record what the source documents say: (item, value, note). A later check of an item holds.

    Raises
    ------
    WorkflowError : no such sample or item.
    """
    require(actor, Action.IMPORT)

    def work(cursor: Cursor) -> None:
        known = set(sample_store.items(cursor, sample_id)["item"])
        if not known or any(item not in known for item, *_ in found):
            raise WorkflowError("errors-sample-unknown", sample=sample_id)
        sample_store.check(cursor, sample_id, found, audit.now(), actor.username)
        audit.append(cursor, actor, "check-sample", str(sample_id), {"items": len(found)})

    db.write(work)


def findings(actor: Actor, db: Database, sample_id: int) -> Findings:
    """What a sample has shown. WorkflowError where there is none."""
    require(actor, Action.IMPORT)
    held = next((s for s in samples(actor, db) if s.sample_id == sample_id), None)
    if held is None:
        raise WorkflowError("errors-sample-unknown", sample=sample_id)
    with db.read() as cursor:
        items = sample_store.items(cursor, sample_id)
    found, value = (items[name].to_numpy(dtype=float, na_value=np.nan) for name in ("found", "value"))
    there = ~np.isnan(found)
    wrong = there & ~np.isclose(found, value, rtol=1e-9, atol=0)
    items = items.assign(found=found, wrong=wrong)
    if not there.any():
        return Findings(items, 0, 0, None, None, None, None)
    rate, low, high = proportion(int(wrong.sum()), int(there.sum()))
    keys = {"indicator": "indicator_code", "found": "value"}
    rows = items.loc[wrong, ["manager_id", *keys]].rename(columns=keys).assign(period=held.period)
    other = [Fact("measurement", row) for row in rows.to_dict("records")]
    effect = batches.effect_of(actor, db, held.period, other) if wrong.any() else None
    return Findings(items, int(there.sum()), int(wrong.sum()), rate, low, high, effect)
