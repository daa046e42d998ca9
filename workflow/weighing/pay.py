"""What a coefficient is worth: the branch's base per person, by which a change of grades becomes money."""

from __future__ import annotations

import math
from dataclasses import dataclass

from access import audit
from access.actor import Actor
from access.permissions import Action, require
from data.database import Cursor, Database
from data.stores import setting_store
from workflow.errors import WorkflowError

ASSUMED = 3_000.0
"""Yuan for a coefficient of 1, where the branch has not said its own; whatever rests on it says so."""
MOST = 1_000_000.0
YUAN_IN_WAN = 10_000.0
_KEY = "pay_base_yuan"


@dataclass(frozen=True)
class PayBase:
    """Yuan that a coefficient of 1 pays one person in one period; ``assumed`` where nobody has set it."""

    yuan: float
    assumed: bool

    def wan(self, coefficients: float) -> float:
        """What coefficients (a person's, or a sum of many) pay, in 万元."""
        return coefficients * self.yuan / YUAN_IN_WAN


def base(actor: Actor, db: Database) -> PayBase:
    """The branch's base."""
    require(actor, Action.SIMULATE)
    with db.read() as cursor:
        kept = setting_store.setting(cursor, _KEY)
    return PayBase(ASSUMED, assumed=True) if kept is None else PayBase(float(kept), assumed=False)


def set_base(actor: Actor, db: Database, yuan: float) -> None:
    """Set the branch's base; pay itself is not made here, so that only previews in money change.

    Raises
    ------
    WorkflowError : no amount above 0 and up to a million.
    """
    require(actor, Action.DRAFT_SCHEME)
    if not (math.isfinite(yuan) and 0 < yuan <= MOST):
        raise WorkflowError("errors-pay-base", most=MOST)

    def work(cursor: Cursor) -> None:
        setting_store.put(cursor, {_KEY: repr(yuan)})
        audit.append(cursor, actor, "set-pay-base", "", {"yuan": yuan})

    db.write(work)
