"""Cases of the calibration meeting as stored: what is looked at, who votes, what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.database import Cursor
from data.rows import Local, insert, insert_all, next_number, rows

_READ = """
    SELECT case_id, campaign_id, ratee_id, measure, rated, question, deadline, quorum, opened_at, opened_by
    FROM review_case WHERE campaign_id = ? ORDER BY case_id
"""
EventKind = Literal["called-off", "proposed", "confirmed", "turned-down"]


@dataclass(frozen=True)
class StoredCase:
    """A rating (``rated``, 0–100) that members vote on until ``deadline`` (in the branch's time), where
    ``quorum`` must hand in."""

    case_id: int
    campaign_id: int
    ratee_id: str
    measure: str
    rated: float
    question: str
    deadline: Local
    quorum: int
    opened_at: Local
    opened_by: str


@dataclass(frozen=True)
class CaseMember:
    """Somebody who votes; ``done`` says whether the vote is in, never which it is."""

    case_id: int
    username: str
    name: str
    done: bool


@dataclass(frozen=True)
class CaseEvent:
    """What happened to a case; of a proposal the value and the anchor it rests on."""

    case_id: int
    kind: str
    value: float | None
    item: str | None
    level: int | None
    at: Local
    by: str
    why: str | None


@dataclass(frozen=True)
class StoredVote:
    """What a member voted last."""

    username: str
    value: float


def add(
    cursor: Cursor,
    place: tuple[int, str, str],
    rated: float,
    question: str,
    deadline: dt.datetime,
    members: Sequence[tuple[str, str]],
    quorum: int,
    by: str,
    when: dt.datetime,
) -> int:
    """Store a case about a `place` (campaign, person, measure), moments in UTC; its number."""
    number = next_number(cursor, "review_case", "case_id")
    campaign, ratee, measure = place
    insert(
        cursor,
        "review_case",
        **{"case_id": number, "campaign_id": campaign, "ratee_id": ratee, "measure": measure},
        **{"rated": rated, "question": question, "deadline": deadline, "quorum": quorum},
        opened_at=when,
        opened_by=by,
    )
    asked = [{"case_id": number, "username": user, "display_name": name} for user, name in members]
    insert_all(cursor, "review_case_member", asked)
    return number


def cases(cursor: Cursor, campaign_id: int) -> list[StoredCase]:
    """The cases of a campaign, oldest first."""
    return rows(
        cursor.execute(_READ, [campaign_id]),
        StoredCase,
    )


def campaign_of(cursor: Cursor, case_id: int) -> int | None:
    """The campaign of a case; None where there is no such case."""
    row = cursor.execute("SELECT campaign_id FROM review_case WHERE case_id = ?", [case_id]).fetchone()
    return None if row is None else int(row[0])


def members(cursor: Cursor, campaign_id: int) -> list[CaseMember]:
    """Who votes on the cases of a campaign, in order of the cases and the user names."""
    return rows(
        cursor.execute(
            """
            SELECT m.case_id, m.username, m.display_name AS name,
                EXISTS (
                    SELECT 1 FROM review_case_vote v
                    WHERE v.case_id = m.case_id AND v.username = m.username
                ) AS done
            FROM review_case_member m JOIN review_case USING (case_id)
            WHERE campaign_id = ? ORDER BY m.case_id, m.username
            """,
            [campaign_id],
        ),
        CaseMember,
    )


def events(cursor: Cursor, campaign_id: int) -> list[CaseEvent]:
    """What happened to the cases of a campaign, oldest first."""
    return rows(
        cursor.execute(
            """
            SELECT e.case_id, e.kind, e.value, e.item, e.level, e.happened_at AS at, e.actor AS by, e.why
            FROM review_case_event e JOIN review_case USING (case_id)
            WHERE campaign_id = ? ORDER BY e.event_id
            """,
            [campaign_id],
        ),
        CaseEvent,
    )


def add_vote(cursor: Cursor, case_id: int, username: str, value: float, when: dt.datetime) -> None:
    """Store a vote; what was voted before stays on record."""
    insert(
        cursor,
        "review_case_vote",
        **{"case_id": case_id, "username": username, "value": value},
        handed_in_at=when,
    )


def votes(cursor: Cursor, case_id: int) -> list[StoredVote]:
    """What each member voted last, in order of the user names."""
    return rows(
        cursor.execute(
            """
            SELECT username, value FROM review_case_vote WHERE case_id = ?
            QUALIFY row_number() OVER (PARTITION BY username ORDER BY vote_id DESC) = 1 ORDER BY username
            """,
            [case_id],
        ),
        StoredVote,
    )


def add_event(
    cursor: Cursor,
    case_id: int,
    kind: EventKind,
    by: str,
    when: dt.datetime,
    *,
    value: float | None = None,
    anchor: tuple[str, int] | None = None,
    why: str | None = None,
) -> None:
    """Add to what happened to a case; `anchor`: the item and the level that are quoted."""
    item, level = anchor or (None, None)
    insert(
        cursor,
        "review_case_event",
        **{"case_id": case_id, "kind": kind, "value": value, "item": item, "level": level},
        happened_at=when,
        actor=by,
        why=why,
    )


def deciders(cursor: Cursor, ratee_id: str, measure: str) -> set[str]:
    """Whoever voted or decided on a rating of somebody in the calibration meeting."""
    found = cursor.execute(
        """
        SELECT v.username FROM review_case_vote v JOIN review_case c USING (case_id)
        WHERE c.ratee_id = $1 AND c.measure = $2
        UNION
        SELECT e.actor FROM review_case_event e JOIN review_case c USING (case_id)
        WHERE c.ratee_id = $1 AND c.measure = $2
        """,
        [ratee_id, measure],
    ).fetchall()
    return {str(name) for (name,) in found}
