"""The semantics of expressions written a second time, as plainly as can be: one person and one part after the
other, on trees that hypothesis draws. None is missing. Nothing here is taken from the evaluator.

A tree is a tuple (kind, …); `spell` writes it as text, `Oracle.of` says what it gives.
"""

import math
from dataclasses import dataclass, field

from hypothesis import assume
from hypothesis import strategies as st

CODES = ("A", "B", "odd-code", "D")
"""D is derived: max(0, previous(D) - 2) + A, and was 3 before the first period."""
DERIVED = {"D": ("max(0, previous(D) - 2) + A", 3.0)}
_START = 3.0
_HAIR = 5e-10
BRACKETS = ((0.0, 10.0), (2.0, 20.0), (5.0, 50.0))


def numbers(depth):
    """Trees that give numbers."""
    leaves = st.one_of(
        st.sampled_from([0, 1, 2, 3, 2.5, 0.125]).map(lambda v: ("number", v)),
        st.sampled_from(CODES).map(lambda code: ("value", code)),
        st.sampled_from(["month", "quarter"]).map(lambda name: (name,)),
        st.sampled_from(CODES[:3]).map(lambda code: ("target", code)),
    )
    if depth == 0:
        return leaves
    one, condition = numbers(depth - 1), conditions(depth - 1)
    several = st.lists(one, min_size=2, max_size=3).map(tuple)
    few = st.integers(1, 3)
    people = [
        f"{whose}_{what}" for whose in ("all", "team") for what in ("sum", "mean", "min", "max", "count")
    ]
    return st.one_of(
        leaves,
        st.tuples(st.sampled_from("+-*/"), one, one),
        st.tuples(st.sampled_from(["negate", "abs", "floor", "ceil", "brackets"]), one),
        st.tuples(st.just("round"), one, st.integers(0, 3)),
        st.tuples(st.sampled_from(["min", "max", "coalesce"]), several),
        st.tuples(st.just("if"), condition, one, one),
        st.tuples(st.sampled_from(["previous", "sum_of_last", "mean_of_last"]), one, few),
        st.tuples(st.sampled_from(["year_ago", "year_start", "year_to_date"]), one),
        st.tuples(st.sampled_from(people), one),
        condition,
    )


def conditions(depth):
    """Trees that hold or do not."""
    one = numbers(max(depth - 1, 0))
    compared = st.tuples(st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), one, one)
    if depth == 0:
        return compared
    condition = conditions(depth - 1)
    return st.one_of(
        compared,
        st.tuples(st.sampled_from(["and", "or"]), condition, condition),
        st.tuples(st.just("not"), condition),
        st.tuples(st.sampled_from(["is", "is not"]), st.sampled_from(["x", "y"])),
    )


def spell(tree):
    """The text of a tree, with every bracket there can be."""
    kind, *rest = tree
    if kind == "number":
        return str(rest[0])
    if kind == "value":
        return f"[{rest[0]}]"
    if kind in ("month", "quarter"):
        return f"{kind}()"
    if kind == "target":
        return f"target([{rest[0]}])"
    if kind in ("is", "is not"):
        return f'(position() {"==" if kind == "is" else "!="} "{rest[0]}")'
    if kind in ("negate", "not"):
        return f"({'-' if kind == 'negate' else 'not '}{spell(rest[0])})"
    if kind in ("round", "previous", "sum_of_last", "mean_of_last"):
        return f"{kind}({spell(rest[0])}, {rest[1]})"
    if kind == "brackets":
        return f"brackets({spell(rest[0])}, {[list(row) for row in BRACKETS]})"
    if kind in ("min", "max", "coalesce"):
        return f"{kind}({', '.join(map(spell, rest[0]))})"
    if kind == "if" or len(rest) == 1:
        return f"{kind}({', '.join(map(spell, rest))})"
    return f"({spell(rest[0])} {kind} {spell(rest[1])})"


