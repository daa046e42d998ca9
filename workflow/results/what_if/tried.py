"""A period as it would be scored with other facts, of which nothing stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.arrays import measurements_for
from data.database import Cursor, Database
from data.period_facts import period_facts
from data.stores.period_store import PUBLISHED
from scoring import ScoreSheet, score
from scoring.periods import Period
from workflow import schemes
from workflow.results import scores

TRIED = -1
"""The number of a batch that is only tried."""


@dataclass(frozen=True, eq=False)
class Tried:
    """The period under the scheme in force, with the staff (a row for each person: name, name_en) and whether
    its results are published, which stay as they are."""

    sheet: ScoreSheet
    staff: pd.DataFrame
    published: bool

    def called(self, manager_id: str) -> tuple[str, str]:
        """A person's name, and the English one."""
        return str(self.staff.at[manager_id, "name"]), str(self.staff.at[manager_id, "name_en"])


def tried(db: Database, period: Period, change: Callable[[Cursor], None] | None = None) -> Tried:
    """The period on today's facts, after `change` in a transaction that is rolled back; for workflow modules
    that have asked `access`.

    Raises
    ------
    WorkflowError : no scheme is in force. SteelyardError : facts that the scheme cannot score.
    """
    scheme = schemes.in_force(db, period)
    codes = scores.periods_read([period], {period.code: scheme})

    def read(cursor: Cursor) -> Tried:
        if change is not None:
            change(cursor)
        known = period_facts(cursor, codes)
        sheet = score(scheme, measurements_for(scheme, period, known.facts))
        return Tried(sheet, known.staff(period.last_day), known.states.get(period.code, "") in PUBLISHED)

    return db.trial(read)
