"""Every threshold decides on the decimal numbers that people see: exact fractions are the oracle.

Figures are whole or have two decimals, as in the tables of a branch, from cents to 1e12 yuan; thresholds are
written in decimals too. In binary a fifth of such pairs at the threshold lie on the wrong side of it.
"""

from decimal import Decimal
from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Indicator, Measurements, Scheme, score
from scoring.change.lift import lift
from scoring.change.payoff import payoffs
from scoring.ranking import assign_grades, competition_ranks
from scoring.scheme import Grade, Protection
from scoring.scheme.rules import Attainment, Bands, Direct, Piecewise, Review
from scoring.thresholds import highest_at, lowest_at, whole_part

SHARES = ["0.5", "0.6", "0.7", "0.8", "0.85", "0.9", "0.95", "0.29", "0.333", "1.1"]
CENTS = st.one_of(st.integers(1, 200_000), st.integers(10**7, 10**9), st.integers(10**13, 10**14))
"""Amounts in hundredths: up to 2 000, to ten million, to 1e12."""


def number(hundredths):
    """The float that a table's figure is read as."""
    return float(Decimal(hundredths) / 100)


def near(at, hundredths):
    """Figures in hundredths on, just under and just over a place, and one anywhere; none that differs from it
    by less than a float of that size can hold."""
    place = floor(at)
    told_apart = at * Fraction(2, 10**15)
    figures = {place - 1, place, place + 1, hundredths}
    return {f for f in figures if f == at or abs(f - at) > told_apart}


@settings(deadline=None, max_examples=400)
@given(CENTS, CENTS, st.sampled_from(SHARES))
def test_zero_below_asks_the_share_on_paper(target, other, share):
    limit = Fraction(share) * target
    rule = Attainment(cap=200.0, zero_below=float(share))
    for value in near(limit, other):
        got = rule.evaluate(np.array([number(value)]), np.array([number(target)]), True)[0]
        assert (got == 0.0) == (value < limit or value <= 0), (value, target, share)


@settings(deadline=None, max_examples=200)
@given(CENTS, st.sampled_from(SHARES), st.sampled_from(["0.5", "0.7", "0.85"]))
def test_a_target_that_joining_scales_is_held_to_its_share_too(target, share, factor):
    limit = Fraction(share) * Fraction(factor) * target
    rule = Attainment(cap=1e6, zero_below=float(share))
    for value in near(limit, 1):
        scaled = np.array([number(target) * float(factor)])
        got = rule.evaluate(np.array([number(value)]), scaled, True)[0]
        assert (got == 0.0) == (value < limit or value <= 0)


def noisy(hundredths, by):
    """A figure as a sum or a conversion leaves it: a few units of the last place away."""
    value = number(hundredths)
    return value + by * np.spacing(value)


@settings(deadline=None, max_examples=300)
@given(CENTS, CENTS, st.integers(-3, 3))
def test_bands_and_jumps_are_reached_on_paper(edge, other, noise):
    at = number(edge)
    bands = Bands(edges=(at,), scores=(0.0, 100.0))
    jump = Piecewise(points=((at - 1, 0.0), (at, 0.0), (at, 60.0), (at + 1, 100.0)))
    for value in near(edge, other):
        x = np.array([noisy(value, noise)])
        assert (bands.evaluate(x, x, True)[0] == 100.0) == (value >= edge)
        assert (jump.evaluate(x, x, True)[0] >= 59.9) == (value >= edge)


@given(st.integers(1, 400), st.integers(0, 100))
def test_a_quota_is_the_whole_part_of_the_share_on_paper(people, percent):
    quota = percent / 100
    totals = np.arange(people, 0, -1) + 1000.0
    index, _ = assign_grades(
        totals, competition_ranks(totals), (Grade("A", 1000, quota=quota), Grade("B", 0))
    )
    assert (index == 0).sum() == floor(Fraction(percent, 100) * people)
    assert whole_part(quota * people) == floor(Fraction(percent, 100) * people)
    assert whole_part(sum([0.1] * 3) * 10) == 3 and whole_part(0.8 * 1.1 * 100) == 88


@given(st.integers(0, 12_000), st.integers(-2, 2))
def test_grades_are_reached_on_paper(threshold, noise):
    scale = (Grade("A", number(threshold)), Grade("D", -1.0))
    for hundredths in (threshold - 1, threshold, threshold + 1):
        total = np.array([noisy(hundredths, noise)])
        index, _ = assign_grades(total, np.ones(1), scale)
        assert (index[0] == 0) == (hundredths >= threshold)


WEIGHTS = st.lists(st.integers(1, 999), min_size=2, max_size=8)


