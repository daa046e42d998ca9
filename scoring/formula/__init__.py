"""Expressions of a scheme: read from text, put in order, evaluated over people, explained.

>>> formula = parse("3.5*N1 + 18*N2")
>>> order({"K1": formula})
>>> values = evaluate(formula, with_derived(surroundings, {"K1": Derived(formula)}))

The one evaluator serves checking, preview and running. No part of it hands text to Python.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scoring.errors import Fault, FormulaError, Phrase
from scoring.formula.nodes import Formula, Node, Subject, Use
from scoring.formula.surroundings import Derived, Floats, Surroundings


@dataclass(frozen=True)
class Worked:
    """A node with what it came to for one person: the tree that explains a figure.

    Parameters
    ----------
    node : what was worked out. value : its number (a condition: 1 or 0), NaN where missing.
    back : from how many periods back it was read. parts : what it was worked out from; of ``if`` the
    condition and the branch taken. why : of a missing value the reason, ``formula-why-…`` in the catalogue.
    """

    node: Node
    value: float
    back: int = 0
    parts: tuple[Worked, ...] = ()
    why: Phrase | None = None


def parse(text: str) -> Formula:
    """Read an expression.

    Raises
    ------
    FormulaError : it cannot be read; its one fault (``formula-…``) names the column from 1 (``at``), what
        stands there and what was expected. ``fault.where`` is "" for the caller to fill in.
    """
    raise NotImplementedError


def check(formula: Formula, known: Mapping[Subject, Collection[str] | None]) -> list[Fault]:
    """What `formula` names that there is not, each with its column and the nearest name.

    `known` has for each subject that may be read here the codes there are, None where any will do; a subject
    that is not in it may not be read in this place.
    """
    raise NotImplementedError


def order(measures: Mapping[str, Formula], others: Iterable[Formula] = ()) -> tuple[str, ...]:
    """The codes of derived measures so that each stands after those that it reads.

    `others` are the formulas of the scheme that are no derived measures; they count for the size.

    Raises
    ------
    FormulaError : a circle, named (a measure's own past is none), or more than 10 000 nodes when every
        measure is written out.
    """
    raise NotImplementedError


def reach(formula: Formula, measures: Mapping[str, Formula], cycle: str) -> int | None:
    """How many periods back `formula` reads, the derived measures that it names included; None: as far as
    there is anything, as one of them reads its own past."""
    raise NotImplementedError


def with_derived(surroundings: Surroundings, measures: Mapping[str, Derived]) -> Surroundings:
    """The same surroundings in which `value` knows the derived measures too, at every period back. Each is
    worked out when it is asked for and kept."""
    raise NotImplementedError


def evaluate(formula: Formula, surroundings: Surroundings) -> Floats:
    """What `formula` gives each person: (n,), NaN = missing; a condition gives 1 where it holds, 0 where it
    does not, NaN where it is missing and so does not hold either."""
    raise NotImplementedError


def working(formula: Formula, surroundings: Surroundings, row: int) -> Worked:
    """How `formula` came to what it gives the person in `row`."""
    raise NotImplementedError


__all__ = [
    "Derived",
    "Floats",
    "Formula",
    "FormulaError",
    "Node",
    "Subject",
    "Surroundings",
    "Use",
    "Worked",
    "check",
    "evaluate",
    "order",
    "parse",
    "reach",
    "with_derived",
    "working",
]
