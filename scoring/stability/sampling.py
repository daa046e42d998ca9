"""Random weight vectors: around a candidate, from the whole simplex, or within bounds."""

from __future__ import annotations

from typing import Literal

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from scoring.errors import AnalysisError, Fault

Floats = NDArray[np.float64]
Around = Literal["dirichlet", "simplex", "bounds"]

CONCENTRATION = 200.0
"""Of the Dirichlet: a weight of 20 of 100 then has a standard deviation of about 2.8."""
_WALK = 60


def draw_weights(
    weights: ArrayLike,
    draws: int,
    rng: np.random.Generator,
    *,
    around: Around = "dirichlet",
    concentration: float = CONCENTRATION,
    bounds: tuple[ArrayLike, ArrayLike] | None = None,
) -> Floats:
    """(draws, m) weight vectors, each ≥ 0 with the sum of `weights`.

    "dirichlet" draws from Dirichlet(concentration · w/Σw), whose mean is the candidate; "simplex" from the
    uniform distribution on the simplex, Dirichlet(1, …, 1) (drawing each weight from [0, 1] and dividing by
    the sum would crowd the middle); "bounds" uniformly from the part of the simplex where low ≤ w ≤ high.

    Parameters
    ----------
    weights : (m,) the candidate, in any unit. bounds : (low, high), each (m,) or a number, same unit.

    Raises
    ------
    AnalysisError : bounds that leave no room for the sum.
    """
    base = np.asarray(weights, dtype=float)
    total = float(base.sum())
    if around == "dirichlet":
        drawn = np.zeros((draws, len(base)))
        live = base > 0
        drawn[:, live] = rng.dirichlet(concentration * base[live] / total, draws)
        return drawn * total
    if around == "simplex":
        return rng.dirichlet(np.ones(len(base)), draws) * total
    low, high = (np.broadcast_to(np.asarray(b, dtype=float), base.shape) for b in bounds or (0.0, total))
    return _within(base, np.maximum(low, 0.0), np.minimum(high, total), draws, rng)


def usual_range(points: float, total: float = 100.0, *, share: float = 0.9) -> tuple[float, float]:
    """Between what a weight lies in the middle `share` of draws around a candidate: one weight of a Dirichlet
    vector has the beta distribution.

    Parameters
    ----------
    points : the weight in the candidate, above 0 and below `total`, the sum of all.
    """
    a = CONCENTRATION * points / total
    tails = [(1.0 - share) / 2, (1.0 + share) / 2]
    low, high = scipy.special.betaincinv(a, CONCENTRATION - a, tails)
    return total * float(low), total * float(high)


def _within(base: Floats, low: Floats, high: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """Uniform on {w : low ≤ w ≤ high, Σw = Σbase}.

    Plain rejection from a shifted simplex where that succeeds often enough; otherwise a hit-and-run walk in
    directions that move weight between two criteria (R. L. Smith, Operations Research 32, 1984).
    """
    total = float(base.sum())
    if low.sum() > total + 1e-9 or high.sum() < total - 1e-9:
        raise AnalysisError(
            [
                Fault(
                    "bounds-no-room",
                    params={"left": total, "low": float(low.sum()), "high": float(high.sum())},
                )
            ]
        )
    room = total - low.sum()
    trial = low + rng.dirichlet(np.ones(len(base)), 4 * draws) * room
    kept = trial[(trial <= high).all(axis=1)]
    if len(kept) >= draws:
        return np.asarray(kept[:draws])
    return _walk(_feasible(base, low, high), low, high, draws, rng)


def _feasible(base: Floats, low: Floats, high: Floats) -> Floats:
    """A point within the bounds with the sum of `base`, in the middle of the room there is."""
    share = (base.sum() - low.sum()) / max(float((high - low).sum()), 1e-300)
    return np.asarray(low + share * (high - low))


def _walk(start: Floats, low: Floats, high: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """`draws` chains side by side, each moved so often that it has forgotten where it began."""
    m = len(start)
    here = np.tile(start, (draws, 1))
    each = np.arange(draws)
    for _ in range(_WALK * m):
        i = rng.integers(0, m, draws)
        j = (i + rng.integers(1, m, draws)) % m
        # Give t to i and take it from j: t lies between these two ends.
        least = np.maximum(low[i] - here[each, i], here[each, j] - high[j])
        most = np.minimum(high[i] - here[each, i], here[each, j] - low[j])
        step = least + rng.random(draws) * (most - least)
        here[each, i] += step
        here[each, j] -= step
    return np.clip(here, low, high)
