"""From three blind weightings to an adopted version, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import answer, change_to, enter, enter_as_manager, memo, open_page, send, set_weight

pytestmark = pytest.mark.browser

ROUND, LAB, VERSIONS = "委员赋权", "权重试算", "方案版本"


def weigh(page, weights):
    for code, weight in weights.items():
        set_weight(page, code, weight)
    page.get_by_role("button", name="交权重").click()


def fingerprint(page):
    """The hash of what the leaderboard shows, in short."""
    open_page(page, "团队排行")
    told = page.get_by_text(re.compile("成绩已公布并冻结，指纹 [0-9a-f]{8}"))
    expect(told).to_be_visible()
    return re.search("[0-9a-f]{8}", told.inner_text()).group()


def test_three_members_weigh_blind_and_the_median_is_adopted(page, tmp_path):
    enter(page, "高主任")
    published = fingerprint(page)
    open_page(page, ROUND)
    expect(page.get_by_text("还没有赋权轮次")).to_be_visible()
    page.get_by_role("button", name="发起一轮").click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox", name="要定什么").fill("2027 年风险指标的权重")
    send(page)
    expect(page.get_by_text("3 位委员中 0 位已交")).to_be_visible()
    weigh(page, {"R01": "12", "R02": "10", "R03": "10"})
    expect(page.get_by_text("3 位委员中 1 位已交")).to_be_visible()

    # Blind: the next member finds neither the first one's weights nor a result.
    change_to(page, "宁委员", ROUND)
    expect(page.get_by_text("高主任 已交")).to_be_visible()
    row = page.locator(".item", has=page.locator('[data-code="R01"]'))
    expect(row.locator('input[type="number"]')).to_have_value("10.0")
    expect(page.get_by_text("谁在哪里不同")).to_have_count(0)
    weigh(page, {"R01": "14", "R02": "11", "R03": "11"})
    expect(page.get_by_text("3 位委员中 2 位已交")).to_be_visible()

    change_to(page, "唐委员", ROUND)
    weigh(page, {"R01": "16", "R02": "12", "R03": "12"})
    expect(page.get_by_text("已结束，3 位委员中 3 位交了权重")).to_be_visible()
    expect(page.get_by_text(re.compile("管户不良贷款率 12.0 对 14.0"))).to_be_visible()
    page.get_by_role("button", name="存为情景").click()
    page.get_by_role("button", name="在权重试算中打开").click()
    expect(page.get_by_role("heading", name=LAB)).to_be_visible()
    expect(page.get_by_text(re.compile("风险管理 26.0 → 36.0"))).to_be_visible()

    # The chair stores the median as a draft; nobody adopts it until every requirement is met.
    change_to(page, "高主任", ROUND)
    page.get_by_role("button", name="在权重试算中打开").click()
    page.get_by_role("textbox", name="说明").fill("委员会中位数")
    page.get_by_role("button", name="存为草案").click()
    expect(page.get_by_text("第 3 版草案")).to_be_visible()
    open_page(page, VERSIONS)
    expect(page.get_by_role("heading", name="优化方案 v3", exact=True)).to_be_visible()
    expect(page.get_by_text("还没有测算过影响")).to_be_visible()
    answer(page, "提交审议", "突出业务风险控制")
    expect(page.get_by_text("已提交审议，影响测算已留存")).to_be_visible()
    expect(page.get_by_text("还没有测算过影响")).to_be_hidden()
    expect(page.get_by_text("高主任 是起草人")).to_be_visible()
    expect(page.get_by_role("button", name="采用", exact=True)).to_be_disabled()
    expect(page.get_by_role("button", name="同意", exact=True)).to_have_count(0)

    change_to(page, "宁委员", VERSIONS)
    answer(page, "同意", "")
    expect(page.get_by_text("已有 1 位其他委员同意，须 2 位")).to_be_visible()
    page.get_by_role("button", name="开始公示").click()
    expect(page.get_by_text("还不能公示：有 2 项未满足")).to_be_visible()
    expect(page.get_by_text("缺少总行授权").first).to_be_visible()
    page.get_by_role("button", name="登记授权").click()
    page.get_by_role("textbox", name="文号").fill("L农商银发〔2026〕101号")
    page.get_by_role("textbox", name="日期").fill("2026-11-20")
    send(page)
    expect(page.get_by_text("授权已登记")).to_be_visible()

    change_to(page, "唐委员", VERSIONS)
    answer(page, "同意", "建议半年后复核")
    expect(page.get_by_text("已有 1 位其他委员同意")).to_be_hidden()
    page.get_by_role("button", name="确认授权").click()
    expect(page.get_by_text("授权已由第二人确认")).to_be_visible()
    page.get_by_role("button", name="开始公示").click()
    expect(page.get_by_text("已公示，员工可以查看和留言")).to_be_visible()

    # A customer manager reads what it would do to oneself, and says so.
    page.get_by_role("button", name="退出登录").click()
    enter_as_manager(page, "CM03")
    open_page(page, VERSIONS)
    expect(page.get_by_text("对我的影响")).to_be_visible()
    expect(page.locator("tr", has_text="CM")).to_have_count(0)
    page.get_by_role("textbox", name="我的意见").fill("接手的不良怎么算？")
    page.get_by_role("button", name="留言").click()
    expect(page.get_by_text("已留言")).to_be_visible()

    change_to(page, "唐委员", VERSIONS)
    expect(page.get_by_text("接手的不良怎么算？")).to_be_visible()
    expect(page.get_by_text("提前采用须有书面理由")).to_be_visible()
    expect(page.get_by_role("button", name="采用", exact=True)).to_be_disabled()
    answer(page, "说明理由：P02", "职工大会已听取意见")
    answer(page, "采用", "委员会决议")
    expect(page.get_by_text("以前的期间不变")).to_be_visible()
    expect(page.locator(".strong", has_text=re.compile(r"采用，自\d+年\d+月起"))).to_be_visible()
    text, tables = memo(page, tmp_path, "决策说明")
    assert "L农商银发〔2026〕101号" in text and "P02：职工大会已听取意见（唐委员）" in text
    assert ["唐委员", "考核委员会", "同意：建议半年后复核", "1"] in [row[:4] for row in tables[-1]]
    assert ["状态", "已采用"] in tables[0] and ["采用理由", "委员会决议"] in tables[0]
    assert ["管户不良贷款率", "10.00", "14.00", "▲4.00"] in tables[1]
    assert fingerprint(page) == published  # what was published does not change


def test_judgements_in_pairs_say_how_consistent_they_are(page):
    enter(page, "高主任")
    open_page(page, ROUND)
    page.get_by_role("button", name="发起一轮").click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox", name="要定什么").fill("各类权重")
    send(page)
    page.get_by_text("两两比较").click()
    expect(page.get_by_text("各类之间：一致性比率 0.000")).to_be_visible()
    first = page.get_by_role("slider").first
    first.focus()
    for _ in range(8):
        page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("合规经营 9 倍").first).to_be_visible()
    expect(page.get_by_text("最不一致的判断：合规经营 对 风险管理 填了 9 倍")).to_be_visible()
    page.get_by_role("button", name="交权重").click()
    expect(page.get_by_text("您已交过")).to_be_visible()
    expect(page.get_by_text("合规经营 9 倍").first).to_be_visible()


def test_weights_by_the_best_and_the_worst_are_tried_in_the_lab(page):
    enter(page, "高主任")
    open_page(page, LAB)
    page.get_by_role("button", name="按方法赋权").click()
    box = page.get_by_role("dialog")
    box.get_by_text("最优最劣法").click()
    # Risk against social first, then the three others against social: 2 : 2 : 2 : 2 : 1.
    expect(box.get_by_role("slider")).to_have_count(7)
    for k in (0, 4, 5, 6):
        box.get_by_role("slider").nth(k).press("ArrowRight")
        expect(box.get_by_role("slider").nth(k)).to_have_attribute("aria-valuetext", "2 倍")
    expect(box.get_by_text("各类之间：一致性比率 0.000")).to_be_visible()
    box.get_by_role("button", name="用这组权重试算").click()
    expect(box).to_be_hidden()
    # 2/9 and 1/9 of all weight.
    expect(page.get_by_text(re.compile("风险管理 26.0 → 22.2")).first).to_be_visible()
