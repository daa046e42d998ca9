"""What of a period's results somebody is shown, and how far they can be relied on.

A customer manager sees results once they are posted, in notice or final as the branch has set. Those who
answer for the branch's results or audit them see them before that, as provisional; whoever else may see
something of them, human resources for one, sees what is posted. While figures still come in and somebody
lacks a total, there are no ranks and grades: they would be those of whoever was quick.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from access import audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data.database import Cursor, Database
from data.stores import setting_store
from data.stores.period_store import COLLECTING, PUBLISHED
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.results import due, scores
from workflow.results.period_sheets import PeriodSheet
from workflow.results.scores import PeriodInfo

SINCE = ("notice", "final")
"""From which state on managers see results; the first unless it was set otherwise: in the days of notice
people are to check their own."""
_KEY = "managers-see-from"
_EVERYBODYS = (Action.VIEW_BRANCH, Action.VIEW_SCORECARD)
"""Whoever may do one of these to anybody is shown what is not posted yet."""


def since(actor: Actor, db: Database) -> str:
    """From which state of a period on managers see its results."""
    require(actor, Action.VIEW_SCHEMES)
    with db.read() as cursor:
        held = setting_store.setting(cursor, _KEY)
    return held if held in SINCE else SINCE[0]


def show_since(actor: Actor, db: Database, state: str) -> None:
    """Set from which state on (one of `SINCE`) managers see results.

    Raises
    ------
    WorkflowError : another state.
    """
    require(actor, Action.PUBLISH)
    if state not in SINCE:
        raise WorkflowError("errors-shown-since", state=state)

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, {_KEY: state})
        audit.append(cursor, actor, "managers-see-from", state, {})

    db.write(work)


def offered(actor: Actor, db: Database) -> tuple[PeriodInfo, ...]:
    """The periods that the actor may choose from where results are shown, earliest first."""
    return tuple(p for p in scores.offered(actor, db) if not p.scored or _open_to(actor, db, p.state))


def coming(actor: Actor, db: Database) -> PeriodInfo | None:
    """The newest period if the actor is not shown its results yet; only that it is there, and its state."""
    newest = next((p for p in reversed(scores.offered(actor, db)) if p.scored), None)
    return newest if newest is not None and not _open_to(actor, db, newest.state) else None


def newest(actor: Actor, db: Database) -> Period | None:
    """The period that a page opens on: the newest that is published or settled, else the newest with a
    result."""
    found = [p for p in reversed(offered(actor, db)) if p.scored]
    for info in found:
        if info.state in PUBLISHED or settled(actor, db, info.period):
            return info.period
    return found[0].period if found else None


def is_shown(actor: Actor, db: Database, period: Period) -> bool:
    """Whether the actor is shown the results of a period, of those whose results are the actor's to see."""
    states = {p.period: p.state for p in scores.periods(actor, db)}
    return _open_to(actor, db, states.get(period, COLLECTING))


def sheets(db: Database, actor: Actor, periods: Sequence[Period]) -> tuple[PeriodSheet, ...]:
    """Everybody's results of periods, as far as the actor is shown them, for workflow modules that have asked
    `access` and keep to the actor's own people.

    Raises
    ------
    WorkflowError : a period whose results are not shown to the actor yet; no data, no scheme.
    """
    for period in periods:
        if not is_shown(actor, db, period):
            raise WorkflowError("errors-period-not-shown", period=period.code)
    return scores.scored(db, periods)


def up_to(db: Database, actor: Actor, period: Period, count: int) -> tuple[PeriodSheet, ...]:
    """The scored periods that the actor is shown up to `period`, earliest first, at most `count`: as
    `sheets`.

    Raises
    ------
    WorkflowError : `period` itself is not shown to the actor yet.
    """
    shown = {p.period for p in offered(actor, db)} | {period}
    every = scores.up_to(actor, db, period, len(scores.periods(actor, db)))
    return sheets(db, actor, [p for p in every if p in shown][-count:])


def settled(actor: Actor, db: Database, period: Period) -> bool:
    """Whether ranks and grades of a period mean something; see :func:`is_settled`."""
    require(actor, Action.VIEW_SCHEMES)
    return is_settled(db, sheets(db, actor, [period])[0])


def is_settled(db: Database, found: PeriodSheet) -> bool:
    """Whether a period's ranks and grades mean something: it is published, or somebody has said that its data
    are in, or nobody who is due lacks a total; for workflow modules that have asked `access`."""
    if found.sha256 is not None or found.state != COLLECTING:
        return True
    return not np.isnan(found.sheet.totals).any() and not due.without_data(db, found)


def _open_to(actor: Actor, db: Database, state: str) -> bool:
    if actor.role == "manager":
        return state in PUBLISHED[PUBLISHED.index(since(actor, db)) :]
    return state in PUBLISHED or any(allowed(actor, action) for action in _EVERYBODYS)
