"""Rounds of the committee as stored: who is asked, what was handed in, how a round ended."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any


def add_round(
    cursor: Any,
    reference: tuple[str, int],
    question: str,
    deadline: dt.datetime,
    members: Sequence[tuple[str, str]],
    by: str,
    when: dt.datetime,
) -> int:
    """Store a round with its members (user name, shown name); its number."""
    number = int(cursor.execute("SELECT coalesce(max(round_id), 0) + 1 FROM weighting_round").fetchone()[0])
    cursor.execute(
        "INSERT INTO weighting_round VALUES (?, ?, ?, ?, ?, ?, ?)",
        [number, *reference, question, deadline, when, by],
    )
    cursor.executemany("INSERT INTO round_member VALUES (?, ?, ?)", [[number, *m] for m in members])
    return number


def round_rows(cursor: Any) -> list[tuple[Any, ...]]:
    """(round, code, version, question, deadline, opened_at, opened_by, called_off) newest first."""
    return cursor.execute(
        """
        SELECT r.*, (SELECT last(why) FROM round_event e WHERE e.round_id = r.round_id) AS called_off
        FROM weighting_round r ORDER BY r.round_id DESC
        """
    ).fetchall()


def member_rows(cursor: Any) -> list[tuple[int, str, str, bool]]:
    """(round, user name, shown name, whether weights were handed in), in order of the names."""
    return cursor.execute(
        """
        SELECT m.round_id, m.username, m.display_name,
            EXISTS (
                SELECT 1 FROM member_weighting w WHERE w.round_id = m.round_id AND w.username = m.username
            )
        FROM round_member m ORDER BY m.round_id, m.username
        """
    ).fetchall()


def add_weighting(
    cursor: Any,
    round_id: int,
    username: str,
    method: str,
    weights: Mapping[str, float],
    judgements: Mapping[str, object] | None,
    when: dt.datetime,
) -> None:
    """Store what a member handed in; what was handed in before stays on record."""
    cursor.execute(
        """
        INSERT INTO member_weighting (round_id, username, method, weights, judgements, handed_in_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [round_id, username, method, json.dumps(weights), judgements and json.dumps(judgements), when],
    )


def weightings(cursor: Any, round_id: int) -> list[tuple[str, str, dict[str, float], Any, dt.datetime]]:
    """(user name, method, weights, judgements, when): each member's last, in order of the names."""
    rows = cursor.execute(
        """
        SELECT username, method, weights, judgements, handed_in_at FROM member_weighting WHERE round_id = ?
        QUALIFY row_number() OVER (PARTITION BY username ORDER BY weighting_id DESC) = 1 ORDER BY username
        """,
        [round_id],
    ).fetchall()
    return [(u, m, json.loads(w), json.loads(j) if j else None, at) for u, m, w, j, at in rows]


def add_scenario(cursor: Any, round_id: int, scenario_id: int) -> None:
    """Record the scenario that a round's median was kept as."""
    cursor.execute("INSERT INTO round_scenario VALUES (?, ?)", [round_id, scenario_id])


def scenario_of(cursor: Any, round_id: int) -> int | None:
    """The scenario that a round's median was kept as, if it was."""
    row = cursor.execute("SELECT scenario_id FROM round_scenario WHERE round_id = ?", [round_id]).fetchone()
    return None if row is None else int(row[0])


def call_off(cursor: Any, round_id: int, by: str, why: str, when: dt.datetime) -> None:
    """Record that a round ends without a result."""
    cursor.execute("INSERT INTO round_event VALUES (?, 'called-off', ?, ?, ?)", [round_id, when, by, why])
