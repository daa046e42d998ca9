"""Speed and memory of expressions beside the same figures by hand in NumPy, on the same data in one run.

python -m benchmarks.formulas
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Mapping

import numpy as np

from scoring.formula import Derived, Surroundings, evaluate, order, parse, with_derived
from scoring.periods import parse_period

PEOPLE = 100_000
PERIODS = 12
ROUNDS = 7
NAN = float("nan")

# Twenty derived measures in the kinds that schemes have, and conditions on top.
MEASURES = {
    "K01": "3.5*N1 + 18*N2 + 35*N3 + 8*N4",
    "K02": "N1/N2*20",
    "K03": "max(0, N1 - N2)*0.5",
    "K04": "if(N3 >= 40, max(10, K02), K02)",
    "K05": "round(K01/100, 2)",
    "K06": "floor(K02/10)",
    "K07": "brackets(K01, [[0, 10], [2000, 20], [5000, 30]])",
    "K08": "coalesce(N4, N3, 0) + N1",
    "K09": "K01 - previous(K01)",
    "K10": "sum_of_last(N1, 3)",
    "K11": "mean_of_last(N2, 6)",
    "K12": "(N1 - year_start(N1))/year_start(N1)*100",
    "K13": "year_to_date(N3)",
    "K14": "100*N1/all_mean(N1)",
    "K15": "N2 - team_mean(N2)",
    "K16": "20000*30/100/all_sum(max(0, K09))*max(0, K09)",
    "K17": "min(24, max(0, 10*(N3 - 35) + 3))",
    "K18": "if(N1 > N2 and N3 > 20 or N4 > 50, 5, -5)",
    "K19": "abs(N1 - N2)/(N3 + 1) + N4*month()/12",
    "K20": "max(0, N1 + previous(K20) - N2)",
}
CONDITIONS = ("N3 >= 40", "K02 > 20 and K01 < 3000", "K14 >= 120 or K18 == 5", "not K05 < 10", "K20 > 0")


def data() -> dict[str, list[np.ndarray]]:
    """Measures of a hundred thousand people over a year, the newest month first, one in twenty missing."""
    rng = np.random.default_rng(1)
    found = {}
    for code in ("N1", "N2", "N3", "N4"):
        columns = [rng.uniform(1, 100, PEOPLE).round(2) for _ in range(PERIODS)]
        for column in columns:
            column[rng.random(PEOPLE) < 0.05] = NAN
        found[code] = columns
    return found


def given(columns: Mapping[str, list[np.ndarray]]) -> Surroundings:
    """The people as formulas read them."""
    empty = np.full(PEOPLE, NAN)
    rng = np.random.default_rng(2)
    return Surroundings(
        PEOPLE,
        parse_period("2026-06"),
        lambda code, back: columns[code][back] if back < PERIODS else empty,
        lambda code, back: empty,
        np.full(PEOPLE, PERIODS - 1),
        rng.integers(0, 500, PEOPLE),
        [""] * PEOPLE,
    )


def ours(columns: Mapping[str, list[np.ndarray]]) -> dict[str, np.ndarray]:
    """Everything by expressions, read and ordered anew."""
    formulas = {code: parse(text) for code, text in MEASURES.items()}
    ordered = order(formulas)
    starts = {"K20": 0.0}
    measures = {code: Derived(formulas[code], starts.get(code)) for code in ordered}
    people = with_derived(given(columns), measures)
    found = {code: people.value(code, 0) for code in ordered}
    return found | {text: evaluate(parse(text), people) for text in CONDITIONS}


def half_up(x: np.ndarray, decimals: int) -> np.ndarray:
    """Snapped to 9 decimals, then half up, as the rules ask."""
    whole = np.floor((np.rint(np.abs(x) * 1e9) + 0.5 * 10 ** (9 - decimals)) / 10 ** (9 - decimals))
    return np.copysign(whole / 10**decimals, x)


def told(holds: np.ndarray, *read: np.ndarray) -> np.ndarray:
    """A condition as a number, missing where something that it reads is."""
    return np.where(np.isnan(np.sum(read, axis=0)), NAN, holds)


def by_hand(columns: Mapping[str, list[np.ndarray]]) -> dict[str, np.ndarray]:
    """The same by hand."""
    (n1, *past1), (n2, *_), (n3, *_), (n4, *_) = (columns[c] for c in ("N1", "N2", "N3", "N4"))
    team = given(columns).team
    k: dict[str, np.ndarray] = {}
    k["K01"] = 3.5 * n1 + 18 * n2 + 35 * n3 + 8 * n4
    k["K02"] = n1 / n2 * 20
    k["K03"] = np.maximum(0, n1 - n2) * 0.5
    k["K04"] = np.where(np.isnan(n3), NAN, np.where(n3 >= 40, np.maximum(10, k["K02"]), k["K02"]))
    k["K05"] = half_up(k["K01"] / 100, 2)
    k["K06"] = np.floor(k["K02"] / 10 + 5e-10)
    x = k["K01"]
    bands = ((0, 2000, 10), (2000, 5000, 20), (5000, np.inf, 30))
    k["K07"] = sum((np.clip(x, low, high) - low) * rate for low, high, rate in bands) / 100
    k["K08"] = np.where(np.isnan(n4), np.where(np.isnan(n3), 0, n3), n4) + n1
    before = [columns[c][1] for c in ("N1", "N2", "N3", "N4")]
    k["K09"] = k["K01"] - (3.5 * before[0] + 18 * before[1] + 35 * before[2] + 8 * before[3])
    k["K10"] = n1 + past1[0] + past1[1]
    k["K11"] = sum(columns["N2"][1:6], n2) / 6
    k["K12"] = (n1 - columns["N1"][6]) / columns["N1"][6] * 100
    k["K13"] = sum(columns["N3"][1:6], n3)
    k["K14"] = 100 * n1 / np.nanmean(n1)
    there = ~np.isnan(n2)
    sums, count = np.bincount(team[there], n2[there]), np.bincount(team[there])
    k["K15"] = n2 - (sums / count)[team]
    grown = np.maximum(0, k["K09"])
    k["K16"] = 20000 * 30 / 100 / np.nansum(grown) * grown
    k["K17"] = np.minimum(24, np.maximum(0, 10 * (n3 - 35) + 3))
    k["K18"] = told(np.where(((n1 > n2) & (n3 > 20)) | (n4 > 50), 5, -5), n1, n2, n3, n4)
    k["K19"] = np.abs(n1 - n2) / (n3 + 1) + n4 * 6 / 12
    arrears = np.zeros(PEOPLE)
    for back in range(PERIODS - 1, -1, -1):
        arrears = np.maximum(0, columns["N1"][back] + arrears - columns["N2"][back])
    k["K20"] = arrears
    k[CONDITIONS[0]] = told(n3 >= 40, n3)
    k[CONDITIONS[1]] = told((k["K02"] > 20) & (k["K01"] < 3000), k["K02"], k["K01"])
    k[CONDITIONS[2]] = told((k["K14"] >= 120) | (k["K18"] == 5), k["K14"], k["K18"])
    k[CONDITIONS[3]] = told(k["K05"] >= 10, k["K05"])
    k[CONDITIONS[4]] = told(k["K20"] > 0, k["K20"])
    return k


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def measure() -> dict[str, float]:
    """Seconds by expressions and by hand (the least of several rounds in turn), and the bytes held at most
    while they are worked out, above those of the data.

    Raises
    ------
    AssertionError : the two do not agree.
    """
    columns = data()
    left, right = ours(columns), by_hand(columns)
    for name, values in right.items():
        np.testing.assert_allclose(left[name], values, rtol=1e-9, atol=1e-9, err_msg=name)
    del left, right
    times: dict[str, list[float]] = {"expressions": [], "by hand": []}
    for _ in range(ROUNDS):
        times["expressions"].append(_seconds(lambda: ours(columns)))
        times["by hand"].append(_seconds(lambda: by_hand(columns)))
    tracemalloc.start()
    ours(columns)
    _, memory = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {name: min(taken) for name, taken in times.items()} | {"memory": float(memory)}


def report(found: dict[str, float]) -> None:
    """Print what was measured."""
    ours_, hand = found["expressions"], found["by hand"]
    print(f"{len(MEASURES)} measures and {len(CONDITIONS)} conditions of {PEOPLE} people by expressions:")
    print(f"{1000 * ours_:.0f} ms, by hand {1000 * hand:.0f} ms: {ours_ / hand:.2f} times")
    print(f"memory above the data: {found['memory'] / 2**20:.0f} MB")


if __name__ == "__main__":
    report(measure())
