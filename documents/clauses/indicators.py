"""What a scheme says of one indicator, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from documents.clauses.names import Names
from documents.clauses.rules import rule
from documents.formulas import as_factor, spelled
from scoring.scheme import Indicator, Scheme
from scoring.scheme.indicator import STANDARD
from words import format as fmt
from words.text import Text


def sentences(indicator: Indicator, scheme: Scheme, names: Names, t: Text) -> Iterator[str]:
    """What is measured, what it weighs, the target, how it is scored, and where the figures come from."""
    yield t(
        "regulation-indicator",
        name=names[indicator.code],
        code=indicator.code,
        **{"class": class_name(indicator.class_, t)},
        kind=t(f"kind-{indicator.kind}"),
        measure=t(f"measure-{indicator.measure}"),
    )
    if indicator.unit not in ("", "1"):
        yield t("regulation-unit", unit=t.term(indicator.unit))
    if indicator.rule.monotone:
        yield t(f"regulation-direction-{indicator.direction}")
    if scheme.has_own_list:
        yield t("regulation-weight", weight=fmt.operand(indicator.weight))
    if indicator.section is not None:
        yield t("regulation-in-section", name=names[f"section:{indicator.section}"])
    if indicator.frequency is not None and indicator.frequency != scheme.cycle:
        between = t(f"between-{indicator.between}")
        yield t("regulation-frequency", cycle=t(f"cycle-{indicator.frequency}"), between=between)
    yield from _target(indicator, names, t)
    yield from _score(indicator, names, t)
    if scheme.others_move(indicator):
        yield t("regulation-compares")
    for name in ("source", "owner", "cut_off"):
        if told := getattr(indicator, name):
            yield t(f"regulation-{name.replace('_', '-')}", told=told)
    if indicator.anchors:
        yield t("regulation-anchors", anchors=t("clause-joint").join(indicator.anchors))


def _target(indicator: Indicator, names: Names, t: Text) -> Iterator[str]:
    """The target, whose it is, and what somebody without one gets."""
    if indicator.has_target:
        by_formula = indicator.target_formula
        if by_formula is not None:
            target = spelled(by_formula, t, names)
        else:
            target = t.amount(fmt.operand(indicator.target or 0.0), indicator.unit)
        yield t(f"regulation-target-{indicator.target_from}", target=target)
    elif indicator.reads_target:
        yield t("regulation-target-personal")
    if indicator.reads_target and indicator.without_target != "refuse":
        figure = STANDARD if indicator.without_target == "standard" else indicator.highest_by_rule
        key = f"regulation-without-target-{indicator.without_target}"
        yield t(key, score=fmt.operand(figure or 0.0))


def _score(indicator: Indicator, names: Names, t: Text) -> Iterator[str]:
    """From the measured value to the score."""
    if indicator.quantity is not None:
        yield t("regulation-quantity", formula=spelled(indicator.quantity, t, names))
    if indicator.on != "value":
        yield t(f"regulation-on-{indicator.on}")
    if indicator.steps is not None:
        yield t(f"regulation-steps-{indicator.on}", steps=fmt.operand(indicator.steps))
    yield t("regulation-rule", rule=rule(indicator.rule, t))
    if indicator.factor is not None:
        factor = as_factor(indicator.factor.root, spelled(indicator.factor, t, names))
        yield t("regulation-factor", formula=factor)
    for name in ("lowest", "highest"):
        figure = getattr(indicator, name)
        if figure is not None:
            yield t(f"regulation-{name}", score=fmt.operand(figure))


def class_name(name: str, t: Text) -> str:
    """A class by its name; one of the scheme's own is its name."""
    key = f"class-{name}"
    return t(key) if t.has(key) else name
