"""What people would be paid with other figures, each alone, everybody else being as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.change.levers import COUNTED, WITHIN_REACH, felt_by_others, measures, on_scale, scored
from scoring.cohort.measurements import Measurements
from scoring.formula import Formula
from scoring.formula.nodes import RESULTS
from scoring.pay import pay
from scoring.scheme import Scheme
from scoring.scheme.pay import PayLine, Pool
from scoring.sheet import ScoreSheet

Floats = NDArray[np.float64]
Fen = NDArray[np.int64]

OF_CUSTOMERS = frozenset({"business", "new-customers", "satisfaction"})
"""The families of indicators that nobody does well at without a customer."""
HAIR = 0.005
"""Half a fen, in yuan."""


@dataclass(frozen=True, eq=False)
class PayLever:
    """A measure: which way pays more (1 up, −1 down), the spread of colleagues, how far each may go, (n,)."""

    code: str
    sign: float
    spread: float
    values: Floats
    limit: Floats
    counted: bool
    of_customers: bool | None


class Looked:
    """A sheet with what it pays, and what other figures would pay."""

    def __init__(self, sheet: ScoreSheet) -> None:
        self.sheet, self.scheme = sheet, sheet.scheme
        self.run = pay(sheet)
        quotas = any(grade.quota is not None for grade in self.scheme.grades)
        self._felt = frozenset(self.codes) if quotas else felt_in_pay(self.scheme)

    @property
    def codes(self) -> tuple[str, ...]:
        """What is scored or paid; not what only says how wages stand."""
        scheme = self.scheme
        wages = {c for f in (scheme.payment.wage, scheme.payment.minimum) if f for c in scheme.reads(f)}
        paid = {
            c for key, f in scheme.pay_formulas for c in scheme.reads(f) if not key.startswith("payment.")
        }
        known = self.sheet.measurements.position
        return tuple(dict.fromkeys(c for c in (*measures(self.sheet), *sorted(paid - wages)) if c in known))

    def levers(self) -> Iterator[PayLever]:
        """What pays more when it moves one way, and is no wage."""
        for code in self.codes:
            lever = self._lever(code)
            if lever is not None:
                yield lever

    def _lever(self, code: str) -> PayLever | None:
        measured = self.sheet.measurements
        values = np.array(measured.column(measured.values, code))
        if np.isnan(values).all():
            return None
        indicator = self.scheme.by_code.get(code)
        deviation = float(np.nanstd(values))
        spread = deviation if deviation > 0 else 1.0
        counted = (
            indicator.measure in COUNTED if indicator else bool((values[~np.isnan(values)] % 1 == 0).all())
        )
        if counted:
            spread = max(1.0, round(spread))
        sign = self._better(code, values, spread)
        if not sign:
            return None
        limit = np.full(len(values), np.nanquantile(values, WITHIN_REACH if sign > 0 else 1 - WITHIN_REACH))
        targets = np.array(measured.column(measured.targets, code))
        better = np.fmax if sign > 0 else np.fmin
        limit = better(better(limit, targets), values)
        if indicator is not None:
            limit = on_scale(indicator, limit)
        if counted:
            limit = sign * np.floor(sign * limit)
        family = None if indicator is None else indicator.family in OF_CUSTOMERS
        return PayLever(code, sign, spread, values, limit, counted, family)

    def _better(self, code: str, values: Floats, spread: float) -> float:
        indicator = self.scheme.by_code.get(code)
        if indicator is not None and indicator.quantity is None:
            return 1.0 if indicator.higher else -1.0
        up, down = (np.nansum(self.gain(code, values + by)) for by in (4 * spread, -4 * spread))
        # Where nobody can do better, as nobody has any complaints, it is the way that does not cost.
        return 0.0 if abs(up - down) <= HAIR else (1.0 if up > down else -1.0)

    def moved(self, code: str, values: Floats) -> Floats:
        """Values that the measure can have: on the scale of its rule, counts not below 0."""
        indicator = self.scheme.by_code.get(code)
        there = self.sheet.measurements.column(self.sheet.measurements.values, code)
        low = 0.0 if np.nanmin(there) >= 0 else -np.inf
        on = np.maximum(values, low)
        return on_scale(indicator, on) if indicator is not None else on

    def gain(self, code: str, values: Floats, rows: Sequence[int] | None = None) -> Floats:
        """(n,) yuan more for each person (of `rows`) who alone has another value; NaN where there is none."""
        measured = self.sheet.measurements
        at = self.moved(code, values)
        there = ~np.isnan(measured.column(measured.values, code))
        if code not in self._felt:
            gained = self.more(measured.with_everybody(code, np.where(there, at, np.nan)))
            return np.where(there, gained, np.nan)
        found = np.full(len(there), np.nan)
        for i in range(len(there)) if rows is None else rows:
            if there[i]:
                found[i] = self.one(i, {code: float(at[i])})
        return found

    def one(self, i: int, values: Mapping[str, float]) -> float:
        """Yuan more for the person in row i with other values."""
        measured = self.sheet.measurements
        for code, value in values.items():
            measured = measured.with_value(self.sheet.people[i], code, value)
        return float(self.more(measured, i)[i])

    def more(self, measured: Measurements, i: int | None = None) -> Floats:
        """(n,) yuan more on other measurements; whoever is looked at (in row i, or everybody) comes loose
        from a result that is kept."""
        if measured.held is not None:
            loose = measured.held
            for row in range(len(measured.people)) if i is None else [i]:
                loose = loose.loosened(row)
            measured = measured.holding(loose)
        return self.beside(scored(self.scheme, measured))

    def beside(self, other: ScoreSheet) -> Floats:
        """(n,) yuan more that another sheet of the same people pays."""
        return np.asarray((pay(other).totals - self.run.totals) / 100.0)


def felt_in_pay(scheme: Scheme) -> frozenset[str]:
    """The measures whose figures have a part in what other people are paid, by a pool or by what a line reads
    of others; all that count in scores where it reads results."""
    lines = {line.code: line for line in scheme.pay}
    left = [f for line in scheme.pay for f in _shared(scheme, line)]
    found, seen = set(felt_by_others(scheme)), set[str]()
    while left:
        formula = left.pop()
        found |= scheme.reads(formula)
        if any(use.subject in RESULTS for use in formula.uses):
            found |= {*scheme.codes, *(c for _, f in scheme.formulas for c in scheme.reads(f))}
        for code in formula.codes("pay"):
            if code not in seen:
                seen.add(code)
                left += [f for _, f in lines[code].formulas]
    return frozenset(found)


def _shared(scheme: Scheme, line: PayLine) -> Iterator[Formula]:
    for _, formula in line.formulas:
        if isinstance(line, Pool) or scheme.reads_others(formula):
            yield formula
