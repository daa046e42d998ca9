"""Tables on paper: declared once by their fields, written as an Excel workbook or handed on in words."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, NamedTuple, TypeVar

import xlsxwriter
from xlsxwriter.format import Format as Style
from xlsxwriter.worksheet import Worksheet

from words import format as fmt
from words.text import Text

Row = TypeVar("Row")

FONT = "Microsoft YaHei"
UNDATED = dt.date(1980, 1, 1)
"""The day a workbook is dated with where its figures have none: the clock would make two files of one."""
WIDEST, PADDING = 44, 2
"""Of a column, in widths of a digit; what is longer stands on several lines."""
EXACT = 10
"""Decimals that are written: below them are only the remains of binary fractions."""
A4 = 9
_UNFIT_FOR_A_NAME = re.compile(r"[\[\]:*?/\\]")


class Format(NamedTuple):
    """How a figure is shown: as a spreadsheet's number format, and in words."""

    excel: str
    words: Callable[[float], str]


@cache
def number(decimals: int = 2, unit: str = "") -> Format:
    """Thousands separated, so many decimals, the unit behind it."""
    behind = f' "{unit.replace(chr(34), "")}"' if unit else ""
    zeros = f".{'0' * decimals}" if decimals else ""
    return Format(f"#,##0{zeros}{behind}", lambda v: f"{fmt.number(v, decimals)}{f' {unit}' if unit else ''}")


@cache
def change(decimals: int = 2) -> Format:
    """▲1.20 or ▼0.35, a dash where nothing changed."""
    zeros = f"0.{'0' * decimals}" if decimals else "0"
    return Format(f'"▲"{zeros};"▼"{zeros};"{fmt.DASH}"', lambda v: fmt.signed(v, decimals))


@cache
def share(decimals: int = 1) -> Format:
    """A share of 1 as a percentage."""
    return Format(f"0.{'0' * decimals}%" if decimals else "0%", lambda v: fmt.percent(v, decimals))


@cache
def added(decimals: int = 2) -> Format:
    """+1.20 or −0.35: what is added or taken away."""
    zeros = f"0.{'0' * decimals}" if decimals else "0"
    return Format(f'"+"#,##{zeros};"−"#,##{zeros};"{fmt.DASH}"', lambda v: fmt.plus(v, decimals))


def measured(unit: str, t: Text) -> Format:
    """How values of an indicator are written in their column: with the unit, a share as a percentage."""
    return share(2) if unit == "1" else number(2, t.term(unit))


WHOLE, POINTS = number(0), number(2)


class Figure(NamedTuple):
    """A figure with a format of its own, where the rows of a column differ."""

    value: float
    format: Format


Cell = str | float | Figure | None
"""What stands in a cell: text, or a figure (None or NaN: nothing)."""


@dataclass(frozen=True)
class Field(Generic[Row]):
    """A column on paper: its heading, what a row has in it, and how figures are shown (None: it is text)."""

    label: str
    of: Callable[[Row], Cell]
    format: Format | None = None


@dataclass(frozen=True)
class Head:
    """What a table is headed with: its title, lines under it, and what stands at the foot of every page.

    The foot is also the comment of the file. `page` is its right side, with ``&P`` and ``&N`` for the page
    and the number of pages; `fixed` so many columns stay in sight; `on` is the day that the file is dated
    with.
    """

    title: str
    notes: tuple[str, ...] = ()
    foot: str = ""
    page: str = "&P / &N"
    fixed: int = 0
    on: dt.date = UNDATED


@dataclass(frozen=True, eq=False)
class Sheet(Generic[Row]):
    """Rows under fields. Where people named two columns alike, the second says that it is the second: in a
    workbook a heading is all that a column is known by."""

    head: Head
    fields: Sequence[Field[Row]]
    rows: Sequence[Row]

    def __post_init__(self) -> None:
        seen: Counter[str] = Counter()
        told = []
        for field in self.fields:
            seen[field.label] += 1
            again = seen[field.label] > 1
            told.append(replace(field, label=f"{field.label} ({seen[field.label]})") if again else field)
        object.__setattr__(self, "fields", told)

    def figures(self, row: Row) -> list[str | Figure | None]:
        """The cells of a row: text, or a figure with its format."""
        return [_figure(field.of(row), field.format) for field in self.fields]

    def words(self) -> list[list[str]]:
        """All cells as they are read, a dash where there is nothing."""
        return [[_words(cell) for cell in self.figures(row)] for row in self.rows]

    def numeric(self) -> list[bool]:
        """Which columns hold figures, and lie to the right."""
        cells = [self.figures(row) for row in self.rows]
        return [
            field.format is not None or any(isinstance(row[j], Figure) for row in cells)
            for j, field in enumerate(self.fields)
        ]


