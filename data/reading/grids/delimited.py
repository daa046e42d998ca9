"""Text with a mark between the cells: csv and tsv as Chinese offices save them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from data.errors import UnreadableFile
from data.reading.grids.grid import MOST_COLUMNS, Grid, Room
from data.reading.problems import FIXED, Problem
from data.reading.rules import Rule

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKS = (",", "\t", ";", "|")
_LOOKED_AT = 50
_LOOKED_INTO = 500_000
_LONG = 20_000
_QUOTED = 10
"""So many times the most columns may a mark stand in a line, in quotes too."""
_LONGEST_CELL = 1_000_000


def decoded(file_name: str, raw: bytes) -> tuple[str, str]:
    """The text and its encoding.

    Raises
    ------
    UnreadableFile : it is in none of the known ones.
    """
    if raw.startswith(_UTF16):
        return raw.decode("utf-16"), "utf-16"
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("errors-file-encoding", file=file_name)


def read(file_name: str, text: str, encoding: str) -> list[Grid]:
    """The one grid of such a text.

    Raises
    ------
    UnreadableFile : it is no text, or too large.
    """
    if "\0" in text:
        raise UnreadableFile("errors-file-encoding", file=file_name)
    csv.field_size_limit(_LONGEST_CELL)
    room = Room(file_name)
    rows: list[list[str]] = []
    cells = width = 0
    try:
        mark = _mark(text[:_LOOKED_INTO])
        for row in csv.reader(_lines(text, mark, room), delimiter=mark):
            rows.append(row)
            cells += len(row)
            width = max(width, len(row))
            if width > MOST_COLUMNS or not len(rows) % 1000:
                room.check(len(rows), width, cells)
    except csv.Error:
        raise UnreadableFile("errors-file-damaged", file=file_name) from None
    room.check(len(rows), width, cells)
    grid = Grid(file_name, "", rows, is_text=True)
    if encoding == "gb18030":
        grid.problems.append(Problem(Rule.ENCODING_GBK, FIXED, raw="GB18030"))
    return [grid]


def _lines(text: str, mark: str, room: Room) -> Iterator[str]:
    """The lines of the text; one with far too many cells is not split at all."""
    for line in io.StringIO(text):
        if len(line) > _LONG and (cells := line.count(mark)) > _QUOTED * MOST_COLUMNS:
            room.check(1, cells)
        yield line


def _mark(text: str) -> str:
    """The mark that splits most lines into one and the same number of cells, more cells before fewer."""

    def merit(mark: str) -> tuple[int, int]:
        try:
            rows = list(islice(csv.reader(io.StringIO(text), delimiter=mark), _LOOKED_AT))
        except csv.Error:
            return 0, 0
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return max(((lines, width) for width, lines in widths.items()), default=(0, 0))

    return max(_MARKS, key=merit)
