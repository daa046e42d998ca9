"""What granting an appeal would do: to the person, to others by peer rules and ranks, in every period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import facts
from data.cache import remembered
from data.database import Cursor, Database
from data.facts import Fact
from scoring import Measurements, ScoreSheet
from scoring.change.redress import redressed
from scoring.periods import Period
from workflow.appeals import figures, standing
from workflow.errors import WorkflowError
from workflow.intake import bearing
from workflow.results import moves
from workflow.results.moves import Move, PeriodMoves
from workflow.results.what_if.ripple import Recomputed, Redress, Settle, Touched
from workflow.results.what_if.tried import TRIED

HAIR = 1e-9


@dataclass(frozen=True)
class Effect:
    """What granting would do.

    ``own``: the person's result in the period appealed against before and after; ``periods``: everybody's,
    in every published period where something differs; ``worse``: whether the corrected figures alone would
    come to a lower total, so that there is nothing to grant; ``others``: the scheme's setting for them.
    """

    own: Move
    periods: tuple[PeriodMoves, ...]
    worse: bool
    others: str

    def of_others(self) -> tuple[tuple[str, Move], ...]:
        """(period, move) of everybody else."""
        return tuple(
            (one.period, move)
            for one in self.periods
            for move in one.moves
            if move.manager_id != self.own.manager_id
        )


@dataclass(frozen=True)
class Counterfactual:
    """The person's own result as published and if the figure were as the person says, at once and before
    anything is filed; nothing of anybody else."""

    own: Move
    worse: bool


def counterfactual(
    actor: Actor,
    db: Database,
    manager_id: str,
    period: Period,
    subject: str,
    key: Mapping[str, str],
    value: float | None,
) -> Counterfactual:
    """What the person's own result would be with another figure.

    Raises
    ------
    AccessDenied : somebody else's figure. WorkflowError : the period is not published, or there is no such
        figure.
    """
    require(actor, Action.FILE_APPEAL, manager_id)
    if key.get("manager_id") != manager_id:
        raise WorkflowError("errors-appeal-figure")

    def make() -> Counterfactual:
        with db.read() as cursor:
            fact = figures.corrected(cursor, subject, key, value)
        found = _of(db, manager_id, period, fact, only=period)
        return Counterfactual(found.own, found.worse)

    return remembered(db, "counterfactual", (period, subject, *key.values(), value), make)


def effect(actor: Actor, db: Database, appeal_id: int, value: float | None) -> Effect:
    """What granting an appeal with a number would do to everybody, before it is proposed.

    Raises
    ------
    WorkflowError : the period is not published any more.
    """
    require(actor, Action.DECIDE_APPEALS)
    found = standing.appeal(actor, db, appeal_id)

    def make() -> Effect:
        with db.read() as cursor:
            fact = figures.corrected(cursor, found.subject, found.key, value)
        return _of(db, found.manager_id, found.when, fact)

    return remembered(db, "appeal-effect", (appeal_id, value), make)


def settling(manager_id: str) -> Settle:
    """How published periods are settled when an appeal of a person is granted."""

    def settle(published: ScoreSheet, corrected: Measurements) -> ScoreSheet:
        return redressed(published, corrected, manager_id, published.scheme.result_use.others)

    return settle


def touching(fact: Fact | None, manager_id: str, period: Period) -> Touched:
    """What a granted appeal bears on; one about no figure at least on its own period."""
    if fact is None:
        return Touched(frozenset({period.code}), frozenset({manager_id}))
    return bearing.touched_by([fact])


def _of(
    db: Database, manager_id: str, period: Period, fact: Fact | None, only: Period | None = None
) -> Effect:
    touched = touching(fact, manager_id, period)

    def change(cursor: Cursor) -> None:
        if fact is not None:
            facts.add(cursor, [fact], TRIED, audit.now())

    found = Redress(db, touched, only).tried(change, TRIED, settling(manager_id))
    mine = next((one for one in found if one.period == period), None)
    if mine is None:
        raise WorkflowError("errors-period-not-published", period=period.code)
    return Effect(
        own=moves.of(mine.before, mine.after, manager_id),
        periods=tuple(one.moves() for one in found if one.moves().moves),
        worse=_worse(mine, manager_id),
        others=mine.before.scheme.result_use.others,
    )


def _worse(found: Recomputed, manager_id: str) -> bool:
    """Whether the figures alone come to less than what was published."""
    i, k = found.before.measurements.row[manager_id], found.after.measurements.row[manager_id]
    alone = float(found.after.exact[k] - found.after.held_step[k])
    return alone < float(found.before.exact[i]) - HAIR
