"""Values far from what is usual: from the person's own, from the file's others, a whole column from history.

A slip of the unit is held back and asked about. What is suspect is worked out from the values as they came
in, before any answer is applied, so that one answer never takes another question away.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.reading.doubts import as_it_stands
from data.reading.metrics.figures import converted
from data.reading.metrics.lines import Lines, Places
from data.reading.problems import WARNING, Choice
from data.reading.rules import Rule
from data.reading.values.numbers import MONEY
from data.reading.values.slips import FAR, TIMES, power_of, slip

_COMPARED = ("point-in-time", "daily-average", "flow", "ratio", "")
_LEVELS = ("point-in-time", "daily-average")
"""Stocks keep their sign and size, which flows do not."""
_FULL = {"1": 1.0, "%": 100.0, "‰": 1000.0}
_BEYOND = 10.0
"""A share of more than ten times the whole is told."""
_ENOUGH = 8
"""A handful of values says nothing about what is usual."""
_OTHERS = 5
"""So many others of the file must agree before a value is compared with them."""
_FEW = 0.25
"""More than this share of a column is no slip of single cells."""

Suspects = dict[int, tuple[Rule, float]]
"""Line → rule, and what is usual."""


def hold_outliers(lines: Lines) -> None:
    """Hold back what is a power of ten off; tell of odd signs, of odd shares, and of values too small."""
    value = lines.out["value"].to_numpy()
    good = ~lines.bad & ~lines.dropped & np.isfinite(value) & (value != 0)
    units = lines.of_known(lines.known.units)
    full = np.array([_FULL.get(unit, np.inf) for unit in units])
    lines.tell(np.flatnonzero(good & (np.abs(value) > _BEYOND * full)), Rule.OUTLIER_RANGE, WARNING, "raw")
    # What a person has confirmed is no yardstick: it must not make the next doubt look usual.
    usable = np.flatnonzero(
        good & ~lines.confirmed & np.isin(lines.of_known(lines.known.measures), _COMPARED)
    )
    frame = lines.out.iloc[usable].assign(money=np.isin(units[usable], list(MONEY)))
    frame["level"] = np.isin(lines.of_known(lines.known.measures)[usable], _LEVELS)
    columns = _slipped_columns(lines, frame)
    alone = frame.drop(index=[i for column in columns for i in column.places])
    suspects = _beside_own(lines, alone)
    suspects |= _beside_others(lines, alone)
    for column in columns:
        _ask_column(lines, column)
    answered = {i: (rule, np.nan) for i, rule in lines.answered(*TIMES).items() if i not in suspects}
    for i, (rule, usual) in sorted((suspects | answered).items()):
        _ask(lines, i, rule, usual)


def _ask(lines: Lines, i: int, rule: Rule, usual: float) -> None:
    place = np.array([i])
    usual = round(usual, 4)
    if rule not in TIMES:
        if not lines.bad[i]:
            lines.tell(place, rule, WARNING, "raw", usual=usual)
        return
    value = float(lines.out["value"].to_numpy()[i])
    choices = [as_it_stands(str(lines.raw[i])), converted(value / TIMES[rule])]
    choice = lines.settle(place, rule, "raw", choices, usual=usual)
    if choice is not None and choice.name == "convert":
        lines.out.iloc[i, lines.out.columns.tolist().index("value")] = float(choice.text)


def _beside_own(lines: Lines, frame: pd.DataFrame) -> Suspects:
    """Values far from the same person's others, in the file and before."""
    found: Suspects = {}
    if frame.empty:
        return found
    sizes = np.abs(frame["value"])
    everybody = sizes.groupby(frame["indicator"])
    quarters, counts = everybody.quantile([0.25, 0.75]).unstack(), everybody.size()
    by_key = frame["value"].groupby([frame["manager_id"], frame["indicator"]], sort=False)
    low, high = by_key.transform("min").to_numpy(), by_key.transform("max").to_numpy()
    least = sizes.groupby([frame["manager_id"], frame["indicator"]], sort=False).transform("min").to_numpy()
    # Most people's values are near each other; only the others are looked at one by one.
    suspect = (np.maximum(np.abs(low), np.abs(high)) >= FAR * least) | ((low < 0) & (high > 0))
    suspect |= _far_from_history(lines, frame)
    for (person, code), group in frame[suspect].groupby(["manager_id", "indicator"], sort=False):
        past = _past(lines, str(person), str(code))
        values = group["value"].to_numpy(dtype=float)
        if len(values) + len(past) < 2:
            continue
        few = counts[code] < _ENOUGH
        usual = (np.inf, 0.0) if few else (quarters.at[code, 0.25], quarters.at[code, 0.75])
        level, money = bool(group["level"].iat[0]), bool(group["money"].iat[0])
        for k, place in enumerate(group.index):
            others = np.array([*np.delete(values, k), *past])
            middle = float(np.median(np.abs(others)))
            if rule := slip(abs(values[k]), middle, usual, both_ways=level and money):
                found[int(place)] = (rule, middle)
            elif level and len(others) > 1 and (np.sign(others) == -np.sign(values[k])).all():
                found[int(place)] = (Rule.OUTLIER_SIGN, float(np.median(others)))
    return found


