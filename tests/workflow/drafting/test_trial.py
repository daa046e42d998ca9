"""What a scheme in the making does: faults and findings, and one rule over the last period's people."""

import numpy as np
import pytest

from scoring import Scheme
from scoring.errors import SteelyardError
from scoring.formula import parse
from scoring.pay import pay
from scoring.scheme import document
from tests.branch import FIRST, SECOND_VERSION, last
from workflow import schemes
from workflow.drafting import starts, trial
from workflow.errors import WorkflowError
from workflow.results import scores


def sketch(*changes):
    table = document.read(starts.template("optimised"))
    for path, value in changes:
        table = document.put(table, path, value)
    return document.write(table)


def test_a_rule_gives_each_person_what_the_sheet_gives(db):
    scheme = schemes.scheme(FIRST, db, SECOND_VERSION).scheme
    sheet = scores.period_sheet(FIRST, db, last(db), scheme).sheet
    for code in ("E01", "R01", "C02", "S02"):
        drawn = trial.drawn(FIRST, db, scheme, code)
        told = {dot.person.manager_id: dot.score for dot in drawn.dots}
        held = dict(zip(sheet.people, sheet.scores[:, scheme.codes.index(code)], strict=True))
        assert told == pytest.approx({who: score for who, score in held.items() if not np.isnan(score)}), code


def test_everybody_stands_on_the_line(db):
    scheme = schemes.scheme(FIRST, db, SECOND_VERSION).scheme
    for code in ("E01", "R01", "C01", "C02"):
        drawn = trial.drawn(FIRST, db, scheme, code)
        x, y = drawn.line
        for dot in drawn.dots:
            assert np.interp(dot.x, x, y) == pytest.approx(dot.score, abs=0.5), (code, dot)


def test_what_else_is_wrong_with_the_scheme_does_not_matter(db):
    text = sketch(
        (("indicator", 0, "weight"), 3), (("indicator", 1, "class"), "no such"), (("cycle",), "month")
    )
    found = trial.checked(FIRST, db, text)
    assert not found.passes
    code = found.scheme.codes[2]
    assert trial.drawn(FIRST, db, found.scheme, code).dots


def test_without_values_the_rule_is_drawn_alone_and_it_says_why(db):
    text = sketch((("indicator", 0, "code"), "UNHEARD"))
    drawn = trial.drawn(FIRST, db, trial.checked(FIRST, db, text).scheme, "UNHEARD")
    assert drawn.dots == () and drawn.line is not None and drawn.lacking.key == "errors-no-data"


def test_a_rule_that_cannot_work_is_not_drawn(db):
    text = sketch((("indicator", 0, "rule"), {"type": "bands", "edges": [3, 1], "scores": [0, 1, 2]}))
    scheme = trial.checked(FIRST, db, text).scheme
    drawn = trial.drawn(FIRST, db, scheme, scheme.codes[0])
    assert drawn.line is None and drawn.dots == ()


def test_faults_and_findings_are_those_of_the_lint(db):
    found = trial.checked(FIRST, db, sketch((("indicator", 0, "weight"), 3)))
    assert "weight-sum" in {fault.key for fault in found.faults}
    assert "W01" in {finding.rule for finding in found.findings}


def shown(db, text, *measures):
    draft = trial.checked(FIRST, db, sketch((("derived",), list(measures) or None)))
    return trial.worked(FIRST, db, draft, parse(text))


def measured(db, code):
    sheet = scores.period_sheet(FIRST, db, last(db), schemes.scheme(FIRST, db, SECOND_VERSION).scheme).sheet
    values = sheet.measurements.column(sheet.measurements.values, code)
    return dict(zip(sheet.people, values.tolist(), strict=True))


