"""Those who left keep what is held for them, and see it: on paper, or once by a link without an account.

Whoever holds the secret of a link may open it, so what a link opens has no actor.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.pay import ledger_store, link_store
from data.stores.pay.link_store import StoredLink
from scoring.pay import ledger
from workflow.errors import WorkflowError
from workflow.rewards import standing
from workflow.rewards.standing import Statement

PLACE = "/p/"
"""What stands in an address before the secret of a link."""
DAYS, MOST_DAYS = 14, 90
"""For how many days a link can be opened."""
Why = Literal["unknown", "used", "expired"]
_HOLDER = Actor("link", "")
"""Whom the trail names where somebody without an account opens a link."""


@dataclass(frozen=True)
class Gone:
    """Somebody who left and of whose pay something is held: ``left_on`` the last day, ``held`` in fen, the
    last link that was made (None: none)."""

    manager_id: str
    name: str
    name_en: str
    left_on: dt.date
    held: int
    link: StoredLink | None


@dataclass(frozen=True)
class Link:
    """A link as it is handed out, once: its secret, the address from the host on, until when it opens."""

    token: str
    url_path: str
    expires_at: dt.datetime


def gone(actor: Actor, db: Database) -> tuple[Gone, ...]:
    """Who left with something still held, who left last first."""
    require(actor, Action.RUN_PAY)
    with db.read() as cursor:
        return tuple(_gone(cursor))


def issue(actor: Actor, db: Database, manager_id: str, days: int = DAYS) -> Link:
    """A link by which somebody who left sees the own statement once. Its secret is given here and kept
    nowhere.

    Raises
    ------
    WorkflowError : nobody of that number has left with something held; fewer than one day or more than 90.
    """
    require(actor, Action.RUN_PAY)
    if not 1 <= days <= MOST_DAYS:
        raise WorkflowError("errors-pay-link-days", most=MOST_DAYS)
    token = secrets.token_urlsafe(32)
    at = audit.now()
    until = at + dt.timedelta(days=days)

    def work(cursor: Cursor) -> None:
        if manager_id not in {one.manager_id for one in _gone(cursor)}:
            raise WorkflowError("errors-pay-link-nobody")
        number = link_store.add(cursor, manager_id, hashed(token), until, at, actor.username)
        audit.append(cursor, actor, "pay-link", manager_id, {"link": number, "days": days})

    db.write(work)
    return Link(token, f"{PLACE}{token}", clock.local(until))


def looked_at(db: Database, token: str) -> Why | None:
    """Why a link does not open; None where it does. Nothing is told of whose it is, and nothing is used up:
    programs that show what is behind a link fetch it before the person does."""
    with db.read() as cursor:
        found = _taken(cursor, token)
    return None if isinstance(found, StoredLink) else found


def opened(db: Database, token: str) -> Statement | Why:
    """Open a link, once: the statement of whom it was made for. The trail says that it was opened, not by
    whom: whoever holds the secret can."""

    def work(cursor: Cursor) -> str | None:
        found = _taken(cursor, token)
        if not isinstance(found, StoredLink):
            return None
        at = audit.now()
        link_store.use(cursor, found.link_id, at)
        audit.append(cursor, _HOLDER, "pay-link-opened", found.manager_id, {"link": found.link_id})
        return found.manager_id

    # What cannot be opened is told before anything is written: who tries secrets leaves no trail.
    if (why := looked_at(db, token)) is not None:
        return why
    manager_id = db.write(work)
    return "used" if manager_id is None else standing.of_person(db, manager_id)


def hashed(token: str) -> str:
    """A secret as it is stored. It is as random as its hash is long, so nothing is added to it."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _taken(cursor: Cursor, token: str) -> StoredLink | Why:
    """The link of a secret, or why it does not open."""
    found = link_store.by_hash(cursor, hashed(token))
    if found is None:
        return "unknown"
    if found.used_at is not None:
        return "used"
    return "expired" if clock.local(audit.now()) > found.expires_at else found


def _gone(cursor: Cursor) -> list[Gone]:
    today = clock.today()
    left = people_store.gone(cursor, today)
    known = {one.manager_id: one for one in people_store.colleagues(cursor, today)}
    held: defaultdict[str, int] = defaultdict(int)
    for origin, own in ledger.position(ledger_store.entries(cursor)).items():
        held[origin.manager_id] += own.on("held")
    last = {link.manager_id: link for link in link_store.links(cursor)}
    found = [
        Gone(who, known[who].name, known[who].name_en, day, held[who], last.get(who))
        for who, day in left.items()
        if held[who] and who in known
    ]
    return sorted(found, key=lambda one: (one.left_on, one.manager_id), reverse=True)
