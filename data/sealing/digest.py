"""What rows are hashed as: their columns' bytes, in blocks of at most `BLOCK` numbers.

A block is, for each column in order, its name and kind, a byte for each row (1: NULL), then the values: whole
numbers, days and moments (µs since 1970) as 8 bytes, floats as their own 8 bytes, both little-endian; texts
as their lengths in bytes (8 bytes each) and then their UTF-8. What may be long (JSON, BLOB) stands as its
SHA-256. No text of a number is hashed, so that another version of the database, which may write numbers
otherwise, finds the same. The hash of rows in several blocks is that of the blocks' hashes, a line each.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from data.sealing.cursor import Cursor
from data.sealing.tables import Sealed

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 65_536
FEW = 512
"""Up to so many rows are hashed one by one, more by columns: the same bytes, each faster for its size."""

_WHOLE = (
    "BIGINT",
    "INTEGER",
    "SMALLINT",
    "TINYINT",
    "BOOLEAN",
    "UBIGINT",
    "UINTEGER",
    "USMALLINT",
    "UTINYINT",
)
_LONG = ("JSON", "BLOB")
_NAN = struct.pack("<d", float("nan"))


class Column(NamedTuple):
    """A column as it is hashed: ``kind`` is i (whole), f (float) or t (text)."""

    name: str
    kind: str
    sql: str


class Layout(NamedTuple):
    """The columns of a table, and the SQL that reads them in the order of its rows."""

    table: Sealed
    columns: tuple[Column, ...]

    @property
    def names(self) -> str:
        """The columns as a seal names them."""
        return ",".join(column.name for column in self.columns)

    @property
    def select(self) -> str:
        """SQL of the values, numbers that rows are told by first."""
        said = ", ".join(f"{column.sql} AS {_quoted(column.name)}" for column in self.columns)
        return f"SELECT {self.place} AS seal_place, {said} FROM {_quoted(self.table.name)}"

    @property
    def place(self) -> str:
        """SQL of a row's number; of a table that is sealed whole there is one block."""
        return _quoted(self.table.number) + "::BIGINT" if self.table.number else "0::BIGINT"

    @property
    def order(self) -> str:
        """SQL of the order of rows; equal numbers are told apart by every column."""
        if self.table.number and not self.table.within:
            return "seal_place"
        first = [self.table.number, self.table.within] if self.table.number else list(self.table.order)
        rest = [c.name for c in self.columns if c.name not in first]
        return ", ".join(_quoted(name) for name in (*first, *rest) if name)


class Hashed(NamedTuple):
    """Rows by their hash, with the first and last number."""

    first: int
    last: int
    rows: int
    sha256: str


def layout(cursor: Cursor, table: Sealed) -> Layout | None:
    """How a table is hashed; None where there is no such table."""
    found = columns_of(cursor, table.name)
    return None if found is None else Layout(table, tuple(_column(name, kind) for name, kind in found))


def columns_of(cursor: Cursor, name: str) -> list[tuple[str, str]] | None:
    """The columns of a table with their types; None where there is no such table."""
    found = cursor.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? AND NOT internal"
        " AND database_name = current_database() ORDER BY column_index",
        [name],
    ).fetchall()
    return found or None


def _column(name: str, kind: str) -> Column:
    own = _quoted(name)
    if kind in _WHOLE:
        return Column(name, "i", f"{own}::BIGINT")
    if kind == "DATE":
        return Column(name, "i", f"epoch_us({own}::TIMESTAMP)")
    if kind == "TIMESTAMP":
        return Column(name, "i", f"epoch_us({own})")
    if kind in ("DOUBLE", "FLOAT"):
        return Column(name, "f", f"{own}::DOUBLE")
    if kind in _LONG:
        return Column(name, "t", f"sha256({own})" if kind == "BLOB" else f"sha256({own}::VARCHAR)")
    return Column(name, "t", f"{own}::VARCHAR")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def added(cursor: Cursor, how: Layout, after: int) -> Hashed | None:
    """The rows with a greater number than `after`; None where there are none."""
    number = _quoted(how.table.number or "")
    order = "" if how.table.within is None else f"ORDER BY {how.order}"
    found = cursor.execute(f"{how.select} WHERE {number} > ? {order} LIMIT {FEW + 1}", [after]).fetchall()
    if not found:
        return None
    found.sort(key=itemgetter(0))
    if len(found) <= FEW:
        blocks = _blocks_of_rows(how, found)
        return Hashed(found[0][0], found[-1][0], len(found), _joined(blocks))
    ((first, last),) = cursor.execute(
        f"SELECT min({number}), max({number}) FROM {_quoted(how.table.name)} WHERE {number} > ?", [after]
    ).fetchall()
    return between(cursor, how, first, last)


def whole(cursor: Cursor, how: Layout) -> Hashed:
    """All rows of a table that has no numbers."""
    found = cursor.columns(f"{how.select} ORDER BY {how.order}", [])
    return Hashed(0, 0, len(found), _joined([_block(how, found)]))


def between(cursor: Cursor, how: Layout, first: int, last: int) -> Hashed:
    """The rows with numbers from `first` to `last`, a block at a time."""
    hashes: list[str] = []
    rows = 0
    for block in _read(cursor, how, first, last):
        if len(block):
            hashes.append(_block(how, block))
            rows += len(block)
    return Hashed(first, last, rows, _joined(hashes))


