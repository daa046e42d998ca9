"""Scheme files: every fault at once, exact round trip, and the checks."""

import copy
import pickle

import pytest

from scoring import Scheme, SchemeError, lint
from scoring.errors import Fault, Phrase
from scoring.weights import rebalance
from tests.places import FIXTURES
from tests.scoring.one_indicator import one
from tests.scoring.worked_example import V1, V2
from tests.sentences import refused, said
from words.text import text_for


@pytest.mark.parametrize("text", [V1, V2])
def test_writing_and_reading_gives_the_same_scheme(text):
    scheme = Scheme.from_toml(text)
    assert Scheme.from_toml(scheme.to_toml()) == scheme


def test_every_fault_is_listed_at_once():
    broken = (
        V2.replace("weight = 11", "weight = 16")
        .replace('cycle = "month"', 'cycle = "fortnight"\ncolour = "red"')
        .replace("target = 1200", "target = 0")
        .replace('"deduction", per_unit = 10', '"deduction", per_units = 10')
        .replace("[[1.5, 100], [3.5, 0]]", "[[1.5, 0], [3.5, 100]]")
    )
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(broken)
    text = said(raised.value)
    for part in ("cycle", "“colour”", "E01", "per_units", "per_unit", "R01"):
        assert part in text, part


def test_an_error_without_words_names_key_place_and_parameters():
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(V2.replace("weight = 11", "weight = 16").replace("cap = 120 }", 'cap = "x" }', 1))
    text = str(raised.value)
    assert "wrong-type [" in text and "name=cap, expected=expected-number, value='x'" in text
    fault = Fault("rule-parameters", "E01", {"detail": Phrase("rule-fault-sd"), "value": 2.5})
    assert str(SchemeError([fault, Fault("no-indicators")])) == (
        "rule-parameters [E01]: detail=rule-fault-sd, value=2.5; no-indicators"
    )


def test_a_wrong_sum_is_named():
    with refused(SchemeError, "sum to 105"):
        Scheme.from_toml(V2.replace("weight = 11", "weight = 16"))


def rules(text):
    return {(f.rule, f.severity) for f in lint.check_text(text)}


def test_the_existing_scheme_fails_as_its_critics_say():
    assert rules(V1) == {("W02", "error"), ("W03", "warning"), ("W04", "error"), ("W05", "warning")}


def test_the_optimised_scheme_has_only_many_indicators():
    assert rules(V2) == {("W07", "info")}


def test_the_violations_are_found():
    found = {f.rule for f in lint.check_text((FIXTURES / "violation.toml").read_text(encoding="utf-8"))}
    assert {"I01", "W08", "I02", "W01", "A01"} <= found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_speaks_both_languages(lang):
    t = text_for(lang)
    for finding in lint.check_text((FIXTURES / "violation.toml").read_text(encoding="utf-8")):
        assert "{" not in t.finding(finding) and not t.finding(finding).startswith("check-")
        assert t.has(f"citation-{finding.rule}") and t.citation(finding)


def test_unlocked_weights_give_way_in_proportion():
    got = rebalance({"a": 40, "b": 30, "c": 20, "d": 10}, {"a": 50}, locked={"d"})
    assert got == pytest.approx({"a": 50, "b": 24, "c": 16, "d": 10}) and sum(got.values()) == 100


def test_locks_that_leave_nothing_are_refused():
    with refused(SchemeError, "more than 100"):
        rebalance({"a": 40, "b": 60}, {"a": 50}, locked={"b"})


def test_a_scheme_that_was_used_can_be_copied():
    scheme = Scheme.from_toml(V2)
    assert scheme.by_code and scheme.weights.sum() and len(scheme.class_index)
    for copied in (copy.deepcopy(scheme), pickle.loads(pickle.dumps(scheme))):  # noqa: S301 - its own
        assert copied == scheme and copied.canonical_hash() == scheme.canonical_hash()
        assert copied.by_code.keys() == scheme.by_code.keys()
        assert not copied.weights.flags.writeable


def sentences(text):
    with pytest.raises(SchemeError) as raised:
        Scheme.from_toml(text)
    return said(raised.value, "zh"), said(raised.value)


def test_a_gate_is_for_indicators_where_more_is_better():
    # Case 14: whoever had no complaint at all would lose everything.
    zh, en = sentences(one('{ type = "attainment", zero_below = 0.5 }', "lower", "10"))
    assert "I0" in zh and "zero_below" in zh and "分段规则" in zh
    assert "I0" in en and "zero_below" in en and "piecewise" in en
    Scheme.from_toml(one('{ type = "attainment", zero_below = 0.5 }'))
    text = one('{ type = "attainment", zero_below = 0.5 }', "lower", "10")
    assert "I04" in {f.rule for f in lint.check_text(text)}


@pytest.mark.parametrize(
    ("rule", "direction"),
    [
        ('{ type = "deduction", per_unit = 10 }', "higher"),
        ('{ type = "direct" }', "lower"),
        ('{ type = "bands", edges = [1], scores = [0, 100] }', "lower"),
        ('{ type = "piecewise", points = [[0, 100], [5, 0]] }', "higher"),
    ],
)
def test_a_rule_against_its_direction_is_refused(rule, direction):
    assert "I0" in sentences(one(rule, direction))[0]


@pytest.mark.parametrize("target", ["0", "-100", "1e-12"])
def test_a_target_is_asked_to_be_above_0_only_where_it_is_divided_by(target):
    # Case 15: the target for violation points is 0. Case 23: a plan may be a decrease.
    zh, en = sentences(one('{ type = "attainment" }', target=target))
    assert "I0" in zh and "分段规则" in zh and "piecewise" in en
    for rule in (
        '{ type = "deduction", per_unit = 10 }',
        '{ type = "piecewise", points = [[0, 100], [5, 0]] }',
    ):
        assert Scheme.from_toml(one(rule, "lower", target)).by_code["I0"].target == float(target)


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ('{ type = "bands", edges = [nan], scores = [0, 100] }', "edges"),
        ('{ type = "piecewise", points = [[0, 0], [1, inf]] }', "points"),
        ('{ type = "deduction", per_unit = 1e300 }', "per_unit"),
        ('{ type = "attainment", zero_below = nan }', "zero_below"),
        ('{ type = "review", groups = { peers = inf } }', "groups"),
    ],
)
def test_a_parameter_that_is_no_number_is_refused(rule, name):
    direction = "lower" if "deduction" in rule else "higher"
    zh, en = sentences(one(rule, direction))
    assert name in zh and name in en and "I0" in en
    assert "target" in sentences(one('{ type = "direct" }', target="nan"))[0]


@pytest.mark.parametrize("line", ["from = nan", "from = 0\ncoefficient = inf"])
def test_a_grade_with_a_figure_that_is_no_number_is_refused(line):
    text = one('{ type = "direct" }') + f'[[grade]]\nname = "D"\n{line}\n'
    for sentence in sentences(text):
        assert "D" in sentence and line.split()[-3] in sentence


def test_an_attainment_without_a_cap_is_a_scheme():
    assert Scheme.from_toml(one('{ type = "attainment", cap = inf }')).indicators[0].rule.cap == float("inf")


@pytest.mark.parametrize("share", ["0", "0.6", "1", "1.0000000000000002"])
def test_shares_are_valid_on_paper(share):
    assert Scheme.from_toml(one('{ type = "direct" }', more=f"minimum_coverage = {share}"))
    sentences(one('{ type = "direct" }', more="minimum_coverage = 1.01"))
