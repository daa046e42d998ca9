"""Between the two people, and many periods at once, on the command line."""

import json

import pandas as pd

from data.reading.grids.opening import read_grids
from tests.cli.commands import manage


def test_a_veto_for_the_wrong_person_is_seen_approved_undone_and_corrected(branch, tmp_path):
    file = tmp_path / "events.csv"
    file.write_text("manager_id,period,kind,points,reason\nCM02,2026-10,veto,0,张冠李戴\n", encoding="utf-8")
    done = json.loads(manage("import", "events", file, "--by", "zhao", "--json", db=branch).stdout)
    shown = json.loads(manage("show", done["batch"], "--json", db=branch).stdout)
    assert shown["changes"][0]["what"].startswith("addition, deduction or veto Oct 2026")
    mine = next(e for e in shown["effect"] if e["manager_id"] == "CM02")
    assert mine["after"]["total"] == 59.0 and mine["before"]["total"] > 59.0
    listed = json.loads(manage("batches", "--json", db=branch).stdout)["batches"]
    assert listed[0]["batch_id"] == done["batch"] and listed[0]["status"] == "awaiting-review"
    assert manage("approve", done["batch"], "--by", "zhao", db=branch).returncode == 2
    assert manage("approve", done["batch"], "--by", "wang", db=branch).returncode == 0

    again = manage("import", "events", file, "--by", "zhao", db=branch)
    assert again.returncode in (1, 2) and "Traceback" not in again.stderr

    undone = manage("undo", done["batch"], "--why", "录错人", "--by", "zhao", db=branch)
    number = int(json.loads(manage("batches", "--json", db=branch).stdout)["batches"][0]["batch_id"])
    assert undone.returncode == 0 and str(number) in undone.stdout
    assert manage("approve", number, "--by", "wang", db=branch).returncode == 0
    fields = ["manager_id=CM02", "period=2026-10", "kind=veto", "reason=张冠李戴", "finding=exempt"]
    nothing = manage("correct", "events", *fields, "--why", "x", "--by", "zhao", db=branch)
    assert nothing.returncode == 2 and "CM02" in nothing.stderr


def test_measured_values_and_what_was_decided_are_shown_too(branch, tmp_path):
    file = tmp_path / "m.csv"
    rows = "CM01,2026-10,R01,1.5\nCM01,2026-10,R01,2.5\nCM02,2026-10,R01,1.1\n"
    file.write_text(f"manager_id,period,indicator,value\n{rows}", encoding="utf-8")
    given = ["import", "metrics", file, "--by", "zhao", "--json"]
    (question,) = json.loads(manage(*given, "--dry-run", db=branch).stdout)["questions"]
    answer = f"{question['key']}={question['choices'][1]['key']}"
    done = json.loads(manage(*given, "--answer", answer, db=branch).stdout)
    shown = json.loads(manage("show", done["batch"], "--json", db=branch).stdout)
    assert [c["after"] for c in shown["changes"]] == ["2.50", "1.10"] and shown["rows"] == []
    assert [p["rule"] for p in shown["problems"]] == ["decided"]
    assert manage("show", done["batch"], db=branch).returncode == 0
    wrong = manage("import", "metrics", file, "--answer", "no|such=thing", "--by", "zhao", db=branch)
    assert wrong.returncode == 2 and "Traceback" not in wrong.stderr


def test_what_is_typed_wrong_is_told(branch):
    for words in (
        ["nosuch", "a=1"],
        ["metrics", "a"],
        ["metrics", "manager_id=CM01"],
        ["leave", "from_on=x"],
    ):
        done = manage("correct", *words, "--why", "x", "--by", "zhao", db=branch)
        assert done.returncode == 2 and "Traceback" not in done.stderr and done.stderr.strip(), words
    assert manage("show", 99, db=branch).returncode == 2


def test_several_periods_are_scored_at_once(branch, tmp_path):
    done = json.loads(manage("score", "2026-08..2026-09", "--json", db=branch).stdout)
    assert [p["period"] for p in done["periods"]] == ["2026-08", "2026-09"]
    one = json.loads(manage("score", "2026-09", "--json", db=branch).stdout)
    assert one == done["periods"][1]
    for ending in ("csv", "xlsx", "json"):
        path = tmp_path / f"all.{ending}"
        assert manage("score", "--all", "-o", path, db=branch).returncode == 0
    months = [f"2026-{m:02d}" for m in range(3, 11)]
    assert sorted(set(pd.read_csv(tmp_path / "all.csv")["period"])) == months
    assert [g.sheet for g in read_grids(tmp_path / "all.xlsx")] == months
    assert manage("score", db=branch).returncode == 2


def test_a_range_of_periods_is_published_and_the_branch_gets_its_name(branch):
    for period in ("2026-08", "2026-09", "2026-10"):
        assert manage("reopen", period, "--why", "更正", "--by", "gao", db=branch).returncode == 0
    done = manage("publish", "2026-08..2026-09", "--by", "gao", "--json", db=branch)
    assert [p["period"] for p in json.loads(done.stdout)["published"]] == ["2026-08", "2026-09"]
    done = manage("publish", "--all", "--by", "gao", "--json", db=branch)
    assert [p["period"] for p in json.loads(done.stdout)["published"]] == ["2026-10"]
    assert manage("publish", "--all", "--by", "gao", db=branch).returncode == 2
    assert manage("publish", "2026-09..2026-08", "--by", "gao", db=branch).returncode == 2
    assert manage("verify", db=branch).returncode == 0
    named = manage("setup", "--name-zh", "河西支行", "--by", "admin", db=branch)
    assert named.returncode == 0 and "河西支行" in named.stdout
