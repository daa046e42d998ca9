"""score and compare on files alone: the worked figures, and one clear sentence for what is wrong."""

import csv
import io
import json

import pytest

from tests.cli.commands import document, manage
from tests.places import FIXTURES, SCHEMES
from tests.scoring.worked_example import EXISTING, OPTIMISED, PEOPLE


@pytest.mark.parametrize(("which", "expected"), [(0, EXISTING), (1, OPTIMISED)])
def test_worked_figures(tmp_path, metrics, uncapped, which, expected) -> None:
    nowhere = tmp_path / "none.duckdb"
    files = ("--scheme-file", uncapped[which], "--metrics-file", metrics)
    found = document(manage("score", *files, "--json", db=nowhere))
    rows = {row["manager_id"]: row for row in found["rows"]}
    assert [rows[p]["total"] for p in PEOPLE] == expected["totals"]
    assert [rows[p]["rank"] for p in PEOPLE] == expected["ranks"]
    assert (found["period"], found["cohort"]) == ("2026-03", 6)
    assert not nowhere.exists()


def test_compare_splits_every_difference(tmp_path, metrics, uncapped) -> None:
    old, new = uncapped
    files = ("--scheme-file", old, "--candidate-file", new, "--metrics-file", metrics)
    found = document(manage("compare", *files, "--json", db=tmp_path / "none.duckdb"))
    rows = {row["manager_id"]: row for row in found["rows"]}
    assert [rows[p]["before"]["total"] for p in PEOPLE] == EXISTING["totals"]
    assert [rows[p]["after"]["total"] for p in PEOPLE] == OPTIMISED["totals"]
    for row in rows.values():
        assert set(row["parts"]) == {"data", "rules", "weights", "adjustments"}
        moved = row["after"]["total"] - row["before"]["total"]
        assert sum(row["parts"].values()) == pytest.approx(moved, abs=0.0100001)
        assert row["parts"]["data"] == pytest.approx(0, abs=1e-9)
    # Of the 15 pairs of people, those whose order both rankings agree on.
    pairs = [(a, b) for a in range(6) for b in range(a)]
    same = sum(
        (EXISTING["ranks"][a] - EXISTING["ranks"][b]) * (OPTIMISED["ranks"][a] - OPTIMISED["ranks"][b]) > 0
        for a, b in pairs
    )
    assert found["kendall_tau"] == pytest.approx((2 * same - 15) / 15)


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_output_by_ending(tmp_path, metrics, uncapped, ending) -> None:
    target = tmp_path / f"sheet.{ending}"
    files = ("--scheme-file", uncapped[1], "--metrics-file", metrics, "-o", target)
    done = manage("score", *files, db=tmp_path / "none.duckdb")
    assert done.returncode == 0, done.stderr
    if ending == "csv":
        rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
        assert {r["manager_id"]: float(r["total"]) for r in rows} == dict(
            zip(PEOPLE, OPTIMISED["totals"], strict=True)
        )
    elif ending == "json":
        assert len(json.loads(target.read_text(encoding="utf-8"))["rows"]) == 6
    else:
        assert target.read_bytes()[:2] == b"PK"


