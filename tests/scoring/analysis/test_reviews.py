"""360 reviews: the order of combining, protection of raters, and reliability against published figures."""

import json

import numpy as np
import pytest

from scoring import AnalysisError, reviews
from tests.places import golden
from tests.sentences import refused

NAN = np.nan


def golden_json(name):
    return json.loads(golden(f"reviews/{name}").read_text(encoding="utf-8"))


def combined(rows, group_weights, **options):
    ratees, raters, groups, answers = zip(*rows, strict=True)
    return reviews.combine(ratees, raters, groups, answers, group_weights, **options)


def test_raters_come_before_groups():
    # One peer answers three items, the others one each: the talkative one has no more say.
    rows = [("A", "p1", "peers", a) for a in (5, 5, 5)]
    rows += [("A", "p2", "peers", 1), ("A", "p3", "peers", 3), ("A", "s", "superior", 4)]
    found = combined(rows, {"superior": 60, "peers": 40})
    assert found.results[0] == pytest.approx(0.6 * 75 + 0.4 * np.mean([100, 0, 50]))


def test_a_group_below_its_minimum_gives_its_weight_to_the_rest():
    rows = [("A", "p1", "peers", 5), ("A", "p2", "peers", 5), ("A", "s", "superior", 3)]
    found = combined(rows, {"superior": 60, "peers": 40})
    assert found.results[0] == 50 and not found.counted[0, 1]
    assert np.isnan(combined(rows[:2], {"superior": 60, "peers": 40}).results[0])


def test_self_ratings_are_shown_and_never_counted():
    rows = [("A", "s", "superior", 3), ("A", "A", "self", 5)]
    found = combined(rows, {"superior": 100})
    assert found.results[0] == 50 and found.group_means[0, found.groups.index("self")] == 100


@pytest.mark.parametrize(("raters", "kept"), [(5, 5), (6, 4), (7, 5)])
def test_trimming_needs_six_raters(raters, kept):
    answers = list(range(raters))
    rows = [("A", f"p{k}", "peers", answer) for k, answer in enumerate(answers)]
    found = combined(rows, {"peers": 100}, trim=1, scale=(0, 100))
    assert found.results[0] == pytest.approx(np.mean(sorted(answers)[(raters - kept) // 2 :][:kept]))


def test_a_group_below_its_minimum_is_in_no_total_and_hides_no_other():
    rows = [("A", "s", "superior", 3), ("A", "c1", "customers", 5)]
    rows += [("A", f"p{k}", "peers", 4) for k in range(3)]
    found = combined(rows, {"superior": 50, "peers": 30, "customers": 20})
    shown = dict(zip(found.groups, found.shown[0], strict=True))
    assert shown == {"superior": True, "peers": True, "customers": False}
    # What the customer said changes nothing that anybody can read.
    rows[1] = ("A", "c1", "customers", 1)
    assert combined(rows, {"superior": 50, "peers": 30, "customers": 20}).results == found.results


def test_severity_equals_the_two_way_fit():
    case = golden_json("small_twoway.json")
    rows = [(row["ratee"], row["rater"], row["score"]) for row in case["data"]]
    found = reviews.severity_adjusted(*zip(*rows, strict=True))
    assert found.adjusted == pytest.approx(case["ratee_adj"], abs=1e-9)
    assert found.severity == pytest.approx(case["rater_effects"], abs=1e-9)
    assert found.residuals == pytest.approx(case["resid"], abs=1e-9)
    assert found.severity.sum() == pytest.approx(0, abs=1e-9)


def test_raters_who_share_nobody_cannot_be_compared():
    ratees, raters, scores = ["A", "B", "C", "D"], ["r1", "r1", "r2", "r2"], [80, 90, 60, 70]
    assert not reviews.connected(ratees, raters)
    with refused(AnalysisError, "share nobody"):
        reviews.severity_adjusted(ratees, raters, scores)
    joined = reviews.severity_adjusted([*ratees, "A"], [*raters, "r2"], [*scores, 60])
    # r2 gave A twenty less than r1 did: everybody of r2 is lifted by as much.
    assert joined.severity == pytest.approx([10, -10])
    assert joined.adjusted == pytest.approx([70, 80, 70, 80])


NAMES = {
    "ICC1": "ICC(1)",
    "ICC2": "ICC(2,1)",
    "ICC3": "ICC(3,1)",
    "ICC1k": "ICC(1,k)",
    "ICC2k": "ICC(2,k)",
    "ICC3k": "ICC(3,k)",
}


def test_reliability_equals_shrout_and_fleiss():
    case = golden_json("icc_alpha.json")
    found = reviews.reliability(case["data"])
    for row in case["icc"]:
        mine = found.icc[NAMES[row["type"]]]
        assert mine.value == pytest.approx(row["ICC"], abs=1e-12)
        assert (mine.low, mine.high) == pytest.approx((row["lower bound"], row["upper bound"]), abs=1e-9)
        assert (mine.f, mine.p) == pytest.approx((row["F"], row["p"]), abs=1e-9)
    assert found.alpha == pytest.approx(case["alpha_raw"], abs=1e-12)
    assert found.standardised_alpha == pytest.approx(case["alpha_std"], abs=1e-12)


def test_incomplete_ratees_are_left_out_and_counted():
    data = [*golden_json("icc_alpha.json")["data"], [1, 2, NAN, 4]]
    found = reviews.reliability(data)
    assert (found.ratees, found.left_out) == (6, 1)
    with pytest.raises(AnalysisError):
        reviews.reliability([[1, 2], [1, NAN]])


def test_reliability_of_unequal_groups_is_that_of_equal_ones_where_they_are_equal():
    case = golden_json("icc_alpha.json")
    data = np.array(case["data"], dtype=float)
    ratees = np.repeat([f"P{i}" for i in range(len(data))], data.shape[1])
    (published,) = (row["ICC"] for row in case["icc"] if row["type"] == "ICC1")
    assert reviews.one_way(ratees, data.ravel()) == pytest.approx(published, abs=1e-12)
    # By hand: means 1.5, 5, grand 3.6; MSR = 14.7, MSW = 2.5/3, k0 = (5 - 13/5)/1 = 2.4.
    found = reviews.one_way(["a", "a", "b", "b", "b"], [1, 2, 4, 5, 6])
    assert found == pytest.approx((14.7 - 2.5 / 3) / (14.7 + 1.4 * 2.5 / 3))
    with pytest.raises(AnalysisError):
        reviews.one_way(["a", "b"], [1, 2])


def test_agreement_within_a_group():
    # James, Demaree and Wolf: variance 2 is chance on five steps, so r_wg is 0; no variance is 1.
    found = reviews.agreement_within([[3, 3, 3], [1, 3, 5], [4, NAN, NAN]], options=5)
    assert found[:2].tolist() == [1, 0] and np.isnan(found[2])


def test_a_lenient_rater_stands_out_from_the_others():
    people = [f"P{k}" for k in range(6)]
    rows = [(p, r, 70 + k + d) for k, p in enumerate(people) for r, d in (("a", 0), ("b", 1), ("c", 15))]
    found = reviews.leniency(*zip(*rows, strict=True))
    assert found.lenient() == ["c"]
    assert found.apart[2] == pytest.approx(14.5) and found.ratings.tolist() == [6, 6, 6]
