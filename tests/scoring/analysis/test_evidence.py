"""What the data show, what they do not, and what must not be asked of them."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from scoring import AnalysisError, Measurements, Scheme, score
from scoring.change.backtest import back_test
from scoring.evidence.correlation import refuse_look_ahead, spearman, validity
from scoring.evidence.fairness import correlations, indicator_trust
from scoring.scheme import Grade, Indicator
from scoring.scheme.rules import Attainment, Direct
from tests.places import realdata
from tests.scoring import worked_example as example
from tests.scoring.worked_example import V1, V2
from tests.sentences import refused

NAN = np.nan


def test_rho_equals_scipy_with_ties_and_gaps():
    rng = np.random.default_rng(0)
    x = rng.integers(0, 8, 60).astype(float)
    y = x + rng.normal(0, 4, 60)
    x[3] = NAN
    found = spearman(x, y)
    there = ~np.isnan(x)
    assert found.rho == pytest.approx(spearmanr(x[there], y[there]).statistic, abs=1e-12)
    assert found.people == 59 and found.low < found.rho < found.high and found.enough
    assert spearman(x, y) == found and spearman(x, y, seed=1) != found


def test_the_interval_covers_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(1)
    truth = 6 / np.pi * np.arcsin(0.25)  # of Spearman, for a Pearson correlation of 0.5
    hits = 0
    for k in range(60):
        x = rng.normal(size=80)
        found = spearman(x, 0.5 * x + np.sqrt(0.75) * rng.normal(size=80), seed=k, resamples=400)
        hits += found.low <= truth <= found.high
    assert hits >= 50


@pytest.mark.parametrize("people", [2, 9])
def test_few_people_are_never_enough(people):
    x = np.arange(people, dtype=float)
    assert not spearman(x, x).enough


def test_all_alike_is_no_evidence():
    found = spearman(np.ones(20), np.arange(20))
    assert np.isnan(found.rho) and not found.enough


def test_what_was_not_known_cannot_enter_and_an_outcome_must_come_later():
    refuse_look_ahead({"loans": date(1995, 12, 31)}, date(1995, 12, 31))
    with refused(AnalysisError, "hindsight"):
        refuse_look_ahead({"hindsight_bad": date(1998, 12, 31)}, date(1995, 12, 31))
    scores = np.arange(12.0)
    with pytest.raises(AnalysisError):
        validity(scores, scores, decided_on=date(1995, 12, 31), outcome_on=date(1995, 12, 31))
    assert validity(scores, scores, decided_on=date(1995, 12, 31), outcome_on=date(1996, 1, 1)).rho == 1


def test_the_czech_branches_answer_not_enough_evidence():
    folder = realdata("czech_bank_branches")
    loans = pd.read_csv(folder / "loans.csv")
    branches = pd.read_csv(folder / "managers.csv")["manager_id"]
    early = loans["grant_date"] < "1996"
    # A branch without an early loan lent nothing; one without a later loan has no later outcome.
    volume = loans[early].groupby("manager_id")["amount"].sum().reindex(branches, fill_value=0)
    bad_share = loans[~early].groupby("manager_id")["bad"].mean().reindex(branches)
    found = validity(volume, bad_share, decided_on=date(1995, 12, 31), outcome_on=date(1998, 12, 31))
    assert abs(found.rho) < 0.05 and found.low < 0 < found.high and not found.enough


def scheme(grades=()):
    indicators = (
        Indicator("A", {}, 60, Attainment(cap=120), "risk", target=10),
        Indicator("B", {}, 40, Direct(), "risk"),
    )
    return Scheme("t", 1, indicators, grades=grades, minimum_coverage=0).checked()


def sheet(values, **more):
    rules = scheme(**more)
    return score(rules, Measurements([f"P{i}" for i in range(len(values))], rules.codes, values))


def test_effective_weights_add_up_and_a_soft_target_shows():
    found = indicator_trust(sheet([[20, 80], [15, 60], [14, 90], [13, 70], [6, 75]]))
    assert sum(t.effective for t in found) == pytest.approx(1)
    assert found[0].at_cap == 0.8 and found[1].at_cap != 1
    assert found[0].nominal == 0.6 and found[0].people == 5
    matrix = correlations(sheet([[20, 80], [15, 60], [6, 75]]))
    assert matrix[0, 1] == matrix[1, 0] and matrix[0, 0] == 1


def test_back_test_shows_what_a_candidate_would_have_done():
    grades = (Grade("A", 95, coefficient=1.3), Grade("D", 0, coefficient=0.8))
    before, after = (replace(Scheme.from_toml(text), grades=grades, cap=200.0) for text in (V1, V2))
    past = {"2026-03": score(before, example.measurements())}
    found = back_test(past, after, base_pay=dict.fromkeys(example.PEOPLE, 1_000.0)).periods[0]
    moves = np.subtract(example.EXISTING["ranks"], example.OPTIMISED["ranks"])
    assert found.moved == 6 and found.mean_move == pytest.approx(np.abs(moves).mean())
    # Under the old weights CM01, CM04 and CM06 stand above 95; under the new CM02, CM03 and CM04.
    assert found.pool_before == found.pool_after == pytest.approx(3 * 1_300 + 3 * 800)
    assert found.regraded == 4


def test_a_back_test_refuses_indicators_that_came_too_late():
    past = {"2026-03": score(Scheme.from_toml(V1), example.measurements())}
    with refused(AnalysisError, "R01"):
        back_test(
            past,
            Scheme.from_toml(V2),
            known_on={"R01": date(2026, 9, 1), "unused": date(2030, 1, 1)},
            decided_on={"2026-03": date(2026, 4, 8)},
        )
