"""Rounded parts that add up: by a calculator, with the decimals that are on the screen."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.apportion import adding_up
from scoring.rounding import round_half_up


def by_hand(figures, decimals):
    return sum((Decimal(f"{f:.{decimals}f}") for f in figures), Decimal(0))


def test_the_last_cent_goes_to_the_largest_remainder():
    assert adding_up([33.3334, 33.3333, 33.3333], 100) == [33.34, 33.33, 33.33]
    assert adding_up([-0.346, 0.116, 0.0], -0.23) == pytest.approx([-0.35, 0.12, 0.0])
    # A change between two rounded totals may be a unit off the exact one; nothing is given to a zero.
    assert adding_up([0.0, 0.404, 0.101], 0.50) == pytest.approx([0.0, 0.40, 0.10])
    assert adding_up([0.0, 0.404, 0.101], 0.51) == pytest.approx([0.0, 0.41, 0.10])
    assert adding_up([1.234, math.nan], 1.23)[0] == 1.23 and math.isnan(adding_up([1.0, math.nan], 1)[1])
    assert adding_up([], 5.0) == [] and adding_up([0.0, 0.0], 0.0) == [0.0, 0.0]


def test_parts_that_are_not_all_of_the_total_add_up_to_their_own_sum():
    shown = adding_up([44.444, 44.444], 90.89)
    assert by_hand(shown, 2) == Decimal("88.89")
    assert by_hand(adding_up([1.0, 2.0], math.nan), 2) == Decimal("3.00")


@given(
    st.lists(st.floats(-200, 200, allow_nan=False), min_size=1, max_size=20),
    st.integers(0, 4),
)
def test_they_add_up_and_stay_within_a_unit(parts, decimals):
    total = float(round_half_up([math.fsum(parts)], decimals)[0])
    shown = adding_up(parts, total, decimals)
    assert by_hand(shown, decimals) == Decimal(f"{total:.{decimals}f}")
    assert all(abs(a - b) < 10.0**-decimals + 1e-6 for a, b in zip(parts, shown, strict=True))


@given(st.floats(0, 120), st.floats(0, 120), st.lists(st.floats(-20, 20), min_size=1, max_size=9))
def test_steps_lead_from_one_shown_total_to_the_next(start, end, steps):
    steps = [*steps, (end - start) - math.fsum(steps)]
    first, last = round_half_up([start, end]).tolist()
    shown = adding_up(steps, last - first)
    if any(abs(step) > 1e-6 for step in steps):
        assert by_hand([first, *shown], 2) == Decimal(f"{last:.2f}")
        assert all(abs(a - b) <= 0.02 + 1e-9 for a, b in zip(steps, shown, strict=True))
