"""The second pair of eyes: what a batch would change, approving, turning down, undoing; and corrections."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from data.batch_store import BatchRow
from shell import desk_upload, problems, views
from shell.acting import ask, attempt
from shell.context import Context
from ui import components, page, tables
from ui import format as fmt
from ui.choice import pick
from ui.text import literal
from workflow import accounts, batches, clock, imports

SHOWN = 200
WAITING = "awaiting-review"


def file_name(batch: BatchRow, ctx: Context) -> str:
    """What a batch came from: its file, a correction, or the batch that it takes back."""
    if batch.file_name == batches.CORRECTION:
        return ctx.t("batch-correction")
    if batch.file_name.startswith(batches.UNDOING):
        return ctx.t("batch-undoing", batch=batch.file_name.removeprefix(batches.UNDOING))
    return batch.file_name


def waiting(ctx: Context, found: Sequence[BatchRow]) -> None:
    """Batches that wait, one at a time, with everything the second person must know."""
    t = ctx.t
    open_ = [b for b in found if b.status == WAITING]
    with page.card(t("review-title", count=len(open_)), t("review-note")):
        if not open_:
            st.markdown(t("review-none"))
            return
        names, by_number = accounts.names(ctx.db), {b.batch_id: b for b in open_}

        def label(number: int) -> str:
            held = by_number[number]
            who = names.get(held.imported_by, held.imported_by)
            return t("review-label", batch=number, file=file_name(held, ctx), by=who)

        chosen = pick(t("review-batch"), list(by_number), label, key="review-batch")
        batch = by_number[chosen]
        if batch.why:
            st.markdown(t("review-why", why=literal(batch.why)))
        content = st.container()
        # First, though it stands below: whatever the content does, a batch can be decided on.
        _decide(ctx, batch)
        with content:
            if batch.kind in imports.MEASURED:
                _preview(ctx, batch)
                with problems.standing(ctx, "review-effect-failed"):
                    _effect(ctx, batch)
            else:
                st.markdown(t("review-rows", rows=batch.rows))
            told = batches.problems(ctx.actor, ctx.db, batch.batch_id)
            desk_upload.told(told, t, f"batch-{batch.batch_id}")


def _preview(ctx: Context, batch: BatchRow) -> None:
    t = ctx.t
    found = batches.preview(ctx.actor, ctx.db, batch.batch_id)
    counts = {state: found.count(state) for state in (batches.NEW, batches.CHANGED, batches.SAME)}
    st.markdown(t("review-counts", **counts))
    people, library = batches.people(ctx.actor, ctx.db), batches.library(ctx.actor, ctx.db)
    with st.expander(t("review-totals")):
        components.statement_table(
            [
                {"id": "name", "label": t("indicator"), "type": "text", "wrap": True},
                {"id": "count", "label": t("review-values"), "type": "number", "decimals": 0},
                {"id": "sum", "label": t("review-sum"), "type": "number"},
            ],
            [
                {
                    "id": code,
                    "cells": {"name": t.pick(*library.get(code, (code, code))), "count": n, "sum": total},
                }
                for code, (n, total) in found.totals().items()
            ],
            key="review-totals",
            label=t("review-totals"),
        )
    changed = found.rows[found.rows["state"] == batches.CHANGED]
    if changed.empty:
        return
    columns: list[dict[str, object]] = [
        {"id": "person", "label": t("name"), "type": "strong"},
        {"id": "period", "label": t("period"), "type": "text"},
        {"id": "indicator", "label": t("indicator"), "type": "text", "wrap": True},
        {"id": "before", "label": t("review-before"), "type": "number"},
        {"id": "after", "label": t("review-after"), "type": "number"},
    ]
    rows = [
        {
            "id": str(k),
            "cells": {
                "person": t.pick(*people.get(r.manager_id, (r.manager_id, r.manager_id))),
                "period": fmt.period(r.period, ctx.lang),
                "indicator": t.pick(*library.get(r.indicator, (r.indicator, r.indicator))),
                "before": views.known(r.before),
                "after": views.known(r.value),
            },
        }
        for k, r in enumerate(changed.itertuples(index=False))
    ]
    with st.expander(t("review-changed", count=len(rows)), expanded=len(rows) <= 10):
        components.statement_table(columns, rows[:SHOWN], key="review-changed", label=t("review-after"))
        tables.download(columns, rows, f"batch-{batch.batch_id}.xlsx", t)


def _effect(ctx: Context, batch: BatchRow) -> None:
    t = ctx.t
    found = batches.effect(ctx.actor, ctx.db, batch.batch_id)
    if not found:
        st.markdown(t("review-no-effect"))
        return
    published = sorted({e.period for e in found if e.published})
    if published:
        shown = t("list-joint").join(fmt.period(p, ctx.lang) for p in published)
        st.info(t("review-published", periods=shown))
    columns: list[dict[str, object]] = [
        {"id": "period", "label": t("period"), "type": "text"},
        {"id": "name", "label": t("name"), "type": "strong"},
        {"id": "before", "label": t("review-total-before"), "type": "number"},
        {"id": "after", "label": t("review-total-after"), "type": "number"},
        {"id": "change", "label": t("lab-delta-short"), "type": "delta"},
        {"id": "move", "label": t("lab-move"), "type": "move"},
    ]
    rows = [
        {
            "id": str(k),
            "cells": {
                "period": fmt.period(e.period, ctx.lang),
                "name": t.pick(e.name, e.name_en),
                "before": views.known(e.before_total),
                "after": views.known(e.after_total),
                "change": views.known(e.after_total - e.before_total),
                "move": None
                if math.isnan(e.before_rank - e.after_rank)
                else int(e.before_rank - e.after_rank),
            },
        }
        for k, e in enumerate(found)
    ]
    with st.expander(t("review-effect", count=len(rows)), expanded=len(rows) <= 10):
        components.statement_table(columns, rows[:SHOWN], key="review-effect", label=t("review-total-after"))


def _decide(ctx: Context, batch: BatchRow) -> None:
    t, number = ctx.t, batch.batch_id
    if batch.imported_by == ctx.actor.username:
        st.info(t("review-own"))
        return
    with st.container(horizontal=True):
        st.button(
            t("review-approve"),
            type="primary",
            key="review-approve",
            on_click=attempt,
            args=(
                t,
                lambda: imports.approve(ctx.actor, ctx.db, number),
                t("review-approved", batch=number),
            ),
        )
        ask(
            *(t, f"reject-{number}", t("review-reject"), t("review-reject-label")),
            lambda why: imports.reject(ctx.actor, ctx.db, number, why),
            t("review-rejected", batch=number),
        )


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
    approved = [b for b in found if b.status == "approved" and b.kind == "metrics"]
    if not approved:
        return
    with st.popover(t("undo-title")), st.form("undo", border=False):
        st.selectbox(t("review-batch"), [b.batch_id for b in approved], format_func=str, key="undo-batch")
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


def correction(ctx: Context, periods: Sequence[str]) -> None:
    """One value put right: what was stored, the new value, the reason."""
    t = ctx.t
    people, library = batches.people(ctx.actor, ctx.db), batches.library(ctx.actor, ctx.db)
    if not people or not periods:
        return
    with page.card(t("correct-title"), t("correct-note")):
        one, two, three = st.columns(3)
        newest_first = list(reversed(periods))
        person = pick(
            *(t("manager"), list(people), lambda p: f"{t.pick(*people[p])} {p}"),
            key="correct-person",
            place=one,
        )
        period = pick(
            *(t("period"), newest_first, lambda p: fmt.period(p, ctx.lang)), key="correct-period", place=two
        )
        code = pick(
            *(t("indicator"), list(library), lambda c: t.pick(*library[c])),
            key="correct-indicator",
            place=three,
        )
        held = batches.history(ctx.actor, ctx.db, person, period, code)
        if not held:
            st.markdown(t("correct-none"))
            return
        known = accounts.names(ctx.db)
        for value in held:
            words = {
                "value": fmt.quantity(value.value),
                "at": f"{value.at:%Y-%m-%d %H:%M}",
                "file": value.file_name,
            }
            line = t(
                "correct-held",
                **words,
                by=known.get(value.by, value.by),
                approved=known.get(value.approved_by, value.approved_by),
            )
            st.markdown(f"- {literal(line)} {literal(value.why)}")
        cell = f"{person}-{period}-{code}"
        value_field, why_field = f"correct-value-{cell}", f"correct-why-{cell}"
        with st.form("correct", border=False):
            left, right = st.columns([1, 2])
            left.number_input(t("correct-value"), value=None, key=value_field, format="%.4f")
            right.text_input(t("correct-why"), key=why_field)
            st.form_submit_button(
                t("correct-do"),
                on_click=attempt,
                args=(
                    t,
                    lambda: batches.correct(
                        *(ctx.actor, ctx.db, person, period, code),
                        st.session_state[value_field],
                        st.session_state[why_field],
                    ),
                    t("correct-done"),
                    (why_field,),
                ),
            )
