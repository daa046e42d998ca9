"""The figures of a result that somebody can object to, each by the key of the fact that it stands for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.facts import Fact
from data.stores import indicator_store
from data.stores.intake import event_store, value_store
from scoring.change.levers import measures
from scoring.periods import Period
from workflow.errors import WorkflowError
from workflow.results import shown
from workflow.results.period_sheets import PeriodSheet

MEASUREMENT, TARGET, EVENT, RESULT = "measurement", "target", "event", "result"
SUBJECTS = (MEASUREMENT, TARGET, EVENT, RESULT)


@dataclass(frozen=True)
class Figure:
    """A figure that can be objected to.

    ``subject``: the table of its fact, "result" for the result as a whole; ``key``: that of the fact;
    ``code``: of the measure, or the kind of event; ``names`` by language; ``value``: as it counted, None
    where it is no number; ``said``: of an event what it rests on.
    """

    subject: str
    key: Mapping[str, str]
    code: str
    names: Mapping[str, str]
    unit: str
    value: float | None
    said: str = ""

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return "/".join((self.subject, *self.key.values()))


def figures(actor: Actor, db: Database, manager_id: str, period: Period) -> tuple[Figure, ...]:
    """What somebody can object to in a period's result: measured values and personal targets that count,
    additions, deductions and vetoes, and the result as a whole.

    Raises
    ------
    WorkflowError : the period is not shown to the actor, or the person has no result in it.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    (found,) = shown.sheets(db, actor, [period])
    row = found.sheet.measurements.row.get(manager_id)
    if row is None:
        raise WorkflowError("errors-person-unknown", period=period.code, manager=manager_id)
    with db.read() as cursor:
        measured = _measured(cursor, found, manager_id, period)
        events = tuple(_events(cursor, manager_id, period))
    return (*measured, *events, Figure(RESULT, {"manager_id": manager_id}, "", {}, "", None))


def _measured(cursor: Cursor, found: PeriodSheet, manager_id: str, period: Period) -> tuple[Figure, ...]:
    sheet, scheme = found.sheet, found.scheme
    row = sheet.measurements.row[manager_id]
    library = {i.code: i for i in indicator_store.indicators(cursor)}
    longer = {i.code: period.as_kind(i.frequency).code for i in scheme.indicators if i.frequency}
    carried = {
        code: label
        for (person, code), label in sheet.measurements.carried_from.items()
        if person == manager_id
    }
    labels = sorted({period.code, *longer.values(), *carried.values()})
    stored = {(s.indicator, s.period) for s in value_store.sources(cursor, manager_id, labels)}
    made = []
    for code in measures(sheet):
        candidates = [carried[code]] if code in carried else [period.code, longer.get(code, period.code)]
        label = next((one for one in candidates if (code, one) in stored), candidates[0])
        key = {"manager_id": manager_id, "period": label, "indicator_code": code}
        known, scored = library.get(code), scheme.by_code.get(code)
        names, unit = {"zh": code, "en": code}, ""
        if scored is not None:
            names, unit = dict(scored.name), scored.unit
        elif known is not None:
            names, unit = {"zh": known.name, "en": known.name_en}, known.unit
        value = float(sheet.measurements.column(sheet.measurements.values, code)[row])
        counted = None if math.isnan(value) else value
        made.append(Figure(MEASUREMENT, key, code, names, unit, counted))
        target = float(sheet.measurements.column(sheet.measurements.targets, code)[row])
        if not math.isnan(target):
            made.append(Figure(TARGET, key, code, names, unit, target))
    return tuple(made)


def _events(cursor: Cursor, manager_id: str, period: Period) -> Iterator[Figure]:
    for event in event_store.events_of(cursor, manager_id, period.code):
        key = {
            "manager_id": manager_id,
            "period": event.period,
            "kind": event.kind,
            "identity": event.identity,
        }
        said = event.reason or event.document or ""
        yield Figure(EVENT, key, event.kind, {}, "", event.points, said)


def corrected(cursor: Cursor, subject: str, key: Mapping[str, str], value: float | None) -> Fact | None:
    """The fact that a figure becomes: a measured value or target with another number, an event with other
    points; None stands for one that is taken back. Of the result as a whole there is no fact."""
    if subject == RESULT:
        return None
    if subject == EVENT:
        return _event(cursor, key, value)
    number = None if value is None else float(value)
    values: dict[str, object] = {**key, "value": number}
    if subject == MEASUREMENT:
        values["own_value"] = _own(cursor, key, number)
    return Fact(subject, values, withdrawn=number is None)


def _own(cursor: Cursor, key: Mapping[str, str], number: float | None) -> float | None:
    """The value without what was inherited: that part of it stays as it is."""
    stored = value_store.sources(cursor, key["manager_id"], [key["period"]])
    before = next((s for s in reversed(stored) if s.indicator == key["indicator_code"]), None)
    if before is None or number is None or math.isnan(before.own_value):
        return None
    return number - (before.value - before.own_value)


def _event(cursor: Cursor, key: Mapping[str, str], value: float | None) -> Fact:
    events = event_store.events_of(cursor, key["manager_id"], key["period"])
    held = next((e for e in events if e.kind == key["kind"] and e.identity == key["identity"]), None)
    if held is None:
        raise WorkflowError("errors-fact-unknown", fact=", ".join(key.values()))
    said = {"points": held.points if value is None else float(value)}
    values = {**key, **said, "reason": held.reason, "document": held.document, "finding": held.finding}
    return Fact(EVENT, values, withdrawn=value is None)
