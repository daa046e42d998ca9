"""What the server answers beside Streamlit: tickets for cookies, the clock of idleness, the first page."""

import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette

from access import browsers
from access.demo import STAFF
from shell import context, door
from shell.door import TICKET_SECONDS, Tickets
from tests.shell.browser import Browser
from workflow.branch.setup import open_branch

LI, GAO = STAFF[:2]
SITE = {"origin": "http://testserver", "sec_fetch_site": "same-origin"}


@pytest.fixture
def db(demo_file, tmp_path, monkeypatch):
    path = Path(shutil.copy(demo_file, tmp_path / "branch.duckdb"))
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    yield opened
    opened.close()


@pytest.fixture
def browser(db):
    return Browser(Starlette(routes=door.routes()), **SITE)


def signed_in(browser, db, actor=LI):
    """Signs in as the page does; the token."""
    token, _ = browsers.begin(db, actor)
    answer = browser.ask("PUT", "/session", x_ticket=door.tickets.issue(token))
    assert answer.status == 204
    return token


def test_a_ticket_is_good_once_and_for_a_minute():
    now = [0.0]
    tickets = Tickets(lambda: now[0])
    one, other = tickets.issue("a"), tickets.issue("b")
    assert tickets.waits(one) and tickets.redeem(one) == "a"
    assert not tickets.waits(one) and tickets.redeem(one) is None
    now[0] = TICKET_SECONDS
    assert not tickets.waits(other) and tickets.redeem(other) is None and tickets.redeem("") is None


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser, db):
    token, _ = browsers.begin(db, LI)
    answer = browser.ask("PUT", "/session", x_ticket=door.tickets.issue(token))
    name, _, rest = answer.headers["set-cookie"].partition("=")
    value, *marks = rest.split("; ")
    assert (name, value) == (context.cookie_name(), token)
    assert {m.lower() for m in marks} == {"httponly", "samesite=strict", "path=/"}
    safe = browser.ask("PUT", "/session", x_ticket=door.tickets.issue(token), x_forwarded_proto="https")
    assert "; Secure" in safe.headers["set-cookie"]


def test_a_used_ticket_gives_no_cookie(browser, db):
    ticket = door.tickets.issue(browsers.begin(db, LI)[0])
    assert browser.ask("PUT", "/session", x_ticket=ticket).status == 204
    again = browser.ask("PUT", "/session", x_ticket=ticket)
    assert again.status == 410 and "set-cookie" not in again.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "http://elsewhere.example", "sec_fetch_site": "same-origin"},
        {"origin": "null", "sec_fetch_site": "same-origin"},
    ],
)
def test_another_sites_page_can_neither_sign_in_nor_out_nor_keep_awake(browser, db, headers):
    signed_in(browser, db)
    ticket = door.tickets.issue(browsers.begin(db, GAO)[0])
    for method in ("PUT", "GET", "POST", "DELETE"):
        answer = browser.ask(method, "/session", x_ticket=ticket, **headers)
        assert answer.status == 403 and "set-cookie" not in answer.headers


def test_a_second_person_at_the_browser_ends_the_first_ones_sign_in(browser, db):
    first = signed_in(browser, db)
    second = signed_in(browser, db, GAO)
    assert browsers.session(db, browsers.hashed(first)) == browsers.Over("replaced")
    assert browsers.session(db, browsers.hashed(second)).actor == GAO


def test_time_left_is_told_to_whoever_is_signed_in(browser, db):
    assert browser.ask("GET", "/session").json() == {"left": 0}
    signed_in(browser, db)
    assert 0 < browser.ask("GET", "/session").json()["left"] <= 30 * 60
    assert 0 < browser.ask("POST", "/session").json()["left"] <= 30 * 60


def test_a_cookie_is_given_back_once_its_sign_in_is_over(browser, db):
    token = signed_in(browser, db)
    assert browser.ask("DELETE", "/session").status == 409
    browsers.end(db, browsers.hashed(token))
    answer = browser.ask("DELETE", "/session")
    assert answer.status == 204 and "Max-Age=0" in answer.headers["set-cookie"]


@pytest.mark.parametrize(("query", "lang"), [("", "zh-CN"), ("?lang=en", "en"), ("?lang=%22%3E", "zh-CN")])
@pytest.mark.parametrize("address", ["/", "/scorecard"])
def test_the_first_page_is_in_the_language_of_the_address(browser, address, query, lang):
    text = browser.ask("GET", address + query).text
    assert f'<html lang="{lang}">' in text and f"<title>{door.TITLE}</title>" in text
    # Told where the server is, Streamlit does not look for it below the page.
    assert "BACKEND_BASE_URL" in text and text.index("pushState") < text.index("./static/js")
