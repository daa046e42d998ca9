"""The one DuckDB file: opening it, reading with a cursor of one's own, writing one at a time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import duckdb

from data.keeping import copying, damage, opening
from data.keeping.noted import Lost, Note
from data.sealing.cursor import Cursor
from data.sealing.seals import Keeper, Notes

__all__ = ["Cursor", "Database", "shared"]

T = TypeVar("T")

_ATTEMPTS = 5
_log = logging.getLogger("steelyard.database")


class Database:
    """A branch's database. One object a process; cursors are taken per use, since a DuckDB
    connection that threads share answers one thread's question with another's rows."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.path = path
        self.is_open = True
        self._connection = connection
        self._keeper = Keeper()
        self._writer = threading.RLock()
        self._commits = 0
        self._head = (-1, 0)
        self._note: Note | None = None
        self.lost: Lost | None = None
        """What was acknowledged and is not in the file, as far as is known at its opening and not yet on
        record."""

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Database:
        """Open the database at `path` and bring it up to date; before that, a copy is made of it as it was.

        Raises
        ------
        DatabaseMissing : there is none and `create` is not set.
        DatabaseInUse : another process has it.
        UnreadableFile : the file is no Steelyard database, is damaged, or a newer version made it. It is not
        touched. StorageFailed : the disk is full, or the file or its folder may not be written.
        """
        opened = opening.opened(path, create=create)
        database = cls(opened.connection, path)
        database.lost = opened.lost
        database._note = Note(path)
        return database

    @classmethod
    def at_rest(cls, path: Path) -> Database:
        """Open a database that is only looked at, as a copy is: nothing of it or beside it is written.

        Raises
        ------
        As `open`; UnreadableFile also where today's program would have to bring it up to date first.
        """
        return cls(opening.at_rest(path), path)

    def close(self) -> None:
        """Close the file, as soon as no other thread is just taking a cursor."""
        self.is_open = False
        for _ in range(_ATTEMPTS):
            with suppress(duckdb.ResourceInUseException):
                self._connection.close()
                return
            time.sleep(0.01)
        self._connection.close()

    @contextmanager
    def read(self, notes: Notes | None = None) -> Iterator[Cursor]:
        """A fresh cursor; with `notes`, it notes there which tables are written to.

        Raises
        ------
        UnreadableFile, StorageFailed : what the engine says within, where the file or the disk is at fault.
        """
        try:
            if notes is None:
                cursor = Cursor(self._connection.cursor())
            else:
                to = notes
                cursor = Cursor(self._connection.cursor(), lambda own, name: self._keeper.note(to, own, name))
            try:
                yield cursor
            finally:
                cursor.close()
        except duckdb.Error as problem:
            told = damage.cause(problem, self.path)
            if told is None:
                raise
            _log.error("database: %s", problem)
            raise told from problem

    def write(self, work: Callable[[Cursor], T]) -> T:
        """Do `work` in one transaction: all of it or nothing; tried again after a conflict.

        The rows that it adds are sealed into its entry of the trail.
        """
        with self._writer:
            for attempt in range(_ATTEMPTS):
                notes = Notes()
                with self.read(notes) as cursor:
                    cursor.execute("BEGIN")
                    try:
                        result = work(cursor)
                        self._keeper.close(notes, cursor)
                        cursor.execute("COMMIT")
                    except duckdb.TransactionException as problem:
                        damage.undo(cursor)
                        if attempt == _ATTEMPTS - 1 or damage.cause(problem, self.path):
                            raise
                        time.sleep(0.01 * 2**attempt)
                    except BaseException:
                        damage.undo(cursor)
                        raise
                    else:
                        self._keeper.keep(notes)
                        self._commits += 1
                        self._note_head()
                        return result
        raise AssertionError("unreachable")

    def trial(self, work: Callable[[Cursor], T]) -> T:
        """Do `work` in a transaction of which nothing stays: what would be if it were done."""
        with self.read() as cursor:
            cursor.execute("BEGIN")
            try:
                return work(cursor)
            finally:
                damage.undo(cursor)

    def copy(self, target: Path) -> None:
        """Write everything that is committed to the new file `target`, within the folder for copies, while
        others go on reading and writing.

        Raises
        ------
        StorageFailed : no room, or no leave to write there.
        """
        with self.read() as cursor:
            copying.copy(cursor, target)

    def settle_loss(self) -> None:
        """What was lost is on record: from here on the note follows the trail again."""
        self.lost = None
        self._note_head()

    def ask(self) -> None:
        """Ask the file for anything at all: raises as any statement would where it does not answer."""
        with self.read() as cursor:
            cursor.execute("SELECT 1").fetchone()

    def head(self) -> int:
        """The version of everything stored: the number of the last entry in the audit trail.

        A page asks many times in a run, and only this object writes: it is read again after a commit.
        """
        commits = self._commits
        known_at, known = self._head
        if known_at == commits:
            return known
        with self.read() as cursor:
            row = cursor.execute("SELECT coalesce(max(seq), 0) FROM audit").fetchone()
        found = int(row[0]) if row else 0
        self._head = (commits, found)
        return found

    def _note_head(self) -> None:
        if self._note is not None and self.lost is None:
            self._note.write(self.head())


_open: dict[Path, Database] = {}
_opening = threading.Lock()


def shared(path: Path) -> Database:
    """The process's one database at `path`, opened at the first call."""
    key = path.resolve()
    with _opening:
        if key not in _open:
            _open[key] = Database.open(path)
        return _open[key]