@settings(deadline=None, max_examples=150)
@given(WEIGHTS, st.data())
def test_minimum_coverage_is_met_on_paper(points, data):
    # Weights in tenths that sum to 100, and a minimum that a part of them meets exactly.
    total = sum(points)
    tenths = [p * 1000 // total for p in points]
    tenths[0] += 1000 - sum(tenths)
    weights = [t / 10 for t in tenths]
    there = data.draw(st.lists(st.booleans(), min_size=len(points), max_size=len(points)))
    held = sum(t for t, here in zip(tenths, there, strict=True) if here)
    indicators = tuple(Indicator(f"I{k}", {}, w, Direct(), "risk") for k, w in enumerate(weights))
    for minimum in (held, min(1000, held + 1)):
        s = Scheme("t", 1, indicators, minimum_coverage=minimum / 1000)
        row = [50.0 if here else np.nan for here in there]
        status = score(s, Measurements("ab", s.codes, [row, [50.0] * len(row)])).status[0]
        assert (status == "low-coverage") == (held < minimum and held > 0) or status == "no-data"


@pytest.mark.parametrize("rule", [Direct(scale=(0.1, 0.3)), Review(groups={"peers": 100.0})])
def test_the_end_of_a_scale_is_on_the_scale(rule):
    low, high = rule.domain
    x = np.array([low - 1e-16, low, high, high + 1e-14, high + 0.01, low - 0.01, np.nan])
    assert rule.outside(x).tolist() == [False] * 4 + [True, True, False]
    assert Attainment().domain is None and Attainment().outside(x) is None


def test_presence_that_is_nothing_on_paper_is_nothing():
    indicator = Indicator("E", {}, 100.0, Attainment(), "efficiency", target=100.0, measure="count")
    s = Scheme("t", 1, (indicator,), protection=Protection(3, (0.5,)))
    # Two leaves of 0.7 and 0.3 of the days leave 5.6e-17 of presence.
    there = [1 - 0.7 - 0.3, 1, 1]
    m = Measurements("abc", ["E"], [[50], [50], [40]], presence=there, tenure_months=[9, 9, 4])
    got = score(s, m)
    assert there[0] > 0 and got.explain("a").indicators[0].gap == "absent"
    assert got.totals[1:].tolist() == [50.0, 80.0]


def test_the_hair_is_nine_decimals_then_fifteen_digits():
    assert lowest_at(0.8) == 0.8 - 5e-10 and highest_at(0.0) == 5e-10
    assert lowest_at(1e12) > 1e12 - 0.005 and lowest_at(4e12) > 4e12 - 0.01
    column = np.array([0.8, 1e12])
    assert lowest_at(column).tolist() == [lowest_at(0.8), lowest_at(1e12)]


# Case 12: 2.4 of 3 and 8 of 10 are exactly 80 %, 2.39 of 3 is not.
GATED = Indicator("I0", {}, 100.0, Attainment(zero_below=0.8), "efficiency", target=100.0)
CASE_12 = Scheme("t", 1, (GATED,), grades=(Grade("A", 90), Grade("D", 0)))


def case_12():
    return score(CASE_12, Measurements("ABC", ["I0"], [[2.4], [8], [2.39]], [[3], [10], [3]]))


def test_exactly_at_the_threshold_counts_as_reached():
    assert case_12().totals.tolist() == [80.0, 80.0, 0.0]


def test_whoever_is_at_the_threshold_is_told_so_everywhere():
    sheet = case_12()
    assert [sheet.explain(p).indicators[0].limit for p in "ABC"] == [None, None, "zero-below"]
    # A stands on the step, so no step lies ahead; C has one, 0.01 away.
    ahead = {p: payoffs(sheet, p)[0] for p in "ABC"}
    assert ahead["A"].to_cliff is None and ahead["B"].to_cliff is None
    assert ahead["C"].to_cliff == pytest.approx(0.01) and ahead["C"].cliff_points == pytest.approx(80)
    # 89.995 is written as 90.00.
    assert lift(sheet, "C").single[0].needed == pytest.approx(3 * 0.89995)


def test_a_step_down_is_taken_only_beyond_it():
    # Fewer is better: 5 complaints still belong to the worse band, 4 do not.
    rule = Bands(edges=(5,), scores=(100, 0))
    indicator = Indicator("V", {}, 100.0, rule, "social", direction="lower", measure="count")
    s = Scheme("t", 1, (indicator,), grades=CASE_12.grades)
    sheet = score(s, Measurements("ab", ["V"], [[5], [0]]))
    assert sheet.totals.tolist() == [0, 100]
    assert lift(sheet, "a").single[0].needed == 4
    assert payoffs(sheet, "a")[0].to_cliff == 0.0 and payoffs(sheet, "b")[0].to_cliff is None


def test_a_score_that_is_the_cap_on_paper_was_not_capped():
    # 100 · 1.1 · 1.1 / 1.1 … leaves a last digit above 110.
    indicator = Indicator("E", {}, 100.0, Attainment(cap=110.0), "efficiency", target=1.0)
    sheet = score(Scheme("t", 1, (indicator,)), Measurements("a", ["E"], [[1.1 + 2e-16]]))
    assert 100 * sheet.values[0, 0] > 110 and sheet.explain("a").indicators[0].limit is None
    assert [step.kind for step in sheet.explain("a").totals] == ["mean", "rounding"]
