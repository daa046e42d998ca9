"""Whether lines of pay can work: what is refused, with the reason."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from scoring.errors import Fault
from scoring.formula import OF_PAY, Formula, Subject, check
from scoring.scheme.pay.graph import circle, leaning
from scoring.scheme.pay.lines import Brackets, OfLines, PayLine, Price, Step
from scoring.scheme.pay.payment import Payment
from scoring.thresholds import LARGEST

Known = Mapping[Subject, Collection[str] | None]

LONGEST_YEARS = 10


def faults(lines: Sequence[PayLine], payment: Payment, known: Known) -> Iterator[Fault]:
    """What is wrong with the lines of pay of a scheme and how they are paid out.

    `known` is what an expression may read once everybody's total is there.
    """
    codes = [line.code for line in lines]
    for code, count in Counter(codes).items():
        if count > 1:
            yield Fault("duplicate-entry", code, {"name": "pay"})
    of_pay: Known = {**known, **dict.fromkeys(OF_PAY), "pay": codes}
    for line in lines:
        for name, formula in line.formulas:
            yield from _formula(f"{line.code}.{name}", formula, of_pay, condition=name == "when")
        yield from _own(line, codes)
    if ring := circle(leaning(lines)):
        yield Fault("pay-circle", ring[0], {"circle": " → ".join(ring)})
    yield from _payment(payment, of_pay)


def _formula(where: str, formula: Formula, known: Known, *, condition: bool) -> Iterator[Fault]:
    for fault in check(formula, known):
        yield replace(fault, where=where)
    if formula.is_condition != condition:
        yield Fault("formula-condition-wanted" if condition else "formula-number-wanted", where)


def _own(line: PayLine, codes: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with what its kind asks."""
    if isinstance(line, Price) and line.shares:
        total = math.fsum(line.shares.values())
        if abs(total - 100) > 1e-6 or min(line.shares.values()) < 0:
            yield Fault("pay-shares", line.code, {"total": round(total, 6)})
    if isinstance(line, OfLines):
        for code in line.of:
            if code not in codes:
                yield Fault("pay-line", line.code, {"value": code, "choices": tuple(codes)})
    if isinstance(line, Step):
        if len(line.amounts) != len(line.edges) + 1:
            yield Fault("pay-amounts", line.code, {"edges": len(line.edges), "amounts": len(line.amounts)})
        yield from _rising(line.code, "edges", line.edges)
        yield from _finite(line.code, "amounts", line.amounts)
    if isinstance(line, Brackets):
        yield from _rising(line.code, "table", [bound for bound, _ in line.table])
        for _, rate in line.table:
            if not 0 <= rate <= 100:
                params = {"name": "table", "value": rate, "low": 0, "high": 100}
                yield Fault("out-of-range", line.code, params)


def _rising(where: str, name: str, figures: Sequence[float]) -> Iterator[Fault]:
    yield from _finite(where, name, figures)
    if any(not first < second for first, second in pairwise(figures)):
        yield Fault("pay-rising", where, {"name": name})


def _finite(where: str, name: str, figures: Sequence[float]) -> Iterator[Fault]:
    if any(not abs(figure) < LARGEST for figure in figures):
        yield Fault("not-finite", where, {"name": name})


def _payment(payment: Payment, known: Known) -> Iterator[Fault]:
    limits = (("deferred", payment.deferred, 0, 1), ("years", payment.years, 1, LONGEST_YEARS))
    for name, value, low, high in limits:
        if not low <= value <= high:
            params = {"name": name, "value": value, "low": low, "high": high}
            yield Fault("out-of-range", "payment", params)
    for name, formula in (("minimum", payment.minimum), ("wage", payment.wage)):
        if formula is not None:
            yield from _formula(f"payment.{name}", formula, known, condition=False)
