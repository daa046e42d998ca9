"""What changes when something changes: the exact split of every difference between two sheets.

The difference of a person's unrounded total is divided among four factors by the Shapley value
(L. S. Shapley, "A value for n-person games", 1953): the total is worked out for all 16 mixtures of
the two sides, and each factor gets its average effect over all orders in which the factors could
have changed. The parts add up to the difference; there is no residue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import factorial
from typing import TypeVar

import numpy as np
import scipy
from numpy.typing import NDArray

from scoring.cohort.posts import posts
from scoring.scheme import Indicator, Measure, Scheme, Section
from scoring.sheet import Measurements, ScoreSheet
from scoring.sheet.evaluate import evaluate
from scoring.sheet.sheet import assemble

Floats = NDArray[np.float64]
S = TypeVar("S", bound=np.generic)
P = TypeVar("P", Section, Measure)

FACTORS = ("data", "rules", "weights", "adjustments")


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two sheets side by side, over the people in both, in the order of `after`.

    ``row_before`` and ``row_after`` are the people's rows in the two sheets.
    """

    before: ScoreSheet
    after: ScoreSheet
    people: tuple[str, ...]
    row_before: NDArray[np.intp]
    row_after: NDArray[np.intp]

    @property
    def difference(self) -> Floats:
        """(n,) unrounded total after − before; NaN where one side has none."""
        return self.after.exact[self.row_after] - self.before.exact[self.row_before]

    @property
    def rank_moves(self) -> Floats:
        """(n,) places risen (negative: fallen); NaN where one side has no rank."""
        return self.before.ranks[self.row_before] - self.after.ranks[self.row_after]

    @property
    def kendall_tau(self) -> float:
        """Kendall's tau-b between the two orders of the people ranked on both sides."""
        before = self.before.totals[self.row_before]
        after = self.after.totals[self.row_after]
        both = ~np.isnan(self.rank_moves)
        if both.sum() < 2:
            return np.nan
        return float(scipy.stats.kendalltau(before[both], after[both]).statistic)

    @property
    def grade_moves(self) -> tuple[tuple[str | None, str | None, int], ...]:
        """(from, to, people) for every change of grade, most frequent first."""
        pairs = zip(self.before.grades[self.row_before], self.after.grades[self.row_after], strict=True)
        moves = Counter((old, new) for old, new in pairs if old != new)
        return tuple((old, new, count) for (old, new), count in moves.most_common())

    @property
    def parts(self) -> Mapping[str, Floats]:
        """(n,) for each factor its part of the difference; the four add up to it exactly."""
        return self._split[0]

    @property
    def by_indicator(self) -> Mapping[str, Floats] | None:
        """(n, u) for data, rules and weights the part of each contribution's difference.

        The columns are ``indicators``. None where a side is aggregated geometrically.
        """
        return self._split[1]

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        """The codes of both schemes, those of `after` first."""
        return tuple(dict.fromkeys((*self.after.indicators, *self.before.indicators)))

    @cached_property
    def _split(self) -> tuple[dict[str, Floats], dict[str, Floats] | None]:
        sides = (self.before, self.after)
        rows = (self.row_before, self.row_after)
        data = _data(self.before.measurements, self.after.measurements)
        adjusted = {
            (d, a): data[d] if d == a else _with_adjustments(data[d], rows[d], sides[a].measurements, rows[a])
            for d, a in product((0, 1), repeat=2)
        }
        schemes = {
            (r, w): _mixed(sides[r].scheme, sides[1 - r].scheme, sides[w].scheme, self.indicators)
            for r, w in product((0, 1), repeat=2)
        }
        # Peer rules see the whole cohort of their side, as they did in the sheets.
        evaluated = {
            (d, r): evaluate(schemes[r, r], data[d], insist=False) for d, r in product((0, 1), repeat=2)
        }
        totals: dict[tuple[int, ...], Floats] = {}
        contributions: dict[tuple[int, ...], Floats | None] = {}
        for d, r, w, a in product((0, 1), repeat=4):
            # Whose list holds goes with the weights.
            held = posts(schemes[r, w], data[d], insist=False)
            cells = replace(evaluated[d, r], posts=held)
            sheet = assemble(schemes[r, w], adjusted[d, a], cells, minimum_coverage=False)
            totals[d, r, w, a] = sheet.exact[rows[d]]
            if a == 0:
                points = sheet.contributions
                contributions[d, r, w] = None if points is None else points[rows[d]]
        parts = dict(zip(FACTORS, _shapley(totals), strict=True))
        if any(c is None for c in contributions.values()):
            return parts, None
        each = _shapley({k: c for k, c in contributions.items() if c is not None})
        return parts, dict(zip(FACTORS[:3], each, strict=True))


