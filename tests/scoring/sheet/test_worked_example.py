"""Both schemes on the worked example: to the last decimal shown, and against exact fractions."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from scoring import Scheme, score
from tests.places import SCHEMES
from tests.scoring import worked_example as example

EXISTING = replace(Scheme.from_toml((SCHEMES / "x-branch-v1.toml").read_text(encoding="utf-8")), cap=200.0)
OPTIMISED = replace(Scheme.from_toml((SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")), cap=200.0)


@pytest.mark.parametrize(
    ("scheme", "expected"), [(EXISTING, example.EXISTING), (OPTIMISED, example.OPTIMISED)]
)
def test_totals_and_ranks_are_those_of_the_domain_notes(scheme, expected):
    sheet = score(scheme, example.measurements())
    assert sheet.totals.tolist() == expected["totals"]
    assert sheet.ranks.tolist() == expected["ranks"]


def ratio(x, target, cap):
    return min(max(Fraction(100) * Fraction(str(x)) / target, Fraction(0)), Fraction(cap))


def threshold(x, low, target):
    x = Fraction(str(x))
    return (
        Fraction(0)
        if x < low
        else min(Fraction(60) + Fraction(40) * (x - low) / (target - low), Fraction(100))
    )


def down(x, target, limit):
    x = Fraction(str(x))
    return min(max(Fraction(100) * (limit - x) / (limit - target), Fraction(0)), Fraction(100))


BY_HAND = {
    "E01": lambda x: ratio(x, 1200, 150),
    "E02": lambda x: ratio(x, 1500, 150),
    "E03": lambda x: ratio(x, 70, 120),
    "E04": lambda x: ratio(x, 12, 150),
    "G01": lambda x: ratio(x, 120, 120),
    "G02": lambda x: ratio(x, 30, 120),
    "S04": lambda x: ratio(x, 30, 120),
    "R01": lambda x: down(x, Fraction(3, 2), Fraction(7, 2)),
    "R02": lambda x: down(x, 2, 5),
    "R03": lambda x: threshold(x, 95, 99),
    "C01": lambda x: max(Fraction(0), 100 - 10 * Fraction(x)),
    "C02": lambda x: threshold(x, 90, 98),
}
WEIGHTS = {
    1: {"E01": 30, "E02": 25, "E04": 15, "S01": 20, "G05": 10},
    2: {
        "C01": 11, "C02": 7, "C03": 4, "R01": 10, "R02": 8, "R03": 8, "E01": 7, "E02": 5, "E03": 6,
        "G01": 8, "G02": 5, "G05": 4, "G06": 3, "S01": 6, "S02": 4, "S04": 4,
    },
}  # fmt: skip


@pytest.mark.parametrize(("scheme", "version"), [(EXISTING, 1), (OPTIMISED, 2)])
def test_totals_equal_exact_fractions(scheme, version):
    sheet = score(scheme, example.measurements())
    for i, values in enumerate(example.VALUES):
        of = dict(zip(example.CODES, values, strict=True))
        exact = sum(
            Fraction(w, 100) * BY_HAND.get(code, lambda x: Fraction(str(x)))(of[code])
            for code, w in WEIGHTS[version].items()
        )
        assert abs(sheet.exact[i] - float(exact)) < 1e-9


def test_the_overall_cap_is_a_step_of_its_own():
    capped = replace(EXISTING, cap=120.0)
    sheet = score(capped, example.measurements())
    assert sheet.totals[0] == 120.0
    kinds = [(s.kind, round(s.running, 2)) for s in sheet.explain("CM01").totals]
    assert kinds == [("mean", 130.2), ("cap", 120.0), ("rounding", 120.0)]


def test_inherited_bad_loans_are_left_out_for_the_receiver():
    own = np.full((6, len(example.CODES)), np.nan)
    for code, value in (("R01", 1.4), ("R02", 1.9), ("R03", 99)):
        own[4, example.CODES.index(code)] = value
    inherited = [False, False, False, False, True, False]
    sheet = score(OPTIMISED, example.measurements(own_values=own, inherited=inherited))
    assert sheet.totals.tolist() == [56.85, 98.59, 95.55, 95.09, 87.58, 88.15]
    steps = {s.indicator.code: s for s in sheet.explain("CM05").indicators}
    assert steps["R01"].without_inherited and not steps["E01"].without_inherited


def test_grades_follow_the_thresholds():
    sheet = score(OPTIMISED, example.measurements())
    assert sheet.grades.tolist() == ["E", "A", "A", "A", "D", "B"]
