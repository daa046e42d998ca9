"""Who is asked about whom, and which of it is handed in; never what was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.database import Cursor
from data.rows import first, insert_all, next_number, rows

Kind = Literal["added", "withdrawn", "reminded"]


@dataclass(frozen=True)
class Assignment:
    """Somebody (``rater``, a user name; "" for customers) is asked about ``ratee_id``; ``asked`` counts the
    customers that are to be invited, else 1. ``done`` is handed in, ``saved`` has a draft."""

    assignment_id: int
    campaign_id: int
    ratee_id: str
    group: str
    rater: str
    asked: int
    done: bool
    withdrawn: bool
    saved: bool
    reminded: bool


_READ = """
    SELECT a.assignment_id, a.campaign_id, a.ratee_id, a.rater_group AS "group", a.rater, a.asked,
        s.assignment_id IS NOT NULL AS done, d.assignment_id IS NOT NULL AS saved,
        coalesce(e.withdrawn, false) AS withdrawn, coalesce(e.reminded, false) AS reminded
    FROM review_assignment a LEFT JOIN review_submission s USING (assignment_id)
    LEFT JOIN review_draft d USING (assignment_id)
    LEFT JOIN (
        SELECT assignment_id, bool_or(kind = 'withdrawn') AS withdrawn, bool_or(kind = 'reminded') AS reminded
        FROM review_assignment_event GROUP BY assignment_id
    ) e USING (assignment_id)
"""


def of_campaign(cursor: Cursor, campaign_id: int) -> list[Assignment]:
    """Every assignment of a campaign, withdrawn ones too, by ratee, group and rater."""
    order = "ORDER BY a.ratee_id, a.rater_group, a.rater, a.assignment_id"
    return rows(cursor.execute(f"{_READ} WHERE a.campaign_id = ? {order}", [campaign_id]), Assignment)


def of_rater(cursor: Cursor, rater: str) -> list[Assignment]:
    """Everything that somebody is asked, newest campaign first."""
    order = "ORDER BY a.campaign_id DESC, a.assignment_id"
    return rows(cursor.execute(f"{_READ} WHERE a.rater = ? {order}", [rater]), Assignment)


def assignment(cursor: Cursor, assignment_id: int) -> Assignment | None:
    """One assignment."""
    return first(cursor.execute(f"{_READ} WHERE a.assignment_id = ?", [assignment_id]), Assignment)


def add(cursor: Cursor, campaign_id: int, asked: Sequence[tuple[str, str, str, int]]) -> range:
    """Store assignments, each as (ratee, group, rater, how many are asked); their numbers."""
    start = next_number(cursor, "review_assignment", "assignment_id")
    numbers = range(start, start + len(asked))
    found = [
        {
            **{"assignment_id": number, "campaign_id": campaign_id},
            **{"ratee_id": ratee, "rater_group": group, "rater": rater, "asked": count},
        }
        for number, (ratee, group, rater, count) in zip(numbers, asked, strict=True)
    ]
    insert_all(cursor, "review_assignment", found)
    return numbers


def add_events(
    cursor: Cursor, numbers: Sequence[int], kind: Kind, by: str, when: dt.datetime, why: str | None = None
) -> None:
    """What happened to some assignments at once."""
    said = {"kind": kind, "happened_at": when, "actor": by, "why": why}
    insert_all(cursor, "review_assignment_event", [{"assignment_id": number, **said} for number in numbers])


def hand_in(cursor: Cursor, numbers: Sequence[int]) -> None:
    """Say of some assignments that they are handed in; no moment is kept."""
    insert_all(cursor, "review_submission", [{"assignment_id": number} for number in numbers])


def drop_draft(cursor: Cursor, assignment_id: int) -> None:
    """Forget what a rater has saved."""
    cursor.execute("DELETE FROM review_draft WHERE assignment_id = ?", [assignment_id])


def superiors_of(cursor: Cursor, ratee_id: str, measure: str) -> set[str]:
    """The superiors who have said something about somebody in a campaign that a measure came from."""
    found = cursor.execute(
        """
        SELECT DISTINCT a.rater FROM review_assignment a JOIN review_submission USING (assignment_id)
        JOIN review_result r ON r.campaign_id = a.campaign_id AND r.ratee_id = a.ratee_id
        WHERE a.rater_group = 'superior' AND a.ratee_id = ? AND r.measure = ?
        """,
        [ratee_id, measure],
    ).fetchall()
    return {str(rater) for (rater,) in found}
