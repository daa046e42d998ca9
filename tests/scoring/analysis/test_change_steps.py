"""Why a total changed: steps that add up to the difference, and what gaps did under a name of their own."""

import numpy as np
import pytest

from scoring import Measurements, Scheme, compare, score
from scoring.change.groups import group_change
from scoring.change.steps import total_change
from scoring.cohort.history import History
from scoring.periods import parse_period

SCHEME = """
code = "a"
version = 1
name = { zh = "a" }
cycle = "month"
cap = 110
additions_limit = 5
deductions_limit = 10
missing = "redistribute-in-class"
minimum_coverage = 0
classes = ["one", "two"]
veto = { ceiling = 59, grade = "D" }
[[grade]]
name = "B"
from = 80
[[grade]]
name = "D"
from = 0
"""
INDICATOR = """
[[indicator]]
code = "{code}"
name = {{ zh = "{code}" }}
class = "{of}"
weight = {weight}
unit = "1"
direction = "higher"
measure = "rating"
source = "x"
rule = {{ type = "direct", scale = [0, 120] }}
"""
SET = (("A", "one", 30), ("B", "one", 20), ("C", "two", 25), ("D", "two", 25))
CODES = tuple(code for code, _, _ in SET)


def scheme(weights=(30, 20, 25, 25)):
    return Scheme.from_toml(
        SCHEME
        + "".join(
            INDICATOR.format(code=c, of=of, weight=w) for (c, of, _), w in zip(SET, weights, strict=True)
        )
    )


def sheet(values, weights=(30, 20, 25, 25), **more):
    people = [f"P{k}" for k in range(len(values))]
    return score(scheme(weights), Measurements(people, CODES, values, **more))


def parts(change):
    afterwards = (change.rules, change.additions, change.deductions, change.limits, change.veto)
    return [*change.by_indicator.values(), *change.by_gap.values(), *afterwards]


def test_the_steps_of_every_change_add_up_to_it():
    rng = np.random.default_rng(3)
    for _ in range(60):
        sides = []
        for _ in range(2):
            values = rng.uniform(20, 120, (6, 4))
            values[rng.random((6, 4)) < 0.25] = np.nan
            weights = (30, 20, 25, 25) if rng.random() < 0.5 else (10, 40, 20, 30)
            more = {
                "additions": rng.choice([0.0, 2.0, 9.0], 6),
                "deductions": rng.choice([0.0, 3.0, 14.0], 6),
                "vetoes": rng.random(6) < 0.2,
            }
            sides.append(sheet(values, weights, **more))
        comparison = compare(*sides)
        for k, person in enumerate(comparison.people):
            change = total_change(comparison, person)
            if np.isnan(comparison.difference[k]):
                assert change is None
            else:
                assert sum(parts(change)) == pytest.approx(comparison.difference[k], abs=1e-9)


def test_a_value_that_is_missing_is_the_gaps_doing_and_not_its_neighbours():
    before = sheet([[96.0, 60.0, 60.0, 60.0]])
    after = sheet([[np.nan, 60.0, 60.0, 60.0]])
    change = total_change(compare(before, after), "P0")
    # A brought 80 × 30 % = 24 points; its weight now lies on B, whose 50 % bring 30 × 50 % = 15 more.
    assert change.by_indicator == {}
    assert change.by_gap == pytest.approx({"A": -24.0, "B": 15.0})


def test_a_veto_an_addition_and_a_deduction_are_steps_of_their_own():
    values = [[120.0, 96.0, 96.0, 96.0]]
    before = sheet(values, deductions=[4.0], additions=[0.0])
    after = sheet(values, additions=[9.0], deductions=[0.0], vetoes=[True])
    change = total_change(compare(before, after), "P0")
    # 86 − 4 = 82 before; 86 + 5 (9 limited to 5) = 91 after, under a veto 59.
    assert (change.by_indicator, change.by_gap) == ({}, {})
    assert [change.additions, change.deductions, change.limits, change.veto] == pytest.approx([5, 4, 0, -32])


