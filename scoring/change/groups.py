"""Why the mean of a group changed: the exact split over its people, its indicators and who belongs to it.

With `a` the members' shares of the group (they add up to 1) and `x` their totals, the mean changes by the sum
of ``a' x' − a x``. For who is in it on both sides that is ``mean(a, a') (x' − x) + mean(x, x') (a' − a)``:
the Shapley value of two factors, as in :mod:`scoring.change.comparison`. Because the shares add up to 1 on
both sides, every total may be told from one and the same level, here halfway between the two means: then a
newcomer counts by how far he stands above it, and nothing is left over.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.change.comparison import FACTORS, Comparison

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class GroupChange:
    """The means of a group before and after, and what led from one to the other, in points.

    ``parts`` by factor and ``shifted``, ``joined``, ``left`` add up to the change; so do ``by_indicator``,
    ``rules`` (what sections and conditions do), ``adjustments``, ``limits`` in place of the parts. Where a
    side is aggregated geometrically, ``by_indicator`` is empty and what it would hold is in ``limits``.
    ``shifted`` is what other shares of the same people do; ``joined`` and ``left`` go by person.
    """

    before: float
    after: float
    parts: dict[str, float]
    by_indicator: dict[str, float]
    rules: float
    adjustments: float
    limits: float
    shifted: float
    joined: dict[str, float]
    left: dict[str, float]

    @property
    def change(self) -> float:
        """Points by which the mean changed."""
        return self.after - self.before


def group_change(comparison: Comparison, before: Floats, after: Floats) -> GroupChange:
    """Why the mean of a group changed between the two sides of a comparison.

    Parameters
    ----------
    before, after : (n,), (n',) how much everybody on either sheet counts in the group, 0 who is not in it;
        who has no total does not count. On each side somebody counts.
    """
    (x, a), (x_after, a_after) = (
        _side(sheet.exact, shares)
        for sheet, shares in ((comparison.before, before), (comparison.after, after))
    )
    old, new = float(a @ x), float(a_after @ x_after)
    level = (old + new) / 2
    rows, rows_after = comparison.row_before, comparison.row_after
    both = (a[rows] > 0) & (a_after[rows_after] > 0)
    stay, stay_after = rows[both], rows_after[both]
    share = (a[stay] + a_after[stay_after]) / 2
    parts = {name: float(share @ comparison.parts[name][both]) for name in FACTORS}
    effects: dict[str, float] = {}
    if comparison.by_indicator is not None:
        summed = sum(comparison.by_indicator.values(), np.zeros(()))
        effects = dict(zip(comparison.indicators, (share @ summed[both]).tolist(), strict=True))
    done = comparison.after.rule_step[stay_after] - comparison.before.rule_step[stay]
    ruled = float(share @ done)
    between = (x[stay] + x_after[stay_after]) / 2 - level
    return GroupChange(
        before=old,
        after=new,
        parts=parts,
        by_indicator=effects,
        rules=ruled,
        adjustments=parts["adjustments"],
        limits=sum(parts.values()) - sum(effects.values()) - ruled - parts["adjustments"],
        shifted=float(between @ (a_after[stay_after] - a[stay])),
        joined=_alone(comparison.after.people, a_after, x_after - level, stay_after),
        left=_alone(comparison.before.people, a, level - x, stay),
    )


def _side(exact: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """Totals (0 for none) and shares that add up to 1."""
    counted = np.where(np.isnan(exact), 0.0, shares)
    return np.nan_to_num(exact), counted / counted.sum()


def _alone(
    people: tuple[str, ...], shares: Floats, above: Floats, both: NDArray[np.intp]
) -> dict[str, float]:
    """What those bring who are in the group on one side only."""
    alone = shares > 0
    alone[both] = False
    return {people[i]: float(shares[i] * above[i]) for i in np.flatnonzero(alone)}
