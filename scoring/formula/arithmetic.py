"""What the operators and functions do with columns of people.

A value is a number for everybody or an array (n,) with one for each, NaN = missing. A condition is a
:class:`Truth`. What an operation is given is never written to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scoring.formula.nodes import PEERS, Apply
from scoring.formula.surroundings import Floats, Surroundings
from scoring.rounding import round_half_up
from scoring.thresholds import hair, highest_at, lowest_at

Bools = NDArray[np.bool_]
Value = Floats | float


@dataclass(frozen=True, eq=False)
class Truth:
    """Where a condition holds and where it is missing (None: nowhere); never both."""

    holds: Bools | np.bool_
    missing: Bools | np.bool_ | None = None


Texts = Sequence[str] | NDArray[np.str_] | str
Given = Value | Truth
"""What an operation works on or gives; texts are looked at by :func:`same_text` alone."""


class Overflow:
    """Notes that a division by 0 or a number beyond all bounds came up, for ``np.errstate(call=…)``."""

    def __init__(self) -> None:
        self.seen = False

    def __call__(self, kind: str, flag: int) -> None:
        self.seen = True


def number(given: Given) -> Value:
    """A value as it is; a condition as 1 where it holds, 0 where it does not."""
    if not isinstance(given, Truth):
        return given
    numbers: Floats = np.asarray(given.holds, dtype=float)
    return numbers if given.missing is None else np.where(given.missing, np.nan, numbers)


def truth(holds: Bools | np.bool_, missing: Bools | np.bool_ | None) -> Truth:
    """A condition; `missing` rules out that it holds."""
    if missing is None or not missing.any():
        return Truth(holds)
    return Truth(holds & ~missing, missing)


def same_text(left: Texts, right: Texts, equal: bool) -> Truth:
    """Whether texts agree (or, without `equal`, differ); somebody's empty text is missing."""
    sides = [np.asarray(side, dtype=np.str_) for side in (left, right)]
    agree = np.asarray(sides[0] == sides[1])
    empty = np.asarray((sides[0] == "") | (sides[1] == ""))
    return truth(agree if equal else ~agree, empty)


def applied(node: Apply, args: Sequence[Given], surroundings: Surroundings, overflow: Overflow) -> Given:
    """What an operation gives. `args` are those of the node; of a function over several periods its value in
    each of them, this period first."""
    if node.op in _CONDITIONS:
        return _CONDITIONS[node.op]([arg for arg in args if isinstance(arg, Truth)])
    if node.op == "if":
        return _chosen(*args)
    if node.op == "coalesce":
        return _first(args)
    if node.op in ("previous", "year_ago", "year_start"):
        return args[0]
    values = [number(arg) for arg in args]
    if node.op in _COMPARISONS:
        return _compared(node.op, values[0], values[1])
    if node.op in PEERS:
        return _over_people(node.op, values[0], surroundings)
    overflow.seen = False
    result = _NUMBERS[node.op](node, values)
    return _finite(result) if overflow.seen else result


def _finite(values: Value) -> Value:
    return np.where(np.isfinite(values), values, np.nan)


# Numbers.


def _chain(signs: str, values: Sequence[Value]) -> Value:
    """One after the other, as on a calculator, in an array of its own as soon as there is one."""
    total = values[0]
    own = False
    for sign, value in zip(signs[1:], values[1:], strict=True):
        operation = _SIGNS[sign]
        if own and isinstance(total, np.ndarray) and total.shape:
            operation(total, value, out=total)
        else:
            total = operation(total, value)
            own = True
    return total


_SIGNS: Mapping[str, np.ufunc] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
}


def _least(values: Sequence[Value], operation: np.ufunc) -> Value:
    result = values[0]
    for value in values[1:]:
        result = operation(result, value)
    return result


def slices(table: Sequence[tuple[float, float]], x: Value) -> Iterator[tuple[Value, float]]:
    """The parts of x between one bound and the next, each with its rate in percent."""
    for (bound, rate), (upper, _) in pairwise((*table, (np.inf, 0.0))):
        yield np.subtract(np.clip(x, bound, upper), bound), rate


def _marginal(table: Sequence[tuple[float, float]], x: Value) -> Value:
    total: Value = 0.0
    for part, rate in slices(table, x):
        total = np.add(total, np.multiply(part, rate))
    return np.divide(total, 100)


def _near(x: Value) -> Value:
    """By how much a number may lie beside a whole one and still be it: 28.999999999999996 is 29 on paper."""
    return np.minimum(hair(np.asarray(x, dtype=float)), 0.5)


def _sum(values: Sequence[Value]) -> Value:
    return _chain("+" * len(values), values)


_NUMBERS: Mapping[str, Callable[[Apply, Sequence[Value]], Value]] = {
    "sum": lambda node, values: _chain(node.signs, values),
    "product": lambda node, values: _chain(node.signs, values),
    "negate": lambda node, values: np.subtract(0.0, values[0]),
    "min": lambda node, values: _least(values, np.minimum),
    "max": lambda node, values: _least(values, np.maximum),
    "abs": lambda node, values: np.abs(values[0]),
    "round": lambda node, values: round_half_up(values[0], node.whole),
    "floor": lambda node, values: np.floor(values[0] + _near(values[0])),
    "ceil": lambda node, values: np.ceil(values[0] - _near(values[0])),
    "brackets": lambda node, values: _marginal(node.table, values[0]),
    "year_to_date": lambda node, values: _sum(values),
    "sum_of_last": lambda node, values: _sum(values),
    "mean_of_last": lambda node, values: np.divide(_sum(values), len(values)),
}


