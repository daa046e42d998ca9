"""Settings and claims that work, for tests to change one thing of."""

import datetime as dt

from access.single_sign_on import rules

NOW = dt.datetime(2026, 11, 28, 9, 0)
ISSUER = "https://sso.bank.example/realms/bank"
AUTH = {
    "redirect_uri": "https://steelyard.bank.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "steelyard",
    "client_secret": "the-clients-own-secret",
    "server_metadata_url": f"{ISSUER}/.well-known/openid-configuration",
}
OWN = {
    "roles_claim": "realm_access.roles",
    "manager_id_claim": "employee_number",
    "roles": {
        "jx-president": "president",
        "jx-head": "president",
        "jx-committee": "committee",
        "jx-manager": "manager",
        "jx-admin": "admin",
    },
}


def settings(auth=None, own=None):
    """A file of secrets with some keys changed; None takes one out."""
    changed = [(AUTH, auth), (OWN, own)]
    one, other = ({k: v for k, v in (t | (c or {})).items() if v is not None} for t, c in changed)
    return {"auth": one, "single_sign_on": other}


def stamp(moment):
    """A moment as a token says it."""
    return moment.replace(tzinfo=dt.UTC).timestamp()


def claims(*roles, issued=NOW, lasts=300, **others):
    """What a provider says of somebody with these roles."""
    said = {
        "iss": ISSUER,
        "sub": "8f2c",
        "iat": stamp(issued),
        "exp": stamp(issued) + lasts,
        "preferred_username": "li",
        "name": "李行长",
        "realm_access": {"roles": list(roles)},
    }
    return said | others


def given(**own):
    """The rules of the settings with some keys changed."""
    found = rules.read(settings(own=own))
    assert found is not None
    return found[1]
