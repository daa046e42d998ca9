"""Expressions and conditions on a sheet: what they do, in which order, and what is said of gaps."""

import numpy as np
import pytest

from scoring import MeasurementError, Measurements, Scheme, SchemeError, compare, score
from scoring.cohort.history import History
from scoring.periods import parse_period
from tests.scoring.scheme_files import HEAD, indicator, profiled
from words.text import text_for

nan = np.nan


def scored(text, columns, **more):
    scheme = Scheme.from_toml(HEAD + text)
    people = [f"P{i}" for i in range(len(next(iter(columns.values()))))]
    return score(
        scheme, Measurements(people, tuple(columns), np.column_stack(list(columns.values())), **more)
    )


def condition(on, when, then, more=""):
    return f"[[condition]]\non = \"{on}\"\nwhen = '{when}'\nthen = {{ {then} }}\n{more}\n"


def derived(code, formula, more=""):
    return f'[[derived]]\ncode = "{code}"\nname = "{code}"\nformula = "{formula}"\n{more}\n'


def refused(text):
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(HEAD + text)
    return {fault.key for fault in raised.value.faults}, raised.value.faults


TWO = indicator("A", 50, 'factor = "F / 10"\nhighest = 90') + indicator("B", 50)


def test_an_indicator_goes_from_the_rule_over_factor_and_conditions_to_its_bounds():
    text = TWO + condition("A", "X > 0", "at_least = 60") + condition("A", "X > 1", "multiply = 2")
    sheet = scored(text, {"A": [80, 80, 80], "B": [0, 0, 0], "F": [5, 5, 5], "X": [0, 1, 2]})
    assert sheet.evaluated.cells.raw[:, 0].tolist() == [80, 80, 80]
    assert sheet.scores[:, 0].tolist() == [40, 60, 90]
    step = sheet.explain("P2").indicators[0]
    assert [(c.before, c.after, c.held) for c in step.conditions] == [(40, 60, True), (60, 120, True)]
    assert (step.raw, step.factor.value, step.bound) == (80, 0.5, "highest")
    # The other way round it is another result: conditions stand in the order of the file.
    swapped = TWO + condition("A", "X > 1", "multiply = 2") + condition("A", "X > 0", "at_least = 60")
    swapped = scored(swapped, {"A": [20], "B": [0], "F": [5], "X": [2]})
    assert swapped.scores[0, 0] == 60


def test_a_condition_that_cannot_be_told_does_not_hold_and_says_so():
    text = TWO + condition("A", "X > 0", "at_least = 60") + condition("A", "B > 1", "add = 1", 'per = "Y"')
    sheet = scored(text, {"A": [80], "B": [50], "F": [5], "X": [nan], "Y": [nan]})
    assert sheet.scores[0, 0] == 40
    assert [c.held for c in sheet.explain("P0").indicators[0].conditions] == [None, None]
    # Nothing is invented for somebody without a score.
    gone = scored(text, {"A": [nan], "B": [50], "F": [5], "X": [1], "Y": [1]})
    assert np.isnan(gone.scores[0, 0])


def test_conditions_read_scores_of_indicators_before_them():
    text = indicator("A", 50) + indicator("B", 50)
    text += condition("A", "score(B) >= 70 and score(A) < 50", "at_least = 50")
    text += condition("B", "B > 90", "at_most = 65")
    sheet = scored(text, {"A": [30, 30, 60], "B": [80, 95, 80]})
    assert sheet.scores.tolist() == [[50, 80], [30, 65], [60, 80]]


def test_a_circle_of_conditions_is_named():
    text = indicator("A", 50) + indicator("B", 50)
    text += condition("A", "score(B) > 1", "add = 1") + condition("B", "score(A) > 1", "add = 1")
    keys, faults = refused(text)
    assert keys == {"condition-circle"} and "A → B → A" in text_for("zh").fault(faults[0])


