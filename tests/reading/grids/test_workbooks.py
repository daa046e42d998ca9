"""Workbooks of every kind: a cell means what people see in it."""

import io
import re
import struct
import zipfile

import pytest
import xlsxwriter

from data.errors import UnreadableFile
from data.reading.grids.opening import FORMULA, read_grids
from tests.places import FIXTURES

CASES = FIXTURES / "cases"


def cells(path, sheet=None):
    """The rows under the heading of the first sheet."""
    return read_grids(path, sheet)[0].rows[1:]


def refusal(path):
    with pytest.raises(UnreadableFile) as told:
        read_grids(path)
    return told.value.key


def changed(path, change, raw=None):
    """A workbook with some parts put through `change` (name, text) → text."""
    raw = raw or path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return path


def ods(path, content, manifest="<manifest/>"):
    """A small spreadsheet of the OpenDocument kind."""
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", content)
        out.writestr("META-INF/manifest.xml", manifest)
    return path


@pytest.mark.parametrize(
    "name", ["percent.xls", "percent.ods", "percent_strict.xlsx", "percent_no_addresses.xlsx"]
)
def test_a_percentage_is_one_in_every_kind_of_workbook(name):
    assert cells(CASES / name) == [["K01", "2026-03", "85.71%", "95.12%"]]


def test_a_percentage_keeps_its_digits():
    texts = {text for row in cells(CASES / "digits.xlsx") for text in row}
    assert {"88.12345678%", "98.765432101%", "1234.567891%"} <= texts


def test_errors_are_no_empty_cells():
    found = [row[2] for row in cells(CASES / "errors.xlsx")]
    assert found[:4] == ["#DIV/0!", "#REF!", "#VALUE!", ""] and found[4]


def test_days_of_1904_and_a_wrong_dimension():
    assert cells(CASES / "d1904.xlsx")[0][1:] == ["2026-03-31", "5000000"]
    assert [len(row) for row in read_grids(CASES / "dim.xlsx")[0].rows] == [3, 3]


def test_readings_above_a_heading_and_escaped_characters(tmp_path):
    rich = (
        "<r><t>日均</t></r><r><t>存款</t></r><rPh sb='0' eb='2'><t>rì jūn</t></rPh><phoneticPr fontId='1'/>"
    ).encode()

    def other(name, text):
        text = text.replace("<t>日均存款(万元)</t>".encode(), rich)
        return text.replace("工号".encode(), "工号_x000D__xD800_".encode())

    (grid,) = read_grids(changed(tmp_path / "a.xlsx", other, (CASES / "dim.xlsx").read_bytes()))
    assert grid.rows[0] == ["工号\r_xD800_", "统计月份", "日均存款"]


def test_an_old_workbook():
    (grid,) = read_grids(CASES / "formats.xls")
    assert grid.rows[1] == ["K07", "2026-03-31", "88.12345678%", "123.4567万", "1234567元", "", "1"]
    assert grid.rows[2] == ["K08", "2026-03", "#DIV/0!", "-12.5", "True", "", "2"]
    assert grid.hidden_columns == {6} and grid.merged == {(5, 0): "K10"}
    told = {p.rule: (p.row, p.column, p.raw, p.params.get("shown")) for p in grid.problems}
    assert told == {
        "hidden_rows": (4, "", "4", None),
        "scaled_format": (2, "E", "1234567元", "1234.567"),
        "hidden_sheet": (None, "", "", None),
    }
    assert cells(CASES / "formats.xls", "旧数") == []


