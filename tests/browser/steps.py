"""What people do on every page: sign in, change places, open a page, answer a question."""

import re
import zipfile

from docx import Document
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect


def enter(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def cookie_kept(page):
    """Wait, at the end, until the browser has the cookie: an address that is asked for next finds it."""
    return page.expect_request_finished(lambda r: r.method == "PUT" and r.url.endswith("/session"))


def signed_in(page, name="李行长"):
    """Sign in, until the browser has the cookie."""
    with cookie_kept(page):
        enter(page, name)


def enter_as_manager(page, code):
    expect(page.get_by_role("button", name="进入")).to_be_visible()
    choose(page, "", code)
    page.get_by_role("button", name="进入").click()


def signed_in_as_manager(page, code):
    """As `signed_in`, for a customer manager."""
    with cookie_kept(page):
        enter_as_manager(page, code)


def choose(page, label, text):
    """Pick from a list by typing; the option is chosen by its name, whatever became of the keys."""
    box = page.get_by_role("combobox", name=re.compile(label)).first
    pick(page, box, text)
    expect(page.get_by_role("option")).to_have_count(0)
    expect(box).to_have_value(re.compile(text))


def add(page, label, text):
    """Pick one more from a list of which several can be picked."""
    pick(page, page.get_by_role("combobox", name=label), text)
    page.keyboard.press("Escape")


def pick(page, box, text):
    """Open a list and click on an option; once more where the page was drawn again and closed the list."""
    wanted = page.get_by_role("option", name=re.compile(text)).first
    for _ in range(5):
        box.click()
        page.keyboard.type(text)
        try:
            wanted.click(timeout=4_000)
            return
        except TooLate:
            page.keyboard.press("Escape")
    raise AssertionError(f"no option {text}")


def set_date(page, label, day):
    """Type a day into a date field, part by part."""
    page.get_by_role("spinbutton", name=re.compile(f"year, .*{label}")).click()
    page.keyboard.type(day.replace("-", ""))


def open_page(page, name):
    page.get_by_role("link", name=name, exact=True).click()


def rest(page):
    """Wait as people do until the page has taken in what was done and stands still."""
    page.wait_for_timeout(300)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def leave(page):
    """Sign out, until the browser has given its cookie back."""
    with page.expect_request_finished(lambda r: r.method == "DELETE" and r.url.endswith("/session")):
        page.get_by_role("button", name="退出登录").click()


def send(page):
    """Confirm what was written in an opened box; it closes when the page has taken it."""
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("button", name="确定").click()
    expect(box).to_be_hidden()


def change_to(page, name, title):
    """Another person sits down and opens a page."""
    page.get_by_role("button", name="退出登录").click()
    enter(page, name)
    open_page(page, title)


def answer(page, button, text):
    """A button that asks for a sentence."""
    page.get_by_role("button", name=button, exact=True).click()
    box = page.get_by_test_id("stPopoverBody")
    box.get_by_role("textbox").fill(text)
    send(page)


def row(page, code):
    """An indicator's line in the panel of weights."""
    return page.locator(".item", has=page.locator(f'[data-code="{code}"]'))


def number(page, code):
    """The field of its weight."""
    return row(page, code).locator('input[type="number"]')


def weight(page, code, given):
    """Type a weight into the panel, which locks it: one move, and nothing else that would be a second one."""
    number(page, code).fill(given)
    number(page, code).press("Enter")
    expect(number(page, code)).to_have_value(re.compile(rf"^{given}(\.0)?$"))
    page.wait_for_timeout(500)


def set_weight(page, code, weight):
    """Type a weight into the panel and lock it."""
    row = page.locator(".item", has=page.locator(f'[data-code="{code}"]'))
    number = row.locator('input[type="number"]')
    number.fill(weight)
    number.press("Enter")
    expect(number).to_have_value(weight)
    page.wait_for_timeout(400)
    row.locator('input[type="checkbox"]').check()


def memo(page, tmp_path, name):
    """Download a Word file: its text, and its tables as lists of rows."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    path = tmp_path / "memo.docx"
    waiting.value.save_as(path)
    assert zipfile.is_zipfile(path)
    found = Document(path)
    text = "\n".join(p.text for p in found.paragraphs)
    return text, [[[c.text for c in row.cells] for row in table.rows] for table in found.tables]
