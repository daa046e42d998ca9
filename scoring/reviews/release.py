"""From raters' answers to the figures that leave the vault: rounded before they become a measurement, so that
figure, total and explanation are one.

Which cells a mean is rounded into is `scoring.reviews.confidentiality`; ``docs/reviews.md`` says what is
proved of it and what it costs.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean

from scoring.reviews.combination import TRIM_FROM
from scoring.reviews.confidentiality import (
    EVERYTHING,
    LOWEST,
    SPAN,
    Cell,
    Overlap,
    cells,
    cells_beside,
    stays_hidden,
)

LEAST = 4
"""A confidential group has at least so many raters to be shown at all, whatever a scheme says."""
_NOISE = 9
"""Decimals of a mean: binary noise must not carry it over the edge of a cell."""


class State(StrEnum):
    """What became of a group's mean."""

    EXACT = "exact"
    """Not confidential: the mean itself."""
    SHOWN = "shown"
    CARRIED = "carried"
    """That of an earlier release: the raters are nearly the same, and a new figure would tell them apart."""
    TOO_FEW = "too-few"
    WITHHELD = "withheld"
    """Enough raters, but a figure would give away one that was held back before."""
    NONE = "none"


COUNTED = frozenset({State.EXACT, State.SHOWN, State.CARRIED})


@dataclass(frozen=True)
class Figure:
    """A group's mean as it may be known: of so many ``raters`` who could judge (``kept`` after trimming),
    where ``needed`` are asked for, from ``low`` up to ``high`` on the scale 1–5, with the ``value`` that
    counts (the middle); NaN where there is none. ``told_low`` and ``told_high`` are what is said of these
    raters' own mean: of a figure that is carried less than it shows (NaN: nothing)."""

    state: State
    raters: int
    kept: int
    needed: int
    low: float = float("nan")
    high: float = float("nan")
    value: float = float("nan")
    told_low: float = float("nan")
    told_high: float = float("nan")

    @property
    def counts(self) -> bool:
        """Whether it is part of the total."""
        return self.state in COUNTED

    @property
    def points(self) -> float:
        """The value on 0–100."""
        return points_of(self.value)

    @property
    def told(self) -> Cell | None:
        """What is said of these raters' own mean; None where nothing is."""
        return None if math.isnan(self.told_low) else Cell(self.told_low, self.told_high)


@dataclass(frozen=True)
class Past:
    """An earlier release of the same group for the same person: who handed in, and the figure."""

    raters: frozenset[str]
    figure: Figure


def points_of(level: float) -> float:
    """A level, or a mean of levels, on 0–100."""
    return 100.0 * (level - LOWEST) / SPAN


def release(
    means: Sequence[float],
    raters: Collection[str],
    *,
    confidential: bool,
    minimum: int,
    trim: int = 0,
    before: Sequence[Past] = (),
) -> Figure:
    """The figure of one group for one person and indicator.

    Parameters
    ----------
    means : a mean (1–5) of each rater who could judge, in any order. raters : everybody who handed in.
    confidential : whether a rater's answers are to stay unknown. minimum : fewest raters; at least `LEAST`
        for a confidential group. trim : 1 leaves out the highest and the lowest of six or more.
    before : earlier releases, oldest first.
    """
    count, kept = len(means), _kept(means, trim)
    mean = round(fmean(kept), _NOISE) if kept else math.nan
    if not confidential:
        state = State.NONE if not means else State.EXACT if count >= minimum else State.TOO_FEW
        shown = (mean, mean, mean) if state is State.EXACT else ()
        return Figure(state, count, len(kept), minimum, *shown)
    now = Figure(State.TOO_FEW if raters else State.NONE, count, len(kept), max(minimum, LEAST))
    shared = [past for past in before if past.raters & set(raters)]
    last = next((past.figure for past in reversed(shared) if past.figure.counts), None)
    if count < now.needed:
        told = [overlap for past in shared if past.figure.told for overlap in _overlaps(past, raters, count)]
        return now if last is None or all(map(stays_hidden, told)) else _carried(last, now, EVERYTHING)
    cell = next(c for c in _cells(now, raters, shared) if c.holds(mean))
    if last and cell not in cells(len(kept)) and cell.low <= last.low and last.high <= cell.high:
        return _carried(last, now, cell)
    if cell == EVERYTHING:
        return replace(now, state=State.WITHHELD)
    middle = (cell.low + cell.high) / 2
    return Figure(State.SHOWN, count, len(kept), now.needed, *cell, middle, *cell)


def total(figures: Mapping[str, Figure], weights: Mapping[str, float]) -> float:
    """The result on 0–100: the figures that count, by the weights of their groups, which are scaled to 1; NaN
    where none counts."""
    counted = {group: weights[group] for group in weights if weights[group] > 0 and group in figures}
    counted = {group: weight for group, weight in counted.items() if figures[group].counts}
    whole = sum(counted.values())
    if not whole:
        return float("nan")
    return sum(weight * figures[group].points for group, weight in counted.items()) / whole


def _carried(last: Figure, now: Figure, cell: Cell) -> Figure:
    """The last figure, of which these raters' own mean says no more than that it may still hold."""
    told = (math.nan, math.nan) if cell == EVERYTHING else cell
    return replace(
        now,
        state=State.CARRIED,
        low=last.low,
        high=last.high,
        value=last.value,
        told_low=told[0],
        told_high=told[1],
    )


def _kept(means: Sequence[float], trim: int) -> Sequence[float]:
    """Without the highest and the lowest, where there are enough."""
    return sorted(means)[trim : len(means) - trim] if len(means) >= TRIM_FROM else means


def _cells(now: Figure, raters: Collection[str], shared: Sequence[Past]) -> tuple[Cell, ...]:
    """The cells for these raters' mean beside what was said of those who answered before, too."""
    others = [p for p in shared if p.raters != set(raters) or p.figure.raters != now.raters]
    if not others:
        return cells(now.kept)
    if any(figure.kept < figure.raters for figure in (now, *(past.figure for past in others))):
        # Which answers trimming left out is not known, so that no difference is known to be safe.
        return (EVERYTHING,)
    return cells_beside(now.raters, tuple(o for past in others for o in _overlaps(past, raters, now.raters)))


def _overlaps(past: Past, raters: Collection[str], count: int) -> list[Overlap]:
    """Every way in which those who could judge, then and now, may be among those who handed in."""
    now, common = set(raters), past.raters & set(raters)
    least = max(0, past.figure.raters + count - len(past.raters | now))
    most = min(len(common), past.figure.raters, count)
    return [
        Overlap(both, past.figure.raters - both, count - both, past.figure.told)
        for both in range(least, most + 1)
    ]
