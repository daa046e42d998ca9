"""Ballots (what was said) and drafts, sealed. A ballot says nothing of who gave it, or when."""

from __future__ import annotations

import random
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from data.database import Cursor
from data.stores.reviews.vault import Vault

shuffle = random.SystemRandom().shuffle
"""Puts a list into an order that nobody can foresee."""


def ballots(cursor: Cursor, vault: Vault, campaign_id: int) -> list[dict[str, Any]]:
    """Everything that was said in a campaign, in random order."""
    found = cursor.execute("SELECT sealed FROM review_ballot WHERE campaign_id = ?", [campaign_id]).fetchall()
    opened = [vault.opened(sealed) for (sealed,) in found]
    shuffle(opened)
    return opened


def cast(
    cursor: Cursor, vault: Vault, campaign_id: int, room: int, said: Sequence[Mapping[str, object]]
) -> None:
    """Add ballots. All ballots of the campaign are written anew, each under a new random number and in the
    order of these, so that neither their order nor a comparison with an older copy tells which are new."""
    whole = [*ballots(cursor, vault, campaign_id), *said]
    rows = sorted((secrets.token_hex(16), vault.sealed(one, room)) for one in whole)
    cursor.execute("DELETE FROM review_ballot WHERE campaign_id = ?", [campaign_id])
    cursor.execute(
        "INSERT INTO review_ballot (ballot_id, campaign_id, sealed)"
        " SELECT unnest($1::VARCHAR[]), $2, unnest($3::BLOB[])",
        [[number for number, _ in rows], campaign_id, [sealed for _, sealed in rows]],
    )


def save_draft(
    cursor: Cursor, vault: Vault, assignment_id: int, room: int, said: Mapping[str, object]
) -> None:
    """Keep what a rater has said so far, in the place of what was kept before."""
    cursor.execute(
        "INSERT OR REPLACE INTO review_draft (assignment_id, sealed) VALUES (?, ?)",
        [assignment_id, vault.sealed(said, room)],
    )


def draft(cursor: Cursor, vault: Vault, assignment_id: int) -> dict[str, Any] | None:
    """What a rater has said so far; None where nothing is kept."""
    row = cursor.execute(
        "SELECT sealed FROM review_draft WHERE assignment_id = ?", [assignment_id]
    ).fetchone()
    return None if row is None else vault.opened(row[0])
