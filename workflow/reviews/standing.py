"""A campaign as it stands today, for modules that have asked `access`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from data import clock
from data.database import Cursor, Database
from data.stores import people_store
from data.stores.people_store import Colleague
from data.stores.reviews import campaign_store
from data.stores.reviews.campaign_store import Kind, StoredCampaign
from scoring.periods import Period, parse_period
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.reviews import forms
from workflow.reviews.forms import Item

DRAFT, OPEN, CLOSED, DRAWN, RELEASED, CALLED_OFF = (
    "draft",
    "open",
    "closed",
    "drawn",
    "released",
    "called-off",
)
MINIMUM: Mapping[str, int] = {"superior": 1, "peers": 4, "customers": 5, "self": 1}
"""The fewest raters of a group of whom anything is shown, unless a campaign asks for more."""
FEWEST: Mapping[str, int] = {"superior": 1, "peers": 4, "customers": 4, "self": 1}
"""What a campaign cannot go below."""
NOT_ANONYMOUS_BELOW = 8
"""With fewer peers asked about somebody the form says: confidential, not anonymous."""
_LAST_STATE = {
    "opened": OPEN,
    "closed": CLOSED,
    "drawn": DRAWN,
    "released": RELEASED,
    "called-off": CALLED_OFF,
}


@dataclass(frozen=True)
class Campaign:
    """A campaign: ``minimum`` raters by group, window from ``opens_on`` to ``closes_on`` (both included),
    ``state`` as of today."""

    campaign_id: int
    name: str
    period: Period
    opens_on: dt.date
    closes_on: dt.date
    items: tuple[Item, ...]
    minimum: Mapping[str, int]
    state: str
    created_by: str
    created_at: dt.datetime

    def is_open(self, today: dt.date) -> bool:
        """Whether answers are taken on a day."""
        return self.state == OPEN and self.opens_on <= today <= self.closes_on

    def asked(self, group: str) -> tuple[Item, ...]:
        """The items that a group is asked."""
        return forms.asked(self.items, group)


@dataclass(frozen=True)
class Use:
    """What becomes of a measure: its items; as an indicator of the scheme in force the weight of each
    group and how many extreme raters fall away. Without weights it is for development only."""

    measure: str
    items: tuple[Item, ...]
    weights: Mapping[str, float]
    minimum: Mapping[str, int]
    trim: int

    @property
    def scored(self) -> bool:
        """Whether it becomes a measured value."""
        return bool(self.weights)


def uses(db: Database, held: Campaign) -> tuple[Use, ...]:
    """What becomes of each measure of a campaign by the scheme in force in its period."""
    try:
        rules = {i.code: i.rule for i in schemes.in_force(db, held.period).indicators}
    except WorkflowError:
        rules = {}
    made = []
    for measure in dict.fromkeys(item.measure for item in held.items):
        items = tuple(item for item in held.items if item.measure == measure)
        rule = rules.get(measure) if items[0].indicator else None
        weights = dict(rule.rater_weights) if rule else {}
        asked = rule.fewest_raters if rule else {}
        least = {group: max(count, asked.get(group, 0)) for group, count in held.minimum.items()}
        made.append(Use(measure, items, weights, least, rule.trimmed_raters if rule else 0))
    return tuple(made)


def colleagues(cursor: Cursor) -> dict[str, Colleague]:
    """Everybody of the branch by manager_id, in today's teams."""
    return {one.manager_id: one for one in people_store.colleagues(cursor, clock.today())}


def every(cursor: Cursor) -> tuple[Campaign, ...]:
    """Every campaign as it stands today, newest first."""
    return tuple(_campaign(stored) for stored in campaign_store.campaigns(cursor))


def found(cursor: Cursor, campaign_id: int) -> Campaign:
    """A campaign as it stands within a transaction; WorkflowError where there is none."""
    for held in every(cursor):
        if held.campaign_id == campaign_id:
            return held
    raise WorkflowError("errors-review-unknown", campaign=campaign_id)


def _campaign(stored: StoredCampaign) -> Campaign:
    state = DRAFT if stored.last is None else _LAST_STATE[stored.last]
    if state == OPEN and clock.today() > stored.closes_on:
        state = CLOSED
    return Campaign(
        campaign_id=stored.campaign_id,
        name=stored.name,
        period=parse_period(stored.period),
        opens_on=stored.opens_on,
        closes_on=stored.closes_on,
        items=forms.items_of(stored.items),
        minimum=stored.minimum,
        state=state,
        created_by=stored.created_by,
        created_at=stored.created_at,
    )


def in_state(held: Campaign, *states: str) -> None:
    """Raise WorkflowError unless a campaign is in one of `states`."""
    if held.state not in states:
        raise WorkflowError("errors-review-state", state=held.state)


def takes_answers(held: Campaign) -> None:
    """Raise WorkflowError unless answers are taken today."""
    in_state(held, OPEN)
    if not held.is_open(clock.today()):
        raise WorkflowError("errors-review-not-yet", day=held.opens_on.isoformat())


def happened(
    cursor: Cursor,
    actor: Actor,
    campaign_id: int,
    kind: Kind,
    action: str,
    *,
    closes_on: dt.date | None = None,
    detail: Mapping[str, object] | None = None,
    why: str | None = None,
    at: dt.datetime | None = None,
) -> None:
    """Add to the life of a campaign, and to the trail; `at` (UTC) is when, where the past is told."""
    when, by = at or audit.now(), actor.username
    campaign_store.add_event(cursor, campaign_id, kind, by, when, closes_on=closes_on, detail=detail, why=why)
    until = {"closes_on": closes_on} if closes_on else {}
    audit.append(cursor, actor, action, str(campaign_id), {"why": why, **until, **(detail or {})})
