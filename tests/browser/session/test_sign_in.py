"""Signing in survives what people do to a browser, and ends where it must."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import enter, enter_as_manager, open_page, signed_in

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, server):
    """A page on the server; what is cut off by leaving it while it loads is no fault here."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    tab.goto(server)
    is_out(tab)
    yield tab
    context.close()


def go(tab, address=None):
    """Type an address, or reload."""
    tab.goto(address) if address else tab.reload()


def is_out(tab):
    expect(tab.get_by_role("button", name="李行长", exact=True)).to_be_visible(timeout=30_000)
    for content in ("tr.open", '[data-testid="stMetric"]', ".item", "table"):
        expect(tab.locator(content)).to_have_count(0)


def cookie(context):
    return next((c for c in context.cookies() if c["name"].startswith("steelyard_")), None)


def test_it_survives_reloading_and_new_tabs_and_signing_out_ends_all_tabs(page, server):
    go(page, f"{server}/leaderboard")
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    expect(page).to_have_url(re.compile("/leaderboard"))
    go(page)
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    held = cookie(page.context)
    assert held["httpOnly"] and held["sameSite"] == "Strict" and held["expires"] == -1
    assert held["value"] not in page.evaluate("document.cookie")
    other = page.context.new_page()
    other.goto(f"{server}/scorecard?person=CM10")
    expect(other.get_by_role("heading", name=re.compile("成绩单"))).to_be_visible()
    page.get_by_role("button", name="退出登录").click()
    is_out(page)
    is_out(other)
    go(page, f"{server}/leaderboard")
    is_out(page)
    # Whoever kept the cookie has nothing in hand.
    page.context.add_cookies([held])
    go(page)
    is_out(page)


def test_a_cookie_that_was_tampered_with_signs_nobody_in(page, server):
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    held = cookie(page.context)
    for value in ("", held["value"][:-2] + "AA", "x" * 3000):
        page.context.add_cookies([held | {"value": value}])
        go(page, f"{server}/leaderboard")
        is_out(page)
    page.context.add_cookies([held])
    go(page)
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()


def test_all_browsers_of_a_person_are_signed_out_from_one_of_them(page, server, chromium):
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    elsewhere = chromium.new_context(locale="zh-CN").new_page()
    elsewhere.goto(server)
    signed_in(elsewhere)
    expect(elsewhere.get_by_role("heading", name="团队排行")).to_be_visible()
    elsewhere.get_by_role("button", name=re.compile("全部退出")).click()
    is_out(elsewhere)
    # The other one finds out at the next click, whatever it is.
    page.get_by_test_id("stSidebarNavLink").first.click()
    is_out(page)
    expect(page.get_by_text("已在所有浏览器上退出登录")).to_be_visible()
    elsewhere.context.close()


def test_a_click_before_the_cookie_has_come_opens_its_page(page):
    """The server answers late; whoever clicks meanwhile is not taken for somebody signed out."""
    late = []
    page.route("**/session", lambda r: late.append(r) if r.request.method == "PUT" else r.continue_())
    enter(page, "李行长")
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    page.evaluate("window.sameDocument = true")
    open_page(page, "考核周期")
    heading = page.get_by_role("heading", name="考核周期", exact=True)
    expect(heading).to_be_visible()
    with page.expect_response(lambda r: r.request.method == "PUT" and r.ok):
        late[0].continue_()
    open_page(page, "团队排行")
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    assert page.evaluate("window.sameDocument")  # nothing was loaded anew
    go(page)
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()


def test_who_signs_in_while_the_last_sign_out_is_on_its_way_stays_signed_in(page):
    """On a slow line the cookie that is given back must not take the next one along."""
    late = []
    signed_in(page)
    page.route("**/session", lambda r: late.append(r) if r.request.method == "DELETE" else r.continue_())
    asked = []
    page.on("request", lambda r: asked.append(r.method) if r.method in ("PUT", "DELETE") else None)
    with page.expect_request(lambda r: r.method == "DELETE"):
        page.get_by_role("button", name="退出登录").click()
    is_out(page)
    enter(page, "高主任")
    expect(page.get_by_test_id("stSidebar").get_by_text("高主任")).to_be_visible()
    page.wait_for_timeout(1_500)
    assert asked == ["DELETE"]
    with page.expect_response(lambda r: r.request.method == "PUT" and r.ok):
        late[0].continue_()
    go(page)
    expect(page.get_by_test_id("stSidebar").get_by_text("高主任")).to_be_visible()


def test_a_link_leads_to_its_page_right_after_a_start_and_only_there_where_one_may(page, server):
    """The first address that the server ever sees is a page's, in another language."""
    go(page, f"{server}/scorecard?person=CM20&period=2026-03&lang=en")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Choose whom to be")).to_be_visible()
    signed_in(page, "President Li")
    expect(page.get_by_role("combobox", name=re.compile("Customer"))).to_have_value(re.compile("CM20"))
    expect(page.get_by_role("combobox", name="Period")).to_have_value("Mar 2026")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_manager_is_told_that_a_page_is_not_for_managers(page, server):
    go(page, f"{server}/leaderboard?period=2026-03")
    enter_as_manager(page, "CM17")
    expect(page.get_by_text("您的岗位不能查看此页；可以查看的有")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    for content in ("tr.open", '[data-testid="stMetric"]', "table"):
        assert page.locator(content).count() == 0
