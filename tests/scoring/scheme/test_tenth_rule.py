"""A tenth rule is one class: read, written, judged, scored, explained, said; nobody else knows of it."""

import ast
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

import numpy as np
import pytest
from fluent.runtime import FluentResource

from documents import scheme_changes
from documents.clauses.rules import rule as rule_words
from scoring import Fault, Measurements, Scheme, SchemeError, lint, score
from scoring.change.cliffs import cliffs
from scoring.change.payoff import payoffs
from scoring.evidence.fairness import indicator_trust
from scoring.lint import LintSettings
from scoring.scheme import rules
from scoring.scheme.rules import RULES, Rule, parameters
from scoring.scheme.rules.base import Floats, Jump, against, endless, wrong
from scoring.scheme.table import Table
from tests.places import CODE, ROOT
from tests.scoring.one_indicator import one
from words.text import Text
from workflow.schemes import SchemeChange


@dataclass(frozen=True)
class Stair(Rule):
    """``slope·x``, and `bonus` more from each of the `steps` on; within [floor, cap]."""

    type: ClassVar[str] = "stair"
    open_ended: ClassVar[bool] = True
    slope: float
    steps: tuple[float, ...] = (10.0,)
    bonus: float = 5.0
    kept: Literal["all", "last"] = "all"
    corners: tuple[tuple[float, float], ...] = ()
    span: tuple[float, float] = (0.0, 1000.0)
    whole: int = 0
    raters: Mapping[str, int] = field(default_factory=dict)
    floor: float | None = None
    cap: float = endless(200.0)

    def unlimited(self, x: Floats, target: Floats, higher: bool) -> Floats:
        reached = (x[:, None] >= np.array(self.steps)).sum(axis=1)
        return self.slope * x + self.bonus * (np.minimum(reached, 1) if self.kept == "last" else reached)

    @property
    def bounds(self) -> tuple[float | None, float]:
        return self.floor, self.cap

    @property
    def domain(self) -> tuple[float, float]:
        return self.span

    @property
    def fewest_raters(self) -> Mapping[str, int]:
        return self.raters

    def jumps(self, higher: bool) -> list[Jump]:
        return [
            Jump(x, self.slope * x + i * self.bonus, self.slope * x + (i + 1) * self.bonus)
            for i, x in enumerate(self.steps)
        ]

    def faults(self, higher: bool) -> Iterator[Fault]:
        if not self.slope > 0:
            yield wrong("stair-slope")
        if not higher:
            yield against("stair-lower")


WORDS = {
    "zh": """
rule-name-stair = 台阶计分
rule-field-slope = 每单位 { $value } 分
rule-field-steps = 台阶 { $value }
rule-field-bonus = 每级加 { $value } 分
rule-field-kept = 计入{ $value }
rule-field-kept-all = 全部台阶
rule-fault-stair-slope = slope 须大于 0
rule-fault-stair-lower = 台阶只用于越高越好的指标
""",
    "en": """
rule-name-stair = by stairs
rule-field-slope = { $value } per unit
rule-field-steps = steps at { $value }
rule-field-bonus = each adds { $value }
rule-field-kept = counted: { $value }
rule-field-kept-all = all steps
rule-fault-stair-slope = the slope must be above 0
rule-fault-stair-lower = stairs fit only where higher is better
""",
}
STAIR = (
    '{ type = "stair", slope = 2, steps = [10, 20], bonus = 5, floor = 10, cap = 60, raters = { peers = 2 } }'
)


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setitem(RULES, Stair.type, Stair)


@pytest.fixture(params=["zh", "en"])
def t(request):
    """The catalogue with the words that come with the rule."""
    text = Text(request.param)
    text._bundle.add_resource(FluentResource(WORDS[request.param]))
    return text


def refusals(rule, direction="higher"):
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(one(rule, direction))
    return raised.value.faults


def named(fault):
    """A fault's key with the parameter, or the reason, that it names."""
    return fault.key, fault.params.get("name") or getattr(fault.params.get("detail"), "key", "")


def test_it_is_read_and_written():
    scheme = Scheme.from_toml(one(STAIR))
    rule = Stair(slope=2.0, steps=(10.0, 20.0), bonus=5.0, floor=10.0, cap=60.0, raters={"peers": 2})
    assert scheme.indicators[0].rule == rule
    assert Scheme.from_toml(scheme.to_toml()) == scheme
    full = replace(rule, kept="last", corners=((1.0, 2.0),), span=(1.0, 5.0), whole=3)
    written = replace(scheme, indicators=(replace(scheme.indicators[0], rule=full),)).to_toml()
    assert Scheme.from_toml(written).indicators[0].rule == full


@pytest.mark.parametrize(
    ("rule", "direction", "faults"),
    [
        ('{ type = "stair" }', "higher", {("missing-key", "slope")}),
        ('{ type = "stair", slope = 1, slop = 1 }', "higher", {("unknown-key", "slop")}),
        (
            '{ type = "stair", slope = "x", whole = 1.5 }',
            "higher",
            {("wrong-type", "slope"), ("wrong-type", "whole")},
        ),
        ('{ type = "stair", slope = 1, kept = "some" }', "higher", {("not-one-of", "kept")}),
        ('{ type = "stair", slope = 1, span = [1] }', "higher", {("wrong-type", "span")}),
        ('{ type = "stair", slope = 1, corners = [1, 2] }', "higher", {("wrong-type", "corners")}),
        ('{ type = "stair", slope = 1, raters = { peers = inf } }', "higher", {("not-finite", "raters")}),
        ('{ type = "stair", slope = 1, steps = [nan] }', "higher", {("not-finite", "steps")}),
        ('{ type = "stair", slope = 1, bonus = inf }', "higher", {("not-finite", "bonus")}),
        ('{ type = "stair", slope = 0 }', "higher", {("rule-parameters", "rule-fault-stair-slope")}),
        ('{ type = "stair", slope = 1 }', "lower", {("rule-direction", "rule-fault-stair-lower")}),
    ],
)
def test_what_is_wrong_with_it_is_named(rule, direction, faults):
    assert set(map(named, refusals(rule, direction))) == faults


