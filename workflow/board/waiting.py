"""What waits for somebody who answers for the branch: decisions, and notices that run."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from access.actor import Actor
from access.permissions import Action, allowed, require
from data import clock
from data.database import Database
from data.stores.period_store import PUBLISHED
from scoring.periods import parse_period
from workflow import blind, schemes
from workflow.adoption import gate, retirement
from workflow.adoption.lifecycle import UNDER_DISCUSSION
from workflow.appeals import board
from workflow.asked import comments, questions
from workflow.results import publishing, scores, shown
from workflow.reviews import answering, campaigns
from workflow.rewards import holding, runs
from workflow.rewards.clawback import clawing, objecting
from workflow.weighing import rounds


class Names(NamedTuple):
    """What somebody is called, and in English ("" where there is no such name)."""

    name: str
    name_en: str


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: its kind, what is said of it (figures, dates and texts by name), and the page
    where it is dealt with (address and what stands in the address line).

    ``asks`` whether the actor is to act; else it is to be seen.
    """

    kind: str
    params: Mapping[str, object]
    address: str
    query: Mapping[str, str] = field(default_factory=dict)
    asks: bool = True


def waiting(actor: Actor, db: Database, today: dt.date | None = None) -> tuple[Waiting, ...]:
    """Everything that waits for the actor: appeals, votes on versions, weights that are asked for, periods to
    publish, notices that run or are over, pay to approve, to release and to recover, reviews to give, to draw
    and to release, questions and comments of the staff."""
    require(actor, Action.VIEW_BRANCH)
    day = today or clock.today()
    return tuple(
        item for action, look in _DECISIONS if allowed(actor, action) for item in look(actor, db, day)
    )


def _votes(actor: Actor, db: Database, _: dt.date) -> Iterator[Waiting]:
    """Versions under discussion, and adopted ones that are to be laid aside, on which the actor has no vote
    that counts; nobody votes on what is the own."""
    for info in schemes.schemes(actor, db):
        if info.status in UNDER_DISCUSSION and info.created_by != actor.username:
            kind, held = "vote", gate.standing(actor, db, info).votes
        elif info.status == "adopted" and (leaving := retirement.under_way(actor, db, info)) is not None:
            if leaving.proposed.by == actor.username:
                continue
            kind, held = "vote-retire", leaving.votes
        else:
            continue
        if not any(vote.by == actor.username and vote.counts for vote in held):
            yield Waiting(kind, {"version": info.key}, "schemes", {"version": info.key})


def _weights(actor: Actor, db: Database, _: dt.date) -> Iterator[Waiting]:
    """Rounds that ask the actor for weights which are not handed in."""
    for round_ in rounds.rounds(actor, db):
        mine = any(m.username == actor.username and not m.done for m in round_.members)
        if mine and round_.state == blind.OPEN:
            params = {"question": round_.question, "until": f"{round_.deadline:%Y-%m-%d %H:%M}"}
            yield Waiting("weights", params, "rounds")


def _periods(actor: Actor, db: Database, day: dt.date) -> Iterator[Waiting]:
    """Periods that can be published, and those in notice."""
    for period in publishing.publishable(actor, db):
        if shown.settled(actor, db, period):
            yield Waiting("publish", {"period": period}, "periods", {"period": period.code})
    for info in scores.periods(actor, db):
        if info.state != PUBLISHED[0]:
            continue
        notice = publishing.in_notice(actor, db, info.period, day)
        if notice is None:
            continue
        kind = "notice-over" if notice.over else "notice"
        params = {"period": info.period, "days": notice.left, "until": notice.until.isoformat()}
        yield Waiting(kind, params, "periods", {"period": info.code}, asks=notice.over)


def reviews(actor: Actor, db: Database) -> Iterator[Waiting]:
    """Reviews that the actor is asked for, can give today and has not handed in."""
    left = [task for task in answering.mine(actor, db) if task.open and not task.done]
    if left:
        params = {"count": len(left), "until": min(task.due for task in left).isoformat()}
        yield Waiting("reviews", params, "reviews-to-give")


