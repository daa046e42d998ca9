"""Components by themselves, in a page without Streamlit: what a demo branch does not bring about."""

import random

import pytest

from ui import components
from words import format as fmt

pytestmark = pytest.mark.browser

# A component as Streamlit draws it: a module from a text, in a shadow root. `draw` gives back its cleanup.
STAGE = """
async ([script, css]) => {
  const module = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const shadow = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = css;
  const root = document.createElement("div");
  root.className = "root";
  shadow.append(style, root);
  window.sent = [];
  const send = (name, value) => window.sent.push([name, value]);
  const given = { name: "", key: "", parentElement: shadow, setStateValue: send, setTriggerValue: send };
  window.root = root;
  window.draw = (data) => module.default({ ...given, data });
  window.weights = (weights) => {
    const detail = { revision: "r", weights };
    window.dispatchEvent(new CustomEvent("steelyard-weights", { detail }));
  };
  window.nextFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""
PEOPLE = 60


@pytest.fixture
def stage(chromium):
    """A function that puts one component on an empty page; a script that fails there fails the test."""
    tab = chromium.new_page(viewport={"width": 900, "height": 700})
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))

    def put(name):
        css = (components.FOLDER / name / "style.css").read_text(encoding="utf-8")
        tab.evaluate(STAGE, [components.script(f"{name}/index.js"), css])
        return tab

    yield put
    tab.close()
    assert wrong == []


def ranking(**changed):
    """Two indicators in two classes; the higher somebody is in one, the lower in the other."""
    scores = [[100.0 - i, float(i)] for i in range(PEOPLE)]
    words = ("everybody", "team", "sort", "pin_", "pin", "rank", "move", "name", "before", "after", "change")
    return {
        "people": [
            {"id": f"P{i}", "name": f"P{i}", "team": "T", "before": 100.0 - i, "rank": i + 1, "grade": "B"}
            for i in range(PEOPLE)
        ],
        "official": {
            "totals": [row[0] for row in scores],
            "ranks": [i + 1 for i in range(PEOPLE)],
            "parts": [[row[0], 0.0] for row in scores],
        },
        "model": {
            "scores": scores,
            "there": [[True, True]] * PEOPLE,
            "gaps": [False] * PEOPLE,
            "held": [True, True],
            "groups": [0, 1],
            "classes": 2,
            "inClass": True,
            "offsets": [0.0] * PEOPLE,
            "ceilings": [120.0] * PEOPLE,
            "ranked": [True] * PEOPLE,
            "decimals": 2,
        },
        "codes": ["A", "B"],
        "revision": "r",
        "only": False,
        "scale": 110.0,
        "legend": [["one", "#123456"], ["two", "#654321"]],
        "teams": [["T", "T"]],
        "words": {name: name for name in (*words, "grade", "parts")} | {"moved": "{n} moved"},
        "label": "all",
    } | changed


def in_sight(tab):
    """The people whose row lies in the window of the list, from top to bottom."""
    return tab.evaluate(
        """() => {
          const box = root.querySelector(".scroll").getBoundingClientRect();
          return [...root.querySelectorAll(".body .row")]
            .map((row) => [row.getBoundingClientRect(), row])
            .filter(([, row]) => row.style.visibility !== "hidden")
            .filter(([at]) => at.bottom > box.top && at.top < box.bottom)
            .sort(([a], [b]) => a.top - b.top)
            .map(([, row]) => row.querySelector(".name").textContent);
        }"""
    )


def dragged(tab, weights):
    tab.evaluate("async (w) => { weights(w); await nextFrames(); }", weights)
    tab.wait_for_timeout(250)


def test_rows_that_were_out_of_sight_lie_where_they_belong_when_they_come_back(stage):
    tab = stage("live_ranking")
    tab.evaluate("(data) => { draw(data); }", ranking())
    assert in_sight(tab)[:3] == ["P0", "P1", "P2"]
    scroll = "(top) => { root.querySelector('.scroll').scrollTop = top; return nextFrames(); }"
    tab.evaluate(scroll, 1_000)
    dragged(tab, {"A": 0.0, "B": 100.0})
    tab.evaluate(scroll, 0)
    tab.wait_for_timeout(250)
    assert in_sight(tab)[:3] == ["P59", "P58", "P57"]
    tab.evaluate(scroll, 100_000)
    tab.wait_for_timeout(250)
    assert in_sight(tab)[-3:] == ["P2", "P1", "P0"]


def test_a_drawing_that_was_overtaken_does_not_make_the_next_one_deaf(stage):
    tab = stage("live_ranking")
    tab.evaluate("(data) => { const first = draw(data); window.stop = draw(data); first(); }", ranking())
    dragged(tab, {"A": 0.0, "B": 100.0})
    assert in_sight(tab)[0] == "P59"
    tab.evaluate("() => stop()")
    dragged(tab, {"A": 100.0, "B": 0.0})
    assert in_sight(tab)[0] == "P59"


def test_official_figures_are_not_painted_over_by_a_preview_asked_for_before(stage):
    tab = stage("live_ranking")
    tab.evaluate("(data) => { draw(data); }", ranking())
    late = "async (data) => { weights({ A: 0, B: 100 }); draw(data); await nextFrames(); }"
    tab.evaluate(late, ranking())
    tab.wait_for_timeout(250)
    assert in_sight(tab)[0] == "P0"


def test_bars_are_those_of_the_classes_given_last(stage):
    tab = stage("live_ranking")
    tab.evaluate("(data) => { draw(data); }", ranking())
    fewer = ranking(legend=[["only", "#123456"]], model=None)
    fewer["official"]["parts"] = [[55.0]] * PEOPLE
    tab.evaluate("(data) => { draw(data); }", fewer)
    bars = "() => [...root.querySelector('.body .parts').children].map((bar) => [bar.title, bar.style.width])"
    assert tab.evaluate(bars) == [["only 55.00", "50%"]]


def test_a_preview_is_of_the_panel_s_own_revision_only(stage):
    tab = stage("live_ranking")
    tab.evaluate("(data) => { draw(data); }", ranking(revision="another"))
    dragged(tab, {"A": 0.0, "B": 100.0})
    assert in_sight(tab)[0] == "P0"


def panel(start):
    items = [
        {"code": code, "label": code, "weight": 50.0, "start": start, "band": [10.0, 20.0]} for code in "AB"
    ]
    labels = {name: name for name in ("title", "weight", "total", "same", "lock", "band")}
    group = {"label": "G", "colour": "#123456", "items": items[:1]}
    return {"groups": [group, {**group, "items": items[1:]}], "revision": "r", "labels": labels, "locked": []}


def test_a_class_is_set_against_the_start_given_last(stage):
    tab = stage("weight_panel")
    changes = "() => [...root.querySelectorAll('.change')].map((node) => node.textContent)"
    tab.evaluate("(data) => { draw(data); }", panel(50.0))
    assert tab.evaluate(changes) == ["same", "same"]
    tab.evaluate("(data) => { draw(data); }", panel(40.0))
    assert tab.evaluate(changes) == ["+10.0", "+10.0"]


def test_a_weight_that_moves_is_told_at_once_and_sent_when_let_go(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", panel(50.0))
    tab.evaluate("() => addEventListener('steelyard-weights', (e) => { window.heard = e.detail; })")
    move = "(type) => { const n = root.querySelector('[data-code=A]'); n.value = 30;"
    move += " n.dispatchEvent(new Event(type)); }"
    tab.evaluate(move, "input")
    assert tab.evaluate("() => heard") == {"revision": "r", "weights": {"A": 30, "B": 70}}
    assert tab.evaluate("() => sent") == []
    tab.evaluate(move, "change")
    tab.evaluate(move, "change")
    (first, one), (second, two) = tab.evaluate("() => sent")
    assert first == second == "moved"
    assert one["move"] != two["move"]
    del one["move"]
    weights = {"A": 30, "B": 70}
    assert one == {"changed": "A", "weight": 30, "weights": weights, "locked": [], "revision": "r"}


def table(tab, columns, rows, **more):
    data = {"columns": columns, "rows": rows, "label": "all", "legend": [], "selectable": False} | more
    tab.evaluate("(data) => { draw(data); }", data)


def column_of(tab, place):
    return tab.evaluate(
        "(k) => [...root.querySelectorAll('tbody tr')].map((row) => row.children[k].textContent)", place
    )


def test_figures_and_arrows_of_a_table_read_as_those_of_texts(stage):
    rng = random.Random(2026)
    values = [rng.choice([1, 1e-3, 1e6]) * rng.uniform(-3, 3) for _ in range(400)] + [0.0, 5.0, -1234567.0]
    values += [291.625, -291.625, 0.0625, 2.5, -1.5]  # exactly halfway between two figures
    tab = stage("statement_table")
    columns = [
        {"id": f"{kind}{d}", "label": "", "type": kind, "decimals": d}
        for kind in ("number", "delta")
        for d in (0, 2, 3)
    ]
    rows = [{"id": str(k), "cells": {c["id"]: v for c in columns}} for k, v in enumerate(values)]
    table(tab, columns, rows)
    for place, column in enumerate(columns):
        read = fmt.number if column["type"] == "number" else fmt.signed
        assert column_of(tab, place) == [read(v, column["decimals"]) for v in values]


SORTED = [
    # What the cells of a type hold in the rows a, b and c, and the rows after one click and after two.
    ("rank", [2, 10, 1], "cab", "bac"),
    ("text", ["张", "李", "王"], "bca", "acb"),
    ("number", [2.0, 10.0, 1.0], "bac", "cab"),
    ("delta", [-2.0, 10.0, 1.0], "bca", "acb"),
    ("stack", [[["x", "red", 5], ["y", "red", 1]], [["x", "red", 2]], [["x", "red", 9]]], "cab", "bac"),
    ("spark", [[9, 1], [1, 2], [5, None, 3]], "cba", "abc"),
    ("band", [[0, 9, 5], [1, 2, 2], [0, 9, 7]], "cab", "bac"),
    ("heat", [90.0, 80.0, 100.0], "cab", "bac"),
]


@pytest.mark.parametrize(("kind", "values", "once", "twice"), SORTED, ids=[row[0] for row in SORTED])
def test_a_table_is_sorted_by_its_heading_with_what_is_missing_last(stage, kind, values, once, twice):
    tab = stage("statement_table")
    columns = [
        {"id": "id", "label": "id", "type": "text"},
        {"id": "it", "label": "it", "type": kind, "middle": 90, "reach": 10, "max": 10},
    ]
    cells = [("x", None), *zip("abc", values, strict=True)]
    table(tab, columns, [{"id": name, "cells": {"id": name, "it": value}} for name, value in cells])
    assert column_of(tab, 0) == ["x", "a", "b", "c"]
    tab.locator("th").nth(1).click()
    assert column_of(tab, 0) == [*once, "x"]
    tab.locator("th").nth(1).press("Enter")
    assert column_of(tab, 0) == [*twice, "x"]
    # A new drawing, as after any click elsewhere on the page, keeps the order.
    table(tab, columns, [{"id": name, "cells": {"id": name, "it": value}} for name, value in cells])
    assert column_of(tab, 0) == [*twice, "x"]


def test_a_row_is_opened_by_a_click_and_by_enter_and_a_dash_says_why(stage):
    tab = stage("statement_table")
    columns = [{"id": "it", "label": "it", "type": "text"}]
    rows = [{"id": name, "cells": {"it": None}, "why": "<b>on leave</b>"} for name in "ab"]
    table(tab, columns, rows, selectable=True)
    tab.locator("tbody tr").nth(0).click()
    tab.locator("tbody tr").nth(1).press("Enter")
    assert tab.evaluate("() => sent") == [["opened", "a"], ["opened", "b"]]
    assert column_of(tab, 0) == ["–", "–"]
    assert tab.locator(".dash").nth(0).get_attribute("title") == "<b>on leave</b>"


def test_a_solid_bar_is_as_long_as_its_total_and_says_what_was_taken(stage):
    tab = stage("statement_table")
    full = 125.0
    columns = [{"id": "name", "label": "name", "type": "text"}]
    columns.append({"id": "it", "label": "it", "type": "stack", "max": full})
    bars = {
        "capped": [["x", "red", 70.0], ["y", "blue", 52.71], ["cap", "grey", -2.71]],
        "whole": [["x", "red", 60.0], ["y", "blue", 50.0]],
        "vetoed": [["x", "red", 86.39], ["taken off", "red", -2.0], ["veto", "red", -25.39, "VETO"]],
    }
    table(tab, columns, [{"id": name, "cells": {"name": name, "it": bar}} for name, bar in bars.items()])
    widths = "(nodes) => nodes.map((node) => node.getBoundingClientRect().width)"
    solid, unit = {}, tab.locator(".stack").first.bounding_box()["width"] / full
    for row, (name, bar) in enumerate(bars.items()):
        drawn = tab.locator(".stack").nth(row)
        all_of_it = sum(drawn.locator("span:not(.taken)").evaluate_all(widths))
        solid[name] = all_of_it - sum(drawn.locator(".taken").evaluate_all(widths))
        assert solid[name] / unit == pytest.approx(sum(piece[2] for piece in bar), abs=0.2)
        assert drawn.locator(".veto").count() == (name == "vetoed")
    assert solid["capped"] > solid["whole"] > solid["vetoed"]
    label = tab.locator(".stack").nth(2).get_attribute("aria-label")
    assert label == "x 86.39, taken off −2.00, veto −25.39, VETO"


OPENED = "() => [...root.querySelectorAll('tr.detail')].map((line) => line.innerText)"


def test_a_row_opens_in_its_place_is_marked_and_stays_when_sorted(stage):
    tab = stage("statement_table")
    columns = [{"id": "it", "label": "it", "type": "text"}]
    rows = [
        {"id": name, "cells": {"it": shown}, "sort": {"it": key}, "detail": [["how", f"about {name}", "1"]]}
        for name, shown, key in (("a", "1,176 x", 1176), ("b", "20 x", 20), ("c", "9 x", None))
    ]
    table(tab, columns, rows)
    tab.locator("tbody tr").nth(1).click()
    assert "about b" in tab.evaluate(OPENED)[0]
    assert tab.locator("tr[aria-expanded='true']").inner_text() == "20 x"
    # By value, not by text; what has none is last. The opened row stays open, also when drawn again.
    tab.locator("th").first.click()
    table(tab, columns, rows)
    shown = [text for text in column_of(tab, 0) if text.endswith(" x")]
    assert shown == ["20 x", "1,176 x", "9 x"] and "about b" in tab.evaluate(OPENED)[0]
    tab.locator("tr[aria-expanded='true']").press("Enter")
    assert tab.evaluate(OPENED) == [] and tab.evaluate("() => sent") == []


def test_what_is_typed_into_names_never_becomes_html(stage):
    tab = stage("statement_table")
    bad = "<img src=x onerror=alert(1)>"
    columns = [{"id": "it", "label": bad, "type": kind} for kind in ("text", "strong", "muted", "grade")]
    row = {"id": "a", "cells": {"it": bad}, "why": bad}
    table(tab, columns, [row], label=bad, legend=[[bad, "red"]])
    assert tab.locator("img").count() == 0
    assert column_of(tab, 0) == [bad]


def test_a_slope_says_how_far_somebody_rose_or_fell(stage):
    tab = stage("slope_chart")
    rows = [
        {"name": "李", "before": 9, "after": 2},
        {"name": "王", "before": 1, "after": 5},
        {"name": "张", "before": 3, "after": 3},
    ]
    tab.evaluate("(data) => { draw(data); }", {"rows": rows, "label": "who"})
    read = "() => [...root.querySelectorAll('text')].map((node) => node.textContent)"
    assert tab.evaluate(read) == ["李 9", "2 李 ▲7", "王 1", "5 王 ▼4", "张 3", "3 张"]
    ways = "() => [...root.querySelectorAll('line')].map((node) => node.getAttribute('class'))"
    assert tab.evaluate(ways) == ["up", "down", "still"]
    assert tab.get_by_role("img", name="who").count() == 1
