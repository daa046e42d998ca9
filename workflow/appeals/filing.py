"""Filing an appeal: until when, about which figure, with what copied beside it, and with which files."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from dataclasses import dataclass
from pathlib import PurePath

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.stores import sheet_store
from data.stores.appeals import appeal_store
from data.stores.intake import value_store
from data.stores.sheet_store import Frozen
from scoring.periods import Period
from scoring.scheme import SchemeReference
from scoring.scheme.result_use import ResultUse
from workflow import calendar, schemes
from workflow.appeals import effect, figures, standing
from workflow.appeals.figures import Figure
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.results import shown
from workflow.results.moves import Move

KINDS = ("data", "judgement", "procedure")
OPEN_STATES = ("notice", "appeals")
LARGEST, MOST_FILES = 5 * 1024 * 1024, 5
"""Bytes of a file, and files of an appeal."""
MEDIA = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ZIP, _JPEG = b"PK", b"\xff\xd8"
_BEGINS = {
    ".pdf": b"%PDF",
    ".png": b"\x89PNG",
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".xlsx": _ZIP,
    ".docx": _ZIP,
}


@dataclass(frozen=True)
class Deadline:
    """Until when results of a period can be objected to: posted on, the last day, working days left from
    today on (0: today is the last), whether it is open at all; ``unannounced`` are years on the way whose
    holidays the state has not announced yet, so that the day may still move."""

    posted_on: dt.date
    last_day: dt.date
    days_left: int
    is_open: bool
    unannounced: tuple[int, ...]


def deadline(actor: Actor, db: Database, period: Period) -> Deadline | None:
    """Until when an appeal can be filed; None where the period is not published.

    Raises
    ------
    WorkflowError : the actor is not shown the period.
    """
    require(actor, Action.VIEW_SCHEMES)
    if not shown.is_shown(actor, db, period):
        raise WorkflowError("errors-period-not-shown", period=period.code)
    with db.read() as cursor:
        sheet = _current(cursor, period)
    if sheet is None:
        return None
    held, posted = calendar.held(db), clock.local(sheet.frozen_at).date()
    last = held.after(posted, _use(db, sheet).appeal_days)
    today = clock.today()
    return Deadline(
        posted,
        last,
        held.between(today, last) if today < last else 0,
        sheet.state in OPEN_STATES and today <= last,
        tuple(held.unannounced(posted, last)),
    )


def file(
    actor: Actor,
    db: Database,
    manager_id: str,
    period: Period,
    figure: Figure,
    kind: str,
    says: str,
    wanted: float | None = None,
) -> int:
    """File an appeal; its number. Beside it is copied what it is about: the row with its batch, the version
    of the rules, and the result as published and as it would be.

    Raises
    ------
    AccessDenied : not one's own result. WorkflowError : too late, no reason, an unknown kind, a figure that
        is not there any more, or one on which an appeal is open already.
    """
    require(actor, Action.FILE_APPEAL, manager_id)
    reason = needed(says)
    until = deadline(actor, db, period)
    if until is None or not until.is_open:
        raise WorkflowError("errors-appeal-late", period=period.code)
    if kind not in KINDS or (wanted is not None and not math.isfinite(wanted)):
        raise WorkflowError("errors-appeal-figure")
    if figure.id not in {one.id for one in figures.figures(actor, db, manager_id, period)}:
        raise WorkflowError("errors-appeal-figure")
    tried = None
    if wanted is not None and figure.subject != figures.RESULT:
        tried = effect.counterfactual(actor, db, manager_id, period, figure.subject, figure.key, wanted)
    with db.read() as cursor:
        sheet = _current(cursor, period)
        copied = _copied(cursor, db, sheet, figure, None if tried is None else tried.own)
    decide_by = calendar.held(db).after(clock.today(), _use(db, sheet).review_days)

    def work(cursor: Cursor) -> int:
        now = _current(cursor, period)
        if sheet is None or now is None or now.sheet_id != sheet.sheet_id:
            raise WorkflowError("errors-appeal-late", period=period.code)
        for one in appeal_store.appeals(cursor, manager_id=manager_id, period=period.code, undecided=True):
            if (one.subject, one.key) == (figure.subject, dict(figure.key)):
                raise WorkflowError("errors-appeal-again", appeal=one.appeal_id)
        filed = appeal_store.NewAppeal(
            manager_id=manager_id,
            period=period.code,
            sheet_id=sheet.sheet_id,
            kind=kind,
            subject=figure.subject,
            key=dict(figure.key),
            says=reason,
            wanted=wanted,
            copied=copied,
            decide_by=decide_by,
            filed_by=actor.username,
        )
        number = appeal_store.add(cursor, filed, audit.now())
        detail = {"period": period.code, "kind": kind, "subject": figure.subject}
        audit.append(cursor, actor, "appeal-filed", f"appeal {number}", detail)
        return number

    return db.write(work)


def attach(actor: Actor, db: Database, appeal_id: int, name: str, content: bytes) -> int:
    """Add a file to one's own open appeal; its number.

    Raises
    ------
    WorkflowError : another kind of file, a damaged one, too large, or too many.
    """
    found = standing.appeal(actor, db, appeal_id)
    require(actor, Action.FILE_APPEAL, found.manager_id)
    file = checked(name, content)

    def work(cursor: Cursor) -> int:
        standing.now(cursor, appeal_id, standing.FILED, standing.TAKEN, standing.PROPOSED)
        if len(appeal_store.attachments(cursor, appeal_id)) >= MOST_FILES:
            raise WorkflowError("errors-appeal-files", most=MOST_FILES)
        number = appeal_store.attach(cursor, appeal_id, *file, audit.now(), actor.username)
        detail = {"file": number, "sha256": file[-1]}
        audit.append(cursor, actor, "appeal-file", f"appeal {appeal_id}", detail)
        return number

    return db.write(work)


def checked(name: str, content: bytes) -> tuple[str, str, bytes, str]:
    """A file as it is kept: its name, media type, content and SHA-256.

    Raises
    ------
    WorkflowError : another kind of file than `MEDIA`, a damaged one, or too large.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in MEDIA or not content.startswith(_BEGINS[ending]):
        raise WorkflowError("errors-appeal-file", name=name)
    if len(content) > LARGEST:
        raise WorkflowError("errors-appeal-file-large", name=name, most=LARGEST // 1024**2)
    return PurePath(name).name, MEDIA[ending], content, hashlib.sha256(content).hexdigest()


def withdraw(actor: Actor, db: Database, appeal_id: int) -> None:
    """Take one's own appeal back, while it is not decided."""
    found = standing.appeal(actor, db, appeal_id)
    require(actor, Action.FILE_APPEAL, found.manager_id)

    def work(cursor: Cursor) -> None:
        standing.now(cursor, appeal_id, standing.FILED, standing.TAKEN, standing.PROPOSED)
        appeal_store.add_event(cursor, appeal_id, standing.WITHDRAWN, audit.now(), actor.username)
        audit.append(cursor, actor, "appeal-withdrawn", f"appeal {appeal_id}", {})

    db.write(work)


def _current(cursor: Cursor, period: Period) -> Frozen | None:
    return next(iter(sheet_store.current(cursor, [period.code])), None)


def _use(db: Database, sheet: Frozen | None) -> ResultUse:
    if sheet is None:
        return ResultUse()
    reference = SchemeReference(sheet.scheme_code, sheet.scheme_version)
    return next(info.scheme.result_use for info in schemes.stored(db) if info.reference == reference)


def _copied(
    cursor: Cursor, db: Database, sheet: Frozen | None, figure: Figure, tried: Move | None
) -> dict[str, object]:
    """What stands beside an appeal for good, whatever becomes of the row, the rules and the result."""
    row: dict[str, object] = {
        "value": figure.value,
        "said": figure.said,
        "names": dict(figure.names),
        "unit": figure.unit,
    }
    if figure.subject in (figures.MEASUREMENT, figures.TARGET):
        key = figure.key
        held = value_store.value_history(
            cursor, key["manager_id"], key["period"], key["indicator_code"], figure.subject
        )
        if held:
            last = held[-1]
            row |= {
                "batch": last.batch,
                "file": last.file_name,
                "by": last.by,
                "approved_by": last.approved_by,
                "at": f"{last.at:%Y-%m-%d %H:%M}",
                "why": last.why,
            }
    copied: dict[str, object] = {"row": row}
    if sheet is not None:
        copied["rule"] = {
            "scheme": sheet.scheme_code,
            "version": sheet.scheme_version,
            "sheet_sha256": sheet.sha256,
            "engine": sheet.engine,
        }
    if tried is not None:
        copied["result"] = {
            side: {"total": _plain(total), "rank": _plain(rank), "grade": grade}
            for side, total, rank, grade in (
                ("published", tried.before_total, tried.before_rank, tried.before_grade),
                ("asked", tried.after_total, tried.after_rank, tried.after_grade),
            )
        }
    return copied


def _plain(number: float) -> float | None:
    return None if math.isnan(number) else number
