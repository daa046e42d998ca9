"""Rank acceptability: in which share of plausible weights does each person take each rank and grade?

Stochastic multicriteria acceptability analysis: R. Lahdelma, J. Hokkanen and P. Salminen, European Journal
of Operational Research 106 (1998); ranks: R. Lahdelma and P. Salminen, Operations Research 49 (2001).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import rankdata

from scoring.errors import AnalysisError, Fault
from scoring.ranking import (
    SNAP_DECIMALS,
    assign_grades,
    half_up_in_place,
    ranks_of_keys,
    ranks_of_rows,
    scaled_half_up,
)
from scoring.scheme import Grade
from scoring.sheet import RANKED, ScoreSheet
from scoring.stability.intervals import filled_scores
from scoring.stability.sampling import CONCENTRATION, Around, draw_weights

Floats = NDArray[np.float64]
Progress = Callable[[float], None]

BLOCK_BYTES = 6 * 2**20
"""Totals of one block of draws: small enough to stay in the processor's cache, so that memory is bounded
however many people and draws there are."""
MOST_DRAWS = 64
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
    n = len(matrix)
    kept = min(n, ranks if ranks is not None else n if n <= ALL_RANKS_UP_TO else FIRST_RANKS)
    # People in columns: a block of draws is then one matrix product on contiguous memory.
    columns = np.ascontiguousarray(matrix.T)
    plus = np.broadcast_to(np.asarray(offsets, dtype=float), (n,))
    caps = np.broadcast_to(np.asarray(ceilings, dtype=float), (n,))
    limited = bool(np.isfinite(floor) or np.isfinite(caps).any())
    chosen = draw_weights(
        base,
        draws,
        np.random.default_rng(seed),
        around=around,
        concentration=concentration,
        bounds=bounds,
    )

    def totals_under(shares: Floats, totals: Floats) -> Floats:
        # In strips so small that the BLAS does not start threads of its own: they would spin beside ours.
        strip = max(1, _BLAS_ALONE // (len(base) * len(shares)))
        for k in range(0, n, strip):
            np.matmul(shares, columns[:, k : k + strip], out=totals[:, k : k + strip])
        if plus.any():
            totals += plus
        return np.clip(totals, floor, caps, out=totals) if limited else totals

    order = np.argsort(-totals_under(base[None] / base.sum(), np.empty((1, n)))[0], kind="stable")
    threads = workers or os.cpu_count() or 1
    size = max(1, min(MOST_DRAWS, BLOCK_BYTES // (8 * n), -(-draws // threads)))
    allowed = None if best_allowed is None else np.asarray(best_allowed)
    counters = [
        _Counter(n, size, kept, min(top, n), decimals, grades, allowed, order) for _ in range(threads)
    ]
    rooms = [np.empty((size, n)) for _ in range(threads)]

    def work(counter: _Counter, room: Floats, shares: Floats) -> None:
        counter.add(totals_under(shares, room[: len(shares)]))

    with ThreadPoolExecutor(threads) as pool:
        for start in range(0, draws, threads * size):
            ends = range(start, min(start + threads * size, draws), size)
            list(pool.map(work, counters, rooms, [chosen[k : k + size] / base.sum() for k in ends]))
            if progress is not None:
                progress(min(1.0, (start + threads * size) / draws))
    first = counters[0]
    for other in counters[1:]:
        first.join(other)
    return first.result(draws, min(top, n))


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

    Gaps are filled as in :func:`scoring.stability.sheet_intervals`.
    """
    if sheet.scheme.aggregation == "geometric":
        raise AnalysisError([Fault("geometric-no-lines")])
    scheme, who = sheet.scheme, sheet.status_index == RANKED
    ceiling = np.where(sheet.vetoed, min(scheme.veto.ceiling, scheme.cap), scheme.cap)[who]
    best = None
    if sheet.vetoed.any() and scheme.grades:
        names = [grade.name for grade in scheme.grades]
        best = np.where(sheet.vetoed[who], names.index(scheme.veto.grade), 0)
    return rank_acceptability(
        filled_scores(sheet)[who],
        scheme.weights,
        draws=draws,
        seed=seed,
        around=around,
        concentration=concentration,
        bounds=bounds,
        top=top,
        decimals=scheme.decimals,
        offsets=(sheet.additions - sheet.deductions)[who],
        ceilings=ceiling,
        floor=0.0,
        grades=scheme.grades,
        best_allowed=best,
        workers=workers,
        progress=progress,
    )


class _Counter:
    """One worker's counts over draws, with memory of its own that is used again for every block."""

    def __init__(
        self,
        people: int,
        size: int,
        kept: int,
        top: int,
        decimals: int | None,
        scale: Sequence[Grade],
        allowed: NDArray[np.int64] | None,
        order: NDArray[np.intp],
    ) -> None:
        self._decimals, self._scale, self._allowed, self._order = decimals, scale, allowed, order
        self._kept, self._top_k = kept, top
        self._keys = np.empty((size, people), dtype=np.int64)
        self._ranks = np.empty((size, people))
        self.ranks = np.zeros((people, kept), dtype=np.int32)
        self.sum = np.zeros(people)
        self.top = np.zeros(people)
        self.grades = np.zeros((people, len(scale)), dtype=np.int32)
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
        if self._decimals is None:
            ranks = rankdata(-totals, method="min", axis=1).astype(float)
            rounded = totals
        elif totals.min() < 0:
            keys = scaled_half_up(totals, self._decimals)
            ranks = np.stack([ranks_of_keys([row]) for row in keys])
            rounded = keys / 10.0**self._decimals
        else:
            totals *= 10.0**SNAP_DECIMALS
            whole = half_up_in_place(totals, self._decimals)
            keys = self._keys[: len(totals)]
            np.copyto(keys, whole, casting="unsafe")
            ranks = ranks_of_rows(keys, out=self._ranks[: len(totals)])
            rounded = whole / 10.0**self._decimals if self._scale else whole
        if self._scale:
            for total, row in zip(rounded, ranks, strict=True):
                _count(self.grades, assign_grades(total, row, self._scale, self._allowed)[0][None], 0)
        return ranks

    def join(self, other: _Counter) -> None:
        """Take over what another worker counted."""
        for name in ("ranks", "sum", "top", "grades", "swaps"):
            getattr(self, name).__iadd__(getattr(other, name))

    def result(self, draws: int, top: int) -> Acceptability:
        """The counts as shares."""
        return Acceptability(
            draws=draws,
            top_k=top,
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
