"""Why the mean of a group changed: the parts add up, whoever comes, goes or counts for less."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Measurements, Scheme, compare, score
from scoring.change.groups import group_change

SCHEME = Scheme.from_toml(
    """
code = "t"
version = 1
name = { zh = "试", en = "t" }
cycle = "month"
"""
    + "".join(
        f"""
[[indicator]]
code = "{code}"
name = {{ zh = "{code}", en = "{code}" }}
class = "social"
unit = "分"
weight = {weight}
direction = "higher"
rule = {{ type = "direct", scale = [0, 100] }}
"""
        for code, weight in (("A", 60), ("B", 40))
    )
)
PEOPLE = [f"P{k}" for k in range(7)]


def sheet(people, values, **more):
    return score(SCHEME, Measurements(people, ("A", "B"), np.array(values, dtype=float), **more))


@st.composite
def sides(draw):
    """Two sheets with some people in common, and how much everybody counts on each; somebody on both."""
    found = []
    for _ in range(2):
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, unique=True))
        cell = st.floats(0, 100) | st.just(math.nan)
        values = draw(st.lists(st.tuples(cell, cell), min_size=len(people), max_size=len(people)))
        points = st.lists(st.sampled_from([0.0, 2.0, 5.0]), min_size=len(people), max_size=len(people))
        made = sheet(people, values, additions=np.array(draw(points)), deductions=np.array(draw(points)))
        counts = st.sampled_from([0.0, 0.3, 1.0])
        shares = draw(st.lists(counts, min_size=len(people), max_size=len(people)))
        found.append((made, np.array(shares)))
    return found


@settings(max_examples=150, deadline=None)
@given(sides())
def test_the_parts_add_up_to_the_change_of_the_mean(found):
    (before, a), (after, b) = found
    if not all(np.where(np.isnan(s.exact), 0, w).any() for s, w in found):
        return
    change = group_change(compare(before, after), a, b)
    for one, shares, mean in ((before, a, change.before), (after, b, change.after)):
        counted = np.where(np.isnan(one.exact), 0, shares)
        assert mean == pytest.approx(np.average(np.nan_to_num(one.exact), weights=counted))
    people = change.shifted + sum(change.joined.values()) + sum(change.left.values())
    assert sum(change.parts.values()) + people == pytest.approx(change.change, abs=1e-9)
    other = sum(change.by_indicator.values()) + change.rules + change.adjustments + change.limits + people
    assert other == pytest.approx(change.change, abs=1e-9)
    assert not set(change.joined) & set(change.left)


def test_a_strong_newcomer_lifts_by_how_far_he_stands_above():
    """By hand: P0 stays at 80; P1 with 100 comes: mean 80 → 90, level 85, half of 15 and half of −5 · 1."""
    before, after = sheet(["P0"], [[80, 80]]), sheet(["P0", "P1"], [[80, 80], [100, 100]])
    change = group_change(compare(before, after), np.ones(1), np.ones(2))
    assert (change.before, change.after) == (80, 90)
    assert change.joined == {"P1": pytest.approx(7.5)}
    assert change.shifted == pytest.approx(2.5)
    assert sum(change.parts.values()) == pytest.approx(0)


def test_who_changes_team_leaves_one_and_joins_the_other():
    before = sheet(["P0", "P1"], [[80, 80], [100, 100]])
    after = sheet(["P0", "P1"], [[90, 80], [100, 100]])
    left = group_change(compare(before, after), np.array([1.0, 1.0]), np.array([1.0, 0.0]))
    assert set(left.left) == {"P1"} and not left.joined
    joined = group_change(compare(before, after), np.array([1.0, 0.0]), np.array([1.0, 1.0]))
    assert set(joined.joined) == {"P1"} and not joined.left
    assert set(joined.by_indicator) == {"A", "B"} and joined.by_indicator["B"] == pytest.approx(0)
