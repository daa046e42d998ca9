"""Scoring on files alone reads what the importer reads, and says what it mended."""

import json

import pytest
import xlsxwriter

from tests.cli.commands import document, manage

SCHEME = """code = "t"
version = 1
name = { zh = "试", en = "trial" }
cycle = "month"
classes = ["efficiency"]
additions_limit = 50
[[grade]]
name = "A"
from = 90
[[grade]]
name = "D"
from = 0
[[indicator]]
code = "N01"
name = { zh = "新增户数", en = "New customers" }
class = "efficiency"
kind = "quantitative"
unit = "户"
direction = "higher"
weight = 60
target = 10
rule = { type = "attainment", cap = 200 }
measure = "flow"
[[indicator]]
code = "V01"
name = { zh = "违规积分", en = "Violation points" }
class = "efficiency"
kind = "quantitative"
unit = "分"
direction = "lower"
weight = 40
target = 1
rule = { type = "deduction", per_unit = 10 }
measure = "count"
"""
WIDE = """客户经理编号,姓名,月份,新增户数(户),违规积分
A1,甲,2026年3月,12,0
A2,乙,2026年3月,"1,000",2
合计,,,1012,2
"""


@pytest.fixture
def score(tmp_path):
    def scoring(metrics=WIDE, *, scheme=SCHEME, **others):
        arguments = ["--scheme-file", tmp_path / "s.toml", "--metrics-file", tmp_path / "m.csv"]
        (tmp_path / "s.toml").write_text(scheme, encoding="utf-8")
        (tmp_path / "m.csv").write_text(metrics, encoding="utf-8")
        for kind, text in others.items():
            (tmp_path / f"{kind}.csv").write_text(text, encoding="utf-8")
            arguments += [f"--{kind}-file", tmp_path / f"{kind}.csv"]
        return manage("score", *arguments, "--json", db=tmp_path / "none.duckdb")

    return scoring


def rows(done):
    return {row["manager_id"]: row for row in document(done)["rows"]}


def test_a_wide_file_as_an_office_keeps_it(score):
    done = score()
    found = rows(done)
    assert set(found) == {"A1", "A2"}
    assert found["A2"]["indicators"]["N01"]["value"] == 1000 and found["A1"]["total"] == 112.0
    assert "thousands" in done.stderr and "m.csv" in done.stderr


def test_every_kind_of_file_counts(score):
    people = (
        "工号,姓名,团队,入职日期,生效日期\nA1,甲,一队,2020-01-01,\nA1,甲,二队,,2026-03-16\nA2,乙,一队,,\n"
    )
    events = "工号,月份,类型,分值,原因\nA1,2026-03,加分,3,表扬\n"
    leave = "工号,请假类型,开始日期,结束日期\nA1,年假,2026-03-01,2026-03-31\n"
    handovers = "接收人,移交人,移交日期\nA2,,2026-03-01\n"
    found = rows(score(people=people, events=events, leave=leave, handovers=handovers))
    assert (found["A1"]["team"], found["A1"]["additions"]) == ("二队", 3.0)
    # Away for the whole month: the additive target is not due, what remains is the other indicator.
    assert found["A1"]["indicators"]["N01"]["effective_weight"] != 60.0
    assert found["A2"]["indicators"]["N01"]["effective_weight"] == 60.0


def test_no_events_is_a_heading_only(score):
    assert rows(score(events="manager_id,period,kind,points,reason\n"))["A1"]["additions"] == 0.0


def test_a_target_of_nought_is_refused_only_where_the_rule_divides_by_it(score):
    text = "manager_id,period,indicator,value,target\nA1,2026-03,{},2,0\nA1,2026-03,{},3,\n"
    found = rows(score(text.format("V01", "N01")))
    assert found["A1"]["indicators"]["V01"]["score"] == 80.0
    done = score(text.format("N01", "V01"))
    assert done.returncode == 2 and "target-positive" not in done.stderr
    assert "m.csv" in done.stderr and "divide" in done.stderr


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("people", "工号,姓名,团队,入职日期\nA1,甲,一队,03/04/2026\n", "03/04/2026"),
        ("events", "工号,月份,类型,分值,原因\nA9,2026-03,罚款,3,表扬\n", "deduction"),
        ("leave", "工号,请假类型,开始日期,结束日期\nA1,年假,2026-03-09,2026-03-01\n", "ends before"),
        ("handovers", "接收人,移交日期\nA1,\n", "empty"),
    ],
)
def test_a_row_that_cannot_be_taken_ends_in_its_rules_sentence(score, kind, text, says):
    done = score(**{kind: text})
    assert done.returncode == 2 and done.stdout == "" and "Traceback" not in done.stderr
    assert f"{kind}.csv" in done.stderr and says in done.stderr


def test_somebody_who_is_not_in_the_staff_list_is_named(score):
    done = score(people="工号,姓名,团队\nA1,甲,一队\n")
    assert (
        done.returncode == 2 and "A2" in done.stderr and "staff" in done.stderr
    ) or "people" in done.stderr


def test_a_workbook_is_as_good_as_text(tmp_path):
    (tmp_path / "s.toml").write_text(SCHEME, encoding="utf-8")
    book = xlsxwriter.Workbook(tmp_path / "m.xlsx")
    sheet = book.add_worksheet("2026年3月")
    sheet.write_row(0, 0, ["工号", "新增户数", "违规积分"])
    sheet.write_row(1, 0, ["A1", 12, 1])
    book.close()
    done = manage(
        *("score", "--scheme-file", tmp_path / "s.toml", "--metrics-file", tmp_path / "m.xlsx", "--json"),
        db=tmp_path / "none.duckdb",
    )
    assert json.loads(done.stdout)["period"] == "2026-03"
