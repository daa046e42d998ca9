"""Indicator scores of a cohort: every rule applied to its column, and what is missing noted.

This part does not depend on the weights, so that a change of weights can use it again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Fault, MeasurementError
from scoring.scheme import Scheme
from scoring.sheet.measurements import Measurements
from scoring.sheet.presence import effective_target, effective_value, not_due_for, target_factors
from scoring.sheet.refusals import Refused, refuse, usable

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Evaluated:
    """(n, m) scores with the values and targets behind them.

    ``available`` and ``due`` are (n, m) masks; they are made only where something is missing or not
    due (``complete`` is False). ``refused`` are the cells that were measured but cannot be scored: NaN in
    ``scores`` and ``values``, due without data.
    """

    scores: Floats
    values: Floats
    targets: Floats
    complete: bool
    available: Bools
    due: Bools
    without_inherited: Bools
    left_out: tuple[str, ...]
    not_due: tuple[str, ...]
    refused: tuple[Refused, ...] = ()

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
    MeasurementError : a rule divides by targets, the scheme gives none and nobody has one above 0.
    """
    n, m = len(measurements.people), len(scheme.indicators)
    scores = np.empty((n, m), order="F")
    values = np.empty((n, m), order="F")
    targets = np.empty((n, m), order="F")
    own = np.zeros((n, m), dtype=bool, order="F") if measurements.inherited is not None else None
    absent: dict[int, Bools] = {}
    refused: list[Refused] = []
    faults: list[Fault] = []
    factors = target_factors(measurements, scheme.protection)
    for j, indicator in enumerate(scheme.indicators):
        value, use_own = effective_value(indicator, scheme, measurements)
        if indicator.code in measurements.not_due:
            value = np.full(n, np.nan)
        if (away := not_due_for(indicator, factors)) is not None:
            absent[j] = away
            value = np.where(away, np.nan, value)
        target = effective_target(indicator, measurements, factors)
        fitting, left = refuse(
            indicator, measurements.people, value, target, any_large=measurements.any_large
        )
        needs_target = insist and indicator.rule.uses_target and indicator.target is None
        if left and needs_target and not usable(target).any():
            faults.append(Fault("target-none", indicator.code))
        value = fitting
        refused += left
        values[:, j] = value
        targets[:, j] = target
        if own is not None and use_own is not None:
            own[:, j] = use_own
        scores[:, j] = indicator.rule.evaluate(value, target, indicator.higher)
    if faults:
        raise MeasurementError(faults)
    return _noted(scheme, measurements, scores, values, targets, own, absent, tuple(refused))


def _noted(
    scheme: Scheme,
    measurements: Measurements,
    scores: Floats,
    values: Floats,
    targets: Floats,
    own: Bools | None,
    absent: dict[int, Bools],
    refused: tuple[Refused, ...],
) -> Evaluated:
    """Work out what is there, what was due, and what nobody has."""
    shape = scores.shape
    not_due = tuple(code for code in scheme.codes if code in measurements.not_due)
    # The smallest of a column is NaN as soon as one is.
    gaps = [j for j in range(shape[1]) if shape[0] and np.isnan(scores[:, j].min())]
    without_inherited = own if own is not None else np.broadcast_to(np.False_, shape)
    if not gaps and not not_due:
        everything = np.broadcast_to(np.True_, shape)
        return Evaluated(scores, values, targets, True, everything, everything, without_inherited, (), ())
    available = np.ones(shape, dtype=bool, order="F")
    for j in gaps:
        available[:, j] = ~np.isnan(scores[:, j])
    due = np.ones(shape, dtype=bool, order="F")
    for j, code in enumerate(scheme.codes):
        if code in not_due:
            due[:, j] = False
        elif j in absent:
            due[:, j] = ~absent[j]
    left_out = tuple(
        code for j, code in enumerate(scheme.codes) if code not in not_due and not available[:, j].any()
    )
    return Evaluated(
        scores, values, targets, False, available, due, without_inherited, left_out, not_due, refused
    )
