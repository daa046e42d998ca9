"""Files as grids of text: csv and tsv as Chinese offices save them, xlsx, xls, and xls that is HTML."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from data.errors import UnreadableFile
from data.reading import sheet_xml
from data.reading.problems import ERROR, FIXED, WARNING, Problem

LARGEST_FILE = 60_000_000
LARGEST_UNPACKED = 600_000_000
LARGEST_RATIO = 400
LARGEST_CELLS = 12_000_000
MOST_COLUMNS = 2_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass
class Grid:
    """One sheet ("" for csv): rows of texts, the first row being row 1; which cells a merged cell covers
    (row, column) → the text above all; and what is to be told of it."""

    file_name: str
    sheet: str
    rows: list[list[str]]
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_text: bool = False
    hidden_columns: frozenset[int] = frozenset()


def read_grids(path: Path, sheet: str | None = None) -> list[Grid]:
    """Every visible sheet with something on it (or the named one).

    Raises
    ------
    UnreadableFile : missing, too large, damaged, in an unknown encoding, or without that sheet.
    """
    if not path.is_file():
        raise UnreadableFile("errors-file-missing", file=str(path))
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise UnreadableFile("errors-file-large", file=path.name, limit=LARGEST_FILE // 1_000_000)
    raw = path.read_bytes()
    try:
        if raw.startswith((_ZIP, _OLE)):
            return _workbook(path, raw, sheet)
        return _text(path, raw)
    except (UnreadableFile, MemoryError):
        raise
    except Exception:
        # Whatever a damaged file makes a library do ends as one sentence; nothing has been stored.
        raise UnreadableFile("errors-file-damaged", file=path.name) from None


def _text(path: Path, raw: bytes) -> list[Grid]:
    text, encoding = _decoded(path, raw)
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style")):
        return _html(path, text)
    if "\0" in text:
        raise UnreadableFile("errors-file-encoding", file=path.name)
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    counts = {mark: sum(line.count(mark) for line in lines) for mark in ("\t", ",", ";", "|")}
    delimiter = max(counts, key=lambda mark: (counts[mark], mark == ","))
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise UnreadableFile("errors-file-damaged", file=path.name) from None
    _within(path, sum(map(len, rows)), max(map(len, rows), default=0))
    grid = Grid(path.name, "", rows, is_text=True)
    if encoding == "gb18030":
        grid.problems.append(Problem("encoding_gbk", FIXED, raw="GB18030"))
    return [grid]


def _decoded(path: Path, raw: bytes) -> tuple[str, str]:
    if raw.startswith(_UTF16):
        return raw.decode("utf-16"), "utf-16"
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("errors-file-encoding", file=path.name)


def _within(path: Path, cells: int, columns: int) -> None:
    if cells > LARGEST_CELLS or columns > MOST_COLUMNS:
        raise UnreadableFile("errors-file-large", file=path.name, limit=LARGEST_FILE // 1_000_000)


def _workbook(path: Path, raw: bytes, sheet: str | None) -> list[Grid]:
    details: dict[str, sheet_xml.Details] = {}
    if raw.startswith(_ZIP):
        _refuse_bomb(path, raw)
        details = sheet_xml.details(raw)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        visible = {m.name: m.visible == SheetVisibleEnum.Visible for m in book.sheets_metadata}
    except (CalamineError, ValueError, OSError):
        raise UnreadableFile("errors-file-damaged", file=path.name) from None
    if sheet is not None and sheet not in visible:
        raise UnreadableFile("errors-file-workbook", file=path.name, sheet=sheet)
    grids = []
    hidden = [Problem("hidden_sheet", WARNING, name) for name, shown in visible.items() if not shown]
    for name in [sheet] if sheet is not None else [n for n, shown in visible.items() if shown]:
        try:
            found = book.get_sheet_by_name(name)
            _within(path, found.total_height * found.total_width, found.total_width)
            rows = [[_cell(cell) for cell in row] for row in found.to_python(skip_empty_area=False)]
            ranges = found.merged_cell_ranges or []
        except (CalamineError, ValueError):
            raise UnreadableFile("errors-file-damaged", file=path.name) from None
        grid = Grid(path.name, name, rows, _merged(rows, ranges))
        _tell_details(grid, details.get(name, sheet_xml.Details()))
        grids.append(grid)
    if grids:
        grids[0].problems += hidden
    return grids


def _refuse_bomb(path: Path, raw: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile:
        raise UnreadableFile("errors-file-damaged", file=path.name) from None
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED or unpacked > LARGEST_RATIO * max(len(raw), 10_000):
        raise UnreadableFile("errors-file-bomb", file=path.name)


def _merged(rows: list[list[str]], ranges) -> dict[tuple[int, int], str]:  # type: ignore[no-untyped-def]
    covered = {}
    for (top, left), (bottom, right) in ranges:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for i in range(top, min(bottom + 1, len(rows))):
            for j in range(left, min(right + 1, len(rows[i]))):
                if (i, j) != (top, left):
                    covered[i, j] = text
    return covered


def _tell_details(grid: Grid, found: sheet_xml.Details) -> None:
    """Formulas without a value are told and left empty; percentages are written as people see them."""
    for i, j in sorted(found.formulas):
        if i < len(grid.rows) and j < len(grid.rows[i]) and not grid.rows[i][j]:
            grid.rows[i][j] = FORMULA
    for i, j in found.percents:
        if i < len(grid.rows) and j < len(grid.rows[i]):
            grid.rows[i][j] = _as_percent(grid.rows[i][j])
    if found.hidden_rows:
        shown = ", ".join(str(i + 1) for i in found.hidden_rows[:10])
        grid.problems.append(
            Problem(
                "hidden_rows",
                WARNING,
                grid.sheet,
                found.hidden_rows[0] + 1,
                raw=shown,
                count=len(found.hidden_rows),
            )
        )


FORMULA = "\x01formula"
"""Stands in a grid for a formula whose value the file does not hold."""


def formula_problem(grid: Grid, row: int, column: str) -> Problem:
    """What is told of such a cell."""
    return Problem("formula_without_value", ERROR, grid.sheet, row, column)


def _as_percent(text: str) -> str:
    try:
        return f"{round(float(text) * 100, 10):g}%" if abs(float(text)) < 1e4 else text
    except ValueError:
        return text


def _cell(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(cell)


def _html(path: Path, text: str) -> list[Grid]:
    """Tables of a page that was saved as .xls."""
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableFile("errors-file-damaged", file=path.name) from None
    grids = []
    for number, table in enumerate(root.iter("table"), start=1):
        if any(inner is not table for inner in table.iter("table")):
            continue  # A table that only lays out others.
        grid = _html_table(path, f"{number}" if number > 1 else "", table)
        if grid.rows:
            grids.append(grid)
    if not grids:
        raise UnreadableFile("errors-file-empty", file=path.name)
    return grids


def _html_table(path: Path, name: str, table) -> Grid:  # type: ignore[no-untyped-def]
    rows: list[list[str]] = []
    merged: dict[tuple[int, int], str] = {}
    waiting: dict[tuple[int, int], str] = {}
    for i, tr in enumerate(table.iter("tr")):
        row: list[str] = []
        for cell in tr.iterchildren("td", "th"):
            while (i, len(row)) in waiting:
                merged[i, len(row)] = waiting[i, len(row)]
                row.append("")
            words = " ".join(cell.text_content().split())
            down, across = (_span(cell.get(k)) for k in ("rowspan", "colspan"))
            j = len(row)
            for d in range(down):
                for a in range(across):
                    if (d, a) != (0, 0):
                        waiting[i + d, j + a] = words
            row.append(words)
            for a in range(1, across):
                merged[i, j + a] = words
                row.append("")
        while (i, len(row)) in waiting:
            merged[i, len(row)] = waiting[i, len(row)]
            row.append("")
        rows.append(row)
        _within(path, len(rows) * max(len(row), 1), len(row))
    return Grid(path.name, name, rows, merged)


def _span(text: str | None) -> int:
    return min(max(int(text), 1), 500) if text and text.isdigit() else 1
