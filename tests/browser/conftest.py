"""A real server with the demo branch, and a real Chromium that complains of what goes wrong."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import wraps

import pytest
from playwright.sync_api import Locator, LocatorAssertions, expect, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from benchmarks.serving import answering, free_port, served
from tests.branch import copied
from tests.places import ROOT

ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
    # This machine alone is reached. A route that refuses the others would do, but a page that is closed while
    # one is asked waits for ever.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


expect.set_options(timeout=20_000)
"""How long a page may take to show what is expected of it where two cores run everything at once."""


@pytest.fixture(scope="session")
def forge(tmp_path_factory):
    """A function that starts a server on a database, and gives its process number; see `forge`."""
    log = (tmp_path_factory.mktemp("forge") / "forge.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.browser.forge"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )

    def start(port, database, log, script):
        print(port, database, log, script, sep="\t", file=process.stdin, flush=True)
        return int(process.stdout.readline())

    yield start
    process.stdin.close()
    process.wait()
    log.close()


@pytest.fixture
def serve(forge, tmp_path):
    """A function that gives the address of a new server, which takes the place of the one there was on the
    same database; all of them end with the test."""
    running = {}

    def serve(database, script="app.py"):
        port, process = running.get(str(database)) or (free_port(), None)
        if process is not None:
            os.kill(process, signal.SIGKILL)
        process = forge(port, database, tmp_path / f"server-{port}.log", script)
        running[str(database)] = port, process
        return answering(f"http://127.0.0.1:{port}")

    yield serve
    for _, process in running.values():
        os.kill(process, signal.SIGKILL)


@pytest.fixture
def server(whole_demo_file, tmp_path, serve):
    """The address of a freshly started server on a database of its own."""
    return serve(copied(whole_demo_file, tmp_path / "branch.duckdb"))


@pytest.fixture
def cold_server(whole_demo_file, tmp_path):
    """As `server`, of a process that has imported nothing before."""
    with served("app.py", copied(whole_demo_file, tmp_path / "branch.duckdb")) as address:
        yield address


RUNNING = ", ".join(
    f'[data-testid="stApp"][data-test-script-state="{state}"]' for state in ("running", "rerunRequested")
)
ACTS = ("click", "dblclick", "fill", "press", "check", "uncheck", "select_option", "set_input_files")


def still(page):
    """Wait as people do while the page is drawn; what goes on for longer is acted upon all the same."""
    with suppress(TooLate):
        page.locator(RUNNING).wait_for(state="detached", timeout=10_000)


def on_a_still_page(act):
    """An action of a locator that waits for the page: Streamlit loses a click on what it is drawing anew."""

    @wraps(act)
    def acting(self, *args, **kwargs):
        still(self.page)
        return act(self, *args, **kwargs)

    return acting


def seen_once_drawn(look):
    """An assertion that looks again where it found two for one: while a page is drawn anew, what it showed
    before stands beside it for a moment."""

    @wraps(look)
    def looking(self, *args, **kwargs):
        for _ in range(5):
            try:
                return look(self, *args, **kwargs)
            except AssertionError as problem:
                if "strict mode violation" not in str(problem):
                    raise
            time.sleep(1)
        return look(self, *args, **kwargs)

    return looking


@pytest.fixture(autouse=True)
def unhurried(request, monkeypatch):
    """People who act on what they see; a test of what haste does is marked ``hasty``."""
    if request.node.get_closest_marker("hasty"):
        return
    for name in ACTS:
        monkeypatch.setattr(Locator, name, on_a_still_page(getattr(Locator, name)))
    for name in ("to_be_visible", "to_have_text", "to_contain_text", "to_be_enabled", "to_have_value"):
        monkeypatch.setattr(LocatorAssertions, name, seen_once_drawn(getattr(LocatorAssertions, name)))


@pytest.fixture(scope="session")
def chromium():
    names = (os.environ.get("STEELYARD_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no Chromium: run tools/find-chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


def _is_let_go(request):
    aborted = request.failure == "net::ERR_ABORTED" and "/static/js/" in request.url
    return aborted or re.search(r"^blob:|/favicon\.png$", request.url)


@pytest.fixture
def page(chromium, server):
    """A page on the server; the test fails on a console error, a failed request or another host."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    wrong: list[str] = []
    tab.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    # What a page that is left was still loading is let go by the browser itself: the icon, blobs (parts of
    # components, held in the browser) and scripts. A script that is not there is an answer, and an error.
    tab.on("requestfailed", lambda r: _is_let_go(r) or wrong.append(f"failed: {r.url}"))
    tab.on("request", lambda r: None if r.url.startswith((server, "data:", "blob:")) else wrong.append(r.url))
    tab.goto(server)
    yield tab
    assert wrong == []
    context.close()
