"""The calibration meeting: ratings that people gave are looked at together before they are released.

Narrow on purpose: only totals of drawn measures that the scheme counts, each for itself; members vote blind
first; a change needs a reason, an anchor that is quoted, and a second person who did not rate; what it does
to ranks and pay is seen before. What was rated stays on record beside it. No distribution is asked for.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from access import accounts, audit, delegation
from access.actor import Actor
from access.permissions import Action, require
from data import clock, facts
from data.cache import remembered
from data.database import Cursor, Database
from data.facts import Fact
from data.stores.reviews import assignment_store, calibration_store, figure_store
from scoring import ScoreSheet
from scoring.change import backtest
from workflow import blind
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.results import moves
from workflow.results.moves import Move
from workflow.results.what_if.tried import TRIED, tried
from workflow.reviews import cases as review_cases
from workflow.reviews import standing
from workflow.reviews.cases import CONFIRMED, PROPOSED, TURNED_DOWN, Case
from workflow.reviews.standing import DRAWN, Campaign


@dataclass(frozen=True)
class Votes:
    """How members voted, (shown name, value) each; the median, the lowest and the highest."""

    given: tuple[tuple[str, float], ...]
    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Effect:
    """What a change would do: whose results differ, with (name, English name) of each, and the sum of the
    grade coefficients before and after (None where the scheme has none)."""

    moves: tuple[Move, ...]
    names: Mapping[str, tuple[str, str]]
    pool: tuple[float, float] | None
    published: bool


def cases(actor: Actor, db: Database, campaign_id: int) -> tuple[Case, ...]:
    """The cases of a campaign, oldest first."""
    require(actor, Action.RELEASE_REVIEWS)

    def make() -> tuple[Case, ...]:
        with db.read() as cursor:
            return review_cases.of_campaign(cursor, campaign_id)

    return remembered(db, "calibration-cases", campaign_id, make)


def candidates(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Who can vote: the committee and the president."""
    require(actor, Action.RELEASE_REVIEWS)
    return accounts.with_role(db, ("committee", "president"))


def raise_case(
    actor: Actor,
    db: Database,
    campaign_id: int,
    ratee_id: str,
    measure: str,
    question: str,
    deadline: dt.datetime,
    members: Sequence[str],
    quorum: str = "majority",
) -> int:
    """Have members (user names) look at a drawn total until `deadline` (the branch's time); the number of
    the case.

    Raises
    ------
    WorkflowError : the campaign is not drawn or released already, there is no such total, it is looked at or
        was changed already, no question, or nobody to ask (see :func:`workflow.blind.asked`).
    """
    require(actor, Action.RELEASE_REVIEWS)
    asked_for = question.strip()
    if not asked_for:
        raise WorkflowError("errors-round-question")
    known = {a.username: a.display_name or a.username for a in candidates(actor, db)}
    chosen, least = blind.asked(known, members, deadline, quorum)

    def work(cursor: Cursor) -> int:
        standing.in_state(standing.found(cursor, campaign_id), DRAWN)
        rated = figure_store.totals(cursor, campaign_id, ratee_id).get((ratee_id, measure), math.nan)
        if math.isnan(rated):
            raise WorkflowError("errors-calibration-nothing", manager=ratee_id, indicator=measure)
        for held in review_cases.of_campaign(cursor, campaign_id):
            same = (held.ratee_id, held.measure) == (ratee_id, measure)
            if same and (held.pending or (held.change and held.change.state == CONFIRMED)):
                raise WorkflowError("errors-calibration-again", case=held.case_id)
        place = (campaign_id, ratee_id, measure)
        number = calibration_store.add(
            *(cursor, place, rated, asked_for, clock.stored(deadline), chosen, least, actor.username),
            audit.now(),
        )
        detail = {"ratee": ratee_id, "indicator": measure, "rated": rated, "question": asked_for}
        more = {"members": list(dict(chosen)), "deadline": deadline.isoformat(), "quorum": least}
        audit.append(cursor, actor, "raise-calibration", _subject(campaign_id, number), {**detail, **more})
        return number

    return db.write(work)


