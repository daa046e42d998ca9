"""Where totals jump: by rules, whole steps, conditions; and what a unit pays in schemes with formulas."""

import math

import numpy as np
import pytest

from scoring import Indicator, Measurements, Scheme, score
from scoring.change.cliffs import cliffs
from scoring.change.payoff import payoffs, typical_payoffs
from scoring.cohort.history import History
from scoring.periods import parse_period
from scoring.scheme.rules import Attainment, Bands, Direct, Piecewise

HEAD = 'code = "t"\nversion = 1\nname = "t"\ncycle = "month"\nminimum_coverage = 0\n'


def indicator(code, weight, rule='type = "direct"', more=""):
    return (
        f'[[indicator]]\ncode = "{code}"\nname = "{code}"\nclass = "risk"\nweight = {weight}\n'
        f"rule = {{ {rule} }}\n" + (more if "direction" in more else f'direction = "higher"\n{more}') + "\n"
    )


def condition(on, when, then, more=""):
    return f"[[condition]]\non = \"{on}\"\nwhen = '{when}'\nthen = {{ {then} }}\n{more}\n"


def sheet(text, codes, values):
    people = [f"P{i}" for i in range(len(values))]
    return score(Scheme.from_toml(HEAD + text), Measurements(people, codes, values))


def places(found):
    return [(c.on, c.value, round(c.points, 5), round(c.most, 5), c.people) for c in found]


def test_every_jump_of_a_rule_is_a_cliff():
    indicators = (
        Indicator("B", {}, 20, Bands(edges=(60, 80), scores=(0, 60, 100)), "social"),
        Indicator("J", {}, 30, Piecewise(points=((90, 0), (90, 60), (98, 100))), "risk"),
        Indicator("T", {}, 50, Attainment(zero_below=0.6), "risk", target=10),
    )
    found = cliffs(score(Scheme("t", 1, indicators), Measurements("ab", "BJT", [[70, 91, 7], [70, 80, 5]])))
    assert places(found) == [
        ("B", 60, 12, 12, 2),
        ("B", 80, 8, 8, 2),
        ("J", 90, 18, 18, 2),
        ("T", 60, 30, 30, 2),
    ]
    assert found[-1].reads == "completion"


def test_a_cliff_counts_the_factor_the_bounds_and_the_weight_that_somebody_has():
    bands = 'type = "bands", edges = [50], scores = [40, 100]'
    text = indicator("A", 50, bands, 'factor = "F"\nhighest = 90') + indicator("B", 50)
    # By factor 20 → 50 and 40 → 90 at half the weight; who lacks B has all of it on A.
    found = cliffs(sheet(text, ["A", "B", "F"], [[60, 1, 0.5], [60, 1, 1], [60, math.nan, 1]]))
    assert places(found) == [("A", 50, 25, 50, 3)]


def test_whole_steps_are_cliffs_those_in_a_row_told_once():
    rule = 'type = "piecewise", points = [[60, 0], [100, 100], [150, 150]]'
    text = indicator("A", 100, rule, 'target = 10\non = "completion"\nsteps = 10')
    found = cliffs(sheet(text, ["A"], [[6.5], [9.9], [14.2]]))
    # Below 100 a place counts once it is exceeded: 60.1 % reads 70. Each is worth 25, above 100 it is 10.
    assert [(c.value, c.every, c.last, c.points, c.people) for c in found] == [
        (60, 10, 90, 25, 3),
        (110, 10, 150, 10, 3),
    ]
    for value, before in ((9.0, 75), (9.0001, 100), (10.9999, 100), (11.0, 110)):
        assert sheet(text, ["A"], [[value]]).totals[0] == before


def test_bands_on_whole_steps_jump_where_the_step_is_reached():
    rule = 'type = "bands", edges = [105], scores = [60, 100]'
    text = indicator("A", 100, rule, 'target = 10\non = "completion"\nsteps = 10')
    assert places(cliffs(sheet(text, ["A"], [[10.8]]))) == [("A", 110, 40, 40, 1)]


def test_a_condition_is_a_cliff_at_what_it_compares():
    text = indicator("A", 60) + indicator("B", 40)
    text += condition("A", "N >= 550", "at_least = 75")
    text += condition("total", "N > 100 and 3 < A/B", "add = -0.5", 'per = "NEW"')
    text += condition("total", "A > B", "multiply = 0.9")
    text += condition("entry", "NEW < 1", "exclude = true")
    values = [[60, 50, 560, 2], [80, 50, 90, 4], [70, 50, math.nan, 6]]
    found = cliffs(sheet(text, ["A", "B", "N", "NEW"], values))
    assert [(c.on, c.value, str(c.asked), c.people) for c in found] == [
        ("A", 550, "N >= 550", 1),
        ("total", 3, "3 < A/B", 1),
        ("total", None, "A > B", 3),
        ("entry", 1, "NEW < 1", 3),
    ]
    # The first adds 15·0.6, of which the third condition takes a tenth; who lacks N is not asked.
    assert found[0].points == pytest.approx(8.1)
    # Only P0 has more than 100; for nobody is A more than 3 times B, so that N alone moves nothing there.
    assert found[1].points == pytest.approx(-0.9)
    assert found[2].most == pytest.approx(-(0.6 * 80 + 0.4 * 50) / 10)
    assert found[-1].points == 0 and found[-1].condition.effect == "exclude"


