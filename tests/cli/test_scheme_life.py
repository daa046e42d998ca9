"""The life of a version on the command line: the same gate as on the page, for the named persons."""

import shutil

import pytest

from tests.branch import COMING
from tests.cli.commands import manage

REF = "x-branch@3"


@pytest.fixture
def run(demo_file, tmp_path):
    """``run(command, by, …)``: a step in the life of a third version, made from the second's file."""
    db = shutil.copy(demo_file, tmp_path / "branch.duckdb")
    file = tmp_path / "third.toml"
    assert manage("scheme", "export", "x-branch@2", file, db=db).returncode == 0
    text = file.read_text(encoding="utf-8")
    assert "authorisation" in text
    file.write_text(text.replace("version = 2", "version = 3", 1), encoding="utf-8")
    assert manage("scheme", "import", file, db=db, by="committee.gao").returncode == 0

    def step(command, by, *arguments):
        return manage("scheme", *command.split(), REF, *arguments, db=db, by=by)

    return step


def test_from_a_file_to_adoption_nobody_is_let_past_the_gate(run):
    starts, why = ("--from", COMING.code), ("--why", "decided")

    def done(command, by, *arguments):
        found = run(command, by, *arguments)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def turned_down(command, by, *arguments):
        found = run(command, by, *arguments)
        assert found.returncode == 2 and "Traceback" not in found.stderr, found.stderr
        return found.stderr

    assert "It has not been posted" in turned_down("adopt", "committee.ning", *starts, *why)
    done("propose", "committee.gao", *starts, *why)
    assert "cannot vote" in turned_down("approve", "CM03")
    assert "cm03" in turned_down("approve", "cm03")  # who has an account, and one that does not vote
    assert "Impact run" in done("impact", "committee.gao")
    done("approve", "committee.ning")
    done("object", "li.hangzhang", "--why", "pay is cut")
    done("approve", "committee.tang")
    status = done("status", "committee.ning").splitlines()
    assert status[0] == "Objections (1): 李行长: pay is cut"
    assert any("came with the file" in line for line in status)
    leave = ("--document", "HO 2026-9", "--issued-on", "2026-06-20", "--scope", "X branch")
    assert "still to come" in turned_down("authorise", "committee.ning", *leave[:3], "2099-01-01", *leave[4:])
    done("authorise", "committee.ning", *leave)
    assert "somebody else" in turned_down("confirm-authorisation", "committee.ning")
    assert "must confirm it" in turned_down("notice", "committee.ning")
    done("confirm-authorisation", "committee.tang")
    done("notice", "committee.ning")
    done("reason", "committee.ning", "P02", "--why", "the staff was heard")
    other = ("--from", COMING.next().code)
    assert f"to begin in {COMING.code}" in turned_down("adopt", "committee.ning", *other, *why)
    assert "another member" in turned_down("adopt", "committee.gao", *starts, *why)
    done("adopt", "committee.ning", *starts, *why)

    assert "Nobody has proposed" in turned_down("retire", "committee.gao", *why)
    done("retirement propose", "committee.gao", *why)
    assert "others vote" in turned_down("retirement approve", "committee.gao")
    done("retirement approve", "committee.ning")
    assert "2 requirements" in turned_down("retire", "committee.ning", *why)
    done("retirement withdraw", "committee.gao", *why)
    assert "propose" in turned_down("retirement guess", "committee.gao")
