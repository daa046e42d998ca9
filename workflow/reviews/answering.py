"""Answering: a rater's own tasks, saved and returned to, handed in once. Nobody else reads what is said."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.stores.people_store import Colleague
from data.stores.reviews import assignment_store, ballot_store
from data.stores.reviews.assignment_store import Assignment
from data.stores.reviews.vault import Vault, vault
from workflow.errors import WorkflowError
from workflow.reviews import forms, standing
from workflow.reviews.forms import Answers, Item
from workflow.reviews.standing import CALLED_OFF, DRAFT, NOT_ANONYMOUS_BELOW, Campaign


@dataclass(frozen=True)
class Task:
    """Something that the actor is asked: about whom (``ratee``), as a member of which group, until when
    (``due``, included). ``open`` says whether answers are taken today, ``saved`` whether a draft is kept,
    ``confidential_only`` that so few peers are asked that nobody should think of it as anonymous."""

    assignment_id: int
    campaign_id: int
    campaign: str
    ratee_id: str
    ratee: str
    ratee_en: str
    team: str
    team_en: str
    group: str
    due: dt.date
    open: bool
    done: bool
    saved: bool
    reminded: bool
    confidential_only: bool


@dataclass(frozen=True)
class Form:
    """A task with what is asked and what is saved of it so far: a level by item (None: no answer yet), items
    that cannot be judged, comments by item."""

    task: Task
    items: tuple[Item, ...]
    answers: Mapping[str, int | None]
    cannot: frozenset[str]
    comments: Mapping[str, str]


def mine(actor: Actor, db: Database) -> tuple[Task, ...]:
    """Everything that the actor is or was asked in campaigns that were opened, newest campaign first."""
    require(actor, Action.GIVE_REVIEW)
    with db.read() as cursor:
        people = standing.colleagues(cursor)
        held = {c.campaign_id: c for c in standing.every(cursor) if c.state not in (DRAFT, CALLED_OFF)}
        peers = {number: _peers(cursor, number) for number in held}
        return tuple(
            _task(one, held[one.campaign_id], people, peers[one.campaign_id])
            for one in assignment_store.of_rater(cursor, actor.username)
            if one.campaign_id in held and not one.withdrawn
        )


def form(actor: Actor, db: Database, assignment_id: int) -> Form:
    """A task with what is saved of it.

    Raises
    ------
    WorkflowError : it is none of the actor's, handed in already, or no answers are taken today.
    VaultClosed : the key of the vault is missing.
    """
    require(actor, Action.GIVE_REVIEW)
    with db.read() as cursor:
        one, held = _own(cursor, actor, assignment_id)
        task = _task(one, held, standing.colleagues(cursor), _peers(cursor, one.campaign_id))
        said = (
            ballot_store.draft(cursor, vault(db.path), one.campaign_id, assignment_id) if one.saved else None
        )
    kept = forms.read_answers(said) if said else Answers({}, frozenset(), {})
    items = held.asked(one.group)
    answers = {item.code: kept.levels.get(item.code) for item in items}
    return Form(task, items, answers, kept.cannot, kept.comments)


def save(
    actor: Actor,
    db: Database,
    assignment_id: int,
    answers: Mapping[str, int | None],
    cannot: Iterable[str],
    comments: Mapping[str, str],
) -> None:
    """Keep what the actor has said so far; only the actor can read it again.

    Raises
    ------
    WorkflowError : as :func:`form`; an answer that cannot be kept. VaultClosed : no key.
    """
    require(actor, Action.GIVE_REVIEW)

    def work(cursor: Cursor) -> None:
        one, held = _own(cursor, actor, assignment_id)
        given = forms.taken(held.asked(one.group), answers, cannot, comments)
        room, keys = forms.room(held.items), vault(db.path)
        ballot_store.save_draft(cursor, keys, held.campaign_id, assignment_id, room, given.kept())

    db.write(work)


def hand_in(
    actor: Actor,
    db: Database,
    assignment_id: int,
    answers: Mapping[str, int | None],
    cannot: Iterable[str],
    comments: Mapping[str, str],
) -> None:
    """Hand in, once: it cannot be read or changed any more, by the actor either.

    Raises
    ------
    WorkflowError : as :func:`save`; ``errors-review-unanswered`` with the items that are neither answered nor
        said to be beyond judgement. VaultClosed : no key.
    """
    require(actor, Action.GIVE_REVIEW)

    def work(cursor: Cursor) -> Vault:
        one, held = _own(cursor, actor, assignment_id)
        items = held.asked(one.group)
        given = forms.whole(items, forms.taken(items, answers, cannot, comments))
        assignment_store.hand_in(cursor, [assignment_id])
        assignment_store.drop_draft(cursor, assignment_id)
        said = {"group": one.group, "ratee": one.ratee_id, **given.kept()}
        if one.group not in forms.CONFIDENTIAL:
            said["rater"] = actor.username
        keys = vault(db.path)
        ballot_store.cast(cursor, keys, held.campaign_id, forms.room(held.items), [said])
        # Who handed in is known to those who run the campaign; what was said is not in the trail.
        audit.append(cursor, actor, "hand-in-review", f"{held.campaign_id}/{assignment_id}", {})
        return keys

    db.write(work).settle()


def _own(cursor: Cursor, actor: Actor, assignment_id: int) -> tuple[Assignment, Campaign]:
    """The actor's own assignment, to be answered today. Somebody else's is as if it were not there."""
    one = assignment_store.assignment(cursor, assignment_id)
    if one is None or one.withdrawn or not one.rater or one.rater != actor.username:
        raise WorkflowError("errors-review-assignment-unknown", number=assignment_id)
    if one.done:
        raise WorkflowError("errors-review-done")
    held = standing.found(cursor, one.campaign_id)
    standing.takes_answers(held)
    return one, held


def _peers(cursor: Cursor, campaign_id: int) -> Counter[str]:
    """How many peers are asked about each person."""
    asked = assignment_store.of_campaign(cursor, campaign_id)
    return Counter(a.ratee_id for a in asked if a.group == "peers" and not a.withdrawn)


def _task(one: Assignment, held: Campaign, people: Mapping[str, Colleague], peers: Counter[str]) -> Task:
    ratee = people[one.ratee_id]
    return Task(
        assignment_id=one.assignment_id,
        campaign_id=held.campaign_id,
        campaign=held.name,
        ratee_id=one.ratee_id,
        ratee=ratee.name,
        ratee_en=ratee.name_en,
        team=ratee.team,
        team_en=ratee.team_en,
        group=one.group,
        due=held.closes_on,
        open=held.is_open(clock.today()),
        done=one.done,
        saved=one.saved,
        reminded=one.reminded and not one.done,
        confidential_only=one.group == "peers" and peers[one.ratee_id] < NOT_ANONYMOUS_BELOW,
    )
