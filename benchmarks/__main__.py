"""Speed of the engine beside the bare NumPy limit and two peers, on the same data in one run.

Prints a table and writes benchmarks/results/latest.json.
"""

from __future__ import annotations

import json
import statistics
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks import analysis, first_paint, formulas, imports, slider, whole_scheme
from scoring import Indicator, Measurements, Scheme, score
from scoring.scheme import Grade
from scoring.scheme.rules import PeerMinMax

INDICATORS = 15
SIZES = (100, 1_000, 100_000)
RESULTS = Path(__file__).parent / "results" / "latest.json"


def numpy_limit(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Normalise, matrix product, argsort: what no program can do without."""
    low, high = values.min(axis=0), values.max(axis=0)
    return np.argsort(-(((values - low) / (high - low)) @ weights))


def scheme(weights: np.ndarray) -> Scheme:
    """15 peer indicators with five grades."""
    indicators = tuple(
        Indicator(f"I{k:02d}", {}, float(w), PeerMinMax(), "efficiency") for k, w in enumerate(weights)
    )
    grades = tuple(Grade(name, from_) for name, from_ in zip("ABCDE", (95, 85, 75, 60, 0), strict=True))
    return Scheme("bench", 1, indicators, grades=grades).checked()


def peers(values: np.ndarray, weights: np.ndarray) -> dict[str, Callable[[], object]]:
    """pymcdm's and scikit-criteria's weighted sums with min-max normalisation, ranks included."""
    from pymcdm.helpers import rankdata
    from pymcdm.methods import WSM
    from pymcdm.normalizations import minmax_normalization
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.preprocessing.scalers import MinMaxScaler

    share, types = weights / weights.sum(), np.ones(len(weights))
    wsm, scaler, model = WSM(minmax_normalization), MinMaxScaler(target="matrix"), WeightedSumModel()
    matrix = mkdm(values, [max] * len(weights), weights=share)
    return {
        "pymcdm": lambda: rankdata(wsm(values, share, types), reverse=True),
        "scikit-criteria": lambda: model.evaluate(scaler.transform(matrix)),
    }


def timed(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each task, the tasks taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds + 1):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def main() -> None:
    """Measure and report."""
    warnings.filterwarnings("ignore")
    rng = np.random.default_rng(1)
    report: dict[str, dict[str, float]] = {}
    for n in SIZES:
        values = rng.normal(100, 15, (n, INDICATORS))
        weights = rng.dirichlet(np.full(INDICATORS, 8.0)) * 100
        weights[-1] = 100 - weights[:-1].sum()
        rules = scheme(weights)
        measurements = Measurements([str(i) for i in range(n)], rules.codes, values)
        sheet = score(rules, measurements)
        moved = dict(zip(rules.codes, np.roll(weights, 1), strict=True))
        tasks: dict[str, Callable[[], object]] = {
            "numpy limit": lambda values=values, weights=weights: numpy_limit(values, weights),
            "score": lambda rules=rules, measurements=measurements: score(rules, measurements),
            "with_weights": lambda sheet=sheet, moved=moved: sheet.with_weights(moved),
            **peers(values, weights),
        }
        report[str(n)] = timed(tasks, 9 if n >= 100_000 else 41)
    print(f"{'n × 15':>10}" + "".join(f"{name:>18}" for name in report["100"]))
    for size, times in report.items():
        limit = times["numpy limit"]
        cells = "".join(f"{1000 * t:9.2f} ms {t / limit:5.2f}" for t in times.values())
        print(f"{size:>10}{cells}")
    # The last size stands: 100 000 people.
    draws = analysis.measure(sheet, lambda row: peers(values, row))
    for name, seconds in draws.items():
        print(f"{analysis.DRAWS} draws, {name}: {seconds:.2f} s")
    recompute = analysis.slider(sheet)
    for name, seconds in recompute.items():
        print(f"one change of weights, {name}: {1000 * seconds:.2f} ms")
    memory = analysis.peak_memory()
    print(f"peak memory of {analysis.DRAWS} draws: {memory / 2**20:.0f} MB")
    expressions = formulas.measure()
    formulas.report(expressions)
    written = whole_scheme.measure()
    whole_scheme.report(written)
    bring = imports.measure()
    for name, seconds in bring.items():
        print(f"import, {name}: {seconds:.2f} s")
    repaint = slider.measure()
    ratio = repaint["lab"]["median"] / repaint["stock"]["median"]
    for name, figures in repaint.items():
        print(f"slider, {name}: median {figures['median']:.0f} ms, p95 {figures['p95']:.0f} ms")
    print(f"lab / stock: {ratio:.2f}")
    first_paint.main()
    RESULTS.parent.mkdir(exist_ok=True)
    found = {
        "scoring": report,
        "draws": draws,
        "recompute": recompute,
        "memory": memory,
        "formulas": expressions,
        "scheme": written,
        "import": bring,
        "repaint": repaint,
    }
    RESULTS.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
