"""Opening the file: is it there, whole, ours and of this version? Asked before anything of it is written.

It is looked at read-only first, which changes neither the file nor its log, so that somebody else's database
and a damaged one stay byte for byte as they are.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.errors import DatabaseInUse, DatabaseMissing, UnreadableFile
from data.keeping import copying, damage, disk, migrating, noted

_MAGIC_AT, _MAGIC = 8, b"DUCK"
_HEADERS = 3 * 4096
"""Bytes of the engine's three headers; a file that is shorter was cut off."""


@dataclass(frozen=True)
class Opened:
    """An open database, up to date, and what of the acknowledged work is not in it."""

    connection: duckdb.DuckDBPyConnection
    lost: noted.Lost | None


@dataclass(frozen=True)
class _Look:
    """What a file says of itself: its scripts, and the number of the last entry of its trail."""

    applied: Mapping[int, tuple[str, str | None]]
    head: int


def opened(path: Path, *, create: bool) -> Opened:
    """Open the database at `path`, bring it up to date and shut everything else of the machine out.

    Raises
    ------
    As `data.database.Database.open`.
    """
    look = _looked_at(path, create=create)
    lost = _lost(path, look)
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path))
        try:
            _bring_up_to_date(connection, path, look)
            # The folder of copies is all that the engine may reach beside its own files.
            place = str(copying.folder(path.resolve())).replace("'", "''")
            connection.execute(f"SET allowed_directories = ['{place}']")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
        except BaseException:
            connection.close()
            raise
    return Opened(connection, lost)


def at_rest(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a whole database of this version's schema for reading alone.

    Raises
    ------
    As `opened`; UnreadableFile where it is of an earlier schema.
    """
    look = _looked_at(path, create=False)
    if migrating.check(look.applied, path):
        raise UnreadableFile("errors-database-older", path=str(path))
    with _told(path):
        connection = duckdb.connect(str(path), read_only=True)
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        return connection


def last_entry(path: Path) -> int:
    """The number of the last entry of the trail in a file that nobody has open; nothing is written.

    Raises
    ------
    As `opened`.
    """
    return _looked_at(path, create=False).head


def is_held(path: Path) -> bool:
    """Whether somebody has the file at `path` open, whatever state it is in."""
    try:
        duckdb.connect(str(path), read_only=True).close()
    except duckdb.ConnectionException:
        return True
    except duckdb.Error as problem:
        return isinstance(damage.cause(problem, path), DatabaseInUse)
    return False


def stamp() -> str:
    """The moment in the branch's time, for names of files."""
    return f"{dt.datetime.now(dt.timezone(dt.timedelta(hours=8))):%Y%m%d-%H%M%S}"


def keep_aside(log: Path) -> Path:
    """A copy of a log beside it."""
    kept = disk.unused(log.with_name(f"{log.stem}.kept-{stamp()}{log.suffix}"))
    shutil.copyfile(log, kept)
    return kept


def _looked_at(path: Path, *, create: bool) -> _Look:
    """What the file says of itself; the file and its log stay as they are."""
    if not _is_there(path, create=create):
        return _Look({}, 0)
    with _told(path):
        try:
            connection = duckdb.connect(str(path), read_only=True)
        except duckdb.ConnectionException:
            # This very process has it open.
            raise DatabaseInUse("errors-database-in-use", path=str(path)) from None
        try:
            applied = migrating.held(connection)
            if applied is None:
                raise UnreadableFile("errors-database-foreign", path=str(path))
            if not applied and noted.read(path):
                raise UnreadableFile("errors-database-short", path=str(path))
            if not applied and not create:
                raise UnreadableFile("errors-database-blank", path=str(path))
            migrating.check(applied, path)
            return _Look(applied, _head(connection) if applied else 0)
        finally:
            connection.close()


def _is_there(path: Path, *, create: bool) -> bool:
    """Whether there is a file that begins as the engine's do; False where a new one is to be made."""
    log = damage.log_file(path)
    if path.is_dir():
        raise UnreadableFile("errors-database-folder", path=str(path))
    if not path.exists():
        if log.exists():
            raise UnreadableFile("errors-database-log-alone", path=str(path), log=str(log))
        if not create:
            raise DatabaseMissing("errors-database-missing", path=str(path))
        noted.file_of(path).unlink(missing_ok=True)
        return False
    with _told(path):
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(_MAGIC_AT + len(_MAGIC))
    if not size:
        raise UnreadableFile("errors-database-empty", path=str(path))
    if begins[_MAGIC_AT:] != _MAGIC:
        raise UnreadableFile("errors-database-unreadable", path=str(path))
    if size < _HEADERS:
        raise UnreadableFile("errors-database-short", path=str(path))
    return True


def _head(connection: duckdb.DuckDBPyConnection) -> int:
    try:
        ((head,),) = connection.execute("SELECT coalesce(max(seq), 0) FROM audit").fetchall()
    except duckdb.CatalogException:
        return 0
    return int(head)


def _lost(path: Path, look: _Look) -> noted.Lost | None:
    """What the note beside the file knows of and the file does not. The log is kept aside then: it would be
    written over, and somebody may be able to read more of it than the engine does."""
    known = noted.read(path)
    if not look.applied or known is None or known <= look.head:
        return None
    log = damage.log_file(path)
    if log.exists():
        with _told(path):
            keep_aside(log)
    return noted.Lost(look.head, known)


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection, path: Path, look: _Look) -> None:
    """Apply what is missing, in one transaction, after a copy of what was there."""
    pending = migrating.check(look.applied, path)
    if not pending and not migrating.lacks_sums(look.applied):
        return
    if look.applied and pending:
        name = f"{path.stem}-before-{pending[0]:04}-{stamp()}.duckdb"
        copying.copy(connection, disk.unused(copying.folder(path.resolve()) / name))
    connection.execute("BEGIN")
    try:
        migrating.apply(connection, pending)
        connection.execute("COMMIT")
        # What everything else rests on stands in the file itself, not in its log alone.
        connection.execute("CHECKPOINT")
    except BaseException:
        damage.undo(connection)
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what the engine or the operating system says in a sentence of ours, where it is about the file."""
    try:
        yield
    except duckdb.Error as problem:
        told = damage.cause(problem, path)
        if told is None:
            raise
        raise told from problem
    except OSError as problem:
        told = damage.cause_of_system(problem, path)
        if told is None:
            raise
        raise told from problem
