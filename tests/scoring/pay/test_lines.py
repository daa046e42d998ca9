"""What each kind of line pays, by hand, beside the examples of docs/scheme.md and the wild schemes."""

import pytest

from scoring.errors import MeasurementError
from scoring.pay import explain
from tests.scoring.pay.paying import HEAD, faults, lacking, line, run_of

NAN = float("nan")
GRADES = """
[[grade]]
name = "A"
from = 90
coefficient = 1.2
[[grade]]
name = "D"
from = 0
"""


def one(kind, **keys):
    said = "\n".join(f"{key} = {value}" for key, value in keys.items())
    return f'[[pay]]\ncode = "X"\nname = "X"\nkind = "{kind}"\n{said}\n'


def test_a_price_is_rounded_half_up_to_the_fen():
    run = run_of(one("price", quantity='"Q"', price='"0.005"'), {"Q": [1.0, 3.0, 2.0, 0.9]})
    assert line(run, "X") == [1, 2, 1, 0]


def test_who_has_no_part_in_shares_counts_none_of_it_and_who_has_none_at_all_is_told():
    text = one("price", shares="{ LEAD = 70, ASSIST = 30 }", price="100")
    run = run_of(text, {"LEAD": [1.0, NAN, 2.0, NAN], "ASSIST": [1.0, 2.0, NAN, NAN]})
    assert line(run, "X") == [10_000, 6_000, 14_000, 0]
    assert lacking(run, "X") == [False, False, False, True]


def test_a_pool_ends_at_the_fen_and_the_last_goes_to_the_largest_remainders():
    run = run_of(one("pool", pool="100", share='"W"', nobody='"unpaid"'), {"W": [1.0, 1.0, 1.0]})
    assert line(run, "X") == [3334, 3333, 3333]
    run = run_of(one("pool", pool='"0.01"', share='"W"', nobody='"unpaid"'), {"W": [1.0, 2.0, 4.0]})
    assert line(run, "X") == [0, 0, 1]


def test_a_team_shares_its_own_pool_and_who_is_in_none_is_told():
    text = one("pool", pool='"team_sum(W)"', share='"W"', within='"team"', nobody='"unpaid"')
    run = run_of(text, {"W": [1.0, 3.0, 5.0, 7.0]}, teams=["T1", "T1", "T2", None])
    assert line(run, "X") == [100, 300, 500, 0] and lacking(run, "X") == [False, False, False, True]


def test_equal_parts_go_to_those_whose_share_is_known():
    run = run_of(one("pool", pool="10", share='"W"', nobody='"equal"'), {"W": [0.0, NAN, 0.0]})
    assert line(run, "X") == [500, 0, 500] and lacking(run, "X") == [False, True, False]


def test_two_brackets_hold_no_more_than_there_is():
    text = one("price", quantity='"Q"', price="1")
    for code in ("H1", "H2"):
        text += f'[[pay]]\ncode = "{code}"\nname = "H"\nkind = "brackets"\nof = ["X"]\n'
        text += 'table = [[0, 60]]\ninto = "held"\n'
    assert run_of(text, {"Q": [100.0]}).held.sum(axis=1).tolist() == [10_000]


def test_who_lacks_a_share_takes_no_part_and_is_told():
    run = run_of(one("pool", pool="10", share='"W"', nobody='"equal"'), {"W": [2.0, NAN, 3.0]})
    assert line(run, "X") == [400, 0, 600] and lacking(run, "X") == [False, True, False]


@pytest.mark.parametrize(("nobody", "paid"), [("unpaid", [0, 0, 0]), ("equal", [334, 333, 333])])
def test_where_nobody_has_a_share_the_stated_way_holds(nobody, paid):
    text = one("pool", pool="10", share='"W"', nobody=f'"{nobody}"')
    assert line(run_of(text, {"W": [0.0, -4.0, 0.0]}), "X") == paid


@pytest.mark.parametrize(("pool", "key"), [('"10*W"', "pay-pool-differs"), ('"0 - 10"', "pay-pool-below")])
def test_a_pool_that_is_no_one_sum_is_refused_with_its_place(pool, key):
    with pytest.raises(MeasurementError) as caught:
        run_of(one("pool", pool=pool, share='"W"', nobody='"unpaid"'), {"W": [1.0, 2.0]})
    assert [(f.key, f.where) for f in caught.value.faults] == [(key, "X.pool")]


