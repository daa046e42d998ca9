"""Proving results: every frozen period scored again, hashes and the trail compared; here or elsewhere."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import orjson

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores import scheme_store, sheet_store
from scoring import SteelyardError
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.results import export, frozen

CONTENT, SCHEME, SCORES, MANIFEST = "period.json", "scheme.toml", "scores.csv", "manifest.json"


@dataclass(frozen=True)
class Difference:
    """Something that is not as it was published: a sentence of the catalogue with what it is about."""

    key: str
    params: dict[str, object]


@dataclass(frozen=True)
class Proof:
    """What was checked and what is wrong with it."""

    results: int
    periods: int
    differences: tuple[Difference, ...]

    @property
    def clean(self) -> bool:
        """Whether everything is as it was published."""
        return not self.differences


def verify(actor: Actor, db: Database, period: Period | None = None) -> Proof:
    """Recompute every frozen result (of one period); with no period also the schemes and the audit chain.

    Raises
    ------
    WorkflowError : the period was never published.
    """
    require(actor, Action.VERIFY)
    code = None if period is None else period.code
    found: list[Difference] = []
    with db.read() as cursor:
        rows = sheet_store.sheets(cursor, code)
        if code is not None and not rows:
            raise WorkflowError("errors-period-never-published", period=code)
        told = _told(cursor)
        for row in rows:
            written = sheet_store.contents(cursor, [row.sheet_id])[row.sheet_id]
            where: dict[str, object] = {"period": row.period, "sheet": row.sheet_id}
            if {frozen.sha256(written)} != {row.sha256, told.get(row.sheet_id)}:
                found.append(Difference("verify-hash", where))
                continue
            found += _proved(written, row.inputs_sha256, where)
        if code is None:
            found += _missing(rows, told)
            found += _schemes(cursor)
            if (broken := audit.broken_at(cursor)) is not None:
                found.append(Difference("verify-chain", {"entry": broken}))
    return Proof(len(rows), len({row.period for row in rows}), tuple(found))


def export_period(actor: Actor, db: Database, period: Period, folder: Path) -> Path:
    """Write a published period as a package that `verify_package` checks on another machine.

    The folder appears with everything in it or not at all.

    Raises
    ------
    WorkflowError : never published, or `folder` is there already.
    """
    require(actor, Action.VERIFY)
    code = period.code
    with db.read() as cursor:
        rows = sheet_store.sheets(cursor, code)
        if not rows:
            raise WorkflowError("errors-period-never-published", period=code)
        written = sheet_store.contents(cursor, [rows[-1].sheet_id])[rows[-1].sheet_id]
    if folder.exists() or not folder.parent.is_dir():
        raise WorkflowError("errors-package-folder", folder=str(folder))
    content = orjson.loads(written)
    sheet = frozen.scored_again(content)
    teams = [row[3] or None for row in content["people"]]
    beside = Path(tempfile.mkdtemp(prefix=".package-", dir=folder.parent))
    try:
        (beside / CONTENT).write_bytes(written.encode())
        (beside / SCHEME).write_bytes(content["scheme"].encode())
        export.write_sheets(beside / SCORES, [export.sheet_document(sheet, code, teams)])
        manifest = {
            "period": code,
            "sha256": rows[-1].sha256,
            "inputs_sha256": rows[-1].inputs_sha256,
            "engine": rows[-1].engine,
            "published_at": f"{rows[-1].frozen_at:%Y-%m-%dT%H:%M:%SZ}",
            "published_by": rows[-1].frozen_by,
            "files": {name: _file_sha256(beside / name) for name in (CONTENT, SCHEME, SCORES)},
        }
        (beside / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2), encoding="utf-8")
        beside.chmod(0o755)
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return folder


def verify_package(folder: Path) -> Proof:
    """Check a package that `export_period` wrote, without any database.

    Raises
    ------
    WorkflowError : not such a package.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        names, expected = manifest["files"], manifest["inputs_sha256"]
        where: dict[str, object] = {"period": str(manifest["period"]), "sheet": 1}
        written = (folder / CONTENT).read_text(encoding="utf-8")
        whole = manifest["sha256"]
        wrong = [name for name in names if _file_sha256(folder / Path(name).name) != names[name]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise WorkflowError("errors-package", folder=str(folder)) from None
    found = [Difference("verify-file", {"file": name}) for name in wrong]
    if frozen.sha256(written) != whole:
        found.append(Difference("verify-hash", where))
    else:
        found += _proved(written, expected, where)
    return Proof(1, 1, tuple(found))


def _proved(written: str, inputs_sha256: str, where: dict[str, object]) -> list[Difference]:
    """What is wrong with one frozen result whose text is as it was."""
    try:
        content = orjson.loads(written)
        if frozen.inputs_sha256(content) != inputs_sha256:
            return [Difference("verify-inputs", where)]
        apart = frozen.differences(content, frozen.scored_again(content))
    except (SteelyardError, ValueError, KeyError, TypeError):
        return [Difference("verify-unreadable", where)]
    return [Difference("verify-result", where | {"people": ", ".join(apart)})] if apart else []


def _told(cursor: Cursor) -> dict[int, str]:
    """What the trail says was published: result → hash."""
    details = [json.loads(text) for text in audit.details(cursor, "publish")]
    return {int(detail["sheet"]): str(detail["sha256"]) for detail in details}


def _missing(rows: list[sheet_store.Frozen], told: dict[int, str]) -> list[Difference]:
    gone = sorted(set(told) - {row.sheet_id for row in rows})
    return [Difference("verify-gone", {"sheet": number}) for number in gone]


def _schemes(cursor: Cursor) -> list[Difference]:
    """Stored versions whose text is not what it was."""
    return [
        Difference("verify-scheme", {"code": stored.code, "version": stored.version})
        for stored in scheme_store.versions(cursor)
        if hashlib.sha256(stored.toml.encode()).hexdigest() != stored.sha256
    ]


def _file_sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
