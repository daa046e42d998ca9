"""The checks that a scheme by itself allows: W01–W08, I01–I05, A01."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scoring.lint.finding import Finding, LintSettings
from scoring.rules import Attainment
from scoring.scheme import FIVE_CLASSES, Indicator, Scheme, target_fault, weight_faults
from scoring.scheme_check import indicator_faults

Check = Callable[[Scheme, LintSettings], Iterator[Finding]]

_POINT_IN_TIME_WORDS = ("时点", "月末", "季末", "年末", "month-end", "point-in-time")
_VOLUME_WORDS = ("存款", "贷款", "余额", "deposit", "loan", "balance")
_COMPARISON_WORDS = ("排名", "份额", "同业", "market share", "ranking")
_RATIO_UNITS = ("%", "1", "‰")


def check(
    scheme: Scheme, settings: LintSettings | None = None, context: object | None = None
) -> list[Finding]:
    """Everything that the checks object to, errors first.

    Parameters
    ----------
    scheme : may be one that `Scheme.from_toml` would refuse. settings : the bank's thresholds.
    context : not read by the checks that exist so far.
    """
    chosen = settings or LintSettings()
    found = [finding for one in CHECKS for finding in one(scheme, chosen)]
    order = ("error", "warning", "info")
    return sorted(found, key=lambda f: order.index(f.severity))


def check_text(
    text: str, settings: LintSettings | None = None, context: object | None = None
) -> list[Finding]:
    """Check a scheme file leniently: what would be refused elsewhere comes out as a finding.

    Raises
    ------
    SchemeError : when the text is not TOML at all.
    """
    from scoring.scheme_toml import read

    reading = read(text)
    found = check(reading.scheme, settings, context)
    covered = {"weight-sum", "target-positive", "rule-direction"}
    others = [
        Finding("S00", "error", f.where, {"text_zh": f.text("zh"), "text_en": f.text("en")})
        for f in reading.faults
        if f.key not in covered
    ]
    return others + found


def _weight_sum(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for fault in weight_faults(scheme.indicators):
        if fault.key == "weight-sum":
            yield Finding("W01", "error", params=fault.params)


def _class_weights(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    weights = scheme.class_weights()
    compliance, risk = weights.get("compliance", 0.0), weights.get("risk", 0.0)
    joint = compliance + risk
    others = {k: w for k, w in weights.items() if k not in ("compliance", "risk")}
    other, highest = max(others.items(), key=lambda item: item[1], default=("", 0.0))
    if joint < highest + settings.lead_over_other_classes:
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
    if not min(compliance, risk) > highest:
        yield Finding(
            "W03",
            "error" if settings.strict_is_error else "warning",
            params={"compliance": compliance, "risk": risk, "highest": highest},
        )
    if not (compliance > 0 and risk > 0):
        yield Finding("W04", "error", params={"compliance": compliance, "risk": risk}, key="W04-zero")
    elif joint < settings.compliance_and_risk_minimum:
        minimum = settings.compliance_and_risk_minimum
        yield Finding("W04", "warning", params={"joint": joint, "minimum": minimum})
    missing = tuple(
        name
        for name in FIVE_CLASSES
        if not weights.get(name, 0.0) > 0 and not (name == "social" and settings.social_exempted)
    )
    if missing:
        yield Finding("W05", "warning", params={"missing": missing})


def _single_weights(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for i in scheme.indicators:
        if i.weight > settings.heaviest:
            limit = settings.heaviest
            yield Finding("W06", "warning", i.code, {"weight": i.weight, "limit": limit})
        elif 0 < i.weight < settings.lightest:
            params: dict[str, object] = {"weight": round(i.weight, 2), "limit": settings.lightest}
            yield Finding("W06", "info", i.code, params, key="W06-light")


def _count(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
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


def _comparisons(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for i in scheme.indicators:
        if i.measure in ("rank", "share") or _mentions(i, _COMPARISON_WORDS):
            yield Finding("W08", "error", i.code)


def _point_in_time(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for i in scheme.indicators:
        if i.measure == "ratio" or i.unit in _RATIO_UNITS or not _mentions(i, _VOLUME_WORDS):
            continue
        if i.measure == "point-in-time" or _mentions(i, _POINT_IN_TIME_WORDS):
            yield Finding("I01", "error", i.code)


def _targets(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for i in scheme.indicators:
        fault = target_fault(i)
        if fault is not None:
            yield Finding("I03", "error", i.code, fault.params)
        elif i.kind == "quantitative" and i.target is None:
            yield Finding("I02", "error", i.code)


def _directions(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for i in scheme.indicators:
        for fault in indicator_faults(i, scheme.classes):
            if fault.key == "rule-direction":
                yield Finding("I04", "error", i.code, fault.params)


def _caps(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    for i in scheme.indicators:
        if isinstance(i.rule, Attainment) and i.rule.cap > settings.highest_cap:
            params: dict[str, object] = {"cap": i.rule.cap, "limit": settings.highest_cap}
            yield Finding("I05", "warning", i.code, params)


def _authorisation(scheme: Scheme, settings: LintSettings) -> Iterator[Finding]:
    leave = scheme.authorisation
    if leave is None or not (leave.reference and leave.issued_on and leave.scope):
        yield Finding("A01", "error")


def _mentions(indicator: Indicator, words: tuple[str, ...]) -> bool:
    text = " ".join((*indicator.name.values(), indicator.unit)).lower()
    return any(word in text for word in words)


CHECKS: tuple[Check, ...] = (
    _weight_sum,
    _class_weights,
    _single_weights,
    _count,
    _comparisons,
    _point_in_time,
    _targets,
    _directions,
    _caps,
    _authorisation,
)
