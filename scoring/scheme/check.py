"""Whether a scheme can work at all: what is refused, with the reason. (What is unwise is `lint`'s.)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scoring.errors import Fault
from scoring.scheme.check_formulas import formula_faults, results_known
from scoring.scheme.indicator import Indicator, target_fault
from scoring.scheme.model import SchemeModel, weight_faults
from scoring.scheme.pay.check import faults as pay_faults
from scoring.scheme.result_use import LONGEST_DAYS
from scoring.thresholds import LARGEST, highest_at, lowest_at


def faults(scheme: SchemeModel) -> list[Fault]:
    """Every reason why `scheme` cannot be used; empty when it can."""
    return list(_faults(scheme))


def _faults(scheme: SchemeModel) -> Iterator[Fault]:
    if not scheme.indicators:
        yield Fault("no-indicators")
    for code, count in Counter(scheme.codes).items():
        if count > 1:
            yield Fault("duplicate-indicator", code)
    yield from weight_faults(scheme)
    for indicator in scheme.indicators:
        yield from indicator_faults(indicator, scheme.classes)
    yield from _section_faults(scheme)
    yield from _profile_faults(scheme)
    yield from formula_faults(scheme)
    yield from _grade_faults(scheme)
    yield from pay_faults(scheme.pay, scheme.payment, results_known(scheme))
    for code in scheme.tie_breakers:
        if code not in scheme.by_code:
            yield Fault("unknown-indicator", code)
    limits: Sequence[tuple[str, float, float, float]] = (
        ("minimum_coverage", scheme.minimum_coverage, 0, 1),
        ("decimals", scheme.decimals, 0, 9),
        ("points", scheme.points, 1e-9, 1e6),
        ("cap", scheme.cap, 1e-9, 1e6),
        ("additions_limit", scheme.additions_limit, 0, 1e6),
        ("deductions_limit", scheme.deductions_limit, 0, 1e6),
        ("veto.ceiling", scheme.veto.ceiling, 0, 1e6),
        ("handover_months", scheme.handover_months, 0, 1200),
        ("protection.unranked_months", scheme.protection.unranked_months, 0, 1200),
        *(("protection.target_factors", f, 1e-9, 1) for f in scheme.protection.target_factors),
        ("result_use.appeal_days", scheme.result_use.appeal_days, 1, LONGEST_DAYS),
        ("result_use.review_days", scheme.result_use.review_days, 1, LONGEST_DAYS),
        ("result_use.talk_days", scheme.result_use.talk_days, 1, LONGEST_DAYS),
        ("result_use.falling", scheme.result_use.falling, 1, 120),
    )
    for name, value, low, high in limits:
        if not lowest_at(low) <= value <= highest_at(high):
            yield Fault(
                "out-of-range",
                scheme.code,
                {"name": name, "value": value, "low": round(low, 6), "high": high},
            )


def _grade_faults(scheme: SchemeModel) -> Iterator[Fault]:
    names = [grade.name for grade in scheme.grades]
    for name, count in Counter(names).items():
        if count > 1:
            yield Fault("duplicate-grade", name)
    for grade in scheme.grades:
        for name, given in (("from", grade.from_), ("coefficient", grade.coefficient)):
            if given is not None and not abs(given) < LARGEST:
                yield Fault("not-finite", grade.name, {"name": name})
    for better, grade in pairwise(scheme.grades):
        if not grade.from_ < better.from_:
            yield Fault("grade-order", grade.name, {"value": grade.from_})
    for grade in scheme.grades:
        if grade.quota is not None and not lowest_at(0.0) <= grade.quota <= highest_at(1.0):
            yield Fault(
                "out-of-range",
                grade.name,
                {"name": "quota", "value": grade.quota, "low": 0, "high": 1},
            )
    for name in scheme.result_use.talk_grades:
        if name not in names:
            yield Fault("talk-grade", params={"value": name, "choices": (*names,) or ("–",)})
    if names and scheme.veto.grade not in names:
        yield Fault("veto-grade", params={"value": scheme.veto.grade})


def _section_faults(scheme: SchemeModel) -> Iterator[Fault]:
    codes = [section.code for section in scheme.sections]
    for code, count in Counter(codes).items():
        if count > 1:
            yield Fault("duplicate-entry", code, {"name": "section"})
    for section in scheme.sections:
        if section.cap is not None and not 0 <= section.cap < LARGEST:
            yield Fault("not-finite", section.code, {"name": "cap"})
    for indicator in scheme.indicators:
        if indicator.section is not None and indicator.section not in codes:
            params = {"value": indicator.section, "choices": (*codes,) or ("–",)}
            yield Fault("unknown-section", indicator.code, params)
        elif indicator.section is None and scheme.combine == "product":
            yield Fault("product-section", indicator.code)
    if scheme.combine == "product" and scheme.points != SchemeModel.points:
        yield Fault("product-points", scheme.code, {"value": scheme.points})
    if scheme.combine == "product" and scheme.aggregation != "arithmetic":
        yield Fault("product-geometric", scheme.code)


def _profile_faults(scheme: SchemeModel) -> Iterator[Fault]:
    for code, count in Counter(p.code for p in scheme.profiles).items():
        if count > 1:
            yield Fault("duplicate-entry", code, {"name": "profile"})
    for position, count in Counter(name for p in scheme.profiles for name in p.positions).items():
        if count > 1:
            yield Fault("position-twice", position)
    for profile in scheme.profiles:
        for name in ("positions", "weights"):
            if not getattr(profile, name):
                yield Fault("missing-key", profile.code, {"name": name})
        for code in dict.fromkeys((*profile.weights, *profile.targets)):
            if code not in scheme.by_code:
                yield Fault("unknown-indicator-in", profile.code, {"value": code})
        for code, target in profile.targets.items():
            if not abs(target) < LARGEST:
                yield Fault("not-finite", profile.code, {"name": f"targets.{code}"})
            elif code in scheme.by_code:
                fault = target_fault(replace(scheme.by_code[code], target=target))
                yield from () if fault is None else (fault,)


def indicator_faults(indicator: Indicator, classes: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with one indicator: class, target, rule against direction, rule parameters."""
    if indicator.class_ not in classes:
        yield Fault(
            "unknown-class",
            indicator.code,
            {"value": indicator.class_, "choices": tuple(classes)},
        )
    if indicator.target is not None and not abs(indicator.target) < LARGEST:
        yield Fault("not-finite", indicator.code, {"name": "target"})
    for name in indicator.rule.not_finite():
        yield Fault("not-finite", indicator.code, {"name": name})
    for name in ("steps", "lowest", "highest"):
        figure = getattr(indicator, name)
        if figure is not None and not abs(figure) < LARGEST:
            yield Fault("not-finite", indicator.code, {"name": name})
    target = target_fault(indicator)
    if target is not None:
        yield target
    if indicator.steps is not None and not indicator.steps > 0:
        yield Fault("steps-positive", indicator.code, {"value": indicator.steps})
    low, high = indicator.lowest, indicator.highest
    if low is not None and high is not None and not low < high:
        yield Fault("bounds-order", indicator.code)
    if indicator.on == "excess" and indicator.rule.uses_target:
        yield Fault("on-excess", indicator.code)
    if indicator.without_target == "highest" and indicator.highest_by_rule is None:
        yield Fault("highest-none", indicator.code)
    for fault in indicator.rule.faults(indicator.higher):
        yield replace(fault, where=indicator.code)
