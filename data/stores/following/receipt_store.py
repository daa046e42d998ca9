"""Receipts as stored: who has signed for which published result."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import Local, insert, rows


@dataclass(frozen=True)
class StoredReceipt:
    """A signature under a result: the sheet and its hash, the remark ("" without one), when (in the branch's
    time) and by whom."""

    sheet_id: int
    sha256: str
    period: str
    manager_id: str
    remark: str
    at: Local
    by: str


def receipts(cursor: Cursor, period: str | None = None) -> list[StoredReceipt]:
    """Every receipt (of one period), oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT r.sheet_id, s.content_sha256 AS sha256, s.period, r.manager_id,
                coalesce(r.remark, '') AS remark, r.happened_at AS at, r.actor AS by
            FROM receipt r JOIN score_sheet s USING (sheet_id)
            WHERE $1 IS NULL OR s.period = $1 ORDER BY r.receipt_id
            """,
            [period],
        ),
        StoredReceipt,
    )


def add(
    cursor: Cursor, sheet_id: int, manager_id: str, remark: str | None, when: dt.datetime, by: str
) -> None:
    """Store that somebody has signed for a result."""
    insert(
        cursor,
        "receipt",
        sheet_id=sheet_id,
        manager_id=manager_id,
        remark=remark,
        happened_at=when,
        actor=by,
    )