def rows_between(cursor: Cursor, how: Layout, first: int, last: int) -> pa.Table:
    """The rows of a range in their order, numbers first; of a table in which a number is one row's."""
    return _in_order(
        cursor.columns(f"{how.select} WHERE {_quoted(how.table.number or '')} BETWEEN ? AND ?", [first, last])
    )


def hash_rows(how: Layout, rows: pa.Table) -> str:
    """The hash of rows in their order, as of :func:`between`."""
    place = rows.column(0).to_numpy() // BLOCK
    starts = [0, *(np.flatnonzero(np.diff(place)) + 1).tolist(), len(rows)]
    parts = [rows.slice(start, end - start) for start, end in pairwise(starts) if end > start]
    return _joined([_block(how, part) for part in parts])


def _read(cursor: Cursor, how: Layout, first: int, last: int) -> Iterator[pa.Table]:
    """The blocks of a range: as many numbers as a block has rows, or, where rows share a number, those of
    one number in parts."""
    if how.table.within is None:
        for start in range(first - first % BLOCK, last + 1, BLOCK):
            yield rows_between(cursor, how, max(first, start), min(last, start + BLOCK - 1))
        return
    part = _part(how)
    parts = cursor.execute(
        f"SELECT DISTINCT {how.place} AS seal_place, {part} AS part FROM {_quoted(how.table.name)}"
        f" WHERE {_quoted(how.table.number or '')} BETWEEN ? AND ? ORDER BY seal_place, part",
        [first, last],
    ).fetchall()
    for place, at in parts:
        where = f"{_quoted(how.table.number or '')} = ? AND {part} = ?"
        yield cursor.columns(f"{how.select} WHERE {where} ORDER BY {how.order}", [place, at])


def _part(how: Layout) -> str:
    """SQL of which part of its number a row belongs to."""
    within = next(column for column in how.columns if column.name == how.table.within)
    return f"coalesce({within.sql}, 0) // {BLOCK}" if within.kind == "i" else "0"


def _in_order(found: pa.Table) -> pa.Table:
    """By their number; they nearly always come so."""
    place = found.column(0).to_numpy()
    return found if np.all(place[1:] > place[:-1]) else found.take(np.argsort(place, kind="stable"))


def _blocks_of_rows(how: Layout, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """The hashes of the blocks that a few rows fall into."""
    within = how.table.within
    at = None if within is None else [c.name for c in how.columns].index(within) + 1
    numbered = at is not None and how.columns[at - 1].kind == "i"
    blocks: dict[tuple[int, int], list[tuple[Any, ...]]] = {}
    for row in rows:
        if within is None:
            block = (row[0] // BLOCK, 0)
        else:
            block = (row[0], (row[at] or 0) // BLOCK if at is not None and numbered else 0)
        blocks.setdefault(block, []).append(row)
    return [_rows(how, block) for block in blocks.values()]


def _rows(how: Layout, rows: Sequence[tuple[Any, ...]]) -> str:
    """The hash of a block, from rows."""
    made = hashlib.sha256()
    for place, column in enumerate(how.columns, start=1):
        values = [row[place] for row in rows]
        made.update(_header(column, len(values)))
        made.update(bytes(value is None for value in values))
        if column.kind == "i":
            made.update(struct.pack(f"<{len(values)}q", *(value or 0 for value in values)))
        elif column.kind == "f":
            numbers = [0.0 if value is None else value for value in values]
            made.update(b"".join(_NAN if x != x else struct.pack("<d", x) for x in numbers))
        else:
            texts = [(value or "").encode() for value in values]
            made.update(struct.pack(f"<{len(texts)}q", *map(len, texts)))
            made.update(b"".join(texts))
    return made.hexdigest()


def _block(how: Layout, rows: pa.Table) -> str:
    """The hash of a block, from columns: the same bytes as :func:`_rows`."""
    made = hashlib.sha256()
    for place, column in enumerate(how.columns, start=1):
        values = rows.column(place)
        made.update(_header(column, len(rows)))
        made.update(values.is_null().to_numpy().astype(np.uint8).tobytes())
        if column.kind == "i":
            made.update(values.fill_null(0).to_numpy().astype("<i8").tobytes())
        elif column.kind == "f":
            numbers = values.fill_null(0.0).to_numpy().astype("<f8")
            made.update(np.where(np.isnan(numbers), np.float64("nan"), numbers).tobytes())
        else:
            made.update(_texts(values.fill_null("")))
    return made.hexdigest()


def _texts(values: pa.ChunkedArray) -> bytes:
    """Lengths and bytes of texts, out of the memory that they lie in."""
    lengths, said = [], []
    for chunk in values.chunks:
        _, offsets, data = chunk.buffers()
        ends = np.frombuffer(offsets, dtype=np.int32)[chunk.offset : chunk.offset + len(chunk) + 1]
        lengths.append(np.diff(ends).astype("<i8").tobytes())
        said.append(b"" if data is None or not len(ends) else data[int(ends[0]) : int(ends[-1])].to_pybytes())
    return b"".join((*lengths, *said))


def _header(column: Column, rows: int) -> bytes:
    return f"{column.name} {column.kind} {rows}\n".encode()


def _joined(hashes: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()
