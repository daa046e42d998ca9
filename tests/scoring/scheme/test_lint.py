"""Every check fires on what it is about, stays silent without its facts, and speaks both languages."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from scoring import Measurements, Scheme, lint, reviews, score
from scoring.formula import parse
from scoring.lint import BANK_ONLY, LIBRARY_CLASSES, DataFacts, LintContext, LintSettings, PayTerms, Process
from scoring.scheme import Condition, Grade, Measure
from scoring.scheme.model import FIVE_CLASSES
from scoring.scheme.result_use import ResultUse
from scoring.scheme.rules import (
    Attainment,
    Bands,
    Direct,
    PeerMinMax,
    PeerPercentile,
    PeerZScore,
    RankTable,
    Review,
)
from tests.places import FIXTURES
from tests.scoring import worked_example as example
from tests.scoring.worked_example import V1, V2
from tests.sentences import checked_rules
from words.text import text_for

SCHEME = Scheme.from_toml(V2)


def changed(code, **fields):
    """The optimised scheme with one indicator changed."""
    indicators = tuple(replace(i, **fields) if i.code == code else i for i in SCHEME.indicators)
    return replace(SCHEME, indicators=indicators)


def named(code, zh):
    return changed(code, name={"zh": zh, "en": ""})


def weights(**points):
    return replace(
        SCHEME,
        indicators=tuple(replace(i, weight=points.get(i.code, i.weight)) for i in SCHEME.indicators),
    )


def only(*codes):
    kept = tuple(i for i in SCHEME.indicators if i.code in codes)
    return replace(SCHEME, indicators=tuple(replace(i, weight=100 / len(kept)) for i in kept))


def process(**facts):
    return LintContext(process=Process(**facts))


def pay(**facts):
    return LintContext(pay=PayTerms(**facts))


def data(**facts):
    return LintContext(data=DataFacts(**facts))


def lenient():
    rows = [(f"P{k}", r, 70 + k + d) for k in range(5) for r, d in (("a", 0), ("b", 1), ("c", 20))]
    return reviews.leniency(*zip(*rows, strict=True))


def flat_sheet():
    values = np.tile(np.array(example.VALUES, dtype=float)[1], (6, 1))
    return score(SCHEME, Measurements(example.PEOPLE, example.CODES, values))


D = date


def worked(*derived, when=None, **of_first):
    """The optimised scheme with derived measures, a condition on E01, and other keys of it."""
    measures = tuple(Measure(code, {}, parse(formula), start=0.0) for code, formula in derived)
    conditions = () if when is None else (Condition("E01", parse(when), "at_least", 60.0),)
    first = {name: parse(formula) for name, formula in of_first.items()}
    scheme = changed("E01", **first) if first else SCHEME
    return replace(scheme, derived=measures, conditions=conditions)


CASES = {
    "S01": (worked(("K", "E01 * 2")), None, "warning"),
    "S02": (worked(when="E02 > 50 and E02 < 40"), None, "warning"),
    "W01": (weights(C01=16), None, "error"),
    "W02": (weights(C01=1, E01=30), None, "error"),
    "W03": (weights(C01=3, G01=16), None, "warning"),
    "W04": (only("C01", "R01", "E01", "E02", "E03", "G01", "G02", "S01"), None, "warning"),
    "W05": (only("C01", "C02", "R01", "R02", "E01"), None, "warning"),
    "W06": (weights(R01=31, C01=2), None, "warning"),
    "W07": (only("C01", "R01"), None, "warning"),
    "W08": (changed("E01", measure="rank"), None, "error"),
    "W09": (changed("G05", class_="compliance"), LintContext(library_classes=LIBRARY_CLASSES), "warning"),
    "W10": (weights(C03=0, G05=0, G06=3, S02=4), None, "warning"),
    "W11": (SCHEME, LintContext(previous=Scheme.from_toml(V1)), "warning"),
    "I01": (named("E01", "季末存款余额"), None, "error"),
    "I02": (changed("E01", target=None), None, "error"),
    "I03": (changed("E01", target=0.0), None, "error"),
    "I04": (changed("R01", direction="higher"), None, "error"),
    "I05": (changed("E01", rule=Attainment(cap=200)), None, "warning"),
    "I06": (replace(SCHEME, additions_limit=12), None, "warning"),
    "I07": (changed("G05", anchors=("从不", "总是")), None, "warning"),
    "I08": (SCHEME, LintContext(counted_elsewhere={"R01": ("deduction", "veto")}), "warning"),
    "I09": (SCHEME, LintContext(uncontrollable=frozenset({"E03"})), "warning"),
    "I10": (changed("E01", source=None, owner=None, cut_off=None), None, "error"),
    "A01": (replace(SCHEME, authorisation=None), None, "error"),
    "A02": (SCHEME, LintContext(head_office_targets={"E01": 1_000, "R01": 2.0}), "error"),
    "A03": (named("E01", "开门红存款竞赛"), None, "error"),
    "A04": (SCHEME, LintContext(effective_from=D(2026, 3, 1), closed_until=D(2026, 3, 31)), "error"),
    "P01": (SCHEME, process(consultation_known=True, consulted_on=D(2025, 12, 1)), "error"),
    "P02": (SCHEME, process(published_on=D(2025, 12, 28), cycle_start=D(2026, 1, 1)), "warning"),
    "P03": (SCHEME, process(notice_days=3), "warning"),
    "P04": (SCHEME, process(appeal_route=False), "error"),
    "P05": (SCHEME, process(without_interview=("CM01",)), "warning"),
    "P06": (SCHEME, process(makers={"import": "zhao"}, checkers={"import": "zhao"}), "error"),
    "P07": (SCHEME, process(retention_years=3), "warning"),
    "L01": (replace(SCHEME, name={"zh": "连续两年末位解除劳动合同"}), None, "error"),
    "L02": (
        replace(SCHEME, grades=(Grade("A", 90, quota=0.2), Grade("D", 0))),
        LintContext(cohort=8),
        "warning",
    ),
    "L03": (SCHEME, pay(below_minimum_wage=("CM07",)), "error"),
    "L04": (SCHEME, pay(cut_for_protected_leave=("CM21",)), "error"),
    "M01": (SCHEME, pay(risk_posts=True, deferred_share=0.3, deferral_years=3), "error"),
    "M02": (SCHEME, pay(instalments=(0.5, 0.3, 0.2)), "warning"),
    "M03": (SCHEME, pay(clawback=frozenset({"cases", "share"})), "error"),
    "M04": (
        replace(SCHEME, grades=(Grade("A", 90, coefficient=3), Grade("D", 0, coefficient=0.5))),
        None,
        "warning",
    ),
    "D01": (SCHEME, data(undecided=("CM05 R01",)), "error"),
    "D02": (replace(SCHEME, handover_months=6), None, "warning"),
    "D03": (SCHEME, data(missing_share={"E01": 0.2}), "error"),
    "V01": (SCHEME, data(customer_columns=("身份证号",)), "error"),
    "V02": (changed("G05", rule=Review(groups={"peers": 100}, minimum={"peers": 1})), None, "error"),
    "V03": (SCHEME, data(unconfirmed=("2026-03",)), "error"),
    "V04": (SCHEME, data(visible_to_peers=("bonus",)), "error"),
    "F01": (SCHEME, LintContext(sheet=flat_sheet()), "info"),
    "F02": (SCHEME, LintContext(dependence={"portfolio": -0.7, "tenure": 0.2}), "info"),
    "F03": (SCHEME, LintContext(leniency=lenient()), "info"),
}
MORE = {
    "S02": (worked(when="month() > 12 and E02 > 3"), None),
    "W08": (changed("E01", rule=RankTable(scores=(100, 90))), None),
    "A02": (SCHEME, LintContext(personal_targets={"E01": 1_300})),
    "A03": (SCHEME, LintContext(rewards_outside=("抽奖",))),
    "A04": (SCHEME, LintContext(live=True)),
    "D03": (SCHEME, data(implausible=("E01",), stale=("E02",))),
    "I05": (changed("E01", rule=Attainment(cap=float("inf"))), None),
    "I06": (SCHEME, LintContext(loose_additions=("全勤奖",))),
    "L02": (replace(SCHEME, grades=(Grade("A", 90), Grade("D", 0, quota=0.1))), None),
    "L03": (SCHEME, pay(loss_deduction_share={"CM01": 0.25})),
    "M01": (SCHEME, pay(risk_posts=True, deferred_share=0.4, deferral_years=2)),
    "P02": (SCHEME, process(targets_signed=0.9)),
    "P04": (SCHEME, process(independent_reviewer=False, no_worse_result=False)),
    "P04-days": (replace(SCHEME, result_use=ResultUse(appeal_days=4)), None),
    "P05": (SCHEME, process(without_improvement_plan=("CM02",))),
    "V02": (SCHEME, data(small_groups_shown=("customers of CM03",))),
    "W04": (weights(C01=0, C02=0, C03=0), None),
}


def found(scheme, context, settings=None):
    return lint.check(scheme, settings, context)


def whole(finding, lang):
    """Whether the finding has a sentence with every part of it put in."""
    sentence = text_for(lang).finding(finding)
    return "{" not in sentence and not sentence.startswith(("check-", "fault-"))


def test_there_is_a_case_for_every_check():
    assert set(CASES) == checked_rules() - {"S00"}


@pytest.mark.parametrize("rule", CASES)
def test_the_check_fires_on_what_it_is_about_and_not_on_the_optimised_scheme(rule):
    scheme, context, severity = CASES[rule]
    fired = [f for f in found(scheme, context) if f.rule == rule]
    assert fired and fired[0].severity == severity
    for finding in fired:
        for lang in ("zh", "en"):
            assert whole(finding, lang)
            assert text_for(lang).has(f"citation-{rule}")
    if rule != "W07":
        assert rule not in {f.rule for f in found(SCHEME, LintContext())}


@pytest.mark.parametrize("rule", MORE)
def test_the_other_ways_in_which_a_check_fires(rule):
    scheme, context = MORE[rule]
    fired = [f for f in found(scheme, context) if rule in (f.rule, f.key)]
    assert fired
    assert all(whole(f, lang) for f in fired for lang in ("zh", "en"))


def test_good_facts_bring_no_finding():
    context = LintContext(
        previous=SCHEME,
        library_classes=LIBRARY_CLASSES,
        head_office_targets={i.code: i.target for i in SCHEME.indicators if i.target is not None},
        effective_from=D(2026, 4, 1),
        closed_until=D(2026, 3, 31),
        cohort=48,
        process=Process(
            consulted_on=D(2025, 11, 20),
            posted_on=D(2025, 12, 1),
            receipts=1.0,
            consultation_known=True,
            published_on=D(2025, 12, 10),
            cycle_start=D(2026, 1, 1),
            targets_signed=1.0,
            notice_days=5,
            appeal_route=True,
            independent_reviewer=True,
            no_worse_result=True,
            without_interview=(),
            makers={"import": "zhao"},
            checkers={"import": "wang"},
            retention_years=5,
        ),
        pay=PayTerms(
            risk_posts=True,
            deferred_share=0.4,
            deferral_years=3,
            instalments=(0.3, 0.3, 0.4),
            clawback=frozenset({"cases", "share", "procedure", "disputes", "leavers"}),
            loss_deduction_share={"CM01": 0.2},
        ),
        data=DataFacts(missing_share={"E01": 0.1}),
    )
    assert {f.rule for f in found(SCHEME, context)} == {"W07"}


def test_thresholds_are_the_banks_to_set():
    assert not found(SCHEME, None, LintSettings(many_indicators=16))
    strict = LintSettings(strict_is_error=True)
    assert next(f for f in found(CASES["W03"][0], None, strict) if f.rule == "W03").severity == "error"


def test_the_plain_rule_set_leaves_out_what_rests_on_the_banking_supervisor_alone():
    t, notice, others = text_for("zh"), ("银监", "银保监", "金规"), ("劳动合同法",)
    named = {rule: t(f"citation-{rule}") for rule in checked_rules()}
    by_notice = {
        rule
        for rule, said in named.items()
        if any(word in said for word in notice) and not any(word in said for word in others)
    }
    # W09 asks whether a class is that of the library, which has the supervisor's classes.
    assert by_notice | {"W09"} == BANK_ONLY
    text = (FIXTURES / "violation.toml").read_text(encoding="utf-8")
    bank, plain = (
        {(f.rule, f.where) for f in lint.check_text(text, LintSettings(rule_set=name))}
        for name in lint.RULE_SETS
    )
    assert plain == {(rule, where) for rule, where in bank if rule not in BANK_ONLY}
    assert {rule for rule, _ in plain} >= {"W01", "L01"} and {rule for rule, _ in bank - plain} >= {
        "A01",
        "W08",
    }


def test_the_violation_fixture_fires_all_that_it_was_made_for():
    fired = {f.rule for f in lint.check_text((FIXTURES / "violation.toml").read_text(encoding="utf-8"))}
    assert {"I01", "W08", "I02", "A03", "W01", "A01", "L01"} <= fired


def test_a_clause_is_found_under_any_key_and_its_denial_is_not():
    text = V2.replace('code = "x-branch"', 'code = "x-branch"\nconsequence = "末位淘汰"', 1)
    assert "L01" in {f.rule for f in lint.check_text(text)}
    text = V2.replace('code = "x-branch"', 'code = "x-branch"\nconsequence = "不实行末位淘汰"', 1)
    assert "L01" not in {f.rule for f in lint.check_text(text)}


def test_a_scheme_without_any_source_is_told_once():
    bare = replace(
        SCHEME, indicators=tuple(replace(i, source=None, owner=None, cut_off=None) for i in SCHEME.indicators)
    )
    assert [f.severity for f in found(bare, None) if f.rule == "I10"] == ["warning"]


@pytest.mark.parametrize("rule", ["W02", "W05", "W09", "W11"])
def test_a_chinese_sentence_names_the_classes_in_chinese(rule):
    scheme, context, _ = CASES[rule]
    for finding in found(scheme, context):
        if finding.rule == rule:
            sentence = text_for("zh").finding(finding)
            assert not any(code in sentence for code in FIVE_CLASSES), sentence


@pytest.mark.parametrize("unit", ["元", "千元", "万元", "百万元", "亿元"])
def test_money_on_one_day_is_found_whatever_it_is_called(unit):
    assets = changed("E01", name={"zh": "客户资产规模", "en": "Assets"}, unit=unit, measure="point-in-time")
    assert "I01" in {f.rule for f in found(assets, None)}
    daily = changed("E01", name={"zh": "客户资产规模", "en": "Assets"}, unit=unit, measure="daily-average")
    assert "I01" not in {f.rule for f in found(daily, None)}


@pytest.mark.parametrize(
    ("unit", "measure"), [("%", "point-in-time"), ("户", "point-in-time"), ("万元", "ratio")]
)
def test_a_ratio_or_a_count_on_one_day_is_no_volume(unit, measure):
    other = changed("E01", name={"zh": "不良率", "en": "NPL"}, unit=unit, measure=measure)
    assert "I01" not in {f.rule for f in found(other, None)}


@pytest.mark.parametrize(
    "rule", [PeerPercentile(), PeerMinMax(), PeerZScore(), Direct(), Bands((1,), (0, 1))]
)
def test_only_a_rule_that_uses_a_target_is_asked_for_one(rule):
    assert "I02" not in {f.rule for f in found(changed("E01", rule=rule, target=None), None)}
    # A mere rank without a target is what the notice forbids.
    ranked = changed("E01", rule=rule, target=None, measure="rank")
    assert "I02" in {f.rule for f in found(ranked, None)}


def test_a_figure_at_a_limit_is_within_it():
    # In binary 0.3 / 0.1 is less than 3.
    spread = replace(SCHEME, grades=(Grade("A", 90, coefficient=0.3), Grade("D", 0, coefficient=0.1)))
    assert "M04" not in {f.rule for f in found(spread, None, LintSettings(coefficient_spread=(3.0, 4.0)))}
    assert "M04" in {f.rule for f in found(spread, None, LintSettings(coefficient_spread=(3.01, 4.0)))}


def test_arrears_are_pointed_at_where_they_raise_a_target():
    owed = ("OWED", "max(0, E02 + previous(OWED) - E01)")
    fired = [f for f in found(worked(owed, target_formula="1000 + previous(OWED)"), None) if f.rule == "A02"]
    assert [(f.where, f.severity, f.key) for f in fired] == [("E01", "warning", "A02-arrears")]
    assert all(whole(fired[0], lang) for lang in ("zh", "en"))


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("E02 > 40 and E02 < 50", True),
        ("E02 >= 40 and E02 <= 40", True),
        ("E02 > 40 and E02 <= 40", False),
        ("40 > E02 and E02 > 40", False),
        ("E02 > 50 or E02 < 40", True),
        ("1 > 2", False),
        ("E02 > 50 and E03 < 40", True),
    ],
)
def test_a_condition_that_nothing_can_satisfy_is_told_from_one_that_is_hard(when, holds):
    fired = {f.rule for f in found(worked(when=when), None)}
    assert ("S02" in fired) != holds


def test_the_thresholds_are_about_shares_of_the_whole():
    of_a_thousand = replace(
        SCHEME,
        points=1000.0,
        additions_limit=10 * SCHEME.additions_limit,
        deductions_limit=10 * SCHEME.deductions_limit,
        indicators=tuple(replace(i, weight=10 * i.weight) for i in SCHEME.indicators),
    )
    assert found(of_a_thousand, None) == found(SCHEME, None)


def test_a_comparison_with_others_alone_is_told_from_one_beside_a_target():
    bare = [f for f in found(changed("E01", rule=PeerZScore(), target=None), None) if f.rule == "W08"]
    assert [(f.where, f.severity) for f in bare] == [("E01", "warning")]
    assert all(whole(bare[0], lang) for lang in ("zh", "en"))
    assert "W08" not in {f.rule for f in found(changed("E01", rule=PeerZScore()), None)}
