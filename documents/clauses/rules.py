"""A scoring rule and a grade in words, with everything that is set in them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from scoring.scheme import Grade
from scoring.scheme.rules import Rule
from words import format as fmt
from words.text import Text


def grade(found: Grade, t: Text) -> str:
    """A grade with its threshold, its coefficient and its quota."""
    words = [t("diff-grade", grade=found.name, start=fmt.operand(found.from_))]
    if found.coefficient is not None:
        words.append(t("diff-grade-coefficient", coefficient=fmt.number(found.coefficient)))
    if found.quota is not None:
        words.append(t("diff-grade-quota", quota=fmt.percent(found.quota, 0)))
    return t("comma-joint").join(words)


def rule(found: Rule, t: Text) -> str:
    """A scoring rule with everything that is set in it."""
    parts = [_parameter(found.type, name, value, t) for name, value in found.parameters().items()]
    kind = t(f"rule-name-{found.type}")
    return t("diff-rule-with", kind=kind, parts=t("clause-joint").join(parts)) if parts else kind


def _parameter(kind: str, name: str, value: object, t: Text) -> str:
    """A parameter as a phrase, that of this kind of rule where it has its own; whole numbers stay numbers, by
    which the phrase chooses its words."""
    said = name.replace("_", "-")
    key = f"rule-field-{kind}-{said}"
    key = key if t.has(key) else f"rule-field-{said}"
    if name in _SAID:
        return t(key, value=_SAID[name](value, t))
    if isinstance(value, str):
        return t(key, value=t(f"{key}-{value}"))
    return t(key, value=value if isinstance(value, int) else _figures(value, t))


def _shares(groups: Mapping[str, float], t: Text) -> str:
    """The groups of raters with their shares of the whole."""
    whole = math.fsum(groups.values())
    return t("list-joint").join(
        t("working-group", group=_group(name, t), share=fmt.percent(share / whole if whole else 0.0, 0))
        for name, share in groups.items()
    )


def _fewest(minimum: Mapping[str, int], t: Text) -> str:
    """The fewest raters of each group."""
    return t("list-joint").join(
        t("parameter-fewest", group=_group(name, t), count=count) for name, count in minimum.items()
    )


def _group(name: str, t: Text) -> str:
    return t(f"rater-{name}") if t.has(f"rater-{name}") else name


def _span(bounds: tuple[float, float], t: Text) -> str:
    """From the lowest to the highest."""
    low, high = map(fmt.operand, bounds)
    return t("parameter-span", low=low, high=high)


_SAID: dict[str, Callable[[Any, Text], str]] = {
    "groups": _shares,
    "minimum": _fewest,
    "scale": _span,
    "range": _span,
    "zero_below": lambda share, t: fmt.percent(share, 0),
}
"""Parameters that are no plain figures."""


def _figures(value: object, t: Text) -> str:
    """A figure, or figures one after the other; of pairs what the first of them scores. What is endless is
    the word that its phrase knows."""
    if isinstance(value, Mapping):
        return t("list-joint").join(f"{name} {_figures(part, t)}" for name, part in value.items())
    if isinstance(value, tuple):
        return t("list-joint").join(
            t("parameter-point", at=fmt.operand(part[0]), score=fmt.operand(part[1]))
            if isinstance(part, tuple)
            else fmt.operand(part)
            for part in value
        )
    figure = float(str(value))
    return "none" if math.isinf(figure) else fmt.operand(figure)
