"""The table of a scorecard's indicators; the working of each opens under its row."""

from __future__ import annotations

import math
from typing import NamedTuple

from documents import total
from documents.clauses import working
from scoring.sheet.explain import IndicatorStep
from ui.tables import Column, Table
from ui.theme import class_colours
from words import format as fmt
from words.text import Text
from workflow.results.card.peers import FEWEST_PEERS
from workflow.results.scorecards import IndicatorLine, Scorecard

_BAND_STEP = 10.0


class Line(NamedTuple):
    """An indicator's line with points and weight as they add up."""

    of: IndicatorLine
    points: float
    weight: float

    @property
    def step(self) -> IndicatorStep:
        """How the indicator was scored."""
        return self.of.step

    @property
    def counts(self) -> bool:
        """Whether the indicator carries weight; the weight of a missing one went to others."""
        return self.step.effective_weight > 0


def table(card: Scorecard, t: Text) -> Table[Line]:
    """A scorecard's indicators; a dash says why nothing is there, a row opens its working."""
    colours = dict(zip(card.scheme.classes, class_colours(card.scheme.classes), strict=True))
    lowest, highest = _band_range(card)

    def why(line: Line) -> str:
        return t(f"gap-{line.step.gap}") if line.step.gap else ""

    def moved(line: Line) -> str | None:
        step = line.step
        if not line.counts:
            return working.weight(step, card, t)
        return None if abs(step.weight - step.effective_weight) < 1e-9 else working.weight(step, card, t)

    def target_note(line: Line) -> str | None:
        return None if line.step.full_target is None else working.target(line.step, card.presence, t)

    def completion_note(line: Line) -> str:
        return why(line) or t("completion-none")

    def lost_note(line: Line) -> str | None:
        return why(line) or (None if line.of.lost else t("lost-nothing"))

    def band_note(line: Line) -> str:
        if math.isnan(line.of.peer_low):
            return t("peers-few", fewest=FEWEST_PEERS)
        low, high = fmt.number(line.of.peer_low), fmt.number(line.of.peer_high)
        return t("peers-band", low=low, high=high, own=fmt.number(line.step.score))

    columns: list[Column[Line]] = [
        Column(
            "name",
            t("indicator"),
            lambda line: t.name(line.step.indicator.name, line.step.indicator.code),
            "strong",
            mark=lambda line: colours[line.step.indicator.class_],
            wrap=True,
        ),
        Column(
            "target",
            t("target"),
            lambda line: _amount(line.step.target, line, t),
            right=True,
            sort=lambda line: line.step.target,
            note=target_note,
        ),
        Column(
            "value",
            t("actual"),
            lambda line: _amount(line.step.value, line, t),
            right=True,
            sort=lambda line: line.step.value,
        ),
        Column(
            "completion",
            t("completion"),
            lambda line: None if line.step.completion is None else fmt.percent(line.step.completion),
            right=True,
            sort=lambda line: line.step.completion,
            note=completion_note,
        ),
        Column("score", t("score"), lambda line: line.step.score, "number", strong=True),
        Column(
            "weight",
            t("weight"),
            lambda line: line.weight if line.counts else None,
            "number",
            decimals=1,
            note=moved,
        ),
        Column(
            "points",
            t("explain-points"),
            lambda line: line.points if line.counts else None,
            "number",
            note=moved,
        ),
        Column("lost", t("lost"), lambda line: line.of.lost or None, "number", note=lost_note),
        Column(
            "band",
            t("peers"),
            _band,
            "band",
            min=lowest,
            max=highest,
            note=band_note,
        ),
        Column("spark", t("twelve-periods"), _spark, "spark", note=lambda _: t("spark-alike")),
    ]
    points, weights = total.points(card, t)
    found = [Line(*one) for one in zip(card.lines, points, weights, strict=True)]
    return Table(
        columns,
        found,
        lambda line: line.step.indicator.code,
        why,
        lambda line: working.steps(line.of, card, line.points, t),
    )


def _amount(value: float | None, line: Line, t: Text) -> str | None:
    return None if value is None else working.amount(value, line.step, t)


def _spark(line: Line) -> list[float]:
    """The scores under the rule of this period; a gap where another held."""
    past = zip(line.of.scores, line.of.alike, strict=True)
    return [score if alike else math.nan for score, alike in past]


def _band(line: Line) -> tuple[float, float, float | None] | None:
    """The peers' middle half and the own score; None where too few peers would stand behind it."""
    if math.isnan(line.of.peer_low):
        return None
    return line.of.peer_low, line.of.peer_high, line.step.score


def _band_range(card: Scorecard) -> tuple[float, float]:
    """The scale of the bands: the range of what is drawn in them, in tens."""
    drawn = [v for line in card.lines for v in (line.peer_low, line.peer_high, line.step.score)]
    known = [v for v in drawn if v is not None and not math.isnan(v)]
    low, high = min(known, default=0.0), max(known, default=100.0)
    return _BAND_STEP * math.floor(low / _BAND_STEP), _BAND_STEP * max(
        math.ceil(high / _BAND_STEP), math.floor(low / _BAND_STEP) + 1
    )
