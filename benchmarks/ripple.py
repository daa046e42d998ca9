"""The ripple of a correction: beside a full recomputation that reads the facts another way; its time.

``python -m benchmarks.ripple``: 1 000 random corrections in an invented branch of 12 people and 8 months,
then one of each kind in one of 500 people and 36 months.
"""

from __future__ import annotations

import datetime as dt
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from access import audit
from access.actor import operator
from data import facts
from data.arrays import Facts, measurements_for
from data.database import Database
from data.facts import TABLES, Fact
from data.stores import period_store, sheet_store
from data.stores.sheet_store import Frozen
from scoring import Scheme, ScoreSheet, score
from scoring.periods import parse_period
from workflow import schemes
from workflow.branch import demo_branch
from workflow.intake import bearing
from workflow.results import frozen, moves
from workflow.results.moves import Move
from workflow.results.what_if import ripple

TRIED = -1
Rows = dict[str, list[dict[str, Any]]]


def stored(db: Database) -> Rows:
    """Every row of every table of facts, in the order of their numbers."""
    with db.read() as cursor:
        return {
            name: cursor.execute(f"SELECT * FROM {name} ORDER BY {table.number}").df().to_dict("records")
            for name, table in TABLES.items()
        }


def known(rows: Rows, name: str, at: dt.datetime, besides: Sequence[int], more: Fact) -> pd.DataFrame:
    """The rows of a table that held at a moment, with some batches and a fact besides; the last of a key."""
    table, held = TABLES[name], {}
    for row in rows[name]:
        if row["recorded_at"] <= at or row["batch_id"] in besides:
            held[tuple(str(row[column]) for column in table.key)] = row
    if more.table == name:
        said = {column: more.values.get(column) for column in table.columns}
        held[
            tuple(str(pd.Timestamp(v) if isinstance(v, dt.date) else v) for v in (said[c] for c in table.key))
        ] = said | {"withdrawn": more.withdrawn}
    own = table.withdrawn == "withdrawn"
    kept = [r for r in held.values() if not (r["withdrawn"] if own else pd.isna(r["value"]))]
    frame = pd.DataFrame(kept, columns=list(table.columns))
    for column in table.columns:
        if column.endswith("_on"):
            frame[column] = pd.to_datetime(frame[column])
    return frame


Cached = dict[tuple[str, str], pd.DataFrame]


def whole(rows: Rows, sheet: Frozen, scheme: Scheme, more: Fact, cached: Cached) -> ScoreSheet:
    """A period scored from everything that was known, without asking what a correction bears on. `cached`
    keeps the tables without it."""
    of = {}
    for name in TABLES:
        place = (sheet.period, name)
        if name == more.table or place not in cached:
            of[name] = known(rows, name, sheet.facts_at, sheet.corrections, more)
        if name != more.table:
            of[name] = cached.setdefault(place, of.get(name, pd.DataFrame()))
    values = of["measurement"].rename(columns={"indicator_code": "indicator"})
    targets = of["target"].rename(columns={"indicator_code": "indicator", "value": "target"})
    key = ["manager_id", "period", "indicator"]
    history = values[[*key, "value", "own_value"]].merge(targets[[*key, "target"]], on=key, how="outer")
    records = of["person_record"].sort_values(["from_on", "manager_id"], kind="stable")
    said = ["name", "name_en", "position"]
    records[said] = records.groupby("manager_id")[said].ffill()
    records["from_on"] = pd.to_datetime(records["from_on"]).dt.date
    found = Facts(
        history=history,
        people=of["employment"],
        events=of["event"],
        leave=of["leave_of_absence"],
        handovers=of["handover"],
        records=records,
        memberships=of["membership"].sort_values(["starts_on", "manager_id"], kind="stable"),
        codes=tuple(sorted(of["indicator"]["code"])),
    )
    return score(scheme, measurements_for(scheme, parse_period(sheet.period), found))


