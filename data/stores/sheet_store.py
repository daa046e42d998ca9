"""Frozen results as stored: published once, never changed; a period that is published again has several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

from data.database import Cursor
from data.rows import insert, next_number, rows
from data.stores.period_store import PUBLISHED


@dataclass(frozen=True)
class Frozen:
    """A stored result without its content; ``state`` is the period's now, ``frozen_at`` in UTC.

    It was scored from the facts as they stood at ``facts_at`` (UTC) and what the batches ``corrections``
    brought since, those of granted appeals; ``appeal_id``: the appeal that it was made for.
    """

    sheet_id: int
    period: str
    state: str
    scheme_code: str
    scheme_version: int
    engine: str
    inputs_sha256: str
    sha256: str
    frozen_at: dt.datetime
    frozen_by: str
    facts_at: dt.datetime
    corrections: Annotated[tuple[int, ...], tuple]
    appeal_id: int | None


@dataclass(frozen=True)
class NewSheet:
    """A result to be stored, with its content as text and the hashes of what went in and of the text; see
    :class:`Frozen`."""

    period: str
    scheme_code: str
    scheme_version: int
    engine: str
    inputs_sha256: str
    frozen_at: dt.datetime
    frozen_by: str
    content: str
    content_sha256: str
    facts_at: dt.datetime
    corrections: tuple[int, ...] = ()
    appeal_id: int | None = None


def sheets(cursor: Cursor, period: str | None = None) -> list[Frozen]:
    """Every frozen result (of one period), oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT s.sheet_id, s.period, coalesce(e.state, 'collecting') AS state, s.scheme_code,
                s.scheme_version, s.engine, s.inputs_sha256, s.content_sha256 AS sha256, s.frozen_at,
                s.frozen_by, coalesce(s.facts_at, s.frozen_at) AS facts_at,
                coalesce(s.corrections, []) AS corrections, s.appeal_id
            FROM score_sheet s LEFT JOIN (
                SELECT period, last(state ORDER BY event_id) AS state FROM period_event GROUP BY period
            ) e USING (period)
            WHERE $1 IS NULL OR s.period = $1 ORDER BY s.sheet_id
            """,
            [period],
        ),
        Frozen,
    )


def current(cursor: Cursor, periods: Sequence[str]) -> list[Frozen]:
    """The result that holds for each of the periods that are published now."""
    last = {sheet.period: sheet for sheet in sheets(cursor)}
    return [last[p] for p in periods if p in last and last[p].state in PUBLISHED]


def contents(cursor: Cursor, sheet_ids: Sequence[int]) -> dict[int, str]:
    """The texts of frozen results."""
    if not sheet_ids:
        return {}
    found = cursor.execute(
        "SELECT sheet_id, content::VARCHAR FROM score_sheet WHERE list_contains($1::INTEGER[], sheet_id)",
        [list(sheet_ids)],
    ).fetchall()
    return dict(found)


def add(cursor: Cursor, sheet: NewSheet) -> int:
    """Store a result; its number."""
    number = next_number(cursor, "score_sheet", "sheet_id")
    said = asdict(sheet) | {"corrections": list(sheet.corrections)}
    insert(cursor, "score_sheet", sheet_id=number, **said)
    return number