def test_who_writes_a_name_is_told_its_code_and_who_has_no_position_that_it_lacks():
    text = indicator("A", 100, 'quantity = "存款净增 * 2"').replace('name = "A"', 'name = "存款净增"')
    with pytest.raises(MeasurementError) as raised:
        scored(text, {"A": [30]})
    assert [fault.params["near"].params for fault in raised.value.faults] == [{"name": "A"}]
    with pytest.raises(MeasurementError) as raised:
        scored(profiled(own=False), {"A": [30, 40], "B": [1, 2]}, positions=[None, "保安"])
    assert [fault.key for fault in raised.value.faults] == ["no-position", "no-profile"]


def test_one_thing_that_is_wrong_is_one_sentence():
    assert refused(TWO + condition("A", "X > 0", "at_least = 1, add = 2"))[0] == {"effect-one"}


def test_who_is_granted_the_highest_has_that_of_the_rule_before_the_factor():
    granted = 'factor = "F"\nwithout_target = "highest"\nhighest = 110'
    text = indicator("A", 100, granted, '{ type = "attainment", cap = 120 }')
    sheet = scored(text, {"A": [30, 30, 30], "F": [0.5, 1, 0.5]}, targets=[[nan, nan], [nan, nan], [30, nan]])
    assert sheet.scores[:, 0].tolist() == [60, 110, 50]


SECTIONS = '[[section]]\ncode = "S"\nname = "S"\ncap = 40\n[[section]]\ncode = "R"\nname = "R"\n'
PARTED = SECTIONS + indicator("A", 50, 'section = "S"') + indicator("B", 50, 'section = "R"')


def test_conditions_on_sections_keep_their_cap_and_those_on_the_total_come_after():
    text = PARTED + condition("section:S", "X > 0", "add = 10")
    text += condition("section:R", "section(S) >= 40", "multiply = 0.5")
    text += condition("total", "total() < 50", "add = -1", 'per = "X"')
    sheet = scored(text, {"A": [70, 70, 90], "B": [40, 40, 80], "X": [0, 3, 1]}, additions=[5, 0, 0])
    assert sheet.sections.tolist() == [[35, 20], [40, 10], [40, 20]]
    assert sheet.exact.tolist() == [60, 50, 60]
    lower = scored(text, {"A": [70, 20], "B": [10, 40], "X": [2, 1]})
    # 40 + 5·½, then 2 are lost; 20 + 20 (10 + 10), then 1 is lost.
    assert lower.exact.tolist() == [40.5, 39]
    assert [(s.kind, s.amount) for s in lower.explain("P0").totals][:3] == [
        ("mean", 40),
        ("sections", 2.5),
        ("conditions", -2),
    ]
    assert lower.after_mean.sum(axis=1) + lower.base == pytest.approx(lower.exact)


def test_an_entry_that_is_excluded_is_shown_but_not_ranked():
    text = indicator("A", 100) + '[[grade]]\nname = "A"\nfrom = 60\n[[grade]]\nname = "D"\nfrom = 0\n'
    text += condition("entry", "DAYS < 20 or total() < 10", "exclude = true", 'reason = { zh = "出勤不足" }')
    sheet = scored(text, {"A": [90, 80, 5, 70], "DAYS": [10, 22, 22, nan]})
    assert sheet.totals.tolist() == [90, 80, 5, 70]
    assert sheet.status.tolist() == ["excluded", "ranked", "excluded", "ranked"]
    assert np.array_equal(sheet.ranks, [nan, 1, nan, 2], equal_nan=True)
    assert sheet.grades.tolist() == [None, "A", None, "A"]
    assert sheet.explain("P0").conditions[0].condition.reason["zh"] == "出勤不足"


GRADES = """
[[grade]]
name = "A"
from = 80
quota = 0.5
when = "NPL <= 2 and score(B) >= 60"
[[grade]]
name = "B"
from = 60
when = "NPL <= 3"
[[grade]]
name = "D"
from = 0
"""


