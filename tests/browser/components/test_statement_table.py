"""Tables, by themselves."""

import random

import pytest

from words import format as fmt

pytestmark = pytest.mark.browser


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
