"""When a value turned: its last change for the worse beside the median of those before, by hand."""

import math

import numpy as np
import pytest

from scoring.change.turning import turned


def one(*values, higher=False):
    return float(turned(np.array(values, dtype=float)[:, None], higher_is_better=higher)[0])


@pytest.mark.parametrize(
    ("values", "times"),
    [
        ((1.0, 1.1, 1.0, 1.1, 1.2, 1.6), 4.0),  # usual 0.1, now 0.4
        ((1.0, 1.1, 1.0, 1.1, 1.2, 1.5), math.nan),  # three times the usual is not more
        ((1.0, 1.1, 1.0, 1.1, 1.2, 0.4), math.nan),  # for the better
        ((1.0, 1.1, 1.0, 1.1, 1.6), math.nan),  # three changes before: nothing is usual yet
        ((2.0, 2.0, 2.0, 2.0, 2.0, 2.1), math.inf),  # nothing ever moved
        ((2.0, 2.0, 2.0, 2.0, 2.0, 2.0), math.nan),
        ((1.0, 1.1, 1.0, 1.1, 1.2, math.nan), math.nan),
        ((math.nan, 1.0, 1.1, 1.0, 1.1, 1.2, 1.6), 4.0),
        ((1.0, 1.1, 1.0, math.nan, 1.1, 1.2, 1.6), math.nan),  # changes over a gap are none: three are left
        ((1.0,), math.nan),
        ((1.0, 5.0), math.nan),
    ],
)
def test_a_lower_is_better_value_turns_when_it_rises_by_more_than_three_times_the_usual(values, times):
    found = one(*values)
    assert found == pytest.approx(times, nan_ok=True)
    # The mirror image, where higher is better.
    assert one(*(-v for v in values), higher=True) == pytest.approx(times, nan_ok=True)


def test_people_are_looked_at_one_by_one_whatever_the_others_do():
    rng = np.random.default_rng(5)
    values = rng.normal(size=(13, 200)).cumsum(axis=0)
    values[rng.random(values.shape) < 0.1] = np.nan
    whole = turned(values, higher_is_better=True)
    alone = [turned(values[:, [j]], higher_is_better=True)[0] for j in range(200)]
    np.testing.assert_array_equal(whole, alone)
    assert 0 < (~np.isnan(whole)).sum() < 30
