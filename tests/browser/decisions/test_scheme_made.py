"""A scheme from nothing to a draft version, made by hand in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import choose, enter, open_page, pick, rest

pytestmark = pytest.mark.browser

EDITOR, VERSIONS = "方案设计", "方案版本"


def fill(page, label, text):
    """Type into a field and leave it, until the page has taken it."""
    rest(page)
    field = page.get_by_role("textbox", name=label, exact=True).first
    field.fill(text)
    field.press("Enter")
    expect(field).to_have_value(text)
    rest(page)


def take(page, code, name):
    """An indicator of the library, which is opened at once."""
    rest(page)
    pick(page, page.get_by_role("combobox", name="从指标库添加"), f"{code} {name}")
    rest(page)
    expect(page.get_by_role("button", name=f"{code} {name}")).to_be_visible()


def test_a_scheme_with_a_formula_and_a_band_of_completion_becomes_a_draft(page):
    enter(page, "高主任")
    open_page(page, EDITOR)
    page.get_by_role("textbox", name="代码").fill("rural")
    page.get_by_role("textbox", name="方案名称").fill("乡镇支行方案")
    page.get_by_role("button", name="开始设计").click()
    rest(page)
    expect(page.get_by_role("heading", name="方案设计：乡镇支行方案")).to_be_visible()
    expect(page.get_by_text("还没有指标")).to_be_visible()

    # The first indicator scores its completion by bands, drawn over everybody of the last period.
    take(page, "E01", "日均存款净增")
    choose(page, "按什么计分", "完成率")
    rest(page)
    fill(page, "目标", "1200")
    page.get_by_role("button", name="换一种规则").click()
    rest(page)
    bands = page.get_by_test_id("stVerticalBlock").filter(has_text="落在哪一档").last
    bands.get_by_role("button", name="用这种").click()
    rest(page)
    fill(page, "档的界限", "60, 80, 100")
    fill(page, "各档得分", "0, 60, 80, 100")
    expect(page.get_by_text(re.compile(r"2026年10月 \d+ 人在这条曲线上得"))).to_have_count(1)
    fill(page, "日均存款净增 的权重", "60")
    page.get_by_role("button", name="E01 日均存款净增").click()
    rest(page)

    # The second one scores an expression, found by its Chinese name and tried on three people.
    take(page, "G01", "新增有效客户数")
    fill(page, "目标", "300")
    formula = page.get_by_role("textbox", name="用公式得出实际值")
    formula.fill("有效客户 + 2*G02")
    formula.press("Enter")
    rest(page)
    named = page.get_by_role("button", name="G01 新增有效客户数")
    expect(named).to_have_count(2)
    named.last.click()
    rest(page)
    expect(formula).to_have_value("G01 + 2*G02")
    expect(page.get_by_text("最近一期，从低到高三个人")).to_be_visible()
    page.get_by_role("button", name="换一种规则").click()
    rest(page)
    attained = page.get_by_test_id("stVerticalBlock").filter(has_text="完成目标的百分之几").last
    attained.get_by_role("button", name="用这种").click()
    rest(page)
    fill(page, "新增有效客户数 的权重", "30")
    expect(page.get_by_text("合计 90，应为 100")).to_be_visible()
    expect(page.get_by_role("button", name="存为草案")).to_be_disabled()
    fill(page, "新增有效客户数 的权重", "40")
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()

    # Nothing is lost on reload; a step back and forth leaves it as it was.
    page.reload()
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()
    page.get_by_role("button", name="撤销").click()
    rest(page)
    expect(page.get_by_text("合计 90，应为 100")).to_be_visible()
    page.get_by_role("button", name="重做").click()
    rest(page)
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()

    page.get_by_role("textbox", name="存为草案的理由").fill("乡镇支行试行")
    page.get_by_role("button", name="存为草案").click()
    rest(page)
    expect(page.get_by_text("已存为草案 rural 第 1 版")).to_be_visible()
    page.get_by_role("link", name="查看方案版本").click()
    rest(page)
    expect(page.get_by_role("heading", name=VERSIONS)).to_be_visible()
    expect(page.get_by_role("heading", name="乡镇支行方案 v1", exact=True)).to_be_visible()


def test_another_language_changes_words_and_nothing_of_the_scheme(page):
    enter(page, "高主任")
    open_page(page, EDITOR)
    page.get_by_text("已有版本", exact=True).click()
    rest(page)
    expect(page.get_by_role("textbox", name="代码")).to_have_count(0)  # The empty scheme's button is gone.
    page.get_by_role("button", name="开始设计").click()
    rest(page)
    page.get_by_role("button", name="R01 管户不良贷款率").click()
    rest(page)
    expect(page.get_by_role("combobox", name="方向")).to_have_value("越低越好")
    for lang, direction, value, fine in (
        ("English", "Direction", "lower is better", "No faults"),
        ("中文", "方向", "越低越好", "没有错误"),
    ):
        page.get_by_text(lang, exact=True).click()
        rest(page)
        expect(page.get_by_role("combobox", name=direction)).to_have_value(re.compile(value, re.IGNORECASE))
        expect(page.get_by_text(fine, exact=True)).to_be_visible()
        undo = page.get_by_role("button", name=re.compile("^(.*撤销|.*Undo)$"))
        expect(undo).to_be_disabled()
