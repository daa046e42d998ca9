"""When copies are made, where, and how many are kept."""

from __future__ import annotations

import streamlit as st

from shell.acting import attempt, box
from shell.context import Context
from workflow.keeping import backups
from workflow.keeping.backups import Plan

_ON, _AT, _FOLDER, _KEEP, _DAYS = (f"keeping-{name}" for name in ("on", "at", "folder", "keep", "days"))


def edit(ctx: Context, held: Plan) -> None:
    """A form with what holds."""
    t, state = ctx.t, st.session_state
    with box("keeping-plan-box", t("keeping-plan")), st.form("keeping-plan", border=False):
        st.toggle(t("keeping-plan-on"), held.on, key=_ON)
        st.text_input(t("keeping-plan-at"), held.at, key=_AT)
        st.text_input(t("keeping-plan-folder"), held.folder, key=_FOLDER, help=t("keeping-plan-folder-help"))
        left, right = st.columns(2)
        left.number_input(t("keeping-plan-keep"), 1, backups.MOST_COPIES, held.keep, key=_KEEP)
        right.number_input(t("keeping-plan-days"), 1, backups.MOST_DAYS, held.days, key=_DAYS)

        def keep() -> None:
            given = Plan(state[_ON], state[_AT].strip(), state[_FOLDER].strip(), state[_KEEP], state[_DAYS])
            backups.set_plan(ctx.actor, ctx.db, given)

        st.form_submit_button(
            t("keeping-plan-do"),
            key="keeping-plan-do",
            type="primary",
            on_click=attempt,
            args=(t, keep, t("keeping-plan-done")),
            kwargs={"closes": "keeping-plan-box"},
        )
