"""Missing values, the order of the total, and what must hold for every sheet."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Indicator, MeasurementError, Measurements, Scheme, compare, score
from scoring.scheme import Grade, Veto
from scoring.scheme.rules import Attainment, Direct
from tests.sentences import refused
from words.text import text_for


def scheme(weights, classes=None, **more):
    classes = classes or ["risk"] * len(weights)
    indicators = tuple(
        Indicator(f"I{k}", {}, w, Direct(), c) for k, (w, c) in enumerate(zip(weights, classes, strict=True))
    )
    return Scheme("t", 1, indicators, minimum_coverage=0.0, **more).checked()


def sheet(s, values, **more):
    return score(s, Measurements([f"P{i}" for i in range(len(values))], s.codes, values, **more))


NAN = np.nan


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        # The second risk indicator takes the first one's weight: 50·80 + 50·60.
        ("redistribute-in-class", 70.0),
        # 30 and 50 scaled to 100: 37.5·80 + 62.5·60.
        ("redistribute", 67.5),
        ("zero", 54.0),
        # The median of the others' first score (40, 90) is 65: 20·65 + 30·80 + 50·60.
        ("cohort-median", 67.0),
        ("block", NAN),
    ],
)
def test_missing_policies_by_hand(policy, expected):
    s = scheme([20, 30, 50], ["risk", "risk", "social"], missing=policy)
    got = sheet(s, [[NAN, 80, 60], [40, 50, 50], [90, 50, 50]])
    assert got.totals[0] == pytest.approx(expected, nan_ok=True)
    assert got.coverage.tolist() == [0.8, 1.0, 1.0]


def test_an_indicator_that_nobody_has_is_left_out_for_all_and_said_so():
    got = sheet(scheme([20, 30, 50], ["risk", "risk", "social"]), [[NAN, 80, 60], [NAN, 40, 100]])
    assert got.left_out == ("I0",)
    assert got.effective_weights.tolist() == [[0, 50, 50], [0, 50, 50]]
    assert got.totals.tolist() == [70.0, 70.0]


def test_low_coverage_gives_no_total_and_no_rank():
    s = replace(scheme([60, 40]), minimum_coverage=0.6)
    got = sheet(s, [[NAN, 90], [80, NAN], [70, 70]])
    assert got.status.tolist() == ["low-coverage", "ranked", "ranked"]
    assert np.isnan(got.totals[0]) and got.ranks[1:].tolist() == [1, 2]


def test_the_order_of_the_total():
    s = scheme([100], cap=120.0, grades=(Grade("A", 90), Grade("D", 50), Grade("E", 0)), veto=Veto(59, "D"))
    got = sheet(
        s, [[98], [98], [30]], additions=[9, 0, 0], deductions=[1, 0, 50], vetoes=[False, True, False]
    )
    assert got.totals.tolist() == [98 + 5 - 1, 59, 20]
    assert got.grades.tolist() == ["A", "D", "E"]


def test_newcomers_are_shown_and_not_ranked_then_have_lower_targets():
    indicator = Indicator("E", {}, 100.0, Attainment(cap=150), "efficiency", target=100.0, measure="flow")
    s = Scheme("t", 1, (indicator,)).checked()
    m = Measurements("abcd", ["E"], [[40]] * 4, tenure_months=[3, 4, 6, 7])
    got = score(s, m)
    assert got.status.tolist() == ["protected", "ranked", "ranked", "ranked"]
    assert got.totals.tolist() == [40.0, 80.0, 47.06, 40.0]
    assert np.isnan(got.ranks[0])


def test_leave_scales_additive_targets_and_never_lowers_a_score():
    indicator = Indicator("E", {}, 100.0, Attainment(), "efficiency", target=100.0, measure="count")
    m = Measurements("ab", ["E"], [[50], [50]], presence=[0.5, 1.0])
    assert score(Scheme("t", 1, (indicator,)), m).totals.tolist() == [100.0, 50.0]


def test_what_a_rule_cannot_take_is_named():
    s = scheme([100])
    got = sheet(s, [[50], [101]])
    assert "P1 for I0 is outside the scale" in text_for("en").fault(got.refused[0].fault)
    assert got.totals[0] == 50 and got.status[1] == "no-data"
    target = replace(s.indicators[0], rule=Attainment())
    with refused(MeasurementError, "I0 is scored against a target, but the scheme gives no target"):
        sheet(replace(s, indicators=(target,)), [[50]])


values_ = st.lists(
    st.lists(st.one_of(st.floats(0, 100), st.just(NAN)), min_size=3, max_size=3), min_size=1, max_size=6
)
weights_ = st.lists(st.integers(1, 50), min_size=3, max_size=3)


@settings(max_examples=60, deadline=None)
@given(values_, weights_, st.sampled_from(["redistribute-in-class", "redistribute", "zero", "cohort-median"]))
def test_steps_and_contributions_add_up(values, weights, policy):
    total = sum(weights)
    s = scheme([100 * w / total for w in weights], ["risk", "risk", "social"], missing=policy)
    got = sheet(s, values)
    steps = got.base + got.additions - got.deductions + got.cap_step + got.veto_step
    assert np.allclose(steps, got.exact, atol=1e-9, equal_nan=True)
    assert np.allclose(got.contributions.sum(axis=1), got.base, atol=1e-9, equal_nan=True)
    for i, person in enumerate(got.people):
        if not np.isnan(got.totals[i]):
            assert got.explain(person).totals[-1].running == got.totals[i]


@settings(max_examples=40, deadline=None)
@given(values_, st.integers(0, 2), st.floats(0, 20))
def test_raising_a_value_never_lowers_the_total(values, column, more):
    s = scheme([20, 30, 50], ["risk", "risk", "social"])
    raised = np.array(values)
    raised[0, column] = min(100.0, raised[0, column] + more)
    before, after = sheet(s, values).totals[0], sheet(s, raised).totals[0]
    assert np.isnan(before) or after >= before


@settings(max_examples=40, deadline=None)
@given(values_, weights_, weights_)
def test_the_parts_of_a_change_add_up_to_it(values, first, second):
    old = scheme([100 * w / sum(first) for w in first], ["risk", "risk", "social"])
    new = replace(
        scheme([100 * w / sum(second) for w in second], ["risk", "social", "social"]), missing="zero"
    )
    other = np.array(values)[:, ::-1]
    before = sheet(old, values, additions=np.full(len(values), 3.0))
    comparison = compare(before, sheet(new, other))
    difference = comparison.difference
    total = sum(comparison.parts.values())
    there = ~np.isnan(total)
    assert np.allclose(total[there], difference[there], atol=1e-9)
    each = sum(comparison.by_indicator.values()).sum(axis=1) + comparison.parts["adjustments"]
    assert np.allclose(each[there], difference[there], atol=1e-9)


def test_a_change_of_weights_alone_is_all_weights():
    old = scheme([50, 50])
    comparison = compare(a := sheet(old, [[90, 40], [60, 60]]), a.with_weights({"I0": 80, "I1": 20}))
    assert comparison.parts["weights"].tolist() == pytest.approx([15, 0])
    assert comparison.parts["data"].tolist() == [0, 0]
    assert comparison.after.ranks.tolist() == [1, 2]


def test_what_is_measured_and_what_is_judged_add_up_to_the_mean():
    made = scheme([20, 30, 50])
    kinds = ("quantitative", "qualitative", "qualitative")
    indicators = tuple(replace(i, kind=kind) for i, kind in zip(made.indicators, kinds, strict=True))
    mixed = replace(made, indicators=indicators)
    assert mixed.kind_weights() == {"quantitative": 20, "qualitative": 80}
    found = sheet(mixed, [[100, 80, 60], [50, NAN, 90], [NAN, NAN, NAN]])
    assert found.kind_contributions()[0].tolist() == [20, 54]
    assert found.kind_rates()[0].tolist() == [100, 67.5]
    # The missing weight goes to the others of the class, 20 : 50.
    assert found.kind_contributions()[1] == pytest.approx([50 * 20 / 70, 90 * 50 / 70])
    assert found.kind_rates()[1] == pytest.approx([50, 90])
    assert np.isnan(found.kind_rates()[2]).all()
