"""What was recorded of a person, table by table."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from data.facts import TABLES

_TABLES = {
    "person_record": ("manager_id", "from_on"),
    "employment": ("manager_id", "joined_on"),
    "membership": ("manager_id", "starts_on"),
    "leave_of_absence": ("manager_id", "from_on"),
    "handover": ("receiver_id", "on_date"),
}
"""Which column names the person, and from which day a row holds."""


class Recorded(NamedTuple):
    """A row: its table, from when it holds, what it says, whether it still holds, and where it came from."""

    what: str
    from_on: dt.date | None
    says: dict[str, Any]
    holds: bool
    batch: int | None
    by: str | None
    approved_by: str | None
    at: dt.datetime


def recorded(cursor: Any, manager_id: str) -> list[Recorded]:
    """Everything that was recorded of a person, oldest first in each table."""
    found = []
    for name, (person, day) in _TABLES.items():
        table = TABLES[name]
        key = ", ".join(table.key)
        rows = cursor.execute(
            f"""
            SELECT t.*, b.imported_by, e.actor AS approved_by, row_number() OVER (
                PARTITION BY {key} ORDER BY t.{table.number} DESC
            ) = 1 AND NOT t.withdrawn AS holds
            FROM {name} t LEFT JOIN import_batch b USING (batch_id)
            LEFT JOIN batch_event e ON e.batch_id = t.batch_id AND e.status = 'approved'
            WHERE t.{person} = ? ORDER BY t.{table.number}
            """,
            [manager_id],
        )
        names = [column[0] for column in rows.description]
        for values in rows.fetchall():
            row = dict(zip(names, values, strict=True))
            says = {c: row[c] for c in table.columns if c not in (person, "spell") and row[c] is not None}
            found.append(
                Recorded(
                    *(name, row[day], says, row["holds"], row["batch_id"]),
                    *(row["imported_by"], row["approved_by"], row["recorded_at"]),
                )
            )
    return found
