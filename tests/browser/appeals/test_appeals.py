"""An appeal in a real browser: from a wrong value to a new result beside the old one, and who is kept out."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from access.demo import STAFF
from data.database import Database
from tests.branch import copied
from tests.browser.steps import change_to, choose, enter, enter_as_manager, leave, open_page, rest, signed_in
from workflow.results import publishing, scorecards, scores

pytestmark = pytest.mark.browser

MINE, BOARD, CARD, PERIODS = "我的申诉", "申诉办理", "我的成绩单", "考核周期"
LI, GAO = STAFF[:2]
PDF = b"%PDF-1.7 invented"


@pytest.fixture
def branch(demo_file, tmp_path):
    """A copy of the invented branch."""
    return copied(demo_file, tmp_path / "branch.duckdb")


@pytest.fixture
def server(branch, serve):
    return serve(branch)


def own_total(path, person):
    """The published total as it stands now, and how many results there are. The server has the file, so a
    copy is read, with what is not in the file itself yet."""
    look = copied(path, path.parent / "look.duckdb")
    if (log := path.with_name(f"{path.name}.wal")).exists():
        shutil.copy(log, look.with_name(f"{look.name}.wal"))
    db = Database.open(look)
    month = scores.periods(LI, db)[-1].period
    found = scorecards.scorecard(LI, db, person, month).total, len(publishing.results(LI, db, month))
    db.close()
    return found


def status(context, address):
    """What the server answers to whoever is signed in at a browser."""
    return context.request.get(address).status


def test_a_wrong_value_is_appealed_against_and_a_new_result_stands_beside_the_old(page, server, branch):
    before, _ = own_total(branch, "CM04")
    enter_as_manager(page, "CM04")
    signed = page.get_by_text(re.compile("已于 .* 签收"))
    sign = page.get_by_role("button", name="签收成绩单")
    expect(sign.or_(signed)).to_be_visible()
    if sign.count():
        sign.click()
        page.get_by_test_id("stPopoverBody").get_by_role("button", name="确认签收").click()
    expect(signed).to_be_visible()
    open_page(page, MINE)
    expect(page.get_by_text("还剩")).to_be_visible()
    choose(page, "对哪一数据", "新增有效客户数")
    rest(page)
    number = page.get_by_role("spinbutton", name=re.compile("应为"))
    number.fill("260")
    number.press("Tab")
    told = page.get_by_text("按这一数字：总分")
    expect(told).to_be_visible()
    wanted = re.search(r"总分 ([\d.]+) → ([\d.]+)", told.inner_text())
    assert float(wanted[1]) == before and float(wanted[2]) > before
    page.get_by_role("textbox", name="理由").fill("有 **两户** 记在了同事名下")
    page.locator("input[type=file]").set_input_files(
        {"name": "合同 *一*.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    expect(page.get_by_text("合同 *一*.pdf").first).to_be_visible()
    page.get_by_role("button", name="提交申诉").click()
    expect(page.get_by_text("已提交")).to_be_visible()
    page.reload()
    expect(page.get_by_text("尚未受理")).to_be_visible()
    expect(page.get_by_text("有 **两户** 记在了同事名下")).to_be_visible()
    link = page.get_by_role("link", name="合同 *一*.pdf")
    with page.expect_download() as waiting:
        link.click()
    assert waiting.value.path().read_bytes() == PDF
    file = f"{server}{link.get_attribute('href')}"
    assert status(page.context, file) == 200
    leave(page)
    assert status(page.context, file) == 403

    # Somebody else, by page and by address.
    enter_as_manager(page, "CM03")
    open_page(page, MINE)
    expect(page.get_by_text("提出申诉").first).to_be_visible()
    expect(page.get_by_text("尚未受理")).to_have_count(0)
    assert status(page.context, file) == 404
    assert status(page.context, f"{file}99") == 404
    leave(page)

    enter(page, "高主任")
    open_page(page, BOARD)
    page.get_by_role("row", name=re.compile("等待受理")).first.click()
    rest(page)
    page.get_by_role("button", name="受理", exact=True).click()
    expect(page.get_by_text("已由您办理")).to_be_visible()
    rest(page)
    expect(page.get_by_text(re.compile(rf"总分 {wanted[1]} → {wanted[2]}"))).to_be_visible()
    page.get_by_role("textbox", name="裁定理由").fill("合同属实")
    page.get_by_role("textbox", name="裁定理由").press("Tab")
    rest(page)
    page.get_by_role("button", name="拟认定成立").click()
    expect(page.get_by_text("须由另一人复核").first).to_be_visible()
    change_to(page, "宁委员", BOARD)
    page.get_by_role("row", name=re.compile("等您复核")).click()
    page.get_by_role("button", name="复核通过，申诉成立").click()
    expect(page.get_by_text("新结果已公布")).to_be_visible()
    leave(page)

    after, results = own_total(branch, "CM04")
    assert after == float(wanted[2]) and results == 2
    enter_as_manager(page, "CM04")
    open_page(page, CARD)
    expect(page.get_by_text(f"{after:.2f}").first).to_be_visible()
    expect(page.get_by_text("签收之后本期结果有更正")).to_be_visible()
    open_page(page, MINE)
    expect(page.get_by_text("认定成立，宁委员复核：合同属实")).to_be_visible()
    page.reload()
    expect(page.get_by_text("认定成立，宁委员复核：合同属实")).to_be_visible()
    leave(page)
    enter(page, "李行长")
    open_page(page, PERIODS)
    expect(page.get_by_text("成绩第 1 号")).to_be_visible()
    expect(page.get_by_text("成绩第 9 号")).to_be_visible()
    rest(page)
    page.get_by_role("button", name="重算并核对").click()
    expect(page.get_by_text("核对无误")).to_be_visible()


def test_the_addresses_of_appeals_are_closed_to_others(chromium, server):
    # A page that is left while it loads lets requests go: a browser of one's own, where that is no fault.
    context = chromium.new_context(locale="zh-CN")
    tab = context.new_page()
    tab.goto(server)
    signed_in(tab, "赵数据员")
    for address in ("appeals", "my-appeals"):
        rest(tab)
        tab.goto(f"{server}/{address}?appeal=1")
        expect(tab.get_by_text("您的岗位不能查看此页")).to_be_visible(timeout=40_000)
    assert status(context, f"{server}/attachment/1") == 404
    context.close()
