"""What is told beside the ranks, as the scheme says: most improved, personal best, help given.

Nobody is ever told who is last. Help is what the facts know of it: a book taken over in the period, and
additions that were approved and count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from data.stores import people_store
from scoring.change import recognition as arithmetic
from scoring.periods import Period, parse_period
from scoring.scheme.result_use import RECOGNITION
from workflow.results import shown
from workflow.results.period_sheets import PeriodSheet, PersonInfo

MOST = 3
"""So many people are told as most improved, more where gains are equal."""
_LOOKED_AT = 12
"""As many periods as the leaderboard and the scorecard read."""
IMPROVED, BEST, HELP = RECOGNITION
Ground = Literal["taken-over", "addition"]


@dataclass(frozen=True)
class Improved:
    """Whose total gained, and by how many points against the period before."""

    person: PersonInfo
    gain: float


@dataclass(frozen=True)
class Best:
    """Whose total is the best of one's own of so many ``periods`` under the scheme."""

    person: PersonInfo
    total: float
    periods: int


@dataclass(frozen=True)
class Help:
    """Who helped, and what says so."""

    person: PersonInfo
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Recognition:
    """What is told of a period; each is empty where the scheme does not tell it, or nobody is to be named.
    ``told`` is what the scheme tells."""

    told: tuple[str, ...]
    improved: tuple[Improved, ...] = ()
    bests: tuple[Best, ...] = ()
    helped: tuple[Help, ...] = ()


@dataclass(frozen=True)
class OwnRecognition:
    """What a person reads: the ``improved`` and the ``helpful`` by name alone, without anybody's figures, and
    what is the own."""

    told: tuple[str, ...]
    improved: tuple[PersonInfo, ...]
    helpful: tuple[PersonInfo, ...]
    own_gain: float | None
    own_best: Best | None
    own_help: tuple[Ground, ...]


def recognition(actor: Actor, db: Database, period: Period) -> Recognition:
    """What is told of a period to those who see the branch. Nothing while the period is not settled.

    Raises
    ------
    WorkflowError : no data, no scheme.
    """
    require(actor, Action.VIEW_BRANCH)
    return _recognition(db, shown.up_to(db, actor, period, _LOOKED_AT))


def own(actor: Actor, db: Database, manager_id: str, period: Period) -> OwnRecognition:
    """What is told of a period to a person.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the period is not shown to the actor yet; no data, no scheme.
    """
    require(actor, Action.VIEW_SCORECARD, manager_id)
    found = _recognition(db, shown.up_to(db, actor, period, _LOOKED_AT))
    return OwnRecognition(
        told=found.told,
        improved=tuple(one.person for one in found.improved),
        helpful=tuple(one.person for one in found.helped),
        own_gain=next((one.gain for one in found.improved if one.person.manager_id == manager_id), None),
        own_best=next((one for one in found.bests if one.person.manager_id == manager_id), None),
        own_help=next((one.grounds for one in found.helped if one.person.manager_id == manager_id), ()),
    )


def _recognition(db: Database, sheets: Sequence[PeriodSheet]) -> Recognition:
    key = tuple(sheet.period for sheet in sheets)
    return remembered(db, "recognition", key, lambda: _make(db, sheets))


def _make(db: Database, sheets: Sequence[PeriodSheet]) -> Recognition:
    now = sheets[-1]
    told = now.scheme.result_use.recognition
    if not told or not shown.is_settled(db, now):
        return Recognition(told)
    ranked = ~np.isnan(now.sheet.ranks)
    # Totals of another scheme are another measure.
    alike = [s for s in sheets if s.scheme == now.scheme and (s is now or shown.is_settled(db, s))]
    totals = np.array([[_total(s, p.manager_id) for s in alike] for p in now.people])
    totals[~ranked, -1] = np.nan
    return Recognition(
        told,
        improved=_improved(now, sheets, totals) if IMPROVED in told else (),
        bests=_bests(now, totals) if BEST in told else (),
        helped=_helped(db, now) if HELP in told else (),
    )


def _total(found: PeriodSheet, manager_id: str) -> float:
    row = found.sheet.measurements.row.get(manager_id)
    return float("nan") if row is None or np.isnan(found.sheet.ranks[row]) else float(found.sheet.totals[row])


def _improved(now: PeriodSheet, sheets: Sequence[PeriodSheet], totals: np.ndarray) -> tuple[Improved, ...]:
    """Against the period just before, where that was under the same scheme."""
    if len(sheets) < 2 or totals.shape[1] < 2 or sheets[-2].scheme != now.scheme:
        return ()
    last, before, decimals = totals[:, -1], totals[:, -2], now.scheme.decimals
    gained = arithmetic.most_improved(last, before, MOST, decimals)
    return tuple(Improved(now.people[k], gain) for k, gain in gained)


def _bests(now: PeriodSheet, totals: np.ndarray) -> tuple[Best, ...]:
    found = np.flatnonzero(arithmetic.personal_bests(totals))
    return tuple(
        Best(now.people[k], float(totals[k, -1]), int((~np.isnan(totals[k])).sum())) for k in found.tolist()
    )


def _helped(db: Database, now: PeriodSheet) -> tuple[Help, ...]:
    period = parse_period(now.period)
    with db.read() as cursor:
        receivers = people_store.receivers(cursor, period.first_day, period.last_day)
    result = []
    for person, addition in zip(now.people, now.sheet.additions.tolist(), strict=True):
        grounds: list[Ground] = ["taken-over"] if person.manager_id in receivers else []
        if addition > 0:
            grounds.append("addition")
        if grounds:
            result.append(Help(person, tuple(grounds)))
    return tuple(result)
