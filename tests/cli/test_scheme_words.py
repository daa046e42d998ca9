"""A scheme in words on the command line: articles, checks pointing into them, a file to begin with."""

import json
import shutil

import pytest

from scoring import Scheme
from tests.cli.commands import document, manage
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


WIDE = """客户经理编号,姓名,月份,新增户数(户),存款日均（万元）,不良率,净增,备注
A1,甲,2026年3月,12,500,1.2%,-3,好
A2,乙,2026年3月,"1,000",600,0.8%,5,
合计,,,1012,1100,,,
"""
TIDY = (
    "manager_id,period,indicator,value,target\nA,2026-03,R01,10,12\nB,2026-03,R01,14,12\nA,2026-03,存款,1,\n"
)


def begun(tmp_path, *options, lang="en"):
    """A new file as the command writes it, and what was said."""
    file = tmp_path / f"{lang}.toml"
    done = manage("--lang", lang, "scheme", "new", file, *options, db=tmp_path / "none.duckdb")
    assert done.returncode == 0, done.stderr
    return file, done


def test_a_new_file_can_be_used_at_once_and_explains_its_keys(tmp_path):
    db = tmp_path / "none.duckdb"
    for lang, word in (("zh", "权重合计须为 100"), ("en", "the weights sum to 100")):
        file, _ = begun(tmp_path, lang=lang)
        text = file.read_text(encoding="utf-8")
        assert "\n# " in text and word in text
        Scheme.from_toml(text)
        explained = manage("scheme", "explain", file, db=db)
        assert explained.returncode == 0, explained.stderr
        found = json.loads(manage("lint", file, "--json", db=db).stdout)["findings"]
        # The head office's leave is what nobody can write before it is given.
        assert [f["rule"] for f in found] == ["A01"]
        assert manage("lint", file, "--rules", "plain", db=db).returncode == 0
    again = manage("scheme", "new", file, db=db)
    assert again.returncode == 2 and "not written over" in again.stderr
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("metrics", "codes", "told"),
    [(WIDE, {"M1": 506.0, "M2": 550.0, "M3": 1.0, "M4": None}, "备注"), (TIDY, {"R01": None, "M2": 1.0}, "")],
    ids=["wide", "tidy"],
)
def test_the_columns_of_a_file_become_indicators_that_score_it(tmp_path, metrics, codes, told):
    measured = tmp_path / "measured.csv"
    measured.write_text(metrics, encoding="utf-8")
    file, done = begun(tmp_path, "--from-metrics", measured)
    # What could not become an indicator is said.
    assert told in done.stderr
    scheme = Scheme.from_toml(file.read_text(encoding="utf-8"))
    assert {i.code: i.target for i in scheme.indicators} == codes
    assert manage("lint", file, "--rules", "plain", db=tmp_path / "none.duckdb").returncode == 0
    scored = manage(
        *("score", "--scheme-file", file, "--metrics-file", measured, "--json"), db=tmp_path / "none.duckdb"
    )
    rows = document(scored)["rows"]
    assert len(rows) == 2 and all(row["total"] is not None for row in rows if metrics == WIDE)


def test_a_file_without_figures_makes_no_scheme(tmp_path):
    measured = tmp_path / "measured.csv"
    measured.write_text("客户经理编号,姓名,备注\nA1,甲,好\n", encoding="utf-8")
    done = manage(
        "scheme", "new", tmp_path / "x.toml", "--from-metrics", measured, db=tmp_path / "none.duckdb"
    )
    assert done.returncode == 2 and "measured.csv" in done.stderr and not (tmp_path / "x.toml").exists()


def test_the_table_of_two_versions_is_what_the_document_says(demo_file, tmp_path):
    db = shutil.copy(demo_file, tmp_path / "branch.duckdb")
    line = ("scheme", "cost", "x-branch@1", "x-branch@2", "--last", 2)
    found, table = json.loads(manage(*line, "--json", db=db).stdout), manage(*line, db=db).stdout
    total, held = found["total"], found["held"]
    shown = (f"{fen / 100:,.0f}" for fen in (total["before"], total["after"]))
    assert f"| Performance pay in all (CNY) | {' | '.join(shown)} |" in table
    assert f"| Held back of it (CNY) | 0 | {held[1] / 100:,.0f} |" in table
    assert f"gain: {total['gaining']}, lose: {total['losing']}" in table
