"""Bounds of labour law and supervision that a pay run has to keep, person by person.

They are the rules of the scheme checks that only amounts can show; the number of the rule leads to what it
rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from scoring.cohort.presence import attended_shares, present_shares
from scoring.formula import Formula, evaluate
from scoring.pay.fen import Fen, fen
from scoring.pay.kinds import Bools
from scoring.pay.results import PayRun
from scoring.scheme.pay import Fine, Payment
from scoring.scheme.pay.payment import DEFERRED_AT_LEAST, YEARS_AT_LEAST
from scoring.thresholds import LARGEST

_ROUNDING = 1
"""Fen by which a share that was rounded may lie below its bound."""


@dataclass(frozen=True)
class Bounds:
    """What is held against: the largest share of the wage that losses may take, the smallest share and number
    of years of deferral, the smallest and largest ratio of the highest pay to the lowest."""

    loss_share: float = 0.2
    deferred: float = DEFERRED_AT_LEAST
    years: int = YEARS_AT_LEAST
    spread: tuple[float, float] = (1.2, 4.0)


@dataclass(frozen=True)
class Guard:
    """A bound that a run breaks: the rule, how serious, whose pay it is ("" for the run as a whole).

    The sentence is ``check-KEY`` in the catalogue, with ``where`` for the person; what the rule rests on is
    ``citation-RULE``.
    """

    rule: str
    severity: Literal["error", "warning"]
    person: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    key: str = ""


def guards(run: PayRun, bounds: Bounds = Bounds()) -> tuple[Guard, ...]:
    """Every bound that a run breaks, errors first.

    L03: deductions for losses above the share of the wage, or what is left below the minimum. L04: somebody
    on protected leave lacks a figure and so gets nothing for it. M01: less deferred than there has to be, or
    over fewer years. M04: pay of people who were there throughout lies too far apart, or too close together.
    """
    found = (*_wages(run, bounds), *_leave(run), *_deferral(run, bounds), *_spread(run, bounds))
    return tuple(sorted(found, key=lambda one: one.severity != "error"))


def _wages(run: PayRun, bounds: Bounds) -> Iterator[Guard]:
    losses = _losses(run)
    wage, minimum = (_amount(run, one) for one in (_payment(run).wage, _payment(run).minimum))
    # Where the scheme names no wage, what its lines give is all there is.
    known = run.totals + losses if wage is None else wage
    limit = bounds.loss_share * np.maximum(known, 0)
    for i in np.flatnonzero((losses > 0) & (losses > limit + _ROUNDING)).tolist():
        share = round(100.0 * float(losses[i]) / float(known[i]), 1) if known[i] > 0 else 100.0
        params = {"share": share, "limit": round(100 * bounds.loss_share, 1)}
        yield Guard("L03", "error", run.people[i], params, key="L03-loss")
    if minimum is None:
        return
    left = run.now if wage is None else wage - losses
    least = np.floor(minimum * attended_shares(run.sheet.measurements))
    for i in np.flatnonzero(left < least - _ROUNDING).tolist():
        yield Guard("L03", "error", run.people[i])


def _leave(run: PayRun) -> Iterator[Guard]:
    measured = run.sheet.measurements
    protected = attended_shares(measured) > present_shares(measured)
    for i in np.flatnonzero(protected & run.missing.any(axis=1)).tolist():
        lacking = tuple(run.lines[k].code for k in np.flatnonzero(run.missing[i]))
        yield Guard("L04", "warning", run.people[i], {"lines": lacking}, key="L04-missing")


def _deferral(run: PayRun, bounds: Bounds) -> Iterator[Guard]:
    payment = _payment(run)
    held, granted = run.held.sum(axis=1), _deferrable(run)
    short = held + _ROUNDING < np.floor(bounds.deferred * granted)
    if payment.years < bounds.years:
        short |= held > 0
    for i in np.flatnonzero(_material(run) & (granted > 0) & short).tolist():
        share = round(100.0 * float(held[i]) / float(granted[i]), 1)
        yield Guard("M01", "error", run.people[i], {"share": share, "years": payment.years}, key="M01-person")


def _spread(run: PayRun, bounds: Bounds) -> Iterator[Guard]:
    there = (present_shares(run.sheet.measurements) == 1.0) & ~run.missing.any(axis=1) & (run.totals > 0)
    if there.sum() < 2:
        return
    ratio = float(run.totals[there].max()) / float(run.totals[there].min())
    low, high = bounds.spread
    if not low <= ratio <= high:
        params = {"value": round(ratio, 2), "low": low, "high": high}
        yield Guard("M04", "warning", params=params, key="M04-run")


def _losses(run: PayRun) -> Fen:
    """(n,) fen that lines deduct for losses, ≥ 0."""
    columns = [k for k, line in enumerate(run.lines) if isinstance(line, Fine) and line.loss]
    found: Fen = -run.amounts[:, columns].sum(axis=1)
    return found


def _deferrable(run: PayRun) -> Fen:
    """(n,) fen of the lines of which a part may be held back."""
    columns = [k for k, line in enumerate(run.lines) if line.deferrable]
    found: Fen = run.amounts[:, columns].sum(axis=1)
    return found


def _material(run: PayRun) -> Bools:
    held = run.sheet.measurements.positions or (None,) * len(run.people)
    return np.array([position in _payment(run).material for position in held], dtype=bool)


def _payment(run: PayRun) -> Payment:
    return run.sheet.scheme.payment


def _amount(run: PayRun, formula: Formula | None) -> Fen | None:
    """(n,) fen that an expression of the payment gives, 0 where a figure is missing; None where there is
    none."""
    return (
        None
        if formula is None or run.read is None
        else fen(np.clip(evaluate(formula, run.read), -LARGEST, LARGEST))
    )
