"""The page of validity: opens with its finding, says over whom, and colours no cost."""

import pytest

from documents import validity as written
from scoring.evidence.findings import Kind
from tests.branch import GAO, LI, last
from tests.pages.visits import open_page, words
from views.validity.terms import TERMS
from words.text import literal, text_for
from workflow.results import scores
from workflow.validity.report import report

TABLES = {
    "trust",
    "overlaps",
    "teams",
    "steady",
    "steady-indicators",
    "outcomes",
    "outcome-parts",
    "backtest",
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_opens_with_the_largest_finding_and_says_over_whom(db, visit, tables, lang):
    app = visit(LI, "validity", lang)
    assert not app.exception
    found, t = report(LI, db, last(db)), text_for(lang)
    scheme = scores.period_sheet(LI, db, last(db)).scheme
    names = {i.code: t.name(i.name, i.code) for i in scheme.indicators}
    sentence = written.opening(found, names, t, literal)
    assert sentence in words(app) and str(found.trust.people) in sentence
    for one in found.findings[1:]:
        assert written.sentence(one, found, names, t, literal) in words(app)
    assert set(tables) >= TABLES
    # Left and come back to, it says the same.
    again = open_page(open_page(app, "leaderboard"), "validity")
    assert not again.exception and sentence in words(again)


def test_a_handful_of_people_is_called_so(db, visit, tables):
    assert "只有 12 人" in words(visit(LI, "validity")) or "只有 11 人" in words(visit(LI, "validity"))


def test_what_costs_more_is_not_shown_as_good(db, visit, tables):
    visit(GAO, "validity")
    columns, rows = tables["backtest"]
    pool = next(column for column in columns if column["id"] == "pool")
    assert pool["type"] == "number" and any(row["cells"]["pool"] for row in rows)
    kinds = {column["type"] for _, (columns, _) in tables.items() for column in columns}
    assert kinds.isdisjoint({"delta", "move", "heat"})


def test_every_pair_of_indicators_is_there(db, visit, tables):
    visit(LI, "validity")
    columns, rows = tables["overlaps"]
    codes = [row["id"] for row in rows]
    assert [column["id"] for column in columns] == ["name", *codes] and len(codes) == 16
    for row in rows:
        assert row["cells"][row["id"]] is None
        assert all(
            row["cells"][c] == next(r for r in rows if r["id"] == c)["cells"][row["id"]] for c in codes
        )


def test_another_version_is_set_beside_the_one_in_force(db, visit, tables):
    app = visit(GAO, "validity")
    assert "outcomes-beside" in tables and not app.exception
    tables.clear()
    app.selectbox("backtest-version").set_value("x-branch@2").run()
    assert not app.exception and "outcomes-beside" not in tables and "backtest" in tables


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_and_every_term_has_its_words(lang):
    t = text_for(lang)
    keys = [f"validity-finding-{kind}" for kind in Kind]
    keys += [key for name in TERMS for key in (f"term-{name}", f"term-{name}-is")]
    assert [key for key in keys if not t.has(key)] == []
