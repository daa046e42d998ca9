"""What every page must be for weak eyes, for a screen reader, and on a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

STREAMLITS_OWN = {
    # The side bar's list of pages holds its headings in the list itself, and its entries in a list of divs.
    ("list", "stSidebarNavItems"),
    ("listitem", "stSidebarNavItems"),
}
"""What axe finds in Streamlit's own markup: (rule, the part that it stands in). It only gets shorter."""

PEOPLE = ("li-hangzhang", "data-zhao", "manager-enter")
"""Between them they see every page; by the button with which they sign in."""

WHOLE = {"resultTypes": ["violations"]}
COLOURS = {**WHOLE, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""Nothing but the colours differs between the themes."""


def sign_in(chromium, server, who, lang, *, width=1280, height=900):
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{server}/?lang={lang}")
    page.locator(f".st-key-signin-{who} button").click()
    expect(page.get_by_test_id("stSidebarNavLink").first).to_be_attached(timeout=60_000)
    return page


def settle(page):
    """The page that was asked for stands and nothing is being worked out."""
    page.wait_for_timeout(400)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=60_000)
    expect(page.get_by_test_id("stMain").get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
    page.wait_for_timeout(300)


def each_page(page):
    """Open every page of the side bar in turn; gives its address."""
    links = page.get_by_test_id("stSidebarNavLink")
    for k in range(links.count()):
        shut = page.get_by_test_id("stExpandSidebarButton")
        if shut.is_visible():
            shut.click()
        links.nth(k).click()
        settle(page)
        yield page.url


def serious(page, options):
    """(rule, Streamlit's part or the element, what is wrong) of every serious or critical finding."""
    for fault in Axe().run(page, options=options).response["violations"]:
        if fault["impact"] in ("serious", "critical"):
            for node in fault["nodes"]:
                yield fault["id"], part(page, node["target"]) or node["html"][:160], node["failureSummary"]


def part(page, target):
    """The list of the side bar, where the element stands in it."""
    inside = "(s) => Boolean(document.querySelector(s)?.closest('[data-testid=stSidebarNavItems]'))"
    return "stSidebarNavItems" if isinstance(target[0], str) and page.evaluate(inside, target[0]) else None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_serious_stands_in_the_way_of_weak_eyes_or_a_screen_reader(chromium, server, lang):
    ours, own = [], set()
    for who in PEOPLE:
        page = sign_in(chromium, server, who, lang)
        for address in each_page(page):
            for theme, options in (("light", WHOLE), ("dark", COLOURS)):
                page.emulate_media(color_scheme=theme)
                page.wait_for_timeout(250)
                assert page.evaluate(DARK) == (theme == "dark")
                for rule, about, wrong in serious(page, options):
                    if (rule, about) in STREAMLITS_OWN:
                        own.add((rule, about))
                    else:
                        ours.append((who, address, theme, rule, about, wrong))
            page.emulate_media(color_scheme="light")
        page.context.close()
    assert ours == []
    assert own == STREAMLITS_OWN


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_managers_pages_fit_a_telephone(chromium, server, lang):
    page = sign_in(chromium, server, "manager-enter", lang, width=390, height=844)
    for look in range(2):
        for address in each_page(page):
            where = (address, look)
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
() => {
  const ground = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor;
  return Number(/[0-9]+/.exec(ground)[0]) < 128;
}
"""
"""Whether the page's ground is dark."""

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