def corrections(db: Database, count: int, seed: int) -> list[Fact]:
    """Random corrections of every kind of fact that scoring reads."""
    chance, rows = random.Random(seed), stored(db)
    people = sorted({row["manager_id"] for row in rows["employment"]})
    periods = sorted({row["period"] for row in rows["measurement"]}, key=parse_period)

    def row(name: str) -> dict[str, Any]:
        picked = chance.choice(rows[name])
        return {column: None if _none(picked[column]) else picked[column] for column in TABLES[name].columns}

    def day() -> dt.date:
        first = parse_period(chance.choice(periods)).first_day
        return first + dt.timedelta(days=chance.randrange(28))

    def one() -> Fact:
        kind = chance.choice(
            ["measurement"] * 4 + ["target", "event", "leave", "joined", "team", "book", "post"]
        )
        person = chance.choice(people)
        if kind in ("measurement", "target"):
            said = row(kind)
            number = None if chance.random() < 0.1 else said["value"] * chance.choice([0.2, 0.9, 1.1, 3.0])
            return Fact(kind, said | {"value": number}, number is None)
        if kind == "event":
            new = {
                "manager_id": person,
                "period": chance.choice(periods),
                "kind": "deduction",
                "identity": "x",
            }
            more = {
                "points": chance.choice([1.0, 4.0, 20.0]),
                "reason": "x",
                "document": None,
                "finding": None,
            }
            return Fact("event", new | more)
        if kind == "leave":
            begins = day()
            ends = begins + dt.timedelta(days=chance.randrange(1, 60))
            return Fact(
                "leave_of_absence", {"manager_id": person, "from_on": begins, "to_on": ends, "kind": "sick"}
            )
        if kind == "joined":
            return Fact("employment", row("employment") | {"joined_on": day()})
        if kind == "team":
            team = row("membership")["team_id"]
            return Fact("membership", {"manager_id": person, "starts_on": day(), "team_id": team})
        if kind == "book":
            return Fact("handover", {"receiver_id": person, "giver_id": "", "on_date": day(), "note": None})
        said = row("person_record") | {"from_on": day(), "position": chance.choice(["初级", "高级"])}
        return Fact("person_record", said)

    return [one() for _ in range(count)]


def _none(value: object) -> bool:
    return value is None or (isinstance(value, float) and value != value) or value is pd.NaT


def compare(db: Database, found: Sequence[Fact]) -> int:
    """How many of the corrections change somebody's result; each has the same ripple as a full recomputation.

    Raises
    ------
    AssertionError : one has not.
    """
    rows, touching = stored(db), 0
    cached: Cached = {}
    with db.read() as cursor:
        codes = [one.code for one in period_store.periods_with_data(cursor)]
        sheets = {one.period: one for one in sheet_store.current(cursor, codes)}
    published = frozen.published(db, codes)
    by_reference = {(i.scheme.code, i.scheme.version): i.scheme for i in schemes.stored(db)}
    for fact in found:
        told = ripple.ripple(
            db, bearing.touched_by([fact]), lambda c, f=fact: facts.add(c, [f], TRIED, audit.now()), TRIED
        )
        has = {one.period: one.moves for one in told}
        want: dict[str, tuple[Move, ...]] = {}
        for code, sheet in sheets.items():
            scheme = by_reference[sheet.scheme_code, sheet.scheme_version]
            after = whole(rows, sheet, scheme, fact, cached)
            if changed := moves.differences(published[code].sheet, after):
                want[code] = changed
        assert {k: _plain(v) for k, v in has.items()} == {k: _plain(v) for k, v in want.items()}, fact
        touching += bool(want)
    return touching


def _plain(found: Sequence[Move]) -> set[str]:
    return {str(move) for move in found}


def _timed(db: Database) -> None:
    for fact in {f.table: f for f in corrections(db, 40, 1)}.values():
        begun = time.perf_counter()
        told = ripple.recomputed(
            db, bearing.touched_by([fact]), lambda c, f=fact: facts.add(c, [f], TRIED, audit.now()), TRIED
        )
        seconds = time.perf_counter() - begun
        print(f"{fact.table}: {len(told)} periods of 500 people in {seconds:.2f} s")


def main() -> None:
    """Compare and measure."""
    with tempfile.TemporaryDirectory() as folder:
        small = Database.open(Path(folder) / "small.duckdb", create=True)
        demo_branch.load(operator("init"), small, 12, 8)
        begun, touching = time.perf_counter(), compare(small, corrections(small, 1000, 7))
        seconds = time.perf_counter() - begun
        print(
            f"1000 random corrections, {touching} of them change a result: all as recomputed, {seconds:.0f} s"
        )
        large = Database.open(Path(folder) / "large.duckdb", create=True)
        demo_branch.load(operator("init"), large, 500, 36)
        _timed(large)


if __name__ == "__main__":
    main()
