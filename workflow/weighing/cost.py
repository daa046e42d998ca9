"""What a trial, or another version, costs in yuan, and who gains and loses by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Literal
from weakref import WeakKeyDictionary

import numpy as np

from access.actor import Actor
from access.permissions import Action, allowed, require
from data.database import Database
from scoring import Comparison, ScoreSheet, compare
from scoring.change.pay.cost import Cost, GroupCost, Paid, cost, paid, together
from scoring.pay.compared import FEWEST
from scoring.periods import Period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import moves, scores
from workflow.results.period_sheets import PeriodSheet
from workflow.weighing.pay import PayBase, base
from workflow.weighing.simulation import LabStart, Simulation

By = Literal["team", "post", "grade"]
BY: tuple[By, ...] = ("team", "post", "grade")
PERIODS = 36

_paid: WeakKeyDictionary[ScoreSheet, tuple[float, Paid | None]] = WeakKeyDictionary()
"""What a sheet pays, by the base: the sheet before a trial is the same while somebody drags."""


@dataclass(frozen=True, eq=False)
class TrialCost:
    """What a trial costs in its last period: ``cost``, by group (teams by their ids, the grade is that before
    it), and each person's change in fen where the actor may see pay of single people (else None)."""

    cost: Cost
    groups: Mapping[By, tuple[GroupCost, ...]]
    people: Mapping[str, tuple[int, int]] | None


@dataclass(frozen=True, eq=False)
class LongCost:
    """Two versions beside one another over ``periods``, sums in fen over all of them.

    ``total``, ``groups`` : people count once for each period, grades are those under the first version and
    teams by their ids, whose names are in ``teams``.
    ``held`` : held back by either. ``most`` : the largest part by which the cost of one period changes.
    ``moved``, ``regraded`` : people whose rank, and whose grade, differs, a period on average.
    """

    before: SchemeReference
    after: SchemeReference
    periods: tuple[str, ...]
    total: GroupCost
    groups: Mapping[By, tuple[GroupCost, ...]]
    teams: Mapping[str, tuple[str, str]]
    held: tuple[int, int]
    most: float
    moved: float
    regraded: float


@dataclass(frozen=True)
class KeptCost:
    """What lines of pay give before and after, in fen, as a run of the impact keeps it: nobody's own pay.

    ``last`` : everybody in the last period; ``groups`` : the same in groups of three and more, teams by their
    ids, whose names are in ``teams``; ``held`` : held back before and after. ``over`` : all periods together.
    """

    last: GroupCost
    groups: Mapping[By, tuple[GroupCost, ...]]
    teams: Mapping[str, tuple[str, str]]
    held: tuple[int, int]
    over: GroupCost

    def document(self) -> dict[str, object]:
        """As it is stored and printed; a group is [name, people, before, after, gaining, losing]."""
        return {
            "last": list(astuple(self.last)),
            "groups": {by: [list(astuple(one)) for one in held] for by, held in self.groups.items()},
            "teams": {team: list(names) for team, names in self.teams.items()},
            "held": list(self.held),
            "over": list(astuple(self.over)),
        }

    @classmethod
    def from_document(cls, stored: Mapping[str, Any]) -> KeptCost:
        """What was stored."""
        return cls(
            GroupCost(*stored["last"]),
            {by: tuple(GroupCost(*one) for one in stored["groups"][by]) for by in BY},
            {team: (zh, en) for team, (zh, en) in stored["teams"].items()},
            (stored["held"][0], stored["held"][1]),
            GroupCost(*stored["over"]),
        )


def kept(begun: LabStart, outcome: Simulation) -> KeptCost | None:
    """The cost of a trial over all its periods, for workflow modules and documents that hold its outcome;
    None where pay is not by lines on both sides, or these cannot be worked out."""
    found = [_cost(two, PayBase(0.0, assumed=True)) for _, two in outcome.comparisons]
    costs = [one for one in found if one is not None and one.of_lines]
    if len(costs) < len(outcome.comparisons):
        return None
    last, sheet = costs[-1], begun.sheets[-1]
    groups = grouped(last, sheet, smallest=FEWEST)
    over = together(one.total for one in costs)[0]
    return KeptCost(last.total, groups, dict(sheet.team_names), last.held, over)


def of(outcome: Simulation, per_grade: PayBase) -> Cost | None:
    """What a trial costs in its last period, for workflow modules and pages that hold its outcome; None where
    one side has neither pay lines nor coefficients."""
    return _cost(outcome.comparisons[-1][1], per_grade)


def trial(actor: Actor, begun: LabStart, outcome: Simulation, per_grade: PayBase) -> TrialCost | None:
    """The cost of a trial by team, post and grade; who is not shown pay of single people sees groups of three
    and more."""
    require(actor, Action.SIMULATE)
    return _shown(actor, of(outcome, per_grade), begun.sheets[-1])