def compare(before: ScoreSheet, after: ScoreSheet) -> Comparison:
    """Compare two sheets of the same people: two periods, two schemes, or both.

    People who stand in one sheet only are left out.
    """
    old, new = before.measurements.row, after.measurements.row
    people = tuple(person for person in after.people if person in old)
    return Comparison(
        before,
        after,
        people,
        np.array([old[p] for p in people], dtype=np.intp),
        np.array([new[p] for p in people], dtype=np.intp),
    )


def _shapley(values: Mapping[tuple[int, ...], Floats]) -> list[Floats]:
    """Shapley value of each player from the values of all coalitions (tuples of 0 and 1)."""
    players = len(next(iter(values)))
    parts = []
    for i in range(players):
        part = np.zeros_like(next(iter(values.values())))
        for others in product((0, 1), repeat=players - 1):
            without = (*others[:i], 0, *others[i:])
            with_it = (*others[:i], 1, *others[i:])
            size = sum(others)
            share = factorial(size) * factorial(players - size - 1) / factorial(players)
            part = part + share * (values[with_it] - values[without])
        parts.append(part)
    return parts


def _data(before: Measurements, after: Measurements) -> tuple[Measurements, Measurements]:
    """What both sides were measured at. Of one and the same period each knows the past and the teams that the
    other's expressions read: what a scheme asks for is no change of the data."""
    old, new = before.history, after.history
    if old is None or new is None or old.period != new.period:
        return before, after
    return before.knowing(after), after.knowing(before)


def _mixed(rules: Scheme, other: Scheme, weights: Scheme, indicators: tuple[str, ...]) -> Scheme:
    """The rules of one scheme under the weights of another, over the indicators of both.

    An indicator that `rules` lacks keeps its only rule; one that `weights` lacks has weight 0.
    """
    mixed: list[Indicator] = []
    for code in indicators:
        base = rules.by_code.get(code) or other.by_code[code]
        weight = weights.by_code[code].weight if code in weights.by_code else 0.0
        mixed.append(replace(base, weight=weight))
    return replace(
        rules,
        indicators=tuple(mixed),
        points=weights.points,
        profiles=weights.profiles,
        classes=tuple(dict.fromkeys((*rules.classes, *other.classes))),
        sections=(*rules.sections, *_others(rules.sections, other.sections)),
        derived=(*rules.derived, *_others(rules.derived, other.derived)),
        conditions=(
            *rules.conditions,
            *(c for c in other.conditions if c.on in other.by_code and c.on not in rules.by_code),
        ),
        missing="redistribute-in-class" if rules.missing == "block" else rules.missing,
        tie_breakers=(),
        grades=(),
    )


def _others(own: Sequence[P], other: Sequence[P]) -> tuple[P, ...]:
    """Those of the other scheme whose code one has not oneself."""
    codes = {part.code for part in own}
    return tuple(part for part in other if part.code not in codes)


def _with_adjustments(
    data: Measurements,
    rows: NDArray[np.intp],
    source: Measurements,
    source_rows: NDArray[np.intp],
) -> Measurements:
    """`data` with the additions, deductions, vetoes and kept results of the same people in `source`."""

    def moved(given: NDArray[S] | None) -> NDArray[S] | None:
        if given is None:
            return None
        result = np.zeros(len(data.people), dtype=given.dtype)
        result[rows] = given[source_rows]
        return result

    kept = None
    if source.held is not None:
        place = np.full(len(data.people), -1, dtype=np.intp)
        place[rows] = source_rows
        kept = source.held.of(place)
    given = moved(source.additions), moved(source.deductions)
    return data.with_adjustments(*given, moved(source.vetoes), kept)
