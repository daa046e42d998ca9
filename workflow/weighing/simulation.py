"""Trying weights before they are adopted: who moves, by how much, and what the checks say."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from scoring import Comparison, Scheme, ScoreSheet, compare, lint, stability
from scoring.change import backtest
from scoring.change.cliffs import Cliff, cliffs
from scoring.change.payoff import typical_payoffs
from scoring.lint import Finding
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from scoring.stability.sheets import sheet_totals
from scoring.weights import rounded, set_group
from workflow import schemes
from workflow.results import moves, scores
from workflow.results.moves import Move
from workflow.results.period_sheets import PeriodSheet

DRAWS = 1_000
"""Random weightings for a look at how firm a ranking is."""


@dataclass(frozen=True, eq=False)
class LabStart:
    """Where a trial starts: a stored version, and the periods scored by it, earliest first."""

    info: schemes.SchemeInfo
    sheets: tuple[PeriodSheet, ...]
    settings: lint.LintSettings
    """By what the checks judge."""

    @property
    def scheme(self) -> Scheme:
        """The version the trial starts from."""
        return self.info.scheme


@dataclass(frozen=True, eq=False)
class Simulation:
    """The outcome of a trial: for the last period everybody by rank after it, rank churn for all periods."""

    scheme: Scheme
    rows: tuple[Move, ...]
    findings: tuple[Finding, ...]
    comparisons: tuple[tuple[str, Comparison], ...]

    @cached_property
    def pool(self) -> tuple[float, float] | None:
        """Sum of the grade coefficients before and after; None where the scheme has none."""
        before, after = self.comparisons[-1][1].before, self.comparisons[-1][1].after
        sums = [backtest.pool(sheet, range(len(sheet.people)), None) for sheet in (before, after)]
        return None if None in sums else (float(sums[0] or 0.0), float(sums[1] or 0.0))

    @property
    def moved(self) -> int:
        """People whose rank changes."""
        return int(moves.moved(self.comparisons[-1][1].rank_moves).sum())

    @property
    def moved_far(self) -> int:
        """People who move FAR places or more."""
        return int((np.abs(self.comparisons[-1][1].rank_moves) >= moves.FAR).sum())

    @cached_property
    def lost(self) -> tuple[Move, ...]:
        """Who has a total before and none after: too little of the weight has data then."""
        return moves.lost(self.rows)

    @cached_property
    def gained(self) -> tuple[Move, ...]:
        """Who has a total after and none before."""
        return moves.gained(self.rows)

    @cached_property
    def class_contributions(self) -> Mapping[str, tuple[float, ...]]:
        """Each person's points by class under the trial."""
        last = self.comparisons[-1][1]
        points = last.after.class_contributions()[last.row_after].tolist()
        return dict(zip(last.people, map(tuple, points), strict=True))

    def grade_mix(self, *, after: bool) -> dict[str, int]:
        """People per grade."""
        held = Counter(row.after_grade if after else row.before_grade for row in self.rows)
        return {grade.name: held.get(grade.name, 0) for grade in self.scheme.grades}

    @cached_property
    def churn(self) -> tuple[tuple[str, float, int], ...]:
        """(period, Kendall's tau, people whose rank changes) for each period."""
        return tuple(
            (period, c.kendall_tau, int(moves.moved(c.rank_moves).sum())) for period, c in self.comparisons
        )


@dataclass(frozen=True)
class Effect:
    """One indicator's part in a person's change: effective weights, score, and points of the total."""

    indicator: str
    before: float
    after: float
    score: float
    points: float


@dataclass(frozen=True)
class Firmness:
    """How often the first `top_k` stay among the first `top_k`, and which neighbours change places often."""

    draws: int
    top_k: int
    first: tuple[tuple[str, float], ...]
    fragile: tuple[tuple[str, str, float], ...]


def start(actor: Actor, db: Database, reference: SchemeReference, period: Period, count: int = 1) -> LabStart:
    """Score the last `count` periods up to `period` by a stored version."""
    require(actor, Action.SIMULATE)
    info = schemes.scheme(actor, db, reference)
    periods = scores.up_to(actor, db, period, count, any_scheme=True)
    return LabStart(info, scores.scored_under(db, periods, info.scheme), schemes.checks_by(actor, db))


def set_together(
    weights: Mapping[str, float], codes: Collection[str], points: float, locked: Collection[str] = ()
) -> dict[str, float]:
    """Set one weight, or a class as a whole; the unlocked others give way in proportion and the sum
    stays."""
    return set_group(weights, codes, points, locked)


def in_round_numbers(
    weights: Mapping[str, float], step: float, locked: Collection[str] = ()
) -> dict[str, float]:
    """The unlocked weights as multiples of `step` points, the sum still the same."""
    return rounded(weights, step, locked)


def simulate(actor: Actor, begun: LabStart, weights: Mapping[str, float]) -> Simulation:
    """What other weights would do to everybody."""
    require(actor, Action.SIMULATE)
    after = [s.sheet.with_weights(weights) for s in begun.sheets]
    return _outcome(begun, after, lint.LintContext(previous=begun.scheme))


def under(actor: Actor, db: Database, begun: LabStart, candidate: Scheme) -> Simulation:
    """What another scheme would do to everybody, on the periods and the figures of a trial."""
    require(actor, Action.SIMULATE)
    periods = [parse_period(one.period) for one in begun.sheets]
    return set_beside(actor, begun, scores.scored_under(db, periods, candidate))