def test_an_expression_is_tried_on_whom_it_gives_least_the_middle_and_most(db):
    first, second = measured(db, "E01"), measured(db, "G01")
    by_hand = sorted(
        v + 3.5 * second[who] for who, v in first.items() if v == v and second[who] == second[who]
    )
    examples = shown(db, "E01 + 3.5*G01").examples
    assert [one.worked.value for one in examples] == pytest.approx(
        [by_hand[0], by_hand[len(by_hand) // 2], by_hand[-1]]
    )
    for one in examples:
        who = one.person.manager_id
        assert one.worked.value == pytest.approx(first[who] + 3.5 * second[who])


def test_an_expression_reads_derived_measures_and_the_past(db):
    measure = {"code": "K1", "name": {"zh": "两月之和", "en": "Two months"}, "formula": "E01 + previous(E01)"}
    most = shown(db, "K1", measure).examples[-1]
    assert most.worked.value == pytest.approx(shown(db, "sum_of_last(E01, 2)").examples[-1].worked.value)


def test_a_condition_is_tried_on_one_for_whom_it_holds_and_one_for_whom_it_does_not(db):
    values = sorted(v for v in measured(db, "E01").values() if v == v)
    tried = shown(db, f"E01 > {values[4]}")
    assert [one.worked.value for one in tried.examples] == [0, 1]
    assert (tried.people, tried.holds) == (len(values), sum(v > values[4] for v in values))


def test_what_rests_on_results_reads_them_as_they_stand_when_its_turn_comes(db):
    halved = {"on": "total", "when": "total() > 0", "then": {"multiply": 0.5}}
    after = {"on": "total", "when": "total() > 30", "then": {"add": 1}, "per": "total()"}
    draft = trial.checked(FIRST, db, sketch((("condition",), [halved, after])))
    assert draft.passes
    under = scores.period_sheet(FIRST, db, last(db), draft.scheme).sheet
    total = parse("total()")
    first, second, end = (trial.worked(FIRST, db, draft, total, k) for k in (0, 1, None))
    ended = under.exact[~np.isnan(under.exact)]
    assert end.examples[-1].worked.value == ended.max()
    assert second.examples[-1].worked.value == first.examples[-1].worked.value / 2
    code = draft.scheme.codes[0]
    score = trial.worked(FIRST, db, draft, parse(f"score({code})")).examples[0].worked.value
    assert score == np.nanmin(under.scores[:, 0])


def test_while_the_scheme_has_a_fault_there_are_no_results_to_read(db):
    draft = trial.checked(FIRST, db, sketch((("indicator", 0, "weight"), 3)))
    assert trial.worked(FIRST, db, draft, parse("total()")) is None


def test_a_code_without_values_is_said(db):
    with pytest.raises(SteelyardError):
        shown(db, "UNHEARD + 1")


def test_without_a_period_of_the_cycle_nothing_is_tried_and_it_is_said(db):
    draft = trial.checked(FIRST, db, sketch((("cycle",), "year")))
    with pytest.raises(WorkflowError) as said:
        trial.worked(FIRST, db, draft, parse("E01 + 1"))
    assert said.value.key == "errors-draft-no-period"


def test_a_code_that_nothing_is_measured_under_is_a_fault_where_it_stands(db):
    text = sketch((("indicator", 0, "quantity"), "E01 + UNHEARD"))
    found = trial.checked(FIRST, db, text)
    assert [(f.key, f.where, f.params["name"]) for f in found.faults] == [
        ("formula-name", f"{found.scheme.codes[0]}.quantity", "UNHEARD")
    ]
    assert trial.checked(FIRST, db, sketch((("indicator", 0, "quantity"), "E01 + G02"))).passes


def test_a_sketch_says_what_it_pays_beside_the_version_in_force(db):
    text = starts.template("optimised").replace('amount = "400"', 'amount = "900"')
    found = trial.pays(FIRST, db, trial.checked(FIRST, db, text))
    (in_force,) = scores.scored_under(db, [last(db)], schemes.in_force(db, last(db)))
    assert found.cost.cost.total.before == pay(in_force.sheet).totals.sum()
    (sketched,) = scores.scored_under(db, [last(db)], Scheme.from_toml(text))
    assert found.cost.cost.total.after == pay(sketched.sheet).totals.sum()
    faulty, without = text.replace("weight = 11", "weight = 31"), text.split("[[pay]]")[0]
    assert all(trial.pays(FIRST, db, trial.checked(FIRST, db, t)) is None for t in (faulty, without))
