"""An error takes down no more than it must, and names nobody to somebody who may not see it."""

import datetime as dt

import pytest

from access.actor import Actor, operator
from data.facts import Fact
from data.stores.intake import import_store
from scoring.errors import Fault, MeasurementError
from scoring.periods import parse_period
from tests.branch import FIRST, MANAGER, PRESIDENT
from tests.pages.visits import words
from workflow.errors import WorkflowError
from workflow.intake import batches, corrections, imports, inbox
from workflow.results import publishing, scorecards, scores

ZHAO, WANG = Actor("zhao", "data-officer"), Actor("wang", "data-officer")
OUTSIDE = MeasurementError(
    [Fault("out-of-range", "CM07", {"name": "C03", "value": 284, "low": 0, "high": 100})]
)
DIFFERS = WorkflowError("errors-frozen-differs", period="2026-10", people="CM07, CM09")


def failing(problem):
    def fail(*_, **__):
        raise problem

    return fail


def test_a_batch_is_decided_on_whatever_its_effect(db, visit, monkeypatch):
    period = scores.periods(FIRST, db)[-1].code
    number = corrections.value(ZHAO, db, "CM05", period, "R01", 1.5, "booked late")
    for problem in (OUTSIDE, WorkflowError("errors-no-data", period=period)):
        monkeypatch.setattr(batches, "effect", failing(problem))
        app = visit(WANG, "desk")
        assert "仍可在下面入库或退回" in words(app)
        # Everything below the card is there too.
        assert app.button("review-approve") and app.selectbox("audit-period") and app.selectbox("undo-batch")
    app.button("review-approve").click().run()
    assert batches.batches(WANG, db)[0].batch_id == number
    assert batches.batches(WANG, db)[0].status == "approved"


def test_an_uncaught_fault_leaves_the_decision_too(db, visit, monkeypatch):
    period = scores.periods(FIRST, db)[-1].code
    corrections.value(ZHAO, db, "CM05", period, "R01", 1.5, "booked late")
    monkeypatch.setattr(batches, "effect", failing(ZeroDivisionError()))
    app = visit(WANG, "desk")
    assert app.button("review-approve") and app.exception


def test_the_period_desk_stands_when_a_period_cannot_be_scored_on_other_facts(visit, monkeypatch):
    monkeypatch.setattr(publishing, "differences", failing(OUTSIDE))
    app = visit(PRESIDENT, "periods")
    assert "CM07" in words(app) and app.button("verify") and not app.exception


@pytest.mark.parametrize("problem", [OUTSIDE, DIFFERS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_message_names_others_only_to_those_who_may_see_them(visit, monkeypatch, problem, lang):
    monkeypatch.setattr(scorecards, "scorecard", failing(problem))
    told = words(visit(MANAGER, "scorecard", lang))
    assert {"zh": "数据员和复核员更正后", "en": "The data officers are on it"}[lang] in told
    assert not any(word in told for word in ("CM07", "CM09", "C03", "284"))
    assert "CM07" in words(visit(PRESIDENT, "scorecard", lang))


def test_what_lay_in_the_inbox_is_taken_over_by_one_and_approved_by_another(db, visit):
    place = inbox.folder(db)
    place.mkdir()
    period = scores.periods(FIRST, db)[-1].code
    text = f"manager_id,period,indicator,value\nCM05,{period},R01,1.5\n"
    (place / "night.csv").write_text(text, encoding="utf-8")
    (arrival,) = inbox.look(operator("inbox"), db, lambda a: "", settled=dt.timedelta(0))
    app = visit(ZHAO, "desk")
    assert not app.exception and not any(b.key == "review-approve" for b in app.button)
    app.button("review-take-over").click().run()
    assert not app.exception and not any(b.key == "review-approve" for b in app.button)
    app = visit(WANG, "desk")
    app.button("review-approve").click().run()
    assert not app.exception
    assert batches.batch_of(ZHAO, db, arrival.batch).status == "approved"
    assert batches.history(ZHAO, db, "CM05", period, "R01")[-1].value == 1.5


def test_a_value_that_cannot_be_scored_is_named_to_those_who_may_see_it(db, visit):
    period = scores.periods(FIRST, db)[-1].code
    publishing.reopen(FIRST, db, parse_period(period), "更正")
    with pytest.raises(WorkflowError, match="errors-correct-scale"):
        corrections.value(ZHAO, db, "CM02", period, "C03", 284, "错")
    with pytest.raises(WorkflowError, match="errors-correct-target"):
        corrections.target(ZHAO, db, "CM02", period, "E01", 0, "错")
    # Stored all the same, as another scheme may have taken it.
    key = {"manager_id": "CM02", "period": period, "indicator_code": "C03", "value": 284}
    rows = import_store.rows_of_facts([Fact("measurement", key)])
    imports.approve(WANG, db, batches.bring(ZHAO, db, "metrics", rows, "错", {}))
    for actor, seen in ((PRESIDENT, True), (ZHAO, True), (Actor("root", "admin"), False)):
        app = visit(actor, "periods")
        assert not app.exception
        assert any("284" in w.value and "无法计分" in w.value for w in app.warning) is seen
    board = words(visit(PRESIDENT, "leaderboard"))
    assert "无法计分" not in board and scores.scored(db, [parse_period(period)])[0].sheet.people
