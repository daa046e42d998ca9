"""Layouts and faults one by one: what is read, what is told, what is held back."""

import time

import pandas as pd
import pytest
import xlsxwriter

from data.errors import UnreadableFile
from data.reading.known import Known
from data.reading.metrics.read import read_metrics
from tests.reading.files import KNOWN, book, found, rules, text


def test_two_level_headings_and_people_merged_over_their_rows(tmp_path):
    rows = [
        ["某支行业绩", "", "", "", ""],
        ["工号", "月份", "日均", "", "新增户数(户)"],
        ["", "", "存款净增(万元)", "贷款净增(元)", ""],
        ["CM01", "2026-01", "1,200.50", "(35,000)", "3"],
        ["", "2026-02", "1300", "45000元", "4"],
    ]
    merge = [(0, 0, 0, 4, "某支行业绩"), (1, 2, 1, 3, "日均"), (1, 0, 2, 0, "工号"), (1, 1, 2, 1, "月份")]
    merge += [(1, 4, 2, 4, "新增户数(户)"), (3, 0, 4, 0, "CM01")]
    judged = read_metrics(book(tmp_path / "a.xlsx", {"表": rows}, merge=merge), KNOWN)
    assert found(judged) == {
        ("CM01", "2026-01", "E01"): 1200.5,
        ("CM01", "2026-01", "E02"): -3.5,
        ("CM01", "2026-01", "G01"): 3,
        ("CM01", "2026-02", "E01"): 1300,
        ("CM01", "2026-02", "E02"): 4.5,
        ("CM01", "2026-02", "G01"): 4,
    }
    assert {"two_level_header", "merged_cells", "parentheses_negative"} <= rules(judged)
    assert "thousands_separator_text" in rules(judged, "fixed")


def test_one_sheet_for_each_month_and_hidden_sheets_told(tmp_path):
    head = ["编号", "姓名", "新增户数"]
    sheets = {
        "2026年1月": [head, ["CM01", "人1", 3], ["CM02", "人2", 5]],
        "2026年2月": [head, ["CM01", "人1", 4], ["CM02", "人2", 6]],
        "旧数": [head, ["CM01", "人1", 99]],
        "说明": [["本表由零售部填报"]],
    }
    judged = read_metrics(book(tmp_path / "a.xlsx", sheets, hide=("旧数",)), KNOWN)
    assert found(judged) == {
        ("CM01", "2026-01", "G01"): 3,
        ("CM02", "2026-01", "G01"): 5,
        ("CM01", "2026-02", "G01"): 4,
        ("CM02", "2026-02", "G01"): 6,
    }
    assert {"hidden_sheet", "sheet_without_header", "period_from_title"} <= rules(judged)


def test_percentages_dates_and_formulas_of_a_workbook(tmp_path):
    rows = [
        ["工号", "日期", "不良率", "收回率", "新增户数"],
        ["CM01", 46053, 0.0321, 0.955, 3],  # 2026-01-31 as a serial
        ["CM02", "2026-01-31", "3.21%", "95.5%", "=1+2"],
    ]
    cells = {(1, 2), (1, 3)}
    judged = read_metrics(book(tmp_path / "a.xlsx", {"表": rows}, percent=cells, formula={(2, 4)}), KNOWN)
    assert found(judged) == {
        ("CM01", "2026-01", "R01"): pytest.approx(3.21),
        ("CM01", "2026-01", "R02"): pytest.approx(0.955),
        ("CM01", "2026-01", "G01"): 3,
        ("CM02", "2026-01", "R01"): pytest.approx(3.21),
        ("CM02", "2026-01", "R02"): pytest.approx(0.955),
    }
    assert "formula_without_value" in rules(judged, "error")
    assert {"excel_serial", "date_as_month"} <= rules(judged, "fixed")


def test_months_as_columns_with_an_indicator_for_each_row(tmp_path):
    path = text(
        tmp_path / "a.csv",
        "工号,指标,2026年1月,2026年2月\nCM01,日均存款净增,100,110\nCM01,新增户数,3,4\nCM02,日均存款净增,90,\n",
    )
    judged = read_metrics(path, KNOWN)
    assert found(judged) == {
        ("CM01", "2026-01", "E01"): 100,
        ("CM01", "2026-02", "E01"): 110,
        ("CM01", "2026-01", "G01"): 3,
        ("CM01", "2026-02", "G01"): 4,
        ("CM02", "2026-01", "E01"): 90,
    }


