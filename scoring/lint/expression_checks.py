"""Checks of what a scheme works out: measures that nobody uses, conditions that cannot hold, arrears."""

from __future__ import annotations

import math
from collections.abc import Iterator

from scoring.formula import Formula, Node
from scoring.formula.nodes import Apply, Number, Read
from scoring.lint.context import LintContext
from scoring.lint.finding import Finding, LintSettings
from scoring.scheme import Scheme

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def unused_measures(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Derived measures that nothing in the scheme reads."""
    for measure in scheme.derived:
        others = (formula for key, formula in scheme.expressions if key != f"{measure.code}.formula")
        if not any(measure.code in formula.codes() for formula in others):
            yield Finding("S01", "warning", measure.code)


def impossible_conditions(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Conditions that no figures can satisfy."""
    asked = [(condition.on, condition.when) for condition in scheme.conditions]
    asked += [(grade.name, grade.when) for grade in scheme.grades if grade.when is not None]
    asked += [(line.code, line.when) for line in scheme.pay if line.when is not None]
    for where, when in asked:
        if not _can_hold(scheme, when):
            yield Finding("S02", "warning", where, {"condition": str(when)})


def arrears(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Targets and scores that what was missed before makes harder."""
    own_past = {m.code for m in scheme.derived if m.code in m.formula.codes()}
    formulas = {m.code: m.formula for m in scheme.derived}

    def read(formula: Formula, seen: frozenset[str] = frozenset()) -> frozenset[str]:
        found = frozenset(formula.codes()) & formulas.keys()
        for code in found - seen:
            found |= read(formulas[code], seen | found)
        return found

    for indicator in scheme.indicators:
        carried = sorted({code for _, f in indicator.formulas for code in read(f)} & own_past)
        if carried:
            yield Finding("A02", "warning", indicator.code, {"measures": tuple(carried)}, key="A02-arrears")


def _can_hold(scheme: Scheme, when: Formula) -> bool:
    """False where the parts that all have to hold leave nothing between their bounds."""
    low: dict[tuple[str, str], float] = {}
    high: dict[tuple[str, str], float] = {}
    for part in _all_of(when.root):
        if not isinstance(part, Apply) or part.op not in _TURNED or len(part.args) != 2:
            continue
        left, right = part.args
        op = part.op
        if isinstance(left, Number) and isinstance(right, Number):
            if not _compared(left.value, op, right.value):
                return False
            continue
        if isinstance(left, Number):
            left, right, op = right, left, _TURNED[op]
        if not isinstance(left, Read) or not isinstance(right, Number):
            continue
        key, bound = (str(left.subject), left.code or left.name), right.value
        # The next number above or below stands for what must be exceeded.
        if op in (">", ">=", "=="):
            bound_low = math.nextafter(bound, math.inf) if op == ">" else bound
            low[key] = max(low.get(key, _least(scheme, key)), bound_low)
        if op in ("<", "<=", "=="):
            bound_high = math.nextafter(bound, -math.inf) if op == "<" else bound
            high[key] = min(high.get(key, _most(scheme, key)), bound_high)
    keys = low.keys() | high.keys()
    return all(low.get(key, _least(scheme, key)) <= high.get(key, _most(scheme, key)) for key in keys)


def _all_of(node: Node) -> Iterator[Node]:
    if isinstance(node, Apply) and node.op == "and":
        for arg in node.args:
            yield from _all_of(arg)
    else:
        yield node


def _compared(left: float, op: str, right: float) -> bool:
    found = {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}
    return found.get(op, left == right)


def _most(scheme: Scheme, key: tuple[str, str]) -> float:
    subject, code = key
    if subject == "total":
        return scheme.cap
    if subject == "section":
        cap = next((s.cap for s in scheme.sections if s.code == code), None)
        return math.inf if cap is None else cap
    if subject == "score" and code in scheme.by_code and scheme.by_code[code].highest is not None:
        return float(scheme.by_code[code].highest or 0.0)
    return {"month": 12.0, "quarter": 4.0}.get(code, math.inf) if subject == "month" else math.inf


def _least(scheme: Scheme, key: tuple[str, str]) -> float:
    subject, code = key
    if subject == "score" and code in scheme.by_code and scheme.by_code[code].lowest is not None:
        return float(scheme.by_code[code].lowest or 0.0)
    return 1.0 if subject == "month" else -math.inf


EXPRESSION_CHECKS = (unused_measures, impossible_conditions, arrears)
