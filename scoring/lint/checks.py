"""Running the checks, on a scheme or on a file that may not even be one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace

from scoring.lint.context import LintContext
from scoring.lint.context_checks import CONTEXT_CHECKS
from scoring.lint.expression_checks import EXPRESSION_CHECKS
from scoring.lint.finding import BANK_ONLY, Finding, LintSettings
from scoring.lint.pay_checks import PAY_CHECKS
from scoring.lint.scheme_checks import SCHEME_CHECKS, Check
from scoring.scheme import Scheme
from scoring.scheme.model import weight_faults

CHECKS: tuple[Check, ...] = (*SCHEME_CHECKS, *EXPRESSION_CHECKS, *PAY_CHECKS, *CONTEXT_CHECKS)
HUNDRED = 100.0


def check(
    scheme: Scheme, settings: LintSettings | None = None, context: LintContext | None = None
) -> list[Finding]:
    """Everything that the checks object to, errors first.

    Parameters
    ----------
    scheme : may be one that `Scheme.from_toml` would refuse. settings : thresholds and rule set.
    context : facts around the scheme; checks that need one which is not given say nothing.
    """
    chosen, facts = settings or LintSettings(), context or LintContext()
    judged = _of_a_hundred(scheme)
    found = [finding for one in CHECKS for finding in one(judged, chosen, facts)]
    if chosen.rule_set != "bank":
        found = [finding for finding in found if finding.rule not in BANK_ONLY]
    order = ("error", "warning", "info")
    return sorted(found, key=lambda f: order.index(f.severity))


def _of_a_hundred(scheme: Scheme) -> Scheme:
    """The scheme with its weights and additions as points of 100, which is what the thresholds are about; as
    it is where the weights do not even add up."""
    if scheme.points == HUNDRED or weight_faults(scheme):
        return scheme
    share = HUNDRED / scheme.points
    return replace(
        scheme,
        points=HUNDRED,
        indicators=tuple(replace(i, weight=share * i.weight) for i in scheme.indicators),
        profiles=tuple(
            replace(p, weights={code: share * weight for code, weight in p.weights.items()})
            for p in scheme.profiles
        ),
        additions_limit=share * scheme.additions_limit,
        deductions_limit=share * scheme.deductions_limit,
    )


def check_text(
    text: str, settings: LintSettings | None = None, context: LintContext | None = None
) -> list[Finding]:
    """Check a scheme file leniently: what would be refused elsewhere comes out as a finding.

    Clauses are looked for in every text of the file, also under keys that a scheme does not have.

    Raises
    ------
    SchemeError : when the text is not TOML at all.
    """
    reading = Scheme.reading(text)
    facts = context or LintContext()
    facts = replace(facts, clauses=(*facts.clauses, *_texts(tomllib.loads(text))))
    found = check(reading.scheme, settings, facts)
    covered = {"weight-sum", "weight-sum-of", "target-positive", "rule-direction"}
    others = [Finding("S00", "error", f.where, {"fault": f}) for f in reading.faults if f.key not in covered]
    return others + found


def _texts(value: object) -> Iterator[str]:
    """Every text in a parsed file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