def test_an_xls_that_is_a_web_page(tmp_path):
    page = (
        "<html><head><meta charset='gb2312'></head><body><table><tr><td colspan=4>业绩表</td></tr>"
        "<tr><th>工号</th><th>所属团队</th><th>月份</th><th>日均存款净增（万元）</th></tr>"
        "<tr><td>CM01</td><td rowspan=2>一队</td><td>202601</td><td>1&nbsp;200.5</td></tr>"
        "<tr><td>CM02</td><td>202601</td><td>－3.5</td></tr>"
        "<tr><td colspan=3>合计</td><td>1,197.00</td></tr></table></body></html>"
    )
    judged = read_metrics(text(tmp_path / "a.xls", page, "gb18030"), KNOWN)
    assert found(judged) == {("CM01", "2026-01", "E01"): 1200.5, ("CM02", "2026-01", "E01"): -3.5}
    assert {"merged_team_cells", "grand_total_row"} <= rules(judged)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("二〇二六年三月", "chinese_numerals"),
        ("26-03", "two_digit_year"),
        ("3月", "missing_year"),
        ("03/04/2026", "day_month_in_doubt"),
        ("2026Q1", "period_of_another_kind"),
        ("2026-13", "impossible_month"),
        ("待定", "period"),
        ("", "period_empty"),
    ],
)
def test_a_month_that_could_mean_two_things_is_held_back(tmp_path, cell, rule):
    path = text(tmp_path / "a.csv", f"工号,月份,新增户数\nCM01,2026-03,3\nCM02,2026-03,4\nCM03,{cell},5\n")
    judged = read_metrics(path, KNOWN)
    assert set(found(judged)) == {("CM01", "2026-03", "G01"), ("CM02", "2026-03", "G01")}
    assert [(p.rule, p.row) for p in judged.problems if p.severity == "error"] == [(rule, 4)]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("２０．５", 20.5),
        (" 20.5 ", 20.5),
        ("'20.5", 20.5),
        ("￥20.5", 20.5),
        ("20.5万", 20.5),
        ("205000元", 20.5),
        ("0.00205亿元", 20.5),
        ("−20.5", -20.5),
        ("20.5-", -20.5),
        ("（20.50）", -20.5),
        ("1,234,567.5", 1234567.5),
        ("2.05E+01", 20.5),
    ],
)
def test_numbers_as_they_are_typed(tmp_path, cell, value):
    path = text(tmp_path / "a.csv", f'工号,月份,日均存款净增(万元)\nCM01,2026-03,"{cell}"\n')
    assert found(read_metrics(path, KNOWN)) == {("CM01", "2026-03", "E01"): pytest.approx(value)}


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("三十", "chinese_numerals"),
        ("1,23", "thousands_in_doubt"),
        ("$20", "foreign_currency"),
        ("20%", "unit_mismatch"),
        ("20户", "unit_mismatch"),
        ("约20", "number"),
        ("20-30", "number"),
        ("#DIV/0!", "sheet_error"),
        ("inf", "number"),
    ],
)
def test_numbers_that_could_mean_two_things_are_held_back(tmp_path, cell, rule):
    path = text(tmp_path / "a.csv", f'工号,月份,日均存款净增(万元)\nCM01,2026-03,"{cell}"\nCM02,2026-03,5\n')
    judged = read_metrics(path, KNOWN)
    assert set(found(judged)) == {("CM02", "2026-03", "E01")}
    assert [(p.rule, p.row) for p in judged.problems if p.severity == "error"] == [(rule, 2)]


def test_slips_of_the_unit_are_seen_in_a_persons_own_history(tmp_path):
    lines = "".join(f"CM{k:02d},2026-0{m},{100 + k + m}\n" for k in range(1, 6) for m in (1, 2, 3))
    path = text(
        tmp_path / "a.csv", f"工号,月份,日均存款净增(万元)\n{lines}CM01,2026-04,1050000\nCM02,2026-04,104\n"
    )
    judged = read_metrics(path, KNOWN)
    assert [(p.rule, p.row) for p in judged.problems if p.severity == "error"] == [
        ("yuan_in_wanyuan_column", 17)
    ]
    # Two people with the same slip do not vouch for each other; a value too small is seen as well.
    both = lines + "CM01,2026-04,1050000\nCM02,2026-04,1060000\nCM03,2026-04,0.0105\n"
    path = text(tmp_path / "both.csv", f"工号,月份,日均存款净增(万元)\n{both}")
    told = [p for p in read_metrics(path, KNOWN).problems if p.severity != "fixed"]
    assert [(p.rule, p.severity, p.row) for p in told] == [
        ("yuan_in_wanyuan_column", "error", 17),
        ("yuan_in_wanyuan_column", "error", 18),
        ("outlier_too_small", "warning", 19),
    ]
    history = {("CM01", "E01"): [105.0, 110.0]}
    alone = text(tmp_path / "b.csv", "工号,月份,日均存款净增(万元)\nCM01,2026-04,106000\n")
    again = read_metrics(alone, Known(KNOWN.people, KNOWN.indicators, KNOWN.units, KNOWN.measures, history))
    assert "outlier_thousand" in rules(again, "error")


def test_what_is_dangerous_or_private_is_refused(tmp_path):
    for heading in ("客户姓名", "身份证号", "手机号码", "账号"):
        path = text(tmp_path / "a.csv", f"工号,{heading},月份,新增户数\nCM01,x,2026-03,3\n")
        with pytest.raises(UnreadableFile) as told:
            read_metrics(path, KNOWN)
        assert told.value.key == "errors-file-customer"
    nasty = text(
        tmp_path / "b.csv",
        "工号,月份,新增户数\n=cmd|' /C calc'!A0,2026-03,3\n"
        "<script>alert(1)</script>,2026-03,4\nCM01,2026-03,5\x07\n",
    )
    judged = read_metrics(nasty, KNOWN)
    assert found(judged) == {("CM01", "2026-03", "G01"): 5}
    assert "control_characters" in rules(judged, "fixed")


