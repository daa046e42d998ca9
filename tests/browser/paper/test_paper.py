"""What is taken away from a page: files in the order on the screen, and the page itself on paper."""

import io
import re
import unicodedata

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.steps import enter, open_page
from workflow.results.proving import anchors

pytestmark = pytest.mark.browser


def given(page, button):
    """The file behind a button, and its name."""
    with page.expect_download() as caught:
        button.click()
    path = caught.value.path()
    return path.read_bytes(), caught.value.suggested_filename


def names_in(content):
    """The column of names of the first sheet of a workbook."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(k for k, row in enumerate(rows) if "姓名" in row)
    return [row[rows[top].index("姓名")] for row in rows[top + 1 :]]


def anchor_in(content):
    """How the trail ended when a workbook was made, by its comment and by the foot of its pages."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    noted = re.search(r"\d+:[0-9a-f]{16}", book.properties.description)[0]
    assert noted in book.worksheets[0].oddFooter.left.text
    return anchors.read(noted)


def managers(page):
    return page.locator("table").filter(has_text="邓立新").filter(has_text="岗位").first


def on_screen(page):
    return managers(page).locator("tbody tr td:nth-child(3)").all_inner_texts()


def test_a_file_stands_in_the_order_on_the_screen_also_the_second_time(page):
    enter(page, "李行长")
    excel = page.get_by_test_id("stDownloadButton").filter(has_text="Excel").last
    expect(excel).to_be_visible()
    expect(managers(page)).to_be_visible()
    by_rank = on_screen(page)
    content, name = given(page, excel)
    assert names_in(content) == by_rank and name == "leaderboard-2026-10.xlsx"
    assert anchor_in(content).number > 0
    for clicks in (1, 2):
        managers(page).locator("th", has_text="得分").first.click()
        page.wait_for_timeout(2_500)
        sorted_ = on_screen(page)
        assert names_in(given(page, excel)[0]) == sorted_, clicks
    assert sorted_ != by_rank
    # Elsewhere and back: the table stands by rank again, and so does the file.
    open_page(page, "成绩单")
    expect(page.get_by_role("heading", name="成绩单").first).to_be_visible()
    open_page(page, "团队排行")
    expect(managers(page)).to_be_visible()
    assert names_in(given(page, excel)[0]) == on_screen(page) == by_rank


def test_everybodys_scorecard_and_the_notice_are_had_on_the_page_of_periods(page):
    enter(page, "李行长")
    open_page(page, "考核周期")
    page.get_by_role("button", name="生成全部成绩单").click()
    pdf = page.get_by_role("button", name="PDF 打印稿")
    expect(pdf).to_be_visible(timeout=120_000)
    content, name = given(page, pdf)
    assert len(PdfReader(io.BytesIO(content)).pages) == 48 and name == "scorecards-2026-10.pdf"
    page.get_by_role("button", name="公示稿").click()
    contact = page.get_by_label("受理申诉的部门与联系方式")
    contact.fill("综合管理部，内线 8021")
    contact.press("Enter")
    content, name = given(page, page.get_by_test_id("stPopoverBody").get_by_role("button", name="Word"))
    assert name == "notice-2026-10.docx"
    assert "内线 8021" in "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)


def test_a_printed_page_holds_the_whole_table_and_nothing_to_click(page):
    enter(page, "李行长")
    expect(managers(page)).to_be_visible()
    everybody = on_screen(page)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    # Chromium writes some characters as the radicals that they look like; one of them has no normal form.
    texts = (one.extract_text().replace("\u2ea0", "民") for one in reader.pages)
    pages = [unicodedata.normalize("NFKC", text) for text in texts]
    whole = "\n".join(pages)
    assert [name for name in everybody if name not in whole] == [] and len(everybody) == 48
    assert "退出登录" not in whole and "PDF 打印稿" not in whole and "2026年10月" in whole
    with_rows = [one for one in pages if sum(name in one for name in everybody) > 12]
    assert len(with_rows) >= 2 and all("岗位" in one for one in with_rows), "headings on every page"
    assert all(p.mediabox.width > p.mediabox.height for p in reader.pages)
