"""Which list of weights holds for whom, and who is ranked with whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.measurements import Measurements
from scoring.errors import Fault, MeasurementError
from scoring.scheme import Scheme

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Posts:
    """``lists`` (n,): the row of ``Scheme.weight_lists`` that holds for each person (0 is the scheme's own).
    ``groups``: the rows of those who are compared, ranked and graded together."""

    lists: NDArray[np.intp]
    groups: tuple[Rows, ...]

    def members(self) -> list[tuple[int, Rows]]:
        """For each list that holds for somebody its row and theirs."""
        return [(int(k), np.flatnonzero(self.lists == k)) for k in np.unique(self.lists)]


def posts(scheme: Scheme, measurements: Measurements, *, insist: bool = True) -> Posts | None:
    """Who is scored by which list; None where the scheme has one for all. Without `insist` nobody is refused:
    who is in no list has no weights.

    Raises
    ------
    MeasurementError : names everybody in no profile where the scheme has no list of its own.
    """
    if not scheme.profiles:
        return None
    by_position = {name: k for k, p in enumerate(scheme.profiles, start=1) for name in p.positions}
    held = measurements.positions or (None,) * len(measurements.people)
    lists = np.array([by_position.get(position or "", 0) for position in held], dtype=np.intp)
    if insist and not scheme.has_own_list and not lists.all():
        unlisted = [(measurements.people[i], held[i]) for i in np.flatnonzero(lists == 0).tolist()]
        raise MeasurementError(
            Fault("no-profile", person, {"position": position}) if position else Fault("no-position", person)
            for person, position in unlisted
        )
    apart = [0, *(k if p.ranking == "own" else 0 for k, p in enumerate(scheme.profiles, start=1))]
    group = np.array(apart, dtype=np.intp)[lists]
    return Posts(lists, tuple(np.flatnonzero(group == k) for k in np.unique(group)))
