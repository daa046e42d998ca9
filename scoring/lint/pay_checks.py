"""Checks of what lines of pay say; what only amounts show is for :mod:`scoring.pay.guards`."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.lint.context import LintContext
from scoring.lint.finding import Finding, LintSettings
from scoring.lint.scheme_checks import CAMPAIGN_WORDS
from scoring.scheme import Scheme
from scoring.scheme.pay import Bonus, Brackets, Fine
from scoring.thresholds import lowest_at

_ATTENDANCE_WORDS = ("出勤", "考勤", "attendance", "days present")


def losses(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Deductions for losses whose bound nobody can hold."""
    if None not in (scheme.payment.wage, scheme.payment.minimum):
        return
    for line in scheme.pay:
        if isinstance(line, Fine) and line.loss:
            yield Finding("L03", "warning", line.code, key="L03-unbounded")


def attendance(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Pay by a measure of attendance, which does not know protected leave."""
    called = {m.code: (m.code, *m.name.values()) for m in scheme.derived}
    called |= {i.code: (i.code, *i.name.values()) for i in scheme.indicators}
    for line in scheme.pay:
        codes = {code for _, formula in line.formulas for code in scheme.reads(formula)}
        for code in sorted(codes):
            text = " ".join(called.get(code, (code,))).lower()
            if any(word in text for word in _ATTENDANCE_WORDS):
                yield Finding("L04", "warning", line.code, {"measure": code}, key="L04-attendance")


def deferral(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Posts that matter to risk with less deferred, or over fewer years, than there has to be. All parts are
    equal, so that none can be front-loaded (M02)."""
    payment = scheme.payment
    if not scheme.pay or not payment.material:
        return
    held = [line for line in scheme.pay if isinstance(line, Brackets) and line.into == "held"]
    for line in held:
        lowest = min(rate for _, rate in line.table)
        if lowest < lowest_at(100 * settings.deferred_share):
            yield Finding("M01", "warning", line.code, {"rate": lowest}, key="M01-brackets")
    short = payment.deferred < lowest_at(settings.deferred_share) and not held
    if short or payment.years < settings.deferral_years:
        terms: dict[str, object] = {"share": round(100 * payment.deferred, 1), "years": payment.years}
        yield Finding("M01", "error", params=terms)


def campaigns(scheme: Scheme, settings: LintSettings, context: LintContext) -> Iterator[Finding]:
    """Rewards that are named after campaigns."""
    for line in scheme.pay:
        if isinstance(line, Bonus) and any(
            word in " ".join(line.name.values()).lower() for word in CAMPAIGN_WORDS
        ):
            yield Finding("A03", "error", line.code, key="A03-pay")


PAY_CHECKS = (losses, attendance, deferral, campaigns)
