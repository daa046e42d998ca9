"""What must hold for every rule and every sheet, whatever the figures."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring import Indicator, Measurements, Scheme, score, stability
from scoring.ranking import competition_ranks
from tests.scoring.every_rule import RULES

CLASSES = ("compliance", "risk", "efficiency", "transformation", "social")
INDICATORS = tuple(
    Indicator(
        f"I{k:02d}",
        {},
        0.0,
        rule,
        CLASSES[k % 5],
        direction="higher" if higher else "lower",
        target=50.0,
        measure="ratio",
    )
    for k, (rule, higher, _) in enumerate(RULES)
)


def scheme(points, **more):
    total = sum(points)
    weighted = [replace(i, weight=100 * p / total) for i, p in zip(INDICATORS, points, strict=True)]
    return Scheme("t", 1, tuple(weighted), minimum_coverage=0.0, **more).checked()


VALUE = st.one_of(st.integers(0, 100).map(float), st.just(np.nan))
TABLES = st.lists(st.lists(VALUE, min_size=len(RULES), max_size=len(RULES)), min_size=2, max_size=7)
POINTS = st.lists(st.integers(1, 20), min_size=len(RULES), max_size=len(RULES))
POLICIES = st.sampled_from(["redistribute-in-class", "redistribute", "zero", "cohort-median"])


def sheet(rules, values, people=None):
    names = people or [f"P{i}" for i in range(len(values))]
    return score(rules, Measurements(names, rules.codes, values))


def same(a, b):
    return np.allclose(np.asarray(a, dtype=float), np.asarray(b, dtype=float), atol=1e-9, equal_nan=True)


@settings(deadline=None, max_examples=60)
@given(TABLES, POINTS)
def test_scores_stay_within_floor_and_cap(values, points):
    got = sheet(scheme(points), values)
    for j, (rule, _, (low, high)) in enumerate(RULES):
        known = got.scores[~np.isnan(got.scores[:, j]), j]
        assert ((known >= low - 1e-9) & (known <= high + 1e-9)).all(), rule
    # Where there is nothing to be held against, a value alone gives no score, and the sheet says so.
    undefined = np.zeros(got.scores.shape, dtype=bool)
    for cell in got.refused:
        undefined[got.people.index(cell.person), got.indicators.index(cell.indicator)] = True
    assert (np.isnan(got.scores) == (np.isnan(values) | undefined)).all()
    known = got.totals[~np.isnan(got.totals)]
    assert ((known >= 0) & (known <= got.scheme.cap)).all()


@settings(deadline=None, max_examples=60)
@given(TABLES, POINTS, POLICIES, st.integers(0, len(RULES) - 1), st.integers(1, 60))
def test_a_better_value_never_lowers_the_own_total(values, points, policy, j, by):
    assume(RULES[j][0].monotone)
    rules = scheme(points, missing=policy)
    better = np.array(values)
    better[0, j] = np.clip(better[0, j] + (by if RULES[j][1] else -by), 0, 100)
    before, after = sheet(rules, values), sheet(rules, better)
    assume(not before.refused)
    # The stand-in of a missing score is the cohort's median: there others' gains count too.
    assert np.isnan(before.exact[0]) or after.exact[0] >= before.exact[0] - 1e-9


@settings(deadline=None, max_examples=40)
@given(TABLES, POINTS, POLICIES, st.randoms())
def test_the_order_of_people_and_of_indicators_does_not_matter(values, points, policy, random):
    rules = scheme(points, missing=policy)
    base = sheet(rules, values)
    rows, columns = list(range(len(values))), list(range(len(RULES)))
    random.shuffle(rows)
    random.shuffle(columns)
    table = np.array(values)
    people = [f"P{i}" for i in rows]
    moved = sheet(rules, table[rows], people)
    assert same(moved.totals, base.totals[rows]) and same(moved.ranks, base.ranks[rows])
    turned = replace(rules, indicators=tuple(rules.indicators[j] for j in columns))
    other = sheet(turned, table[:, columns])
    assert same(other.totals, base.totals) and same(other.ranks, base.ranks)
    assert same(other.contributions, base.contributions[:, columns])


@settings(deadline=None, max_examples=30)
@given(TABLES, POINTS, st.sampled_from([2, 5, 10]))
def test_a_common_factor_of_the_weights_changes_nothing(values, points, factor):
    one = sheet(scheme(points), values)
    other = sheet(scheme([factor * p for p in points]), values)
    assert same(one.totals, other.totals) and same(one.ranks, other.ranks)
    complete = np.nan_to_num(one.scores, nan=50.0)
    weights = np.array(points, dtype=float)
    exact = [competition_ranks(np.round(complete @ w / w.sum(), 9)) for w in (weights, factor * weights)]
    assert same(*exact)
    a, b = (stability.intervals(complete, w) for w in (weights, factor * weights))
    assert same(np.array(a) * factor, np.array(b))


@pytest.mark.parametrize("policy", ["redistribute-in-class", "redistribute", "zero", "cohort-median"])
def test_effective_weights_are_all_given_away(policy):
    rng = np.random.default_rng(3)
    values = np.where(rng.random((9, len(RULES))) < 0.3, np.nan, rng.integers(0, 101, (9, len(RULES))))
    got = sheet(scheme([5] * len(RULES), missing=policy), values)
    assert got.effective_weights.sum(axis=1) == pytest.approx(np.full(9, 100.0))