def test_formats_hidden_places_and_merged_cells_of_an_xlsx(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("三月")
    sheet.write_row(0, 0, ["工号", "收回率", "贷款", "存款(千元)", "存款(万元)", "存款(元)", "备注"])
    formats = ['"K"00', "0.00%", '0!.0,"万"', "#,##0,", "#,##0,", "#,##0,"]
    for i in (1, 2):
        for j, (value, code) in enumerate(zip((i, 0.8812345678, *[1234567] * 4), formats, strict=True)):
            sheet.write_number(i, j, value, book.add_format({"num_format": code}))
    sheet.merge_range(1, 6, 2, 6, "同上")
    sheet.set_column(2, 3, None, None, {"hidden": True})
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write_formula(3, 0, "=A1", None, "")
    sheet.write_boolean(3, 1, True)
    sheet.write_formula(3, 2, "=1/0", None, "#DIV/0!")
    book.close()
    (grid,) = read_grids(tmp_path / "a.xlsx")
    assert grid.rows[1] == [
        *("K01", "88.12345678%", "123.4567万", "1234567元", "1234567 → 1234.567", "1234567", "同上")
    ]
    assert grid.rows[3][:3] == [FORMULA, "True", "#DIV/0!"]
    assert grid.hidden_columns == {2, 3} and grid.merged == {(2, 6): "同上"}
    scaled = [(p.row, p.column, p.count, p.severity) for p in grid.problems if p.rule == "scaled_format"]
    assert scaled == [(2, letter, 2, "warning") for letter in "DEF"]
    assert [(p.row, p.raw) for p in grid.problems if p.rule == "hidden_rows"] == [(3, "3")]


def test_the_unit_of_the_whole_sheet_says_what_thousands_are(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["业绩表", "单位：千元"])
    sheet.write_row(1, 0, ["工号", "日均存款"])
    sheet.write_number(2, 1, 1234567.5, book.add_format({"num_format": "#,##0,"}))
    book.close()
    assert read_grids(tmp_path / "a.xlsx")[0].rows[2] == ["", "1234567.5元"]


def test_parts_under_other_names_and_cells_without_addresses(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet("三月").write_row(0, 0, ["a", 1, "b"])
    book.close()

    def other(name, text):
        if name == "xl/worksheets/sheet1.xml":
            text = text.replace(b' r="1"', b"").replace(b' r="A1"', b"").replace(b' r="C1"', b"")
        return text

    path = changed(tmp_path / "a.xlsx", other)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("/", "\\").upper() if "sheet1" in name else name, old.read(name))
    assert read_grids(path)[0].rows == [["a", "1", "b"]]


def test_formats_hidden_places_and_repeats_of_an_ods(tmp_path):
    path = ods(tmp_path / "a.ods", (CASES / "formats_ods.xml").read_text(encoding="utf-8"))
    (grid,) = read_grids(path)
    assert grid.rows[1] == [
        *("88.12345678%", "123.4567万", "1234567", "5户", "-5", "#DIV/0!", "#VALUE!", "2026-03-31")
    ]
    assert [row[0] for row in grid.rows[2:5]] == ["一  二"] * 3 and len(grid.rows) == 6
    assert grid.rows[5][:2] == ["", FORMULA] and grid.merged == {(5, 0): "一  二"}
    assert grid.hidden_columns == {1, 2}
    assert {(p.rule, p.row, p.raw) for p in grid.problems} == {
        ("hidden_rows", 3, "3, 4"),
        ("scaled_format", 2, "1234567"),
    }


def test_a_password_has_its_own_sentence(tmp_path):
    assert refusal(CASES / "locked.xlsx") == "errors-file-password"
    locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert refusal(ods(tmp_path / "a.ods", "", locked)) == "errors-file-password"
    old = tmp_path / "a.xls"
    old.write_bytes(
        struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
        + struct.pack("<HHH", 0x2F, 2, 1)
        + struct.pack("<HH", 0x0A, 0)
    )
    assert refusal(old) == "errors-file-password"
    archive = changed(tmp_path / "b.xlsx", lambda name, text: text, (CASES / "dim.xlsx").read_bytes())
    raw = bytearray(archive.read_bytes())
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        raw[at + 8] |= 1
        at += 4
    archive.write_bytes(raw)
    assert refusal(archive) == "errors-file-password"


def test_a_binary_workbook_is_named_as_one(tmp_path):
    def other(name, text):
        return text.replace(b"xl/workbook.xml", b"xl/workbook.bin") if name == "_rels/.rels" else text

    path = changed(tmp_path / "a.xlsb", other, (CASES / "dim.xlsx").read_bytes())
    assert refusal(path) == "errors-file-binary-workbook"


def test_one_bad_cell_does_not_take_the_file_along(tmp_path):
    def other(name, text):
        return text.replace(b"<v>50000</v>", b"<v>5 0</v>").replace(b"<v>5</v>", b"<v>x</v>")

    raw = (CASES / "dim.xlsx").read_bytes()
    assert cells(changed(tmp_path / "a.xlsx", other, raw))[0][0] == "K01"


@pytest.mark.parametrize("name", ["unicode.txt", "plain.tsv"])
def test_commas_in_amounts_do_not_split_a_tab_file(name):
    grid = read_grids(CASES / name)[0]
    assert {len(row) for row in grid.rows} == {5} and grid.rows[1][2] == "12,345,671.00"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("工号;月份;存款\nK01;2026-03;1234,5\nK02;2026-03;1.234,5\n", ["K01", "2026-03", "1234,5"]),
        ('工号,别名\nK01,"甲;乙;丙"\nK02,"丁;戊"\n', ["K01", "甲;乙;丙"]),
        ("业绩表\n工号|月份|存款\nK01|2026-03|1,234\nK02|2026-03|2,345\n", ["工号", "月份", "存款"]),
        ("工号\nK01\n", ["K01"]),
    ],
)
def test_the_mark_is_the_one_that_splits_lines_alike(tmp_path, text, second):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert read_grids(path)[0].rows[1] == second


def test_decimal_commas_stay_as_they_are():
    assert cells(CASES / "semicolon.csv")[0] == ["K01", "2026-03", "1234,5", "85,71"]


def test_odd_names_raise_nothing(tmp_path):
    long = tmp_path / ("绩" * 80 + ".csv")
    long.write_text("工号,月份\nK01,2026-03\n", encoding="utf-8")
    assert read_grids(long)[0].rows[1] == ["K01", "2026-03"]
    odd = tmp_path / "a\n\x1b[31m\u202e.csv"
    odd.write_text("工号,月份\nK01,2026-03\n", encoding="utf-8")
    assert read_grids(odd)[0].file_name.isprintable()
    assert refusal(tmp_path / ("x" * 300)) == "errors-file-missing"
    assert refusal(tmp_path / "a\0b.csv") == "errors-file-missing"

    def other(name, text):
        return text.replace("三月".encode(), b"a&#9;" + b"x" * 400) if name == "xl/workbook.xml" else text

    path = changed(tmp_path / "a.xlsx", other, (CASES / "dim.xlsx").read_bytes())
    (grid,) = read_grids(path)
    assert len(grid.sheet) == 100 and grid.sheet.isprintable()
    assert read_grids(path, grid.sheet)[0].rows == grid.rows


def test_one_sheet_under_many_names_is_not_read_many_times(tmp_path):
    def other(name, text):
        one = re.search(rb"<sheet [^>]*/>", text)
        return text.replace(one[0], one[0] * 500) if name == "xl/workbook.xml" else text

    path = changed(tmp_path / "a.xlsx", other, (CASES / "dim.xlsx").read_bytes())
    assert refusal(path) == "errors-file-damaged"
