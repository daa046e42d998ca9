"""Tidy files as people hand them over: csv, tsv and xlsx, in the encodings of Chinese offices."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from data.errors import UnreadableFile

_ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True)
class Table:
    """A sheet: its name ("" for csv) and its cells as text, indexed by the row the person sees."""

    file_name: str
    sheet: str
    cells: pd.DataFrame


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Read the first (or the named) sheet of a file; the first row holds the headings.

    Raises
    ------
    UnreadableFile : missing, no text in a known encoding, no such sheet, no rows.
    """
    name, rows = read_rows(path, sheet)
    return _table(path.name, name, rows)


def read_rows(path: Path, sheet: str | None = None) -> tuple[str, list[list[str]]]:
    """The name of the sheet ("" for csv) and every row as texts, headings or not.

    Raises
    ------
    UnreadableFile : missing, no text in a known encoding, no such sheet.
    """
    if not path.is_file():
        raise UnreadableFile("errors-file-missing", file=str(path))
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return _workbook(path, sheet)
    raw = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnreadableFile("errors-file-encoding", file=path.name)
    if "\0" in text:
        raise UnreadableFile("errors-file-encoding", file=path.name)
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ","
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise UnreadableFile("errors-file-encoding", file=path.name) from None
    return "", rows


def _workbook(path: Path, sheet: str | None) -> tuple[str, list[list[str]]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        name = sheet or book.sheet_names[0]
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError):
        raise UnreadableFile("errors-file-workbook", file=path.name, sheet=sheet or "") from None
    return name, [[_cell(cell) for cell in row] for row in rows]


def _cell(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _table(file_name: str, sheet: str, rows: list[list[str]]) -> Table:
    body = [(number, row) for number, row in enumerate(rows, start=1) if any(c.strip() for c in row)]
    if len(body) < 2:
        raise UnreadableFile("errors-file-empty", file=file_name)
    headings = [heading.strip() for heading in body[0][1]]
    width = len(headings)
    cells = pd.DataFrame(
        [[cell.strip() for cell in row[:width]] + [""] * (width - len(row)) for _, row in body[1:]],
        columns=headings,
        index=[number for number, _ in body[1:]],
        dtype=str,
    )
    return Table(file_name, sheet, cells)
