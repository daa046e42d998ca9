"""The functions that an expression knows, and what stands in their brackets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scoring.formula.nodes import OF_PAY, PEERS, Subject, Type

Takes = Literal["values", "condition", "whole", "optional-whole", "table", "code", "nothing"]
"""What stands in the brackets: values; a condition and two values; values with a whole number after
them, which may be left out; a value and a table; the code of something that is looked up; nothing."""

MOST_PERIODS = 120
MOST_DECIMALS = 9


@dataclass(frozen=True)
class Function:
    """How a function is written.

    Parameters
    ----------
    takes : what stands in its brackets. fewest, most : how many values; None = any number.
    limits : of the whole number. reads : what it looks up. gives : the type of what it gives.
    """

    takes: Takes = "values"
    fewest: int = 1
    most: int | None = 1
    limits: tuple[int, int] = (1, MOST_PERIODS)
    reads: Subject | None = None
    gives: Type = "number"


FUNCTIONS: Mapping[str, Function] = {
    "if": Function("condition", 3, 3),
    "min": Function(fewest=2, most=None),
    "max": Function(fewest=2, most=None),
    "abs": Function(),
    "round": Function("whole", limits=(0, MOST_DECIMALS)),
    "floor": Function(),
    "ceil": Function(),
    "coalesce": Function(fewest=2, most=None),
    "target": Function("code", reads="target"),
    "score": Function("code", reads="score"),
    "section": Function("code", reads="section"),
    "total": Function("nothing", reads="total"),
    "month": Function("nothing", reads="month"),
    "quarter": Function("nothing", reads="month"),
    "position": Function("nothing", reads="position", gives="text"),
    "pay": Function("code", reads="pay"),
    "coefficient": Function("nothing", reads="coefficient"),
    "presence": Function("nothing", reads="presence"),
    "deductions": Function("nothing", reads="deductions"),
    "previous": Function("optional-whole"),
    "year_ago": Function(),
    "year_start": Function(),
    "year_to_date": Function(),
    "sum_of_last": Function("whole"),
    "mean_of_last": Function("whole"),
    "brackets": Function("table"),
    **{name: Function() for name in sorted(PEERS)},
}

KEEP_TYPE = frozenset({"if", "coalesce", "previous", "year_ago", "year_start"})
"""The functions that give a condition where all that they choose from are conditions."""

WORDS = frozenset({"and", "or", "not", *FUNCTIONS}) - OF_PAY
"""What is no code unless it stands in ``[ ]``. Words of pay are codes wherever no bracket follows, so that a
measure may be called so."""
