"""The number of the last entry of the trail, noted beside the database with every commit.

The engine takes a log of the latest work that was cut short for a shorter one, and says nothing. The note
says how far the work had come, so that at the next opening it can be told that something is missing. It is
written after the commit has reached the disk and is therefore never ahead of it.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

ENDING = ".last-entry"
_ROOM = 20
_FORM = re.compile(rb"(\d{1,20})\s*\n")
_log = logging.getLogger("steelyard.database")


@dataclass(frozen=True)
class Lost:
    """Entries of the trail that were acknowledged and are not there: those after `held`, up to `noted`."""

    held: int
    noted: int


def file_of(database: Path) -> Path:
    """Where the note lies."""
    return database.with_name(database.name + ENDING)


def read(database: Path) -> int | None:
    """The number that was noted; None where there is no note that can be read."""
    try:
        found = _FORM.match(file_of(database).read_bytes())
    except OSError:
        return None
    return int(found[1]) if found else None


class Note:
    """The note of an open database; one writes it at a time."""

    def __init__(self, database: Path) -> None:
        self._path = file_of(database)
        self._written = read(database)
        self._works = True

    def write(self, entry: int) -> None:
        """Note a number. What hinders that is told in the log and not tried again: work goes on without."""
        if entry == self._written or not self._works:
            return
        try:
            # In its place and always of one length, which needs no room on a full disk.
            with self._path.open("r+b" if self._path.exists() else "wb", buffering=0) as file:
                file.write(b"%-*d\n" % (_ROOM, entry))
        except OSError:
            self._works = False
            _log.exception("note of the last entry")
        else:
            self._written = entry
