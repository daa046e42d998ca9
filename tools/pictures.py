"""Pictures of the main pages for the README, from the demo branch: ``make pictures``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from access.actor import Actor  # noqa: E402
from access.permissions import allowed  # noqa: E402
from benchmarks.slider import ARGUMENTS, chromium, served  # noqa: E402
from shell.navigation import ENTRIES  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
PRESIDENT = Actor("li.hangzhang", "president")
ADDRESSES = [entry.address for entry in ENTRIES if allowed(PRESIDENT, entry.action)]
PAGES = ("periods", "leaderboard", "scorecard", "trends", "weight-lab", "validity", "schemes")


def main() -> None:
    """Start the demo, go through the pages in both languages, and keep a picture of each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "demo.duckdb"
        subprocess.run(
            [sys.executable, "manage.py", "--db", str(database), "init", "--demo"], cwd=ROOT, check=True
        )
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        with served("app.py", database) as address:
            for lang in ("zh", "en"):
                page = browser.new_page(viewport={"width": 1280, "height": 860})
                page.goto(address)
                page.get_by_role("button", name="李行长", exact=True).click()
                page.wait_for_timeout(3000)
                page.get_by_text({"zh": "中文", "en": "English"}[lang], exact=True).click()
                for name in PAGES:
                    page.get_by_test_id("stSidebarNavLink").nth(ADDRESSES.index(name)).click()
                    page.wait_for_timeout(3500)
                    page.screenshot(path=FOLDER / f"{name}-{lang}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
