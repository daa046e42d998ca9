"""Storing batches: staging what waits for review, and turning it into facts once approved."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data import facts
from data.changes import Change, planned
from data.database import Cursor
from data.facts import Fact
from data.reading.columns.kinds import MEASURED
from data.reading.judged import Judged
from data.reading.problems import Problem
from data.rows import Local, first, insert, next_number, scalar
from data.stores.intake import batch_store

ARRIVED, WAITING, APPROVED, REJECTED = "arrived", "awaiting-review", "approved", "rejected"
_ORDER = "period_no, person_no, indicator_no, row_no"
_STAGED = ("manager_id", "period", "indicator", "value", "target", "own_value")


@dataclass(frozen=True)
class Header:
    """What a batch is: the kind of its rows, the file (its name and hash; "" for what people type), the
    system that it came from, how many rows were read, why it is brought, and which batch it takes back."""

    kind: str
    file_name: str
    sha256: str
    source: str | None
    rows_read: int
    why: str | None = None
    undoes: int | None = None


def stage(
    cursor: Cursor,
    header: Header,
    rows: pd.DataFrame,
    problems: Sequence[Problem],
    by: str,
    at: dt.datetime,
    status: str = WAITING,
) -> int:
    """Keep rows (of :func:`rows_of` or :func:`rows_of_facts`) until the second person decides; gives the
    batch's number."""
    batch = next_number(cursor, "import_batch", "batch_id")
    insert(
        cursor,
        "import_batch",
        batch_id=batch,
        kind=header.kind,
        file_name=header.file_name,
        file_sha256=header.sha256,
        source=header.source,
        rows_read=header.rows_read,
        undoes=header.undoes,
        imported_by=by,
        imported_at=at,
    )
    decide(cursor, batch, status, at, by, header.why)
    cursor.register("staged_frame", rows.rename(columns={"indicator": "indicator_code"}))
    facts.learn(cursor, "staged_frame")
    said = "row_no, person_no, indicator_no, period_no, value, target, own_value, says_value, says_target"
    # In the order in which they become facts: what is alike and stands together takes little room.
    cursor.execute(
        f"INSERT INTO staged (batch_id, {said}, payload) SELECT ?, {said}, payload"
        f" FROM staged_frame {facts.WITH_NUMBERS} ORDER BY {_ORDER}",
        [batch],
    )
    cursor.unregister("staged_frame")
    if problems:
        cursor.register("problem_frame", _told(problems))
        cursor.execute(
            "INSERT INTO batch_problem"
            " (batch_id, sheet, row_no, column_name, raw, rule, severity, params, count)"
            " SELECT ?, sheet, row_no, column_name, raw, rule, severity, params, count FROM problem_frame",
            [batch],
        )
        cursor.unregister("problem_frame")
    return batch


def _told(problems: Sequence[Problem]) -> pd.DataFrame:
    """What was told of a file, as it is stored."""
    frame = pd.DataFrame(
        {
            "sheet": [p.sheet for p in problems],
            "row_no": [p.row for p in problems],
            "column_name": [p.column for p in problems],
            "raw": [p.raw for p in problems],
            "rule": [str(p.rule) for p in problems],
            "severity": [p.severity for p in problems],
            "params": [_json(p.params) for p in problems],
            "count": [p.count for p in problems],
        }
    )
    return frame.astype({"row_no": "Int64"})


def rows_of(judged: Judged) -> pd.DataFrame:
    """The rows of a judged file as they are staged."""
    rows = judged.accepted
    frame = pd.DataFrame({"row_no": rows.index.to_numpy(dtype="int64")})
    for column in _STAGED[:3]:
        frame[column] = rows[column].array if column in rows else None
    for column in _STAGED[3:]:
        frame[column] = rows[column].to_numpy(dtype=float) if column in rows else float("nan")
    frame["says_value"] = judged.kind == "metrics"
    frame["says_target"] = frame["target"].notna() if judged.kind == "metrics" else judged.kind == "targets"
    if judged.kind in MEASURED:
        frame["payload"] = None
    else:
        records = rows.to_dict("records")
        frame["payload"] = [
            json.dumps({k: None if pd.isna(v) else v for k, v in r.items()}, default=_day) for r in records
        ]
    texts = [c for c in (*_STAGED[:3], "payload") if not isinstance(frame[c].dtype, pd.CategoricalDtype)]
    return frame.astype(dict.fromkeys(texts, "str"))


def rows_of_facts(found: Sequence[Fact]) -> pd.DataFrame:
    """Facts as they are staged: measured ones as values and targets, the others as what they are."""
    rows = []
    for number, fact in enumerate(found, start=1):
        said = fact.values
        value = fact.table == "measurement"
        if value or fact.table == "target":
            key = [said["manager_id"], said["period"], said["indicator_code"]]
            numbers = [said["value"], None, said.get("own_value")] if value else [None, said["value"], None]
            rows.append([number, *key, *numbers, value, not value, None])
            continue
        payload = {"table": fact.table, "values": dict(said), "withdrawn": fact.withdrawn}
        text = json.dumps(payload, default=_day)
        rows.append(
            [number, said.get("manager_id"), said.get("period"), None, None, None, None, False, False, text]
        )
    names = ["row_no", *_STAGED, "says_value", "says_target", "payload"]
    return pd.DataFrame(rows, columns=names).astype({name: float for name in _STAGED[3:]})


