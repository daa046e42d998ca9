"""Questions about a version of the scheme, and their answers as events."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from data import clock
from data.database import Cursor
from data.rows import Local, insert, next_number, rows
from scoring.scheme import SchemeReference

ANSWERED, WITHDRAWN = "answered", "withdrawn"


@dataclass(frozen=True)
class StoredQuestion:
    """A question with its last answer; moments in the branch's time. ``article`` is the number of the article
    that it is about. ``answer`` and what follows is None while there is none."""

    question_id: int
    code: str
    version: int
    article: int | None
    says: str
    asked_at: Local
    asked_by: str
    withdrawn: bool
    answer: str | None
    for_all: bool | None
    answered_at: Annotated[dt.datetime | None, clock.local]
    answered_by: str | None

    @property
    def reference(self) -> SchemeReference:
        """The version that it is about."""
        return SchemeReference(self.code, self.version)


def questions(cursor: Cursor) -> list[StoredQuestion]:
    """Every question, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT q.question_id, q.code, q.version, q.article, q.says, q.asked_at, q.asked_by,
                coalesce(e.withdrawn, false) AS withdrawn, e.answer, e.for_all, e.answered_at, e.answered_by
            FROM question q LEFT JOIN (
                SELECT question_id, bool_or(kind = 'withdrawn') AS withdrawn,
                    last(says ORDER BY event_id) FILTER (kind = 'answered') AS answer,
                    last(for_all ORDER BY event_id) FILTER (kind = 'answered') AS for_all,
                    last(happened_at ORDER BY event_id) FILTER (kind = 'answered') AS answered_at,
                    last(actor ORDER BY event_id) FILTER (kind = 'answered') AS answered_by
                FROM question_event GROUP BY question_id
            ) e USING (question_id)
            ORDER BY q.question_id
            """
        ),
        StoredQuestion,
    )


def add(
    cursor: Cursor, reference: SchemeReference, article: int | None, says: str, by: str, when: dt.datetime
) -> int:
    """Store a question; its number."""
    number = next_number(cursor, "question", "question_id")
    insert(
        cursor,
        "question",
        question_id=number,
        **reference._asdict(),
        article=article,
        says=says,
        asked_at=when,
        asked_by=by,
    )
    return number


def add_event(
    cursor: Cursor, question_id: int, kind: str, says: str, for_all: bool, by: str, when: dt.datetime
) -> None:
    """Answer a question, or withdraw it."""
    insert(
        cursor,
        "question_event",
        question_id=question_id,
        kind=kind,
        says=says,
        for_all=for_all,
        happened_at=when,
        actor=by,
    )
