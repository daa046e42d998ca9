"""Did the score predict it? Totals beside what became of the work, which no score ever used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from access.actor import Actor
from access.permissions import Action, require
from data.cache import remembered
from data.database import Database
from data.stores import outcome_store
from scoring.evidence.correlation import Evidence
from scoring.evidence.panel import Foretold, foretold, panel_correlation
from scoring.periods import Period, parse_period
from scoring.scheme import SchemeReference
from workflow import schemes
from workflow.results import scores
from workflow.results.period_sheets import PeriodSheet
from workflow.validity.history import PERIODS, people_of, ranked_totals

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Part:
    """A class or an indicator of the scheme, with how well it told the outcome."""

    code: str
    is_class: bool
    evidence: Evidence


@dataclass(frozen=True)
class Told:
    """One outcome beside the totals that one scheme decided, from ``first`` to ``last`` (``periods`` of
    them), seen from ``seen_first`` to ``seen_last``: positive means that high totals went with good outcomes,
    whichever way is good."""

    outcome: str
    scheme: SchemeReference
    direction: str
    unit: str
    first: str
    last: str
    seen_first: str
    seen_last: str
    periods: int
    totals: Evidence
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SideBySide:
    """An outcome told by two versions on the same people and periods, from first to last: ``told.own`` is the
    version's, ``told.other`` that of the scheme in force, ``told.gain`` the difference."""

    outcome: str
    first: str
    last: str
    told: Foretold


def told(actor: Actor, db: Database, period: Period, count: int = PERIODS) -> tuple[Told, ...]:
    """Every outcome of the last `count` periods up to `period`, with how well totals, classes and indicators
    told it, apart for each scheme that decided; sorted by name, then in the order of schemes."""
    require(actor, Action.VIEW_BRANCH)
    return remembered(db, "told", (period, count), lambda: tuple(_told(actor, db, period, count)))


def _told(actor: Actor, db: Database, period: Period, count: int) -> Iterator[Told]:
    for every, all_sheets in _each(actor, db, period, count):
        for reference in dict.fromkeys(s.scheme.reference for s in all_sheets):
            sheets = [s for s in all_sheets if s.scheme.reference == reference]
            rows = every[every["period"].isin([s.period for s in sheets])]
            order = people_of(sheets)
            good = _good(rows, sheets, order)
            seen = sorted(pd.to_datetime(rows["observed_on"]))
            yield Told(
                outcome=str(rows["outcome"].iloc[0]),
                scheme=reference,
                direction=str(every["direction"].iloc[-1]),
                unit=str(every["unit"].iloc[-1]),
                first=sheets[0].period,
                last=sheets[-1].period,
                seen_first=f"{seen[0]:%Y-%m-%d}",
                seen_last=f"{seen[-1]:%Y-%m-%d}",
                periods=len(sheets),
                totals=panel_correlation(np.stack([ranked_totals(s, order) for s in sheets]), good),
                parts=tuple(_parts(sheets, order, good)),
            )


def beside(
    actor: Actor, db: Database, reference: SchemeReference, period: Period, count: int = PERIODS
) -> tuple[SideBySide, ...]:
    """Would a version's totals tell the outcomes better than those of the scheme in force in `period`? Both
    on the figures of the same people and periods."""
    require(actor, Action.SIMULATE)
    candidate = schemes.scheme(actor, db, reference).scheme
    in_force = scores.scored(db, [period])[0].scheme

    def make() -> tuple[SideBySide, ...]:
        found = []
        for rows, sheets in _each(actor, db, period, count):
            periods = [parse_period(s.period) for s in sheets]
            sides = [scores.scored_under(db, periods, scheme) for scheme in (candidate, in_force)]
            order = people_of([one for side in sides for one in side])
            own, other = (np.stack([ranked_totals(s, order) for s in side]) for side in sides)
            compared = foretold(own, _good(rows, sheets, order), other)
            name = str(rows["outcome"].iloc[0])
            found.append(SideBySide(name, sheets[0].period, sheets[-1].period, compared))
        return tuple(found)

    return remembered(db, "told-beside", (reference, period, count), make)


def _each(
    actor: Actor, db: Database, period: Period, count: int
) -> Iterator[tuple[pd.DataFrame, list[PeriodSheet]]]:
    """Each outcome's rows with the scored periods that they are about, earliest first."""
    with db.read() as cursor:
        rows = outcome_store.outcomes(cursor)
    if rows.empty:
        return
    # The same periods as for reliability, which are scored already.
    sheets = scores.scored(db, scores.up_to(actor, db, period, count))
    for _, own in rows[rows["period"].isin([s.period for s in sheets])].groupby("outcome"):
        about = set(own["period"])
        yield own, [s for s in sheets if s.period in about]


def _good(rows: pd.DataFrame, sheets: Sequence[PeriodSheet], order: dict[str, int]) -> Floats:
    """(t, n) the outcome, turned so that more is better; NaN where nothing was observed."""
    found = np.full((len(sheets), len(order)), np.nan)
    at = {s.period: k for k, s in enumerate(sheets)}
    sign = 1.0 if rows["direction"].iloc[-1] == "higher" else -1.0
    for person, code, value in rows[["manager_id", "period", "value"]].itertuples(index=False):
        if person in order:
            found[at[code], order[person]] = sign * value
    return found


def _parts(sheets: Sequence[PeriodSheet], order: dict[str, int], good: Floats) -> Iterator[Part]:
    """Classes and indicators of the one scheme of the sheets that have data, over the ranked people."""
    scheme = sheets[0].scheme
    for names, is_class in ((scheme.classes, True), (scheme.codes, False)):
        figures = np.full((len(names), *good.shape), np.nan)
        for k, scored in enumerate(sheets):
            sheet = scored.sheet
            matrix = sheet.class_rates() if is_class else sheet.scores
            shown = np.where(np.isnan(sheet.ranks)[:, None], np.nan, matrix)
            figures[:, k, [order[p] for p in sheet.people]] = shown.T
        for name, matrix in zip(names, figures, strict=True):
            if not np.isnan(matrix).all():
                yield Part(name, is_class, panel_correlation(matrix, good))
