"""Why the branch and its teams stand elsewhere than in the period before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring.change.groups import GroupChange, group_change
from scoring.periods import Period
from workflow.results import scores, shown
from workflow.results.period_sheets import PeriodSheet, PersonInfo

BRANCH = ""
"""Stands for everybody where a team's id could stand."""


@dataclass(frozen=True)
class BoardChange:
    """Two periods and why groups changed between them: by team, and under `BRANCH` of the whole branch.

    ``people`` says who is who; ``scheme_changed`` that another scheme is part of the reasons.
    """

    before: str
    after: str
    groups: dict[str, GroupChange]
    people: dict[str, PersonInfo]
    scheme_changed: bool


def changes(actor: Actor, db: Database, period: Period) -> BoardChange | None:
    """Why the branch and each team changed against the period before; None where there is none before, or
    one of the two is not settled."""
    require(actor, Action.VIEW_BRANCH)

    def make() -> BoardChange | None:
        sheets = scores.history(actor, db, period, 2)
        if len(sheets) < 2 or not all(shown.is_settled(db, one) for one in sheets):
            return None
        before, after = sheets
        comparison = scores.compared(db, before, after)
        groups = {}
        for team in (BRANCH, *(t.team_id for t in after.teams)):
            shares = [_counting(one, team) for one in sheets]
            if all(counted.any() for counted in shares):
                groups[team] = group_change(comparison, *shares)
        return BoardChange(
            before.period,
            after.period,
            groups,
            {p.manager_id: p for p in (*before.people, *after.people)},
            before.scheme != after.scheme,
        )

    return remembered(db, "board-changes", period, make)


def _counting(found: PeriodSheet, team: str) -> NDArray[np.float64]:
    """How much everybody counts in the team's total (in the branch's: everybody ranked alike)."""
    people = found.sheet.people
    share = [1.0 if team == BRANCH else found.days.get((who, team), 0.0) for who in people]
    return np.where(np.isnan(found.sheet.ranks), 0.0, share)
