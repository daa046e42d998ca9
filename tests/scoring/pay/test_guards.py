"""Bounds of the law that a run has to keep, at and beside each bound."""

import pytest

from scoring.pay import guards
from tests.scoring.pay.paying import run_of

NAN = float("nan")
LOSS = """
[payment]
wage = "WAGE"
minimum = 2000
[[pay]]
code = "LOSS"
name = "赔偿"
kind = "fine"
amount = "LOST"
loss = true
"""


def rules(run):
    return [(one.rule, one.severity, one.person) for one in guards(run)]


@pytest.mark.parametrize(("lost", "found"), [(600.0, []), (600.5, [("L03", "error", "P1")])])
def test_a_loss_takes_at_most_a_fifth_of_the_wage(lost, found):
    assert rules(run_of(LOSS, {"WAGE": [3000.0], "LOST": [lost]})) == found


def test_what_is_left_is_not_below_the_minimum_of_the_days_there():
    figures = {"WAGE": [2400.0, 2400.0, 2400.0], "LOST": [400.0, 401.0, 401.0]}
    run = run_of(LOSS, figures, presence=[1, 1, 0.9])
    assert rules(run) == [("L03", "error", "P2")]


def test_where_the_scheme_names_no_wage_what_its_lines_pay_is_held_against():
    text = LOSS.replace('wage = "WAGE"\n', "") + '[[pay]]\ncode = "X"\nname = "X"\nkind = "price"\n'
    text += 'quantity = "WAGE"\nprice = 1\n'
    run = run_of(text, {"WAGE": [3000.0, 3000.0], "LOST": [600.0, 700.0]})
    # 21 % of what P2 has goes for the loss.
    assert [(one.person, dict(one.params)) for one in guards(run) if one.key == "L03-loss"] == [
        ("P2", {"share": 23.3, "limit": 20.0})
    ]


DEFERRED = """
[payment]
material = ["客户经理"]
deferred = {share}
years = {years}
[[pay]]
code = "X"
name = "X"
kind = "price"
quantity = "Q"
price = 1
"""


@pytest.mark.parametrize(
    ("share", "years", "found"),
    [(0.4, 3, []), (0.39, 3, [("M01", "error", "P1")]), (0.5, 2, [("M01", "error", "P1")])],
)
def test_posts_that_matter_to_risk_have_enough_deferred_for_long_enough(share, years, found):
    text = DEFERRED.format(share=share, years=years)
    run = run_of(text, {"Q": [1000.01, 1000.0]}, positions=["客户经理", "柜员"])
    assert rules(run) == [*found, ("M04", "warning", "")]


@pytest.mark.parametrize(("lowest", "warned"), [(250.0, False), (249.0, True), (840.0, True), (830.0, False)])
def test_pay_lies_neither_too_far_apart_nor_too_close_together(lowest, warned):
    text = DEFERRED.format(share=0, years=3)
    run = run_of(text, {"Q": [1000.0, lowest, 1.0]}, presence=[1, 1, 0.5])
    assert [one.rule for one in guards(run)] == ["M04"] * warned


def test_who_is_away_under_protection_and_lacks_a_figure_is_told():
    text = DEFERRED.format(share=0, years=3)
    figures = {"Q": [NAN, NAN, 500.0]}
    run = run_of(text, figures, presence=[0.1, 0.1, 1], attendance=[1, 0.1, 1])
    assert rules(run) == [("L04", "warning", "P1")]
    assert guards(run)[0].params == {"lines": ("X",)}
