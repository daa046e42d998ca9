"""Workbooks to fill in: everybody of a period, the indicators of its scheme, limits for what is typed."""

from __future__ import annotations

import io

import xlsxwriter

from access.actor import Actor
from access.permissions import Action, require
from data import queries
from data.database import Database
from scoring.periods import parse_period
from workflow import schemes

WIDTH = 16


def template(actor: Actor, db: Database, period: str, lang: str) -> bytes:
    """A workbook for the period after `period`: one row for each person, one column for each indicator."""
    require(actor, Action.IMPORT)
    coming = parse_period(period).next()
    scheme = schemes.in_force(db, coming)
    with db.read() as cursor:
        people = queries.people(cursor)
    left = people["left_on"].notna() & (people["left_on"].astype(str) < coming.first_day.isoformat())
    staff = people[~left]
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(coming.code)
    bold, fixed = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"bg_color": "#F4F6F8"})
    headings = ["客户经理编号", "姓名", "月份"] if lang == "zh" else ["manager_id", "name", "period"]
    for i in scheme.indicators:
        name = i.name.get(lang) or i.code
        headings.append(f"{name}({i.unit})" if i.unit not in ("", "1") else name)
    sheet.write_row(0, 0, headings, bold)
    for k, person in enumerate(staff.itertuples(index=False), start=1):
        sheet.write_row(k, 0, [person.manager_id, person.name, coming.code], fixed)
    last = max(len(staff), 1)
    sheet.data_validation(1, 0, last, 0, {"validate": "list", "source": f"=$A$2:$A${last + 1}"})
    for j, i in enumerate(scheme.indicators, start=3):
        rule = {"validate": "integer" if i.measure == "count" else "decimal", "criteria": "between"}
        low = 0 if i.measure == "count" else -1e12
        message = {"error_title": headings[j], "error_message": i.unit or "1"}
        sheet.data_validation(1, j, last, j, {**rule, "minimum": low, "maximum": 1e12, **message})
    sheet.set_column(0, len(headings) - 1, WIDTH)
    sheet.freeze_panes(1, 3)
    book.close()
    return buffer.getvalue()
