"""Signing in by the bank's provider: who comes in and as what, who does not and why, and the way out."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from tests.browser.session.bank import SECRET, bank, browser, is_in, is_out, sign_in, to_provider

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def here(whole_demo_file, tmp_path_factory):
    with bank(whole_demo_file, tmp_path_factory.mktemp("bank")) as found:
        yield found


@pytest.fixture
def tab(chromium):
    tab = browser(chromium)
    yield tab
    tab.context.close()


def refused(tab, words):
    """A page of one sentence, not a white one."""
    expect(tab.get_by_role("heading", name="没有登录成功")).to_be_visible()
    expect(tab.get_by_text(words)).to_be_visible()
    expect(tab.get_by_text("信息科技部 8021")).to_be_visible()


def cookies(tab):
    return {cookie["name"]: cookie for cookie in tab.context.cookies()}


def test_a_cold_server_keeps_the_page_that_was_asked_for(here, tab):
    """The first address that the server ever sees is a page's, before anybody is signed in."""
    here.person("li", "jx-president", "other-system")
    tab.goto(f"{here.address}/scorecard?person=CM20&period=2026-03")
    sign_in(tab, "li")
    is_in(tab, "li先生")
    expect(tab).to_have_url(re.compile(r"/scorecard\?.*person=CM20"))
    expect(tab.get_by_role("combobox", name=re.compile("客户经理"))).to_have_value(re.compile("CM20"))
    held = cookies(tab)
    ours = next(c for name, c in held.items() if name.startswith("steelyard_"))
    assert ours["httpOnly"] and ours["sameSite"] == "Strict" and ours["expires"] == -1
    assert not [name for name in held if name.startswith("_streamlit_user")], (
        "no claim and no token in a cookie"
    )
    tab.reload()
    is_in(tab, "li先生")


@pytest.mark.parametrize(
    ("subject", "group", "role"),
    [
        ("gao", "jx-committee", "考核委员会"),
        ("zhao", "jx-data", "数据员"),
        ("root", "jx-admin", "管理员"),
        ("cm17", "jx-manager", "客户经理"),
    ],
)
def test_a_claim_gives_the_role(here, tab, subject, group, role):
    here.person(subject, group, **({"staff_id": "CM17"} if group == "jx-manager" else {}))
    tab.goto(here.address)
    sign_in(tab, subject)
    is_in(tab, f"{subject}先生")
    expect(tab.get_by_test_id("stSidebar").get_by_text(role)).to_be_visible()


@pytest.mark.parametrize(
    ("groups", "claims", "words"),
    [
        (("other-system", "admin"), {}, "还没有本系统的角色"),
        (("jx-president", "jx-admin"), {}, "同时有几个角色"),
        (("jx-manager",), {}, "staff_id"),
        (("jx-manager",), {"staff_id": "CM9999"}, "客户经理名册里没有编号"),
        (("jx-data",), {"login": "root2"}, "没有与您的身份关联"),
    ],
)
def test_who_has_no_clear_role_is_told_whom_to_ask(here, tab, groups, claims, words):
    here.person("stranger", *groups, **claims)
    tab.goto(f"{here.address}/leaderboard")
    sign_in(tab, "stranger")
    refused(tab, re.compile(words))
    assert not [name for name in cookies(tab) if name.startswith("steelyard_")]
    tab.get_by_role("link", name="返回登录页").click()
    is_out(tab)
    expect(tab).to_have_url(re.compile("/leaderboard"))


def test_twelve_kilobytes_of_claims_are_no_burden(here, tab):
    here.person("long", "jx-committee", *(f"group-{n * 7919 % 100_003:06d}" for n in range(1000)))
    tab.goto(here.address)
    sign_in(tab, "long")
    is_in(tab, "long先生")
    assert sum(len(c["value"]) for c in tab.context.cookies()) < 1_000
    tab.reload()
    is_in(tab, "long先生")
    leave(tab)


def leave(tab):
    tab.get_by_role("button", name="退出登录").click()
    expect(tab.get_by_role("heading", name="End Session")).to_be_visible()
    tab.get_by_role("button", name="End session").click()
    is_out(tab)


def test_signing_out_ends_both_sign_ins_in_all_tabs(here, tab):
    here.person("ning", "jx-committee")
    tab.goto(here.address)
    sign_in(tab, "ning")
    is_in(tab, "ning先生")
    held = tab.context.cookies()
    other = tab.context.new_page()
    other.goto(f"{here.address}/leaderboard")
    is_in(other, "ning先生")
    leave(tab)
    other.get_by_test_id("stSidebarNavLink").first.click()
    is_out(other)
    # Whoever kept the cookie has nothing in hand.
    tab.context.add_cookies(held)
    tab.goto(f"{here.address}/leaderboard")
    is_out(tab)


def test_another_role_at_the_provider_ends_what_stands_and_holds_from_the_next_sign_in(here, tab, chromium):
    here.person("tang", "jx-president")
    tab.goto(f"{here.address}/leaderboard")
    sign_in(tab, "tang")
    is_in(tab, "tang先生")
    here.person("tang", "jx-data")
    elsewhere = browser(chromium)
    elsewhere.goto(here.address)
    sign_in(elsewhere, "tang")
    is_in(elsewhere, "tang先生")
    expect(elsewhere.get_by_test_id("stSidebar").get_by_text("数据员")).to_be_visible()
    # The first browser still shows the president's pages; the next click is too late.
    tab.get_by_test_id("stSidebarNavLink").nth(1).click()
    is_out(tab)
    elsewhere.context.close()


