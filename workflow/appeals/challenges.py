"""Open challenges of a period: how many, and between which ends results lie until they are decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from access import audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data import facts
from data.cache import remembered
from data.database import Cursor, Database
from data.facts import Fact
from data.stores.appeals import appeal_store
from scoring import Measurements, ScoreSheet
from scoring.change import redress
from scoring.change.redress import Range
from scoring.periods import Period
from workflow.appeals import figures
from workflow.intake import bearing
from workflow.results import frozen, shown
from workflow.results.what_if.ripple import Redress
from workflow.results.what_if.tried import TRIED


@dataclass(frozen=True)
class Challenges:
    """What is open against a published period: how many appeals, and by person between which ends the result
    lies (only who is touched; for whom may not see others, oneself), with (name, English name) of these."""

    open: int
    ranges: Mapping[str, Range]
    names: Mapping[str, tuple[str, str]]


def open_against(actor: Actor, db: Database, period: Period) -> int:
    """How many appeals against a period's results are not decided."""
    require(actor, Action.VIEW_SCHEMES)

    def make() -> int:
        with db.read() as cursor:
            return appeal_store.open_in(cursor, period.code)

    return remembered(db, "appeals-open", period, make)


def challenges(actor: Actor, db: Database, period: Period) -> Challenges:
    """What is open against a period.

    Raises
    ------
    WorkflowError : the actor is not shown the period.
    """
    require(actor, Action.VIEW_SCHEMES)
    shown.sheets(db, actor, [period])
    found = remembered(db, "challenges", period, lambda: _challenges(db, period))
    if allowed(actor, Action.VIEW_BRANCH):
        return found
    own = {person: found.ranges[person] for person in found.ranges if person == actor.manager_id}
    names = {person: found.names[person] for person in own}
    return Challenges(found.open, own, names)


def _challenges(db: Database, period: Period) -> Challenges:
    with db.read() as cursor:
        left = appeal_store.appeals(cursor, period=period.code, undecided=True)
        asked = [one for one in left if one.wanted is not None and one.subject != figures.RESULT]
        wanted = [figures.corrected(cursor, one.subject, one.key, one.wanted) for one in asked]
    published = frozen.published(db, [period.code]).get(period.code)
    if published is None or not asked:
        return Challenges(len(left), {}, {})
    pairs = {str(one.appeal_id): (one, fact) for one, fact in zip(asked, wanted, strict=True) if fact}
    outcomes, sure = redress.subsets(list(pairs))

    @cache
    def outcome(chosen: tuple[str, ...]) -> ScoreSheet:
        """The sheet if these were granted one after the other; the last one on what the others gave."""
        if not chosen:
            return published.sheet
        facts_, (last, _) = [pairs[k][1] for k in chosen], pairs[chosen[-1]]
        return _granted(db, period, outcome(chosen[:-1]), last.manager_id, facts_)

    sheets = [outcome(chosen) for chosen in outcomes]
    found = redress.ranges(sheets, sure)
    open_ = {person: one for person, one in found.items() if one.open}
    names = {p.manager_id: (p.name, p.name_en) for p in published.people if p.manager_id in open_}
    return Challenges(len(left), open_, names)


def _granted(
    db: Database, period: Period, before: ScoreSheet, appellant: str, given: list[Fact]
) -> ScoreSheet:
    """The sheet that would stand beside `before` with these facts."""

    def change(cursor: Cursor) -> None:
        facts.add(cursor, given, TRIED, audit.now())

    def settle(_: ScoreSheet, corrected: Measurements) -> ScoreSheet:
        return redress.redressed(before, corrected, appellant, before.scheme.result_use.others)

    done = Redress(db, bearing.touched_by(given), period).tried(change, TRIED, settle)
    return done[0].after if done else before
