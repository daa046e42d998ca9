"""What is there and what is missing in each period, and from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from access.actor import Actor
from access.permissions import Action, allowed, require
from data.cache import remembered
from data.database import Database
from scoring import Scheme
from scoring.cohort.refusals import Refused
from scoring.periods import Period
from workflow.results import due, scores
from workflow.results.period_sheets import PersonInfo


@dataclass(frozen=True, eq=False)
class PeriodData:
    """A period's data: of the ``people`` who are due ``shares`` with a value by indicator (indicators that
    are not due are left out), ``without`` those of whom nothing is there, ``missing`` the others who lack a
    value; ``refused`` the values that are there but cannot be scored; ``sha256`` of the frozen result, None
    while provisional."""

    period: Period
    state: str
    scheme: Scheme
    people: int
    without: tuple[PersonInfo, ...]
    shares: Mapping[str, float]
    missing: Mapping[str, tuple[PersonInfo, ...]]
    refused: tuple[Refused, ...]
    sha256: str | None

    @property
    def code(self) -> str:
        """The period's code."""
        return self.period.code

    @property
    def complete(self) -> float:
        """The share of all values that is there."""
        return float(np.mean(list(self.shares.values()))) if self.shares else 0.0

    @property
    def values_missing(self) -> int:
        """How many values are missing, those of people without any data among them."""
        return sum(map(len, self.missing.values())) + len(self.without) * len(self.shares)


def period_data(actor: Actor, db: Database, count: int = 12) -> tuple[PeriodData, ...]:
    """The last `count` periods with a result, newest first. Without a scheme in force nothing could be
    missing. What is there but cannot be scored names people and figures: it is left out for whoever sees
    neither the branch nor the data."""
    require(actor, Action.VERIFY)
    periods = [p.period for p in scores.periods(actor, db) if p.scored][-count:]
    found = remembered(db, "completeness", tuple(periods), lambda: tuple(_all(db, periods)))
    if any(allowed(actor, action) for action in (Action.VIEW_BRANCH, Action.IMPORT)):
        return found
    return tuple(replace(one, refused=()) for one in found)


def _all(db: Database, periods: list[Period]) -> list[PeriodData]:
    found = []
    for period in reversed(periods):
        (scored,) = scores.scored(db, [period])
        sheet, without = scored.sheet, due.without_data(db, scored)
        people = len(sheet.people) + len(without)
        gone = np.isnan(sheet.values)
        asked = [(j, c) for j, c in enumerate(sheet.indicators) if c not in sheet.not_due]
        found.append(
            PeriodData(
                period,
                scored.state,
                scored.scheme,
                people,
                without,
                {c: float((~gone[:, j]).sum() / people) for j, c in asked},
                {
                    c: tuple(scored.people[i] for i in np.flatnonzero(gone[:, j]))
                    for j, c in asked
                    if gone[:, j].any()
                },
                sheet.refused,
                scored.sha256,
            )
        )
    return found
