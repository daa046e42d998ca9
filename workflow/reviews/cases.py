"""Ratings that the calibration meeting looks at, as they stand, for modules that have asked `access`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from access.actor import Actor
from data.database import Cursor
from data.stores.reviews import calibration_store, figure_store
from data.stores.reviews.calibration_store import CaseEvent, CaseMember, StoredCase
from workflow import blind
from workflow.errors import WorkflowError

PROPOSED, CONFIRMED, TURNED_DOWN = "proposed", "confirmed", "turned-down"


@dataclass(frozen=True)
class Change:
    """What one person proposes a rating to become (0–100), because, by which anchor (item, level), and what
    another person decided: ``state`` "proposed", "confirmed" or "turned-down"."""

    value: float
    item: str
    level: int
    why: str
    proposed_by: str
    state: str
    decided_by: str
    decided_why: str


@dataclass(frozen=True)
class Case(StoredCase):
    """A rating that is looked at: who votes, why it was called off (None: it was not), the last change that
    was proposed."""

    members: tuple[CaseMember, ...]
    called_off: str | None
    change: Change | None

    @property
    def state(self) -> str:
        """Of the vote, see :func:`workflow.blind.state`."""
        return blind.state(self.done, len(self.members), self.deadline, self.called_off)

    @property
    def done(self) -> int:
        """How many have voted."""
        return sum(m.done for m in self.members)

    @property
    def quorate(self) -> bool:
        """Whether so many have voted that there is a result once it is closed."""
        return self.done >= self.quorum

    @property
    def pending(self) -> bool:
        """Whether something is still to be decided, so that nothing can be released."""
        undecided = self.change is not None and self.change.state == PROPOSED
        return self.state == blind.OPEN or undecided

    def asks(self, actor: Actor) -> bool:
        """Whether `actor` votes."""
        return any(m.username == actor.username for m in self.members)


@dataclass(frozen=True)
class Calibrated:
    """A confirmed change of a total: rated ``rated``, calibrated ``value``, by whom (user names), because."""

    rated: float
    value: float
    by: tuple[str, str]
    why: str
    item: str
    level: int


def counted_totals(cursor: Cursor, campaign_id: int) -> dict[tuple[str, str], float]:
    """What counts of a drawn campaign, by person and measure (0–100): the totals, those that were calibrated
    as they were; without those of nobody."""
    totals = figure_store.totals(cursor, campaign_id)
    changed = {place: one.value for place, one in calibrated(cursor, campaign_id).items()}
    return {place: value for place, value in {**totals, **changed}.items() if not math.isnan(value)}


def calibrated(cursor: Cursor, campaign_id: int) -> dict[tuple[str, str], Calibrated]:
    """The confirmed changes of a campaign by person and measure."""
    found = {}
    for held in of_campaign(cursor, campaign_id):
        change = held.change
        if change is not None and change.state == CONFIRMED:
            by = (change.proposed_by, change.decided_by)
            found[held.ratee_id, held.measure] = Calibrated(
                held.rated, change.value, by, change.why, change.item, change.level
            )
    return found


def nothing_pending(cursor: Cursor, campaign_id: int) -> None:
    """Raise WorkflowError while a case of a campaign is still to be decided."""
    waiting = [held.case_id for held in of_campaign(cursor, campaign_id) if held.pending]
    if waiting:
        raise WorkflowError("errors-calibration-pending", count=len(waiting), case=waiting[0])


def of_campaign(cursor: Cursor, campaign_id: int) -> tuple[Case, ...]:
    """The cases of a campaign, oldest first."""
    members = calibration_store.members(cursor, campaign_id)
    events = calibration_store.events(cursor, campaign_id)
    made = []
    for stored in calibration_store.cases(cursor, campaign_id):
        own_events = [e for e in events if e.case_id == stored.case_id]
        off = next((e.why or "" for e in own_events if e.kind == "called-off"), None)
        asked = tuple(m for m in members if m.case_id == stored.case_id)
        made.append(Case(**vars(stored), members=asked, called_off=off, change=_change(own_events)))
    return tuple(made)


def _change(events: Iterable[CaseEvent]) -> Change | None:
    found: Change | None = None
    for e in events:
        if e.kind == "proposed" and e.value is not None and e.item is not None and e.level is not None:
            found = Change(e.value, e.item, e.level, e.why or "", e.by, PROPOSED, "", "")
        elif e.kind in (CONFIRMED, TURNED_DOWN) and found is not None:
            parts = {**vars(found), "state": e.kind, "decided_by": e.by, "decided_why": e.why or ""}
            found = Change(**parts)
    return found


def case(cursor: Cursor, case_id: int) -> Case:
    """One case; WorkflowError where there is none."""
    campaign = calibration_store.campaign_of(cursor, case_id)
    found = [] if campaign is None else [c for c in of_campaign(cursor, campaign) if c.case_id == case_id]
    if not found:
        raise WorkflowError("errors-calibration-unknown", case=case_id)
    return found[0]
