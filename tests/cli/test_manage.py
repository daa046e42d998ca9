"""The command line as others use it: JSON shapes, exit codes, one clear sentence."""

import json
import os
import subprocess
import sys

import pytest

from tests.places import FIXTURES, ROOT, SCHEMES
from tests.scoring import worked_example as example


def run(*arguments, db="none.duckdb"):
    environment = {**os.environ, "STEELYARD_DB": str(db), "STEELYARD_LANG": "en"}
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture
def files(metrics, uncapped, tmp_path):
    """The folder with metrics.csv, s1.toml and s2.toml."""
    return tmp_path


@pytest.mark.parametrize(("version", "expected"), [(1, example.EXISTING), (2, example.OPTIMISED)])
def test_score_on_files_alone(files, version, expected):
    db = files / "must-not-be-made.duckdb"
    done = run(
        "score",
        "--scheme-file",
        files / f"s{version}.toml",
        "--metrics-file",
        files / "metrics.csv",
        "--json",
        db=db,
    )
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    rows = {row["manager_id"]: row for row in document["rows"]}
    assert [rows[p]["total"] for p in example.PEOPLE] == expected["totals"]
    assert [rows[p]["rank"] for p in example.PEOPLE] == expected["ranks"]
    assert (document["period"], document["cohort"], document["scheme"]["version"]) == ("2026-03", 6, version)
    cell = rows["CM02"]["indicators"]["E01"]
    assert cell["value"] == 1100 and cell["target"] == 1200 and abs(cell["score"] - 91.6666666667) < 1e-9
    assert not db.exists()


def test_compare_splits_every_difference(files):
    arguments = ("--scheme-file", files / "s1.toml", "--candidate-file", files / "s2.toml")
    done = run("compare", *arguments, "--metrics-file", files / "metrics.csv", "--json")
    document = json.loads(done.stdout)
    for row in document["rows"]:
        change = row["after"]["total"] - row["before"]["total"]
        assert abs(sum(row["parts"].values()) - change) < 0.011
        assert row["parts"]["data"] == 0
    assert -1 <= document["kendall_tau"] <= 1


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_score_writes_files(files, ending):
    out = files / f"out.{ending}"
    done = run(
        "score", "--scheme-file", files / "s2.toml", "--metrics-file", files / "metrics.csv", "-o", out
    )
    assert done.returncode == 0 and out.stat().st_size > 200


@pytest.mark.parametrize(
    ("old", "new", "file", "says"),
    [
        ("weight = 11", "weight = 16", "s2.toml", "105"),
        ("CM01,2026-03,E01,1800", "CM01,2026-03,E01,many", "metrics.csv", "row 2"),
        ("target = 1200", "target = 0", "s2.toml", "E01"),
        ("2026-03", "2026-13", "metrics.csv", "2026-13"),
    ],
)
def test_bad_input_ends_in_one_sentence_and_status_2(files, old, new, file, says):
    path = files / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = run("score", "--scheme-file", files / "s2.toml", "--metrics-file", files / "metrics.csv")
    assert done.returncode == 2
    assert says in done.stderr and "Traceback" not in done.stderr and done.stdout == ""


def test_a_missing_database_is_status_2(tmp_path):
    done = run("score", "2026-10", db=tmp_path / "none.duckdb")
    assert done.returncode == 2 and "init" in done.stderr and "Traceback" not in done.stderr


def test_lint_status_and_json():
    done = run("lint", FIXTURES / "violation.toml", "--json")
    assert done.returncode == 1
    assert {"rule", "severity", "message", "citation"} <= set(json.loads(done.stdout)["findings"][0])
    assert run("lint", SCHEMES / "x-branch-v2.toml").returncode == 0


def test_a_branch_from_nothing_to_scores(tmp_path, files):
    db = tmp_path / "branch.duckdb"
    people = tmp_path / "people.csv"
    people.write_text("manager_id,name,team\n" + "".join(f"{p},{p},T1\n" for p in example.PEOPLE))
    steps = [
        ("init",),
        ("scheme", "import", files / "s2.toml", "--by", "gao"),
        ("scheme", "adopt", "x-branch@2", "--from", "2026-01", "--why", "decided", "--by", "ning"),
        ("import", "people", people, "--by", "zhao"),
        ("approve", "1", "--by", "wang"),
        ("import", "metrics", files / "metrics.csv", "--by", "zhao", "--json"),
    ]
    for step in steps:
        done = run(*step, db=db)
        # The other schemes' indicator E04 is unknown here: the file is refused as a whole.
        expected = 1 if step[:2] == ("import", "metrics") else 0
        assert done.returncode == expected, (step, done.stderr)
    report = json.loads(done.stdout)
    assert report["batch"] is None and {p["raw"] for p in report["problems"]} == {"E04"}
    assert (
        run("import", "metrics", files / "metrics.csv", "--accept-valid", "--by", "zhao", db=db).returncode
        == 1
    )
    assert run("approve", "2", "--by", "zhao", db=db).returncode == 2
    assert run("approve", "2", "--by", "wang", db=db).returncode == 0
    document = json.loads(run("score", "2026-03", "--json", db=db).stdout)
    totals = {row["manager_id"]: row["total"] for row in document["rows"]}
    assert [totals[p] for p in example.PEOPLE] == example.OPTIMISED["totals"]
    for nothing in (("score", "2026-02"), ("score", "2026Q2"), ("publish", "2026-02", "--by", "gao")):
        done = run(*nothing, db=db)
        assert done.returncode == 2 and nothing[1] in done.stderr and "Traceback" not in done.stderr
