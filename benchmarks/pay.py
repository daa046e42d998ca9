"""Speed of a pay run: lines of every kind over a hundred thousand people.

python -m benchmarks.pay
"""

from __future__ import annotations

import time

import numpy as np

from scoring import Measurements, Scheme, score
from scoring.pay import explain, guards, pay

PEOPLE = 100_000
ROUNDS = 5

SCHEME = """
code = "pay"
version = 1
name = "pay"
cycle = "month"
classes = ["all"]
veto = { ceiling = 59, grade = "D" }
payment = { material = ["客户经理"], deferred = 0.4, years = 3, minimum = 2000, wage = "WAGE" }

[[indicator]]
code = "A"
name = "A"
class = "all"
direction = "higher"
weight = 100
rule = { type = "direct" }

[[grade]]
name = "A"
from = 80
coefficient = 1.2
[[grade]]
name = "D"
from = 0
coefficient = 0.8
"""
LINES = (
    'code = "P01"\nkind = "coefficient"\nbase = "WAGE"\nfactors = ["coefficient()", "presence()", 0.5]',
    'code = "P02"\nkind = "price"\nquantity = "max(0, Q1 - 20)"\nprice = 1.37',
    'code = "P03"\nkind = "price"\nshares = { Q2 = 70, Q3 = 30 }\nprice = 12',
    'code = "P04"\nkind = "pool"\npool = "all_sum(WAGE)*0.15"\nshare = "max(0, Q1 - Q2)"\nnobody = "unpaid"',
    'code = "P05"\nkind = "pool"\npool = "team_sum(WAGE)*0.05"\nshare = "Q3"\nwithin = "team"\n'
    'nobody = "equal"',
    'code = "P06"\nkind = "step"\non = "Q2"\nedges = [10, 20, 50]\namounts = [0, 50, 100, 300]',
    'code = "P07"\nkind = "bonus"\nwhen = "total() >= 90"\namount = "100 + pay(P06)"',
    'code = "P08"\nkind = "fine"\namount = "max(0, 10 - Q3)*5"\nloss = true',
    'code = "P09"\nkind = "floor"\namount = 2200',
    'code = "P10"\nkind = "ceiling"\namount = 9000',
)


def text() -> str:
    """The scheme file."""
    return SCHEME + "".join(f'\n[[pay]]\nname = "line"\n{line}\n' for line in LINES)


def main() -> None:
    """Print the best of some rounds."""
    rng = np.random.default_rng(1)
    codes = ["A", "WAGE", "Q1", "Q2", "Q3"]
    columns = [rng.uniform(50, 100, PEOPLE), rng.uniform(2500, 4500, PEOPLE).round(2)]
    columns += [rng.uniform(0, 100, PEOPLE).round(2) for _ in range(3)]
    measured = Measurements(
        [f"P{k}" for k in range(PEOPLE)],
        codes,
        np.column_stack(columns),
        positions=["客户经理" if k % 3 else "柜员" for k in range(PEOPLE)],
        teams=[f"T{k % 200}" for k in range(PEOPLE)],
        presence=rng.uniform(0.8, 1, PEOPLE),
    )
    sheet = score(Scheme.from_toml(text()), measured)
    took: dict[str, list[float]] = {"run": [], "guards": [], "one person explained": []}
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run = pay(sheet)
        took["run"].append(time.perf_counter() - start)
        start = time.perf_counter()
        found = guards(run)
        took["guards"].append(time.perf_counter() - start)
        start = time.perf_counter()
        explain(run, "P7")
        took["one person explained"].append(time.perf_counter() - start)
    pool = run.amounts[:, [line.code for line in run.lines].index("P04")].sum()
    assert pool == round(float(columns[1].sum()) * 15), "a pool has to be paid to the fen"
    print(f"{PEOPLE:,} people × {len(run.lines)} lines, {len(found):,} guards")
    for name, times in took.items():
        print(f"{name}: {1000 * min(times):.0f} ms")


if __name__ == "__main__":
    main()
