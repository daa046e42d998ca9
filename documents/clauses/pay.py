"""Lines of pay and how they are paid out, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents.clauses.names import PAY, Names
from documents.formulas import as_factor, spelled
from scoring.formula import Formula
from scoring.scheme import Scheme
from scoring.scheme.pay import (
    Brackets,
    Coefficient,
    Fine,
    Floor,
    OfLines,
    PayLine,
    Payment,
    Pool,
    Price,
    Step,
    summed,
)
from words import format as fmt
from words.text import Text


def line(found: PayLine, lines: Sequence[PayLine], names: Names, t: Text) -> Iterator[str]:
    """What a line pays, whose it is and when."""
    name = t.name(found.name, found.code)
    yield t("regulation-pay", name=name, what=_what(found, lines, names, t))
    if isinstance(found, Pool):
        yield t(f"regulation-pay-nobody-{found.nobody}")
    if isinstance(found, Fine) and found.loss:
        yield t("regulation-pay-loss")
    if found.when is not None:
        yield t("regulation-pay-when", when=spelled(found.when, t, names))
    if found.positions:
        positions = t("list-joint").join(t.term(position) for position in found.positions)
        yield t("regulation-pay-positions", positions=positions)
    if not found.deferrable:
        yield t("regulation-pay-at-once")


def payment(found: Payment, names: Names, t: Text) -> Iterator[str]:
    """What is deferred and the bounds that are kept."""
    if found.material and found.deferred:
        yield t(
            "regulation-pay-deferred",
            positions=t("list-joint").join(t.term(position) for position in found.material),
            share=fmt.percent(found.deferred, 0),
            years=found.years,
        )
    if found.wage is not None:
        yield t("regulation-pay-wage", wage=spelled(found.wage, t, names))
    if found.minimum is not None:
        yield t("regulation-pay-minimum", minimum=spelled(found.minimum, t, names))


def lines(scheme: Scheme, names: Names, t: Text) -> Iterator[tuple[tuple[str, ...], Iterator[str]]]:
    """An article for each line, then those on rounding and on how it is paid out; none without any line."""
    if not scheme.pay:
        return
    for one in scheme.pay:
        yield (f"{PAY}{one.code}", "pay-lines"), line(one, scheme.pay, names, t)
    yield ("pay-rounding",), iter((t("regulation-pay-rounding"),))
    yield ("deferral",), payment(scheme.payment, names, t)


def _what(found: PayLine, lines: Sequence[PayLine], names: Names, t: Text) -> str:
    words = {name: spelled(formula, t, names) for name, formula in found.own_formulas if "." not in name}
    if isinstance(found, Price) and found.shares:
        shares = ((names.get(code, code), fmt.operand(share)) for code, share in found.shares.items())
        said = (t("regulation-pay-share", name=name, share=share) for name, share in shares)
        return t("regulation-pay-price", price=words["price"], quantity=t("list-joint").join(said))
    if isinstance(found, Pool):
        return t(f"regulation-pay-pool-{found.within}", **words)
    if isinstance(found, Coefficient):
        factors = (found.base, *found.factors)
        return t("regulation-pay-coefficient", product="×".join(_factor(one, names, t) for one in factors))
    if isinstance(found, Step):
        return t("regulation-pay-step", on=words["on"], steps=t("clause-joint").join(_steps(found, t)))
    if isinstance(found, OfLines):
        of = t("list-joint").join(names.get(f"{PAY}{code}", code) for code in summed(found, lines))
        if isinstance(found, Brackets):
            rates = t("list-joint").join(
                t("regulation-pay-bracket", bound=fmt.operand(bound), rate=fmt.operand(rate))
                for bound, rate in found.table
            )
            return t(f"regulation-pay-brackets-{found.into}", of=of, rates=rates)
        assert isinstance(found, Floor)
        return t(f"regulation-pay-{found.kind}", of=of, **words)
    return t(f"regulation-pay-{found.kind}", **words)


def _factor(formula: Formula, names: Names, t: Text) -> str:
    return as_factor(formula.root, spelled(formula, t, names))


def _steps(found: Step, t: Text) -> Iterator[str]:
    edges = [fmt.operand(edge) for edge in found.edges]
    amounts = [fmt.operand(amount) for amount in found.amounts]
    yield t(f"regulation-pay-step-first-{found.closed}", edge=edges[0], amount=amounts[0])
    for low, high, amount in zip(edges, edges[1:], amounts[1:], strict=False):
        yield t(f"regulation-pay-step-{found.closed}", low=low, high=high, amount=amount)
    yield t(f"regulation-pay-step-last-{found.closed}", edge=edges[-1], amount=amounts[-1])
