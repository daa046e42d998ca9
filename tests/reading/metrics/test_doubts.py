"""Doubts are settled where they stand: asked once, answered in any order, kept as decisions."""

import datetime as dt
import itertools
import random
from dataclasses import replace

import pytest

from data.errors import WrongAnswer
from data.reading.known import Takes
from data.reading.metrics.read import read_metrics
from data.reading.problems import LEAVE_OUT
from tests.reading.files import KNOWN, book, csv, found, held, rules

JUDGED_AT = replace(
    KNOWN, today=dt.date(2026, 5, 10), takes=lambda period: {"R01": Takes((0.0, 100.0), False)}
)
HEAD = "工号,姓名,月份,日均存款净增,新增户数,不良率"
USUAL = [f"CM{k:02d},人{k},2026-0{m},{100 + k + m},{k},1.5" for k in range(1, 9) for m in (1, 2)]
DOUBTS = {
    "conflicting_duplicate": ("CM20,人20,2026-01,111,1,1", "CM20,人20,2026-01,222,1,1"),
    "id_name_mismatch": ("CM21,人22,2026-01,111,1,1",),
    "id_letter_O_for_zero": ("CMO9,人9,2026-01,111,1,1",),
    "unknown_id": ("CM9,人9,2026-02,111,1,1",),
    "thousands_in_doubt": ('CM23,人23,2026-01,"11,1",1,1',),
    "day_month_in_doubt": ("CM24,人24,03/04/2026,111,1,1",),
    "two_digit_year": ("CM25,人25,26-03,111,1,1",),
    "missing_year": ("CM26,人26,3月,111,1,1",),
    "trailing_zero_in_doubt": ("CM10,人10,2025.1,111,1,1",),
    "period_of_another_kind": ("CM27,人27,2026Q1,111,1,1",),
    "yuan_in_wanyuan_column": ("CM01,人1,2026-03,1010000,1,1",),
    "outlier_thousand": ("CM02,人2,2026-03,101000,1,1",),
    "outlier_hundred": ("CM03,人3,2026-03,10100,1,1",),
    "file_ten_thousand": ("CM28,人28,2026-01,1110000,1,1",),
    "file_thousand": ("CM29,人29,2026-01,111000,1,1",),
    "month_as_value": ("CM30,人30,2026-01,202601,1,1",),
    "outside_scale": ("CM11,人11,2026-01,111,1,284",),
}


def read(tmp_path, rows, answers=None):
    return read_metrics(csv(tmp_path, *rows, head=HEAD), JUDGED_AT, answers=answers)


@pytest.mark.parametrize("rule", DOUBTS)
def test_each_doubt_is_asked_and_every_choice_settles_it(tmp_path, rule):
    rows = [*USUAL, *DOUBTS[rule]]
    judged = read(tmp_path, rows)
    assert {r for r, _ in held(judged)} == {rule}
    (question,) = judged.questions
    assert question.rule == rule and question.choices[-1] == LEAVE_OUT
    assert len({c.key for c in question.choices}) == len(question.choices) > 1
    taken = {}
    for choice in question.choices:
        again = read(tmp_path, rows, {question.key: choice.key})
        assert not held(again) and again.questions == ()
        (decided,) = [p for p in again.problems if p.rule == "decided"]
        assert decided.severity == "fixed" and decided.raw == question.raw
        assert decided.params == {"choice": choice.name, "text": choice.text, "of": rule}
        taken[choice.key] = tuple(sorted(found(again).items()))
    assert len(set(taken.values())) == len(taken)  # every choice means something else
    assert len(taken["leave-out"]) == min(map(len, taken.values()))


def test_what_a_choice_says_is_what_is_taken(tmp_path):
    rows = [*USUAL, *itertools.chain.from_iterable(DOUBTS.values())]
    judged = read(tmp_path, rows)
    said = {
        "conflicting_duplicate": (lambda c: c.text == "222", ("CM20", "2026-01", "E01"), 222),
        "id_name_mismatch": (lambda c: c.name == "by-name", ("CM22", "2026-01", "E01"), 111),
        "unknown_id": (lambda c: c.text == "CM09", ("CM09", "2026-02", "E01"), 111),
        "thousands_in_doubt": (lambda c: c.text == "11.1", ("CM23", "2026-01", "E01"), 11.1),
        "day_month_in_doubt": (lambda c: c.text == "2026-04", ("CM24", "2026-04", "E01"), 111),
        "missing_year": (lambda c: c.text == "2026-03", ("CM26", "2026-03", "E01"), 111),
        "yuan_in_wanyuan_column": (lambda c: c.name == "convert", ("CM01", "2026-03", "E01"), 101),
        "file_thousand": (lambda c: c.name == "as-it-stands", ("CM29", "2026-01", "E01"), 111000),
        "outside_scale": (lambda c: c.text == "2.84", ("CM11", "2026-01", "R01"), 2.84),
    }
    answers = {}
    for question in judged.questions:
        if str(question.rule) in said:
            meant = said[str(question.rule)][0]
            answers[question.key] = next(c.key for c in question.choices if meant(c))
    again = found(read(tmp_path, rows, answers))
    for _, key, value in said.values():
        assert again[key] == value, key


