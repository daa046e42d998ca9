"""Killed at any moment, or refused at any statement: nothing is there by half, nobody is paid twice."""

import random
import subprocess
import sys
from collections import Counter

import pytest

from access import audit
from data.database import Database
from data.stores.pay import ledger_store, payroll_store, run_store
from scoring.pay import ledger
from tests.branch import GAO, LI, NING, copied, last
from tests.places import ROOT
from tests.workflow.rewards.paying import posted
from workflow.rewards import approving, payroll, runs

KILLS = 3


def test_killed_at_random_moments_nothing_is_there_by_half(paying_file, tmp_path):
    path = copied(paying_file, tmp_path / "branch.duckdb")
    opened = Database.open(path)
    period = last(opened).shift(-2)
    opened.close()
    rng, said = random.Random(3), []
    for turn in range(KILLS):
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.workflow.rewards.killed_payer", str(path), period.code, str(turn)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        said += [worker.stdout.readline().split() for _ in range(rng.randrange(2, 7))]
        worker.kill()
        # The last line may have been cut in the middle of being written.
        rest = worker.communicate()[0].splitlines(keepends=True)
        said += [line.split() for line in rest if line.endswith("\n")]
        _everything_is_there(path, said)
    assert {"proposed", "posted", "paid"} <= {step for step, _ in said}


def _everything_is_there(path, said):
    db = Database.open(path)
    with db.read() as cursor:
        assert audit.broken_at(cursor) is None
        entries = ledger_store.entries(cursor)
        events = run_store.events(cursor)
        stored = {run.run_id for run in run_store.runs(cursor)}
        files = payroll_store.files(cursor)
    due = Counter()
    for entry in entries:
        due[entry.document, entry.origin] += entry.amount * ((entry.debit == "due") - (entry.credit == "due"))
    assert not any(due.values())
    through = {event.run_id for event in events if event.kind == "posted"}
    assert {int(e.document.removeprefix("run:")) for e in entries} == through
    approvals = Counter(event.run_id for event in events if event.kind == "approved")
    assert all((approvals[run] == 2) == (run in through) for run in stored)
    covered = max((file.through_entry for file in files), default=0)
    given = Counter()
    for file in files:
        for row in file.content["rows"]:
            given[row["manager_id"]] += row["amount"]
    for row in files[-1].content["carried"] if files else ():
        given[row["manager_id"]] += row["amount"]
    assert given == Counter(ledger.paid([e for e in entries if e.entry_id <= covered]))
    for step, number in said:
        if step == "proposed":
            assert int(number) in stored
        if step == "posted":
            assert int(number) in through
        if step == "paid":
            assert int(number) in {file.payroll_id for file in files}
    db.close()


class Stops(Exception):
    """The statement that does not come through."""


@pytest.mark.parametrize("step", ["propose", "approve", "post", "pay"])
def test_a_write_that_stops_at_any_statement_changes_nothing(paying_file, tmp_path, monkeypatch, step):
    db = Database.open(copied(paying_file, tmp_path / "branch.duckdb"))
    period = last(db).shift(-2)
    if step == "pay":
        posted(db, period)
    elif step != "propose":
        number = runs.propose(GAO, db, period)
        sha256 = runs.run(GAO, db, number).info.sha256
        if step == "post":
            approving.approve(NING, db, number, sha256)
    do = {
        "propose": lambda: runs.propose(GAO, db, period),
        "approve": lambda: approving.approve(NING, db, number, sha256),
        "post": lambda: approving.approve(LI, db, number, sha256),
        "pay": lambda: payroll.make(GAO, db),
    }[step]
    before, whole = _tables(db), db.write
    for allowed in range(1000):

        def write(work, allowed=allowed):
            return whole(lambda cursor: work(_Stopping(cursor, allowed)))

        monkeypatch.setattr(db, "write", write)
        try:
            do()
        except Stops:
            assert _tables(db) == before
        else:
            break
    assert allowed > 3 and _tables(db) != before
    db.close()


class _Stopping:
    """A cursor on which so many statements come through."""

    def __init__(self, cursor, allowed) -> None:
        self._cursor, self._left = cursor, allowed

    def __getattr__(self, name):
        if name in ("execute", "executemany"):
            if not self._left:
                raise Stops
            self._left -= 1
        return getattr(self._cursor, name)


def _tables(db):
    names = ("pay_run", "pay_run_event", "ledger_entry", "payroll", "audit")
    with db.read() as cursor:
        return [cursor.execute(f"SELECT count(*) FROM {name}").fetchall() for name in names]
