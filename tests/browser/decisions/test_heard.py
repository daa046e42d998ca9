"""The staff is heard: a comment on a version, what was decided, and the handbook after it."""

import shutil

import pytest
from playwright.sync_api import expect

from data.database import Database
from tests.branch import before_the_staff
from tests.browser.steps import answer, change_to, choose, enter_as_manager, open_page, rest

pytestmark = pytest.mark.browser

SAID, DECIDED = "续贷的客户也应计入", "已写入：续贷按一户计"


@pytest.fixture
def whole_demo_file(whole_demo_file, tmp_path):
    """The invented branch with a version before the staff, which two have voted for."""
    path = shutil.copy(whole_demo_file, tmp_path / "heard.duckdb")
    db = Database.open(path)
    before_the_staff(db)
    db.close()
    return path


def test_a_comment_is_decided_on_and_stands_in_the_handbook_of_the_version(page):
    enter_as_manager(page, "CM05")
    open_page(page, "方案版本")
    page.get_by_role("textbox", name="我的意见").fill(SAID)
    page.get_by_role("button", name="留言").click()
    expect(page.get_by_text("已留言。")).to_be_visible()

    change_to(page, "唐委员", "方案版本")
    expect(page.get_by_text(SAID)).to_be_visible()
    page.get_by_role("button", name="处理", exact=True).click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox", name="怎么定的、为什么").fill(DECIDED)
    box.get_by_role("button", name="保存").click()
    expect(page.get_by_text("处理结果已保存")).to_be_visible()
    expect(page.get_by_text(DECIDED)).to_be_visible()
    answer(page, "采用", "委员会决议")
    expect(page.get_by_text("以前的期间不变")).to_be_visible()

    page.get_by_role("button", name="退出登录").click()
    enter_as_manager(page, "CM06")
    open_page(page, "考核手册")
    expect(page.get_by_text("采纳的意见")).to_be_visible()  # Those of the version in force.
    expect(page.get_by_text(SAID)).to_have_count(0)
    choose(page, "版本", "v3")
    for _ in range(2):  # Read, and read again after a reload.
        expect(page.get_by_text(f"对 v3 的意见：{SAID}（采纳：{DECIDED}）")).to_be_visible()
        expect(page.get_by_text("与上一版（v2）相比改了什么")).to_be_visible()
        rest(page)
        page.reload()