def test_a_grade_may_ask_more_than_a_total():
    text = GRADES + indicator("A", 50) + indicator("B", 50)
    columns = {"A": [100, 100, 90, 100, 50], "B": [80, 58, 80, 80, 50], "NPL": [1, 1, 2.5, 9, 1]}
    sheet = scored(text, columns)
    assert sheet.grades.tolist() == ["A", "B", "B", "D", "D"]
    asked = sheet.explain("P2").grades
    assert [(g.grade, g.held, g.short) for g in asked] == [("A", False, 0), ("B", True, 0)]
    assert [(g.grade, g.short) for g in sheet.explain("P4").grades] == [("A", 30), ("B", 10)]
    # Whom a quota moves down goes on to the next grade that is open to him.
    many = scored(text.replace("0.5", "0.1"), {"A": [90] * 9 + [89], "B": [90] * 10, "NPL": [1] * 10})
    assert set(many.grades) == {"B"}


def test_the_last_grade_is_open_to_all():
    assert refused(GRADES.replace("from = 0", 'from = 0\nwhen = "X > 1"') + TWO)[0] == {"grade-when-last"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (condition("Z", "X > 0", "add = 1"), "condition-on"),
        (condition("A", "X > 0", "add = 1, multiply = 2"), "effect-one"),
        (condition("A", "X > 0", "exclude = true"), "condition-exclude"),
        (condition("entry", "X > 0", "exclude = false"), "exclude-true"),
        (condition("A", "X + 1", "add = 1"), "formula-condition-wanted"),
        (condition("A", "X > 1", "at_least = 1", 'per = "X"'), "condition-per"),
        (condition("A", "total() > 1", "add = 1"), "formula-not-here"),
        (condition("total", "score(Q) > 1", "add = 1"), "formula-name"),
        (derived("K", "X > 1"), "formula-number-wanted"),
        (derived("A", "X"), "derived-indicator"),
        (derived("K", "L") + derived("L", "K"), "formula-circle"),
        (derived("K", "X +"), "formula-expected"),
    ],
)
def test_what_cannot_work_is_refused_in_words(text, key):
    keys, faults = refused(TWO + text)
    assert key in keys
    for lang in ("zh", "en"):
        for fault in faults:
            assert "{" not in text_for(lang).fault(fault)


def test_a_misspelt_measure_is_named_with_the_nearest_one():
    with pytest.raises(MeasurementError) as raised:
        scored(TWO + derived("K", "LOANZ * 2"), {"A": [1], "B": [1], "F": [1], "LOANS": [1]})
    assert raised.value.faults[0].where == "K.formula"
    assert "LOANS" in text_for("en").fault(raised.value.faults[0])


def test_what_asks_for_a_month_asks_for_a_period():
    with pytest.raises(MeasurementError):
        scored(TWO.replace("F / 10", "month()/12"), {"A": [1], "B": [1]})


def history(code, *past, period="2026-03"):
    table = np.array(past, dtype=float)
    return History(parse_period(period), np.full(table.shape[1], len(table)), {code: table}, {})


def test_a_target_may_be_an_expression_and_may_look_back():
    rule = '{ type = "attainment", cap = 200 }'
    text = indicator("A", 100, 'target = "1.1 * previous(A)"', rule)
    past = history("A", [100, 50, 0])
    sheet = scored(text, {"A": [121, 110, 5]}, targets=[[nan], [100], [nan]], history=past)
    assert sheet.scores[:2, 0].tolist() == pytest.approx([110, 110])
    # A plan of nothing cannot be divided by, and its person is named.
    assert [(r.person, r.reason) for r in sheet.refused] == [("P2", "measurement-target")]
    assert sheet.targets[0, 0] == pytest.approx(110)


def test_figures_of_others_are_told_of():
    text = indicator("A", 50, 'quantity = "100 * A / all_mean(A)"') + indicator("B", 50)
    steps = scored(text, {"A": [40, 60], "B": [1, 2]}).explain("P0").indicators
    assert [step.others_move_it for step in steps] == [True, False]
    text = derived("K", "all_sum(A)") + indicator("A", 50, 'quantity = "10 * A / K"') + indicator("B", 50)
    assert scored(text, {"A": [40, 60], "B": [1, 2]}).explain("P0").indicators[0].others_move_it


