"""The memo of a trial: in both languages, with the figures of the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import memo

pytestmark = pytest.mark.browser


def test_the_memo_says_what_the_page_says(page, tmp_path):
    page.get_by_role("button", name="高主任", exact=True).click()
    row = page.locator(".item", has=page.locator('[data-code="R01"]'))
    number = row.locator('input[type="number"]')
    number.fill("16")
    number.press("Enter")
    sentence = page.get_by_text(re.compile("人名次变动，其中"))
    expect(sentence).to_be_visible()
    moved, far = re.search(r"(\d+) 人名次变动，其中 (\d+) 人", sentence.inner_text()).groups()
    page.get_by_role("textbox", name="说明").fill("压实 不良 责任")
    text, tables = memo(page, tmp_path, "试算说明（Word）")
    assert "调整理由：压实 不良 责任" in text and "试算，未采用" in text
    assert f"{moved} 人名次变动，其中 {far} 人变动两位以上" in text
    assert "虚构" in text and re.search(r"数据指纹 [0-9a-f]{64}", text)
    assert ["管户不良贷款率", "10.00", "16.00", "▲6.00"] in tables[0]
    assert len(tables[1]) == 1 + 48
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name="Weight lab")).to_be_visible()
    english, tables = memo(page, tmp_path, "Trial memo (Word)")
    assert f"{moved} people change rank, {far} of them" in english
    assert re.search("[\u4e00-\u9fff]", "".join(tables[0][0])) is None
