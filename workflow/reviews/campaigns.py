"""Campaigns of 360 reviews: begun, opened, extended, closed, called off; how far they are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from access import accounts, audit
from access.actor import Actor
from access.permissions import Action, allowed, require
from data import clock
from data.database import Cursor, Database
from data.stores.reviews import assignment_store, campaign_store, link_store
from data.stores.reviews.campaign_store import Kind
from data.stores.reviews.vault import vault
from scoring.errors import Phrase
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.reasons import needed
from workflow.reviews import forms, standing
from workflow.reviews.forms import Item
from workflow.reviews.standing import (
    CALLED_OFF,
    CLOSED,
    DRAFT,
    DRAWN,
    FEWEST,
    MINIMUM,
    OPEN,
    RELEASED,
    Campaign,
    Use,
    colleagues,
    every,
    found,
    happened,
    in_state,
    takes_answers,
)

__all__ = [
    "CALLED_OFF",
    "CLOSED",
    "DRAFT",
    "DRAWN",
    "MINIMUM",
    "OPEN",
    "RELEASED",
    "Campaign",
    "GroupProgress",
    "Progress",
    "RaterProgress",
    "Use",
    "call_off",
    "campaign",
    "campaigns",
    "close",
    "create",
    "events",
    "extend",
    "open_",
    "progress",
    "remind",
    "uses",
]


@dataclass(frozen=True)
class RaterProgress:
    """How much of what somebody is asked is handed in."""

    username: str
    name: str
    asked: int
    done: int


@dataclass(frozen=True)
class GroupProgress:
    """How many answers about a person a group has handed in; ``enough`` for something to be shown."""

    ratee_id: str
    name: str
    name_en: str
    team: str
    team_en: str
    group: str
    asked: int
    done: int
    minimum: int

    @property
    def enough(self) -> bool:
        """Whether there are so many that something of the group can be shown."""
        return self.done >= self.minimum


@dataclass(frozen=True)
class Progress:
    """Who has handed in how much, and how much there is about whom; never what."""

    raters: tuple[RaterProgress, ...]
    groups: tuple[GroupProgress, ...]

    @property
    def asked(self) -> int:
        """How many answers are asked for, of everybody together."""
        return sum(g.asked for g in self.groups)

    @property
    def done(self) -> int:
        """How many are handed in."""
        return sum(g.done for g in self.groups)


def campaigns(actor: Actor, db: Database) -> tuple[Campaign, ...]:
    """Every campaign, newest first."""
    _may_read(actor)
    with db.read() as cursor:
        return every(cursor)


def campaign(actor: Actor, db: Database, campaign_id: int) -> Campaign:
    """One campaign. WorkflowError where there is none."""
    _may_read(actor)
    with db.read() as cursor:
        return found(cursor, campaign_id)


def events(actor: Actor, db: Database, campaign_id: int) -> tuple[campaign_store.CampaignEvent, ...]:
    """What has happened to a campaign, oldest first. WorkflowError where there is none."""
    _may_read(actor)
    with db.read() as cursor:
        found(cursor, campaign_id)
        return tuple(campaign_store.events(cursor, campaign_id))


def create(
    actor: Actor,
    db: Database,
    name: str,
    period: Period,
    opens_on: dt.date,
    closes_on: dt.date,
    items: Sequence[Item] | None = None,
    minimum: Mapping[str, int] | None = None,
) -> int:
    """Begin a campaign; its number. A key of the vault is made where there is none and no answers need it.

    Raises
    ------
    WorkflowError : no name, a window that ends before it begins, items that cannot be asked, or a minimum
        below what keeps raters safe. VaultClosed : the key of answers that wait to be drawn is gone.
    """
    require(actor, Action.RUN_REVIEWS)
    called = name.strip()
    if not called:
        raise WorkflowError("errors-review-name")
    if closes_on < opens_on:
        raise WorkflowError("errors-review-window")
    kept = forms.stored(items or forms.default_items())
    least = {**MINIMUM, **(minimum or {})}
    for group, count in least.items():
        if group not in FEWEST or count < FEWEST[group]:
            raise WorkflowError(
                "errors-review-minimum", group=Phrase(f"rater-{group}"), fewest=FEWEST.get(group, 1)
            )

    def work(cursor: Cursor) -> int:
        vault(db.path, make=not any(held.state in (OPEN, CLOSED) for held in every(cursor)))
        number = campaign_store.add(
            *(cursor, called, period.code, (opens_on, closes_on), kept, least, actor.username), audit.now()
        )
        window = {"opens_on": opens_on.isoformat(), "closes_on": closes_on.isoformat()}
        audit.append(
            cursor, actor, "begin-reviews", str(number), {"name": called, "period": period.code, **window}
        )
        return number

    return db.write(work)


def open_(actor: Actor, db: Database, campaign_id: int) -> None:
    """Invite everybody who is assigned.

    Raises
    ------
    WorkflowError : it is no draft, nobody is assigned, or its window is over.
    """
    require(actor, Action.RUN_REVIEWS)

    def work(cursor: Cursor) -> None:
        held = found(cursor, campaign_id)
        in_state(held, DRAFT)
        if held.closes_on < clock.today():
            raise WorkflowError("errors-review-over", day=held.closes_on.isoformat())
        if not any(not a.withdrawn for a in assignment_store.of_campaign(cursor, campaign_id)):
            raise WorkflowError("errors-review-nobody")
        happened(cursor, actor, campaign_id, "opened", "open-reviews")

    db.write(work)


def extend(actor: Actor, db: Database, campaign_id: int, closes_on: dt.date, why: str) -> None:
    """Let an open campaign run longer.

    Raises
    ------
    WorkflowError : it is not open, the day is none after the last one, or no reason is given.
    """
    require(actor, Action.RUN_REVIEWS)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        held = found(cursor, campaign_id)
        in_state(held, OPEN)
        if closes_on <= held.closes_on:
            raise WorkflowError("errors-review-extend", day=held.closes_on.isoformat())
        happened(cursor, actor, campaign_id, "extended", "extend-reviews", closes_on=closes_on, why=reason)

    db.write(work)


def close(actor: Actor, db: Database, campaign_id: int, why: str) -> None:
    """End an open campaign before its last day; from then on nobody answers. WorkflowError where it is not
    open, or no reason is given."""
    _end(actor, db, campaign_id, "closed", "close-reviews", (OPEN,), why)


def call_off(actor: Actor, db: Database, campaign_id: int, why: str) -> None:
    """End a campaign without a result, before it is drawn. WorkflowError where it is drawn or called off, or
    no reason is given."""
    _end(actor, db, campaign_id, "called-off", "call-off-reviews", (DRAFT, OPEN, CLOSED), why)


def _end(
    actor: Actor, db: Database, campaign_id: int, kind: Kind, action: str, states: Sequence[str], why: str
) -> None:
    require(actor, Action.RUN_REVIEWS)
    reason = needed(why)

    def work(cursor: Cursor) -> None:
        in_state(found(cursor, campaign_id), *states)
        happened(cursor, actor, campaign_id, kind, action, why=reason)

    db.write(work)


def remind(actor: Actor, db: Database, campaign_id: int) -> int:
    """Remind everybody of what is not handed in; how many assignments that are. They read it on their page.

    Raises
    ------
    WorkflowError : no answers are taken today.
    """
    require(actor, Action.RUN_REVIEWS)

    def work(cursor: Cursor) -> int:
        held = found(cursor, campaign_id)
        takes_answers(held)
        left = [
            a.assignment_id
            for a in assignment_store.of_campaign(cursor, campaign_id)
            if a.rater and not a.done and not a.withdrawn
        ]
        assignment_store.add_events(cursor, left, "reminded", actor.username, audit.now())
        happened(cursor, actor, campaign_id, "reminded", "remind-raters", detail={"count": len(left)})
        return len(left)

    return db.write(work)


def progress(actor: Actor, db: Database, campaign_id: int) -> Progress:
    """How far a campaign is: by rater, and by person and group."""
    _may_read(actor)
    with db.read() as cursor:
        held = found(cursor, campaign_id)
        assigned = [a for a in assignment_store.of_campaign(cursor, campaign_id) if not a.withdrawn]
        links = [one for one in link_store.links(cursor, campaign_id) if not one.withdrawn]
        people = colleagues(cursor)
    who = accounts.everybody(db)
    asked, done = Counter[str](), Counter[str]()
    about, given = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for a in assigned:
        about[a.ratee_id, a.group] += a.asked
        if a.rater:
            asked[a.rater] += 1
            done[a.rater] += a.done
            given[a.ratee_id, a.group] += a.done
    issued = Counter((one.ratee_id, "customers") for one in links)
    for place, count in issued.items():
        about[place] = max(about[place], count)
    given.update((one.ratee_id, "customers") for one in links if one.used)
    names = {u: who[u].display_name if u in who else accounts.called(db, u) for u in asked}
    order = {group: k for k, group in enumerate(forms.GROUPS)}
    return Progress(
        tuple(RaterProgress(u, names[u], asked[u], done[u]) for u in sorted(asked)),
        tuple(
            GroupProgress(
                *(ratee, people[ratee].name, people[ratee].name_en, people[ratee].team),
                *(people[ratee].team_en, group, about[ratee, group], given[ratee, group]),
                held.minimum[group],
            )
            for ratee, group in sorted(about, key=lambda place: (place[0], order[place[1]]))
        ),
    )


def uses(actor: Actor, db: Database, held: Campaign) -> tuple[Use, ...]:
    """What becomes of each measure of a campaign by the scheme in force in its period."""
    _may_read(actor)
    return standing.uses(db, held)


def _may_read(actor: Actor) -> None:
    if not allowed(actor, Action.RELEASE_REVIEWS):
        require(actor, Action.RUN_REVIEWS)
