"""What is there and what is missing in each period, and from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from scoring import Scheme
from scoring.sheet.refusals import Refused
from workflow.results import scores
from workflow.results.period_sheets import PersonInfo


@dataclass(frozen=True, eq=False)
class PeriodData:
    """A period's data: ``shares`` of people with a value by indicator (indicators that are not due are left
    out), ``missing`` the people without one, ``refused`` the values that are there but cannot be scored;
    ``sha256`` of the frozen result, None while provisional."""

    period: str
    state: str
    scheme: Scheme
    people: int
    shares: Mapping[str, float]
    missing: Mapping[str, tuple[PersonInfo, ...]]
    refused: tuple[Refused, ...]
    sha256: str | None

    @property
    def complete(self) -> float:
        """The share of all values that is there."""
        return float(np.mean(list(self.shares.values()))) if self.shares else 0.0


def period_data(actor: Actor, db: Database, count: int = 12) -> tuple[PeriodData, ...]:
    """The last `count` periods with a result, newest first. Without a scheme in force nothing could be
    missing."""
    require(actor, Action.VERIFY)
    codes = [p.code for p in scores.periods(actor, db) if p.scored][-count:]
    return remembered(db, "completeness", tuple(codes), lambda: tuple(_all(db, codes)))


def _all(db: Database, codes: list[str]) -> list[PeriodData]:
    found = []
    for code in reversed(codes):
        (period,) = scores.scored(db, [code])
        sheet = period.sheet
        gone = np.isnan(sheet.values)
        due = [(j, c) for j, c in enumerate(sheet.indicators) if c not in sheet.not_due]
        found.append(
            PeriodData(
                code,
                period.state,
                period.scheme,
                len(sheet.people),
                {c: float(1 - gone[:, j].mean()) for j, c in due},
                {
                    c: tuple(period.people[i] for i in np.flatnonzero(gone[:, j]))
                    for j, c in due
                    if gone[:, j].any()
                },
                sheet.refused,
                period.sha256,
            )
        )
    return found
