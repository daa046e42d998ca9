"""The same person, period and indicator said twice."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.reading.metrics.lines import KEY, Lines, Places
from data.reading.problems import FIXED, Choice
from data.reading.rules import Rule

_RELATIVE = 1e-9
_MOST_CHOICES = 10


def drop_repeats(lines: Lines) -> None:
    """The same said twice is dropped; of two different values a person says which is right."""
    good = lines.out[~lines.bad & (lines.tidy | ~lines.missing)]
    doubled = good[good.duplicated(KEY, keep=False)]
    answered = lines.answered(Rule.CONFLICTING_DUPLICATE)
    same = _say_the_same(doubled)
    again = doubled.index[same & doubled.duplicated(KEY).to_numpy()]
    lines.dropped[again] = True
    conflicting = doubled[~same]
    beyond = []
    for at in conflicting.groupby(KEY, sort=False).indices.values():
        places = conflicting.index.to_numpy()[at]
        if lines.doubts.full and not any(i in answered for i in places):
            beyond.append(places)
        else:
            _settle(lines, places, answered)
    if beyond:
        lines.doubts.leave_unasked(len(beyond))
        lines.hold(np.sort(np.concatenate(beyond)), Rule.CONFLICTING_DUPLICATE, "raw")
    for i in set(answered) - set(conflicting.index):
        # The other rows were left out by other answers: nothing contradicts the one that was chosen.
        key = lines.key(i, Rule.CONFLICTING_DUPLICATE, "raw")
        chosen = [j for j in range(len(lines.rows)) if _name(lines, j) == lines.doubts.answer(key)]
        if lines.bad[i] or (chosen and not lines.bad[chosen[0]]):
            lines.doubts.moot(key)
    clashing = np.unique(lines.rows[lines.bad])
    told = lines.dropped & ~lines.bad & ~np.isin(lines.rows, clashing)
    lines.tell(np.flatnonzero(told & lines.tidy), Rule.EXACT_DUPLICATE, FIXED, "raw")
    lines.tell(np.flatnonzero(told & ~lines.tidy), Rule.EXACT_DUPLICATE, FIXED, "id")


def _say_the_same(doubled: pd.DataFrame) -> NDArray[np.bool_]:
    """Which lines say the same figures as every other line of their person, period and indicator."""
    same = np.ones(len(doubled), dtype=bool)
    groups = doubled.groupby(KEY, sort=False)
    size = groups["value"].transform("size").to_numpy()
    for name in ("value", "target", "own_value"):
        low, high, count = (groups[name].transform(how).to_numpy() for how in ("min", "max", "count"))
        near = high - low <= _RELATIVE * np.maximum(np.abs(low), np.abs(high))
        same &= (count == 0) | ((count == size) & near)
    return same


def _settle(lines: Lines, places: Places, answered: dict[int, Rule]) -> None:
    """One line is right, the others are left out; asked at the first, or where it was answered before."""
    given = lines.out.loc[places, ["value", "target", "own_value"]].to_numpy(dtype=float)
    different: list[int] = []
    for k, numbers in enumerate(given):
        seen = any(np.allclose(numbers, given[j], _RELATIVE, 0, equal_nan=True) for j in different)
        if not seen:
            different.append(k)
    choices = [_choice(lines, int(places[k])) for k in different]
    if len(choices) > _MOST_CHOICES:
        choices = []
    first = int(next((i for i in places if i in answered), places[0]))
    choice = lines.settle(places, Rule.CONFLICTING_DUPLICATE, "raw", choices, at=first)
    if choice is not None:
        lines.bad[[i for i in places if _name(lines, i) != choice.key]] = True


def _choice(lines: Lines, i: int) -> Choice:
    raw = lines.text(i, "raw")
    params: dict[str, object] = {"row": int(lines.rows[i]), "text": raw, "sheet": str(lines.sheets[i])}
    return Choice(_name(lines, i), "this-row", raw, params)


def _name(lines: Lines, i: int) -> str:
    return f"row:{lines.sheets[i]}:{lines.rows[i]}:{lines.columns[i]}"
