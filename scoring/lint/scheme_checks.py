"""What a scheme shows by itself: weights (W), indicators (I), and clauses that the law does not allow."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from scoring.lint.context import LintContext
from scoring.lint.finding import Finding, LintSettings
from scoring.scheme import Indicator, Scheme
from scoring.scheme.check import indicator_faults
from scoring.scheme.indicator import target_fault
from scoring.scheme.model import FIVE_CLASSES, weight_faults
from scoring.thresholds import highest_at, lowest_at

Check = Callable[[Scheme, LintSettings, LintContext], Iterator[Finding]]

_POINT_IN_TIME_WORDS = ("时点", "月末", "季末", "年末", "month-end", "point-in-time")
_VOLUME_WORDS = ("存款", "贷款", "余额", "deposit", "loan", "balance")
_COMPARISON_WORDS = ("排名", "份额", "同业", "market share", "ranking")
CAMPAIGN_WORDS = ("开门红", "单项奖", "专项奖", "竞赛", "临时", "campaign", "one-off bonus", "contest")
_LAST_PLACE_WORDS = (
    "末位淘汰",
    "末位解除",
    "末位免职",
    "垫底解除",
    "垫底淘汰",
    "bottom-out",
    "rank and yank",
)
_DENIALS = ("不", "非", "禁止", "取消", "no ", "not ")
_MONEY_WORDS = ("元", "yuan", "rmb", "cny")
_RATIO_UNITS = ("%", "1", "‰")
_GROUP_MINIMUM = {"peers": 3, "customers": 5}


def _weight_sum(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for fault in weight_faults(scheme):
        if fault.key == "weight-sum":
            yield Finding("W01", "error", params=fault.params)
        elif fault.key == "weight-sum-of":
            yield Finding("W01", "error", fault.where, fault.params, key="W01-of")


def _class_weights(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    weights = scheme.class_weights()
    compliance, risk = weights.get("compliance", 0.0), weights.get("risk", 0.0)
    joint = compliance + risk
    others = {k: w for k, w in weights.items() if k not in ("compliance", "risk")}
    other, highest = max(others.items(), key=lambda item: item[1], default=("", 0.0))
    if joint < lowest_at(highest + settings.lead_over_other_classes):
        yield Finding(
            "W02",
            "error",
            params={
                "joint": joint,
                "other": other,
                "highest": highest,
                "lead": settings.lead_over_other_classes,
            },
        )
    if not min(compliance, risk) > highest_at(highest):
        yield Finding(
            "W03",
            "error" if settings.strict_is_error else "warning",
            params={"compliance": compliance, "risk": risk, "highest": highest},
        )
    if not (compliance > 0 and risk > 0):
        yield Finding("W04", "error", params={"compliance": compliance, "risk": risk}, key="W04-zero")
    elif joint < lowest_at(settings.compliance_and_risk_minimum):
        minimum = settings.compliance_and_risk_minimum
        yield Finding("W04", "warning", params={"joint": joint, "minimum": minimum})
    missing = tuple(
        name
        for name in FIVE_CLASSES
        if not weights.get(name, 0.0) > 0 and not (name == "social" and settings.social_exempted)
    )
    if missing:
        yield Finding("W05", "warning", params={"missing": missing})


def _single_weights(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        if i.weight > highest_at(settings.heaviest):
            limit = settings.heaviest
            yield Finding("W06", "warning", i.code, {"weight": i.weight, "limit": limit})
        elif 0 < i.weight < lowest_at(settings.lightest):
            params: dict[str, object] = {"weight": round(i.weight, 2), "limit": settings.lightest}
            yield Finding("W06", "info", i.code, params, key="W06-light")


def _count(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    count = sum(1 for i in scheme.indicators if i.weight > 0)
    if count > settings.too_many_indicators:
        limit = settings.too_many_indicators
        yield Finding("W07", "warning", params={"count": count, "limit": limit})
    elif count > settings.many_indicators:
        limit = settings.many_indicators
        yield Finding("W07", "info", params={"count": count, "limit": limit})
    elif count < settings.too_few_indicators:
        limit = settings.too_few_indicators
        yield Finding("W07", "warning", params={"count": count, "limit": limit}, key="W07-few")


def _comparisons(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        if _compares(i) or i.rule.by_place:
            yield Finding("W08", "error", i.code)
        elif i.kind == "quantitative" and i.rule.peer and not i.has_target:
            yield Finding("W08", "warning", i.code, key="W08-peers")


def _point_in_time(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        if i.measure == "ratio" or i.unit in _RATIO_UNITS:
            continue
        volume = _mentions(i, _VOLUME_WORDS)
        if i.measure == "point-in-time":
            # Any amount of money on one day, whatever it is called.
            volume |= i.unit.strip().lower().endswith(_MONEY_WORDS)
        if volume and (i.measure == "point-in-time" or _mentions(i, _POINT_IN_TIME_WORDS)):
            yield Finding("I01", "error", i.code)


def _targets(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        fault = target_fault(i)
        if fault is not None:
            yield Finding("I03", "error", i.code, fault.params)
        elif i.kind == "quantitative" and not i.has_target and (i.reads_target or _compares(i)):
            # A rank or a share without a target is what the notice forbids; other rules hold their own marks.
            yield Finding("I02", "error", i.code)


def _directions(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        for fault in indicator_faults(i, scheme.classes):
            if fault.key == "rule-direction":
                yield Finding("I04", "error", i.code, fault.params)


def _caps(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        cap = math.inf if i.best is None else i.best
        if i.rule.open_ended and cap > highest_at(settings.highest_cap):
            params: dict[str, object] = {"cap": cap, "limit": settings.highest_cap}
            yield Finding("I05", "warning", i.code, params, key="I05" if cap < math.inf else "I05-none")


def _additions(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    if scheme.additions_limit > highest_at(settings.most_additions):
        params: dict[str, object] = {"value": scheme.additions_limit, "limit": settings.most_additions}
        yield Finding("I06", "warning", params=params)
    for name in context.loose_additions:
        yield Finding("I06", "warning", name, key="I06-loose")


def _qualitative(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    rated = [i for i in scheme.indicators if i.kind == "qualitative"]
    total = scheme.kind_weights()["qualitative"]
    low, high = settings.qualitative_range
    if not lowest_at(low) <= total <= highest_at(high):
        params: dict[str, object] = {"value": round(total, 6), "low": low, "high": high}
        yield Finding("W10", "warning", params=params)
    # A scheme without anchors keeps them in the questionnaire; one that anchors some forgot the rest.
    if any(i.anchors for i in rated):
        for i in rated:
            if len(i.anchors) < max(2, len(scheme.grades)):
                counts: dict[str, object] = {"count": len(i.anchors), "grades": len(scheme.grades)}
                yield Finding("I07", "warning", i.code, counts)


def _sources(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    without = [i.code for i in scheme.indicators if not (i.source or i.owner or i.cut_off)]
    if without and len(without) == len(scheme.indicators):
        # Said once: the sources are then kept elsewhere, or nowhere.
        yield Finding("I10", "warning", key="I10-none")
        return
    for code in without:
        yield Finding("I10", "error", code)


def _campaigns(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    start = context.process.cycle_start if context.process else None
    for i in scheme.indicators:
        created = context.created_on.get(i.code)
        if _mentions(i, CAMPAIGN_WORDS):
            yield Finding("A03", "error", i.code)
        elif created is not None and start is not None and created > start:
            days: dict[str, object] = {"created": created.isoformat(), "start": start.isoformat()}
            yield Finding("A03", "error", i.code, days, key="A03-late")
    for name in context.rewards_outside:
        yield Finding("A03", "error", name, key="A03-outside")


def _last_place(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    names = [*scheme.name.values(), *(g.name for g in scheme.grades)]
    names += [text for i in scheme.indicators for text in (*i.name.values(), *i.anchors)]
    names += [text for line in scheme.pay for text in line.name.values()]
    for text in dict.fromkeys((*names, *context.clauses)):
        lowered = text.lower()
        for word in _LAST_PLACE_WORDS:
            before, found, _ = lowered.partition(word)
            if found and not any(denial in before[-6:] for denial in _DENIALS):
                yield Finding("L01", "error", params={"text": text[:40]})
                break


def _forced_distribution(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    with_quota = [g for g in scheme.grades if g.quota is not None]
    if with_quota and context.cohort is not None and context.cohort < settings.smallest_distribution:
        counts: dict[str, object] = {"count": context.cohort, "limit": settings.smallest_distribution}
        yield Finding("L02", "warning", params=counts)
    if scheme.grades and scheme.grades[-1].quota is not None:
        yield Finding("L02", "warning", scheme.grades[-1].name, key="L02-lowest")


def _coefficients(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    known = [g.coefficient for g in scheme.grades if g.coefficient is not None]
    if len(known) < 2:
        return
    spread = max(known) / min(known) if min(known) > 0 else math.inf
    low, high = settings.coefficient_spread
    if not lowest_at(low) <= spread <= highest_at(high):
        yield Finding("M04", "warning", params={"value": round(spread, 4), "low": low, "high": high})


def _handover(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    if scheme.handover_months < settings.handover_months:
        months: dict[str, object] = {"value": scheme.handover_months, "limit": settings.handover_months}
        yield Finding("D02", "warning", params=months)


def _appeals(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    days = scheme.result_use.appeal_days
    if days < settings.appeal_days:
        yield Finding("P04", "error", params={"days": days, "limit": settings.appeal_days}, key="P04-days")


def _rater_groups(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        for group, least in _GROUP_MINIMUM.items():
            count = i.rule.fewest_raters.get(group, least)
            if count < least:
                yield Finding("V02", "error", i.code, {"group": group, "count": count, "limit": least})
    for group in context.data.small_groups_shown if context.data else ():
        yield Finding("V02", "error", group, key="V02-shown")


def _authorisation(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    leave = scheme.authorisation
    if leave is None or not (leave.reference and leave.issued_on and leave.scope):
        yield Finding("A01", "error")


def _compares(indicator: Indicator) -> bool:
    """Whether the indicator asks for a place among others or a share of a market."""
    return indicator.measure in ("rank", "share") or _mentions(indicator, _COMPARISON_WORDS)


def _mentions(indicator: Indicator, words: tuple[str, ...]) -> bool:
    text = " ".join((*indicator.name.values(), indicator.unit)).lower()
    return any(word in text for word in words)


SCHEME_CHECKS: tuple[Check, ...] = (
    _weight_sum,
    _class_weights,
    _single_weights,
    _count,
    _comparisons,
    _qualitative,
    _point_in_time,
    _targets,
    _directions,
    _caps,
    _additions,
    _sources,
    _authorisation,
    _campaigns,
    _last_place,
    _forced_distribution,
    _coefficients,
    _handover,
    _appeals,
    _rater_groups,
)
