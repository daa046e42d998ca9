"""What the three users come for, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import choose, enter, enter_as_manager, leave, open_page

pytestmark = pytest.mark.browser


def test_the_president_finds_who_fell_most_and_opens_that_scorecard(page):
    enter(page, "李行长")
    sentence = page.get_by_text(re.compile("降幅最大")).first
    expect(sentence).to_be_visible()
    who = re.search(r"；(\S+?)降幅最大", sentence.inner_text()).group(1)
    expect(page.get_by_text("虚构").first).to_be_visible()
    page.locator("tr.open", has_text=who).last.click()
    expect(page.get_by_role("heading", name=re.compile(who))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("为什么比上月低"))).to_be_visible()


def test_a_scenario_is_kept_undone_explained_and_opened_by_its_link(page, server):
    enter(page, "高主任")
    row = page.locator(".item", has=page.locator('[data-code="R01"]'))
    number = row.locator('input[type="number"]')
    number.fill("16")
    number.press("Enter")
    expect(page.get_by_text(re.compile("风险管理 26.0 → 30.9"))).to_be_visible()
    page.locator(".body .row").nth(2).click()
    expect(page.get_by_text("按指标精确拆分")).to_be_visible()
    page.get_by_role("textbox", name="情景名称").fill("不良率十六")
    page.get_by_role("button", name="存为情景").click()
    expect(page.get_by_text("情景“不良率十六”已保存")).to_be_visible()
    page.get_by_role("button", name="撤销").click()
    expect(number).to_have_value("10.0")
    page.get_by_role("button", name="抽样检验").click()
    expect(page.get_by_text(re.compile("留在前 3 名的可能")).first).to_be_visible()

    leave(page)
    page.goto(f"{server}/?start=scenario-1")
    enter(page, "宁委员")
    expect(number).to_have_value("16.0")
    expect(page.get_by_text(re.compile("风险管理 26.0 → 30.9"))).to_be_visible()


def test_the_ranking_moves_with_the_hand_and_the_engine_agrees_on_release(page):
    enter(page, "高主任")
    rows = page.locator(".body .row")
    expect(rows.first).to_be_visible()
    slider = page.locator('input[data-code="G01"]')
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.16, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, middle, steps=12)
    expect(page.locator(".body .up").first).to_be_visible()
    # The server knows nothing yet: its sentence still invites to move.
    expect(page.get_by_text("移动左侧滑块")).to_be_visible()
    figures = """(nodes) => nodes.map((n) => ['rank', 'name', 'after']
        .map((c) => n.querySelector('.' + c).innerText).join()).sort().join('|')"""
    previewed = rows.evaluate_all(figures)
    page.mouse.up()
    expect(page.get_by_text(re.compile("人名次变动，其中"))).to_be_visible()
    page.wait_for_timeout(500)
    assert rows.evaluate_all(figures) == previewed
    # Whoever is pinned stays on top, wherever the ranking puts them.
    page.locator(".scroll").evaluate("(n) => { n.scrollTop = 0; }")
    names = """(nodes) => nodes.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((n) => n.querySelector('.name').innerText)"""
    name = page.locator(".body .row:visible").evaluate_all(names)[3]
    chosen = page.locator(".body .row:visible", has=page.get_by_text(name, exact=True))
    chosen.locator("button.pin").click()
    expect(chosen.locator("button.pin")).to_have_class("pin on")
    expect(chosen).to_have_attribute("style", re.compile(r"translateY\(0px\)"))


def test_the_committee_reads_whether_the_scores_mean_anything(page):
    enter(page, "高主任")
    open_page(page, "有效性与公平性")
    expect(page.get_by_text("证据不足").first).to_be_visible()
    expect(page.get_by_text("方案权重与实际权重").first).to_be_visible()
    expect(page.get_by_text("回测：如果当时就用这个版本").first).to_be_visible()


def test_a_manager_reads_why_the_score_changed_and_sees_nobody_else(page):
    enter_as_manager(page, "CM17")
    expect(page.get_by_role("heading", name=re.compile("为什么比上月|与上月持平"))).to_be_visible()
    expect(page.locator(".fall .whole")).to_have_count(2)
    for hidden in ("团队排行", "权重试算"):
        expect(page.get_by_role("link", name=hidden, exact=True)).to_have_count(0)
    page.locator("tr.open", has_text="日均存款净增").click()
    expect(page.locator("tr.detail")).to_contain_text("÷")
    open_page(page, "我的趋势")
    expect(page.get_by_text("总分走势", exact=True)).to_be_visible()


def test_the_language_switches(page):
    enter(page, "李行长")
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name="Leaderboard")).to_be_visible()
    expect(page.get_by_text("lost most").first).to_be_visible()
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()


def test_the_language_changes_words_and_not_whose_scorecard_it_is(page):
    enter(page, "李行长")
    open_page(page, "成绩单")
    choose(page, "客户经理", "CM10")
    expect(page).to_have_url(re.compile("person=CM10"))
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Scorecard"))).to_be_visible()
    expect(page.get_by_role("combobox", name=re.compile("Customer"))).to_have_value(re.compile("CM10"))
    choose(page, "Period", "Jun 2026")
    expect(page).to_have_url(re.compile("period=2026-06"))
    expect(page.get_by_role("combobox", name=re.compile("Customer"))).to_have_value(re.compile("CM10"))
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_role("combobox", name=re.compile("考核期间"))).to_have_value("2026年6月")
    expect(page.get_by_role("combobox", name=re.compile("客户经理"))).to_have_value(re.compile("CM10"))
    expect(page).to_have_url(re.compile("person=CM10"))


@pytest.mark.parametrize("address", ["leaderboard", "weight-lab", "scorecard", "schemes"])
def test_a_page_asked_for_by_address_on_a_fresh_server_shows_nothing(chromium, cold_server, address):
    tab = chromium.new_page()
    tab.goto(f"{cold_server}/{address}")
    expect(tab.get_by_text("这是演示支行")).to_be_visible()
    for content in ("tr.open", '[data-testid="stMetric"]', ".item", "table"):
        assert tab.locator(content).count() == 0
    tab.close()
