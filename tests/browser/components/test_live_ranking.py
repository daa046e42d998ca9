"""The ranking in the weight lab, by itself."""

import pytest

pytestmark = pytest.mark.browser

PEOPLE = 60


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
        "classes": [["one", "#123456"], ["two", "#654321"]],
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
    fewer = ranking(classes=[["only", "#123456"]], legend=[["only", "#123456"]], model=None)
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
