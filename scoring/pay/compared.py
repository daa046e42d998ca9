"""Pay beside pay: by what share it differs, and sums of groups that do not tell what one person gets."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from scoring.errors import MeasurementError
from scoring.pay.results import PayRun
from scoring.pay.run import pay
from scoring.sheet import ScoreSheet

FAR = 0.5
"""Pay that differs from the period before by more than this share is looked at."""
FEWEST = 3
"""Of so few people a sum is told; that of two tells each of them the other's."""
REST = ""
"""The key of the groups that were too small to stand alone."""


def change(before: int, now: int) -> float | None:
    """The share by which an amount differs from one before; None where that was nothing."""
    return (now - before) / abs(before) if before else None


def is_far(before: int, now: int) -> bool:
    """Whether an amount is far from the one before: by more than half, or there where nothing was."""
    found = change(before, now)
    return bool(now) if found is None else abs(found) > FAR


def safe(people: Mapping[str, int], fewest: int = FEWEST, *, others: int = 0) -> dict[str, str]:
    """By group the key that its sum is told under: its own, or :data:`REST` together with `others` (how many
    people are told there anyway), so that no sum that is told, nor what is left of all when the others are
    taken off, is that of fewer than `fewest` people; where even all are too few, nothing is told and the
    answer is empty."""
    if sum(people.values()) + others < fewest:
        return {}
    small = [group for group, count in people.items() if count < fewest]
    # Of equally large ones always the same: two tables with other ones told could be subtracted.
    larger = sorted(sorted(people.keys() - small, reverse=True), key=lambda group: people[group])
    while larger and 0 < others + sum(people[group] for group in small) < fewest:
        small.append(larger.pop(0))
    return {group: REST if group in small else group for group in people}


def moved(before: ScoreSheet, after: ScoreSheet) -> frozenset[str]:
    """Whose pay two sheets under one scheme give otherwise: an amount, what of it is held back, or that a
    figure is missing. Where one of them cannot be paid, everybody whom the other one pays."""
    was, now = _paid(before), _paid(after)
    if was is None or now is None:
        return frozenset(person for run in (was, now) if run is not None for person in run.people)
    both = [person for person in was.people if person in after.measurements.row]
    rows_before, rows_after = ([s.measurements.row[who] for who in both] for s in (before, after))
    apart = np.zeros(len(both), dtype=bool)
    for name in ("amounts", "held", "missing"):
        apart |= (getattr(was, name)[rows_before] != getattr(now, name)[rows_after]).any(axis=1)
    one_side = set(was.people) ^ set(now.people)
    return frozenset(who for who, differs in zip(both, apart, strict=True) if differs) | one_side


def _paid(sheet: ScoreSheet) -> PayRun | None:
    """What a sheet pays; None where pay cannot be worked out."""
    try:
        return pay(sheet)
    except MeasurementError:
        return None
