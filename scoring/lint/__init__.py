"""Scheme checks: what a regulator, a lawyer or a sceptical colleague would object to."""

from scoring.lint.checks import check, check_text
from scoring.lint.finding import Finding, LintSettings

__all__ = ["Finding", "LintSettings", "check", "check_text"]
