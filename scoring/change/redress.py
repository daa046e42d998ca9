"""What a granted appeal does: the corrected figures scored, with what people keep of what was published.

Whoever appeals is never worse off: total, rank and grade are at least those that were published. What happens
to the others, whom peer rules and ranks move, is a setting of the scheme (`OTHERS` of its result use).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.held import AT_LEAST, EXACTLY, FREE, Held
from scoring.cohort.measurements import Measurements
from scoring.scheme.result_use import OTHERS
from scoring.sheet import ScoreSheet
from scoring.sheet.sheet import score

Floats = NDArray[np.float64]
NO_WORSE, POSTED, UNCHANGED = OTHERS
MOST_TOGETHER = 4
"""Up to so many open challenges every combination of outcomes is scored; beyond, each alone and all."""


def redressed(published: ScoreSheet, corrected: Measurements, appellant: str, others: str) -> ScoreSheet:
    """The sheet that stands beside a published one after an appeal was granted.

    Parameters
    ----------
    published : the sheet that is appealed against. corrected : the same cohort with the corrected figures.
    appellant : who appealed. others : one of `OTHERS`: whether others get no worse ("no-worse"), what it
        comes to ("posted"), or are left as they are ("unchanged"). What somebody keeps of an earlier appeal
        is kept.

    Raises
    ------
    KeyError : the appellant is not in the cohort. ValueError : an unknown setting.
    """
    if others not in OTHERS:
        raise ValueError(others)
    rows = np.array([published.measurements.row.get(p, -1) for p in corrected.people], dtype=np.intp)
    how = np.full(len(rows), {NO_WORSE: AT_LEAST, POSTED: FREE, UNCHANGED: EXACTLY}[others], dtype=np.int8)
    earlier = published.measurements.held
    if others == POSTED and earlier is not None:
        how = np.where(rows >= 0, np.minimum(earlier.how[rows], AT_LEAST), FREE).astype(np.int8)
    how[rows < 0] = FREE
    how[corrected.row[appellant]] = AT_LEAST
    was = Held(
        how,
        _taken(published.exact, rows),
        _taken(published.ranks, rows),
        tuple(published.grades[k] if k >= 0 else None for k in rows),
        tuple(published.status[k] if k >= 0 else "" for k in rows),
    )
    return score(published.scheme, corrected.holding(was))


def _taken(column: Floats, rows: NDArray[np.intp]) -> Floats:
    return np.append(column, np.nan)[rows]


@dataclass(frozen=True, eq=False)
class Range:
    """Between which ends somebody's result lies while challenges are open: totals as shown, ranks, grades
    (None: none). ``sure`` whether every combination of outcomes was tried."""

    low: float
    high: float
    best_rank: float
    worst_rank: float
    best_grade: str | None
    worst_grade: str | None
    sure: bool

    @property
    def open(self) -> bool:
        """Whether anything is open."""
        ends = (self.low, self.best_rank), (self.high, self.worst_rank)
        same = all(a == b or (np.isnan(a) and np.isnan(b)) for a, b in zip(*ends, strict=True))
        return not same or self.best_grade != self.worst_grade


def subsets(challenges: Sequence[str]) -> tuple[list[tuple[str, ...]], bool]:
    """The combinations of granted challenges that are tried, the empty one first; whether these are all."""
    k = len(challenges)
    if k <= MOST_TOGETHER:
        return [c for size in range(k + 1) for c in combinations(challenges, size)], True
    return [(), *((one,) for one in challenges), tuple(challenges)], False


def ranges(sheets: Sequence[ScoreSheet], sure: bool) -> Mapping[str, Range]:
    """By person the best and the worst case over the sheets that the outcomes would give, the published one
    among them; people of the first one."""
    people = sheets[0].people
    rows = [[sheet.measurements.row[p] for p in people] for sheet in sheets]
    totals = np.array([s.totals[r] for s, r in zip(sheets, rows, strict=True)])
    ranks = np.array([s.ranks[r] for s, r in zip(sheets, rows, strict=True)])
    none = len(sheets[0].scheme.grades)
    places = np.array([s.grade_index[r] for s, r in zip(sheets, rows, strict=True)])
    places = np.where(places < 0, none, places)
    names = [*(g.name for g in sheets[0].scheme.grades), None]
    ends = (np.fmin.reduce(totals), np.fmax.reduce(totals), np.fmin.reduce(ranks), np.fmax.reduce(ranks))
    columns = zip(people, *(e.tolist() for e in ends), places.min(axis=0), places.max(axis=0), strict=True)
    return {
        person: Range(low, high, best, worst, names[first], names[last], sure)
        for person, low, high, best, worst, first, last in columns
    }
