"""Nobody, one person, nobody measured: a clean result or a clear refusal, never a warning."""

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, compare, lint, score, stability
from scoring.backtest import back_test
from scoring.errors import AnalysisError
from scoring.fairness import correlations, indicator_trust, variance_split
from scoring.lift import lift
from scoring.lint import LintContext
from scoring.payoff import payoffs, typical_payoffs
from scoring.rules import PeerZScore
from scoring.scheme import MISSING_POLICIES, Grade
from tests.scoring.test_properties import RULES

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
    variance_split(sheet, ["T"] * people)
    back_test({"2026-01": sheet}, s)
    lint.check(s, None, LintContext(sheet=sheet))
    if (~np.isnan(sheet.ranks)).sum() < 2:
        for method in (stability.sheet_acceptability, stability.sheet_flips, stability.sheet_intervals):
            with pytest.raises(AnalysisError):
                method(sheet)
