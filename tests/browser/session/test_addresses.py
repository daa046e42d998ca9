"""An address holds what is shown: mailed, reloaded, opened twice, gone back to."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import choose, enter_as_manager, rest, signed_in

pytestmark = pytest.mark.browser
SLOW = 30_000
PAGES = (
    ("leaderboard", "period=2026-06&view=spread&by=G01&lang=zh"),
    ("scorecard", "person=CM10&period=2026-03&lang=zh"),
    ("trends", "person=CM10&period=2026-03&indicator=G01&lang=zh"),
    ("weight-lab", "start=x-branch@1&period=2025-06&last=6&lang=zh"),
    ("schemes", "version=x-branch@1&lang=zh"),
    ("periods", "period=2026-03&lang=zh"),
)


@pytest.fixture
def page(chromium, server):
    """The president's page; what is cut off by leaving it while it loads is no fault here."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    tab = context.new_page()
    tab.set_default_timeout(SLOW)
    tab.goto(server)
    yield tab
    context.close()


def asked(address):
    """The names and values of an address."""
    return set(address.partition("?")[2].replace("%40", "@").split("&"))


def stands(tab, wanted):
    """The page is drawn, and its address holds what was asked for; that address."""
    expect(tab.get_by_role("heading", level=1)).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("不存在")).to_have_count(0)
    for part in wanted.split("&"):
        expect(tab).to_have_url(re.compile(re.escape(part).replace("@", "(@|%40)")), timeout=SLOW)
    rest(tab)
    return tab.url


def test_every_page_is_the_same_after_a_reload_and_in_a_second_tab(page, server):
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行", exact=True)).to_be_visible(timeout=SLOW)
    other = page.context.new_page()
    for name, wanted in PAGES:
        page.goto(f"{server}/{name}?{wanted}")
        first = stands(page, wanted)
        page.reload()
        assert asked(stands(page, wanted)) == asked(first), name
        other.goto(first)
        assert asked(stands(other, wanted)) == asked(first), name


def test_a_link_that_is_mailed_is_read_in_the_other_language(page, server):
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行", exact=True)).to_be_visible(timeout=SLOW)
    page.goto(f"{server}/scorecard?person=CM10&period=2026-03&lang=zh")
    stands(page, "person=CM10&period=2026-03")
    expect(page).to_have_title(re.compile("CM10 · 2026年3月"))
    page.goto(page.url.replace("lang=zh", "lang=en"))
    expect(page.get_by_role("combobox", name=re.compile("Period"))).to_have_value("Mar 2026", timeout=SLOW)
    expect(page.get_by_role("combobox", name=re.compile("Customer"))).to_have_value(re.compile("CM10"))
    expect(page).to_have_title(re.compile("CM10 · Mar 2026"))
    assert page.evaluate("document.documentElement.lang") == "en"


def test_back_and_forward_bring_person_period_and_language(page, server):
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行", exact=True)).to_be_visible(timeout=SLOW)
    page.goto(f"{server}/scorecard?person=CM10&period=2026-03&lang=zh")
    stands(page, "person=CM10")
    people = page.get_by_role("combobox", name=re.compile("客户经理|Customer"))
    choose(page, "客户经理", "CM20")
    expect(page).to_have_url(re.compile("person=CM20"), timeout=SLOW)
    page.get_by_text("English", exact=True).click()
    expect(page).to_have_url(re.compile("lang=en"), timeout=SLOW)
    page.go_back()
    expect(page.get_by_text("中文", exact=True)).to_be_visible()
    expect(page.get_by_role("combobox", name=re.compile("客户经理"))).to_have_value(
        re.compile("CM20"), timeout=SLOW
    )
    page.go_back()
    expect(people).to_have_value(re.compile("CM10"), timeout=SLOW)
    expect(page).to_have_url(re.compile("person=CM10"))
    page.go_forward()
    expect(people).to_have_value(re.compile("CM20"), timeout=SLOW)
    expect(page).to_have_url(re.compile("person=CM20"))


def test_what_there_is_not_is_told(page, server):
    signed_in(page)
    expect(page.get_by_role("heading", name="团队排行", exact=True)).to_be_visible(timeout=SLOW)
    for link, told in (
        ("scorecard?person=CM99", "链接中的客户经理“CM99”不存在"),
        ("leaderboard?period=2099-01", "链接中的考核期间“2099-01”不存在"),
        ("leaderboard?team=nobody", "链接中的团队“nobody”不存在，已忽略"),
        ("schemes?version=nothing", "链接中的版本“nothing”不存在"),
        ("nonsense", "链接中的页面“nonsense”不存在，这里显示“团队排行”"),
    ):
        page.goto(f"{server}/{link}")
        expect(page.get_by_text(told)).to_be_visible(timeout=SLOW)
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_manager_at_somebody_elses_address_gets_the_own_page_and_a_word(page, server):
    page.goto(f"{server}/scorecard?person=CM01&period=2026-03")
    enter_as_manager(page, "CM17")
    expect(page.get_by_text("您只能查看本人的成绩；链接所指的“CM01”未打开")).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("2026年3月").first).to_be_visible()
