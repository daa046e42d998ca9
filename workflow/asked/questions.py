"""Questions about the scheme, answered by a named person; and who that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, allowed, holders, require
from data.cache import remembered
from data.database import Cursor, Database
from data.stores import setting_store
from data.stores.asked import question_store
from data.stores.asked.question_store import ANSWERED, WITHDRAWN, StoredQuestion
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.errors import WorkflowError

LONGEST = 2000
"""Characters of a question or an answer."""
_CONTACT = "handbook-contact"


@dataclass(frozen=True)
class Answer:
    """What was answered last, to everybody (``for_all``) or to who asked; by whom (as people call the person)
    and when."""

    says: str
    for_all: bool
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class Question:
    """A question about a version, or about one of its articles (by number). ``asked_by``, and what
    people call who asked (``asker``), are "" for those whom it does not concern. Moments in the branch's
    time."""

    question_id: int
    reference: SchemeReference
    article: int | None
    says: str
    asked_at: dt.datetime
    asked_by: str
    asker: str
    answer: Answer | None


def contact(actor: Actor, db: Database) -> Actor | None:
    """Whom to ask about the scheme; None where nobody is named, or the person no longer answers."""
    require(actor, Action.VIEW_SCHEMES)
    named = setting_store.remembered(db).get(_CONTACT, "")
    return next((one for one in _answering(db) if one.username == named), None)


def answering(actor: Actor, db: Database) -> tuple[Actor, ...]:
    """Who can be named: everybody in use who may answer."""
    require(actor, Action.ANSWER_QUESTIONS)
    return _answering(db)


def name_contact(actor: Actor, db: Database, username: str) -> None:
    """Name the person whom the staff asks.

    Raises
    ------
    WorkflowError : somebody who may not answer.
    """
    require(actor, Action.ANSWER_QUESTIONS)
    if username not in {one.username for one in _answering(db)}:
        raise WorkflowError("errors-question-contact", by=username)

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, {_CONTACT: username})
        audit.append(cursor, actor, "name-contact", username, {})

    db.write(work)


def ask(actor: Actor, db: Database, reference: SchemeReference, says: str, article: int | None = None) -> int:
    """Ask about a version, or one of its articles; the question's number.

    Raises
    ------
    WorkflowError : no such version, nothing asked, or too long.
    """
    require(actor, Action.COMMENT_SCHEME)
    info, said = schemes.scheme(actor, db, reference), _said(says)

    def work(cursor: Cursor) -> int:
        number = question_store.add(cursor, info.reference, article, said, actor.username, audit.now())
        audit.append(cursor, actor, "ask-question", info.key, {"question": number, "article": article})
        return number

    return db.write(work)


def questions(actor: Actor, db: Database, reference: SchemeReference) -> tuple[Question, ...]:
    """The questions about a version that the actor may read, oldest first: all for those who answer; else the
    own ones and those answered for everybody, without who asked."""
    require(actor, Action.VIEW_SCHEMES)
    info = schemes.scheme(actor, db, reference)
    return tuple(q for q in _readable(actor, db) if q.reference == info.reference)


def unanswered(actor: Actor, db: Database) -> tuple[Question, ...]:
    """The questions that nobody has answered, oldest first."""
    require(actor, Action.ANSWER_QUESTIONS)
    return tuple(q for q in _readable(actor, db) if q.answer is None)


def answer(actor: Actor, db: Database, question_id: int, says: str, *, for_all: bool) -> None:
    """Answer a question, for everybody or for who asked alone; the last answer holds.

    Raises
    ------
    WorkflowError : no such question, withdrawn, or nothing said.
    """
    require(actor, Action.ANSWER_QUESTIONS)
    said = _said(says)
    _event(actor, db, question_id, ANSWERED, said, for_all, lambda held: None)


def withdraw(actor: Actor, db: Database, question_id: int) -> None:
    """Take back one's own question while it is not answered.

    Raises
    ------
    WorkflowError : no such question of the actor's, or answered already.
    """
    require(actor, Action.COMMENT_SCHEME)

    def own(held: StoredQuestion) -> None:
        if held.asked_by != actor.username:
            raise WorkflowError("errors-question-unknown", number=question_id)
        if held.answer is not None:
            raise WorkflowError("errors-question-answered")

    _event(actor, db, question_id, WITHDRAWN, "", False, own)


def _event(
    actor: Actor,
    db: Database,
    question_id: int,
    kind: str,
    says: str,
    for_all: bool,
    check: Callable[[StoredQuestion], None],
) -> None:
    def work(cursor: Cursor) -> None:
        held = next((q for q in question_store.questions(cursor) if q.question_id == question_id), None)
        if held is None or held.withdrawn:
            raise WorkflowError("errors-question-unknown", number=question_id)
        check(held)
        question_store.add_event(cursor, question_id, kind, says, for_all, actor.username, audit.now())
        detail = {"question": question_id, "for_all": for_all}
        audit.append(cursor, actor, f"question-{kind}", str(held.reference), detail)

    db.write(work)


def _readable(actor: Actor, db: Database) -> list[Question]:
    def make() -> tuple[StoredQuestion, ...]:
        with db.read() as cursor:
            return tuple(question_store.questions(cursor))

    all_of_them = allowed(actor, Action.ANSWER_QUESTIONS)
    return [
        _question(db, one, named=all_of_them or one.asked_by == actor.username)
        for one in remembered(db, "questions", None, make)
        if not one.withdrawn and (all_of_them or one.asked_by == actor.username or one.for_all)
    ]


def _question(db: Database, one: StoredQuestion, *, named: bool) -> Question:
    given = None
    if one.answer is not None and one.answered_at is not None:
        by = accounts.called(db, one.answered_by or "")
        given = Answer(one.answer, bool(one.for_all), one.answered_at, by)
    asked_by = one.asked_by if named else ""
    known = accounts.in_use(db, asked_by) if named else None
    asker = asked_by if known is None else known.display_name or asked_by
    return Question(
        one.question_id, one.reference, one.article, one.says, one.asked_at, asked_by, asker, given
    )


def _answering(db: Database) -> tuple[Actor, ...]:
    return accounts.with_role(db, holders(Action.ANSWER_QUESTIONS))


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise WorkflowError("errors-question-empty")
    if len(said) > LONGEST:
        raise WorkflowError("errors-question-long", most=LONGEST)
    return said
