"""Delegations as stored: who lets whom act for them, from day to day, and which were taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from data.database import Cursor
from data.rows import Local, insert, rows, scalar


@dataclass(frozen=True)
class Delegation:
    """`taker` may do `actions` for `giver` from `first_day` to `last_day`, both included, unless it was taken
    back before; moments in the branch's time."""

    delegation_id: int
    giver: str
    taker: str
    actions: Annotated[tuple[str, ...], tuple]
    first_day: dt.date
    last_day: dt.date
    why: str
    given_at: Local
    ended_at: Local | None
    ended_by: str | None
    ended_why: str | None

    def holds(self, day: dt.date) -> bool:
        """Whether it is in force on a day; one that was taken back never is any more."""
        return self.ended_at is None and self.first_day <= day <= self.last_day

    def touched(self, first: dt.date, last: dt.date) -> bool:
        """Whether it was in force on any day of a span."""
        until = self.last_day if self.ended_at is None else min(self.last_day, self.ended_at.date())
        return self.first_day <= last and first <= until


def add(
    cursor: Cursor,
    giver: str,
    taker: str,
    actions: Sequence[str],
    days: tuple[dt.date, dt.date],
    why: str,
    when: dt.datetime,
) -> int:
    """Store a delegation; its number."""
    number = int(scalar(cursor.execute("SELECT nextval('delegation_number')")))
    insert(
        cursor,
        "delegation",
        delegation_id=number,
        giver=giver,
        taker=taker,
        actions=list(actions),
        first_day=days[0],
        last_day=days[1],
        why=why,
        given_at=when,
    )
    return number


def end(cursor: Cursor, delegation_id: int, by: str, why: str, when: dt.datetime) -> None:
    """Store that a delegation was taken back."""
    insert(
        cursor,
        "delegation_event",
        delegation_id=delegation_id,
        kind="ended",
        happened_at=when,
        actor=by,
        why=why,
    )


def delegations(cursor: Cursor) -> list[Delegation]:
    """Every delegation, latest first."""
    found = cursor.execute(
        """
        SELECT d.delegation_id, giver, taker, actions, first_day, last_day, d.why, given_at,
            e.happened_at AS ended_at, e.actor AS ended_by, e.why AS ended_why
        FROM delegation d
        LEFT JOIN delegation_event e ON e.delegation_id = d.delegation_id AND e.kind = 'ended'
        ORDER BY d.delegation_id DESC
        """
    )
    return rows(found, Delegation)


def roles_since(cursor: Cursor) -> dict[str, dt.datetime]:
    """By user name since when (UTC) the account has its present role."""
    return dict(
        cursor.execute(
            """
            SELECT username, last(happened_at ORDER BY event_id) FROM account_event WHERE kind = 'role'
            GROUP BY username
            """
        ).fetchall()
    )


def superiors_since(cursor: Cursor) -> dict[str, dt.datetime]:
    """By team since when (UTC) it has whoever heads it."""
    return dict(
        cursor.execute(
            "SELECT team_id, last(happened_at ORDER BY entry_id) FROM team_superior GROUP BY team_id"
        ).fetchall()
    )
