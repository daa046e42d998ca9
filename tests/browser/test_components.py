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
            "blocked": [False] * PEOPLE,
            "covered": None,
            "decimals": 2,
        },
        "codes": ["A", "B"],
        "revision": "r",
        "only": False,
        "hidden": False,
        "scale": 110.0,
        "legend": [["one", "#123456"], ["two", "#654321"]],
        "teams": [["T", "T"]],
        "words": {name: name for name in (*words, "grade", "parts", "none", "waits")}
        | {"moved": "{n} moved", "lost": "{n} lost", "gained": "{n} gained"},
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


def test_who_loses_the_total_under_the_hand_is_counted_and_stays_in_sight(stage):
    tab = stage("live_ranking")
    data = ranking(teams=[["T", "T"], ["U", "U"]])
    data["people"][1]["team"] = "U"
    # The second one lacks A: under more than half of the weight on A too little of it has data.
    data["model"]["there"] = [[True, True], [False, True], *[[True, True]] * (PEOPLE - 2)]
    data["model"]["gaps"] = [False, True, *[False] * (PEOPLE - 2)]
    available = data["model"]["there"]
    data["model"]["covered"] = {"due": [[True, True]] * PEOPLE, "available": available, "least": 0.5}
    tab.evaluate("(data) => { draw(data); }", data)
    status = tab.locator(".status")
    dragged(tab, {"A": 40.0, "B": 60.0})
    assert "lost" not in status.inner_text()
    dragged(tab, {"A": 60.0, "B": 40.0})
    assert status.inner_text().endswith("· 1 lost")
    assert "P1" in in_sight(tab)[:3]
    row = tab.locator(".body .row", has=tab.locator(".name", has_text="P1")).filter(has_text="none")
    assert row.locator(".after").inner_text() == "none"
    # Of a team only its own are counted.
    tab.locator("select").first.select_option("T")
    assert "lost" not in status.inner_text()


def test_a_ranking_that_cannot_follow_the_hand_says_that_it_waits(stage):
    tab = stage("live_ranking")
    tab.evaluate("(data) => { draw(data); }", ranking(model=None))
    tab.evaluate("async (w) => { weights(w); await nextFrames(); }", {"A": 0.0, "B": 100.0})
    assert tab.locator(".status").inner_text() == "waits"
    tab.evaluate("(data) => { draw(data); }", ranking(model=None))
    assert tab.locator(".status").inner_text() == "0 moved"


def test_with_hidden_names_nothing_that_a_leaderboard_also_tells_is_shown(stage):
    tab = stage("live_ranking")
    data = ranking(hidden=True)
    for k, person in enumerate(data["people"]):
        person["name"] = f"#{(7 * k) % PEOPLE:02d}"
    tab.evaluate("(data) => { draw(data); }", data)
    row = tab.locator(".body .row").first
    for cell in ("rank", "before", "after", "parts"):
        assert row.locator(f".{cell}").is_hidden(), cell
    # Nobody has moved: in the order of the codes, which is not that of the places.
    assert in_sight(tab)[:3] == ["#00", "#01", "#02"]
    assert tab.locator("select").nth(1).locator("option").all_inner_texts() == ["change", "move"]


WORDS = ("title", "weight", "total", "same", "lock", "no_number", "nothing_free", "whole")


def panel(start, locked=(), revision="r", lacking=""):
    band = None if lacking else [10.0, 20.0]
    items = [
        {"code": code, "label": code, "weight": 50.0, "start": start, "band": band, "lacking": lacking}
        for code in "AB"
    ]
    labels = {name: name for name in WORDS}
    labels |= {"outside": "{low} to {high}", "held": "{name} held", "band": "{low}–{high}"}
    group = {"label": "G", "colour": "#123456", "items": items[:1]}
    groups = [group, {**group, "label": "H", "items": items[1:]}]
    return {"groups": groups, "revision": revision, "labels": labels, "locked": list(locked)}


def wide_panel(locked=()):
    """Two classes of two indicators."""
    data = panel(25.0, locked)
    for group, codes in zip(data["groups"], ("AB", "CD"), strict=True):
        item = group["items"][0]
        group["items"] = [{**item, "code": c, "label": c, "weight": 25.0} for c in codes]
    return data


def field(tab, label):
    return tab.get_by_role("spinbutton", name=label)


def typed(tab, label, text):
    field(tab, label).click()
    field(tab, label).press("Control+A")
    tab.keyboard.type(text)
    tab.keyboard.press("Enter")


def sent(tab, name):
    return [value for kind, value in tab.evaluate("() => sent") if kind == name]


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
    move = "([type, to]) => { const n = root.querySelector('[data-code=A]'); n.value = to;"
    move += " n.dispatchEvent(new Event(type)); }"
    tab.evaluate(move, ["input", 30])
    assert tab.evaluate("() => heard") == {"revision": "r", "weights": {"A": 30, "B": 70}}
    assert tab.evaluate("() => sent") == []
    tab.evaluate(move, ["change", 30])
    tab.evaluate(move, ["input", 20])
    tab.evaluate(move, ["change", 20])
    one, two = sent(tab, "moved")
    assert one["move"] != two["move"]
    del one["move"], one["gesture"]
    weights = {"A": 30, "B": 70}
    held = {"fixed": [], "locked": []}
    assert one == {"changed": ["A"], "points": 30, "weights": weights, "revision": "r"} | held


