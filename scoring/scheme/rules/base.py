"""What a rule of a scheme is: the contract that all rules keep, so that nobody needs to know which one it is.

A rule turns a column of values (one indicator, the whole cohort) into scores. NaN stays NaN. Every floor and
cap is a parameter of the rule; there are no hidden ones.

A new rule is one class, listed in the package. What is asked of a rule beyond its scores (faults, jumps, the
highest score, what took hold, its arithmetic) has an answer here that fits a rule without peculiarities. Its
words stand in the catalogues: ``rule-name-TYPE`` for the rule, ``rule-field-NAME`` for each parameter (and
``rule-field-NAME-WORD`` for each of the words it may be), ``rule-fault-NAME`` for what is wrong with them,
``working-SHAPE`` for its arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.errors import Fault, Phrase
from scoring.thresholds import LARGEST, highest_at, lowest_at

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

Limit = Literal["cap", "floor", "zero-below"]

_ENDLESS = "endless"
_UNSAID = "unsaid"


class Jump(NamedTuple):
    """A place where a hair's breadth of value changes the score, the value rising: at ``value`` (the share of
    the target for rules that divide by it) it goes from ``before`` to ``after``. ``beyond``: at the place
    itself the score is still ``before``."""

    value: float
    before: float
    after: float
    beyond: bool = False


class Held(NamedTuple):
    """What held a score back: the score before floor and cap (None: the rule has neither), and which of them
    took hold."""

    unlimited: float | None
    limit: Limit | None


def endless(default: Any) -> Any:
    """A parameter that may be endless, so that nothing is cut off."""
    return field(default=default, metadata={_ENDLESS: True})


def usual(default: Any) -> Any:
    """A parameter that a scheme file leaves out where it is the default."""
    return field(default=default, metadata={_UNSAID: True})


@dataclass(frozen=True)
class Rule:
    """What all rules have in common; see the sub-classes for the formulas.

    The fields of a sub-class are its parameters: their names, types and defaults are those of the scheme
    file (see ``parameters.py`` for the types there are).
    """

    type: ClassVar[str]
    """The rule's name in a scheme file."""
    uses_target: ClassVar[bool] = False
    """Whether the rule divides by the target."""
    peer: ClassVar[bool] = False
    """Whether the result depends on the others in the cohort."""
    by_place: ClassVar[bool] = False
    """Whether nothing but the place among the others decides the score."""
    open_ended: ClassVar[bool] = False
    """Whether the score grows with the value without end, so that the cap alone holds it."""

    monotone: ClassVar[bool] = True
    """Whether a value that is better by the direction never scores less."""

    @property
    def reads_target(self) -> bool:
        """Whether nobody is scored without a target."""
        return self.uses_target

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        """Scores before floor and cap, as a new array; see :meth:`evaluate`."""
        raise NotImplementedError

    def evaluate(self, x: Floats, target: Floats, higher: bool) -> Floats:
        """Scores of a column.

        Parameters
        ----------
        x : (n,) values, NaN where missing.
        target : (n,) targets in the same unit; read by rules with ``reads_target`` only.
        higher : True where a higher value is better.
        """
        scores = self.unlimited(x, target, higher)
        if self.bounds is None:
            return scores
        low, high = self.bounds
        if low is not None or high is not None:
            np.clip(scores, low, high, out=scores)
        under = self.gated(x, target)
        if under is not None:
            scores[under] = low
        return scores

    @property
    def bounds(self) -> tuple[float | None, float | None] | None:
        """Floor and cap of the score, each None where it is not set; None: a rule without either."""
        return None

    @property
    def highest(self) -> float | None:
        """The highest score that any number of people may reach together; None where there is none."""
        return None if self.bounds is None else self.bounds[1]

    @property
    def domain(self) -> tuple[float, float] | None:
        """Lowest and highest value that the rule takes; None: every number."""
        return None

    def outside(self, x: Floats) -> Bools | None:
        """Which values lie outside the domain; None where every number will do. NaN lies nowhere."""
        if self.domain is None:
            return None
        low, high = self.domain
        return (x < lowest_at(low)) | (x > highest_at(high))

    def gated(self, x: Floats, target: Floats) -> Bools | None:
        """Where the score is the floor (of ``bounds``) as too little was attained; None: no such gate."""
        return None

    def held(self, x: Floats, target: Floats, higher: bool, i: int) -> Held:
        """What held back the score of person `i` of the column (n,); the parameters are those of
        :meth:`evaluate`."""
        if not self.peer:
            x, target, i = x[i : i + 1], target[i : i + 1], 0
        score = float(self.evaluate(x, target, higher)[i])
        if self.bounds is None or np.isnan(score):
            return Held(None, None)
        unlimited = float(self.unlimited(x, target, higher)[i])
        under = self.gated(x, target)
        if under is not None and under[i]:
            return Held(unlimited, "zero-below")
        if unlimited > highest_at(score):
            return Held(unlimited, "cap")
        return Held(unlimited, "floor" if unlimited < lowest_at(score) else None)

    def working(self, x: Floats, target: Floats, higher: bool, i: int) -> Phrase:
        """The arithmetic by which person `i` of the column (n,) got the score before floor and cap: one shape
        of it with its figures, ``working-SHAPE`` in the catalogues. The parameters are those of
        :meth:`evaluate`; the person has a score."""
        return Phrase(f"rule-name-{self.type}")

    def jumps(self, higher: bool) -> list[Jump]:
        """Where the score jumps, by rising value."""
        return []

    @classmethod
    def draft(cls, higher: bool) -> dict[str, Any]:
        """What those parameters are to begin with that have no default, as a scheme file writes them."""
        return {}

    @property
    def bends(self) -> tuple[float, ...]:
        """Values at which the score begins to move otherwise, where the parameters name them."""
        return ()

    def better(self, x: float, higher: bool) -> float:
        """Which way a better value lies from `x`: 1 up, −1 down, 0 nowhere."""
        return 1.0 if higher else -1.0

    def faults(self, higher: bool) -> Iterator[Fault]:
        """Why the rule cannot work with these parameters (``rule-parameters``) or in this direction
        (``rule-direction``); `higher` is True where a higher value is better. The caller adds the indicator.
        """
        return iter(())

    @property
    def fewest_raters(self) -> Mapping[str, int]:
        """For each group of raters that counts the fewest it needs, where the rule says so."""
        return {}

    @property
    def rater_weights(self) -> Mapping[str, float]:
        """The weight of each group of raters, where the values are results of 360 reviews; else nothing."""
        return {}

    @property
    def trimmed_raters(self) -> int:
        """How many of the highest and of the lowest raters fall away in a group that is large enough."""
        return 0

    def parameters(self) -> dict[str, Any]:
        """The parameters that are set, in the order of the scheme file."""
        given = {
            f.name: getattr(self, f.name)
            for f in fields(self)
            if not (f.metadata.get(_UNSAID) and getattr(self, f.name) == f.default)
        }
        return {name: value for name, value in given.items() if value is not None and value != {}}

    def not_finite(self) -> Iterator[str]:
        """Parameters that hold figures nobody can calculate with; a cap may be endless."""
        for f in fields(self):
            value = getattr(self, f.name)
            if value == math.inf and f.metadata.get(_ENDLESS):
                continue
            if not all(abs(figure) < LARGEST for figure in _figures(value)):
                yield f.name


def wrong(name: str) -> Fault:
    """The parameters cannot work; ``rule-fault-NAME`` says why."""
    return Fault("rule-parameters", params={"detail": Phrase(f"rule-fault-{name}")})


def against(name: str) -> Fault:
    """The rule goes against the indicator's direction; ``rule-fault-NAME`` says how."""
    return Fault("rule-direction", params={"detail": Phrase(f"rule-fault-{name}")})


def _figures(value: Any) -> Iterator[float]:
    """Every number in a parameter."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        for one in value:
            yield from _figures(one)
    elif isinstance(value, int | float):
        yield value
