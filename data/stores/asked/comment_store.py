"""Comments on versions of the scheme, each with what was decided on it last."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from data import clock
from data.database import Cursor
from data.rows import Local, insert, rows
from scoring.scheme import SchemeReference

DECISIONS = ("taken", "partly", "not-taken", "noted")


@dataclass(frozen=True)
class StoredComment:
    """A comment; moments in the branch's time. ``detail`` holds the name and the role of who said it,
    ``decision`` (one of `DECISIONS`) and what follows is None while nothing is decided."""

    event_id: int
    code: str
    version: int
    detail: Annotated[Mapping[str, str], json.loads]
    at: Local
    by: str
    text: str
    decision: str | None
    says: str | None
    decided_at: Annotated[dt.datetime | None, clock.local]
    decided_by: str | None

    @property
    def reference(self) -> SchemeReference:
        """The version that it is about."""
        return SchemeReference(self.code, self.version)


def comments(cursor: Cursor) -> list[StoredComment]:
    """Every comment, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT e.event_id, e.code, e.version, coalesce(e.detail, '{}') AS detail, e.happened_at AS at,
                e.actor AS by, coalesce(e.why, '') AS text, a.decision, a.says, a.decided_at, a.decided_by
            FROM scheme_event e LEFT JOIN (
                SELECT event_id, last(decision ORDER BY answer_id) AS decision,
                    last(says ORDER BY answer_id) AS says, last(happened_at ORDER BY answer_id) AS decided_at,
                    last(actor ORDER BY answer_id) AS decided_by
                FROM comment_answer GROUP BY event_id
            ) a USING (event_id)
            WHERE e.kind = 'comment' ORDER BY e.event_id
            """
        ),
        StoredComment,
    )


def decide(cursor: Cursor, event_id: int, decision: str, says: str, by: str, when: dt.datetime) -> None:
    """Say what was decided on a comment."""
    insert(
        cursor, "comment_answer", event_id=event_id, decision=decision, says=says, happened_at=when, actor=by
    )
