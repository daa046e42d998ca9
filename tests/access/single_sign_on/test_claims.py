"""From claims to a role, or a refusal that says why."""

import datetime as dt

import pytest

from access.single_sign_on.claims import MOST_VALUES, vouched
from access.single_sign_on.errors import Refused
from tests.access.single_sign_on.said import ISSUER, NOW, claims, given, stamp
from words.text import text_for


def refusal(said, rules=None, now=NOW):
    with pytest.raises(Refused) as refused:
        vouched(rules or given(), said, now)
    for lang in ("zh", "en"):
        assert refused.value.key not in text_for(lang).error(refused.value)
    return refused.value.key.removeprefix("errors-sso-")


def test_a_role_follows_from_its_value_whatever_else_is_there():
    said = vouched(given(), claims("uma", "jx-president", "jx-other"), NOW)
    assert (said.role, said.manager_id, said.issuer, said.subject) == ("president", None, ISSUER, "8f2c")
    assert (said.user_name, said.display_name) == ("li", "李行长")


def test_two_values_for_one_role_are_one_role():
    assert vouched(given(), claims("jx-president", "jx-head"), NOW).role == "president"


def test_a_text_is_a_list_of_one_and_only_as_it_stands():
    rules = given(roles_claim="groups")
    assert vouched(rules, claims(groups="jx-committee"), NOW).role == "committee"
    for other in ("jx-committee,jx-admin", "JX-COMMITTEE", "jx-committee ", ""):
        assert refusal(claims(groups=other), rules) == "no-role"


@pytest.mark.parametrize("roles", [(), ("admin",), ("president", "jx", "jx-admi"), ("*",)])
def test_nobody_is_anything_by_a_value_that_is_not_in_the_settings(roles):
    assert refusal(claims(*roles)) == "no-role"


def test_nobody_is_administrator_by_chance():
    """Neither by the name of the role nor in settings that give it for nothing."""
    rules = given(roles={"jx-president": "president"})
    assert refusal(claims("admin", "jx-admin", "administrator"), rules) == "no-role"


def test_two_roles_are_refused_and_named():
    assert refusal(claims("jx-president", "jx-admin")) == "two-roles"
    with pytest.raises(Refused) as refused:
        vouched(given(), claims("jx-president", "jx-admin"), NOW)
    assert refused.value.params == {"roles": "admin, president"}


def test_a_manager_needs_the_id_that_the_claim_gives():
    assert vouched(given(), claims("jx-manager", employee_number="CM01"), NOW).manager_id == "CM01"
    for wrong in (None, "", 17, ["CM01"], "C\nM"):
        assert refusal(claims("jx-manager", employee_number=wrong)) == "claim"
    assert vouched(given(), claims("jx-committee", employee_number="CM01"), NOW).manager_id is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": None},
        {"iss": "https://two words"},
        {"sub": ""},
        {"sub": 4711},
        {"sub": "x" * 256},
        {"exp": None},
        {"exp": "2026"},
        {"exp": True},
        {"exp": 1e300},
        {"iat": None},
        {"realm_access": {"roles": 7}},
        {"realm_access": {"roles": {"jx-admin": True}}},
        {"realm_access": {"roles": ["jx-admin", 7]}},
        {"realm_access": {"roles": ["jx-admin"] * (MOST_VALUES + 1)}},
        {"preferred_username": ["li"]},
    ],
)
def test_a_claim_of_another_kind_is_refused_and_named(wrong):
    assert refusal(claims("jx-president") | wrong) == "claim"


@pytest.mark.parametrize(
    "wrong", [{"realm_access": "jx-admin"}, {"realm_access": ["roles"]}, {"realm_access": None}]
)
def test_a_way_inwards_that_leads_nowhere_gives_no_role(wrong):
    assert refusal(claims("jx-admin") | wrong) == "no-role"


def test_groups_that_are_kept_elsewhere_are_told_as_such():
    rules = given(roles_claim="groups")
    assert refusal(claims(_claim_names={"groups": "src1"}), rules) == "many-groups"


@pytest.mark.parametrize(
    ("seconds", "lasts", "outcome"),
    [
        (0, 300, None),
        (359, 300, None),  # over by less than the clocks may differ
        (360, 300, "expired"),
        (660, 3600, None),
        (661, 3600, "old"),
        (-60, 300, None),
        (-61, 300, "early"),
    ],
)
def test_the_moment_of_a_token_counts_with_clocks_that_differ(seconds, lasts, outcome):
    now = NOW + dt.timedelta(seconds=seconds)
    said = claims("jx-president", lasts=lasts)
    if outcome is None:
        assert vouched(given(), said, now).role == "president"
    else:
        assert refusal(said, now=now) == outcome


def test_a_sign_in_ends_with_the_token_or_after_the_hours_and_within_a_day():
    def until(rules, lasts):
        return vouched(rules, claims("jx-president", lasts=lasts), NOW).until - NOW

    assert until(given(), 300) == dt.timedelta(minutes=5)
    assert until(given(), 30 * 86_400) == dt.timedelta(days=1)
    assert until(given(hours=10), 300) == dt.timedelta(hours=10)
    assert stamp(NOW) == 1_795_856_400
