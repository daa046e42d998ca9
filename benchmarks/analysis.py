"""Speed of the weight analysis beside plain NumPy and loops over two peers, on the same data in one run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from scoring import ScoreSheet, stability

DRAWS = 1_000
_BLOCK = 50
_SAMPLE = 3


def numpy_draws(scores: np.ndarray, drawn: np.ndarray) -> None:
    """Matrix product and argsort in float64, in blocks so that memory stays as bounded as ours."""
    for start in range(0, len(drawn), _BLOCK):
        for totals in drawn[start : start + _BLOCK] @ scores.T:
            np.argsort(-totals)


def numpy_cached(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """What a change of weights cannot do without when the indicator scores are known."""
    return np.argsort(-(scores @ weights))


def measure(
    sheet: ScoreSheet, peers: Callable[[np.ndarray], dict[str, Callable[[], object]]]
) -> dict[str, float]:
    """Seconds for 1 000 weight draws with full ranks; peers are timed on a few draws and scaled up."""
    scores, weights = sheet.scores, sheet.scheme.weights
    drawn = stability.draw_weights(weights, DRAWS, np.random.default_rng(0)) / 100
    tasks: dict[str, Callable[[], object]] = {
        "numpy product + argsort": lambda: numpy_draws(scores, drawn),
        "rank_acceptability": lambda: stability.rank_acceptability(scores, weights, draws=DRAWS, decimals=2),
    }
    times = {name: min(_seconds(task) for _ in range(3)) for name, task in tasks.items()}
    for name in peers(drawn[0]):
        taken = sum(_seconds(peers(row)[name]) for row in drawn[:_SAMPLE])
        times[f"{name} (scaled up)"] = taken * DRAWS / _SAMPLE
    return times


def slider(sheet: ScoreSheet) -> dict[str, float]:
    """Seconds for one change of weights, totals, ranks and grades included; median of 21."""
    scores, weights = sheet.scores, sheet.scheme.weights
    moved = dict(zip(sheet.scheme.codes, np.roll(weights, 1), strict=True))
    tasks: dict[str, Callable[[], object]] = {
        "numpy cached limit": lambda: numpy_cached(scores, np.roll(weights, 1)),
        "with_weights": lambda: sheet.with_weights(moved),
    }
    return {name: float(np.median([_seconds(task) for _ in range(21)])) for name, task in tasks.items()}


_PEAK = """
import json, resource, numpy as np
from scoring import stability
rng = np.random.default_rng(0)
scores, weights = rng.uniform(0, 120, (100_000, 15)), np.full(15, 100 / 15)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
stability.rank_acceptability(scores, weights, draws=1_000, decimals=2)
print(json.dumps([before * 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))
"""


def peak_memory() -> float:
    """Bytes held at most by a process of its own that ranks 100 000 people under 1 000 draws."""
    done = subprocess.run([sys.executable, "-c", _PEAK], capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout)[1])


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start
