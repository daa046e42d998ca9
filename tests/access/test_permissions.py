"""Who may do what: the table as a whole, and what every role is kept from."""

import pytest

from access.actor import Actor, operator
from access.errors import AccessDenied
from access.permissions import ANY, OWN, ROLES, TABLE, Action, Reason, allowed, holders, require, why
from words.text import text_for

BRANCH = {Action.VIEW_BRANCH, Action.SIMULATE}


def may(role, action, subject=None, manager_id=None):
    return allowed(Actor("x", role, manager_id), action, subject)


def test_the_table_names_known_roles_and_gives_a_reason_for_each_grant():
    assert {role for role, _ in TABLE} == set(ROLES)
    assert {action for _, action in TABLE} == set(Action)
    outside = {Reason.OPERATES, Reason.NOT_GRANTED, Reason.NOT_OWN, Reason.DELEGATED, Reason.NOT_DELEGATED}
    assert {grant.scope for grant in TABLE.values()} == {OWN, ANY}
    assert {grant.reason for grant in TABLE.values()} == set(Reason) - outside


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_action_and_every_reason_is_said_in_words(lang):
    t = text_for(lang)
    said = [t(f"action-{action}") for action in Action] + [t(f"reason-{reason}") for reason in Reason]
    assert all(t.has(f"action-{a}") for a in Action) and all(t.has(f"reason-{r}") for r in Reason)
    assert len(set(said)) == len(said) and min(map(len, said)) >= (4 if lang == "zh" else 10)


def test_the_verdict_says_why_and_agrees_with_what_is_enforced():
    for role in ROLES:
        for action in Action:
            for subject in (None, "CM01", "CM02"):
                actor = Actor("x", role, "CM01" if role == "manager" else None)
                verdict = why(actor, action, subject)
                assert verdict.allowed == allowed(actor, action, subject)
                granted = TABLE.get((role, action))
                assert (role in holders(action)) == (granted is not None)
                if verdict.allowed:
                    assert (verdict.scope, verdict.reason) == granted
                else:
                    assert verdict.reason == (Reason.NOT_OWN if granted else Reason.NOT_GRANTED)
    assert why(operator("root"), Action.PUBLISH) == (True, ANY, Reason.OPERATES)


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


READS = {
    *(Action.VIEW_BRANCH, Action.VIEW_SCORECARD, Action.VIEW_SCHEMES, Action.VERIFY, Action.EXPORT_PERIOD),
    *(Action.VIEW_TRAIL, Action.VIEW_ACCOUNTS, Action.VIEW_APPEALS, Action.VIEW_PAY, Action.VIEW_PAY_TOTALS),
}


def test_the_auditor_reads_and_does_nothing_else():
    assert {action for role, action in TABLE if role == "auditor"} == READS


def test_who_keeps_people_sees_no_figure_of_theirs():
    figures = {Action.VIEW_BRANCH, Action.VIEW_SCORECARD, Action.VIEW_PAY, Action.EXPORT_PERIOD}
    assert not figures & {action for role, action in TABLE if role == "hr"}


@pytest.mark.parametrize("role", ROLES)
def test_everybodys_figures_leave_with_those_only_who_see_them_anyway(role):
    assert not may(role, Action.EXPORT_PERIOD) or may(role, Action.VIEW_BRANCH)


def test_only_managers_have_a_scope_of_their_own():
    assert {role for (role, _), (scope, _) in TABLE.items() if scope == OWN} == {"manager"}


def test_a_role_that_does_not_exist_may_nothing():
    assert not any(may("janitor", action) for action in Action)


def test_refusal_names_the_person_and_the_action():
    with pytest.raises(AccessDenied) as refused:
        require(Actor("cm01", "manager", "CM01"), Action.ADOPT_SCHEME)
    assert refused.value.params == {"actor": "cm01", "action": "adopt-scheme"}
    require(operator("root"), Action.ADOPT_SCHEME)
