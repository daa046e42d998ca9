"""Rounds of the committee as stored: who is asked, what was handed in, how a round ended."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from data.database import Cursor
from data.rows import Local, insert, insert_all, next_number, rows
from scoring.scheme import SchemeReference


@dataclass(frozen=True)
class StoredRound:
    """What is asked, about which version, until when (in the branch's time), how many must hand in for a
    result (None: rounds of before that was asked), and why it was called off (None: it was not)."""

    round_id: int
    code: str
    version: int
    question: str
    deadline: Local
    opened_at: Local
    opened_by: str
    quorum: int | None
    called_off: str | None

    @property
    def reference(self) -> SchemeReference:
        """The version that weights are asked for."""
        return SchemeReference(self.code, self.version)


@dataclass(frozen=True)
class Member:
    """Somebody who is asked in a round; ``done`` says whether weights were handed in, never which."""

    round_id: int
    username: str
    name: str
    done: bool


@dataclass(frozen=True)
class HandedIn:
    """What a member handed in last: weights in points, and judgements by group where they come from
    any."""

    username: str
    method: str
    weights: Annotated[Mapping[str, float], json.loads]
    judgements: Annotated[Mapping[str, Any] | None, json.loads]


def add_round(
    cursor: Cursor,
    reference: SchemeReference,
    question: str,
    deadline: dt.datetime,
    members: Sequence[tuple[str, str]],
    quorum: int,
    by: str,
    when: dt.datetime,
) -> int:
    """Store a round with its members (user name, shown name) and how many of them must hand in, moments in
    UTC; its number."""
    number = next_number(cursor, "weighting_round", "round_id")
    insert(
        cursor,
        "weighting_round",
        round_id=number,
        **reference._asdict(),
        question=question,
        deadline=deadline,
        opened_at=when,
        opened_by=by,
        quorum=quorum,
    )
    asked = [{"round_id": number, "username": user, "display_name": name} for user, name in members]
    insert_all(cursor, "round_member", asked)
    return number


def rounds(cursor: Cursor) -> list[StoredRound]:
    """Every round, newest first."""
    return rows(
        cursor.execute(
            """
            SELECT round_id, code, version, question, deadline, opened_at, opened_by, quorum,
                (SELECT last(why) FROM round_event e WHERE e.round_id = r.round_id) AS called_off
            FROM weighting_round r ORDER BY round_id DESC
            """
        ),
        StoredRound,
    )


def members(cursor: Cursor) -> list[Member]:
    """Everybody who is asked in any round, in order of the rounds and the user names."""
    return rows(
        cursor.execute(
            """
            SELECT m.round_id, m.username, m.display_name AS name,
                EXISTS (
                    SELECT 1 FROM member_weighting w
                    WHERE w.round_id = m.round_id AND w.username = m.username
                ) AS done
            FROM round_member m ORDER BY m.round_id, m.username
            """
        ),
        Member,
    )


def add_weighting(
    cursor: Cursor,
    round_id: int,
    username: str,
    method: str,
    weights: Mapping[str, float],
    judgements: Mapping[str, object] | None,
    when: dt.datetime,
) -> None:
    """Store what a member handed in; what was handed in before stays on record."""
    insert(
        cursor,
        "member_weighting",
        round_id=round_id,
        username=username,
        method=method,
        weights=json.dumps(weights),
        judgements=judgements and json.dumps(judgements),
        handed_in_at=when,
    )


def handed_in(cursor: Cursor, round_id: int) -> list[HandedIn]:
    """What each member handed in last, in order of the user names."""
    return rows(
        cursor.execute(
            """
            SELECT username, method, weights, judgements FROM member_weighting WHERE round_id = ?
            QUALIFY row_number() OVER (PARTITION BY username ORDER BY weighting_id DESC) = 1
            ORDER BY username
            """,
            [round_id],
        ),
        HandedIn,
    )


def add_scenario(cursor: Cursor, round_id: int, scenario_id: int) -> None:
    """Record the scenario that a round's median was kept as."""
    insert(cursor, "round_scenario", round_id=round_id, scenario_id=scenario_id)


def scenario_of(cursor: Cursor, round_id: int) -> int | None:
    """The scenario that a round's median was kept as, if it was."""
    row = cursor.execute("SELECT scenario_id FROM round_scenario WHERE round_id = ?", [round_id]).fetchone()
    return None if row is None else int(row[0])


def call_off(cursor: Cursor, round_id: int, by: str, why: str, when: dt.datetime) -> None:
    """Record that a round ends without a result."""
    insert(cursor, "round_event", round_id=round_id, kind="called-off", happened_at=when, actor=by, why=why)
