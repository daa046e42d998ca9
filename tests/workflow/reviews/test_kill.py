"""Killed while answers are handed in: what was acknowledged is there, and nothing is there by half."""

import random
import subprocess
import sys

from data.database import Database
from data.stores.reviews import assignment_store, ballot_store
from data.stores.reviews.vault import vault
from tests.places import ROOT
from tests.workflow.reviews import campaign as steps

KILLS = 3


def test_every_answer_is_there_whole_or_not_at_all(db):
    number = steps.begun(db)
    path = db.path
    db.close()
    rng, acknowledged = random.Random(1), set()
    for _ in range(KILLS):
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.workflow.reviews.killed_rater", str(path), str(number)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        # In the midst of the answer after so many.
        acknowledged |= {int(worker.stdout.readline()) for _ in range(rng.randrange(1, 6))}
        worker.kill()
        acknowledged |= {
            int(line) for line in worker.communicate()[0].splitlines(keepends=True) if "\n" in line
        }
        left = Database.open(path)
        with left.read() as cursor:
            found = assignment_store.of_campaign(cursor, number)
            ballots = ballot_store.ballots(cursor, vault(path), number)
        done = {a.assignment_id for a in found if a.done}
        assert acknowledged <= done and len(done - acknowledged) <= KILLS
        assert sorted((b["ratee"], b["group"]) for b in ballots) == sorted(
            (a.ratee_id, a.group) for a in found if a.done
        )
        assert not any(a.saved and a.done for a in found)
        left.close()
    assert len(acknowledged) >= KILLS
