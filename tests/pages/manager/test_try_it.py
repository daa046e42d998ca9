"""Trying other figures: at once, beside what is, and nothing of it is stored."""

import pytest

from access.actor import Actor
from access.demo import STAFF
from access.errors import AccessDenied
from scoring.periods import parse_period
from tests.branch import refused
from tests.pages.visits import addresses, words
from workflow.results import publishing, scorecards
from workflow.results.what_if import trying

LI, GAO, ZHAO = STAFF[0], STAFF[1], STAFF[4]
ME = Actor("cm05", "manager", "CM05")
PERIOD = parse_period("2026-10")


def tiles(app):
    return {m.label: m.value.replace("\\", "") for m in app.metric}


def moved(app, code, to):
    return app.number_input(f"try-CM05-2026-10-{code}-number").set_value(to).run()


def test_a_figure_is_moved_and_the_outcome_stands_beside_what_is(db, visit):
    head = db.head()
    card = scorecards.scorecard(ME, db, "CM05", PERIOD, count=1)
    app = visit(ME, "try-it")
    assert not app.exception and f"总分 {card.total:.2f}" in words(app)
    before = tiles(app)
    assert (before["总分"], before["等级"]) == (f"{card.total:.2f}", card.grade)
    line = next(one for one in card.lines if one.step.indicator.code == "S02")
    app = moved(app, "S02", 100.0)
    after = tiles(app)
    gain = line.step.effective_weight * (100 - line.step.score) / 100
    assert float(after["总分"]) == pytest.approx(card.exact + gain, abs=0.006)
    assert after["改动的数"] == "1" and "得分 **100.00**（原" in words(app)
    slid = app.slider("try-CM05-2026-10-S02-slider").set_value(50.0).run()
    assert slid.number_input("try-CM05-2026-10-S02-number").value == 50.0
    reset = app.button("try-reset").click().run()
    assert tiles(reset) == before
    assert db.head() == head


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_stands_for_everybody_who_may_see_a_scorecard(db, visit, lang):
    for actor in (ME, LI, GAO):
        assert not visit(actor, "try-it", lang).exception
    assert "try-it" not in addresses(ZHAO)


def test_a_manager_tries_the_own_figures_only(db, visit):
    for call in (trying.trial, lambda a, d, m, p: trying.outcome(a, d, m, p, {})):
        with pytest.raises(AccessDenied):
            call(ME, db, "CM06", PERIOD)
        with pytest.raises(AccessDenied):
            call(ZHAO, db, "CM05", PERIOD)
        with pytest.raises(AccessDenied):
            call(Actor("root", "admin"), db, "CM05", PERIOD)
        call(LI, db, "CM06", PERIOD)
    app = visit(ME, "try-it", person="CM06")
    keys = {box.key for box in app.number_input}
    assert keys and all(key.startswith("try-CM05-") for key in keys)


def test_what_cannot_be_tried_is_refused(db):
    assert refused(trying.outcome, ME, db, "CM05", PERIOD, {"X": 1.0}) == "errors-try-figure"
    assert refused(trying.outcome, ME, db, "CM05", PERIOD, {"E01": float("nan")}) == "errors-try-figure"
    assert refused(trying.trial, ME, db, "CM05", parse_period("2031-01")) != ""


def test_results_that_a_manager_is_not_shown_cannot_be_tried(db):
    publishing.reopen(GAO, db, PERIOD, "更正")
    assert refused(trying.trial, ME, db, "CM05", PERIOD) == "errors-period-not-shown"
    assert trying.trial(LI, db, "CM05", PERIOD).present.total > 0


def test_nobody_elses_figures_are_in_what_a_trial_carries(db):
    found = trying.trial(ME, db, "CM05", PERIOD)
    sheet = scorecards.scorecard(ME, db, "CM05", PERIOD, count=1)
    own = {line.step.indicator.code: line.step.value for line in sheet.lines}
    assert {f.movable.code: f.movable.value for f in found.figures if f.movable.code in own} == {
        code: pytest.approx(value) for code, value in own.items() if value is not None
    }
