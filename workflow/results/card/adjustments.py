"""The additions, deductions and vetoes behind a total: each with its reason, document and finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.arrays import COUNTED_FINDINGS
from data.database import Cursor
from data.stores import sheet_store
from data.stores.intake import event_store
from data.stores.intake.event_store import Event
from scoring import Measurements
from scoring.thresholds import hair


@dataclass(frozen=True)
class Adjustment:
    """One event; ``points`` as recorded, above 0 (of a veto 0). ``counted`` whether it is in the result that
    is shown; ``late`` whether it would count, but was recorded after that result was published."""

    kind: str
    points: float
    reason: str
    document: str
    finding: str
    counted: bool = False
    late: bool = False


@dataclass(frozen=True)
class Adjustments:
    """A person's events in a period; ``known`` whether those that counted are still on record and make up
    what counted."""

    events: tuple[Adjustment, ...]
    known: bool


def adjustments(cursor: Cursor, manager_id: str, period: str, measured: Measurements) -> Adjustments:
    """What stands behind the additions, deductions and veto of a person in a result that was made from
    `measured`. Of a published result the events as they stood then count; what holds today and did not count
    is told besides."""
    today = event_store.events_of(cursor, manager_id, period)
    published = sheet_store.current(cursor, [period])
    counted = [event for event in today if _counts(event)]
    known = _agree(counted, manager_id, measured)
    if not known and published:
        held = published[0]
        then = event_store.events_of(cursor, manager_id, period, held.facts_at, held.corrections)
        counted = [event for event in then if _counts(event)]
        known = _agree(counted, manager_id, measured)
    if not known:
        counted = []
    keys = {event.key for event in counted}
    others = [_adjustment(event) for event in today if event.key not in keys]
    return Adjustments(
        (
            *(replace(_adjustment(event), counted=True) for event in counted),
            *(replace(event, late=_counts_by(event.finding)) for event in others),
        ),
        known,
    )


def _adjustment(event: Event) -> Adjustment:
    said = (event.reason or "", event.document or "", event.finding or "")
    return Adjustment(event.kind, event.points or 0.0, *said)


def _counts(event: Event) -> bool:
    return _counts_by(event.finding or "")


def _counts_by(finding: str) -> bool:
    return not finding or finding in COUNTED_FINDINGS


def _agree(events: Sequence[Event], manager_id: str, measured: Measurements) -> bool:
    """Whether these events make up what counted."""
    row = measured.row[manager_id]

    def counted(points: np.ndarray | None) -> float:
        return 0.0 if points is None else float(points[row])

    def recorded(kind: str) -> float:
        return sum(event.points or 0.0 for event in events if event.kind == kind)

    vetoed = measured.vetoes is not None and bool(measured.vetoes[row])
    return (
        all(
            abs(recorded(kind) - counted(points)) <= hair(recorded(kind))
            for kind, points in (("addition", measured.additions), ("deduction", measured.deductions))
        )
        and any(event.kind == "veto" for event in events) == vetoed
    )
