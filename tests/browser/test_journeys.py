"""What the three users come for, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def enter(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def enter_as_manager(page, code):
    page.get_by_role("combobox").click()
    page.keyboard.type(code)
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="进入").click()


def change_to(page, name):
    """Another person sits down and opens the versions."""
    page.get_by_role("button", name="退出登录").click()
    enter(page, name)
    open_page(page, "方案版本")


def answer(page, button, text):
    """A button that asks for a sentence."""
    page.get_by_role("button", name=button, exact=True).click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox").fill(text)
    box.get_by_role("button", name="确定").click()
    expect(box).to_be_hidden()


def open_page(page, name):
    page.get_by_role("link", name=name, exact=True).click()


def test_the_president_finds_who_fell_most_and_opens_that_scorecard(page):
    enter(page, "李行长")
    sentence = page.get_by_text(re.compile("降幅最大")).first
    expect(sentence).to_be_visible()
    who = re.search(r"；(\S+?)降幅最大", sentence.inner_text()).group(1)
    expect(page.get_by_text("虚构").first).to_be_visible()
    page.locator("tr.open", has_text=who).click()
    expect(page.get_by_role("heading", name=re.compile(who))).to_be_visible()
    expect(page.get_by_text("为什么较上期")).to_be_visible()


def test_the_committee_moves_risk_up_by_ten_saves_and_adopts(page):
    enter(page, "高主任")
    expect(page.get_by_text("移动左侧滑块")).to_be_visible()
    for code, weight in (("R01", "14"), ("R02", "11"), ("R03", "11")):
        row = page.locator(".item", has=page.locator(f'[data-code="{code}"]'))
        number = row.locator('input[type="number"]')
        number.fill(weight)
        number.press("Enter")
        expect(number).to_have_value(re.compile(rf"^{weight}(\.0)?$"))
        page.wait_for_timeout(400)
        row.locator('input[type="checkbox"]').check()
    expect(page.get_by_text(re.compile("风险管理 26.0 → 36.0"))).to_be_visible()
    expect(page.get_by_text("合计 100.0")).to_be_visible()
    page.get_by_text("只看名次变动的人").click()
    expect(page.locator(".body .up").first).to_be_visible()
    page.get_by_role("textbox", name="说明").fill("突出业务风险控制")
    page.get_by_role("button", name="存为草案").click()
    expect(page.get_by_text("第 3 版草案")).to_be_visible()


    # Every reason to refuse, met in turn; never by the author alone.
    open_page(page, "方案版本")
    expect(page.get_by_role("heading", name="优化方案 v3")).to_be_visible()
    expect(page.get_by_text("还没有测算过影响")).to_be_visible()
    answer(page, "提交审议", "突出业务风险控制")
    expect(page.get_by_text("已提交审议，影响测算已留存")).to_be_visible()
    expect(page.get_by_text("还没有测算过影响")).to_be_hidden()
    expect(page.get_by_text("高主任 是起草人")).to_be_visible()
    expect(page.get_by_role("button", name="采用", exact=True)).to_be_disabled()
    expect(page.get_by_role("button", name="同意", exact=True)).to_have_count(0)

    change_to(page, "宁委员")
    answer(page, "同意", "")
    expect(page.get_by_text("已有 1 位其他委员同意，须 2 位")).to_be_visible()
    page.get_by_role("button", name="开始公示").click()
    expect(page.get_by_text("还不能公示：有 2 项未满足")).to_be_visible()
    expect(page.get_by_text("缺少总行授权").first).to_be_visible()
    page.get_by_role("button", name="登记授权").click()
    page.get_by_role("textbox", name="文号").fill("L农商银发〔2026〕101号")
    page.get_by_role("textbox", name="日期").fill("2026-11-20")
    page.get_by_role("button", name="确定").click()
    expect(page.get_by_text("授权已登记")).to_be_visible()

    change_to(page, "唐委员")
    answer(page, "同意", "同意，建议半年后复核")
    expect(page.get_by_text("已有 1 位其他委员同意")).to_be_hidden()
    page.get_by_role("button", name="开始公示").click()
    expect(page.get_by_text("已公示，员工可以查看和留言")).to_be_visible()
    expect(page.get_by_text("提前采用须有书面理由")).to_be_visible()
    expect(page.get_by_role("button", name="采用", exact=True)).to_be_disabled()
    answer(page, "说明理由：P02", "职工大会已听取意见")
    answer(page, "采用", "委员会决议")
    expect(page.get_by_text("以前的期间不变")).to_be_visible()
    expect(page.locator(".strong", has_text=re.compile(r"采用，自\d+年\d+月起"))).to_be_visible()


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

    page.get_by_role("button", name="退出登录").click()
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
    name = page.locator(".body .row:visible .name", has_text=re.compile(".")).nth(3).inner_text()
    chosen = page.locator(".body .row:visible", has=page.get_by_text(name, exact=True))
    chosen.locator("button.pin").click()
    expect(chosen.locator("button.pin")).to_have_class("pin on")
    expect(chosen).to_have_attribute("style", re.compile(r"translateY\(0px\)"))


def test_the_committee_reads_whether_the_scores_mean_anything(page):
    enter(page, "高主任")
    open_page(page, "有效性与公平性")
    expect(page.get_by_text("证据不足").first).to_be_visible()
    expect(page.get_by_text("名义权重与实际权重").first).to_be_visible()
    expect(page.get_by_text("回测：如果当时就用这个版本").first).to_be_visible()


def test_a_manager_reads_why_the_score_changed_and_sees_nobody_else(page):
    enter_as_manager(page, "CM17")
    expect(page.get_by_text("为什么较上期")).to_be_visible()
    expect(page.get_by_text(re.compile("数据 -")).first).to_be_visible()
    for hidden in ("团队排行", "权重试算"):
        expect(page.get_by_role("link", name=hidden, exact=True)).to_have_count(0)
    page.locator("tr.open", has_text="日均存款净增").click()
    expect(page.get_by_text("为什么是这个分：日均存款净增").first).to_be_visible()
    open_page(page, "我的趋势")
    expect(page.get_by_text("总分走势")).to_be_visible()


def test_the_language_switches(page):
    enter(page, "李行长")
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name="Leaderboard")).to_be_visible()
    expect(page.get_by_text("lost most").first).to_be_visible()
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()


@pytest.mark.parametrize("address", ["leaderboard", "weight-lab", "scorecard", "schemes"])
def test_a_page_asked_for_by_address_on_a_fresh_server_shows_nothing(chromium, server, address):
    tab = chromium.new_page()
    tab.goto(f"{server}/{address}")
    expect(tab.get_by_text("这是演示支行")).to_be_visible(timeout=30_000)
    for content in ("tr.open", '[data-testid="stMetric"]', ".item", "table"):
        assert tab.locator(content).count() == 0
    tab.close()
