"""What stands before the articles: why, when, grades, what is added and taken, whom to ask; what changed."""

from __future__ import annotations

import streamlit as st

from documents.handbook import book as handbook
from documents.handbook.book import Handbook
from documents.handbook.parts import Part
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from words.text import literal


def show(ctx: Context, book: Handbook) -> None:
    """Every part as a card."""
    for part in book.parts:
        with page.card(part.title, ""):
            for sentence in part.sentences:
                st.markdown(literal(sentence))
            if part.rows:
                _table(part)


def _table(part: Part) -> None:
    columns = [_column(k, head) for k, head in enumerate(part.heads)]
    Table(columns, part.rows, lambda row: " ".join(row[:2])).show(f"handbook-{part.name}", part.title)


def _column(k: int, head: str) -> Column[tuple[str, ...]]:
    return Column(f"c{k}", head, lambda row: row[k], "strong" if k == 0 else "text", wrap=True)


def changes(ctx: Context, book: Handbook) -> None:
    """What changed since the version before, and the comments that were taken."""
    t = ctx.t
    if book.changes is not None:
        with st.expander(t("handbook-changes", before=literal(book.changed_from))):
            st.markdown("\n".join(f"- {literal(line)}" for line in book.changes) or t("schemes-same"))
    if book.taken:
        with page.card(t("handbook-taken"), ""):
            for comment in book.taken:
                st.markdown(literal(handbook.taken(comment, t)))
