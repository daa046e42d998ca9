"""A frozen text is scored again to what was published, cells that were left out included."""

from dataclasses import replace

import numpy as np
import orjson
import pytest
from cachetools import LRUCache

from scoring import Indicator, Measurements, Scheme, score
from scoring.pay import pay
from scoring.scheme import Grade
from scoring.scheme.pay import Payment
from scoring.scheme.rules import Attainment, Direct
from tests.branch import GAO, last
from tests.places import SCHEMES
from workflow.results import frozen, scores
from workflow.results.period_sheets import PersonInfo, period_sheet

SCHEME = Scheme(
    "t",
    1,
    (
        Indicator("C03", {"zh": "合规", "en": "Conduct"}, 40.0, Direct(), "compliance"),
        Indicator("E01", {"zh": "净增", "en": "Growth"}, 60.0, Attainment(), "efficiency", target=100.0),
    ),
    name={"zh": "试", "en": "t"},
    minimum_coverage=0.4,
    grades=(Grade("A", 90), Grade("D", 0)),
).checked()


@pytest.mark.parametrize(
    ("values", "targets"),
    [
        ([[284.0, 90.0], [80.0, 95.0]], None),
        ([[70.0, 90.0], [80.0, 95.0]], [[np.nan, 0.0], [np.nan, 120.0]]),
        ([[70.0, 1e300], [80.0, 95.0]], None),
    ],
)
def test_cells_that_were_left_out_are_left_out_again(values, targets):
    sheet = score(SCHEME, Measurements(["A", "B"], SCHEME.codes, values, targets))
    assert len(sheet.refused) == 1 and not np.isnan(sheet.totals).any()
    people = tuple(PersonInfo(p, p, p, "T1", "甲队", "Team A", "") for p in sheet.people)
    days = {(p, "T1"): 1.0 for p in sheet.people}
    found = period_sheet("2026-03", "notice", sheet, people, days, {"T1": ("甲队", "Team A")})
    content = orjson.loads(frozen.text(frozen.document(found)))
    again = frozen.scored_again(content)
    assert frozen.differences(content, again) == () and again.refused == sheet.refused
    assert frozen.thaw(content, "notice", "x").sheet.totals.tolist() == sheet.totals.tolist()


def test_what_a_new_scheme_reads_of_the_past_is_its_rules_doing(db):
    month = last(db)
    before = scores.period_sheet(GAO, db, month.previous())
    # Each value is the same, made of a past and a team that the scheme before did not read.
    text = before.scheme.to_toml().replace(
        'code = "E01"\n', 'code = "E01"\nquantity = "E01 + 0*previous(E01)*team_mean(E01)"\n', 1
    )
    after = scores.period_sheet(GAO, db, month, Scheme.from_toml(text))
    found = scores.compared(db, before, after)
    # Whoever was not there a month earlier still has no past that the new scheme could read.
    earlier = scores.period_sheet(GAO, db, month.previous().previous()).sheet
    there = ~np.isnan(earlier.values[:, earlier.indicators.index("E01")])
    settled = np.isin(found.people, np.array(earlier.people)[there]) & ~np.isnan(found.difference)
    assert found.parts["rules"][settled] == pytest.approx(0, abs=1e-9)
    assert found.parts["data"][settled].any()


def test_the_past_that_expressions_read_is_frozen_with_the_sheet(db):
    text = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")
    text += """
[[derived]]
code = "OWED"
name = "OWED"
formula = "max(0, target(E01) + previous(OWED) - E01)"
start = 0
[[condition]]
on = "total"
when = "OWED > 0 or G01 < team_mean(G01)"
then = { multiply = 0.99 }
"""
    scheme = Scheme.from_toml(text)
    found = scores.period_sheet(GAO, db, last(db), scheme)
    assert found.sheet.measurements.history.past.max() > 1 and found.sheet.condition_step.any()
    content = orjson.loads(frozen.text(frozen.document(found)))
    again = frozen.scored_again(content)
    assert frozen.differences(content, again) == ()
    assert again.derived["OWED"].tolist() == pytest.approx(found.sheet.derived["OWED"].tolist(), nan_ok=True)
    # Another past is another result.
    content["inputs"]["history"]["values"]["E01"][0] = [0.0] * len(found.people)
    assert frozen.differences(content, frozen.scored_again(content)) != ()


def test_what_pay_rests_on_is_frozen_with_the_sheet(db):
    scheme = scores.period_sheet(GAO, db, last(db)).scheme
    lines = """
[[pay]]
code = "GREW"
name = "增量"
kind = "pool"
pool = 1000
share = "E01 - previous(E01)"
nobody = "equal"
[[pay]]
code = "THERE"
name = "出勤"
kind = "coefficient"
base = 100
factors = ["presence()", "team_mean(E01)/E01"]
"""
    plain = replace(scheme, pay=(), payment=Payment())
    found = scores.period_sheet(GAO, db, last(db), Scheme.from_toml(plain.to_toml() + lines))
    run = pay(found.sheet)
    assert run.amounts.all(axis=0).any() and run.amounts[:, 0].sum() == 100_000
    again = pay(frozen.scored_again(orjson.loads(frozen.text(frozen.document(found)))))
    assert again.amounts.tolist() == run.amounts.tolist() and again.missing.tolist() == run.missing.tolist()


def test_a_plain_schemes_frozen_text_has_no_past(db):
    plain = replace(scores.period_sheet(GAO, db, last(db)).scheme, pay=(), payment=Payment())
    inputs = frozen.document(scores.period_sheet(GAO, db, last(db), plain))["inputs"]
    assert "history" not in inputs and "teams_read" not in inputs


def test_more_periods_than_are_kept_in_mind(db, monkeypatch):
    """What is in mind when a read begins is pushed out while the others are read."""
    codes = [info.code for info in scores.periods(GAO, db)]
    whole = frozen.published(db, codes)
    assert len(whole) > 4
    monkeypatch.setattr(frozen, "_thawed", LRUCache(maxsize=2))
    frozen.published(db, sorted(whole)[-2:])
    again = frozen.published(db, codes)
    assert {code: sheet.sheet.totals.tolist() for code, sheet in again.items()} == {
        code: sheet.sheet.totals.tolist() for code, sheet in whole.items()
    }
