"""Workbooks of the OpenDocument kind, read once as a stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from data.errors import UnreadableFile
from data.reading.grids.archive import Archive, attribute, local
from data.reading.grids.cells import Cells
from data.reading.grids.grid import FORMULA, MOST_ROWS, Builder, Grid, Room, printable
from data.reading.grids.number_formats import GENERAL, plain_number
from data.reading.problems import WARNING, Problem
from data.reading.rules import Rule

_DATA_STYLES = (
    "number-style",
    "percentage-style",
    "currency-style",
    "date-style",
    "time-style",
    "boolean-style",
)
_CONDITION = re.compile(r"value\(\)\s*(<=|>=|!=|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ERROR = re.compile(r"^(#[A-Z0-9/]+[!?]?|Err:\d+)$")
_MIDNIGHT = re.compile(r"T00:00:00(\.0+)?$")
_DURATION = re.compile(r"^PT(\d+)H(\d+)M(\d+)")
_HIDDEN = ("collapse", "filter")
_UNSEEN = ("annotation", "ruby-text")
_THOUSANDS = re.compile(r"^1(000)+$")
_DEEPEST = 50
_MOST_DIGITS = 30


@dataclass
class _Styles:
    """Format codes by name of the data style, and what the styles of cells and tables refer to."""

    codes: dict[str, str] = field(default_factory=dict)
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    hidden_tables: set[str] = field(default_factory=set)

    def code(self, name: str) -> str:
        """The format code of a cell's style, its parents asked too."""
        for _ in range(_DEEPEST):
            if name not in self.cells:
                break
            data, parent = self.cells[name]
            if data:
                return self.codes.get(data, GENERAL)
            name = parent
        return GENERAL


def read(archive: Archive, sheet: str | None = None) -> list[Grid]:
    """Every visible sheet, or the named one.

    Raises
    ------
    UnreadableFile : damaged, too large, with a password, or without that sheet.
    """
    if "META-INF/manifest.xml" in archive:
        manifest = archive.tree("META-INF/manifest.xml")
        if any(True for _ in manifest.iter("{*}encryption-data")):
            raise UnreadableFile("errors-file-password", file=archive.file_name)
    styles = _Styles()
    if "styles.xml" in archive:
        _read_styles(archive, "styles.xml", styles)
    _read_styles(archive, "content.xml", styles)
    room = Room(archive.file_name)
    grids, hidden, found = [], [], False
    tags = ("table", "table-column", "table-row")
    table: _Table | None = None
    for event, element in archive.elements("content.xml", tags, starts=("table",)):
        kind = local(element)
        if kind == "table" and event == "start":
            name = attribute(element, "name")
            shown = attribute(element, "style-name") not in styles.hidden_tables
            if not shown:
                hidden.append(printable(name))
            wanted = shown if sheet is None else sheet in (name, printable(name))
            found |= wanted
            table = _Table(Builder(room, name), styles) if wanted else None
        elif table is None:
            continue
        elif kind == "table-column":
            table.column(element)
        elif kind == "table-row":
            table.row(element)
        else:
            grids.append(table.grid())
            table = None
    if sheet is not None and not found:
        raise UnreadableFile("errors-file-workbook", file=archive.file_name, sheet=printable(sheet))
    if grids:
        grids[0].problems += [Problem(Rule.HIDDEN_SHEET, WARNING, name) for name in hidden]
    return grids


def _read_styles(archive: Archive, part: str, styles: _Styles) -> None:
    tags = (*_DATA_STYLES, "style", "body")
    for event, element in archive.elements(part, tags, starts=("body",)):
        kind = local(element)
        if event == "start":
            break
        name = attribute(element, "name")
        if kind in _DATA_STYLES:
            styles.codes[name] = _code(element, styles)
        elif attribute(element, "family") == "table-cell":
            styles.cells[name] = (
                attribute(element, "data-style-name"),
                attribute(element, "parent-style-name"),
            )
        elif any(attribute(p, "display") == "false" for p in element.iter("{*}table-properties")):
            styles.hidden_tables.add(name)


def _code(style: etree._Element, styles: _Styles) -> str:
    """The format code that says what a data style says."""
    kind = local(style)
    if kind == "date-style":
        return "yyyy-mm-dd"
    if kind in ("time-style", "boolean-style"):
        return GENERAL
    conditions, own = [], []
    for part in style:
        what = local(part)
        if what == "text":
            text = part.text or ""
            own.append("%" if kind == "percentage-style" and text.strip() == "%" else _quoted(text))
        elif what == "currency-symbol":
            own.append(_quoted(part.text or ""))
        elif what in ("number", "scientific-number", "fraction"):
            own.append(_digits(part) if what == "number" else "0E+0")
        elif what == "map":
            match = _CONDITION.search(attribute(part, "condition"))
            applied = styles.codes.get(attribute(part, "apply-style-name"))
            if match and applied:
                conditions.append(f"[{match[1].replace('!=', '<>')}{match[2]}]{applied}")
    return ";".join([*conditions, "".join(own)])


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"' if text else ""


