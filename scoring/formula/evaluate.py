"""The one evaluator: a formula over all people at once, each distinct part once, earlier periods included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from scoring.formula.arithmetic import Given, Overflow, Texts, applied, number, same_text
from scoring.formula.nodes import Apply, Formula, Node, Number, Read, Word
from scoring.formula.surroundings import Derived, Floats, Surroundings

Key = tuple[Node, int]
"""A node and from how many periods back it is read."""


def evaluate(formula: Formula, surroundings: Surroundings) -> Floats:
    """What `formula` gives each person: (n,), NaN = missing; a condition gives 1 where it holds, 0 where it
    does not, NaN where it is missing and so does not hold either."""
    return evaluate_at(formula, surroundings, 0)


def evaluate_at(formula: Formula, surroundings: Surroundings, back: int) -> Floats:
    """The same so many periods `back`."""
    value = _run((formula.root, back), surroundings)
    # Adding 0 makes an array of our own and leaves no -0.
    result: Floats = np.broadcast_to(number(value), surroundings.people) + 0.0
    return result


def values_of(formula: Formula, surroundings: Surroundings, row: int) -> dict[Key, float]:
    """What every part of `formula` came to for the person in `row`; texts are left out."""
    found: dict[Key, float] = {}

    def note(key: Key, value: Given) -> None:
        one = number(value)
        found[key] = float(one[row] if isinstance(one, np.ndarray) and one.ndim else one) + 0.0

    _run((formula.root, 0), surroundings, note)
    return found


def parts(node: Node, back: int, surroundings: Surroundings) -> Sequence[Key]:
    """What a node works on, and from which period it reads it."""
    if not isinstance(node, Apply):
        return ()
    match node.op:
        case "previous":
            return [(node.args[0], back + node.whole)]
        case "year_ago":
            return [(node.args[0], back + surroundings.periods_a_year)]
        case "year_start":
            return [(node.args[0], back + surroundings.number_in_year(back))]
        case "year_to_date":
            return [(node.args[0], back + i) for i in range(surroundings.number_in_year(back))]
        case "sum_of_last" | "mean_of_last":
            return [(node.args[0], back + i) for i in range(node.whole)]
    return [(arg, back) for arg in node.args]


def with_derived(surroundings: Surroundings, measures: Mapping[str, Derived]) -> Surroundings:
    """The same surroundings in which `value` knows the derived measures too, at every period back. Each is
    worked out when it is asked for and kept."""
    kept: dict[tuple[str, int], Floats] = {}
    deepest = surroundings.deepest
    own_past = {code for code, measure in measures.items() if code in measure.formula.codes()}

    def value(code: str, back: int) -> Floats:
        if code not in measures:
            return surroundings.value(code, back)
        # Of a measure that reads its own past the oldest comes first: each period needs those before it.
        for period in range(max(deepest, back) if code in own_past else back, back - 1, -1):
            if (code, period) not in kept:
                kept[code, period] = one(measures[code], period)
        return kept[code, back]

    def one(measure: Derived, back: int) -> Floats:
        found = evaluate_at(measure.formula, knowing, back)
        not_yet = surroundings.past < back
        if not_yet.any():
            found[not_yet] = np.nan if measure.start is None else measure.start
        found.flags.writeable = False
        return found

    start = {code: measure.start for code, measure in measures.items() if measure.start is not None}
    knowing = replace(surroundings, value=value, start={**surroundings.start, **start})
    return knowing


def _run(root: Key, surroundings: Surroundings, note: Callable[[Key, Given], None] | None = None) -> Given:
    """What the root gives, every part worked out once. What nobody needs any more is let go; `note` is told
    of each part as it is worked out."""
    ordered = _ordered(root, surroundings)
    needed = Counter(part for inside in ordered.values() for part in inside)
    held: dict[Key, Given] = {}
    overflow = Overflow()
    with np.errstate(over="call", divide="call", invalid="ignore", under="ignore", call=overflow):
        for key, inside in ordered.items():
            node, back = key
            if node.type == "text":
                continue
            if isinstance(node, Apply):
                held[key] = _applied(
                    node, [held.get(part, np.nan) for part in inside], surroundings, overflow
                )
            else:
                held[key] = _looked_up(node, back, surroundings)
            for part in inside:
                needed[part] -= 1
                if not needed[part]:
                    held.pop(part, None)
            if note is not None:
                note(key, held[key])
    return held[root]


def _ordered(root: Key, surroundings: Surroundings) -> dict[Key, Sequence[Key]]:
    """Every part once with those that it works on, each after them; the root last."""
    ordered: dict[Key, Sequence[Key]] = {}

    def visit(key: Key) -> None:
        if key not in ordered:
            inside = parts(*key, surroundings)
            for part in inside:
                visit(part)
            ordered[key] = inside

    visit(root)
    return ordered


def _applied(node: Apply, args: Sequence[Given], surroundings: Surroundings, overflow: Overflow) -> Given:
    if node.args[0].type == "text":
        left, right = (_text(arg, surroundings) for arg in node.args)
        return same_text(left, right, node.op == "==")
    return applied(node, args, surroundings, overflow)


def _text(node: Node, surroundings: Surroundings) -> Texts:
    return node.text if isinstance(node, Word) else surroundings.position


def _looked_up(node: Node, back: int, surroundings: Surroundings) -> Given:
    if isinstance(node, Number):
        return node.value
    assert isinstance(node, Read)
    found: Floats | float
    match node.subject:
        case "value" if back > surroundings.deepest:
            return surroundings.start.get(node.code, np.nan)
        case "target" if back > surroundings.deepest:
            return np.nan
        case "value":
            found = surroundings.value(node.code, back)
        case "target":
            found = surroundings.target(node.code, back)
        case "score":
            found = surroundings.score(node.code)
        case "section":
            found = surroundings.section(node.code)
        case "total":
            found = surroundings.total()
        case "pay":
            found = surroundings.pay(node.code)
        case "coefficient" | "presence" | "deductions":
            found = surroundings.of_person(node.subject)
        case _:
            month = surroundings.month(back)
            found = (month + 2) // 3 if node.name == "quarter" else month
    return np.asarray(found, dtype=float)
