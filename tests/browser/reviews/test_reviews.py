"""A campaign of 360 reviews in a real browser: from its first day to what each of them reads of it."""

import re
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from data.database import Database
from tests.branch import copied
from tests.browser.steps import (
    add,
    answer,
    change_to,
    enter,
    enter_as_manager,
    leave,
    open_page,
    rest,
    signed_in,
)
from tests.workflow.reviews.campaign import GAO, LI, PERIOD, ZHAO, asked, begun, by_link, hand_in
from workflow.results import publishing
from workflow.reviews import campaigns, drawing

pytestmark = pytest.mark.browser

CAMPAIGNS, GIVING, RESULTS, CARD = "360 度评价", "我的评价", "360 结果", "我的成绩单"
CALIBRATION = "校准会"
ITEMS = ("团队协作", "服务质量", "合规履职", "专业能力", "传帮带")
PHONE = {"width": 390, "height": 844}


DRAWN = "drawn"


def of_a_campaign(path, *, everybody):
    """A campaign about CM05 and CM06 in the database. With `everybody` five customers and all colleagues
    have handed in about CM05, and three colleagues, who are too few, about CM06; `DRAWN`: the results are
    there, too, and the period is open."""
    db = Database.open(path)
    number = begun(db, ratees=("CM05", "CM06"), customers=5, superiors=(LI.username, GAO.username))
    if everybody:
        for k, one in enumerate(asked(db, number)):
            if not (one.group == "peers" and one.ratee_id == "CM06" and k % 4 == 0):
                level = {"self": 5, "superior": 3 + (one.rater == GAO.username)}.get(one.group, 4)
                hand_in(db, one, level, {"teamwork": "随叫随到"} if one.group == "peers" else {})
        by_link(db, number, "CM05", 4, 4, 4, 4, 5)
    if everybody == DRAWN:
        publishing.reopen(GAO, db, PERIOD, "补录评价得分")
        campaigns.close(ZHAO, db, number, "都交齐了")
        drawing.draw(GAO, db, number)
    db.close()
    return path


@pytest.fixture
def server(request, quiet_file, tmp_path, serve):
    """A server on a branch without campaigns, or with one that the test asks for."""
    path = copied(quiet_file, tmp_path / "branch.duckdb")
    if hasattr(request, "param"):
        of_a_campaign(path, everybody=request.param)
    return serve(path)


def level(page, item, chosen):
    """Choose one of the levels of an item."""
    rest(page)
    group = page.get_by_test_id("stRadio").nth(ITEMS.index(item))
    group.locator("label", has_text=chosen).first.click()
    expect(group.get_by_role("radio", name=re.compile(chosen)).first).to_be_checked()
    rest(page)


def customer(chromium, address):
    """A telephone that nobody is signed in at, on a customer's form."""
    phone = chromium.new_context(viewport=PHONE, locale="zh-CN")
    tab = phone.new_page()
    return tab, tab.goto(address)


def in_the_way(tab):
    """What axe finds that is serious or critical."""
    tab.evaluate(AXE_SCRIPT)
    found = tab.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [f["id"] for f in found if f["impact"] in ("serious", "critical")]


