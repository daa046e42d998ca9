"""A damaged log of the latest work: kept aside whole, and cut off before its first broken entry."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from data.errors import UnreadableFile
from data.keeping import damage, opening

_BROKEN_AT = re.compile(r"entry at byte position (\d+)")


def mend(path: Path) -> Path:
    """Cut the log of the database at `path` before what cannot be read; where the whole log is kept.

    Raises
    ------
    UnreadableFile : the log is whole, or it does not say where it breaks.
    DatabaseInUse : another process has the database.
    """
    log = damage.log_file(path)
    at = _broken_at(path)
    if at is None:
        raise UnreadableFile("errors-log-whole", path=str(path), log=str(log))
    kept = opening.keep_aside(log)
    while at is not None:
        with log.open("r+b") as file:
            file.truncate(at)
        at = _broken_at(path)
    return kept


def _broken_at(path: Path) -> int | None:
    """Where the first entry begins that does not fit its sum; None where the log is read to its end."""
    try:
        duckdb.connect(str(path), read_only=True).close()
    except duckdb.Error as problem:
        if found := _BROKEN_AT.search(str(problem)):
            return int(found[1])
        told = damage.cause(problem, path)
        if told is None:
            raise
        raise told from problem
    return None
