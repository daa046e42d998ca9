"""Rounding, ranks and quotas: figures from the decimal module, golden files and by hand."""

import json
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.ranking import assign_grades, competition_ranks
from scoring.rounding import round_half_up
from scoring.scheme import Grade
from tests.places import golden


@pytest.mark.parametrize(("value", "expected"), [(2.675, 2.68), (2.665, 2.67), (1.005, 1.01), (0.125, 0.13)])
def test_half_goes_up_though_the_binary_number_lies_below(value, expected):
    assert round_half_up([value], 2)[0] == expected


@given(st.decimals(min_value=0, max_value=1000, places=9))
def test_rounding_equals_the_decimal_module(value):
    exact = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert round_half_up([float(value)], 2)[0] == float(exact)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (123456789012.345, 2, 123456789012.35),
        (-123456789012.345, 2, -123456789012.35),
        (123456789012.344, 2, 123456789012.34),
        (98765432.5, 0, 98765433.0),
        # No decimals are left to round away.
        (123456789012345.0, 9, 123456789012345.0),
        (100000000000000.0, 2, 100000000000000.0),
    ],
)
def test_large_amounts_are_rounded_to_the_digits_that_they_have(value, decimals, expected):
    assert round_half_up(value, decimals) == expected
    assert round_half_up([value, 2.675], decimals)[0] == expected


def test_ranks_equal_the_golden_cases():
    cases = json.loads(golden("ranks_ties.json").read_text(encoding="utf-8"))["cases"]
    for name, case in cases.items():
        if name == "floats" or "values" not in case:
            continue
        expected = case["descending (highest = rank 1)"]["competition_1224_min"]
        assert competition_ranks(case["values"]).tolist() == expected, name


def test_binary_noise_does_not_part_equals():
    assert competition_ranks([0.1 + 0.2, 0.3, 1, 1]).tolist() == [3, 3, 1, 1]


def test_no_total_no_rank():
    ranks = competition_ranks([90, np.nan, 95])
    assert ranks[[0, 2]].tolist() == [2, 1] and np.isnan(ranks[1])


GRADES = (Grade("A", 95, quota=0.2), Grade("B", 85), Grade("C", 0))


def grades(totals, scale=GRADES):
    index, moved = assign_grades(totals, competition_ranks(totals), scale)
    return "".join(scale[i].name for i in index), moved.tolist()


def test_a_quota_admits_by_rank_and_says_who_moved():
    names, moved = grades([99, 98, 97, 90, 89, 88, 87, 86, 80, 70])
    assert names == "AABBBBBBCC"
    assert moved == [False, False, True] + [False] * 7


def test_a_tie_across_the_border_moves_down_whole():
    assert grades([99, 98, 98, 90, 89, 88, 87, 86, 80, 70])[0] == "ABBBBBBBCC"


def test_shares_are_decimal():
    # 0.29 × 100 is 28.999… in binary.
    totals = [100 - k / 1000 for k in range(100)]
    names, _ = grades(totals, (Grade("A", 95, quota=0.29), Grade("B", 0)))
    assert names.count("A") == 29


def test_small_groups_keep_only_the_best_grades_quota():
    scale = (Grade("A", 95, quota=0.2), Grade("B", 85, quota=0.1), Grade("C", 0))
    assert grades([99, 98, 90, 89, 88], scale)[0] == "ABBBB"
