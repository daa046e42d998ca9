"""Files for the payroll as stored."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from data.database import Cursor
from data.rows import Local, first, insert, next_number, rows


@dataclass(frozen=True)
class NewPayroll:
    """A file as it is made: ``through_entry`` is the last entry of the ledger that it holds, ``content`` its
    text, ``people`` and ``total`` (fen) its control totals."""

    through_entry: int
    content: str
    sha256: str
    people: int
    total: int
    made_by: str


@dataclass(frozen=True)
class StoredPayroll:
    """A file as it was made, with its number; ``made_at`` in the branch's time."""

    payroll_id: int
    through_entry: int
    content: Annotated[Any, json.loads]
    sha256: str
    people: int
    total: int
    made_at: Local
    made_by: str


_FIELDS = ", ".join(StoredPayroll.__dataclass_fields__)


def add(cursor: Cursor, payroll: NewPayroll, at: dt.datetime) -> int:
    """Store a file; its number."""
    number = next_number(cursor, "payroll", "payroll_id")
    insert(cursor, "payroll", payroll_id=number, made_at=at, **asdict(payroll))
    return number


def files(cursor: Cursor) -> list[StoredPayroll]:
    """Every file, oldest first."""
    return rows(cursor.execute(f"SELECT {_FIELDS} FROM payroll ORDER BY payroll_id"), StoredPayroll)


def last(cursor: Cursor) -> StoredPayroll | None:
    """The file that was made last; None where there is none."""
    return first(
        cursor.execute(f"SELECT {_FIELDS} FROM payroll ORDER BY payroll_id DESC LIMIT 1"), StoredPayroll
    )
