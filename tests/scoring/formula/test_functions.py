"""Every operator and function on figures that were worked out by hand."""

import math
import tracemalloc

import numpy as np
import pytest

from scoring.formula import OF_PAY, evaluate, parse
from scoring.formula.functions import FUNCTIONS
from tests.scoring.formula.people import NAN, figure, figures, surroundings

MEASURES = {"A": [6.0], "B": [4.0], "ZERO": [0.0], "NONE": [NAN], "HALF": [2.675], "odd-code": [3.0]}
YES, NO = 1.0, 0.0

BY_HAND = [
    ("A + B*2 - 1", 13),
    ("A - B - 1", 1),
    ("A/B/2", 0.75),
    ("A/(B/2)", 3),
    ("-A + B", -2),
    ("--A", 6),
    ("2*-A", -12),
    ("(A + B)*2", 20),
    ("A × B ÷ 2 − 1", 11),
    ("（A ＋ B）＊2", 20),
    ("max（A，B）", 6),
    ("[odd-code]*2", 6),
    ("1.5e2 + 1", 151),
    ("A > B", YES),
    ("A < B", NO),
    ("A <= 6", YES),
    ("A ≥ 6", YES),
    ("A == 6.5", NO),
    ("6 <= A", YES),
    ("6 >= A", YES),
    ("6 < A", NO),
    ("6 > A", NO),
    ("6 == A", YES),
    ("5 < A", YES),
    ("5 >= A", NO),
    ("A ≠ B", YES),
    ("0.1 + 0.2 == 0.3", YES),
    ("0.1 + 0.2 > 0.3", NO),
    ("2.4/3 >= 0.8", YES),
    ("A > B and B > 5", NO),
    ("A > B or B > 5", YES),
    ("not A > B", NO),
    ("A < B or A > B and B == 4", YES),
    ("(A > B)*5", 5),
    ("if(A > B, 10, 20)", 10),
    ("if(A < B, 10, 20)", 20),
    ("if(A > B, A == 6, B == 6)", YES),
    ("min(A, B, 5)", 4),
    ("max(A, B, 5)", 6),
    ("abs(B - A)", 2),
    ("round(HALF, 2)", 2.68),
    ("round(-HALF, 2)", -2.68),
    ("round(A/4, 0)", 2),
    ("round(123456789012.345, 2)", 123456789012.35),
    ("floor(2.7)", 2),
    ("floor(-2.5)", -3),
    ("floor(2.4/0.8)", 3),
    ("ceil(2.1)", 3),
    ("ceil(-2.5)", -2),
    ("ceil(0.1 + 0.2 - 0.3)", 0),
    ("coalesce(NONE, B)", 4),
    ("coalesce(A, NONE)", 6),
    ("coalesce(NONE > 1, A > 1)", YES),
    # 2 000 at 10 %, 920 at 20 %.
    ("brackets(2920, [[0, 10], [2000, 20], [5000, 30]])", 384),
    # 2 000 at 10 %, 3 000 at 20 %, 80 at 30 %.
    ("brackets(5080, [[0, 10], [2000, 20], [5000, 30]])", 824),
    ("brackets(2000, [[2000, 10]])", 0),
    ("brackets(-5, [[0, 10]])", 0),
    ("brackets(10, [[-10, -50], [0, 100]])", 5),
    ('position() == "对公"', YES),
    ("position() != '对公'", NO),
    ("position() == “零售”", NO),
]
MISSING = [
    "A + NONE",
    "NONE*0",
    "-NONE",
    "A/ZERO",
    "ZERO/ZERO",
    "A/(0.5 - 0.5)",
    "NONE > 1",
    "NONE != 1",
    "NONE == NONE",
    "not NONE > 1",
    "A > B or NONE > 1",
    "A < B and NONE > 1",
    "if(NONE > 1, 1, 2)",
    "if(A > B, NONE, 2)",
    "min(A, NONE)",
    "max(A, NONE)",
    "abs(NONE)",
    "round(NONE, 2)",
    "floor(NONE)",
    "ceil(NONE)",
    "coalesce(NONE, A/ZERO)",
    "brackets(NONE, [[0, 10]])",
    "previous(A)",
    "year_ago(A)",
    "target(A)",
    "all_sum(NONE)",
    "all_count(NONE)",
    "team_mean(NONE)",
    "1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14*1e14",
]


@pytest.mark.parametrize(("text", "expected"), BY_HAND)
def test_an_expression_gives_what_a_hand_gives(text, expected):
    assert figure(text, MEASURES) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("text", MISSING)
def test_what_lacks_something_is_missing(text):
    assert math.isnan(figure(text, MEASURES))


def test_each_person_goes_the_own_branch():
    given = surroundings({"A": [[1.0, 5.0, NAN]], "B": [[0.0, NAN, 3.0]]}, people=3)
    assert figures("if(A > 3, 10/A, 100/B)", given)[1] == 2.0
    # The first goes to 100/0, the third has no A: the branch cannot be told.
    assert np.isnan(figures("if(A > 3, 10/A, 100/B)", given)).tolist() == [True, False, True]
    assert figures("coalesce(B, A)", given) == [0.0, 5.0, 3.0]


