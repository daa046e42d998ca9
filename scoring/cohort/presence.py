"""People who were not there all the time: joining, leave, and books taken over.

Only targets of additive, higher-is-better indicators are scaled, and only where they are above 0; a scaled
target is never higher than the full one, so leave and joining cannot lower a score.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.cohort.measurements import Measurements
from scoring.scheme import Indicator, Protection, Scheme
from scoring.thresholds import highest_at, lowest_at

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def protected(tenure_months: Floats | None, protection: Protection, people: int) -> Bools:
    """(n,) whether a person is shown but not ranked: within the first months after joining."""
    if tenure_months is None:
        return np.zeros(people, dtype=bool)
    return tenure_months <= highest_at(protection.unranked_months)


def present_shares(measurements: Measurements) -> Floats:
    """(n,) share of the period's days that each person was there, 0 to 1; 1 where nothing is known."""
    return _shares(measurements.presence, len(measurements.people))


def attended_shares(measurements: Measurements) -> Floats:
    """(n,) the share that pay may depend on: days of protected leave count as days present."""
    if measurements.attendance is None:
        return present_shares(measurements)
    return _shares(measurements.attendance, len(measurements.people))


def _shares(presence: Floats | None, people: int) -> Floats:
    if presence is None:
        return np.ones(people)
    share = np.clip(np.where(np.isnan(presence), 1.0, presence), 0.0, 1.0)
    return np.where(share <= highest_at(0.0), 0.0, share)


def joining_factors(measurements: Measurements, protection: Protection) -> Floats:
    """(n,) by what the scheme multiplies the targets of those who joined lately; 1 for the others."""
    tenure = measurements.tenure_months
    factor = np.ones(len(measurements.people))
    if tenure is not None:
        for step, part in enumerate(protection.target_factors, start=1):
            month = float(protection.unranked_months + step)
            factor[(tenure >= lowest_at(month)) & (tenure <= highest_at(month))] = part
    return factor


def target_factors(measurements: Measurements, protection: Protection) -> Floats | None:
    """(n,) by what a scaled target is multiplied: joining factor × share of days present.

    None when nobody's targets are scaled.
    """
    factor = present_shares(measurements) * joining_factors(measurements, protection)
    return None if (factor == 1.0).all() else factor


def full_target(indicator: Indicator, measurements: Measurements, usual: Floats) -> Floats:
    """(n,) the target each person is held to when present throughout: the personal one, else the `usual` (n,)
    one of the scheme; the latter alone where the indicator takes its target from the scheme."""
    if (
        indicator.target_from == "scheme"
        or measurements.targets is None
        or indicator.code not in measurements.position
    ):
        return usual
    personal = measurements.column(measurements.targets, indicator.code)
    return np.where(np.isnan(personal), usual, personal)


def scaled_target(indicator: Indicator, target: Floats, factors: Floats | None) -> Floats:
    """(n,) the target after joining and leave. A factor of 0 (absent for the whole period) gives NaN: the
    indicator is not due for that person."""
    if factors is None or not indicator.scaled_by_days:
        return target
    return np.where(factors > 0, np.where(target > 0, target * factors, target), np.nan)


def not_due_for(indicator: Indicator, factors: Floats | None) -> Bools | None:
    """(n,) people for whom the indicator is not due because they were absent throughout."""
    if factors is None or not indicator.scaled_by_days:
        return None
    absent = factors == 0
    return absent if absent.any() else None


def is_risk(indicator: Indicator) -> bool:
    """Whether an inherited bad loan would show in the indicator."""
    return indicator.class_ == "risk" or indicator.family == "risk-control"


def effective_value(
    indicator: Indicator, scheme: Scheme, measurements: Measurements
) -> tuple[Floats, Bools | None]:
    """(n,) the value that counts, and where it leaves out what came with a handed-over book."""
    value = measurements.column(measurements.values, indicator.code)
    if (
        not is_risk(indicator)
        or measurements.inherited is None
        or measurements.own_values is None
        or scheme.handover_months == 0
    ):
        return value, None
    own = measurements.column(measurements.own_values, indicator.code)
    use_own = measurements.inherited & ~np.isnan(own)
    return (np.where(use_own, own, value), use_own) if use_own.any() else (value, None)