def test_a_campaign_is_begun_and_a_customer_answers_once(page, chromium, tmp_path, server):
    enter(page, "赵数据员")
    open_page(page, CAMPAIGNS)
    expect(page.get_by_text("还没有 360 度评价")).to_be_visible()
    page.get_by_role("button", name="新建评价").click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox", name="名称").fill("年终评价")
    box.get_by_role("button", name="新建").click()
    expect(page.get_by_text("已新建")).to_be_visible()
    add(page, "全部团队的上级", "李行长")
    rest(page)
    page.get_by_role("button", name="确认分派").click()
    page.get_by_role("button", name="开始评价").click()
    expect(page.get_by_text("评价已开始")).to_be_visible()

    page.get_by_role("button", name="生成链接").click()
    box.get_by_role("button", name="生成链接").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载二维码卡片").click()
    cards = waiting.value.path().read_text(encoding="utf-8")
    links = re.findall(r'class="address">(http[^<]+)<', cards)
    assert len(set(links)) == 12 * 8 == cards.count("<svg") and links[0].startswith(f"{server}/r/")
    page.reload()
    expect(page.get_by_role("button", name="生成链接")).to_be_visible()
    expect(page.get_by_role("button", name="下载二维码卡片")).to_have_count(0)

    # The customer: what is missing comes back; sent once; the link is good for nothing afterwards.
    tab, answered = customer(chromium, links[0])
    assert answered.status == 200 and in_the_way(tab) == []
    tab.get_by_role("radio", name=re.compile("^4 ")).first.check()
    tab.get_by_role("textbox").first.fill("服务周到")
    tab.get_by_role("button", name="提交评价").click()
    expect(tab.get_by_role("alert")).to_contain_text("还有 1 项没有选")
    expect(tab.get_by_role("textbox").first).to_have_value("服务周到")
    tab.emulate_media(color_scheme="dark")
    assert in_the_way(tab) == [] and tab.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    tab.get_by_role("radio", name=re.compile("说不清")).last.check()
    tab.get_by_role("button", name="提交评价").click()
    expect(tab.get_by_role("heading", name="谢谢您的评价")).to_be_visible()
    assert "/r/thanks" in tab.url and tab.context.cookies() == []
    assert tab.goto(links[0]).status == 410
    assert tab.goto(f"{links[0]}?lang=en").status == 410
    expect(tab.get_by_role("heading", name="This link has been used")).to_be_visible()
    tab.context.close()
    page.reload()
    expect(page.get_by_text("1 / 8").first).to_be_visible()


def test_a_link_is_answered_by_a_server_that_nobody_has_opened_yet(cold_server):
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{cold_server}/r/unknown", timeout=30)  # noqa: S310 - our own server
    assert caught.value.code == 404 and "没有这个链接" in caught.value.read().decode()


@pytest.mark.parametrize("server", [False], indirect=True)
def test_a_review_is_saved_returned_to_and_handed_in_once(page):
    enter(page, "李行长")
    open_page(page, GIVING)
    expect(page.get_by_text("还有 2 份评价未交")).to_be_visible()
    expect(page.get_by_text("上级评价不保密")).to_be_visible()
    for item in ITEMS[:4]:
        level(page, item, "主动" if item == "团队协作" else "3")
    page.get_by_role("button", name="保存，以后再交").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    page.reload()
    expect(page.get_by_text("还有 1 项未选：传帮带")).to_be_visible()
    expect(page.get_by_role("button", name="交出评价")).to_be_disabled()
    level(page, "传帮带", "没有接触")
    page.get_by_role("button", name="交出评价").click()
    box = page.get_by_test_id("stPopoverBody")
    expect(box.get_by_text("不能修改")).to_be_visible()
    box.get_by_role("button", name="确认交出").click()
    expect(page.get_by_text("评价已交出。")).to_be_visible()
    expect(page.get_by_text("还有 1 份评价未交")).to_be_visible()

    # A colleague reads that so few of them are confidential, not anonymous.
    leave(page)
    enter_as_manager(page, "CM05")
    open_page(page, CARD)
    page.get_by_role("link", name=re.compile("360 度评价还有 .* 份等您交")).click()
    expect(page.get_by_text("自评只给您本人和上级看")).to_be_visible()


