"""Values: sizes no branch has, scales, targets, slips of the unit seen in the file itself."""

import math
from dataclasses import replace

import pytest

from data.reading.known import Known, Takes
from data.reading.metrics.read import read_metrics
from tests.reading.files import KNOWN, csv, found, held, looked, rules

SCALED = replace(
    KNOWN,
    takes=lambda period: (
        {"E01": Takes((0.0, 100.0), False), "G01": Takes(None, True)} if period >= "2026-01" else {}
    ),
)


@pytest.mark.parametrize("cell", ["1e308", "1e-320", "1.5e21", "-2e15", "9" * 30, "1e-13万元"])
def test_sizes_that_no_branch_has_are_held_back(tmp_path, cell):
    path = csv(tmp_path, f"CM01,2026-03,{cell}", "CM02,2026-03,5")
    assert held(read_metrics(path, KNOWN)) == [("number_out_of_range", 2)]


@pytest.mark.parametrize("cell", ["١٢", "１２.٥", "১২", "1_000", "0x10", "True", "∞", "½", "²"])
def test_other_scripts_and_program_words_are_no_numbers(tmp_path, cell):
    path = csv(tmp_path, f"CM01,2026-03,{cell}", "CM02,2026-03,5")
    assert held(read_metrics(path, KNOWN)) == [("number", 2)]


def test_minus_nought_is_nought_and_the_limits_are_taken(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,-0.0", "CM02,2026-03,(0)", "CM03,2026-03,0", "CM04,2026-03,1e15")
    values = list(found(read_metrics(path, KNOWN)).values())
    assert [math.copysign(1, v) for v in values[:3]] == [1, 1, 1] and values[3] == 1e15


def test_a_value_outside_the_scale_of_the_rule_in_force_is_held_back(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,284", "CM02,2026-03,100", "CM03,2026-03,-1", "CM04,2025-12,284")
    judged = read_metrics(path, SCALED)
    assert held(judged) == [("outside_scale", 2), ("outside_scale", 4)]
    assert next(p.params for p in judged.problems if p.rule == "outside_scale") == {"low": 0.0, "high": 100.0}
    first, second = judged.questions
    assert [c.key for c in first.choices] == ["convert:2.84", "leave-out"]
    assert [c.key for c in second.choices] == ["leave-out"]
    again = read_metrics(path, SCALED, answers={first.key: "convert:2.84", second.key: "leave-out"})
    assert not held(again) and found(again)["CM01", "2026-03", "E01"] == 2.84
    assert ("CM03", "2026-03", "E01") not in found(again)


@pytest.mark.parametrize("target", ["0", "-5"])
def test_a_target_must_be_above_nought_only_where_the_rule_divides_by_it(tmp_path, target):
    rows = [f"CM01,2026-03,E01,1,{target}", f"CM02,2026-03,G01,1,{target}", f"CM03,2025-12,G01,1,{target}"]
    path = csv(tmp_path, *rows, head="manager_id,period,indicator,value,target")
    for kind in ("metrics", "targets"):
        judged = read_metrics(path, SCALED, kind=kind)
        assert held(judged) == [("target-positive", 3)]
        assert judged.accepted["target"].tolist() == [float(target)] * 2


def test_targets_that_are_no_numbers_are_held_back_and_dashes_told(tmp_path):
    rows = ["CM01,2026-03,E01,abc", "CM02,2026-03,E01,—", "CM03,2026-03,E01,", "CM04,2026-03,E01,5"]
    path = csv(tmp_path, *rows, head="manager_id,period,indicator,target")
    judged = read_metrics(path, KNOWN, kind="targets")
    assert held(judged) == [("number", 2)] and "missing_dash" in rules(judged, "warning")
    assert judged.accepted["target"].isna().tolist() == [True, True, False]


PEOPLE = [f"CM{k:02d}" for k in range(1, 13)]


@pytest.mark.parametrize(
    ("times", "rule", "severity"),
    [
        (1e3, "file_thousand", "error"),
        (1e4, "file_ten_thousand", "error"),
        (1e-4, "file_too_small", "warning"),
        (1e-3, "file_too_small", "warning"),
        (30, None, None),
        (0.05, None, None),
    ],
)
def test_a_slip_of_the_unit_is_seen_beside_the_files_other_rows(tmp_path, times, rule, severity):
    values = [100 + 7 * k for k in range(12)]
    values[4] *= times
    path = csv(tmp_path, *(f"{p},2026-03,{v:g}" for p, v in zip(PEOPLE, values, strict=True)))
    assert looked(read_metrics(path, KNOWN)) == ([(rule, severity, 6)] if rule else [])


def test_two_slips_of_twelve_do_not_vouch_for_each_other(tmp_path):
    values = [100 + 7 * k for k in range(12)]
    values[4], values[9] = values[4] * 1e4, values[9] * 1e4
    path = csv(tmp_path, *(f"{p},2026-03,{v}" for p, v in zip(PEOPLE, values, strict=True)))
    judged = read_metrics(path, KNOWN)
    assert held(judged) == [("file_ten_thousand", 6), ("file_ten_thousand", 11)]
    answers = {q.key: q.choices[1].key for q in judged.questions}
    again = read_metrics(path, KNOWN, answers=answers)
    assert not held(again) and found(again)["CM05", "2026-03", "E01"] == 128


def test_small_counts_and_flows_that_are_no_money_may_differ(tmp_path):
    flow = replace(KNOWN, units={"E01": "户"}, measures={"E01": "flow"})
    counts = replace(KNOWN, units={"E01": "户"}, measures={"E01": "count"})
    path = csv(tmp_path, *(f"{p},2026-03,{v}" for p, v in zip(PEOPLE, [1] * 11 + [1000], strict=True)))
    for known in (flow, counts):
        assert looked(read_metrics(path, known)) == []


def test_somebody_whose_own_past_is_as_large_is_no_slip(tmp_path):
    past = replace(KNOWN, history={("CM12", "E01"): [98_000.0, 101_000.0]})
    path = csv(tmp_path, *(f"{p},2026-03,{v}" for p, v in zip(PEOPLE, [100] * 11 + [100_000], strict=True)))
    assert held(read_metrics(path, KNOWN)) == [("file_thousand", 13)]
    assert not held(read_metrics(path, past))


@pytest.mark.parametrize(("times", "key"), [(1e4, "divide-column"), (1e-4, "multiply-column")])
def test_a_column_in_another_unit_is_told_against_history_once(tmp_path, times, key):
    history = {(p, "E01"): [100.0 + k, 110.0 + k] for k, p in enumerate(PEOPLE)}
    known = Known(KNOWN.people, KNOWN.indicators, KNOWN.units, KNOWN.measures, history)
    path = csv(tmp_path, *(f"{p},2026-03,{(104 + k) * times:g}" for k, p in enumerate(PEOPLE)))
    judged = read_metrics(path, known)
    assert [(p.rule, p.count) for p in judged.problems if p.severity == "error"] == [
        ("column_in_another_unit", 12)
    ]
    assert len(judged.accepted) == 0
    (question,) = judged.questions
    again = read_metrics(path, known, answers={question.key: key})
    assert not held(again)
    assert again.accepted["value"].tolist() == pytest.approx([104 + k for k in range(12)])
    assert len(read_metrics(path, known, answers={question.key: "as-it-stands"}).accepted) == 12
