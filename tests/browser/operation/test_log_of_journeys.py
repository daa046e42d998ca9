"""People work, mistype and meet faults; the log and what the server prints hold nothing of theirs."""

import re
import time

import pytest
from playwright.sync_api import expect

from access import accounts
from data.database import Database
from shell.operation import logs
from tests.access.who import ROOT as ADMINISTRATOR
from tests.branch import copied
from tests.browser.steps import rest, signed_in

pytestmark = pytest.mark.browser
PASSWORD, MISTYPED = "Kupfer-Mond-7491-Regen", "Kupfer-Mund-7491-Regen"
NAME, NOBODY = "qian.geheim", "sun.niemand"
FIGURES = "manager_id,period,indicator,value\nCM07,2026-10,C03,83.125\n赵小红,2026-10,C03,77.375\n"
FILE = "考勤-绝密.csv"


@pytest.fixture
def browse(chromium):
    """A function that opens a page in a browser of its own."""
    contexts = []

    def browse(address):
        contexts.append(chromium.new_context(locale="zh-CN"))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        page.goto(address)
        return page

    yield browse
    for context in contexts:
        context.close()


def lines(database, event):
    """The lines of an event, once there is one."""
    log = database.with_name(f"{database.name}.log")
    for _ in range(200):
        told = logs.lines(log.read_text(encoding="utf-8").splitlines()) if log.exists() else []
        if found := [line for line in told if line["event"] == event]:
            return found
        time.sleep(0.1)
    raise AssertionError(f"no {event} in the log")


def all_written(database, tmp_path):
    """Everything that the server wrote: its log and what it printed."""
    files = [*database.parent.glob(f"{database.name}.log*"), *tmp_path.glob("server-*.log")]
    assert len(files) >= 2
    return "".join(file.read_text(encoding="utf-8") for file in files)


def test_signing_in_leaves_neither_names_nor_passwords(serve, browse, tmp_path):
    database = tmp_path / "branch.duckdb"
    db = Database.open(database, create=True)
    accounts.add(ADMINISTRATOR, db, NAME, "data-officer", PASSWORD)
    db.close()
    page = browse(serve(database))
    for name, password in ((NOBODY, MISTYPED), (NAME, MISTYPED), (NAME, PASSWORD)):
        page.get_by_role("textbox", name="用户名").fill(name)
        page.get_by_role("textbox", name="密码").fill(password)
        page.get_by_role("button", name="进入").click()
        rest(page)
    assert [line["role"] for line in lines(database, "sign-in")] == ["data-officer"]
    assert {line["key"] for line in lines(database, "sign-in-failed")} == {"errors-signin-wrong"}
    written = all_written(database, tmp_path)
    for secret in (NAME, NOBODY, PASSWORD, MISTYPED):
        assert secret not in written


def test_a_fault_has_a_number_on_the_page_and_no_words_in_the_log(demo_file, serve, browse, tmp_path):
    database = copied(demo_file, tmp_path / "branch.duckdb")
    server = serve(database, "tests/browser/operation/failing_app.py")
    page = browse(f"{server}/desk?lang=zh")
    signed_in(page, "赵数据员")
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
    rest(page)
    given = tmp_path / FILE
    given.write_text(FIGURES, encoding="utf-8")
    page.locator('input[type="file"]').first.set_input_files(given)
    told = page.get_by_text("程序出错，这一步可能没有做完")
    expect(told).to_be_visible()
    number = re.search(r"编号 ([0-9A-F]{6}) 告诉管理员", told.inner_text())[1]
    # Streamlit's own word for it stands nowhere.
    assert "redacted" not in page.content() and "KeyError" not in page.content()
    (line,) = [line for line in lines(database, "error") if line["number"] == number]
    assert (line["error"], line["page"], line["role"]) == ("KeyError", "desk", "data-officer")
    assert line["where"][-1].startswith("tests/browser/operation/failing_app.py:")
    assert any(place.startswith("views/desk/upload.py:") for place in line["where"])
    written = all_written(database, tmp_path)
    for secret in ("CM07", "83.125", "77.375", "赵小红", "绝密", "赵数据员", "data.zhao"):
        assert secret not in written
