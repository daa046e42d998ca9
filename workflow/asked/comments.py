"""What the staff says about versions of the scheme, and what was decided on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, allowed, holders, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import scheme_store
from data.stores.asked import comment_store
from data.stores.asked.comment_store import StoredComment
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.schemes import SchemeInfo

DECISIONS = comment_store.DECISIONS
_COMMITTEE = holders(Action.APPROVE_SCHEME)
TAKEN = DECISIONS[:2]
"""The decisions by which a comment changes something."""


@dataclass(frozen=True)
class Decision:
    """What was decided on a comment, one of `DECISIONS`, in words; by whom and when."""

    decision: str
    says: str
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class Comment:
    """What somebody said about a version; ``decided`` is None while nothing is decided. Moments in the
    branch's time."""

    event_id: int
    reference: SchemeReference
    at: dt.datetime
    by: str
    name: str
    role: str
    text: str
    decided: Decision | None


@dataclass(frozen=True)
class Taken:
    """A comment that changed something, whoever said it: about which version, what was said, and decided."""

    reference: SchemeReference
    text: str
    decision: str
    says: str


def comment(actor: Actor, db: Database, reference: SchemeReference, text: str) -> None:
    """Say something about a version that is under discussion or in force."""
    require(actor, Action.COMMENT_SCHEME)
    info = schemes.scheme(actor, db, reference)
    said = needed(text)
    detail = {"name": actor.display_name or actor.username, "role": actor.role}

    def work(cursor: Cursor) -> None:
        scheme_store.add_event(
            cursor, info.reference, "comment", actor.username, audit.now(), detail=detail, why=said
        )
        audit.append(cursor, actor, "comment-scheme", info.key, {})

    db.write(work)


def comments(actor: Actor, db: Database, reference: SchemeReference) -> tuple[Comment, ...]:
    """What was said, oldest first; managers read their own words and the committee's, not each other's."""
    require(actor, Action.VIEW_SCHEMES)
    info = schemes.scheme(actor, db, reference)
    found = [_comment(one) for one in _stored(db) if one.reference == info.reference]
    if allowed(actor, Action.SIMULATE):
        return tuple(found)
    return tuple(c for c in found if c.by == actor.username or c.role in _COMMITTEE)


def decide(actor: Actor, db: Database, event_id: int, decision: str, says: str) -> None:
    """Say what was decided on a comment; the last word holds.

    Raises
    ------
    WorkflowError : no such comment or decision, the own comment, or nothing said.
    """
    actor = accounts.behind(db, actor)
    require(actor, Action.ANSWER_QUESTIONS)
    if decision not in DECISIONS:
        raise WorkflowError("errors-comment-decision", decision=decision)
    said = needed(says)

    def work(cursor: Cursor) -> None:
        held = next((one for one in comment_store.comments(cursor) if one.event_id == event_id), None)
        if held is None:
            raise WorkflowError("errors-comment-unknown", number=event_id)
        if held.by == actor.username:
            raise WorkflowError("errors-comment-own")
        comment_store.decide(cursor, event_id, decision, said, actor.username, audit.now())
        detail = {"comment": event_id, "decision": decision}
        audit.append(cursor, actor, "decide-comment", str(held.reference), detail)

    db.write(work)


def undecided(actor: Actor, db: Database) -> tuple[Comment, ...]:
    """Comments of others on which nothing is decided yet, oldest first. What members of the committee say
    is part of their deciding, and asks for no decision."""
    require(actor, Action.ANSWER_QUESTIONS)
    return tuple(
        _comment(one)
        for one in _stored(db)
        if one.decision is None and one.by != actor.username and one.detail.get("role") not in _COMMITTEE
    )


def taken(actor: Actor, db: Database, info: SchemeInfo) -> tuple[Taken, ...]:
    """The comments that made a version what it is, without who said them: on itself and on the versions it
    was made from, back to the one in force before it, oldest first."""
    require(actor, Action.VIEW_SCHEMES)
    known = {one.reference: one for one in schemes.stored(db)}
    line = {info.reference}
    before = info.origin
    while before is not None and before in known and before not in line:
        line.add(before)
        before = None if known[before].adopted else known[before].origin
    return tuple(
        Taken(one.reference, one.text, one.decision, one.says or "")
        for one in _stored(db)
        if one.reference in line and one.decision in TAKEN
    )


def _stored(db: Database) -> tuple[StoredComment, ...]:
    def make() -> tuple[StoredComment, ...]:
        with db.read() as cursor:
            return tuple(comment_store.comments(cursor))

    return remembered(db, "comments", None, make)


def _comment(one: StoredComment) -> Comment:
    decided = None
    if one.decision is not None and one.decided_at is not None:
        decided = Decision(one.decision, one.says or "", one.decided_at, one.decided_by or "")
    name, role = one.detail.get("name", one.by), one.detail.get("role", "")
    return Comment(one.event_id, one.reference, one.at, one.by, name, role, one.text, decided)
