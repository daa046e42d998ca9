"""What the invented people achieved: seasons, strengths, shocks, and the stories to be found.

Deterministic: the same seed gives the same figures on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.demo.pay import pay_measures
from data.demo.people import TEAMS, DemoPerson
from scoring.periods import Period

# Typical value per month at full strength, spread of the person factor, monthly noise, decimals.
_VOLUME = {
    "E01": (1200.0, 2),
    "E02": (1500.0, 2),
    "E03": (70.0, 2),
    "E04": (12.0, 2),
    "G01": (120.0, 0),
    "G02": (30.0, 0),
    "S04": (30.0, 0),
}
_NEW_CUSTOMERS = ("G01", "G02", "S04")
_SEASON = np.array([1.06, 1.04, 1.05, 1.03, 1.02, 0.99, 0.96, 0.95, 0.98, 0.98, 0.98, 1.02])
_RATINGS = {"C03": 86.0, "G05": 87.0, "G06": 82.0, "S01": 91.5, "S02": 87.0}
# (business volume, new customers, quality of the book, conduct)
_TYPES = {
    "steady": (0.97, 0.98, 0.9, 0.8),
    "volume": (1.28, 0.78, -0.9, -0.5),
    "hunter": (0.86, 1.22, 0.2, 0.3),
    "careful": (0.82, 0.86, 1.2, 1.2),
    "average": (0.92, 0.92, 0.3, 0.2),
}


@dataclass(frozen=True)
class Stories:
    """Who the stories are about, by place in the list of people."""

    heir: int = 4  # took over a book with bad loans
    falling: int = 16  # falls three months running
    mother: int = 20  # maternity leave
    injured: int = 27
    lenient_team: int = 2  # whose superior rates everybody high
    typo: int = 9  # one value a thousand times too high
    gap: int = 38  # has no data on two indicators
    vetoed: int = 30


STORIES = Stories()


def figures(people: list[DemoPerson], periods: list[Period]) -> pd.DataFrame:
    """Tidy rows: manager_id, period, indicator, value, target, own_value."""
    rng = np.random.default_rng([2026, 2])
    n, t = len(people), len(periods)
    kinds = np.array([_TYPES[p.strength] for p in people])
    skill = rng.normal(0, 1, (n, 4))
    # What somebody is good at besides the type: without it, indicators of a class would all say the same.
    own_rng = np.random.default_rng([2026, 3])
    knack = {code: own_rng.normal(0, 1, n) for code in (*_VOLUME, "R01", "R02", "R03", "C02", *_RATINGS)}
    team = rng.normal(0, 0.5, len(TEAMS))[[p.team for p in people]]
    drift = _autoregressive(rng, (t, n, 4), 0.86)
    if STORIES.falling < n and t > 3:
        drift[-3:, STORIES.falling, :] -= np.array([0.7, 1.5, 2.4])[:, None]
        drift[-4, STORIES.falling, :] = 0.9
    season = np.array([_SEASON[p.last_day.month - 1] for p in periods])[:, None]
    growth = np.linspace(0.98, 1.02, t)[:, None]
    rows: list[pd.DataFrame] = []

    def add(
        code: str, values: np.ndarray, target: float | None = None, own: np.ndarray | None = None
    ) -> None:
        frame = pd.DataFrame(
            {
                "manager_id": np.tile([p.manager_id for p in people], t),
                "period": np.repeat([p.code for p in periods], n),
                "indicator": code,
                "value": values.ravel(),
                "target": np.nan
                if target is None
                else np.round(np.broadcast_to(target * season, (t, n)).ravel(), 0),
                "own_value": np.nan if own is None else own.ravel(),
            }
        )
        rows.append(frame)

    for code, (typical, decimals) in _VOLUME.items():
        k = 1 if code in _NEW_CUSTOMERS else 0
        person = kinds[:, k] + 0.04 * skill[:, k] + 0.1 * knack[code] + 0.035 * team
        level = 0.94 * person + 0.075 * drift[:, :, k] + 0.07 * rng.normal(0, 1, (t, n))
        add(code, np.round(np.maximum(level * typical * season * growth, 0), decimals), target=typical)
    quality = kinds[:, 2] + 0.45 * skill[:, 2] + 0.15 * team + 0.55 * drift[:, :, 2]
    npl = np.clip(2.1 - 0.45 * quality - 0.4 * knack["R01"] + 0.12 * rng.normal(0, 1, (t, n)), 0.2, 6.5)
    overdue = np.clip(2.8 - 0.6 * quality - 0.6 * knack["R02"] + 0.2 * rng.normal(0, 1, (t, n)), 0.3, 8.0)
    recovery = np.clip(
        98.0 + 0.6 * quality + 0.8 * knack["R03"] + 0.4 * rng.normal(0, 1, (t, n)), 91.0, 100.0
    )
    own = {code: np.full((t, n), np.nan) for code in ("R01", "R02", "R03")}
    if STORIES.heir < n:
        since = max(0, t - 5)
        heir = slice(since, t), STORIES.heir
        for code, matrix, worse in (("R01", npl, 1.6), ("R02", overdue, 2.3), ("R03", recovery, -2.4)):
            own[code][heir] = np.round(matrix[heir], 2)
            matrix[heir] = matrix[heir] + worse
    for code, matrix in (("R01", npl), ("R02", overdue), ("R03", recovery)):
        add(code, np.round(matrix, 2), own=own[code])
    conduct = kinds[:, 3] + 0.5 * skill[:, 3] + 0.6 * drift[:, :, 3]
    points = rng.poisson(np.exp(np.clip(-1.3 - 0.9 * conduct, -5, 1.2)))
    add("C01", np.minimum(points, 6).astype(float))
    files = 96.6 + 0.6 * conduct + 0.9 * knack["C02"] + 0.6 * rng.normal(0, 1, (t, n))
    add("C02", np.round(np.clip(files, 86, 100), 2))
    for code, typical in _RATINGS.items():
        rating = typical + 1.3 * conduct + 2.4 * knack[code] + 0.7 * rng.normal(0, 1, (t, n))
        if code in ("C03", "G05", "S02"):
            # Given twice a year: the same until the next round.
            rating = np.repeat(rating[::6], 6, axis=0)[:t]
            rating = rating + np.where([p.team == STORIES.lenient_team for p in people], 6.5, 0.0)
        add(code, np.round(np.clip(rating, 55, 99.5), 1))
    for code, values in pay_measures(people, periods).items():
        add(code, values)
    return _with_stories(pd.concat(rows, ignore_index=True), people, periods)


def _autoregressive(rng: np.random.Generator, shape: tuple[int, int, int], phi: float) -> np.ndarray:
    """Slow drifts with unit variance, along the first axis."""
    shocks = rng.normal(0, 1, shape)
    drift = np.empty(shape)
    drift[0] = shocks[0]
    for step in range(1, shape[0]):
        drift[step] = phi * drift[step - 1] + np.sqrt(1 - phi**2) * shocks[step]
    return drift


def _with_stories(rows: pd.DataFrame, people: list[DemoPerson], periods: list[Period]) -> pd.DataFrame:
    """Take out who was not there yet, and put in the gap and the data error."""
    joined = {p.manager_id: f"{p.joined_on:%Y-%m}" for p in people}
    rows = rows[rows["period"] >= rows["manager_id"].map(joined)]
    last = periods[-1].code
    if STORIES.gap < len(people):
        who = people[STORIES.gap].manager_id
        lost = (rows["manager_id"] == who) & (rows["period"] == last) & rows["indicator"].isin(["S01", "C02"])
        rows = rows[~lost]
    for place, first, after in ((STORIES.injured, -1, None), (STORIES.mother, -14, -10)):
        # Half the month away; the mother is away altogether.
        if place >= len(people) or len(periods) < -first:
            continue
        months = [p.code for p in periods[first:after]]
        away = (rows["manager_id"] == people[place].manager_id) & rows["period"].isin(months)
        if place == STORIES.mother:
            rows = rows[~away]
        else:
            away &= rows["indicator"].isin(list(_VOLUME))
            rows.loc[away, "value"] = (rows.loc[away, "value"] * 0.46).round(0)
    if STORIES.typo < len(people) and len(periods) > 2:
        who = people[STORIES.typo].manager_id
        wrong = (
            (rows["manager_id"] == who) & (rows["period"] == periods[-3].code) & (rows["indicator"] == "E01")
        )
        rows.loc[wrong, "value"] *= 1000
    return rows.sort_values(["period", "indicator", "manager_id"], ignore_index=True)
