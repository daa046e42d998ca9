"""The settings of single sign-on: none, right ones, and each fault by its key."""

import pytest

from access.single_sign_on import files, rules
from access.single_sign_on.errors import WrongSettings
from tests.access.single_sign_on.said import AUTH, settings
from words.text import text_for


def faults(secrets):
    with pytest.raises(WrongSettings) as wrong:
        rules.read(secrets)
    return wrong.value.faults


def test_without_its_tables_there_is_no_single_sign_on():
    assert rules.read({}) is None and rules.read({"other": {"key": 1}}) is None


def test_right_settings_say_what_they_say_and_no_secret():
    provider, given = rules.read(settings())
    assert given.roles_claim == ("realm_access", "roles") and given.roles["jx-admin"] == "admin"
    assert (given.accounts, given.hours, given.leeway) == ("linked", None, 60)
    assert AUTH["client_secret"] not in repr(provider) and AUTH["cookie_secret"] not in repr(provider)
    assert provider.client_secret == AUTH["client_secret"]


def test_a_claim_whose_own_name_has_dots_is_given_as_a_list():
    name = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"
    assert rules.read(settings(own={"roles_claim": [name]}))[1].roles_claim == (name,)


@pytest.mark.parametrize(
    ("auth", "own", "key", "fault"),
    [
        ({"client_secret": None}, {}, "auth.client_secret", "missing"),
        ({"redirect_uri": " "}, {}, "auth.redirect_uri", "missing"),
        ({"redirect_uri": "http://steelyard.bank.example/oauth2callback"}, {}, "auth.redirect_uri", "https"),
        ({"redirect_uri": "https://steelyard.bank.example/"}, {}, "auth.redirect_uri", "callback"),
        ({"server_metadata_url": "http://sso.bank.example/x"}, {}, "auth.server_metadata_url", "https"),
        ({"server_metadata_url": "file:///etc/passwd"}, {}, "auth.server_metadata_url", "https"),
        ({"server_metadata_url": "https://[::1"}, {}, "auth.server_metadata_url", "https"),
        ({"cookie_secret": "short"}, {}, "auth.cookie_secret", "short"),
        ({"expose_tokens": "id"}, {}, "auth.expose_tokens", "unknown"),
        ({"keycloak": {"client_id": "x"}}, {}, "auth.keycloak", "one-provider"),
        ({"client_kwargs": "openid"}, {}, "auth.client_kwargs", "table"),
        ({}, {"role_claim": "groups"}, "single_sign_on.role_claim", "unknown"),
        ({}, {"roles_claim": None}, "single_sign_on.roles_claim", "missing"),
        ({}, {"roles_claim": "a..b"}, "single_sign_on.roles_claim", "claim"),
        ({}, {"roles_claim": []}, "single_sign_on.roles_claim", "claim"),
        ({}, {"roles": {}}, "single_sign_on.roles", "missing"),
        ({}, {"roles": {"x": "operator"}}, 'single_sign_on.roles."x"', "role"),
        ({}, {"roles": {"x": ["admin"]}}, 'single_sign_on.roles."x"', "role"),
        ({}, {"manager_id_claim": None}, "single_sign_on.manager_id_claim", "manager-id"),
        ({}, {"accounts": "any"}, "single_sign_on.accounts", "accounts"),
        ({}, {"hours": 0}, "single_sign_on.hours", "hours"),
        ({}, {"hours": 25}, "single_sign_on.hours", "hours"),
        ({}, {"hours": True}, "single_sign_on.hours", "hours"),
        ({}, {"leeway_seconds": -1}, "single_sign_on.leeway_seconds", "leeway"),
        ({}, {"leeway_seconds": 301}, "single_sign_on.leeway_seconds", "leeway"),
        ({}, {"userinfo": "yes"}, "single_sign_on.userinfo", "yes-no"),
        ({}, {"contact": 8021}, "single_sign_on.contact", "text"),
    ],
)
def test_each_fault_names_its_key_and_its_rule_in_both_languages(auth, own, key, fault):
    (found,) = faults(settings(auth, own))
    assert found.key == f"sso-fault-{fault}"
    for lang in ("zh", "en"):
        sentence = text_for(lang)(found.key, **found.params)
        assert (key in sentence or fault == "table") and found.key not in sentence
        assert not any(AUTH[secret] in sentence for secret in ("client_secret", "cookie_secret"))


def test_all_faults_are_told_at_once():
    wrong = faults(settings({"client_id": None, "cookie_secret": "short"}, {"accounts": "any"}))
    assert [fault.key for fault in wrong] == ["sso-fault-missing", "sso-fault-short", "sso-fault-accounts"]


@pytest.mark.parametrize("missing", ["auth", "single_sign_on"])
def test_one_table_without_the_other_is_a_fault(missing):
    (fault,) = faults({name: table for name, table in settings().items() if name != missing})
    assert fault.params == {"name": missing}


def test_a_file_that_is_no_toml_is_told_without_what_stands_in_it(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text('[auth]\nclient_secret = "my secret\n', encoding="utf-8")
    with pytest.raises(WrongSettings) as wrong:
        files.secrets([path])
    sentence = text_for("en")(wrong.value.faults[0].key, **wrong.value.faults[0].params)
    assert "secrets.toml" in sentence and "line 2" in sentence and "my secret" not in sentence


def test_the_later_file_holds_and_a_missing_one_is_none(tmp_path):
    for name, text in (("one.toml", 'a = 1\nb = "x"'), ("two.toml", "a = 2")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / name for name in ("one.toml", "two.toml", "three.toml")]
    assert files.secrets(paths) == {"a": 2, "b": "x"}


def test_the_example_works_once_its_secrets_are_filled_in():
    found = files.secrets([".streamlit/secrets.example.toml"])
    assert {f.key for f in faults(found)} == {"sso-fault-short"}, "an example's secret must not be anybody's"
    found["auth"]["cookie_secret"] = AUTH["cookie_secret"]
    assert rules.read(found) is not None
