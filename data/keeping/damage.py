"""What is wrong with the file, its folder or its disk, in a sentence that says what to do; by what the engine
says.

The engine has few classes for such causes and some of them are its base class alone, so that its own words
decide.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb

from data.errors import DatabaseInUse, StorageFailed, UnreadableFile
from data.sealing.cursor import Cursor
from scoring.errors import SteelyardError

LOG_ENDING = ".wal"

_IN_USE = ("conflicting lock", "being used by another process", "could not set lock")
_FULL = ("no space left", "file too large", "quota exceeded", "not enough space", "disk full")
_DENIED = ("permission denied", "read-only file system", "access is denied", "operation not permitted")
_OTHER_LOG = "wal does not match database file"
_BROKEN_LOG = ("corrupt wal", "replaying wal")
_SHORT = ("could not read enough bytes", "could not read all bytes")
_COMMIT = "failed to commit"
_NO_DATABASE = ("not a valid duckdb database",)
_LATER_FORMAT = "with a different version of duckdb", "storage version"
_BROKEN = ("corrupt database file", "computed checksum", "failed to load metadata", "corrupt")
_OF_THE_FILE = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.OutOfMemoryException,
    duckdb.SerializationException,
)
_FULL_DISK = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_LEAVE = (errno.EACCES, errno.EPERM, errno.EROFS)
_SHARING_VIOLATION = 32
"""How Windows says that another program has the file for itself."""


def log_file(database: Path) -> Path:
    """Where the engine writes what was committed since it last wrote into the file itself."""
    return database.with_name(database.name + LOG_ENDING)


def cause(problem: duckdb.Error, path: Path) -> SteelyardError | None:
    """The sentence for what the engine says about the database at `path`; None where neither the file nor the
    disk is at fault, but a statement."""
    told, where = str(problem).lower(), {"path": str(path)}
    if (
        not isinstance(problem, (*_OF_THE_FILE, duckdb.TransactionException))
        and type(problem) is not duckdb.Error
    ):
        return None
    if any(words in told for words in _FULL):
        return StorageFailed("errors-disk-full", **where)
    if isinstance(problem, duckdb.TransactionException) and (_COMMIT not in told or "conflict" in told):
        return None
    if any(words in told for words in _IN_USE):
        return DatabaseInUse("errors-database-in-use", **where)
    if any(words in told for words in _DENIED):
        return denied(path)
    if _OTHER_LOG in told:
        return UnreadableFile("errors-database-log-other", log=str(log_file(path)), **where)
    if any(words in told for words in _BROKEN_LOG):
        return UnreadableFile("errors-database-log", log=str(log_file(path)), **where)
    if any(words in told for words in _NO_DATABASE):
        return UnreadableFile("errors-database-unreadable", **where)
    if any(words in told for words in _SHORT):
        return UnreadableFile("errors-database-short", **where)
    if isinstance(problem, duckdb.OutOfMemoryException):
        return StorageFailed("errors-database-memory", **where)
    if any(words in told for words in _LATER_FORMAT):
        return UnreadableFile("errors-database-newer", **where)
    if any(words in told for words in _BROKEN) or type(problem) is duckdb.Error:
        return UnreadableFile("errors-database-damaged", **where)
    if isinstance(problem, duckdb.FatalException | duckdb.InternalException):
        return StorageFailed("errors-database-stopped", why=_first_line(problem), **where)
    return StorageFailed("errors-database-storage", why=_first_line(problem), **where)


def cause_of_system(problem: OSError, path: Path) -> SteelyardError | None:
    """The sentence for what the operating system says about a file; None for what is no matter of disks and
    permissions."""
    named = Path(str(problem.filename)) if problem.filename else path
    if getattr(problem, "winerror", None) == _SHARING_VIOLATION:
        return DatabaseInUse("errors-database-in-use", path=str(path))
    if problem.errno in _FULL_DISK:
        return StorageFailed("errors-disk-full", path=str(named))
    if problem.errno in _NO_LEAVE:
        return StorageFailed("errors-no-leave", path=str(named))
    if problem.errno == errno.EIO:
        return StorageFailed("errors-database-storage", path=str(named), why=str(problem))
    return None


def denied(path: Path) -> SteelyardError:
    """The file or, where that may be written, its folder, into which the engine's log goes."""
    of_file = path.exists() and (_closed(path) or not _closed(path.parent))
    key = "errors-database-read-only" if of_file else "errors-folder-read-only"
    return StorageFailed(key, path=str(path), folder=str(path.parent))


def undo(cursor: duckdb.DuckDBPyConnection | Cursor) -> None:
    """Roll back what is open, for whoever is about to raise why. The engine has ended the transaction itself
    where a commit failed; that there is none must not stand in the place of the cause."""
    try:
        cursor.execute("ROLLBACK")
    except (duckdb.TransactionException, duckdb.FatalException, duckdb.ConnectionException):
        return


def _closed(path: Path) -> bool:
    return not os.access(path, os.W_OK)


def _first_line(problem: BaseException) -> str:
    return str(problem).partition("\n")[0]