@pytest.mark.parametrize("server", [True], indirect=True)
def test_it_is_drawn_and_released_and_each_reads_what_is_theirs(page):
    enter(page, "赵数据员")
    open_page(page, CAMPAIGNS)
    answer(page, "提前截止", "都交齐了")
    expect(page.get_by_text("已提前截止，等考核委员会或支行行长汇总结果")).to_be_visible()
    expect(page.get_by_role("link", name=RESULTS)).to_have_count(0)

    change_to(page, "高主任", RESULTS)
    page.get_by_role("button", name="汇总结果").click()
    page.get_by_role("button", name="确认汇总").click()
    expect(page.get_by_text("结果已汇总。")).to_be_visible()
    table = page.get_by_role("table", name="团队协作：各组结果")
    five, six = (table.get_by_role("row", name=name) for name in ("吴国强", "孙婷"))
    expect(five).to_contain_text("3.50")
    expect(five).to_contain_text("≥ 3.5")
    expect(six).to_contain_text("3 人，未达 4 人")
    page.reload()
    expect(six).to_contain_text("3 人，未达 4 人")

    # Nobody else reads anything before it is released.
    leave(page)
    enter_as_manager(page, "CM05")
    open_page(page, CARD)
    expect(page.get_by_role("heading", name="我的成绩单")).to_be_visible()
    expect(page.get_by_role("heading", name="别人怎么看")).to_have_count(0)

    leave(page)
    enter(page, "李行长")
    open_page(page, RESULTS)
    page.get_by_role("button", name="公布结果").click()
    page.get_by_role("button", name="确认公布").click()
    expect(page.get_by_text("结果已公布，指标得分已作为批次")).to_be_visible()
    open_page(page, GIVING)
    expect(page.get_by_role("heading", name="您给分的宽严")).to_be_visible()

    leave(page)
    enter_as_manager(page, "CM05")
    open_page(page, CARD)
    own = page.get_by_role("table", name="360 度评价：别人怎么看")
    expect(own.get_by_role("row", name="团队协作")).to_contain_text("≥ 3.5")
    expect(page.get_by_text("盲点")).to_be_visible()
    page.get_by_text(re.compile("别人写的话（4 条")).click()
    expect(page.get_by_text("同事：随叫随到").first).to_be_visible()
    expect(page.get_by_role("link", name=RESULTS)).to_have_count(0)

    leave(page)
    enter_as_manager(page, "CM06")
    expect(own.get_by_role("row", name="团队协作")).to_contain_text("3 人，未达 4 人")
    expect(page.get_by_text("没有可以显示的评语")).to_be_visible()
    page.reload()
    expect(own.get_by_role("row", name="团队协作")).to_contain_text("3 人，未达 4 人")


@pytest.mark.parametrize("server", [DRAWN], indirect=True)
def test_a_rating_is_calibrated_by_two_and_the_period_is_scored_with_it(page, server):
    enter(page, "高主任")
    open_page(page, CALIBRATION)
    expect(page.get_by_text("还没有人提出要校准的")).to_be_visible()
    page.get_by_role("button", name="提出校准").click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox", name="为什么要再看一遍").fill("与走访记录不符")
    box.get_by_role("textbox", name="为什么要再看一遍").blur()
    rest(page)
    box.get_by_role("button", name="发起表决").click()
    expect(page.get_by_text("背对背表决")).to_be_visible()
    for name, value in (("高主任", "60"), ("宁委员", "50"), ("唐委员", "62"), ("李行长", "60")):
        if name != "高主任":
            change_to(page, name, CALIBRATION)
        field = page.get_by_role("spinbutton", name="您认为应得几分")
        field.fill(value)
        field.press("Tab")
        rest(page)
        expect(page.get_by_role("heading", name="表决结果")).to_have_count(0)
        page.get_by_role("button", name="交表决").click()
        expect(page.get_by_text(f"已交表决：{value}.00 分")).to_be_visible()
    # All are in: the votes are open, and what a change would do is seen before it is made.
    expect(page.get_by_role("heading", name="表决结果：中位数 60.00 分")).to_be_visible()
    expect(page.get_by_role("heading", name="改为 60.00 分会影响谁")).to_be_visible()
    page.get_by_test_id("stRadio").locator("label", has_text="3 级").click()
    rest(page)
    page.get_by_role("textbox", name="理由").fill("两次走访记录均为按时配合")
    page.get_by_role("textbox", name="理由").blur()
    rest(page)
    page.get_by_role("button", name="提交改动").click()
    expect(page.get_by_text("等另一位没有评价过本人的委员确认")).to_be_visible()
    change_to(page, "宁委员", CALIBRATION)
    page.get_by_role("button", name="确认改动").click()
    said = page.get_by_text(re.compile("评价 .* 分，校准 .*60.00 分.*李行长提议，宁委员确认"))
    expect(said).to_be_visible()
    page.reload()
    expect(said).to_be_visible()

    change_to(page, "李行长", RESULTS)
    page.get_by_role("button", name="公布结果").click()
    page.get_by_role("button", name="确认公布").click()
    expect(page.get_by_text("结果已公布，指标得分已作为批次")).to_be_visible()
    change_to(page, "王复核员", "数据台")
    page.get_by_role("button", name="复核入库").first.click()
    expect(page.get_by_text("没有等待复核的批次")).to_be_visible()
    leave(page)
    signed_in(page, "李行长")
    page.goto(f"{server}/scorecard?person=CM05&period={PERIOD.code}")
    expect(page.get_by_role("row", name=re.compile("团队协作.*60 分")).first).to_be_visible()
