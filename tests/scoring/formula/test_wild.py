"""The formulas of five schemes as banks wrote them, with the figures that their sheets come to by hand.

Sources: the pay rules of a rural bank (unit prices), of a county credit union (month sheet with arrears), of
a micro-credit centre (piece rates and brackets), the scoring programs of a co-operative bank (points scaled
by month) and of the units of one bank (converted customers). Figures that are no part of them are invented.
"""

import pytest

from tests.scoring.formula.people import figures, surroundings


def test_unit_prices_that_the_pool_makes():
    """Prices 0.75, 10.00, 0.30 and 4.00 yuan; A is paid 3 855, B 1 785. A colleague's 100 more of growth take
    A's growth pay from 1 200 to 900."""
    given = surroundings(
        {
            "DEPOSITS": [[2500, 1500, 4000]],
            "GROWTH": [[120, -40, 180]],
            "LOANS": [[1800, 1000, 1200]],
            "LOAN_GROWTH": [[60, 90, 0]],
        },
        people=3,
        derived={
            "DEP_PRICE": "20000*30/100/all_sum(DEPOSITS)",
            "GROWTH_PRICE": "20000*15/100/all_sum(max(0, GROWTH))",
            "LOAN_PRICE": "12000*10/100/all_sum(LOANS)",
            "LG_PRICE": "12000*5/100/all_sum(max(0, LOAN_GROWTH))",
            "PAY": "DEP_PRICE*DEPOSITS + GROWTH_PRICE*max(0, GROWTH) + LOAN_PRICE*LOANS"
            " + LG_PRICE*max(0, LOAN_GROWTH)",
        },
    )
    prices = [given.value(c, 0)[0] for c in ("DEP_PRICE", "GROWTH_PRICE", "LOAN_PRICE", "LG_PRICE")]
    assert prices == pytest.approx([0.75, 10.0, 0.3, 4.0])
    assert given.value("PAY", 0)[:2].tolist() == pytest.approx([3855.0, 1785.0])
    grown = surroundings({"GROWTH": [[120, -40, 280]]}, people=3)
    assert figures("20000*15/100/all_sum(max(0, GROWTH))*max(0, GROWTH)", grown)[0] == pytest.approx(900.0)


def test_nobody_grew_so_there_is_no_price():
    given = surroundings({"GROWTH": [[-1, -2]]}, people=2)
    assert figures("coalesce(3000/all_sum(max(0, GROWTH)), 0)", given) == [0.0, 0.0]


def test_month_sheet_with_arrears_bonus_steps_and_minimum_pay():
    """A: plan 50 and arrears 10, done 66 of 60, 20 + 1 points. B: 40 of 50 done, 16 points, arrears 10."""
    given = surroundings(
        {"PLAN": [[50, 50], [50, 50]], "DONE": [[66, 40], [40, 50]]},
        people=2,
        derived={
            "ARREARS": ("max(0, PLAN + previous(ARREARS) - DONE)", 0.0),
            "DUE": "PLAN + previous(ARREARS)",
            "POINTS": "if(DONE >= DUE, 20 + min(10, floor((DONE/DUE - 1)*10)), 20*DONE/DUE)",
        },
    )
    assert given.value("DUE", 0).tolist() == [60.0, 50.0]
    assert given.value("POINTS", 0).tolist() == pytest.approx([21.0, 16.0])
    assert given.value("ARREARS", 0).tolist() == [0.0, 10.0]
    pay = surroundings({"SHEET": [[101, 64, 30, 150]]}, people=4)
    assert figures("round(max(200, 600*min(136, SHEET)/100), 2)", pay) == [606.0, 384.0, 200.0, 816.0]


@pytest.mark.parametrize(("done", "points"), [(119.9, 21), (120, 22), (110, 21), (109.99, 20), (300, 30)])
def test_only_whole_steps_pay(done, points):
    given = surroundings({"DONE": [done]})
    assert figures("20 + min(10, floor((DONE - 100)/10))", given) == [points]