def _digits(number: etree._Element) -> str:
    least = attribute(number, "min-integer-digits")
    whole = ["0"] * (min(int(least), _MOST_DIGITS) if least.isdecimal() else 1)
    literals = sorted(
        (int(attribute(e, "position")), e.text or "")
        for e in number
        if local(e) == "embedded-text" and attribute(e, "position").isdecimal()
    )
    if literals:
        whole = ["#"] * (min(literals[-1][0] + 1, _MOST_DIGITS) - len(whole)) + whole
    digits = len(whole)
    for at, literal in literals:
        whole.insert(max(digits - at, 0), _quoted(literal))
    places = attribute(number, "decimal-places")
    behind = "." + "0" * min(int(places), _MOST_DIGITS) if places.isdecimal() and int(places) else ""
    factor = attribute(number, "display-factor")
    commas = (len(factor) - 1) // 3 if _THOUSANDS.match(factor) else 0
    return ("".join(whole) or "#") + behind + "," * commas


class _Table:
    """Takes the columns and rows of one sheet; what is repeated counts only where something follows."""

    def __init__(self, builder: Builder, styles: _Styles) -> None:
        self._builder, self._styles = builder, styles
        self._cells = Cells(builder)
        self._row = 0
        self._column_count = 0
        self._column_ends: list[int] = []
        self._column_styles: list[str] = []

    def grid(self) -> Grid:
        """The sheet that was read."""
        return self._builder.grid()

    def column(self, element: etree._Element) -> None:
        """One column, or several alike."""
        first = self._column_count
        self._column_count += _times(element, "number-columns-repeated")
        if attribute(element, "visibility") in _HIDDEN:
            self._builder.hide_columns(first, self._column_count - 1)
        self._column_ends.append(self._column_count)
        self._column_styles.append(attribute(element, "default-cell-style-name"))

    def row(self, element: etree._Element) -> None:
        """One row, or several alike."""
        times = _times(element, "number-rows-repeated")
        hidden = attribute(element, "visibility") in _HIDDEN
        i = self._row
        self._row += times
        texts: list[str] = []
        j = 0
        for cell in element:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            alike = _times(cell, "number-columns-repeated")
            text = self._text(cell, element, i, j) if len(cell) or len(cell.attrib) else ""
            if text:
                self._builder.room.check(i, j + alike)
                texts += [""] * (j - len(texts)) + [text] * alike
            self._merge(cell, i, j)
            j += alike
        if not texts:
            return
        self._builder.add(i + min(times, MOST_ROWS + 1) - 1, list(texts), hidden=hidden)
        for k in range(times - 1):
            self._builder.add(i + k, list(texts), hidden=hidden)

    def _merge(self, cell: etree._Element, i: int, j: int) -> None:
        down, across = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            self._builder.merge(i, j, i + down - 1, j + across - 1)

    def _style(self, cell: etree._Element, row: etree._Element, j: int) -> str:
        own = attribute(cell, "style-name") or attribute(row, "default-cell-style-name")
        column = bisect_right(self._column_ends, j)
        return own or (self._column_styles[column] if column < len(self._column_styles) else "")

    def _text(self, cell: etree._Element, row: etree._Element, i: int, j: int) -> str:
        given = {
            str(k).rpartition("}")[2] if "calcext" not in str(k) else "calc": str(v) for k, v in cell.items()
        }
        written = "\n".join(_words(p) for p in cell if local(p) == "p")
        formula = "formula" in given
        if given.get("calc") == "error" or (formula and _ERROR.match(written)):
            return written
        kind = given.get("value-type", "")
        if kind in ("float", "percentage", "currency"):
            try:
                value = float(given.get("value", ""))
            except ValueError:
                return written
            code = self._styles.code(self._style(cell, row, j))
            if kind == "percentage" and "%" not in code:
                code = "0%"
            return plain_number(value) if code == GENERAL else self._cells.number(i, j, value, code)
        if kind == "date":
            return _MIDNIGHT.sub("", given.get("date-value", "")).replace("T", " ")
        if kind == "time" and (match := _DURATION.match(given.get("time-value", ""))):
            return ":".join(match.groups())
        if kind == "boolean":
            return str(given.get("boolean-value") == "true")
        text = given.get("string-value") or written
        return FORMULA if formula and not kind and not text else text


def _times(element: etree._Element, name: str) -> int:
    text = attribute(element, name)
    return max(int(text), 1) if text.isdecimal() and len(text) < 10 else 1


def _words(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph, 0))


def _pieces(element: etree._Element, depth: int) -> Iterator[str]:
    """Text with its blanks, without comments and readings."""
    if depth > _DEEPEST:
        return
    yield element.text or ""
    for child in element:
        kind = local(child)
        if kind == "s":
            yield " " * min(_times(child, "c"), 100)
        elif kind == "tab":
            yield "\t"
        elif kind == "line-break":
            yield "\n"
        elif kind not in _UNSEEN:
            yield from _pieces(child, depth + 1)
        yield child.tail or ""
