"""Workbooks to fill in, one for each kind of file: headings, what cells may say, limits for what is typed."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import xlsxwriter

from access.actor import Actor
from access.permissions import Action, require
from data import clock
from data.database import Database
from data.reading.columns.kinds import KINDS, MEASURED, Cell, Field, FileKind
from data.stores import indicator_store, people_store, period_store
from data.stores.people_store import Place
from scoring.periods import Period, parse_period, period_of
from workflow import schemes
from workflow.errors import WorkflowError

WIDTH = 16
ROWS = 300
"""So many rows are ready to be filled in."""
LONGEST_LIST = 255
"""What a spreadsheet takes as a list of choices in a cell's rule."""


class _Column(NamedTuple):
    """An indicator's column."""

    heading: str
    unit: str
    counted: bool


def template(actor: Actor, db: Database, kind: str, lang: str, period: str | None = None) -> bytes:
    """A workbook for a kind of file, in Chinese ("zh") or English; it needs no data.

    Measured values: everybody who is there, and a column for each indicator of the scheme in force, else of
    the library, for `period` (None: the one after the last that has data). A staff list holds the people as
    they are now; the other kinds are empty. Headings that must be filled in end in ``*``.

    Raises
    ------
    WorkflowError : an unknown kind.
    """
    require(actor, Action.IMPORT)
    if kind not in KINDS:
        raise WorkflowError("errors-import-kind", kind=kind, kinds=", ".join(KINDS))
    with db.read() as cursor:
        staff = people_store.people(cursor)
        places = people_store.places(cursor)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"}
    )
    coming = parse_period(period) if period else _coming(db)
    indicators = _indicators(db, coming, lang)
    if kind == "metrics" and indicators:
        _values(book, coming, _there(staff, coming), indicators, lang)
    else:
        _list(book, KINDS[kind], lang, staff, places)
    book.close()
    return buffer.getvalue()


def _coming(db: Database) -> Period:
    with db.read() as cursor:
        found = period_store.periods_with_data(cursor)
    return parse_period(found[-1].code).next() if found else period_of(clock.today(), "month")


def _indicators(db: Database, period: Period, lang: str) -> list[_Column]:
    try:
        scheme = schemes.in_force(db, period)
    except WorkflowError:
        with db.read() as cursor:
            library = indicator_store.indicators(cursor)
        known = [(row.name if lang == "zh" else row.name_en, row.unit, row.measure) for row in library]
    else:
        known = [(i.name.get(lang) or i.code, i.unit, i.measure) for i in scheme.indicators]
    return [
        _Column(f"{name}({unit})" if unit not in ("", "1") else name, unit, measure == "count")
        for name, unit, measure in known
    ]


def _there(staff: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Everybody who has not left before the period."""
    left = staff["left_on"].notna() & (staff["left_on"].astype(str) < period.first_day.isoformat())
    return staff[~left]


def _values(
    book: xlsxwriter.Workbook, period: Period, staff: pd.DataFrame, indicators: Sequence[_Column], lang: str
) -> None:
    """One row for each person, one column for each indicator."""
    sheet = book.add_worksheet(period.code)
    bold, fixed = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"bg_color": "#F4F6F8"})
    labels = [KINDS["metrics"].field(name).heading(lang) for name in ("manager_id", "name", "period")]
    headings = [*labels, *(column.heading for column in indicators)]
    sheet.write_row(0, 0, headings, bold)
    for k, person in enumerate(staff.itertuples(index=False), start=1):
        sheet.write_row(k, 0, [person.manager_id, person.name, period.code], fixed)
    last = len(staff) or ROWS
    if len(staff):
        sheet.data_validation(1, 0, last, 0, {"validate": "list", "source": f"=$A$2:$A${last + 1}"})
    for j, column in enumerate(indicators, start=len(labels)):
        rule = {"validate": "integer" if column.counted else "decimal", "criteria": "between"}
        low = 0 if column.counted else -1e12
        message = {"error_title": headings[j][:32], "error_message": column.unit or "1"}
        sheet.data_validation(1, j, last, j, {**rule, "minimum": low, "maximum": 1e12, **message})
    sheet.set_column(0, len(headings) - 1, WIDTH)
    sheet.freeze_panes(1, len(labels))


def _list(
    book: xlsxwriter.Workbook,
    kind: FileKind,
    lang: str,
    staff: pd.DataFrame,
    places: Mapping[str, Place],
) -> None:
    """The kind's columns, each with a note of what a cell may say; for a staff list, the people too."""
    sheet = book.add_worksheet(kind.name)
    bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    offered = {
        Cell.ID: tuple(staff["manager_id"]),
        "team": tuple(dict.fromkeys(place.team for place in places.values() if place.team)),
    }
    for j, column in enumerate(kind.fields):
        star = "*" if column.required and kind.name not in MEASURED else ""
        sheet.write(0, j, column.heading(lang) + star, bold)
        sheet.write_comment(0, j, " / ".join(column.words(lang)) or column.example(lang))
        # As text: a spreadsheet would take zeros off ids and make days of months.
        sheet.set_column(j, j, WIDTH, day if column.cell is Cell.DAY else text)
        if choices := column.words(lang) or offered.get(column.cell) or offered.get(column.name):
            _offer(sheet, j, choices, strict=bool(column.choices))
    if kind.name == "people":
        for i, person in enumerate(staff.to_dict("records"), start=1):
            team = places[person["manager_id"]].team
            for j, column in enumerate(kind.fields):
                _put(sheet, i, j, column, {**person, "team": team}.get(column.name), day)
    sheet.freeze_panes(1, 1)


def _offer(sheet: xlsxwriter.worksheet.Worksheet, j: int, choices: Sequence[str], *, strict: bool) -> None:
    if len(",".join(choices)) <= LONGEST_LIST:
        rule = {"validate": "list", "source": list(choices), "error_type": "stop" if strict else "warning"}
        sheet.data_validation(1, j, ROWS, j, rule)


def _put(
    sheet: xlsxwriter.worksheet.Worksheet,
    i: int,
    j: int,
    column: Field,
    value: str | dt.date | float | None,
    day: xlsxwriter.format.Format,
) -> None:
    if value is None or pd.isna(value):
        return
    if column.cell is Cell.DAY:
        sheet.write_datetime(i, j, dt.datetime.fromisoformat(str(value)[:10]), day)
    else:
        sheet.write_string(i, j, str(value))
