"""Workbooks of the old kind (xls, BIFF), whose records are counted before they are read."""

from __future__ import annotations

import io
import struct

import xlrd
from xlrd.biffh import error_text_from_code
from xlrd.compdoc import CompDoc, CompDocError

from data.errors import UnreadableFile
from data.reading.grids.cells import Cells
from data.reading.grids.grid import MOST_CELLS, Builder, Grid, Room, printable
from data.reading.grids.number_formats import code_of
from data.reading.problems import WARNING, Problem
from data.reading.rules import Rule

OLE = b"\xd0\xcf\x11\xe0"
BARE = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
"""How a workbook begins that is not wrapped in an OLE file."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SINGLE = {0x01, 0x02, 0x03, 0x04, 0x06, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x207, 0x27E}
"""Records of one cell: blank, number, text, formula, error and their older forms."""
_SEVERAL = {0xBD: 6, 0xBE: 2, 0xE5: 8}
"""Records of many cells or merged ranges: bytes for each."""
_FILEPASS = 0x2F


def read(file_name: str, raw: bytes, sheet: str | None = None) -> list[Grid]:
    """Every visible sheet, or the named one.

    Raises
    ------
    UnreadableFile : damaged, too large, with a password, or without that sheet.
    """
    if raw.startswith(OLE) and _ENCRYPTED in raw:
        raise UnreadableFile("errors-file-password", file=file_name)
    _count(file_name, _stream(file_name, raw))
    try:
        book = xlrd.open_workbook(
            file_contents=raw,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            ignore_workbook_corruption=True,
            logfile=io.StringIO(),
        )
    except (xlrd.XLRDError, CompDocError):
        raise UnreadableFile("errors-file-damaged", file=file_name) from None
    if len(set(book._sh_abs_posn)) < len(book._sh_abs_posn):
        raise UnreadableFile("errors-file-damaged", file=file_name)  # One sheet under many names.
    names = book.sheet_names()
    shown = [k for k in range(len(names)) if book._sheet_visibility[k] == 0]
    if sheet is not None:
        shown = [k for k, name in enumerate(names) if sheet in (name, printable(name))]
        if not shown:
            raise UnreadableFile("errors-file-workbook", file=file_name, sheet=printable(sheet))
    own = {f.format_key: f.format_str for f in book.format_list}
    codes = [code_of(style.format_key, own) for style in book.xf_list]
    room = Room(file_name)
    grids = []
    for k in shown:
        grids.append(_sheet(book, k, codes, room))
        book.unload_sheet(k)
    if grids:
        hidden = [name for k, name in enumerate(names) if book._sheet_visibility[k] != 0]
        grids[0].problems += [Problem(Rule.HIDDEN_SHEET, WARNING, printable(name)) for name in hidden]
    return grids


def _stream(file_name: str, raw: bytes) -> bytes:
    """The records of the workbook."""
    if not raw.startswith(OLE):
        return raw
    try:
        container = CompDoc(raw, logfile=io.StringIO(), ignore_workbook_corruption=True)
        for name in ("Workbook", "Book"):
            whole, start, length = container.locate_named_stream(name)
            if whole:
                return bytes(whole[start : start + length])
    except CompDocError:
        pass
    raise UnreadableFile("errors-file-damaged", file=file_name)


def _count(file_name: str, records: bytes) -> None:
    """Refuse a workbook with a password, or with more cells or merged cells than are read."""
    at = cells = 0
    while at + 4 <= len(records):
        kind, length = struct.unpack_from("<HH", records, at)
        at += 4 + length
        if kind == _FILEPASS:
            raise UnreadableFile("errors-file-password", file=file_name)
        cells += length // _SEVERAL[kind] if kind in _SEVERAL else kind in _SINGLE
        if cells > MOST_CELLS:
            raise UnreadableFile("errors-file-cells-limit", file=file_name, limit=MOST_CELLS)


def _sheet(book: xlrd.Book, number: int, codes: list[str], room: Room) -> Grid:
    found = book.sheet_by_index(number)
    builder = Builder(room, found.name)
    cells = Cells(builder, since_1904=book.datemode == 1)
    for first, column in found.colinfo_map.items():
        if column.hidden or column.width == 0:
            builder.hide_columns(first, first)
    for i in range(found.nrows):
        row = found.rowinfo_map.get(i)
        texts = [_text(cells, i, j, cell, codes) for j, cell in enumerate(found.row(i))]
        builder.add(i, texts, hidden=bool(row and row.hidden))
    for top, bottom, left, right in found.merged_cells:
        builder.merge(top, left, bottom - 1, right - 1)
    return builder.grid()


def _text(cells: Cells, i: int, j: int, cell: xlrd.sheet.Cell, codes: list[str]) -> str:
    kind, value = cell.ctype, cell.value
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return cells.number(i, j, value, codes[cell.xf_index])
    if kind == xlrd.XL_CELL_BOOLEAN:
        return str(bool(value))
    if kind == xlrd.XL_CELL_ERROR:
        return str(error_text_from_code.get(value, "#N/A"))
    return str(value)