# Conditions.


def _missing(values: Sequence[Value]) -> Bools | np.bool_ | None:
    found: Bools | np.bool_ | None = None
    for value in values:
        gaps = np.isnan(value)
        if gaps.any():
            found = gaps if found is None else found | gaps
    return found


def _compared(op: str, left: Value, right: Value) -> Truth:
    if np.ndim(left) == 0 and np.ndim(right) > 0:
        # What is one number for all is the threshold.
        return _compared(_MIRRORED.get(op, op), right, left)
    missing = _missing((left, right))
    return truth(_COMPARISONS[op](left, np.asarray(right, dtype=float)), missing)


_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_COMPARISONS: Mapping[str, Callable[[Value, Floats], Bools | np.bool_]] = {
    "<": lambda x, bound: np.less(x, lowest_at(bound)),
    "<=": lambda x, bound: np.less_equal(x, highest_at(bound)),
    ">": lambda x, bound: np.greater(x, highest_at(bound)),
    ">=": lambda x, bound: np.greater_equal(x, lowest_at(bound)),
    "==": lambda x, bound: np.less_equal(np.abs(np.subtract(x, bound)), hair(bound)),
    "!=": lambda x, bound: np.greater(np.abs(np.subtract(x, bound)), hair(bound)),
}


def _joined(conditions: Sequence[Truth], operation: np.ufunc) -> Truth:
    holds, missing = conditions[0].holds, conditions[0].missing
    for one in conditions[1:]:
        holds = operation(holds, one.holds)
        if one.missing is not None:
            missing = one.missing if missing is None else missing | one.missing
    return truth(holds, missing)


_CONDITIONS: Mapping[str, Callable[[Sequence[Truth]], Truth]] = {
    "and": lambda conditions: _joined(conditions, np.logical_and),
    "or": lambda conditions: _joined(conditions, np.logical_or),
    "not": lambda conditions: truth(~conditions[0].holds, conditions[0].missing),
}


# Choices, of numbers and of conditions.


def _chosen(condition: Given, then: Given, other: Given) -> Given:
    assert isinstance(condition, Truth)
    if isinstance(then, Truth) and isinstance(other, Truth):
        holds = np.where(condition.holds, then.holds, other.holds)
        gaps = [np.False_ if one.missing is None else one.missing for one in (then, other)]
        missing = np.where(condition.holds, *gaps)
        return truth(holds, missing if condition.missing is None else missing | condition.missing)
    chosen: Floats = np.where(condition.holds, number(then), number(other))
    if condition.missing is None:
        return chosen
    return np.where(condition.missing, np.nan, chosen)


def _first(args: Sequence[Given]) -> Given:
    conditions = [arg for arg in args if isinstance(arg, Truth)]
    if len(conditions) == len(args):
        result = conditions[0]
        for one in conditions[1:]:
            if result.missing is None:
                break
            holds = np.where(result.missing, one.holds, result.holds)
            result = truth(holds, None if one.missing is None else result.missing & one.missing)
        return result
    value = number(args[0])
    for arg in args[1:]:
        gaps = np.isnan(value)
        if not gaps.any():
            break
        value = np.where(gaps, number(arg), value)
    return value


# Over people.


def _over_people(name: str, x: Value, surroundings: Surroundings) -> Value:
    """One figure for all, or for each team one, over those who have x; over nobody missing."""
    whose, _, what = name.partition("_")
    values = np.broadcast_to(x, surroundings.people)
    there = ~np.isnan(values)
    if whose == "all":
        held = values[there]
        return _finite(_PEOPLE[what](held)) if len(held) else np.nan
    there &= surroundings.team >= 0
    found = _by_team(
        what, values[there], surroundings.team[there], int(surroundings.team.max(initial=-1)) + 1
    )
    # Who is in no team (-1) finds the last one, which is missing.
    result: Floats = np.append(found, np.nan)[surroundings.team]
    return result


_PEOPLE: Mapping[str, Callable[[Floats], float]] = {
    "sum": lambda held: float(held.sum()),
    "mean": lambda held: float(held.mean()),
    "min": lambda held: float(held.min()),
    "max": lambda held: float(held.max()),
    "count": lambda held: float(len(held)),
}


def _by_team(what: str, values: Floats, team: NDArray[np.int64], teams: int) -> Floats:
    """(teams,) one figure for each team, NaN where nobody in it has a value."""
    count = np.bincount(team, minlength=teams).astype(float)
    if what in ("min", "max"):
        end, operation = (np.inf, np.minimum) if what == "min" else (-np.inf, np.maximum)
        found = np.full(teams, end)
        operation.at(found, team, values)
    else:
        found = count if what == "count" else np.bincount(team, weights=values, minlength=teams)
    if what == "mean":
        found = found / np.maximum(count, 1.0)
    return np.where((count > 0) & np.isfinite(found), found, np.nan)
