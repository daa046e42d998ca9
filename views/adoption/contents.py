"""What two versions differ in, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from scoring import Scheme
from scoring.scheme import Grade, Protection, Veto
from scoring.scheme.rules import Rule
from words import format as fmt
from words.text import Text, literal
from workflow.schemes import SchemeChange

_WORDED = (
    "aggregation",
    "missing",
    "direction",
    "measure",
    "cycle",
    "kind",
    "between",
    "dimension",
    "family",
)
_NAMED = "class"


def sentences(before: Scheme, after: Scheme, changes: tuple[SchemeChange, ...], t: Text) -> list[str]:
    """One sentence of Markdown for each change, in the order given."""
    result = []
    for change in sorted(changes, key=_size):
        held = before if change.what == "removed" else after
        subject = t.name(held.by_code[change.indicator].name, change.indicator) if change.indicator else ""
        old, new = (_value(change.what, v, before, after, t) for v in (change.before, change.after))
        words = {"name": literal(subject), "before": literal(old), "after": literal(new)}
        if change.what in ("added", "removed"):
            result.append(t(f"diff-{change.what}", **words))
        else:
            what = t(f"diff-field-{change.what.rstrip('_')}")
            key = "diff-of-indicator" if change.indicator else "diff-of-scheme"
            result.append(t(key, what=what, **words))
    # A change is read at a glance only where its two sides stay on one line.
    return [line.replace(" → ", "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}") for line in result]


def _size(change: SchemeChange) -> float:
    """Weights first, the largest change before the others; the rest as it comes."""
    if change.what != "weight":
        return 0.0
    return -abs(float(str(change.after)) - float(str(change.before)))


def _value(what: str, value: object, before: Scheme, after: Scheme, t: Text) -> str:
    """A field's value as people say it."""
    word = f"{_NAMED if what == 'class_' else what}-{value}"
    if value is None or value == ():
        return t("diff-nothing")
    if what == "rule":
        return rule(cast(Rule, value), t)
    if isinstance(value, Veto):
        return t("diff-veto", ceiling=fmt.quantity(value.ceiling), grade=value.grade)
    if isinstance(value, Protection):
        months = t("list-joint").join(fmt.percent(f, 0) for f in value.target_factors) or fmt.DASH
        return t("diff-protection", months=value.unranked_months, factors=months)
    if isinstance(value, Mapping):
        return t.name(value)
    if isinstance(value, tuple):
        return t("clause-joint").join(_part(part, before, after, t) for part in value)
    if what in _WORDED or what in ("class_", "frequency"):
        word = f"cycle-{value}" if what == "frequency" else word
        return t(word) if t.has(word) else str(value)
    if what == "minimum_coverage":
        return fmt.percent(float(str(value)), 0)
    return fmt.quantity(float(value)) if isinstance(value, int | float) else str(value)


def _part(part: object, before: Scheme, after: Scheme, t: Text) -> str:
    """One grade, or one indicator that breaks ties."""
    if isinstance(part, Grade):
        words = [t("diff-grade", grade=part.name, start=fmt.quantity(part.from_))]
        if part.coefficient is not None:
            words.append(t("diff-grade-coefficient", coefficient=fmt.number(part.coefficient)))
        if part.quota is not None:
            words.append(t("diff-grade-quota", quota=fmt.percent(part.quota, 0)))
        return " ".join(words)
    known, code = {**before.by_code, **after.by_code}, str(part)
    return t.name(known[code].name, code) if code in known else code


def rule(found: Rule, t: Text) -> str:
    """A scoring rule with everything that is set in it."""
    parts = []
    for name, value in found.parameters().items():
        key = f"rule-field-{name.replace('_', '-')}"
        said = t(f"{key}-{value}") if isinstance(value, str) else _shape(value, t)
        if said:
            parts.append(f"{t(key)} {said}")
    kind = t(f"rule-name-{found.type}")
    return t("diff-rule-with", kind=kind, parts=t("list-joint").join(parts)) if parts else kind


def _shape(value: object, t: Text) -> str:
    if isinstance(value, Mapping):
        return " ".join(f"{name} {_shape(part, t)}" for name, part in value.items())
    if isinstance(value, tuple):
        pairs = bool(value) and isinstance(value[0], tuple)
        return " ".join("→".join(map(fmt.quantity, v)) if pairs else fmt.quantity(v) for v in value)
    return fmt.quantity(float(str(value)))
