"""The one DuckDB file: opening it, reading with a cursor of one's own, writing one at a time."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import duckdb

from data.errors import DatabaseInUse, DatabaseMissing, UnreadableFile
from data.reading.values.text import compact

MIGRATIONS = Path(__file__).parent / "migrations"
T = TypeVar("T")

Cursor = duckdb.DuckDBPyConnection
"""What statements are run on, within one transaction; DuckDB has no class of its own for it."""

_ATTEMPTS = 5


class Database:
    """A branch's database. One object a process; cursors are taken per use, since a DuckDB
    connection that threads share answers one thread's question with another's rows."""

    def __init__(self, connection: Cursor, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._writer = threading.RLock()
        self._commits = 0
        self._head = (-1, 0)

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Database:
        """Open the database at `path` and bring it up to date.

        Raises
        ------
        DatabaseMissing : there is none and `create` is not set.
        DatabaseInUse : another process has it.
        UnreadableFile : the file is no Steelyard database, or one that a newer version made.
        """
        if not path.exists() and not create:
            raise DatabaseMissing("errors-database-missing", path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = duckdb.connect(str(path))
        except duckdb.IOException as problem:
            if "lock" in str(problem).lower():
                raise DatabaseInUse("errors-database-in-use", path=str(path)) from None
            raise UnreadableFile("errors-database-unreadable", path=str(path)) from None
        database = cls(connection, path)
        try:
            database.write(lambda cursor: _migrate(cursor, path))
        except UnreadableFile:
            connection.close()
            raise
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        return database

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def read(self) -> Iterator[Cursor]:
        """A fresh cursor."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def write(self, work: Callable[[Cursor], T]) -> T:
        """Do `work` in one transaction: all of it or nothing; tried again after a conflict."""
        with self._writer:
            for attempt in range(_ATTEMPTS):
                with self.read() as cursor:
                    cursor.execute("BEGIN")
                    try:
                        result = work(cursor)
                        cursor.execute("COMMIT")
                        self._commits += 1
                        return result
                    except duckdb.TransactionException:
                        cursor.execute("ROLLBACK")
                        if attempt == _ATTEMPTS - 1:
                            raise
                        time.sleep(0.01 * 2**attempt)
                    except BaseException:
                        cursor.execute("ROLLBACK")
                        raise
        raise AssertionError("unreachable")

    def trial(self, work: Callable[[Cursor], T]) -> T:
        """Do `work` in a transaction of which nothing stays: what would be if it were done."""
        with self.read() as cursor:
            cursor.execute("BEGIN")
            try:
                return work(cursor)
            finally:
                cursor.execute("ROLLBACK")

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


_open: dict[Path, Database] = {}
_opening = threading.Lock()


def shared(path: Path) -> Database:
    """The process's one database at `path`, opened at the first call."""
    key = path.resolve()
    with _opening:
        if key not in _open:
            _open[key] = Database.open(path)
        return _open[key]


def _migrate(cursor: Cursor, path: Path) -> None:
    """Apply the numbered scripts that the file does not have yet; those that it has must be as they were."""
    scripts = {int(script.name.split("_")[0]): script for script in sorted(MIGRATIONS.glob("*.sql"))}
    texts = {version: script.read_text(encoding="utf-8") for version, script in scripts.items()}
    sums = {version: hashlib.sha256(text.encode()).hexdigest() for version, text in texts.items()}
    applied = _applied(cursor)
    if max(applied, default=0) > max(scripts):
        raise UnreadableFile("errors-database-newer", path=str(path))
    for version, found in applied.items():
        if found is None:
            cursor.execute("UPDATE schema_version SET sha256 = ? WHERE version = ?", [sums[version], version])
        elif found != sums[version]:
            raise UnreadableFile("errors-database-changed", path=str(path), script=scripts[version].name)
    pending = [version for version in scripts if version > max(applied, default=0)]
    if not pending:
        return
    # Keys of rows from before keys were stored are made by the rule that new rows are keyed by.
    cursor.create_function("alike", compact, ["VARCHAR"], "VARCHAR")
    for version in pending:
        cursor.execute(texts[version])
        cursor.execute(
            "INSERT INTO schema_version (version, name, applied_at, sha256)"
            " VALUES (?, ?, current_localtimestamp(), ?)",
            [version, scripts[version].stem, sums[version]],
        )
    cursor.remove_function("alike")


def _applied(cursor: Cursor) -> dict[int, str | None]:
    """Version → SHA-256 of the script that made it (None: from before these were kept)."""
    cursor.execute(
        "CREATE TABLE IF NOT EXISTS schema_version"
        " (version INTEGER PRIMARY KEY, name VARCHAR, applied_at TIMESTAMP, sha256 VARCHAR)"
    )
    columns = cursor.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = 'schema_version'"
    ).fetchall()
    if ("sha256",) not in columns:
        cursor.execute("ALTER TABLE schema_version ADD COLUMN sha256 VARCHAR")
    return dict(cursor.execute("SELECT version, sha256 FROM schema_version ORDER BY version").fetchall())
