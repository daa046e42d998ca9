"""What a scheme says of how its results are used: read, refused, written, told."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import scheme_changes
from documents.clauses import regulation
from scoring import Scheme
from scoring.errors import SchemeError
from scoring.scheme.result_use import OTHERS, RECOGNITION, ResultUse, talk_grades
from tests.places import SCHEMES
from words.text import text_for
from workflow import schemes

TEXT = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")
SECOND = Scheme.from_toml(TEXT)
NAMES = tuple(grade.name for grade in SECOND.grades)
DAYS = st.integers(1, 250)
USES = st.builds(
    ResultUse,
    *(DAYS, DAYS, st.sampled_from(OTHERS), st.lists(st.sampled_from(NAMES), unique=True).map(tuple)),
    *(DAYS, st.integers(1, 120), st.lists(st.sampled_from(RECOGNITION), unique=True).map(tuple)),
)


def with_use(line):
    return f"result_use = {{ {line} }}\n{TEXT}"


def faults(line):
    return [(f.key, f.where, f.params) for f in Scheme.reading(with_use(line)).faults]


@settings(deadline=None)
@given(USES)
def test_what_is_written_is_read_again(use):
    scheme = replace(SECOND, result_use=use)
    assert Scheme.from_toml(scheme.to_toml()) == scheme
    assert (scheme.canonical_hash() == SECOND.canonical_hash()) == (use == ResultUse())


def test_what_is_usual_keeps_the_hash_that_stored_schemes_have():
    spelled = (
        'appeal_days = 5, review_days = 10, others = "no-worse", talk_days = 10, falling = 3, '
        'recognition = ["most-improved", "personal-best", "help-given"]'
    )
    assert Scheme.from_toml(with_use(spelled)).canonical_hash() == SECOND.canonical_hash()
    assert Scheme.from_toml(with_use("appeal_days = 6")).canonical_hash() != SECOND.canonical_hash()


def test_nothing_told_beside_the_ranks_is_another_thing_than_nothing_said():
    assert Scheme.from_toml(with_use("recognition = []")).result_use.recognition == ()
    assert Scheme.from_toml(with_use("falling = 2")).result_use.recognition == RECOGNITION


@pytest.mark.parametrize(
    ("line", "key", "where", "name"),
    [
        ("appeal_days = 0", "out-of-range", "x-branch", "result_use.appeal_days"),
        ("review_days = -3", "out-of-range", "x-branch", "result_use.review_days"),
        ("talk_days = 251", "out-of-range", "x-branch", "result_use.talk_days"),
        ("falling = 0", "out-of-range", "x-branch", "result_use.falling"),
        ("appeal_days = 2.5", "wrong-type", "x-branch.result_use", "appeal_days"),
        ('others = "worse"', "not-one-of", "x-branch.result_use", "others"),
        ('recognition = ["bottom-list"]', "not-one-of", "x-branch.result_use", "recognition"),
        ('talk_grades = "D"', "wrong-type", "x-branch.result_use", "talk_grades"),
        ("deadline = 3", "unknown-key", "x-branch.result_use", "deadline"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(line, key, where, name):
    ((found, place, params),) = faults(line)
    assert (found, place, params["name"]) == (key, where, name)
    with pytest.raises(SchemeError):
        Scheme.from_toml(with_use(line))


def test_a_grade_that_the_scheme_has_not_asks_for_no_talk():
    ((key, _, params),) = faults('talk_grades = ["D", "F"]')
    assert (key, params["value"], params["choices"]) == ("talk-grade", "F", NAMES)


def test_who_asks_for_a_talk_where_nothing_is_said():
    assert talk_grades(ResultUse(), SECOND.grades) == tuple(
        g.name for g in SECOND.grades if g.coefficient < 1
    )
    bare = tuple(replace(g, coefficient=None) for g in SECOND.grades)
    assert talk_grades(ResultUse(), bare) == NAMES[-1:]
    assert talk_grades(ResultUse(), ()) == ()


def test_its_articles_say_the_days_and_what_happens_to_others():
    scheme = replace(SECOND, result_use=ResultUse(7, 15, "posted", ("D",), 8, 2, ("personal-best",)))
    chapter = regulation(scheme, text_for("zh")).chapters[-1]
    assert chapter.title == "结果运用"
    appeals, talks, recognition = (article.text for article in chapter.articles)
    assert "7 个工作日内提出申诉" in appeals and "15 个工作日内书面答复" in appeals
    assert "按重新计算的结果公布" in appeals and "不会使申诉人的结果变差" in appeals
    assert talks.startswith("等级为 D 的，结果公布后 8 个工作日内") and "连续 2 期下降" in talks
    assert recognition == "随结果一并表扬：个人最好成绩；不公布末位名单。"


def test_a_difference_is_told_key_by_key():
    after = replace(
        SECOND, result_use=ResultUse(appeal_days=7, others="posted", talk_grades=("D",), recognition=())
    )
    said = scheme_changes.sentences(
        SECOND, after, schemes.difference(SECOND, after), text_for("zh"), typed=str
    )
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in said] == [
        "申诉期（工作日）：5 → 7",
        "申诉成立对他人：只调高、不调低 → 按重新计算的结果公布",
        "须面谈的等级：系数低于 1 的等级 → D",
        "随结果表扬：进步最大、个人最好成绩、帮助同事 → 无",
    ]
    back = scheme_changes.sentences(
        after, SECOND, schemes.difference(after, SECOND), text_for("en"), typed=str
    )
    assert "D → those with a coefficient below 1" in back[2].replace("\N{NO-BREAK SPACE}", " ")