def test_a_hand_that_comes_back_to_where_it_was_sends_nothing(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", panel(50.0))
    slider = tab.get_by_role("slider", name="A")
    slider.evaluate(
        "(n) => { for (const v of [30, 50]) { n.value = v; n.dispatchEvent(new Event('input')); } }"
    )
    slider.evaluate("(n) => n.dispatchEvent(new Event('change'))")
    assert tab.evaluate("() => sent") == []


def test_the_keys_on_one_slider_are_one_gesture_until_it_is_left(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", wide_panel())
    tab.get_by_role("slider", name="A").focus()
    for _ in range(3):
        tab.keyboard.press("ArrowRight")
    tab.get_by_role("slider", name="C").focus()
    tab.keyboard.press("ArrowRight")
    gestures = [one["gesture"] for one in sent(tab, "moved")]
    assert len(gestures) == 4 and len(set(gestures[:3])) == 1 and gestures[3] != gestures[2]


def test_what_is_typed_holds_while_others_are_typed(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", wide_panel())
    typed(tab, "A weight", "40")
    assert tab.locator(".said").inner_text() == "A held"
    typed(tab, "C weight", "10")
    last = sent(tab, "moved")[-1]
    assert last["weights"] == pytest.approx({"A": 40, "B": 25, "C": 10, "D": 25})
    assert last["locked"] == ["A", "C"] and last["fixed"] == ["A"]
    # Typed again, although it is locked.
    typed(tab, "A weight", "30")
    last = sent(tab, "moved")[-1]
    assert last["weights"] == pytest.approx({"A": 30, "B": 30, "C": 10, "D": 30})
    # One click frees it.
    tab.get_by_role("checkbox", name="lock A").uncheck()
    assert sent(tab, "locked")[-1]["codes"] == ["C"]


@pytest.mark.parametrize(
    ("locked", "text", "said"),
    [
        ((), "250", "0.0 to 100.0"),
        ((), "-5", "0.0 to 100.0"),
        ((), "", "no_number"),
        (("C", "D"), "60", "0.0 to 50.0"),
        (("B", "C", "D"), "30", "nothing_free"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_the_reason_and_is_no_step(stage, locked, text, said):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", wide_panel(locked))
    field(tab, "A weight").click()
    field(tab, "A weight").press("Control+A")
    if text:
        tab.keyboard.type(text)
    else:
        tab.keyboard.press("Delete")
    tab.keyboard.press("Enter")
    assert tab.locator(".said").inner_text() == said
    assert tab.evaluate("() => sent") == []
    tab.get_by_role("slider", name="B").focus()
    assert field(tab, "A weight").input_value() == "25.0"


def test_a_class_moves_as_a_whole_in_proportion_inside(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", wide_panel(["B"]))
    slider = tab.locator('[data-class="G"]')
    slider.evaluate("(n) => { n.value = 65; n.dispatchEvent(new Event('input')); }")
    slider.evaluate("(n) => n.dispatchEvent(new Event('change'))")
    (moved,) = sent(tab, "moved")
    assert moved["weights"] == {"A": 40, "B": 25, "C": 17.5, "D": 17.5}
    assert (moved["changed"], moved["points"], moved["fixed"]) == (["A", "B"], 65, ["B"])


def test_a_range_is_read_out_and_greyed_with_the_reason_where_there_is_none(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", panel(50.0))
    slider = tab.get_by_role("slider", name="A")
    assert slider.get_attribute("aria-description") == "10.0–20.0"
    slider.focus()
    assert tab.locator(".said").inner_text() == "10.0–20.0"
    tab.evaluate("(data) => { draw(data); }", panel(50.0, lacking="it is locked"))
    assert slider.get_attribute("aria-description") == "it is locked"
    ways = slider.evaluate("(n) => [n.classList.contains('banded'), n.classList.contains('unbanded')]")
    assert ways == [False, True]


def test_a_new_revision_brings_its_locks(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", panel(50.0, ["A"]))
    assert tab.get_by_role("checkbox", name="lock A").is_checked()
    tab.evaluate("(data) => { draw(data); }", panel(50.0, ["B"], revision="next"))
    assert not tab.get_by_role("checkbox", name="lock A").is_checked()
    assert tab.get_by_role("checkbox", name="lock B").is_checked()


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
    # Opening asks nobody; the order is told, so that a file is made as the screen shows it.
    assert tab.evaluate(OPENED) == [] and tab.evaluate("() => sent") == [["order", ["b", "a", "c"]]]


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
        {"name": "李", "places": [9, 2]},
        {"name": "王", "places": [1, 5]},
        {"name": "张", "places": [3, 3]},
    ]
    tab.evaluate("(data) => { draw(data); }", {"rows": rows, "heads": ["v2", "A"], "label": "who"})
    read = "() => [...root.querySelectorAll('text')].map((node) => node.textContent)"
    assert tab.evaluate(read) == ["v2", "A", "李 9", "2 李 ▲7", "王 1", "5 王 ▼4", "张 3", "3 张"]
    ways = "() => [...root.querySelectorAll('line')].map((node) => node.getAttribute('class'))"
    assert tab.evaluate(ways) == ["up", "down", "still"]
    assert tab.get_by_role("img", name="who").count() == 1


def test_a_slope_of_three_columns_tells_each_step_and_who_is_without_a_place(stage):
    tab = stage("slope_chart")
    rows = [{"name": "李", "places": [1, 3, 2]}, {"name": "王", "places": [2, None, 1]}]
    tab.evaluate("(data) => { draw(data); }", {"rows": rows, "heads": ["v2", "A", "B"], "label": "who"})
    read = "() => [...root.querySelectorAll('text')].map((node) => node.textContent)"
    assert tab.evaluate(read)[3:] == ["李 1", "3 李 ▼2", "2 李 ▲1", "王 2", "– 王", "1 王"]
