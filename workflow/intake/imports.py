"""From a file to facts: read, judged, kept for review, approved or rejected by a second person."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from access import accounts, audit, delegation
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.reading.columns import kinds
from data.reading.columns.headings import Mapping_, bare
from data.reading.columns.kinds import MEASURED
from data.reading.columns.mapping import mapping_file, mapping_of
from data.reading.judged import Judged
from data.reading.known import Known, Takes
from data.reading.metrics.read import read_metrics
from data.reading.problems import Answers
from data.reading.records.read import read_tidy
from data.reading.values.text import compact
from data.stores import indicator_store, outcome_store, people_store
from data.stores.intake import event_store, import_store, mapping_store, value_store
from scoring.periods import parse_period
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.intake import bearing
from workflow.reasons import needed
from workflow.results.what_if import ripple

LONGEST_NAME = 150
"""Bytes of a file's name that are kept; of the file system's 255 the time and the report need some."""
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
    answers: Answers = field(default_factory=dict)


def short_name(name: str) -> str:
    """A file's name, short enough for any file system and for what is put before and behind it."""
    stem, ending = Path(name).stem, Path(name).suffix
    kept = stem.encode(errors="replace")[:LONGEST_NAME].decode(errors="ignore")
    return f"{kept}{ending[:12]}"


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
    name: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> ReadFile:
    """Read and judge a file. `mapping` says how the headings of measured values are read, beside the names
    that are known; `answers` settle the questions of an earlier reading (``judged.questions``). `name` is
    what the file is called where it lies under another name; `progress` is told the share that is done.

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
        judged = read_metrics(
            path,
            known(db),
            mapping=how,
            sheet=sheet,
            period=period,
            kind=kind,
            answers=answers,
            progress=progress,
        )
    else:
        judged = read_tidy(
            *(path, kinds.KINDS[kind], known(db)),
            sheet=sheet,
            period=period,
            answers=answers,
            progress=progress,
        )
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return ReadFile(judged, name or path.name, sha256, source, dict(answers or {}))


def submit(
    actor: Actor,
    db: Database,
    found: ReadFile,
    *,
    accept_valid: bool = False,
    again: bool = False,
    answers_for: bool = True,
    brought_by: str | None = None,
) -> Imported:
    """Keep a judged file as a batch for the second person. All or nothing: with a refused row nothing is
    stored, unless `accept_valid`. Without `answers_for` nobody answers for the file yet (the inbox);
    `brought_by` is whose it is, where that is not the actor.

    Raises
    ------
    WorkflowError : the very same file was brought before, and `again` does not say that this is meant.
    """
    require(actor, Action.IMPORT)
    judged = found.judged
    if not judged.rows_read:
        return Imported(None, "nothing", judged)
    if (judged.refused and not accept_valid) or not len(judged.accepted):
        return Imported(None, "refused", judged)
    status = import_store.WAITING if answers_for else import_store.ARRIVED
    header = import_store.Header(judged.kind, found.file_name, found.sha256, found.source, judged.rows_read)

    def work(cursor: Cursor) -> int:
        earlier = import_store.brought_before(cursor, found.sha256)
        if earlier is not None and not again:
            raise WorkflowError("errors-file-again", file=found.file_name, batch=earlier)
        rows = import_store.rows_of(judged)
        at = audit.now()
        by = brought_by or actor.username
        batch = import_store.stage(cursor, header, rows, judged.problems, by, at, status)
        detail = {"kind": judged.kind, "file": found.file_name, "rows": len(judged.accepted)}
        audit.append(cursor, actor, "import", f"batch {batch}", detail)
        return batch

    return Imported(db.write(work), status, judged)


def earlier_batch(actor: Actor, db: Database, sha256: str) -> int | None:
    """The batch by which the very same file was brought before (None: by none that was not turned down)."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        return import_store.brought_before(cursor, sha256)


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
    again: bool = False,
    dry_run: bool = False,
) -> Imported:
    """:func:`read_file` and :func:`submit` in one step; `dry_run` stores nothing."""
    found = read_file(
        actor, db, kind, path, period=period, sheet=sheet, mapping=mapping, source=source, answers=answers
    )
    if dry_run:
        return Imported(None, "dry-run", found.judged)
    return submit(actor, db, found, accept_valid=accept_valid, again=again)


def known(db: Database) -> Known:
    """What rows are judged against, for workflow modules that have asked `access`."""

    def make() -> Known:
        with db.read() as cursor:
            people = people_store.people(cursor)
            library = indicator_store.indicators(cursor)
            history = value_store.recent_values(cursor)
            teams = people_store.teams(cursor)
            had = people_store.team_names(cursor)
            places = people_store.places(cursor)
            events = event_store.events_known(cursor)
            outcomes = outcome_store.outcomes_known(cursor)
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
            teams={**had, **dict(called)},
            standing={person: (place.team, place.position) for person, place in places.items()},
            joined={
                person: day.date()
                for person, day in zip(people["manager_id"], people["joined_on"], strict=True)
                if not pd.isna(day)
            },
            events=events,
            outcomes=outcomes,
        )

    # What is asked of the database later must be asked of the one that is open now.
    kept = remembered(db, "known", (), make)
    return replace(kept, takes=lambda period: takes(db, period), today=clock.today())


