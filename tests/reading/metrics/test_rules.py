"""Every rule of measured values is reached by a file, and what is said is said once."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from data.reading.known import Known, Takes
from data.reading.metrics.read import read_metrics
from data.reading.problems import TOLD_ONE_BY_ONE, Problem
from data.reading.rules import Rule
from documents.reports import problem_line
from tests.places import ROOT
from tests.reading.files import KNOWN, book, csv, held, rules
from words.text import text_for

MODULES = [
    *((ROOT / "data" / "reading" / "metrics").glob("*.py")),
    *(ROOT / "data" / "reading" / "columns" / f"{name}.py" for name in ("body", "rows")),
    *(ROOT / "data" / "reading" / "values" / f"{name}.py" for name in ("ids", "months", "numbers", "slips")),
    ROOT / "data" / "reading" / "doubts.py",
]
"""Where the rules of measured values are told."""
PEOPLE = [f"CM{k:02d}" for k in range(1, 13)]
SCALED = replace(
    KNOWN,
    today=dt.date(2026, 5, 10),
    takes=lambda p: {"E01": Takes((-1e5, 1e6), False), "G01": Takes(None, True)},
)
TIDY = "manager_id,period,indicator,value,target"


def wide(*cells, head="工号,月份,日均存款净增"):
    return head, cells


def one(cell):
    return wide(f'CM01,2026-03,"{cell}"')


def month(cell):
    return wide(f"CM01,{cell},5", "CM02,2026-03,6", "CM03,2026-03,7")


FILES = {
    "header_synonym": one("5"),
    "title_rows_above_header": ("某支行业绩,,\n工号,月份,日均存款净增", ("CM01,2026-03,5",)),
    "two_level_header": ("工号,月份,日均,\n,,存款净增,新增户数", ("CM01,2026-03,5,6",)),
    "header_repeated": wide("CM01,2026-03,5", "工号,月份,日均存款净增"),
    "unit_suffix_in_header": wide("CM01,2026-03,5", head="工号,月份,日均存款净增(元)"),
    "unit_wanyuan": wide("CM01,2026-03,5", head="工号,月份,贷款余额(万元)"),
    "unit_mismatch": one("5户"),
    "unmapped_column": wide("CM01,2026-03,5,6", head="工号,月份,日均存款净增,备用"),
    "hidden_column": None,
    "double_column": wide("CM01,2026-03,5,6", head="工号,月份,日均存款净增,E01"),
    "merged_team_cells": None,
    "merged_cells": None,
    "subtotal_row": wide("CM01,2026-03,5", "小计,,5"),
    "grand_total_row": wide("CM01,2026-03,5", "合计,,5"),
    "total_row": wide("CM01,2026-03,5", "总计,,5"),
    "subtotal_does_not_add_up": wide("CM01,2026-03,5", "小计,,6"),
    "total_does_not_add_up": wide("CM01,2026-03,5", "总计,,6"),
    "footer_row": wide("CM01,2026-03,5", "制表：王某,,"),
    "blank_row": wide("CM01,2026-03,5", ",,", "CM02,2026-03,5"),
    "sheet_without_header": None,
    "period_from_title": ("2026年3月业绩,\n工号,日均存款净增", ("CM01,5",)),
    "stale_cut_off": ("数据截至2026年2月20日,,\n工号,月份,日均存款净增", ("CM01,2026-03,5",)),
    "whitespace_id": wide("CM 01,2026-03,5"),
    "fullwidth_id": wide("ＣＭ01,2026-03,5"),
    "lowercase_id": wide("cm01,2026-03,5"),
    "control_characters": one("5\x07"),
    "empty": wide(",2026-03,5"),
    "id_letter_O_for_zero": wide("CMO1,2026-03,5"),
    "unknown_id": wide("CM99,2026-03,5"),
    "id_name_mismatch": wide("CM01,人2,2026-03,5", head="工号,姓名,月份,日均存款净增"),
    "collision_from_id_name_mismatch": wide(
        "CM01,人2,2026-03,5", "CM01,人1,2026-03,6", head="工号,姓名,月份,日均存款净增"
    ),
    "period_empty": month(""),
    "no_period": wide("CM01,5", head="工号,日均存款净增"),
    "cn_month": month("2026年3月"),
    "month_other_format": month("2026/3"),
    "quarter_other_format": month("2026-Q1"),
    "date_as_month": month("2026-03-31"),
    "excel_serial": month("46112"),
    "impossible_month": month("2026-13"),
    "two_digit_year": month("26-03"),
    "missing_year": month("3月"),
    "day_month_in_doubt": month("03/04/2026"),
    "trailing_zero_in_doubt": month("2026.1"),
    "chinese_numerals": month("二〇二六年三月"),
    "weekly_data": month("2026-W09"),
    "daily_data": wide("CM01,2026-03-01,5", "CM01,2026-03-02,5"),
    "period": month("待定"),
    "period_of_another_kind": month("2026Q1"),
    "period_in_future": month("2026-09"),
    "indicator_by_name": wide("CM01,2026-03,日均存款净增,5,", head=TIDY),
    "unknown-indicator": wide("CM01,2026-03,X99,5,", head=TIDY),
    "missing_empty": one(""),
    "missing_dash": one("—"),
    "missing_slash": one("/"),
    "missing_text": one("暂无"),
    "missing_na": one("N/A"),
    "sheet_error": one("#DIV/0!"),
    "leading_apostrophe": one("'5"),
    "fullwidth_digits": one("５"),
    "fullwidth_percent_sign": wide("CM01,2026-03,5％", head="工号,月份,不良率"),
    "thousands_separator_text": one("1,234"),
    "thousands_in_doubt": one("1,23"),
    "percent_text": wide("CM01,2026-03,5%", head="工号,月份,不良率"),
    "parentheses_negative": one("(5)"),
    "trailing_minus": one("5-"),
    "currency_sign": one("¥5"),
    "foreign_currency": one("$5"),
    "unit_suffix_in_cell_same_unit": one("5万元"),
    "unit_in_cell_differs_from_header": wide("CM01,2026-03,5元", head="工号,月份,日均存款净增(万元)"),
    "number": one("约5"),
    "number_out_of_range": one("1e300"),
    "month_as_value": one("2026-03"),
    "outside_scale": one("-200000"),
    "target-positive": wide("CM01,2026-03,G01,5,0", head=TIDY),
    "negative_count": wide("CM01,2026-03,-5", head="工号,月份,新增户数"),
    "fractional_count": wide("CM01,2026-03,2.5", head="工号,月份,新增户数"),
    "exact_duplicate": wide("CM01,2026-03,5", "CM01,2026-03,5"),
    "conflicting_duplicate": wide("CM01,2026-03,5", "CM01,2026-03,6"),
    "yuan_in_wanyuan_column": wide("CM01,2026-02,5", "CM01,2026-03,50000"),
    "outlier_thousand": wide("CM01,2026-02,5", "CM01,2026-03,5000"),
    "outlier_hundred": wide("CM01,2026-02,5", "CM01,2026-03,500"),
    "outlier_too_small": wide(
        *(f"{p},2026-02,5000" for p in PEOPLE), "CM01,2026-03,0.5", "CM02,2026-03,5000"
    ),
    "outlier_sign": wide("CM01,2026-01,5", "CM01,2026-02,5", "CM01,2026-03,-5"),
    "outlier_range": wide("CM01,2026-03,2000", head="工号,月份,不良率"),
    "file_thousand": wide(*(f"{p},2026-03,5" for p in PEOPLE), "CM20,2026-03,5000"),
    "file_ten_thousand": wide(*(f"{p},2026-03,5" for p in PEOPLE), "CM20,2026-03,50000"),
    "file_too_small": wide(*(f"{p},2026-03,5000" for p in PEOPLE), "CM20,2026-03,0.5"),
    "column_in_another_unit": None,
    "more_questions": wide(*(f'CM{1 + k % 30:02d},{2000 + k // 30}-03,"{k},1"' for k in range(201))),
    "decided": None,
}
"""Rule → heading and rows of the smallest file that meets it; None: shown by a test of its own."""


@pytest.mark.parametrize("rule", [rule for rule, file in FILES.items() if file])
def test_each_rule_is_reached_and_has_words(tmp_path, rule):
    head, rows = FILES[rule]
    known = replace(
        SCALED,
        indicators={**SCALED.indicators, "贷款余额": "L01"},
        units={**SCALED.units, "L01": "元"},
    )
    judged = read_metrics(csv(tmp_path, *rows, head=head), known)
    told = [p for p in judged.problems if p.rule == rule]
    assert told
    for lang in ("zh", "en"):
        line = problem_line(told[0], text_for(lang))
        assert "{" not in line and f"rule-{rule}" not in line


def test_the_table_holds_every_rule_that_the_readers_tell():
    told = set()
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        told |= {Rule[name] for name in re.findall(r"\bRule\.([A-Z_]+)\b", text)}
    assert {str(rule) for rule in told} == set(FILES)


def test_no_rule_is_a_bare_string():
    values = "|".join(re.escape(f'"{rule}"') for rule in Rule if "_" in rule)
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        assert not re.findall(values, text), module
    with pytest.raises(ValueError, match="no_such_rule"):
        Problem("no_such_rule", "error")


def test_many_of_one_kind_and_value_are_told_as_one_with_their_rows(tmp_path):
    rows = [f"CM{97 + k % 3},2026-{1 + k // 3 % 12:02d},{k}" for k in range(3000)]
    judged = read_metrics(csv(tmp_path, *rows), KNOWN)
    errors = [p for p in judged.problems if p.severity == "error"]
    assert [(p.rule, p.raw, p.count) for p in errors] == [
        ("unknown_id", f"CM{n}", 1000) for n in (97, 98, 99)
    ]
    assert errors[0].params["rows"] == ", ".join(str(2 + 3 * k) for k in range(10))
    assert errors[0].params["rows"] in problem_line(errors[0], text_for("zh"))
    few = read_metrics(csv(tmp_path, *rows[: 3 * TOLD_ONE_BY_ONE]), KNOWN)
    assert len(held(few)) == 3 * TOLD_ONE_BY_ONE


def test_values_that_differ_are_never_told_as_one(tmp_path):
    rows = [f"CM{k:02d},2026-03,约{k}" for k in range(1, 31)]
    assert len(held(read_metrics(csv(tmp_path, *rows), KNOWN))) == 30


def test_files_alone_take_every_id_and_indicator(tmp_path):
    path = csv(tmp_path, "X1,2026-03,Y1,5,", " Ｘ2 ,2026-03,Y1,6,", head=TIDY)
    judged = read_metrics(path, Known(None, None))
    assert judged.accepted["manager_id"].tolist() == ["X1", "X2"] and not held(judged)


def test_a_sheet_without_a_heading_is_told(tmp_path):
    sheets = {"表": [["工号", "月份", "E01"], ["CM01", "2026-03", 5]], "说明": [["由零售部填报"]]}
    assert "sheet_without_header" in rules(read_metrics(book(tmp_path / "a.xlsx", sheets), KNOWN))
