"""A meeting after the figures have changed: votes are asked for again, and what is filed says so."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from data.database import Database
from tests.branch import before_the_staff, corrected
from tests.browser.steps import answer, change_to, enter, memo, open_page

pytestmark = pytest.mark.browser

LAB, VERSIONS = "权重试算", "方案版本"


@pytest.fixture
def whole_demo_file(whole_demo_file, tmp_path):
    """The invented branch with a version before the staff, and a figure corrected since it was voted on."""
    path = shutil.copy(whole_demo_file, tmp_path / "meeting.duckdb")
    db = Database.open(path)
    before_the_staff(db)
    corrected(db)
    db.close()
    return path


def test_after_a_correction_the_committee_decides_on_the_new_run(page, tmp_path):
    enter(page, "高主任")
    open_page(page, VERSIONS)
    expect(page.get_by_text("第 1 号测算（").first).to_be_visible()
    page.get_by_role("button", name="重新测算").click()
    expect(page.get_by_text("已按现有数据测算并留存为第 2 号")).to_be_visible()
    for _ in range(2):  # Leave, come back, read again.
        expect(page.get_by_text("2 票依据第 1 号测算，需重新表决")).to_be_visible()
        expect(page.get_by_text("公示的是第 1 号测算")).to_be_visible()
        expect(page.get_by_role("button", name="采用", exact=True)).to_be_disabled()
        open_page(page, LAB)
        expect(page.get_by_role("heading", name=LAB)).to_be_visible()
        open_page(page, VERSIONS)

    change_to(page, "李行长", VERSIONS)
    answer(page, "反对", "降薪面太大")
    expect(page.get_by_text("意见已记录")).to_be_visible()
    expect(page.get_by_text("1 票反对：李行长：降薪面太大").first).to_be_visible()
    for member in ("宁委员", "唐委员"):
        change_to(page, member, VERSIONS)
        answer(page, "同意", "看过第 2 号测算")
        expect(page.get_by_text("意见已记录")).to_be_visible()
    page.get_by_role("button", name="重新公示").click()
    expect(page.get_by_text("已公示，员工可以查看和留言")).to_be_visible()
    expect(page.get_by_text("提前采用须有书面理由")).to_be_visible()  # the reason was for the first notice
    answer(page, "说明理由：P02", "再次听取了意见")
    expect(page.get_by_text("条件已齐，可以采用。").first).to_be_visible()
    assert (
        page.get_by_text("1 票反对：李行长：降薪面太大").count() >= 3
    )  # in the sentence, the gate, at the button
    answer(page, "采用", "委员会决议")
    expect(page.get_by_text("以前的期间不变")).to_be_visible()

    text, tables = memo(page, tmp_path, "决策说明")
    assert "1 票反对：李行长：降薪面太大" in text and "尚未采用" not in text and "试算" not in text
    said = dict(tables[0])
    assert re.match("第 2 号，.*高主任", said["测算"]) and said["采用"].endswith("唐委员")
    votes = {row[0]: row[1:4] for row in tables[-1][1:] if row[0]}
    assert votes["李行长"] == ["支行行长", "反对：降薪面太大", "2"]
    assert votes["宁委员"] == votes["唐委员"] == ["考核委员会", "同意：看过第 2 号测算", "2"]
