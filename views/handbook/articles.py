"""The articles, each indicator's with the reader's own example."""

from __future__ import annotations

import streamlit as st

from documents.clauses import Article
from documents.clauses.working import Step
from documents.handbook import book as handbook
from documents.handbook.book import Handbook
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from words.text import literal


def show(ctx: Context, book: Handbook) -> None:
    """Chapter by chapter, with what was asked about an article and answered to everybody under it."""
    for chapter in book.chapters:
        with page.card(literal(chapter.heading(ctx.t)), ""):
            for article in chapter.articles:
                st.markdown(literal(article.line(ctx.t)))
                _example(ctx, book, article)
                for question in book.answered:
                    if question.article == article.number:
                        st.caption(literal(handbook.asked(question, book, ctx.t)))
                        st.caption(literal(handbook.answer(question, ctx.t)))


def _example(ctx: Context, book: Handbook, article: Article) -> None:
    t, steps = ctx.t, book.examples.get(article.number)
    if not steps:
        return
    columns: list[Column[Step]] = [
        Column("step", t("explain-step"), lambda s: s[0], "strong", wrap=True),
        Column("how", t("handbook-how"), lambda s: s[1], wrap=True),
        Column("out", t("handbook-out"), lambda s: s[2], "strong", right=True),
    ]
    said = handbook.example(article, book, t)
    st.caption(literal(said))
    Table(columns, steps, lambda s: f"{s[0]} {s[1]}").show(f"handbook-{article.number}", said)
