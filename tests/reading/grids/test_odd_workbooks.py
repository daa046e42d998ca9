"""Odd but valid files: other date systems, phonetic guides, escaped breaks, a wrong dimension, semicolons."""

import datetime as dt
import zipfile

import pytest
import xlsxwriter

from data.reading.metrics.read import read_metrics
from tests.reading.files import KNOWN, found, held, text

RIGHT = {("CM01", "2026-03", "E01"): 5.0}
HEAD = ("工号", "月份", "日均存款净增")


def workbook(path, options=None, cells=("CM01", "2026-03", 5)):
    out = xlsxwriter.Workbook(str(path), options or {})
    sheet = out.add_worksheet("表")
    sheet.write_row(0, 0, HEAD)
    for j, cell in enumerate(cells):
        if isinstance(cell, dt.date):
            sheet.write_datetime(1, j, cell, out.add_format({"num_format": "yyyy-mm-dd"}))
        else:
            sheet.write(1, j, cell)
    out.close()
    return path


def changed(path, part, old, new):
    """The workbook with a piece of one of its parts put in another way."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_days_counted_from_1904(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"date_1904": True}, ("CM01", dt.date(2026, 3, 31), 5))
    assert found(read_metrics(path, KNOWN)) == RIGHT


STRINGS = "xl/sharedStrings.xml"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (STRINGS, "<si><t>月份</t></si>", '<si><t>月份</t><rPh sb="0" eb="2"><t>yuefen</t></rPh></si>'),
        (STRINGS, "<t>CM01</t>", "<t>CM01_x000D_</t>"),
        (STRINGS, "<t>工号</t>", "<t>工_x000D_\n号</t>"),
        ("xl/worksheets/sheet1.xml", '<dimension ref="A1:C2"/>', '<dimension ref="A1"/>'),
    ],
)
def test_what_people_see_is_read_whatever_the_file_adds(tmp_path, part, old, new):
    path = changed(workbook(tmp_path / "a.xlsx"), part, old, new)
    assert found(read_metrics(path, KNOWN)) == RIGHT


def test_decimal_commas_are_asked_about(tmp_path):
    path = text(
        tmp_path / "a.csv",
        "工号;月份;日均存款净增(万元);不良率\r\nCM01;2026-03;1234,5;85,71\r\nCM02;2026-03;1.234,5;85,71\r\n",
        "utf-8-sig",
    )
    judged = read_metrics(path, KNOWN)
    assert found(judged) == {} and {rule for rule, _ in held(judged)} == {"thousands_in_doubt"}
    meant = {(q.row, q.raw): [c.text for c in q.choices[:-1]] for q in judged.questions}
    assert meant == {
        (2, "1234,5"): ["12345", "1234.5"],
        (2, "85,71"): ["8571", "85.71"],
        (3, "1.234,5"): ["1.2345", "1234.5"],
        (3, "85,71"): ["8571", "85.71"],
    }
