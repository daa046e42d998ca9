"""Tables: declared once by their columns, drawn on the page and given as an Excel file."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, Literal, TypeVar, get_args

import streamlit as st

from documents import tables as paper
from documents.tables import Field, Head, Sheet
from ui import components
from words.text import Text

Row = TypeVar("Row")
Picture = Literal["stack", "spark", "band", "fall"]
Kind = (
    Literal["rank", "text", "strong", "muted", "number", "delta", "move", "grade", "heat", "shade"] | Picture
)
Cell = str | float | Sequence[object] | None
"""What stands in a cell: text or a figure (None or NaN: a dash); for a spark values with None for gaps, for a
band (low, high, value), for a fall (from, to) or (to) alone, for a stack (name, colour, points, mark) of
each part: points below 0 are taken away, and the mark is written behind the bar."""

FOOT = "foot-of-exports"
"""What stands at the foot of every file that a table is given as, in the session's state."""
_WHOLE = {"rank", "move"}
_TOLD = ("sort", "note", "mark")


def _known(value: Any) -> Any:
    """A value, or None where it is no number: what is sent has to be JSON."""
    return None if isinstance(value, float) and math.isnan(value) else value


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its name for sorting and tests, its heading, what a row has in it, and how that is drawn.

    Parameters
    ----------
    decimals : of a number or delta; 2 unless told.
    wrap, right, strong : long text on several lines; text to the right; a number in bold.
    min, max : the scale of a band or fall; of a stack only `max`.
    middle, reach : of a heat column, the value without colour and the distance at which it is strongest; of a
        shade only `reach`, from 0.
    top, low : the best grade, and the grades that are coloured as low.
    hollow : of a number or grade, that it is provisional.
    breaks : of a spark, the places at which another scheme begins.
    sort : what a row is sorted by where the text in the cell would not do: a figure, or None or NaN for last.
    note : what a cell says on hover; of a dash why nothing is there, instead of the table's ``why``.
    mark : the colour of a mark before a row's text.
    paper : the heading in a workbook, where the one on the page is understood only beside its neighbour.
    """

    id: str
    label: str
    of: Callable[[Row], Cell]
    type: Kind = "text"
    decimals: int | None = None
    wrap: bool | None = None
    right: bool | None = None
    strong: bool | None = None
    min: float | None = None
    max: float | None = None
    middle: float | None = None
    reach: float | None = None
    top: str | None = None
    low: tuple[str, ...] | None = None
    hollow: bool | None = None
    breaks: tuple[int, ...] | None = None
    sort: Callable[[Row], float | None] | None = None
    note: Callable[[Row], str | None] | None = None
    mark: Callable[[Row], str] | None = None
    paper: str | None = None

    def cell(self, row: Row) -> Cell:
        """What is sent of a row: a dash where there is no figure, ranks and moves as whole numbers."""
        value = self.of(row)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, (int, float)):
            if math.isnan(value):
                return None
            return int(value) if self.type in _WHOLE else value
        return [_known(v) for v in value]

    def payload(self) -> dict[str, object]:
        """The column as the component reads it; what is not told is left out."""
        told = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "paper"}
        return {name: value for name, value in told.items() if value is not None and not callable(value)}

    def on_paper(self, rows: Sequence[Row]) -> list[Field[Row]]:
        """The column on paper: text or figures as they are; of a stack one column for each part; nothing of
        what is a shape and no figure (a spark, a band)."""
        label = self.paper or self.label
        if self.type == "stack":
            bars: list[Any] = [cell for row in rows if (cell := self.cell(row)) is not None]
            names = dict.fromkeys(piece[0] for bar in bars for piece in bar)
            return [Field(f"{label} {name}", self._part(name), paper.POINTS) for name in names]
        if self.type in get_args(Picture):
            return []
        return [Field(label, self._plain, _format(self.type, self.decimals))]

    def _plain(self, row: Row) -> str | float | None:
        value = self.cell(row)
        return value if isinstance(value, (str, int, float)) else None

    def _part(self, name: str) -> Callable[[Row], float | None]:
        """The points of the stack's part `name`; 0 where a row has no such part, None where it has no bar."""

        def of(row: Row) -> float | None:
            bar: Any = self.cell(row)
            return None if bar is None else math.fsum(piece[2] for piece in bar if piece[0] == name)

        return of


def _format(kind: Kind, decimals: int | None) -> paper.Format | None:
    """How the figures of a column are written; None for text."""
    if kind in ("text", "strong", "muted", "grade"):
        return None
    if kind in _WHOLE:
        return paper.change(0) if kind == "move" else paper.WHOLE
    places = 2 if decimals is None else decimals
    return paper.change(places) if kind == "delta" else paper.number(places)


@dataclass(frozen=True, eq=False)
class Table(Generic[Row]):
    """Rows under columns; ``name`` is what a row is known by, and ``why`` why a row has no figures, which is
    shown on its dashes; ``detail`` is what opens under a row: lines of a step, how it is made, its result."""

    columns: Sequence[Column[Row]]
    rows: Sequence[Row]
    name: Callable[[Row], str]
    why: Callable[[Row], str] | None = None
    detail: Callable[[Row], Sequence[tuple[str, str, str]]] | None = None

    def show(
        self,
        key: str,
        label: str,
        *,
        most: int | None = None,
        legend: Sequence[tuple[str, str]] = (),
        selectable: bool = False,
    ) -> str | None:
        """Draw the table (only its first `most` rows); the name of the row that was just opened, or None.

        `legend` is (name, colour) of what the stacks are made of.
        """
        return components.statement_table(
            [column.payload() for column in self.columns],
            [self._payload(row) for row in self.rows[:most]],
            key=key,
            label=label,
            legend=legend,
            selectable=selectable,
        )

    def download(self, file_name: str, t: Text, head: Head | None = None, *, key: str | None = None) -> None:
        """A button that gives all rows as an Excel file, without what is only drawn; in the order on the
        screen where `key` is the one that the table is shown under."""
        sheet = self.sheet(head or Head("", foot=st.session_state.get(FOOT, "")), key)
        st.download_button(
            t("download-excel"),
            data=lambda: paper.excel([sheet]),
            file_name=file_name,
            on_click="ignore",
            key=f"download-{file_name}",
            icon=":material/download:",
            type="tertiary",
        )

    def sheet(self, head: Head, key: str | None = None) -> Sheet[Row]:
        """The table on paper."""
        fields = [field for column in self.columns for field in column.on_paper(self.rows)]
        return Sheet(head, fields, self.ordered(key) if key else self.rows)

    def ordered(self, key: str) -> list[Row]:
        """The rows as the table that is shown under `key` has them sorted in the browser."""
        place = {name: k for k, name in enumerate(components.order(key))}
        return sorted(self.rows, key=lambda row: place.get(self.name(row), len(place)))

    def _payload(self, row: Row) -> dict[str, object]:
        payload: dict[str, object] = {
            "id": self.name(row),
            "cells": {column.id: column.cell(row) for column in self.columns},
        }
        if self.why is not None:
            payload["why"] = self.why(row)
        if self.detail is not None:
            payload["detail"] = [list(line) for line in self.detail(row)]
        for told in _TOLD:
            cells = {c.id: _known(of(row)) for c in self.columns if (of := getattr(c, told)) is not None}
            if cells:
                payload[told] = cells
        return payload
