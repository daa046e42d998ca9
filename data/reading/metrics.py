"""Judging measured values: people, periods, indicators, numbers, duplicates, outliers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.reading.grids import FORMULA
from data.reading.ids import Reading, read_id
from data.reading.known import Known
from data.reading.months import read_period
from data.reading.numbers import MONEY, NAN, Unit, Value, read_number
from data.reading.problems import ERROR, FIXED, WARNING, Problem
from data.reading.slips import FAR, slip
from data.reading.text import compact, plain
from scoring.periods import parse_period

KEY = ["manager_id", "period", "indicator"]
RELATIVE = 1e-9
_COMPARED = ("point-in-time", "daily-average", "flow", "ratio", "")
_FULL = {"1": 1.0, "%": 100.0, "‰": 1000.0}
_ENOUGH = 8
_BEYOND = 10.0
"""A share of more than ten times the whole is told."""


def judge_cells(
    cells: pd.DataFrame,
    columns: Mapping[str, str],
    known: Known,
    sheet: str,
    *,
    tidy: bool,
    units: Mapping[int, Unit],
) -> tuple[pd.DataFrame, list[Problem]]:
    """Lines of a body (see `data.reading.body`) judged: accepted ones as manager_id, period, indicator,
    value, target, own_value, indexed by the row that people see; and everything that is to be told.

    `columns` gives the headings of "id", "period" and "indicator"; `units` the unit of each place.
    """
    judge = _Judge(cells.reset_index(drop=True), columns, known, sheet, tidy)
    judge.people()
    judge.names()
    judge.periods()
    judge.indicators()
    judge.values(units)
    judge.duplicates()
    judge.outliers()
    return judge.accepted(), judge.problems


class _Judge:
    """Works column by column; ``bad`` marks lines that are held back."""

    def __init__(
        self, cells: pd.DataFrame, columns: Mapping[str, str], known: Known, sheet: str, tidy: bool
    ) -> None:
        self.cells, self.columns, self.known, self.sheet, self.tidy = cells, columns, known, sheet, tidy
        self.headings = cells["column"].to_numpy()
        self.rows = cells["row"].to_numpy(dtype=int) if len(cells) else np.empty(0, dtype=int)
        self.bad = np.zeros(len(cells), dtype=bool)
        self.dropped = np.zeros(len(cells), dtype=bool)
        self.missing = np.zeros(len(cells), dtype=bool)
        self.problems: list[Problem] = []
        self.out = pd.DataFrame(index=cells.index)

    def tell(self, mask: np.ndarray, rule: str, severity: str, role: str, **params: object) -> None:
        """Tell of the lines of `mask`, once for each row where the whole row is meant."""
        raw = self.cells[role].to_numpy()
        seen: set[int] = set()
        for i in np.flatnonzero(mask):
            row = int(self.rows[i])
            if role != "raw" and row in seen:
                continue
            seen.add(row)
            column = self.headings[i] if role == "raw" else self.columns.get(role, role)
            self.problems.append(
                Problem(rule, severity, self.sheet, row, str(column), str(raw[i]), dict(params))
            )

    def people(self) -> None:
        """Ids made plain; an unknown one is held back, with the nearest known one named."""
        ids = self.cells["id"].astype(str)
        result: dict[str, Reading] = {}
        for raw in ids.unique():
            result[raw] = read_id(raw, self.known.people)
        self.out["manager_id"] = ids.map(lambda raw: result[raw][0])
        for raw, (_, told) in result.items():
            if not told:
                continue
            mask = (ids == raw).to_numpy()
            for rule, severity, params in told:
                self.tell(mask, rule, severity, "id", **params)
                if severity == ERROR:
                    self.bad |= mask

    def names(self) -> None:
        """A name in the row that is not the id's: one of the two is wrong, nobody knows which."""
        if self.known.people is None:
            return
        names = self.cells["name"].astype(str)
        by_name = {compact(name): person for person, name in self.known.people.items()}
        pairs = pd.DataFrame({"id": self.out["manager_id"], "name": names}).drop_duplicates()
        for person, name in pairs.itertuples(index=False):
            if not compact(name) or person not in self.known.people:
                continue
            if compact(self.known.people[person]) == compact(name):
                continue
            mask = ((self.out["manager_id"] == person) & (names == name)).to_numpy() & ~self.bad
            near = by_name.get(compact(name), "")
            self.tell(mask, "id_name_mismatch", ERROR, "id", name=name, near=near)
            self.bad |= mask
            self._collisions(person, mask)

    def _collisions(self, person: str, mask: np.ndarray) -> None:
        """The row of the same person and month that is right stays, and is named."""
        periods = set(self.cells.loc[mask, "period"].map(lambda p: read_period(str(p)).code)) - {""}
        same = (self.out["manager_id"] == person).to_numpy() & ~self.bad
        same &= self.cells["period"].map(lambda p: read_period(str(p)).code in periods).to_numpy(dtype=bool)
        self.tell(same, "collision_from_id_name_mismatch", WARNING, "id")

    def periods(self) -> None:
        """Periods as codes; a quarter among months (or the other way round) is held back."""
        texts = self.cells["period"].astype(str)
        readings = {raw: read_period(raw) for raw in texts.unique()}
        codes = texts.map(lambda raw: readings[raw].code)
        self.out["period"] = codes
        for raw, reading in readings.items():
            if reading.code and not reading.rule:
                continue
            mask = (texts == raw).to_numpy()
            if not reading.code:
                fresh = mask & ~self.bad
                rule = "period" if reading.rule == "period_empty" and plain(raw) else reading.rule
                self.tell(fresh, rule, ERROR, "period")
                self.bad |= mask
            elif reading.rule:
                self.tell(mask, reading.rule, FIXED, "period", period=reading.code)
        kinds = {code: parse_period(code).kind for code in codes.unique() if code}
        counted = codes[~self.bad].map(kinds).value_counts()
        if len(counted) > 1 and not self.tidy:
            usual = counted.index[0]
            mask = codes.map(lambda c: bool(c) and kinds[c] != usual).to_numpy(dtype=bool) & ~self.bad
            self.tell(mask, "period_of_another_kind", ERROR, "period", usual=str(usual))
            self.bad |= mask

    def indicators(self) -> None:
        """Codes as they are; names and aliases where the file has those."""
        texts = self.cells["indicator"].astype(str)
        found = {}
        names = self.known.indicators
        codes = set(names.values()) if names is not None else None
        for raw in texts.unique():
            text = plain(raw)
            found[raw] = text if codes is None or text in codes else (names or {}).get(compact(raw), "")
        self.out["indicator"] = texts.map(found)
        for raw, code in found.items():
            if code == raw:
                continue
            mask = (texts == raw).to_numpy()
            if not code:
                self.out.loc[mask, "indicator"] = raw
                self.tell(
                    mask & ~self.bad, "unknown-indicator" if plain(raw) else "empty", ERROR, "indicator"
                )
                self.bad |= mask
            elif code != plain(raw):
                self.tell(mask, "indicator_by_name", FIXED, "indicator", code=code)

    def values(self, units: Mapping[int, Unit]) -> None:
        """Numbers in the unit that is kept."""
        places = self.cells["place"].to_numpy(dtype=int)
        numbers = np.full(len(self.cells), NAN)
        if self.tidy:
            for code in pd.unique(self.out["indicator"]):
                mask = (self.out["indicator"] == code).to_numpy()
                self._numbers(mask, Unit(self.known.units.get(str(code), "")), numbers)
        else:
            for place in np.unique(places):
                for code in pd.unique(self.out.loc[places == place, "indicator"]):
                    mask = (places == place) & (self.out["indicator"] == code).to_numpy()
                    unit = units.get(int(place)) or Unit(self.known.units.get(str(code), ""))
                    self._numbers(mask, unit, numbers)
        self.out["value"] = numbers
        for name in ("target", "own_value"):
            self.out[name] = self._beside(name)
        self._counts()

    def _numbers(self, mask: np.ndarray, unit: Unit, numbers: np.ndarray) -> None:
        """Plain numbers at once; the rest cell by cell."""
        texts = self.cells["raw"].to_numpy()[mask]
        at = np.flatnonzero(mask)
        if not unit.fits:
            self.bad[at] = True
            return
        quick = pd.to_numeric(pd.Series(texts), errors="coerce").to_numpy(dtype=float)
        simple = np.isfinite(quick) & (unit.heading in ("", unit.kept))
        simple &= np.array([str(t).isascii() and "_" not in str(t) for t in texts], dtype=bool)
        numbers[at[simple]] = quick[simple]
        readings: dict[str, Value] = {}
        for i, raw in zip(at[~simple], texts[~simple], strict=True):
            raw = str(raw)
            if raw not in readings:
                readings[raw] = Value(NAN, held="formula") if raw == FORMULA else read_number(raw, unit)
            self._tell_value(int(i), raw, readings[raw], numbers)

    def _tell_value(self, i: int, raw: str, reading: Value, numbers: np.ndarray) -> None:
        row, column = int(self.rows[i]), str(self.headings[i])
        told = [(rule, FIXED) for rule in reading.fixes]
        if reading.missing:
            self.missing[i] = True
            if not (self.tidy and reading.missing == "missing_empty"):
                told.append((reading.missing, WARNING))
        elif reading.held:
            if reading.held != "formula" and not self.bad[i]:
                told.append((reading.held, ERROR))
            self.bad[i] = True
        numbers[i] = reading.number
        if not self.bad[i] or reading.held:
            self.problems += [
                Problem(rule, severity, self.sheet, row, column, raw) for rule, severity in told
            ]

    def _beside(self, name: str) -> np.ndarray:
        """Targets and own values of tidy files: numbers or nothing."""
        texts = self.cells[name].astype(str)
        values = np.full(len(texts), NAN)
        for i in np.flatnonzero((texts != "").to_numpy()):
            reading = read_number(
                texts.iat[i], Unit(self.known.units.get(str(self.out["indicator"].iat[i]), ""))
            )
            values[i] = reading.number
            wrong = reading.held
            if name == "target" and reading.number <= 0 and self._divides(i):
                wrong = wrong or "target-positive"
            if wrong and not self.bad[i]:
                self.problems.append(Problem(wrong, ERROR, self.sheet, int(self.rows[i]), name, texts.iat[i]))
                self.bad[i] = True
        return values

    def _divides(self, i: int) -> bool:
        """Whether the indicator's rule divides by the target; taken for granted where no scheme is known."""
        takes = self.known.takes(str(self.out["period"].iat[i]))
        code = str(self.out["indicator"].iat[i])
        return takes[code].divides if code in takes else not takes

    def _counts(self) -> None:
        counted = (
            self.out["indicator"].map(lambda c: self.known.measures.get(c) == "count").to_numpy(dtype=bool)
        )
        value = self.out["value"].to_numpy()
        with np.errstate(invalid="ignore"):
            negative = counted & (value < 0) & ~self.bad
            fraction = counted & (np.abs(value - np.round(value)) > 1e-6) & ~self.bad & ~negative
        for mask, rule in ((negative, "negative_count"), (fraction, "fractional_count")):
            self.tell(mask, rule, ERROR, "raw")
            self.bad |= mask

    def duplicates(self) -> None:
        """The same said twice is dropped; two different values for one thing are both held back."""
        good = self.out[~self.bad & ~(self.missing & (not self.tidy))]
        doubled = good[good.duplicated(KEY, keep=False)]
        for _, group in doubled.groupby(KEY, sort=False):
            given = group[["value", "target", "own_value"]].to_numpy(dtype=float)
            places = group.index.to_numpy()
            mask = np.zeros(len(self.out), dtype=bool)
            if np.isclose(given, given[0], rtol=RELATIVE, atol=0, equal_nan=True).all():
                mask[places[1:]] = True
                self.dropped |= mask
            else:
                mask[places] = True
                self.tell(mask, "conflicting_duplicate", ERROR, "raw")
                self.bad |= mask
        clashing = set(self.rows[self.bad].tolist())
        told = self.dropped & ~self.bad & ~np.isin(self.rows, list(clashing))
        self.tell(told, "exact_duplicate", FIXED, "id" if not self.tidy else "raw")

    def outliers(self) -> None:
        """A value a power of ten away from the person's own others is held back; one of the other sign, and
        a share beyond all measure, are told."""
        value = self.out["value"].to_numpy()
        good = ~self.bad & ~self.dropped & np.isfinite(value) & (value != 0)
        measures = self.out["indicator"].map(lambda c: self.known.measures.get(c, "")).to_numpy()
        shares = (
            self.out["indicator"].map(lambda c: self.known.units.get(c, "") in _FULL).to_numpy(dtype=bool)
        )
        full = self.out["indicator"].map(lambda c: _FULL.get(self.known.units.get(c, ""), 1.0)).to_numpy()
        self.tell(good & shares & (np.abs(value) > _BEYOND * full), "outlier_range", WARNING, "raw")
        if self.known.history is None:
            return
        usable = np.flatnonzero(good & np.isin(measures, _COMPARED))
        if not len(usable):
            return
        frame = self.out.iloc[usable]
        sizes = np.abs(frame["value"])
        everybody = sizes.groupby(frame["indicator"])
        quarters, counts = everybody.quantile([0.25, 0.75]).unstack(), everybody.size()
        by_key = frame["value"].groupby([frame["manager_id"], frame["indicator"]], sort=False)
        low, high = by_key.transform("min").to_numpy(), by_key.transform("max").to_numpy()
        least = (
            sizes.groupby([frame["manager_id"], frame["indicator"]], sort=False).transform("min").to_numpy()
        )
        # Most people's values are near each other; only the others are looked at one by one.
        suspect = (np.maximum(np.abs(low), np.abs(high)) >= FAR * least) | ((low < 0) & (high > 0))
        suspect |= self._far_from_history(frame)
        for (person, code), group in frame[suspect].groupby(["manager_id", "indicator"], sort=False):
            past = [v for v in (self.known.history or {}).get((str(person), str(code)), ()) if v and v == v]
            values = group["value"].to_numpy(dtype=float)
            if len(values) + len(past) < 2:
                continue
            # A handful of values says nothing about what is usual.
            few = counts[code] < _ENOUGH
            ends = (np.inf, 0.0) if few else (quarters.at[code, 0.25], quarters.at[code, 0.75])
            for k, place in enumerate(group.index):
                others = np.array([*np.delete(values, k), *past])
                self._compare(int(place), values[k], others, (float(ends[0]), float(ends[1])))

    def _compare(self, place: int, value: float, others: np.ndarray, usual: tuple[float, float]) -> None:
        mask = np.zeros(len(self.out), dtype=bool)
        mask[place] = True
        middle = float(np.median(np.abs(others)))
        level = self._is_level(place)
        money = self.known.units.get(str(self.out["indicator"].iat[place]), "") in MONEY
        if rule := slip(abs(value), middle, usual, both_ways=level and money):
            # Too small is told only: a newcomer's first months look the same.
            held = rule != "outlier_too_small"
            self.tell(mask, rule, ERROR if held else WARNING, "raw", usual=round(middle, 4))
            self.bad |= mask & held
        elif len(others) > 1 and (np.sign(others) == -np.sign(value)).all() and level:
            self.tell(mask, "outlier_sign", WARNING, "raw", usual=round(float(np.median(others)), 4))

    def _is_level(self, place: int) -> bool:
        """Whether the indicator is a stock: it keeps its sign and size, which flows do not."""
        measure = self.known.measures.get(str(self.out["indicator"].iat[place]), "")
        return measure in ("point-in-time", "daily-average")

    def _far_from_history(self, frame: pd.DataFrame) -> np.ndarray:
        """Values that are far from what the database holds of the same person."""
        history = self.known.history
        if not history:
            return np.zeros(len(frame), dtype=bool)
        keys = list(zip(frame["manager_id"], frame["indicator"], strict=True))
        sizes = np.abs(frame["value"].to_numpy())
        ends = {}
        for key in set(keys):
            past = [abs(v) for v in history.get(key, ()) if v]
            ends[key] = (min(past), max(past)) if past else (np.inf, np.inf)
        low, high = (np.array([ends[key][k] for key in keys]) for k in (0, 1))
        return (sizes >= FAR * high) | (sizes * FAR <= np.where(np.isinf(low), 0.0, low))

    def accepted(self) -> pd.DataFrame:
        """The lines that can be taken."""
        keep = ~self.bad & ~self.dropped
        if not self.tidy:
            keep &= ~self.missing
        taken = self.out[keep].copy()
        taken.index = pd.Index(self.rows[keep])
        return taken
