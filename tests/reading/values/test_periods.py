"""Periods: one reading of them, and what is no month of one person."""

import datetime as dt
from dataclasses import replace

import pytest

from data.reading.metrics.read import read_metrics
from data.reading.values.months import read_period
from scoring.errors import SteelyardError
from scoring.periods import parse_period
from tests.reading.files import KNOWN, book, csv, found, held

TODAY = replace(KNOWN, today=dt.date(2026, 5, 10))
SPELLINGS = {
    "2024-06": "2024-06",
    "2024-6": "2024-06",
    "2024/6": "2024-06",
    "2024/06": "2024-06",
    "2024.06": "2024-06",
    "2024.6": "2024-06",
    "202406": "2024-06",
    "2024年6月": "2024-06",
    "2024年06月份": "2024-06",
    "２０２４－０６": "2024-06",
    "2024Q3": "2024Q3",
    "2024-Q3": "2024Q3",
    "2024 q3": "2024Q3",
    "2024年第三季度": "2024Q3",
    "2024年3季度": "2024Q3",
    "2024H1": "2024H1",
    "2024-H2": "2024H2",
    "2024年上半年": "2024H1",
    "2024": "2024",
    "2024年": "2024",
    "2024年度": "2024",
}
REFUSED = (
    *("2024-13", "202413", "2024.1", "24-06", "6月", "2024-W05", "2024Q5", "2024H3", "٢٠٢٤-٠٦", "", "待定"),
    *("1066-01-", "0000", "2024-00", "99999", "2024-6-", "Q3"),
)


@pytest.mark.parametrize(("text", "code"), SPELLINGS.items())
def test_files_and_commands_read_a_period_alike(text, code):
    assert parse_period(text).code == code == read_period(text).code


@pytest.mark.parametrize("text", REFUSED)
def test_files_and_commands_refuse_alike(text):
    assert read_period(text).code == ""
    with pytest.raises(SteelyardError):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("26-03", ("2026-03",)),
        ("03-04", ("2003-04", "2004-03")),
        ("3月", ("2026-03", "2025-03")),
        ("9月", ("2025-09",)),
        ("03/04/2026", ("2026-04", "2026-03")),
        ("31/03/2026", ("2026-03",)),
        ("2026.1", ("2026-01", "2026-10")),
        ("待定", ()),
    ],
)
def test_what_a_doubtful_month_could_mean(text, meant):
    assert read_period(text, today=dt.date(2026, 5, 1)).could_be == meant


@pytest.mark.parametrize(
    "text", ["2024-W05", "第5周", "2024年第5周", "2024-02-W1", "week 5", "2024年2月上旬"]
)
def test_weekly_data_is_held_back_in_one_sentence(tmp_path, text):
    path = csv(tmp_path, *(f"CM{k:02d},{text},{k}" for k in range(1, 31)), "CM01,2024-02,5")
    judged = read_metrics(path, KNOWN)
    assert set(found(judged)) == {("CM01", "2024-02", "E01")}
    assert [(p.rule, p.count) for p in judged.problems if p.severity == "error"] == [("weekly_data", 30)]


def test_daily_data_is_held_back_in_one_sentence(tmp_path):
    days = [f"CM{k:02d},2024-02-{d:02d},{k + d}" for k in range(1, 11) for d in range(1, 11)]
    alone = "CM11,2024-02-03,7"
    for lines in (days, [line.replace("-", "") for line in days]):
        judged = read_metrics(csv(tmp_path, *lines, alone), KNOWN)
        assert len(judged.accepted) == 0
        assert [(p.rule, p.count) for p in judged.problems if p.severity == "error"] == [("daily_data", 101)]
    # One day for each person and month is how month ends are written; two by mistake hold nobody else back.
    ends = [f"CM{k:02d},2024-02-29,{k}" for k in range(1, 21)]
    assert not held(read_metrics(csv(tmp_path, *ends), KNOWN))
    judged = read_metrics(csv(tmp_path, *ends, "CM01,2024-02-28,9"), KNOWN)
    assert len(judged.accepted) == 19 and held(judged) == [("daily_data", 2)]


def test_results_of_a_month_to_come_are_held_back_targets_are_not(tmp_path):
    path = csv(tmp_path, "CM01,2026-05,5", "CM02,2026-06,5", "CM03,2027-01,5")
    assert held(read_metrics(path, TODAY)) == [("period_in_future", 3), ("period_in_future", 4)]
    assert not held(read_metrics(csv(tmp_path, "CM01,2026Q2,5"), TODAY))
    ahead = csv(tmp_path, "CM01,2026-12,E01,50", head="manager_id,period,indicator,target")
    judged = read_metrics(ahead, TODAY, kind="targets")
    assert not held(judged) and judged.accepted["target"].tolist() == [50]


@pytest.mark.parametrize("other", ["2026Q1", "2026H1", "2026", "2026年一季度"])
@pytest.mark.parametrize("head", ["工号,月份,日均存款净增", "manager_id,period,indicator,value"])
def test_a_longer_period_in_a_monthly_table_is_asked_about(tmp_path, other, head):
    cell = "E01,9" if "value" in head else "9"
    rows = [f"CM0{k},2026-03,{cell}" for k in range(1, 4)] + [f"CM04,{other},{cell}"]
    path = csv(tmp_path, *rows, head=head)
    judged = read_metrics(path, KNOWN)
    assert held(judged) == [("period_of_another_kind", 5)]
    (question,) = judged.questions
    again = read_metrics(path, KNOWN, answers={question.key: "as-it-stands"})
    assert not held(again) and len(again.accepted) == 4


def test_a_file_without_a_period_says_so_once(tmp_path):
    path = csv(tmp_path, *(f"CM{k:02d},{k}" for k in range(1, 25)), head="工号,日均存款净增")
    judged = read_metrics(path, KNOWN)
    assert [(p.rule, p.count) for p in judged.problems if p.severity == "error"] == [("no_period", 24)]
    for period in ("2026-03", "2026/3", "202603"):
        judged = read_metrics(path, KNOWN, period=period)
        assert not held(judged) and set(judged.accepted["period"]) == {"2026-03"}
    with pytest.raises(SteelyardError, match="errors-period"):
        read_metrics(path, KNOWN, period="2026-13")


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        (["202405", "202406", "202407"], 3),  # the whole column
        (["2024.05", "2024.06", "2024.07"], 3),
        (["45383", "45412", "45413"], 3),  # first and last days as a sheet keeps them
        (["12", "202406", "14"], 1),  # the row's own month
        (["12", "2024.06", "14"], 1),
        (["12", "2024-06", "14"], 1),
        (["12", "2024年6月", "2024-06-30"], 2),
        (["45383", "45400", "45412"], 0),
        (["2024.05", "2024.5", "3000.77"], 0),
        (["202405.5", "202413", "7"], 0),
    ],
)
def test_months_in_disguise_are_no_values(tmp_path, values, wrong):
    path = csv(tmp_path, *(f"CM{k:02d},2024-06,{v}" for k, v in enumerate(values, start=1)))
    judged = read_metrics(path, KNOWN)
    assert sum(p.count for p in judged.problems if p.rule == "month_as_value") == wrong
    assert len(judged.accepted) == len(values) - wrong


def test_dates_in_a_value_column_of_a_workbook_are_no_values(tmp_path):
    rows = [["工号", "月份", "日均存款净增"], ["CM01", "2026-03", "2026-03-31"], ["CM02", "2026-03", 5]]
    judged = read_metrics(book(tmp_path / "a.xlsx", {"表": rows}), KNOWN)
    assert held(judged) == [("month_as_value", 2)]
