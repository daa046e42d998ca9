"""Pictures of every page, from a fresh demo branch: ``make pictures`` lays them beside one another in
``build/pictures/index.html``; with ``readme`` the main pages are kept for the README instead."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from access.actor import Actor  # noqa: E402
from access.permissions import allowed  # noqa: E402
from benchmarks.serving import served  # noqa: E402
from benchmarks.slider import ARGUMENTS, chromium  # noqa: E402
from data.database import Database  # noqa: E402
from shell.navigation import ENTRIES  # noqa: E402
from workflow.drafting import starts  # noqa: E402
from workflow.drafting.sketches import begin  # noqa: E402
from workflow.results.scores import periods  # noqa: E402
from workflow.schemes import in_force_reference  # noqa: E402
from workflow.weighing.rounds import open_round  # noqa: E402

SHEET, README = ROOT / "build" / "pictures", ROOT / "docs" / "pictures"
LANGUAGES, THEMES = ("zh", "en"), ("light", "dark")
WIDE, LAPTOP, PHONE = 1440, 1280, 390
IN_README = ("periods", "leaderboard", "scorecard", "trends", "weight-lab", "validity", "schemes")
HIGHEST = 9000
"""Points; what is longer is cut off."""


class Eyes(NamedTuple):
    """Somebody who signs in, by which button, and the widths of screen that they use."""

    actor: Actor
    button: str
    widths: tuple[int, ...]


CHAIR = Actor("committee.gao", "committee")
PEOPLE = (
    Eyes(Actor("li.hangzhang", "president"), "signin-li-hangzhang", (WIDE, LAPTOP)),
    Eyes(CHAIR, "signin-committee-gao", (WIDE, LAPTOP)),
    Eyes(Actor("data.zhao", "data-officer"), "signin-data-zhao", (WIDE, LAPTOP)),
    Eyes(Actor("cm01", "manager", "CM01"), "signin-manager-enter", (PHONE, LAPTOP, WIDE)),
)


INSIDE = {
    CHAIR: {
        "editor-indicators": "scheme-editor?sketch=1&part=indicators",
        "editor-conditions": "scheme-editor?sketch=1&part=conditions",
        "lab-presented": "weight-lab?view=present",
    }
}
"""What no link of the side bar leads to: a name, and the address."""


def addresses(eyes: Eyes) -> list[str]:
    """The pages of the side bar, in its order."""
    return [entry.address for entry in ENTRIES if allowed(eyes.actor, entry.action, eyes.actor.manager_id)]


def pages(browser: Browser, site: str, eyes: Eyes, lang: str, theme: str) -> Iterator[tuple[str, Page]]:
    """Every page as this person sees it, settled."""
    context = browser.new_context(
        viewport={"width": LAPTOP, "height": 900}, color_scheme="dark" if theme == "dark" else "light"
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}/?lang={lang}")
    page.locator(f".st-key-{eyes.button} button").click()
    links = page.get_by_test_id("stSidebarNavLink")
    links.first.wait_for()
    for k, address in enumerate(addresses(eyes)):
        links.nth(k).click()
        settle(page)
        yield address, page
    for name, address in INSIDE.get(eyes.actor, {}).items():
        page.goto(f"{site}/{address}&lang={lang}")
        page.get_by_role("heading", level=1).wait_for()
        settle(page)
        yield name, page
    context.close()


def under_way(path: Path) -> None:
    """What a committee has on its table: weights that are asked for, a scheme that is being made."""
    db = Database.open(path)
    reference = in_force_reference(CHAIR, db, periods(CHAIR, db)[-1].period)
    assert reference is not None
    members = ("committee.gao", "committee.ning", "committee.tang")
    deadline = dt.datetime.now() + dt.timedelta(days=7)
    open_round(CHAIR, db, reference, "风险指标应占几成", deadline, members)
    begin(CHAIR, db, starts.template("points"))
    db.close()


def settle(page: Page) -> None:
    """Wait until nothing is being worked out."""
    page.wait_for_timeout(800)
    page.get_by_test_id("stStatusWidget").wait_for(state="hidden")
    page.wait_for_timeout(700)


def whole(page: Page, width: int, path: Path) -> None:
    """A picture of the whole page at a width."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(400)
    height = page.get_by_test_id("stMain").evaluate("(main) => main.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(height, 900), HIGHEST)})
    page.wait_for_timeout(500)
    page.screenshot(path=path)
    page.set_viewport_size({"width": LAPTOP, "height": 900})


def contact_sheet(browser: Browser, site: str) -> None:
    """All pictures and the page that shows them."""
    SHEET.mkdir(parents=True, exist_ok=True)
    for old in SHEET.glob("*.png"):
        old.unlink()
    rows: dict[tuple[str, str, int], list[str]] = {}
    for eyes in PEOPLE:
        for lang in LANGUAGES:
            for theme in THEMES:
                for address, page in pages(browser, site, eyes, lang, theme):
                    for width in eyes.widths:
                        name = f"{address}-{eyes.actor.role}-{lang}-{theme}-{width}.png"
                        whole(page, width, SHEET / name)
                        rows.setdefault((address, eyes.actor.role, width), []).append(name)
    body = "".join(_row(f"{a} · {role} · {width}", names) for (a, role, width), names in rows.items())
    head = "<meta charset='utf-8'><style>body{font:14px sans-serif}div{display:flex;gap:8px}img{width:100%}"
    (SHEET / "index.html").write_text(f"{head}a{{flex:1 1 0}}</style>{body}", encoding="utf-8")


def _row(title: str, names: list[str]) -> str:
    links = "".join(f"<a href='{n}'><img src='{n}' alt='{n}' loading='lazy'></a>" for n in map(escape, names))
    return f"<h2>{escape(title)}</h2><div>{links}</div>"


def readme(browser: Browser, site: str) -> None:
    """What the README shows: the main pages as the president sees them first."""
    README.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES:
        for address, page in pages(browser, site, PEOPLE[0], lang, "light"):
            if address in IN_README:
                page.screenshot(path=README / f"{address}-{lang}.png")


def main() -> None:
    """Serve a fresh demo and take the pictures."""
    take = readme if sys.argv[1:] == ["readme"] else contact_sheet
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "demo.duckdb"
        subprocess.run(
            [sys.executable, "manage.py", "--db", str(database), "init", "--demo"], cwd=ROOT, check=True
        )
        under_way(database)
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        with served("app.py", database) as site:
            take(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
