"""A round of the committee: each member sets weights alone, and nobody sees another's until all are in or
the deadline has passed. Then the median, how far members are apart, and who differs on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import round_store
from data.stores.round_store import HandedIn, Member, StoredRound
from scoring.scheme import SchemeReference
from scoring.weights import Aggregated, aggregate
from workflow import blind, schemes
from workflow.blind import CLOSED, OPEN
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.weighing import scenarios
from workflow.weighing.judgements import Judgements

POINTS = "points"
"""How weights are handed in that come from no judgements."""


@dataclass(frozen=True)
class Round(StoredRound):
    """A round with those who are asked."""

    members: tuple[Member, ...]

    @property
    def state(self) -> str:
        """See :func:`workflow.blind.state`."""
        return blind.state(self.done, len(self.members), self.deadline, self.called_off)

    @property
    def done(self) -> int:
        """How many have handed in."""
        return sum(m.done for m in self.members)

    @property
    def quorate(self) -> bool:
        """Whether so many are in that there is a result once it is closed."""
        return self.done >= max(1, self.quorum or 0)

    def asks(self, actor: Actor) -> bool:
        """Whether `actor` is a member."""
        return any(m.username == actor.username for m in self.members)


@dataclass(frozen=True)
class Weighting(HandedIn):
    """What one member handed in, with the name that is shown."""

    name: str


@dataclass(frozen=True)
class Difference:
    """Where a member stands apart: points given, and the committee's."""

    indicator: str
    given: float
    joint: float


@dataclass(frozen=True, eq=False)
class Result:
    """What a closed round says. ``low``, ``high`` are the smallest and largest weight given, in points;
    ``apart`` the indicators on which each member differs most from the median."""

    indicators: tuple[str, ...]
    weightings: tuple[Weighting, ...]
    joint: Aggregated
    median: Mapping[str, float]
    low: Mapping[str, float]
    high: Mapping[str, float]
    apart: Mapping[str, tuple[Difference, ...]]


def rounds(actor: Actor, db: Database) -> tuple[Round, ...]:
    """Every round, newest first."""
    require(actor, Action.SIMULATE)

    def make() -> tuple[Round, ...]:
        with db.read() as cursor:
            stored, members = round_store.rounds(cursor), round_store.members(cursor)
        return tuple(
            Round(**vars(one), members=tuple(m for m in members if m.round_id == one.round_id))
            for one in stored
        )

    return remembered(db, "rounds", (), make)


def round_(actor: Actor, db: Database, round_id: int) -> Round:
    """One round. WorkflowError where there is none."""
    found = next((r for r in rounds(actor, db) if r.round_id == round_id), None)
    if found is None:
        raise WorkflowError("errors-round-unknown", round=round_id)
    return found


