"""Rows by the names of their columns: out of the database into dataclasses, and into it from named values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

from data import clock
from data.database import Cursor

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

Local = Annotated[dt.datetime, clock.local]
"""A field whose moment is stored in UTC and read in the branch's time."""


def rows(found: Cursor, kind: type[T], **reads: Callable[[Any], Any]) -> list[T]:
    """The rows of a statement, each as a `kind`: a column for every field, by name, in any order.

    A field that is annotated with a function (``Annotated[dict, json.loads]``), or that `reads` names one
    for, holds what the function makes of the column; NULL stays None. Measured values, of which there may be
    hundreds of thousands, are read as tables instead.

    Raises
    ------
    TypeError : the columns are not exactly the fields.
    """
    fields_ = _reads(kind)
    names = [column[0] for column in found.description or ()]
    if sorted(names) != sorted(fields_):
        raise TypeError(f"{kind.__name__}: columns {names}, fields {list(fields_)}")
    converted = {name: read for name, read in (fields_ | reads).items() if read is not None}
    made = []
    for values in found.fetchall():
        row = dict(zip(names, values, strict=True))
        for name, read in converted.items():
            if row[name] is not None:
                row[name] = read(row[name])
        made.append(kind(**row))
    return made


def first(found: Cursor, kind: type[T]) -> T | None:
    """The first row of a statement as a `kind`; None where there is none."""
    return next(iter(rows(found, kind)), None)


def records(found: Cursor) -> list[dict[str, Any]]:
    """The rows of a statement as column → value, for statements whose table is a parameter."""
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


def scalar(found: Cursor) -> Any:
    """The value of a statement with one row of one column.

    Raises
    ------
    ValueError : there are more, or none.
    """
    ((value,),) = found.fetchall()
    return value


def insert(cursor: Cursor, table: str, /, **values: object) -> None:
    """Add one row, each value by the name of its column."""
    insert_all(cursor, table, [values])


def insert_all(cursor: Cursor, table: str, added: Sequence[Mapping[str, object]]) -> None:
    """Add rows (column → value, the same columns in each) in their order."""
    if not added:
        return
    columns = list(added[0])
    cursor.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        [[row[column] for column in columns] for row in added],
    )


def next_number(cursor: Cursor, table: str, column: str) -> int:
    """The number after the greatest that `column` holds.

    A sequence would also count what was tried and rolled back; people name batches and samples by number, and
    a gap would look like something lost. The caller writes in the same transaction, so no two get the same.
    """
    return int(scalar(cursor.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}")))


@cache
def _reads(kind: type[DataclassInstance]) -> dict[str, Callable[[Any], Any] | None]:
    """What each field of a dataclass is read with; None: as it is stored."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        field.name: next(iter(getattr(hints[field.name], "__metadata__", ())), None) for field in fields(kind)
    }
