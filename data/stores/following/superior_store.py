"""Who heads which team, as stored: the last entry of a team holds."""

from __future__ import annotations

import datetime as dt

from data.database import Cursor
from data.rows import insert


def superiors(cursor: Cursor) -> dict[str, str]:
    """team_id → user name, for the teams that somebody is named for."""
    found = cursor.execute(
        """
        SELECT team_id, last(username ORDER BY entry_id) AS username FROM team_superior
        GROUP BY team_id HAVING username IS NOT NULL ORDER BY team_id
        """
    ).fetchall()
    return dict(found)


def name(cursor: Cursor, team_id: str, username: str | None, when: dt.datetime, by: str) -> None:
    """Name somebody for a team, or nobody."""
    insert(cursor, "team_superior", team_id=team_id, username=username, happened_at=when, actor=by)
