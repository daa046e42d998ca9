"""Links for customers as stored: the hash of each secret, and whether it was used; never by whom or when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from data.database import Cursor
from data.rows import first, insert, insert_all, next_number, rows


@dataclass(frozen=True)
class StoredLink:
    """A link for one answer about ``ratee_id``, taken as long as its campaign takes answers."""

    link_id: int
    campaign_id: int
    ratee_id: str
    used: bool
    withdrawn: bool


_READ = """
    SELECT l.link_id, l.campaign_id, l.ratee_id, coalesce(e.used, false) AS used,
        coalesce(e.withdrawn, false) AS withdrawn
    FROM review_link l LEFT JOIN (
        SELECT link_id, bool_or(kind = 'used') AS used, bool_or(kind = 'withdrawn') AS withdrawn
        FROM review_link_event GROUP BY link_id
    ) e USING (link_id)
"""


def add(
    cursor: Cursor,
    campaign_id: int,
    ratee_id: str,
    hashes: Sequence[str],
    by: str,
    when: dt.datetime,
) -> range:
    """Store links by the hashes of their secrets; their numbers."""
    start = next_number(cursor, "review_link", "link_id")
    numbers = range(start, start + len(hashes))
    found = [
        {
            **{"link_id": number, "campaign_id": campaign_id, "ratee_id": ratee_id, "token_sha256": hashed},
            **{"issued_at": when, "issued_by": by},
        }
        for number, hashed in zip(numbers, hashes, strict=True)
    ]
    insert_all(cursor, "review_link", found)
    return numbers


def links(cursor: Cursor, campaign_id: int) -> list[StoredLink]:
    """Every link of a campaign, withdrawn ones too, in the order they were issued in."""
    found = cursor.execute(f"{_READ} WHERE l.campaign_id = ? ORDER BY l.link_id", [campaign_id])
    return rows(found, StoredLink)


def by_hash(cursor: Cursor, token_sha256: str) -> StoredLink | None:
    """The link of a secret, by its hash."""
    return first(cursor.execute(f"{_READ} WHERE l.token_sha256 = ?", [token_sha256]), StoredLink)


def use(cursor: Cursor, numbers: Sequence[int]) -> None:
    """Say that links were used; neither a moment nor anybody is kept."""
    for number in numbers:
        insert(cursor, "review_link_event", link_id=number, kind="used")


def withdraw(cursor: Cursor, numbers: Sequence[int], by: str, why: str, when: dt.datetime) -> None:
    """Take links back that nobody has used."""
    said = {"kind": "withdrawn", "happened_at": when, "actor": by, "why": why}
    insert_all(cursor, "review_link_event", [{"link_id": number, **said} for number in numbers])
