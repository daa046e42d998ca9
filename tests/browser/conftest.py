"""A real server with the demo branch, and a real Chromium that complains of what goes wrong."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from tests.places import ROOT

ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
)


@pytest.fixture
def server(whole_demo_file, tmp_path):
    """The address of a freshly started server on a database of its own."""
    path = tmp_path / "branch.duckdb"
    shutil.copy(whole_demo_file, path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    log = (tmp_path / "server.log").open("w")
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "STEELYARD_DB": str(path)}, stdout=log, stderr=subprocess.STDOUT
    )
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)  # noqa: S310 - our own server
            break
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    yield address
    process.kill()
    process.wait()
    log.close()


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


@pytest.fixture
def page(chromium, server):
    """A page on the server; the test fails on a console error, a failed request or another host."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    wrong: list[str] = []
    tab.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    tab.on("requestfailed", lambda r: wrong.append(f"failed: {r.url}"))
    tab.on("request", lambda r: None if r.url.startswith((server, "data:", "blob:")) else wrong.append(r.url))
    tab.goto(server)
    yield tab
    assert wrong == []
    context.close()
