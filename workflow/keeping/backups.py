"""Copies of the database while it works: made at one moment, checked by opening them and proving everything
anew, kept by number and age. Nothing of the vault's keys is among them: see ``docs/operations.md``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import orjson

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.errors import StorageFailed
from data.keeping import copying, damage, disk, opening
from data.stores import setting_store
from scoring.errors import SteelyardError
from workflow.errors import WorkflowError
from workflow.results import proof

ASKED, SCHEDULED = "asked", "scheduled"
MADE, FAILED, _PLANNED = "back-up", "back-up-failed", "plan-back-ups"
"""What the trail calls a copy that was made, one that could not be, and other settings."""
_ON, _AT, _FOLDER, _KEEP, _DAYS = (f"backup-{name}" for name in ("on", "at", "folder", "keep", "days"))
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
MOST_COPIES, MOST_DAYS = 400, 3660
OLD_HOURS = 36.0
"""A copy a day is made: with none for so long, one was missed."""


@dataclass(frozen=True)
class Plan:
    """When the running dashboard makes a copy (time of day in the branch), where ("": beside the database),
    how many are kept and for how many days. The newest one is always kept."""

    on: bool
    at: str = "02:30"
    folder: str = ""
    keep: int = 14
    days: int = 90


@dataclass(frozen=True)
class Copy:
    """A copy: when it was made (branch's time), its size, what it was made for, the number of its last entry,
    and how many differences proving it gave (None: not proved, as it is of an earlier schema)."""

    file: Path
    made_at: dt.datetime
    size: int
    sha256: str = ""
    why: str = ""
    entry: int | None = None
    differences: int | None = None


class Standing(NamedTuple):
    """How the daily copies stand: off, failed (the last one that was tried), none yet, old or ok; and how
    many hours ago one was made, None where none was."""

    state: str
    hours: float | None


@dataclass(frozen=True)
class Failure:
    """A copy that could not be made: when (UTC) and why, as a key of the catalogue with its parameters."""

    at: dt.datetime
    key: str
    params: dict[str, str]


def plan(actor: Actor, db: Database) -> Plan:
    """What holds; an invented branch makes no copies unless somebody wants it."""
    require(actor, Action.BACK_UP)
    held = setting_store.remembered(db)
    plain = Plan(on=held.get(setting_store.DEMO) != "1")
    return Plan(
        on=held[_ON] == "1" if _ON in held else plain.on,
        at=held.get(_AT, plain.at),
        folder=held.get(_FOLDER, plain.folder),
        keep=int(held.get(_KEEP, plain.keep)),
        days=int(held.get(_DAYS, plain.days)),
    )


def set_plan(actor: Actor, db: Database, wanted: Plan) -> None:
    """Make copies at another time, in another place, or keep others.

    Raises
    ------
    WorkflowError : no time of day, no folder that is there, or numbers out of range.
    """
    require(actor, Action.BACK_UP)
    if not _TIME.fullmatch(wanted.at):
        raise WorkflowError("errors-backup-time", time=wanted.at)
    if wanted.folder and not Path(wanted.folder).is_dir():
        raise WorkflowError("errors-backup-folder", folder=wanted.folder)
    if not (1 <= wanted.keep <= MOST_COPIES and 1 <= wanted.days <= MOST_DAYS):
        raise WorkflowError("errors-backup-keep", copies=MOST_COPIES, days=MOST_DAYS)
    values = {
        _ON: "1" if wanted.on else "0",
        _AT: wanted.at,
        _FOLDER: wanted.folder,
        _KEEP: str(wanted.keep),
        _DAYS: str(wanted.days),
    }

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, values)
        audit.append(cursor, actor, _PLANNED, wanted.at, dict(values))

    db.write(work)


def copies(actor: Actor, db: Database) -> tuple[Copy, ...]:
    """Every copy beside the database and in the folder of the plan, newest first."""
    require(actor, Action.BACK_UP)
    wanted = plan(actor, db).folder
    return listed(db.path, *([Path(wanted)] if wanted else []))


def listed(database: Path, *others: Path) -> tuple[Copy, ...]:
    """The copies of the database at a path that lie beside it, and in other folders; newest first."""
    folders = {copying.folder(database.resolve()), *others}
    files = [f for folder in folders if folder.is_dir() for f in folder.glob(f"{database.stem}-*.duckdb")]
    return tuple(sorted(map(_read, files), key=lambda copy: copy.made_at, reverse=True))


def make(actor: Actor, db: Database, why: str = ASKED, to: Path | None = None) -> Copy:
    """Make a copy now, in the folder `to` or that of the plan, and check it; older ones go by the plan.

    Raises
    ------
    SteelyardError : it could not be made; that, too, is in the trail.
    """
    require(actor, Action.BACK_UP)
    wanted = plan(actor, db)
    place = to or (Path(wanted.folder) if wanted.folder else copying.folder(db.path.resolve()))
    try:
        copy = _made(actor, db, why, place)
    except (SteelyardError, OSError) as problem:
        told = _told(problem, place)
        detail = {"key": told.key, "made_for": why, **{k: str(v) for k, v in told.params.items()}}
        db.write(lambda cursor: audit.append(cursor, actor, FAILED, str(place), detail))
        raise told from problem
    told_of: dict[str, object] = {
        "made_for": why,
        "bytes": copy.size,
        "sha256": copy.sha256,
        "entry": copy.entry,
    }
    kept = {**told_of, "differences": copy.differences}
    db.write(lambda cursor: audit.append(cursor, actor, MADE, copy.file.name, kept))
    _tidy(db.path, place, wanted)
    return copy


def make_if_due(actor: Actor, db: Database, now: dt.datetime | None = None) -> Copy | None:
    """Make the copy of the day once its time has come, also where the dashboard did not run then; None where
    it is not due. After a failure it is tried again at the next day's time."""
    require(actor, Action.BACK_UP)
    wanted = plan(actor, db)
    if not wanted.on:
        return None
    moment = now or clock.local(audit.now())
    last = max((clock.local(one[0]) for one in _tried(db) if one), default=None)
    at = dt.time.fromisoformat(wanted.at)
    today = dt.datetime.combine(moment.date(), at)
    slot = today if moment >= today else today - dt.timedelta(days=1)
    if last is not None and last >= slot:
        return None
    return make(actor, db, SCHEDULED)


def failure(actor: Actor, db: Database) -> Failure | None:
    """Why the last copy that was tried could not be made; None where it was."""
    require(actor, Action.BACK_UP)
    failed = _failed_last(db)
    if failed is None:
        return None
    with db.read() as cursor:
        detail = orjson.loads(audit.details(cursor, FAILED)[-1])
    return Failure(failed, str(detail.pop("key")), {k: str(v) for k, v in detail.items()})


def standing(actor: Actor, db: Database, now: dt.datetime | None = None) -> Standing:
    """How the daily copies stand at a moment (UTC; None: now), by the trail: no disk is asked."""
    require(actor, Action.BACK_UP)
    made, _ = _tried(db)
    hours = None if made is None else ((now or audit.now()) - made[0]).total_seconds() / 3600
    if not plan(actor, db).on:
        return Standing("off", hours)
    if _failed_last(db) is not None:
        return Standing("failed", hours)
    if hours is None:
        return Standing("none", None)
    return Standing("ok" if hours <= OLD_HOURS else "old", hours)


def checked(actor: Actor, file: Path) -> tuple[int, int | None]:
    """The number of a copy's last entry, and how many differences proving all of it gives (None: of an
    earlier schema, whose results are proved once it is brought up to date).

    Raises
    ------
    SteelyardError : it does not open.
    """
    require(actor, Action.BACK_UP)
    entry = opening.last_entry(file)
    try:
        db = Database.at_rest(file)
    except SteelyardError as problem:
        if problem.key != "errors-database-older":
            raise
        return entry, None
    try:
        return entry, len(proof.verify(actor, db).differences)
    finally:
        db.close()


_Last = tuple[dt.datetime, str] | None


def _tried(db: Database) -> tuple[_Last, _Last]:
    """When (UTC) a copy was last made and when one last failed, and by whom."""

    def make() -> tuple[_Last, _Last]:
        with db.read() as cursor:
            return audit.latest(cursor, MADE), audit.latest(cursor, FAILED)

    return remembered(db, "backups-tried", None, make)


def _failed_last(db: Database) -> dt.datetime | None:
    """When the copy that was tried last failed; None where it did not."""
    made, failed = _tried(db)
    return failed[0] if failed and (made is None or failed[0] > made[0]) else None


def _made(actor: Actor, db: Database, why: str, place: Path) -> Copy:
    """Made and checked beside the database, where the engine may write, then brought to its place."""
    made_at = clock.local(audit.now())
    beside = copying.folder(db.path.resolve()) / f"{db.path.stem}-{made_at:%Y%m%d-%H%M%S-%f}.duckdb"
    db.copy(beside)
    try:
        entry, differences = checked(actor, beside)
        total, size = disk.sha256(beside), beside.stat().st_size
        target = place / beside.name
        if place.resolve() != beside.parent:
            disk.bring(beside, target)
            if disk.sha256(target) != total:
                target.unlink()
                raise StorageFailed("errors-backup-differs", path=str(target))
            beside.unlink()
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    copy = Copy(target, made_at, size, total, why, entry, differences)
    told = {"made_at": made_at, "sha256": total, "why": why, "entry": entry, "differences": differences}
    _beside(target).write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))
    return copy


