"""The same people over several periods: against scipy, honest intervals, and two schemes side by side."""

import numpy as np
import pytest
from scipy.stats import pearsonr, spearmanr

from scoring import AnalysisError
from scoring.evidence.panel import foretold, panel_correlation, persistence

NAN = np.nan


def months(seed, periods=6, people=40, person=0.7, tie=0.4):
    """Totals and outcomes of people who are alike from month to month."""
    rng = np.random.default_rng(seed)
    own = rng.normal(size=(2, people))
    own[1] = tie * own[0] + np.sqrt(1 - tie**2) * own[1]
    noise = rng.normal(size=(2, periods, people))
    return person * own[0] + np.sqrt(1 - person**2) * noise[0], person * own[1] + np.sqrt(
        1 - person**2
    ) * noise[1]


def test_it_is_scipys_correlation_in_each_period_averaged_by_people():
    x, y = months(0)
    x, y = np.round(x, 1), np.round(y, 1)  # with ties
    x[0, :10], y[2, 5:30] = NAN, NAN
    rho = weighted = value = 0.0
    for t in range(len(x)):
        both = ~np.isnan(x[t]) & ~np.isnan(y[t])
        rho += both.sum() * spearmanr(x[t][both], y[t][both]).statistic
        value += both.sum() * pearsonr(x[t][both], y[t][both]).statistic
        weighted += both.sum()
    found = panel_correlation(x, y)
    assert found.rho == pytest.approx(rho / weighted, abs=1e-12) and found.people == 40
    assert panel_correlation(x, y, ranks=False).rho == pytest.approx(value / weighted, abs=1e-12)
    assert found.low < found.rho < found.high


def test_the_draws_are_those_of_a_loop_over_people():
    x, y = months(1, periods=3, people=15)
    x[1, 4] = NAN
    found = panel_correlation(x, y, ranks=False, draws=200)
    order = np.lexsort(np.nan_to_num(np.vstack([x, y]), nan=-np.inf))
    values = []
    for counts in np.random.default_rng(0).multinomial(15, np.full(15, 1 / 15), 200):
        drawn = np.repeat(order, counts)
        each = [~np.isnan(x[t, drawn]) for t in range(3)]
        size = [15, 14, 15]  # a period weighs as many people as it has, not as were drawn
        r = [pearsonr(x[t, drawn][each[t]], y[t, drawn][each[t]]).statistic for t in range(3)]
        values.append(np.average(r, weights=size))
    assert (found.low, found.high) == pytest.approx(np.percentile(values, [2.5, 97.5]), abs=1e-9)


def test_the_interval_counts_people_not_months():
    """Nothing is there; months taken for people would claim something far more often than one time in ten."""
    claims = pooled = 0
    for seed in range(120):
        x, y = months(seed, person=0.9, tie=0.0)
        claims += panel_correlation(x, y, draws=300).enough
        flat = spearmanr(x.ravel(), y.ravel())
        pooled += flat.pvalue < 0.05
    assert claims <= 14 and pooled > 40


def test_the_order_of_people_makes_no_difference_and_turning_an_outcome_turns_the_sign():
    x, y = months(3)
    mixed = np.random.default_rng(1).permutation(x.shape[1])
    found = panel_correlation(x, y)
    assert panel_correlation(x[:, mixed], y[:, mixed]) == found
    assert panel_correlation(x, -y).rho == pytest.approx(-found.rho)
    assert panel_correlation(np.exp(x), y) == found  # ranks alone count


def test_a_better_scheme_is_told_and_one_that_is_the_same_is_not():
    x, y = months(4, tie=0.6, people=80)
    worse = np.random.default_rng(5).normal(size=x.shape)
    found = foretold(x, y, worse)
    assert found.gain.rho == pytest.approx(found.own.rho - found.other.rho) and found.gain.enough
    same = foretold(x, y, x + 5)
    assert (same.gain.rho, same.gain.low, same.gain.high) == pytest.approx((0, 0, 0)) and not same.gain.enough
    assert foretold(x, y).other is None and foretold(x, y).periods == 6


def test_only_people_with_both_totals_are_compared():
    x, y = months(6)
    other = x.copy()
    other[:, :25] = NAN
    assert foretold(x, y, other).own.people == 15


def test_persistence_takes_the_pairs_it_is_told():
    rng = np.random.default_rng(7)
    own = rng.normal(size=50)
    steady = np.stack([own, own, rng.normal(size=50), own])
    assert persistence(steady, [(0, 1)]).value.rho == pytest.approx(1)
    assert not persistence(steady, [(1, 2)]).value.enough
    both = persistence(steady, [(0, 1), (1, 2)])
    assert both.pairs == 2 and both.value.rho == pytest.approx(
        (1 + pearsonr(steady[1], steady[2]).statistic) / 2
    )
    nothing = persistence(steady, [])
    assert nothing.pairs == 0 and np.isnan(nothing.value.rho)


def test_few_and_alike_people_are_no_evidence():
    assert not panel_correlation([[1, 2, 3, 4]], [[1, 2, 3, 4]]).enough
    assert np.isnan(panel_correlation([[1.0] * 20], [np.arange(20.0)]).rho)
    with pytest.raises(AnalysisError):
        panel_correlation(np.zeros((2, 3)), np.zeros((3, 2)))
