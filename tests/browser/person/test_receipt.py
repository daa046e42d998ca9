"""A result that nobody signed for is seen by the head of the team, until its manager signs; read twice."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import enter_as_manager, leave, open_page, rest, signed_in

pytestmark = pytest.mark.browser

UNREAD = re.compile("成绩单未签收")


def test_a_signed_result_is_no_longer_unread(page):
    def unread(name, count):
        """Who heads the team is shown the name among the unread so many times, also after a second look."""
        signed_in(page, "宁委员")
        open_page(page, "需要关注")
        for _ in range(2):
            expect(page.get_by_role("heading", name=UNREAD)).to_be_visible()
            table = page.get_by_role("table", name=UNREAD)
            expect(table.get_by_role("row").filter(has_text=name)).to_have_count(count)
            page.reload()
        leave(page)

    unread("周敏", 1)
    enter_as_manager(page, "CM01")
    open_page(page, "我的成绩单")
    page.get_by_role("button", name="签收成绩单").click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox").fill("已阅，无异议")
    box.get_by_role("button", name="确认签收").click()
    for _ in range(2):
        expect(page.get_by_text(re.compile("已于 .* 签收.*已阅，无异议"))).to_be_visible()
        expect(page.get_by_role("button", name="签收成绩单")).to_have_count(0)
        rest(page)
        page.reload()
    leave(page)
    unread("周敏", 0)
