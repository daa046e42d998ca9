"""From the weighted mean to the total, in words: every addition, deduction, limit, cap and veto, with what it
rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from documents.clauses import met
from scoring.apportion import adding_up
from scoring.scheme.parts import ENTRY, TOTAL
from scoring.sheet.explain import TotalStep
from words import format as fmt
from words.text import Text
from workflow.results.card.adjustments import Adjustment
from workflow.results.scorecards import Scorecard

_KINDS = {"additions": "addition", "deductions": "deduction", "veto": "veto"}
_SHOWN = 0.005
"""What rounding to the decimals on the screen may change; more than that is a step of its own."""


class TotalLine(NamedTuple):
    """A step of the total as shown: its kind (of the engine, "entry", "pending" or "late"), what it rests on,
    and points that add up; NaN where it does not count. ``running`` is where the total stands after it."""

    kind: str
    name: str
    why: str
    points: float
    running: float


def lines(card: Scorecard, t: Text) -> list[TotalLine]:
    """Every step of a card's total, and the events that do not count in it; none where there is no total."""
    raw = [line for step in card.explanation.totals for line in _lines(step, card, t)]
    if not raw:
        return []
    shown = adding_up([line.points for line in raw], card.total)
    found, running = [], 0.0
    for line, points in zip(raw, shown, strict=True):
        running = round(running + points, 2)
        apart = fmt.number(points) != fmt.number(line.points)
        note = t("explain-apportioned", exact=fmt.number(line.points)) if apart else ""
        if line.kind == "mean":
            note += _kinds(card, points, t)
        found.append(line._replace(points=points, running=running, why=line.why + note))
    found += _without_points(card, t)
    return found + [_uncounted(event, t) for event in card.adjustments.events if not event.counted]


def _kinds(card: Scorecard, mean: float, t: Text) -> str:
    """How much of the mean is measured and how much is judged by people, where there is both."""
    weights = card.scheme.kind_weights()
    if not all(weights.values()) or math.isnan(card.kind_contributions[0]):
        return ""
    shown = adding_up(card.kind_contributions, mean)
    figures = {kind: fmt.number(points) for kind, points in zip(weights, shown, strict=True)}
    return t("why-kinds", **figures)


def points(card: Scorecard, t: Text) -> tuple[list[float], list[float]]:
    """The points and the weights of the indicators as they add up, with the decimals on the screen, to the
    first step of the total and to the points of the scheme; NaN where there are none."""
    steps = [line.step for line in card.lines]
    contributions = [math.nan if s.contribution is None else s.contribution for s in steps]
    total = lines(card, t)
    mean = total[0].points if total else math.nan
    return adding_up(contributions, mean), adding_up(
        [s.effective_weight for s in steps], card.scheme.points, 1
    )


def _lines(step: TotalStep, card: Scorecard, t: Text) -> Iterator[TotalLine]:
    """The lines of one step of the engine: one for each event, where those are known."""
    scheme = card.scheme
    limits = {
        "additions-limit": scheme.additions_limit,
        "deductions-limit": scheme.deductions_limit,
        "cap": scheme.cap,
        "floor": 0.0,
    }
    name = t(f"step-{step.kind}")
    events = [e for e in card.adjustments.events if e.counted and e.kind == _KINDS.get(step.kind)]
    if step.kind == "rounding":
        if abs(step.amount) > _SHOWN + 1e-9:
            yield TotalLine(step.kind, name, t("why-rounding", decimals=scheme.decimals), step.amount, 0.0)
    elif step.kind == "mean":
        geometric = scheme.aggregation == "geometric"
        why = t("why-geometric") if geometric else t("why-mean", indicators=len(card.lines))
        yield TotalLine(step.kind, name, why, step.amount, 0.0)
    elif step.kind == "sections":
        said = [
            met.condition(one, card, t)
            for one in card.explanation.conditions
            if one.held and one.condition.section
        ]
        why = t("clause-joint").join([*said, t(f"why-sections-{scheme.combine}")])
        yield TotalLine(step.kind, name, why, step.amount, 0.0)
    elif step.kind == "conditions":
        for one in card.explanation.conditions:
            if one.condition.on == TOTAL and one.held and one.before is not None and one.after is not None:
                why = met.condition(one, card, t)
                yield TotalLine(step.kind, name, why, one.after - one.before, 0.0)
    elif step.kind in limits:
        yield TotalLine(
            step.kind, name, t(f"why-{step.kind}", limit=fmt.quantity(limits[step.kind])), step.amount, 0.0
        )
    elif step.kind == "held":
        yield TotalLine(step.kind, name, t("why-held"), step.amount, 0.0)
    elif step.kind == "veto":
        veto = scheme.veto
        ceiling = t("why-veto", ceiling=fmt.quantity(veto.ceiling), grade=veto.grade)
        reasons = [reason(event, t) for event in events] or [t("why-unknown")]
        yield TotalLine(step.kind, name, t("clause-joint").join([*reasons, ceiling]), step.amount, 0.0)
    elif not events:
        yield TotalLine(step.kind, name, t("why-unknown"), step.amount, 0.0)
    else:
        for event in events:
            yield TotalLine(step.kind, name, reason(event, t), math.copysign(event.points, step.amount), 0.0)


def _without_points(card: Scorecard, t: Text) -> Iterator[TotalLine]:
    """Conditions on the entry that hold, and those that could not be told."""
    for one in card.explanation.conditions:
        kind = "conditions" if one.held is None else "entry"
        if one.held is None or (one.held and one.condition.on == ENTRY):
            yield TotalLine(kind, t(f"step-{kind}"), met.condition(one, card, t), math.nan, math.nan)


def _uncounted(event: Adjustment, t: Text) -> TotalLine:
    kind = "late" if event.late else "pending"
    size = "" if event.kind == "veto" else t("why-size", points=fmt.number(event.points))
    why = t(f"why-{kind}", reason=reason(event, t), size=size)
    return TotalLine(kind, t(f"step-{event.kind}"), why, math.nan, math.nan)


def reason(event: Adjustment, t: Text) -> str:
    """What an event rests on: its reason, document and finding."""
    said = [event.reason or t("why-no-reason")]
    if event.document:
        said.append(t("why-document", document=event.document))
    if event.finding:
        said.append(t("why-finding", finding=t(f"finding-{event.finding}")))
    return t("comma-joint").join(said)


def title(found: list[TotalLine], card: Scorecard, t: Text) -> str:
    """The steps in one line: what the indicators brought and what became of it."""
    if not found:
        return t("total-title-none")
    parts = [t("total-mean", points=fmt.number(found[0].points))]
    sums: dict[str, float] = {}
    for line in found[1:]:
        if not math.isnan(line.points):
            sums[line.name] = sums.get(line.name, 0.0) + line.points
    parts += [t("total-part", name=name, points=fmt.plus(points)) for name, points in sums.items()]
    return t("total-title", total=fmt.number(card.total), parts=t("comma-joint").join(parts))
