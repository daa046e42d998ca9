"""Whatever watches over the dashboard hears whether it works; only the machine itself hears more."""

import datetime as dt
import os
import time

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from access import audit
from access.actor import operator
from scoring.errors import SteelyardError
from shell.operation import health, start
from tests.branch import copied
from workflow.branch.setup import open_branch
from workflow.keeping import backups

KEEPER = operator("keeper.wu")


@pytest.fixture
def database(demo_file, tmp_path, monkeypatch):
    path = copied(demo_file, tmp_path / "branch.duckdb")
    monkeypatch.setenv("STEELYARD_DB", str(path))
    monkeypatch.setattr(start.opened, "_flag", True)
    return path


def asked(client=("127.0.0.1", 1), **headers):
    with TestClient(Starlette(routes=health.routes("")), client=client) as browser:
        answer = browser.get("/healthz", headers=headers)
    return answer.status_code, answer.json()


def test_outsiders_hear_whether_it_works_and_nothing_else(database):
    db = open_branch(database).db
    for told in (asked(("10.0.0.7", 1)), asked(**{"X-Forwarded-For": "10.0.0.7"})):
        assert told == (200, {"status": "ok"})
    status, told = asked()
    assert status == 200 and told["entries"] == db.head() and told["disk"] == "ok" and told["inbox"] == "none"
    db.close()
    assert asked(("10.0.0.7", 1)) == (503, {"status": "wrong"})


def test_a_file_that_nobody_takes_is_told(database):
    db = open_branch(database).db
    place = database.with_name("branch.duckdb.inbox")
    place.mkdir()
    (place / "metrics.csv").write_text("x")
    assert asked()[1]["inbox"] == "ok"
    os.utime(place / "metrics.csv", (time.time() - 1300,) * 2)
    told = asked()[1]
    assert (told["inbox"], told["inbox_files"], told["inbox_minutes"]) == ("stuck", 1, 21)
    assert "metrics.csv" not in str(told)
    db.close()


def test_an_old_copy_and_one_that_failed_are_told(database):
    db = open_branch(database).db
    place, now = database.parent, audit.now()
    assert asked()[1]["backup"] == "off"  # nobody copies an invented branch unless somebody wants it
    backups.set_plan(KEEPER, db, backups.Plan(on=True))
    assert asked()[1]["backup"] == "none"
    backups.make(KEEPER, db)
    told = asked()[1]
    assert (told["backup"], told["backup_hours"]) == ("ok", 0)
    late = backups.standing(KEEPER, db, now + dt.timedelta(hours=backups.OLD_HOURS + 1))
    assert late.state == "old" and late.hours > backups.OLD_HOURS
    with pytest.raises(SteelyardError):
        backups.make(KEEPER, db, to=place / "nowhere" / "else")
    assert asked()[1]["backup"] == "failed"
    backups.make(KEEPER, db)
    assert asked()[1]["backup"] == "ok"
    db.close()


def test_it_is_not_ready_before_the_database_is_open(monkeypatch):
    monkeypatch.setattr(start.opened, "_flag", False)
    assert asked() == (503, {"status": "wrong", "why": "starting"})
    monkeypatch.setattr(start, "why", "errors-database-in-use")
    assert asked()[1]["why"] == "errors-database-in-use"
    assert asked(("10.0.0.7", 1)) == (503, {"status": "wrong"})


def test_it_is_cheap(database):
    """Asked every second by three programs, it costs the server less than a hundredth of its time."""
    db = open_branch(database).db
    health.look()
    before = time.process_time()
    for _ in range(100):
        assert health.look()["status"] == "ok"
    assert time.process_time() - before < 0.3
    db.close()
