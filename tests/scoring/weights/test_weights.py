"""Derived weights: figures that other programs and papers give, and what must hold for any judgements."""

import json

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring import AnalysisError, SchemeError, weights
from tests.places import golden
from tests.sentences import refused

NAN = np.nan


def golden_json(name):
    return json.loads(golden(f"weights/{name}").read_text(encoding="utf-8"))


def test_ahp_equals_the_golden_eigenvectors_and_ratios():
    for name, case in golden_json("ahp.json")["matrices"].items():
        found = weights.ahp(case["matrix"], case["names"])
        assert found.weights == pytest.approx(case["numpy_eigen_weights"], abs=1e-12), name
        assert found.largest_eigenvalue == pytest.approx(case["numpy_lambda_max"], abs=1e-12)
        assert found.consistency_ratio == pytest.approx(case["CR_saaty_RI_table"], abs=1e-12)
        assert found.random_index_table == "Saaty 1980"


def test_ahp_gives_the_published_weights_of_saaty_2008():
    case = golden_json("ahp.json")["matrices"]["drinks_saaty2008"]
    found = weights.ahp(case["matrix"], case["names"])
    assert np.round(found.weights, 3).tolist() == case["published"]["weights_3dp"]
    assert round(found.consistency_ratio, 3) == case["published"]["CR_saaty"]


def test_the_random_index_is_saatys_of_1980():
    table = golden_json("ahp.json")["random_index"]["Saaty 1980 (pyDecision ahp_method; Wikipedia)"]
    assert list(weights.RANDOM_INDEX) == table


def test_two_criteria_are_always_consistent():
    assert weights.ahp([[1, 3], [1 / 3, 1]]).consistency_ratio == 0


def consistent(w):
    w = np.asarray(w, dtype=float)
    return w[:, None] / w


def test_the_one_wrong_judgement_is_named_with_what_the_others_imply():
    matrix = consistent([8, 4, 2, 1])
    matrix[0, 3], matrix[3, 0] = 1.0, 1.0
    found = weights.ahp(matrix, ["a", "b", "c", "d"])
    assert {found.worst.first, found.worst.second} == {"a", "d"}
    assert found.worst.given == 1 and max(found.worst.implied, 1 / found.worst.implied) == pytest.approx(8)
    assert weights.ahp(consistent([8, 4, 2, 1])).worst is None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0.1, 9), min_size=3, max_size=7), st.randoms())
def test_missing_judgements_of_a_consistent_set_change_nothing(given_weights, random):
    matrix = consistent(given_weights)
    n = len(matrix)
    # A path through all criteria keeps them linked; anything else may go.
    for i in range(n):
        for j in range(i + 2, n):
            if random.random() < 0.5:
                matrix[i, j] = matrix[j, i] = NAN
    expected = np.array(given_weights) / sum(given_weights)
    found = weights.ahp(matrix)
    assert found.weights == pytest.approx(expected, abs=1e-9)
    assert found.consistency_index == pytest.approx(0, abs=1e-9)


def test_judgements_that_link_nothing_are_refused():
    matrix = np.eye(4)
    matrix[matrix == 0] = NAN
    matrix[0, 1], matrix[2, 3] = 2, 3
    with refused(AnalysisError, "not linked"):
        weights.ahp(matrix)


@pytest.mark.parametrize(
    ("matrix", "says"),
    [
        ([[1, 2], [2, 1]], "reciprocal"),
        ([[1, -2], [-0.5, 1]], "above 0"),
        ([[1, 2, 3], [0.5, 1, 2]], "square"),
    ],
)
def test_judgements_that_contradict_themselves_are_refused(matrix, says):
    with refused(AnalysisError, says):
        weights.ahp(matrix)


def test_a_group_judges_by_the_geometric_mean_and_each_member_is_told_the_own_ratio():
    one, other = consistent([4, 2, 1]), consistent([1, 2, 4])
    found = weights.ahp([one, other])
    assert found.weights == pytest.approx([1 / 3] * 3)
    assert found.members == pytest.approx((0, 0), abs=1e-12)
    partly = one.copy()
    partly[0, 2] = partly[2, 0] = NAN
    assert weights.ahp([one, partly]).weights == pytest.approx(weights.ahp(one).weights)


def test_best_worst_equals_the_golden_cases():
    for name, case in golden_json("best_worst.json")["cases"].items():
        found = weights.best_worst(case["best_to_others"], case["others_to_worst"])
        assert found.weights == pytest.approx(case["linear_weights_highs"], abs=1e-9), name
        assert found.xi == pytest.approx(case["linear_xi"], abs=1e-9)
        assert found.consistency_ratio == pytest.approx(case["input_based_CR"], abs=1e-12)


def test_best_worst_says_up_to_which_ratio_judgements_pass_and_what_breaks_them():
    # Liang, Brunelli and Rezaei (2020): a_BW = 8 with 3 and 5 criteria; they have none for a_BW = 2.
    found = weights.best_worst([8, 2, 1], [1, 5, 8], ["a", "b", "c"])
    assert (found.acceptable, found.breaks) == (0.1309, "b")  # 2·5 = 10 for 8, the others 8·1
    assert weights.best_worst([2, 1, 4, 3, 8], [4, 8, 2, 3, 1]).acceptable == 0.2958
    level = weights.best_worst([1, 2, 2], [2, 1, 1])
    assert (level.acceptable, level.breaks) == (None, None)


