"""Who may do what: the table as a whole, and what every role is kept from."""

import pytest

from access.actor import Actor, operator
from access.errors import AccessDenied
from access.permissions import OWN, ROLES, TABLE, Action, allowed, require

BRANCH = {Action.VIEW_BRANCH, Action.SIMULATE}


def may(role, action, subject=None, manager_id=None):
    return allowed(Actor("x", role, manager_id), action, subject)


def test_the_table_names_known_roles_and_gives_a_reason_for_each_grant():
    assert {role for role, _ in TABLE} <= set(ROLES)
    assert all(scope and len(reason) > 10 for scope, reason in TABLE.values())


def test_a_manager_sees_own_results_and_nobody_elses():
    assert may("manager", Action.VIEW_SCORECARD, "CM01", "CM01")
    assert not may("manager", Action.VIEW_SCORECARD, "CM02", "CM01")
    assert not may("manager", Action.VIEW_SCORECARD, None, "CM01")
    # An account without a manager's id owns nothing, not even what has no owner.
    assert not may("manager", Action.VIEW_SCORECARD, None, None)


@pytest.mark.parametrize("role", ["manager", "data-officer", "admin"])
@pytest.mark.parametrize("action", sorted(BRANCH))
def test_the_branch_is_closed_to(role, action):
    assert not may(role, action)


def test_nobody_changes_the_data_and_the_scheme():
    for role in ROLES:
        actions = {action for (r, action) in TABLE if r == role}
        assert not ({Action.IMPORT} <= actions and {Action.ADOPT_SCHEME} & actions), role


def test_only_managers_have_a_scope_of_their_own():
    assert {role for (role, _), (scope, _) in TABLE.items() if scope == OWN} == {"manager"}


def test_a_role_that_does_not_exist_may_nothing():
    assert not any(may("janitor", action) for action in Action)


def test_refusal_names_the_person_and_the_action():
    with pytest.raises(AccessDenied) as refused:
        require(Actor("cm01", "manager", "CM01"), Action.ADOPT_SCHEME)
    assert refused.value.params == {"actor": "cm01", "action": "adopt-scheme"}
    require(operator("root"), Action.ADOPT_SCHEME)
