"""Other figures of one person: what comes out is what the whole sheet would give."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Measurements, Scheme, score
from scoring.change import trying
from scoring.scheme import Grade
from scoring.scheme.rules import RULES
from tests.places import SCHEMES

SECOND = Scheme.from_toml((SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8"))
PLAIN = Scheme.from_toml("""
code = "s"
version = 1
name = "S"
cycle = "month"
veto = { ceiling = 59, grade = "D" }
grade = [ { name = "A", from = 90 }, { name = "B", from = 75 }, { name = "D", from = 0 } ]

[[indicator]]
code = "A"
name = "A"
class = "efficiency"
direction = "higher"
weight = 60
rule = { type = "direct" }

[[indicator]]
code = "B"
name = "B"
class = "risk"
direction = "higher"
weight = 40
unit = "%"
rule = { type = "direct" }
""")
PEER = RULES["peer-percentile"]()
FIGURE = st.floats(0, 100).map(lambda x: round(x, 2))


def sheet(scheme, values, **more):
    people = [f"P{k}" for k in range(len(values))]
    return score(scheme, Measurements(people, scheme.codes, values, **more))


@settings(deadline=None)
@given(st.lists(st.tuples(FIGURE, FIGURE), min_size=2, max_size=6), FIGURE, FIGURE)
def test_what_is_tried_is_what_the_sheet_gives_with_these_figures(values, a, b):
    before = sheet(PLAIN, values)
    found = trying.tried(before, "P1", {"A": a, "B": b})
    after = sheet(PLAIN, [values[0], (a, b), *values[2:]])
    assert found.total == after.totals[1] and found.grade == after.grades[1]
    assert found.scores.tolist() == after.scores[1].tolist()
    assert np.nansum(found.points) == pytest.approx(after.base[1])


@settings(deadline=None)
@given(st.lists(st.tuples(FIGURE, FIGURE), min_size=1, max_size=5))
def test_nothing_moved_is_what_is(values):
    held = sheet(PLAIN, values)
    for k, person in enumerate(held.people):
        found = trying.tried(held, person, {})
        assert (found.total, found.grade) == (held.totals[k], held.grades[k])
        low = {g.name: g.from_ for g in PLAIN.grades}
        if found.better is not None:
            assert found.gap == pytest.approx(low[found.better] - found.total)


def test_the_gap_to_the_next_grade_by_hand():
    found = trying.tried(sheet(PLAIN, [(70, 80), (50, 50)]), "P0", {"A": 80})
    # 0.6 × 80 + 0.4 × 80 = 80: B, and 10 points to A.
    assert (found.total, found.grade, found.better, found.gap) == (80.0, "B", "A", 10.0)
    assert found.points.tolist() == [48.0, 32.0]


def test_under_a_veto_there_is_no_better_grade_and_no_higher_total():
    held = sheet(PLAIN, [(70, 80), (50, 50)], vetoes=np.array([True, False]))
    found = trying.tried(held, "P0", {"A": 100, "B": 100})
    assert (found.total, found.grade, found.better) == (59.0, "D", None)
    assert math.isnan(found.gap)


def test_quotas_are_left_aside_as_they_rest_on_others():
    limited = replace(PLAIN, grades=(Grade("A", 90, quota=0.1), *PLAIN.grades[1:]))
    found = trying.tried(sheet(limited, [(70, 80)] * 20), "P3", {"A": 100, "B": 100})
    assert found.grade == "A"


def test_a_figure_that_others_move_is_worked_out_among_them():
    scheme = replace(PLAIN, indicators=(replace(PLAIN.indicators[0], rule=PEER), PLAIN.indicators[1]))
    values = [(55, 60), (70, 80), (62, 40), (90, 90)]
    found = trying.tried(sheet(scheme, values), "P2", {"A": 75})
    after = sheet(scheme, [*values[:2], (75, 40), values[3]])
    assert found.exact == pytest.approx(after.exact[2], rel=1e-12)
    assert trying.movable(sheet(scheme, values), "P2")[0].felt


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_ranges_hold_the_own_figure_and_tell_nothing_of_others(data):
    ends = [i.rule.domain or (-50.0, 5000.0) for i in SECOND.indicators]
    row = st.tuples(*(st.floats(max(low, -50), min(high, 5000)) for low, high in ends))
    rows = [data.draw(row), data.draw(row)]
    alone = trying.movable(sheet(SECOND, rows), "P0")
    other = trying.movable(sheet(SECOND, [rows[0], [v * 0.5 for v in rows[1]]]), "P0")
    assert [(m.low, m.high, m.step) for m in alone] == [(m.low, m.high, m.step) for m in other]
    for move in alone:
        assert move.low < move.high and move.low - 1e-9 <= move.value <= move.high + 1e-9
        assert not move.counted or move.step >= 1


def test_shares_end_at_a_hundred_and_what_is_nothing_yet_can_be_moved():
    a, b = trying.movable(sheet(PLAIN, [(0, 80), (50, 50)]), "P0")
    assert (a.low, a.high) == (0.0, 1.0) and (b.low, b.high) == (0.0, 100.0)