def test_a_callback_is_good_once_and_in_its_own_browser_only(here, tab, chromium):
    here.person("once", "jx-committee")
    tab.goto(here.address)
    seen = []
    tab.on("request", lambda r: seen.append(r.url) if "/oauth2callback" in r.url else None)
    sign_in(tab, "once")
    is_in(tab, "once先生")
    other = browser(chromium)
    for page, url in (
        (other, seen[0]),
        (tab, seen[0]),
        (other, f"{here.address}/oauth2callback?code=x&state=y"),
    ):
        page.goto(url)
        refused(page, re.compile("不是在这个浏览器里刚刚开始的"))
    other.context.close()


def test_who_turns_back_at_the_provider_is_back_where_it_began(here, tab):
    tab.goto(f"{here.address}/leaderboard")
    to_provider(tab)
    tab.get_by_role("button", name="Deny").click()
    is_out(tab)
    expect(tab).to_have_url(re.compile("/leaderboard"))


def test_two_tabs_end_in_one_sign_in(here, tab):
    here.person("two", "jx-committee")
    other = tab.context.new_page()
    for one in (tab, other):
        one.goto(here.address)
        to_provider(one)
    for one in (tab, other):
        one.locator("input[name=sub]").fill("two")
        one.get_by_role("button", name="Authorize", exact=True).click()
        is_in(one, "two先生")
    tab.get_by_test_id("stSidebarNavLink").nth(1).click()
    is_in(tab, "two先生")


def test_the_local_administrator_comes_in_beside_it_and_a_linked_account_by_no_password(here, tab):
    tab.goto(here.address)
    is_out(tab)
    enter_locally(tab, "root2")
    is_in(tab, "root2")
    tab.get_by_role("button", name="退出登录").click()
    is_out(tab)


def test_the_administrator_links_an_account_on_the_page_and_undoes_it(here, tab, chromium):
    """As somebody who is not linked was told to ask for."""
    here.person("clerk-there", "jx-data")
    tab.goto(here.address)
    enter_locally(tab, "root2")
    is_in(tab, "root2")
    tab.get_by_role("link", name="账号管理").click()
    tab.get_by_role("row", name=re.compile("clerk")).click()
    tab.get_by_role("button", name="关联单点登录").click()
    box = tab.get_by_test_id("stPopoverBody")
    expect(box.get_by_role("textbox", name="签发方")).to_have_value(here.issuer)
    box.get_by_role("textbox", name="用户标识").fill("clerk-there")
    box.get_by_role("button", name="确定").click()
    expect(tab.get_by_text("clerk 今后通过单点登录进入")).to_be_visible()
    expect(tab.get_by_text(re.compile("身份：.*clerk-there"))).to_be_visible()
    other = browser(chromium)
    other.goto(here.address)
    sign_in(other, "clerk-there")
    is_in(other, "clerk")
    tab.get_by_role("button", name="解除关联").click()
    expect(tab.get_by_text("clerk 已解除单点登录关联")).to_be_visible()
    expect(tab.get_by_role("button", name="关联单点登录")).to_be_visible()
    other.get_by_test_id("stSidebarNavLink").nth(1).click()
    is_out(other)
    other.context.close()


def enter_locally(tab, username):
    tab.get_by_role("textbox", name="用户名").fill(username)
    tab.get_by_role("textbox", name="密码").fill(SECRET)
    tab.get_by_role("button", name="进入").click()


def test_without_its_provider_a_page_says_so_and_local_accounts_come_in(whole_demo_file, tmp_path, tab):
    linked = [("li", "president", "sub-li")]
    with bank(whole_demo_file, tmp_path, linked=linked, away=True) as here:
        tab.goto(f"{here.address}/leaderboard")
        tab.get_by_role("button", name="用华东银行统一认证登录").click()
        refused(tab, re.compile("暂时连不上统一认证"))
        tab.get_by_role("link", name="返回登录页").click()
        # Whoever is linked has no other way in; the administrator's account is not.
        enter_locally(tab, "li")
        expect(tab.get_by_text("用户名或密码不对")).to_be_visible()
        enter_locally(tab, "root2")
        is_in(tab, "root2")


@pytest.mark.parametrize("more", ["", "hours = 0.004"])
def test_the_end_of_a_token_or_of_the_hours_signs_out_and_says_why(whole_demo_file, tmp_path, tab, more):
    lasts = dt.timedelta(hours=1) if more else dt.timedelta(seconds=25)
    with bank(whole_demo_file, tmp_path, lasts=lasts, more=more) as here:
        here.person("li", "jx-president")
        tab.goto(f"{here.address}/leaderboard")
        sign_in(tab, "li")
        is_in(tab, "li先生")
        expect(tab.get_by_text("单点登录的有效期已到")).to_be_visible(timeout=60_000)
        is_out(tab)
        sign_in(tab, "li")
        is_in(tab, "li先生")


def test_a_token_that_is_over_signs_nobody_in(whole_demo_file, tmp_path, tab):
    with bank(whole_demo_file, tmp_path, lasts=dt.timedelta(minutes=-5)) as here:
        here.person("li", "jx-president")
        tab.goto(here.address)
        sign_in(tab, "li")
        refused(tab, re.compile("已经过期"))
