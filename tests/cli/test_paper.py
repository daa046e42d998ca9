"""What is printed, from the command line."""

import pytest
from docx import Document

from tests.cli.commands import manage

MAGIC = {".pdf": b"%PDF-", ".docx": b"PK", ".xlsx": b"PK"}


@pytest.mark.parametrize("ending", list(MAGIC))
def test_scorecards_are_written_by_the_ending_of_the_file(demo_file, tmp_path, ending):
    for command in (("scorecard", "CM03"), ("scorecards",)):
        target = tmp_path / f"{command[0]}{ending}"
        done = manage("paper", *command, "2026-10", "-o", target, db=demo_file)
        assert done.returncode == 0, done.stderr
        assert target.read_bytes().startswith(MAGIC[ending]) and str(target) in done.stdout


@pytest.mark.parametrize("ending", [".xlsx", ".pdf"])
def test_the_leaderboard_is_written_by_the_ending_of_the_file(demo_file, tmp_path, ending):
    target = tmp_path / f"board{ending}"
    done = manage("paper", "leaderboard", "2026-10", "-o", target, db=demo_file)
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(MAGIC[ending])


def test_a_notice_names_who_receives_appeals_and_its_days(demo_file, tmp_path):
    target = tmp_path / "notice.docx"
    asked = ("notice", "2026-10", "-o", target, "--contact", "General Office, ext. 8021", "--list", "grades")
    done = manage("paper", *asked, "--first", "2026-11-06", "--last", "2026-11-12", db=demo_file)
    assert done.returncode == 0, done.stderr
    words = "\n".join(p.text for p in Document(target).paragraphs)
    assert "ext. 8021" in words and "from 6 Nov 2026 to 12 Nov 2026" in words
    again = manage("paper", *asked[:-1], "everything", db=demo_file)
    assert again.returncode == 2 and "everything" in again.stderr


def test_what_cannot_be_written_or_is_not_there_is_one_sentence(demo_file, tmp_path):
    for arguments in (
        ("scorecard", "CM03", "2026-10", "-o", tmp_path / "card.odt"),
        ("scorecard", "CM03", "2026-10", "-o", tmp_path / "none" / "card.pdf"),
        ("scorecard", "CM99", "2026-10", "-o", tmp_path / "card.pdf"),
        ("scorecards", "2019-01", "-o", tmp_path / "cards.pdf"),
    ):
        done = manage("paper", *arguments, db=demo_file)
        assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert list(tmp_path.iterdir()) == []
