"""One-time links for those who left, as stored: the hash of each secret, and whether it was opened."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from data import clock
from data.database import Cursor
from data.rows import Local, first, insert, next_number, rows


@dataclass(frozen=True)
class StoredLink:
    """A link to a person's own statement; moments in the branch's time, ``used_at`` None while it was not
    opened."""

    link_id: int
    manager_id: str
    expires_at: Local
    made_at: Local
    made_by: str
    used_at: Annotated[dt.datetime | None, clock.local]


_READ = (
    "SELECT l.link_id, l.manager_id, l.expires_at, l.made_at, l.made_by, u.used_at"
    " FROM pay_link l LEFT JOIN pay_link_use u USING (link_id)"
)


def add(
    cursor: Cursor, manager_id: str, token_sha256: str, expires_at: dt.datetime, at: dt.datetime, by: str
) -> int:
    """Store a link by the hash of its secret; its number."""
    number = next_number(cursor, "pay_link", "link_id")
    moments = {"expires_at": expires_at, "made_at": at, "made_by": by}
    insert(cursor, "pay_link", link_id=number, manager_id=manager_id, token_sha256=token_sha256, **moments)
    return number


def links(cursor: Cursor) -> list[StoredLink]:
    """Every link, oldest first."""
    return rows(cursor.execute(f"{_READ} ORDER BY l.link_id"), StoredLink)


def by_hash(cursor: Cursor, token_sha256: str) -> StoredLink | None:
    """The link of a secret, by its hash; None where there is none."""
    return first(cursor.execute(f"{_READ} WHERE l.token_sha256 = ?", [token_sha256]), StoredLink)


def use(cursor: Cursor, link_id: int, at: dt.datetime) -> None:
    """Say that a link was opened."""
    insert(cursor, "pay_link_use", link_id=link_id, used_at=at)
