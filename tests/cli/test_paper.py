"""What is printed, from the command line."""

import pytest

from tests.cli.commands import manage

MAGIC = {".pdf": b"%PDF-", ".docx": b"PK", ".xlsx": b"PK"}


@pytest.mark.parametrize("ending", list(MAGIC))
def test_scorecards_are_written_by_the_ending_of_the_file(demo_file, tmp_path, ending):
    for command in (("scorecard", "CM03"), ("scorecards",)):
        target = tmp_path / f"{command[0]}{ending}"
        done = manage("paper", *command, "2026-10", "-o", target, db=demo_file)
        assert done.returncode == 0, done.stderr
        assert target.read_bytes().startswith(MAGIC[ending]) and str(target) in done.stdout


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
