"""What a scheme in the making does: faults and findings, and one rule over the last period's people."""

import numpy as np
import pytest

from scoring.scheme import document
from tests.branch import FIRST, SECOND_VERSION, last
from workflow import schemes
from workflow.drafting import starts, trial
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
