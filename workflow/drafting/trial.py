"""What a scheme in the making does: faults, findings, and what it makes of the last period's people."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from data.stores import indicator_store
from scoring import Scheme, lint
from scoring.errors import Fault, SteelyardError
from scoring.formula import OF_PAY, Formula, Subject, Worked, check, evaluate, working
from scoring.formula.nodes import RESULTS
from scoring.lint import Finding
from scoring.pay import pay
from scoring.periods import Period
from scoring.scheme import Indicator, document, toml
from scoring.scheme.rules import curve
from scoring.scheme.rules.curve import Curve
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import scores
from workflow.results.period_sheets import PeriodSheet, PersonInfo
from workflow.weighing import cost
from workflow.weighing.cost import TrialCost


@dataclass(frozen=True, eq=False)
class Checked:
    """The scheme as far as it can be made out, every fault of it, and what the checks object to."""

    scheme: Scheme
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]

    @property
    def passes(self) -> bool:
        """Whether it can be stored as a draft."""
        return not self.faults


@dataclass(frozen=True)
class Dot:
    """A person on the line of a rule: what was scored, where it stands on the line's axis, the score."""

    person: PersonInfo
    quantity: float
    x: float
    score: float


ANY: dict[Subject, None] = dict.fromkeys(("score", "section", "total", "position", "month", *OF_PAY))
"""What the scheme's own check asks of an expression: whether it may be read here, and whether it is there."""


@dataclass(frozen=True, eq=False)
class Tried:
    """What an expression gives the last period's people: how many have it, for how many a condition holds,
    and how it came to it for some of them."""

    people: int
    holds: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, eq=False)
class Example:
    """How an expression came to what it gives one person."""

    person: PersonInfo
    worked: Worked


@dataclass(frozen=True, eq=False)
class Drawn:
    """A rule over the last period's people, best score first; `line` is None where others' figures move the
    score, ``period`` where there are no people with a figure, for the reason `lacking`."""

    indicator: Indicator
    line: Curve | None
    dots: tuple[Dot, ...] = ()
    period: Period | None = None
    lacking: SteelyardError | None = None


def checked(actor: Actor, db: Database, text: str) -> Checked:
    """What the branch's checks say of a scheme file, leniently read, beside the version in force.

    Raises
    ------
    SchemeError : it is not TOML at all.
    """
    require(actor, Action.DRAFT_SCHEME)
    reading = toml.read(text, Scheme)
    before = {i.scheme.code: i.scheme for i in schemes.stored(db) if i.adopted}.get(reading.scheme.code)
    findings = lint.check_text(text, schemes.checks_by(actor, db), lint.LintContext(previous=before))
    # What refuses the scheme stands among the faults already.
    others = tuple(f for f in findings if f.rule != "S00")
    return Checked(reading.scheme, reading.faults + _unheard(reading.scheme, db), others)


def _unheard(scheme: Scheme, db: Database) -> tuple[Fault, ...]:
    """Codes in expressions that nothing is ever measured under: neither of the library nor of the scheme."""

    def library() -> frozenset[str]:
        with db.read() as cursor:
            return frozenset(indicator_store.codes(cursor))

    codes = (*remembered(db, "library-codes", (), library), *scheme.codes, *(m.code for m in scheme.derived))
    known: dict[Subject, tuple[str, ...] | None] = {**ANY, "value": codes, "target": codes}
    return tuple(
        replace(fault, where=key) for key, formula in scheme.expressions for fault in check(formula, known)
    )


@dataclass(frozen=True, eq=False)
class DraftCost:
    """What the sketch pays on a period beside the version in force, by whose sheet groups go."""

    in_force: PeriodSheet
    cost: TrialCost


def pays(actor: Actor, db: Database, draft: Checked) -> DraftCost | None:
    """What a sketch with lines of pay gives the last period's people beside the version in force; None
    without lines, with faults, and where there is no period, no such version or nobody to pay."""
    require(actor, Action.DRAFT_SCHEME)
    period = last_period(actor, db, draft.scheme.cycle)
    if not draft.passes or not draft.scheme.pay or period is None:
        return None
    try:
        (before,) = scores.scored_under(db, [period], schemes.in_force(db, period))
        (after,) = scores.scored_under(db, [period], draft.scheme)
    except SteelyardError:
        return None
    found = cost.beside(actor, db, before, after)
    return None if found is None else DraftCost(before, found)


