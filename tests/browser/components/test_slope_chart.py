"""The slope chart, by itself."""

import pytest

pytestmark = pytest.mark.browser


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
