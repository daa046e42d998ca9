"""Moving a class as a whole, and weights in round numbers: the sum is 100 whatever is locked."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import SchemeError
from scoring.weights import rounded, set_group, to_sum

POINTS = st.lists(st.floats(0.01, 50), min_size=2, max_size=16)


def weights_of(points):
    whole = sum(points)
    return {f"I{k}": 100 * p / whole for k, p in enumerate(points)}


def test_by_hand():
    given_ = {"A": 40.4, "B": 30.9, "C": 18.5, "D": 10.2}
    assert rounded(given_, 1) == {"A": 40, "B": 31, "C": 19, "D": 10}
    assert rounded(given_, 0.5) == {"A": 40.5, "B": 31, "C": 18.5, "D": 10}
    # The 0.4 that is locked leaves 0.6 over: the largest of the others takes it.
    assert rounded(given_, 1, locked=["A"]) == pytest.approx({"A": 40.4, "B": 31.6, "C": 18, "D": 10})
    assert rounded(given_, 1, bounds={"B": (0, 30)}) == {"A": 41, "B": 30, "C": 19, "D": 10}
    assert set_group({"A": 40, "B": 20, "C": 30, "D": 10}, ["A", "B"], 30) == {
        "A": 20,
        "B": 10,
        "C": 52.5,
        "D": 17.5,
    }
    assert set_group({"A": 40, "B": 20, "C": 30, "D": 10}, ["A", "B"], 70, ["B", "D"]) == {
        "A": 50,
        "B": 20,
        "C": 20,
        "D": 10,
    }


@settings(deadline=None)
@given(POINTS, st.sampled_from([0.5, 1.0]), st.randoms())
def test_round_numbers_sum_to_100_and_leave_what_is_locked(points, step, random):
    weights = weights_of(points)
    locked = [c for c in weights if random.random() < 0.4]
    found = rounded(weights, step, locked)
    assert math.fsum(found.values()) == pytest.approx(100, abs=1e-9)
    assert all(found[c] == weights[c] for c in locked)
    free = [c for c in weights if c not in locked]
    odd = [c for c in free if abs(found[c] / step - round(found[c] / step)) > 1e-9]
    # One at most takes what the locked leave over; none is farther than the step it was rounded by, and that.
    assert len(odd) <= (1 if locked else 0)
    assert all(abs(found[c] - weights[c]) < step + (step if c in odd else 0) + 1e-9 for c in free)
    assert min(found.values()) >= 0


def test_bounds_without_room_for_round_numbers_are_refused():
    with pytest.raises(SchemeError):
        rounded({"A": 50.2, "B": 49.8}, 1, bounds={"A": (0, 50.5), "B": (0, 49.9)})


@settings(deadline=None)
@given(POINTS, st.floats(0, 100), st.integers(1, 8))
def test_a_class_keeps_its_proportions_inside_and_the_others_theirs(points, wanted, size):
    weights = weights_of(points)
    group = list(weights)[: min(size, len(weights) - 1)]
    found = set_group(weights, group, wanted)
    assert math.fsum(found[c] for c in group) == pytest.approx(wanted, abs=1e-9)
    for some in (group, [c for c in weights if c not in group]):
        was, now = (np.array([w[c] for c in some]) for w in (weights, found))
        assert now * was.sum() == pytest.approx(was * now.sum(), abs=1e-6)


def test_a_class_does_not_go_below_what_is_locked_in_it_and_does_not_move_when_all_of_it_is():
    weights = {"A": 40.0, "B": 20.0, "C": 40.0}
    with pytest.raises(SchemeError):
        set_group(weights, ["A", "B"], 30, ["A"])
    with pytest.raises(SchemeError):
        set_group(weights, ["A", "B"], 50, ["A", "B"])


@pytest.mark.parametrize(("points", "step"), [(100, 0.5), (1000, 5), (100, 1)])
def test_weights_of_any_sum_are_brought_to_the_points_in_proportion(points, step):
    made = to_sum({"A": 10, "B": 20, "C": 30.2}, points, step)
    assert sum(made.values()) == pytest.approx(points)
    assert all((w / step) == pytest.approx(round(w / step)) for w in made.values())
    for code, weight in (("A", 10), ("B", 20), ("C", 30.2)):
        assert abs(made[code] - points * weight / 60.2) <= step


def test_without_any_weight_all_are_equal():
    assert to_sum({"A": 0, "B": -3}, 100) == {"A": 50, "B": 50}
