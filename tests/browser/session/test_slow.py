"""On a machine that has much to do, nothing is lost by whoever is quicker: a click before the first page is
there, a weight or a lock right before a page is left."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from benchmarks.serving import served
from tests.browser.steps import choose, enter, number, open_page, rest, row, weight

pytestmark = [pytest.mark.browser, pytest.mark.hasty]


@pytest.fixture
def server(whole_demo_file, tmp_path):
    """The address of a server that takes its time between two pages."""
    path = shutil.copy(whole_demo_file, tmp_path / "branch.duckdb")
    with served("app.py", path, program=("-m", "tests.browser.slow_server")) as address:
        yield address


def test_a_click_right_after_signing_in_is_not_lost(page):
    enter(page, "高主任")
    open_page(page, "考核周期")
    heading = page.get_by_role("heading", name="考核周期", exact=True)
    expect(heading).to_be_visible()
    page.wait_for_timeout(2_000)
    expect(heading).to_be_visible()


def test_what_was_set_right_before_a_page_is_left_is_there_when_it_is_opened_again(page):
    enter(page, "高主任")
    expect(page.get_by_role("heading", name="权重试算", exact=True)).to_be_visible()
    page.wait_for_timeout(2_000)
    # All at once: the lock comes while the weight is still being worked out, the page while both are.
    number(page, "R01").fill("20")
    number(page, "R01").press("Enter")
    row(page, "C01").locator('input[type="checkbox"]').check()
    open_page(page, "团队排行")
    expect(page.get_by_role("heading", name="团队排行", exact=True)).to_be_visible()
    for _ in range(2):
        open_page(page, "权重试算")
        expect(number(page, "R01")).to_have_value("20.0")
        expect(row(page, "C01").locator('input[type="checkbox"]')).to_be_checked()
        held = number(page, "C01").input_value()
        weight(page, "R01", "40")
        expect(number(page, "C01")).to_have_value(held)
        weight(page, "R01", "20")
        open_page(page, "团队排行")
        expect(page.get_by_role("heading", name="团队排行", exact=True)).to_be_visible()


def test_two_choices_one_right_after_the_other_both_count(page):
    held, holding, browsers = [], [], []

    def between(browser):
        browsers.append(browser)

        def told(message):
            (held.append if holding else browser.send)(message)

        browser.connect_to_server().on_message(told)

    page.route_web_socket(re.compile("_stcore/stream"), between)
    page.reload()
    enter(page, "李行长")
    open_page(page, "成绩单")
    expect(page.get_by_role("heading", name=re.compile("成绩单"))).to_be_visible()
    rest(page)
    # The second is made before the browser has heard what became of the first, its address included.
    holding.append(True)
    choose(page, "客户经理", "CM31")
    page.wait_for_timeout(3_000)
    choose(page, "考核期间", "2026年3月")
    page.wait_for_timeout(3_000)
    holding.clear()
    for told in held:
        browsers[-1].send(told)
    title = page.get_by_role("heading", name="成绩单 · 赵雪")
    expect(title).to_be_visible()
    rest(page)
    expect(title).to_be_visible()
    expect(page).to_have_url(re.compile(r"(?=.*person=CM31)(?=.*period=2026-03)"))
    page.go_back()
    expect(page).not_to_have_url(re.compile(r"(?=.*person=CM31)(?=.*period=2026-03)"))