def vote(actor: Actor, db: Database, case_id: int, value: float) -> None:
    """Say blind what the rating should be, 0–100; may be done again until the vote closes.

    Raises
    ------
    WorkflowError : not asked, closed, or no value on the scale.
    """
    require(actor, Action.RELEASE_REVIEWS)
    _on_scale(value)

    def work(cursor: Cursor) -> None:
        held = review_cases.case(cursor, case_id)
        if not held.asks(actor):
            raise WorkflowError("errors-round-not-asked")
        if held.state != blind.OPEN:
            raise WorkflowError("errors-round-closed")
        calibration_store.add_vote(cursor, case_id, actor.username, value, audit.now())
        # The trail says that somebody voted, not what: it can be read while the vote is blind.
        audit.append(cursor, actor, "vote-calibration", _subject(held.campaign_id, case_id), {})

    db.write(work)


def own(actor: Actor, db: Database, case_id: int) -> float | None:
    """What the actor voted; None where nothing yet."""
    require(actor, Action.RELEASE_REVIEWS)
    with db.read() as cursor:
        given = {v.username: v.value for v in calibration_store.votes(cursor, case_id)}
    return given.get(actor.username)


def votes(actor: Actor, db: Database, case_id: int) -> Votes:
    """How members voted, once the vote is closed.

    Raises
    ------
    WorkflowError : it is still blind, was called off, or too few voted.
    """
    require(actor, Action.RELEASE_REVIEWS)
    with db.read() as cursor:
        return _votes(cursor, review_cases.case(cursor, case_id))


def call_off(actor: Actor, db: Database, case_id: int, why: str) -> None:
    """End an open vote without a result; only whoever raised the case."""
    require(actor, Action.RELEASE_REVIEWS)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        held = review_cases.case(cursor, case_id)
        if held.state != blind.OPEN:
            raise WorkflowError("errors-round-closed")
        if held.opened_by != actor.username:
            raise WorkflowError("errors-round-chair", by=accounts.called(db, held.opened_by))
        calibration_store.add_event(cursor, case_id, "called-off", actor.username, audit.now(), why=reason)
        audit.append(
            cursor, actor, "call-off-calibration", _subject(held.campaign_id, case_id), {"why": reason}
        )

    db.write(work)


def propose(actor: Actor, db: Database, case_id: int, value: float, item: str, level: int, why: str) -> None:
    """Propose that a rating becomes `value`, because of what the anchor of an item's level describes.

    Raises
    ------
    WorkflowError : the vote is not closed or without a result, `value` is the rated one or beyond what
        anybody voted, the anchor belongs to another measure, no reason, or something is proposed or decided
        already.
    """
    require(actor, Action.RELEASE_REVIEWS)
    reason = needed(why)
    _on_scale(value)

    def work(cursor: Cursor) -> None:
        held = review_cases.case(cursor, case_id)
        campaign = _open_campaign(cursor, held)
        found = _votes(cursor, held)
        if held.change is not None and held.change.state != TURNED_DOWN:
            raise WorkflowError("errors-calibration-decided")
        if math.isclose(value, held.rated, abs_tol=1e-9):
            raise WorkflowError("errors-calibration-same")
        if not found.low <= value <= found.high:
            raise WorkflowError("errors-calibration-beyond", low=found.low, high=found.high)
        anchors = {i.code: len(i.anchors) for i in campaign.items if i.measure == held.measure}
        if not 1 <= level <= anchors.get(item, 0):
            raise WorkflowError("errors-calibration-anchor", item=item)
        calibration_store.add_event(
            *(cursor, case_id, "proposed", actor.username, audit.now()),
            value=value,
            anchor=(item, level),
            why=reason,
        )
        detail = {"rated": held.rated, "value": value, "item": item, "level": level, "why": reason}
        audit.append(cursor, actor, "propose-calibration", _subject(held.campaign_id, case_id), detail)

    db.write(work)


def confirm(actor: Actor, db: Database, case_id: int) -> None:
    """Confirm a proposed change as the second person.

    Raises
    ------
    WorkflowError : nothing is proposed, by its author, or by somebody who rated the person.
    """
    _decide(actor, db, case_id, "confirmed", None)


def turn_down(actor: Actor, db: Database, case_id: int, why: str) -> None:
    """Turn a proposed change down; another one can be proposed. WorkflowError as :func:`confirm`, or without
    a reason."""
    _decide(actor, db, case_id, "turned-down", needed(why))


