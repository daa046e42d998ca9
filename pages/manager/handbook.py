"""考核手册: the rules in plain words, each with my own numbers."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from documents.clauses.working import Step
from documents.paper import handbook
from shell import context
from ui import page
from ui.tables import Column, Table
from views import paper, period_choice
from words.text import literal

ctx = context.page(Action.VIEW_SCHEMES)
t = ctx.t
head, times = st.columns([3, 1], vertical_alignment="bottom")
period = period_choice.chosen(ctx, t("handbook-title"), "handbook-empty", head, times)
book = handbook.handbook(ctx.actor, ctx.branch, t, period, ctx.actor.manager_id)
with head:
    page.header(
        t("handbook-title"), t("handbook-sentence", scheme=literal(book.title), holds=literal(book.holds))
    )
paper.buttons(
    ctx,
    f"handbook-{period.code}",
    {".docx": lambda: handbook.docx(book, t), ".pdf": lambda: handbook.pdf(book, t)},
)
columns: list[Column[Step]] = [
    Column("step", t("explain-step"), lambda s: s[0], "strong", wrap=True),
    Column("how", t("handbook-how"), lambda s: s[1], wrap=True),
    Column("out", t("handbook-out"), lambda s: s[2], "strong", right=True),
]
if book.changes is not None:
    with st.expander(t("handbook-changes", before=literal(book.changed_from))):
        st.markdown("\n".join(f"- {literal(line)}" for line in book.changes) or t("schemes-same"))
for chapter in book.chapters:
    with page.card(literal(chapter.heading(t)), ""):
        for article in chapter.articles:
            st.markdown(literal(article.line(t)))
            if steps := book.examples.get(article.number):
                st.caption(literal(handbook.example(article, book, t)))
                table = Table(columns, steps, lambda s: f"{s[0]} {s[1]}")
                table.show(f"handbook-{article.number}", handbook.example(article, book, t))
