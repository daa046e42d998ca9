"""One cell that its rule cannot take is left out with its reason; the period stands for everybody else."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Indicator, MeasurementError, Measurements, Scheme, compare, score
from scoring.scheme.model import MISSING_POLICIES
from scoring.scheme.rules import Attainment, Deduction, Direct, PeerMinMax, PeerZScore, Review
from tests.sentences import refused, said
from words.text import text_for

C03 = Indicator("C03", {}, 40.0, Review(groups={"peers": 100.0}), "compliance")
E01 = Indicator("E01", {}, 60.0, Attainment(), "efficiency", target=100.0)
SCHEME = Scheme("t", 1, (C03, E01), minimum_coverage=0.4).checked()


def sheet(scheme, values, targets=None, **more):
    people = [f"P{i}" for i in range(len(values))]
    return score(scheme, Measurements(people, scheme.codes, values, targets, **more))


def test_a_value_outside_its_scale_takes_nothing_from_anybody_else():
    good = sheet(SCHEME, [[np.nan, 90], [80, 100], [60, 70]])
    stray = sheet(SCHEME, [[284, 90], [80, 100], [60, 70]])
    assert stray.refused == (("P0", "C03", 284.0, "measurement-scale", 0.0, 100.0),)
    assert stray.totals.tolist() == good.totals.tolist() and stray.ranks.tolist() == good.ranks.tolist()
    assert stray.coverage.tolist() == [0.6, 1.0, 1.0]
    assert np.isnan(stray.values[0, 0]) and np.isnan(stray.scores[0, 0])
    assert good.refused == ()


@pytest.mark.parametrize(
    ("policy", "total", "status"),
    [
        ("zero", 54.0, "ranked"),
        ("cohort-median", 0.6 * 90 + 0.4 * 70, "ranked"),
        ("block", np.nan, "blocked"),
        ("redistribute", 90.0, "ranked"),
    ],
)
def test_every_policy_treats_it_as_missing(policy, total, status):
    got = sheet(replace(SCHEME, missing=policy), [[100.5, 90], [80, 100], [60, 70]])
    assert got.totals[0] == pytest.approx(total, nan_ok=True) and got.status[0] == status
    assert len(got.refused) == 1


def test_too_little_left_is_low_coverage_not_a_refusal():
    got = sheet(replace(SCHEME, minimum_coverage=0.7), [[284, 90], [80, 100]])
    assert got.status.tolist() == ["low-coverage", "ranked"]


@pytest.mark.parametrize("target", [0.0, -100.0, 1e-12])
def test_a_personal_target_that_cannot_be_divided_by_leaves_that_cell_out(target):
    # Case 23: the plan is a decrease. The rule cannot take it, whatever the value.
    got = sheet(SCHEME, [[80, -80], [80, 100]], [[np.nan, target], [np.nan, np.nan]])
    assert got.refused == (("P0", "E01", target, "measurement-target", None, None),)
    assert got.totals.tolist() == [80.0, 92.0]
    for lang, use in (("zh", "分段规则"), ("en", "piecewise")):
        assert use in text_for(lang).fault(got.refused[0].fault)


def test_one_without_a_target_is_left_out_where_others_have_one():
    scheme = replace(SCHEME, indicators=(C03, replace(E01, target=None)))
    got = sheet(scheme, [[80, 50], [80, 50]], [[np.nan, 100.0], [np.nan, np.nan]])
    assert got.refused == (("P1", "E01", None, "target-needed", None, None),)
    assert got.scores[0, 1] == 50


@pytest.mark.parametrize("personal", [None, [[np.nan, -5.0], [np.nan, 0.0]]])
def test_where_nobody_can_have_a_target_the_scheme_is_at_fault(personal):
    scheme = replace(SCHEME, indicators=(C03, replace(E01, target=None)))
    with refused(MeasurementError, "nobody has one that will do") as raised:
        sheet(scheme, [[80, 50], [80, 50]], personal)
    # The sentence goes to whoever opens the page: it names nobody.
    assert "P0" not in said(raised.value, "zh")
    # Without values there is nothing to divide.
    assert sheet(scheme, [[80, np.nan], [70, np.nan]]).left_out == ("E01",)


def test_no_target_is_asked_where_the_rule_uses_none():
    violations = Indicator("V", {}, 100.0, Deduction(per_unit=10), "risk", direction="lower", target=0.0)
    got = sheet(Scheme("t", 1, (violations,)).checked(), [[2], [0]], [[0.0], [-3.0]])
    assert got.totals.tolist() == [80, 100] and got.refused == ()


@pytest.mark.parametrize("rule", [Attainment(), Attainment(cap=np.inf), PeerMinMax(), PeerZScore(), Direct()])
@pytest.mark.filterwarnings("error")
def test_a_number_that_nobody_can_mean_is_left_out(rule):
    s = Scheme("t", 1, (Indicator("X", {}, 100.0, rule, "risk", target=50.0),), tie_breakers=("X",))
    got = sheet(s, [[1e308], [-1e308], [40], [60]])
    assert [cell[:4] for cell in got.refused] == [
        ("P0", "X", 1e308, "measurement-large"),
        ("P1", "X", -1e308, "measurement-large"),
    ]
    alone = sheet(s, [[40], [60]])
    assert got.totals[2:].tolist() == alone.totals.tolist() and np.isfinite(got.totals[2:]).all()
    for lang in ("zh", "en"):
        assert len(text_for(lang).fault(got.refused[0].fault)) < 120


@pytest.mark.filterwarnings("error")
def test_a_target_that_nobody_can_mean_is_left_out():
    got = sheet(SCHEME, [[80, 50], [80, 50]], [[np.nan, 1e308], [np.nan, 100]])
    assert got.refused == (("P0", "E01", 1e308, "measurement-large", None, None),)


def test_other_weights_and_a_comparison_keep_what_was_refused():
    stray = sheet(SCHEME, [[284, 90], [80, 100], [60, 70]])
    moved = stray.with_weights({"C03": 30, "E01": 70})
    assert moved.refused == stray.refused
    comparison = compare(sheet(SCHEME, [[70, 90], [80, 100], [60, 70]]), stray)
    assert comparison.after.refused == stray.refused and comparison.before.refused == ()
    parts = sum(comparison.parts.values())
    assert parts.tolist() == pytest.approx(comparison.difference.tolist())


def test_the_person_is_told_why_and_what_was_measured():
    stray = sheet(SCHEME, [[284, 90], [80, 100]], [[np.nan, 100], [np.nan, 0.0]])
    step = stray.explain("P0").indicators[0]
    assert step.gap == "refused" and step.value == 284 and step.score is None and step.completion is None
    assert step.refused is not None
    for lang in ("zh", "en"):
        sentence = text_for(lang).fault(step.refused.fault)
        assert "284" in sentence and "100" in sentence and "P0" in sentence
    other = stray.explain("P1").indicators[1]
    assert other.gap == "refused" and other.completion is None and other.target == 0.0
    assert stray.explain("P1").indicators[0].refused is None


def test_a_cell_that_does_not_count_is_not_refused():
    # Not due, or measured for an indicator that the scheme does not have.
    m = Measurements(["a"], ["C03", "E01", "Z"], [[284, 90, -1]], not_due=["C03"])
    assert score(SCHEME, m).refused == ()


FIGURE = st.sampled_from([np.nan, -1e308, -5.0, 0.0, 40.0, 60.0, 100.0, 100.5, 284.0, 1e15, 1e308])
TARGET = st.sampled_from([np.nan, -100.0, 0.0, 80.0, 100.0, 1e308])


@pytest.mark.filterwarnings("error")
@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(FIGURE, FIGURE, TARGET), min_size=1, max_size=6),
    st.sampled_from(MISSING_POLICIES),
)
def test_any_stray_cell_is_the_same_as_no_value_there(rows, policy):
    scheme = replace(SCHEME, missing=policy, minimum_coverage=0.0)
    values = np.array([row[:2] for row in rows])
    targets = np.array([[np.nan, row[2]] for row in rows])
    got = sheet(scheme, values, targets)
    bad = ~((values >= [0, -1e14]) & (values <= [100, 1e14])) & ~np.isnan(values)
    bad[:, 1] |= (
        ~np.isnan(values[:, 1]) & ~np.isnan(targets[:, 1]) & ~((targets[:, 1] > 0) & (targets[:, 1] < 1e15))
    )
    assert [(cell.person, cell.indicator) for cell in got.refused] == [
        (f"P{i}", scheme.codes[j]) for j in (0, 1) for i in np.flatnonzero(bad[:, j])
    ]
    clean = np.where(targets > 0, np.minimum(targets, 1e14), np.nan)
    without = sheet(scheme, np.where(bad, np.nan, values), clean)
    for name in ("totals", "ranks", "coverage", "effective_weights"):
        assert np.array_equal(getattr(got, name), getattr(without, name), equal_nan=True), name
    assert got.status.tolist() == without.status.tolist()
