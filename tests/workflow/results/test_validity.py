"""The validity page's figures on the invented branch, whose stories are known."""

import pytest

from access.errors import AccessDenied
from tests.branch import FIRST, FIRST_VERSION, MANAGER, SECOND_VERSION, last
from workflow.results import validity


@pytest.fixture(scope="module")
def db(whole):
    return whole


def test_effective_weights_are_shares_of_the_same_whole(db):
    found = validity.trust(FIRST, db, last(db))
    assert sum(t.effective for t in found.indicators) == pytest.approx(1)
    assert sum(t.nominal for t in found.indicators) == pytest.approx(1)
    assert 0 <= found.teams.between_share <= 1 and found.teams.teams > 1
    assert found.tenure.low <= found.tenure.rho <= found.tenure.high


def test_the_version_that_was_in_force_changes_nothing_and_another_does(db):
    period = last(db)
    same = validity.tested(FIRST, db, SECOND_VERSION, period, 6)
    assert [p.period for p in same.periods][-1] == period.code
    assert all(p.moved == 0 and p.regraded == 0 and p.pool_change == 0 for p in same.periods)
    other = validity.tested(FIRST, db, FIRST_VERSION, period, 6)
    assert all(p.moved > 0 and p.kendall_tau < 1 for p in other.periods)


def test_only_those_who_answer_for_the_branch_see_it(db):
    with pytest.raises(AccessDenied):
        validity.trust(MANAGER, db, last(db))
    with pytest.raises(AccessDenied):
        validity.tested(MANAGER, db, SECOND_VERSION, last(db))
