"""Doubtful cells, decided where they stand: this one, that one, or leave it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from data.reading.problems import Question
from documents.reports import choice_words, question_line
from shell.acting import attempt
from shell.context import Context
from ui import page
from words.text import literal
from workflow.intake import imports

AT_ONCE = 12
_ANSWERS = "desk-answers"


def answers(sha256: str) -> dict[str, str]:
    """What was decided about a file in this session: question → choice."""
    return dict(st.session_state.get(_ANSWERS, {}).get(sha256, {}))


def forget(sha256: str) -> None:
    """Everything that was decided about a file is open again."""
    st.session_state.get(_ANSWERS, {}).pop(sha256, None)


def ask(ctx: Context, found: imports.ReadFile) -> None:
    """The questions that a file raises, and the way back from what was decided."""
    t, questions = ctx.t, found.judged.questions
    decided = answers(found.sha256)
    if decided:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(t("doubts-decided", count=len(decided)))
            st.button(
                t("doubts-forget"),
                key="doubts-forget",
                type="tertiary",
                on_click=forget,
                args=(found.sha256,),
            )
    if not questions:
        return
    shown = questions[:AT_ONCE]
    note = t("doubts-note", shown=len(shown))
    with page.card(t("doubts-title", count=len(questions)), note), st.form("doubts", border=False):
        for question in shown:
            st.radio(
                literal(question_line(question, t)),
                [choice.key for choice in question.choices],
                index=None,
                format_func=_words(question, ctx),
                horizontal=True,
                key=_field(found.sha256, question),
            )
        st.form_submit_button(
            t("doubts-do"),
            key="doubts-do",
            type="primary",
            on_click=attempt,
            args=(t, lambda: _decide(found.sha256, shown), t("doubts-done")),
        )


def _words(question: Question, ctx: Context) -> Callable[[str], str]:
    by_key = {choice.key: choice for choice in question.choices}
    return lambda key: literal(choice_words(by_key[key], ctx.t))


def _field(sha256: str, question: Question) -> str:
    return f"doubt-{sha256[:8]}-{question.key}"


def _decide(sha256: str, questions: Sequence[Question]) -> None:
    """Keep what was chosen; what was not stays a question."""
    kept = st.session_state.setdefault(_ANSWERS, {}).setdefault(sha256, {})
    for question in questions:
        if (chosen := st.session_state.get(_field(sha256, question))) is not None:
            kept[question.key] = chosen
