"""Where totals jump: what a hair's breadth of a figure is worth, by rules, whole steps and conditions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import on_scale, scored, uncapped
from scoring.cohort.reading import by_rule, held
from scoring.formula import Formula, Node, evaluate, parse
from scoring.formula.nodes import Apply, children
from scoring.formula.text import COMPARISONS, canonical
from scoring.scheme import Condition
from scoring.sheet import ScoreSheet
from scoring.sheet.sheet import assemble
from scoring.thresholds import hair

Floats = NDArray[np.float64]
Worth = Callable[[float, float], tuple[float, float, int]]

_ALWAYS = parse("1 == 1")
_MOST_STEPS = 1_000
"""Beyond so many whole steps of an indicator none is looked at."""


@dataclass(frozen=True)
class Cliff:
    """A place where a hair's breadth of a figure moves totals.

    Parameters
    ----------
    on : what jumps there: an indicator by its code, "section:CODE", the "total", or the "entry", which then
        goes without a rank.
    value : where it jumps, None where a figure is compared with another one; of a rule in units of what it
        reads, `reads`: the "value", its "completion" in percent of the target, or its "excess" over it.
    points : what stepping over it is worth to the person in the middle of those to whom it is worth anything,
        in points of the total before its cap; `most`: to whom it is worth most; `people`: how many they are.
    every, last : of whole steps that are worth the same their size, and where the last of them is.
    asked, condition : of a condition the comparison that decides, and the condition.
    """

    on: str
    value: float | None
    points: float
    most: float
    people: int
    reads: str = "value"
    every: float | None = None
    last: float | None = None
    asked: Formula | None = None
    condition: Condition | None = None


def cliffs(sheet: ScoreSheet) -> list[Cliff]:
    """Every jump of every rule and of whole steps, in the order of the scheme, then those of conditions.

    Of a rule: steps of bands, an x given twice in a piecewise rule, the threshold under which attainment
    counts as the floor; times the factor, held by the indicator's own bounds, at each person's weight. Of a
    condition: everybody's total with it less that without it, as the engine makes them, with all that leans
    on it; people who lack what it reads do not count. Rules that compare with the cohort have no places of
    their own. What a cliff invites is known from bonus plans: effort, or dates, moved to get just over it
    (M. C. Jensen, "Paying people to lie", European Financial Management 9, 2003).
    """
    by_rules = (cliff for j in range(len(sheet.indicators)) for cliff in _of_rule(sheet, j))
    return [cliff for cliff in (*by_rules, *_of_conditions(sheet)) if cliff.people]


def _of_rule(sheet: ScoreSheet, j: int) -> Iterator[Cliff]:
    indicator, weights = sheet.scheme.indicators[j], sheet.effective_weights[:, j]
    factor = np.ones(len(weights))
    if indicator.factor is not None and sheet.evaluated.read is not None:
        factor = evaluate(indicator.factor, sheet.evaluated.read)

    def worth(before: float, after: float) -> tuple[float, float, int]:
        low, high = (held(indicator, score * factor) for score in (before, after))
        return _measured((high - low) * weights / 100.0)

    if indicator.steps is not None:
        yield from _of_steps(sheet, j, indicator.steps, worth)
        return
    # A rule that divides by the target names the share of it.
    share = indicator.rule.uses_target
    for value, before, after, _ in indicator.rule.jumps(indicator.higher):
        reads = "completion" if share else indicator.on
        yield Cliff(indicator.code, 100.0 * value if share else value, *worth(before, after), reads=reads)


def _of_steps(sheet: ScoreSheet, j: int, step: float, worth: Worth) -> Iterator[Cliff]:
    """The whole steps around which people are, those in a row that are worth the same as one."""
    indicator, cells = sheet.scheme.indicators[j], sheet.evaluated.cells
    seen = cells.read[:, j][~np.isnan(cells.read[:, j])]
    if indicator.rule.peer or not len(seen):
        return
    centre = 100.0 if indicator.on == "completion" else 0.0
    ends = (*seen, *indicator.rule.bends)
    first, last = math.floor((min(ends) - centre) / step) - 1, math.ceil((max(ends) - centre) / step) + 1
    numbers = np.arange(first, min(last, first + _MOST_STEPS) + 1)
    marks = np.full(len(numbers), centre if indicator.on != "value" else np.nanmedian(cells.marks[:, j]))
    scores = by_rule(indicator, on_scale(indicator, centre + numbers * step), marks)
    run: Cliff | None = None
    for k in range(len(numbers) - 1):
        # Below the centre a step is left as soon as its place is exceeded, above it it is reached.
        place = float(centre + (numbers[k + 1] if numbers[k] >= 0 else numbers[k]) * step)
        cliff = Cliff(indicator.code, place, *worth(scores[k], scores[k + 1]), reads=indicator.on)
        if run is not None and _alike(run, cliff):
            run = replace(run, every=step, last=place)
            continue
        if run is not None:
            yield run
        run = cliff if cliff.people else None
    if run is not None:
        yield run


def _alike(run: Cliff, cliff: Cliff) -> bool:
    pairs = ((run.points, cliff.points), (run.most, cliff.most))
    return run.people == cliff.people and all(abs(a - b) <= hair(a) for a, b in pairs)


def _of_conditions(sheet: ScoreSheet) -> Iterator[Cliff]:
    scheme, known = sheet.scheme, sheet.evaluated.read
    missing = {id(one.condition): one.missing for one in sheet.applied}
    for k, condition in enumerate(scheme.conditions):
        asked = [] if known is None else [*_comparisons(condition.when.root)]
        if known is None or not asked:
            continue
        told = ~missing[id(condition)]
        if condition.effect == "exclude":
            worth = (0.0, 0.0, int(told.sum()))
        else:
            rest = scheme.conditions[:k], scheme.conditions[k + 1 :]
            with_it = _totals(sheet, (*rest[0], replace(condition, when=_ALWAYS), *rest[1]), condition)
            without = _totals(sheet, (*rest[0], *rest[1]), condition)
            worth = _measured((with_it - without)[told])
        for node in asked:
            left, right = (Formula(canonical(arg), arg) for arg in node.args)
            fixed = [f for f in (right, left) if not f.uses]
            value = float(evaluate(fixed[0], known)[0]) if fixed and len(told) else None
            yield Cliff(
                condition.on, value, *worth, asked=Formula(canonical(node), node), condition=condition
            )


def _totals(sheet: ScoreSheet, conditions: tuple[Condition, ...], changed: Condition) -> Floats:
    """(n,) totals before the cap with other conditions; indicators are scored again only where one on an
    indicator changed."""
    scheme = replace(sheet.scheme, conditions=conditions)
    if changed.on in scheme.by_code:
        return uncapped(scored(scheme, sheet.measurements))
    return uncapped(assemble(scheme, sheet.measurements, sheet.evaluated))


def _comparisons(node: Node) -> Iterator[Apply]:
    """The comparisons of figures on which a condition turns; the calendar nobody can move."""
    if isinstance(node, Apply) and node.op in COMPARISONS:
        uses = Formula("", node).uses
        if node.args[0].type != "text" and any(use.subject != "month" for use in uses):
            yield node
    elif node.type == "condition" or (isinstance(node, Apply) and node.op == "if"):
        for part in children(node):
            yield from _comparisons(part)


def _measured(points: Floats) -> tuple[float, float, int]:
    """(of the person in the middle, the most, of how many), among those to whom it is worth anything."""
    some = points[np.abs(points) > hair(points)]
    if not len(some):
        return 0.0, 0.0, 0
    return float(np.median(some)), float(some[np.argmax(np.abs(some))]), len(some)
