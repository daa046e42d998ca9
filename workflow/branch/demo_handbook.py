"""What the invented branch's staff has asked and said about its scheme, and what became of it."""

from __future__ import annotations

from access.actor import Actor
from access.demo import STAFF, actors
from access.permissions import Action, require
from data.database import Database
from data.demo import said
from scoring.scheme import SchemeReference
from workflow.asked import comments, questions

_VERSION = SchemeReference("x-branch", 2)
_CHAIR = STAFF[1]


def load(actor: Actor, db: Database) -> None:
    """Whom to ask, questions that were answered and one that waits, comments with what was decided."""
    require(actor, Action.MANAGE_ACCOUNTS)
    people = sorted((a for a in actors(db) if a.manager_id), key=lambda a: a.manager_id or "")
    questions.name_contact(_CHAIR, db, _CHAIR.username)
    for person, article, text, answer, for_all in said.QUESTIONS:
        number = questions.ask(people[person - 1], db, _VERSION, text, article)
        if answer:
            questions.answer(_CHAIR, db, number, answer, for_all=for_all)
    for person, text, decision, decided in said.COMMENTS:
        comments.comment(people[person - 1], db, _VERSION, text)
        number = comments.comments(_CHAIR, db, _VERSION)[-1].event_id
        comments.decide(_CHAIR, db, number, decision, decided)