def test_best_worst_needs_a_best_and_a_worst():
    with pytest.raises(AnalysisError):
        weights.best_worst([2, 3], [3, 1])
    with pytest.raises(AnalysisError):
        weights.best_worst([1, 0.5], [2, 1])


def test_objective_weights_equal_the_golden_matrices():
    for name, case in golden_json("objective_weights.json")["cases"].items():
        matrix, higher = np.array(case["matrix"], dtype=float), [t > 0 for t in case["types"]]
        peers = case["peers"]
        critic = peers["scikit-criteria"]["critic_pearson_by_objective"]
        assert weights.critic(matrix, higher).weights == pytest.approx(critic, abs=1e-12), name
        if isinstance(peers["pymcdm"]["entropy"], list):
            entropy = peers["pymcdm"]["entropy"]
            assert weights.entropy(matrix).weights == pytest.approx(entropy, abs=1e-12), name
        scaled = (matrix - matrix.min(axis=0)) / np.ptp(matrix, axis=0)
        spread = scaled.std(axis=0, ddof=1)
        assert weights.standard_deviation(matrix).weights == pytest.approx(spread / spread.sum())


CONSTANT = [[1, 5, 3], [2, 5, 9], [4, 5, 1], [8, 5, 2]]


@pytest.mark.parametrize("method", [weights.entropy, weights.critic, weights.standard_deviation])
def test_what_tells_nobody_apart_weighs_nothing_and_is_named(method):
    found = method(CONSTANT, names=["a", "b", "c"])
    assert found.by_name["b"] == 0 and found.constant == ("b",)
    assert found.weights.sum() == pytest.approx(1)
    with pytest.raises(AnalysisError):
        method([[1, 2], [1, 2]])
    with pytest.raises(AnalysisError):
        method([[1, NAN], [2, 3]])


def test_critic_heeds_the_direction_and_entropy_takes_zeros_but_no_negatives():
    matrix = [[1, 9], [2, 5], [3, 1]]
    assert weights.critic(matrix, [True, True]).weights == pytest.approx([0.5, 0.5])
    # Both columns say the same once the second is turned: no conflict is left to weigh.
    with refused(AnalysisError, "no conflict"):
        weights.critic(matrix, [True, False])
    assert weights.entropy([[0, 1], [1, 2]]).weights.sum() == pytest.approx(1)
    with refused(AnalysisError, "−1"):
        weights.entropy([[-1, 1], [1, 2]])


@pytest.mark.parametrize("unit", [1, 1000])
def test_units_do_not_matter_for_the_standard_deviation(unit):
    base = np.array([[1.0, 5], [2, 9], [4, 1]])
    assert weights.standard_deviation(base * [1, unit]).weights == pytest.approx(
        weights.standard_deviation(base).weights
    )


def test_a_committee_is_not_pulled_by_one_member():
    members = [[50, 30, 20], [40, 40, 20], [0, 0, 100]]
    found = weights.aggregate(members, ["a", "b", "c"])
    assert found.weights == pytest.approx(np.array([40, 30, 20]) / 90)
    assert found.distance.argmax() == 2 and 0 <= found.concordance <= 1
    same = weights.aggregate([[1, 2, 3]] * 4)
    assert same.concordance == pytest.approx(1) and same.distance == pytest.approx(0)


def test_the_trimmed_mean_drops_the_extremes_from_five_members_on():
    members = [[0, 100], [40, 60], [50, 50], [60, 40], [100, 0]]
    assert weights.aggregate(members, method="trimmed-mean").weights == pytest.approx([0.5, 0.5])
    four = weights.aggregate([[0, 100], *members[1:4]], method="trimmed-mean")
    assert four.weights == pytest.approx([0.375, 0.625])


def test_points_and_equal_weights():
    assert weights.points([100, 50, 50]).weights == pytest.approx([0.5, 0.25, 0.25])
    assert weights.equal(["a", "b"]).by_name == {"a": 0.5, "b": 0.5}
    with pytest.raises(AnalysisError):
        weights.points([0, 0])


SHARES = st.lists(st.floats(0.1, 50), min_size=3, max_size=8)


@settings(deadline=None)
@given(SHARES, st.floats(0, 60))
def test_rebalancing_within_bounds_keeps_sum_bounds_and_order(raw, wanted):
    given_weights = {str(k): 100 * w / sum(raw) for k, w in enumerate(raw)}
    bounds = {c: (0.5 * w, 2 * w + 20) for c, w in given_weights.items() if c != "0"}
    left = 100 - wanted
    low, high = (sum(b[k] for b in bounds.values()) for k in (0, 1))
    # A hair from the edge both answers are right.
    assume(abs(left - low) > 1e-6 and abs(left - high) > 1e-6)
    if not low <= left <= high:
        with pytest.raises(SchemeError):
            weights.rebalance(given_weights, {"0": wanted}, bounds=bounds)
        return
    found = weights.rebalance(given_weights, {"0": wanted}, bounds=bounds)
    assert sum(found.values()) == pytest.approx(100, abs=1e-9)
    for code, (low, high) in bounds.items():
        assert low - 1e-9 <= found[code] <= high + 1e-9
    inside = [c for c, (low, high) in bounds.items() if low + 1e-7 < found[c] < high - 1e-7]
    ratios = [found[c] / given_weights[c] for c in inside]
    assert ratios == pytest.approx([ratios[0]] * len(ratios)) if ratios else True