def takes(db: Database, period: str) -> Mapping[str, Takes]:
    """What the scheme in force takes in a period, by indicator (nothing where none is in force), for modules
    that have asked `access`."""

    def make() -> Mapping[str, Takes]:
        try:
            scheme = schemes.in_force(db, parse_period(period))
        except WorkflowError:
            return {}
        return {i.code: Takes(i.rule.domain, i.divides) for i in scheme.indicators}

    return remembered(db, "takes", period, make)


def remember_mapping(actor: Actor, db: Database, source: str, pairs: Mapping[str, str]) -> None:
    """Keep which indicator each heading of a source stands for ("" for none), as a person confirmed it."""
    require(actor, Action.IMPORT)
    at = audit.now()

    def work(cursor: Cursor) -> None:
        headings = [(bare(heading)[0], code) for heading, code in pairs.items()]
        mapping_store.confirm(cursor, source, headings, at, actor.username)
        audit.append(cursor, actor, "confirm-mapping", source, dict(pairs))

    db.write(work)


def mapping_for(actor: Actor, db: Database, source: str) -> Mapping_:
    """How a source's headings are read: by the library, and by what was confirmed for the source before."""
    require(actor, Action.IMPORT)
    with db.read() as cursor:
        confirmed = mapping_store.confirmed(cursor, source)
    return replace(mapping_of(known(db)), confirmed=confirmed)


def approve(actor: Actor, db: Database, batch: int, *, anyway: bool = False) -> None:
    """Turn a batch into facts; never by a person who brought it or answers for it. What it does to published
    results is posted as differences; they stay as they are.

    Raises
    ------
    WorkflowError : no such batch, decided already, one's own, taken over by nobody; or cells of it hold what
        was brought later, and `anyway` does not say that the older figures are meant.
    """

    def work(cursor: Cursor, kind: str) -> None:
        later = import_store.brought_later(cursor, batch, kind, clock.today())
        if later and not anyway:
            raise WorkflowError("errors-batch-older", batch=batch, count=later)
        store(
            cursor,
            lambda at: import_store.make_facts(at, batch, kind, audit.now(), clock.today()),
            actor.username,
        )

    require(actor, Action.APPROVE_IMPORT)
    store = ripple.posting(db, bearing.touched(db, batch), batch, bearing.settling(db, batch))
    _decide(actor, db, batch, import_store.APPROVED, None, work)


def reject(actor: Actor, db: Database, batch: int, why: str) -> None:
    """Turn a batch down, with the reason."""
    _decide(actor, db, batch, import_store.REJECTED, needed(why), lambda cursor, kind: None)


def take_over(actor: Actor, db: Database, batch: int) -> None:
    """Answer for a file that lay in the inbox: from then on it waits for a second person.

    Raises
    ------
    WorkflowError : no such batch, or somebody answers for it already.
    """
    require(actor, Action.IMPORT)

    def work(cursor: Cursor) -> None:
        found = standing(cursor, batch)
        if found.state != import_store.ARRIVED:
            raise WorkflowError("errors-batch-decided", batch=batch, status=found.state)
        import_store.decide(cursor, batch, import_store.WAITING, audit.now(), actor.username, None)
        audit.append(cursor, actor, "take-over", f"batch {batch}", {})

    db.write(work)


def standing(cursor: Cursor, batch: int) -> import_store.Standing:
    """How a batch stands, for modules that have asked `access`; WorkflowError where there is none."""
    found = import_store.standing(cursor, batch)
    if found is None:
        raise WorkflowError("errors-batch-unknown", batch=batch)
    return found


def _decide(
    actor: Actor,
    db: Database,
    batch: int,
    status: str,
    why: str | None,
    effect: Callable[[Cursor, str], None],
) -> None:
    require(actor, Action.APPROVE_IMPORT)

    def work(cursor: Cursor) -> None:
        found = standing(cursor, batch)
        approving = status == import_store.APPROVED
        if found.state == import_store.ARRIVED and approving:
            raise WorkflowError("errors-batch-arrived", batch=batch)
        if found.state not in (import_store.ARRIVED, import_store.WAITING):
            raise WorkflowError("errors-batch-decided", batch=batch, status=found.state)
        if delegation.one_hand(cursor, actor, found.brought_by, found.brought_at):
            raise WorkflowError(
                "errors-batch-same-person", batch=batch, by=accounts.called(db, actor.username)
            )
        effect(cursor, found.kind)
        import_store.decide(cursor, batch, status, audit.now(), actor.username, why)
        audit.append(cursor, actor, status, f"batch {batch}", {"why": why})

    db.write(work)