def test_over_people_those_without_are_left_out():
    given = surroundings({"A": [[1.0, 2.0, 6.0, NAN, 10.0]]}, people=5, team=[0, 0, 1, 1, -1])
    for text, expected in {
        "all_sum(A)": 19,
        "all_mean(A)": 4.75,
        "all_min(A)": 1,
        "all_max(A)": 10,
        "all_count(A)": 4,
        "all_sum(A > 1)": 3,
        "all_sum(2)": 10,
    }.items():
        assert figures(text, given) == [expected] * 5, text
    for text, first, second in [
        ("team_sum(A)", 3, 6),
        ("team_mean(A)", 1.5, 6),
        ("team_min(A)", 1, 6),
        ("team_max(A)", 2, 6),
        ("team_count(A)", 2, 1),
    ]:
        assert figures(text, given)[:4] == [first, first, second, second], text
        assert math.isnan(figures(text, given)[4]), text


def test_a_team_in_which_nobody_has_a_value_has_no_figure():
    given = surroundings({"A": [[1.0, NAN]]}, people=2, team=[0, 1])
    assert np.isnan(figures("team_max(A)", given)).tolist() == [False, True]
    assert figures("coalesce(team_count(A), 0)", given) == [1.0, 0.0]


def test_who_has_no_position_is_neither_in_it_nor_out_of_it():
    given = surroundings(people=2, position=["", "对公"])
    for text in ('position() == "对公"', 'position() != "零售"'):
        assert np.isnan(figures(text, given)).tolist() == [True, False]


def test_results_are_read_as_they_stand():
    given = surroundings(results={"W1": 80.0, "OTHER": 12.5, "total": 92.5})
    assert figures("score(W1) + section(OTHER)*2 + total()", given) == [197.5]


# From June 2026 back to May 2025: what was measured in each month.
YEAR = {"A": [[float(v)] for v in (60, 50, 40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2)]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # June 2026 is 60, May 50, …, January 10, December 2025 9, June 2025 3.
        ("previous(A)", 50),
        ("previous(A, 3)", 30),
        ("previous(previous(A))", 40),
        ("year_ago(A)", 3),
        ("year_start(A)", 9),
        ("year_to_date(A)", 210),
        ("sum_of_last(A, 2)", 110),
        ("mean_of_last(A, 4)", 45),
        # In May the year had come to 50 and 40 and 30 and 20 and 10.
        ("previous(year_to_date(A))", 150),
        # Of December 2025 the year's beginning is December 2024, which nobody measured.
        ("coalesce(year_start(year_start(A)), -1)", -1),
        ("previous(month())", 5),
        ("previous(month(), 6)", 12),
        ("month()*10 + quarter()", 62),
        # (60 − 3) / 3
        ("(A - year_ago(A))/year_ago(A)", 19),
        ("sum_of_last(A > 30, 6)", 3),
        # Ten months before June … March 2026; nobody was measured ten months before February and January.
        ("year_to_date(coalesce(previous(A, 10), 0))", 5 + 4 + 3 + 2),
    ],
)
def test_over_time_by_months(text, expected):
    assert figure(text, YEAR) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        # year_ago, year_start, year_to_date, month, quarter; the newest period is 100, each before one less.
        ("2026Q3", (96, 97, 100 + 99 + 98, 9, 3)),
        ("2026Q1", (96, 99, 100, 3, 1)),
        ("2026H2", (98, 98, 199, 12, 4)),
        ("2026", (99, 99, 100, 12, 4)),
        ("2026-12", (88, 88, sum(range(89, 101)), 12, 4)),
        ("2026-01", (88, 99, 100, 1, 1)),
    ],
)
def test_over_time_by_the_cycle_of_the_scheme(period, expected):
    measures = {"A": [float(100 - i) for i in range(14)]}
    texts = ("year_ago(A)", "year_start(A)", "year_to_date(A)", "month()", "quarter()")
    assert tuple(figure(text, measures, period=period) for text in texts) == expected


def test_targets_of_earlier_periods_can_be_read():
    assert figure("target(A) - previous(target(A))", {"A": [1, 1]}, targets={"A": [120, 100]}) == 20


def test_before_the_history_there_is_nothing():
    assert math.isnan(figure("previous(A, 2)", {"A": [1, 1]}))
    assert figure("sum_of_last(coalesce(A, 0), 5)", {"A": [1, 2]}) == 3


def test_arrays_that_are_given_are_not_written_to():
    column = np.array([1.0, 2.0, NAN])
    given = surroundings({"A": [column]}, people=3)
    for text in ("A", "A + 1 - A", "A*2/A", "coalesce(A, 3)", "sum_of_last(A, 1)", "max(A, 2)", "-A"):
        result = np.asarray(figures(text, given))
        result[:] = 7
    assert column.tolist()[:2] == [1.0, 2.0]


def test_every_function_is_tried():
    told = " ".join([text for text, _ in BY_HAND] + [*MISSING])
    names = {name for name in FUNCTIONS if not name.startswith(("all_", "team_"))}
    over_time = {"previous", "year_ago", "year_start", "year_to_date", "sum_of_last", "mean_of_last"}
    others = {"month", "quarter", "score", "section", "total", *OF_PAY}
    assert {name for name in names if f"{name}(" not in told} <= over_time | others


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("max(" * 18 + "A" + "".join(f" + {i}, 1)" for i in range(18)), 5),
        ("+".join(f"max(A*{i}, {i})" for i in range(100)), 110),
    ],
    ids=["deep", "wide"],
)
def test_what_is_not_needed_any_more_is_let_go(text, columns):
    column = np.ones(100_000)
    given, formula = surroundings({"A": [column]}, people=len(column)), parse(text)
    tracemalloc.start()
    evaluate(formula, given)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < columns * column.nbytes
