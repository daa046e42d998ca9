"""What only the surroundings show: earlier versions, targets, procedure, pay, data, results."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scoring.evidence.fairness import indicator_trust
from scoring.lint.context import LintContext
from scoring.lint.finding import Finding, LintSettings
from scoring.lint.scheme_checks import Check
from scoring.scheme import Scheme
from scoring.thresholds import highest_at, lowest_at

CLAWBACK_PARTS = frozenset({"cases", "share", "procedure", "disputes", "leavers"})


def _tags(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        known = context.library_classes.get(i.code)
        if known is not None and known != i.class_:
            yield Finding("W09", "warning", i.code, {"tag": i.class_, "library": known})
        if i.code in context.uncontrollable:
            yield Finding("I09", "warning", i.code)
        if other := context.counted_elsewhere.get(i.code):
            yield Finding("I08", "warning", i.code, {"ways": other})


def _class_moves(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    if context.previous is None or context.impact_attached:
        return
    before, after = context.previous.class_weights(), scheme.class_weights()
    for name in dict.fromkeys((*after, *before)):
        moved = after.get(name, 0.0) - before.get(name, 0.0)
        if abs(moved) > highest_at(settings.class_move):
            told = {"moved": round(abs(moved), 2), "limit": settings.class_move}
            yield Finding("W11", "warning", name, told, key="W11" if moved > 0 else "W11-less")


def _targets(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for i in scheme.indicators:
        above = context.head_office_targets.get(i.code)
        if above is not None and i.target is not None and _stricter(i.target, above, i.higher, settings):
            yield Finding("A02", "error", i.code, {"value": i.target, "head_office": above})
        given = context.personal_targets.get(i.code)
        if (
            given is not None
            and i.target is not None
            and i.higher
            and given > highest_at(i.target * settings.branch_factor)
        ):
            yield Finding("A02", "error", i.code, {"value": given, "branch": i.target}, key="A02-people")


def _stricter(target: float, head_office: float, higher: bool, settings: LintSettings) -> bool:
    if higher:
        return target > highest_at(head_office * settings.head_office_factor)
    return target < lowest_at(head_office / settings.head_office_factor)


def _retroactive(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    if context.live:
        yield Finding("A04", "error", key="A04-live")
    start, closed = context.effective_from, context.closed_until
    if start is not None and closed is not None and start <= closed:
        yield Finding("A04", "error", params={"start": start.isoformat(), "closed": closed.isoformat()})


def _procedure(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    p = context.process
    if p is None:
        return
    evidence = (p.consulted_on, p.posted_on, p.receipts)
    if p.consultation_known and (None in evidence or (p.receipts or 0.0) < lowest_at(1.0)):
        yield Finding("P01", "error" if p.real_entity else "warning")
    if p.published_on is not None and p.cycle_start is not None:
        days = (p.cycle_start - p.published_on).days
        if days < settings.published_days:
            yield Finding("P02", "warning", params={"days": days, "limit": settings.published_days})
    if p.targets_signed is not None and p.targets_signed < lowest_at(1.0):
        yield Finding("P02", "warning", params={"share": round(100 * p.targets_signed, 1)}, key="P02-signed")
    if p.notice_days is not None and p.notice_days < settings.notice_days:
        yield Finding("P03", "warning", params={"days": p.notice_days, "limit": settings.notice_days})
    if p.appeal_route is False:
        yield Finding("P04", "error")
    if p.independent_reviewer is False:
        yield Finding("P04", "error", key="P04-reviewer")
    if p.no_worse_result is False:
        yield Finding("P04", "error", key="P04-worse")
    if p.without_interview:
        yield Finding("P05", "warning", params={"people": p.without_interview})
    if p.without_improvement_plan:
        yield Finding("P05", "warning", params={"people": p.without_improvement_plan}, key="P05-plan")
    for step, maker in p.makers.items():
        if p.checkers.get(step) == maker:
            yield Finding("P06", "error", step, {"person": maker})
    if p.retention_years is not None and p.retention_years < settings.retention_years:
        yield Finding(
            "P07", "warning", params={"years": p.retention_years, "limit": settings.retention_years}
        )


def _pay(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    pay = context.pay
    if pay is None:
        return
    for person in pay.below_minimum_wage or ():
        yield Finding("L03", "error", person)
    for person, share in pay.loss_deduction_share.items():
        if share > highest_at(settings.loss_deduction_share):
            shares: dict[str, object] = {
                "share": round(100 * share, 1),
                "limit": round(100 * settings.loss_deduction_share, 1),
            }
            yield Finding("L03", "error", person, shares, key="L03-loss")
    for person in pay.cut_for_protected_leave or ():
        yield Finding("L04", "error", person)
    if pay.risk_posts:
        deferred, years = pay.deferred_share, pay.deferral_years
        if (deferred is not None and deferred < lowest_at(settings.deferred_share)) or (
            years is not None and years < settings.deferral_years
        ):
            terms: dict[str, object] = {"share": round(100 * (deferred or 0.0), 1), "years": years or 0.0}
            yield Finding("M01", "error", params=terms)
    if any(earlier > highest_at(later) for earlier, later in pairwise(pay.instalments)):
        yield Finding("M02", "warning", params={"instalments": pay.instalments})
    if pay.clawback is not None and (lacking := CLAWBACK_PARTS - pay.clawback):
        yield Finding("M03", "error", params={"missing": tuple(sorted(lacking))})


def _data(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    data = context.data
    if data is None:
        return
    for what in data.undecided:
        yield Finding("D01", "error", what)
    for code in data.implausible:
        yield Finding("D03", "error", code)
    for code in data.stale:
        yield Finding("D03", "error", code, key="D03-stale")
    for code, share in data.missing_share.items():
        if share > highest_at(settings.missing_share):
            shares: dict[str, object] = {
                "share": round(100 * share, 1),
                "limit": round(100 * settings.missing_share, 1),
            }
            yield Finding("D03", "error", code, shares, key="D03-missing")
    for column in data.customer_columns:
        yield Finding("V01", "error", column)
    for what in data.unconfirmed:
        yield Finding("V03", "error", what)
    for what in data.visible_to_peers:
        yield Finding("V04", "error", what)


def _results(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    for trust in indicator_trust(context.sheet) if context.sheet is not None else ():
        if trust.people < 2:
            continue
        if trust.discrimination < lowest_at(settings.least_discrimination):
            value: dict[str, object] = {"value": round(trust.discrimination, 4)}
            yield Finding("F01", "info", trust.indicator, value)
        elif trust.at_cap > highest_at(settings.most_at_cap):
            share: dict[str, object] = {"share": round(100 * trust.at_cap, 1)}
            yield Finding("F01", "info", trust.indicator, share, key="F01-cap")
    for attribute, rho in context.dependence.items():
        if abs(rho) > settings.strongest_dependence:
            yield Finding("F02", "info", attribute, {"rho": round(rho, 2)})
    if context.leniency is not None:
        for rater, distance in zip(context.leniency.raters, context.leniency.standardised, strict=True):
            if abs(distance) > settings.leniency_distance:
                yield Finding("F03", "info", rater, {"distance": round(float(distance), 2)})


CONTEXT_CHECKS: tuple[Check, ...] = (
    _tags,
    _class_moves,
    _targets,
    _retroactive,
    _procedure,
    _pay,
    _data,
    _results,
)
