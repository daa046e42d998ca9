"""A trial of weights on a small branch."""

import pytest

from access.errors import AccessDenied
from scoring.periods import parse_period
from tests.branch import FIRST, MANAGER, SECOND, begun, last, more_risk
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import scores
from workflow.weighing import simulation


def test_trial_is_the_sheet_scored_anew(db) -> None:
    start = begun(db)
    weights = more_risk(start)
    assert sum(weights.values()) == pytest.approx(100, abs=1e-9)
    trial = simulation.simulate(FIRST, start, weights)
    assert trial.scheme.class_weights()["risk"] == pytest.approx(start.scheme.class_weights()["risk"] + 10)
    anew = scores.scored_under(
        db, [parse_period(start.sheets[-1].period)], start.scheme.with_weights(weights)
    )[0].sheet
    expected = dict(zip(anew.people, anew.totals.tolist(), strict=True))
    for row in trial.rows:
        assert row.after_total == pytest.approx(expected[row.manager_id], nan_ok=True)
    assert [period for period, _, _ in trial.churn] == [s.period for s in start.sheets]
    comparison = trial.comparisons[-1][1]
    assert abs(comparison.parts["weights"] - comparison.difference).max() < 1e-9


def test_nothing_moves_when_nothing_changes(db) -> None:
    start = begun(db)
    same = dict(zip(start.scheme.codes, start.scheme.weights, strict=True))
    trial = simulation.simulate(FIRST, start, same)
    assert trial.moved == 0
    assert all(tau == pytest.approx(1) and moved == 0 for _, tau, moved in trial.churn)


def test_a_manager_neither_tries_nor_drafts(db) -> None:
    start = begun(db)
    with pytest.raises(AccessDenied):
        simulation.simulate(MANAGER, start, more_risk(start))
    with pytest.raises(AccessDenied):
        simulation.save_draft(MANAGER, db, start, more_risk(start), "")
    with pytest.raises(AccessDenied):
        scores.period_sheet(MANAGER, db, last(db))


def test_difference_names_only_what_differs(db) -> None:
    start = begun(db)
    weights = more_risk(start)
    changes = schemes.difference(start.scheme, start.scheme.with_weights(weights))
    assert {c.what for c in changes} == {"weight"}
    assert {c.indicator for c in changes} == set(start.scheme.codes)


def test_two_members_who_draft_at_once_both_keep_their_version(db):
    start = begun(db)
    first = simulation.save_draft(FIRST, db, start, more_risk(start), "ten more")
    second = simulation.save_draft(SECOND, db, start, more_risk(start, 5), "five more")
    assert (first, second) == (("x-branch", 3), ("x-branch", 4))
    stored = {i.scheme.version: i for i in schemes.schemes(FIRST, db)}
    assert stored[3].created_by == "first" and stored[4].created_by == "second"
    assert stored[3].scheme.class_weights()["risk"] == pytest.approx(36)
    assert stored[4].scheme.class_weights()["risk"] == pytest.approx(31)


def test_two_drafts_in_the_same_moment_do_not_share_a_number(db):
    """Both were told that number 3 is next."""
    start = begun(db)
    simulation.save_draft(FIRST, db, start, more_risk(start), "ten more")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schemes, "next_version", lambda *_: 3)
        with pytest.raises(WorkflowError) as told:
            simulation.save_draft(SECOND, db, start, more_risk(start, 5), "five more")
    assert told.value.key == "errors-scheme-exists"
