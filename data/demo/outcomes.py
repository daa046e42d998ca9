"""What became of the invented people's work: observed half a year and a year later, loosely tied to it.

Deterministic, like the figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.demo.people import DemoPerson
from scoring.periods import Period


class _Outcome(NamedTuple):
    """An outcome: seen so many months later; the typical value, how it goes with each indicator (per standard
    deviation among the people of the month), what lies in the person, and what is luck."""

    name: str
    months: int
    direction: str
    typical: float
    ties: Mapping[str, float]
    person: float
    luck: float
    low: float
    high: float


# fmt: off
_OUTCOMES = (
    _Outcome("一年后转不良率", 12, "lower", 1.9, {"R01": 0.22, "R02": 0.2, "C02": -0.18, "C01": 0.1},
             0.45, 0.4, 0.0, 8.0),
    _Outcome("半年后存款留存率", 6, "higher", 82.0, {"R03": 1.2, "S01": 0.9, "G01": 0.8, "E01": -1.2},
             3.0, 2.5, 40.0, 100.0),
    _Outcome("新客户半年后活跃率", 6, "higher", 64.0, {"G01": 0.5, "S02": 0.8}, 4.0, 4.5, 20.0, 100.0),
)
# fmt: on
MOST = 8
"""So many months of each outcome have been looked into."""


def outcomes(people: Sequence[DemoPerson], figures: pd.DataFrame, periods: Sequence[Period]) -> pd.DataFrame:
    """Rows of a file of outcomes; none for a month whose day of observation is still to come."""
    rng = np.random.default_rng([2026, 4])
    ids = [p.manager_id for p in people]
    wide = figures.pivot_table(index=["period", "manager_id"], columns="indicator", values="value")
    found = []
    for outcome in _OUTCOMES:
        own = outcome.person * rng.normal(0, 1, len(ids))
        for period in [p for p in periods if p.shift(outcome.months) <= periods[-1]][-MOST:]:
            there = wide.loc[period.code].reindex(ids)
            level = outcome.typical + own + outcome.luck * rng.normal(0, 1, len(ids))
            for code, tie in outcome.ties.items():
                spread = there[code].std()
                level += (
                    tie * ((there[code] - there[code].mean()) / (spread if spread > 0 else 1.0)).to_numpy()
                )
            value = pd.Series(np.round(np.clip(level, outcome.low, outcome.high), 2), index=ids)
            seen = value[there["R01"].notna() & value.notna()]
            found.append(
                pd.DataFrame(
                    {
                        "manager_id": seen.index,
                        "period": period.code,
                        "outcome": outcome.name,
                        "observed_on": period.shift(outcome.months).last_day.isoformat(),
                        "value": seen.to_numpy(),
                        "direction": outcome.direction,
                        "unit": "%",
                    }
                )
            )
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame()
