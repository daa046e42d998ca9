"""The server is killed while people click: what a page said is there, and nothing is there by half."""

import os
import random
import re
import signal
import time
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from access.actor import Actor
from benchmarks.serving import answering, free_port
from data.database import Database
from data.stores import period_store
from tests.branch import copied
from tests.browser.steps import enter
from workflow.results import proof

pytestmark = pytest.mark.browser

CHAIR = Actor("gao", "committee")
ROUNDS = 12
BRINGS, APPROVES, CHAIRS = "赵数据员", "王复核员", "高主任"
PERIOD = "2026-10"


def state(path):
    """Batches by their state, the rows of each that became facts, and what was last done to the period; the
    whole file is proved on the way."""
    db = Database.open(path)
    found = proof.verify(CHAIR, db)
    assert found.clean, found.differences
    with db.read() as cursor:
        batches = cursor.execute(
            """
            SELECT b.batch_id, last(e.status ORDER BY e.event_id),
                (SELECT count(*) FROM staged s WHERE s.batch_id = b.batch_id),
                (SELECT count(*) FROM measurement m WHERE m.batch_id = b.batch_id)
            FROM import_batch b JOIN batch_event e USING (batch_id)
            WHERE starts_with(b.file_name, 'killed-') GROUP BY b.batch_id ORDER BY b.batch_id
            """
        ).fetchall()
        life = [(event.state, event.why) for event in period_store.period_events(cursor, PERIOD)]
    db.close()
    for _, status, rows, facts in batches:
        assert rows == 12 and facts == (rows if status == "approved" else 0)
    return batches, life


def bring(page, number, before):
    """Bring a month's figures of one measure."""
    rows = [f"CM{k:02d},2026-11,C03,{60 + number + k / 8}" for k in range(1, 13)]
    text = "\n".join(["manager_id,period,indicator,value", *rows])
    file = {"name": f"killed-{number}.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    return page.get_by_role("button", name=re.compile("提交复核")), "已提交，等待另一人复核"


def approve(page, number, before):
    """Approve what waits."""
    return page.get_by_role("button", name="复核入库"), "没有等待复核的批次"


def publish(page, number, before):
    """Publish the period."""
    return page.get_by_role("button", name="公布并冻结"), "已公布并冻结"


def reopen(page, number, before):
    """Open it again."""
    page.get_by_role("button", name="重新打开", exact=True).click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox").fill(f"第 {number} 次")
    return box.get_by_role("button", name="确定"), "已重新打开"


def kill(server):
    """Kill -9, until the system has taken back what the server held."""
    os.kill(server, signal.SIGKILL)
    with suppress(ProcessLookupError):
        while True:
            os.kill(server, 0)
            time.sleep(0.02)


def next_step(number, before):
    """Who does what, and where."""
    batches, life = before
    if number % 2:
        waits = bool(batches) and batches[-1][1] == "awaiting-review"
        return (APPROVES, "desk", approve) if waits else (BRINGS, "desk", bring)
    published = bool(life) and life[-1][0] in period_store.PUBLISHED
    return CHAIRS, f"periods?period={PERIOD}", reopen if published else publish


@pytest.mark.hasty
@pytest.mark.parametrize("seed", range(2))
def test_what_a_page_said_outlives_the_server(seed, demo_file, forge, chromium, tmp_path):
    """2 × 12 kills through four actions; the same database goes on."""
    path, port, rng = copied(demo_file, tmp_path / "branch.duckdb"), free_port(), random.Random(seed)
    address, before, said, done = f"http://127.0.0.1:{port}", state(path), [], set()
    for number in range(ROUNDS):
        server = forge(port, path, tmp_path / f"{number}.log", "app.py")
        answering(address)
        context = chromium.new_context(locale="zh-CN")
        page = context.new_page()
        page.set_default_timeout(30_000)
        who, place, act = next_step(number, before)
        page.goto(f"{address}/{place}")
        enter(page, who)
        button, sentence = act(page, number, before)
        expect(button).to_be_enabled()
        page.wait_for_timeout(500)
        button.click(no_wait_after=True)
        told = page.get_by_text(re.compile(sentence)).first
        if number >= ROUNDS - 4:
            expect(told).to_be_visible()
        else:
            time.sleep(rng.uniform(0.0, 0.8))
        heard = told.is_visible()
        kill(server)
        context.close()
        after = state(path)
        if heard:
            said.append(act.__name__)
            assert after != before, f"{act.__name__} was acknowledged and is not there"
        done |= {act.__name__} if after != before else set()
        before = after
    assert done == {"bring", "approve", "publish", "reopen"}
    assert said
