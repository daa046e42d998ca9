"""Ballots (what was said) and drafts, sealed. A ballot says nothing of who gave it, or when."""

from __future__ import annotations

import random
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from data.database import Cursor
from data.stores.reviews.vault import Sealer, Vault

shuffle = random.SystemRandom().shuffle
"""Puts a list into an order that nobody can foresee."""


def ballots(cursor: Cursor, vault: Vault, campaign_id: int) -> list[dict[str, Any]]:
    """Everything that was said in a campaign, in random order.

    Raises
    ------
    VaultClosed : it was sealed with another key.
    """
    sealed = _ballots(cursor, campaign_id)
    if not sealed:
        return []
    sealer = vault.present(campaign_id, sealed[0])
    opened = [_opened(vault, sealer, one) for one in sealed]
    shuffle(opened)
    return opened


def cast(
    cursor: Cursor, vault: Vault, campaign_id: int, room: int, said: Sequence[Mapping[str, object]]
) -> None:
    """Add ballots. All that is sealed of the campaign is sealed anew with a new key, every ballot under a new
    random number and in the order of these: neither the order nor an older copy tells which are new. Whoever
    has committed this settles the vault.

    Raises
    ------
    VaultClosed : what is there was sealed with another key.
    """
    ballots, drafts = _ballots(cursor, campaign_id), _drafts(cursor, campaign_id)
    before = _present(vault, campaign_id, [*ballots, *drafts.values()])
    whole = [*said]
    if before is not None:
        whole += [_opened(vault, before, one) for one in ballots]
        kept = {number: _opened(vault, before, one) for number, one in drafts.items()}
    sealer = vault.next(campaign_id, before)
    rows = sorted((secrets.token_hex(16), sealer.sealed(one, room)) for one in whole)
    cursor.execute("DELETE FROM review_ballot WHERE campaign_id = ?", [campaign_id])
    cursor.execute(
        "INSERT INTO review_ballot (ballot_id, campaign_id, sealed)"
        " SELECT unnest($1::VARCHAR[]), $2, unnest($3::BLOB[])",
        [[number for number, _ in rows], campaign_id, [sealed for _, sealed in rows]],
    )
    for number in drafts:
        _keep(cursor, number, sealer.sealed(kept[number], room))


def save_draft(
    cursor: Cursor, vault: Vault, campaign_id: int, assignment_id: int, room: int, said: Mapping[str, object]
) -> None:
    """Keep what a rater has said so far, in the place of what was kept before.

    Raises
    ------
    VaultClosed : what is there of the campaign was sealed with another key.
    """
    sealed = [*_ballots(cursor, campaign_id, 1), *_drafts(cursor, campaign_id).values()]
    sealer = _present(vault, campaign_id, sealed) or vault.next(campaign_id, None)
    _keep(cursor, assignment_id, sealer.sealed(said, room))


def draft(cursor: Cursor, vault: Vault, campaign_id: int, assignment_id: int) -> dict[str, Any] | None:
    """What a rater has said so far; None where nothing is kept.

    Raises
    ------
    VaultClosed : it was sealed with another key.
    """
    sealed = _drafts(cursor, campaign_id).get(assignment_id)
    return None if sealed is None else vault.present(campaign_id, sealed).opened(sealed)


def _present(vault: Vault, campaign_id: int, sealed: Sequence[bytes]) -> Sealer | None:
    """What opens a campaign as it stands; None where nothing is sealed yet."""
    return vault.present(campaign_id, sealed[0]) if sealed else None


def _opened(vault: Vault, sealer: Sealer, sealed: bytes) -> dict[str, Any]:
    opened = sealer.opened(sealed)
    if opened is None:
        raise vault.wrong()
    return opened


def _ballots(cursor: Cursor, campaign_id: int, most: int | None = None) -> list[bytes]:
    found = cursor.execute(
        "SELECT sealed FROM review_ballot WHERE campaign_id = ? LIMIT ?", [campaign_id, most]
    )
    return [sealed for (sealed,) in found.fetchall()]


def _drafts(cursor: Cursor, campaign_id: int) -> dict[int, bytes]:
    found = cursor.execute(
        "SELECT assignment_id, sealed FROM review_draft JOIN review_assignment USING (assignment_id)"
        " WHERE campaign_id = ?",
        [campaign_id],
    )
    return dict(found.fetchall())


def _keep(cursor: Cursor, assignment_id: int, sealed: bytes) -> None:
    cursor.execute(
        "INSERT OR REPLACE INTO review_draft (assignment_id, sealed) VALUES (?, ?)", [assignment_id, sealed]
    )