def _beside_others(lines: Lines, frame: pd.DataFrame) -> Suspects:
    """Values of people of whom nothing else is known, far from the file's others: a gap with the power of a
    unit behind it. Flows count where they are money; how many new customers somebody has may differ."""
    found: Suspects = {}
    for code, group in frame[frame["level"] | frame["money"]].groupby("indicator", sort=False):
        if len(group) <= _OTHERS:
            continue
        order = np.argsort(np.abs(group["value"].to_numpy()), kind="stable")
        places = group.index.to_numpy()[order]
        sizes = np.abs(group["value"].to_numpy())[order]
        gaps = sizes[1:] / sizes[:-1]
        most = max(1, int(_FEW * len(sizes)))
        once = ~group.duplicated("manager_id", keep=False).to_numpy()[order]
        for cut in np.flatnonzero(gaps >= FAR):
            above, below = sizes[cut + 1 :], sizes[: cut + 1]
            if len(above) <= most:
                usual = float(np.median(below))
                for i, size, single in zip(places[cut + 1 :], above, once[cut + 1 :], strict=True):
                    power = power_of(size / usual, (1e4, 1e3))
                    if power and single and not _past(lines, str(lines.out["manager_id"].iat[i]), str(code)):
                        rule = Rule.FILE_TEN_THOUSAND if power == 1e4 else Rule.FILE_THOUSAND
                        found[int(i)] = (rule, usual)
            elif len(below) <= most and group["level"].iat[0] and group["money"].iat[0]:
                usual = float(np.median(above))
                for i, size, single in zip(places[: cut + 1], below, once[: cut + 1], strict=True):
                    power = power_of(usual / size, (1e4, 1e3))
                    if power and single and not _past(lines, str(lines.out["manager_id"].iat[i]), str(code)):
                        found[int(i)] = (Rule.FILE_TOO_SMALL, usual)
    return found


class _Column(NamedTuple):
    """A column that is `times` too large (below 1: too small) beside what was usual before."""

    places: Places
    first: int
    usual: float
    times: float


def _slipped_columns(lines: Lines, frame: pd.DataFrame) -> list[_Column]:
    """Columns of money whose values are all a unit away from the same people's earlier ones."""
    found: list[_Column] = []
    if not lines.known.history:
        return found
    columns = [lines.cells["sheet"], lines.cells["column"], lines.out["indicator"]]
    firsts = pd.Series(lines.out.index).groupby(columns, sort=False).transform("first").to_numpy()
    money = frame[frame["money"]]
    for first, group in money.groupby(pd.Series(firsts[money.index], index=money.index), sort=False):
        code = str(group["indicator"].iat[0])
        usual = {p: _middle(_past(lines, p, code)) for p in group["manager_id"].unique()}
        before = group["manager_id"].map(usual).to_numpy(dtype=float)
        compared = np.isfinite(before)
        if group["manager_id"][compared].nunique() < _OTHERS:
            continue
        ratio = float(np.median(np.abs(group["value"].to_numpy()[compared]) / before[compared]))
        large, small = (power_of(r, (1e4, 1e3)) for r in (ratio, 1 / ratio))
        if times := large or (small and 1 / small):
            places = group.index.to_numpy()
            found.append(_Column(places, int(first), float(np.median(before[compared])), times))
    return found


def _ask_column(lines: Lines, column: _Column) -> None:
    larger = column.times >= 1
    by = f"{column.times if larger else 1 / column.times:.0f}"
    name = "divide-column" if larger else "multiply-column"
    choices = [as_it_stands(""), Choice(name, name, "", {"by": by})]
    params = {"usual": round(column.usual, 4), "times": by, "larger": "yes" if larger else "no"}
    rule = Rule.COLUMN_IN_ANOTHER_UNIT
    choice = lines.settle(column.places, rule, "raw", choices, at=column.first, together=True, **params)
    if choice is not None and choice.key == name:
        at = column.places[~lines.bad[column.places]]
        value = lines.out["value"].to_numpy(copy=True)
        value[at] = np.round(value[at] / column.times, 10)
        lines.out["value"] = value


def _past(lines: Lines, person: str, code: str) -> list[float]:
    return [v for v in (lines.known.history or {}).get((person, code), ()) if v and v == v]


def _middle(values: list[float]) -> float:
    return float(np.median(np.abs(values))) if values else np.nan


def _far_from_history(lines: Lines, frame: pd.DataFrame) -> NDArray[np.bool_]:
    """Values that are far from what the database holds of the same person."""
    if not lines.known.history:
        return np.zeros(len(frame), dtype=bool)
    keys = list(zip(frame["manager_id"], frame["indicator"], strict=True))
    sizes = np.abs(frame["value"].to_numpy())
    ends = {}
    for key in set(keys):
        past = [abs(v) for v in _past(lines, *key)]
        ends[key] = (min(past), max(past)) if past else (np.inf, np.inf)
    low, high = (np.array([ends[key][k] for key in keys]) for k in (0, 1))
    far: NDArray[np.bool_] = (sizes >= FAR * high) | (sizes * FAR <= np.where(np.isinf(low), 0.0, low))
    return far
