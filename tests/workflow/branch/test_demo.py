"""The invented branch, through the functions that pages call: stories, rights, a change of scheme."""

import math

import numpy as np
import pytest

from access.actor import Actor, operator
from access.errors import AccessDenied
from data.demo.figures import STORIES, figures
from data.demo.people import people
from scoring.periods import parse_period
from scoring.weights import rebalance
from tests.branch import GAO, PRESIDENT, SECOND_VERSION
from workflow.adoption import lifecycle
from workflow.board import leaderboard
from workflow.branch import demo_branch
from workflow.results import scorecards, scores
from workflow.weighing import simulation

LAST = parse_period("2026-10")


@pytest.fixture(scope="module")
def db(whole):
    return whole


def test_the_figures_are_the_same_every_time():
    staff = people(48, LAST.last_day)
    periods = [LAST.shift(-k) for k in range(5, -1, -1)]
    assert figures(staff, periods).equals(figures(staff, periods))


def test_six_teams_and_all_months(db):
    board = leaderboard.leaderboard(PRESIDENT, db, LAST)
    assert len(board.teams) == 6 and len(board.managers) == 48 and len(board.protected) == 1
    assert len(scores.periods(PRESIDENT, db)) == 36
    assert {t.team.rank for t in board.teams} == {1, 2, 3, 4, 5, 6}


def test_who_falls_is_found(db):
    board = leaderboard.leaderboard(PRESIDENT, db, LAST)
    changes = {m.person.manager_id: m.total_change for m in board.managers if not math.isnan(m.rank)}
    assert board.steepest_fall.person.manager_id == min(changes, key=changes.get)


def test_the_scheme_changes_with_the_year_and_history_keeps_its_own(db):
    sheets = {s.period: s for s in scores.history(PRESIDENT, db, LAST, 36)}
    assert sheets["2025-12"].scheme.version == 1 and sheets["2026-01"].scheme.version == 2


def test_the_data_error_shows_in_one_persons_rank(db):
    wrong, right = (scores.period_sheet(PRESIDENT, db, parse_period(p)) for p in ("2026-08", "2026-07"))
    who = f"CM{STORIES.typo + 1:02d}"
    column = wrong.sheet.measurements.position["E01"]
    ratio = (
        wrong.sheet.measurements.values[wrong.sheet.measurements.row[who], column]
        / right.sheet.measurements.values[right.sheet.measurements.row[who], column]
    )
    assert 500 < ratio < 2000


def test_the_heir_of_bad_loans_is_not_charged_with_them(db):
    card = scorecards.scorecard(PRESIDENT, db, f"CM{STORIES.heir + 1:02d}", LAST)
    step = next(line.step for line in card.lines if line.step.indicator.code == "R01")
    assert step.without_inherited


def test_one_team_is_rated_leniently(db):
    sheet = scores.period_sheet(PRESIDENT, db, LAST)
    ratings = sheet.sheet.measurements.column(sheet.sheet.measurements.values, "S02")
    by_team = {}
    for person, rating in zip(sheet.people, ratings, strict=True):
        by_team.setdefault(person.team_name, []).append(rating)
    means = {team: np.mean(r) for team, r in by_team.items()}
    assert max(means, key=means.get) == "三农组"


def test_a_manager_sees_own_results_only(db):
    own = Actor("cm05", "manager", "CM05")
    assert scorecards.scorecard(own, db, "CM05", LAST).person.manager_id == "CM05"
    assert [p.manager_id for p in scorecards.people(own, db, LAST)] == ["CM05"]
    for forbidden in (
        lambda: scorecards.scorecard(own, db, "CM06", LAST),
        lambda: leaderboard.leaderboard(own, db, LAST),
        lambda: scores.period_sheet(own, db, LAST),
        lambda: simulation.start(own, db, SECOND_VERSION, LAST),
        lambda: lifecycle.adopt(own, db, SECOND_VERSION, parse_period("2027-01"), "why"),
    ):
        with pytest.raises(AccessDenied):
            forbidden()


def test_the_change_on_a_scorecard_adds_up(db):
    card = scorecards.scorecard(PRESIDENT, db, f"CM{STORIES.falling + 1:02d}", LAST)
    steps = card.change.steps
    effects = sum(steps.by_indicator.values()) + sum(steps.by_gap.values())
    effects += steps.rules + steps.additions + steps.deductions + steps.limits + steps.veto
    assert abs(effects - card.total_change) < 0.011  # totals are rounded, effects are not
    assert card.change.parts["rules"] == card.change.parts["weights"] == 0


def test_from_trial_to_adoption(db):
    begun = simulation.start(GAO, db, SECOND_VERSION, LAST, 3)
    weights = rebalance(
        {i.code: i.weight for i in begun.scheme.indicators}, {"R01": 14, "R02": 11, "R03": 11}
    )
    outcome = simulation.simulate(GAO, begun, weights)
    assert outcome.scheme.class_weights()["risk"] == pytest.approx(36)
    assert len(outcome.churn) == 3 and outcome.moved == outcome.churn[-1][2] > 0

    assert simulation.save_draft(GAO, db, begun, weights, "突出风险控制") == ("x-branch", 3)


def test_a_branch_of_a_hundred_is_made_too(empty):
    """From there on their numbers have three digits."""
    demo_branch.load(operator("init"), empty, 100, 2)
    assert len(scores.period_sheet(operator("init"), empty, parse_period("2026-10")).people) > 90
