"""From a clerk's file to a published, verified period, in a real browser."""

import re

import pytest
import xlsxwriter
from playwright.sync_api import expect

from tests.browser.steps import answer, change_to, choose, enter

pytestmark = pytest.mark.browser

DESK, PERIODS = "数据台", "考核周期"
NAMES = ("日均存款净增(元)", "日均贷款净增(万元)", "新增有效客户数(户)", "不良率")


@pytest.fixture
def messy(tmp_path):
    """November as a clerk hands it over: titles, text numbers, 元 for 万元, a strange heading, a wrong id."""
    path = tmp_path / "11月业绩.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("月报")
    sheet.write(0, 0, "X支行客户经理业绩月报")
    sheet.write_row(2, 0, ["工号", "月份", *NAMES])
    for k in range(1, 13):
        row = [f"CM{k:02d}", "2026年11月", f"{12_000_000 + k * 10_000:,}", "600.5", str(20 + k), "1.5"]
        sheet.write_row(2 + k, 0, row)
    sheet.write_row(15, 0, ["CMO3", "2026年11月", "1", "1", "1", "1"])
    sheet.write_row(16, 0, ["合计", "", "", "7206", "", ""])
    book.close()
    return path


def test_a_messy_file_becomes_scores_and_a_correction_a_new_result(page, messy):
    enter(page, "赵数据员")
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(messy)
    expect(page.get_by_text(re.compile("读到 13 行，可收 36 个数"))).to_be_visible()
    expect(page.get_by_text("编号中疑似把数字 0 写成了字母 O，是否 CM03？请确认").first).to_be_visible()
    choose(page, "不良率", "管户不良贷款率")
    page.get_by_role("button", name="记住这些对应").click()
    expect(page.get_by_text(re.compile("读到 13 行，可收 48 个数"))).to_be_visible()
    page.get_by_role("button", name="只提交合格的 48 个数").click()
    expect(page.get_by_text("已提交，等待另一人复核").first).to_be_visible()
    expect(page.get_by_text("这一批是您导入的，须由另一人复核")).to_be_visible()
    expect(page.get_by_role("button", name="复核入库")).to_have_count(0)

    change_to(page, "王复核员", DESK)
    expect(page.get_by_text(re.compile("新增 48、更改 0、相同 0"))).to_be_visible()
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()
    change_to(page, "李行长", "团队排行")
    # Twelve people of 48: the month is offered, and what opens by itself is the one that is complete.
    expect(page.get_by_role("combobox", name="考核期间")).to_have_value("2026年10月")
    choose(page, "考核期间", "2026年11月")
    expect(page.get_by_text("成绩尚未公布，数据更新后会变")).to_be_visible()

    # A value of a published period is put right: foretold, approved, opened, published, proved.
    change_to(page, "赵数据员", DESK)
    choose(page, "客户经理", "CM06")
    choose(page, "考核期间", "2026年10月")
    choose(page, "指标", "管户不良贷款率")
    expect(page.get_by_text(re.compile(r"^2\.51 · "))).to_be_visible()  # the form is about this cell now
    page.get_by_role("spinbutton", name="正确的值（留空表示撤回）").fill("4.9")
    page.get_by_role("textbox", name="更正原因").first.fill("一笔不良漏报")
    page.get_by_role("button", name="提交更正").first.click()
    expect(page.get_by_text("更正已提交，等待另一人复核")).to_be_visible()
    change_to(page, "王复核员", DESK)
    expect(page.get_by_text("一笔不良漏报").first).to_be_visible()
    expect(page.get_by_text(re.compile("2026年10月已公布：入库后须写明原因重新打开"))).to_be_visible()
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()

    change_to(page, "高主任", PERIODS)
    page.locator("tr.open", has_text="2026年10月").click()
    expect(
        page.get_by_text(re.compile(r"公布之后数据有更正：按现有数据，\d+ 人的得分、名次或等级"))
    ).to_be_visible()
    before = fingerprints(page, 1)
    answer(page, "重新打开", "更正不良贷款率")
    expect(page.get_by_text("已重新打开；原公布的成绩保留在档")).to_be_visible()
    page.get_by_role("button", name="公布并冻结").click()
    expect(page.get_by_text("已公布并冻结。")).to_be_visible()
    after = fingerprints(page, 2)
    assert after[-1] == before[0] != after[0]
    page.get_by_role("button", name="重算并核对").click()
    expect(page.get_by_text(re.compile("核对无误：36 个期间、37 份成绩"))).to_be_visible()


def fingerprints(page, count):
    """The hashes of what was published for the period that is open, newest first."""
    hashes = page.get_by_text(re.compile("^[0-9a-f]{64}$"))
    expect(hashes).to_have_count(count)
    return hashes.all_inner_texts()
