"""How what a person is paid for a period came about, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring.pay import PayRun, pay
from scoring.pay.explain import PaidLine, explain
from scoring.periods import Period
from scoring.scheme import Scheme
from workflow.errors import WorkflowError
from workflow.results.what_if import ripple
from workflow.results.what_if.ripple import Basis
from workflow.rewards import runs


@dataclass(frozen=True, eq=False)
class Explained:
    """The lines that are the person's; ``current``: they are what was posted last, else the period's figures
    were corrected since and the next run posts the difference."""

    scheme: Scheme
    lines: tuple[PaidLine, ...]
    current: bool


def explained(actor: Actor, db: Database, manager_id: str, period: Period) -> Explained | None:
    """How a person's pay of a period came about, from the facts that hold now; None while the period is open
    again.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : as :func:`workflow.rewards.runs.preview`.
    """
    require(actor, Action.VIEW_PAY, manager_id)
    basis = ripple.rests_on(db).get(period)
    if basis is None:
        return None
    run = _run(db, period, basis)
    lines = explain(run, manager_id) if manager_id in run.people else ()
    return Explained(run.sheet.scheme, lines, _is_posted(db, period, basis))


def _run(db: Database, period: Period, basis: Basis) -> PayRun:
    """What holds of a period pays; made once for as long as it rests on the same, whatever else is stored."""

    def make() -> PayRun:
        standing = ripple.standing(db, period)
        if (standing.sheet.sha256, standing.posted) != basis:
            raise WorkflowError("errors-pay-moved")
        return pay(standing.found.sheet)

    return remembered(db, "pay-explained", (period, basis), make, version=0)


def _is_posted(db: Database, period: Period, basis: Basis) -> bool:
    """Whether a run now would grant what the one that was posted last did."""
    with db.read() as cursor:
        posted = runs.last_posted(cursor).get(period)
    if posted is None:
        return False
    return (posted.sheet, posted.posted) == basis or posted.grants == runs.worked_out(
        db, period
    ).content.grants