def _json(params: Mapping[str, object]) -> str:
    return json.dumps(params, ensure_ascii=False, default=str)


def _day(value: object) -> str:
    return str(value)[:10]


@dataclass(frozen=True)
class Standing:
    """How a batch stands: its kind, its state, and who may not approve it (they brought it, or answer for
    it)."""

    kind: str
    state: str
    brought_by: list[str]
    brought_at: Local


def standing(cursor: Cursor, batch_id: int) -> Standing | None:
    """How a batch stands; None where there is none."""
    return first(
        cursor.execute(
            """
            SELECT b.kind, last(e.status ORDER BY e.event_id) AS state,
                list_prepend(
                    b.imported_by,
                    coalesce(list(e.actor) FILTER (e.status IN ('arrived', 'awaiting-review')), [])
                ) AS brought_by,
                any_value(b.imported_at) AS brought_at
            FROM import_batch b JOIN batch_event e USING (batch_id) WHERE b.batch_id = ?
            GROUP BY b.kind, b.imported_by
            """,
            [batch_id],
        ),
        Standing,
    )


def waiting(cursor: Cursor) -> int:
    """How many batches wait for somebody."""
    return int(
        scalar(
            cursor.execute(
                """
                SELECT count(*) FROM (
                    SELECT last(status ORDER BY event_id) AS status FROM batch_event GROUP BY batch_id
                ) WHERE status IN ('arrived', 'awaiting-review')
                """
            )
        )
    )


def decide(cursor: Cursor, batch_id: int, status: str, at: dt.datetime, by: str, why: str | None) -> None:
    """Record what somebody did with a batch."""
    insert(cursor, "batch_event", batch_id=batch_id, status=status, happened_at=at, actor=by, why=why)


def make_facts(cursor: Cursor, batch_id: int, kind: str, at: dt.datetime, today: dt.date) -> None:
    """Turn the staged rows of a batch into facts."""
    if kind not in MEASURED:
        facts.add(cursor, [change.fact for change in changes(cursor, batch_id, kind, today)], batch_id, at)
        return
    why = "(SELECT first(why ORDER BY event_id) FROM batch_event WHERE batch_id = $2)"
    keys = ", ".join(facts.NUMBERED)
    for base, said, when in (
        ("measured", {"value": "value", "own_value": "own_value"}, "says_value"),
        ("targeted", {"value": "target"}, "says_target"),
    ):
        numbers = ", ".join(f"nullif({staged}, 'nan'::DOUBLE)" for staged in said.values())
        cursor.execute(
            f"INSERT INTO {base} ({keys}, {', '.join(said)}, batch_id, recorded_at, reason)"
            f" SELECT {keys}, {numbers}, batch_id, $1, {why}"
            f" FROM staged WHERE batch_id = $2 AND {when} ORDER BY {_ORDER}",
            [at, batch_id],
        )
    facts.count(cursor)


def changes(cursor: Cursor, batch_id: int, kind: str, today: dt.date) -> list[Change]:
    """What the rows of a batch of another kind than measured values make, each beside what holds."""
    said = [(row.row_no, row.says) for row in batch_store.payloads(cursor, batch_id)]
    return planned(cursor, kind, said, today)


def brought_later(cursor: Cursor, batch_id: int, kind: str, today: dt.date) -> int:
    """How many cells of a batch hold what a batch that was brought after it says."""
    if kind not in MEASURED:
        found = changes(cursor, batch_id, kind, today)
        return sum(1 for c in found if c.before is not None and (c.before.get("batch_id") or 0) > batch_id)
    keys = ", ".join(facts.NUMBERED)
    return sum(
        int(
            scalar(
                cursor.execute(
                    f"""
                    WITH said AS (
                        SELECT {keys} FROM staged WHERE batch_id = $1 AND {says}
                    ), later AS (
                        SELECT DISTINCT {keys} FROM {base}
                        JOIN (SELECT DISTINCT {keys} FROM said) USING ({keys}) WHERE batch_id > $1
                    )
                    SELECT count(*) FROM said JOIN (
                        SELECT {keys} FROM {base} JOIN later USING ({keys})
                        QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY number DESC) = 1
                            AND batch_id > $1 AND value IS NOT NULL
                    ) USING ({keys})
                    """,
                    [batch_id],
                )
            )
        )
        for base, says in (("measured", "says_value"), ("targeted", "says_target"))
    )


def brought_before(cursor: Cursor, sha256: str) -> int | None:
    """The last batch of the very same file that was not turned down; None where there is none."""
    last = scalar(
        cursor.execute(
            """
            SELECT max(b.batch_id) FROM import_batch b
            WHERE b.file_sha256 = ? AND b.file_sha256 != '' AND 'rejected' != (
                SELECT last(status ORDER BY event_id) FROM batch_event e WHERE e.batch_id = b.batch_id
            )
            """,
            [sha256],
        )
    )
    return None if last is None else int(last)
