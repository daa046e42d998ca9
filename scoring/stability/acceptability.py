"""Rank acceptability: in which share of plausible weights does each person take each rank and grade?

Stochastic multicriteria acceptability analysis: R. Lahdelma, J. Hokkanen and P. Salminen, European Journal
of Operational Research 106 (1998); ranks: R. Lahdelma and P. Salminen, Operations Research 49 (2001).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault
from scoring.plausible import refuse_beyond
from scoring.ranking import (
    assign_grades,
    competition_ranks,
    ranks_of_rows,
)
from scoring.rounding import half_up_in_place, scaled_half_up
from scoring.scheme import Grade
from scoring.sheet import ScoreSheet
from scoring.stability.sampling import CONCENTRATION, Around, draw_weights
from scoring.stability.sheets import sheet_totals
from scoring.thresholds import SNAP_DECIMALS

Floats = NDArray[np.float64]
Progress = Callable[[float], None]
Means = Callable[[Floats, Floats], Floats]
"""Writes the (b, n) means under (b, m) weights into the room it is given."""

BLOCK_BYTES = 6 * 2**20
"""Totals of one block of draws: small enough to stay in the processor's cache, so that memory is bounded
however many people and draws there are."""
MOST_DRAWS = 64
_WHOLE = 2.0**53
"""From here on a float holds whole numbers only."""
_BLAS_ALONE = 250_000
ALL_RANKS_UP_TO = 1_000
"""People for whom every rank is counted unless asked otherwise; above, the first ranks only."""
FIRST_RANKS = 50
FRAGILE = 0.25
"""Neighbours who change places in more than this share of the draws are called fragile."""


@dataclass(frozen=True, eq=False)
class Acceptability:
    """Shares of `draws`, people in the order given.

    ``ranks`` (n, r): share in which each takes rank 1 … r. ``expected_rank``, ``top`` (n,): mean rank, and
    share among the first ``top_k``. ``grades`` (n, g) or None. ``swaps`` (n − 1,): share in which the lower
    of two neighbours stands above the upper, ``order`` being the present order from the top.
    """

    draws: int
    top_k: int
    ranks: Floats
    expected_rank: Floats
    top: Floats
    grades: Floats | None
    order: NDArray[np.intp]
    swaps: Floats

    def fragile(self, share: float = FRAGILE) -> list[tuple[int, int, float]]:
        """(upper, lower, share of draws in which they change places) where that is more than `share`."""
        where = np.flatnonzero(self.swaps > share)
        return [(int(self.order[i]), int(self.order[i + 1]), float(self.swaps[i])) for i in where]


def rank_acceptability(
    scores: ArrayLike,
    weights: ArrayLike,
    *,
    draws: int = 1_000,
    seed: int = 0,
    around: Around = "dirichlet",
    concentration: float = CONCENTRATION,
    bounds: tuple[ArrayLike, ArrayLike] | None = None,
    top: int = 3,
    ranks: int | None = None,
    decimals: int | None = None,
    offsets: ArrayLike = 0.0,
    ceilings: ArrayLike = np.inf,
    floor: float = -np.inf,
    grades: Sequence[Grade] = (),
    best_allowed: ArrayLike | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Acceptability:
    """Rank everybody under `draws` random weight vectors.

    Parameters
    ----------
    scores : (n, m) complete indicator scores. weights : (m,) the candidate, in any unit.
    around, concentration, bounds : see :func:`scoring.stability.draw_weights`. seed : makes it repeat, with
        any number of workers.
    ranks : how many ranks from the top are counted one by one (all, up to 1 000 people).
    decimals : totals are rounded half up before they are ranked, as on a sheet; None = not at all.
    offsets, ceilings, floor : as in :func:`scoring.stability.intervals`.
    grades, best_allowed : to count grades too, as :func:`scoring.ranking.assign_grades` gives them.
    workers : threads (default: one for each core). progress : called with the share done, 0 to 1.

    Raises
    ------
    AnalysisError : a missing score, no draws, or bounds without room.
    """
    matrix, base = np.asarray(scores, dtype=float), np.asarray(weights, dtype=float)
    if matrix.ndim != 2 or matrix.shape[1] != len(base) or not len(matrix) or draws < 1:
        raise AnalysisError([Fault("matrix-shape", params={"shape": matrix.shape})])
    if np.isnan(matrix).any():
        raise AnalysisError([Fault("scores-incomplete")])
    refuse_beyond(matrix)
    refuse_beyond(base)
    n = len(matrix)
    return _simulated(
        _linear(matrix, float(base.sum())),
        n,
        base,
        draw_weights(
            base,
            draws,
            np.random.default_rng(seed),
            around=around,
            concentration=concentration,
            bounds=bounds,
        ),
        _Limits(
            np.broadcast_to(np.asarray(offsets, dtype=float), (n,)),
            np.broadcast_to(np.asarray(ceilings, dtype=float), (n,)),
            floor,
        ),
        _Wanted(top, ranks, decimals, grades, None if best_allowed is None else np.asarray(best_allowed)),
        workers,
        progress,
    )


def sheet_acceptability(
    sheet: ScoreSheet,
    *,
    draws: int = 1_000,
    seed: int = 0,
    around: Around = "dirichlet",
    concentration: float = CONCENTRATION,
    bounds: tuple[ArrayLike, ArrayLike] | None = None,
    top: int = 3,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Acceptability:
    """:func:`rank_acceptability` for the ranked people of a sheet, in their order, grades included.

    Gaps, sections, conditions, caps, additions and vetoes count in every draw as the sheet would count them,
    for geometric schemes too. Tie-breakers are left aside; grades too where one asks for totals or sections.
    """
    scheme, totals = sheet.scheme, sheet_totals(sheet)
    best = None
    if sheet.vetoed.any() and scheme.grades:
        names = [grade.name for grade in scheme.grades]
        best = np.where(sheet.vetoed[totals.rows], names.index(scheme.veto.grade), 0)

    def with_gaps(drawn: Floats, out: Floats) -> Floats:
        out[:] = totals.means(drawn)
        return out

    held = None if sheet.grade_conditions is None else sheet.grade_conditions[totals.rows]
    asked = {use.subject for grade in scheme.grades if grade.when is not None for use in grade.when.uses}
    # What a grade asks of totals and sections changes with every draw; grades are then not counted.
    grades = () if asked & {"total", "section"} else scheme.grades
    plain = totals.there.all() and scheme.straight
    return _simulated(
        _linear(totals.scores, 100.0) if plain else with_gaps,
        len(totals.rows),
        scheme.weights,
        draw_weights(
            scheme.weights,
            draws,
            np.random.default_rng(seed),
            around=around,
            concentration=concentration,
            bounds=bounds,
        ),
        _Limits(totals.offsets, totals.ceilings, 0.0),
        _Wanted(top, None, scheme.decimals, grades, best, held),
        workers,
        progress,
    )


def _linear(scores: Floats, total: float) -> Means:
    """Means of complete scores."""
    # People in columns: a block of draws is then one matrix product on contiguous memory.
    columns = np.ascontiguousarray(scores.T)

    def means(drawn: Floats, out: Floats) -> Floats:
        shares = drawn / total
        # In strips so small that the BLAS does not start threads of its own: they would spin beside ours.
        strip = max(1, _BLAS_ALONE // (len(columns) * len(shares)))
        for k in range(0, out.shape[1], strip):
            np.matmul(shares, columns[:, k : k + strip], out=out[:, k : k + strip])
        return out

    return means


class _Limits(NamedTuple):
    """What happens to a mean on the way to a total."""

    offsets: Floats
    ceilings: Floats
    floor: float

    def apply(self, totals: Floats) -> Floats:
        if self.offsets.any():
            totals += self.offsets
        if np.isfinite(self.floor) or np.isfinite(self.ceilings).any():
            np.clip(totals, self.floor, self.ceilings, out=totals)
        return totals


class _Wanted(NamedTuple):
    """What is to be counted."""

    top: int
    ranks: int | None
    decimals: int | None
    scale: Sequence[Grade]
    allowed: NDArray[np.int64] | None
    held: NDArray[np.bool_] | None = None


def _simulated(
    means: Means,
    people: int,
    present: Floats,
    drawn: Floats,
    limits: _Limits,
    wanted: _Wanted,
    workers: int | None,
    progress: Progress | None,
) -> Acceptability:
    """Rank everybody under every row of `drawn`; `means` writes (b, n) means into the room it is given."""
    draws = len(drawn)
    order = np.argsort(-limits.apply(means(present[None], np.empty((1, people))))[0], kind="stable")
    threads = workers or os.cpu_count() or 1
    size = max(1, min(MOST_DRAWS, BLOCK_BYTES // (8 * people), -(-draws // threads)))
    counters = [_Counter(people, size, wanted, order) for _ in range(threads)]
    rooms = [np.empty((size, people)) for _ in range(threads)]

    def work(counter: _Counter, room: Floats, block: Floats) -> None:
        counter.add(limits.apply(means(block, room[: len(block)])))

    with ThreadPoolExecutor(threads) as pool:
        for start in range(0, draws, threads * size):
            ends = range(start, min(start + threads * size, draws), size)
            list(pool.map(work, counters, rooms, [drawn[k : k + size] for k in ends]))
            if progress is not None:
                progress(min(1.0, (start + threads * size) / draws))
    first = counters[0]
    for other in counters[1:]:
        first.join(other)
    return first.result(draws)


class _Counter:
    """One worker's counts over draws, with memory of its own that is used again for every block."""

    def __init__(self, people: int, size: int, wanted: _Wanted, order: NDArray[np.intp]) -> None:
        self._decimals, self._scale, self._allowed = wanted.decimals, wanted.scale, wanted.allowed
        self._held = wanted.held
        self._order, self._top_k = order, min(wanted.top, people)
        few = people if people <= ALL_RANKS_UP_TO else FIRST_RANKS
        kept = min(people, few if wanted.ranks is None else wanted.ranks)
        self._keys = np.empty((size, people), dtype=np.int64)
        self._ranks = np.empty((size, people))
        self.ranks = np.zeros((people, kept), dtype=np.int32)
        self.sum = np.zeros(people)
        self.top = np.zeros(people)
        self.grades = np.zeros((people, len(wanted.scale)), dtype=np.int32)
        self.swaps = np.zeros(people - 1)

    def add(self, totals: Floats) -> None:
        """Rank and count the rows of (b, n) totals, which are written over."""
        ranks = self._rank(totals)
        self.sum += ranks.sum(axis=0)
        self.top += (ranks <= self._top_k).sum(axis=0)
        _count(self.ranks, ranks, 1)
        # What the totals were is not needed any more: their room takes the ranks in the present order.
        ordered = np.take(ranks, self._order, axis=1, out=totals, mode="clip")
        self.swaps += (ordered[:, :-1] > ordered[:, 1:]).sum(axis=0)

    def _rank(self, totals: Floats) -> Floats:
        lowest, highest = float(totals.min()), float(totals.max())
        if self._decimals is None:
            ranks = scipy.stats.rankdata(-totals, method="min", axis=1).astype(float)
            rounded = totals
        elif max(-lowest, highest) * 10.0**self._decimals >= _WHOLE:
            # So large that no such decimal is left to be rounded.
            ranks = np.stack([competition_ranks(row) for row in totals])
            rounded = totals
        elif lowest < 0:
            keys = scaled_half_up(totals, self._decimals)
            rounded = keys / 10.0**self._decimals
            keys -= keys.min()
            ranks = ranks_of_rows(keys, out=self._ranks[: len(totals)])
        else:
            totals *= 10.0**SNAP_DECIMALS
            whole = half_up_in_place(totals, self._decimals)
            keys = self._keys[: len(totals)]
            np.copyto(keys, whole, casting="unsafe")
            ranks = ranks_of_rows(keys, out=self._ranks[: len(totals)])
            rounded = whole / 10.0**self._decimals if self._scale else whole
        if self._scale:
            for total, row in zip(rounded, ranks, strict=True):
                _count(self.grades, self._graded(total, row)[None], 0)
        return ranks

    def _graded(self, total: Floats, ranks: Floats) -> NDArray[np.int64]:
        return assign_grades(total, ranks, self._scale, self._allowed, self._held)[0]

    def join(self, other: _Counter) -> None:
        """Take over what another worker counted."""
        for name in ("ranks", "sum", "top", "grades", "swaps"):
            getattr(self, name).__iadd__(getattr(other, name))

    def result(self, draws: int) -> Acceptability:
        """The counts as shares."""
        return Acceptability(
            draws=draws,
            top_k=self._top_k,
            ranks=self.ranks / draws,
            expected_rank=self.sum / draws,
            top=self.top / draws,
            grades=self.grades / draws if len(self._scale) else None,
            order=self._order,
            swaps=self.swaps / draws,
        )


def _count(table: NDArray[np.int32], places: NDArray[Any], first: int) -> None:
    """Add 1 to table[i, places[b, i] − first] for every b and i with a place inside the table."""
    people, width = table.shape
    inside = np.flatnonzero(places < width + first)
    cells = inside % people * width + places.reshape(-1)[inside].astype(np.intp) - first
    np.add.at(table.reshape(-1), cells, 1)
