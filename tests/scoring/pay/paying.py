"""Runs of lines of pay over people with figures by hand."""

from scoring import Measurements, Scheme, score
from scoring.pay import pay

HEAD = """
code = "pay"
version = 1
name = "P"
cycle = "month"
classes = ["all"]
veto = { ceiling = 59, grade = "D" }

[[indicator]]
code = "A"
name = "A"
class = "all"
direction = "higher"
weight = 100
rule = { type = "direct" }
"""


def scheme(lines, head=HEAD):
    return Scheme.from_toml(f"{head}\n{lines}")


def faults(lines, head=HEAD):
    """What is wrong, as key and place."""
    return [(fault.key, fault.where) for fault in Scheme.reading(f"{head}\n{lines}").faults]


def run_of(lines, figures, *, head=HEAD, **more):
    """The run over people P1, P2 …; `figures` by code a row of one value each. Everybody has 80 points in A
    where it is not said."""
    n = len(next(iter(figures.values())))
    held = {"A": [80.0] * n, **figures}
    people = [f"P{k}" for k in range(1, n + 1)]
    values = [[held[code][i] for code in held] for i in range(n)]
    return pay(score(scheme(lines, head), Measurements(people, list(held), values, **more)))


def line(run, code):
    """Fen of one line by person."""
    return run.amounts[:, [one.code for one in run.lines].index(code)].tolist()


def lacking(run, code):
    return run.missing[:, [one.code for one in run.lines].index(code)].tolist()
