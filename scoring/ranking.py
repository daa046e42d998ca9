"""Ranks and grades: the last steps from a total to a result."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.scheme import Grade
from scoring.thresholds import steps_reached, whole_part

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_COUNTING_LIMIT = 4_000_000
_COUNTED_PER_PERSON = 16
"""Up to so many possible keys a person, counting them is quicker than sorting the people."""


def competition_ranks(totals: ArrayLike, tie_breakers: Sequence[ArrayLike] = ()) -> Floats:
    """Standard competition ranks, 1 = highest (1, 2, 2, 4); NaN has no rank.

    Equal means equal to 15 significant digits, so that 0.1 + 0.2 ties with 0.3 and nothing that differs
    in earnest does; totals of a sheet are rounded before they come here. `tie_breakers` are further
    columns, higher is better, used in order where totals tie; a missing tie-breaker ranks last.
    """
    array = np.asarray(totals, dtype=float)
    ranks = np.full(len(array), np.nan)
    present = ~np.isnan(array)
    keys = [_order_keys(array[present])]
    for column in tie_breakers:
        values = np.asarray(column, dtype=float)[present]
        keys.append(_order_keys(np.where(np.isnan(values), -np.inf, values)))
    ranks[present] = ranks_of_keys(keys)
    return ranks


def _order_keys(values: Floats) -> Ints:
    """Whole numbers in the order of the values, equal where 15 significant digits are."""
    size = np.abs(values)
    ordinary = (size > 0) & np.isfinite(size)
    exponent = np.floor(np.log10(size, where=ordinary, out=np.zeros(len(values))))
    scale = 10.0 ** np.clip(14 - exponent, -290, 290)
    rounded = np.where(ordinary, np.rint(values * np.where(ordinary, scale, 1.0)) / scale, values)
    return np.asarray(np.unique(rounded, return_inverse=True)[1], dtype=np.int64)


def ranks_of_keys(keys: Sequence[Ints]) -> Floats:
    """Competition ranks of people by whole-number keys, the first key foremost, high is best."""
    first = keys[0]
    n = len(first)
    if not n:
        return np.empty(0)
    if len(keys) == 1:
        lowest = first.min()
        ranks: Floats = ranks_of_rows((first - lowest if lowest < 0 else first)[None])[0]
        return ranks
    order = np.lexsort(tuple(-key for key in reversed(keys)))
    new = np.zeros(n, dtype=bool)
    new[0] = True
    for key in keys:
        ordered = key[order]
        new[1:] |= ordered[1:] != ordered[:-1]
    places = np.arange(1, n + 1)
    ranks = np.zeros(n)
    ranks[order] = np.maximum.accumulate(np.where(new, places, 0))
    return ranks


def ranks_of_rows(keys: Ints, out: Floats | None = None) -> Floats:
    """Competition ranks within each row of (b, n) whole-number keys from 0 up, high is best; with several
    rows `keys` is written over.

    Rounded totals are few whole numbers: then counting is linear where sorting is not. Where they spread over
    many (more decimals, few people) they are sorted, so that the room needed does not grow with their size.
    The rows are done at once, each in its own stretch of numbers, because many small steps would keep threads
    waiting for each other.
    """
    rows, people = keys.shape
    ranks = np.empty(keys.shape) if out is None else out
    if not keys.size:
        return ranks
    width = int(keys.max()) + 1
    if rows > 1:
        keys += (np.arange(rows) * width)[:, None]
    if width <= _COUNTED_PER_PERSON * people and width * rows <= _COUNTING_LIMIT:
        held = np.bincount(keys.ravel(), minlength=width * rows).reshape(rows, width)
        better = held[:, ::-1].cumsum(axis=1)[:, ::-1] - held + 1.0
        # Nothing is out of range; "clip" spares numpy a copy of what it would write.
        return np.take(better.ravel(), keys, out=ranks, mode="clip")
    ordered = np.sort(keys, axis=1).ravel()
    not_better = np.searchsorted(ordered, keys.ravel(), side="right").reshape(keys.shape)
    np.subtract((np.arange(1, rows + 1) * people + 1)[:, None], not_better, out=ranks)
    return ranks


def grade_index(totals: Floats, grades: Sequence[Grade]) -> Ints:
    """For each rounded total the position of its grade by threshold alone, −1 where it has none.

    A total under the lowest threshold gets the lowest grade.
    """
    reached = steps_reached(totals, [grade.from_ for grade in reversed(grades)])
    index = np.minimum(len(grades) - reached, len(grades) - 1)
    return np.where(np.isnan(totals), -1, index)


def assign_grades(
    totals: ArrayLike,
    ranks: ArrayLike,
    grades: Sequence[Grade],
    best_allowed: ArrayLike | None = None,
    held: NDArray[np.bool_] | None = None,
) -> tuple[Ints, NDArray[np.bool_]]:
    """Grades by threshold, then by quota.

    Parameters
    ----------
    totals, ranks : (n,) rounded totals and competition ranks; NaN rank = not ranked, no grade.
    grades : best first.
    best_allowed : (n,) position of the best grade a person may have (0 = no limit), for vetoes.
    held : (n, g) whether what each grade asks besides its threshold holds; None = nothing is asked. The last
        one asks nothing.

    Returns
    -------
    (n,) position in `grades` (−1: no grade) and (n,) whether a quota moved the person down.

    Notes
    -----
    A quota admits at most ``floor(share × n)`` people, n the people ranked, filled by rank from the
    best grade on. Who does not fit moves to the next grade; a tie across the border moves down
    whole. With n < 10 only the quota of the best grade applies. The last grade takes all the rest.
    """
    total = np.asarray(totals, dtype=float)
    rank = np.asarray(ranks, dtype=float)
    index = grade_index(np.where(np.isnan(rank), np.nan, total), grades)
    moved = np.zeros(len(total), dtype=bool)
    if not grades:
        return index, moved
    if best_allowed is not None:
        index = np.where(index >= 0, np.maximum(index, np.asarray(best_allowed)), index)
    following = None if held is None else _following(held)
    if following is not None:
        index = np.where(index >= 0, following[np.arange(len(total)), np.maximum(index, 0)], index)
    ranked = int((index >= 0).sum())
    for position, grade in enumerate(grades[:-1]):
        if grade.quota is None or (ranked < 10 and position > 0):
            continue
        room = whole_part(grade.quota * ranked)
        members = np.flatnonzero(index == position)
        if len(members) <= room:
            continue
        ordered = members[np.argsort(rank[members], kind="stable")]
        first_out = rank[ordered[room]]
        down = ordered[rank[ordered] >= first_out]
        index[down] = position + 1 if following is None else following[down, position + 1]
        moved[down] = True
    return index, moved


def _following(held: NDArray[np.bool_]) -> Ints:
    """(n, g) from each grade on the first that a person may have."""
    people, grades = held.shape
    found = np.broadcast_to(np.arange(grades), (people, grades)).copy()
    for position in range(grades - 2, -1, -1):
        found[:, position] = np.where(held[:, position], position, found[:, position + 1])
    return found
