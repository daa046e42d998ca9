"""A scheme in words on the command line: as articles, with the checks pointing into them."""

import json
import shutil

from tests.cli.commands import manage
from tests.places import SCHEMES


def test_a_file_is_explained_in_the_articles_that_the_checks_refer_to(tmp_path):
    text = (SCHEMES / "x-branch-v2.toml").read_text(encoding="utf-8")
    file, db = tmp_path / "candidate.toml", tmp_path / "none.duckdb"
    file.write_text(text.replace("weight = 11", "weight = 31"), encoding="utf-8")
    explained = manage("scheme", "explain", file, db=db)
    # It cannot be used, and is told all the same.
    assert explained.returncode == 1 and "sum to 120" in explained.stderr
    assert "Article 3  Compliance violation points (C01)" in explained.stdout
    checked = manage("lint", file, db=db)
    assert "weighs 31, more than 30. (see Article 3)" in checked.stdout
    found = json.loads(manage("lint", file, "--json", db=db).stdout)["findings"]
    articles = {f["rule"]: f["article"] for f in found}
    assert (articles["W01"], articles["W06"]) == (2, 3)


def test_a_stored_version_is_explained_as_its_file(demo_file, tmp_path):
    db, file = shutil.copy(demo_file, tmp_path / "branch.duckdb"), tmp_path / "second.toml"
    assert manage("scheme", "export", "x-branch@2", file, db=db).returncode == 0
    stored, alone = (manage("scheme", "explain", what, db=db) for what in ("x-branch@2", file))
    assert stored.returncode == 0 and stored.stdout == alone.stdout
    missing = manage("scheme", "explain", "no-file.toml", db=db)
    assert missing.returncode == 2 and "no-file.toml" in missing.stderr
