"""Points of a thousand, sections with caps, sections that multiply, and lists of weights for positions."""

import numpy as np
import pytest

from scoring import MeasurementError, Measurements, Scheme, SchemeError, compare, score
from tests.scoring.scheme_files import ATTAINED, HEAD, POSTS, PROFILES, indicator, profiled
from words.text import text_for


def scored(text, values, **more):
    scheme = Scheme.from_toml(HEAD + text)
    people = [f"P{i}" for i in range(len(values))]
    return score(scheme, Measurements(people, scheme.codes, values, **more))


def test_a_total_runs_on_the_scale_of_the_points():
    text = "points = 1000\n" + '[[grade]]\nname = "A"\nfrom = 800\n[[grade]]\nname = "D"\nfrom = 0\n'
    sheet = scored(text + indicator("A", 600) + indicator("B", 400), [[90, 75], [70, 50]], additions=[4, 0])
    assert sheet.contributions.tolist() == [[540, 300], [420, 200]]
    assert sheet.totals.tolist() == [844, 620] and sheet.grades.tolist() == ["A", "D"]
    assert sheet.scheme.cap == 1200
    moved = sheet.with_weights({"A": 500, "B": 500})
    assert moved.totals.tolist() == [829, 600]
    with pytest.raises(SchemeError):
        sheet.with_weights({"A": 60, "B": 40})


def test_a_gap_gives_its_points_to_the_rest_on_that_scale_too():
    sheet = scored("points = 1000\n" + indicator("A", 600) + indicator("B", 400), [[90, np.nan], [70, 50]])
    assert sheet.totals[0] == 900 and sheet.effective_weights[0].tolist() == [1000, 0]


def test_a_geometric_mean_lies_between_the_scores_on_that_scale():
    text = 'points = 1000\naggregation = "geometric"\n'
    sheet = scored(text + indicator("A", 500) + indicator("B", 500), [[100, 25]])
    assert sheet.totals.tolist() == [500]


SECTIONS = """
[[section]]
code = "BIZ"
name = { zh = "业务", en = "Business" }
cap = 50
[[section]]
code = "RISK"
name = "Risk"
scorer = "风险部"
"""


def test_a_section_adds_up_to_its_cap():
    rule = '{ type = "piecewise", points = [[0, 0], [150, 150]] }'
    parts = indicator("A", 40, 'section = "BIZ"', rule) + indicator("B", 30, 'section = "RISK"')
    sheet = scored(SECTIONS + parts + indicator("C", 30), [[150, 80, 50], [100, 80, 50]])
    # 60 points of business are cut to 50; 24 of risk; 15 stand in no section.
    assert sheet.sections.tolist() == [[50, 24], [40, 24]]
    assert sheet.totals.tolist() == [89, 79]
    assert [(s.kind, s.amount) for s in sheet.explain("P0").totals][:2] == [("mean", 99), ("sections", -10)]
    assert sheet.after_mean[0].tolist() == [-10, 0, 0, 0, 0, 0]
    again = Scheme.from_toml(sheet.scheme.to_toml())
    assert again == sheet.scheme


def test_sections_may_be_multiplied():
    parts = indicator("A", 40, 'section = "BIZ"') + indicator("B", 20, 'section = "BIZ"')
    text = 'combine = "product"\n' + SECTIONS.replace("cap = 50", "") + parts
    sheet = scored(text + indicator("C", 40, 'section = "RISK"'), [[90, 60, 75]])
    # (36 + 12) / 60 = 0.8, 30 / 40 = 0.75.
    assert sheet.sections.tolist() == [[48, 30]] and sheet.totals.tolist() == [60]
    assert sheet.explain("P0").totals[-1].running == 60
    # What is missing is shared out inside the section of its class: the share of what is left counts.
    assert scored(text + indicator("C", 40, 'section = "RISK"'), [[90, 60, np.nan]]).totals.tolist() == [80]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('combine = "product"\n' + SECTIONS + indicator("A", 100), "product-section"),
        (
            'combine = "product"\npoints = 50\n' + SECTIONS + indicator("A", 50, 'section = "BIZ"'),
            "product-points",
        ),
        (SECTIONS + SECTIONS + indicator("A", 100), "duplicate-entry"),
        ("points = 0\n" + indicator("A", 0), "out-of-range"),
    ],
)
def test_sections_that_cannot_work_are_refused(text, key):
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(HEAD + text)
    assert key in {fault.key for fault in raised.value.faults}


def test_everybody_is_scored_by_the_list_of_the_own_position():
    values = [[30, 60], [30, 60], [30, 60], [60, 60], [10, 60]]
    sheet = scored(profiled(), values, positions=POSTS)
    # Company: 20 % of 75 + 80 % of 60; heads: B alone; nobody's position: the scheme's own list.
    assert sheet.totals.tolist() == [105, 63, 60, 78, 55]
    # Company managers are ranked among themselves, heads with all others.
    assert sheet.ranks.tolist() == [1, 2, 2, 1, 3]
    assert sheet.coverage.tolist() == [1] * 5
    assert sheet.explain("P1").indicators[0].weight == 20
    assert sheet.explain("P2").indicators[0].gap == "absent"


def test_peer_rules_compare_inside_the_group():
    peers = indicator("A", 50, rule='{ type = "peer-minmax" }') + indicator("B", 50)
    text = PROFILES.replace("targets = { A = 40 }", "") + peers
    sheet = scored(text, [[1, 0], [5, 0], [9, 0], [8, 0], [3, 0]], positions=POSTS)
    # Those who have A in common: P0 and P4 (a head has none); company: P1 and P3.
    assert sheet.scores[[0, 1, 3, 4], 0].tolist() == [0, 0, 100, 100] and np.isnan(sheet.scores[2, 0])
    assert sheet.explain("P3").indicators[0].working.params["worst"] == 5


def test_who_is_in_no_list_is_named_where_the_scheme_has_none_of_its_own():
    values = [[30, 60]] * 5
    with pytest.raises(MeasurementError) as raised:
        scored(profiled(own=False), values, positions=POSTS)
    assert [(f.key, f.where) for f in raised.value.faults] == [("no-profile", "P0"), ("no-position", "P4")]
    assert "客户经理" in text_for("zh").fault(raised.value.faults[0])
    posts = [post or "主管" for post in POSTS[1:]]
    assert scored(profiled(own=False), values[1:], positions=posts).totals.tolist() == [63, 60, 63, 60]


def test_the_difference_between_two_lists_is_split_without_a_rest():
    values = [[30, 60], [30, 60], [30, 60], [60, 60], [10, 60]]
    before = scored(indicator("A", 50, "target = 20", ATTAINED) + indicator("B", 50), values, positions=POSTS)
    after = scored(profiled(), values, positions=POSTS)
    found = compare(before, after)
    parts = sum(found.parts.values())
    assert parts == pytest.approx(found.difference) and found.parts["data"] == pytest.approx(np.zeros(5))


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("A = 20", "A = 30"), "weight-sum-of"),
        (('["主管"]', '["公司客户经理"]'), "position-twice"),
        (("B = 100", "Z = 100"), "unknown-indicator-in"),
        (("A = 40", "A = 0"), "target-positive"),
    ],
)
def test_lists_that_cannot_work_are_refused(change, key):
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(HEAD + profiled().replace(*change))
    assert [fault.key for fault in raised.value.faults] == [key]
    again = Scheme.from_toml(HEAD + profiled())
    assert Scheme.from_toml(again.to_toml()) == again