def test_its_cap_may_be_endless():
    assert Scheme.from_toml(one('{ type = "stair", slope = 1, cap = inf }'))


def test_it_scores_explains_and_shows_its_jumps():
    scheme = Scheme.from_toml(one(STAIR))
    people = ["A", "B", "C", "D", "E"]
    values = np.array([[2.0], [9.0], [10.0], [30.0], [1001.0]])
    sheet = score(scheme, Measurements(people, scheme.codes, values))
    assert sheet.scores[:4, 0].tolist() == [10, 18, 25, 60] and math.isnan(sheet.scores[4, 0])
    steps = [sheet.explain(person).indicators[0] for person in people]
    assert [(s.unlimited, s.limit) for s in steps] == [
        (4, "floor"),
        (18, None),
        (25, None),
        (70, "cap"),
        (None, None),
    ]
    assert (steps[4].gap, steps[4].refused.reason) == ("refused", "measurement-scale")
    assert [(c.on, c.value, c.points, c.people) for c in cliffs(sheet)] == [
        ("I0", 10, 5, 4),
        ("I0", 20, 5, 4),
    ]
    assert (payoffs(sheet, "B")[0].points, payoffs(sheet, "B")[0].to_cliff) == (7, 1)
    assert indicator_trust(sheet)[0].at_cap == pytest.approx(0.25)


def test_the_checks_judge_it():
    def found(rule, direction="higher"):
        text = one(rule, direction)
        return {f.key or f.rule for f in lint.check_text(text, LintSettings(highest_cap=150))}

    assert "V02" in found(STAIR) and "I05" not in found(STAIR)
    assert "I05" in found('{ type = "stair", slope = 1, cap = 160 }')
    assert "I05-none" in found('{ type = "stair", slope = 1, cap = inf }')
    assert "I04" in found('{ type = "stair", slope = 1 }', "lower")
    assert "S00" in found('{ type = "stair", slope = 0 }')


def test_it_is_said_in_words(t):
    scheme = Scheme.from_toml(one(STAIR))
    said = rule_words(scheme.indicators[0].rule, t)
    steps = t("list-joint").join(("10", "20"))
    assert t("rule-name-stair") in said and t("rule-field-steps", value=steps) in said
    assert t("rule-field-kept", value=t("rule-field-kept-all")) in said and "rule-field-kept" not in said
    for rule, direction, fault in (
        ("slope = 0", "higher", "stair-slope"),
        ("slope = 1", "lower", "stair-lower"),
    ):
        (found,) = refusals(f'{{ type = "stair", {rule} }}', direction)
        assert t(f"rule-fault-{fault}") in t.fault(found) and "I0" in t.fault(found)
    old = Scheme.from_toml(one('{ type = "direct" }'))
    change = SchemeChange("rule", "I0", old.indicators[0].rule, scheme.indicators[0].rule)
    (sentence,) = scheme_changes.sentences(old, scheme, (change,), t)
    assert t("rule-name-stair") in sentence and t("rule-name-direct") in sentence


def test_a_parameter_that_no_file_can_hold_is_the_programmers_fault():
    @dataclass(frozen=True)
    class Odd(Rule):
        type: ClassVar[str] = "odd"
        when: complex = 0j

    with pytest.raises(TypeError, match="when"):
        parameters.read(Odd, Table({"when": 1}, "I0", []))


NAMES = {kind.__name__ for kind in RULES.values()}
INSIDE = ROOT / "scoring" / "scheme" / "rules"
OUTSIDE = [path for path in CODE if not path.is_relative_to(INSIDE)]


def asks_which(node, readers):
    """Whether a line of code tells one rule of a scheme from another (the readers' rules are others)."""
    if isinstance(node, ast.Name | ast.Attribute):
        return (getattr(node, "id", None) or node.attr) in NAMES
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(rules.__name__):
        known = {"Rule", "RULES", "Limit", "parameters", "Parameter", "curve", "Curve"}
        return not {a.name for a in node.names} <= known
    if isinstance(node, ast.Compare):
        return any(ast.unparse(part).endswith("rule.type") for part in (node.left, *node.comparators))
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "getattr", "hasattr"):
        return not readers and "rule" in ast.unparse(node.args[0]).split(".")
    return False


def test_outside_their_package_nobody_asks_which_rule_it_is():
    for path in OUTSIDE:
        code = path.read_text(encoding="utf-8")
        readers = "data.reading.rules" in code
        for node in ast.walk(ast.parse(code)):
            assert not asks_which(node, readers), (path, ast.unparse(node))


@pytest.mark.parametrize(
    "code",
    [
        "isinstance(i.rule, Attainment)",
        "from scoring.scheme.rules import Review",
        "from scoring.scheme.rules.peer import PeerZScore",
        "indicator.rule.type == 'review'",
        "getattr(rule, 'scores', ())",
        "match rule:\n    case Bands(): ...",
    ],
)
def test_such_a_question_would_be_seen(code):
    assert any(asks_which(node, False) for node in ast.walk(ast.parse(code)))
