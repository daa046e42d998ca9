"""A scheme from nothing to the first scorecard by it, made by hand in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from data import clock
from scoring.periods import period_of
from tests.browser.steps import (
    answer,
    change_to,
    choose,
    enter,
    enter_as_manager,
    leave,
    open_page,
    pick,
    rest,
    send,
    signed_in,
)
from words import format as fmt

pytestmark = pytest.mark.browser

EDITOR, VERSIONS, DESK, PERIODS = "方案设计", "方案版本", "数据台", "考核周期"
STAFF = 12
"""Managers of the small branch, CM01 and so on; who is brought is the next one."""
COMING = period_of(clock.today(), "month").next()


@pytest.fixture
def whole_demo_file(demo_file):
    """The small branch is enough."""
    return demo_file


def fill(page, label, text):
    """Type into a field and leave it, until the page has taken it."""
    rest(page)
    field = page.get_by_role("textbox", name=label, exact=True).first
    field.fill(text)
    field.press("Enter")
    expect(field).to_have_value(text)
    rest(page)


def take(page, code, name):
    """An indicator of the library, which is opened at once."""
    rest(page)
    pick(page, page.get_by_role("combobox", name="从指标库添加"), f"{code} {name}")
    rest(page)
    expect(page.get_by_role("button", name=f"{code} {name}")).to_be_visible()


def rule(page, does):
    """Another rule for the indicator that is open, chosen by what it does."""
    page.get_by_role("button", name="换一种规则").click()
    rest(page)
    card = page.get_by_test_id("stVerticalBlock").filter(has_text=does).last
    card.get_by_role("button", name="用这种").click()
    rest(page)


def bring(page, kind, path, taken):
    """A data officer hands a file in, and another one approves it."""
    enter(page, "赵数据员")
    if kind != "业绩":
        choose(page, "内容", kind)
        rest(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(path)
    page.get_by_role("button", name=re.compile(f"提交.*{taken}")).click()
    expect(page.get_by_text("已提交，等待另一人复核").first).to_be_visible()
    change_to(page, "王复核员", DESK)
    page.get_by_role("button", name="复核入库").click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()
    page.get_by_role("button", name="退出登录").click()


@pytest.fixture
def roster(tmp_path):
    """Somebody new to the branch."""
    path = tmp_path / "人员.csv"
    who = "工号,姓名,团队,岗位,入职日期\nCM13,田晓禾,城东组,客户经理,2020-07-01\n"
    path.write_text(who, encoding="utf-8")
    return path


@pytest.fixture
def values(tmp_path):
    """The coming month: everybody has 1 200 for a target of deposits, the new one 1 000 and bad loans."""
    lines = ["工号,月份,指标,数值,目标值"]
    for k in range(1, STAFF + 2):
        new = k > STAFF
        figures = {
            "C01": ("0", ""),
            "R01": ("3.4" if new else "1.2", ""),
            "E01": ("900" if new else "1260", "1000" if new else "1200"),
            "G01": ("20", ""),
            "G02": ("5", ""),
        }
        lines += [f"CM{k:02d},{COMING},{code},{value},{target}" for code, (value, target) in figures.items()]
    path = tmp_path / "业绩.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def made(page):
    """The scheme on the committee's screen, from an empty one to a draft."""
    enter(page, "高主任")
    open_page(page, EDITOR)
    page.get_by_role("textbox", name="代码").fill("rural")
    page.get_by_role("textbox", name="方案名称").fill("乡镇支行方案")
    page.get_by_role("button", name="开始设计").click()
    rest(page)
    expect(page.get_by_role("heading", name="方案设计：乡镇支行方案")).to_be_visible()
    expect(page.get_by_text("还没有指标")).to_be_visible()
    for code, name in (("C01", "违规积分"), ("R01", "管户不良贷款率")):
        take(page, code, name)
        choose(page, "类别", {"C": "合规经营", "R": "风险管理"}[code[0]])
        rest(page)
        rule(page, "每发生一次扣若干分")
        fill(page, "每次扣分", "10")
        fill(page, "目标", "0")
        fill(page, f"{name}的权重", "30")

    # The third indicator scores its completion by bands, drawn over everybody of the last period.
    take(page, "E01", "日均存款净增")
    choose(page, "按什么计分", "完成率")
    rest(page)
    fill(page, "目标", "1200")
    rule(page, "落在哪一档")
    fill(page, "档的界限", "60, 80, 100")
    fill(page, "各档得分", "0, 60, 80, 100")
    expect(page.get_by_text(re.compile(r"2026年10月 \d+ 人在这条曲线上得"))).to_have_count(1)
    fill(page, "日均存款净增的权重", "20")

    # The fourth one scores an expression, found by its Chinese name and tried on three people.
    take(page, "G01", "新增有效客户数")
    choose(page, "类别", "发展转型")
    rest(page)
    fill(page, "目标", "40")
    formula = page.get_by_role("textbox", name="用公式得出实际值")
    formula.fill("有效客户 + 2*G02")
    formula.press("Enter")
    rest(page)
    named = page.get_by_role("button", name="G01 新增有效客户数")
    expect(named).to_have_count(2)
    named.last.click()
    rest(page)
    expect(formula).to_have_value("G01 + 2*G02")
    expect(page.get_by_text("最近一期，从低到高三个人")).to_be_visible()
    rule(page, "完成目标的百分之几")
    fill(page, "新增有效客户数的权重", "10")
    expect(page.get_by_text("合计 90，应为 100")).to_be_visible()
    expect(page.get_by_role("button", name="存为草案")).to_be_disabled()
    fill(page, "新增有效客户数的权重", "20")
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()
    expect(page.get_by_text(re.compile("社会责任.*（见第二条）"))).to_be_visible()

    # Nothing is lost on reload; a step back and forth leaves it as it was.
    page.reload()
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()
    page.get_by_role("button", name="撤销").click()
    rest(page)
    expect(page.get_by_text("合计 90，应为 100")).to_be_visible()
    page.get_by_role("button", name="重做").click()
    rest(page)
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()

    page.get_by_text("条件", exact=True).click()
    page.get_by_role("button", name="加一个条件").click()
    fill(page, "当", "R01 > 3")
    fill(page, "数值", "70")
    fill(page, "理由（中文）", "不良率超过 3%")
    expect(page.get_by_text("不良率超过 3%").first).to_be_visible()
    expect(page.get_by_text("没有错误，可以存为草案")).to_be_visible()
    page.get_by_role("textbox", name="存为草案的理由").fill("乡镇支行试行")
    page.get_by_role("button", name="存为草案").click()
    rest(page)
    expect(page.get_by_text("已存为草案 rural 第 1 版")).to_be_visible()
    page.get_by_role("link", name="查看方案版本").click()
    rest(page)
    expect(page.get_by_role("heading", name="乡镇支行方案 v1", exact=True)).to_be_visible()


