"""What the cells of values and targets mean as numbers, in the units that are kept."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.reading.doubts import as_it_stands, read_as
from data.reading.grids.opening import FORMULA
from data.reading.known import Takes
from data.reading.metrics.lines import Lines, Places, places_by
from data.reading.problems import FIXED, LEAVE_OUT, WARNING, Choice, Problem
from data.reading.rules import Rule
from data.reading.values.months import read_period, serial_day
from data.reading.values.numbers import LARGEST, NAN, SMALLEST, Unit, Value, meanings, read_number

Floats = NDArray[np.float64]
_ENOUGH = 3
"""So many values of a column that all look like months are no coincidence."""
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def read_figures(lines: Lines, kept: Mapping[str, str]) -> None:
    """Columns value, target and own_value of ``lines.out``; `kept` gives the unit of each indicator."""
    typed = _typed(lines.raw)
    numbers = np.full(len(lines.cells), NAN)
    for (heading, code), places in places_by(
        lines.out.groupby([lines.cells["unit"], "indicator"], sort=False)
    ):
        _read_column(lines, places, Unit(kept.get(code, ""), heading), typed, numbers)
    lines.out["value"] = numbers
    for name in ("target", "own_value"):
        lines.out[name] = _beside(lines, name, kept)
    _hold_targets(lines)
    _hold_counts(lines)
    _hold_months(lines, typed)


def hold_outside_scale(lines: Lines) -> None:
    """What the rule of the scheme in force does not take would stop the scores of its period."""
    value = lines.out["value"].to_numpy(copy=True)
    takes_in = _takes(lines)
    for (period, code), places in places_by(lines.out.groupby(["period", "indicator"], sort=False)):
        takes = takes_in[period].get(code)
        if takes is None or takes.domain is None:
            continue
        low, high = takes.domain
        for i in places[(value[places] < low) | (value[places] > high)]:
            choices = [converted(value[i] * by) for by in (0.01, 100.0) if low <= value[i] * by <= high]
            if choice := lines.settle(
                np.array([i]), Rule.OUTSIDE_SCALE, "raw", choices or [LEAVE_OUT], low=low, high=high
            ):
                value[i] = float(choice.text)
    lines.out["value"] = value


def _takes(lines: Lines) -> dict[str, Mapping[str, Takes]]:
    """What the scheme in force takes, by period of the file."""
    periods = lines.out["period"].unique()
    return {period: lines.known.takes(period) if period else {} for period in periods}


def converted(number: float) -> Choice:
    """The choice to take a value as this number instead."""
    text = f"{round(number, 10):.12g}"
    return Choice(f"convert:{text}", "convert", text, {"text": text})


def _typed(raw: NDArray[np.object_]) -> Floats:
    """Plain numbers as they were typed; NaN for everything that needs reading."""
    numbers = pd.to_numeric(pd.Series(raw, dtype=object), errors="coerce").to_numpy(dtype=float)
    plainly = np.fromiter((t.isascii() and "_" not in t for t in raw), dtype=bool, count=len(raw))
    size = np.abs(numbers)
    usual = (size == 0) | ((size >= SMALLEST) & (size <= LARGEST))
    return np.where(plainly & usual, numbers, NAN) + 0.0


def _read_column(lines: Lines, places: Places, unit: Unit, typed: Floats, numbers: Floats) -> None:
    """Plain numbers at once; the rest cell by cell."""
    if not unit.fits:
        # A column that holds one indicator was told of at its heading.
        lines.hold(places[lines.tidy[places]], Rule.UNIT_MISMATCH, "raw", unit=unit.heading, kept=unit.kept)
        lines.bad[places] = True
        return
    simple = np.isfinite(typed[places]) & (unit.heading in ("", unit.kept))
    numbers[places[simple]] = typed[places[simple]]
    readings: dict[str, Value] = {}
    for i in places[~simple]:
        raw = str(lines.raw[i])
        if raw == FORMULA:
            lines.bad[i] = True
            continue
        if raw not in readings:
            readings[raw] = read_number(raw, unit)
        numbers[i] = _read_cell(lines, i, raw, readings[raw], unit)


def _read_cell(lines: Lines, i: int, raw: str, reading: Value, unit: Unit) -> float:
    if reading.held is not None:
        choices = [read_as(m) for m in meanings(raw)] if reading.held == Rule.THOUSANDS_IN_DOUBT else []
        rule = reading.held
        if rule == Rule.NUMBER and read_period(raw).code:
            rule = Rule.MONTH_AS_VALUE
        choice = lines.settle(np.array([i]), rule, "raw", choices)
        return read_number(choice.text, unit).number if choice else NAN
    told = [(rule, FIXED) for rule in reading.fixes]
    if reading.missing is not None:
        lines.missing[i] = True
        if not (lines.tidy[i] and reading.missing == Rule.MISSING_EMPTY):
            told.append((reading.missing, WARNING))
    if told and not lines.bad[i]:
        spot = (str(lines.sheets[i]), int(lines.rows[i]), str(lines.columns[i]), raw)
        lines.problems += [Problem(rule, severity, *spot) for rule, severity in told]
    return reading.number


def _beside(lines: Lines, name: str, kept: Mapping[str, str]) -> Floats:
    """Targets and own values of tidy files: numbers or nothing."""
    texts = lines.cells[name].to_numpy()
    typed = _typed(texts)
    values = typed.copy()
    codes = lines.out["indicator"].to_numpy()
    named = {str(sheet): lines.unit_of(at[0], name) for sheet, at in lines.by("sheet")}
    for i in np.flatnonzero(texts != ""):
        unit = Unit(kept.get(codes[i], ""), named[lines.sheets[i]])
        if np.isfinite(typed[i]) and unit.heading in ("", unit.kept):
            continue
        reading = read_number(texts[i], unit) if unit.fits else Value(NAN, held=Rule.UNIT_MISMATCH)
        values[i] = reading.number
        place = np.array([i])
        if reading.held is not None:
            lines.hold(place, reading.held, name, unit=unit.heading, kept=unit.kept)
        elif reading.missing is not None and not lines.bad[i]:
            lines.tell(place, reading.missing, WARNING, name)
    return values


def _hold_targets(lines: Lines) -> None:
    """A rule that divides by the target needs one above 0; the others take any, 0 violations too."""
    at = np.flatnonzero((lines.out["target"] <= 0).to_numpy())
    if not len(at):
        return
    pairs = zip(lines.out["period"].to_numpy()[at], lines.out["indicator"].to_numpy()[at], strict=True)
    takes_in = _takes(lines)
    takes = [takes_in[period].get(code) for period, code in pairs]
    wrong = np.array([found is not None and found.divides for found in takes], dtype=bool)
    lines.hold(at[wrong], Rule.TARGET_POSITIVE, "target")


def _hold_counts(lines: Lines) -> None:
    counted = lines.of_known(lines.known.measures) == "count"
    value = lines.out["value"].to_numpy()
    with np.errstate(invalid="ignore"):
        negative = counted & (value < 0) & ~lines.bad
        fraction = counted & (np.abs(value - np.round(value)) > 1e-6) & ~lines.bad & ~negative
    lines.hold(np.flatnonzero(negative), Rule.NEGATIVE_COUNT, "raw")
    lines.hold(np.flatnonzero(fraction), Rule.FRACTIONAL_COUNT, "raw")


def _hold_months(lines: Lines, typed: Floats) -> None:
    """Numbers that are months in disguise: 202406, 2024.06, 45383; by the row's own period, or because the
    whole column is such."""
    months = _as_months(typed)
    usable = np.isfinite(lines.out["value"].to_numpy()) & ~lines.bad
    suspect = usable & (months != "")
    answered = lines.answered(Rule.MONTH_AS_VALUE)
    if not suspect.any() and not answered:
        return
    columns = [lines.cells["sheet"], lines.cells["column"], lines.out["indicator"]]
    whole = pd.Series(usable).groupby(columns, sort=False).transform("sum").to_numpy()
    such = pd.Series(suspect).groupby(columns, sort=False).transform("sum").to_numpy()
    all_of_them = suspect & (whole == such) & (such >= _ENOUGH)
    serial = typed >= 20_000
    own = suspect & (months == lines.out["period"].to_numpy()) & ~(serial & (typed < 100_000))
    asked = set()
    for places in pd.Series(all_of_them)[all_of_them].groupby(columns, sort=False).groups.values():
        at = np.asarray(places, dtype=np.intp)
        asked |= set(at.tolist())
        choices = [as_it_stands(str(lines.raw[at[0]]))]
        lines.settle(at, Rule.MONTH_AS_VALUE, "raw", choices, together=True)
    for i in sorted(set(np.flatnonzero(own).tolist()) | set(answered)):
        if i not in asked:
            lines.settle(np.array([i]), Rule.MONTH_AS_VALUE, "raw", [as_it_stands(str(lines.raw[i]))])


def _as_months(typed: Floats) -> NDArray[np.object_]:
    """The month that each number looks like, as its code; "" where it looks like none."""
    found = np.full(len(typed), "", dtype=object)
    with np.errstate(invalid="ignore"):
        whole = typed == np.round(typed)
        joined = whole & (typed >= _FIRST_YEAR * 100 + 1) & (typed <= _LAST_YEAR * 100 + 12)
        dotted = ~whole & (typed > _FIRST_YEAR) & (typed < _LAST_YEAR)
        dotted &= np.abs(typed * 100 - np.round(typed * 100)) < 1e-6
        serial = whole & (typed >= 32_874) & (typed < 73_051)
    for i in np.flatnonzero(joined | dotted):
        year, month = divmod(round(typed[i] * (1 if joined[i] else 100)), 100)
        if 1 <= month <= 12:
            found[i] = f"{year:04d}-{month:02d}"
    for i in np.flatnonzero(serial):
        day, after = serial_day(typed[i]), serial_day(typed[i] + 1)
        if day and after and (day.day == 1 or after.day == 1):
            found[i] = f"{day:%Y-%m}"
    return found
