"""A scorecard in words: what stands on its page, whichever file it is written to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from documents import total
from documents.tables import Cell, Figure, number, share
from documents.total import TotalLine
from words import format as fmt
from words.text import Text, leading
from workflow.receipts import Receipt
from workflow.results.scorecards import IndicatorLine, Scorecard

SHORT = 8
"""So many digits of a result's hash are printed; the whole one is on the page of periods."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """A scorecard as it is read; texts are plain, points add up as they are shown."""

    manager_id: str
    name: str
    branch: str
    period: str
    state: str
    mark: str
    identity: Pairs
    figures: Pairs
    lines: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]
    steps: tuple[TotalLine, ...]
    signed: str
    """When the manager signed for it, where that was done on the dashboard; "" else."""
    foot: str


def heads(t: Text) -> list[str]:
    """The headings of a card's indicators."""
    keys = ("indicator", "paper-unit", "target", "actual", "completion", "score", "weight", "explain-points")
    return [t(key) for key in ("paper-class", *keys)]


def card(found: Scorecard, scheme: str, branch: str, receipt: Receipt | None, t: Text) -> Card:
    """A scorecard in words; `scheme` and `branch` are the names of theirs, `receipt` is the last signature
    under it."""
    person = found.person
    period = fmt.period(found.period, t.lang)
    name = t.pick(person.name, person.name_en)
    ranked = not math.isnan(found.rank)
    rank = f"{int(found.rank)} / {found.ranked}" if ranked else fmt.DASH
    points, weights = total.points(found, t)
    state = standing(found.state, found.sha256, t)
    return Card(
        manager_id=person.manager_id,
        name=name,
        branch=branch,
        period=period,
        state=state,
        mark="" if found.sha256 else t("paper-provisional"),
        identity=(
            (t("name"), name),
            (t("paper-number"), person.manager_id),
            (t("paper-period"), period),
            (t("team"), t.pick(person.team_name, person.team_name_en)),
            (t("position"), t.term(person.position)),
            (t("paper-scheme"), scheme),
        ),
        figures=(
            (t("paper-total"), fmt.number(found.total)),
            (t("grade"), found.grade or fmt.DASH),
            (t("paper-coefficient"), fmt.number(found.coefficient)),
            (t("rank"), rank),
            (t("paper-coverage"), fmt.percent(found.coverage, 0)),
        ),
        lines=tuple(
            _line(line, weight, gained, t)
            for line, weight, gained in zip(found.lines, weights, points, strict=True)
        ),
        notes=tuple(_notes(found, t)),
        steps=tuple(step._replace(name=leading(step.name)) for step in total.lines(found, t)),
        signed=_signed(receipt, t),
        foot=t(
            "paper-card-foot",
            name=name,
            number=person.manager_id,
            total=fmt.number(found.total),
            grade=found.grade or fmt.DASH,
            period=period,
            state=state,
        ),
    )


def _signed(receipt: Receipt | None, t: Text) -> str:
    if receipt is None or not receipt.holds:
        return ""
    return t("paper-signed", at=f"{receipt.at:%Y-%m-%d %H:%M}", sha256=receipt.sha256[:SHORT])


def standing(state: str, sha256: str | None, t: Text) -> str:
    """Whether figures are published, and by which hash they are known; or that they may still change."""
    if sha256 is None:
        return t("paper-unpublished", state=t(f"state-{state}"))
    return t("paper-published", state=t(f"state-{state}"), sha256=sha256[:SHORT])


def _line(line: IndicatorLine, weight: float, points: float, t: Text) -> tuple[Cell, ...]:
    step, indicator = line.step, line.step.indicator
    unit = "" if indicator.unit == "1" else t.term(indicator.unit)
    class_ = f"class-{indicator.class_}"
    scored = step.score is not None
    return (
        t(class_) if t.has(class_) else indicator.class_,
        t.name(indicator.name, indicator.code),
        unit,
        _measured(step.target, indicator.unit),
        _measured(step.value, indicator.unit),
        None if step.completion is None else Figure(step.completion, share(1)),
        None if step.score is None else Figure(step.score, number(2)),
        Figure(weight, number(1)) if weight else None,
        Figure(points, number(2)) if scored or step.stand_in is not None else None,
    )


def _measured(value: float | None, unit: str) -> Figure | None:
    """A value or a target with the decimals it has; a share of 1 as a percentage."""
    if value is None:
        return None
    if unit == "1":
        return Figure(value, share(2))
    return Figure(value, number(0 if float(value).is_integer() else 2))


def _notes(found: Scorecard, t: Text) -> list[str]:
    """What the table cannot say: why somebody has no rank, why an indicator has no score."""
    notes = [] if found.status == "ranked" else [t(f"status-{found.status}")]
    gaps: dict[str, list[str]] = {}
    for line in found.lines:
        if line.step.gap:
            name = t.name(line.step.indicator.name, line.step.indicator.code)
            gaps.setdefault(line.step.gap, []).append(name)
    notes += [
        t("paper-gap", names=t("list-joint").join(names), why=t(f"gap-{gap}")) for gap, names in gaps.items()
    ]
    return notes


def words(cells: Sequence[Cell]) -> list[str]:
    """Cells as they are read."""
    return [cell.format.words(cell.value) if isinstance(cell, Figure) else _text(cell) for cell in cells]


def _text(cell: str | float | None) -> str:
    return fmt.DASH if cell is None else str(cell)
