"""Derived measures: their order, their own past, circles, size, and how far back they read."""

import math
from itertools import pairwise

import numpy as np
import pytest

from scoring.errors import FormulaError
from scoring.formula import order, parse, reach
from tests.scoring.formula.people import NAN, figures, surroundings


def formulas(**texts):
    """Formulas by their codes."""
    return {code: parse(text) for code, text in texts.items()}


def refused(measures, *others):
    """The one fault for which they cannot be ordered."""
    with pytest.raises(FormulaError) as caught:
        order(measures, others)
    (found,) = caught.value.faults
    return found


def test_each_stands_after_those_that_it_reads():
    measures = formulas(C="A + B", B="A*2", A="N1 + previous(A)", D="N2 + target(C)")
    ordered = order(measures)
    assert sorted(ordered) == ["A", "B", "C", "D"]
    assert ordered.index("A") < ordered.index("B") < ordered.index("C")


@pytest.mark.parametrize(
    ("measures", "circle"),
    [
        (formulas(A="A + 1"), {"A"}),
        (formulas(A="N + sum_of_last(A, 3)"), {"A"}),
        (formulas(A="previous(A) + A"), {"A"}),
        (formulas(A="B + 1", B="previous(A)"), {"A", "B"}),
        (formulas(A="B", B="C", C="if(A > 1, 2, 3)", D="A"), {"A", "B", "C"}),
    ],
)
def test_a_circle_is_named(measures, circle):
    found = refused(measures)
    assert found.key == "formula-circle"
    named = found.params["circle"].split(" → ")
    assert named[0] == named[-1] and set(named) == circle
    for code, read in pairwise(named):
        assert read in measures[code].codes()


@pytest.mark.parametrize("text", ["previous(A)", "previous(A, 3)", "year_ago(A)", "year_start(A)"])
def test_the_own_past_is_no_circle(text):
    assert order(formulas(A=f"N + {text}")) == ("A",)
    assert order(formulas(A=f"N + sum_of_last({text}, 3)")) == ("A",)


def test_written_out_a_scheme_has_at_most_ten_thousand_parts():
    # Each has one part more than twice the one before: 3, 7, 15, …
    doubling = {"M1": parse("N + 1"), **{f"M{i}": parse(f"M{i - 1} + M{i - 1}") for i in range(2, 40)}}
    assert refused(doubling).key == "formula-size"
    few = dict(list(doubling.items())[:10])
    assert len(order(few)) == 10
    # 3 + 7 + … + 2047 are 4 082; the sum of three times the last has 6 142 more.
    assert refused(few, parse("M10 + M10 + M10")).params["nodes"] == 4082 + 6142
    # A chain is short to write and long written out.
    chain = {f"M{i}": parse(f"M{i - 1} + 1") for i in range(1, 5000)}
    assert refused(chain).key == "formula-size"


def test_how_far_back_is_read_through_derived_measures():
    measures = formulas(A="sum_of_last(N, 3)", B="previous(A)", P="max(0, previous(P) - 2) + N")
    assert reach(parse("B + N"), measures, "month") == 3
    assert reach(parse("year_ago(B)"), measures, "quarter") == 7
    assert reach(parse("N"), measures, "month") == 0
    assert reach(parse("B + P"), measures, "month") is None


def test_arrears_are_carried_on():
    """Planned 50 and 40 done: 10 are added to the next 50; 66 pay off all 60, nothing is left (county credit
    union, month sheet)."""
    given = surroundings(
        {"PLAN": [50, 50, 50], "DONE": [45, 66, 40]},
        derived={"ARREARS": ("max(0, PLAN + previous(ARREARS) - DONE)", 0.0)},
    )
    assert [given.value("ARREARS", back).tolist() for back in (2, 1, 0)] == [[10.0], [0.0], [5.0]]
    assert figures("100*DONE/(PLAN + previous(ARREARS))", given) == [90.0]


def test_points_heal_by_two_a_month():
    given = surroundings({"NEW": [0, 1, 0, 5]}, derived={"P": ("max(0, previous(P) - 2) + NEW", 0)})
    # 5, then 3, then 1 + 1, then 0.
    assert [given.value("P", back)[0] for back in (3, 2, 1, 0)] == [5, 3, 2, 0]


def test_the_start_holds_before_each_person_s_own_first_period():
    given = surroundings(
        {"N": [[1.0, 1.0], [1.0, NAN], [1.0, NAN]]},
        people=2,
        past=[2, 0],
        derived={"SUM": ("previous(SUM) + N", 100.0), "PLAIN": ("previous(PLAIN) + N", None)},
    )
    assert given.value("SUM", 0).tolist() == [103.0, 101.0]
    # Without a start there is nothing to begin with.
    assert np.isnan(given.value("PLAIN", 0)).all()
    assert figures("previous(SUM, 9)", given) == [100.0, 100.0]


def test_a_gap_breaks_a_chain_unless_the_formula_bridges_it():
    measures = {"N": [1, NAN, 1]}
    broken = surroundings(measures, derived={"S": ("previous(S) + N", 0)})
    assert math.isnan(broken.value("S", 0)[0])
    bridged = surroundings(measures, derived={"S": ("previous(S) + coalesce(N, 0)", 0)})
    assert bridged.value("S", 0)[0] == 2


def test_a_measure_may_be_read_over_people_and_over_time():
    given = surroundings(
        {"N": [[1.0, 3.0], [5.0, 7.0]]}, people=2, derived={"K": "N*10", "SHARE": "100*K/all_sum(K)"}
    )
    assert figures("SHARE", given) == [25.0, 75.0]
    assert figures("previous(all_mean(K))", given) == [60.0, 60.0]


def test_a_long_history_is_no_trouble():
    given = surroundings({"N": [1] * 400}, derived={"S": ("previous(S) + N", 0)})
    assert given.value("S", 0).tolist() == [400.0]


def test_many_measures_one_upon_the_other():
    texts = {"M0": "N + 1", **{f"M{i}": "(" * 30 + f"M{i - 1} + 1" + ")" * 30 for i in range(1, 90)}}
    order({code: parse(text) for code, text in texts.items()})
    assert surroundings({"N": [0]}, derived=texts).value("M89", 0).tolist() == [90.0]
