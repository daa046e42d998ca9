"""Storing batches: staging what waits for review, and turning it into facts once approved."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pandas as pd

from data.reading.judged import Judged

_TYPED = {"metrics", "targets"}


def stage(
    cursor: Any,
    judged: Judged,
    file_name: str,
    sha256: str,
    by: str,
    at: dt.datetime,
    source: str | None,
    why: str | None = None,
) -> int:
    """Keep a judged file until the second person decides; gives the batch's number."""
    (batch,) = cursor.execute("SELECT coalesce(max(batch_id), 0) + 1 FROM import_batch").fetchone()
    cursor.execute(
        "INSERT INTO import_batch VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [batch, judged.kind, file_name, sha256, source, judged.rows_read, by, at],
    )
    cursor.execute("INSERT INTO batch_event VALUES (?, 'awaiting-review', ?, ?, ?)", [batch, at, by, why])
    frame = _staged(judged)
    cursor.register("staged_frame", frame)
    cursor.execute(
        "INSERT INTO staged_row SELECT ?, row_no, manager_id, period, indicator, value, target, own_value,"
        " payload FROM staged_frame",
        [batch],
    )
    cursor.unregister("staged_frame")
    for problem in judged.problems[:1000]:
        cursor.execute(
            "INSERT INTO batch_problem VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(batch, problem.sheet, problem.row, problem.column, problem.raw, problem.rule),
                *(problem.severity, json.dumps(problem.params)),
            ],
        )
    return int(batch)


def _staged(judged: Judged) -> pd.DataFrame:
    rows = judged.accepted
    frame = pd.DataFrame({"row_no": rows.index.to_numpy(dtype="int64")})
    for column in ("manager_id", "period", "indicator"):
        frame[column] = rows[column].to_numpy() if column in rows else None
    for column in ("value", "target", "own_value"):
        frame[column] = rows[column].to_numpy(dtype=float) if column in rows else float("nan")
    if judged.kind in _TYPED:
        frame["payload"] = None
    else:
        records = rows.to_dict("records")
        frame["payload"] = [
            json.dumps({k: None if pd.isna(v) else v for k, v in r.items()}, default=_day) for r in records
        ]
    return frame.astype({"manager_id": "str", "period": "str", "indicator": "str", "payload": "str"})


def _day(value: object) -> str:
    return str(value)[:10]


def batch(cursor: Any, batch_id: int) -> tuple[str, str, str] | None:
    """(kind, imported by, status) of a batch."""
    row = cursor.execute(
        """
        SELECT b.kind, b.imported_by, last(e.status ORDER BY e.happened_at)
        FROM import_batch b JOIN batch_event e USING (batch_id) WHERE b.batch_id = ? GROUP BY ALL
        """,
        [batch_id],
    ).fetchone()
    return None if row is None else (str(row[0]), str(row[1]), str(row[2]))


def waiting(cursor: Any) -> int:
    """How many batches wait for the second person."""
    (count,) = cursor.execute(
        """
        SELECT count(*) FROM (
            SELECT last(status ORDER BY happened_at) AS status FROM batch_event GROUP BY batch_id
        ) WHERE status = 'awaiting-review'
        """
    ).fetchone()
    return int(count)


def decide(cursor: Any, batch_id: int, status: str, at: dt.datetime, by: str, why: str | None) -> None:
    """Record the second person's decision."""
    cursor.execute("INSERT INTO batch_event VALUES (?, ?, ?, ?, ?)", [batch_id, status, at, by, why])


def make_facts(cursor: Any, batch_id: int, kind: str, at: dt.datetime) -> None:
    """Turn the staged rows of an approved batch into facts."""
    if kind in _TYPED:
        if kind == "metrics":
            cursor.execute(
                """
                INSERT INTO measurement
                    (manager_id, indicator_code, period, value, own_value, batch_id, recorded_at, reason)
                SELECT manager_id, indicator_code, period, nullif(value, 'nan'::DOUBLE),
                    nullif(own_value, 'nan'::DOUBLE), batch_id, $1,
                    (SELECT any_value(why) FROM batch_event
                     WHERE batch_id = $2 AND status = 'awaiting-review')
                FROM staged_row WHERE batch_id = $2 ORDER BY row_no
                """,
                [at, batch_id],
            )
        cursor.execute(
            """
            INSERT INTO target (manager_id, indicator_code, period, value, batch_id, recorded_at)
            SELECT manager_id, indicator_code, period, target, batch_id, ? FROM staged_row
            WHERE batch_id = ? AND target > 0 AND NOT isnan(target) ORDER BY row_no
            """,
            [at, batch_id],
        )
        return
    payloads = cursor.execute(
        "SELECT payload FROM staged_row WHERE batch_id = ? ORDER BY row_no", [batch_id]
    ).fetchall()
    store = {"people": _person, "indicators": _indicator, "events": _event}[kind]
    for (payload,) in payloads:
        store(cursor, json.loads(payload), batch_id, at)


def _person(cursor: Any, row: dict[str, Any], batch_id: int, at: dt.datetime) -> None:
    team = row["team"]
    cursor.execute(
        "INSERT INTO team VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [team, team, row.get("team_en") or team]
    )
    current = cursor.execute(
        "SELECT team_id FROM membership WHERE manager_id = ?"
        " ORDER BY starts_on DESC, recorded_at DESC LIMIT 1",
        [row["manager_id"]],
    ).fetchone()
    if current is None or current[0] != team:
        start = at.date() if current else row.get("joined_on") or "1900-01-01"
        cursor.execute(
            "INSERT INTO membership VALUES (?, ?, ?, ?, ?)", [row["manager_id"], team, start, batch_id, at]
        )
    cursor.execute(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(row["manager_id"], row["name"], row.get("name_en") or row["name"], row.get("position") or None),
            *(row.get("joined_on"), row.get("left_on"), row.get("email") or None, batch_id, at),
        ],
    )


def _indicator(cursor: Any, row: dict[str, Any], batch_id: int, at: dt.datetime) -> None:
    keys = ("code", "name_zh", "name_en", "unit", "direction", "measure", "kind", "aliases")
    cursor.execute(
        "INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*(row.get(key) for key in keys), batch_id, at],
    )


def _event(cursor: Any, row: dict[str, Any], batch_id: int, at: dt.datetime) -> None:
    finding = row.get("finding") or None
    keys = ("manager_id", "period", "kind", "points", "reason")
    cursor.execute(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [*(row.get(key) for key in keys), finding, batch_id, at],
    )