def test_a_score_that_grew_under_a_gap_of_both_months_is_its_own_doing():
    before, after = (sheet([[np.nan, 60.0, 60.0, value]]) for value in (60.0, 72.0))
    change = total_change(compare(before, after), "P0")
    assert change.by_gap == {} and change.by_indicator == pytest.approx({"D": 2.5})


# What else a scheme may say, on one side or on both.
EXTRAS = """
[[section]]
code = "S"
name = "S"
cap = {cap}
[[derived]]
code = "K"
name = "K"
formula = "A - previous(B) + all_mean(C)/2"
[[condition]]
on = "B"
when = "K > 60"
then = {{ multiply = 0.9 }}
[[condition]]
on = "section:S"
when = "score(C) < 70"
then = {{ at_most = 25 }}
[[condition]]
on = "total"
when = "X >= 2"
then = {{ add = -1 }}
per = "X"
[[profile]]
code = "P"
name = "P"
positions = ["p"]
weights = {{ A = 50, B = 30, C = 20 }}
ranking = "common"
"""
PERIODS = ("2026-05", "2026-06")


def rich(rng, period, with_extras):
    text = scheme((30, 20, 25, 25) if rng.random() < 0.5 else (10, 40, 20, 30)).to_toml()
    if with_extras:
        text += EXTRAS.format(cap=rng.choice([30, 45]))
        more = (
            'section = "S"\nfactor = "month()/6"' if rng.random() < 0.5 else 'section = "S"\nquantity = "K"'
        )
        text = text.replace('code = "A"', f'code = "A"\n{more}').replace(
            "scale = [0, 120]", "scale = [-90, 220]"
        )
    values = rng.uniform(20, 120, (6, 5))
    values[:, 4] = rng.integers(0, 5, 6)
    values[rng.random((6, 5)) < 0.15] = np.nan
    past = {code: rng.uniform(20, 120, (1, 6)) for code in "ABCDX"}
    history = History(parse_period(period), np.ones(6, dtype=int), past, {})
    people = [f"P{k}" for k in range(6)]
    positions = rng.choice(["p", "q"], 6).tolist()
    more = {"additions": rng.choice([0.0, 2.0], 6), "vetoes": rng.random(6) < 0.2}
    given = Measurements(people, (*CODES, "X"), values, positions=positions, history=history, **more)
    return score(Scheme.from_toml(text), given)


@pytest.mark.parametrize("seed", range(12))
def test_with_everything_that_a_scheme_may_say_the_split_sums_exactly(seed):
    rng = np.random.default_rng(seed)
    before, after = (rich(rng, period, rng.random() < 0.7) for period in PERIODS)
    comparison = compare(before, after)
    known = ~np.isnan(comparison.difference)
    assert sum(comparison.parts.values())[known] == pytest.approx(comparison.difference[known], abs=1e-9)
    steps = after.rule_step[comparison.row_after] - before.rule_step[comparison.row_before]
    for k in np.flatnonzero(known):
        change = total_change(comparison, comparison.people[k])
        assert sum(parts(change)) == pytest.approx(comparison.difference[k], abs=1e-9)
        assert change.rules == pytest.approx(steps[k])
    everybody = np.ones(6)
    group = group_change(comparison, everybody, everybody)
    other = sum(group.by_indicator.values()) + group.rules + group.adjustments + group.limits
    other += group.shifted + sum(group.joined.values()) + sum(group.left.values())
    assert other == pytest.approx(group.change, abs=1e-9)


def test_sections_and_conditions_are_rules_and_no_cap():
    values = [[96.0, 60.0, 96.0, 60.0]]
    text = scheme().to_toml() + EXTRAS.format(cap=30).split("[[derived]]")[0]
    capped = score(Scheme.from_toml(text.replace('code = "A"', 'code = "A"\nsection = "S"')), given(values))
    capped_more = score(
        Scheme.from_toml(
            text.replace("cap = 30", "cap = 20").replace('code = "A"', 'code = "A"\nsection = "S"')
        ),
        given(values),
    )
    change = total_change(compare(capped, capped_more), "P0")
    # 80 · 30 % = 24 points within 30, then within 20.
    assert (change.rules, change.limits, change.by_indicator) == (pytest.approx(-4), 0, {})


def given(values):
    return Measurements([f"P{k}" for k in range(len(values))], CODES, values)
