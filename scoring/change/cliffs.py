"""Where totals jump: what a hair's breadth of a figure is worth, by rules, whole steps and conditions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import felt_by_others, on_scale, scored, uncapped
from scoring.cohort.reading import by_rule, held
from scoring.formula import Formula, Node, Surroundings, evaluate, parse
from scoring.formula.nodes import Apply, Number, Read, children
from scoring.formula.text import COMPARISONS, canonical, figure
from scoring.scheme import Condition
from scoring.sheet import ScoreSheet
from scoring.sheet.sheet import assemble
from scoring.thresholds import hair

Floats = NDArray[np.float64]
Worth = Callable[[float, float], tuple[float, float, int]]

_ALWAYS, _NEVER = parse("1 == 1"), parse("1 == 0")
_HAIR, _NO_JUMP = 1e-8, 1e-3
"""How far beside a number a measure is put (of its size), and what of a total is too little for a jump."""
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
    asked, condition : of a condition or an expression the comparison that decides, and the condition; `on` is
        then what the expression stands under, an indicator or a derived measure.
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
    """Every jump of every rule and of whole steps, then those of expressions and of conditions.

    Of a rule: steps of bands, an x given twice in a piecewise rule, the threshold under which attainment
    counts as the floor; times the factor, held by the indicator's own bounds, at each person's weight. Of an
    expression or a condition that compares a measure with a number: everybody's total with the measure just
    above it less that just below, as the engine makes them, with all that leans on it; of other comparisons
    in conditions the total where it holds less that where it does not. People who lack what is read do not
    count. Rules that compare with the cohort have no places of their own. What a cliff invites is known from
    bonus plans: effort, or dates, moved to get just over it (M. C. Jensen, "Paying people to lie", European
    Financial Management 9, 2003).
    """
    by_rules = (cliff for j in range(len(sheet.indicators)) for cliff in _of_rule(sheet, j))
    known = sheet.evaluated.read
    more = () if known is None else (*_of_branches(sheet, known), *_of_conditions(sheet, known))
    return [cliff for cliff in (*by_rules, *more) if cliff.people]


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


def _of_branches(sheet: ScoreSheet, known: Surroundings) -> Iterator[Cliff]:
    """Comparisons of a measure with a number in derived measures and in what indicators work out."""
    scheme, seen = sheet.scheme, set[str]()
    formulas = [(m.code, m.formula) for m in scheme.derived]
    formulas += [(i.code, formula) for i in scheme.indicators for _, formula in i.formulas]
    for on, formula in formulas:
        for node in formula.nodes:
            asked = Formula(canonical(node), node)
            place = None if asked.text in seen else _place(sheet, node, known)
            if place is not None:
                seen.add(asked.text)
                yield Cliff(on, place.value, *_measured(_across(sheet, place, known)), asked=asked)


def _of_conditions(sheet: ScoreSheet, known: Surroundings) -> Iterator[Cliff]:
    """The comparisons on which conditions turn, each with it less without it, the others as they are."""
    scheme = sheet.scheme
    missing = {id(one.condition): one.missing for one in sheet.applied}
    for k, condition in enumerate(scheme.conditions):
        told = ~missing[id(condition)]
        for node in _comparisons(condition.when.root):
            place = _place(sheet, node, known)
            if condition.effect == "exclude":
                worth = (0.0, 0.0, int(told.sum()))
            elif place is not None:
                worth = _measured((_across(sheet, place, known) * (1 if place.upwards else -1))[told])
            else:
                sides = (_forced(condition.when.root, node, to) for to in (_ALWAYS, _NEVER))
                whens = (replace(condition, when=Formula(canonical(side), side)) for side in sides)
                with_it, without = (_totals(sheet, k, one) for one in whens)
                worth = _measured((with_it - without)[told])
            value = _number_in(node, known)
            asked = Formula(canonical(node), node)
            yield Cliff(condition.on, value, *worth, asked=asked, condition=condition)


class _Place(NamedTuple):
    """Where a measure is compared with a number; `upwards`: the comparison holds above it."""

    code: str
    value: float
    upwards: bool


def _place(sheet: ScoreSheet, node: Node, known: Surroundings) -> _Place | None:
    """Where a node compares a measure with a number; None where it does not, or others feel the measure, so
    that it cannot be put there for everybody."""
    if not isinstance(node, Apply) or node.op not in ("<", "<=", ">", ">="):
        return None
    value = _number_in(node, known)
    read, first = (node.args[0], True) if isinstance(node.args[0], Read) else (node.args[1], False)
    if value is None or not isinstance(read, Read) or read.subject != "value":
        return None
    there = {*sheet.measurements.position, *(measure.code for measure in sheet.scheme.derived)}
    if read.code not in there - felt_by_others(sheet.scheme):
        return None
    return _Place(read.code, value, (node.op in (">", ">=")) == first)


def _number_in(node: Apply, known: Surroundings) -> float | None:
    """The number that a comparison is with, the right one first; None where both sides are figures."""
    fixed = [formula for formula in (Formula("", arg) for arg in node.args[::-1]) if not formula.uses]
    return float(evaluate(fixed[0], known)[0]) if fixed and known.people else None


def _across(sheet: ScoreSheet, place: _Place, known: Surroundings) -> Floats:
    """(n,) totals before the cap with everybody's measure just above a place less those just below it; NaN
    for those who lack the measure."""
    step = _HAIR * max(1.0, abs(place.value))
    above, below = (_put(sheet, place.code, place.value + side) for side in (step, -step))
    gained = above - below
    # What moves no more than the measure itself did is no jump.
    gained[np.abs(gained) < _NO_JUMP] = 0.0
    gained[np.isnan(known.value(place.code, 0))] = np.nan
    return gained


def _put(sheet: ScoreSheet, code: str, value: float) -> Floats:
    """(n,) totals before the cap with everybody's measure, given or derived, at a value."""
    scheme, measured = sheet.scheme, sheet.measurements
    if code in measured.position:
        measured = measured.with_moved(code, 0.0, value, value)
    at = Formula(figure(value), Number(1, "number", value))
    here = tuple(replace(m, formula=at) if m.code == code else m for m in scheme.derived)
    return uncapped(scored(replace(scheme, derived=here), measured))


def _forced(node: Node, part: Node, to: Formula) -> Node:
    """A condition in which `part` is replaced."""
    if node is part:
        return to.root
    if not isinstance(node, Apply):
        return node
    return replace(node, args=tuple(_forced(arg, part, to) for arg in node.args))


def _totals(sheet: ScoreSheet, k: int, condition: Condition) -> Floats:
    """(n,) totals before the cap with another condition in place of the scheme's number k; indicators are
    scored again only where it is on one."""
    others = sheet.scheme.conditions
    scheme = replace(sheet.scheme, conditions=(*others[:k], condition, *others[k + 1 :]))
    if condition.on in scheme.by_code:
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
