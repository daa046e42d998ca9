"""From a grade D to a plan that the figures move, in a real browser: who does what, what is read after."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from access import audit
from data.database import Database
from tests.branch import FIRST
from tests.browser.steps import (
    change_to,
    enter_as_manager,
    leave,
    rest,
    signed_in,
    signed_in_as_manager,
)
from tests.stored import put_values

pytestmark = pytest.mark.browser

WHO, NAME, PAGE = "CM45", "吕伟民", "反馈与成长"
MOVED = {"R01": (3.1, 2.6), "R02": (4.9, 4.4)}
"""What a file brings of the two months after the result: code → October, November."""


@pytest.fixture
def whole_demo_file(whole_demo_file, tmp_path):
    """The invented branch, in which nothing is known of one person's book after September."""
    path = shutil.copy(whole_demo_file, tmp_path / "growth.duckdb")
    db = Database.open(path)

    def work(cursor) -> None:
        for code in MOVED:
            put_values(
                cursor,
                "VALUES (?, ?, '2026-10', NULL, 1, ?)",
                [WHO, code, audit.now()],
            )
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(work)
    db.close()
    return path


@pytest.fixture
def two_months(tmp_path):
    """The clerk's file."""
    path = tmp_path / "不良与逾期.csv"
    lines = ["manager_id,period,indicator,value"]
    lines += [f"{WHO},2026-{10 + k},{code},{both[k]}" for code, both in MOVED.items() for k in (0, 1)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def arrive(page, server, sign_in):
    """Sign in at the person's page, until it stands still: a box that is opened before would be closed."""
    expect(page.get_by_role("button", name="李行长", exact=True)).to_be_visible()
    expect(page.get_by_role("combobox").first).to_be_visible()
    rest(page)
    page.wait_for_load_state("networkidle")
    page.goto(f"{server}/growth?person={WHO}&period=2026-09")
    sign_in(page)
    expect(page.get_by_role("heading", name=re.compile(PAGE)).first).to_be_visible()
    expect(page.get_by_text("整个阶梯")).to_be_visible()
    rest(page)


def as_manager(page):
    signed_in_as_manager(page, WHO)


def test_a_grade_d_leads_to_a_talk_and_a_plan_that_two_months_of_figures_move(page, server, two_months):
    arrive(page, server, signed_in)
    expect(page.get_by_text(re.compile("2026年9月的结果（等级 D）须在.*已逾期"))).to_be_visible()
    page.get_by_role("button", name="登记面谈").click()
    page.get_by_role("textbox", name="谈了什么").fill("不良率和逾期率都高")
    page.get_by_role("textbox", name="改进建议").fill("逐户上门，先收到期贷款")
    page.get_by_role("textbox", name="约定事项 1").fill("列出逾期客户清单")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text(f"已登记，等{NAME}确认")).to_be_visible()
    expect(page.get_by_text("2026年9月的结果（等级 D）已面谈。")).to_be_visible()

    leave(page)
    arrive(page, server, as_manager)
    expect(page.get_by_text("待本人确认")).to_be_visible()
    page.get_by_role("button", name="确认", exact=True).click()
    expect(page.get_by_text("本人已确认")).to_be_visible()
    rest(page)
    page.get_by_role("button", name="拟定改进计划").click()
    for place in (0, 1):
        page.get_by_role("spinbutton", name=re.compile("year, .*从哪天起")).nth(place).click()
        page.keyboard.type("20261001")
    rest(page)
    page.get_by_role("button", name="拟定", exact=True).click()
    expect(page.get_by_text("第 1 稿：客户经理未签、上级未签")).to_be_visible()
    page.get_by_role("button", name="签字").click()
    expect(page.get_by_text(re.compile(f"客户经理{NAME} .*已签、上级未签"))).to_be_visible()
    rest(page)
    expect(page.get_by_text("双方都签字以后开始执行。")).to_be_visible()

    leave(page)
    arrive(page, server, signed_in)
    page.get_by_role("button", name="签字").click()
    expect(page.get_by_role("heading", name=re.compile("改进计划：进行中"))).to_be_visible()
    expect(page.locator("td", has_text="尚无数据")).to_have_count(2)

    change_to(page, "赵数据员", "数据台")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(two_months)
    page.get_by_role("button", name=re.compile("^提交复核|^只提交合格的")).click()
    expect(page.get_by_text("已提交，等待另一人复核").first).to_be_visible()
    change_to(page, "王复核员", "数据台")
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()

    leave(page)
    arrive(page, server, signed_in)
    for again in (False, True):
        if again:
            page.wait_for_load_state("networkidle")
            page.reload()
        expect(page.locator("td", has_text=re.compile("^2.60%$"))).to_be_visible()
        expect(page.locator("td", has_text=re.compile("^4.40%$"))).to_be_visible()
        expect(page.get_by_text(re.compile("数据截至2026年11月。"))).to_be_visible()
        expect(page.locator("td", has_text="尚无数据")).to_have_count(0)
        rest(page)
    row = page.locator("tr", has_text="管户不良贷款率").filter(has_text="2.60%")
    before = row.inner_text()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Improvement plan 3: running"))).to_be_visible()
    shown = page.locator("tr", has_text="NPL ratio of the managed book").filter(has_text="2.60%")
    assert re.findall(r"−?\d+%", shown.inner_text()) == re.findall(r"−?\d+%", before)


def test_a_manager_opens_nobody_elses_page(page, server):
    page.wait_for_load_state("networkidle")
    page.goto(f"{server}/growth?person={WHO}")
    enter_as_manager(page, "CM01")
    expect(page.get_by_text(f"链接所指的“{WHO}”未打开")).to_be_visible()
    expect(page.get_by_text(NAME)).to_have_count(0)
