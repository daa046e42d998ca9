"""From the weighted mean to the total before additions: sections with their caps, and conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from scoring.formula import Surroundings
from scoring.scheme import Condition, Scheme
from scoring.scheme.check_formulas import in_order, section_graph
from scoring.scheme.parts import TOTAL
from scoring.sheet.conditions import Applied, applied, standing
from scoring.sheet.missing import Weighting

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Combined:
    """``sections`` (n, s): the result of each section; ``section_step`` (n,): what caps of sections,
    conditions on them, or multiplying them, do to the weighted mean; ``condition_step`` (n,): what conditions
    on the total do. ``applied`` are those conditions; ``read`` is what expressions read, with the results."""

    sections: Floats
    section_step: Floats
    condition_step: Floats
    applied: tuple[Applied, ...] = ()
    read: Surroundings | None = None

    def on_entry(self, conditions: tuple[Condition, ...], exact: Floats) -> tuple[Applied, ...]:
        """The conditions on the entry, which read the whole total."""
        read = self.ended(exact)
        return () if read is None else tuple(applied(c, exact, read) for c in conditions)

    def ended(self, exact: Floats) -> Surroundings | None:
        """What expressions read once everything is done: the results, and the whole total `exact`; None
        where the scheme asks nothing of its results."""
        return None if self.read is None else replace(self.read, total=lambda: exact)


def combined(scheme: Scheme, weighting: Weighting, base: Floats, read: Surroundings | None) -> Combined:
    """What sections and conditions make of the weighted mean `base`.

    A section's result is the sum of its contributions, at most its cap; conditions on it act on that, and
    the cap holds all the same. The total is the sum of the results with what stands in no section, or
    ``100 · Π (result / full)``, full the weight that the section has for a person; a section whose whole
    weight went elsewhere, as nothing of it is there, is left out of the product.
    """
    n = len(base)
    if not scheme.sections and not scheme.conditions and not any(g.when for g in scheme.grades):
        return Combined(np.empty((n, 0)), np.zeros(n), np.zeros(n))
    members = (scheme.section_index[:, None] == np.arange(len(scheme.sections))).astype(float)
    caps = np.array([np.inf if s.cap is None else s.cap for s in scheme.sections])
    there = weighting.weights > 0
    sums = np.where(there, np.nan_to_num(weighting.filled), 0.0) * weighting.weights / 100.0 @ members
    points = np.minimum(sums, caps)
    points[np.isnan(base)] = np.nan
    position = {section.code: k for k, section in enumerate(scheme.sections)}
    if read is not None:
        read = replace(read, section=lambda code: points[:, position[code]])
    done: list[Applied] = []
    for code in in_order(section_graph(scheme)):
        for condition in scheme.conditions:
            if condition.section == code and read is not None:
                k = position[code]
                before = points[:, k].copy()
                here = replace(read, section=standing(code, before, read.section))
                done.append(applied(condition, before, here))
                points[:, k] = np.minimum(done[-1].after, caps[k])
    if scheme.combine == "sum":
        total = base + (points - sums).sum(axis=1)
    else:
        full = np.broadcast_to(weighting.weights @ members, points.shape)
        shares = np.ones(points.shape)
        np.divide(points, full, out=shares, where=full > 0)
        total = np.where(np.isnan(base), np.nan, 100.0 * shares.prod(axis=1))
    running = total
    if read is not None:
        for condition in scheme.conditions:
            if condition.on == TOTAL:
                done.append(applied(condition, running, replace(read, total=partial(_given, running))))
                running = done[-1].after
    return Combined(points, total - base, running - total, tuple(done), read)


def _given(standing: Floats) -> Floats:
    return standing
