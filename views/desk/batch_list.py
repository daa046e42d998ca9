"""What was brought, by whom, and what became of it; an approved batch can be undone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data import clock
from data.stores.intake.batch_store import BatchRow
from data.stores.intake.import_store import APPROVED
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from workflow.intake import batches


def file_name(batch: BatchRow, ctx: Context) -> str:
    """What a batch came from: its file, a correction, an entry by hand, or the batch that it undoes."""
    if batch.file_name in (batches.CORRECTION, batches.BY_HAND):
        return ctx.t(f"batch-{batch.file_name}")
    if batch.file_name.startswith(batches.UNDOING):
        return ctx.t("batch-undoing", batch=batch.file_name.removeprefix(batches.UNDOING))
    return batch.file_name


def all_batches(ctx: Context, found: Sequence[BatchRow]) -> None:
    """What was brought, by whom, and what became of it; an approved batch can be undone."""
    t, names = ctx.t, ctx.names
    with page.card(t("batches-title", count=len(found)), t("batches-note")):

        def decided(b: BatchRow) -> str | None:
            return names.get(b.decided_by, b.decided_by) if b.decided_by else None

        table = Table(
            [
                Column("batch", t("batches-number"), lambda b: b.batch_id, "number", decimals=0),
                Column("at", t("life-at"), lambda b: f"{clock.local(b.imported_at):%Y-%m-%d %H:%M}", "muted"),
                Column("file", t("batches-file"), lambda b: file_name(b, ctx), wrap=True),
                Column("kind", t("desk-kind"), lambda b: t(f"desk-kind-{b.kind}")),
                Column("rows", t("batches-rows"), lambda b: b.rows, "number", decimals=0),
                Column("status", t("schemes-status"), lambda b: t(f"batch-{b.status}"), "strong"),
                Column("by", t("batches-by"), lambda b: names.get(b.imported_by, b.imported_by)),
                Column("decided", t("batches-decided"), decided),
                Column("why", t("life-why"), lambda b: b.why, wrap=True),
            ],
            found,
            lambda b: str(b.batch_id),
        )
        table.show("batches", t("batches-file"))
        table.download("batches.xlsx", t)
        _undo(ctx, found)


def _undo(ctx: Context, found: Sequence[BatchRow]) -> None:
    t = ctx.t
    approved = {b.batch_id: b for b in found if b.status == APPROVED}
    if not approved:
        return

    def label(number: int) -> str:
        batch = approved[number]
        kind = t(f"desk-kind-{batch.kind}")
        return t("undo-label", batch=number, kind=kind, file=file_name(batch, ctx))

    with box("undo-box", t("undo-title")), st.form("undo", border=False):
        st.selectbox(t("review-batch"), list(approved), format_func=label, key="undo-batch")
        st.text_area(t("undo-why"), key="undo-why")
        st.form_submit_button(
            t("undo-do"),
            type="primary",
            on_click=attempt,
            args=(
                t,
                lambda: batches.undo(
                    ctx.actor, ctx.db, st.session_state["undo-batch"], st.session_state["undo-why"]
                ),
                t("undo-done"),
                ("undo-why",),
            ),
            kwargs={"closes": "undo-box"},
        )
