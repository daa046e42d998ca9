"""Events taken back and people with a history, from file to rank, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import answer, change_to, choose, enter, open_page, set_date

pytestmark = pytest.mark.browser

DESK, PEOPLE, PERIODS, BOARD = "数据台", "人员与团队", "考核周期", "团队排行"


def bring(page, tmp_path, name, text, kind):
    """A file dropped on the desk and submitted."""
    choose(page, "内容", kind)
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(path)
    page.get_by_role("button", name=re.compile("^提交复核")).click()
    expect(page.get_by_text("已提交，等待另一人复核").first).to_be_visible()


def approve(page):
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()


def open_person(page, code, name):
    """Open a person's row, and wait until the form beside it is about that person."""
    page.locator("tr", has_text=code).click()
    expect(page.get_by_text(f"{name}的历次记录").first).to_be_visible()
    expect(page.get_by_role("combobox", name=re.compile("客户经理")).first).to_have_value(f"{name} {code}")


def change_person(page, label, day, why):
    """What is to hold of the person from a day on, sent to the second person."""
    set_date(page, label, day)
    page.get_by_role("textbox", name="变动原因").fill(why)
    page.get_by_role("button", name="提交复核").click()
    expect(page.get_by_text("已提交，待另一人在数据台复核")).to_be_visible()


def line(page, name):
    """A person's line on the leaderboard."""
    change_to(page, "李行长", BOARD)
    managers = page.locator("table", has=page.get_by_text("客户经理：每条横条就是得分的来历"))
    row = managers.locator("tr", has_text=name)
    expect(row).to_be_visible()
    return row.inner_text()


def test_a_veto_for_the_wrong_person_is_approved_and_undone_and_the_rank_is_back(page, tmp_path):
    enter(page, "高主任")
    open_page(page, PERIODS)
    answer(page, "重新打开", "补录否决")
    expect(page.get_by_text("已重新打开；原公布的成绩保留在档")).to_be_visible()
    was = line(page, "沈博")
    change_to(page, "赵数据员", DESK)
    events = "manager_id,period,kind,points,reason\nCM16,2026-10,veto,0,张冠李戴\n"
    bring(page, tmp_path, "events.csv", events, "加减分")
    change_to(page, "王复核员", DESK)
    # The second person sees whom it hits and what it does, not "1 row".
    expect(page.get_by_text("沈博 CM16").first).to_be_visible()
    expect(page.get_by_text(re.compile("加减分与否决 2026年10月、一票否决"))).to_be_visible()
    expect(page.locator("tr", has_text="沈博").filter(has_text="59.00")).to_be_visible()
    approve(page)
    assert "59.00" in line(page, "沈博")

    change_to(page, "赵数据员", DESK)
    page.get_by_role("button", name="撤销一个批次").click()
    page.get_by_role("textbox", name="撤销原因").fill("录错人")
    page.get_by_role("button", name="提交撤销").click()
    expect(page.get_by_text("撤销已提交，等待另一人复核")).to_be_visible()
    change_to(page, "王复核员", DESK)
    expect(page.get_by_text("撤回", exact=True).first).to_be_visible()
    approve(page)
    assert line(page, "沈博") == was


def test_a_move_on_the_16th_is_counted_by_days(page):
    enter(page, "高主任")
    open_page(page, PERIODS)
    answer(page, "重新打开", "补录调动")
    expect(page.get_by_text("已重新打开；原公布的成绩保留在档")).to_be_visible()
    change_to(page, "赵数据员", PEOPLE)
    open_person(page, "CM16", "沈博")
    choose(page, "团队", "城东组")
    change_person(page, "生效日期", "2026-10-16", "调岗通知")
    change_to(page, "王复核员", DESK)
    expect(page.get_by_text(re.compile("所属团队 2026-10-16"))).to_be_visible()
    approve(page)
    change_to(page, "赵数据员", PEOPLE)
    open_person(page, "CM16", "沈博")
    expect(page.get_by_text(re.compile("2026-10-16")).first).to_be_visible()
    # 15 of 31 days before, 16 after: in the new team for the larger part.
    assert "城东组" in line(page, "沈博")


def test_a_value_of_284_on_a_scale_to_100_is_held_back_and_a_doubtful_cell_is_decided(page, tmp_path):
    enter(page, "赵数据员")
    path = tmp_path / "补录.csv"
    rows = "CM01,2026-10,C03,284\nCM03,2026-10,R01,1.5\nCM03,2026-10,R01,2.5\nCM04,2026-10,R01,1.1\n"
    path.write_text("manager_id,period,indicator,value\n" + rows, encoding="utf-8")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(path)
    expect(page.get_by_text("超出该指标的范围 0 至 100").first).to_be_visible()
    page.get_by_text("以第 4 行为准：2.5").click()
    page.get_by_role("button", name="按所选确认").click()
    expect(page.get_by_text("您已确认 1 处")).to_be_visible()
    page.get_by_role("button", name="只提交合格的 2 个数").click()
    expect(page.get_by_text("已提交，等待另一人复核").first).to_be_visible()
    change_to(page, "王复核员", DESK)
    # Both buttons are there, and the second person reads what was decided and what was held back.
    expect(page.get_by_role("button", name="退回")).to_be_visible()
    expect(page.get_by_text(re.compile("已人工决定")).first).to_be_visible()
    approve(page)
    change_to(page, "李行长", BOARD)
    expect(page.get_by_role("combobox", name="考核期间")).to_have_value("2026年10月")


def test_somebody_who_left_comes_back_and_history_before_the_first_scheme_harms_no_page(page, tmp_path):
    enter(page, "赵数据员")
    open_page(page, PEOPLE)
    open_person(page, "CM20", "秦丽")
    change_person(page, "离岗", "2026-06-30", "离职")
    change_to(page, "王复核员", DESK)
    approve(page)
    change_to(page, "赵数据员", PEOPLE)
    page.get_by_text("含已离岗人员").click()
    expect(page.locator("tr", has_text="CM20").filter(has_text="已离岗")).to_be_visible()
    open_person(page, "CM20", "秦丽")
    change_person(page, "入职", "2026-09-01", "返聘")
    change_to(page, "王复核员", DESK)
    approve(page)
    change_to(page, "赵数据员", PEOPLE)
    open_person(page, "CM20", "秦丽")
    expect(page.get_by_text(re.compile("2026-09-01")).first).to_be_visible()
    expect(page.get_by_text(re.compile("离岗 2026-06-30")).first).to_be_visible()

    open_page(page, DESK)
    path = tmp_path / "历史.csv"
    rows = "".join(f"CM{k:02d},2023-09,E01,{900 + k}\n" for k in range(1, 13))
    path.write_text("manager_id,period,indicator,value\n" + rows, encoding="utf-8")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(path)
    page.get_by_role("button", name=re.compile("^提交复核")).click()
    expect(page.get_by_text("已提交，等待另一人复核").first).to_be_visible()
    change_to(page, "王复核员", DESK)
    approve(page)
    change_to(page, "李行长", BOARD)
    for _ in range(2):  # a second look finds what the first one left behind
        for name in (BOARD, "成绩单", "趋势", "权重试算", "有效性与公平性", "方案版本", PERIODS):
            open_page(page, name)
            expect(page.get_by_role("heading").first).to_be_visible()
            expect(page.get_by_text(re.compile("没有生效的方案；请先|encountered an error"))).to_have_count(0)
    open_page(page, BOARD)
    choose(page, "考核期间", "2023年9月")
    expect(page.get_by_text(re.compile("2023年9月没有生效的方案|2023年9月.*方案")).first).to_be_visible()
