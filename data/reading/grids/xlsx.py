"""Workbooks of the xlsx kind (transitional and strict), read once as a stream."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from data.errors import UnreadableFile
from data.reading.grids.archive import Archive, attribute, local
from data.reading.grids.cells import Cells
from data.reading.grids.grid import FORMULA, MOST_CELLS, MOST_COLUMNS, Builder, Grid, Room, printable
from data.reading.grids.number_formats import GENERAL, code_of, plain_number
from data.reading.problems import WARNING, Problem
from data.reading.rules import Rule

_PLACE = re.compile(r"^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHOLE = re.compile(r"^-?[1-9][0-9]{0,29}$|^0$")
_MIDNIGHT = re.compile(r"[T ]00:00:00(\.0+)?Z?$")
_MOST_STYLES = 100_000
_YES = ("1", "true")
_BEHIND = ("conditionalFormatting", "dataValidations", "hyperlinks", "pageMargins", "drawing", "extLst")
"""What follows the rows and merged cells of a sheet; nothing behind it is about values."""


@dataclass(frozen=True)
class _Sheet:
    name: str
    part: str
    is_shown: bool


@dataclass(frozen=True)
class _Book:
    """What the sheets of a workbook share: its texts, the format code of every style, how days count."""

    texts: list[str]
    codes: list[str]
    since_1904: bool


def read(archive: Archive, sheet: str | None = None) -> list[Grid]:
    """Every visible sheet, or the named one.

    Raises
    ------
    UnreadableFile : damaged, too large, with a password, or without that sheet.
    """
    main, relations = _main(archive)
    sheets, since_1904 = _sheets(archive, main, relations)
    if sheet is not None:
        wanted = [s for s in sheets if sheet in (s.name, printable(s.name))]
        if not wanted:
            raise UnreadableFile("errors-file-workbook", file=archive.file_name, sheet=printable(sheet))
    else:
        wanted = [s for s in sheets if s.is_shown]
    if len({s.part for s in wanted}) < len(wanted):
        raise UnreadableFile("errors-file-damaged", file=archive.file_name)  # One sheet under many names.
    parts = {kind: target for kind, target in relations.values()}
    book = _Book(
        _texts(archive, parts.get("sharedStrings", "xl/sharedStrings.xml")),
        _codes(archive, parts.get("styles", "xl/styles.xml")),
        since_1904,
    )
    room = Room(archive.file_name)
    grids = [_sheet(archive, s, book, room) for s in wanted]
    if grids:
        hidden = [s for s in sheets if not s.is_shown]
        grids[0].problems += [Problem(Rule.HIDDEN_SHEET, WARNING, printable(s.name)) for s in hidden]
    return grids


def _main(archive: Archive) -> tuple[str, dict[str, tuple[str, str]]]:
    """The part that lists the sheets, and its relations: id → (kind, part)."""
    main = "xl/workbook.xml"
    if "_rels/.rels" in archive:
        for kind, target in _relations(archive, "_rels/.rels", "").values():
            if kind == "officeDocument":
                main = target
    if main.endswith(".bin"):
        raise UnreadableFile("errors-file-binary-workbook", file=archive.file_name)
    folder, _, name = main.rpartition("/")
    return main, _relations(archive, f"{folder}/_rels/{name}.rels", folder)


def _relations(archive: Archive, part: str, folder: str) -> dict[str, tuple[str, str]]:
    found = {}
    for relation in archive.tree(part):
        target = attribute(relation, "Target")
        kind = attribute(relation, "Type").rpartition("/")[2]
        found[attribute(relation, "Id")] = (kind, _joined(folder, target))
    return found


def _joined(folder: str, target: str) -> str:
    if target.startswith("/") or not folder:
        return target.lstrip("/")
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _sheets(archive: Archive, main: str, relations: dict[str, tuple[str, str]]) -> tuple[list[_Sheet], bool]:
    """The sheets with cells, in their order, and whether days are counted from 1904."""
    sheets, since_1904 = [], False
    for _, element in archive.elements(main, ("workbookPr", "sheet", "sheets"), mend=True):
        kind = local(element)
        if kind == "workbookPr":
            since_1904 |= attribute(element, "date1904") in _YES
        elif kind == "sheets":
            break  # Names of ranges may follow by the hundred thousand.
        else:
            key = next((str(v) for k, v in element.items() if str(k).endswith("}id")), "")
            what, part = relations.get(key, ("", ""))
            if what == "worksheet":
                shown = attribute(element, "state") in ("", "visible")
                sheets.append(_Sheet(attribute(element, "name"), part, shown))
    return sheets, since_1904


def _texts(archive: Archive, part: str) -> list[str]:
    if part not in archive:
        return []
    texts = []
    for _, item in archive.elements(part, ("si",)):
        texts.append(_rich(item))
        if len(texts) > MOST_CELLS:
            raise UnreadableFile("errors-file-cells-limit", file=archive.file_name, limit=MOST_CELLS)
    return texts


def _rich(item: etree._Element) -> str:
    """Plain or rich text without the readings that stand above it."""
    pieces = []
    for child in item:
        kind = local(child)
        if kind == "t":
            pieces.append(child.text or "")
        elif kind == "r":
            pieces += [t.text or "" for t in child if local(t) == "t"]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def _codes(archive: Archive, part: str) -> list[str]:
    """The format code of each style that cells name."""
    own: dict[int, str] = {}
    numbers: list[int] = []
    inside = False
    if part not in archive:
        return []
    tags = ("numFmt", "font", "fill", "border", "xf", "cellXfs")
    for event, element in archive.elements(part, tags, starts=("cellXfs",)):
        kind = local(element)
        if event == "start":
            inside = True
        elif kind == "cellXfs":
            break
        elif kind == "numFmt":
            own[_number(element, "numFmtId")] = element.get("formatCode", "")
        elif kind == "xf" and inside:
            numbers.append(_number(element, "numFmtId"))
            if len(numbers) > _MOST_STYLES:
                raise UnreadableFile("errors-file-bomb", file=archive.file_name)
    return [code_of(number, own) for number in numbers]


def _sheet(archive: Archive, sheet: _Sheet, book: _Book, room: Room) -> Grid:
    builder = Builder(room, sheet.name)
    rows = _Rows(builder, book)
    tags = ("row", "col", "mergeCell", *_BEHIND)
    for event, element in archive.elements(sheet.part, tags, starts=_BEHIND):
        kind = local(element)
        if event == "start":
            break
        if kind == "row":
            rows.read(element)
        elif kind == "col":
            if element.get("hidden") in _YES or element.get("width") in ("0", "0.0"):
                builder.hide_columns(_number(element, "min") - 1, _number(element, "max") - 1)
        elif ends := _range(element.get("ref")):
            builder.merge(*ends)
    return builder.grid()


def _number(element: etree._Element, name: str) -> int:
    text = element.get(name, "")
    return int(text) if text.isdecimal() else 0


class _Rows:
    """Takes the rows of one sheet; those without an address follow the row before them."""

    def __init__(self, builder: Builder, book: _Book) -> None:
        self._builder, self._book = builder, book
        self._cells = Cells(builder, since_1904=book.since_1904)
        self._next = 0
        self._columns: dict[str, int] = {}

    def read(self, row: etree._Element) -> None:
        """One row with all its cells."""
        number = _number(row, "r")
        i = number - 1 if number else self._next
        self._next = i + 1
        space = row.tag[:-3]
        texts: list[str] = []
        j = -1
        for cell in row:
            reference = cell.get("r")
            j = j + 1 if reference is None else self._column(reference, j + 1)
            if not len(cell):
                continue
            text = self._text(cell, space, i, j)
            if not text:
                continue
            if j >= MOST_COLUMNS:
                self._builder.room.check(i + 1, j + 1)
            if j == len(texts):
                texts.append(text)
                continue
            texts += [""] * (j + 1 - len(texts))
            texts[j] = text
        self._builder.add(i, texts, hidden=row.get("hidden") in _YES)

    def _column(self, reference: str, following: int) -> int:
        name = reference.rstrip("0123456789")
        if name not in self._columns:
            place = _place(f"{name}1")
            if place is None:
                return following
            self._columns[name] = place[1]
        return self._columns[name]

    def _text(self, cell: etree._Element, space: str, i: int, j: int) -> str:
        value, formula, inline = "", False, None
        for child in cell:
            tag = child.tag
            if tag == space + "v":
                value = child.text or ""
            elif tag == space + "f":
                formula = True
            elif tag == space + "is":
                inline = child
        kind = cell.get("t", "n")
        if not value and inline is None:
            return FORMULA if formula else ""
        if kind == "s":
            return self._book.texts[int(value)] if value.isdecimal() else ""
        if kind == "n":
            return self._number(value, cell.get("s"), i, j)
        if kind == "b":
            return str(value.strip() in _YES)
        if kind == "inlineStr":
            return _rich(inline) if inline is not None else value
        if kind == "d":
            return _MIDNIGHT.sub("", value).replace("T", " ")
        return _unescaped(value)

    def _number(self, value: str, style: str | None, i: int, j: int) -> str:
        code = GENERAL
        if style and style.isdecimal() and int(style) < len(self._book.codes):
            code = self._book.codes[int(style)]
        if code == GENERAL and _WHOLE.match(value):
            return value
        try:
            number = float(value)
        except ValueError:
            return _unescaped(value)
        return plain_number(number) if code == GENERAL else self._cells.number(i, j, number, code)


def _place(reference: str) -> tuple[int, int] | None:
    match = _PLACE.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = 26 * column + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _range(reference: str | None) -> tuple[int, int, int, int] | None:
    first, _, last = (reference or "").partition(":")
    start, end = _place(first), _place(last or first)
    return (*start, *end) if start and end else None
