"""Progress towards a goal, what is expected by now, what the facts suggest in the end: figures by hand."""

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.growth.falls import falls
from scoring.growth.goals import expected, outcome, progress, standing

FIGURES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 2))


@pytest.mark.parametrize(
    ("baseline", "value", "target", "higher", "share"),
    [
        (100, 130, 160, True, 0.5),
        (3.6, 3.0, 1.6, False, 0.3),
        (3.6, 4.6, 1.6, False, -0.5),  # it got worse: below 0, and shown as that
        (100, 200, 160, True, 1.0),  # beyond the target is the target
        (0, 0, 0, True, 1.0),  # to be held, and held
        (2, 1.9, 2, True, 0.0),
        (2, 1.9, 2, False, 1.0),
        (2.4, 0.1 + 0.2 + 2.1, 2.4, False, 1.0),  # 2.4 on paper, a hair more in binary
        (-5, 0, 5, True, 0.5),
    ],
)
def test_progress_is_the_share_of_the_way(baseline, value, target, higher, share):
    assert progress(baseline, value, target, higher=higher) == pytest.approx(share, abs=1e-9)


def test_a_missing_value_has_no_progress():
    assert math.isnan(progress(1, math.nan, 2, higher=True))
    assert standing(math.nan, 0.2) == "unknown"


@given(FIGURES, FIGURES, FIGURES, st.booleans())
def test_nothing_is_beyond_the_target_and_the_ends_are_0_and_1(baseline, value, target, higher):
    share = progress(baseline, value, target, higher=higher)
    assert share <= 1
    if baseline != target:
        assert progress(baseline, target, target, higher=higher) == 1
        assert progress(baseline, baseline, target, higher=higher) == 0
        # Mirrored, a goal where lower is better is one where higher is.
        assert progress(-baseline, -value, -target, higher=not higher) == share


def test_what_is_expected_grows_by_days_from_0_to_1():
    first, last = dt.date(2026, 9, 1), dt.date(2026, 11, 29)  # 90 days
    assert expected(first, last, dt.date(2026, 8, 31)) == 0
    assert expected(first, last, dt.date(2026, 9, 30)) == pytest.approx(30 / 90)
    assert expected(first, last, last) == expected(first, last, dt.date(2027, 1, 1)) == 1


@pytest.mark.parametrize(
    ("done", "wanted", "says"),
    [
        (1.0, 1.0, "met"),
        (1.0, 0.1, "met"),
        (0.4, 0.4, "on-course"),
        (0.39, 0.4, "behind"),
        (-0.1, 0.0, "behind"),
    ],
)
def test_a_goal_is_met_on_course_or_behind(done, wanted, says):
    assert standing(done, wanted) == says


@pytest.mark.parametrize(
    ("done", "says"),
    [
        ([1, 1], "met"),
        ([1, -0.4], "partly-met"),
        ([0.5, 0.5], "partly-met"),
        ([0.9, 0.0], "not-met"),
        ([math.nan, math.nan], "not-met"),
        ([0.99, math.nan], "not-met"),
        ([], "not-met"),
    ],
)
def test_the_outcome_that_the_facts_suggest(done, says):
    assert outcome(done) == says


def test_falling_is_counted_from_the_last_period_back_until_it_did_not_fall():
    nan = math.nan
    totals = np.array(
        [
            [90.0, 80, 70, 90, 60],
            [89.0, 81, nan, 90, 59],
            [88.0, 80, 69, 89, 58],
            [87.0, 79, 68, 89, nan],
        ]
    )
    assert falls(totals).tolist() == [3, 2, 1, 0, 0]
    assert falls(totals[:1]).tolist() == [0] * 5