def candidates(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Whom a round can ask: everybody in use who may set weights."""
    require(actor, Action.RUN_ROUND)
    return accounts.with_role(db, ("committee", "president"))


def open_round(
    actor: Actor,
    db: Database,
    reference: SchemeReference,
    question: str,
    deadline: dt.datetime,
    members: Sequence[str],
    quorum: str = "majority",
) -> int:
    """Ask members (user names) for the weights of a version until `deadline` (the branch's time); `quorum`,
    one of QUORUMS, says how many must hand in for a result.

    Raises
    ------
    WorkflowError : no question, a deadline that is over, fewer than two members, somebody who cannot be
        asked, or no such quorum.
    """
    require(actor, Action.RUN_ROUND)
    info = schemes.scheme(actor, db, reference)
    if not question.strip():
        raise WorkflowError("errors-round-question")
    known = {a.username: a.display_name or a.username for a in candidates(actor, db)}
    asked, least = blind.asked(known, members, deadline, quorum)

    def work(cursor: Cursor) -> int:
        number = round_store.add_round(
            *(cursor, info.reference, question.strip(), clock.stored(deadline), asked, least, actor.username),
            audit.now(),
        )
        detail: dict[str, object] = {"members": list(dict(asked)), "deadline": deadline.isoformat()}
        detail["quorum"] = least
        audit.append(cursor, actor, "open-round", str(number), detail)
        return number

    return db.write(work)


def call_off(actor: Actor, db: Database, round_id: int, why: str) -> None:
    """End an open round without a result; only whoever opened it."""
    require(actor, Action.RUN_ROUND)
    held = round_(actor, db, round_id)
    if held.state != OPEN:
        raise WorkflowError("errors-round-closed")
    if held.opened_by != actor.username:
        raise WorkflowError("errors-round-chair", by=accounts.called(db, held.opened_by))
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        round_store.call_off(cursor, round_id, actor.username, reason, audit.now())
        audit.append(cursor, actor, "call-off-round", str(round_id), {"why": reason})

    db.write(work)


def hand_in(
    actor: Actor,
    db: Database,
    round_id: int,
    weights: Mapping[str, float],
    *,
    judged: Judgements | None = None,
) -> None:
    """Hand in own weights, in points, with the judgements that they come from where there are any; may
    be done again until the round closes.

    Raises
    ------
    WorkflowError : not asked, or the round is closed. SchemeError : weights that the scheme cannot have.
    """
    require(actor, Action.SET_WEIGHTS)
    held = round_(actor, db, round_id)
    if not held.asks(actor):
        raise WorkflowError("errors-round-not-asked")
    scheme = schemes.scheme(actor, db, held.reference).scheme.with_weights(weights)
    points = dict(zip(scheme.codes, scheme.weights.tolist(), strict=True))
    method = POINTS if judged is None else judged.method
    groups = None if judged is None else judged.groups

    def work(cursor: Cursor) -> None:
        # Asked again within the transaction: the last colleague may have handed in a moment ago.
        done = all(m.done for m in round_store.members(cursor) if m.round_id == round_id)
        if done or held.state != OPEN:
            raise WorkflowError("errors-round-closed")
        round_store.add_weighting(cursor, round_id, actor.username, method, points, groups, audit.now())
        # The trail says that weights were handed in, not which: it can be read while the round is blind.
        audit.append(cursor, actor, "hand-in-weights", str(round_id), {"method": method})

    db.write(work)


def own(actor: Actor, db: Database, round_id: int) -> Weighting | None:
    """What the actor handed in."""
    require(actor, Action.SET_WEIGHTS)
    return next(
        (w for w in _handed_in(db, round_(actor, db, round_id)) if w.username == actor.username), None
    )


def result(actor: Actor, db: Database, round_id: int) -> Result:
    """What the round says, once it is closed.

    Raises
    ------
    WorkflowError : it is still blind, was called off, or too few handed in weights.
    """
    require(actor, Action.SIMULATE)
    held = round_(actor, db, round_id)
    if held.state != CLOSED:
        raise WorkflowError("errors-round-blind" if held.state == OPEN else "errors-round-called-off")
    given = _handed_in(db, held)
    if not held.quorate:
        few = WorkflowError("errors-round-quorum", count=held.done, quorum=held.quorum or 1)
        raise few if given else WorkflowError("errors-round-empty")
    scheme = schemes.scheme(actor, db, held.reference).scheme
    codes = scheme.codes
    matrix = np.array([[w.weights[c] for c in codes] for w in given])
    joint = aggregate(matrix, codes)
    median = {c: scheme.points * share for c, share in joint.by_name.items()}
    apart = {
        w.username: tuple(
            sorted(
                (Difference(c, w.weights[c], median[c]) for c in codes),
                key=lambda d: -abs(d.given - d.joint),
            )
        )
        for w in given
    }
    low, high = (dict(zip(codes, edge.tolist(), strict=True)) for edge in (matrix.min(0), matrix.max(0)))
    return Result(codes, given, joint, median, low, high, apart)


def keep_median(actor: Actor, db: Database, round_id: int, name: str) -> int:
    """Keep the committee's median as a scenario; its number."""
    found = result(actor, db, round_id)
    held = round_(actor, db, round_id)
    scheme = schemes.scheme(actor, db, held.reference).scheme
    return scenarios.keep(actor, db, scheme, found.median, name, held.question, round_id)


def scenario_of(actor: Actor, db: Database, round_id: int) -> int | None:
    """The scenario that a round's median was kept as, if it was."""
    require(actor, Action.SIMULATE)
    with db.read() as cursor:
        return round_store.scenario_of(cursor, round_id)


def _handed_in(db: Database, held: Round) -> tuple[Weighting, ...]:
    names = {m.username: m.name for m in held.members}
    with db.read() as cursor:
        given = round_store.handed_in(cursor, held.round_id)
    return tuple(Weighting(name=names.get(one.username, one.username), **vars(one)) for one in given)