def test_files_that_are_no_data_end_in_one_sentence(tmp_path):
    for name, content, key in (
        ("empty.csv", "", "errors-file-header"),
        ("header.csv", "工号,月份,新增户数\n", "errors-file-empty"),
        ("text.csv", "你好\n世界\n", "errors-file-header"),
        ("torn.xlsx", "PK\x03\x04", "errors-file-damaged"),
    ):
        with pytest.raises(UnreadableFile) as told:
            read_metrics(text(tmp_path / name, content), KNOWN)
        assert told.value.key == key, name


def test_a_bomb_is_not_unpacked(tmp_path):
    import zipfile

    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.xml", b"0" * 300_000_000)
    with pytest.raises(UnreadableFile) as told:
        read_metrics(path, KNOWN)
    assert told.value.key == "errors-file-bomb"


def test_a_tidy_file_stays_as_it_was(tmp_path):
    path = text(
        tmp_path / "a.csv",
        "manager_id,period,indicator,value,target\nCM01,2026-03,E01,5,6\nCM01,2026-03,G01,,\n",
    )
    judged = read_metrics(path, KNOWN)
    assert pd.isna(found(judged)["CM01", "2026-03", "G01"]) and judged.problems == []
    assert judged.accepted["target"].tolist()[0] == 6


def test_one_cell_merged_over_fifty_thousand_rows_takes_no_longer(tmp_path):
    count = 50_000
    rows = "".join(f"<tr><td>2026-{1 + k % 12:02d}</td><td>{k % 7}</td></tr>" for k in range(1, count))
    head = "<tr><td>工号</td><td>月份</td><td>新增户数</td></tr>"
    first = f"<tr><td rowspan={count}>CM01</td><td>2026-01</td><td>1</td></tr>"
    start = time.process_time()
    judged = read_metrics(text(tmp_path / "a.xls", f"<html><table>{head}{first}{rows}</table></html>"), KNOWN)
    assert [(p.row, p.raw, p.column) for p in judged.problems if p.rule == "merged_cells"] == [
        (2, "CM01", "工号")
    ]
    assert time.process_time() - start < 20


def test_a_cell_merged_beside_a_shorter_row(tmp_path):
    page = (
        "<html><table><tr><td>工号</td><td>姓名</td><td>月份</td><td>新增户数</td></tr><tr><td>x</td></tr>"
        "<tr><td colspan=2>CM01</td><td>2026-03</td><td>4</td></tr></table></html>"
    )
    judged = read_metrics(text(tmp_path / "a.xls", page), KNOWN)
    assert "merged_cells" in rules(judged, "fixed")


def test_units_and_thousands_of_a_cell_format_are_read_as_people_see_them(tmp_path):
    out = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = out.add_worksheet("表")
    sheet.write_row(0, 0, ["工号", "月份", "日均存款净增", "日均贷款净增(千元)", "新增户数", "收回率"])
    sheet.write_row(1, 0, ["CM01", "2026-03"])
    codes = (('0!.0,"万"', 1234567), ("#,##0,", 1234567), ('0"户"', 3), ("0.00%", 0.8812345678))
    for j, (code, value) in enumerate(codes, start=2):
        sheet.write_number(1, j, value, out.add_format({"num_format": code}))
    sheet.write_row(2, 0, ["CM02", "2026-03"])
    sheet.write_number(2, 4, 4321000, out.add_format({"num_format": "#,##0,"}))
    out.close()
    judged = read_metrics(tmp_path / "a.xlsx", KNOWN)
    assert found(judged) == {
        ("CM01", "2026-03", "E01"): 123.4567,
        ("CM01", "2026-03", "E02"): 123.4567,
        ("CM01", "2026-03", "G01"): 3,
        ("CM01", "2026-03", "R02"): 0.8812345678,
        ("CM02", "2026-03", "G01"): 4321000,
    }
    told = {(p.row, p.column): p.params["shown"] for p in judged.problems if p.rule == "scaled_format"}
    assert told == {(2, "D"): "1234.567", (3, "E"): "4321"}


def test_a_target_column_beside_indicators_does_not_hide_them(tmp_path):
    path = text(tmp_path / "a.csv", "工号,月份,新增户数,目标\nCM01,2026-03,3,5\n")
    assert found(read_metrics(path, KNOWN)) == {("CM01", "2026-03", "G01"): 3}
    tidy = text(tmp_path / "b.csv", "工号,月份,指标,数值\nCM01,2026-03,G01,3\nCM02,2026-03,,4\n")
    judged = read_metrics(tidy, KNOWN)
    assert found(judged) == {("CM01", "2026-03", "G01"): 3}
    assert [(p.rule, p.row) for p in judged.problems if p.severity == "error"] == [("empty", 3)]
