"""Scheme checks: what a regulator, a lawyer or a sceptical colleague would object to."""

from scoring.lint.checks import check, check_text
from scoring.lint.context import LIBRARY_CLASSES, DataFacts, LintContext, PayTerms, Process
from scoring.lint.finding import Finding, LintSettings

__all__ = [
    "LIBRARY_CLASSES",
    "DataFacts",
    "Finding",
    "LintContext",
    "LintSettings",
    "PayTerms",
    "Process",
    "check",
    "check_text",
]
