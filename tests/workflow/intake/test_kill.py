"""Killed at any moment: everything that was acknowledged is there, and nothing is there by half."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from access.actor import Actor
from data.database import Database
from tests.places import ROOT
from workflow.results import proof, publishing

CHAIR = Actor("gao", "committee")
KILLS = 5
STEPS = 4
"""So many lines the worker says at least in a turn: ready, imported, approved, published."""


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_moments(seed, demo_file, tmp_path):
    """4 × 5 kills; each time the same database goes on."""
    path = shutil.copy(demo_file, tmp_path / "branch.duckdb")
    rng = random.Random(seed)
    said: list[list[str]] = []
    for run in range(KILLS):
        log = (tmp_path / f"{run}.log").open("w")
        worker = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.workflow.intake.killed_worker",
                str(path),
                str(tmp_path),
                str(100 * run + 1),
            ],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        # So many steps are let through before the moment is drawn, all of them in the last run: on a busy
        # machine a time alone would never reach the later ones.
        steps = STEPS if run == KILLS - 1 else rng.randrange(STEPS)
        for _ in range(1500):
            if len((tmp_path / f"{run}.log").read_text(encoding="utf-8").splitlines()) > steps:
                break
            time.sleep(0.02)
        time.sleep(rng.uniform(0.0, 0.3))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        log.close()
        text = (tmp_path / f"{run}.log").read_text(encoding="utf-8")
        assert "Traceback" not in text, text
        # The last line may have been cut in the middle of being written.
        said += [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]
        _everything_is_there(path, said)
    assert {line[0] for line in said} >= {"imported", "approved", "published"}


def _everything_is_there(path, said):
    db = Database.open(path)
    found = proof.verify(CHAIR, db)
    assert found.clean, found.differences
    with db.read() as cursor:
        stored = dict(
            cursor.execute(
                "SELECT batch_id, last(status ORDER BY event_id) FROM batch_event GROUP BY batch_id"
            ).fetchall()
        )
        halves = cursor.execute(
            """
            SELECT e.batch_id FROM (SELECT DISTINCT batch_id FROM batch_event WHERE status = 'approved') e
            JOIN import_batch b USING (batch_id)
            WHERE regexp_matches(b.file_name, '^[0-9]+[.]csv$') AND (
                (SELECT count(*) FROM measurement m WHERE m.batch_id = e.batch_id) != b.rows_read OR
                (SELECT count(*) FROM staged_row s WHERE s.batch_id = e.batch_id) != b.rows_read
            )
            """
        ).fetchall()
        stray = cursor.execute(
            """
            SELECT DISTINCT m.batch_id FROM measurement m
            WHERE NOT EXISTS (
                SELECT 1 FROM batch_event e WHERE e.batch_id = m.batch_id AND e.status = 'approved'
            )
            """
        ).fetchall()
    assert halves == [] and stray == []
    sheets = {row.sheet_id: row.sha256 for row in publishing.results(CHAIR, db)}
    for line in said:
        if line[0] == "imported":
            assert int(line[1]) in stored
        if line[0] == "approved":
            assert stored[int(line[1])] == "approved"
        if line[0] == "published":
            assert sheets[int(line[1])] == line[2]
    db.close()
