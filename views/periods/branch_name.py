"""The branch's name, for those who look after the database."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell.acting import attempt, box
from shell.context import Context
from workflow.branch import setup


def edit(ctx: Context) -> None:
    """Two forms for whoever keeps the accounts, the other one for idleness; nothing for the others."""
    if not allowed(ctx.actor, Action.MANAGE_ACCOUNTS):
        return
    t = ctx.t
    with box("branch-names", t("branch-name")), st.form("branch-name", border=False):
        st.text_input(t("branch-name-zh"), value=ctx.branch.name_zh, key="branch-name-zh")
        st.text_input(t("branch-name-en"), value=ctx.branch.name_en, key="branch-name-en")

        def rename() -> None:
            names = st.session_state["branch-name-zh"], st.session_state["branch-name-en"]
            setup.rename(ctx.actor, ctx.db, *names)

        st.form_submit_button(
            t("branch-name-do"),
            key="branch-name-do",
            type="primary",
            on_click=attempt,
            args=(t, rename, t("branch-named")),
            kwargs={"closes": "branch-names"},
        )
    with box("idle-limit", t("idle-title")), st.form("idle", border=False):
        st.number_input(
            t("idle-minutes"),
            min_value=1,
            max_value=setup.LONGEST_IDLE,
            value=max(1, round(ctx.branch.idle_minutes)),
            key="idle-minutes",
        )
        st.form_submit_button(
            t("branch-name-do"),
            key="idle-do",
            type="primary",
            on_click=attempt,
            args=(
                t,
                lambda: setup.set_idle(ctx.actor, ctx.db, st.session_state["idle-minutes"]),
                t("idle-set"),
            ),
            kwargs={"closes": "idle-limit"},
        )
