"""The trail as it is read: entries by person, action and days, latest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data.database import Cursor
from data.rows import Local, rows


@dataclass(frozen=True)
class TrailEntry:
    """One entry: ``at`` in the branch's time, ``by`` a user name, ``detail`` as JSON."""

    seq: int
    at: Local
    by: str
    action: str
    subject: str
    detail: str


def entries(
    cursor: Cursor,
    first: dt.datetime,
    before: dt.datetime,
    by: str | None,
    action: str | None,
    most: int,
) -> list[TrailEntry]:
    """Entries of moments (UTC) from `first` to before `before`, of a person or an action where one is given;
    the latest `most`."""
    found = cursor.execute(
        """
        SELECT seq, happened_at AS at, actor AS by, action, subject, detail::VARCHAR AS detail FROM audit
        WHERE happened_at >= $1 AND happened_at < $2
            AND ($3::VARCHAR IS NULL OR actor = $3) AND ($4::VARCHAR IS NULL OR action = $4)
        ORDER BY seq DESC LIMIT $5
        """,
        [first, before, by, action, most],
    )
    return rows(found, TrailEntry)


def people(cursor: Cursor) -> list[str]:
    """Everybody who ever did something, by user name."""
    return [name for (name,) in cursor.execute("SELECT DISTINCT actor FROM audit ORDER BY actor").fetchall()]


def actions(cursor: Cursor) -> list[str]:
    """Everything that was ever done."""
    return [
        name for (name,) in cursor.execute("SELECT DISTINCT action FROM audit ORDER BY action").fetchall()
    ]
