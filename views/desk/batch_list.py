"""What was brought, by whom, and what became of it; an approved batch can be undone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from access import accounts
from data import clock
from data.stores.intake.batch_store import BatchRow
from data.stores.intake.import_store import APPROVED
from shell.acting import attempt
from shell.context import Context
from ui import components, page, tables
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
    t, names = ctx.t, accounts.names(ctx.db)
    with page.card(t("batches-title", count=len(found)), t("batches-note")):
        columns: list[dict[str, object]] = [
            {"id": "batch", "label": t("batches-number"), "type": "number", "decimals": 0},
            {"id": "at", "label": t("life-at"), "type": "muted"},
            {"id": "file", "label": t("batches-file"), "type": "text", "wrap": True},
            {"id": "kind", "label": t("desk-kind"), "type": "text"},
            {"id": "rows", "label": t("batches-rows"), "type": "number", "decimals": 0},
            {"id": "status", "label": t("schemes-status"), "type": "strong"},
            {"id": "by", "label": t("batches-by"), "type": "text"},
            {"id": "decided", "label": t("batches-decided"), "type": "text"},
            {"id": "why", "label": t("life-why"), "type": "text", "wrap": True},
        ]
        rows = [
            {
                "id": str(b.batch_id),
                "cells": {
                    "batch": b.batch_id,
                    "at": f"{clock.local(b.imported_at):%Y-%m-%d %H:%M}",
                    "file": file_name(b, ctx),
                    "kind": t(f"desk-kind-{b.kind}"),
                    "rows": b.rows,
                    "status": t(f"batch-{b.status}"),
                    "by": names.get(b.imported_by, b.imported_by),
                    "decided": names.get(b.decided_by, b.decided_by) if b.decided_by else None,
                    "why": b.why,
                },
            }
            for b in found
        ]
        components.statement_table(columns, rows, key="batches", label=t("batches-file"))
        tables.download(columns, rows, "batches.xlsx", t)
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

    with st.popover(t("undo-title")), st.form("undo", border=False):
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
        )
