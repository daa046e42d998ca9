"""Components by themselves, in a page without Streamlit: what a demo branch does not bring about."""

import pytest

from ui import components

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
