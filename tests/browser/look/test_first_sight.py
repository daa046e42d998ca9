"""What stands on the screen before anybody scrolls."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import enter, open_page

pytestmark = pytest.mark.browser


def test_the_first_three_managers_are_in_sight_on_a_laptop(page):
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(page, "李行长")
    open_page(page, "团队排行")
    third = page.get_by_role("table", name="客户经理：每条横条就是得分的来历").locator("tbody tr").nth(2)
    expect(third).to_be_visible()
    page.wait_for_timeout(1_000)  # What comes in above it pushes it down.
    box = third.bounding_box()
    assert box["y"] + box["height"] < 900