def _tidy(database: Path, place: Path, wanted: Plan) -> None:
    """Remove what is beyond the number or the age that are kept; never the newest, nor what was made
    elsewhere."""
    oldest = clock.local(audit.now()) - dt.timedelta(days=wanted.days)
    own = [c for c in listed(database, place) if c.file.parent == place.resolve() or c.file.parent == place]
    counted = [copy for copy in own if copy.why in (ASKED, SCHEDULED)][wanted.keep :]
    for copy in own[1:]:
        if copy.made_at < oldest or copy in counted:
            copy.file.unlink(missing_ok=True)
            _beside(copy.file).unlink(missing_ok=True)


def _beside(file: Path) -> Path:
    return file.with_suffix(".json")


def _read(file: Path) -> Copy:
    """A copy by what was written beside it; by the file alone where nothing was."""
    found = file.stat()
    made_at = dt.datetime.fromtimestamp(found.st_mtime, clock.BRANCH_TIME).replace(tzinfo=None)
    try:
        told = orjson.loads(_beside(file).read_bytes())
        made_at = dt.datetime.fromisoformat(told["made_at"])
        return Copy(
            file, made_at, found.st_size, told["sha256"], told["why"], told["entry"], told["differences"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Copy(file, made_at, found.st_size, why="update" if "-before-" in file.name else "")


def _told(problem: SteelyardError | OSError, place: Path) -> SteelyardError:
    if isinstance(problem, SteelyardError):
        return problem
    return damage.cause_of_system(problem, place) or StorageFailed(
        "errors-database-storage", path=str(place), why=str(problem)
    )
