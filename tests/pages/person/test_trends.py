"""Trends compare like with like, and what stands behind a line is a table with units."""

import math
import shutil
from pathlib import Path

import pytest

from scoring.periods import parse_period
from tests.branch import FIRST, PRESIDENT
from tests.pages.visits import words
from ui import charts
from words import format as fmt
from workflow.branch.setup import open_branch
from workflow.results import scores


@pytest.fixture
def db(whole_demo_file, tmp_path, monkeypatch):
    """The whole invented branch: 36 months under two schemes."""
    path = Path(shutil.copy(whole_demo_file, tmp_path / "whole.duckdb"))
    monkeypatch.setenv("STEELYARD_DB", str(path))
    opened = open_branch(path).db
    yield opened
    opened.close()


@pytest.fixture
def drawn(monkeypatch):
    """The charts of a page by their keys."""
    figures, show = {}, charts.show

    def keep(figure, behind, *, key, label, t):
        figures[key] = figure
        show(figure, behind, key=key, label=label, t=t)

    monkeypatch.setattr(charts, "show", keep)
    return figures


def lines(figure):
    return [trace for trace in figure["data"] if trace["mode"] == "lines+markers"]


def change_of_scheme(db, known):
    """The place of the first period under another scheme; 0 where there is none."""
    schemes = [scores.period_sheet(FIRST, db, p.period).scheme.reference for p in known]
    return next((k for k in range(1, len(schemes)) if schemes[k] != schemes[k - 1]), 0)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_line_breaks_where_the_scale_changes_and_the_best_is_of_one_scale(db, visit, drawn, lang):
    known = scores.periods(FIRST, db)
    change = change_of_scheme(db, known)
    assert change > 0
    app = visit(PRESIDENT, "trends", lang, person="CM30")
    assert not app.exception
    sheets = [scores.period_sheet(FIRST, db, p.period).sheet for p in known]
    totals = [s.totals[s.people.index("CM30")] if "CM30" in s.people else math.nan for s in sheets]
    first, second = lines(drawn["total"])
    assert [v for v in first["y"] if v is not None] == [v for v in totals[:change] if v == v]
    assert second["x"] == [p.code for p in known[change:]]
    best = max(v for v in totals[change:] if v == v)
    assert max(v for v in totals if v == v) > best and fmt.number(best) in words(app)
    # What was measured is on one scale all the time; scores are not.
    assert (len(lines(drawn["values"])), len(lines(drawn["scores"]))) == (1, 2)
    # As many labels as a telephone has room for, the last period among them.
    labels = drawn["total"]["layout"]["xaxis"]["tickvals"]
    assert len(labels) <= 5 and labels[-1] == known[-1].code


def test_the_band_is_told_and_left_out_where_hardly_anybody_has_a_case(db, visit, drawn, tables):
    visit(PRESIDENT, "trends", indicator="C01")
    assert [trace["mode"] for trace in drawn["values"]["data"]].count("lines+markers") >= 1
    assert not any("fill" in trace for name in ("values", "scores") for trace in drawn[name]["data"])
    assert drawn["values"]["layout"]["yaxis"]["dtick"] == 1
    visit(PRESIDENT, "trends", indicator="E01")
    assert any("fill" in trace for trace in drawn["values"]["data"])
    assert any("中间一半" in said for said in lines(drawn["values"])[0]["customdata"])
    heads = [column["label"] for column in tables["behind-values"][0]]
    assert heads[1:3] == ["完成（万元）", "目标（万元）"]
    newest = tables["behind-total"][1][0]["cells"]["period"]
    assert newest == fmt.period(parse_period(scores.periods(FIRST, db)[-1].code), "zh")