def beside(actor: Actor, db: Database, before: PeriodSheet, after: PeriodSheet) -> TrialCost | None:
    """The same of two sheets of one period, for workflow modules that hold them."""
    require(actor, Action.SIMULATE)
    two = compare(before.sheet, after.sheet)
    return _shown(actor, _cost(two, base(actor, db)), before)


def _shown(actor: Actor, found: Cost | None, sheet: PeriodSheet) -> TrialCost | None:
    if found is None or found.lacking:
        return None if found is None else TrialCost(found, {}, None)
    single = allowed(actor, Action.VIEW_PAY)
    groups = grouped(found, sheet, smallest=1 if single else FEWEST)
    each = zip(found.people, zip(found.before.tolist(), found.after.tolist(), strict=True), strict=True)
    return TrialCost(found, groups, dict(each) if single else None)


def grouped(found: Cost, sheet: PeriodSheet, *, smallest: int) -> dict[By, tuple[GroupCost, ...]]:
    """A cost by team, post and grade as they stand on a sheet; for workflow modules that asked `access`."""
    return {by: found.groups(_groups(sheet, by), smallest=smallest) for by in BY}


def compared(
    actor: Actor,
    db: Database,
    before: SchemeReference,
    after: SchemeReference,
    last: Period,
    count: int = PERIODS,
) -> LongCost:
    """Two stored versions on the last `count` periods up to `last`, each scored and paid by today's facts.

    Raises
    ------
    SteelyardError : pay lines of a version cannot be worked out, or it has none and no coefficients.
    """
    require(actor, Action.SIMULATE)
    require(actor, Action.VIEW_PAY)
    periods = scores.up_to(actor, db, last, count, any_scheme=True)
    old, new = (
        scores.scored_under(db, periods, schemes.scheme(actor, db, reference).scheme)
        for reference in (before, after)
    )
    per_grade = base(actor, db)
    two = [compare(a.sheet, b.sheet) for a, b in zip(old, new, strict=True)]
    costs = [cost(*(_known(sheet, per_grade) for sheet in (one.before, one.after))) for one in two]
    for one in costs:
        if one.lacking:
            raise one.lacking
    parts = [grouped(one, sheet, smallest=1) for one, sheet in zip(costs, old, strict=True)]
    return LongCost(
        before,
        after,
        tuple(p.code for p in periods),
        together(one.total for one in costs)[0],
        {by: _in_order(together(group for part in parts for group in part[by]), by, old[-1]) for by in BY},
        old[-1].team_names,
        (sum(one.held[0] for one in costs), sum(one.held[1] for one in costs)),
        max(abs(one.total.share) for one in costs),
        float(np.mean([moves.moved(one.rank_moves).sum() for one in two])),
        float(np.mean([sum(n for _, _, n in one.grade_moves) for one in two])),
    )


def _cost(two: Comparison, per_grade: PayBase) -> Cost | None:
    before, after = (_remembered(sheet, per_grade.yuan) for sheet in (two.before, two.after))
    return None if before is None or after is None else cost(before, after)


def _known(sheet: ScoreSheet, per_grade: PayBase) -> Paid:
    found = _remembered(sheet, per_grade.yuan)
    if found is None:
        raise WorkflowError("errors-cost-no-pay", **sheet.scheme.reference._asdict())
    return found


def _remembered(sheet: ScoreSheet, yuan: float) -> Paid | None:
    held = _paid.get(sheet)
    if held is None or (held[0] != yuan and not sheet.scheme.pay):
        held = _paid[sheet] = yuan, paid(sheet, yuan)
    return held[1]


def _in_order(groups: Sequence[GroupCost], by: By, sheet: PeriodSheet) -> tuple[GroupCost, ...]:
    """Groups of several periods as those of a sheet stand, others after them."""
    order = {name: k for k, name in enumerate(dict.fromkeys(_groups(sheet, by).values()))}
    return tuple(sorted(groups, key=lambda one: (one.name is None, order.get(one.name, len(order)))))


def _groups(sheet: PeriodSheet, by: By) -> dict[str, str | None]:
    """By person the group, those of the groups that come first in their order first."""
    if by == "grade":
        held = dict(zip(sheet.sheet.people, sheet.sheet.grades, strict=True))
        order = [grade.name for grade in sheet.scheme.grades]
        return dict(sorted(held.items(), key=lambda one: order.index(one[1]) if one[1] else len(order)))
    if by == "team":
        staff = sorted(sheet.people, key=lambda p: p.team_id)
        return {p.manager_id: p.team_id or None for p in staff}
    staff = sorted(sheet.people, key=lambda p: (p.seniority is None, p.seniority, p.position))
    return {p.manager_id: p.position or None for p in staff}
