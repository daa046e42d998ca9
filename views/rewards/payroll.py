"""Files for the payroll: what is owed now, and the files that were made."""

from __future__ import annotations

from functools import partial

import streamlit as st

from documents.paper import payroll as paper
from scoring.pay.fen import FEN
from shell.acting import attempt
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from words import format as fmt
from workflow.rewards import payroll
from workflow.rewards.payroll import Payroll, PayrollRow


def show(ctx: Context) -> None:
    """What the next file would hold, the button that makes it, and every file so far."""
    _waiting(ctx, payroll.waiting(ctx.actor, ctx.db))
    _files(ctx, payroll.files(ctx.actor, ctx.db))


def _waiting(ctx: Context, found: Payroll) -> None:
    t = ctx.t
    title = t(
        "payroll-waiting" if found.rows else "payroll-nothing",
        people=found.people,
        total=fmt.yuan(found.total),
    )
    with page.card(title, t("payroll-waiting-note")):
        if found.rows:
            _rows(found.rows, "payroll-waiting", title, ctx)
            st.button(
                t("payroll-make"),
                key="payroll-make",
                type="primary",
                on_click=attempt,
                args=(t, lambda: payroll.make(ctx.actor, ctx.db), t("payroll-made")),
            )
        if found.carried:
            st.markdown(t("payroll-carried-told", people=len(found.carried)))
            _rows(found.carried, "payroll-carried", t("payroll-carried"), ctx)


def _rows(rows: tuple[PayrollRow, ...], key: str, label: str, ctx: Context) -> None:
    t = ctx.t

    def detail(one: PayrollRow) -> list[tuple[str, str, str]]:
        brought = [(t("payroll-brought"), "", fmt.yuan(one.brought))] if one.brought else []
        return brought + [
            (
                fmt.period(made.period, ctx.lang),
                f"{t(f'pay-entry-{made.kind}')} · {made.line}",
                fmt.yuan(made.amount),
            )
            for made in one.movements
        ]

    table = Table(
        [
            Column[PayrollRow]("name", t("name"), lambda one: t.pick(one.name, one.name_en), "strong"),
            Column[PayrollRow]("number", t("paper-number"), lambda one: one.manager_id, "muted"),
            Column[PayrollRow]("amount", t("payroll-amount"), lambda one: one.amount / FEN, "number"),
        ],
        rows,
        lambda one: one.manager_id,
        detail=detail,
    )
    table.show(key, label)


def _files(ctx: Context, found: tuple[Payroll, ...]) -> None:
    t = ctx.t
    with page.card(t("payroll-files", count=len(found)), t("payroll-files-note")):
        if not found:
            st.markdown(t("payroll-files-none"))
            return
        title = t("payroll-files", count=len(found))
        table = Table(
            [
                Column[Payroll]("number", t("payroll-number"), lambda one: one.number, "number", decimals=0),
                Column[Payroll](
                    "at", t("payroll-at"), lambda one: one.at.date().isoformat() if one.at else None
                ),
                Column[Payroll](
                    "by", t("payroll-by"), lambda one: t.term(ctx.names.get(one.by or "", one.by or ""))
                ),
                Column[Payroll]("people", t("people"), lambda one: one.people, "number", decimals=0),
                Column[Payroll]("total", t("payroll-total"), lambda one: one.total / FEN, "number"),
                Column[Payroll]("hash", t("payroll-hash"), lambda one: one.sha256[:12], "muted"),
            ],
            found,
            lambda one: str(one.number),
        )
        table.show("payroll-files", title)
        for one in found[:3]:
            st.download_button(
                t("payroll-download", number=one.number or 0),
                data=partial(paper.workbook, one, ctx.branch.name(ctx.lang), t),
                file_name=f"payroll-{one.number}.xlsx",
                on_click="ignore",
                key=f"payroll-{one.number}",
                icon=":material/download:",
                type="tertiary",
            )
