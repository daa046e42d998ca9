"""Anchors: how many entries the trail had on a day, and the hash of the last. Kept elsewhere, one shows that
the trail was cut, written anew, or added to before that day."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Database
from workflow.errors import WorkflowError

SHOWN = 16
"""So many digits of the hash stand on paper: enough that nobody finds another trail with them."""
FOLDER = "STEELYARD_ANCHORS"
_WRITTEN = re.compile(r"(?:(\d{4}-\d{2}-\d{2})\s+)?(\d+)\s*[:#\s]\s*([0-9a-fA-F]{16,64})")


@dataclass(frozen=True)
class Anchor:
    """Entry and hash (or how it begins) of the trail's end, with the day, ISO, where it is known."""

    number: int
    sha256: str
    day: str | None = None

    @property
    def short(self) -> str:
        """As it stands on paper and as :func:`read` reads it."""
        return f"{self.number}:{self.sha256[:SHOWN]}"

    @property
    def line(self) -> str:
        """As it stands in the daily file."""
        return f"{self.day} {self.number} {self.sha256}"


def head(actor: Actor, db: Database) -> Anchor | None:
    """The anchor of the trail as it ends now; None where nothing was done yet."""
    require(actor, Action.VERIFY)
    with db.read() as cursor:
        entry = audit.entry(cursor, audit.last_number(cursor))
    return None if entry is None else _of(entry)


def printed(db: Database) -> Anchor | None:
    """The anchor that stands on what is printed now, for modules that asked for what they print; None where
    nothing was done yet. It is the same as long as nothing is written."""

    def make() -> Anchor | None:
        with db.read() as cursor:
            entry = audit.entry(cursor, audit.last_number(cursor))
        return None if entry is None else _of(entry)

    return remembered(db, "anchor-printed", None, make)


def of_results(db: Database) -> Mapping[str, Anchor]:
    """Hash of a published result → the anchor of its publication, for modules that asked for the result.

    A package says the same whenever it is made, so it carries this one; papers carry that of the day.
    """

    def make() -> dict[str, Anchor]:
        with db.read() as cursor:
            entries = audit.entries(cursor, "publish")
        return {sha: _of(entry) for entry in entries if (sha := _published(entry.detail))}

    return remembered(db, "anchors", None, make)


def _published(detail: str) -> str | None:
    found = re.search(r'"sha256": "([0-9a-f]{64})"', detail)
    return found[1] if found else None


def _of(entry: audit.Entry) -> Anchor:
    return Anchor(entry.number, entry.sha256, f"{clock.local(entry.at):%Y-%m-%d}")


def read(text: str) -> Anchor:
    """An anchor as somebody types it: NUMBER:HASH, or a line of the daily file.

    Raises
    ------
    WorkflowError : it is neither.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise WorkflowError("errors-anchor", text=text.strip()[:80], digits=SHOWN)
    return Anchor(int(found[2]), found[3].lower(), found[1])


def read_file(path: Path) -> list[Anchor]:
    """The anchors of a daily file.

    Raises
    ------
    WorkflowError : it cannot be read, or a line is no anchor.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise WorkflowError("errors-anchor-file", file=str(path)) from None
    return [read(line) for line in lines if line.strip()]


def file_of(database: Path) -> Path:
    """The daily file of a database: beside it, or in the folder that the environment names."""
    folder = os.environ.get(FOLDER)
    return (Path(folder) if folder else database.parent) / f"{database.name}.anchors"


def note(actor: Actor, db: Database, today: dt.date | None = None) -> bool:
    """Add today's line to the daily file unless it has one; whether it was added. A file that cannot be
    written to raises OSError."""
    require(actor, Action.VERIFY)
    found, path = head(actor, db), file_of(db.path)
    day = f"{today or clock.today():%Y-%m-%d}"
    if found is None:
        return False
    last = path.read_text(encoding="utf-8").splitlines()[-1:] if path.exists() else []
    if last and last[0].startswith(day):
        return False
    with path.open("a", encoding="utf-8") as out:
        out.write(Anchor(found.number, found.sha256, day).line + "\n")
    return True
