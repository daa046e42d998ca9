"""Keeping seals: at the end of a transaction, the rows that it added are hashed into its entry."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from data.sealing import digest, trail
from data.sealing.cursor import Cursor
from data.sealing.tables import TABLES

SEALED_ANEW = "sealed-anew"
"""The action of an entry that seals everything as it stands: what was sealed before it no longer counts."""

_FIELDS = "seq, table_name, first, last, row_count, sha256, columns"


class Seal(NamedTuple):
    """Rows of a table by their numbers (0 of one that is sealed whole), and their hash; ``seq`` is the entry
    that they belong to, ``columns`` what they were hashed as."""

    seq: int
    table: str
    first: int
    last: int
    rows: int
    sha256: str
    columns: str


class Notes:
    """What one transaction writes to."""

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self.reached: dict[str, int] = {}


class Keeper:
    """What of each table is sealed. One a database, used by its one writer."""

    def __init__(self) -> None:
        self._layouts: dict[str, digest.Layout | None] = {}
        self._reached: dict[str, int] = {}
        self._stray: set[str] = set()
        """Tables without numbers that are not as they were sealed: sealing them would hide it."""

    def note(self, notes: Notes, cursor: Cursor, table: str) -> None:
        """Somebody writes to a table; to be called before it is done."""
        if table in TABLES and table not in notes.tables:
            if table not in self._layouts:
                self._look(cursor, table)
            notes.tables.add(table)

    def close(self, notes: Notes, cursor: Cursor) -> None:
        """Seal what the transaction added, into the last entry that it made.

        What no entry tells of is not sealed; whoever verifies finds it.
        """
        if cursor.entry and cursor.entry[0] == 1:
            # The first entry answers for what the file was made with.
            self._stray.clear()
            _store(cursor, [one for one in _everything(cursor) if one[1].rows])
            self._layouts.clear()
            return
        made = []
        for name in sorted(notes.tables):
            how = self._layouts[name]
            if how is None or name in self._stray:
                continue
            if how.table.number is None:
                found: digest.Hashed | None = digest.whole(cursor, how) if cursor.entry else None
            else:
                found = digest.added(cursor, how, self._reached[name])
            if found is not None:
                notes.reached[name] = found.last
                made.append((how, found))
        if cursor.entry and made:
            _store(cursor, made)

    def keep(self, notes: Notes) -> None:
        """The transaction was committed."""
        self._reached |= notes.reached

    def _look(self, cursor: Cursor, name: str) -> None:
        """What a table holds before this process adds to it. Rows behind the last seal are not ours."""
        how = digest.layout(cursor, TABLES[name])
        if how is not None and how.table.number is not None:
            ((sealed,),) = cursor.execute(
                "SELECT coalesce(max(last), -1) FROM seal WHERE table_name = ?", [name]
            ).fetchall()
            ((reached,),) = cursor.execute(
                f'SELECT coalesce(max({how.place}), -1) FROM "{name}" WHERE {how.place} > ?', [sealed]
            ).fetchall()
            self._reached[name] = max(reached, sealed)
        elif how is not None:
            last = cursor.execute(
                "SELECT sha256, row_count FROM seal WHERE table_name = ? ORDER BY seq DESC LIMIT 1", [name]
            ).fetchone()
            now = digest.whole(cursor, how)
            if (last[0] != now.sha256) if last else now.rows > 0:
                self._stray.add(name)
        self._layouts[name] = how


def seal_anew(cursor: Cursor, detail: Mapping[str, object], by: str) -> None:
    """Seal every row of every table as it stands, with an entry of its own; what was sealed before no longer
    counts. In a file without entries nothing is done: its first one will seal what is there."""
    made = [(how, found) for how, found in _everything(cursor) if found.rows]
    if made and cursor.execute("SELECT 1 FROM audit LIMIT 1").fetchone():
        at = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        trail.add(cursor, at, by, SEALED_ANEW, "", json.dumps(detail, ensure_ascii=False, sort_keys=True))
        _store(cursor, made)


def _everything(cursor: Cursor) -> Iterator[tuple[digest.Layout, digest.Hashed]]:
    for table in TABLES.values():
        how = digest.layout(cursor, table)
        if how is None:
            continue
        found = digest.whole(cursor, how) if table.number is None else digest.added(cursor, how, -1)
        if found is not None:
            yield how, found


def _store(cursor: Cursor, made: Sequence[tuple[digest.Layout, digest.Hashed]]) -> None:
    """Store seals, and their hash in the last entry of the trail."""
    entry = cursor.entry or [0]
    seals = [Seal(entry[0], how.table.name, *found, how.names) for how, found in made]
    cursor.execute(
        f"INSERT INTO seal ({_FIELDS}) VALUES {', '.join(['(?, ?, ?, ?, ?, ?, ?)'] * len(seals))}",
        [value for seal in seals for value in seal],
    )
    trail.seal_last(cursor, hash_of(seals))


def hash_of(seals: Iterable[Seal]) -> str:
    """The hash of an entry's seals, whatever their order."""
    said = [list(seal) for seal in sorted(seals)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def all_seals(cursor: Cursor) -> Mapping[int, list[Seal]]:
    """Every seal by the number of its entry."""
    by_entry: dict[int, list[Seal]] = {}
    for row in cursor.execute(f"SELECT {_FIELDS} FROM seal ORDER BY seq, table_name").fetchall():
        by_entry.setdefault(row[0], []).append(Seal(*row))
    return by_entry
