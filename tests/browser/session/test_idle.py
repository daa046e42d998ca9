"""A browser that nobody is at is signed out by itself, and says why."""

import shutil

import pytest
from playwright.sync_api import expect

from access.browsers import IDLE_SETTING
from data.database import Database
from data.stores import setting_store
from tests.browser.steps import enter

pytestmark = pytest.mark.browser


@pytest.fixture
def whole_demo_file(whole_demo_file, tmp_path):
    """The invented branch with a limit of twelve seconds."""
    path = shutil.copy(whole_demo_file, tmp_path / "short.duckdb")
    db = Database.open(tmp_path / "short.duckdb")
    db.write(lambda cursor: setting_store.put(cursor, {IDLE_SETTING: "0.2"}))
    db.close()
    return path


def test_nobody_at_it_signs_out_and_somebody_at_it_does_not(chromium, server):
    tab = chromium.new_context(locale="zh-CN").new_page()
    tab.set_default_timeout(30_000)
    tab.goto(server)
    enter(tab, "李行长")
    heading = tab.get_by_role("heading", name="团队排行", exact=True)
    expect(heading).to_be_visible(timeout=30_000)
    for _ in range(5):
        tab.wait_for_timeout(3_000)
        tab.mouse.wheel(0, 10)
    expect(heading).to_be_visible()
    expect(tab.get_by_text("分钟没有操作，系统已自动退出")).to_be_visible(timeout=40_000)
    expect(tab.get_by_role("button", name="李行长", exact=True)).to_be_visible()
    tab.context.close()
