"""What the staff says about a version, what was decided on it, and the fields for both."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import keep
from words.text import literal
from workflow.asked import comments
from workflow.asked.comments import DECISIONS, Comment
from workflow.schemes import SchemeInfo


def card(ctx: Context, info: SchemeInfo) -> None:
    """The comments on a version with what was decided on each, and a field to say something."""
    t = ctx.t
    said = comments.comments(ctx.actor, ctx.db, info.reference)
    with page.card(t("comments-title", count=len(said)), t("comments-note")):
        for comment in said:
            _comment(ctx, comment)
        if not said:
            st.markdown(t("comments-none"))
        if allowed(ctx.actor, Action.COMMENT_SCHEME):
            _field(ctx, info)


def _comment(ctx: Context, comment: Comment) -> None:
    t, decided = ctx.t, comment.decided
    role = t(f"role-{comment.role}") if comment.role else ""
    st.markdown(f"**{literal(comment.name)}** :small[:gray[{role} {comment.at:%Y-%m-%d}]]")
    st.text(comment.text)
    if decided is not None:
        by = literal(ctx.names.get(decided.by, decided.by))
        word = t(f"comment-{decided.decision}")
        st.markdown(f":small[:gray-badge[{word}] :gray[{by} {decided.at:%Y-%m-%d}]]")
        st.text(decided.says)
    if allowed(ctx.actor, Action.ANSWER_QUESTIONS) and comment.by != ctx.actor.username:
        _decide(ctx, comment)


def _decide(ctx: Context, comment: Comment) -> None:
    t, number = ctx.t, comment.event_id
    opened = f"comment-decide-{number}"
    words = {one: t(f"comment-{one}") for one in DECISIONS}
    word = "comment-decide-again" if comment.decided else "comment-decide"
    with box(opened, t(word)), st.form(f"{opened}-form", border=False):
        decision, says = f"{opened}-which", f"{opened}-says"
        keep(decision, words)
        st.selectbox(t("comment-decision"), list(words), format_func=words.__getitem__, key=decision)
        st.text_area(t("comment-says"), key=says, height=80)

        def decide() -> None:
            state = st.session_state
            comments.decide(ctx.actor, ctx.db, number, state[decision], state[says])

        st.form_submit_button(
            t("comment-decide-do"),
            key=f"{opened}-do",
            type="primary",
            on_click=attempt,
            args=(t, decide, t("comment-decided"), (says,)),
            kwargs={"closes": opened},
        )


def _field(ctx: Context, info: SchemeInfo) -> None:
    t, field = ctx.t, f"comment-{info.key}"
    with st.form("comment", border=False):
        st.text_area(t("comments-label"), key=field, height=80)
        st.form_submit_button(
            t("comments-do"),
            on_click=attempt,
            args=(
                t,
                lambda: comments.comment(ctx.actor, ctx.db, info.reference, st.session_state[field]),
                t("comments-done"),
                (field,),
            ),
        )
