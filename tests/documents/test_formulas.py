"""An expression with somebody's figures, as a calculator repeats it, and why there is nothing."""

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.formulas import plain, statement
from scoring.formula import Subject, evaluate, parse, working
from tests.scoring.formula.people import NAN, surroundings
from words.text import text_for

SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ",": ""})
MEASURES = {
    "N1": [400, 380],
    "N2": [60, 50],
    "N3": [20, 15],
    "N4": [30, 30],
    "NONE": [NAN, NAN],
    "DOWN": [-7.5, 2],
}


def said(text, lang, *, unit="", names=None, **others):
    """The line that explains the expression to the one person there is."""
    worked = working(parse(text), surroundings(MEASURES, **others), 0)
    return statement("K1", worked, text_for(lang), unit, names or {})


LINES = [
    (
        "3.5*N1 + 18*N2 + 35*N3 + 8*N4",
        "K1 = 3.5×400 + 18×60 + 35×20 + 8×30 = 3,420 户",
        "K1 = 3.5×400 + 18×60 + 35×20 + 8×30 = 3,420 户",
    ),
    ("N1", "K1 = 400 户", "K1 = 400 户"),
    ("N1 - (N2 - DOWN)*2", "K1 = 400 − (60 − (−7.5))×2 = 265 户", "K1 = 400 − (60 − (−7.5))×2 = 265 户"),
    (
        "max(0, 50 + previous(N3) - N2)",
        "K1 = 取大(0, 50 + 15（上期） − 60) = 5 户",
        "K1 = larger of(0, 50 + 15 (period before) − 60) = 5 户",
    ),
    (
        "if(N1 >= 550, 9, N2/100*12)",
        "K1 = 60÷100×12（因不满足 400 ≥ 550） = 7.2 户",
        "K1 = 60÷100×12 (as it is not so that 400 ≥ 550) = 7.2 户",
    ),
    (
        "brackets(2920, [[0, 10], [2000, 20], [5000, 30]])",
        "K1 = 分档累计(2,000×10% + 920×20%) = 384 户",
        "K1 = by brackets(2,000×10% + 920×20%) = 384 户",
    ),
    ("coalesce(NONE, N2)*2", "K1 = 60×2 = 120 户", "K1 = 60×2 = 120 户"),
    ("coalesce(NONE, N2 - 1)*2", "K1 = (60 − 1)×2 = 118 户", "K1 = (60 − 1)×2 = 118 户"),
    ("N1/all_mean(N1)", "K1 = 400÷400（全体平均） = 1 户", "K1 = 400÷400 (mean of all) = 1 户"),
    ("N1 > 3 and not N2 > 70", "400 > 3 且 非 60 > 70：满足", "400 > 3 and not 60 > 70: holds"),
    ('position() == "零售"', "「对公」 = 「零售」：不满足", "“对公” = “零售”: does not hold"),
    # What is missing, and why.
    (
        "N1/(N3 - 20)",
        "K1 = 400÷(20 − 20)：缺数，除数 N3 - 20 为 0",
        "K1 = 400÷(20 − 20): missing, N3 - 20 is 0, and nothing can be divided by 0",
    ),
    ("NONE + 1", "K1 = – + 1：缺数，新增户 没有数值", "K1 = – + 1: missing, 新增户 has no value"),
    (
        "previous(N1, 2)",
        "K1 = –（2 期前）：缺数，首个考核期之前 N1 没有数值",
        "K1 = – (2 periods before): missing, N1 has no value before the first period",
    ),
    ("target(N1)", "K1 = –：缺数，N1 没有目标值", "K1 = –: missing, N1 has no target"),
    (
        "all_sum(NONE)",
        "K1 = –（全体合计）：缺数，没有人有 NONE",
        "K1 = – (sum of all): missing, nobody has NONE",
    ),
    (
        "NONE > 1",
        "– > 1：无法判断，按不满足处理，新增户 没有数值",
        "– > 1: cannot be told and so does not hold, 新增户 has no value",
    ),
]


@pytest.mark.parametrize(("text", "zh", "en"), LINES, ids=[line[0] for line in LINES])
def test_a_figure_is_explained_as_a_banker_writes_it(text, zh, en):
    names = {"NONE": "新增户"} if "all_" not in text else {}
    assert said(text, "zh", unit="户", names=names) == zh
    assert said(text, "en", unit="户", names=names) == en


def test_who_is_in_no_team_and_has_no_position_is_told_so():
    assert said("team_sum(N1)", "zh", team=[-1]) == "K1 = –（团队合计）：缺数，此人不在任何团队"
    assert said('position() == "零售"', "zh", position=[""]).endswith("岗位不明")
    assert said("score(W) + 1", "zh", results={"W": NAN}) == "K1 = – + 1：缺数，W 没有得分"


def test_whatever_can_be_read_has_its_words():
    for lang in ("zh", "en"):
        t = text_for(lang)
        for subject in get_args(Subject):
            assert t.has(f"formula-subject-{subject}")
            # A month is never missing.
            assert t.has(f"formula-why-no-{subject}") == (subject != "month")
    assert said("1e14" + "*1e14" * 30, "zh").endswith("数值过大")


ARITHMETIC = st.recursive(
    st.sampled_from(["N1", "N2", "DOWN", "3", "0.25", "previous(DOWN)"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda x: f"({x[0]} {x[1]} {x[2]})"),
        st.tuples(inner, st.sampled_from("+-*"), inner, st.sampled_from("+-*"), inner).map(" ".join),
        inner.map(lambda x: f"(-{x})"),
    ),
    max_leaves=8,
)


@given(ARITHMETIC)
@settings(max_examples=200, deadline=None)
def test_the_shown_arithmetic_gives_the_figure_on_a_calculator(text):
    formula, people = parse(text), surroundings(MEASURES)
    value = evaluate(formula, people)[0]
    if value != value or not 1e-3 < abs(value) < 1e9:
        return
    shown = re.sub(r" \([^)0-9]*\)", "", plain(working(formula, people, 0), text_for("en"))).translate(SIGNS)
    assert re.fullmatch(r"[0-9.()*/+\- ]+", shown), shown
    assert eval(shown, {"__builtins__": {}}) == pytest.approx(value)  # noqa: S307 - digits and signs, see above