@pytest.mark.parametrize("seed", range(12))
def test_all_answers_leave_nothing_open_and_their_order_does_not_matter(tmp_path, seed):
    rng = random.Random(seed)
    lines = [*USUAL, *itertools.chain.from_iterable(DOUBTS.values())]
    rng.shuffle(lines)
    answers: dict[str, str] = {}
    first = read(tmp_path, lines)
    assert {str(q.rule) for q in first.questions} == {r for r, _ in held(first)} == set(DOUBTS)
    for _ in range(8):
        judged = read(tmp_path, lines, answers)
        if not judged.questions:
            break
        asked = rng.sample(judged.questions, rng.randint(1, len(judged.questions)))
        answers |= {q.key: rng.choice(q.choices).key for q in asked}
        open_before = {q.key for q in judged.questions} - set(answers)
        after = read(tmp_path, lines, answers)
        # What nobody has answered stays held back.
        assert open_before <= {q.key for q in after.questions}
    judged = read(tmp_path, lines, answers)
    while judged.questions:
        answers |= {q.key: rng.choice(q.choices).key for q in judged.questions}
        judged = read(tmp_path, lines, answers)
    assert not held(judged)
    turned = list(answers.items())
    rng.shuffle(turned)
    other = read(tmp_path, lines, dict(turned))
    assert found(other) == found(judged) and other.problems == judged.problems


def test_wrong_and_stale_answers_are_named(tmp_path):
    rows = [*USUAL, *DOUBTS["thousands_in_doubt"]]
    (question,) = read(tmp_path, rows).questions
    with pytest.raises(WrongAnswer, match="errors-answer-choice") as raised:
        read(tmp_path, rows, {question.key: "read-as:12"})
    assert raised.value.params["choices"] == "read-as:111, read-as:11.1, leave-out"
    for key in ("number||18|x", "nonsense", question.key.replace("18", "99")):
        with pytest.raises(WrongAnswer, match="errors-answer-unknown"):
            read(tmp_path, rows, {key: "leave-out"})


def test_one_question_for_one_id_however_many_rows_it_has(tmp_path):
    rows = [f"CM9,2026-{m:02d},{m + 50}" for m in range(1, 13)]
    path = csv(tmp_path, *rows)
    judged = read_metrics(path, KNOWN)
    (question,) = judged.questions
    assert question.params["count"] == 12 and question.choices[0].params["person"] == "人9"
    again = read_metrics(path, KNOWN, answers={question.key: question.choices[0].key})
    assert len(again.accepted) == 12 and set(again.accepted["manager_id"]) == {"CM09"}


def test_no_more_is_asked_than_a_person_can_answer(tmp_path):
    rows = [f'CM{1 + k % 30:02d},20{10 + k // 12 // 30}-{1 + k // 30 % 12:02d},"{k},1"' for k in range(700)]
    judged = read_metrics(csv(tmp_path, *rows), KNOWN)
    assert len(judged.questions) == 200 and "more_questions" in rules(judged, "warning")
    answers = {q.key: "leave-out" for q in judged.questions}
    again = read_metrics(tmp_path / "a.csv", KNOWN, answers=answers)
    assert len(again.questions) == 200 and not {q.key for q in again.questions} & set(answers)
    assert sum(p.rule == "decided" for p in again.problems) == 200


def test_two_sheets_that_say_different_things_are_asked_about(tmp_path):
    sheets = {
        "一部": [["工号", "月份", "日均存款净增"], ["CM01", "2026-03", 5], ["CM02", "2026-03", 7]],
        "二部": [["工号", "月份", "日均存款净增"], ["CM01", "2026-03", 6], ["CM02", "2026-03", 7]],
    }
    path = book(tmp_path / "a.xlsx", sheets)
    judged = read_metrics(path, KNOWN)
    assert [(p.sheet, p.row) for p in judged.problems if p.severity == "error"] == [("一部", 2), ("二部", 2)]
    assert found(judged) == {("CM02", "2026-03", "E01"): 7}
    (question,) = judged.questions
    second = question.choices[1]
    assert (second.params["sheet"], second.params["row"]) == ("二部", 2)
    assert found(read_metrics(path, KNOWN, answers={question.key: second.key}))["CM01", "2026-03", "E01"] == 6
