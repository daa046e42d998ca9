"""From a file to facts: read, judged, kept for review, approved or rejected by a second person."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import batch_store, import_store, queries
from data.database import Database
from data.judging import HEADINGS, REQUIRED, judge
from data.readers import Table, read_table
from data.reading.headings import Mapping_, bare
from data.reading.judged import Judged
from data.reading.known import Known, Takes
from data.reading.mapping import mapping_file, mapping_of
from data.reading.problems import Answers
from data.reading.read import read_metrics
from data.reading.text import compact
from scoring.periods import parse_period
from scoring.rules import Direct, Review, Rule
from workflow import clock, schemes
from workflow.errors import WorkflowError
from workflow.memo import remembered

KINDS = tuple(REQUIRED)
MEASURED = ("metrics", "targets")


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
    answers: Answers = field(default_factory=dict)


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
    """Read and judge a file. `mapping` says how the headings of measured values are read, beside the names
    that are known; `answers` settle the questions of an earlier reading (``judged.questions``); `progress`
    is told the share that is done.

    Raises
    ------
    UnreadableFile : the file cannot be read as `kind`. WorkflowError : an unknown kind.
    WrongAnswer : an answer that fits no question of the file.
    """
    require(actor, Action.IMPORT)
    if kind not in KINDS:
        raise WorkflowError("errors-import-kind", kind=kind, kinds=", ".join(KINDS))
    if kind in MEASURED:
        how = mapping_file(mapping) if isinstance(mapping, Path) else mapping
        options = {"sheet": sheet, "period": period, "kind": kind, "answers": answers, "progress": progress}
        judged = read_metrics(path, known(db), mapping=how, **options)  # type: ignore[arg-type]
    else:
        judged = _judged(db, read_table(path, sheet, HEADINGS), kind, period)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return ReadFile(judged, path.name, sha256, source, dict(answers or {}))


def submit(actor: Actor, db: Database, found: ReadFile, *, accept_valid: bool = False) -> Imported:
    """Keep a judged file as a batch for the second person. All or nothing: with a refused row nothing is
    stored, unless `accept_valid`."""
    require(actor, Action.IMPORT)
    judged = found.judged
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
    answers: Answers | None = None,
    accept_valid: bool = False,
    dry_run: bool = False,
) -> Imported:
    """:func:`read_file` and :func:`submit` in one step; `dry_run` stores nothing."""
    options = {"period": period, "sheet": sheet, "mapping": mapping, "source": source, "answers": answers}
    found = read_file(actor, db, kind, path, **options)  # type: ignore[arg-type]
    if dry_run:
        return Imported(None, "dry-run", found.judged)
    return submit(actor, db, found, accept_valid=accept_valid)


def import_table(
    actor: Actor, db: Database, kind: str, table: Table, sha256: str, *, source: str | None = None
) -> Imported:
    """The same for a table that has been read already; `source` names the system it came from."""
    require(actor, Action.IMPORT)
    found = ReadFile(_judged(db, table, kind, None), table.file_name, sha256, source)
    return submit(actor, db, found)


def _judged(db: Database, table: Table, kind: str, period: str | None) -> Judged:
    with db.read() as cursor:
        managers = set(queries.people(cursor)["manager_id"])
        indicators = queries.indicator_codes(cursor)
    return judge(table, kind, managers=managers, indicators=indicators, period=period)


def known(db: Database) -> Known:
    """What rows are judged against, for workflow modules that have asked `access`."""

    def make() -> Known:
        with db.read() as cursor:
            people = queries.people(cursor)
            library = queries.indicators(cursor)
            history = queries.recent_values(cursor)
            teams = queries.teams(cursor)
        names: dict[str, str] = {}
        for row in library:
            for name in (row.code, row.name, row.name_en, *row.aliases):
                if name:
                    names.setdefault(compact(name), row.code)
        called = [(word, team) for team, words in teams.items() for word in (team, *words) if word]
        return Known(
            people=dict(zip(people["manager_id"], people["name"], strict=True)),
            indicators=names,
            units={row.code: row.unit for row in library},
            measures={row.code: row.measure for row in library},
            history=history,
            teams=dict(called),
            takes=lambda period: _takes(db, period),
        )

    return replace(remembered(db, "known", (), make), today=clock.today())


def _takes(db: Database, period: str) -> Mapping[str, Takes]:
    """What the scheme in force takes in a period, by indicator; nothing is said where none is in force."""

    def make() -> Mapping[str, Takes]:
        try:
            scheme = schemes.in_force(db, parse_period(period))
        except WorkflowError:
            return {}
        return {i.code: Takes(_domain(i.rule), i.rule.uses_target) for i in scheme.indicators}

    return remembered(db, "takes", period, make)


def _domain(rule: Rule) -> tuple[float, float] | None:
    if isinstance(rule, Direct):
        return rule.scale
    return (0.0, 100.0) if isinstance(rule, Review) else None


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
