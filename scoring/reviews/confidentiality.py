"""Into which cells a group's mean may be rounded, so that nobody's answer can be worked out from them.

An adversary knows every figure that was released, how many answered, who answered, and, with one colluding
rater, one answer. An answer is *determined* where only one value fits all of that; a mean that was held back
is *hidden* while at least one step of the scale fits. The cells are chosen from what is public alone (the
numbers of raters and the figures released before), never from the answers: that a figure is coarse, or
carried, says nothing about them (simulatable auditing: K. Kenthapadi, N. Mishra and K. Nissim, PODS 2005).

Sums are those of answers in whole levels. Answers to several items average to values in between, of which
more fit the same cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

LOWEST, HIGHEST = 1, 5
"""The levels of the scale, in steps of one."""
SPAN = HIGHEST - LOWEST
FINER_FROM = 8
"""Half a step up to here, a quarter from so many raters on: at least two sums always look alike."""
COLLUDED = SPAN + 1
"""With one answer known, so many sums above the least could leave all others determined, and one more tells
them apart no longer."""


class Cell(NamedTuple):
    """Means from ``low`` up to ``high``, which belongs to the next cell; to the last one belongs its end."""

    low: float
    high: float

    def holds(self, mean: float) -> bool:
        """Whether a mean falls into it."""
        return self.low <= mean < self.high or mean == self.high == HIGHEST

    def sums(self, raters: int) -> Span:
        """The sums of so many answers in whole levels that fall into it."""
        low = -int(-self.low * raters // 1)
        high = int(self.high * raters // 1)
        if self.high < HIGHEST and high == self.high * raters:
            high -= 1
        return Span(low, high)


EVERYTHING = Cell(float(LOWEST), float(HIGHEST))
"""That a mean is in it says nothing."""


class Span(NamedTuple):
    """Whole numbers from ``low`` to ``high``, both included."""

    low: int
    high: int

    def width(self) -> int:
        """How far its ends are apart; below 0 where it holds nothing."""
        return self.high - self.low


class Overlap(NamedTuple):
    """Who answered for an earlier figure and for the one to be released: how many for both, for the earlier
    one alone, and for the new one alone; and the cell of the earlier one (None: it was held back)."""

    both: int
    before: int
    now: int
    cell: Cell | None


def cells(raters: int) -> tuple[Cell, ...]:
    """The cells for the mean of so many raters.

    On a grid of half a step (a quarter from eight raters on). The lowest cell reaches so far that every sum
    up to ``raters + 5`` is in it, the highest begins so low that every sum from ``5·raters − 5`` on is: an
    adversary who knows one answer could else tell that all others are the lowest, or the highest.
    """
    step = 0.5 if raters < FINER_FROM else 0.25
    grid = [LOWEST + step * k for k in range(1, int(SPAN / step))]
    cuts = [
        cut for cut in grid if raters * (cut - LOWEST) > COLLUDED and raters * (HIGHEST - cut) >= COLLUDED
    ]
    return tuple(Cell(low, high) for low, high in pairwise([float(LOWEST), *cuts, float(HIGHEST)]))


@cache
def cells_beside(raters: int, earlier: tuple[Overlap, ...]) -> tuple[Cell, ...]:
    """The cells for the mean of so many raters beside earlier figures of the same person: neighbours are
    joined until nothing can be worked out by subtraction, as few as possible (the sum of squared widths is
    least). A single cell, which says nothing, is left where only that is safe."""
    edges = [cell.low for cell in cells(raters)] + [float(HIGHEST)]
    best: dict[float, tuple[float, tuple[Cell, ...]]] = {edges[0]: (0.0, ())}
    for place, high in enumerate(edges[1:], start=1):
        ways = []
        for low in edges[:place]:
            cell = Cell(low, high)
            if low in best and _all_safe(cell, raters, earlier):
                cost, before = best[low]
                ways.append((cost + (high - low) ** 2, (*before, cell)))
        if ways:
            best[high] = min(ways)
    return best[edges[-1]][1] if edges[-1] in best else (EVERYTHING,)


def stays_hidden(earlier: Overlap) -> bool:
    """Whether the mean of the new raters, if it is held back, stays hidden beside an earlier figure."""
    return all(
        known.feasible and known.hidden(known.now, earlier.both + earlier.now)
        for known in _knowledge(earlier, None)
    )


def _all_safe(cell: Cell, raters: int, earlier: tuple[Overlap, ...]) -> bool:
    return all(_safe(overlap, cell.sums(raters)) for overlap in earlier)


def _safe(overlap: Overlap, sums: Span) -> bool:
    """Whether a sum of the new raters may be told to lie in `sums`, whoever colludes and whatever was
    answered."""
    for known in _knowledge(overlap, sums):
        if not known.feasible:
            continue
        if any(part.raters and part.span.width() < 1 for part in known.parts):
            return False
        if overlap.cell is None and not known.hidden(known.before, overlap.both + overlap.before):
            return False
    return True


class _Part(NamedTuple):
    """Raters whose answers are unknown, and what their sum can be."""

    raters: int
    span: Span


class _Known(NamedTuple):
    """What fits everything an adversary knows, by who answered for which figure."""

    both: _Part
    before: _Part
    now: _Part

    @property
    def parts(self) -> tuple[_Part, ...]:
        return tuple(self)

    @property
    def feasible(self) -> bool:
        """Whether anything fits."""
        return all(part.span.width() >= 0 for part in self)

    def hidden(self, alone: _Part, raters: int) -> bool:
        """Whether the mean of so many `raters`, those of both and those `alone`, can still be anything within
        a step of the scale."""
        unknown = self.both.raters + alone.raters
        return not unknown or self.both.span.width() + alone.span.width() >= raters


def _knowledge(overlap: Overlap, sums: Span | None) -> Iterator[_Known]:
    """Every adversary: nobody colludes, or one rater of any part with any answer. `sums`: of the new raters,
    None where they are held back."""
    sizes = overlap.both, overlap.before, overlap.now
    before = None if overlap.cell is None else overlap.cell.sums(overlap.both + overlap.before)
    yield _fitting(sizes, before, sums)
    for part in range(3):
        if not sizes[part]:
            continue
        rest = tuple(size - (k == part) for k, size in enumerate(sizes))
        for answer in range(LOWEST, HIGHEST + 1):
            yield _fitting(
                (rest[0], rest[1], rest[2]),
                before and _less(before, answer if part in (0, 1) else 0),
                sums and _less(sums, answer if part in (0, 2) else 0),
            )


def _less(span: Span, known: int) -> Span:
    return Span(span.low - known, span.high - known)


def _fitting(sizes: tuple[int, int, int], before: Span | None, now: Span | None) -> _Known:
    """The sums of each part that fit: ``both + before`` in one span, ``both + now`` in the other (None: no
    figure). Two differences of two numbers each: what is left for each of them is a span again."""
    both, old, new = (Span(LOWEST * size, HIGHEST * size) for size in sizes)
    for total, part in ((before, old), (now, new)):
        if total is not None:
            both = Span(max(both.low, total.low - part.high), min(both.high, total.high - part.low))
    old, new = (
        part
        if total is None
        else Span(max(part.low, total.low - both.high), min(part.high, total.high - both.low))
        for total, part in ((before, old), (now, new))
    )
    return _Known(_Part(sizes[0], both), _Part(sizes[1], old), _Part(sizes[2], new))
