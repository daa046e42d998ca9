"""Indicator scores of a cohort: every rule applied to its column, and what is missing noted.

This part does not depend on the weights, so that a change of weights can use it again.
"""

from __future__ import annotations

from dataclasses import dataclass

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
from scoring.errors import Fault, MeasurementError
from scoring.scheme import Indicator, Scheme

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cells:
    """(n, m) the way of every cell from the measured value to the score; the same array where nothing is done
    between two steps.

    ``measured`` is the value of the indicator's own code as it counted, ``quantities`` what is scored,
    ``read`` what the rule reads of it, with ``marks`` the targets on that scale, ``raw`` the score by the
    rule, ``scores`` that of the indicator. ``targets`` are those people were held to, ``full_targets`` the
    same without joining and leave. NaN in all from ``quantities`` on where it is missing or refused.
    """

    measured: Floats
    quantities: Floats
    targets: Floats
    full_targets: Floats
    read: Floats
    marks: Floats
    raw: Floats
    scores: Floats


@dataclass(frozen=True, eq=False)
class Evaluated:
    """Scores of a cohort, and what is there.

    ``available`` and ``due`` are (n, m) masks; they are made only where something is missing or not
    due (``complete`` is False). ``refused`` are the cells that were measured but cannot be scored: due
    without data. ``posts`` says who is scored by which list, where a scheme has several.
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
    for j in range(len(scheme.indicators)):
        columns.fill(j)
    if columns.faults:
        raise MeasurementError(columns.faults)
    return columns.noted()


class _Columns:
    """Columns of a cohort while they are filled, one indicator after the other."""

    def __init__(self, scheme: Scheme, measurements: Measurements, insist: bool) -> None:
        self.scheme, self.measurements, self.insist = scheme, measurements, insist
        self.posts = posts(scheme, measurements, insist=insist)
        self.factors = target_factors(measurements, scheme.protection)
        n, m = len(measurements.people), len(scheme.indicators)
        self.shape = (n, m)
        self.scores, self.quantities, self.targets = (np.empty((n, m), order="F") for _ in range(3))
        self.full_targets = self.targets if self.factors is None else np.empty((n, m), order="F")
        between = any(i.on != "value" or i.steps is not None for i in scheme.indicators)
        self.read = np.empty((n, m), order="F") if between else self.quantities
        self.marks = np.empty((n, m), order="F") if between else self.targets
        after = any(
            (i.lowest, i.highest) != (None, None) or i.without_target != "refuse" for i in scheme.indicators
        )
        self.raw = np.empty((n, m), order="F") if after else self.scores
        inherited = measurements.inherited is not None
        self.own = np.zeros((n, m), dtype=bool, order="F") if inherited else None
        self.absent: dict[int, Bools] = {}
        self.refused: list[Refused] = []
        self.faults: list[Fault] = []

    def fill(self, j: int) -> None:
        """Score indicator j for everybody."""
        indicator, measurements = self.scheme.indicators[j], self.measurements
        quantity, use_own = effective_value(indicator, self.scheme, measurements)
        if self.own is not None and use_own is not None:
            self.own[:, j] = use_own
        full = full_target(indicator, measurements, self._usual_target(indicator))
        target = scaled_target(indicator, full, self.factors)
        quantity = self._where_due(j, indicator, quantity, full)
        quantity, seen, left = refuse(
            indicator, measurements.people, quantity, target, any_large=measurements.any_large
        )
        needed = self.insist and indicator.reads_target and indicator.without_target == "refuse"
        if left and needed and indicator.target is None and not usable(indicator, target).any():
            self.faults.append(Fault("target-none", indicator.code))
        raw = by_rule(indicator, seen.x, seen.target, None if self.posts is None else self.posts.groups)
        left += undefined(indicator, measurements.people, seen.x, raw)
        self.refused += left
        raw = self._granted(j, indicator, quantity, full, raw)
        self.full_targets[:, j] = full
        self.quantities[:, j], self.targets[:, j] = quantity, target
        self.read[:, j], self.marks[:, j], self.raw[:, j] = seen.x, seen.target, raw
        self.scores[:, j] = held(indicator, raw)

    def _usual_target(self, indicator: Indicator) -> Floats:
        """(n,) the scheme's own target for each person."""
        own = np.nan if indicator.target is None else indicator.target
        if self.posts is None:
            return np.broadcast_to(own, self.shape[:1])
        lists = [own, *(p.targets.get(indicator.code, own) for p in self.scheme.profiles)]
        return np.array(lists, dtype=float)[self.posts.lists]

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
            self.quantities,
            self.quantities,
            self.targets,
            self.full_targets,
            self.read,
            self.marks,
            self.raw,
            self.scores,
        )
        scheme, scores, shape = self.scheme, self.scores, self.shape
        not_due = tuple(code for code in scheme.codes if code in self.measurements.not_due)
        # The smallest of a column is NaN as soon as one is.
        gaps = [j for j in range(shape[1]) if shape[0] and np.isnan(scores[:, j].min())]
        own = self.own if self.own is not None else np.broadcast_to(np.False_, shape)
        if not gaps and not not_due:
            everything = np.broadcast_to(np.True_, shape)
            return Evaluated(cells, True, everything, everything, own, (), (), (), self.posts)
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
            cells, False, available, due, own, left_out, not_due, tuple(self.refused), self.posts
        )
