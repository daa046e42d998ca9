"""What a committee is told first, and what is no finding."""

from dataclasses import replace

import numpy as np
import pytest

from scoring import Measurements, Scheme, score
from scoring.evidence.correlation import Evidence
from scoring.evidence.fairness import correlations, effective_intervals, indicator_trust
from scoring.evidence.findings import Kind, leading
from scoring.evidence.panel import Persistence
from scoring.evidence.teams import team_share
from scoring.scheme import Indicator
from scoring.scheme.rules import Attainment, Direct

NONE = Evidence(0.05, -0.2, 0.3, 40)
FLAT = team_share(np.random.default_rng(0).normal(size=40), ["x", "y"] * 20)


def sheet(seed=0, people=40):
    """Of equal weight: one indicator on which people differ widely, one on which hardly, one at its cap."""
    indicators = (
        Indicator("WIDE", {}, 34, Direct(), "risk"),
        Indicator("DULL", {}, 33, Direct(), "risk"),
        Indicator("SOFT", {}, 33, Attainment(cap=120), "social", target=10),
    )
    rules = Scheme("t", 1, indicators, minimum_coverage=0).checked()
    rng = np.random.default_rng(seed)
    soft = np.where(rng.random(people) < 0.8, 20.0, 10.0)
    values = np.stack([60 + 15 * rng.normal(size=people), 80 + rng.normal(size=people), soft], axis=1)
    return score(rules, Measurements([f"P{k:02d}" for k in range(people)], rules.codes, values))


def found(made=None, teams=FLAT, tenure=NONE, totals=None, outcomes=None):
    made = made or sheet()
    trusts = indicator_trust(made)
    return leading(trusts, effective_intervals(made), teams, tenure, totals, outcomes or {})


def test_weights_that_decide_too_much_and_nothing_come_first():
    heavy, idle = found()
    assert (heavy.kind, heavy.about) == (Kind.HEAVY, ("WIDE",))
    assert heavy.figures["nominal"] == pytest.approx(0.34) and heavy.figures["effective"] > 0.6
    assert idle.kind == Kind.IDLE and set(idle.about) == {"DULL", "SOFT"}
    assert heavy.size >= idle.size


def test_effective_intervals_are_those_of_a_loop_and_hold_the_figure():
    made = sheet()
    points = made.contributions
    points = points[np.lexsort(points.T)]
    shares = []
    for counts in np.random.default_rng(0).multinomial(40, np.full(40, 1 / 40), 100):
        drawn = np.repeat(points, counts, axis=0)
        total = drawn.sum(axis=1)
        shares.append([np.cov(drawn[:, j], total, bias=True)[0, 1] / total.var() for j in range(3)])
    low, high = effective_intervals(made, draws=100).T
    assert np.stack([low, high]) == pytest.approx(np.percentile(shares, [2.5, 97.5], axis=0), abs=1e-9)
    figures = np.array([one.effective for one in indicator_trust(made)])
    low, high = effective_intervals(made).T
    assert (low <= figures).all() and (figures <= high).all()


def test_only_people_who_are_ranked_count_everywhere():
    made = sheet()
    left = replace(made, ranks=np.where(np.arange(40) < 5, np.nan, made.ranks))
    assert {one.people for one in indicator_trust(left)} == {35}
    assert correlations(left)[0, 1] == pytest.approx(
        np.corrcoef(made.scores[5:, 0], made.scores[5:, 1])[0, 1]
    )
    order = np.random.default_rng(3).permutation(40)
    m = made.measurements
    again = score(made.scheme, Measurements([m.people[k] for k in order], m.indicators, m.values[order]))
    assert effective_intervals(again) == pytest.approx(effective_intervals(made))


def test_chance_is_no_finding_and_more_than_chance_is():
    assert not FLAT.enough
    apart = team_share([0.0] * 20 + [5.0] * 19 + [4.0], ["x"] * 20 + ["y"] * 20)
    kinds = {one.kind: one for one in found(teams=apart, tenure=Evidence(0.6, 0.4, 0.75, 40))}
    assert kinds[Kind.TEAMS].size == pytest.approx(apart.icc)
    assert kinds[Kind.TENURE].size == pytest.approx(0.36)
    assert {one.kind for one in found()} == {Kind.HEAVY, Kind.IDLE}


def test_unsteady_totals_are_told_where_surely_so():
    def steady(low, r, high):
        return Persistence(5, NONE, Evidence(r, low, high, 40))

    assert Kind.UNSTEADY in {one.kind for one in found(totals=steady(0.1, 0.3, 0.5))}
    assert Kind.UNSTEADY not in {one.kind for one in found(totals=steady(0.6, 0.75, 0.85))}


def test_outcomes_are_foretold_misled_or_left_open():
    outcomes = {
        ("good",): Evidence(0.5, 0.3, 0.7, 40),
        ("bad",): Evidence(-0.5, -0.7, -0.3, 40),
        ("open",): Evidence(0.2, -0.1, 0.5, 40),
        ("few",): Evidence(0.9, 0.7, 1.0, 6),
    }
    told = {one.about: one for one in found(outcomes=outcomes) if one.about in outcomes}
    assert told["good",].kind == Kind.FORETOLD and told["good",].size == 0.25
    assert told["bad",].kind == Kind.MISLED and told["bad",].size == 0.25
    assert {told["open",].kind, told["few",].kind} == {Kind.UNTOLD}
    assert found(outcomes=outcomes)[-1].kind == Kind.UNTOLD
