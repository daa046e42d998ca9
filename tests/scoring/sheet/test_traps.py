"""The mistakes that others make (tests/golden/traps.json), one by one: what Steelyard does instead."""

import json

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, SchemeError, score, weights
from scoring.ranking import competition_ranks
from scoring.scheme.rules import Direct, PeerMinMax
from tests.places import golden


def traps():
    cases = json.loads(golden("traps.json").read_text(encoding="utf-8"))["cases"]
    return {case["id"]: case for case in cases}


def scheme(shares, rule=None, **more):
    indicators = tuple(Indicator(f"I{k}", {}, w, rule or Direct(), "risk") for k, w in enumerate(shares))
    return Scheme("t", 1, indicators, **more).checked()


def sheet(rules, values):
    return score(rules, Measurements([f"P{i}" for i in range(len(values))], rules.codes, values))


def test_a_rank_is_a_place_not_an_ordering():
    # The peer turns ranks into an ordering; ties broken by the order of entry would be 4, 1, 2, 3.
    case = traps()["untied_rank"]
    ranks = competition_ranks([-r for r in case["input_rank"]])
    assert ranks.tolist() == [4, 1, 1, 3]
    assert competition_ranks([-r for r in case["input_rank"]], [[0, 3, 2, 1]]).tolist() == case["suggested"]


def test_binary_noise_ties():
    case = traps()["float_tie"]
    assert competition_ranks(case["scores"]).tolist() == case["suggested"]


def test_what_is_missing_is_left_out_of_the_mean():
    result = sheet(scheme([50, 50], minimum_coverage=0.5), [[np.nan, 60], [20, 60]])
    assert result.totals.tolist() == [60, 40]


def test_only_what_has_no_weight_is_present():
    result = sheet(scheme([100, 0], minimum_coverage=0), [[np.nan, 60], [20, 60]])
    assert np.isnan(result.totals[0]) and np.isnan(result.ranks[0])
    assert result.status[0] in ("no-data", "low-coverage")


def test_an_indicator_on_which_all_are_alike_scores_all_alike():
    values = [[1, 5], [2, 5], [4, 5]]
    result = sheet(scheme([50, 50], PeerMinMax()), values)
    assert result.scores[:, 1].tolist() == [100, 100, 100]
    assert not np.isnan(result.totals).any()


def test_one_missing_value_poisons_nobody():
    result = sheet(scheme([50, 50], PeerMinMax(), minimum_coverage=0.5), [[1, np.nan], [2, 3], [4, 5]])
    assert result.totals.tolist() == [0, pytest.approx((100 / 3 + 0) / 2, abs=0.01), 100]


@pytest.mark.parametrize("shares", [[100, 100], [150, -50]])
def test_weights_that_do_not_sum_or_are_negative_are_refused(shares):
    with pytest.raises(SchemeError):
        scheme(shares)
    with pytest.raises(SchemeError):
        scheme([50, 50]).with_weights(dict(zip(["I0", "I1"], shares, strict=True)))
    assert weights.rebalance({"a": 50, "b": 50}, {"a": 70}) == {"a": 70, "b": 30}
