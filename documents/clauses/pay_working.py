"""How a line of pay came to what it pays somebody, in words."""

from __future__ import annotations

from collections.abc import Mapping

from documents.clauses.names import Names
from documents.formulas import reason, statement
from scoring.errors import Phrase
from scoring.pay import Guard, PaidLine
from words import format as fmt
from words.text import Text

_YUAN = frozenset({"amount", "pool", "bound", "together", "base"})
"""Figures that are amounts; the others are shown with the digits that they have."""


def arithmetic(found: PaidLine, names: Names, t: Text) -> str:
    """The one line that a calculator repeats: 2,500 × 0.75 = 1,875.00 yuan."""
    return t(
        found.working.key, **{name: _said(name, v, names, t) for name, v in found.working.params.items()}
    )


def expressions(found: PaidLine, names: Names, t: Text) -> list[str]:
    """Each expression of a line that is more than one figure, with the person's figures."""
    return [
        statement(t(f"pay-field-{name.partition('.')[0]}"), worked, t, names=names)
        for name, worked in found.expressions
        if worked.parts
    ]


def guard(found: Guard, name: str, t: Text) -> str:
    """A bound that a run breaks, as a sentence about somebody's `name`, with what it rests on."""
    sentence = t(f"check-{found.key or found.rule}", **{"where": name, **_plain(found.params, t)})
    return t("pay-guard", sentence=sentence, citation=t(f"citation-{found.rule}"))


def _plain(params: Mapping[str, object], t: Text) -> dict[str, object]:
    """Figures in plain digits; whole numbers stay numbers, by which a sentence chooses its words."""

    def said(value: object) -> object:
        if isinstance(value, tuple | list):
            return t("list-joint").join(map(str, value))
        return value if isinstance(value, int) else fmt.plain(value)

    return {name: said(value) for name, value in params.items()}


def _said(name: str, value: object, names: Names, t: Text) -> str:
    if isinstance(value, Phrase):
        return reason(value, t, names)
    if name == "slices" and isinstance(value, tuple):
        parts = (f"{fmt.number(part)}×{fmt.operand(rate)}%" for part, rate in value)
        return " + ".join(parts) or fmt.number(0.0)
    if isinstance(value, tuple):
        return " × ".join(fmt.operand(float(one)) for one in value)
    figure = float(str(value))
    return fmt.number(figure) if name in _YUAN else fmt.operand(figure)
