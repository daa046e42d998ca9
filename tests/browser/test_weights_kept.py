"""What the panel of weights shows is what is kept, however often it was put on the page anew."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import change_to, enter, number, open_page, row, signed_in, weight

pytestmark = pytest.mark.browser

ROUND, LAB = "委员赋权", "权重试算"
RATIO = "管户不良贷款率"


def hand_in(page, given):
    """Hand in, and read back what the page says is stored."""
    page.get_by_role("button", name="交权重").click()
    told = re.compile(rf"{RATIO} 10\.00 → {given}\.00")
    expect(page.get_by_text(re.compile(r"^已交：")).filter(has_text=told)).to_be_visible()
    expect(page.get_by_text("您已交过").filter(has_text=told)).to_be_visible()
    expect(number(page, "R01")).to_have_value(re.compile(rf"^{given}(\.0)?$"))


def test_one_move_is_kept_after_every_return_to_the_page(page):
    enter(page, "高主任")
    open_page(page, ROUND)
    page.get_by_role("button", name="发起一轮").click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox", name="要定什么").fill("风险指标")
    box.get_by_role("button", name="确定").click()
    expect(page.get_by_text("3 位委员中 0 位已交")).to_be_visible()
    weight(page, "R01", "15")
    hand_in(page, 15)
    weight(page, "R01", "22")
    hand_in(page, 22)
    open_page(page, "有效性与公平性")
    expect(page.get_by_role("heading", name="有效性与公平性")).to_be_visible()
    open_page(page, ROUND)
    expect(number(page, "R01")).to_have_value("22.0")
    weight(page, "R01", "30")
    hand_in(page, 30)
    # Somebody else's session in between: what comes back is from the database.
    change_to(page, "宁委员", ROUND)
    expect(number(page, "R01")).to_have_value("10.0")
    change_to(page, "高主任", ROUND)
    expect(number(page, "R01")).to_have_value("30.0")
    expect(page.get_by_text("您已交过").filter(has_text=f"{RATIO} 10.00 → 30.00")).to_be_visible()


def test_a_trial_goes_on_where_it_was_left(page):
    enter(page, "高主任")
    expect(page.get_by_role("heading", name=LAB)).to_be_visible()
    weight(page, "R01", "20")
    row(page, "C01").locator('input[type="checkbox"]').check()
    # At once: the page that is left is not drawn again, what was sent counts all the same.
    open_page(page, "团队排行")
    expect(page.get_by_role("heading", name="团队排行")).to_be_visible()
    open_page(page, LAB)
    expect(number(page, "R01")).to_have_value("20.0")
    expect(row(page, "C01").locator('input[type="checkbox"]')).to_be_checked()
    held = number(page, "C01").input_value()
    weight(page, "R01", "40")
    expect(number(page, "C01")).to_have_value(held)
    page.get_by_role("textbox", name="情景名称").fill("风险四十")
    page.get_by_role("button", name="存为情景").click()
    told = page.get_by_text("情景“风险四十”已保存")
    expect(told.filter(has_text=f"{RATIO} 10.00 → 40.00")).to_be_visible()


def test_locks_and_hidden_names_are_still_there_after_a_reload(page):
    signed_in(page, "高主任")
    expect(page.get_by_role("heading", name=LAB)).to_be_visible()
    weight(page, "R01", "20")
    expect(row(page, "R01").locator('input[type="checkbox"]')).to_be_checked()
    # What was typed holds while another is typed.
    weight(page, "C01", "20")
    expect(number(page, "R01")).to_have_value("20.0")
    page.get_by_text("匿名显示").click()
    expect(page.get_by_text("已匿名")).to_be_visible()
    page.reload()
    # Whether signing in is asked for again or not.
    door = page.get_by_role("button", name="高主任", exact=True)
    expect(door.or_(page.get_by_text("已匿名")).first).to_be_visible()
    if door.count():
        door.click()
    expect(page.get_by_text("已匿名")).to_be_visible()
    for code in ("R01", "C01"):
        expect(row(page, code).locator('input[type="checkbox"]')).to_be_checked()
    # The trial itself stands in the trail.
    page.get_by_text("显示记录").click()
    page.get_by_role("button", name="再试").first.click()
    expect(number(page, "R01")).to_have_value("20.0")
    expect(number(page, "C01")).to_have_value("20.0")