def _decide(
    actor: Actor, db: Database, case_id: int, kind: Literal["confirmed", "turned-down"], why: str | None
) -> None:
    require(actor, Action.RELEASE_REVIEWS)

    def work(cursor: Cursor) -> None:
        held = review_cases.case(cursor, case_id)
        _open_campaign(cursor, held)
        change = held.change
        if change is None or change.state != PROPOSED:
            raise WorkflowError("errors-calibration-nothing-proposed")
        if delegation.one_hand(cursor, actor, (change.proposed_by,), held.opened_at):
            raise WorkflowError("errors-calibration-own")
        if kind == CONFIRMED and actor.username in _raters(cursor, held):
            raise WorkflowError("errors-calibration-rater")
        calibration_store.add_event(
            cursor, case_id, kind, actor.username, audit.now(), value=change.value, why=why
        )
        detail = {"rated": held.rated, "value": change.value, "why": why}
        audit.append(cursor, actor, f"{kind}-calibration", _subject(held.campaign_id, case_id), detail)

    db.write(work)


def effect(actor: Actor, db: Database, case_id: int, value: float) -> Effect:
    """Whose results would differ if the rating became `value`: the period on today's facts with everything
    that was drawn and calibrated so far, before and after.

    Raises
    ------
    WorkflowError : no value on the scale, or no scheme in force in the period.
    """
    require(actor, Action.RELEASE_REVIEWS)
    _on_scale(value)
    return remembered(db, "calibration-effect", (case_id, value), lambda: _effect(db, case_id, value))


def _effect(db: Database, case_id: int, value: float) -> Effect:
    with db.read() as cursor:
        held = review_cases.case(cursor, case_id)
        campaign = standing.found(cursor, held.campaign_id)
        counted = review_cases.counted_totals(cursor, campaign.campaign_id)
    changed = {**counted, (held.ratee_id, held.measure): value}
    before, after = (tried(db, campaign.period, _bringing(campaign, totals)) for totals in (counted, changed))
    found = moves.differences(before.sheet, after.sheet)
    pools = [_pool(one.sheet) for one in (before, after)]
    pool = None if None in pools else (pools[0] or 0.0, pools[1] or 0.0)
    return Effect(found, {m.manager_id: after.called(m.manager_id) for m in found}, pool, before.published)


def _open_campaign(cursor: Cursor, held: Case) -> Campaign:
    campaign = standing.found(cursor, held.campaign_id)
    standing.in_state(campaign, DRAWN)
    return campaign


def _votes(cursor: Cursor, held: Case) -> Votes:
    if held.state != blind.CLOSED:
        raise WorkflowError("errors-round-blind" if held.state == blind.OPEN else "errors-round-called-off")
    if not held.quorate:
        raise WorkflowError("errors-round-quorum", count=held.done, quorum=held.quorum)
    names = {m.username: m.name for m in held.members}
    given = tuple((names[v.username], v.value) for v in calibration_store.votes(cursor, held.case_id))
    values = [value for _, value in given]
    return Votes(given, median(values), min(values), max(values))


def _raters(cursor: Cursor, held: Case) -> set[str]:
    """Who has rated the person in the campaign."""
    assigned = assignment_store.of_campaign(cursor, held.campaign_id)
    return {a.rater for a in assigned if a.ratee_id == held.ratee_id and a.done and not a.withdrawn}


def _bringing(campaign: Campaign, totals: Mapping[tuple[str, str], float]) -> Callable[[Cursor], None]:
    period = campaign.period.code
    found = [
        Fact(
            "measurement",
            {"manager_id": ratee, "indicator_code": measure, "period": period, "value": value},
        )
        for (ratee, measure), value in totals.items()
    ]
    return lambda cursor: facts.add(cursor, found, TRIED, audit.now())


def _pool(sheet: ScoreSheet) -> float | None:
    return backtest.pool(sheet, range(len(sheet.people)), None)


def _on_scale(value: float) -> None:
    if not 0 <= value <= 100:
        raise WorkflowError("errors-calibration-scale", value=value)


def _subject(campaign_id: int, case_id: int) -> str:
    return f"{campaign_id}/case {case_id}"
