"""A manager whose pay was cut reads why, and can check it; in both languages, and again after coming back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import choose, enter, open_page

pytestmark = pytest.mark.browser

WORDS = {
    "zh": ("成绩单", "趋势", "一票否决", "客户经理", "考核期间", "2026年3月"),
    "en": ("Scorecards", "Trends", "[Vv]eto", "Customer manager", "Period", "Mar 2026"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_vetoed_manager_reads_why(page, lang):
    card, trends, veto, who, when, month = WORDS[lang]
    enter(page, "李行长")
    if lang == "en":
        page.get_by_text("English", exact=True).click()
    open_page(page, card)
    choose(page, who, "CM31")
    choose(page, when, month)

    def read():
        # In the sentence, in the bar, among the steps of the total and of the change: reason and points.
        sentence = page.get_by_test_id("stMarkdown").filter(has_text="化名贷款").first
        expect(sentence).to_contain_text("59.00")
        expect(page.locator(".stack .veto")).to_be_visible()
        steps = page.locator("table", has_text="化名贷款").locator("tbody tr")
        expect(steps.last).to_contain_text(re.compile(veto))
        cells = [steps.nth(k).locator("td").nth(2).text_content() for k in (0, 1)]
        mean, cut = (float(text.replace("−", "-")) for text in cells)
        assert round(mean + cut, 2) == 59.0
        changed = page.locator("tr", has=page.locator(".fall .less")).filter(has_text=re.compile(veto))
        expect(changed).to_contain_text("−")

    read()
    open_page(page, trends)
    expect(page.get_by_role("heading", name=re.compile("CM31|赵雪|Trends|趋势")).first).to_be_visible()
    open_page(page, card)
    read()


def test_a_row_opens_its_working_in_sight_and_is_marked(page):
    page.set_viewport_size({"width": 1440, "height": 900})
    enter(page, "李行长")
    open_page(page, "成绩单")
    for name in ("违规积分", "管户不良贷款率", "普惠涉农贷款户数净增"):
        row = page.locator("tr.open", has_text=name)
        row.click()
        expect(row).to_have_attribute("aria-expanded", "true")
        working = page.locator("tr.detail")
        expect(working).to_contain_text("方案权重")
        expect(working).to_be_in_viewport(ratio=0.95)
        expect(row).to_be_in_viewport(ratio=0.95)
    # Only one is open at a time; Enter closes it.
    expect(page.locator("tr.detail")).to_have_count(1)
    row.press("Enter")
    expect(page.locator("tr.detail")).to_have_count(0)


def test_a_managers_scorecard_needs_no_scrolling_to_the_side(chromium, server):
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{server}/?lang=zh")
    expect(page.get_by_role("button", name="李行长", exact=True)).to_be_visible(timeout=30_000)
    page.goto(f"{server}/scorecard?person=CM31&period=2026-03")
    enter(page, "李行长")
    row = page.locator("tr.open", has_text="日均存款净增")
    row.scroll_into_view_if_needed()
    row.click()
    wide = """() => [...document.querySelectorAll('*')].flatMap((n) => n.shadowRoot ? [...n.shadowRoot
        .querySelectorAll('.root, table, td')] : []).filter((n) => n.scrollWidth > n.clientWidth + 1)
        .map((n) => `${n.className} ${n.scrollWidth} ${n.clientWidth} ${n.innerText.slice(0, 40)}`)"""
    assert page.evaluate(wide) == []
    expect(row.locator("td", has_text="94.80").first).to_be_in_viewport()
    expect(page.locator("tr.detail")).to_contain_text("÷")
    page.close()
