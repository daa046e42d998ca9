"""Nobody, one person, figures that nobody can mean: a clean result or a clear refusal, never a warning."""

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, compare, lint, score, stability, weights
from scoring.change.backtest import back_test
from scoring.change.lift import lift
from scoring.change.payoff import payoffs, typical_payoffs
from scoring.errors import AnalysisError
from scoring.evidence.fairness import correlations, effective_intervals, indicator_trust
from scoring.evidence.teams import team_share
from scoring.lint import LintContext
from scoring.scheme import Grade
from scoring.scheme.model import MISSING_POLICIES
from scoring.scheme.rules import Attainment, PeerZScore
from tests.scoring.every_rule import RULES
from tests.sentences import said

pytestmark = pytest.mark.filterwarnings("error")

EVERY_RULE = [(rule, higher) for rule, higher, _ in RULES] + [(PeerZScore(ddof=1), True)]


def scheme(rules, **more):
    indicators = tuple(
        Indicator(
            f"I{k}",
            {},
            100 / len(rules),
            rule,
            "risk",
            direction="higher" if higher else "lower",
            target=50.0,
        )
        for k, (rule, higher) in enumerate(rules)
    )
    grades = (Grade("A", 90, quota=0.3), Grade("D", 0))
    return Scheme("t", 1, indicators, grades=grades, **more).checked()


def cohort(s, people, value):
    return score(
        s, Measurements([f"P{i}" for i in range(people)], s.codes, np.full((people, len(s.codes)), value))
    )


COHORTS = [(0, np.nan), (1, 50.0), (1, np.nan), (3, np.nan), (2, 50.0)]


@pytest.mark.parametrize(("people", "value"), COHORTS)
@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda r: r[0].type)
def test_every_rule_alone(rule, people, value):
    got = cohort(scheme([rule]), people, value)
    assert got.totals.shape == (people,) and np.isnan(got.totals).all() == (people == 0 or np.isnan(value))
    assert not np.isinf(got.scores).any()


@pytest.mark.parametrize(("people", "value"), COHORTS)
@pytest.mark.parametrize("policy", MISSING_POLICIES)
@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
def test_every_policy_and_what_is_asked_of_a_sheet(policy, aggregation, people, value):
    s = scheme(EVERY_RULE, missing=policy, aggregation=aggregation, tie_breakers=("I0",))
    sheet = cohort(s, people, value)
    sheet = sheet.with_weights(dict(zip(s.codes, np.roll(s.weights, 1), strict=True)))
    for person in sheet.people:
        sheet.explain(person)
        lift(sheet, person)
        payoffs(sheet, person)
    assert len(typical_payoffs(sheet)) == len(s.codes)
    assert sheet.class_rates().shape == (people, 5)
    both = compare(sheet, cohort(s, people, value))
    assert all(part.shape == (people,) for part in both.parts.values())
    assert np.isnan(both.kendall_tau) or people > 1
    indicator_trust(sheet)
    correlations(sheet)
    effective_intervals(sheet, draws=50)
    team_share(sheet.totals, ["T"] * people)
    back_test({"2026-01": sheet}, s)
    lint.check(s, None, LintContext(sheet=sheet))
    if (~np.isnan(sheet.ranks)).sum() < 2:
        for method in (stability.sheet_acceptability, stability.sheet_flips, stability.sheet_intervals):
            with pytest.raises(AnalysisError):
                method(sheet)


HUGE = [[1e308, 1.0], [2.0, 1e308], [3.0, 4.0]]


@pytest.mark.parametrize(
    "analysis",
    [
        lambda: weights.entropy(HUGE),
        lambda: weights.critic(HUGE),
        lambda: weights.standard_deviation(HUGE),
        lambda: weights.points([1e308, 1e308]),
        lambda: weights.aggregate(HUGE),
        lambda: weights.ahp([[1, 1e308], [1e-308, 1]]),
        lambda: weights.ahp([[1, 1e-320], [np.nan, 1]]),
        lambda: weights.best_worst([1, 1e308], [1e308, 1]),
        lambda: weights.global_weights({"a": 1e308, "b": 1e308}, {"a": {"x": 1}, "b": {"y": 1}}),
        lambda: stability.rank_acceptability(HUGE, [50, 50]),
        lambda: stability.intervals(HUGE, [50, 50]),
        lambda: stability.smallest_flip(HUGE[0], HUGE[2], [50, 50]),
    ],
)
def test_figures_that_nobody_can_mean_are_refused_in_a_sentence(analysis):
    with pytest.raises(AnalysisError) as raised:
        analysis()
    for lang in ("zh", "en"):
        assert 10 < len(said(raised.value, lang)) < 200


@pytest.mark.parametrize("scale", [1.0, 1e6, 9e9, 1e14])
@pytest.mark.parametrize("decimals", [0, 2, 9])
def test_ranks_at_any_scale_and_any_decimals(scale, decimals):
    scores = np.array([[4.0, 1], [3, 1], [2, 2], [4, 1]]) * scale
    found = stability.rank_acceptability(scores, [60, 40], draws=1, concentration=1e12, decimals=decimals)
    # 2.8, 2.2, 2, 2.8: with whole numbers the two lower ones are level at the smallest scale.
    level = scale == 1.0 and decimals == 0
    assert found.expected_rank.tolist() == [1, 3, 3 if level else 4, 1]


def test_tie_breakers_without_a_cap_stay_whole_numbers():
    rule = Attainment(cap=np.inf)
    s = scheme([(rule, True)], tie_breakers=("I0",))
    got = score(s, Measurements("abc", s.codes, [[1e14], [50], [1e13]], [[1e-9], [50], [1e-9]]))
    assert got.ranks.tolist() == [1, 3, 1]
