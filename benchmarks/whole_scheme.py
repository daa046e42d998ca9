"""Speed and memory of scoring a scheme as banks write them beside the same totals by hand in NumPy, on the
same data in one run: 15 indicators over the 20 derived measures of ``benchmarks.formulas``, 10 conditions.

python -m benchmarks.whole_scheme
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import numpy as np

from benchmarks import formulas
from benchmarks.formulas import NAN, PEOPLE, PERIODS, ROUNDS
from scoring import Measurements, Scheme, score
from scoring.cohort.history import History
from scoring.periods import parse_period

# What is scored, by which rule, at what weight, in which section; then what else the indicator says.
INDICATORS = (
    ("S01", "K01", 'type = "attainment", cap = 120', 10, "BIZ", "target = 2500"),
    ("S02", "K02", 'type = "bands", edges = [10, 20, 60], scores = [40, 60, 80, 100]', 5, "BIZ", ""),
    ("S03", "K03", 'type = "piecewise", points = [[0, 20], [10, 60], [50, 100]]', 5, "BIZ", ""),
    (
        "S04",
        "K04",
        'type = "corridor", low = 10, high = 60, per_unit_below = 4, per_unit_above = 0.5',
        5,
        "OPS",
        "",
    ),
    (
        "S05",
        "K05",
        'type = "around", per_unit = 2, standard = 80, reference = 25',
        10,
        "BIZ",
        "lowest = 0\nhighest = 120",
    ),
    ("S06", "K06", 'type = "bands", edges = [2, 5], scores = [50, 80, 110], closed = "right"', 5, "OPS", ""),
    ("S07", "K07", 'type = "peer-ratio", to = "mean", cap = 130, floor = 0', 10, "BIZ", ""),
    ("S08", "K08", 'type = "attainment", cap = 120', 10, "BIZ", 'target = "60 + month()"'),
    (
        "S09",
        "K09",
        'type = "around", per_unit = 0.05, standard = 100, reference = 0',
        5,
        "OPS",
        "lowest = 40\nhighest = 130",
    ),
    (
        "S10",
        "K10",
        'type = "piecewise", points = [[0, 0], [100, 100], [200, 150]]',
        5,
        "BIZ",
        'on = "completion"\nsteps = 10\ntarget = 150\nlowest = 20',
    ),
    ("S11", "K11", 'type = "peer-minmax"', 5, "OPS", ""),
    ("S12", "K13", 'type = "attainment", cap = 120', 5, "OPS", 'target = 300\nfactor = "month()/12"'),
    ("S13", "K14", 'type = "attainment", cap = 150', 10, "", "target = 100"),
    ("S14", "K15", 'type = "peer-zscore", floor = 40, cap = 110', 5, "", ""),
    ("S15", "K20", 'type = "deduction", per_unit = 0.5', 5, "", 'direction = "lower"'),
)
CONDITIONS = (
    ("S01", "N3 >= 40", "at_least = 75", ""),
    ("S02", "K02 > 20 and K01 < 3000", "multiply = 1.1", ""),
    ("S03", "score(S02) < 60", "at_most = 60", ""),
    ("S05", "K14 >= 120 or K18 == 5", "add = 2", ""),
    ("S12", "not K05 < 10", "at_most = 55", ""),
    ("section:BIZ", "score(S07) < 50", "at_most = 40", ""),
    ("total", "K20 > 0", "add = -0.01", "min(100, K20)"),
    ("total", "K19 > 50", "add = 1", ""),
    ("total", "section(OPS) < 15", "multiply = 0.95", ""),
    ("entry", "K16 == 0 and K12 < -50", "exclude = true", ""),
)


def scheme() -> Scheme:
    """The scheme, read from its file."""
    lines = [
        'code = "banks"',
        "version = 1",
        'name = "各行办法"',
        'cycle = "month"',
        'missing = "redistribute"',
    ]
    lines += ["minimum_coverage = 0.5", 'veto = { grade = "C" }']
    for name, from_ in (("A", 90), ("B", 70), ("C", 0)):
        lines += ["[[grade]]", f'name = "{name}"', f"from = {from_}"]
    for code, cap in (("BIZ", 60), ("OPS", 28)):
        lines += ["[[section]]", f'code = "{code}"', f'name = "{code}"', f"cap = {cap}"]
    for code, formula in formulas.MEASURES.items():
        start = ["start = 0"] if code == "K20" else []
        lines += ["[[derived]]", f'code = "{code}"', f'name = "{code}"', f'formula = "{formula}"', *start]
    for on, when, then, per in CONDITIONS:
        counted = [f'per = "{per}"'] if per else []
        lines += ["[[condition]]", f'on = "{on}"', f"when = '{when}'", f"then = {{ {then} }}", *counted]
    for code, quantity, rule, weight, section, more in INDICATORS:
        lines += [
            "[[indicator]]",
            f'code = "{code}"',
            f'name = "{code}"',
            f"weight = {weight}",
            f"rule = {{ {rule} }}",
        ]
        lines += ['class = "efficiency"', f'quantity = "{quantity}"', more]
        lines += [] if "direction" in more else ['direction = "higher"']
        lines += [f'section = "{section}"'] if section else []
    return Scheme.from_toml("\n".join(lines))


def cohort(columns: dict[str, list[np.ndarray]]) -> Measurements:
    """The people of ``benchmarks.formulas`` as the engine is given them."""
    team = formulas.given(columns).team
    past = {code: np.array(column[1:]) for code, column in columns.items()}
    history = History(parse_period("2026-06"), np.full(PEOPLE, PERIODS - 1), past, {})
    return Measurements(
        [str(i) for i in range(PEOPLE)],
        list(columns),
        np.column_stack([column[0] for column in columns.values()]),
        teams=[str(number) for number in team],
        history=history,
    )


def _between(x: np.ndarray, low: float | None, high: float | None) -> np.ndarray:
    return np.clip(x, low, high)


def _band(x: np.ndarray, edges: list[float], scores: list[float], side: str = "right") -> np.ndarray:
    hair = -5e-10 if side == "right" else 5e-10
    found = np.array(scores, dtype=float)[np.searchsorted(np.array(edges) + hair, x, side=side)]
    return np.where(np.isnan(x), NAN, found)


def by_hand(columns: dict[str, list[np.ndarray]]) -> dict[str, np.ndarray]:
    """Totals as they are shown, ranks (NaN: none) and the number of the grade, by hand."""
    k = formulas.by_hand(columns)
    n3 = columns["N3"][0]
    s = np.empty((PEOPLE, len(INDICATORS)), order="F")
    s[:, 0] = _between(k["K01"] / 25, 0, 120)
    s[:, 0] = np.where(n3 >= 40 - 5e-10, np.maximum(s[:, 0], 75), s[:, 0])
    s[:, 1] = _band(k["K02"], [10, 20, 60], [40, 60, 80, 100])
    s[:, 1] = np.where(k[formulas.CONDITIONS[1]] == 1, s[:, 1] * 1.1, s[:, 1])
    s[:, 2] = np.interp(k["K03"], [0, 10, 50], [20, 60, 100])
    s[:, 2] = np.where(s[:, 1] < 60 - 5e-10, np.minimum(s[:, 2], 60), s[:, 2])
    lost = 4 * np.maximum(10 - k["K04"], 0) + 0.5 * np.maximum(k["K04"] - 60, 0)
    s[:, 3] = np.maximum(100 - lost, 0)
    s[:, 4] = 80 + 2 * (k["K05"] - 25)
    s[:, 4] += np.where(k[formulas.CONDITIONS[2]] == 1, 2, 0)
    s[:, 4] = _between(s[:, 4], 0, 120)
    s[:, 5] = _band(k["K06"], [2, 5], [50, 80, 110], "left")
    s[:, 6] = _between(100 * k["K07"] / np.nanmean(k["K07"]), 0, 130)
    s[:, 7] = _between(100 * k["K08"] / 66, 0, 120)
    s[:, 8] = _between(100 + 0.05 * k["K09"], 40, 130)
    away = 100 * k["K10"] / 150 - 100
    whole = 100 + np.sign(away) * np.floor(np.round(np.abs(away) / 10, 9)) * 10
    s[:, 9] = np.maximum(np.interp(whole, [0, 100, 200], [0, 100, 150]), 20)
    low, high = np.nanmin(k["K11"]), np.nanmax(k["K11"])
    s[:, 10] = 100 * (k["K11"] - low) / (high - low)
    s[:, 11] = _between(k["K13"] / 3, 0, 120) * (6 / 12)
    s[:, 11] = np.where(k[formulas.CONDITIONS[3]] == 1, np.minimum(s[:, 11], 55), s[:, 11])
    s[:, 12] = _between(k["K14"], 0, 150)
    z = (k["K15"] - np.nanmean(k["K15"])) / np.nanstd(k["K15"])
    s[:, 13] = _between(75 + 10 * z, 40, 110)
    s[:, 14] = np.maximum(100 - 0.5 * k["K20"], 0)

    weights = np.array([one[3] for one in INDICATORS], dtype=float)
    there = ~np.isnan(s)
    held = there * weights
    kept = held.sum(axis=1)
    effective = held * np.divide(100, kept, out=np.zeros(PEOPLE), where=kept > 0)[:, None]
    points = np.where(there, s, 0) * effective / 100
    sections = [np.array([one[4] == code for one in INDICATORS]) for code in ("BIZ", "OPS")]
    sums = [points[:, members].sum(axis=1) for members in sections]
    biz, ops = np.minimum(sums[0], 60), np.minimum(sums[1], 28)
    biz = np.minimum(np.where(s[:, 6] < 50 - 5e-10, np.minimum(biz, 40), biz), 60)
    total = points.sum(axis=1) + (biz - sums[0]) + (ops - sums[1])
    total += np.where(k["K20"] > 5e-10, -0.01 * np.minimum(100, k["K20"]), 0)
    total += np.where(k["K19"] > 50 + 5e-10, 1, 0)
    total *= np.where(ops < 15 - 5e-10, 0.95, 1)
    unscored = kept / 100 < 0.5 - 5e-10
    total = np.where(unscored, NAN, _between(total, 0, 120))
    out = unscored | ((np.abs(k["K16"]) <= 5e-10) & (k["K12"] < -50 - 5e-10))
    shown = formulas.half_up(total, 2)
    ranked = shown[~out]
    ranks = np.full(PEOPLE, NAN)
    ranks[~out] = 1 + np.searchsorted(np.sort(-ranked), -ranked)
    grades = np.where(unscored, -1, 2 - np.searchsorted([70 - 5e-10, 90 - 5e-10], shown, side="right"))
    return {"totals": shown, "exact": total, "ranks": ranks, "grade_index": np.where(out, -1, grades)}


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def measure() -> dict[str, float]:
    """Seconds by the engine and by hand (the least of several rounds in turn), and the bytes that the engine
    holds at most while it scores, above those of the data.

    Raises
    ------
    AssertionError : the two do not agree to 1e-9.
    """
    columns = formulas.data()
    written, people = scheme(), cohort(columns)
    sheet, right = score(written, people), by_hand(columns)
    for name, figures in right.items():
        np.testing.assert_allclose(getattr(sheet, name), figures, rtol=0, atol=1e-9, err_msg=name)
    del sheet, right
    times: dict[str, list[float]] = {"engine": [], "by hand": []}
    for _ in range(ROUNDS):
        times["engine"].append(_seconds(lambda: score(written, people)))
        times["by hand"].append(_seconds(lambda: by_hand(columns)))
    tracemalloc.start()
    score(written, people)
    _, memory = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {name: min(taken) for name, taken in times.items()} | {"memory": float(memory)}


def report(found: dict[str, float]) -> None:
    """Print what was measured."""
    ours, hand = found["engine"], found["by hand"]
    print(
        f"{PEOPLE} people × {len(INDICATORS)} indicators, {len(formulas.MEASURES)} derived measures, "
        f"{len(CONDITIONS)} conditions, scored:"
    )
    print(f"{1000 * ours:.0f} ms, by hand {1000 * hand:.0f} ms: {ours / hand:.2f} times")
    print(f"memory above the data: {found['memory'] / 2**20:.0f} MB")


if __name__ == "__main__":
    report(measure())