def adopted(page):
    """The draft that is on the author's screen through the gate, by two others."""
    answer(page, "提交审议", "乡镇支行另设方案")
    expect(page.get_by_text("已提交审议，影响测算已留存")).to_be_visible()
    at = page.url
    for name in ("宁委员", "唐委员"):
        page.get_by_role("button", name="退出登录").click()
        signed_in(page, name)
        page.goto(at)
        answer(page, "同意", "")
        if name == "宁委员":
            page.get_by_role("textbox", name="我的意见").fill("客户数要去重")
            page.get_by_role("button", name="留言").click()
            page.get_by_role("button", name="登记授权").click()
            page.get_by_role("textbox", name="文号").fill("L农商银发〔2026〕102号")
            page.get_by_role("textbox", name="日期").fill("2026-11-20")
            send(page)
            expect(page.get_by_text("授权已登记")).to_be_visible()
    expect(page.get_by_text("客户数要去重")).to_be_visible()
    page.get_by_role("button", name="确认授权").click()
    expect(page.get_by_text("授权已由第二人确认")).to_be_visible()
    why = page.get_by_role("button", name=re.compile("^说明理由"))
    for left in range(why.count(), 0, -1):
        expect(why).to_have_count(left)
        answer(page, why.first.inner_text().split("\n")[0], "试行一年后复核")
    page.get_by_role("button", name="开始公示").click()
    expect(page.get_by_text("已公示，员工可以查看和留言")).to_be_visible()
    answer(page, "说明理由：P02", "职工大会已听取意见")
    answer(page, "采用", "委员会决议")
    expect(page.locator(".strong", has_text=f"采用，自{fmt.period(COMING, 'zh')}起")).to_be_visible()


