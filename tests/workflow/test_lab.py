"""A trial of weights on a small branch."""

import pytest

from access.actor import Actor
from access.errors import AccessDenied
from data.database import Database
from tests.cli.commands import manage
from workflow import schemes
from workflow.errors import WorkflowError
from workflow.results import scores
from workflow.weighing import simulation

FIRST = Actor("first", "committee")
SECOND = Actor("second", "committee")
MANAGER = Actor("someone", "manager", "CM01")


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("lab") / "demo.duckdb"
    done = manage("init", "--demo", "--managers", 12, "--months", 8, db=path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def db(demo_file, tmp_path):
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(demo_file.read_bytes())
    opened = Database.open(copy)
    yield opened
    getattr(opened, "close", lambda: None)()


def begun(db):
    last = scores.periods(FIRST, db)[-1].code
    return simulation.start(FIRST, db, "x-branch", 2, last, count=3)


def more_risk(start, points: float = 10.0) -> dict[str, float]:
    """Risk indicators up by `points` together, the rest in proportion."""
    risk = {i.code: i.weight for i in start.scheme.indicators if i.class_ == "risk"}
    total = sum(risk.values())
    raised = {code: w * (total + points) / total for code, w in risk.items()}
    return simulation.rebalanced(dict(zip(start.scheme.codes, start.scheme.weights, strict=True)), raised)


def test_trial_is_the_sheet_scored_anew(db) -> None:
    start = begun(db)
    weights = more_risk(start)
    assert sum(weights.values()) == pytest.approx(100, abs=1e-9)
    trial = simulation.simulate(FIRST, start, weights)
    assert trial.scheme.class_weights()["risk"] == pytest.approx(start.scheme.class_weights()["risk"] + 10)
    anew = scores.scored_under(db, [start.sheets[-1].period], start.scheme.with_weights(weights))[0].sheet
    expected = dict(zip(anew.people, anew.totals.tolist(), strict=True))
    for row in trial.rows:
        assert row.after_total == pytest.approx(expected[row.manager_id], nan_ok=True)
    assert [period for period, _, _ in trial.churn] == [s.period for s in start.sheets]
    comparison = trial.comparisons[-1][1]
    assert abs(comparison.parts["weights"] - comparison.difference).max() < 1e-9


def test_nothing_moves_when_nothing_changes(db) -> None:
    start = begun(db)
    same = dict(zip(start.scheme.codes, start.scheme.weights, strict=True))
    trial = simulation.simulate(FIRST, start, same)
    assert trial.moved == 0
    assert all(tau == pytest.approx(1) and moved == 0 for _, tau, moved in trial.churn)


def test_a_manager_neither_tries_nor_drafts(db) -> None:
    start = begun(db)
    with pytest.raises(AccessDenied):
        simulation.simulate(MANAGER, start, more_risk(start))
    with pytest.raises(AccessDenied):
        simulation.save_draft(MANAGER, db, start, more_risk(start), "")
    with pytest.raises(AccessDenied):
        scores.period_sheet(MANAGER, db, start.sheets[-1].period)


def test_difference_names_only_what_differs(db) -> None:
    start = begun(db)
    weights = more_risk(start)
    changes = schemes.difference(start.scheme, start.scheme.with_weights(weights))
    assert {c.what for c in changes} == {"weight"}
    assert {c.indicator for c in changes} == set(start.scheme.codes)


def test_two_members_who_draft_at_once_both_keep_their_version(db):
    start = begun(db)
    first = simulation.save_draft(FIRST, db, start, more_risk(start), "ten more")
    second = simulation.save_draft(SECOND, db, start, more_risk(start, 5), "five more")
    assert (first, second) == (("x-branch", 3), ("x-branch", 4))
    stored = {i.scheme.version: i for i in schemes.schemes(FIRST, db)}
    assert stored[3].created_by == "first" and stored[4].created_by == "second"
    assert stored[3].scheme.class_weights()["risk"] == pytest.approx(36)
    assert stored[4].scheme.class_weights()["risk"] == pytest.approx(31)


def test_two_drafts_in_the_same_moment_do_not_share_a_number(db):
    """Both were told that number 3 is next."""
    start = begun(db)
    simulation.save_draft(FIRST, db, start, more_risk(start), "ten more")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schemes, "next_version", lambda *_: 3)
        with pytest.raises(WorkflowError) as told:
            simulation.save_draft(SECOND, db, start, more_risk(start, 5), "five more")
    assert told.value.key == "errors-scheme-exists"
