"""A bank with a provider of single sign-on on this machine, and the dashboard as its client."""

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2
import oidc_provider_mock
from playwright.sync_api import expect

from access import accounts
from access.actor import operator
from access.single_sign_on import identities
from benchmarks.serving import free_port, served
from data.database import Database
from data.stores import setting_store
from tests.branch import copied

ROOT, SECRET = operator("root"), "seven quiet herons 48"
HOUR = dt.timedelta(hours=1)
SETTINGS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "steelyard"
client_secret = "secret-of-the-client"
server_metadata_url = "{issuer}/.well-known/openid-configuration"

[single_sign_on]
name = "华东银行统一认证"
roles_claim = "realm.groups"
manager_id_claim = "staff_id"
user_name_claim = "login"
accounts = "made"
contact = "信息科技部 8021"
leeway_seconds = 0
{more}

[single_sign_on.roles]
jx-president = "president"
jx-committee = "committee"
jx-manager = "manager"
jx-data = "data-officer"
jx-admin = "admin"
"""


@dataclass(frozen=True)
class Bank:
    """``address`` of the dashboard, ``issuer`` of the provider, its database and the server's log."""

    address: str
    issuer: str
    database: object

    def person(self, subject, *groups, **claims):
        """Put somebody on the provider's list, or change what it says of somebody."""
        said = {"login": subject, "name": f"{subject}先生", "realm": {"groups": list(groups)}, **claims}
        httpx2.put(f"{self.issuer}/users/{subject}", json=said).raise_for_status()


@contextmanager
def bank(demo_file, folder, *, lasts=HOUR, more="", linked=(), away=False):
    """The bank with a local administrator "root2" and a data officer "clerk"; `linked` are user name, role
    and subject of accounts. With `away` nobody answers at the provider's address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    path = copied(demo_file, folder / "branch.duckdb")
    with oidc_provider_mock.run_server_in_thread(access_token_max_age=lasts) as provider:
        issuer = f"http://localhost:{free_port() if away else provider.server_port}"
        db = Database.open(path)
        db.write(lambda cursor: setting_store.put(cursor, {setting_store.DEMO: ""}))
        for name, role in (("root2", "admin"), ("clerk", "data-officer")):
            accounts.add(ROOT, db, name, role, SECRET, must_change=False)
        for username, role, subject in linked:
            accounts.add(ROOT, db, username, role, SECRET)
            identities.link(ROOT, db, username, issuer, subject)
        db.close()
        secrets = folder / "secrets.toml"
        secrets.write_text(SETTINGS.format(address=address, issuer=issuer, more=more), encoding="utf-8")
        variables = {"STREAMLIT_SECRETS_FILES": str(secrets)}
        with served("app.py", path, port=port, variables=variables):
            yield Bank(address, issuer, path)


def browser(chromium):
    """A page of a browser of its own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    return tab


def sign_in(tab, subject):
    """From the sign-in page to the provider and back."""
    to_provider(tab)
    tab.locator("input[name=sub]").fill(subject)
    tab.get_by_role("button", name="Authorize", exact=True).click()


def to_provider(tab):
    tab.get_by_role("button", name="用华东银行统一认证登录").click()
    expect(tab.locator("input[name=sub]")).to_be_visible()


def is_in(tab, name):
    expect(tab.get_by_test_id("stSidebar").get_by_text(name)).to_be_visible(timeout=40_000)


def is_out(tab):
    expect(tab.get_by_role("button", name="用华东银行统一认证登录")).to_be_visible(timeout=40_000)
