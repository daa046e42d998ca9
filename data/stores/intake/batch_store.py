"""Questions about batches: what waits, what it would change, what it was made of."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import pandas as pd

from data.database import Cursor
from data.facts import NUMBERED
from data.reading.problems import Problem
from data.rows import rows


@dataclass(frozen=True)
class BatchRow:
    """A batch with its state; ``why`` is what was said when it was brought or decided, ``answers`` who
    brought it or took over what lay in the inbox (None: nobody yet). ``imported_at`` in UTC."""

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


@dataclass(frozen=True)
class Payload:
    """One row of a batch of another kind than measured values: its row in the file, and what it says."""

    row_no: int
    says: Annotated[Mapping[str, Any], json.loads]


def batches(cursor: Cursor, limit: int = 200, batch: int | None = None) -> list[BatchRow]:
    """The last batches, newest first; with `batch` that one."""
    return rows(
        cursor.execute(
            """
            SELECT b.batch_id, b.kind, b.file_name, coalesce(b.source, '') AS source, b.rows_read,
                (SELECT count(*) FROM staged r WHERE r.batch_id = b.batch_id) AS rows,
                (
                    SELECT count(*) FROM batch_problem p
                    WHERE p.batch_id = b.batch_id AND p.severity = 'error'
                ) AS problems,
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
        ),
        BatchRow,
    )


def problems(cursor: Cursor, batch_id: int) -> list[Problem]:
    """What was told of a batch's file."""
    return rows(
        cursor.execute(
            """
            SELECT rule, severity, coalesce(sheet, '') AS sheet, row_no AS row,
                coalesce(column_name, '') AS column, coalesce(raw, '') AS raw,
                coalesce(params, '{}') AS params, coalesce(count, 1) AS count
            FROM batch_problem p WHERE batch_id = ? ORDER BY p.severity, p.sheet, p.row_no
            """,
            [batch_id],
        ),
        Problem,
        params=json.loads,
    )


def named(cursor: Cursor, batch_id: int, key: Literal["person", "period", "indicator"]) -> frozenset[str]:
    """Whom the values and targets of a batch are about, of which periods, or of what."""
    label = {"person": "manager_id", "period": "period", "indicator": "indicator_code"}[key]
    found = cursor.execute(
        f"""
        SELECT {label} FROM {key}_key WHERE {key}_no IN (
            SELECT {key}_no FROM staged WHERE batch_id = ?
        )
        """,
        [batch_id],
    )
    return frozenset(text for (text,) in found.fetchall())


def staged_values(cursor: Cursor, batch_id: int) -> pd.DataFrame:
    """The values and targets of a batch beside what holds: row_no, manager_id, period, indicator, value,
    target, own_value, says_value, says_target, before, before_target, and whether there was one
    (there, there_target)."""
    keys = ", ".join(NUMBERED)
    return cursor.execute(
        f"""
        WITH s AS (
            SELECT row_no, {keys}, value, target, own_value, says_value, says_target FROM staged
            WHERE batch_id = $1
        ), k AS (
            SELECT DISTINCT {keys} FROM s
        ), m AS (
            SELECT {keys}, last(value ORDER BY number) AS value
            FROM measured JOIN k USING ({keys}) WHERE batch_id <> $1 GROUP BY {keys}
        ), t AS (
            SELECT {keys}, last(value ORDER BY number) AS value
            FROM targeted JOIN k USING ({keys}) WHERE batch_id <> $1 GROUP BY {keys}
        )
        SELECT s.row_no, manager_id, period, indicator_code AS indicator, s.value, s.target,
            s.own_value, s.says_value, s.says_target, m.value AS before, t.value AS before_target,
            m.period_no IS NOT NULL AS there, t.period_no IS NOT NULL AS there_target
        FROM s LEFT JOIN m USING ({keys}) LEFT JOIN t USING ({keys})
        LEFT JOIN person_key USING (person_no) LEFT JOIN period_key USING (period_no)
        LEFT JOIN indicator_key USING (indicator_no)
        ORDER BY s.row_no, period, manager_id, indicator
        """,
        [batch_id],
    ).df()


def payloads(cursor: Cursor, batch_id: int) -> list[Payload]:
    """The rows of a batch of another kind than measured values, in the order of the file."""
    return rows(
        cursor.execute(
            """
            SELECT row_no, payload AS says FROM staged WHERE batch_id = ? AND payload IS NOT NULL
            ORDER BY row_no
            """,
            [batch_id],
        ),
        Payload,
    )


def authors(cursor: Cursor, batch_id: int) -> list[tuple[str, str]]:
    """Who made a batch into facts: (user name, "brought" or "approved"); whoever answers for a file that lay
    in the inbox has brought it."""
    found = cursor.execute(
        """
        SELECT imported_by, 'brought' FROM import_batch WHERE batch_id = $1
        UNION ALL
        SELECT actor, CASE status WHEN 'approved' THEN 'approved' ELSE 'brought' END FROM batch_event
        WHERE batch_id = $1 AND status IN ('arrived', 'awaiting-review', 'approved')
        """,
        [batch_id],
    ).fetchall()
    return [(str(name), str(how)) for name, how in found]


def awaited(cursor: Cursor, kind: str) -> list[tuple[int, Mapping[str, Any]]]:
    """The rows of a kind that wait for a second person: (batch, what the row says), in their order."""
    found = cursor.execute(
        """
        SELECT r.batch_id, r.payload FROM staged r JOIN import_batch b USING (batch_id) JOIN (
            SELECT batch_id, last(status ORDER BY event_id) AS status FROM batch_event GROUP BY batch_id
        ) e USING (batch_id)
        WHERE b.kind = ? AND e.status = 'awaiting-review' AND r.payload IS NOT NULL
        ORDER BY r.batch_id, r.row_no
        """,
        [kind],
    ).fetchall()
    return [(int(batch), json.loads(says)) for batch, says in found]