def test_what_begins_at_nothing_is_no_jump_and_what_falls_counts_as_a_loss():
    text = indicator("A", 100) + condition("total", "NEW > 0", "add = 1", 'per = "NEW"')
    text += condition("total", "OLD > 4", "add = -1", 'per = "OLD"') + condition(
        "A", "A < 60", "multiply = 0.5"
    )
    found = cliffs(sheet(text, ["A", "NEW", "OLD"], [[70, 2, 5], [50, 0, 0]]))
    assert places(found) == [("total", 4, -4, -4, 2), ("A", 60, -30, -30, 2)]


def test_a_condition_is_worth_what_leans_on_it_too():
    text = '[[section]]\ncode = "S"\nname = "S"\ncap = 30\n'
    text += indicator("A", 60, more='section = "S"') + indicator("B", 40)
    text += condition("A", "N >= 10", "at_most = 40") + condition("section:S", "score(B) >= 60", "add = 5")
    text += condition("B", "score(A) <= 40", "multiply = 0.5")
    found = cliffs(sheet(text, ["A", "B", "N"], [[90, 80, 10]]))
    # With both S is 24 and B 16; without the first S is at its cap, 30, and B 32; without the last S is 29.
    assert places(found) == [
        ("A", 10, -22, -22, 1),
        ("section:S", 60, 5, 5, 1),
        ("B", 40, -21, -21, 1),
    ]


def test_a_branch_of_an_expression_is_a_cliff_where_the_two_sides_do_not_meet():
    text = '[[derived]]\ncode = "K"\nname = "K"\nformula = "if(N >= 10, N + 20, N) + if(M > 5, M, 5)"\n'
    text += indicator("A", 50, more='quantity = "if(K < 40, 0, K)"') + indicator("B", 50)
    text += condition("B", "N >= 60", "add = 1")
    found = cliffs(sheet(text, ["N", "M", "B"], [[30, 5, 1], [12, 3, 1], [5, 2, 1], [math.nan, 2, 1]]))
    # At 10 P0 and P1 have 10 + 20 + 5 = 35 or 15, both below 40; the two sides of M meet at 5.
    assert places(found) == [("A", 40, 20, 20, 3), ("B", 60, 0.5, 0.5, 3)]
    more = cliffs(sheet(text.replace("K < 40", "K < 20"), ["N", "M", "B"], [[30, 5, 1], [12, 3, 1]]))
    assert places(more)[:2] == [("K", 10, 17.5, 17.5, 2), ("A", 20, 10, 10, 2)]
    assert str(more[0].asked) == "N >= 10" and more[0].condition is None


def test_what_nobody_can_move_is_no_cliff():
    text = indicator("A", 100) + condition("A", "month() > 6", "multiply = 0.5")
    text += condition("A", 'position() == "x"', "multiply = 0.5")
    people = Measurements(["P"], ["A"], [[90]], positions=["x"])
    december = History(parse_period("2026-12"), np.zeros(1, dtype=int), {}, {})
    assert cliffs(score(Scheme.from_toml(HEAD + text), people.with_history(december))) == []


FORMULAS = (
    '[[derived]]\ncode = "K"\nname = "K"\nformula = "2*N + M"\n'
    + indicator("A", 40, 'type = "attainment", cap = 200', 'quantity = "K"\ntarget = 100\nfactor = "0.5"')
    + indicator("D", 60)
    + condition("D", "D > 90", "add = 10")
)


def test_with_formulas_a_unit_of_each_measure_pays_what_the_engine_says():
    found = sheet(FORMULAS, ["N", "M", "D"], [[10, 20, 50], [20, 30, 89.5], [30, 10, 100]])
    assert typical_payoffs(found) == pytest.approx({"D": 0.6, "N": 0.4, "M": 0.2})
    by_person = {p: {one.indicator: one.points for one in payoffs(found, p)} for p in found.people}
    assert by_person["P1"] == pytest.approx({"D": 0.6 + 6, "N": 0.4, "M": 0.2})
    # Nobody is asked beyond the scale.
    assert by_person["P2"]["D"] == 0


def test_what_moves_others_too_has_no_price_of_its_own():
    text = FORMULAS.replace('"2*N + M"', '"2*N/all_mean(N)"')
    found = typical_payoffs(sheet(text, ["N", "M", "D"], [[10, 20, 50], [20, 30, 60]]))
    assert math.isnan(found["N"]) and found["D"] == pytest.approx(0.6)


def test_the_price_without_formulas_is_that_of_the_weight():
    rules = (Indicator("A", {}, 60, Direct(), "risk"), Indicator("B", {}, 40, Direct(), "risk"))
    found = score(Scheme("t", 1, rules), Measurements("ab", "AB", [[50, 60], [70, 80]]))
    assert typical_payoffs(found) == pytest.approx({"A": 0.6, "B": 0.4})