def test_other_weights_use_the_indicator_scores_again():
    text = PARTED + condition("section:S", "X > 0", "add = 10") + condition("A", "X > 0", "multiply = 0.5")
    columns = {"A": [70, 90], "B": [40, 80], "X": [0, 3]}
    sheet = scored(text, columns)
    moved = sheet.with_weights({"A": 20, "B": 80})
    again = scored(
        text.replace("weight = 50", "weight = 20", 1).replace("weight = 50", "weight = 80"), columns
    )
    assert moved.exact.tolist() == again.exact.tolist() and moved.evaluated is sheet.evaluated


def test_the_difference_between_two_sheets_is_split_without_a_rest():
    columns = {"A": [70, 20, 90], "B": [40, 40, 80], "F": [10, 9, 8], "X": [0, 3, 1]}
    before = scored(indicator("A", 40) + indicator("B", 60), columns)
    text = PARTED + condition("total", "total() < 70", "add = 2", 'per = "X"')
    text = text.replace('section = "S"', 'section = "S"\nquantity = "A * F / 10"', 1)
    after = scored(text, columns)
    found = compare(before, after)
    assert sum(found.parts.values()) == pytest.approx(found.difference, abs=1e-9)
    assert found.parts["data"] == pytest.approx(np.zeros(3))
    # Only rules changed: all of it is theirs.
    same = scored(indicator("A", 50) + indicator("B", 50), columns)
    rules = compare(same, after)
    assert rules.parts["rules"] == pytest.approx(rules.difference)


def test_what_only_one_of_two_schemes_reads_of_the_past_and_of_teams_is_no_change_of_the_data():
    plain = indicator("A", 50) + indicator("B", 50)
    text = indicator("A", 50, 'quantity = "A + previous(A) - team_mean(B)"') + indicator("B", 50)
    figures = [[60, 20], [70, 40], [50, 30]]
    people = ("P0", "P1", "P2")
    past = History(parse_period("2026-06"), np.ones(3, dtype=int), {"A": np.array([[1.0, 2.0, 3.0]])}, {})
    none = History(parse_period("2026-06"), np.zeros(3, dtype=int), {}, {})
    before = score(Scheme.from_toml(HEAD + plain), Measurements(people, "AB", figures, history=none))
    known = Measurements(people, "AB", figures, history=past, teams=["x", "x", "y"])
    found = compare(before, score(Scheme.from_toml(HEAD + text), known))
    # P0: A becomes 60 + 1 − 30, at half the weight.
    assert found.difference == pytest.approx([-14.5, -14, -13.5])
    assert found.parts["rules"] == pytest.approx(found.difference)
    assert found.parts["data"] == pytest.approx(np.zeros(3))
    # The same people in another order, and one of them gone.
    swapped = Measurements(
        ("P2", "P0"), "AB", [figures[2], figures[0]], history=past.of(np.array([2, 0])), teams=["y", "x"]
    )
    found = compare(before, score(Scheme.from_toml(HEAD + text), swapped))
    assert found.people == ("P2", "P0") and found.difference == pytest.approx([-13.5, -9.5])
    assert found.parts["rules"] == pytest.approx(found.difference)


def test_a_longer_past_of_the_same_periods_reaches_both_sides():
    short = indicator("A", 50, 'quantity = "A + previous(A)"') + indicator("B", 50)
    long = indicator("A", 50, 'quantity = "sum_of_last(A, 3)"') + indicator("B", 50)

    def sheet(text, depth):
        past = History(parse_period("2026-06"), np.array([depth]), {"A": np.ones((depth, 1))}, {})
        return score(Scheme.from_toml(HEAD + text), Measurements(["P"], "AB", [[10, 20]], history=past))

    found = compare(sheet(short, 1), sheet(long, 2))
    assert found.difference == pytest.approx([0.5]) and found.parts["rules"] == pytest.approx([0.5])


def test_profiles_and_expressions_together():
    text = profiled() + condition("total", 'position() == "主管"', "add = 5")
    sheet = scored(text, {"A": [30, 30], "B": [60, 60]}, positions=["客户经理", "主管"])
    assert sheet.totals.tolist() == [105, 65]
