"""The panel of weights, by itself."""

import pytest

pytestmark = pytest.mark.browser

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
    return {
        "groups": groups,
        "revision": revision,
        "labels": labels,
        "locked": list(locked),
        "heard": {},
    }


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


def opened_again(stage, data):
    """The panel as it comes when its page is opened again."""
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", data)
    return tab


def test_what_a_page_that_was_left_swallowed_is_sent_again(stage):
    tab = stage("weight_panel")
    tab.evaluate("(data) => { draw(data); }", panel(50.0))
    typed(tab, "A weight", "30")
    (moved,) = sent(tab, "moved")
    tab.get_by_role("checkbox", name="lock B").check()
    (locked,) = sent(tab, "locked")
    tab = opened_again(stage, panel(50.0))
    assert sent(tab, "moved") == [moved]
    assert sent(tab, "locked") == [locked]
    assert field(tab, "A weight").input_value() == "30.0"
    assert tab.get_by_role("checkbox", name="lock B").is_checked()
    # One of the two arrived.
    tab = opened_again(stage, panel(50.0) | {"heard": {"moved": moved["move"]}})
    assert sent(tab, "moved") == []
    assert sent(tab, "locked") == [locked]
    # A panel of another revision is about something else.
    tab = opened_again(stage, panel(50.0, revision="s"))
    assert tab.evaluate("() => sent") == []
    both = {"moved": moved["move"], "locked": locked["move"]}
    tab = opened_again(stage, panel(50.0) | {"heard": both})
    assert tab.evaluate("() => sent") == []
