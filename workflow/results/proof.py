"""Proving results: every frozen period scored again, hashes and the trail compared; here or elsewhere."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.sealing.check import Tell
from data.sealing.cursor import DatabaseProblem
from data.stores import sheet_store
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.results import export, frozen
from workflow.results.proving import kept, posted
from workflow.results.proving.anchors import Anchor, of_results
from workflow.results.proving.difference import Difference
from workflow.results.proving.money import money
from workflow.results.proving.posted import WRONG

__all__ = ["Difference", "Proof", "export_period", "verify", "verify_package"]

CONTENT, SCHEME, SCORES, MANIFEST = "period.json", "scheme.toml", "scores.csv", "manifest.json"


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


def verify(
    actor: Actor,
    db: Database,
    period: Period | None = None,
    *,
    against: Sequence[Anchor] = (),
    tell: Tell | None = None,
) -> Proof:
    """Recompute every frozen result (of one period); with no period also compare every row with its seal,
    the audit chain with itself and the anchors `against`, schemes and money. ``tell`` hears how far it is.

    Whatever is found is a difference: nothing that somebody did to the file ends it.

    Raises
    ------
    WorkflowError : the period was never published.
    """
    require(actor, Action.VERIFY)
    code = None if period is None else period.code
    found: list[Difference] = []
    rows: list[sheet_store.Frozen] = []
    with db.read() as cursor:

        def part(name: str, check: Callable[[], Iterable[Difference]]) -> None:
            try:
                found.extend(check())
            except (DatabaseProblem, *WRONG):
                found.append(Difference("verify-part", {"part": name}))

        def results() -> Iterable[Difference]:
            rows.extend(sheet_store.sheets(cursor, code))
            published, unread = posted.told(cursor)
            of = {row.sheet_id for row in rows}
            own = {n: one for n, one in published.items() if code is None or n in of}
            return [*unread, *posted.results(cursor, rows, own)]

        part("results", results)
        if code is not None and not rows and not found:
            raise WorkflowError("errors-period-never-published", period=code)
        if code is None:
            part("schemes", lambda: posted.schemes(cursor))
            part("money", lambda: money(cursor))
            part("trail", lambda: kept.trail(cursor, against))
            part("rows", lambda: kept.rows(cursor, tell))
    return Proof(len(rows), len({row.period for row in rows}), tuple(found))


def export_period(actor: Actor, db: Database, period: Period, folder: Path) -> Path:
    """Write a published period as a package that `verify_package` checks on another machine.

    The folder appears with everything in it or not at all.

    Raises
    ------
    WorkflowError : never published, or `folder` is there already.
    """
    require(actor, Action.EXPORT_PERIOD)
    code = period.code
    with db.read() as cursor:
        rows = sheet_store.sheets(cursor, code)
        if not rows:
            raise WorkflowError("errors-period-never-published", period=code)
        written = sheet_store.contents(cursor, [rows[-1].sheet_id])[rows[-1].sheet_id]
        anchor = of_results(db).get(rows[-1].sha256)
        entry = None if anchor is None else audit.as_hashed(cursor, anchor.number)
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
            "anchor": None if anchor is None else anchor.short,
            "trail": entry,
            "files": {name: _file_sha256(beside / name) for name in (CONTENT, SCHEME, SCORES)},
        }
        told = json.dumps(manifest, ensure_ascii=False, indent=2, default=str)
        (beside / MANIFEST).write_text(told, encoding="utf-8")
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
        found += posted.proved(written, expected, where)
    return Proof(1, 1, tuple(found))


def _file_sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
