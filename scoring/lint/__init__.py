"""Scheme checks: what a regulator, a lawyer or a sceptical colleague would object to."""

from scoring.lint.checks import check, check_text
from scoring.lint.context import LIBRARY_CLASSES, DataFacts, LintContext, PayTerms, Process
from scoring.lint.finding import BANK_ONLY, RULE_SETS, Finding, LintSettings

__all__ = [
    "BANK_ONLY",
    "LIBRARY_CLASSES",
    "RULE_SETS",
    "DataFacts",
    "Finding",
    "LintContext",
    "LintSettings",
    "PayTerms",
    "Process",
    "check",
    "check_text",
]