def _appeals(actor: Actor, db: Database, day: dt.date) -> Iterator[Waiting]:
    """Appeals that the actor can take, decide or confirm; never those on which the actor must not decide."""
    for item in board.waiting(actor, db, day):
        one = item.appeal
        params = {"who": Names(one.name, one.name_en), "period": one.when, "until": one.decide_by}
        kind = "appeal-late" if item.late else f"appeal-{item.step}"
        yield Waiting(kind, params, "appeals", {"appeal": str(one.appeal_id)})


def _results(actor: Actor, db: Database, _: dt.date) -> Iterator[Waiting]:
    """Campaigns of reviews that can be drawn, and those that are drawn and not released."""
    for held in campaigns.campaigns(actor, db):
        if held.state in (campaigns.CLOSED, campaigns.DRAWN):
            place = {"campaign": str(held.campaign_id)}
            yield Waiting(f"reviews-{held.state}", {"campaign": held.name}, "review-results", place)


def _asked(actor: Actor, db: Database, _: dt.date) -> Iterator[Waiting]:
    """Questions that nobody has answered, which wait for whom the staff is told to ask, and comments on which
    nothing is decided."""
    if waits := questions.unanswered(actor, db):
        named = questions.contact(actor, db)
        asks = named is None or named.username == actor.username
        yield Waiting("questions", {"count": len(waits)}, "handbook", asks=asks)
    for reference, count in Counter(c.reference for c in comments.undecided(actor, db)).items():
        yield Waiting(
            "comments",
            {"count": count, "version": str(reference)},
            "schemes",
            {"version": str(reference)},
        )


def _runs(actor: Actor, db: Database, _: dt.date) -> Iterator[Waiting]:
    """Runs of pay that the actor can approve."""
    for run in runs.runs(actor, db):
        if run.is_open and actor.username not in {run.proposed_by, *(one.by for one in run.approvals)}:
            place = "rewards" if allowed(actor, Action.RUN_PAY) else "pay-totals"
            yield Waiting("pay-run", {"period": run.period}, place)


def _deferred(actor: Actor, db: Database, day: dt.date) -> Iterator[Waiting]:
    """Deferred pay that is to be checked, and checks of others that are to be approved."""
    due = holding.due(actor, db, day)
    counts = {
        "pay-check": sum(one.check is None for one in due),
        "pay-release": sum(one.check is not None and one.check.made_by != actor.username for one in due),
    }
    for kind, count in counts.items():
        if count:
            yield Waiting(kind, {"count": count}, "rewards", {"part": "release"})


def _recovered(actor: Actor, db: Database, _: dt.date) -> Iterator[Waiting]:
    """Clawbacks of others that are to be approved, and objections on which the actor may decide."""
    for held in clawing.clawbacks(actor, db):
        params = {"who": Names(held.name, held.name_en), "period": parse_period(held.period)}
        place = {"part": "clawback", "clawback": str(held.clawback_id)}
        if held.state == clawing.PROPOSED and held.made_by != actor.username:
            yield Waiting("clawback", params, "rewards", place)
        elif held.state == clawing.OBJECTED and objecting.independent(actor, held):
            yield Waiting("clawback-objection", params, "rewards", place)


_Look = Callable[[Actor, Database, dt.date], Iterator[Waiting]]
_DECISIONS: tuple[tuple[Action, _Look], ...] = (
    (Action.DECIDE_APPEALS, _appeals),
    (Action.APPROVE_SCHEME, _votes),
    (Action.SET_WEIGHTS, _weights),
    (Action.PUBLISH, _periods),
    (Action.APPROVE_PAY, _runs),
    (Action.RELEASE_PAY, _deferred),
    (Action.CLAW_BACK, _recovered),
    (Action.GIVE_REVIEW, lambda actor, db, _: reviews(actor, db)),
    (Action.RELEASE_REVIEWS, _results),
    (Action.ANSWER_QUESTIONS, _asked),
)
