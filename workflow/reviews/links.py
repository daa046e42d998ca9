"""Customers answer by a link or its QR code, once, without an account. Nobody is kept: no name, no address,
no moment. Whoever holds the secret of a link may use it, so the functions for customers have no actor."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Cursor, Database
from data.stores import setting_store
from data.stores.reviews import ballot_store, link_store
from data.stores.reviews.link_store import StoredLink
from data.stores.reviews.vault import Vault, vault
from scoring.errors import Phrase
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.reviews import forms, standing
from workflow.reviews.assigning import MOST_CUSTOMERS
from workflow.reviews.forms import Item
from workflow.reviews.standing import DRAFT, OPEN, Campaign

PLACE = "/r/"
"""What stands in an address before the secret of a link: short, since it is read from a card."""
Why = Literal["unknown", "used", "expired", "closed"]
_KEYS: Mapping[Why, str] = {
    "unknown": "errors-link-unknown",
    "used": "errors-link-used",
    "expired": "errors-link-expired",
    "closed": "errors-link-closed",
}


@dataclass(frozen=True)
class Link:
    """A link as it is handed out, once: the secret, the address from the host on, and the last day on which
    it is taken unless the campaign is extended."""

    token: str
    url_path: str
    expires_on: dt.date


@dataclass(frozen=True)
class LinkCount:
    """How many links about a person were issued (withdrawn ones apart), used, and can still be used."""

    ratee_id: str
    issued: int
    used: int
    open: int


@dataclass(frozen=True)
class CustomerForm:
    """What a customer is shown: who is asked about, where, and what; nothing else of the branch."""

    ratee: str
    ratee_en: str
    position: str
    branch_zh: str
    branch_en: str
    items: tuple[Item, ...]
    until: dt.date


@dataclass(frozen=True)
class LinkError:
    """Why a link is not taken: ``key`` is the sentence. "closed" also of one that is not taken yet."""

    why: Why

    @property
    def key(self) -> str:
        """The id of the sentence in the catalogue."""
        return _KEYS[self.why]


def issue(actor: Actor, db: Database, campaign_id: int, ratee_id: str, count: int) -> tuple[Link, ...]:
    """New links for customers of a person. Their secrets are given here and kept nowhere.

    Raises
    ------
    WorkflowError : the campaign is over or asks customers nothing, nobody of that number is employed, or too
        many links.
    """
    require(actor, Action.RUN_REVIEWS)
    tokens = [secrets.token_urlsafe(32) for _ in range(max(0, min(count, MOST_CUSTOMERS)))]

    def work(cursor: Cursor) -> Campaign:
        held = standing.found(cursor, campaign_id)
        standing.in_state(held, DRAFT, OPEN)
        ratee = standing.colleagues(cursor).get(ratee_id)
        if ratee is None or not ratee.employed:
            raise WorkflowError("errors-review-ratee", manager=ratee_id)
        if not held.asked("customers"):
            raise WorkflowError("errors-review-group", group=Phrase("rater-customers"))
        there = sum(one.ratee_id == ratee_id for one in _standing(cursor, campaign_id))
        if count < 1 or there + count > MOST_CUSTOMERS:
            raise WorkflowError("errors-review-customers", most=MOST_CUSTOMERS)
        hashes = [hashed(token) for token in tokens]
        link_store.add(cursor, campaign_id, ratee_id, hashes, actor.username, audit.now())
        audit.append(cursor, actor, "issue-links", str(campaign_id), {"ratee": ratee_id, "count": count})
        return held

    until = db.write(work).closes_on
    return tuple(Link(token, f"{PLACE}{token}", until) for token in tokens)


def withdraw_unused(actor: Actor, db: Database, campaign_id: int, ratee_id: str, why: str) -> int:
    """Take back the links about a person that nobody has used; how many. WorkflowError without a reason."""
    require(actor, Action.RUN_REVIEWS)
    reason = needed(why)

    def work(cursor: Cursor) -> int:
        standing.found(cursor, campaign_id)
        left = [
            one.link_id for one in _standing(cursor, campaign_id) if one.ratee_id == ratee_id and not one.used
        ]
        link_store.withdraw(cursor, left, actor.username, reason, audit.now())
        detail = {"ratee": ratee_id, "count": len(left), "why": reason}
        audit.append(cursor, actor, "withdraw-links", str(campaign_id), detail)
        return len(left)

    return db.write(work)


def counts(actor: Actor, db: Database, campaign_id: int) -> tuple[LinkCount, ...]:
    """Links by person, in order of the persons' numbers. WorkflowError where there is no such campaign."""
    require(actor, Action.RUN_REVIEWS)
    with db.read() as cursor:
        held = standing.found(cursor, campaign_id)
        links = _standing(cursor, campaign_id)
    found = []
    for ratee in sorted({one.ratee_id for one in links}):
        used = [one.used for one in links if one.ratee_id == ratee]
        found.append(
            LinkCount(ratee, len(used), sum(used), used.count(False) if held.state in (DRAFT, OPEN) else 0)
        )
    return tuple(found)


def opened(db: Database, token: str) -> CustomerForm | LinkError:
    """What a link opens, or why it is not taken."""
    with db.read() as cursor:
        found = _taken(cursor, token)
        if isinstance(found, LinkError):
            return found
        link, held = found
        ratee = standing.colleagues(cursor)[link.ratee_id]
    branch = setting_store.remembered(db)
    return CustomerForm(
        ratee=ratee.name,
        ratee_en=ratee.name_en,
        position=ratee.position,
        branch_zh=branch.get("name_zh") or "",
        branch_en=branch.get("name_en") or "",
        items=held.asked("customers"),
        until=held.closes_on,
    )


def answer(
    db: Database,
    token: str,
    answers: Mapping[str, int | None],
    cannot: Iterable[str],
    comments: Mapping[str, str],
) -> None:
    """Hand in a customer's answer: once a link. It leaves no entry in the trail, which would say when.

    Raises
    ------
    WorkflowError : the link is not taken (``errors-link-…``), or the answers are not complete.
    """

    def work(cursor: Cursor) -> Vault:
        found = _taken(cursor, token)
        if isinstance(found, LinkError):
            raise WorkflowError(found.key)
        link, held = found
        items = held.asked("customers")
        given = forms.whole(items, forms.taken(items, answers, cannot, comments))
        link_store.use(cursor, [link.link_id])
        said = {"group": "customers", "ratee": link.ratee_id, **given.kept()}
        keys = vault(db.path)
        ballot_store.cast(cursor, keys, held.campaign_id, forms.room(held.items), [said])
        return keys

    db.write(work).settle()


def hashed(token: str) -> str:
    """A secret as it is stored. It is as random as its hash is long, so nothing is added to it."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _standing(cursor: Cursor, campaign_id: int) -> list[StoredLink]:
    return [one for one in link_store.links(cursor, campaign_id) if not one.withdrawn]


def _taken(cursor: Cursor, token: str) -> tuple[StoredLink, Campaign] | LinkError:
    """The link of a secret with its campaign, or why it is not taken today."""
    link = link_store.by_hash(cursor, hashed(token))
    if link is None:
        return LinkError("unknown")
    if link.used:
        return LinkError("used")
    held = standing.found(cursor, link.campaign_id)
    if clock.today() > held.closes_on:
        return LinkError("expired")
    if link.withdrawn or not held.is_open(clock.today()):
        return LinkError("closed")
    return link, held