def _figure(cell: Cell, format_: Format | None) -> str | Figure | None:
    if cell is None or isinstance(cell, str):
        return cell
    found = cell if isinstance(cell, Figure) else Figure(float(cell), format_ or number(2))
    return None if math.isnan(found.value) else found


def _words(cell: str | Figure | None) -> str:
    if cell is None:
        return fmt.DASH
    return cell if isinstance(cell, str) else cell.format.words(cell.value)


def width(text: str) -> int:
    """How wide a text stands, in widths of a digit: Chinese characters and signs count two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def excel(sheets: Sequence[Sheet[Row]]) -> bytes:
    """A workbook to be read, summed and printed: a title and its notes, headings that stay in sight, figures
    as numbers with their formats, text as text (never read as a formula or a link), columns as wide as what
    stands in them, on A4 across. The same sheets give the same bytes.

    Raises
    ------
    ValueError : a figure that is infinite; no sheet.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    first = sheets[0].head
    made = dt.datetime.combine(first.on, dt.time())
    book.set_properties({"title": first.title, "comments": first.foot, "created": made})
    styles = _Styles(book)
    for k, sheet in enumerate(sheets, start=1):
        name = _UNFIT_FOR_A_NAME.sub(" ", sheet.head.title).strip(" '")[:28]
        taken = {s.name.lower() for s in book.worksheets()}
        page = book.add_worksheet(f"{name} {k}".strip() if not name or name.lower() in taken else name)
        _write(page, sheet, styles)
    book.close()
    return buffer.getvalue()


class _Styles:
    """The styles of a book, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        plain = {"font_name": FONT, "font_size": 10, "valign": "vcenter"}
        line = {**plain, "bottom": 1, "bottom_color": "#D5DCE4"}
        self._book, self._line = book, line
        self.title = book.add_format({**plain, "bold": True, "font_size": 14})
        self.note = book.add_format({**plain, "font_color": "#5B6673", "font_size": 9})
        heading = {**line, "bold": True, "bg_color": "#E9EEF3", "text_wrap": True, "top": 1}
        self.heading = book.add_format(heading)
        self.figure_heading = book.add_format({**heading, "align": "right"})
        self.text = book.add_format({**line, "text_wrap": True})
        self._figures: dict[str, Style] = {}

    def figure(self, pattern: str) -> Style:
        """The style of a figure in this number format."""
        if pattern not in self._figures:
            self._figures[pattern] = self._book.add_format({**self._line, "num_format": pattern})
        return self._figures[pattern]


def _write(page: Worksheet, sheet: Sheet[Row], styles: _Styles) -> None:
    head = sheet.head
    top = 0
    for text, style in ((head.title, styles.title), *((note, styles.note) for note in head.notes)):
        if text:
            page.write_string(top, 0, text, style)
            top += 1
    right = sheet.numeric()
    for j, field in enumerate(sheet.fields):
        page.write_string(top, j, field.label, styles.figure_heading if right[j] else styles.heading)
    widest = [width(field.label) for field in sheet.fields]
    for i, row in enumerate(sheet.rows, start=top + 1):
        for j, cell in enumerate(sheet.figures(row)):
            widest[j] = max(widest[j], width(_words(cell)))
            if isinstance(cell, Figure):
                page.write_number(i, j, round(cell.value, EXACT), styles.figure(cell.format.excel))
            elif cell:
                page.write_string(i, j, cell, styles.text)
            else:
                page.write_blank(i, j, None, styles.text)
    for j, wide in enumerate(widest):
        page.set_column(j, j, min(wide, WIDEST) + PADDING)
    page.freeze_panes(top + 1, head.fixed)
    if sheet.rows:
        page.autofilter(top, 0, top + len(sheet.rows), len(sheet.fields) - 1)
    _print(page, head, top)


def _print(page: Worksheet, head: Head, top: int) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.center_horizontally()
    page.set_footer(f"&L&9{head.foot.replace('&', '&&')}&R&9{head.page}")
