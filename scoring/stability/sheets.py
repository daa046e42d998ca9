"""Score sheets for the analysis of weights: the ranked people, and their totals as functions of the weights.

Where nothing is missing a total is linear in the weights. Where something is, its weight goes to other
indicators, and the total is a quotient; both are followed exactly. Draws and flips take from the sheet who is
ranked; intervals also follow who falls under the minimum coverage, or comes to reach it (:func:`rankable`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.presence import protected
from scoring.errors import AnalysisError, Fault
from scoring.sheet import RANKED, ScoreSheet
from scoring.sheet.missing import weigh
from scoring.sheet.results import LOW_COVERAGE
from scoring.sheet.sections import combined
from scoring.sheet.sheet import GEOMETRIC_FLOOR, weighted_mean
from scoring.thresholds import lowest_at

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class SheetTotals:
    """The ranked people of a sheet.

    ``rows`` (n,) are their places in the sheet; ``scores`` (n, m) with the stand-ins that the policy puts
    in, 0 where a gap is left; ``there`` (n, m) where there is a score; ``held`` (m,) what anybody has;
    ``offsets``, ``ceilings`` (n,): additions less deductions, and the highest total.
    """

    sheet: ScoreSheet
    rows: NDArray[np.intp]
    scores: Floats
    there: Bools
    held: Bools
    offsets: Floats
    ceilings: Floats

    @property
    def weights(self) -> Floats:
        """(m,) the scheme's weights, in points."""
        return self.sheet.scheme.weights

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of the ranked people."""
        return tuple(self.sheet.people[i] for i in self.rows)

    @property
    def in_class(self) -> bool:
        """Whether a missing weight stays in its class (all policies but "redistribute")."""
        return self.sheet.scheme.missing != "redistribute"

    def of(self, some: NDArray[np.intp]) -> SheetTotals:
        """The same for some of the people."""
        return replace(
            self,
            rows=self.rows[some],
            scores=self.scores[some],
            there=self.there[some],
            offsets=self.offsets[some],
            ceilings=self.ceilings[some],
        )

    @property
    def added_up(self) -> bool:
        """Whether a total is the mean of the scores, however it is taken: nothing else is done to it."""
        scheme = self.sheet.scheme
        return scheme.straight or replace(scheme, aggregation="arithmetic").straight

    def means(self, weights: Floats) -> Floats:
        """(b, n) weighted means under each of (b, m) weight vectors in points, before additions and caps;
        with what sections and conditions make of them."""
        if not self.added_up:
            return np.array([self._made(row) for row in weights]).reshape(len(weights), len(self.rows))
        means = weights @ self.scores.T / 100.0 if self.there.all() else self._with_gaps(weights)
        return np.exp(means) if self.sheet.scheme.aggregation == "geometric" else means

    def _made(self, weights: Floats) -> Floats:
        """(n,) totals before additions under one weight vector, as the sheet makes them."""
        scheme, evaluated = self.sheet.scheme, self.sheet.evaluated
        pairs = zip(scheme.indicators, weights.tolist(), strict=True)
        other = replace(scheme, indicators=tuple(replace(i, weight=weight) for i, weight in pairs))
        weighting = weigh(other, evaluated)
        base = weighted_mean(other, weighting)
        made = combined(other, weighting, base, evaluated.read)
        return np.asarray((base + made.section_step + made.condition_step)[self.rows])

    def _with_gaps(self, weights: Floats) -> Floats:
        groups = self.sheet.scheme.class_index
        points, present = self.scores * self.there, self.there.astype(float)
        top = np.zeros((len(weights), len(self.rows)))
        bottom = np.zeros_like(top)
        for k in np.unique(groups):
            j = np.flatnonzero(groups == k)
            whole = weights[:, j].sum(axis=1, keepdims=True)
            over, under = weights[:, j] @ points[:, j].T, weights[:, j] @ present[:, j].T
            if self.in_class:
                share = np.divide(over, under, out=np.zeros_like(over), where=under > 0)
                top += whole * share
                bottom += whole * (under > 0)
                continue
            # What nobody has is spread within its class first, then what a person lacks over all.
            held = weights[:, j] @ self.held[j].astype(float)
            lifted = np.divide(whole[:, 0], held, out=np.zeros(len(weights)), where=held > 0)[:, None]
            top += lifted * over
            bottom += lifted * under
        return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)


def sheet_totals(sheet: ScoreSheet) -> SheetTotals:
    """The ranked people of a sheet.

    Raises
    ------
    AnalysisError : fewer than two people are ranked.
    """
    rows = np.flatnonzero(sheet.status_index == RANKED)
    posts = sheet.evaluated.posts
    if posts is not None:
        # People with lists and ranks of their own do not move with the scheme's weights.
        own = [group for group in posts.groups if (posts.lists[group] == 0).any()]
        rows = np.intersect1d(rows, np.concatenate([*own, np.empty(0, dtype=np.intp)]))
    if len(rows) < 2:
        raise AnalysisError([Fault("too-few-ranked", params={"count": len(rows)})])
    return totals_of(sheet, rows)


def rankable(sheet: ScoreSheet) -> SheetTotals:
    """The ranked people of a sheet, and those whom only the minimum coverage keeps from being ranked.

    Raises
    ------
    AnalysisError : fewer than two people are ranked.
    """
    sheet_totals(sheet)
    shown = protected(sheet.measurements.tenure_months, sheet.scheme.protection, len(sheet.people))
    short = (sheet.status_index == LOW_COVERAGE) & ~shown
    return totals_of(sheet, np.flatnonzero((sheet.status_index == RANKED) | short))


def covered(totals: SheetTotals, direction: Floats) -> tuple[Floats, Floats]:
    """From where and up to where (n,) each person reaches the minimum coverage while the weights move along
    ``w + x·direction``; from infinity to minus infinity where nowhere."""
    n = len(totals.rows)
    evaluated = totals.sheet.evaluated
    if evaluated.complete:
        return np.full(n, -np.inf), np.full(n, np.inf)
    due = evaluated.due[totals.rows]
    least = lowest_at(totals.sheet.scheme.minimum_coverage)
    # Σ w·(available − least) over what is due: above 0 where the share that is there is above the least.
    counts = due * (evaluated.available[totals.rows] - least)
    here, slope = counts @ totals.weights, counts @ direction
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = -here / slope
    flat = np.abs(slope) <= 1e-15
    none = flat & (here < 0)
    begin = np.where(slope > 0, ends, -np.inf)
    end = np.where(slope < 0, ends, np.inf)
    begin, end = np.where(flat, -np.inf, begin), np.where(flat, np.inf, end)
    return np.where(none, np.inf, begin), np.where(none, -np.inf, end)


def totals_of(sheet: ScoreSheet, rows: NDArray[np.intp]) -> SheetTotals:
    """Any people of a sheet who have totals, ranked or not."""
    scheme = sheet.scheme
    scores = sheet.weighting.filled[rows]
    there = ~np.isnan(scores)
    if scheme.aggregation == "geometric":
        with np.errstate(invalid="ignore"):
            scores = np.log(np.maximum(scores, GEOMETRIC_FLOOR))
    dark = set(sheet.left_out) | set(sheet.not_due)
    held = np.array([code not in dark for code in scheme.codes])
    return SheetTotals(
        sheet,
        rows,
        np.where(there, scores, 0.0),
        there & held,
        held,
        (sheet.additions - sheet.deductions)[rows],
        np.where(sheet.vetoed, min(scheme.veto.ceiling, scheme.cap), scheme.cap)[rows],
    )
