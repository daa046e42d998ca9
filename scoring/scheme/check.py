"""Whether a scheme can work at all: what is refused, with the reason. (What is unwise is `lint`'s.)"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from scoring.errors import Fault
from scoring.scheme.model import Indicator, SchemeModel, target_fault, weight_faults
from scoring.scheme.rules import (
    Attainment,
    Bands,
    Deduction,
    Direct,
    PeerMinMax,
    PeerZScore,
    Piecewise,
    Review,
    Rule,
)
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
    yield from weight_faults(scheme.indicators)
    for indicator in scheme.indicators:
        yield from indicator_faults(indicator, scheme.classes)
    yield from _grade_faults(scheme)
    for code in scheme.tie_breakers:
        if code not in scheme.by_code:
            yield Fault("unknown-indicator", code)
    limits: Sequence[tuple[str, float, float, float]] = (
        ("minimum_coverage", scheme.minimum_coverage, 0, 1),
        ("decimals", scheme.decimals, 0, 9),
        ("cap", scheme.cap, 1e-9, 1e6),
        ("additions_limit", scheme.additions_limit, 0, 1e6),
        ("deductions_limit", scheme.deductions_limit, 0, 1e6),
        ("veto.ceiling", scheme.veto.ceiling, 0, 1e6),
        ("handover_months", scheme.handover_months, 0, 1200),
        ("protection.unranked_months", scheme.protection.unranked_months, 0, 1200),
        *(("protection.target_factors", f, 1e-9, 1) for f in scheme.protection.target_factors),
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
    if names and scheme.veto.grade not in names:
        yield Fault("veto-grade", params={"value": scheme.veto.grade})


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
    for name in _endless_parameters(indicator.rule):
        yield Fault("not-finite", indicator.code, {"name": name})
    target = target_fault(indicator)
    if target is not None:
        yield target
    for chinese, english in _parameter_problems(indicator):
        yield Fault("rule-parameters", indicator.code, {"detail_zh": chinese, "detail": english})
    for chinese, english in _direction_problems(indicator):
        yield Fault("rule-direction", indicator.code, {"detail_zh": chinese, "detail": english})


def _endless_parameters(rule: Rule) -> Iterator[str]:
    """Parameters that are no numbers to calculate with; a cap may be endless."""
    for name, given in vars(rule).items():
        if given is None or (name == "cap" and given == math.inf):
            continue
        figures = np.array(list(given.values()) if isinstance(given, Mapping) else given, dtype=float)
        if not (np.abs(figures) < LARGEST).all():
            yield name


def _parameter_problems(indicator: Indicator) -> Iterator[tuple[str, str]]:
    rule = indicator.rule
    if isinstance(rule, Attainment):
        if not rule.floor < rule.cap:
            yield "保底须低于封顶", "the floor must be below the cap"
        if rule.zero_below is not None and rule.zero_below < 0:
            yield "zero_below 不能为负", "zero_below cannot be negative"
    elif isinstance(rule, Piecewise):
        xs = [x for x, _ in rule.points]
        if len(xs) < 2:
            yield "分段规则至少要两个点", "piecewise needs at least two points"
        elif any(b < a for a, b in pairwise(xs)):
            yield "各点的 x 须从小到大", "the points' x must ascend"
        elif max(Counter(xs).values()) > 2:
            yield "同一 x 最多出现两次", "an x may stand twice at the most"
    elif isinstance(rule, Bands):
        if len(rule.scores) != len(rule.edges) + 1:
            yield "分档的得分应比界限多一个", "bands need one more score than edges"
        elif any(b <= a for a, b in pairwise(rule.edges)):
            yield "分档界限须从小到大", "the edges must ascend"
    elif isinstance(rule, Deduction):
        if not rule.per_unit > 0:
            yield "per_unit 须大于 0", "per_unit must be above 0"
        if not rule.floor < rule.start:
            yield "保底须低于起始分", "the floor must be below the start"
    elif isinstance(rule, Direct):
        if not rule.scale[0] < rule.scale[1]:
            yield "scale 须从小到大", "the scale must ascend"
    elif isinstance(rule, PeerMinMax):
        if not rule.range[0] < rule.range[1]:
            yield "range 须从小到大", "the range must ascend"
    elif isinstance(rule, PeerZScore):
        if not rule.sd > 0:
            yield "sd 须大于 0", "sd must be above 0"
        if rule.ddof not in (0, 1):
            yield "ddof 只能是 0 或 1", "ddof must be 0 or 1"
        if rule.floor is not None and rule.cap is not None and not rule.floor < rule.cap:
            yield "保底须低于封顶", "the floor must be below the cap"
    elif isinstance(rule, Review):
        if not rule.scale[0] < rule.scale[1]:
            yield "scale 须从小到大", "the scale must ascend"
        if any(w < 0 for w in rule.groups.values()) or (rule.groups and not sum(rule.groups.values()) > 0):
            yield "评价人组权重须为正", "the rater groups' weights must be positive"
        if rule.trim not in (0, 1):
            yield "trim 只能是 0 或 1", "trim must be 0 or 1"


def _direction_problems(indicator: Indicator) -> Iterator[tuple[str, str]]:
    rule, higher = indicator.rule, indicator.higher
    if isinstance(rule, Piecewise | Bands):
        scores = [s for _, s in rule.points] if isinstance(rule, Piecewise) else list(rule.scores)
        steps = [(b - a) if higher else (a - b) for a, b in pairwise(scores)]
        if any(step < 0 for step in steps):
            yield (
                ("越高越好，得分却下降", "higher is better, yet the scores fall")
                if higher
                else ("越低越好，得分却上升", "lower is better, yet the scores rise")
            )
    elif isinstance(rule, Attainment) and rule.zero_below is not None and not higher:
        yield (
            "zero_below（完成率低于此数只记保底分）只用于越高越好的指标；越低越好的指标请改用分段规则"
            "（piecewise），写明从哪个数值起记零分",
            "zero_below leaves only the floor to whoever attains too little and fits where higher is better; "
            "where lower is better, use a piecewise rule that says from which value on the score is 0",
        )
    elif isinstance(rule, Deduction) and higher:
        yield "扣分规则只用于越低越好的指标", "a deduction fits only where lower is better"
    elif isinstance(rule, Direct | Review) and not higher:
        yield "直接计分只用于越高越好的指标", "a direct score fits only where higher is better"
