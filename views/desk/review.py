"""The second pair of eyes: every row of a batch beside what is stored, whom it moves, and the decision."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.reading.columns.kinds import MEASURED
from data.stores.intake.batch_store import BatchRow
from data.stores.intake.import_store import ARRIVED, WAITING
from documents import changes as words
from shell import problems
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import before_after
from views.desk import batch_list, follows, upload
from words import format as fmt
from words.text import literal
from workflow.intake import batches, imports

SHOWN, EFFECTS_SHOWN = 200, 12


def open_batches(found: Sequence[BatchRow]) -> list[BatchRow]:
    """Those that wait for somebody."""
    return [b for b in found if b.status in (WAITING, ARRIVED)]


def waiting(ctx: Context, found: Sequence[BatchRow]) -> None:
    """Batches that wait, one at a time, with everything the second person must know."""
    t = ctx.t
    open_ = open_batches(found)
    with page.card(t("review-title", count=len(open_)), t("review-note")):
        if not open_:
            st.markdown(t("review-none"))
            return
        names, by_number = ctx.names, {b.batch_id: b for b in open_}

        def label(number: int) -> str:
            held = by_number[number]
            who = names.get(held.imported_by, held.imported_by)
            return t("review-label", batch=number, file=batch_list.file_name(held, ctx), by=who)

        chosen = pick(t("review-batch"), list(by_number), label, key="review-batch", address="batch")
        batch = by_number[chosen]
        if batch.why:
            st.markdown(t("review-why", why=literal(batch.why)))
        content = st.container()
        # First, though it stands below: whatever the content does, a batch can be decided on.
        _decide(ctx, batch)
        with content:
            with problems.standing(ctx, "review-effect-failed"):
                _rows(ctx, batch)
                _effect(ctx, batch)
                follows.told(ctx, batch.batch_id)
            told = batches.problems(ctx.actor, ctx.db, batch.batch_id)
            upload.told(told, t, f"batch-{batch.batch_id}")


def _rows(ctx: Context, batch: BatchRow) -> None:
    """Every row that would change something, beside what is stored."""
    t = ctx.t
    names = {m: t.pick(*pair) for m, pair in batches.people(ctx.actor, ctx.db).items()}
    if batch.kind in MEASURED:
        found = batches.preview(ctx.actor, ctx.db, batch.batch_id)
        counts = {state: found.count(state) for state in (batches.NEW, batches.CHANGED, batches.SAME)}
        st.markdown(t("review-counts", **counts))
        _totals(ctx, found)
        # What replaces something is looked at first.
        lines = words.measured(found.rows.sort_values("state", kind="stable"), names, t)
    else:
        lines = words.lines(batches.changes(ctx.actor, ctx.db, batch.batch_id), names, t)
        st.markdown(t("review-rows", rows=batch.rows, changes=len(lines)))
    if not lines:
        return
    table = Table(
        [
            Column("row", t("problem-row"), lambda row: row[1].row, "number", decimals=0),
            Column("who", t("review-who"), lambda row: row[1].who, "strong"),
            Column("what", t("review-what"), lambda row: row[1].what, wrap=True),
            Column("before", t("review-before"), lambda row: row[1].before or None, wrap=True),
            Column("after", t("review-after"), lambda row: row[1].after, wrap=True),
        ],
        list(enumerate(lines)),
        lambda row: str(row[0]),
    )
    label = t("review-changed", count=len(lines), shown=min(len(lines), SHOWN))
    with st.expander(label, expanded=len(lines) <= 20):
        table.show("review-changed", label, most=SHOWN)
        table.download(f"changes-{batch.batch_id}.xlsx", t)


def _totals(ctx: Context, found: batches.Preview) -> None:
    """Control totals by indicator."""
    t = ctx.t
    library = batches.library(ctx.actor, ctx.db)
    with st.expander(t("review-totals")):
        Table(
            [
                Column("name", t("indicator"), lambda r: t.pick(*library.get(r[0], (r[0], r[0]))), wrap=True),
                Column("count", t("review-values"), lambda row: row[1][0], "number", decimals=0),
                Column("sum", t("review-sum"), lambda row: row[1][1], "number"),
            ],
            list(found.totals().items()),
            lambda row: row[0],
        ).show("review-totals", t("review-totals"))


def _effect(ctx: Context, batch: BatchRow) -> None:
    t = ctx.t
    found = batches.effect(ctx.actor, ctx.db, batch.batch_id)
    if not found:
        st.markdown(t("review-no-effect"))
        return
    published = [one.period for one in found if one.published]
    if published:
        shown = t("list-joint").join(fmt.period(p, ctx.lang) for p in published)
        st.info(t("review-published", periods=shown))
    table = before_after.differences(
        found, t, t("review-total-before"), t("review-total-after"), by_period=True
    )
    count, scored = len(table.rows), sum(line.move.rescored for line in table.rows)
    label = t("review-effect", count=count, scored=scored, shown=min(count, EFFECTS_SHOWN))
    with st.expander(label, expanded=True):
        table.show("review-effect", label, most=EFFECTS_SHOWN)
        table.download(f"effect-{batch.batch_id}.xlsx", t)


def _decide(ctx: Context, batch: BatchRow) -> None:
    t, number = ctx.t, batch.batch_id
    own = ctx.actor.username in (batch.imported_by, batch.answers)
    if batch.status == ARRIVED:
        st.info(t("review-arrived"))
        st.button(
            t("review-take-over"),
            type="primary",
            key="review-take-over",
            on_click=attempt,
            args=(
                t,
                lambda: imports.take_over(ctx.actor, ctx.db, number),
                t("review-taken-over", batch=number),
            ),
        )
    if own:
        st.info(t("review-own"))
        return
    anyway = False
    if later := batches.brought_later(ctx.actor, ctx.db, number):
        st.warning(t("review-older", count=later))
        anyway = st.checkbox(t("review-anyway"), key=f"review-anyway-{number}")
    with st.container(horizontal=True):
        if batch.status == WAITING:
            st.button(
                t("review-approve"),
                type="primary",
                key="review-approve",
                disabled=bool(later) and not anyway,
                on_click=attempt,
                args=(
                    t,
                    lambda: imports.approve(ctx.actor, ctx.db, number, anyway=anyway),
                    t("review-approved", batch=number),
                ),
            )
        ask(
            t,
            Question(f"reject-{number}", t("review-reject"), t("review-reject-label")),
            lambda why: imports.reject(ctx.actor, ctx.db, number, why),
            t("review-rejected", batch=number),
        )