def test_a_scheme_made_by_hand_is_adopted_and_explains_a_new_managers_score(
    page, serve, tmp_path, roster, values
):
    bring(page, "人员", roster, "1 行")
    made(page)
    adopted(page)

    # When the month is over its figures come in and are published by the new scheme.
    leave(page)
    page.goto("about:blank")
    page.goto(serve(tmp_path / "branch.duckdb", "tests/browser/decisions/later_app.py"))
    bring(page, "业绩", values, "个数")
    enter(page, "高主任")
    open_page(page, PERIODS)
    page.get_by_role("button", name="公布并冻结").click()
    expect(page.get_by_text("已公布并冻结。")).to_be_visible()
    page.get_by_role("button", name="退出登录").click()

    # The newcomer reads how the own score came about: 30 + 19.8 + 16 + 15, held at 70.
    enter_as_manager(page, "CM13")
    open_page(page, "我的成绩单")
    month = fmt.period(COMING, "zh")
    for _ in range(2):
        expect(page.get_by_role("combobox", name="考核期间")).to_have_value(month)
        expect(page.get_by_text(re.compile(f"{month} 70.00 分，C 级"))).to_be_visible()
        page.locator("tr.open", has_text="新增有效客户数").click()
        expect(page.get_by_text("「新增有效客户数」 + 2×「新增首贷户」 = 20 + 2×5")).to_be_visible()
        page.locator("tr.open", has_text="日均存款净增").click()
        expect(page.get_by_text("个人目标 1,000 万元")).to_be_visible()
        band = "完成率 900 ÷ 1,000 × 100 = 90；按档计分：达到 80、低于 100，得 80 分"
        expect(page.get_by_text(band)).to_be_visible()
        expect(page.get_by_text("总分 70.00 怎么来：指标 80.80，按条件调整 −10.80")).to_be_visible()
        held = "「管户不良贷款率」 > 3（3.4 > 3）成立，至多 70（不良率超过 3%）"
        expect(page.get_by_text(held)).to_be_visible()
        page.reload()


def test_another_language_changes_words_and_nothing_of_the_scheme(page):
    enter(page, "高主任")
    open_page(page, EDITOR)
    page.get_by_text("已有版本", exact=True).click()
    rest(page)
    expect(page.get_by_role("textbox", name="代码")).to_have_count(0)  # The empty scheme's button is gone.
    page.get_by_role("button", name="开始设计").click()
    rest(page)
    page.get_by_role("button", name="R01 管户不良贷款率").click()
    rest(page)
    expect(page.get_by_role("combobox", name="方向")).to_have_value("越低越好")
    for lang, direction, value, fine in (
        ("English", "Direction", "lower is better", "No faults"),
        ("中文", "方向", "越低越好", "没有错误"),
    ):
        page.get_by_text(lang, exact=True).click()
        rest(page)
        expect(page.get_by_role("combobox", name=direction)).to_have_value(re.compile(value, re.IGNORECASE))
        expect(page.get_by_text(fine, exact=True)).to_be_visible()
        undo = page.get_by_role("button", name=re.compile("^(.*撤销|.*Undo)$"))
        expect(undo).to_be_disabled()
