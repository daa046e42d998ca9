"""Putting a copy in the place of the database, and what is known to be missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.errors import DatabaseInUse
from data.keeping import copying, damage, disk, logs, noted, opening
from scoring.errors import SteelyardError
from workflow.errors import WorkflowError
from workflow.keeping import backups

RESTORED, LOST, MENDED = "restore", "work-lost", "repair-log"


@dataclass(frozen=True)
class Outlook:
    """What putting a copy back would do: the copy, the number of its last entry and how many differences it
    has, and the last entry that the present file is known to have (None: nobody knows)."""

    copy: Path
    entry: int
    differences: int | None
    present: int | None

    @property
    def lost(self) -> int:
        """Entries of the trail that would be gone, as far as is known."""
        return max((self.present or 0) - self.entry, 0)


def outlook(actor: Actor, database: Path, copy: Path) -> Outlook:
    """Look at a copy (a path, or the name of one beside the database) and at what it would replace.

    Raises
    ------
    DatabaseInUse : somebody has the database open.
    WorkflowError : there is no such copy, or it is the database itself.
    SteelyardError : the copy does not open.
    """
    require(actor, Action.BACK_UP)
    if database.exists() and opening.is_held(database):
        raise DatabaseInUse("errors-database-in-use", path=str(database))
    found = copy if copy.is_file() else copying.folder(database.resolve()) / copy.name
    if not found.is_file() or found.resolve() == database.resolve():
        raise WorkflowError("errors-restore-missing", copy=str(copy))
    entry, differences = backups.checked(actor, found)
    return Outlook(found, entry, differences, _present(database))


def restore(actor: Actor, database: Path, copy: Path, *, anyway: bool = False) -> Path | None:
    """Put a copy in the place of the database. What stood there is kept aside with its log; where it is
    (None: there was nothing).

    Raises
    ------
    WorkflowError : proving the copy gave differences, unless `anyway`.
    SteelyardError : as `outlook`; no room for the copy.
    """
    require(actor, Action.BACK_UP)
    seen = outlook(actor, database, copy)
    if seen.differences and not anyway:
        raise WorkflowError("errors-restore-differs", copy=str(seen.copy), count=seen.differences)
    beside = database.with_name(f".{database.name}.restoring")
    aside = disk.unused(database.with_name(f"{database.stem}.set-aside-{opening.stamp()}{database.suffix}"))
    disk.bring(seen.copy, beside)
    was = database.exists()
    # The log goes with its file: beside another one it would be taken for its own.
    for present, kept in (
        (database, aside),
        (damage.log_file(database), damage.log_file(aside)),
        (noted.file_of(database), noted.file_of(aside)),
    ):
        if present.exists():
            disk.move(present, kept)
    disk.move(beside, database)
    total = disk.sha256(seen.copy)
    detail = {"copy": str(seen.copy), "sha256": total, "entry": seen.entry, "was": seen.present}
    db = Database.open(database)
    try:
        db.write(lambda cursor: audit.append(cursor, actor, RESTORED, seen.copy.name, detail))
    finally:
        db.close()
    return aside if was else None


def repair_log(actor: Actor, database: Path) -> Path:
    """Keep of a damaged log what can be read; where the whole log lies from now on.

    Raises
    ------
    SteelyardError : as `data.keeping.logs.mend`.
    """
    require(actor, Action.BACK_UP)
    kept = logs.mend(database)
    db = Database.open(database)
    try:
        db.write(lambda cursor: audit.append(cursor, actor, MENDED, kept.name, {}))
        tell_loss(actor, db)
    finally:
        db.close()
    return kept


def tell_loss(actor: Actor, db: Database) -> noted.Lost | None:
    """What was acknowledged and is missing at this opening, put on record; None where nothing is."""
    require(actor, Action.BACK_UP)
    lost = db.lost
    if lost is None:
        return None
    detail = {"held": lost.held, "acknowledged": lost.noted}
    db.write(lambda cursor: audit.append(cursor, actor, LOST, f"{lost.held + 1}-{lost.noted}", detail))
    db.settle_loss()
    return lost


def _present(database: Path) -> int | None:
    """The last entry of what stands there now; by the note where it does not open."""
    try:
        return opening.last_entry(database)
    except SteelyardError:
        return noted.read(database)
