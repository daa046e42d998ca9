"""Whoever does not see a chart is told what it shows, and finds its figures in a table."""

import math
import re

import pytest

from tests.branch import PRESIDENT
from tests.places import ROOT
from ui import charts

PAGES = {"leaderboard": {"view": "spread"}, "trends": {}}
DRAWN = {"leaderboard": {"distribution"}, "trends": {"total", "values", "scores"}}


def test_charts_are_drawn_in_one_place_only():
    """Where a label and a table are asked for."""
    call = re.compile(r"\.(plotly|altair|vega_lite|line|bar|area|scatter|graphviz)_chart\(|\.pyplot\(")
    rooms = [p for room in ("pages", "views", "shell", "ui") for p in (ROOT / room).rglob("*.py")]
    found = {p.relative_to(ROOT).as_posix() for p in rooms if call.search(p.read_text(encoding="utf-8"))}
    assert found == {"ui/charts.py"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_every_chart_has_a_label_and_a_table_with_its_figures(visit, tables, address, lang):
    app = visit(PRESIDENT, address, lang, **PAGES[address])
    found = {node.key: node.proto.alt for node in app.get("plotly_chart")}
    assert set(found) == DRAWN[address]
    assert all(found.values()) and len(set(found.values())) == len(found)
    assert bool(re.search("[\u4e00-\u9fff]", "".join(found.values()))) == (lang == "zh")
    for key in found:
        columns, rows = tables[f"behind-{key}"]
        assert len(columns) >= 2 and rows, key


def test_people_are_counted_in_steps_of_five_points():
    found = charts.bins([90.0, 94.99, 95.0, 79.2, math.nan])
    assert [(one.name, one.people) for one in found] == [
        *(("75–80", 1), ("80–85", 0), ("85–90", 0), ("90–95", 2), ("95–100", 1)),
    ]
    assert sum(one.people for one in found) == 4
