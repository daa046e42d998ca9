"""The form behind a customer's link: what it shows and takes, and what links that are over answer."""

import datetime as dt
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from access.actor import operator
from access.demo import STAFF
from data import clock
from scoring.periods import parse_period
from shell import door
from shell.without_account.customer import CANNOT, MOST_BYTES, MOST_FIELDS
from tests.shell.browser import Browser
from words.text import text_for
from workflow.branch.setup import open_branch, rename
from workflow.reviews import assigning, campaigns, links
from workflow.reviews.forms import LONGEST_COMMENT

ZHAO = STAFF[4]
FORM = {"content_type": "application/x-www-form-urlencoded"}
LAST = dt.timedelta(days=9)


@pytest.fixture
def db(quiet_file, tmp_path, monkeypatch):
    path = Path(shutil.copy(quiet_file, tmp_path / "branch.duckdb"))
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    yield opened
    opened.close()


@pytest.fixture
def browser(db):
    return Browser(Starlette(routes=door.routes()))


@pytest.fixture
def campaign(db):
    """One that asks three customers about CM05."""
    today = clock.today()
    number = campaigns.create(ZHAO, db, "下半年", parse_period("2026-12"), today, today + LAST)
    assigning.assign(ZHAO, db, number, [assigning.Proposed("CM05", "customers", "", 3)])
    campaigns.open_(ZHAO, db, number)
    return number


@pytest.fixture
def path(db, campaign):
    (link,) = links.issue(ZHAO, db, campaign, "CM05", 1)
    return link.url_path


def items(db, campaign):
    return campaigns.campaign(ZHAO, db, campaign).asked("customers")


def filled(db, campaign, **more):
    """Everything answered."""
    return {item.code: "4" for item in items(db, campaign)} | more


def send(browser, path, fields):
    return browser.ask("POST", path, urlencode(fields).encode(), **FORM)


def used(db, campaign):
    return sum(one.used for one in links.counts(ZHAO, db, campaign))


def test_it_shows_what_customers_are_asked_in_the_language_of_the_address(browser, db, campaign, path):
    for lang, tag in (("zh", "zh-CN"), ("en", "en")):
        answer = browser.ask("GET", f"{path}?lang={lang}")
        assert answer.status == 200 and f'<html lang="{tag}">' in answer.text
        for item in campaigns.campaign(ZHAO, db, campaign).items:
            shown = item in items(db, campaign)
            assert (item.question[lang] in answer.text) is shown
            assert all((anchor[lang] in answer.text) is shown for anchor in item.anchors)


def test_an_answer_is_taken_once_and_the_address_shown_next_holds_no_link(browser, db, campaign, path):
    answer = send(browser, path, filled(db, campaign))
    assert answer.status == 303 and used(db, campaign) == 1
    thanks = browser.ask("GET", f"/r/{answer.headers['location']}")
    assert thanks.status == 200 and path.rpartition("/")[2] not in answer.headers["location"]
    assert send(browser, path, filled(db, campaign)).status == 410
    assert browser.ask("GET", path).status == 410 and used(db, campaign) == 1


def test_what_is_missing_comes_back_with_what_was_filled_in(browser, db, campaign, path):
    first, *rest = items(db, campaign)
    said = {first.code: "2", f"comment-{first.code}": "<b>第一次</b>来", "nothing": "of ours"}
    answer = send(browser, path, said)
    assert answer.status == 422 and used(db, campaign) == 0
    assert answer.text.count('checked="checked"') == 1 and "&lt;b&gt;第一次&lt;/b&gt;来" in answer.text
    assert f'href="#{first.code}"' not in answer.text
    assert all(f'href="#{item.code}"' in answer.text for item in rest)
    assert send(browser, path, said | {item.code: CANNOT for item in rest}).status == 303


@pytest.mark.parametrize("level", ["", "6", "-1", "4.0", "４", "x"])
def test_what_is_no_level_is_no_answer(browser, db, campaign, path, level):
    first = items(db, campaign)[0]
    assert send(browser, path, filled(db, campaign, **{first.code: level})).status == 422
    assert used(db, campaign) == 0


def test_links_that_are_none_or_over_say_so(browser, db, campaign, path, monkeypatch):
    assert browser.ask("GET", "/r/unknown").status == 404
    assert send(browser, "/r/unknown", filled(db, campaign)).status == 404
    monkeypatch.setattr(clock, "today", lambda: dt.date.today() + LAST + dt.timedelta(days=2))
    assert browser.ask("GET", path).status == 410
    assert send(browser, path, filled(db, campaign)).status == 410
    monkeypatch.undo()


def test_a_campaign_that_was_closed_takes_nothing(browser, db, campaign, path):
    campaigns.close(ZHAO, db, campaign, "提前结束")
    assert browser.ask("GET", path).status == 410
    assert send(browser, path, filled(db, campaign)).status == 410 and used(db, campaign) == 0


def test_a_withdrawn_link_is_over(browser, db, campaign, path):
    links.withdraw_unused(ZHAO, db, campaign, "CM05", "卡片遗失")
    assert browser.ask("GET", path).status == 410


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"a" * (MOST_BYTES + 1), 413),
        (urlencode({f"f{k}": "1" for k in range(MOST_FIELDS + 1)}).encode(), 400),
        (b"\xff\xfe", 400),
        (urlencode({"comment-service": "长" * (LONGEST_COMMENT + 1)}).encode(), 413),
    ],
)
def test_what_is_no_form_of_ours_is_refused(browser, db, campaign, path, body, status):
    assert browser.ask("POST", path, body, **FORM).status == status and used(db, campaign) == 0


def test_a_comment_at_its_longest_is_taken_however_a_browser_ends_its_lines(browser, db, campaign, path):
    first = items(db, campaign)[0]
    text = "\r\n".join(["写" * 99] * 3)
    assert len(text.replace("\r\n", "\n")) <= LONGEST_COMMENT - 1
    text += "\r\n" * (LONGEST_COMMENT - len(text.replace("\r\n", "\n")) - 1) + "完"
    assert len(text) > LONGEST_COMMENT
    assert send(browser, path, filled(db, campaign, **{f"comment-{first.code}": text})).status == 303


def test_nothing_is_kept_by_the_browser_or_told_to_others(browser, db, campaign, path):
    answers = [
        browser.ask("GET", path),
        send(browser, path, {}),
        send(browser, path, filled(db, campaign)),
        browser.ask("GET", path),
        browser.ask("GET", "/r/thanks"),
        browser.ask("GET", "/r/unknown"),
    ]
    for answer in answers:
        assert "set-cookie" not in answer.headers and "<script" not in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_names_are_text_whatever_they_hold(browser, db, path):
    rename(operator("root"), db, "<script>x</script>", "")
    shown = browser.ask("GET", path).text
    assert "<script" not in shown and "&lt;script&gt;x&lt;/script&gt;" in shown


def test_a_branch_that_cannot_be_reached_asks_to_come_again(browser, path, monkeypatch, tmp_path):
    monkeypatch.setenv("STEELYARD_DB", str(tmp_path / "none.duckdb"))
    assert browser.ask("GET", path).status == 503


def test_the_invented_branch_says_so_on_the_form(browser, path):
    assert text_for("zh")("app-demo-banner") in browser.ask("GET", path).text
    assert text_for("en")("app-demo-banner") in browser.ask("GET", f"{path}?lang=en").text
