"""Questions about batches: what waits, what it would change, what it was made of."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd


class BatchRow(NamedTuple):
    """A batch with its state; ``why`` is what was said when it was brought or decided."""

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


def batches(cursor: Any, limit: int = 200) -> list[BatchRow]:
    """The last batches, newest first."""
    rows = cursor.execute(
        """
        SELECT b.batch_id, b.kind, b.file_name, coalesce(b.source, ''), b.rows_read,
            (SELECT count(*) FROM staged_row r WHERE r.batch_id = b.batch_id),
            (SELECT count(*) FROM batch_problem p WHERE p.batch_id = b.batch_id AND p.severity = 'error'),
            e.status, b.imported_by, b.imported_at, e.decided_by, e.why
        FROM import_batch b JOIN (
            SELECT batch_id, last(status ORDER BY happened_at) AS status,
                last(actor ORDER BY happened_at) FILTER (status != 'awaiting-review') AS decided_by,
                last(why ORDER BY happened_at) FILTER (why IS NOT NULL) AS why
            FROM batch_event GROUP BY batch_id
        ) e USING (batch_id)
        ORDER BY b.batch_id DESC LIMIT ?
        """,
        [limit],
    ).fetchall()
    return [BatchRow(*row) for row in rows]


def problems(cursor: Any, batch_id: int) -> list[tuple[str, int | None, str, str, str, str, dict[str, Any]]]:
    """(sheet, row, column, raw, rule, severity, params) of a batch, as they were told."""
    rows = cursor.execute(
        """
        SELECT sheet, row_no, column_name, raw, rule, severity, params FROM batch_problem
        WHERE batch_id = ? ORDER BY severity, sheet, row_no
        """,
        [batch_id],
    ).fetchall()
    return [(*row[:6], json.loads(row[6]) if row[6] else {}) for row in rows]


def staged_values(cursor: Any, batch_id: int) -> pd.DataFrame:
    """The values of a batch beside what is there: row_no, manager_id, period, indicator, value, target,
    own_value, before, there (whether there is a value now)."""
    return cursor.execute(
        """
        SELECT s.row_no, s.manager_id, s.period, s.indicator_code AS indicator, s.value, s.target,
            s.own_value, m.value AS before, m.there
        FROM staged_row s LEFT JOIN (
            SELECT manager_id, period, indicator_code, last(value ORDER BY measurement_id) AS value,
                true AS there
            FROM measurement
            WHERE period IN (SELECT DISTINCT period FROM staged_row WHERE batch_id = $1)
                AND batch_id IS DISTINCT FROM $1
            GROUP BY ALL
        ) m USING (manager_id, period, indicator_code)
        WHERE s.batch_id = $1 ORDER BY s.row_no
        """,
        [batch_id],
    ).df()


def reversal(cursor: Any, batch_id: int) -> pd.DataFrame:
    """What undoes a batch: for every value that still is the batch's own, the one before it (NaN: none)."""
    return cursor.execute(
        """
        WITH held AS (
            SELECT manager_id, period, indicator_code, last(batch_id ORDER BY measurement_id) AS holder,
                last(value ORDER BY measurement_id) FILTER (batch_id != $1) AS before
            FROM measurement
            WHERE (manager_id, period, indicator_code) IN (
                SELECT (manager_id, period, indicator_code) FROM measurement WHERE batch_id = $1
            ) GROUP BY ALL
        )
        SELECT manager_id, period, indicator_code AS indicator, before AS value FROM held WHERE holder = $1
        ORDER BY manager_id, period, indicator
        """,
        [batch_id],
    ).df()


def value_history(cursor: Any, manager_id: str, period: str, indicator: str) -> list[tuple[Any, ...]]:
    """(value, batch, file, brought by, approved by, when, reason) of one value, oldest first."""
    return cursor.execute(
        """
        SELECT m.value, m.batch_id, b.file_name, b.imported_by, e.actor, m.recorded_at, m.reason
        FROM measurement m LEFT JOIN import_batch b USING (batch_id)
        LEFT JOIN batch_event e ON e.batch_id = m.batch_id AND e.status = 'approved'
        WHERE m.manager_id = ? AND m.period = ? AND m.indicator_code = ? ORDER BY m.measurement_id
        """,
        [manager_id, period, indicator],
    ).fetchall()


def mapping(cursor: Any, source: str) -> dict[str, str]:
    """Heading → indicator code ('' for none) as confirmed for a source."""
    return dict(
        cursor.execute(
            """
            SELECT heading, last(indicator_code ORDER BY confirmed_at) FROM source_mapping
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
        "INSERT INTO source_mapping VALUES (?, ?, ?, ?, ?)", [[source, h, c, when, by] for h, c in pairs]
    )
