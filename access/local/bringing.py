"""Making many accounts of a list, each with a password that is made here and handed out once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from access import audit, passwords
from access.accounts import store
from access.actor import Actor
from access.errors import AccountError
from access.local.names import alike
from access.permissions import ROLES, Action, require
from data.database import Cursor, Database
from data.reading.judged import Judged
from data.reading.known import Known
from data.reading.records.accounts import kind
from data.reading.records.read import read_tidy
from data.stores import account_store, people_store
from data.stores.account_store import MUST_CHANGE, PASSWORD, ROLE, YES

MOST = 500
"""Accounts of one list: each password costs a hash, so that this is a matter of minutes."""


@dataclass(frozen=True)
class Slip:
    """What is handed to the holder of a new account; nobody can read the password anywhere else."""

    username: str
    name: str
    role: str
    manager_id: str | None
    password: str


def read(actor: Actor, db: Database, path: Path) -> Judged:
    """Read and judge a list of accounts; nothing is stored.

    Raises
    ------
    UnreadableFile : it cannot be read, or a column is missing.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    with db.read() as cursor:
        people = people_store.people(cursor)
        stored = account_store.accounts(cursor)
    names = {str(m): str(n) for m, n in people[["manager_id", "name"]].itertuples(index=False)}
    held = {alike(one.username): one.manager_id if one.in_use else None for one in stored}
    return read_tidy(path, kind(ROLES), Known(people=names, indicators=None, accounts=held))


def take(
    actor: Actor, db: Database, judged: Judged, progress: Callable[[float], None] | None = None
) -> list[Slip]:
    """Make an account of every row that was accepted, all or none; what to hand out to whom.

    Raises
    ------
    AccountError : too many or none, or a name or an id was taken since the list was read.
    """
    require(actor, Action.MANAGE_ACCOUNTS)
    rows = judged.accepted.astype(object).where(judged.accepted.notna(), None).to_dict("records")
    if not 1 <= len(rows) <= MOST:
        raise AccountError("errors-accounts-many", most=MOST)
    slips = [
        Slip(
            str(row["username"]),
            str(row.get("name") or row["username"]),
            str(row["role"]),
            row.get("manager_id"),
            passwords.made(),
        )
        for row in rows
    ]
    hashes = []
    with ThreadPoolExecutor(2) as pool:
        for number, made in enumerate(pool.map(passwords.hashed, [slip.password for slip in slips]), 1):
            hashes.append(made)
            if progress:
                progress(number / len(slips))

    def work(cursor: Cursor) -> None:
        for slip, made in zip(slips, hashes, strict=True):
            events = [(ROLE, slip.role), (PASSWORD, made), (MUST_CHANGE, YES)]
            store(actor, cursor, slip.username, slip.name, slip.manager_id, events)
        told = {slip.username: {"role": slip.role} for slip in slips}
        audit.append(cursor, actor, "import-accounts", str(len(slips)), {"accounts": told})

    db.write(work)
    return slips
