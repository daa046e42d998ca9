"""Who somebody is at the single sign-on, as stored: events of an account, of which the last holds."""

from __future__ import annotations

from data.database import Cursor


def identities(cursor: Cursor) -> dict[str, str]:
    """The identity of every account that is linked to one, by user name."""
    found = cursor.execute(
        """
        SELECT username, last(value ORDER BY event_id) AS identity
        FROM account_event WHERE kind = 'identity' GROUP BY username HAVING identity != ''
        """
    )
    return {str(username): str(identity) for username, identity in found.fetchall()}
