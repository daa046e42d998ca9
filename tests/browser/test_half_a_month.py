"""A month of which 30 of 48 people have arrived: nobody takes it for a result, and everybody is there."""

import re
import shutil
from pathlib import Path

import orjson
import pytest
from playwright.sync_api import expect

from tests.browser.steps import add, enter, enter_as_manager, open_page
from tests.cli.commands import manage

pytestmark = pytest.mark.browser

ARRIVED = 30


@pytest.fixture
def whole_demo_file(whole_demo_file, tmp_path):
    """The invented branch with the figures of the first people of November, which were October's."""
    path = Path(shutil.copy(whole_demo_file, tmp_path / "arriving.duckdb"))
    rows = orjson.loads(manage("score", "2026-10", "--json", db=path).stdout)["rows"]
    lines = ["manager_id,period,indicator,value,target"]
    for row in sorted(rows, key=lambda r: r["manager_id"])[:ARRIVED]:
        for code, one in row["indicators"].items():
            target = "" if one["target"] is None else one["target"]
            if one["value"] is not None:
                lines.append(f"{row['manager_id']},2026-11,{code},{one['value']},{target}")
    file = tmp_path / "metrics.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    brought = manage("import", "metrics", file, "--by", "zhao", "--json", db=path)
    assert brought.returncode == 0, brought.stdout + brought.stderr
    batch = orjson.loads(brought.stdout)["batch"]
    done = manage("approve", batch, "--by", "wang", db=path)
    assert done.returncode == 0, done.stderr
    return path


def heading(page, name):
    return page.get_by_role("columnheader", name=name, exact=True)


def test_the_president_sees_how_far_the_month_is_and_who_is_missing(page):
    enter(page, "李行长")
    period = page.get_by_role("combobox", name="考核期间")
    expect(period).to_have_value("2026年10月")
    expect(heading(page, "名次").first).to_be_visible()
    page.get_by_role("button", name="▶").click()
    sentence = page.get_by_text(re.compile("应考核 48 人，已有总分 30 人，尚无数据 18 人"))
    for _ in range(2):
        expect(period).to_have_value(re.compile("2026年11月.*收集中"))
        expect(sentence).to_be_visible()
        expect(page.get_by_text("支行得分（暂估）")).to_be_visible()
        expect(page.get_by_text("30 / 48", exact=True)).to_be_visible()
        for result in ("名次", "等级", "较上月"):
            expect(heading(page, result)).to_have_count(0)
        open_page(page, "考核周期")
        expect(page.get_by_text(re.compile("尚无任何数据 18 人"))).to_be_visible()
        open_page(page, "团队排行")
    page.get_by_role("button", name="名单").click()
    missing = page.get_by_test_id("stPopoverBody").get_by_role("link")
    expect(missing).to_have_count(19)  # One newcomer is in protection.
    who = missing.first.inner_text()
    missing.first.click()
    expect(page.get_by_text(re.compile(f"{who}：2026年11月应考核，尚无数据"))).to_be_visible()
    page.get_by_role("link", name="回到团队排行").click()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_text(re.compile("people due 48, with a total 30, without data 18"))).to_be_visible()
    expect(heading(page, "Rank")).to_have_count(0)


@pytest.mark.parametrize("code", ["CM01", "CM40"])
def test_a_manager_reads_the_newest_posted_month_whether_the_own_data_are_in_or_not(page, code):
    enter_as_manager(page, code)
    for _ in range(2):
        expect(page.get_by_role("combobox", name="考核期间")).to_have_value("2026年10月")
        expect(page.get_by_text(re.compile("2026年11月的数据还在处理（收集中）"))).to_be_visible()
        expect(page.get_by_role("button", name="▶")).to_be_disabled()
        open_page(page, "我的趋势")
        expect(page.get_by_text(re.compile("2026年11月的数据还在处理"))).to_be_visible()
        open_page(page, "我的成绩单")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_text(re.compile("Data of Nov 2026 are being worked on"))).to_be_visible()
    expect(page.get_by_role("combobox", name="Period")).to_have_value("Oct 2026")


def test_the_next_person_follows_the_filter_of_the_leaderboard(page):
    enter(page, "李行长")
    add(page, "团队", "公司组")
    rows = page.locator("table", has=page.get_by_text("客户经理：每条横条就是得分的来历")).locator("tbody tr")
    expect(rows).to_have_count(8)
    names = [rows.nth(k).locator("td").nth(2).inner_text() for k in range(3)]
    rows.first.click()
    expect(page.get_by_role("heading", name=re.compile(names[0]))).to_be_visible()
    for name in names[1:]:
        page.get_by_role("link", name=f"下一位 {name}").click()
        expect(page.get_by_role("heading", name=re.compile(name))).to_be_visible()
    page.get_by_role("link", name=re.compile("上一位")).click()
    expect(page.get_by_role("heading", name=re.compile(names[1]))).to_be_visible()
    page.get_by_role("link", name="回到团队排行").click()
    expect(rows).to_have_count(8)
