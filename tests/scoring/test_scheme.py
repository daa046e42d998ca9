"""Scheme files: every fault at once, exact round trip, and the checks."""

import copy
import pickle

import pytest

from scoring import Scheme, SchemeError, lint
from scoring.weights import rebalance
from tests.places import FIXTURES, SCHEMES

V1 = (SCHEMES / "x-branch-v1.toml").read_text(encoding="utf-8")
V2 = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")


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
    text = str(raised.value)
    for part in ("cycle", "“colour”", "E01", "per_units", "per_unit", "R01"):
        assert part in text, part


def test_a_wrong_sum_is_named():
    with pytest.raises(SchemeError, match="sum to 105"):
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
    for finding in lint.check_text((FIXTURES / "violation.toml").read_text(encoding="utf-8")):
        assert finding.text(lang) and "{" not in finding.text(lang) and finding.citation_in(lang)


def test_unlocked_weights_give_way_in_proportion():
    got = rebalance({"a": 40, "b": 30, "c": 20, "d": 10}, {"a": 50}, locked={"d"})
    assert got == pytest.approx({"a": 50, "b": 24, "c": 16, "d": 10}) and sum(got.values()) == 100


def test_locks_that_leave_nothing_are_refused():
    with pytest.raises(SchemeError, match="more than 100"):
        rebalance({"a": 40, "b": 60}, {"a": 50}, locked={"b"})


def test_a_scheme_that_was_used_can_be_copied():
    scheme = Scheme.from_toml(V2)
    assert scheme.by_code and scheme.weights.sum() and len(scheme.class_index)
    for copied in (copy.deepcopy(scheme), pickle.loads(pickle.dumps(scheme))):
        assert copied == scheme and copied.canonical_hash() == scheme.canonical_hash()
        assert copied.by_code.keys() == scheme.by_code.keys()
        assert not copied.weights.flags.writeable
