"""What a check may need to know besides the scheme. Everything is optional: what is not given is not judged.

The facts come from the rooms that keep them (imports, reviews, pay, the appraisal process); here they are
plain values, so that the checks stay pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scoring.reviews.leniency import Leniency
from scoring.scheme import Scheme
from scoring.sheet import ScoreSheet


@dataclass(frozen=True)
class Process:
    """How the scheme came about and how its results are handled; None = not known, not judged.

    ``receipts``, ``targets_signed`` are shares of the staff; ``*_days`` are working days; the people of
    P05 are ids; ``makers`` and ``checkers`` the same steps done by two people, step by step.
    """

    real_entity: bool = True
    consulted_on: date | None = None
    posted_on: date | None = None
    receipts: float | None = None
    consultation_known: bool = False
    published_on: date | None = None
    cycle_start: date | None = None
    targets_signed: float | None = None
    notice_days: int | None = None
    appeal_route: bool | None = None
    independent_reviewer: bool | None = None
    no_worse_result: bool | None = None
    without_interview: tuple[str, ...] | None = None
    without_improvement_plan: tuple[str, ...] | None = None
    makers: Mapping[str, str] = field(default_factory=dict)
    checkers: Mapping[str, str] = field(default_factory=dict)
    retention_years: float | None = None


@dataclass(frozen=True)
class PayTerms:
    """What the pay rules say. Amounts in yuan; ``instalments`` as shares, first year first; ``clawback``
    names what the clause covers out of cases, share, procedure, disputes and leavers."""

    below_minimum_wage: tuple[str, ...] | None = None
    loss_deduction_share: Mapping[str, float] = field(default_factory=dict)
    cut_for_protected_leave: tuple[str, ...] | None = None
    risk_posts: bool = False
    deferred_share: float | None = None
    deferral_years: float | None = None
    instalments: tuple[float, ...] = ()
    clawback: frozenset[str] | None = None


@dataclass(frozen=True)
class DataFacts:
    """What is known of the data behind a period.

    ``undecided`` are risk deductions applied while the accountability is pending or an exemption granted;
    ``implausible`` and ``stale`` name indicators; ``missing_share`` is by indicator.
    """

    undecided: tuple[str, ...] = ()
    implausible: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    missing_share: Mapping[str, float] = field(default_factory=dict)
    customer_columns: tuple[str, ...] = ()
    small_groups_shown: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    visible_to_peers: tuple[str, ...] = ()


@dataclass(frozen=True)
class LintContext:
    """The facts around a scheme.

    Parameters
    ----------
    previous : the version before; ``impact_attached``: whether a simulation of the change is on file.
    library_classes : for known indicators the class they belong to (see LIBRARY_CLASSES).
    uncontrollable : indicators that the role cannot influence.
    counted_elsewhere : for indicators the other ways in which the same fact counts (deduction, veto, …).
    loose_additions : additions that belong to no indicator.
    head_office_targets, personal_targets : by indicator; the latter the sum of what people were given.
    created_on : day on which indicators were set up; rewards_outside : bonuses outside the scheme.
    effective_from, closed_until : from when it is to hold, and the end of the last closed period;
    live : whether the version being changed is in force or frozen.
    cohort : people appraised. sheet, dependence (ρ by attribute), leniency : results to look at.
    """

    previous: Scheme | None = None
    impact_attached: bool = False
    library_classes: Mapping[str, str] = field(default_factory=dict)
    uncontrollable: frozenset[str] = frozenset()
    counted_elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    loose_additions: tuple[str, ...] = ()
    head_office_targets: Mapping[str, float] = field(default_factory=dict)
    personal_targets: Mapping[str, float] = field(default_factory=dict)
    created_on: Mapping[str, date] = field(default_factory=dict)
    rewards_outside: tuple[str, ...] = ()
    effective_from: date | None = None
    closed_until: date | None = None
    live: bool = False
    cohort: int | None = None
    clauses: tuple[str, ...] = ()
    process: Process | None = None
    pay: PayTerms | None = None
    data: DataFacts | None = None
    sheet: ScoreSheet | None = None
    dependence: Mapping[str, float] = field(default_factory=dict)
    leniency: Leniency | None = None


_LIBRARY = {
    "compliance": "C01 C02 C03 C04 C05",
    "risk": "R01 R02 R03 R04 R05 R06 R07",
    "efficiency": "E01 E02 E03 E04 E05",
    "transformation": "G01 G02 G03 G04 G05 G06 G07 G08",
    "social": "S01 S02 S03 S04 S05",
}
LIBRARY_CLASSES = {code: name for name, codes in _LIBRARY.items() for code in codes.split()}
"""The indicator library of 30: the class of each."""
