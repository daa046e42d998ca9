"""Sections of a scheme: their points, their caps, and how they make the total."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.scheme import Scheme
from scoring.sheet.missing import Weighting

Floats = NDArray[np.float64]


class Combined(NamedTuple):
    """``points`` (n, s): the result of each section; ``step`` (n,): what caps of sections, or multiplying
    them, do to the weighted mean."""

    points: Floats
    step: Floats


def combined(scheme: Scheme, weighting: Weighting, base: Floats) -> Combined | None:
    """The sections of a scheme that has some.

    A section's result is the sum of its contributions, at most its cap. The total is their sum with what
    stands in no section, or ``100 · Π (result / full)``, full the weight that the section has for a person; a
    section whose whole weight went elsewhere, as nothing of it is there, is left out of the product.
    """
    if not scheme.sections:
        return None
    earned = np.where(weighting.weights > 0, np.nan_to_num(weighting.filled), 0.0) * weighting.weights / 100.0
    members = (scheme.section_index[:, None] == np.arange(len(scheme.sections))).astype(float)
    sums = earned @ members
    caps = np.array([np.inf if s.cap is None else s.cap for s in scheme.sections])
    points = np.minimum(sums, caps)
    points[np.isnan(base)] = np.nan
    return Combined(points, total_of(scheme, weighting, base, sums, points) - base)


def total_of(scheme: Scheme, weighting: Weighting, base: Floats, sums: Floats, points: Floats) -> Floats:
    """(n,) the total that results of sections `points` (n, s) make, before additions; `sums` are their
    contributions, `base` the weighted mean."""
    if scheme.combine == "sum":
        return np.asarray(base + (points - sums).sum(axis=1))
    members = (scheme.section_index[:, None] == np.arange(len(scheme.sections))).astype(float)
    full = np.broadcast_to(weighting.weights @ members, points.shape)
    shares = np.ones(points.shape)
    np.divide(points, full, out=shares, where=full > 0)
    return np.where(np.isnan(base), np.nan, 100.0 * shares.prod(axis=1))
