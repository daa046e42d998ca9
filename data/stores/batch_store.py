"""Questions about batches: what waits, what it would change, what it was made of."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from data.facts import TABLES
from data.reading.problems import Problem


class BatchRow(NamedTuple):
    """A batch with its state; ``why`` is what was said when it was brought or decided, ``answers`` who
    brought it or took over what lay in the inbox (None: nobody yet)."""

    batch_id: int
    kind: str
    file_name: str
    source: str
    rows_read: int
    rows: int
    problems: int
    status: str
    imported_by: str
    imported_at: dt.datetime
    decided_by: str | None
    why: str | None
    answers: str | None


def batches(cursor: Any, limit: int = 200, batch: int | None = None) -> list[BatchRow]:
    """The last batches, newest first; with `batch` that one."""
    rows = cursor.execute(
        """
        SELECT b.batch_id, b.kind, b.file_name, coalesce(b.source, ''), b.rows_read,
            (SELECT count(*) FROM staged_row r WHERE r.batch_id = b.batch_id),
            (SELECT count(*) FROM batch_problem p WHERE p.batch_id = b.batch_id AND p.severity = 'error'),
            e.status, b.imported_by, b.imported_at, e.decided_by, e.why, e.answers
        FROM import_batch b JOIN (
            SELECT batch_id, last(status ORDER BY event_id) AS status,
                last(actor ORDER BY event_id) FILTER (status IN ('approved', 'rejected')) AS decided_by,
                last(why ORDER BY event_id) FILTER (why IS NOT NULL) AS why,
                last(actor ORDER BY event_id) FILTER (status = 'awaiting-review') AS answers
            FROM batch_event GROUP BY batch_id
        ) e USING (batch_id)
        WHERE $1 IS NULL OR b.batch_id = $1 ORDER BY b.batch_id DESC LIMIT $2
        """,
        [batch, limit],
    ).fetchall()
    return [BatchRow(*row) for row in rows]


def problems(cursor: Any, batch_id: int) -> list[Problem]:
    """What was told of a batch's file."""
    rows = cursor.execute(
        """
        SELECT rule, severity, sheet, row_no, column_name, raw, params, count FROM batch_problem
        WHERE batch_id = ? ORDER BY severity, sheet, row_no
        """,
        [batch_id],
    ).fetchall()
    return [
        Problem(
            *(rule, severity, sheet or "", row, column or "", raw or ""),
            params=json.loads(params) if params else {},
            count=count or 1,
        )
        for rule, severity, sheet, row, column, raw, params, count in rows
    ]


def staged_values(cursor: Any, batch_id: int) -> pd.DataFrame:
    """The values and targets of a batch beside what holds: row_no, manager_id, period, indicator, value,
    target, own_value, says_value, says_target, before, before_target, and whether there was one
    (there, there_target)."""
    return cursor.execute(
        """
        WITH s AS (SELECT * FROM staged_row WHERE batch_id = $1),
        m AS (
            SELECT manager_id, period, indicator_code, last(value ORDER BY measurement_id) AS value
            FROM measurement WHERE period IN (SELECT DISTINCT period FROM s)
                AND batch_id IS DISTINCT FROM $1 GROUP BY ALL
        ), t AS (
            SELECT manager_id, period, indicator_code, last(value ORDER BY target_id) AS value
            FROM target WHERE period IN (SELECT DISTINCT period FROM s)
                AND batch_id IS DISTINCT FROM $1 GROUP BY ALL
        )
        SELECT s.row_no, s.manager_id, s.period, s.indicator_code AS indicator, s.value, s.target,
            s.own_value, s.says_value, s.says_target, m.value AS before, t.value AS before_target,
            m.period IS NOT NULL AS there, t.period IS NOT NULL AS there_target
        FROM s LEFT JOIN m USING (manager_id, period, indicator_code)
        LEFT JOIN t USING (manager_id, period, indicator_code) ORDER BY s.row_no
        """,
        [batch_id],
    ).df()


def payloads(cursor: Any, batch_id: int) -> list[tuple[int, str]]:
    """(row, JSON of what it says) of a batch of another kind than measured values."""
    return cursor.execute(
        "SELECT row_no, payload FROM staged_row WHERE batch_id = ? AND payload IS NOT NULL ORDER BY row_no",
        [batch_id],
    ).fetchall()


def value_history(
    cursor: Any, manager_id: str, period: str, indicator: str, name: str = "measurement"
) -> list[tuple[Any, ...]]:
    """(value, batch, file, brought by, approved by, when, reason) of one value (or target), oldest first."""
    table = TABLES[name]
    return cursor.execute(
        f"""
        SELECT m.value, m.batch_id, b.file_name, b.imported_by, e.actor, m.recorded_at, m.reason
        FROM {table.name} m LEFT JOIN import_batch b USING (batch_id)
        LEFT JOIN batch_event e ON e.batch_id = m.batch_id AND e.status = 'approved'
        WHERE m.manager_id = ? AND m.period = ? AND m.indicator_code = ? ORDER BY m.{table.number}
        """,
        [manager_id, period, indicator],
    ).fetchall()


def mapping(cursor: Any, source: str) -> dict[str, str]:
    """Heading → indicator code ('' for none) as confirmed for a source."""
    return dict(
        cursor.execute(
            """
            SELECT heading, last(indicator_code ORDER BY mapping_id) FROM source_mapping
            WHERE source = ? GROUP BY heading
            """,
            [source],
        ).fetchall()
    )


def confirm_mapping(
    cursor: Any, source: str, pairs: Sequence[tuple[str, str]], when: dt.datetime, by: str
) -> None:
    """Remember what headings of a source stand for."""
    cursor.executemany(
        "INSERT INTO source_mapping (source, heading, indicator_code, confirmed_at, confirmed_by)"
        " VALUES (?, ?, ?, ?, ?)",
        [[source, h, c, when, by] for h, c in pairs],
    )