def test_a_base_times_the_coefficient_of_the_grade_and_nobody_s_without_one():
    text = one("coefficient", base="1000", factors='["coefficient()", "presence()"]')
    run = run_of(text, {"A": [95.0, 80.0]}, head=HEAD + GRADES, presence=[0.5, 1.0])
    assert line(run, "X") == [60_000, 0] and lacking(run, "X") == [False, True]


def test_protected_leave_costs_no_pay():
    text = one("coefficient", base="1000", factors='["presence()"]')
    run = run_of(text, {"A": [80.0, 80.0]}, presence=[0.5, 0.5], attendance=[1.0, 0.75])
    assert line(run, "X") == [100_000, 75_000]


@pytest.mark.parametrize(("closed", "paid"), [("left", [0, 10, 10, 20]), ("right", [0, 0, 10, 20])])
def test_a_step_holds_its_left_or_its_right_edge(closed, paid):
    text = one("step", on='"N"', edges="[5, 10]", amounts="[0, 10, 20]", closed=f'"{closed}"')
    assert line(run_of(text, {"N": [4.9, 5.0, 5.1, 10.1]}), "X") == [100 * yuan for yuan in paid]


def test_a_fine_takes_and_never_gives():
    run = run_of(one("fine", amount='"20*N"'), {"N": [3.0, -3.0]})
    assert line(run, "X") == [-6000, 0]


def test_lines_that_rest_on_what_is_missing_are_missing_too():
    text = one("price", quantity='"Q"', price="1")
    text += '[[pay]]\ncode = "LEAST"\nname = "L"\nkind = "floor"\namount = 200\n'
    text += '[[pay]]\ncode = "MORE"\nname = "M"\nkind = "bonus"\nwhen = "pay(X) > 50"\namount = "pay(X)/10"\n'
    text += '[[pay]]\ncode = "LAST"\nname = "L"\nkind = "ceiling"\namount = 105\nof = ["X", "MORE"]\n'
    run = run_of(text, {"Q": [100.0, 10.0, NAN]})
    assert [line(run, code) for code in ("X", "LEAST", "MORE", "LAST")] == [
        [10_000, 1_000, 0],
        [9_000, 19_000, 0],
        [1_000, 0, 0],
        [-500, 0, 0],
    ]
    assert all(lacking(run, code) == [False, False, True] for code in ("X", "LEAST", "MORE", "LAST"))


def test_the_head_of_a_team_is_paid_by_the_mean_of_those_whose_line_it_is():
    text = one("price", quantity='"Q"', price="1", positions='["客户经理"]')
    text += '[[pay]]\ncode = "HEAD"\nname = "H"\nkind = "coefficient"\npositions = ["主管"]\n'
    text += 'base = "team_mean(pay(X))"\nfactors = ["1.2"]\n'
    held = ["客户经理", "客户经理", "主管", "客户经理"]
    run = run_of(text, {"Q": [100.0, 200.0, 999.0, 700.0]}, positions=held, teams=["T1", "T1", "T1", "T2"])
    assert line(run, "HEAD") == [0, 0, 18_000, 0] and not run.missing.any()


def test_deferral_takes_its_share_of_what_is_left_after_deductions_from_the_lines_that_give():
    text = '[payment]\nmaterial = ["客户经理"]\ndeferred = 0.4\n' + one("price", quantity='"Q"', price="1")
    text += '[[pay]]\ncode = "F"\nname = "F"\nkind = "fine"\namount = 20\n'
    text += (
        '[[pay]]\ncode = "B"\nname = "B"\nkind = "bonus"\nwhen = "Q > 0"\namount = 30\ndeferrable = false\n'
    )
    run = run_of(text, {"Q": [100.0, 10.0, 100.0]}, positions=["客户经理", "客户经理", "柜员"])
    by_code = {one.code: run.held[:, k].tolist() for k, one in enumerate(run.lines)}
    assert by_code == {"B": [0, 0, 0], "F": [0, 0, 0], "X": [3_200, 0, 0]}
    assert run.now.tolist() == [7_800, 2_000, 11_000]


def test_a_measure_that_nobody_has_refuses_the_pay_not_the_sheet():
    with pytest.raises(MeasurementError) as caught:
        run_of(one("price", quantity='"DEPOSITZ"', price="1"), {"DEPOSITS": [1.0]})
    (fault,) = caught.value.faults
    assert (fault.key, fault.where, fault.params["name"]) == ("formula-name", "X.quantity", "DEPOSITZ")


