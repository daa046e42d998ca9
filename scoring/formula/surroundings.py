"""What a formula reads from: the people of a sheet, their measures over time, their results so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.formula.nodes import Formula
from scoring.periods import Period

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def _no_results(code: str) -> Floats:
    raise LookupError(code)


@dataclass(frozen=True, eq=False)
class Surroundings:
    """What the n people of a sheet's cohort have. ``back`` counts whole periods of the scheme's cycle, 0 the
    period that is scored. Arrays are read, never written.

    Parameters
    ----------
    people : n.
    period : the period that is scored; its kind is the scheme's cycle.
    value : (code, back) → (n,) values of a measure, NaN where missing; asked for any back ≤ ``past.max()``.
    target : (code, back) → (n,) targets in force, NaN where there is none.
    past : (n,) how many periods before this one each person has been measured in, counted back to the first
        one whatever gaps there are since (0: this is the first); beyond it there is nothing of the person.
    team : (n,) number of the person's team from 0; -1 = in none.
    position : the n positions, "" where it is not known; they and the teams are those of the period that is
        scored, for earlier periods too.
    score, section : code → (n,) results as they stand when they are asked for, NaN where there is none.
    total : () → (n,) totals as they stand.
    pay : code → (n,) yuan of a line of pay, NaN where it is not the person's or cannot be told.
    of_person : "coefficient", "presence" or "deductions" → (n,) what lines of pay know of each person.
    start : what derived measures were before the first period; :func:`with_derived` puts it in.
    """

    people: int
    period: Period
    value: Callable[[str, int], Floats]
    target: Callable[[str, int], Floats]
    past: Ints
    team: Ints
    position: Sequence[str] | NDArray[np.str_]
    score: Callable[[str], Floats] = _no_results
    section: Callable[[str], Floats] = _no_results
    total: Callable[[], Floats] = lambda: _no_results("total")
    pay: Callable[[str], Floats] = _no_results
    of_person: Callable[[str], Floats] = _no_results
    start: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def deepest(self) -> int:
        """How many periods back there is anything of anybody."""
        return int(self.past.max(initial=0))

    @property
    def periods_a_year(self) -> int:
        """How many periods make a year."""
        return 12 // self.period.length

    def number_in_year(self, back: int) -> int:
        """Which period of its year the one so many periods back is, from 1."""
        number = self.period.last_day.month // self.period.length
        return (number - 1 - back) % self.periods_a_year + 1

    def month(self, back: int) -> int:
        """The last month of the period so many periods back, 1 to 12."""
        return self.number_in_year(back) * self.period.length


@dataclass(frozen=True)
class Derived:
    """A derived measure: its formula, and what it was before a person's first period (None: missing)."""

    formula: Formula
    start: float | None = None