def last_period(actor: Actor, db: Database, cycle: str) -> Period | None:
    """The newest period with data of a scheme's cycle; None where there is none."""
    require(actor, Action.DRAFT_SCHEME)
    found = [info.period for info in scores.periods(actor, db) if info.period.kind == cycle]
    return found[-1] if found else None


def drawn(actor: Actor, db: Database, scheme: Scheme, code: str) -> Drawn:
    """One indicator of a scheme by itself, over the last period's people: what else is wrong with the scheme
    does not matter."""
    require(actor, Action.DRAFT_SCHEME)
    indicator = scheme.indicator(code)
    if any(True for _ in indicator.rule.faults(indicator.higher)):
        return Drawn(indicator, None)
    period = last_period(actor, db, scheme.cycle)
    none = Drawn(indicator, curve.curve(indicator.rule, indicator.higher, np.empty(0)))
    if period is None:
        return none
    try:
        (found,) = scores.scored_under(db, [period], _alone(scheme, indicator))
    except SteelyardError as problem:
        return replace(none, lacking=problem)
    return _drawn(indicator, period, found)


def worked(
    actor: Actor,
    db: Database,
    draft: Checked,
    formula: Formula,
    condition: int | None = None,
    *,
    of_pay: bool = False,
) -> Tried | None:
    """What an expression gives the last period's people: whom it gives least, the one in the middle, whom it
    gives most; of a condition one for whom it holds and one for whom it does not.

    One that rests on results reads those of the whole scheme, as they stand when the condition at that place
    in it has its turn, in the end where none is named; ``of_pay``: as lines of pay read them. None where the
    scheme still has a fault and so no results.

    Raises
    ------
    SteelyardError : there are no people; the derived measures lean on each other in a circle; nobody has
        what it names.
    """
    require(actor, Action.DRAFT_SCHEME)
    period = last_period(actor, db, draft.scheme.cycle)
    if period is None:
        raise WorkflowError("errors-draft-no-period")
    rests_on_results = any(use.subject in RESULTS for use in formula.uses)
    if rests_on_results and not draft.passes:
        return None
    under = draft.scheme if rests_on_results else _carrying(draft.scheme, formula)
    (found,) = scores.scored_under(db, [period], under)
    if of_pay and rests_on_results:
        read = pay(found.sheet).read
    else:
        read = found.sheet.standing(condition) if rests_on_results else found.sheet.evaluated.read
    if read is None:
        return None
    values = evaluate(formula, read)
    order = [int(row) for row in np.argsort(values, kind="stable") if not np.isnan(values[row])]
    ends = (0, -1) if formula.is_condition else (0, len(order) // 2, -1)
    chosen = dict.fromkeys(order[place] for place in ends if order)
    examples = tuple(Example(found.people[row], working(formula, read, row)) for row in chosen)
    return Tried(len(order), int((values == 1).sum()), examples)


def _carrying(scheme: Scheme, formula: Formula) -> Scheme:
    """A scheme of one indicator that scores what an expression gives, with the derived measures around it."""
    text = f"if({formula.typed}, 1, 0)" if formula.is_condition else formula.typed
    rule = {"type": "around", "per_unit": 1, "reference": 0}
    entry = {"code": "", "class": scheme.classes[0], "direction": "higher", "weight": 1, "rule": rule}
    table = {"indicator": [{**entry, "quantity": text}]}
    carrier = toml.read(document.write(table), Scheme).scheme.indicators[0]
    return _alone(scheme, carrier)


def _alone(scheme: Scheme, indicator: Indicator) -> Scheme:
    """A scheme of one indicator, with everything around it that its score by rule rests on."""
    alone = replace(indicator, weight=scheme.points, section=None)
    return replace(
        scheme,
        indicators=(alone,),
        sections=(),
        profiles=(),
        grades=(),
        tie_breakers=(),
        conditions=(),
        combine="sum",
    )


def _drawn(indicator: Indicator, period: Period, found: PeriodSheet) -> Drawn:
    cells, rule = found.sheet.evaluated.cells, indicator.rule
    at = curve.read(rule, cells.read[:, 0], cells.marks[:, 0])
    dots = [
        Dot(person, *map(float, figures))
        for person, *figures in zip(found.people, cells.quantities[:, 0], at, cells.raw[:, 0], strict=True)
        if not any(math.isnan(figure) for figure in figures)
    ]
    line = curve.curve(rule, indicator.higher, np.array([dot.x for dot in dots]))
    return Drawn(indicator, line, tuple(sorted(dots, key=lambda dot: -dot.score)), period)
