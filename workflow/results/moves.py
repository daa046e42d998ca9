"""A person before and after: whose result another sheet changes, by how much, by how many places."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from scoring import Comparison, ScoreSheet

Floats = NDArray[np.float64]
FAR = 2
"""So many places are a long way."""


@dataclass(frozen=True)
class Move:
    """One person's result before and after: totals as they are shown (rounded by the scheme), ranks, grades.

    A total or rank is NaN, and a grade None, where there is none.
    """

    manager_id: str
    before_total: float
    after_total: float
    before_rank: float
    after_rank: float
    before_grade: str | None
    after_grade: str | None

    @property
    def change(self) -> float:
        """Points by which the total as shown changes; NaN where one side has none."""
        return self.after_total - self.before_total

    @property
    def places(self) -> float:
        """Places risen, negative where the person falls; NaN where one side has no rank."""
        return self.before_rank - self.after_rank

    @property
    def rescored(self) -> bool:
        """Whether the total as shown differs, or only one side has one."""
        return _differs(self.before_total, self.after_total)

    @property
    def changed(self) -> bool:
        """Whether the result differs: total as shown, rank or grade."""
        ranked = _differs(self.before_rank, self.after_rank)
        return self.rescored or ranked or self.before_grade != self.after_grade


@dataclass(frozen=True)
class PeriodMoves:
    """Whose results differ in a period, largest change of total first.

    ``published`` is whether the results before are published ones, which stay as they are until the period is
    opened again; ``names`` has (name, English name) of everybody who is in ``moves``.
    """

    period: str
    published: bool
    moves: tuple[Move, ...]
    names: Mapping[str, tuple[str, str]]


@overload
def moved(places: float) -> bool: ...
@overload
def moved(places: Floats) -> NDArray[np.bool_]: ...
def moved(places: float | Floats) -> bool | NDArray[np.bool_]:
    """Whether the rank changes, among those who have one on both sides; for one person, or for an array
    of places risen (:attr:`scoring.Comparison.rank_moves`)."""
    # NaN is never equal to itself.
    return (places == places) & (places != 0)


def compared(comparison: Comparison) -> tuple[Move, ...]:
    """Everybody of a comparison, in its order: the people who are on both sheets."""
    sides = (comparison.before, comparison.row_before), (comparison.after, comparison.row_after)
    return _moves(comparison.people, *sides)


def of(before: ScoreSheet, after: ScoreSheet, person: str) -> Move:
    """One person's result on two sheets."""
    sides = ((sheet, _rows(sheet, [person])) for sheet in (before, after))
    (move,) = _moves([person], *sides)
    return move


def differences(before: ScoreSheet, after: ScoreSheet) -> tuple[Move, ...]:
    """Whose result differs between two sheets, largest change of total first; who gains or loses a total
    comes before all others, also a person who is on one sheet only."""
    people = tuple(dict.fromkeys((*after.people, *before.people)))
    sides = ((sheet, _rows(sheet, people)) for sheet in (before, after))
    found = (move for move in _moves(people, *sides) if move.changed)
    return tuple(sorted(found, key=lambda m: -math.inf if math.isnan(m.change) else -abs(m.change)))


def _differs(one: float, other: float) -> bool:
    return one != other and not (math.isnan(one) and math.isnan(other))


def _rows(sheet: ScoreSheet, people: Sequence[str]) -> NDArray[np.intp]:
    """The people's rows in a sheet; −1 who is not on it."""
    return np.array([sheet.measurements.row.get(person, -1) for person in people], dtype=np.intp)


def _moves(
    people: Sequence[str],
    before: tuple[ScoreSheet, NDArray[np.intp]],
    after: tuple[ScoreSheet, NDArray[np.intp]],
) -> tuple[Move, ...]:
    """One move for each person, from the rows in both sheets (−1: not on it)."""
    (totals, ranks, grades), (new_totals, new_ranks, new_grades) = _results(*before), _results(*after)
    return tuple(map(Move, people, totals, new_totals, ranks, new_ranks, grades, new_grades))


def _results(sheet: ScoreSheet, rows: NDArray[np.intp]) -> tuple[list[Any], list[Any], list[Any]]:
    """Totals, ranks and grades of some rows; row −1 is what stands behind the sheet's own: nothing."""
    totals, ranks = (np.append(column, np.nan)[rows].tolist() for column in (sheet.totals, sheet.ranks))
    return totals, ranks, np.array([*sheet.grades, None], dtype=object)[rows].tolist()


def lost(people: Sequence[Move]) -> tuple[Move, ...]:
    """Who has a total before and none after."""
    return tuple(m for m in people if not math.isnan(m.before_total) and math.isnan(m.after_total))


def gained(people: Sequence[Move]) -> tuple[Move, ...]:
    """Who has a total after and none before."""
    return tuple(m for m in people if math.isnan(m.before_total) and not math.isnan(m.after_total))
