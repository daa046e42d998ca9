"""What one cohort was measured at in one period: people × indicators, and what happened to people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scoring.cohort.held import Held
from scoring.cohort.history import History
from scoring.errors import Fault, MeasurementError
from scoring.thresholds import LARGEST

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


_BY_PERSON = (
    "values",
    "targets",
    "own_values",
    "inherited",
    "tenure_months",
    "presence",
    "attendance",
    "additions",
    "deductions",
    "vetoes",
    "positions",
    "teams",
)


@dataclass(frozen=True, eq=False)
class Measurements:
    """One cohort in one period. Arrays are copied in, column by column, and read-only.

    Parameters
    ----------
    people : n ids. indicators : m codes; a scheme uses those it knows and ignores the rest.
    values : (n, m), NaN = missing.
    targets : (n, m) personal targets, NaN = the scheme's own; None = no personal targets.
    own_values : (n, m) values without the part inherited with a handed-over book, where known.
    inherited : (n,) whether the person took over a book within the scheme's handover months.
    tenure_months : (n,) the period's month of service, 1 = month of joining, NaN = unknown.
    presence : (n,) share of the period's days present, 0 to 1. attendance : the same with days of protected
        leave counted as days present, for lines of pay; None: as `presence`.
    additions, deductions : (n,) approved points, ≥ 0. vetoes : (n,) whether a veto stands.
    not_due : codes that are not measured in this period (frequency).
    carried_from : for codes or (person, code) whose value was carried forward, the period it is of.
    positions : n positions as they are held at the period's end, None where unknown; teams : n teams. Read by
        lists of weights for positions, and by expressions.
    history : the period and what went before, for schemes with expressions.
    held : what people keep of a published result whatever comes out, after a granted appeal.

    Raises
    ------
    MeasurementError : wrong shapes, duplicate people or indicators, infinite numbers.
    """

    people: tuple[str, ...]
    indicators: tuple[str, ...]
    values: Floats
    targets: Floats | None = None
    own_values: Floats | None = None
    inherited: Bools | None = None
    tenure_months: Floats | None = None
    presence: Floats | None = None
    attendance: Floats | None = None
    additions: Floats | None = None
    deductions: Floats | None = None
    vetoes: Bools | None = None
    not_due: frozenset[str] = frozenset()
    carried_from: Mapping[tuple[str, str], str] = field(default_factory=dict)
    positions: tuple[str | None, ...] | None = None
    teams: tuple[str | None, ...] | None = None
    history: History | None = None
    held: Held | None = None

    def __init__(
        self,
        people: Sequence[str],
        indicators: Sequence[str],
        values: ArrayLike,
        targets: ArrayLike | None = None,
        *,
        own_values: ArrayLike | None = None,
        inherited: ArrayLike | None = None,
        tenure_months: ArrayLike | None = None,
        presence: ArrayLike | None = None,
        attendance: ArrayLike | None = None,
        additions: ArrayLike | None = None,
        deductions: ArrayLike | None = None,
        vetoes: ArrayLike | None = None,
        not_due: Iterable[str] = (),
        carried_from: Mapping[tuple[str, str], str] | None = None,
        positions: Sequence[str | None] | None = None,
        teams: Sequence[str | None] | None = None,
        history: History | None = None,
        held: Held | None = None,
    ) -> None:
        put = object.__setattr__
        put(self, "people", tuple(str(p) for p in people))
        put(self, "indicators", tuple(str(i) for i in indicators))
        n, m = len(self.people), len(self.indicators)
        faults = _duplicates(self.people) + _duplicates(self.indicators)

        def matrix(name: str, given: ArrayLike | None) -> Floats | None:
            return None if given is None else _array(name, given, (n, m), faults)

        def column(name: str, given: ArrayLike | None) -> Floats | None:
            return None if given is None else _array(name, given, (n,), faults)

        put(self, "values", _array("values", values, (n, m), faults))
        put(self, "targets", matrix("targets", targets))
        put(self, "own_values", matrix("own_values", own_values))
        put(self, "tenure_months", column("tenure_months", tenure_months))
        put(self, "presence", column("presence", presence))
        put(self, "attendance", column("attendance", attendance))
        put(self, "additions", column("additions", additions))
        put(self, "deductions", column("deductions", deductions))
        put(self, "inherited", None if inherited is None else np.asarray(inherited, dtype=bool))
        put(self, "vetoes", None if vetoes is None else np.asarray(vetoes, dtype=bool))
        put(self, "not_due", frozenset(not_due))
        put(self, "carried_from", dict(carried_from or {}))
        put(self, "history", history)
        put(self, "held", held)
        for name, texts in (("positions", positions), ("teams", teams)):
            put(self, name, None if texts is None else tuple(texts))
            if texts is not None and len(texts) != n:
                faults.append(Fault("measurement-shape", name, {"value": (len(texts),), "expected": (n,)}))
        if faults:
            raise MeasurementError(faults)
        self._refuse_infinite()

    @cached_property
    def any_large(self) -> bool:
        """Whether any value or target is beyond what a number can sensibly be (LARGEST)."""
        return any(
            max(np.fmax.reduce(array, None), -np.fmin.reduce(array, None)) >= LARGEST
            for array in (self.values, self.targets, self.own_values)
            if array is not None and array.size
        )

    def _refuse_infinite(self) -> None:
        if not self.any_large:
            return
        for array in (self.values, self.targets, self.own_values):
            if array is None or not np.isinf(array).any():
                continue
            raise MeasurementError(
                Fault("measurement-infinite", self.indicators[j], {"person": self.people[i]})
                for i, j in np.argwhere(np.isinf(array))
            )

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The column of each indicator."""
        return {code: j for j, code in enumerate(self.indicators)}

    @cached_property
    def row(self) -> Mapping[str, int]:
        """The row of each person."""
        return {person: i for i, person in enumerate(self.people)}

    def with_adjustments(
        self, additions: Floats | None, deductions: Floats | None, vetoes: Bools | None, held: Held | None
    ) -> Measurements:
        """The same measurements with other additions, deductions and vetoes, each (n,) or None, and with
        other results that are kept."""
        other = copy(self)
        for name, given in (
            ("additions", additions),
            ("deductions", deductions),
            ("vetoes", vetoes),
            ("held", held),
        ):
            object.__setattr__(other, name, given)
        return other

    def holding(self, held: Held | None) -> Measurements:
        """The same measurements with other results that are kept."""
        other = copy(self)
        object.__setattr__(other, "held", held)
        return other

    def with_history(self, history: History | None) -> Measurements:
        """The same measurements with another past."""
        other = copy(self)
        object.__setattr__(other, "history", history)
        return other

    def knowing(self, other: Measurements) -> Measurements:
        """The same measurements with what `other`, of the same period, knows besides of the people's past and
        teams; whom it does not know has nothing more."""
        if self.history is None or other.history is None:
            return self
        rows = np.array([other.row.get(person, -1) for person in self.people], dtype=np.intp)
        more = copy(self)
        object.__setattr__(more, "history", self.history.joined(other.history.of(rows)))
        if self.teams is None and other.teams is not None:
            teams = tuple(other.teams[i] if i >= 0 else None for i in rows)
            object.__setattr__(more, "teams", teams)
        return more

    def with_value(self, person: str, code: str, value: float) -> Measurements:
        """The same measurements with one value of one person put in its place; also where only its value
        without what was inherited counts."""
        i = self.row[person]

        def put(column: Floats, own: bool) -> None:
            if not own or not np.isnan(column[i]):
                column[i] = value

        return self._with_column(code, put)

    def with_everybody(self, code: str, values: Floats) -> Measurements:
        """The same measurements with everybody's value of one code put in its place, (n,); as
        :meth:`with_value` does for one person."""

        def put(column: Floats, own: bool) -> None:
            column[:] = np.where(np.isnan(column), column, values) if own else values

        return self._with_column(code, put)

    def with_moved(self, code: str, by: float, low: float = -np.inf, high: float = np.inf) -> Measurements:
        """The same measurements with everybody's value of one code moved, within two bounds."""
        return self._with_column(code, lambda column, own: np.clip(column + by, low, high, out=column))

    def _with_column(self, code: str, change: Callable[[Floats, bool], object]) -> Measurements:
        """`change` is given each column of the code to write to, and whether it is that of own values."""
        other = copy(self)
        j = self.position[code]
        for name in ("values", "own_values"):
            array = getattr(self, name)
            if array is None:
                continue
            changed = array.copy(order="F")
            change(changed[:, j], name == "own_values")
            changed.flags.writeable = False
            object.__setattr__(other, name, changed)
        other.__dict__.pop("any_large", None)
        return other

    def alone(self, person: str) -> Measurements:
        """One person of the cohort by itself."""
        i = self.row[person]
        other = copy(self)
        for name in ("position", "row", "any_large"):
            other.__dict__.pop(name, None)
        put = object.__setattr__
        put(other, "people", (person,))
        for name in _BY_PERSON:
            given = getattr(self, name)
            put(other, name, None if given is None else given[i : i + 1])
        if self.history is not None:
            put(other, "history", self.history.of(np.array([i])))
        if self.held is not None:
            put(other, "held", self.held.of(np.array([i])))
        return other

    def column(self, array: Floats | None, code: str) -> Floats:
        """The column `code` of one of the matrices; NaN where there is none."""
        j = self.position.get(code)
        if array is None or j is None:
            return np.full(len(self.people), np.nan)
        return array[:, j]


def _array(name: str, given: ArrayLike, shape: tuple[int, ...], faults: list[Fault]) -> Floats:
    # Column-major: every rule works on one indicator at a time.
    array: Floats = np.array(given, dtype=float, order="F")
    if array.shape != shape:
        faults.append(Fault("measurement-shape", name, {"value": array.shape, "expected": shape}))
    array.flags.writeable = False
    return array


def _duplicates(names: Sequence[str]) -> list[Fault]:
    if len(set(names)) == len(names):
        return []
    seen: set[str] = set()
    again: list[Fault] = []
    for name in names:
        if name in seen:
            again.append(Fault("measurement-duplicate", name))
        seen.add(name)
    return again
