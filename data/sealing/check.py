"""Comparing rows with their seals: what was changed, taken away or put in since it was sealed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from data.sealing import digest, trail
from data.sealing.cursor import Cursor, DatabaseProblem
from data.sealing.seals import SEALED_ANEW, Seal, all_seals, hash_of
from data.sealing.tables import TABLES

MOST_TOLD = 20
"""So many rows of a table that no seal knows are told one by one."""


class Unfit(NamedTuple):
    """What does not fit: ``how`` is changed, fewer, more (rows of a seal), stray (in no seal), unsealed (the
    entry's own seals), columns or gone (the table). Numbers are those of rows."""

    how: str
    table: str
    entry: int | None = None
    first: int = 0
    last: int = 0
    was: int = 0
    now: int = 0


class Checked(NamedTuple):
    """How far a check is: seals of so many, and the table that it is at."""

    done: int
    of: int
    table: str


Tell = Callable[[Checked], None]


def check(cursor: Cursor, tell: Tell | None = None) -> Iterator[Unfit]:
    """Everything that does not fit its seal, table by table; ``tell`` hears how far it is."""
    seals = all_seals(cursor)
    yield from _entries(cursor, seals)
    since = sealed_anew_at(cursor)
    by_table: dict[str, list[Seal]] = {name: [] for name in TABLES}
    for entry, own in seals.items():
        for seal in own if entry >= since else ():
            by_table.setdefault(seal.table, []).append(seal)
    done, of = 0, sum(map(len, by_table.values()))
    for name, own in by_table.items():
        if tell is not None:
            tell(Checked(done, of, name))
        try:
            yield from _table(cursor, name, own)
        except (DatabaseProblem, ValueError, TypeError, OverflowError):
            yield Unfit("gone", name)
        done += len(own)
    if tell is not None:
        tell(Checked(done, of, ""))


def unfit(cursor: Cursor) -> list[str]:
    """The tables that do not fit their seals; none in a file from before there were seals."""
    if digest.columns_of(cursor, "seal") is None:
        return []
    return sorted({found.table for found in check(cursor)})


def sealed_anew_at(cursor: Cursor) -> int:
    """The entry that sealed everything as it stood; 0 where none did."""
    found = cursor.execute("SELECT max(seq) FROM audit WHERE action = ?", [SEALED_ANEW]).fetchall()
    return found[0][0] or 0


def unfit_when_sealed(cursor: Cursor) -> list[tuple[int, list[str]]]:
    """Entries that sealed everything anew although tables did not fit, with these."""
    found = cursor.execute("SELECT seq, detail FROM audit WHERE action = ? ORDER BY seq", [SEALED_ANEW])
    told = []
    for seq, detail in found.fetchall():
        try:
            tables = list(map(str, json.loads(detail)["unfit"]))
        except (ValueError, KeyError, TypeError):
            tables = ["audit"]
        if tables:
            told.append((seq, tables))
    return told


def _entries(cursor: Cursor, seals: Mapping[int, Sequence[Seal]]) -> Iterator[Unfit]:
    """Whether each entry has the seals that its hash was made with."""
    left = set(seals)
    for entry, sealed, _ in trail.chain(cursor):
        own = seals.get(entry[0], ())
        left.discard(entry[0])
        if (hash_of(own) if own else None) != sealed:
            yield Unfit("unsealed", "seal", entry[0])
    for number in sorted(left):
        yield Unfit("unsealed", "seal", number)


def _table(cursor: Cursor, name: str, seals: list[Seal]) -> Iterator[Unfit]:
    how = digest.layout(cursor, TABLES[name]) if name in TABLES else None
    if how is None:
        if seals:
            yield Unfit("gone", name)
        return
    if any(seal.columns != how.names for seal in seals[-1:] if how.table.number is None) or any(
        seal.columns != how.names for seal in seals if how.table.number is not None
    ):
        yield Unfit("columns", name)
        return
    if how.table.number is None:
        yield from _whole(cursor, how, seals)
        return
    found = list(_numbered(cursor, how, seals))
    yield from found
    ((rows,),) = cursor.execute(f'SELECT count(*) FROM "{name}"').fetchall()
    if found or rows != sum(seal.rows for seal in seals):
        yield from _strays(cursor, how)


def _whole(cursor: Cursor, how: digest.Layout, seals: Sequence[Seal]) -> Iterator[Unfit]:
    now = digest.whole(cursor, how)
    if not seals:
        if now.rows:
            yield Unfit("stray", how.table.name, now=now.rows)
        return
    last = seals[-1]
    if (last.sha256, last.rows) != (now.sha256, now.rows):
        yield _differs(last, now.rows)


def _differs(seal: Seal, now: int) -> Unfit:
    how = "changed" if now == seal.rows else "fewer" if now < seal.rows else "more"
    return Unfit(how, seal.table, seal.seq, seal.first, seal.last, seal.rows, now)


def _numbered(cursor: Cursor, how: digest.Layout, seals: Sequence[Seal]) -> Iterator[Unfit]:
    """Each seal against its rows; small ones are read together."""
    waiting: list[Seal] = []
    rows = 0
    for seal in seals:
        small = how.table.within is None and seal.last - seal.first < digest.BLOCK
        if small:
            waiting.append(seal)
            rows += seal.last - seal.first + 1
        if waiting and (not small or rows >= digest.BLOCK):
            yield from _together(cursor, how, waiting)
            waiting, rows = [], 0
        if not small:
            now = digest.between(cursor, how, seal.first, seal.last)
            if (now.rows, now.sha256) != (seal.rows, seal.sha256):
                yield _differs(seal, now.rows)
    if waiting:
        yield from _together(cursor, how, waiting)


def _together(cursor: Cursor, how: digest.Layout, seals: Sequence[Seal]) -> Iterator[Unfit]:
    read = digest.rows_between(
        cursor, how, min(seal.first for seal in seals), max(seal.last for seal in seals)
    )
    numbers = read.column(0).to_numpy()
    for seal in seals:
        start, end = np.searchsorted(numbers, [seal.first, seal.last + 1])
        now = digest.hash_rows(how, read.slice(start, max(0, end - start)))
        if (max(0, end - start), now) != (seal.rows, seal.sha256):
            yield _differs(seal, int(max(0, end - start)))


def _strays(cursor: Cursor, how: digest.Layout) -> Iterator[Unfit]:
    """Rows that no seal knows."""
    found = cursor.execute(
        f"""
        SELECT number, count(*) FROM (SELECT {how.place} AS number FROM "{how.table.name}") t
        WHERE NOT EXISTS (
            SELECT 1 FROM seal s WHERE s.table_name = $1 AND s.seq >= $2
                AND t.number BETWEEN s.first AND s.last
        ) GROUP BY number ORDER BY number LIMIT {MOST_TOLD}
        """,
        [how.table.name, sealed_anew_at(cursor)],
    ).fetchall()
    for number, rows in found:
        yield Unfit("stray", how.table.name, None, number, number, 0, rows)
