"""What a granted appeal does: the corrected figures scored, with what people keep of what was published.

Whoever appeals is never worse off: total, rank and grade are at least those that were published. What happens
to the others, whom peer rules and ranks move, is a setting of the scheme (`OTHERS` of its result use).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
    own = corrected.row[appellant]
    if others == POSTED:
        return eased(published, corrected, (appellant,))
    rows = _rows(published, corrected)
    how = np.where(rows >= 0, AT_LEAST if others == NO_WORSE else EXACTLY, FREE).astype(np.int8)
    how[own] = AT_LEAST
    return _holding(published, corrected, rows, how)


def eased(before: ScoreSheet, corrected: Measurements, people: Collection[str]) -> ScoreSheet:
    """The sheet after deductions or vetoes of `people` were lessened: their result is no worse than before,
    what anybody keeps of an appeal is kept, and the rest is as it comes."""
    rows = _rows(before, corrected)
    earlier = before.measurements.held
    how = np.full(len(rows), FREE, dtype=np.int8)
    if earlier is not None:
        how = np.where(rows >= 0, np.minimum(earlier.how[rows], AT_LEAST), FREE).astype(np.int8)
    own = [corrected.row[p] for p in people if p in corrected.row]
    how[own] = AT_LEAST
    return _holding(before, corrected, rows, how)


def as_posted(
    published: ScoreSheet, found: ScoreSheet, posted: Mapping[str, tuple[float, float, str | None]]
) -> ScoreSheet:
    """A sheet scored from the facts, with everybody's total, rank and grade as published or, for those in
    `posted`, as posted since (NaN, None: none). They differ where an appeal or an exemption kept them."""
    rows = _rows(published, found.measurements)
    was = _kept(published, rows, np.full(len(rows), EXACTLY, dtype=np.int8))
    exact, ranks, totals = was.exact.copy(), was.ranks.copy(), _taken(published.totals, rows)
    grades, status = list(was.grades), list(was.status)
    for i, person in enumerate(found.people):
        if person in posted:
            totals[i], ranks[i], grades[i] = posted[person]
            exact[i], status[i] = totals[i], found.status[i]
    same = np.array([now == then for now, then in zip(found.grades, grades, strict=True)], dtype=bool)
    for now, then in ((found.totals, totals), (found.ranks, ranks)):
        same &= (now == then) | (np.isnan(now) & np.isnan(then))
    if same.all():
        return found
    earlier = found.measurements.held or was.of(np.full(len(rows), -1))
    pick = [(earlier if kept else None, i) for i, kept in enumerate(same)]
    kept = Held(
        np.where(same, earlier.how, EXACTLY).astype(np.int8),
        np.where(same, earlier.exact, exact),
        np.where(same, earlier.ranks, ranks),
        tuple(grades[i] if before is None else before.grades[i] for before, i in pick),
        tuple(status[i] if before is None else before.status[i] for before, i in pick),
    )
    return score(found.scheme, found.measurements.holding(kept))


def _holding(
    published: ScoreSheet, corrected: Measurements, rows: NDArray[np.intp], how: NDArray[np.int8]
) -> ScoreSheet:
    """The corrected figures scored, with what each keeps of the published sheet, whose `rows` are theirs."""
    return score(published.scheme, corrected.holding(_kept(published, rows, how)))


def _kept(published: ScoreSheet, rows: NDArray[np.intp], how: NDArray[np.int8]) -> Held:
    return Held(
        how,
        _taken(published.exact, rows),
        _taken(published.ranks, rows),
        tuple(published.grades[k] if k >= 0 else None for k in rows),
        tuple(published.status[k] if k >= 0 else "" for k in rows),
    )


def _rows(before: ScoreSheet, corrected: Measurements) -> NDArray[np.intp]:
    """Where everybody of the corrected cohort stands on the sheet before; −1 who does not."""
    return np.array([before.measurements.row.get(p, -1) for p in corrected.people], dtype=np.intp)


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
