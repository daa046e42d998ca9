"""From a file to facts: read, judged, kept for review, approved or rejected by a second person."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import batch_store, import_store, queries
from data.database import Database
from data.reading import kinds
from data.reading.events import event_key
from data.reading.headings import Mapping_, bare, mapping_file
from data.reading.judged import Judged
from data.reading.kinds import MEASURED
from data.reading.known import Known
from data.reading.problems import Answers
from data.reading.read import mapping_of, read_metrics
from data.reading.text import compact
from data.reading.tidy import read_tidy
from workflow import clock
from workflow.errors import WorkflowError
from workflow.memo import remembered

KINDS = tuple(kinds.KINDS)


@dataclass(frozen=True)
class Imported:
    """What became of a file: its batch (None: nothing stored) and how its rows were judged."""

    batch: int | None
    status: str
    judged: Judged


@dataclass(frozen=True)
class ReadFile:
    """A file that was read and judged; nothing of it is stored."""

    judged: Judged
    file_name: str
    sha256: str
    source: str | None


def read_file(
    actor: Actor,
    db: Database,
    kind: str,
    path: Path,
    *,
    period: str | None = None,
    sheet: str | None = None,
    mapping: Mapping_ | Path | None = None,
    source: str | None = None,
    answers: Answers | None = None,
    progress: Callable[[float], None] | None = None,
) -> ReadFile:
    """Read and judge a file. `mapping` says how the headings of measured values are read, `answers` what a
    person decided about the doubts of an earlier reading; `progress` is told the share that is done.

    Raises
    ------
    UnreadableFile : the file cannot be read as `kind`. WorkflowError : an unknown kind.
    """
    require(actor, Action.IMPORT)
    if kind not in KINDS:
        raise WorkflowError("errors-import-kind", kind=kind, kinds=", ".join(KINDS))
    if kind in MEASURED:
        how = mapping_file(mapping) if isinstance(mapping, Path) else mapping
        options = {"sheet": sheet, "period": period, "kind": kind, "progress": progress}
        judged = read_metrics(path, known(db), mapping=how, **options)  # type: ignore[arg-type]
    else:
        judged = read_tidy(
            *(path, kinds.KINDS[kind], known(db)),
            sheet=sheet,
            period=period,
            answers=answers,
            progress=progress,
        )
    return ReadFile(judged, path.name, hashlib.sha256(path.read_bytes()).hexdigest(), source)


def submit(actor: Actor, db: Database, found: ReadFile, *, accept_valid: bool = False) -> Imported:
    """Keep a judged file as a batch for the second person. All or nothing: with a refused row nothing is
    stored, unless `accept_valid`."""
    require(actor, Action.IMPORT)
    judged = found.judged
    if not judged.rows_read:
        return Imported(None, "nothing", judged)
    if (judged.refused and not accept_valid) or not len(judged.accepted):
        return Imported(None, "refused", judged)

    def work(cursor) -> int:  # type: ignore[no-untyped-def]
        at = audit.now()
        batch = import_store.stage(
            cursor, judged, found.file_name, found.sha256, actor.username, at, found.source
        )
        detail = {"kind": judged.kind, "file": found.file_name, "rows": len(judged.accepted)}
        audit.append(cursor, actor, "import", f"batch {batch}", detail)
        return batch

    return Imported(db.write(work), "awaiting-review", judged)


def import_file(
    actor: Actor,
    db: Database,
    kind: str,
    path: Path,
    *,
    period: str | None = None,
    sheet: str | None = None,
    mapping: Mapping_ | Path | None = None,
    source: str | None = None,
    accept_valid: bool = False,
    dry_run: bool = False,
) -> Imported:
    """:func:`read_file` and :func:`submit` in one step; `dry_run` stores nothing."""
    options = {"period": period, "sheet": sheet, "mapping": mapping, "source": source}
    found = read_file(actor, db, kind, path, **options)  # type: ignore[arg-type]
    if dry_run:
        return Imported(None, "dry-run", found.judged)
    return submit(actor, db, found, accept_valid=accept_valid)


def known(db: Database) -> Known:
    """What rows are judged against, for workflow modules that have asked `access`."""

    def make() -> Known:
        with db.read() as cursor:
            people = queries.people(cursor)
            library = queries.indicators(cursor)
            history = queries.recent_values(cursor)
            teams = queries.teams(cursor)
            standing = queries.standing(cursor)
            events = queries.events(cursor)
        names = {}
        for row in library:
            for name in (row.code, row.name, row.name_en, *row.aliases):
                if name:
                    names.setdefault(compact(name), row.code)
        return Known(
            dict(zip(people["manager_id"], people["name"], strict=True)),
            names,
            {row.code: row.unit for row in library},
            {row.code: row.measure for row in library},
            history,
            {name: team for team, pair in teams.items() for name in (team, *pair)},
            standing=standing,
            joined={
                person: day.date()
                for person, day in zip(people["manager_id"], people["joined_on"], strict=True)
                if not pd.isna(day)
            },
            events={event_key(*key): says for key, says in events},
        )

    return replace(remembered(db, "known", (), make), today=clock.today())


def remember_mapping(actor: Actor, db: Database, source: str, pairs: Mapping[str, str]) -> None:
    """Keep which indicator each heading of a source stands for ("" for none), as a person confirmed it."""
    require(actor, Action.IMPORT)
    at = audit.now()

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        batch_store.confirm_mapping(
            cursor, source, [(bare(h)[0], c) for h, c in pairs.items()], at, actor.username
        )
        audit.append(cursor, actor, "confirm-mapping", source, dict(pairs))

    db.write(work)


def mapping_for(actor: Actor, db: Database, source: str) -> Mapping_:
    """How a source's headings are read: by the library, and by what was confirmed for the source before."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        confirmed = batch_store.mapping(cursor, source)
    return replace(mapping_of(known(db)), confirmed=confirmed)


def approve(actor: Actor, db: Database, batch: int) -> None:
    """Turn a batch into facts; never by the person who brought it.

    Raises
    ------
    WorkflowError : no such batch, decided already, or one's own.
    """
    _decide(actor, db, batch, "approved", None)


def reject(actor: Actor, db: Database, batch: int, why: str) -> None:
    """Turn a batch down, with the reason."""
    if not why.strip():
        raise WorkflowError("errors-reason-needed")
    _decide(actor, db, batch, "rejected", why)


def _decide(actor: Actor, db: Database, batch: int, status: str, why: str | None) -> None:
    require(actor, Action.APPROVE_IMPORT)

    def work(cursor) -> None:  # type: ignore[no-untyped-def]
        found = import_store.batch(cursor, batch)
        if found is None:
            raise WorkflowError("errors-batch-unknown", batch=batch)
        kind, importer, state = found
        if state != "awaiting-review":
            raise WorkflowError("errors-batch-decided", batch=batch, status=state)
        if importer == actor.username:
            raise WorkflowError("errors-batch-same-person", batch=batch, by=importer)
        at = audit.now()
        import_store.decide(cursor, batch, status, at, actor.username, why)
        if status == "approved":
            import_store.make_facts(cursor, batch, kind, at)
        audit.append(cursor, actor, status, f"batch {batch}", {"why": why})

    db.write(work)
