"""How long a page takes to stand there, in a real browser: asked for by its address, and by a click.

Run by ``python -m benchmarks``. Each page is opened in turn by everybody who uses it, on a server that has
answered before; the clock runs from the request or the click to the first frame with the page's heading, and
to the end of the script behind it.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from access.actor import Actor
from access.permissions import allowed
from benchmarks.serving import ROOT, served
from benchmarks.slider import ARGUMENTS, chromium
from shell.navigation import ENTRIES

ROUNDS = 5
PEOPLE = {
    "signin-li-hangzhang": Actor("li.hangzhang", "president"),
    "signin-committee-gao": Actor("committee.gao", "committee"),
    "signin-data-zhao": Actor("data.zhao", "data-officer"),
    "signin-manager-enter": Actor("cm01", "manager", "CM01"),
}
"""Who signs in by which button: one of each role that pages are made for."""
# The first frame with a heading of the page at `path`, and the end of the run, in milliseconds.
STANDS = """
async ([path, start]) => {
  const app = () => document.querySelector('[data-testid="stApp"]');
  const frame = () => new Promise(requestAnimationFrame);
  const there = () => location.pathname === path && document.querySelector('[data-testid="stMain"] h1') &&
      !document.querySelector('[data-testid="stMain"] h1').closest('[data-stale="true"]');
  while (!there()) await frame();
  const heading = performance.now() - start;
  while (app().dataset.testScriptState !== 'notRunning') await frame();
  return [heading, performance.now() - start];
}
"""


def measure(folder: Path) -> dict[str, tuple[float, float, float]]:
    """For each person and page, median milliseconds to the heading by the address, to the end of its run, and
    to the heading by a click in the side bar."""
    database = folder / "paint.duckdb"
    subprocess.run(
        [sys.executable, "manage.py", "--db", str(database), "init", "--demo"], cwd=ROOT, check=True
    )
    found: dict[str, tuple[float, float, float]] = {}
    with served("app.py", database) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for button, actor in PEOPLE.items():
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.set_default_timeout(60_000)
            page.goto(site)
            page.locator(f".st-key-{button} button").click()
            page.get_by_test_id("stSidebarNavLink").first.wait_for()
            page.wait_for_timeout(1_000)
            for entry in ENTRIES:
                if allowed(actor, entry.action, actor.manager_id):
                    found[f"{actor.role}: {entry.address}"] = _one(page, site, entry.address)
            page.context.close()
        browser.close()
    return found


def _one(page: Page, site: str, address: str) -> tuple[float, float, float]:
    typed, clicked = [], []
    other = "schemes" if address != "schemes" else "trends"
    for _ in range(ROUNDS + 1):
        page.goto(f"{site}/{address}")
        typed.append(page.evaluate(STANDS, [f"/{address}", 0]))
        page.goto(f"{site}/{other}")
        page.evaluate(STANDS, [f"/{other}", 0])
        page.wait_for_timeout(300)
        link = page.locator(f'[data-testid="stSidebarNavLink"][href$="/{address}"]')
        start = link.evaluate("(link) => { const now = performance.now(); link.click(); return now; }")
        clicked.append(page.evaluate(STANDS, [f"/{address}", start])[0])
    columns = [*zip(*typed[1:], strict=True), clicked[1:]]
    first, whole, click = (float(statistics.median(column)) for column in columns)
    return first, whole, click


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (heading, whole, click) in measure(Path(folder)).items():
            print(f"{name:32} heading {heading:5.0f} ms, whole {whole:5.0f} ms; by a click {click:5.0f} ms")


if __name__ == "__main__":
    main()
