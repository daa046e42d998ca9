"""What the expressions of a scheme read of a cohort."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.history import History
from scoring.cohort.measurements import Measurements
from scoring.cohort.presence import effective_value
from scoring.errors import Fault, MeasurementError, Phrase
from scoring.formula import OF_PAY, Derived, Formula, Subject, Surroundings, check, with_derived
from scoring.periods import Period, parse_period
from scoring.scheme import Scheme
from scoring.thresholds import LARGEST

Floats = NDArray[np.float64]

_ANY_PERIOD = {"month": "2000-01", "quarter": "2000Q1", "half-year": "2000H1", "year": "2000"}
"""Stands for the period where no expression asks for it."""


def surroundings(
    scheme: Scheme, measurements: Measurements, target: Callable[[str], Floats], *, insist: bool
) -> Surroundings | None:
    """What the scheme's expressions read; None where it has none.

    Parameters
    ----------
    target : code → (n,) the targets that people are held to in the period.
    insist : refuse expressions that name what nobody is measured at, and a calendar without a period.

    Raises
    ------
    MeasurementError : see `insist`.
    """
    if not scheme.formulas:
        return None
    if insist:
        refuse_unknown(scheme.formulas, scheme, measurements)
    return known(scheme, measurements, target)


def known(scheme: Scheme, measurements: Measurements, target: Callable[[str], Floats]) -> Surroundings:
    """What any expression may read of a cohort besides results; `target` as in :func:`surroundings`."""
    n, history = len(measurements.people), measurements.history
    scored = {indicator.code: indicator for indicator in scheme.indicators}

    def value(code: str, back: int) -> Floats:
        if back:
            return np.full(n, np.nan) if history is None else history.value(code, back)
        if code in scored:
            found, _ = effective_value(scored[code], scheme, measurements)
        else:
            found = measurements.column(measurements.values, code)
        # What nobody can mean is no figure to calculate with.
        return np.where(np.abs(found) < LARGEST, found, np.nan) if measurements.any_large else found

    def held_to(code: str, back: int) -> Floats:
        if not back:
            return target(code)
        found = np.full(n, np.nan) if history is None else history.target(code, back)
        own = scored[code].target if code in scored else None
        return found if own is None else np.where(np.isnan(found), own, found)

    held = measurements.positions or (None,) * n
    read = Surroundings(
        people=n,
        period=_period(scheme, history),
        value=value,
        target=held_to,
        past=np.zeros(n, dtype=np.int64) if history is None else history.past,
        team=_numbers(measurements.teams, n),
        position=tuple(position or "" for position in held),
    )
    return with_derived(read, {m.code: Derived(m.formula, m.start) for m in scheme.derived})


def _period(scheme: Scheme, history: History | None) -> Period:
    return parse_period(_ANY_PERIOD[scheme.cycle]) if history is None else history.period


def _numbers(teams: tuple[str | None, ...] | None, n: int) -> NDArray[np.int64]:
    """For each person the number of the team, −1 in none."""
    if teams is None:
        return np.full(n, -1, dtype=np.int64)
    numbers: dict[str | None, int] = {None: -1}
    for team in teams:
        numbers.setdefault(team, len(numbers) - 1)
    return np.array([numbers[team] for team in teams], dtype=np.int64)


def refuse_unknown(
    formulas: Sequence[tuple[str, Formula]], scheme: Scheme, measurements: Measurements
) -> None:
    """Refuse expressions, each with the key that it stands under, that name what nobody is measured at, and a
    calendar without a period.

    Raises
    ------
    MeasurementError : names the key, the code and the nearest one.
    """
    codes = (*measurements.indicators, *(m.code for m in scheme.derived), *scheme.codes)
    # What may be read where is the scheme's own check; here it is asked which measures there are.
    known: dict[Subject, tuple[str, ...] | None] = {"value": codes, "target": codes}
    known |= dict.fromkeys(("score", "section", "total", "position", "month", *OF_PAY))
    # Who writes what something is called means its code.
    named = [*((m.code, m.name) for m in scheme.derived), *((i.code, i.name) for i in scheme.indicators)]
    called = {name: code for code, names in named for name in names.values()}
    faults: list[Fault] = []
    for key, formula in formulas:
        for fault in check(formula, known):
            code = called.get(str(fault.params.get("name")))
            meant = {} if code is None else {"near": Phrase("formula-near", {"name": code})}
            faults.append(replace(fault, where=key, params={**fault.params, **meant}))
        if measurements.history is None and _asks_time(formula, scheme.cycle):
            faults.append(Fault("formula-no-period", key))
    if faults:
        raise MeasurementError(faults)


def _asks_time(formula: Formula, cycle: str) -> bool:
    return bool(formula.codes("month")) or formula.looks_back(cycle) > 0
