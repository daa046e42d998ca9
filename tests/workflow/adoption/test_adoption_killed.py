"""Killed at any moment of a version's way: every step that was acknowledged is there, none by half."""

import random
import subprocess
import sys

import pytest

from access.actor import Actor
from data.database import Database
from data.stores import scheme_store
from scoring.scheme import SchemeReference
from tests.branch import copied
from tests.places import ROOT
from workflow import schemes
from workflow.results import proof

CHAIR = Actor("gao", "committee")


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_random_moments(seed, demo_file, tmp_path):
    """2 × 2 kills; each time the same database goes on, and the last one is let through to an adoption."""
    path = copied(demo_file, tmp_path / "branch.duckdb")
    rng, said = random.Random(seed), []
    for turn in range(2):
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.workflow.adoption.killed_adopter", str(path), str(3 * seed + turn)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        lines = rng.randrange(1, 6) if turn == 0 else rng.randrange(6, 10)
        said += [worker.stdout.readline().split() for _ in range(lines)]
        worker.kill()
        rest = worker.communicate()[0].splitlines(keepends=True)
        said += [line.split() for line in rest if line.endswith("\n")]
        _everything_is_there(path, said)
    assert {step for step, _ in said} >= {"draft", "proposed", "voted", "in-notice", "adopted"}


def _everything_is_there(path, said):
    db = Database.open(path)
    found = proof.verify(CHAIR, db)
    assert found.clean, found.differences
    known = {str(info.reference): info for info in schemes.stored(db)}
    for step, reference in said:
        if step == "ready":
            continue
        with db.read() as cursor:
            life = [event.kind for event in scheme_store.events(cursor, SchemeReference.parse(reference))]
        assert reference in known
        if step == "voted":
            assert life.count("approved") == 2
        else:
            assert step in life
    db.close()
