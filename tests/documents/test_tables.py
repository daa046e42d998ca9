"""Workbooks: figures that can be summed, formats, widths, print set-up, the same bytes twice; read back with
somebody else's reader."""

import datetime as dt
import io
import math
import time

import openpyxl
import pytest

from documents import tables
from documents.tables import Field, Figure, Head, Sheet
from ui.tables import Column, Table

HEAD = Head(
    "团队排行 2026年3月",
    ("X 支行 · 2026年3月", "单位：分"),
    foot="X 支行 & 客户部 · 3fa9c1d2",
    page="第 &P 页，共 &N 页",
    fixed=2,
    on=dt.date(2026, 3, 31),
)
ROWS = [("CM01", "欧阳若兰", 98.6, -0.4899999999999949), ("CM02", "=1+1", math.nan, 1.2)]
FIELDS = [
    Field("工号", lambda row: row[0]),
    Field("姓名", lambda row: row[1]),
    Field("得分", lambda row: row[2], tables.POINTS),
    Field("得分变动", lambda row: row[3], tables.change()),
    Field("目标", lambda row: Figure(1276.39, tables.number(2, "万元"))),
]


def page(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_figures_are_numbers_with_formats_and_text_stays_text():
    sheet = page(tables.excel([Sheet(HEAD, FIELDS, ROWS)]))
    assert [cell.value for cell in sheet["A"]] == [HEAD.title, *HEAD.notes, "工号", "CM01", "CM02"]
    assert [cell.value for cell in sheet[5]] == ["CM01", "欧阳若兰", 98.6, -0.49, 1276.39]
    formats = [cell.number_format for cell in sheet[5]]
    assert formats == ["General", "General", "#,##0.00", '"▲"0.00;"▼"0.00;"–"', '#,##0.00 "万元"']
    assert sheet["B6"].value == "=1+1" and sheet["B6"].data_type == "s" and sheet["C6"].value is None


def test_columns_are_as_wide_as_what_stands_in_them_and_chinese_counts_two():
    sheet = page(tables.excel([Sheet(HEAD, FIELDS, ROWS)]))
    # 欧阳若兰 is eight digits wide; 得分变动 too, and wider than its figures; 1,276.39 万元 is thirteen.
    widths = [sheet.column_dimensions[letter].width for letter in "ABDE"]
    assert widths == [pytest.approx(wide + tables.PADDING, abs=0.8) for wide in (4, 8, 8, 13)]


def test_it_prints_on_a4_across_with_its_headings_on_every_page():
    sheet = page(tables.excel([Sheet(HEAD, FIELDS, ROWS)]))
    assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == tables.A4
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4" and sheet.freeze_panes == "C5"
    # A real "&" is written twice, or a spreadsheet takes what follows for a code.
    footer = sheet.oddFooter
    assert "X 支行 && 客户部 · 3fa9c1d2" in footer.left.text and "第 &P 页" in footer.right.text


def test_the_same_sheet_twice_gives_the_same_bytes_whatever_the_clock_says():
    first = tables.excel([Sheet(HEAD, FIELDS, ROWS)])
    time.sleep(1.1)
    assert tables.excel([Sheet(HEAD, FIELDS, ROWS)]) == first
    made = openpyxl.load_workbook(io.BytesIO(first)).properties.created
    assert made == dt.datetime(2026, 3, 31)


def test_two_columns_never_have_one_heading():
    sheet = Sheet(HEAD, [Field("得分", lambda row: row[2]), Field("得分", lambda row: row[3])], ROWS)
    assert [field.label for field in sheet.fields] == ["得分", "得分 (2)"]


def test_sheets_of_one_title_are_told_apart_and_no_title_breaks_a_workbook():
    titles = ("a/b:c*[d]?", "a b c d", "", "x" * 60)
    made = tables.excel([Sheet(Head(title), FIELDS, ROWS) for title in titles])
    names = openpyxl.load_workbook(io.BytesIO(made)).sheetnames
    assert len({name.lower() for name in names}) == len(titles) and max(map(len, names)) <= 31


@pytest.fixture
def table():
    bars = {
        "a": [("合规", "red", 60.0), ("风险", "blue", 30.5)],
        "b": None,
        "c": [("合规", "red", 50.0), ("扣分", "red", -2.0)],
    }
    return Table(
        [
            Column("rank", "名次", {"a": 1.0, "b": math.nan, "c": 2.0}.get, "rank"),
            Column("move", "较上期", {"a": 3.0, "c": -1.0}.get, "move", paper="名次变动"),
            Column("it", "贡献", bars.get, "stack"),
            Column("change", "较上期", {"a": 0.1, "b": 0.2}.get, "delta", paper="得分变动"),
            Column("spark", "走势", lambda row: [1.0, 2.0], "spark"),
        ],
        "abc",
        str,
    )


def test_a_table_on_the_page_gives_figures_and_a_column_for_each_part_of_its_bars(table):
    sheet = page(tables.excel([table.sheet(Head(""))]))
    assert [cell.value for cell in sheet[1]] == [
        "名次",
        "名次变动",
        "贡献 合规",
        "贡献 风险",
        "贡献 扣分",
        "得分变动",
    ]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [[1, 3, 60, 30.5, 0, 0.1], [None] * 5 + [0.2], [2, -1, 50, 0, -2, None]]
    assert sheet["A2"].number_format == "#,##0" and sheet["B2"].number_format == '"▲"0;"▼"0;"–"'


def test_a_download_stands_in_the_order_on_the_screen(table, monkeypatch):
    monkeypatch.setattr("ui.components.st.session_state", {"managers": {"order": ["c", "a"], "opened": None}})
    # Rows that the browser has not told about yet come last, as they are.
    assert table.ordered("managers") == ["c", "a", "b"]
    sheet = page(tables.excel([table.sheet(Head(""), "managers")]))
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [2, 1, None]
    assert table.ordered("unsorted") == ["a", "b", "c"]
