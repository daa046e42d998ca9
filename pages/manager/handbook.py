"""考核手册: the rules in plain words, each with my own numbers; asked and answered."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from documents.handbook import book as handbook
from documents.handbook import files
from shell import acting, context
from ui import page
from views import paper, period_choice
from views.handbook import articles, coming, parts, questions
from words.text import literal

ctx = context.page(Action.VIEW_SCHEMES)
t = ctx.t
head, times = st.columns([3, 1], vertical_alignment="bottom")
period = period_choice.chosen(ctx, t("handbook-title"), "handbook-empty", head, times)
period = coming.chosen(ctx, period, times)
book = handbook.handbook(ctx.actor, ctx.branch, t, period, ctx.actor.manager_id)
with head:
    page.header(
        t("handbook-title"), t("handbook-sentence", scheme=literal(book.title), holds=literal(book.holds))
    )
told = st.container()
paper.buttons(
    ctx,
    f"handbook-{period.code}",
    {".docx": lambda: files.docx(book, t), ".pdf": lambda: files.pdf(book, t)},
)
parts.show(ctx, book)
parts.changes(ctx, book)
articles.show(ctx, book)
questions.card(ctx, book)
with told:
    acting.said()  # Last: once it is said, every button on the page is about the new state.