def test_piece_rates_margin_fines_and_brackets():
    """A 2 920, of which 384 into the deposit, 2 536 paid; B 5 080, 824, 4 256."""
    given = surroundings(
        {
            "LEAD": [[6, 1]],
            "ASSIST": [[2, 0]],
            "CARE": [[85, 140]],
            "GUARANTEED": [[3_000_000 * 0.045, 0]],
            "MORTGAGED": [[5_000_000 * 0.03, 0]],
            "UNSECURED": [[0, 8_000_000 * 0.06]],
            "OVERDUE": [[1, 0]],
            "DAYS": [[12, 0]],
        },
        people=2,
        derived={
            "VOLUME": "120*LEAD + 40*ASSIST + 8*CARE",
            "MARGIN": "(1.0*GUARANTEED + 0.8*MORTGAGED + 1.2*UNSECURED)/12*8/100",
            "FINE": "20*OVERDUE + 20*DAYS",
            "PERFORMANCE": "VOLUME + MARGIN - FINE",
            "DEPOSIT": "brackets(PERFORMANCE, [[0, 10], [2000, 20], [5000, 30], [8000, 40], [15000, 50]])",
            "PAID": "round(PERFORMANCE - DEPOSIT, 2)",
            "HIRED": "if(LEAD >= 2, 500, 0)",
        },
    )
    for code, a, b in [
        ("VOLUME", 1480, 1240),
        ("MARGIN", 1700, 3840),
        ("FINE", 260, 0),
        ("PERFORMANCE", 2920, 5080),
        ("DEPOSIT", 384, 824),
        ("PAID", 2536, 4256),
        ("HIRED", 500, 0),
    ]:
        assert given.value(code, 0).tolist() == pytest.approx([a, b]), code


def test_points_scaled_by_month_with_conditional_minimums():
    """June: A 7.50 + 10.00 + 6.00 + 4.50 + 0 = 28.00, B 10.00 + 4.80 + 11.50 + 1.50 − 1.50 = 26.30."""
    given = surroundings(
        {
            "GROWTH": [[1500, 12000]],
            "WIDENING": [[60, 80]],
            "BORROWERS": [[560, 480]],
            "COMPANIES": [[2, 0]],
            "BAD": [[8, -3]],
            "RATE": [[0.50, 0.20]],
            "DAYS_MISSING": [[0, 3]],
        },
        people=2,
        targets={"GROWTH": [[2000, 20000]], "WIDENING": [[100, 100]]},
        derived={
            "G": "GROWTH/target(GROWTH)*20*month()/12",
            "P1": "min(24, if(GROWTH >= 10000, max(10, G), G))",
            "W": "WIDENING/target(WIDENING)*12*month()/12",
            "P2": "min(15, if(BORROWERS >= 550, max(9, W), W) + 0.5*COMPANIES)",
            "P3": "min(12, 10 - 0.5*BAD)",
            "P4": "max(0, min(5, 10*(RATE - 0.35) + 3))",
            "P5": "-0.5*max(0, DAYS_MISSING)",
            "ALL": "round(P1 + P2 + P3 + P4 + P5, 2)",
        },
    )
    for code, a, b in [
        ("P1", 7.5, 10.0),
        ("P2", 10.0, 4.8),
        ("P3", 6.0, 11.5),
        ("P4", 4.5, 1.5),
        ("P5", 0.0, -1.5),
        ("ALL", 28.0, 26.3),
    ]:
        assert given.value(code, 0).tolist() == pytest.approx([a, b]), code


def test_growth_and_increment_of_converted_customers():
    """Three units, A, B and C; the quarter and the same quarter of the year before."""
    now, then, between = [400, 300, 500], [380, 280, 520], [0, 0, 0]
    rows = {
        "N1": [now, between, between, between, then],
        "N2": [[60, 90, 40], between, between, between, [50, 50, 45]],
        "N3": [[20, 30, 10], between, between, between, [15, 20, 12]],
        "N4": [[30, 20, 40], between, between, between, [30, 20, 40]],
        "MERCHANTS": [[94, 100, 110]],
    }
    given = surroundings(
        rows,
        people=3,
        period="2026Q2",
        derived={
            "K1": "3.5*N1 + 18*N2 + 35*N3 + 8*N4",
            "INCREMENT": "K1 - year_ago(K1)",
            "GROWTH": "(K1 - year_ago(K1))/year_ago(K1)*100",
            "DEDUCTION": "max(0, 1 - MERCHANTS/100)*10",
        },
    )
    assert given.value("K1", 0).tolist() == [3420.0, 3880.0, 3140.0]
    assert given.value("K1", 4).tolist() == [2995.0, 2740.0, 3370.0]
    assert given.value("INCREMENT", 0).tolist() == [425.0, 1140.0, -230.0]
    assert given.value("GROWTH", 0).tolist() == pytest.approx([14.1903, 41.6058, -6.8249], abs=5e-5)
    assert given.value("DEDUCTION", 0).tolist() == pytest.approx([0.6, 0.0, 0.0])


def test_points_of_the_last_two_and_deductions_of_the_last_three_quarters():
    given = surroundings({"POINTS": [11.7, 5.85, 9], "OFF": [0, 1, 2.5]}, period="2026Q3")
    assert figures("sum_of_last(POINTS, 2) - sum_of_last(OFF, 3)", given) == pytest.approx([14.05])
