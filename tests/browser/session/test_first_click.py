"""Whoever clicks before the first page is there gets the page that was clicked on."""

import shutil

import pytest
from playwright.sync_api import expect

from benchmarks.serving import served
from tests.browser.steps import enter, open_page

pytestmark = pytest.mark.browser


@pytest.fixture
def server(whole_demo_file, tmp_path):
    """The address of a server that takes its time between two pages."""
    path = shutil.copy(whole_demo_file, tmp_path / "branch.duckdb")
    with served("app.py", path, program=("-m", "tests.browser.slow_server")) as address:
        yield address


def test_a_click_right_after_signing_in_is_not_lost(page):
    enter(page, "高主任")
    open_page(page, "考核周期")
    heading = page.get_by_role("heading", name="考核周期", exact=True)
    expect(heading).to_be_visible()
    page.wait_for_timeout(2_000)
    expect(heading).to_be_visible()
