"""The invented branch's pay: three months are paid, one of them under the scheme before."""

from __future__ import annotations

from access.actor import Actor
from access.permissions import Action, require
from data.database import Database
from data.demo.said import PAY_APPROVED, PAY_NOTE
from scoring.periods import Period
from workflow.rewards import approving, payroll, runs

PAID_BACK = (13, 3, 2)
"""How many periods before the newest those are that are paid; of a short history those that it has."""
_PROPOSES = Actor("committee.gao", "committee")
_APPROVE = (Actor("committee.ning", "committee"), Actor("li.hangzhang", "president"))


def load(actor: Actor, db: Database, periods: list[Period]) -> None:
    """Propose, approve and post the pay of some final periods, and make the payroll file of all but the
    last; not where the invented figures break a bound of the law."""
    require(actor, Action.MANAGE_ACCOUNTS)
    payable = set(runs.payable(_PROPOSES, db))
    there = [periods[-1 - back] for back in PAID_BACK if back < len(periods)]
    paid = [one for one in there if one in payable and not runs.preview(_PROPOSES, db, one).blocked]
    for period in paid:
        if period == paid[-1] != paid[0]:
            payroll.make(_PROPOSES, db)
        number = runs.propose(_PROPOSES, db, period, PAY_NOTE)
        sha256 = next(one.sha256 for one in runs.runs(_PROPOSES, db) if one.run_id == number)
        for who in _APPROVE:
            approving.approve(who, db, number, sha256, PAY_APPROVED)
