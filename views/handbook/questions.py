"""Questions about the scheme: those that the reader may see, asking, answering, and whom to ask."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from documents.handbook import book as handbook
from documents.handbook.book import Handbook
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import keep
from words.text import literal
from workflow.asked import questions
from workflow.asked.questions import Question

_ABOUT, _SAYS = "question-about", "question-says"
_SHOWN = 40
"""Characters of an article in the list: what it is about stands first."""


def card(ctx: Context, book: Handbook) -> None:
    """The questions about the version, a field to ask, and for those who answer the fields to do so."""
    t = ctx.t
    found = questions.questions(ctx.actor, ctx.db, book.reference)
    with page.card(t("question-card"), t("question-card-note")):
        for question in found:
            _question(ctx, book, question)
        if not found:
            st.markdown(t("question-none"))
        with st.container(horizontal=True):
            if allowed(ctx.actor, Action.COMMENT_SCHEME):
                _ask(ctx, book)
            if allowed(ctx.actor, Action.ANSWER_QUESTIONS):
                _contact(ctx)


def _question(ctx: Context, book: Handbook, question: Question) -> None:
    t, own = ctx.t, question.asked_by == ctx.actor.username
    st.markdown(f"**{literal(handbook.asked(question, book, t))}**")
    said = []
    if question.asked_by:
        who = literal(question.asker)
        said.append(t("question-mine") if own else t("question-of", name=who))
        said.append(f"{question.asked_at:%Y-%m-%d}")
    if question.answer is None:
        said.append(t("question-waits"))
    elif not question.answer.for_all:
        said.append(t("question-only-one"))
    if said:
        st.caption(" · ".join(said))
    if question.answer is not None:
        st.markdown(literal(handbook.answer(question, t)))
    with st.container(horizontal=True):
        if allowed(ctx.actor, Action.ANSWER_QUESTIONS):
            _answer(ctx, question)
        if own and question.answer is None:
            number = question.question_id
            st.button(
                t("question-withdraw"),
                key=f"question-withdraw-{number}",
                type="tertiary",
                on_click=attempt,
                args=(t, lambda: questions.withdraw(ctx.actor, ctx.db, number), t("question-withdrawn")),
            )


def _ask(ctx: Context, book: Handbook) -> None:
    t = ctx.t
    numbers = [0, *(article.number for chapter in book.chapters for article in chapter.articles)]
    words = {number: _article(ctx, book, number) for number in numbers}
    with box("question-ask", t("question-ask"), icon=":material/help:"), st.form("question", border=False):
        keep(_ABOUT, words)
        st.selectbox(t("question-article"), numbers, format_func=words.__getitem__, key=_ABOUT)
        st.text_area(t("question-label"), key=_SAYS, height=100)

        def ask() -> None:
            about = st.session_state[_ABOUT] or None
            questions.ask(ctx.actor, ctx.db, book.reference, st.session_state[_SAYS], about)

        st.form_submit_button(
            t("question-do"),
            key="question-do",
            type="primary",
            on_click=attempt,
            args=(t, ask, t("question-done"), (_SAYS,)),
            kwargs={"closes": "question-ask"},
        )


def _article(ctx: Context, book: Handbook, number: int) -> str:
    found = book.article(number)
    if found is None:
        return ctx.t("question-article-none")
    line = found.line(ctx.t)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _answer(ctx: Context, question: Question) -> None:
    t, number = ctx.t, question.question_id
    opened = f"question-answer-{number}"
    word = "question-answer" if question.answer is None else "question-answer-again"
    with box(opened, t(word)), st.form(f"{opened}-form", border=False):
        says, for_all = f"{opened}-says", f"{opened}-all"
        st.text_area(t("question-answer-label"), key=says, height=100)
        st.checkbox(t("question-for-all"), value=True, key=for_all)

        def answer() -> None:
            state = st.session_state
            questions.answer(ctx.actor, ctx.db, number, state[says], for_all=state[for_all])

        st.form_submit_button(
            t("question-answer-do"),
            key=f"{opened}-do",
            type="primary",
            on_click=attempt,
            args=(t, answer, t("question-answered"), (says,)),
            kwargs={"closes": opened},
        )


def _contact(ctx: Context) -> None:
    t = ctx.t
    found = questions.answering(ctx.actor, ctx.db)
    people = {one.username: t.term(one.display_name or one.username) for one in found}
    with box("question-contact", t("question-contact")), st.form("contact", border=False):
        st.selectbox(
            t("question-contact-label"),
            list(people),
            format_func=people.__getitem__,
            key="question-contact-who",
        )
        st.form_submit_button(
            t("question-contact-do"),
            key="question-contact-do",
            type="primary",
            on_click=attempt,
            args=(
                t,
                lambda: questions.name_contact(ctx.actor, ctx.db, st.session_state["question-contact-who"]),
                t("question-contact-done"),
            ),
            kwargs={"closes": "question-contact"},
        )
