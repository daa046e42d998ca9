"""Who moves when one sheet takes the place of another."""

import math

import numpy as np
import pytest

from scoring import Measurements, Scheme, compare, score
from workflow.results import moves

SCHEME = """
code = "moves"
version = 1
name = { zh = "例", en = "Example" }
cycle = "month"
veto = { ceiling = 59, grade = "C" }
grade = [{ name = "A", from = 90, quota = 0.5 }, { name = "B", from = 50 }, { name = "C", from = 0 }]
[[indicator]]
code = "X"
name = { zh = "甲", en = "X" }
class = "efficiency"
family = "f"
dimension = "results"
kind = "quantitative"
unit = "1"
direction = "higher"
weight = 100
target = 100
rule = { type = "attainment", cap = 120 }
measure = "flow"
"""


def sheet(values, vetoes=None):
    rules = Scheme.from_toml(SCHEME)
    figures = np.array([[value] for value in values.values()], dtype=float)
    vetoed = None if vetoes is None else np.array([person in vetoes for person in values])
    return score(rules, Measurements(list(values), ["X"], figures, vetoes=vetoed))


def test_nobody_differs_from_the_same_sheet_also_who_has_no_total():
    one = sheet({"P": 95, "Q": np.nan, "R": 0.0})
    assert math.isnan(one.totals[1])
    assert moves.differences(one, sheet({"P": 95, "Q": np.nan, "R": -0.0})) == ()


def test_who_gains_or_loses_a_total_comes_first_then_the_largest_change():
    before = sheet({"P": 95, "Q": 80, "R": np.nan, "S": 70})
    after = sheet({"P": 94, "Q": 60, "R": 75, "T": 65})
    found = {m.manager_id: m for m in moves.differences(before, after)}
    assert list(found) == ["R", "T", "S", "Q", "P"]
    assert math.isnan(found["S"].after_total) and math.isnan(found["T"].before_rank)
    assert (found["Q"].change, found["Q"].places) == (-20, -2)
    assert (found["R"].before_grade, found["R"].after_grade) == (None, "B")
    assert all(m.rescored for m in found.values())


def test_a_grade_alone_is_a_difference():
    """A veto of a total that was below the ceiling anyway changes nothing but the grade."""
    values = {"P": 95, "Q": 55, "R": 20}
    (only,) = moves.differences(sheet(values), sheet(values, {"Q"}))
    assert (only.manager_id, only.before_grade, only.after_grade) == ("Q", "B", "C")
    assert only.changed and not only.rescored and only.places == 0


def test_a_rank_alone_is_a_difference_and_has_one_definition_for_one_and_for_all():
    before, after = sheet({"P": 95, "Q": 80, "R": np.nan}), sheet({"P": 95, "Q": 96, "R": 70})
    found = {m.manager_id: m for m in moves.differences(before, after)}
    assert not found["P"].rescored and found["P"].places == -1
    comparison = compare(before, after)
    everybody = moves.compared(comparison)
    assert [m.manager_id for m in everybody] == ["P", "Q", "R"]
    # R has no rank before: nobody can say how many places that is.
    assert moves.moved(comparison.rank_moves).tolist() == [True, True, False]
    assert [moves.moved(m.places) for m in everybody] == [True, True, False]
    assert [m.change for m in everybody[:2]] == pytest.approx([0, 16])
