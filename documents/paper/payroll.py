"""The payroll file: what each person is paid, with control totals, as a workbook."""

from __future__ import annotations

from typing import Any

from documents import tables
from documents.tables import Field, Head, Sheet
from scoring.pay.fen import FEN
from words import format as fmt
from words.text import Text
from workflow.rewards.payroll import Movement, Payroll, PayrollRow

_Moved = tuple[PayrollRow, Movement, bool]
"""A movement of a person's, and whether the file pays it."""


def workbook(file: Payroll, branch: str, t: Text) -> bytes:
    """The file as two sheets: who gets how much, and of which movements each sum is made; what is carried to
    the next file stands below in the second."""
    sheets: list[Sheet[Any]] = [_people(file, branch, t), _movements(file, branch, t)]
    return tables.excel(sheets)


def control(file: Payroll, t: Text) -> tuple[str, ...]:
    """The totals by which the receiver checks that nothing was lost or changed."""
    return (
        t("payroll-control-people", people=file.people),
        t("payroll-control-total", total=fmt.yuan(file.total)),
        t("payroll-control-hash", sha256=file.sha256),
    )


def _head(file: Payroll, branch: str, title: str, t: Text) -> Head:
    on = tables.UNDATED if file.at is None else file.at.date()
    return Head(title, (branch, *control(file, t)), on=on, fixed=2)


def _people(file: Payroll, branch: str, t: Text) -> Sheet[PayrollRow]:
    fields: list[Field[PayrollRow]] = [
        Field(t("paper-number"), lambda one: one.manager_id),
        Field(t("name"), lambda one: t.pick(one.name, one.name_en)),
        Field(t("payroll-amount"), lambda one: one.amount / FEN, tables.POINTS),
        Field(t("payroll-brought"), lambda one: one.brought / FEN if one.brought else None, tables.POINTS),
    ]
    return Sheet(_head(file, branch, t("payroll-title", number=file.number or 0), t), fields, file.rows)


def _movements(file: Payroll, branch: str, t: Text) -> Sheet[_Moved]:
    rows = [(one, made, True) for one in file.rows for made in one.movements]
    rows += [(one, made, False) for one in file.carried for made in one.movements]
    fields: list[Field[_Moved]] = [
        Field(t("paper-number"), lambda row: row[0].manager_id),
        Field(t("name"), lambda row: t.pick(row[0].name, row[0].name_en)),
        Field(t("period"), lambda row: fmt.period(row[1].period, t.lang)),
        Field(t("pay-line"), lambda row: row[1].line),
        Field(t("payroll-kind"), lambda row: t(f"pay-entry-{row[1].kind}")),
        Field(t("payroll-amount"), lambda row: row[1].amount / FEN, tables.POINTS),
        Field(t("payroll-paid"), lambda row: t("payroll-in-file" if row[2] else "payroll-carried")),
    ]
    return Sheet(_head(file, branch, t("payroll-movements", number=file.number or 0), t), fields, rows)
