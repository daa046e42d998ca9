"""Scenarios: kept, found again, never overwritten, and equal to the trial they were kept from."""

import pytest

from access.errors import AccessDenied
from scoring import SchemeError
from tests.branch import FIRST, MANAGER, SECOND, begun, more_risk
from workflow.errors import WorkflowError
from workflow.weighing import scenarios, simulation


def test_a_kept_trial_is_found_again_and_gives_the_same_ranking(db):
    start = begun(db)
    trial = more_risk(start)
    number = scenarios.keep(FIRST, db, start.scheme, trial, " 风险加十 ", "for the meeting")
    found = scenarios.kept(SECOND, db)
    assert [(s.scenario_id, s.name, s.created_by, s.version) for s in found] == [
        (number, "风险加十", "first", start.scheme.version)
    ]
    again = simulation.simulate(SECOND, start, found[0].weights)
    # Through text, where a missing rank equals a missing rank.
    assert repr(again.rows) == repr(simulation.simulate(FIRST, start, trial).rows)


def test_two_members_with_the_same_idea_are_told_and_lose_nothing(db):
    start = begun(db)
    scenarios.keep(FIRST, db, start.scheme, more_risk(start), "risk")
    with pytest.raises(WorkflowError) as taken:
        scenarios.keep(SECOND, db, start.scheme, more_risk(start, 5), "risk")
    assert taken.value.params == {"name": "risk", "by": "first"}
    scenarios.keep(SECOND, db, start.scheme, more_risk(start, 5), "risk, a little")
    assert [s.name for s in scenarios.kept(FIRST, db)] == ["risk, a little", "risk"]


def test_what_cannot_be_a_scheme_is_not_kept(db):
    start = begun(db)
    with pytest.raises(SchemeError):
        scenarios.keep(FIRST, db, start.scheme, {"R01": 90.0}, "too much")
    with pytest.raises(WorkflowError):
        scenarios.keep(FIRST, db, start.scheme, more_risk(start), "  ")
    with pytest.raises(AccessDenied):
        scenarios.keep(MANAGER, db, start.scheme, more_risk(start), "mine")
    assert scenarios.kept(FIRST, db) == ()
