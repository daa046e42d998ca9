"""The arithmetic that a scorecard shows gives the score that it shows, rule by rule, on a calculator."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

import scoring
from documents import total
from documents.clauses.working import after_the_rule, formula
from scoring import Measurements, Scheme
from scoring.scheme.rules import RULES
from tests.places import ROOT
from tests.scoring.every_rule import RULES as EXAMPLES
from words import format as fmt
from words.text import text_for

SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ",": ""})


def calculated(shown):
    """What a calculator makes of a formula; of words with figures the last of them."""
    plain = shown.translate(SIGNS)
    if re.fullmatch(r"[0-9.()*/+\- ]+", plain):
        return eval(plain, {"__builtins__": {}})  # noqa: S307 - digits and signs, see above
    return float(re.findall(r"\d+(?:\.\d+)?", plain)[-1])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("rule", "higher", "limits"), EXAMPLES, ids=lambda one: getattr(one, "type", None))
def test_the_shown_arithmetic_gives_the_score(rule, higher, limits, lang):
    t = text_for(lang)
    rng = np.random.default_rng(7)
    low, high = rule.domain or (0.0, 100.0)
    edges = [low, high, 20.0, 80.0, 30.0, 60.0, 29.99, 60.01]
    x = np.round(np.concatenate([rng.uniform(low, high, 60), [e for e in edges if low <= e <= high]]), 4)
    target = np.round(rng.uniform(30.0, 90.0, len(x)), 2)
    scores = rule.unlimited(x, target, higher)
    for i, score in enumerate(scores):
        said = formula(rule.working(x, target, higher, i), t)
        assert calculated(said) == pytest.approx(score, abs=0.005), (said, x[i])


def test_every_rule_has_an_example_and_shows_its_figures():
    assert {rule.type for rule, _, _ in EXAMPLES} == set(RULES)
    x, target = np.array([20.0, 40.0, 70.0]), np.array([50.0, 50.0, 50.0])
    for rule, higher, _ in EXAMPLES:
        said = formula(rule.working(x, target, higher, 1), text_for("en"))
        assert any(sign in said for sign in "÷×−") or re.search(r"\d", said), rule


def test_all_alike_get_what_the_rule_gives():
    x = np.array([5.0, 5.0, np.nan])
    for rule, higher, _ in EXAMPLES:
        if rule.peer:
            said = formula(rule.working(x, x, higher, 0), text_for("en"))
            assert calculated(said) == pytest.approx(rule.unlimited(x, x, higher)[0])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.57, "2.57"),
        (100.0, "100"),
        (1234567.5, "1,234,567.5"),
        (0.0321, "0.0321"),
        (0.000123456, "0.000123456"),
        (-3.25, "−3.25"),
        (0.0, "0"),
        (53.290322580645, "53.2903"),
        (1 / 3, "0.333333"),
    ],
)
def test_a_number_in_a_formula_has_the_digits_that_count(value, shown):
    assert fmt.operand(value) == shown


def test_what_is_added_or_taken_has_its_sign_and_nothing_has_none():
    assert [fmt.plus(v) for v in (2.0, -27.39, 0.0, -0.001)] == ["+2.00", "−27.39", "0.00", "0.00"]


def test_what_follows_the_rule_is_said_step_by_step():
    text = (ROOT / "tests" / "wild" / "06.toml").read_text(encoding="utf-8").replace("month()", "HALF")
    figures = {
        "W1": 60,
        "HALF": 6,
        "BORROWERS": 560,
        "NEW_COMPANIES": 2,
        "VILLAGE_PLAN": 0,
        "VILLAGE_DAYS": 0,
    }
    measured = Measurements(["A"], tuple(figures), [list(figures.values())], [[100, *[np.nan] * 5]])
    scheme = Scheme.from_toml(text)
    step = scoring.score(scheme, measured).explain("A").indicators[1]
    called = {"BORROWERS": {"zh": "管户", "en": "borrowers"}}
    card = SimpleNamespace(ranked=48, scheme=scheme, measures=called)
    assert list(after_the_rule(step, card, text_for("zh")))[1:] == [
        ("乘系数", "60 × 6÷12", "30.00"),
        ("条件", "「管户」 ≥ 550（560 ≥ 550）成立，至少 75（管户满 550 户，至少得 9 分）", "75.00"),
        ("条件", "NEW_COMPANIES > 0（2 > 0）成立，加 4.16667 × 2（每新增一户公司客户加 0.5 分）", "83.33"),
    ]
    said = [how for _, how, _ in after_the_rule(step, card, text_for("en"))]
    held = "“borrowers” ≥ 550 (560 ≥ 550) holds: at least 75 (From 550 borrowers on at least 9 points)"
    assert said[2] == held


CONDITIONS = """
code = "c"
version = 1
name = "C"
cycle = "month"
indicator = [
  { code = "A", name = "A", class = "risk", direction = "higher", weight = 100, rule = { type = "direct" } },
]
condition = [
  { on = "total", when = "LOANS > 3", then = { at_most = 70 }, reason = { zh = "不良", en = "Bad loans" } },
  { on = "total", when = "LOANS > 9", then = { at_most = 20 }, reason = { zh = "很多", en = "Many" } },
  { on = "total", when = "UNKNOWN > 9", then = { at_most = 20 } },
  { on = "entry", when = "LOANS > 3.3", then = { exclude = true } },
]
"""


def test_conditions_on_the_whole_are_steps_with_what_they_ask_and_those_that_failed_are_none():
    scheme = Scheme.from_toml(CONDITIONS)
    nothing = [[np.nan] * 3]
    measured = Measurements(["P"], ("A", "LOANS", "UNKNOWN"), [[80, 3.4, np.nan]], nothing)
    explained = scoring.score(scheme, measured).explain("P")
    card = SimpleNamespace(
        ranked=48,
        scheme=scheme,
        measures={"LOANS": {"zh": "不良率", "en": "NPL"}},
        lines=explained.indicators,
        total=70.0,
        explanation=explained,
        adjustments=SimpleNamespace(events=()),
    )
    said = [(line.name, line.why, line.points) for line in total.lines(card, text_for("zh"))]
    assert said[1] == ("按条件调整", "「不良率」 > 3（3.4 > 3）成立，至多 70（不良）", -10)
    assert [name for name, _, _ in said[1:]] == ["按条件调整", "按条件调整", "按条件不参加排名"]
    assert "缺少数据" in said[2][1] and "3.4 > 3.3" in said[3][1]
    assert np.isnan([points for _, _, points in said[2:]]).all()
