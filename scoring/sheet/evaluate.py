"""Indicator scores of a cohort: every rule applied to its column, and what is missing noted.

This part does not depend on the weights, so that a change of weights can use it again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.measurements import Measurements
from scoring.cohort.posts import Posts, posts
from scoring.cohort.presence import (
    effective_value,
    full_target,
    not_due_for,
    scaled_target,
    target_factors,
)
from scoring.cohort.reading import by_rule, granted, held
from scoring.cohort.refusals import Refused, refuse, undefined, usable
from scoring.cohort.surroundings import surroundings
from scoring.errors import Fault, MeasurementError
from scoring.formula import Formula, Surroundings
from scoring.formula import evaluate as evaluate_formula
from scoring.scheme import Indicator, Scheme
from scoring.scheme.check_formulas import in_order, score_graph
from scoring.sheet.conditions import Applied, applied, standing

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cells:
    """(n, m) the way of every cell from the measured value to the score; the same array where nothing is done
    between two steps.

    ``measured`` is the value of the indicator's own code as it counted, ``quantities`` what is scored,
    ``read`` what the rule reads of it, with ``marks`` the targets on that scale, ``raw`` the score by the
    rule, ``multiplied`` that times the factor, ``scores`` that of the indicator, after its conditions.
    ``targets`` are those people were held to, ``full_targets`` the same without joining and leave. NaN in
    all from ``quantities`` on where it is missing or refused.
    """

    measured: Floats
    quantities: Floats
    targets: Floats
    full_targets: Floats
    read: Floats
    marks: Floats
    raw: Floats
    multiplied: Floats
    scores: Floats


@dataclass(frozen=True, eq=False)
class Evaluated:
    """Scores of a cohort, and what is there.

    ``available`` and ``due`` are (n, m) masks; they are made only where something is missing or not
    due (``complete`` is False). ``refused`` are the cells that were measured but cannot be scored: due
    without data. ``posts`` says who is scored by which list, where a scheme has several; ``applied`` are the
    conditions on indicators; ``read`` is what the scheme's expressions read, with the scores.
    """

    cells: Cells
    complete: bool
    available: Bools
    due: Bools
    without_inherited: Bools
    left_out: tuple[str, ...]
    not_due: tuple[str, ...]
    refused: tuple[Refused, ...] = ()
    posts: Posts | None = None
    applied: tuple[Applied, ...] = ()
    read: Surroundings | None = None

    @property
    def scores(self) -> Floats:
        """(n, m) indicator scores, NaN where missing."""
        return self.cells.scores

    @property
    def any_missing(self) -> bool:
        """Whether somebody lacks something that others have."""
        usual = self.available.any(axis=0)
        return bool((~self.available[:, usual]).any())


def evaluate(scheme: Scheme, measurements: Measurements, *, insist: bool = True) -> Evaluated:
    """Apply each indicator's rule to its column. A cell that the rule cannot take is left out.

    Without `insist`, an indicator without any target is missing for all: for comparisons, where one side's
    rules meet the other side's values.

    Raises
    ------
    MeasurementError : the score asks for a target, the scheme gives none and nobody has one that will do; a
        person is in no list of weights.
    """
    columns = _Columns(scheme, measurements, insist)
    for code in in_order(score_graph(scheme)):
        columns.fill(scheme.codes.index(code))
    if columns.faults:
        raise MeasurementError(columns.faults)
    return columns.noted()


class _Columns:
    """Columns of a cohort while they are filled, one indicator after the other."""

    def __init__(self, scheme: Scheme, measurements: Measurements, insist: bool) -> None:
        self.scheme, self.measurements, self.insist = scheme, measurements, insist
        self.posts = posts(scheme, measurements, insist=insist)
        self.factors = target_factors(measurements, scheme.protection)
        self.position = {code: j for j, code in enumerate(scheme.codes)}
        self.held_to: dict[str, Floats] = {}
        self.expressions = surroundings(scheme, measurements, self._target_of, insist=insist)
        if self.expressions is not None:
            self.expressions = replace(self.expressions, score=self._score_of)
        self.applied: list[Applied] = []
        n, m = len(measurements.people), len(scheme.indicators)
        self.shape = (n, m)
        self.scores, self.quantities, self.targets = (np.empty((n, m), order="F") for _ in range(3))
        self.full_targets = self.targets if self.factors is None else np.empty((n, m), order="F")
        between = any(i.on != "value" or i.steps is not None for i in scheme.indicators)
        self.read = np.empty((n, m), order="F") if between else self.quantities
        self.marks = np.empty((n, m), order="F") if between else self.targets
        derived = any(i.quantity is not None for i in scheme.indicators)
        self.measured = np.empty((n, m), order="F") if derived else self.quantities
        factors = any(i.factor is not None for i in scheme.indicators)
        self.multiplied = np.empty((n, m), order="F") if factors or scheme.conditions else self.scores
        held_in = any((i.lowest, i.highest) != (None, None) for i in scheme.indicators)
        self.multiplied = np.empty((n, m), order="F") if held_in else self.multiplied
        self.raw = np.empty((n, m), order="F") if factors else self.multiplied
        inherited = measurements.inherited is not None
        self.own = np.zeros((n, m), dtype=bool, order="F") if inherited else None
        self.absent: dict[int, Bools] = {}
        self.refused: list[Refused] = []
        self.faults: list[Fault] = []

    def fill(self, j: int) -> None:
        """Score indicator j for everybody."""
        indicator, measurements = self.scheme.indicators[j], self.measurements
        measured, use_own = effective_value(indicator, self.scheme, measurements)
        if self.own is not None and use_own is not None:
            self.own[:, j] = use_own
        quantity = measured if indicator.quantity is None else self._worked_out(indicator.quantity)
        full = full_target(indicator, measurements, self._usual_target(indicator))
        target = scaled_target(indicator, full, self.factors)
        quantity = self._where_due(j, indicator, quantity, full)
        quantity, seen, left = refuse(
            indicator,
            measurements.people,
            quantity,
            target,
            any_large=measurements.any_large or self.expressions is not None,
        )
        needed = self.insist and indicator.reads_target and indicator.without_target == "refuse"
        if left and needed and not indicator.has_target and not usable(indicator, target).any():
            self.faults.append(Fault("target-none", indicator.code))
        raw = by_rule(indicator, seen.x, seen.target, None if self.posts is None else self.posts.groups)
        left += undefined(indicator, measurements.people, seen.x, raw)
        self.refused += left
        raw = self._granted(j, indicator, quantity, full, raw)
        # Steps between which nothing is done share an array; each is written once.
        if self.measured is not self.quantities:
            self.measured[:, j] = measured
        if self.full_targets is not self.targets:
            self.full_targets[:, j] = full
        self.quantities[:, j], self.targets[:, j] = quantity, target
        if self.read is not self.quantities:
            self.read[:, j], self.marks[:, j] = seen.x, seen.target
        if self.raw is not self.multiplied:
            self.raw[:, j] = raw
        if indicator.factor is not None:
            raw = raw * self._worked_out(indicator.factor)
        if self.multiplied is not self.scores:
            self.multiplied[:, j] = raw
        self.scores[:, j] = raw
        for condition in self.scheme.conditions:
            if condition.on == indicator.code and self.expressions is not None:
                before = self.scores[:, j].copy()
                read = replace(self.expressions, score=standing(indicator.code, before, self._score_of))
                done = applied(condition, before, read)
                self.applied.append(done)
                self.scores[:, j] = done.after
        if (indicator.lowest, indicator.highest) != (None, None):
            self.scores[:, j] = held(indicator, self.scores[:, j])

    def _worked_out(self, formula: Formula) -> Floats:
        """(n,) what an expression gives everybody."""
        assert self.expressions is not None
        return evaluate_formula(formula, self.expressions)

    def _score_of(self, code: str) -> Floats:
        """(n,) scores of an indicator as they stand."""
        return self.scores[:, self.position[code]]

    def _target_of(self, code: str) -> Floats:
        """(n,) the targets that people are held to; of a measure that is no indicator their own."""
        if code not in self.held_to:
            indicator = self.scheme.by_code.get(code)
            if indicator is None:
                found = self.measurements.column(self.measurements.targets, code)
            else:
                full = full_target(indicator, self.measurements, self._usual_target(indicator))
                found = scaled_target(indicator, full, self.factors)
            self.held_to[code] = found
        return self.held_to[code]

    def _usual_target(self, indicator: Indicator) -> Floats:
        """(n,) the scheme's own target for each person."""
        n = len(self.measurements.people)
        own = np.broadcast_to(np.nan if indicator.target is None else indicator.target, n)
        if indicator.target_formula is not None:
            own = self._worked_out(indicator.target_formula)
        if self.posts is None:
            return own
        lists = [np.nan, *(p.targets.get(indicator.code, np.nan) for p in self.scheme.profiles)]
        theirs = np.array(lists, dtype=float)[self.posts.lists]
        return np.where(np.isnan(theirs), own, theirs)

    def _where_due(self, j: int, indicator: Indicator, quantity: Floats, full: Floats) -> Floats:
        """The quantity of those for whom the indicator is due; the others are noted as absent."""
        if indicator.code in self.measurements.not_due:
            quantity = np.full(self.shape[0], np.nan)
        away = not_due_for(indicator, self.factors)
        if indicator.reads_target and indicator.without_target == "not-due":
            away = np.isnan(full) if away is None else away | np.isnan(full)
        if self.posts is not None:
            theirs = self.scheme.weight_lists[self.posts.lists, j] > 0
            away = ~theirs if away is None else away | ~theirs
        if away is None or not away.any():
            return quantity
        self.absent[j] = away
        return np.where(away, np.nan, quantity)

    def _granted(self, j: int, indicator: Indicator, quantity: Floats, full: Floats, raw: Floats) -> Floats:
        """Scores by rule, with what is granted to those without a target; nobody's where nobody has
        anything."""
        grant = granted(indicator)
        if grant is None or not indicator.reads_target or indicator.code in self.measurements.not_due:
            return raw
        without = np.isnan(full)
        if not without.any() or (without.all() and np.isnan(quantity).all()):
            return raw
        if j in self.absent:
            without &= ~self.absent[j]
        return np.where(without, grant, raw)

    def noted(self) -> Evaluated:
        """Work out what is there, what was due, and what nobody has."""
        cells = Cells(
            self.measured,
            self.quantities,
            self.targets,
            self.full_targets,
            self.read,
            self.marks,
            self.raw,
            self.multiplied,
            self.scores,
        )
        scheme, scores, shape = self.scheme, self.scores, self.shape
        not_due = tuple(code for code in scheme.codes if code in self.measurements.not_due)
        # The smallest of a column is NaN as soon as one is.
        gaps = [j for j in range(shape[1]) if shape[0] and np.isnan(scores[:, j].min())]
        own = self.own if self.own is not None else np.broadcast_to(np.False_, shape)
        if not gaps and not not_due:
            everything = np.broadcast_to(np.True_, shape)
            return Evaluated(
                cells,
                True,
                everything,
                everything,
                own,
                (),
                (),
                (),
                self.posts,
                tuple(self.applied),
                self.expressions,
            )
        available = np.ones(shape, dtype=bool, order="F")
        for j in gaps:
            available[:, j] = ~np.isnan(scores[:, j])
        due = np.ones(shape, dtype=bool, order="F")
        for j, code in enumerate(scheme.codes):
            if code in not_due:
                due[:, j] = False
            elif j in self.absent:
                due[:, j] = ~self.absent[j]
        left_out = tuple(
            code for j, code in enumerate(scheme.codes) if code not in not_due and not available[:, j].any()
        )
        return Evaluated(
            cells,
            False,
            available,
            due,
            own,
            left_out,
            not_due,
            tuple(self.refused),
            self.posts,
            tuple(self.applied),
            self.expressions,
        )
