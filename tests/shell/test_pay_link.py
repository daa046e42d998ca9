"""The page behind the link of somebody who left: it opens by a button, once, and says nothing before."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from starlette.applications import Starlette

from access import audit
from shell import door
from tests.branch import GAO, bring
from tests.shell.browser import Browser
from tests.workflow.rewards.steps import PERSON, granted, unpaid
from workflow.branch.setup import open_branch
from workflow.rewards import leaving


@pytest.fixture
def db(quiet_file, tmp_path, monkeypatch):
    path = Path(shutil.copy(quiet_file, tmp_path / "branch.duckdb"))
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    unpaid(opened)
    granted(opened)
    bring(opened, "people", [{"manager_id": PERSON, "left_on": dt.date(2026, 10, 31)}])
    opened.write(lambda cursor: audit.append(cursor, GAO, "left", PERSON, {}))
    yield opened
    opened.close()


@pytest.fixture
def browser(db):
    return Browser(Starlette(routes=door.routes()))


def test_fetching_tells_nothing_and_opening_shows_it_once(db, browser):
    path = leaving.issue(GAO, db, PERSON).url_path
    name = leaving.gone(GAO, db)[0].name
    for _ in range(2):  # whoever previews the link
        asked = browser.ask("GET", path)
        assert asked.status == 200 and name not in asked.text and "4,000.00" not in asked.text
    opened = browser.ask("POST", path)
    assert opened.status == 200 and name in opened.text and "4,000.00" in opened.text
    for method in ("GET", "POST"):
        again = browser.ask(method, path)
        assert again.status == 410 and name not in again.text and "4,000.00" not in again.text


def test_what_is_no_link_is_not_found_and_no_answer_is_kept(db, browser):
    path = leaving.issue(GAO, db, PERSON).url_path
    for method in ("GET", "POST"):
        assert browser.ask(method, f"{path}x").status == 404
    asked = browser.ask("POST", path)
    assert asked.headers["cache-control"] == "no-store" and asked.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in asked.headers["content-security-policy"]


def test_another_site_cannot_open_it(db, browser):
    path = leaving.issue(GAO, db, PERSON).url_path
    assert browser.ask("POST", path, sec_fetch_site="cross-site").status == 403
    assert browser.ask("GET", f"{path}?lang=en").text.count("Statement of pay")
    assert browser.ask("POST", path).status == 200
