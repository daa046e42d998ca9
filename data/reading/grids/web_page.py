"""Tables of a web page that was saved as .xls, read as a stream."""

from __future__ import annotations

import io

from lxml import etree

from data.errors import UnreadableFile
from data.reading.grids.archive import Bounded
from data.reading.grids.grid import MOST_COLUMNS, MOST_MERGED, Grid, Room

STARTS = ("<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style")
_LARGEST_SPAN = 65_536


def read(file_name: str, text: str) -> list[Grid]:
    """Every table that holds no other table.

    Raises
    ------
    UnreadableFile : damaged, too large, or without a table.
    """
    room = Room(file_name)
    open_tables: list[_Table] = []
    grids: list[Grid] = []
    number = 0
    stream = Bounded(io.BytesIO(text.encode("utf-8", "replace")), file_name)
    found = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=("table", "tr", "td", "th"),
        html=True,
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
    )
    for event, element in found:
        if event == "start":
            if element.tag == "table":
                number += 1
                for table in open_tables:
                    table.lays_out = True
                open_tables.append(_Table(room, number))
            elif element.tag == "tr" and open_tables:
                open_tables[-1].start_row()
            continue
        if not open_tables:
            continue
        table = open_tables[-1]
        if element.tag in ("td", "th"):
            if table.cell(element):
                continue
        elif element.tag == "tr":
            table.end_row()
        else:
            open_tables.pop()
            if not table.lays_out and table.rows:
                grids.append(table.grid(file_name))
        stream.since = 0
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    if not grids:
        raise UnreadableFile("errors-file-empty", file=file_name)
    return grids


class _Table:
    """Takes the rows of one table; cells that span several stand for their text in all of them."""

    def __init__(self, room: Room, number: int) -> None:
        self._room = room
        self._number = number
        self.lays_out = False
        self.rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._width = self._cells = 0
        self._merged: dict[tuple[int, int], str] = {}
        self._above: dict[int, tuple[int, str]] = {}
        self._below: dict[int, tuple[int, str]] = {}

    def start_row(self) -> None:
        """A row begins; one that was not ended ends."""
        self.end_row()
        self._row = []

    def cell(self, element: etree._Element) -> bool:
        """One cell with its spans; whether it was taken."""
        if self._row is None or self.lays_out:
            return False
        self._fill()
        words = "".join(map(str, element.itertext())) if len(element) else element.text or ""
        words = " ".join(words.split())
        down = _span(element.get("rowspan"), _LARGEST_SPAN)
        across = _span(element.get("colspan"), MOST_COLUMNS)
        j = len(self._row)
        self._row.append(words)
        for a in range(1, across):
            self._cover(j + a, words)
        if down > 1:
            self._below |= dict.fromkeys(range(j, j + across), (down - 1, words))
        self._room.check(len(self.rows), len(self._row), self._cells)
        return True

    def end_row(self) -> None:
        """The row is whole."""
        if self._row is None or self.lays_out:
            return
        self._fill()
        # A row that ends early leaves the spans behind its end to the next one.
        self._above = {j: w for j, w in self._above.items() if j > len(self._row)} | self._below
        self._below = {}
        self.rows.append(self._row)
        self._width = max(self._width, len(self._row))
        self._cells += len(self._row)
        self._row = None
        self._room.check(len(self.rows), self._width, self._cells)

    def _fill(self) -> None:
        """What cells of the rows above cover from here on."""
        assert self._row is not None
        while (j := len(self._row)) in self._above:
            left, words = self._above.pop(j)
            if left > 1:
                self._below[j] = (left - 1, words)
            self._cover(j, words)

    def _cover(self, j: int, words: str) -> None:
        assert self._row is not None
        if words:
            self._merged[len(self.rows), j] = words
            if len(self._merged) > MOST_MERGED:
                raise UnreadableFile("errors-file-merged-limit", file=self._room.file_name, limit=MOST_MERGED)
        self._row.append("")

    def grid(self, file_name: str) -> Grid:
        """The table as a grid; only the first one has no name."""
        self._room.take(len(self.rows), self._width, self._cells)
        return Grid(file_name, f"{self._number}" if self._number > 1 else "", self.rows, self._merged)


def _span(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.isdecimal() and len(text) < 10 else 1
