"""Pay in a real browser: a final period, its payroll file, a correction, and a clawback that is won."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import answer, change_to, choose, enter, enter_as_manager, leave, open_page, rest

pytestmark = pytest.mark.browser

RUNS, TOTALS, MINE, DESK = "薪酬核算", "薪酬总览", "我的薪酬", "数据台"
PDF = {"name": "认定书.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 invented"}


def part(page, name):
    """Another part of the page about pay."""
    page.get_by_role("radio", name=name, exact=True).click()
    rest(page)


def proposed_and_approved(page):
    """Gao proposes what is shown, two others approve it."""
    answer(page, "提交审批", "按定稿结果核算")
    expect(page.get_by_text("还差 2 人审批")).to_be_visible()
    expect(page.get_by_role("button", name="同意", exact=True)).to_have_count(0)
    change_to(page, "宁委员", RUNS)
    answer(page, "同意", "已核对")
    expect(page.get_by_text("还差 1 人审批")).to_be_visible()
    change_to(page, "李行长", TOTALS)
    answer(page, "同意", "合计无误")
    expect(page.get_by_text("没有等待审批的核算")).to_be_visible()


def payroll(page):
    """Gao makes the payroll file; what it pays in all."""
    change_to(page, "高主任", RUNS)
    part(page, "发放文件")
    total = page.get_by_text(re.compile(r"待发 \d+ 人，共 [\d,.]+ 元")).first
    expect(total).to_be_visible()
    amount = re.search(r"共 ([\d,.]+) 元", total.inner_text())[1]
    page.get_by_role("button", name="生成发放文件").click()
    expect(page.get_by_text("发放文件已生成")).to_be_visible()
    rest(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载第").first.click()
    assert re.fullmatch(r"payroll-\d+\.xlsx", waiting.value.suggested_filename)
    assert waiting.value.path().stat().st_size > 1000
    rest(page)
    page.reload()
    expect(page.get_by_text("目前没有待发的薪酬")).to_be_visible()
    return float(amount.replace(",", ""))


def test_a_period_is_paid_and_a_correction_pays_the_difference_only(page, server):
    enter(page, "高主任")
    open_page(page, RUNS)
    part(page, "发放文件")
    page.get_by_role("button", name="生成发放文件").click()
    expect(page.get_by_text("发放文件已生成")).to_be_visible()
    part(page, "核算与审批")
    choose(page, "考核期间", "2026年6月")
    rest(page)
    expect(page.get_by_text("尚未提交审批")).to_be_visible()
    granted = page.get_by_text(re.compile("2026年6月应发")).inner_text()
    proposed_and_approved(page)
    first = payroll(page)
    assert 0 < first <= float(re.search(r"应发 ([\d,.]+)", granted)[1].replace(",", ""))

    # An old fact was wrong: the run that follows pays the difference and nothing twice.
    change_to(page, "赵数据员", DESK)
    choose(page, "客户经理", "CM05")
    choose(page, "考核期间", "2026年6月")
    choose(page, "指标", "新增有效客户数")
    rest(page)
    page.get_by_role("spinbutton", name="正确的值").fill("400")
    page.get_by_role("textbox", name="更正原因").first.fill("漏报的新客户")
    page.get_by_role("button", name="提交更正").first.click()
    expect(page.get_by_text("更正已提交，等待另一人复核")).to_be_visible()
    change_to(page, "王复核员", DESK)
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()
    change_to(page, "高主任", RUNS)
    expect(page.get_by_text(re.compile("2026年6月入账后有更正：.*请重新核算"))).to_be_visible()
    rest(page)
    proposed_and_approved(page)
    second = payroll(page)
    assert 0 < second < first / 10
    open_page(page, RUNS)
    part(page, "核算与审批")
    expect(page.get_by_text("已全部入账，与账上没有差额")).to_be_visible()


def test_a_clawback_needs_its_checklist_and_is_returned_when_the_objection_is_won(page, server):
    enter(page, "高主任")
    open_page(page, RUNS)
    part(page, "责任认定")
    page.get_by_role("row", name=re.compile("孙婷")).click()
    rest(page)
    choose(page, "责任认定", "减责")
    rest(page)
    page.get_by_role("spinbutton", name="分值").fill("1")
    page.get_by_role("spinbutton", name="分值").press("Tab")
    rest(page)
    page.get_by_role("textbox", name="认定文号").fill("责任认定〔2026〕5号")
    page.get_by_role("textbox", name="认定理由").fill("档案已补")
    page.get_by_role("textbox", name="认定理由").press("Tab")
    rest(page)
    page.get_by_role("button", name="提交认定").click()
    expect(page.get_by_text("已提交，待数据员复核后生效")).to_be_visible()
    change_to(page, "王复核员", DESK)
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()

    change_to(page, "高主任", RUNS)
    part(page, "追索扣回")
    choose(page, "人员", "CM06")
    rest(page)
    page.get_by_role("button", name="提交审批").click()
    expect(page.get_by_text("缺：").first).to_be_visible()
    choose(page, "责任认定", "档案缺失")
    rest(page)
    for label, text in (
        ("制度条款", "第三十二条"),
        ("申诉受理部门", "支行工会"),
        ("比例的理由", "负次要责任"),
        ("证据出处", "审计报告〔2026〕9号"),
    ):
        page.get_by_role("textbox", name=label).fill(text)
        page.get_by_role("textbox", name=label).press("Tab")
        rest(page)
    page.get_by_role("spinbutton", name="扣回比例").fill("50")
    page.get_by_role("spinbutton", name="扣回比例").press("Tab")
    rest(page)
    page.locator("input[type=file]").last.set_input_files(PDF)
    rest(page)
    page.get_by_role("button", name="提交审批").click()
    expect(page.get_by_text("已提交，待另一人审批")).to_be_visible()
    change_to(page, "宁委员", RUNS)
    part(page, "追索扣回")
    page.get_by_role("button", name="审批并入账").click()
    expect(page.get_by_text("已入账。本人现在可以看到")).to_be_visible()
    leave(page)

    enter_as_manager(page, "CM06")
    open_page(page, MINE)
    expect(page.get_by_text("责任认定〔2026〕5号").first).to_be_visible()
    answer(page, "提出申诉", "责任不在我")
    expect(page.get_by_text("本人已申诉，由未经手的人裁定")).to_be_visible()
    leave(page)
    enter(page, "唐委员")
    open_page(page, RUNS)
    part(page, "追索扣回")
    page.get_by_role("textbox", name="理由", exact=True).fill("查明无责")
    page.get_by_role("textbox", name="理由", exact=True).press("Tab")
    rest(page)
    page.get_by_role("button", name="申诉成立，退还").click()
    expect(page.get_by_text("已裁定并退还")).to_be_visible()
    leave(page)
    enter_as_manager(page, "CM06")
    open_page(page, MINE)
    expect(page.get_by_text("申诉成立，已按裁定退还").first).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("退还")).first).to_be_visible()
    leave(page)
    enter_as_manager(page, "CM05")
    open_page(page, MINE)
    expect(page.get_by_text("累计应发")).to_be_visible()
    expect(page.get_by_text("追索扣回 1")).to_have_count(0)
