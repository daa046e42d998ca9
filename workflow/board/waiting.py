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
from workflow import blind, schemes
from workflow.adoption import gate, retirement
from workflow.adoption.lifecycle import UNDER_DISCUSSION
from workflow.appeals import board
from workflow.asked import comments, questions
from workflow.results import publishing, scores, shown
from workflow.reviews import answering, campaigns
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
    publish, notices that run or are over, reviews to give, to draw and to release, questions and comments of
    the staff."""
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


_Look = Callable[[Actor, Database, dt.date], Iterator[Waiting]]
_DECISIONS: tuple[tuple[Action, _Look], ...] = (
    (Action.DECIDE_APPEALS, _appeals),
    (Action.APPROVE_SCHEME, _votes),
    (Action.SET_WEIGHTS, _weights),
    (Action.PUBLISH, _periods),
    (Action.GIVE_REVIEW, lambda actor, db, _: reviews(actor, db)),
    (Action.RELEASE_REVIEWS, _results),
    (Action.ANSWER_QUESTIONS, _asked),
)
