"""Results that people keep whatever their figures come to: those published before an appeal was granted.

An appeal must not make anything worse, for the person who appeals nor, as the scheme sets it, for others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
FREE, AT_LEAST, EXACTLY = range(3)


@dataclass(frozen=True, eq=False)
class Held:
    """What n people keep.

    Parameters
    ----------
    how : (n,) `FREE` (nothing is kept), `AT_LEAST` (no total, rank or grade worse than these) or `EXACTLY`.
    exact : (n,) unrounded totals, NaN where there was none. ranks : (n,) ranks, NaN where there was none.
    grades, status : (n,) as they were, by name.
    """

    how: NDArray[np.int8]
    exact: Floats
    ranks: Floats
    grades: tuple[str | None, ...]
    status: tuple[str, ...]

    def of(self, rows: NDArray[np.intp]) -> Held:
        """The same for the people in `rows`; one who is not there (−1) keeps nothing."""
        there = rows >= 0
        return Held(
            np.where(there, self.how[rows], FREE).astype(np.int8),
            np.where(there, self.exact[rows], np.nan),
            np.where(there, self.ranks[rows], np.nan),
            tuple(self.grades[k] if k >= 0 else None for k in rows),
            tuple(self.status[k] if k >= 0 else "" for k in rows),
        )

    def loosened(self, row: int) -> Held:
        """The same, with one person held at least where exactly, who tries other figures."""
        how = self.how.copy()
        how[row] = min(how[row], AT_LEAST)
        return Held(how, self.exact, self.ranks, self.grades, self.status)

    @property
    def totals_kept(self) -> NDArray[np.bool_]:
        """(n,) who keeps a total."""
        return np.asarray((self.how != FREE) & ~np.isnan(self.exact))

    def totals(self, exact: Floats) -> Floats:
        """(n,) unrounded totals that hold, from what they come to."""
        held = np.where(self.how == FREE, exact, np.fmax(exact, self.exact))
        return np.where(self.how == EXACTLY, self.exact, held)

    def places(self, ranks: Floats) -> Floats:
        """(n,) ranks that hold, from what they come to."""
        held = np.where(self.how == FREE, ranks, np.fmin(ranks, self.ranks))
        return np.where(self.how == EXACTLY, self.ranks, held)

    def grade_index(self, index: Ints, names: Sequence[str]) -> Ints:
        """(n,) positions of the grades that hold among `names`, best first, from those that they come to; −1
        where there is none."""
        position = {name: k for k, name in enumerate(names)}
        was = np.array([-1 if g is None else position.get(g, -1) for g in self.grades], dtype=np.int64)
        # None is behind every grade.
        none = len(names)
        best = np.minimum(np.where(index < 0, none, index), np.where(was < 0, none, was))
        held = np.where(self.how == FREE, index, np.where(best == none, -1, best))
        return np.where(self.how == EXACTLY, was, held)


def held(
    how: ArrayLike, exact: ArrayLike, ranks: ArrayLike, grades: Sequence[str | None], status: Sequence[str]
) -> Held:
    """What people keep, from plain lists (None for NaN)."""
    totals, places = np.array(exact, dtype=float), np.array(ranks, dtype=float)
    return Held(np.array(how, dtype=np.int8), totals, places, tuple(grades), tuple(status))
