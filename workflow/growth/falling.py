"""Whose total falls, period after period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from data.database import Database
from scoring.growth.falls import falls as counted
from workflow.results import shown
from workflow.results.period_sheets import PeriodSheet


def falls(db: Database, sheets: Sequence[PeriodSheet]) -> Mapping[str, int]:
    """How many periods running everybody's total has fallen up to the last of `sheets` (earliest first),
    under one scheme, by manager_id; for workflow modules that have asked `access`. Nobody's where the last
    two periods are not both settled: totals of those who came early compare with nothing."""
    now = sheets[-1]
    if len(sheets) < 2 or not all(shown.is_settled(db, found) for found in sheets[-2:]):
        return {}
    first = max((k for k in range(1, len(sheets)) if sheets[k].scheme != sheets[k - 1].scheme), default=0)
    rows = [dict(zip(s.sheet.people, s.sheet.totals.tolist(), strict=True)) for s in sheets[first:]]
    totals = np.array([[row.get(person, np.nan) for person in now.sheet.people] for row in rows])
    return dict(zip(now.sheet.people, counted(totals).tolist(), strict=True))