def refused(done, *words: str) -> None:
    """Exit status 2, one sentence that names the words, no traceback, nothing on standard output."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    for word in words:
        assert word in done.stderr, done.stderr


def test_weights_that_sum_to_105(tmp_path, metrics) -> None:
    text = (SCHEMES / "x-branch-v1.toml").read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.toml"
    assert "\nweight = 30" in text
    wrong.write_text(text.replace("\nweight = 30", "\nweight = 35", 1), encoding="utf-8")
    done = manage("score", "--scheme-file", wrong, "--metrics-file", metrics, db=tmp_path / "n.duckdb")
    refused(done, "105", "100")


def test_text_where_a_number_belongs(tmp_path, metrics, uncapped) -> None:
    metrics.write_text(
        metrics.read_text(encoding="utf-8").replace("CM02,2026-03,E01,1100", "CM02,2026-03,E01,many"),
        encoding="utf-8",
    )
    done = manage("score", "--scheme-file", uncapped[1], "--metrics-file", metrics, db=tmp_path / "n.duckdb")
    refused(done, "metrics.csv", "many", "value", "19")


def test_target_of_zero(tmp_path, metrics, uncapped) -> None:
    lines = metrics.read_text(encoding="utf-8").splitlines()
    with_targets = [lines[0] + ",target", lines[1] + ",0", *(line + "," for line in lines[2:])]
    metrics.write_text("\n".join(with_targets), encoding="utf-8")
    done = manage("score", "--scheme-file", uncapped[1], "--metrics-file", metrics, db=tmp_path / "n.duckdb")
    refused(done, "target")


def test_missing_files_and_periods(tmp_path, metrics, uncapped) -> None:
    nowhere = tmp_path / "n.duckdb"
    scheme = ("--scheme-file", uncapped[1])
    refused(manage("score", *scheme, "--metrics-file", tmp_path / "no.csv", db=nowhere), "no.csv")
    refused(manage("score", "2026-03", db=nowhere), "n.duckdb")
    with metrics.open("a", encoding="utf-8") as file:
        file.write("CM01,2026-04,E01,5\n")
    several = manage("score", *scheme, "--metrics-file", metrics, db=nowhere)
    refused(several, "2026-03", "2026-04")
    absent = manage("score", *scheme, "--metrics-file", metrics, "--period", "2025-01", db=nowhere)
    refused(absent, "2025-01")


def test_lint_fires_on_the_violation_and_passes_the_good(tmp_path) -> None:
    nowhere = tmp_path / "n.duckdb"
    bad = manage("lint", FIXTURES / "violation.toml", "--json", db=nowhere)
    assert bad.returncode == 1
    rules = {f["rule"] for f in json.loads(bad.stdout)["findings"] if f["severity"] == "error"}
    assert {"W01", "W08", "I01", "I02", "A01"} <= rules
    good = document(manage("lint", SCHEMES / "x-branch-v2.toml", "--json", db=nowhere))
    assert all(f["severity"] != "error" for f in good["findings"])
    refused(manage("lint", tmp_path / "no.toml", db=nowhere), "no.toml")


def test_an_indicator_that_no_scheme_has_is_named_and_a_slip_is_refused(tmp_path, metrics, uncapped) -> None:
    # The file carries E04 for everybody, which the optimised scheme does not use.
    files = ("--scheme-file", uncapped[1], "--metrics-file", metrics)
    done = manage("score", *files, "--json", db=tmp_path / "n.duckdb")
    assert "E04" in done.stderr and len(document(done)["rows"]) == 6
    text = metrics.read_text(encoding="utf-8")
    metrics.write_text(text.replace("CM02,2026-03,E01,", "CM02,2026-03,EO1,"), encoding="utf-8")
    refused(manage("score", *files, db=tmp_path / "n.duckdb"), "EO1")


SMALL = """code = "t"
version = 1
name = { zh = "试", en = "t" }
cycle = "month"
minimum_coverage = 0
[[indicator]]
code = "C03"
name = { zh = "合规评价", en = "Conduct" }
class = "compliance"
direction = "higher"
weight = 40
rule = { type = "direct" }
[[indicator]]
code = "P01"
name = { zh = "同业", en = "Peers" }
class = "risk"
direction = "higher"
weight = 60
rule = { type = "peer-minmax" }
"""


def small(tmp_path, *rows):
    scheme, data = tmp_path / "small.toml", tmp_path / "small.csv"
    scheme.write_text(SMALL, encoding="utf-8")
    data.write_text("\n".join(["manager_id,period,indicator,value", *rows]) + "\n", encoding="utf-8")
    return scheme, data


def test_a_cell_outside_its_scale_is_named_and_the_rest_is_scored(tmp_path) -> None:
    rows = ("A,2026-03,C03,284", "A,2026-03,P01,5", "B,2026-03,C03,80", "B,2026-03,P01,9")
    scheme, data = small(tmp_path, *rows)
    files = ("--scheme-file", scheme, "--metrics-file", data)
    done = manage("score", *files, "--json", db=tmp_path / "n.duckdb")
    assert done.returncode == 0 and "C03" in done.stderr and "284" in done.stderr
    found = json.loads(done.stdout)
    cell = {"manager_id": "A", "indicator": "C03", "value": 284.0, "reason": "measurement-scale"}
    assert found["refused"] == [cell | {"low": 0.0, "high": 100.0}]
    assert {r["manager_id"]: r["total"] for r in found["rows"]} == {"A": 0.0, "B": 92.0}
    two = (*files[:2], "--candidate-file", scheme, *files[2:])
    compared = document(manage("compare", *two, "--json", db=tmp_path / "n.duckdb"))
    assert compared["refused"] == {"before": found["refused"], "after": found["refused"]}


def test_where_nothing_is_left_to_score_the_reasons_are_the_answer(tmp_path) -> None:
    scheme, data = small(tmp_path, "A,2026-03,C03,284", "B,2026-03,C03,-3")
    done = manage("score", "--scheme-file", scheme, "--metrics-file", data, db=tmp_path / "n.duckdb")
    refused(done, "A", "284", "B", "−3")


def test_a_whole_column_outside_its_scale_does_not_fill_the_screen(tmp_path) -> None:
    people = [f"K{k:03d}" for k in range(200)]
    rows = [f"{p},2026-03,{code},{400 + k}" for k, p in enumerate(people) for code in ("C03", "P01")]
    scheme, data = small(tmp_path, *rows)
    files = ("--scheme-file", scheme, "--metrics-file", data)
    done = manage("score", *files, "--json", db=tmp_path / "n.duckdb")
    assert done.returncode == 0 and len(json.loads(done.stdout)["refused"]) == 200
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 21 and "180" in lines[-1]
    data.write_text(data.read_text(encoding="utf-8").replace("P01", "C03x"), encoding="utf-8")
    alone = manage("score", *files, db=tmp_path / "n.duckdb")
    assert alone.returncode == 2 and len(alone.stderr) < 4_000


@pytest.mark.parametrize("rows", [(), ("A,2026-03,C03,", "A,2026-03,P01,")])
def test_files_without_a_value_end_in_a_sentence(tmp_path, rows) -> None:
    scheme, data = small(tmp_path, *rows)
    nowhere = tmp_path / "n.duckdb"
    for line in (
        ("score", "--scheme-file", scheme, "--metrics-file", data),
        ("stability", "--scheme-file", scheme, "--metrics-file", data),
        ("compare", "--scheme-file", scheme, "--candidate-file", scheme, "--metrics-file", data),
        ("weights", "ahp", data),
        ("weights", "entropy", data),
    ):
        done = manage(*line, db=nowhere)
        assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1, (line[0], done.stderr)
        assert "Traceback" not in done.stderr and "Warning" not in done.stderr
