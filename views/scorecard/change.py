"""Why the total changed: from the last one to this one, step by step as totals are made; nothing is left
over."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import streamlit as st

from documents.clauses import working
from scoring.apportion import adding_up
from ui import page
from ui.tables import Cell, Column, Table
from words import format as fmt
from words.text import Text
from workflow.results.scorecards import Change, IndicatorLine, Scorecard

LARGEST_SHOWN = 6
_MARGIN = 0.12
"""How much of the scale is left free beside the bars."""


class ChangeLine(NamedTuple):
    """A step of the change: its name, what went before and after, its points, and the totals it leads between
    (of the totals themselves NaN and the total)."""

    name: str
    went: str
    points: float
    start: float
    end: float


def last(card: Scorecard, t: Text) -> str:
    """What the period before is called: last month where it is that one, else by its name."""
    period, before = card.when, card.when.previous()
    if len(card.periods) < 2 or card.periods[-2] == before.code:
        return t("last-period", cycle=period.kind)
    return fmt.period(card.periods[-2], t.lang)


def title(card: Scorecard, t: Text) -> str:
    """By how much the total is higher or lower than the last."""
    size = round(card.total_change, 2)
    key = "change-same" if not size else "change-higher" if size > 0 else "change-lower"
    return t(key, last=last(card, t), size=fmt.number(abs(size)))


def lines(card: Scorecard, t: Text) -> list[ChangeLine]:
    """The last total, every step with points that add up, and this total."""
    change = card.change
    if change is None:
        return []
    raw = [(name, went, points) for name, went, points in _steps(card, change, t) if points]
    shown = adding_up([points for _, _, points in raw], card.total_change)
    at = card.totals[-2]
    found = [ChangeLine(fmt.period(card.periods[-2], t.lang), "", math.nan, math.nan, at)]
    for (name, went, _), points in zip(raw, shown, strict=True):
        if points:
            found.append(ChangeLine(name, went, points, at, round(at + points, 2)))
            at = found[-1].end
    found.append(ChangeLine(fmt.period(card.periods[-1], t.lang), "", math.nan, math.nan, card.total))
    return found


def _steps(card: Scorecard, change: Change, t: Text) -> Iterator[tuple[str, str, float]]:
    """(name, what went before and after, exact points) of each step."""
    now = {line.step.indicator.code: line for line in card.lines}
    own = sorted(change.steps.by_indicator.items(), key=lambda pair: -abs(pair[1]))
    for code, points in own[:LARGEST_SHOWN]:
        yield t.name(change.names[code], code), _values(now.get(code), t), points
    rest = own[LARGEST_SHOWN:]
    yield t("change-other", indicators=len(rest)), "", math.fsum(points for _, points in rest)
    gaps = change.steps.by_gap
    if gaps:
        missing = t("list-joint").join(
            t.name(change.names[code], code) for code in gaps if _gap_either(now.get(code))
        )
        yield t("change-gaps"), missing, math.fsum(gaps.values())
    done = change.steps
    steps = (done.rules, done.additions, done.deductions, done.limits, done.veto, done.held)
    names = ("step-rules", "step-additions", "step-deductions", "change-limits", "step-veto", "step-held")
    for name, points, after in zip(names, steps, card.after_mean, strict=True):
        if name == "step-held" and not points and not after:
            continue
        before = round(after - points, 9)
        yield t(name), t("change-went", before=fmt.plus(before), after=fmt.plus(after)), points


def _values(line: IndicatorLine | None, t: Text) -> str:
    """What was measured before and now."""
    if line is None or len(line.values) < 2:
        return ""
    before, after = (
        fmt.DASH if math.isnan(value) else working.amount(value, line.step, t) for value in line.values[-2:]
    )
    return t("change-went", before=before, after=after)


def _gap_either(line: IndicatorLine | None) -> bool:
    """Whether an indicator had no score in one of the two periods."""
    return line is not None and any(math.isnan(score) for score in line.scores[-2:])


def show(card: Scorecard, t: Text) -> None:
    """The card: a bar for every step between the two totals, which is its own table."""
    found = lines(card, t)
    if not found or card.change is None:
        with page.card(t("change-title-none"), t(f"uncompared-{card.uncompared}", last=last(card, t))):
            return
    ends = [line.end for line in found]
    low, high = min(ends), max(ends)
    free = max((high - low) * _MARGIN, 0.5)

    def bar(line: ChangeLine) -> Cell:
        return (line.end,) if math.isnan(line.start) else (line.start, line.end)

    def points(line: ChangeLine) -> str:
        return fmt.number(line.end) if math.isnan(line.points) else fmt.plus(line.points)

    key = "change-note-scheme" if card.change.scheme_changed else "change-note"
    # The table's first and last lines are the two periods; a pocket calculator gets from one to the other.
    steps = " ".join(points(line) for line in found[:-1])
    note = t(key, steps=steps, total=points(found[-1]), before=found[0].name, after=found[-1].name)
    with page.card(title(card, t), note):
        Table(
            [
                Column("name", t("change-what"), lambda line: line.name, "strong", wrap=True),
                Column("bar", t("score-points"), bar, "fall", min=low - 2 * free, max=high + free),
                Column("points", t("change-points"), points, "strong", right=True),
                Column("went", t("change-from-to"), lambda line: line.went, "muted", wrap=True),
            ],
            found,
            lambda line: line.name,
        ).show("change", title(card, t))
        if card.change.scheme_changed:
            factors = list(card.change.parts)
            parts = zip(factors, adding_up(list(card.change.parts.values()), card.total_change), strict=True)
            st.caption(" · ".join(f"{t(f'factor-{name}')} {fmt.plus(part)}" for name, part in parts))