def test_a_sheet_of_a_scheme_without_lines_pays_nothing():
    run = run_of("", {"A": [80.0, 90.0]})
    assert run.totals.tolist() == [0, 0] and explain(run, "P1") == ()


def test_a_line_shows_its_arithmetic_and_the_measures_that_it_rests_on():
    text = one("price", quantity='"K"', price='"0.75"')
    text += '[[derived]]\ncode = "K"\nname = "K"\nformula = "2*Q"\n'
    text += '[[pay]]\ncode = "B"\nname = "B"\nkind = "brackets"\nof = ["X"]\ntable = [[0, 10], [100, 20]]\n'
    text += 'into = "deducted"\n'
    first, second = explain(run_of(text, {"Q": [100.0]}), "P1")
    assert (first.working.key, dict(first.working.params)) == (
        "pay-working-price",
        {"quantity": 200, "price": 0.75, "amount": 150},
    )
    assert dict(first.reads) == {"Q": 100} and first.amount == 15_000
    assert second.working.params["slices"] == ((100.0, 10.0), (50.0, 20.0)) and second.amount == -2_000


def test_what_is_missing_says_why():
    (told,) = explain(run_of(one("price", quantity='"Q"', price="1"), {"Q": [NAN]}), "P1")
    assert told.missing and told.working.key == "pay-working-missing"
    assert told.working.params["why"].key == "formula-why-no-value"


@pytest.mark.parametrize(
    ("text", "key", "where"),
    [
        (one("price", price="1"), "missing-key", "X"),
        (one("price", price="1", quantity='"Q"', shares="{ A = 100 }"), "pay-quantity-one", "X"),
        (one("price", price="1", shares="{ A = 70, Q = 20 }"), "pay-shares", "X"),
        (one("pool", pool="1", share='"Q"'), "missing-key", "X"),
        (one("pool", pool="1", share='"Q"', nobody='"kept"'), "not-one-of", "X"),
        (one("coefficient", base="1", factors="[]"), "wrong-type", "X"),
        (one("coefficient", base="1", factors='["1 +"]'), "formula-expected", "X.factors.1"),
        (one("step", on='"Q"', edges="[1]", amounts="[1]"), "pay-amounts", "X"),
        (one("step", on='"Q"', edges="[2, 1]", amounts="[1, 2, 3]"), "pay-rising", "X"),
        (one("bonus", amount="1"), "missing-key", "X"),
        (one("bonus", amount="1", when='"Q"'), "formula-condition-wanted", "X.when"),
        (one("fine", amount='"Q > 1"'), "formula-number-wanted", "X.amount"),
        (one("fine", amount="1", loss='"yes"'), "wrong-type", "X"),
        (one("floor", amount="1", of='["Y"]'), "pay-line", "X"),
        (one("brackets", table="[[0, 10], [0, 20]]", into='"held"'), "pay-rising", "X"),
        (one("brackets", table="[[0, 110]]", into='"held"'), "out-of-range", "X"),
        (one("bonus", when='"pay(X) > 1"', amount="1"), "pay-circle", "X"),
        (one("bonus", when='"Q > 1"', amount="1", price="1"), "unknown-key", "X"),
        (one("wage", amount="1"), "not-one-of", "X"),
        (one("fine", amount="1") * 2, "duplicate-entry", "X"),
        (one("fine", amount='"score(Z)"'), "formula-name", "X.amount"),
        ("[payment]\ndeferred = 1.4", "out-of-range", "payment"),
        ("[payment]\nyears = 0", "out-of-range", "payment"),
        ('[payment]\nminimum = "Q > 1"', "formula-number-wanted", "payment.minimum"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(text, key, where):
    assert (key, where) in faults(text)


@pytest.mark.parametrize("word", ["pay(X)", "coefficient()", "presence()", "deductions()"])
def test_what_only_pay_knows_is_refused_where_scores_are_made(word):
    text = HEAD.replace("rule = {", f'quantity = "{word}"\nrule = {{')
    assert ("formula-not-here", "A.quantity") in faults(one("fine", amount="1"), text)


def test_a_measure_may_be_called_as_a_word_of_pay():
    run = run_of(one("price", quantity='"pay + presence"', price="1"), {"pay": [1.0], "presence": [2.0]})
    assert line(run, "X") == [300]
