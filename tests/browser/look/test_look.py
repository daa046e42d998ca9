"""What every page must be for weak eyes, for a screen reader, and on a telephone."""

import shutil

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from data.database import Database
from tests.branch import GAO, MEMBERS, SECOND_VERSION, ZHAO, later
from workflow.intake import imports
from workflow.weighing import rounds

pytestmark = pytest.mark.browser

STREAMLITS_OWN = {
    # The side bar's list of pages holds its headings in the list itself, and its entries in a list of divs.
    ("list", "stSidebarNavItems"),
    ("listitem", "stSidebarNavItems"),
}
"""What axe finds in Streamlit's own markup: (rule, the part that it stands in). It only gets shorter."""

PEOPLE = {
    "li-hangzhang": (),
    "committee-ning": ("rounds",),
    "data-wang": (),
    "audit-lu": ("trail", "delegations"),
    "manager-enter": (),
}
"""Between them they see every page, an open round and a batch that waits for the second person among them: by
the button with which they sign in, the pages that nobody else sees so (none: all of theirs)."""

WHOLE = {"resultTypes": ["violations"]}
COLOURS = {**WHOLE, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""Nothing but the colours differs between the themes."""


@pytest.fixture
def whole_demo_file(whole_demo_file, tmp_path):
    """The invented branch with a round that is open and a batch that waits."""
    path = shutil.copy(whole_demo_file, tmp_path / "asked.duckdb")
    rows = tmp_path / "november.csv"
    rows.write_text("manager_id,period,indicator,value\nCM03,2026-11,E01,1260\n", encoding="utf-8")
    db = Database.open(path)
    rounds.open_round(GAO, db, SECOND_VERSION, "2027 年的权重", later(), MEMBERS)
    imports.import_file(ZHAO, db, "metrics", rows)
    db.close()
    return path


def arrive(chromium, server, *, width=1280, height=900):
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{server}/?lang=zh")
    # Half way from one colour to the next nothing is as it will be read.
    page.add_style_tag(content="*, *::before, *::after { transition: none !important; }")
    return page


def sign_in(page, who):
    page.locator(f".st-key-signin-{who} button").click()
    expect(page.get_by_test_id("stSidebarNavLink").first).to_be_attached(timeout=60_000)


def speak(page, lang):
    """The other language, without signing in again."""
    shut = page.get_by_test_id("stExpandSidebarButton")
    if shut.is_visible():
        shut.click()
    page.get_by_test_id("stSidebar").get_by_text({"zh": "中文", "en": "English"}[lang], exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", {"zh": "zh-CN", "en": "en"}[lang])


def settle(page):
    """The page that was asked for stands and nothing is being worked out."""
    page.wait_for_timeout(400)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=60_000)
    expect(page.get_by_test_id("stMain").get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
    page.wait_for_timeout(300)


def each_page(page, only=()):
    """Open every page of the side bar in turn, or those of the addresses `only`; gives its address."""
    links = page.get_by_test_id("stSidebarNavLink")
    for k in range(links.count()):
        if only and not links.nth(k).get_attribute("href").endswith(only):
            continue
        shut = page.get_by_test_id("stExpandSidebarButton")
        if shut.is_visible():
            shut.click()
        links.nth(k).click()
        settle(page)
        yield page.url


def serious(page, options):
    """(rule, Streamlit's part or the element, what is wrong) of every serious or critical finding."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    for fault in page.evaluate("(options) => axe.run(options)", options)["violations"]:
        if fault["impact"] in ("serious", "critical"):
            for node in fault["nodes"]:
                yield fault["id"], part(page, node["target"]) or node["html"][:160], node["failureSummary"]


def part(page, target):
    """The list of the side bar, where the element stands in it."""
    inside = "(s) => Boolean(document.querySelector(s)?.closest('[data-testid=stSidebarNavItems]'))"
    return "stSidebarNavItems" if isinstance(target[0], str) and page.evaluate(inside, target[0]) else None


def faults(page, themes):
    """(theme, rule, about, what is wrong) of the page in each of `themes`."""
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        page.wait_for_function(DARK, arg=theme == "dark")
        for rule, about, wrong in serious(page, WHOLE if theme == "light" else COLOURS):
            yield theme, rule, about, wrong
    page.emulate_media(color_scheme="light")


# The themes' colours are the same in both languages: the dark one is looked at in one of them.
THEMES = {"zh": ("light", "dark"), "en": ("light",)}


@pytest.mark.parametrize("who", PEOPLE)
def test_nothing_serious_stands_in_the_way_of_weak_eyes_or_a_screen_reader(chromium, server, who):
    found = []
    page = arrive(chromium, server)
    sign_in(page, who)
    for lang, themes in THEMES.items():
        speak(page, lang)
        for address in each_page(page, PEOPLE[who]):
            found += [(address, *fault) for fault in faults(page, themes)]
    page.context.close()
    assert [fault for fault in found if fault[2:4] not in STREAMLITS_OWN] == []
    assert {fault[2:4] for fault in found} == STREAMLITS_OWN


def test_nothing_serious_stands_in_the_way_of_signing_in(chromium, server):
    page = arrive(chromium, server)
    for lang, themes in THEMES.items():
        speak(page, lang)
        settle(page)
        assert list(faults(page, themes)) == []
    page.context.close()


def test_a_managers_pages_fit_a_telephone(chromium, server):
    page = arrive(chromium, server, width=390, height=844)
    sign_in(page, "manager-enter")
    for lang in THEMES:
        speak(page, lang)
        for address in each_page(page):
            where = (address, lang)
            main = page.get_by_test_id("stMain")
            assert page.evaluate("document.scrollingElement.scrollWidth") <= 390, where
            assert main.evaluate("(m) => m.scrollWidth <= m.clientWidth"), where
            # The side bar has closed, and what stands first is not under the bar on top.
            expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
            top = page.get_by_test_id("stHeader").bounding_box()
            first = main.locator("[data-testid=stAlert], h1").first.bounding_box()
            assert first["y"] >= top["y"] + top["height"] - 1, where
            tables = main.evaluate(TABLES)
            assert [t for t in tables if t["wide"] or t["hidden"]] == [], where
    page.context.close()


DARK = """
(dark) => {
  const ground = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor;
  return Number(/[0-9]+/.exec(ground)[0]) < 128 === dark;
}
"""
"""Whether the page's ground is as dark as asked for."""

TABLES = """
(main) => {
  const found = [];
  const look = (node) => {
    const table = node.shadowRoot?.querySelector('table');
    if (table) {
      const box = table.parentElement;
      const shown = [...table.querySelectorAll('tbody td')].filter((td) => td.offsetParent);
      const cells = shown.filter((td) => /[0-9]/.test(td.textContent));
      found.push({
        about: table.textContent.slice(0, 80),
        wide: box.scrollWidth > box.clientWidth + 1,
        hidden: cells.filter((td) => td.getBoundingClientRect().right > innerWidth).length,
      });
    }
    for (const child of node.children) look(child);
  };
  look(main);
  return found;
}
"""
"""Tables of our own that are wider than their place, or have figures beyond the edge."""