def set_beside(actor: Actor, begun: LabStart, candidate: Sequence[PeriodSheet]) -> Simulation:
    """What another scheme, whose sheets are at hand for the same periods, would do to everybody."""
    require(actor, Action.SIMULATE)
    context = lint.LintContext(previous=begun.scheme, impact_attached=True)
    return _outcome(begun, [s.sheet for s in candidate], context)


def _outcome(begun: LabStart, sheets: Sequence[ScoreSheet], context: lint.LintContext) -> Simulation:
    comparisons = tuple(
        (s.period, compare(s.sheet, after)) for s, after in zip(begun.sheets, sheets, strict=True)
    )
    last = comparisons[-1][1]
    rows = sorted(moves.compared(last), key=lambda row: (math.isnan(row.after_rank), row.after_rank))
    found = lint.check(last.after.scheme, begun.settings, context)
    return Simulation(last.after.scheme, tuple(rows), tuple(found), comparisons)


def worth(actor: Actor, outcome: Simulation) -> Mapping[str, float]:
    """What one more unit of each indicator, or of each measure that the scheme works with, adds to the total
    of the person in the middle."""
    require(actor, Action.SIMULATE)
    return typical_payoffs(outcome.comparisons[-1][1].after)


def jumps(actor: Actor, outcome: Simulation) -> Sequence[Cliff]:
    """Where totals jump: by rules, whole steps and conditions."""
    require(actor, Action.SIMULATE)
    return cliffs(outcome.comparisons[-1][1].after)


def firmness(
    actor: Actor, outcome: Simulation, draws: int, progress: Callable[[float], None] | None = None
) -> Firmness:
    """Rank everybody under random weights around the trial's."""
    require(actor, Action.SIMULATE)
    sheet = outcome.comparisons[-1][1].after
    found = stability.sheet_acceptability(sheet, draws=draws, progress=progress)
    people = sheet_totals(sheet).people
    return Firmness(
        draws,
        found.top_k,
        tuple((people[i], float(found.top[i])) for i in found.order[: found.top_k]),
        tuple((people[u], people[v], share) for u, v, share in found.fragile()),
    )


def usual_draw(points: float = 10.0) -> tuple[float, float]:
    """Within what a weight of so many points lies in nine of ten draws of :func:`firmness`."""
    return stability.usual_range(points)


def why(actor: Actor, outcome: Simulation, manager_id: str) -> tuple[Effect, ...]:
    """What each changed weight does to one person's total, largest first; the rest is caps and limits."""
    require(actor, Action.SIMULATE)
    comparison = outcome.comparisons[-1][1]
    if manager_id not in comparison.people or comparison.by_indicator is None:
        return ()
    k = comparison.people.index(manager_id)
    i = int(comparison.row_after[k])
    points = np.sum([part[k] for part in comparison.by_indicator.values()], axis=0)
    before, after = comparison.before, comparison.after
    found = [
        Effect(
            code,
            before=float(before.effective_weights[int(comparison.row_before[k]), j]),
            after=float(after.effective_weights[i, j]),
            score=float(after.scores[i, j]),
            points=float(points[comparison.indicators.index(code)]),
        )
        for j, code in enumerate(after.indicators)
    ]
    return tuple(sorted(found, key=lambda effect: -abs(effect.points)))


def aliases(begun: LabStart) -> Mapping[str, str]:
    """A code for everybody, for meetings in which names should not sway; the same for all who look."""
    salt = begun.scheme.canonical_hash()
    people = [p.manager_id for p in begun.sheets[-1].people]
    order = sorted(people, key=lambda m: hashlib.sha256(f"{salt}{m}".encode()).digest())
    return {manager: f"№{k:02d}" for k, manager in enumerate(order, start=1)}


def save_draft(
    actor: Actor, db: Database, begun: LabStart, weights: Mapping[str, float], note: str
) -> SchemeReference:
    """Keep a trial as a new draft version. The head office's authorisation is for a version and does
    not pass on to the new one."""
    require(actor, Action.DRAFT_SCHEME)
    version = schemes.next_version(db, begun.scheme.code)
    draft = schemes.without_authorisation(begun.scheme.with_weights(weights).with_version(version))
    return schemes.store(actor, db, draft, note=note, based_on=begun.scheme.version)


def fingerprint(sheets: Iterable[PeriodSheet]) -> str:
    """SHA-256 of everything that sheets rest on: people, values, targets and what happened to people, in
    every period looked at. The same figures give the same fingerprint on any machine."""
    digest = hashlib.sha256()
    for period in sheets:
        measured = period.sheet.measurements
        digest.update("\n".join((period.period, *measured.people, *measured.indicators)).encode())
        for name in (
            "values",
            "targets",
            "own_values",
            "tenure_months",
            "presence",
            "additions",
            "deductions",
        ):
            array = getattr(measured, name)
            digest.update(name.encode() if array is None else np.ascontiguousarray(array, "<f8").tobytes())
        for name in ("inherited", "vetoes"):
            array = getattr(measured, name)
            digest.update(name.encode() if array is None else np.ascontiguousarray(array, "u1").tobytes())
    return digest.hexdigest()
