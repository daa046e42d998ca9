"""What a check finds, and the thresholds, which are the bank's to set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]

RULE_SETS = ("bank", "plain")
"""Which checks there are: all of them, or those that bind everybody and not banks alone."""
BANK_ONLY = frozenset(
    [
        *("W02", "W03", "W04", "W05", "W08", "W09", "I01", "I02", "I06"),
        *("A01", "A02", "A03", "P04", "P07", "M01", "M02", "M03", "D01"),
    ]
)
"""The checks that rest on notices of the banking supervisor alone, or on its classes."""


@dataclass(frozen=True)
class Finding:
    """One objection: the rule, how serious, the indicator it is about ("" for the whole scheme).

    The sentence is ``check-KEY`` in the catalogue, where `key` is given, else ``check-RULE``; what the rule
    rests on is ``citation-RULE``. Parameters are those of a :class:`scoring.Fault`; a supervisory class among
    them is said by its name.
    """

    rule: str
    severity: Severity
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True)
class LintSettings:
    """Thresholds of the checks, with the defaults of practice, and which checks there are (one of
    RULE_SETS)."""

    rule_set: str = "bank"
    lead_over_other_classes: float = 5.0
    compliance_and_risk_minimum: float = 40.0
    strict_is_error: bool = False
    social_exempted: bool = False
    heaviest: float = 30.0
    lightest: float = 3.0
    many_indicators: int = 15
    too_many_indicators: int = 20
    too_few_indicators: int = 5
    highest_cap: float = 150.0
    qualitative_range: tuple[float, float] = (10.0, 30.0)
    class_move: float = 10.0
    most_additions: float = 10.0
    head_office_factor: float = 1.0
    branch_factor: float = 1.0
    published_days: int = 10
    notice_days: int = 5
    appeal_days: int = 5
    retention_years: float = 5.0
    smallest_distribution: int = 10
    loss_deduction_share: float = 0.2
    deferred_share: float = 0.4
    deferral_years: float = 3.0
    coefficient_spread: tuple[float, float] = (1.2, 4.0)
    handover_months: int = 12
    missing_share: float = 0.1
    least_discrimination: float = 0.02
    most_at_cap: float = 0.8
    strongest_dependence: float = 0.6
    leniency_distance: float = 1.0
