"""Data from before the first scheme, of another cycle, or withdrawn again: valid periods stand."""

import pytest

from access import audit
from scoring.periods import parse_period
from tests.branch import COMING, FIRST, MANAGER, OLD, SECOND_VERSION, drafted, measured_in
from tests.cli.commands import manage
from tests.stored import put_values
from workflow import schemes
from workflow.adoption import gate, impact
from workflow.board import leaderboard
from workflow.errors import WorkflowError
from workflow.results import completeness, publishing, scorecards, scores
from workflow.validity import history, one_period
from workflow.weighing import simulation


def withdrawn(db, period):
    """Every value of the period superseded by nothing."""

    def work(cursor) -> None:
        put_values(
            cursor,
            """
            SELECT DISTINCT manager_id, indicator_code, period, NULL, batch_id, current_localtimestamp()
            FROM measurement WHERE period = ?
            """,
            [period.code],
        )
        audit.append(cursor, FIRST, "withdraw", period.code, {})

    db.write(work)


def looked_at(db, period):
    """What every page asks of a period."""
    leaderboard.leaderboard(FIRST, db, period)
    scorecards.scorecard(MANAGER, db, "CM01", period, 36)
    one_period.trust(FIRST, db, period)
    return [parse_period(s.period) for s in scores.history(FIRST, db, period, 36)]


def test_history_from_before_the_first_scheme_is_left_out_and_told(db):
    valid = [p.period for p in scores.periods(FIRST, db)]
    before = [looked_at(db, period) for period in valid]
    measured_in(db, OLD, valid[-1])
    assert [looked_at(db, period) for period in valid] == before
    assert scores.up_to(FIRST, db, valid[-1], 36) == valid
    assert scores.up_to(FIRST, db, OLD, 36) == [OLD]
    shown = {p.period: p.scored for p in scores.offered(FIRST, db)}
    assert shown == {OLD: False, **dict.fromkeys(valid, True)}
    first = min(i.effective_from for i in schemes.schemes(FIRST, db) if i.adopted)
    assert schemes.begins(FIRST, db, "month") == first and OLD < first <= valid[0]
    assert schemes.begins(FIRST, db, "quarter") is None
    assert [p.period for p in completeness.period_data(FIRST, db)] == valid[::-1]
    tested = history.tested(FIRST, db, SECOND_VERSION, valid[-1], 36)
    assert [p.period for p in tested.periods] == [p.code for p in valid]
    for call in (scores.period_sheet, publishing.publish):
        with pytest.raises(WorkflowError) as caught:
            call(FIRST, db, OLD)
        assert caught.value.key == "errors-no-scheme-in-force"


def test_a_scheme_that_is_given_scores_history_all_the_same(db):
    valid = [p.period for p in scores.periods(FIRST, db)]
    measured_in(db, OLD, valid[-1])
    begun = simulation.start(FIRST, db, SECOND_VERSION, valid[1], count=12)
    assert [s.period for s in begun.sheets] == [p.code for p in (OLD, *valid[:2])]
    info = schemes.scheme(FIRST, db, drafted(db))
    assert impact.trial(FIRST, db, info) is not None
    assert {r.name for r in gate.requirements(FIRST, db, info, COMING)} >= {"impact", "cycle"}


def test_a_value_that_was_withdrawn_keeps_no_period_alive(db):
    valid = [p.period for p in scores.periods(FIRST, db)]
    coming = valid[-1].next()
    for period in (OLD, coming):
        measured_in(db, period, valid[-1])
        assert period in [p.period for p in scores.periods(FIRST, db)]
        withdrawn(db, period)
        assert [p.period for p in scores.periods(FIRST, db)] == valid
    with pytest.raises(WorkflowError) as caught:
        scores.period_sheet(FIRST, db, coming)
    assert caught.value.key == "errors-no-data"
    # What is published stays, whatever became of the values since.
    withdrawn(db, valid[-1])
    assert [p.period for p in scores.periods(FIRST, db)] == valid
    assert looked_at(db, valid[-1])[-1] == valid[-1]


def test_a_period_of_figures_that_are_not_scored_has_no_result(db):
    valid = [p.period for p in scores.periods(FIRST, db)]
    coming = valid[-1].next()
    measured_in(db, coming, valid[-1], code="BRANCH_CASH")
    assert {p.period: p.scored for p in scores.offered(FIRST, db)} == {
        **dict.fromkeys(valid, True),
        coming: False,
    }
    assert looked_at(db, valid[-1]) == valid
    scored_too = coming.next()
    measured_in(db, scored_too, valid[-1])
    assert scores.up_to(FIRST, db, scored_too, 36) == [*valid, scored_too]


def test_periods_of_a_cycle_that_no_scheme_has_are_not_offered(db):
    valid = [p.period for p in scores.periods(FIRST, db)]
    quarter = valid[-1].as_kind("quarter")
    measured_in(db, quarter, valid[-1])
    assert quarter in [p.period for p in scores.periods(FIRST, db)]
    assert [p.period for p in scores.offered(FIRST, db)] == valid
    assert looked_at(db, valid[-1]) == valid


def test_the_command_line_says_which_period_has_no_scheme(db):
    valid = scores.periods(FIRST, db)[-1].period
    measured_in(db, OLD, valid)
    path = db.path
    db.close()
    for command in ("score", "publish"):
        done = manage(command, OLD.code, db=path)
        assert done.returncode not in (0, 1) and OLD.code in done.stderr and "Traceback" not in done.stderr
    assert manage("score", valid.code, db=path).returncode == 0
