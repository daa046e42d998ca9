"""Expressions of a scheme: read from text, put in order, evaluated over people, explained.

>>> formula = parse("3.5*N1 + 18*N2")
>>> order({"K1": formula})
>>> values = evaluate(formula, with_derived(surroundings, {"K1": Derived(formula)}))

The one evaluator serves checking, preview and running. No part of it hands text to Python.
"""

from scoring.errors import FormulaError
from scoring.formula.evaluate import evaluate, with_derived
from scoring.formula.explain import Worked, working
from scoring.formula.graph import check, order, reach
from scoring.formula.nodes import OF_PAY, Formula, Node, Subject, Use
from scoring.formula.parse import parse
from scoring.formula.surroundings import Derived, Surroundings

__all__ = [
    "OF_PAY",
    "Derived",
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
