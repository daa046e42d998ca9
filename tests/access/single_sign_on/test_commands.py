"""``manage.py sso``: what is set up, what claims would give, and links."""

import json

import pytest

from access.single_sign_on import identities
from data.database import Database
from tests.access.single_sign_on.said import AUTH, ISSUER, claims
from tests.cli.commands import manage

SETTINGS = f"""
[auth]
redirect_uri = "{AUTH["redirect_uri"]}"
cookie_secret = "{AUTH["cookie_secret"]}"
client_id = "steelyard"
client_secret = "{AUTH["client_secret"]}"
server_metadata_url = "{AUTH["server_metadata_url"]}"

[single_sign_on]
roles_claim = "realm_access.roles"
hours = 1

[single_sign_on.roles]
jx-president = "president"
jx-admin = "admin"
"""


@pytest.fixture
def secrets(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    path.chmod(0o600)
    return path


def check(secrets, *more):
    return manage("sso", "check", "--offline", "--secrets", secrets, *more, db=secrets.parent / "none")


def test_it_says_what_is_set_up_and_no_secret(secrets):
    done = check(secrets)
    assert done.returncode == 0 and done.stderr == ""
    for said in (ISSUER, "jx-president → president", "jx-admin → admin", "one hour", "realm_access.roles"):
        assert said in done.stdout
    assert AUTH["client_secret"] not in done.stdout and AUTH["cookie_secret"] not in done.stdout
    assert "chmod" not in done.stdout
    secrets.chmod(0o644)
    assert "chmod 600" in check(secrets).stdout


def test_every_fault_is_a_line_with_its_key(secrets):
    secrets.write_text(SETTINGS.replace("hours = 1", "hours = 0").replace("https", "ftp"), encoding="utf-8")
    done = check(secrets)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 3 and any("single_sign_on.hours" in line for line in lines)


def test_without_any_it_says_so(tmp_path):
    done = check(tmp_path / "none.toml")
    assert done.returncode == 0 and "No single sign-on is set up" in done.stdout


def test_a_dry_run_says_which_role_claims_would_give(secrets, tmp_path):
    said = tmp_path / "claims.json"
    said.write_text(json.dumps(claims("jx-president")), encoding="utf-8")
    done = check(secrets, "--claims", said)
    assert done.returncode == 0 and "role president" in done.stdout and "8f2c" in done.stdout
    said.write_text(json.dumps(claims("jx-president", "jx-admin")), encoding="utf-8")
    done = check(secrets, "--claims", said)
    assert done.returncode == 1 and "several roles" in done.stdout
    said.write_text("[1]", encoding="utf-8")
    done = check(secrets, "--claims", said)
    assert done.returncode == 2 and "claims.json" in done.stderr


def test_a_provider_that_does_not_answer_is_told(secrets):
    text = SETTINGS.replace(AUTH["server_metadata_url"], "http://127.0.0.1:9/none")
    secrets.write_text(text, encoding="utf-8")
    done = manage("sso", "check", "--secrets", secrets, db=secrets.parent / "none")
    assert done.returncode == 1 and "cannot be reached" in done.stdout and "Traceback" not in done.stderr


def test_links_are_made_listed_and_undone(db, secrets):
    path = db.path
    db.close()

    def run(*words):
        return manage("sso", *words, db=path)

    assert run("link", "zhao", "8f2c", "--secrets", secrets).returncode == 0
    assert run("list").stdout == f"zhao\tdata-officer\t{ISSUER} 8f2c\n"
    assert run("link", "zhao", "8f2c", "--issuer", ISSUER).returncode == 2, "is linked already"
    assert run("unlink", "zhao").returncode == 0 and run("list").stdout == ""
    opened = Database.open(path)
    assert identities.linked(opened) == {}
    opened.close()
