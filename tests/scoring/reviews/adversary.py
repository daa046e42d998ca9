"""What somebody can work out who knows every figure that was released, and one rater's answers.

Written without a look at how figures are made: it is handed the figures that `release` gave for every
pattern of answers, and looks for answers that only one value fits. Answers are whole levels; the raters of a
part (for both releases, for the first alone, for the second alone) are interchangeable, so a part's sum says
all that can be known of it: where two sums fit, each of its raters can have given different answers.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np

LEVELS = (1, 2, 3, 4, 5)
STEP = 1.0


class Finding(NamedTuple):
    """What was worked out, by whom, from what."""

    what: str
    sizes: tuple[int, ...]
    colluder: tuple[int, int] | None
    seen: Hashable


def patterns(raters: int) -> Iterator[tuple[int, ...]]:
    """Every pattern of answers of so many raters, whoever gave which."""
    return combinations_with_replacement(LEVELS, raters)


def one_release(raters: int, outcome: Callable[[tuple[int, ...]], Hashable]) -> list[Finding]:
    """What one release of a group gives away: `outcome` is all that can be read for a pattern."""
    found = []
    for colluding in (None, *LEVELS):
        rests: dict[Hashable, set[tuple[int, ...]]] = {}
        for answers in patterns(raters):
            if colluding is None:
                rest = answers
            elif colluding in answers:
                at = answers.index(colluding)
                rest = answers[:at] + answers[at + 1 :]
            else:
                continue
            if rest:
                rests.setdefault(outcome(answers), set()).add(rest)
        told = colluding and (0, colluding)
        for seen, fits in rests.items():
            if len(fits) == 1:
                found.append(Finding("all answers but one's own", (raters,), told, seen))
            if len({answer for rest in fits for answer in rest}) == 1:
                found.append(Finding("an answer", (raters,), told, seen))
    return found


class Seen(NamedTuple):
    """What can be read of two releases: a number for all that is shown of each, and whether each group's mean
    is hidden."""

    outcome: Hashable
    first_hidden: bool
    second_hidden: bool


def two_releases(sizes: tuple[int, int, int], read: Callable[[int, int], Seen]) -> list[Finding]:
    """What two releases give away, if nobody who answered twice changed an answer: `sizes` answered for both,
    for the first alone, for the second alone; `read` is what can be read for the two sums."""
    found: list[Finding] = []
    codes: dict[Seen, int] = {}
    seen_of = [Seen(None, False, False)]
    first_sums = range(sizes[0] + sizes[1], 5 * (sizes[0] + sizes[1]) + 1)
    second_sums = range(sizes[0] + sizes[2], 5 * (sizes[0] + sizes[2]) + 1)
    table = np.zeros((len(first_sums), len(second_sums)), dtype=np.int64)
    for i, first in enumerate(first_sums):
        for j, second in enumerate(second_sums):
            seen = read(first, second)
            if seen not in codes:
                codes[seen] = len(codes) + 1
                seen_of.append(seen)
            table[i, j] = codes[seen]
    for known in ((None, 0), *((part, answer) for part in range(3) if sizes[part] for answer in LEVELS)):
        part, answer = known
        rest = [size - (k == part) for k, size in enumerate(sizes)]
        sums = np.meshgrid(*(np.arange(size, 5 * size + 1) for size in rest), indexing="ij")
        both, before, now = (s.ravel() for s in sums)
        first = both + before + (answer if part in (0, 1) else 0)
        second = both + now + (answer if part in (0, 2) else 0)
        key = table[first - first_sums[0], second - second_sums[0]]
        told = None if part is None else (part, answer)
        for name, values, size in (
            ("both", both, rest[0]),
            ("before", before, rest[1]),
            ("now", now, rest[2]),
        ):
            if size:
                for code in _narrower(key, values, 1):
                    found.append(Finding(f"an answer of {name}", sizes, told, seen_of[code]))
        for hidden, values, unknown, size in (
            ("first_hidden", both + before, rest[0] + rest[1], sizes[0] + sizes[1]),
            ("second_hidden", both + now, rest[0] + rest[2], sizes[0] + sizes[2]),
        ):
            if unknown:
                for code in _narrower(key, values, STEP * size):
                    if getattr(seen_of[code], hidden):
                        found.append(
                            Finding(f"a mean that was held back ({hidden})", sizes, told, seen_of[code])
                        )
    return found


def _narrower(key: np.ndarray, values: np.ndarray, least: float) -> list[int]:
    """The outcomes (by number) whose fitting values are less than `least` apart."""
    order = np.argsort(key, kind="stable")
    codes, starts = np.unique(key[order], return_index=True)
    low = np.minimum.reduceat(values[order], starts)
    high = np.maximum.reduceat(values[order], starts)
    return [int(code) for code in codes[high - low < least]]