@dataclass
class Oracle:
    """People over quarters, `values[code][back][person]`; the quarter that is scored is the `quarter`th."""

    values: dict
    targets: dict
    past: list
    team: list
    position: list
    quarter: int
    known: dict = field(default_factory=dict)

    def of(self, tree, i, back=0):
        """What a tree gives person `i` so many quarters back: a number, a truth, or None."""
        key = (tree, i, back)
        if key not in self.known:
            self.known[key] = self._of(tree, i, back)
        return self.known[key]

    def _of(self, tree, i, back):
        kind, *rest = tree
        number = (self.quarter - 1 - back) % 4 + 1
        match kind:
            case "number":
                return float(rest[0])
            case "value":
                return self.measured(rest[0], i, back)
            case "target":
                return self.at(self.targets[rest[0]], i, back)
            case "month":
                return 3.0 * number
            case "quarter":
                return float(number)
            case "is" | "is not":
                there = self.position[i]
                return None if not there else (there == rest[0]) == (kind == "is")
            case "if":
                held = self.of(rest[0], i, back)
                return None if held is None else self.of(rest[1] if held else rest[2], i, back)
            case "coalesce":
                return next((v for arg in rest[0] if (v := self.of(arg, i, back)) is not None), None)
            case "previous":
                return self.of(rest[0], i, back + rest[1])
            case "year_ago":
                return self.of(rest[0], i, back + 4)
            case "year_start":
                return self.of(rest[0], i, back + number)
            case "year_to_date":
                return self.added([self.of(rest[0], i, back + k) for k in range(number)])
            case "sum_of_last":
                return self.added([self.of(rest[0], i, back + k) for k in range(rest[1])])
            case "mean_of_last":
                total = self.added([self.of(rest[0], i, back + k) for k in range(rest[1])])
                return None if total is None else total / rest[1]
        if kind.startswith(("all_", "team_")):
            return self.over_people(kind, rest[0], i, back)
        args = rest[0] if kind in ("min", "max") else [arg for arg in rest if isinstance(arg, tuple)]
        given = [self.of(arg, i, back) for arg in args]
        if None in given:
            return None
        if kind == "/" and abs(given[1]) < 1e-9:
            # A divisor that was worked out may be 0 in one order of adding and binary noise in another.
            assume(args[1][0] in ("number", "value", "target"))
        return combined(kind, given, rest)

    def measured(self, code, i, back):
        """A measure; the derived one step by step from its start."""
        if code != "D":
            return self.at(self.values[code], i, back)
        if back > self.past[i]:
            return _START
        before, added = self.measured("D", i, back + 1), self.measured("A", i, back)
        return None if None in (before, added) else max(0.0, before - 2) + added

    def at(self, rows, i, back):
        """A figure that stands in a table, None where it ends."""
        return rows[back][i] if back < len(rows) and back <= self.past[i] else None

    def over_people(self, kind, arg, i, back):
        """One figure over those who have one."""
        whose, what = kind.split("_")
        if whose == "team" and self.team[i] < 0:
            return None
        people = [j for j in range(len(self.team)) if whose == "all" or self.team[j] == self.team[i]]
        there = [float(v) for j in people if (v := self.of(arg, j, back)) is not None]
        if not there:
            return None
        return {
            "sum": math.fsum(there),
            "mean": math.fsum(there) / len(there),
            "min": min(there),
            "max": max(there),
            "count": float(len(there)),
        }[what]

    @staticmethod
    def added(values):
        """A sum, missing as soon as one is."""
        return None if None in values else float(sum(values))


def combined(kind, given, rest):
    """An operator or a function of figures that are all there."""
    a, b = float(given[0]), float(given[-1])
    near = max(_HAIR, 1e-15 * abs(b))
    match kind:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return None if b == 0 else a / b
        case "<":
            return b - a > near
        case "<=":
            return a - b <= near
        case ">":
            return a - b > near
        case ">=":
            return b - a <= near
        case "==":
            return abs(a - b) <= near
        case "!=":
            return abs(a - b) > near
        case "and":
            return all(given)
        case "or":
            return any(given)
        case "not":
            return not given[0]
        case "negate":
            return -a
        case "abs":
            return abs(a)
        case "floor":
            return float(math.floor(a + _HAIR))
        case "ceil":
            return float(math.ceil(a - _HAIR))
        case "min":
            return float(min(given))
        case "max":
            return float(max(given))
        case "round":
            size = math.floor(abs(a) * 10 ** rest[1] + 0.5 + 1e-7) / 10 ** rest[1]
            return math.copysign(size, a)
        case "brackets":
            ends = [bound for bound, _ in BRACKETS[1:]] + [math.inf]
            pairs = zip(BRACKETS, ends, strict=True)
            return sum(max(0.0, min(a, end) - bound) * rate / 100 for (bound, rate), end in pairs)
    raise AssertionError(kind)
