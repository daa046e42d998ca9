"""Findings of accountability (责任认定): for each deduction and veto whether somebody answers for it.

A finding is a correction of its event: a batch that a second person approves, which posts what it does to
published results. What lessens a deduction or a veto never leaves anybody a lower score.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.arrays import COUNTED_FINDINGS
from data.cache import remembered
from data.database import Database
from data.facts import TABLES
from data.reading.known import EventKey
from data.stores import people_store
from data.stores.intake import batch_store, event_store, import_store
from data.stores.intake.event_store import Said
from scoring.periods import parse_period
from workflow.errors import WorkflowError
from workflow.intake import batches, corrections
from workflow.reasons import needed

PENDING, EXEMPT, REDUCED, CONFIRMED = STATES = ("pending", "exempt", "reduced", "confirmed")
LONGEST = dt.timedelta(days=365)
"""Within a year an investigation ends (金规〔2024〕11号; the regulator's own text prevails)."""


@dataclass(frozen=True)
class Waiting:
    """A finding that waits for the second person: its batch, the state and the points that it says."""

    batch: int
    state: str
    points: float


@dataclass(frozen=True)
class Answerable:
    """A deduction or a veto with its finding.

    Parameters
    ----------
    key : person, period, kind and identity. name, name_en : the person's. points : as they count now, if
        they do; `most` is the most that was ever recorded. state : one of `STATES`, "" where none is needed.
    since : since when it is in this state. counts : whether it counts. late : pending for more than a year.
    waiting : a finding that waits for approval.
    """

    key: EventKey
    name: str
    name_en: str
    points: float
    most: float
    reason: str
    document: str
    state: str
    since: dt.date
    counts: bool
    late: bool
    waiting: Waiting | None

    @property
    def manager_id(self) -> str:
        """Whose it is."""
        return self.key[0]

    @property
    def period(self) -> str:
        """The period that it counts in."""
        return self.key[1]

    @property
    def kind(self) -> str:
        """ "deduction" or "veto"."""
        return self.key[2]


def register(actor: Actor, db: Database) -> tuple[Answerable, ...]:
    """Every deduction and veto that holds: pending ones first, then the latest period first."""
    require(actor, Action.SET_FINDING)
    return every(db)


def every(db: Database) -> tuple[Answerable, ...]:
    """The register, for modules that have asked `access`."""

    def make() -> tuple[Answerable, ...]:
        with db.read() as cursor:
            said = event_store.answered_for(cursor)
            awaited = batch_store.awaited(cursor, corrections.KIND_OF["event"])
            known = {c.manager_id: c for c in people_store.colleagues(cursor, clock.today())}
        waiting: dict[EventKey, Waiting] = {}
        for batch, row in awaited:
            values = row.get("values")
            if values and not row.get("withdrawn"):
                said_of = Waiting(batch, values.get("finding") or "", values.get("points") or 0.0)
                waiting[tuple(values[c] for c in TABLES["event"].key)] = said_of
        by_key: dict[EventKey, list[Said]] = {}
        for one in said:
            by_key.setdefault(one.key, []).append(one)
        found = []
        for key, history in by_key.items():
            if not history[-1].withdrawn:
                person = known.get(key[0])
                names = (person.name, person.name_en) if person else (key[0], key[0])
                found.append(_answerable(key, history, names, waiting.get(key)))
        found.sort(key=lambda one: (parse_period(one.period), one.since), reverse=True)
        return tuple(sorted(found, key=lambda one: one.state != PENDING))

    return remembered(db, "findings", clock.today(), make)


def set_finding(
    actor: Actor,
    db: Database,
    key: EventKey,
    state: str,
    points: float | None,
    document: str,
    why: str,
) -> int:
    """Record a finding: with `points` (None: as they are) and the `document` that says it. It counts once a
    second person has approved the batch, whose number is given.

    Raises
    ------
    WorkflowError : no such event, or a finding of it waits already; an unknown state; no document of what is
        found; points below 0 or above the most that was recorded, or no fewer where they are reduced; nothing
        changes; no reason.
    """
    require(actor, Action.SET_FINDING)
    reason, named = needed(why), document.strip()
    held = next((one for one in every(db) if one.key == key), None)
    if held is None:
        raise WorkflowError("errors-finding-unknown")
    if held.waiting is not None:
        raise WorkflowError("errors-finding-waits", batch=held.waiting.batch)
    if state not in STATES:
        raise WorkflowError("errors-finding-state")
    if state != PENDING and not named:
        raise WorkflowError("errors-finding-document")
    given = _points(held, state, points)
    if (state, given) == (held.state, held.points):
        raise WorkflowError("errors-finding-same")
    with db.read() as cursor:
        row = next(e for e in event_store.events(cursor) if e.key == key)
    said = {"points": given, "finding": state, "document": named or row.document}
    fact = corrections.event(
        {
            **dict(zip(TABLES["event"].key, key, strict=True)),
            "reason": row.reason,
            **said,
        }
    )
    rows = import_store.rows_of_facts([fact])
    header = import_store.Header("events", batches.CORRECTION, "", None, 1, reason)
    detail = {"finding": state, "period": held.period}
    return db.write(lambda cursor: batches.put(cursor, actor, header, rows, detail))


def _points(held: Answerable, state: str, points: float | None) -> float:
    """The points that a finding leaves."""
    if held.kind == "veto":
        if state == REDUCED:
            raise WorkflowError("errors-finding-veto")
        return held.points
    given = held.points if points is None else points
    if not math.isfinite(given) or not 0 <= given <= held.most:
        raise WorkflowError("errors-finding-points", most=f"{held.most:g}")
    if state == REDUCED and not 0 < given < held.most:
        raise WorkflowError("errors-finding-reduced", most=f"{held.most:g}")
    return given


def _answerable(
    key: EventKey, history: Sequence[Said], names: tuple[str, str], waiting: Waiting | None
) -> Answerable:
    last = history[-1]
    state = last.finding or ""
    since = last.at.date()
    for one in reversed(history):
        if one.withdrawn or (one.finding or "") != state:
            break
        since = one.at.date()
    return Answerable(
        key=key,
        name=names[0],
        name_en=names[1],
        points=last.points or 0.0,
        most=max((one.points or 0.0) for one in history if not one.withdrawn),
        reason=last.reason or "",
        document=last.document or "",
        state=state,
        since=since,
        counts=state in ("", *COUNTED_FINDINGS),
        late=state == PENDING and clock.today() - since > LONGEST,
        waiting=waiting,
    )
